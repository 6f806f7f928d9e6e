"""Rows to a table, TSV, CSV, JSON, JSON lines or Markdown. Data is printed as text: never as markup or control codes.

TSV is for pipes: one line a row, tabs and line breaks inside a value written out. In TSV and CSV an apostrophe stands
before what a spreadsheet would take for a formula. JSON keeps values exactly.

An answer can be large. It is rendered row by row, so that it stands in memory once, and in time that grows with its
size and not faster.
"""

import io
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from math import isfinite
from typing import Any, Literal, get_args

from ocdb.store.reader.rows import Rows, Verbatim
from ocdb.text import inert, json_escaped, shortened, size, visible
from ocdb.words.reasons import worded

Format = Literal["table", "tsv", "csv", "json", "jsonl", "md"]
FORMATS: tuple[str, ...] = get_args(Format)

# A table never breaks a word that is shorter: rather it gives way to one block a record.
LONGEST_WORD = 24
# A value of this length takes two lines at most: "at least" and the number.
SHORT = 16
# The values of a block wrap, but not to less than this.
NARROWEST = 10
# Nobody reads a longer value on a terminal: its beginning is shown, and how long it is. Elsewhere it is shown whole
# and makes only its own line longer: a column of that width would fill a million other rows with spaces.
LONGEST_CELL = 10_000
# So many rows show how long the words of a column are, so many of them how tall they become, by so many letters each.
WORDS_OF, SAMPLE, GAUGED = 1_000, 50, 1_000
# The columns of a section that tells one record, a line a field.
FACTS = ("field", "value")
GAP = 2
# Where a line may break: at spaces, after hyphens and slashes, but not inside a date; in names also after underscores.
_DATE = r"(?:\.\./)?(?<![^\s/])\d{4}-\d\d(?:-\d\d)?[~?]?/?"
_PROSE = rf"\s*(?:{_DATE}|[^\s\-/]*[-/]|[^\s\-/]+)"
_NAMES = rf"\s*(?:{_DATE}|[^\s\-_/]*[-_/]|[^\s\-_/]+)"
_ESCAPED_MARK = re.compile(r"\\(?:\||<|\]\()")
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


@dataclass(frozen=True)
class Section:
    """A part of an answer: its name in data, its title for people, its rows, and the columns that a table shows."""

    name: str
    title: str
    rows: Rows
    shown: tuple[str, ...] = ()


def render(rows: Rows, form: str, *, shown: Sequence[str] = (), width: int | None = None) -> str:
    """Return rows in a format, ending with a line break.

    Args:
        rows: the rows.
        form: one of FORMATS.
        shown: the columns of a table or of Markdown, which leave empty ones out; without it, and in the other formats,
            all.
        width: columns of the terminal, for a table.
    """
    return "".join(rendered(rows, form, shown=shown, width=width))


def rendered(rows: Rows, form: str, *, shown: Sequence[str] = (), width: int | None = None) -> Iterator[str]:
    """Yield the text of `render` in parts: the rows stay the only large thing in memory."""
    if form == "table":
        return _table(_only(rows, shown), width)
    if form == "md":
        return _markdown(_only(rows, shown))
    if form == "json":
        return _json_list(rows)
    if form == "jsonl":
        return _json_lines(rows)
    return _tsv(rows) if form == "tsv" else _csv(rows)


def render_sections(
    sections: Sequence[Section],
    whole: Mapping[str, Any],
    form: str,
    *,
    width: int | None = None,
    facts: bool = False,
) -> str:
    """Return an answer of several parts in a format.

    JSON gives the whole as one object; TSV, CSV and JSON lines one flat list with a first column ``section``, and
    where the parts have little in common one line a fact: section, id, field, value.
    """
    if form == "json":
        return _json(whole, indent=2)
    if form in ("table", "md"):
        return "\n".join(_titled(section, form, width) for section in sections)
    return render(_facts(sections) if facts else _flat(sections), form)


