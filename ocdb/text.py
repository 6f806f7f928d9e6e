"""Text for comparing and for showing: folding case and accents, making control characters visible."""

import re
import unicodedata

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
_SEPARATORS = re.compile(r"[\s\-_'\u2019\u02bc`\u00b4.,/()«»\"]+")
# Control characters, and the format characters that can turn the direction of a line or hide in it.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ud800-\udfff]")
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def fold(text: str) -> str:
    """Return the text without case, accents and punctuation, words parted by one space.

    Two names that fold alike are taken for the same name: "Côte d'Ivoire" and "COTE D IVOIRE".
    """
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _SEPARATORS.sub(" ", plain).strip()


def visible(text: str) -> str:
    r"""Return the text with control characters written out, as in ``\x1b``, so that no terminal obeys them."""
    return _UNSAFE.sub(lambda found: _SHORT.get(found[0], ascii(found[0])[1:-1]), text)
