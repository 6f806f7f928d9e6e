"""Which article and paragraph stands behind each claim, and dates as formats that know no EDTF have them."""

from collections.abc import Iterable
from typing import Any

from ocdb.export.content import Content
from ocdb.words.dates import in_words, lasting, read

Passage = dict[str, Any]
_PASSAGE = ("source", "publisher", "title", "url", "published", "paragraph", "stance")


def evidence(content: Content, claims: Iterable[str]) -> dict[str, list[Passage]]:
    """Return for each of some claims the passages that support or contradict it: source, paragraph, stance ..."""
    cited = content.beside("v_citations", "claim", claims)
    return {
        claim: [{name: citation[name] for name in _PASSAGE if citation[name] is not None} for citation in citations]
        for claim, citations in cited.items()
    }


def articles(passages: Iterable[Passage], stance: str) -> list[Passage]:
    """Return the passages of one stance, one for each article."""
    return list({passage["source"]: passage for passage in passages if passage["stance"] == stance}.values())


def iso(edtf: str | None) -> str | None:
    """Return year, month and day as far as they are sure: ``2011-10``; None where the date is open or in doubt.

    An interval is what lies between two days, not how long something lasted: "held 2008-10/2009-05" is what two
    articles show, and a begin and an end would be false. What both ends have in common is sure.
    """
    when = read(edtf) if edtf else None
    if not when or not (when.first and when.last) or any(end.circa or end.uncertain for end in when.ends):
        return None
    return "-".join(f"{part:02}" for part in when.shared) or None


def in_both(content: Content, edtf: str | None, *, lasted: bool = False) -> list[str]:
    """Return a date as people write it, in each language; of what lasted as in ``since March 2007``."""
    return list(content.spoken(lambda: (lasting if lasted and edtf else in_words)(edtf)).values())
