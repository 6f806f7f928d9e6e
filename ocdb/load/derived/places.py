"""Places and what is around them."""

from collections.abc import Iterator


def upwards(place: str | None, parents: dict[str, str | None]) -> Iterator[str]:
    """Yield a place and every place around it, from the smallest."""
    while place:
        yield place
        place = parents.get(place)
