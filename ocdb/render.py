"""Rows to a table, TSV, CSV, JSON, JSON lines or Markdown. Data is printed as text: never as markup or control codes.

TSV is for pipes: one line a row, tabs and line breaks inside a value written out. In TSV and CSV an apostrophe stands
before what a spreadsheet would take for a formula. JSON keeps values exactly.
"""

import io
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from ocdb.read.reader import Rows
from ocdb.text import inert, json_escaped, shortened, size, visible
from ocdb.words.reasons import worded

if TYPE_CHECKING:
    from rich.console import RenderableType

Format = Literal["table", "tsv", "csv", "json", "jsonl", "md"]
FORMATS: tuple[str, ...] = get_args(Format)

# A table never breaks a word that is shorter: rather it gives way to one block a record.
LONGEST_WORD = 24
# A value of this length takes two lines at most: "at least" and the number.
SHORT = 16
# The values of a block wrap, but not to less than this.
NARROWEST = 10
# Nobody reads a longer value on a terminal, and wrapping it takes minutes: its beginning is shown, and how long it is.
LONGEST_CELL = 10_000
# So many rows tell how wide the columns should be.
SAMPLE = 50
# The columns of a section that tells one record, a line a field.
FACTS = ("field", "value")
GAP = 2
# Where a line may break: at spaces, after hyphens and slashes, but not inside a date; in names also after underscores.
_DATE = r"(?:\.\./)?(?<![^\s/])\d{4}-\d\d(?:-\d\d)?[~?]?/?"
_PROSE = rf"\s*(?:{_DATE}|[^\s\-/]*[-/]|[^\s\-/]+)"
_NAMES = rf"\s*(?:{_DATE}|[^\s\-_/]*[-_/]|[^\s\-_/]+)"
# With the backslashes before them, which would take the next one for themselves.
_MARKS = re.compile(r"(\\*)(\||<|\](?=\())")


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
    if form == "table":
        return _table(_only(rows, shown), width)
    if form == "md":
        return "".join(_markdown(_only(rows, shown)))
    if form == "json":
        return _json(rows.records(), indent=2)
    if form == "jsonl":
        return "".join(map(_json, rows.records()))
    return _separated(rows, form)


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
    wanted = [rows.columns.index(name) for name in shown]
    indexes = [index for index in wanted if any(cell(row[index]) for row in rows.rows)]
    cells = [worded(rows.columns, row) for row in rows.rows]
    columns = tuple(rows.columns[index] for index in indexes)
    return Rows(columns, [tuple(row[index] for index in indexes) for row in cells])


def _json(value: Any, indent: int | None = None) -> str:
    import json  # noqa: PLC0415  only for this format

    return json_escaped(json.dumps(value, ensure_ascii=False, indent=indent)) + "\n"


