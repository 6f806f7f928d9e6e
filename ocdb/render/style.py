"""What pictures look like: the colours of the style sheet that pages load, sizes, and how wide a text is drawn."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import ocdb

# Pages load it, and pictures take their colours from it: no colour stands in two places.
STYLESHEET = Path(ocdb.__file__).with_name("web") / "static" / "figures.css"
# "page" leaves the colours to the style sheet of the page that a picture is part of, and so to its reader's settings.
Theme = Literal["light", "dark", "page"]
THEMES: tuple[Theme, ...] = get_args(Theme)
# The first travels with vl-convert, so that a PNG is the same everywhere; the others are as wide where others draw.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_VARIABLE = re.compile(r"--figure-([a-z]+):\s*(#[0-9a-f]{6});")
_ROOT = re.compile(r":root\s*\{[^}]*\}")
_DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{\s*:root\s*\{[^}]*\}\s*\}")
# Words, of which those beside a number belong to it.
_UNBROKEN = re.compile(r"[^ ]+(?:(?<=\d) [^ ]+| (?=\d)[^ ]+)*")
# Advance widths of FONT's letters, in thousandths of its size; others are as wide as most.
_WIDTHS = {
    191: "'", 222: "ijl’", 260: "|", 278: " !,./:;I[\\]ft·\xa0", 333: "()-`r", 355: '"', 389: "*", 500: "Jcksvxyz",
    584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W",
    1000: "…", 1015: "@", 139: "\N{NARROW NO-BREAK SPACE}",
}  # fmt: skip
_ADVANCE = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_USUAL, _WIDE, _BOLD = 556, 1000, 1.08


@dataclass(frozen=True)
class Layout:
    """How wide a picture is, and how large its text is: in pixels of 1/96 inch."""

    width: int
    size: float


Where = Literal["page", "column", "slide"]
LAYOUTS: dict[str, Layout] = {
    "page": Layout(720, 12.5),
    "column": Layout(340, 11),  # 90 mm: a column of a newspaper, or a telephone
    "slide": Layout(1280, 24),
}


@cache
def colours(theme: Theme) -> dict[str, str]:
    """Return the colours of a theme by what they are for: ``ink``, ``paper``, ``promised`` ..."""
    text = STYLESHEET.read_text("utf-8")
    dark = _DARK.search(text)
    assert dark  # noqa: S101  the file travels with the package
    light = dict(_VARIABLE.findall(text[: dark.start()]))
    if theme == "page":
        return {name: f"var(--figure-{name})" for name in light}
    return light | (dict(_VARIABLE.findall(dark.group())) if theme == "dark" else {})


@cache
def rules(theme: Theme) -> str:
    """Return the rules of the style sheet with the colours of a theme, for a picture that stands alone."""
    text = _ROOT.sub("", _DARK.sub("", STYLESHEET.read_text("utf-8")))
    for name, colour in colours(theme).items():
        text = text.replace(f"var(--figure-{name})", colour)
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)).strip()


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is drawn in FONT, in pixels."""
    return sum(map(_advance, unicodedata.normalize("NFC", text))) * size / 1000 * (_BOLD if bold else 1)


@cache
def _advance(letter: str) -> int:
    """Return the width of a letter; a letter with an accent is as wide as without."""
    if letter in _ADVANCE:
        return _ADVANCE[letter]
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    if unicodedata.combining(letter):
        return 0
    return _ADVANCE.get(unicodedata.normalize("NFD", letter)[0], _USUAL)


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text, broken at its spaces, and inside a word only where that is wider than the room.

    What a number counts, and the month of a day, stay beside it: "30 November", "4 of 13".
    """

    def fits(some: str) -> bool:
        return width(some, size, bold=bold) <= room

    lines, line = [], ""
    for word in _words(text, fits):
        longer = f"{line} {word}" if line else word
        if line and not fits(longer):
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def _words(text: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """Yield what isn't broken: words with the numbers beside them, words, and the parts of words that are too wide."""
    for words in _UNBROKEN.findall(text):
        for word in [words] if fits(words) else words.split(" "):
            rest = word
            while len(rest) > 1 and not fits(rest):
                most = next(end for end in range(len(rest) - 1, 0, -1) if end == 1 or fits(rest[:end]))
                yield rest[:most]
                rest = rest[most:]
            yield rest


def flowing(lengths: Sequence[float], room: float, gap: float) -> list[tuple[float, int]]:
    """Return where the entries of a key stand that follow each other: x, and the number of the row."""
    places, x, row = [], 0.0, 0
    for length in lengths:
        if x and x + length > room:
            x, row = 0.0, row + 1
        places.append((round(x, 1), row))
        x += length + gap
    return places
