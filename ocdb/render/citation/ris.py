"""Citations as RIS, which EndNote, Zotero and Mendeley read: a tag a line."""

from collections.abc import Iterator, Sequence

from ocdb import release
from ocdb.answers.works import Article, Claim, Edition, Work
from ocdb.render.citation.notes import licence, line, of_article, of_claim, of_edition
from ocdb.words.dates import read, with_doubts

Tag = tuple[str, str | None]


def write(works: Sequence[Work]) -> str:
    """Return an entry a work, with an empty line between two."""
    return "\n".join(_entry(work) for work in works)


def _entry(work: Work) -> str:
    if isinstance(work, Edition):
        tags = _edition(work)
    elif isinstance(work, Article):
        tags = _article(work)
    else:
        tags = _claim(work)
    lines = [f"{tag}  - {line(value)}\n" for tag, value in tags if value]
    return f"{''.join(lines)}ER  - \n"


def _article(article: Article) -> Iterator[Tag]:
    yield "TY", "NEWS"
    yield "ID", article.id
    for name in article.authors:
        yield "AU", name
    yield "TI", article.title
    yield "T2", article.publisher
    yield "PB", article.publisher
    yield from _dated(article.published)
    yield "UR", article.url
    yield "LA", article.language
    for note in of_article(article):
        yield "N1", note


def _claim(claim: Claim) -> Iterator[Tag]:
    yield "TY", "DATA"
    yield "ID", claim.id
    yield "AU", release.AUTHOR
    yield "TI", claim.title
    yield "T2", release.TITLE
    yield "ET", claim.edition.version
    yield from _dated(claim.edition.date)
    for note in of_claim(claim):
        yield "N1", note


def _edition(edition: Edition) -> Iterator[Tag]:
    yield "TY", "DATA"
    yield "ID", edition.id
    yield "AU", release.AUTHOR
    yield "TI", release.TITLE
    yield "ET", edition.version
    yield from _dated(edition.date)
    for note in (*of_edition(edition), licence()):
        yield "N1", note


def _dated(edtf: str | None) -> Iterator[Tag]:
    """Yield year and date as far as both ends of it agree, and in the date's free part what it is in words.

    A date whose year isn't sure has no tag of its own; the notes tell it.
    """
    when = read(edtf) if edtf else None
    if not (edtf and when and when.shared):
        return
    year, month, day = (*when.shared, None, None)[:3]
    parts = [f"{year}", f"{month:02}" if month else "", f"{day:02}" if day else ""]
    yield "PY", parts[0]
    yield "DA", "/".join([*parts, "" if when.exact else with_doubts(edtf, None)])
