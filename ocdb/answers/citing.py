"""What a slug or a title stands for when it is cited: a claim with the passages behind it, or an article."""

from typing import Any

from ocdb.answers.columns import spoken
from ocdb.answers.dossier import identify
from ocdb.answers.editions import edition
from ocdb.answers.works import Article, Claim, Passage
from ocdb.errors import UsageError
from ocdb.store.reader.rows import Reader
from ocdb.text import several
from ocdb.words.language import _
from ocdb.words.nouns import kind_name

CITABLE = """
    SELECT 'claim' AS kind, id FROM v_claims WHERE id = :word
    UNION ALL SELECT 'source', id FROM v_sources WHERE id = :word
"""
SUMMARY = "SELECT summary, summary_fr FROM v_claims WHERE id = :claim"
PASSAGES = "SELECT source, stance, paragraph FROM v_citations WHERE claim = :claim"
ARTICLE = """
    SELECT id, publisher, title, authors, url, language, published, published_basis, credited_to
    FROM v_sources
    WHERE id = :source
"""


def cite(reader: Reader, word: str) -> Claim | Article:
    """Return what a slug, a retired slug or a title stands for.

    Raises:
        NotFoundError: nothing bears it; the message names the nearest.
        UsageError: it is neither a claim nor an article.
    """
    found = reader.rows(CITABLE, {"word": word}).rows
    kind, key = found[0] if found else identify(reader, word)
    if kind == "source":
        return _article(reader, key)
    if not reader.rows(SUMMARY, {"claim": key}).rows:
        option = "country" if kind == "area" else kind
        hint = _("Choose a claim about it: {command}").format(command=f"ocdb list claims --{option} {key}")
        message = _("{key} isn't a claim or a source, but this: {kind}").format(key=key, kind=kind_name(kind))
        raise UsageError(message, hint)
    return _claim(reader, key)


def _claim(reader: Reader, key: str) -> Claim:
    summary = spoken(reader.rows(SUMMARY, {"claim": key}).records()[0], "summary")
    cited: dict[str, dict[str, list[int]]] = {}
    for source, stance, paragraph in (
        reader.rows(PASSAGES, {"claim": key}).ordered("source", "stance", "paragraph").rows
    ):
        cited.setdefault(source, {}).setdefault(stance, []).extend([paragraph] if paragraph else [])
    articles = [
        _article(reader, source, *(Passage(key, stance, tuple(numbers)) for stance, numbers in stances.items()))
        for source, stances in cited.items()
    ]
    articles.sort(key=lambda article: (article.published or "", article.id))
    return Claim(key, summary, edition(reader), tuple(articles))


def _article(reader: Reader, key: str, *passages: Passage) -> Article:
    record: dict[str, Any] = reader.rows(ARTICLE, {"source": key}).records()[0]
    authors = several(record.pop("authors"))
    return Article(**record, authors=authors, passages=passages)
