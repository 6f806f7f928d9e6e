"""Where the sentences of a paragraph begin and end."""

import re

# An end is a mark with space behind it and something that begins anew; the abbreviations before a name are none.
_END = re.compile(r"(?<=[.!?…؟])[»\"”\u2019)\]]*\s+(?=[«\"“\u2018(\[]?\s*[A-ZÀ-ÖØ-Þ0-9\u0620-\u064a])|(?<=[;؛])\s+")
_ABBREVIATION = re.compile(r"\b(?:M|MM|Mme|Mlle|Dr|Pr|Mr|Mrs|Ms|St|Ste|Me|No|n|vs|env|approx|[A-Z])\.$")


def sentences(paragraph: str) -> list[tuple[int, int]]:
    """Return start and end of each sentence, in their order."""
    found, start = [], 0
    for end in _END.finditer(paragraph):
        if not _ABBREVIATION.search(paragraph, start, end.start()):
            found.append((start, end.start()))
            start = end.end()
    found.append((start, len(paragraph)))
    return [(start, end) for start, end in found if end > start]
