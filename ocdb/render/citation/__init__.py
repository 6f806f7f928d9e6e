"""What can be cited, as records: an article, a claim with its articles, an edition of the whole; and the formats."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Format = Literal["text", "bibtex", "csl-json", "ris"]
Language = Literal["en", "fr"]


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


def write(works: Sequence[Work], form: str, language: Language = "en") -> str:
    """Return the citations in a format, ending with a line break.

    Plain text has a line a work. The other formats have an entry a work, a claim followed by its articles, and no
    entry twice.
    """
    return _writer(form)(works if form == "text" else entries(works), language)


def entries(works: Iterable[Work]) -> list[Work]:
    """Return the works and the articles of the claims among them, each once, with all its passages."""
    found: dict[str, Work] = {}
    for work in works:
        for entry in (work, *(work.articles if isinstance(work, Claim) else ())):
            before = found.get(entry.id)
            if isinstance(before, Article) and isinstance(entry, Article):
                passages = dict.fromkeys(before.passages + entry.passages)
                found[entry.id] = replace(before, passages=tuple(passages))
            else:
                found[entry.id] = entry
    return list(found.values())


def _writer(form: str) -> Callable[[Sequence[Work], Language], str]:
    """Return the function that writes a format, importing that one alone."""
    if form == "bibtex":
        from ocdb.render.citation import bibtex as module  # noqa: PLC0415
    elif form == "csl-json":
        from ocdb.render.citation import csl as module  # type: ignore[no-redef]  # noqa: PLC0415
    elif form == "ris":
        from ocdb.render.citation import ris as module  # type: ignore[no-redef]  # noqa: PLC0415
    else:
        from ocdb.render.citation import text as module  # type: ignore[no-redef]  # noqa: PLC0415
    return module.write
