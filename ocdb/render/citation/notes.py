"""What citations say in words in every format: stances with paragraphs, the origin of an article, doubtful dates."""

from collections.abc import Iterator

from ocdb import release
from ocdb.answers.works import Article, Claim, Edition, Passage
from ocdb.text import visible
from ocdb.words.dates import read, with_doubts
from ocdb.words.language import Language

STANCES = ("supports", "contradicts")
LABELS = {
    "en": {
        "supports": "Supported by",
        "contradicts": "Contradicted by",
        "supports claim": "Supports claim {}",
        "contradicts claim": "Contradicts claim {}",
        "in": "Claim {} in {}",
        "claim": "Claim {}",
        "version": "version {}",
        "others": "with other data than those released",
        "after": "after {}",
        "undated": "no date",
        "published": "Published: {}",
        "data": "Data set",
        "paragraph": "paragraph",
        "paragraphs": "paragraphs",
        "and": "and",
        "quotes": "“{}”",
        "colon": ":",
    },
    "fr": {
        "supports": "Étayé par",
        "contradicts": "Contredit par",
        "supports claim": "Étaye l'affirmation {}",
        "contradicts claim": "Contredit l'affirmation {}",
        "in": "Affirmation {} dans {}",
        "claim": "Affirmation {}",
        "version": "version {}",
        "others": "avec d'autres données que celles publiées",
        "after": "d'après {}",
        "undated": "sans date",
        "published": "Parution : {}",
        "data": "Jeu de données",
        "paragraph": "paragraphe",
        "paragraphs": "paragraphes",
        "and": "et",
        "quotes": "«\N{NO-BREAK SPACE}{}\N{NO-BREAK SPACE}»",
        "colon": "\N{NO-BREAK SPACE}:",
    },
}


def line(text: str) -> str:
    """Return a text on one line, its control characters made visible: no value can begin a field of its own."""
    return visible(" ".join(text.split()))


def paragraphs(passage: Passage, language: Language) -> str:
    """Return where a passage stands: ``paragraphs 7, 8 and 10``; nothing where no text was held."""
    labels = LABELS[language]
    *some, last = map(str, passage.paragraphs or ("",))
    listed = f"{', '.join(some)} {labels['and']} {last}" if some else last
    return f"{labels['paragraphs' if some else 'paragraph']} {listed}" if last else ""


def of_article(article: Article, language: Language) -> Iterator[str]:
    """Yield what is worth a note about an article: its date where that is doubtful, its origin, cited passages."""
    labels = LABELS[language]
    when = read(article.published) if article.published else None
    if article.published and not (when and when.exact and article.published_basis in (None, "stated")):
        yield labels["published"].format(with_doubts(article.published, article.published_basis))
    if article.credited_to:
        credit = labels["after"].format(line(article.credited_to))
        yield credit[0].upper() + credit[1:]
    for passage in article.passages:
        where = paragraphs(passage, language)
        yield labels[f"{passage.stance} claim"].format(passage.claim) + (f", {where}" if where else "")


def of_claim(claim: Claim, language: Language) -> Iterator[str]:
    """Yield what is worth a note about a claim: its slug, whose data, and the slugs of its articles by stance."""
    labels = LABELS[language]
    yield labels["claim"].format(claim.id)
    yield from of_edition(claim.edition, language)
    for stance in STANCES:
        if found := cited(claim, stance):
            yield f"{labels[stance]}{labels['colon']} {'; '.join(article.id for article, _ in found)}"


def cited(claim: Claim, stance: str) -> list[tuple[Article, Passage]]:
    """Return the articles that support or contradict a claim, each with its passage."""
    return [
        (article, passage)
        for article in claim.articles
        for passage in article.passages
        if (passage.claim, passage.stance) == (claim.id, stance)
    ]


def of_edition(edition: Edition, language: Language) -> Iterator[str]:
    """Yield a note where somebody loaded other data than those of the release."""
    if not edition.released:
        others = LABELS[language]["others"]
        yield others[0].upper() + others[1:]


def licence() -> str:
    """Return the licence of the data as people write it."""
    return release.LICENCE.replace("CC-BY-", "CC BY ")
