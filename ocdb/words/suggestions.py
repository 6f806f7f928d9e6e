"""What a mistyped word may have meant."""

from collections.abc import Iterable, Sequence

from ocdb.text import fold
from ocdb.words.language import _

NEAREST = 3


def suggest(word: str, known: dict[str, str]) -> str:
    """Return a hint with the known words nearest to one, or an empty text.

    Args:
        word: what the user wrote.
        known: what to show for each folded word.
    """
    from difflib import get_close_matches  # noqa: PLC0415  only for a word that isn't known

    folded = fold(word)
    close = get_close_matches(folded, known, n=NEAREST, cutoff=0.6)
    close += [key for key in known if len(folded) > 2 and f" {folded} " in f" {key} "]  # noqa: PLR2004
    nearest = list(dict.fromkeys(known[key] for key in close))[:NEAREST]
    return did_you_mean(nearest)


def did_you_mean(words: Sequence[str]) -> str:
    """Return the question whether one of some words was meant; an empty text where there are none."""
    return _("Did you mean {words}?").format(words=either(words)) if words else ""


def either(words: Iterable[str]) -> str:
    """Return words of which one is meant: ``a or b``."""
    return _(" or ").join(words)