def cell(value: Any) -> str:
    """Return a value as text that is safe on a terminal; nothing for what is unknown."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return visible(str(value))


def _separated(rows: Rows, form: str) -> str:
    if form == "tsv":
        lines = [map(_inert, row) for row in (rows.columns, *rows.rows)]
        return "".join("\t".join(line) + "\n" for line in lines)
    import csv  # noqa: PLC0415  only for this format

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([_inert(value) for value in row] for row in (rows.columns, *rows.rows))
    return text.getvalue()


def _inert(value: Any) -> str:
    """Return a value as text that no spreadsheet takes for a formula."""
    return inert(cell(value)) if isinstance(value, str) else cell(value)


def _markdown(rows: Rows) -> Iterator[str]:
    rule = f"|{'|'.join(' --: ' if number else ' --- ' for number in _numeric(rows))}|\n"
    for number, row in enumerate((rows.columns, *rows.rows)):
        yield f"| {' | '.join(_unmarked(cell(value)) for value in row)} |\n"
        yield "" if number else rule


def _unmarked(text: str) -> str:
    """Return a text in which Markdown finds no border of a cell, no HTML and no link."""
    return _MARKS.sub(lambda found: rf"{found[1]}{found[1]}\{found[2]}", text)


def _numeric(rows: Rows) -> list[bool]:
    """Return for each column whether it holds numbers and nothing else."""
    columns = zip(*rows.rows, strict=True) if rows.rows else [()] * len(rows.columns)
    return [all(value is None or isinstance(value, int | float) for value in column) for column in columns]


def _table(rows: Rows, width: int | None) -> str:
    """Return a table that fits the width, or a block a record where words would have to be broken for it."""
    if not rows.rows:
        return ""
    most = LONGEST_CELL if width else sys.maxsize
    header, *texts = [[shortened(cell(value), most) for value in row] for row in (rows.columns, *rows.rows)]
    numeric = _numeric(rows)
    columns = list(zip(header, *texts, strict=True))
    natural = [max(map(size, column)) for column in columns]
    widths = natural
    if width and sum(natural) + GAP * (len(natural) - 1) > width:
        room = width - GAP * (len(natural) - 1)
        least = [min(full, max(map(_longest, column))) for full, column in zip(natural, columns, strict=True)]
        if natural[0] <= width // 4 and natural[0] + sum(least[1:]) <= room:  # a short slug or name stays in one piece
            least[0] = natural[0]
        widths = _widths(natural, least, texts, room)
    return _grid(header, texts, numeric, widths, width) if widths else _blocks(header, texts, width or 0)


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
    for piece in _pieces(text):
        if size(lines[-1]) + size(piece.rstrip()) > width and lines[-1]:
            lines.append("")
        rest = piece if lines[-1] else piece.lstrip()
        while (fitting := _fitting(rest.rstrip(), width)) < len(rest.rstrip()):
            lines[-1:] = [rest[:fitting], ""]
            rest = rest[fitting:]
        lines[-1] += rest
    return "\n".join(line.rstrip() for line in lines if line.strip())


def _fitting(text: str, width: int) -> int:
    """Return how many letters of a text fit a width, at least one."""
    taken = 0
    for number, letter in enumerate(text):
        taken += size(letter)
        if taken > width:
            return max(1, number)
    return len(text)


def _grid(
    header: Sequence[str], texts: list[list[str]], numeric: list[bool], widths: list[int], width: int | None
) -> str:
    from rich.table import Table  # noqa: PLC0415  only on a terminal
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False)
    for name, number, wide in zip(header, numeric, widths, strict=True):
        title = Text(wrapped(name, wide), style="bold")
        table.add_column(title, justify="right" if number else "left", no_wrap=True, min_width=wide, vertical="top")
    for row in texts:
        table.add_row(*(Text(wrapped(text, wide)) for text, wide in zip(row, widths, strict=True)))
    return printed(table, sum(widths) + GAP * len(widths), terminal=bool(width))


def _blocks(header: Sequence[str], texts: list[list[str]], width: int) -> str:
    from rich.table import Table  # noqa: PLC0415  only on a terminal
    from rich.text import Text  # noqa: PLC0415

    parts = []
    names = max(map(size, header)) + GAP
    room = max(width - names, NARROWEST)
    for row in texts:
        block = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
        block.add_column(style="bold", no_wrap=True)
        block.add_column(no_wrap=True)
        for name, text in zip(header, row, strict=True):
            if text:
                block.add_row(Text(name), Text(wrapped(text, room)))
        parts.append(printed(block, names + room, terminal=True))
    return "\n".join(parts)


def printed(table: "RenderableType", width: int, *, terminal: bool) -> str:
    """Return what Rich draws, in colour only where a terminal takes it."""
    from rich.console import Console  # noqa: PLC0415  only on a terminal

    text = io.StringIO()
    coloured = terminal and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    Console(file=text, width=width, force_terminal=coloured, highlight=False, emoji=False).print(table)
    # Rich fills up the last column too.
    return re.sub(r" +((?:\x1b\[[\d;]*m)*)$", r"\1", text.getvalue(), flags=re.MULTILINE)
