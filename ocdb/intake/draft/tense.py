"""Plan or fact: whether the words around a place in a sentence look ahead."""

import re

from ocdb.intake.draft import lexicon


def looks_ahead(sentence: str, place: int, *, dated_ahead: bool = False) -> bool:
    """Return whether a sentence looks ahead at a place in it: by its verbs, the nearest one first, and by its dates.

    Args:
        sentence: in small letters without accents.
        place: from 0.
        dated_ahead: the sentence names a time to come.
    """
    ahead = distance((lexicon.FUTURE, lexicon.FUTURE_FORM), sentence, place)
    back = distance((lexicon.PAST, lexicon.PAST_FORM), sentence, place)
    if back is None:
        return ahead is not None or dated_ahead or bool(lexicon.AHEAD.search(sentence))
    if ahead is None:
        return False
    return ahead <= back or (dated_ahead and ahead < 2 * back)


def distance(patterns: tuple[re.Pattern[str], ...], text: str, place: int) -> int | None:
    """Return how far from a place the nearest word of some patterns stands; what stands before it counts as nearer."""
    found = [
        (place - match.end()) if match.end() <= place else 2 * (match.start() - place)
        for pattern in patterns
        for match in pattern.finditer(text)
    ]
    return min(found) if found else None
