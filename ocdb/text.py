"""Text for comparing and for showing: folding case and accents, making control characters visible."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
_SEPARATORS = re.compile(r"[\s\-_'\u2019\u02bc`\u00b4.,/()«»\"]+")
# Control characters, and the format characters that can turn the direction of a line or hide in it.
_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    r"\U000e0000-\U000e007f]"
)
# What can be in no unsafe character: the rest of ASCII, as bytes.
_ORDINARY = bytes(range(0x20, 0x7F))
# What no database stores: PostgreSQL takes no NUL, and half a letter (a lone surrogate) can't be written as UTF-8.
_UNSTORABLE = r"[\x00\ud800-\udfff]"
# Where a spreadsheet begins to reckon: at the start of a cell, and after a semicolon, which many of them split at.
_SIGNS = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
_BEGIN = rf"(?=\s*{_SIGNS})"
# The same in cells below each other, one a line.
_FORMULAS = (rf"\n[^\S\n]*{_SIGNS}", rf";[^\S\n]*{_SIGNS}")
_GUARDED = f"(^|;)'{_BEGIN}"
# The first letter that takes no column; wide ones come later still.
FIRST_COMBINING = "\u0300"
_NUMBER = r"[+-]?\d+(?:[.,]\d+)?%?"
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


@lru_cache(maxsize=2**12)
def fold(text: str) -> str:
    """Return the text without case, accents and punctuation, words parted by one space.

    Two names that fold alike are taken for the same name: "Côte d'Ivoire" and "COTE D IVOIRE".
    """
    if text.isascii():
        return _SEPARATORS.sub(" ", text.lower()).strip()
    return _SEPARATORS.sub(" ", text.translate(_FOLDED)).strip()


class _Folded(dict[int, str]):
    """What each letter is without case and accents, found when the first text has it."""

    def __missing__(self, letter: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(letter).casefold().translate(_LETTERS)).casefold()
        self[letter] = "".join(one for one in decomposed if not unicodedata.combining(one))
        return self[letter]


_FOLDED = _Folded()


def visible(text: str) -> str:
    r"""Return the text with control characters written out, as in ``\x1b``, so that no terminal obeys them."""
    return text.translate(_VISIBLE) if _UNSAFE.search(text) else text


def all_visible(text: str, beside: bytes = b"") -> bool:
    """Return whether `visible` changes nothing of a long text but what stands `beside` ordinary letters and is allowed.

    Only what is none of those is looked at letter by letter.
    """
    odd = text.encode("utf-8", "surrogatepass").translate(None, _ORDINARY + beside)
    return not (odd and _UNSAFE.search(odd.decode("utf-8", "surrogatepass")))


def harmless(cells: str, count: int) -> bool:
    """Return whether neither `visible` nor `inert` changes any of some cells; numbers with a sign are suspects too.

    Args:
        cells: the cells, each after a line break.
        count: how many they are.
    """
    if cells.count("\n") != count or any(re.search(formula, cells) for formula in _FORMULAS):
        return False
    return all_visible(cells, b"\n")


def storable(text: str) -> str:
    """Return the text with U+FFFD for each NUL and lone surrogate: no database holds one, so nothing is found by it."""
    return re.sub(_UNSTORABLE, "\ufffd", text)


def inert(text: str) -> str:
    """Return the text of a cell with an apostrophe before what a spreadsheet would take for a formula.

    As OWASP advises against "CSV injection". A number keeps its sign.
    """
    if re.fullmatch(_NUMBER, text):
        return text
    harmless = re.sub(f";{_BEGIN}", ";'", text)
    return f"'{harmless}" if re.match(_BEGIN, text) else harmless


def unguarded(text: str) -> str:
    """Return the text of a cell without the apostrophes that `inert` puts before formulas."""
    return re.sub(_GUARDED, r"\1", text)


def slug(text: str) -> str:
    """Return a text in small letters and digits, its words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def several(joined: str | None) -> tuple[str, ...]:
    """Return the names or keys that a column joins, none of an empty one."""
    return tuple(joined.split("; ")) if joined else ()


def shortened(text: str, most: int) -> str:
    """Return the text, of one that is longer its beginning and how long it is."""
    return text if len(text) <= most else f"{text[:most]} … ({len(text):,} characters)"


def json_escaped(json: str) -> str:
    """Return JSON in which control characters are escaped as JSON does it: no terminal obeys them, no value changes."""
    if not _UNSAFE.search(json) or all_visible(json, b"\n"):  # line breaks of an indent are nearly always the only ones
        return json
    return json.translate(_ESCAPED)


class _Written(dict[int, str]):
    """How each letter is written, for str.translate, which takes a tenth of the time of a substitution by letters."""

    def __init__(self, write: Callable[[str], str]) -> None:
        self.write = write

    def __missing__(self, code: int) -> str:
        """Return how a letter is written that wasn't asked for before."""
        letter = chr(code)
        self[code] = self.write(letter) if _UNSAFE.match(letter) else letter
        return self[code]


def _written_out(letter: str) -> str:
    return _SHORT.get(letter, ascii(letter)[1:-1])


def _escape(letter: str) -> str:
    units = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[index : index + 2].hex()}" for index in range(0, len(units), 2))


_VISIBLE = _Written(_written_out)
# Inside JSON the only ones below U+0020 are the line breaks of an indent.
_ESCAPED = _Written(lambda letter: letter if letter == "\n" else _escape(letter))


def size(text: str) -> int:
    """Return how many columns of a terminal a text takes: wide letters two, combining marks none."""
    if text.isascii() or max(text) < FIRST_COMBINING:
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


# What letters that a terminal lacks are written as, where leaving out their accents isn't enough.
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
    | {
        "\u2010": "-",
        "\u2011": "-",
        "\u2212": "-",
        "…": "...",
        "→": "->",
        "\xd7": "x",
        "€": "EUR",
        "œ": "oe",
        "Œ": "OE",
        "æ": "ae",
        "Æ": "AE",
        "ß": "ss",
    }
    | {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
)


def plain_letters(error: UnicodeError) -> tuple[str, int]:
    """Return the nearest letters to those that an encoding lacks, without accents, else escapes.

    For codecs.register_error: only what the encoding lacks comes here. Spaces that don't break become plain ones.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    letters = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.encode(error.encoding, "backslashreplace").decode(error.encoding), error.end
