"""Citations as CSL JSON, which Zotero, pandoc and citeproc read: a list of items."""

import json
from collections.abc import Sequence
from typing import Any

from ocdb import release
from ocdb.answers.works import Article, Claim, Edition, Work
from ocdb.render.citation.notes import licence, of_article, of_claim, of_edition
from ocdb.text import json_escaped
from ocdb.words.dates import read

Item = dict[str, Any]


def write(works: Sequence[Work]) -> str:
    """Return a list with an item a work."""
    items = [{name: value for name, value in _item(work).items() if value} for work in works]
    return json_escaped(json.dumps(items, ensure_ascii=False, indent=2)) + "\n"


def _item(work: Work) -> Item:
    if isinstance(work, Article):
        return _article(work)
    return _claim(work) if isinstance(work, Claim) else _edition(work)


def _article(article: Article) -> Item:
    numbers = sorted({number for passage in article.passages for number in passage.paragraphs})
    return {
        "id": article.id,
        "type": "article-newspaper",
        "author": [{"literal": name} for name in article.authors],
        "title": article.title,
        "container-title": article.publisher,
        "issued": issued(article.published),
        "URL": article.url,
        "language": article.language,
        "locator": ", ".join(map(str, numbers)),
        "note": ". ".join(of_article(article)),
    }


def _claim(claim: Claim) -> Item:
    return {
        "id": claim.id,
        "type": "dataset",
        "author": [{"literal": release.AUTHOR}],
        "title": claim.title,
        "container-title": release.TITLE,
        "version": claim.edition.version,
        "issued": issued(claim.edition.date),
        "note": ". ".join(of_claim(claim)),
    }


def _edition(edition: Edition) -> Item:
    return {
        "id": edition.id,
        "type": "dataset",
        "author": [{"literal": release.AUTHOR}],
        "title": release.TITLE,
        "version": edition.version,
        "issued": issued(edition.date),
        "note": ". ".join([*of_edition(edition), licence()]),
    }


def issued(edtf: str | None) -> Item | None:
    """Return a date as CSL has it: two lists of parts are an interval; circa where it isn't as it stands.

    CSL knows no open end: of such an interval the end that is known remains, as circa.
    """
    if not edtf:
        return None
    when = read(edtf)
    if not when:
        return {"literal": edtf}
    found: Item = {"date-parts": [list(end.parts) for end in dict.fromkeys(when.ends)]}
    if when.first and when.first == when.last and when.first.season:
        found["season"] = when.first.season
    doubtful = len(when.ends) == 1 or any(end.circa or end.uncertain for end in when.ends)
    return found | ({"circa": True} if doubtful else {})