def _titled(section: Section, form: str, width: int | None) -> str:
    title = visible(section.title)
    title = f"## {_unmarked(title)}\n" if form == "md" else f"{wrapped(title, width) if width else title}\n"
    if not section.rows.rows:
        return title
    gap = "\n" if form == "md" else ""
    return title + gap + render(section.rows, form, shown=section.shown, width=width)


def _facts(sections: Sequence[Section]) -> Rows:
    """Return one row a known value."""
    rows = []
    for section in sections:
        if section.rows.columns == FACTS:
            key = dict(section.rows.rows).get("id")
            rows += [(section.name, key, name, value) for name, value in section.rows.rows]
            continue
        for number, record in enumerate(section.rows.records(), 1):
            key = record.get("id", str(number))
            rows += [(section.name, key, name, value) for name, value in record.items() if value is not None]
    return Rows(("section", "id", "field", "value"), rows)


def _flat(sections: Sequence[Section]) -> Rows:
    names = tuple(dict.fromkeys(name for section in sections for name in section.rows.columns))
    rows = [
        (section.name, *(record.get(name) for name in names))
        for section in sections
        for record in section.rows.records()
    ]
    return Rows(("section", *names), rows)


def _only(rows: Rows, shown: Sequence[str]) -> Rows:
    """Return the rows with some columns, those in which nothing stands left out: people don't need them."""
    if not shown or not rows.rows:
        return rows
    rows = _called(rows)
    # A name stands in the column of its code: once is enough.
    wanted = [rows.columns.index(name) for name in shown if not (name.endswith("_name") and name[:-5] in shown)]
    indexes = [index for index in wanted if any(cell(row[index]) for row in rows.rows)]
    cells = [worded(rows.columns, row) for row in rows.rows]
    columns = tuple(rows.columns[index] for index in indexes)
    return Rows(columns, [tuple(row[index] for index in indexes) for row in cells])


def _called(rows: Rows) -> Rows:
    """Return the rows with names in the place of codes, where another column has them: people read Togo, not TG."""
    named = [rows.columns.index(f"{name}_name" if f"{name}_name" in rows.columns else name) for name in rows.columns]
    return Rows(rows.columns, [tuple(row[index] for index in named) for row in rows.rows])


def _json(value: Any, indent: int | None = None) -> str:
    import json  # noqa: PLC0415  only for this format

    return json_escaped(json.dumps(value, ensure_ascii=False, indent=indent)) + "\n"


def _json_list(rows: Rows) -> Iterator[str]:
    """Yield rows as one list of objects, laid out as the module json does with an indent of two."""
    for number, row in enumerate(rows.rows):
        members = ",\n    ".join(_members(rows.columns, row))
        yield f"{',' if number else '['}\n  {{\n    {members}\n  }}"
    yield "\n]\n" if rows.rows else "[]\n"


def _json_lines(rows: Rows) -> Iterator[str]:
    for row in rows.rows:
        yield f"{{{', '.join(_members(rows.columns, row))}}}\n"


def _members(names: Sequence[str], row: Sequence[Any]) -> Iterator[str]:
    return (f"{_encoded(name)}: {_encoded(value)}" for name, value in zip(names, row, strict=True))


def _encoded(value: Any) -> str:
    """Return a value as JSON: bytes in hexadecimal, and as text the numbers that JSON has no word for."""
    if isinstance(value, Verbatim):
        return json_escaped(value)
    if isinstance(value, bytes) or (isinstance(value, float) and not isfinite(value)):
        value = cell(value)
    return json_escaped(_encoder()(value))


@cache
def _encoder() -> Callable[[Any], str]:
    import json  # noqa: PLC0415  only for this format

    return json.JSONEncoder(ensure_ascii=False).encode


