"""What a mistyped word may have meant."""

from collections.abc import Iterable, Sequence

from ocdb.text import fold
from ocdb.words.language import _

NEAREST = 3
# How near a name is that may have been meant, and how long a word that may be a part of one.
NEAR, SHORTEST = 0.7, 3
# No name is longer, and comparing a page of words with every name takes its time.
LONGEST = 200


def suggest(word: str, known: dict[str, str]) -> str:
    """Return a hint with the known words nearest to one, or an empty text.

    Args:
        word: what the user wrote.
        known: what to show for each folded word.
    """
    from difflib import get_close_matches  # noqa: PLC0415  only for a word that isn't known

    if len(word) > LONGEST:
        return ""
    folded = fold(word)
    close = get_close_matches(folded, known, n=NEAREST, cutoff=0.6)
    close += [key for key in known if len(folded) > 2 and f" {folded} " in f" {key} "]  # noqa: PLR2004
    nearest = list(dict.fromkeys(known[key] for key in close))[:NEAREST]
    return did_you_mean(nearest)


def suggest_names(word: str, names: Iterable[tuple[str, str, str]]) -> str:
    """Return a hint with the names that are near to a word (`near_names`), or an empty text."""
    return did_you_mean(near_names(word, names))


def near_names(word: str, names: Iterable[tuple[str, str, str]]) -> list[str]:
    """Return the few names that are near to a word, the nearest first and each thing once.

    Args:
        word: what the user wrote.
        names: of things that have several: whose name it is, the name, and the name folded.
    """
    if len(word) > LONGEST:
        return []
    best: dict[str, tuple[float, int, str]] = {}
    wanted = fold(word)
    for thing, name, folded in names:
        if nearness := _nearness(wanted, folded):
            # Of several names that are as near the shortest.
            best[thing] = max(best.get(thing, (0, 0, "")), (nearness, -len(name), name))
    ranked = sorted(best.values(), key=lambda found: (-found[0], -found[1], found[2]))
    # What fits in part only is meant where nothing fits as a whole.
    fitting = [name for nearness, _length, name in ranked if (nearness > 1) == (ranked[0][0] > 1)]
    return list(dict.fromkeys(fitting))[:NEAREST]


def _nearness(word: str, name: str) -> float:
    """Return how near a name is to a word: over 1 as a whole, else by the words of the shorter one."""
    if whole := _ratio(word, name):
        return 1 + whole
    fewer, more = sorted((word.split(), name.split()), key=len)
    # A word of two letters is near to too many.
    if max(map(len, fewer), default=0) < SHORTEST:
        return 0
    return min(max(_ratio(one, other) for other in more) for one in fewer)


def _ratio(one: str, other: str) -> float:
    """Return how alike two texts are; 0 where they aren't near."""
    from difflib import SequenceMatcher  # noqa: PLC0415  only for a word that isn't known

    matcher = SequenceMatcher(None, one, other)
    near = matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR
    return matcher.ratio() if near else 0


def did_you_mean(words: Sequence[str]) -> str:
    """Return the question whether one of some words was meant; an empty text where there are none."""
    return _("Did you mean {words}?").format(words=either(words)) if words else ""


def either(words: Iterable[str]) -> str:
    """Return words of which one is meant: ``a or b``."""
    return _(" or ").join(words)
