"""Which places lie in which."""

from ocdb.curation.corpus import Corpus


def near(corpus: Corpus, one: str, other: str) -> bool:
    """Return whether two places are the same, or one lies in the other; either may be a country.

    Which countries lie in an area nobody tells: it is near to everything.
    """
    if corpus.find(["area"], one) or corpus.find(["area"], other):
        return True
    return one in around(corpus, other) or other in around(corpus, one)


def around(corpus: Corpus, where: str) -> list[str]:
    """Return a place with all around it, its country last; a slug that nobody bears stands alone."""
    found: dict[str, None] = {}
    country = where
    place = corpus.find(["place"], where)
    while place and place.record.id not in found:
        found[place.record.id] = None
        country = place.record.country
        place = corpus.find(["place"], place.record.parent or "")
    return [*found, country]
