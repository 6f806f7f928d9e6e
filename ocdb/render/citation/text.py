"""Citations as plain text, a line each, as for a footnote. Addresses stand in angle brackets, so that none grows."""

from collections.abc import Sequence

from ocdb import release
from ocdb.answers.works import Article, Claim, Edition, Work
from ocdb.render.citation.notes import LABELS, STANCES, cited, licence, line, paragraphs
from ocdb.words.dates import with_doubts
from ocdb.words.language import Language


def write(works: Sequence[Work], language: Language) -> str:
    """Return a line a work."""
    return "".join(f"{_written(work, language)}.\n" for work in works)


def _written(work: Work, language: Language) -> str:
    if isinstance(work, Claim):
        return _claim(work, language)
    if isinstance(work, Article):
        return _article(work, "", language)
    return f"{_edition(work, language)}. {LABELS[language]['data']}, {licence()}"


def _claim(claim: Claim, language: Language) -> str:
    labels = LABELS[language]
    told = [line(claim.title), labels["in"].format(claim.id, _edition(claim.edition, language))]
    for stance in STANCES:
        found = [
            _article(article, paragraphs(passage, language), language) for article, passage in cited(claim, stance)
        ]
        told += [f"{labels[stance]}{labels['colon']} {'; '.join(found)}"] if found else []
    return ". ".join(told)


def _article(article: Article, where: str, language: Language) -> str:
    labels = LABELS[language]
    credit = f" ({labels['after'].format(line(article.credited_to))})" if article.credited_to else ""
    parts = [
        " & ".join(map(line, article.authors)),
        labels["quotes"].format(line(article.title)) if article.title else "",
        line(article.publisher) + credit,
        with_doubts(article.published, article.published_basis) if article.published else labels["undated"],
        where,
        f"<{line(article.url)}>" if article.url else "",
    ]
    return ", ".join(filter(None, parts))


def _edition(edition: Edition, language: Language) -> str:
    labels = LABELS[language]
    parts = [
        release.AUTHOR,
        release.TITLE,
        labels["version"].format(edition.version),
        with_doubts(edition.date, None) if edition.date else "",
        "" if edition.released else labels["others"],
    ]
    return ", ".join(filter(None, parts))
