"""What can be cited, as values: an article, a claim with its articles, an edition of the whole."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Edition:
    """The data as somebody holds them.

    Attributes:
        version: of ocdb.
        date: when that version was released, in ISO 8601; None where that isn't known.
        released: whether these are the data of the release, and not others that somebody loaded.
    """

    version: str
    date: str | None
    released: bool = True

    @property
    def id(self) -> str:
        """Return a key for reference managers."""
        return f"ocdb-{self.version}"


@dataclass(frozen=True)
class Passage:
    """Where an article supports or contradicts a claim; without numbers where its text wasn't held."""

    claim: str
    stance: str
    paragraphs: tuple[int, ...]


@dataclass(frozen=True)
class Article:
    """A source, and the passages of it that are cited; authors and titles as printed, the date in EDTF."""

    id: str
    publisher: str
    title: str | None
    authors: tuple[str, ...]
    url: str | None
    language: str
    published: str | None
    published_basis: str | None
    credited_to: str | None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class Claim:
    """A claim in a line, the edition that holds it, and the articles that support or contradict it."""

    id: str
    summary: str
    edition: Edition
    articles: tuple[Article, ...]

    @property
    def title(self) -> str:
        """Return the summary without the full stop of a sentence: styles set their own."""
        return self.summary.rstrip(".")


Work = Article | Claim | Edition
