"""What citations say in words in every format: stances with paragraphs, the origin of an article, doubtful dates."""

from collections.abc import Iterator

from ocdb import release
from ocdb.answers.works import Article, Claim, Edition, Passage
from ocdb.text import visible
from ocdb.words.dates import read, with_doubts
from ocdb.words.language import N_, _

STANCES = ("supports", "contradicts")
LABELS = {
    "supports": N_("Supported by"),
    "contradicts": N_("Contradicted by"),
    "supports claim": N_("Supports claim {}"),
    "contradicts claim": N_("Contradicts claim {}"),
    "in": N_("Claim {} in {}"),
    "claim": N_("Claim {}"),
    "version": N_("version {}"),
    "others": N_("with other data than those released"),
    "after": N_("after {}"),
    "undated": N_("no date"),
    "published": N_("Published: {}"),
    "data": N_("Data set"),
    "paragraph": N_("paragraph"),
    "paragraphs": N_("paragraphs"),
    "and": N_("and"),
    "quotes": N_("“{}”"),
}


def colon() -> str:
    """Return the colon after a label, as the language that is spoken sets it."""
    return _("{label}:").format(label="")


def label(name: str) -> str:
    """Return a member of LABELS in the language that is spoken."""
    text = LABELS[name]
    return _(text)


def line(text: str) -> str:
    """Return a text on one line, its control characters made visible: no value can begin a field of its own."""
    return visible(" ".join(text.split()))


def paragraphs(passage: Passage) -> str:
    """Return where a passage stands: ``paragraphs 7, 8 and 10``; nothing where no text was held."""
    *some, last = map(str, passage.paragraphs or ("",))
    listed = f"{', '.join(some)} {label('and')} {last}" if some else last
    return f"{label('paragraphs' if some else 'paragraph')} {listed}" if last else ""


def of_article(article: Article) -> Iterator[str]:
    """Yield what is worth a note about an article: its date where that is doubtful, its origin, cited passages."""
    when = read(article.published) if article.published else None
    if article.published and not (when and when.exact and article.published_basis in (None, "stated")):
        yield label("published").format(with_doubts(article.published, article.published_basis))
    if article.credited_to:
        credit = label("after").format(line(article.credited_to))
        yield credit[0].upper() + credit[1:]
    for passage in article.passages:
        where = paragraphs(passage)
        yield label(f"{passage.stance} claim").format(passage.claim) + (f", {where}" if where else "")


def of_claim(claim: Claim) -> Iterator[str]:
    """Yield what is worth a note about a claim: its slug, whose data, and the slugs of its articles by stance."""
    yield label("claim").format(claim.id)
    yield from of_edition(claim.edition)
    for stance in STANCES:
        if found := cited(claim, stance):
            yield f"{label(stance)}{colon()} {'; '.join(article.id for article, _ in found)}"


def cited(claim: Claim, stance: str) -> list[tuple[Article, Passage]]:
    """Return the articles that support or contradict a claim, each with its passage."""
    return [
        (article, passage)
        for article in claim.articles
        for passage in article.passages
        if (passage.claim, passage.stance) == (claim.id, stance)
    ]


def of_edition(edition: Edition) -> Iterator[str]:
    """Yield a note where somebody loaded other data than those of the release."""
    if not edition.released:
        others = label("others")
        yield others[0].upper() + others[1:]


def licence() -> str:
    """Return the licence of the data as people write it."""
    return release.LICENCE.replace("CC-BY-", "CC BY ")