def cell(value: Any) -> str:
    """Return a value as text that is safe on a terminal; nothing for what is unknown, bytes in hexadecimal."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.hex() if isinstance(value, bytes) else visible(str(value))


def _tsv(rows: Rows) -> Iterator[str]:
    for row in (rows.columns, *rows.rows):
        yield "\t".join(map(_inert, row)) + "\n"


def _csv(rows: Rows) -> Iterator[str]:
    import csv  # noqa: PLC0415  only for this format

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in (rows.columns, *rows.rows):
        writer.writerow(map(_inert, row))
        yield text.getvalue()
        text.seek(0)
        text.truncate()


def _inert(value: Any) -> str:
    """Return a value as text that no spreadsheet takes for a formula."""
    return inert(cell(value)) if isinstance(value, str) and not _is_number(value) else cell(value)


def _is_number(value: Any) -> bool:
    return value.is_number if isinstance(value, Verbatim) else isinstance(value, int | float)


def _markdown(rows: Rows) -> Iterator[str]:
    rule = f"|{'|'.join(' --: ' if number else ' --- ' for number in _numeric(rows))}|\n"
    for number, row in enumerate((rows.columns, *rows.rows)):
        yield f"| {' | '.join(_unmarked(cell(value)) for value in row)} |\n"
        yield "" if number else rule


def _unmarked(text: str) -> str:
    """Return a text in which Markdown finds no border of a cell, no HTML and no link."""
    if _ESCAPED_MARK.search(text):  # its backslash would take ours for itself
        text = text.replace("\\", r"\\")
    return text.replace("|", r"\|").replace("<", r"\<").replace("](", r"\](")


def _numeric(rows: Rows) -> list[bool]:
    """Return for each column whether it holds numbers and nothing else."""
    places = range(len(rows.columns))
    return [all(row[place] is None or _is_number(row[place]) for row in rows.rows) for place in places]


def _table(rows: Rows, width: int | None) -> Iterator[str]:
    """Yield a table that fits the width, or a block a record where words would have to be broken for it."""
    if not rows.rows:
        return iter(())
    widths = natural = _natural(rows)
    if width and sum(natural) + GAP * (len(natural) - 1) > width:
        room = width - GAP * (len(natural) - 1)
        some = rows.rows[:: -(-len(rows.rows) // WORDS_OF)]
        texts = [_cells(row, GAUGED) for row in some]
        words = zip(_cells(rows.columns, GAUGED), *texts, strict=True)
        least = [min(full, max(map(_longest, column))) for full, column in zip(natural, words, strict=True)]
        if natural[0] <= width // 4 and natural[0] + sum(least[1:]) <= room:  # a short slug or name stays in one piece
            least[0] = natural[0]
        widths = _widths(natural, least, texts, room)
    if not width:
        return _grid(rows, widths, lambda text, _: text.strip(), bold=False)
    return _grid(rows, widths, _fitted, bold=_styled()) if widths else _blocks(rows, width, bold=_styled())


def _cells(row: Sequence[Any], most: int) -> list[str]:
    return [cell(value)[:most] for value in row]


def _fitted(text: str, width: int) -> str:
    """Return what a terminal shows of a text, in lines of a width."""
    return wrapped(shortened(text, LONGEST_CELL), width)


def _natural(rows: Rows) -> list[int]:
    """Return how wide each column is where nothing wraps."""
    widest = [size(text) for text in _cells(rows.columns, LONGEST_CELL)]
    for row in rows.rows:
        for index, text in enumerate(_cells(row, LONGEST_CELL)):
            if len(text) > widest[index] // 2:  # a letter takes two columns at most
                widest[index] = max(widest[index], size(text))
    return widest


def _longest(text: str) -> int:
    """Return the least width for a value: no piece is broken, and a short value takes two lines at most."""
    pieces = _pieces(text)
    if size(text) <= SHORT:
        halves = (("".join(pieces[:cut]), "".join(pieces[cut:])) for cut in range(len(pieces) + 1))
        return min(max(size(first.strip()), size(second.strip())) for first, second in halves)
    return min(LONGEST_WORD, max(size(piece.strip()) for piece in pieces))


def _widths(natural: list[int], least: list[int], texts: list[list[str]], room: int) -> list[int]:
    """Return how wide each column gets, nothing where there is no room.

    What is left goes, one by one, to the column that makes the most rows tall, and of two to the one that needs less.
    """
    if sum(least) > room:
        return []
    found = list(least)
    columns = list(zip(*texts[:: max(1, len(texts) // SAMPLE)], strict=True))
    heights = [_heights(column, width) for column, width in zip(columns, found, strict=True)]
    for _ in range(room - sum(least)):
        votes = [0] * len(found)
        for row in zip(*heights, strict=True):
            for index, height in enumerate(row):
                votes[index] += 1 < height == max(row)
        lacking = [full - width for full, width in zip(natural, found, strict=True)]
        index = min((one for one, lack in enumerate(lacking) if lack), key=lambda one: (-votes[one], lacking[one]))
        found[index] += 1
        heights[index] = _heights(columns[index], found[index])
    return found


def _heights(column: Sequence[str], width: int) -> list[int]:
    return [wrapped(text, width).count("\n") + 1 for text in column]


def _pieces(text: str) -> list[str]:
    return re.findall(_PROSE if " " in text else _NAMES, text)


def wrapped(text: str, width: int) -> str:
    """Return a text in lines of a width, broken where a line may break, and in a piece that is longer still."""
    if size(text) <= width:
        return text.strip()
    lines = [""]
    taken = 0
    for piece in _pieces(text):
        needed = size(piece)
        if lines[-1] and taken + needed > width:
            lines.append("")
        if lines[-1]:
            lines[-1] += piece
            taken += needed
        else:
            lines[-1:] = _broken(piece.lstrip(), width)
            taken = size(lines[-1])
    return "\n".join(line.rstrip() for line in lines if line.strip())


def _broken(text: str, width: int) -> list[str]:
    """Return a text in parts that fit a width, each of one letter at least."""
    if text.isascii():
        return [text[place : place + width] for place in range(0, len(text), width)] or [""]
    parts, taken = [""], 0
    for letter in text:
        taken += size(letter)
        if taken > width and parts[-1]:
            parts.append("")
            taken = size(letter)
        parts[-1] += letter
    return parts


def _styled() -> bool:
    """Return whether standard output is a terminal that shows bold letters."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") not in ("dumb", "unknown")


