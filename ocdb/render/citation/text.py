"""Citations as plain text, a line each, as for a footnote. Addresses stand in angle brackets, so that none grows."""

from collections.abc import Sequence

from ocdb import release
from ocdb.answers.works import Article, Claim, Edition, Work
from ocdb.render.citation.notes import STANCES, cited, colon, label, licence, line, paragraphs
from ocdb.words.dates import with_doubts


def write(works: Sequence[Work]) -> str:
    """Return a line a work."""
    return "".join(f"{_written(work)}.\n" for work in works)


def _written(work: Work) -> str:
    if isinstance(work, Claim):
        return _claim(work)
    if isinstance(work, Article):
        return _article(work, "")
    return f"{_edition(work)}. {label('data')}, {licence()}"


def _claim(claim: Claim) -> str:
    told = [line(claim.title), label("in").format(claim.id, _edition(claim.edition))]
    for stance in STANCES:
        found = [_article(article, paragraphs(passage)) for article, passage in cited(claim, stance)]
        told += [f"{label(stance)}{colon()} {'; '.join(found)}"] if found else []
    return ". ".join(told)


def _article(article: Article, where: str) -> str:
    credit = f" ({label('after').format(line(article.credited_to))})" if article.credited_to else ""
    parts = [
        " & ".join(map(line, article.authors)),
        label("quotes").format(line(article.title)) if article.title else "",
        line(article.publisher) + credit,
        with_doubts(article.published, article.published_basis) if article.published else label("undated"),
        where,
        f"<{line(article.url)}>" if article.url else "",
    ]
    return ", ".join(filter(None, parts))


def _edition(edition: Edition) -> str:
    return ", ".join([release.AUTHOR, release.TITLE, edition_in_words(edition)])


def edition_in_words(edition: Edition) -> str:
    """Return which edition of the data it is: ``version 0.1.0, 22 November 2026``."""
    parts = [
        label("version").format(edition.version),
        with_doubts(edition.date, None) if edition.date else "",
        "" if edition.released else label("others"),
    ]
    return ", ".join(filter(None, parts))
