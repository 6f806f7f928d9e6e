"""What is known of a publication: by its page, or by the curator."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Imprint:
    """What a page or the curator says about the publication; None or empty where nobody says it."""

    publisher: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    published: str | None = None