def _grid(rows: Rows, widths: list[int], fit: Callable[[str, int], str], *, bold: bool) -> Iterator[str]:
    """Yield the lines of a table: its header stands at the bottom, its values at the top of their rows.

    Args:
        rows: the rows.
        widths: of the columns.
        fit: returns a text in lines of a width.
        bold: whether the header is.
    """
    numeric = _numeric(rows)
    header = [fit(cell(name), wide).split("\n") for name, wide in zip(rows.columns, widths, strict=True)]
    tall = max(map(len, header))
    for line in zip(*([""] * (tall - len(lines)) + lines for lines in header), strict=True):
        text = _line(line, widths, numeric)
        yield f"{_BOLD}{text}{_PLAIN}\n" if bold else f"{text}\n"
    for row in rows.rows:
        cells = (fit(cell(value), wide).split("\n") for value, wide in zip(row, widths, strict=True))
        for line in zip_longest(*cells, fillvalue=""):
            yield f"{_line(line, widths, numeric)}\n"


def _line(texts: Sequence[str], widths: list[int], numeric: list[bool]) -> str:
    parts = []
    for text, wide, number in zip(texts, widths, numeric, strict=True):
        space = " " * (wide - size(text))
        parts.append(space + text if number else text + space)
    return (" " * GAP).join(parts).rstrip(" ")


def _blocks(rows: Rows, width: int, *, bold: bool) -> Iterator[str]:
    """Yield a block a record: a line a value, or more where it wraps."""
    header = _cells(rows.columns, LONGEST_CELL)
    room = max(width - max(map(size, header)) - GAP, NARROWEST)
    for number, row in enumerate(rows.rows):
        values = [(name, cell(value)) for name, value in zip(header, row, strict=True) if cell(value)]
        names = max((size(name) for name, _ in values), default=0) + GAP
        yield "\n" if number else ""
        for name, text in values:
            first, *others = _fitted(text, room).split("\n")
            title = f"{_BOLD}{name}{_PLAIN}" if bold else name
            yield f"{title}{' ' * (names - size(name))}{first}\n"
            yield from (f"{' ' * names}{other}\n" for other in others)
