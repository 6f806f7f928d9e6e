"""Mutations of a file as text and as bytes: what editors, merges, bad disks and hostile people leave behind."""

import random
import re
from collections.abc import Callable

from scripts.fuzzing.hostile import DATES, WRITTEN

Change = Callable[[str, random.Random], str]

_VALUE = re.compile(r"(?m)^([ -]*[a-z_0-9]+:)[ ]?(.*)$")
_DATE = re.compile(r"\b(?:19|20)\d\d(?:-\d\d){0,2}\b")
_NUMBER = re.compile(r"\b\d+\b")
_SLUG = re.compile(r"\b[a-z0-9]+(?:-[a-z0-9]+)+\b")
_ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "utf-7", "utf-8-sig", "cp500")
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\x1a", b"\x7f")


def _lines(change: Callable[[list[str], int, random.Random], None]) -> Change:
    """Return a change of a text from one of its lines, which is told the place of one of them."""

    def apply(text: str, luck: random.Random) -> str:
        lines = text.splitlines(keepends=True) or [""]
        change(lines, luck.randrange(len(lines)), luck)
        return "".join(lines)

    return apply


def _drop(lines: list[str], at: int, luck: random.Random) -> None:
    del lines[at : at + luck.choice((1, 1, 1, 2, 5))]


def _double(lines: list[str], at: int, luck: random.Random) -> None:
    size = luck.choice((1, 1, 2, 6))
    lines[at:at] = lines[at : at + size]


def _swap(lines: list[str], at: int, luck: random.Random) -> None:
    other = luck.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _move(lines: list[str], at: int, luck: random.Random) -> None:
    lines.insert(luck.randrange(len(lines)), lines.pop(at))


def _indent(lines: list[str], at: int, luck: random.Random) -> None:
    lines[at] = luck.choice(("  ", " ", "\t", "- ", "      ", "\u00a0")) + lines[at]


def _dedent(lines: list[str], at: int, _luck: random.Random) -> None:
    lines[at] = lines[at][2:] if lines[at].startswith("  ") else lines[at].lstrip()


def _join(lines: list[str], at: int, _luck: random.Random) -> None:
    lines[at] = lines[at].rstrip("\n")


def _mark(lines: list[str], at: int, luck: random.Random) -> None:
    marks = (
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "# \x00\n",
        "<<: *x\n",
        "\t\n",
        "? a\n",
        "}\n",
        "]\n",
        "- \n",
        "a0: &a0 [x]\n",
    )
    lines.insert(at, luck.choice(marks))


def _write(text: str, luck: random.Random) -> str:
    """Put something hostile behind a key."""
    found = luck.choice(list(_VALUE.finditer(text)) or [None])
    value = luck.choice((*WRITTEN, *DATES))
    return text[: found.start()] + f"{found[1]} {value}" + text[found.end() :] if found else value


def _date(text: str, luck: random.Random) -> str:
    return _one(_DATE, text, luck, luck.choice(DATES))


def _number(text: str, luck: random.Random) -> str:
    numbers = ("0", "1", "9" * 15, "2147483648", "-5", "1.000", "3e9", str(luck.randrange(10**6)))
    return _one(_NUMBER, text, luck, luck.choice(numbers))


def _cross(text: str, luck: random.Random) -> str:
    """Let one slug stand where another stood."""
    return _one(_SLUG, text, luck, luck.choice(_SLUG.findall(text) or [""]))


def _one(pattern: re.Pattern[str], text: str, luck: random.Random, value: str) -> str:
    found = luck.choice(list(pattern.finditer(text)) or [None])
    return text[: found.start()] + value + text[found.end() :] if found else text


def _endings(text: str, luck: random.Random) -> str:
    return text.replace("\n", luck.choice(("\r\n", "\r", "\u2028", "\x85", "\n\n")))


def _bomb(text: str, luck: random.Random) -> str:
    """Add what grows when it is read: aliases of aliases, nesting, keys without end, a scalar of megabytes."""
    aliases = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    kinds = (
        aliases,
        "<<: &m {id: x}\nsites: [*m, *m]\n",
        "x: " + luck.choice(("[", "{", "- ", "{a: ", "? ")) * luck.choice((30, 1000, 50_000)) + "\n",
        "x: {" + "".join(f"k{n}: {n}, " for n in range(20_000)) + "}\n",
        "".join(f"k{n}: {n}\n" for n in range(2_000)),
    )
    return text + luck.choice(kinds)


def _megabytes(text: str, luck: random.Random) -> str:
    """Put a scalar of megabytes behind a key: below the limit of a file, or beyond."""
    found = luck.choice(list(_VALUE.finditer(text)) or [None])
    scalar = luck.choice(("x", "9", "- ", "é", "a ")) * luck.choice((1_000_000, 2_400_000, 10_000_000))
    return text[: found.start()] + f"{found[1]} {scalar}" + text[found.end() :] if found else scalar


LINES = (_drop, _double, _swap, _move, _indent, _dedent, _join, _mark)
TEXT: tuple[Change, ...] = (*map(_lines, LINES), _write, _write, _write, _date, _number, _cross, _cross, _endings)


def damage_text(text: str, luck: random.Random) -> str:
    """Return a text with a mutation; one in a hundred makes it very large."""
    chance = luck.random()
    if chance < 0.002:  # noqa: PLR2004  few: each takes seconds
        return _megabytes(text, luck)
    return _bomb(text, luck) if chance < 0.01 else luck.choice(TEXT)(text, luck)  # noqa: PLR2004


def _flip(data: bytes, at: int, luck: random.Random) -> bytes:
    return data[:at] + bytes([data[at] ^ 1 << luck.randrange(8)]) + data[at + 1 :]


def _cut(data: bytes, at: int, luck: random.Random) -> bytes:
    return data[:at] + data[at + luck.choice((1, 2, 7, 60, len(data))) :]


def _stutter(data: bytes, at: int, luck: random.Random) -> bytes:
    return data[: at + luck.choice((1, 2, 7, 60))] + data[at:]


def _insert(data: bytes, at: int, luck: random.Random) -> bytes:
    place = luck.choice((0, at, at))
    return data[:place] + luck.choice((*MARKS, luck.randbytes(2), luck.randbytes(8))) + data[place:]


def _recode(data: bytes, _at: int, luck: random.Random) -> bytes:
    return data.decode(errors="replace").encode(luck.choice(_ENCODINGS), errors="replace")


BYTES = (_flip, _flip, _cut, _stutter, _insert, _recode)


def damage_bytes(data: bytes, luck: random.Random) -> bytes:
    """Return a file's bytes with a mutation: bits and slices of it, or all of it in another encoding."""
    return luck.choice(BYTES)(data, luck.randrange(len(data)), luck) if data else luck.choice(MARKS)
