"""Rows to a table, TSV, CSV, JSON, JSON lines or Markdown. Data is printed as text: never as markup or control codes.

TSV is for pipes: one line a row, tabs and line breaks inside a value written out. JSON keeps values exactly.
"""

import io
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from ocdb.read.reader import Rows
from ocdb.text import visible

if TYPE_CHECKING:
    from rich.table import Table

Format = Literal["table", "tsv", "csv", "json", "jsonl", "md"]
FORMATS: tuple[str, ...] = get_args(Format)

# A text column may wrap down to this width before a table gives way to one block a record: the length of a day.
NARROWEST = 10
# The columns of a section that tells one record, a line a field.
FACTS = ("field", "value")
GAP = 2
_PIECES = re.compile(r"\s*(?:[^\s\-_/]*[-_/]|[^\s\-_/]+)")


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
        shown: the columns of a table or of Markdown, which leave empty ones out; the other formats give all.
        width: columns of the terminal, for a table.
    """
    if form == "table":
        return _table(_without_empty(_only(rows, shown)), width)
    if form == "md":
        return "".join(_markdown(_without_empty(_only(rows, shown))))
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
    title = f"## {section.title}\n\n" if form == "md" else f"{visible(section.title)}\n"
    return title + (render(section.rows, form, shown=section.shown, width=width) if section.rows.rows else "")


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
    if not shown:
        return rows
    indexes = [rows.columns.index(name) for name in shown]
    return Rows(tuple(shown), [tuple(row[index] for index in indexes) for row in rows.rows])


def _without_empty(rows: Rows) -> Rows:
    """Return the rows without the columns in which nothing stands: people don't need them."""
    columns = zip(*rows.rows, strict=True) if rows.rows else ()
    return _only(rows, [name for name, column in zip(rows.columns, columns, strict=False) if any(map(cell, column))])


def _json(value: Any, indent: int | None = None) -> str:
    import json  # noqa: PLC0415  only for this format

    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"


def cell(value: Any) -> str:
    """Return a value as text that is safe on a terminal; nothing for what is unknown."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return visible(str(value))


def _separated(rows: Rows, form: str) -> str:
    if form == "tsv":
        lines = [rows.columns, *([cell(value) for value in row] for row in rows.rows)]
        return "".join("\t".join(line) + "\n" for line in lines)
    import csv  # noqa: PLC0415  only for this format

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([cell(value) for value in row] for row in rows.rows)
    return text.getvalue()


def _markdown(rows: Rows) -> Iterator[str]:
    yield f"| {' | '.join(rows.columns)} |\n"
    yield f"|{'|'.join(' --: ' if number else ' --- ' for number in _numeric(rows))}|\n"
    for row in rows.rows:
        yield f"| {' | '.join(cell(value).replace('|', chr(92) + '|') for value in row)} |\n"


def _numeric(rows: Rows) -> list[bool]:
    """Return for each column whether it holds numbers and nothing else."""
    columns = zip(*rows.rows, strict=True) if rows.rows else [()] * len(rows.columns)
    return [all(value is None or isinstance(value, int | float) for value in column) for column in columns]


def _table(rows: Rows, width: int | None) -> str:
    """Return a table that fits the width, or a block a record where even wrapped columns wouldn't fit."""
    if not rows.rows:
        return ""
    texts = [[cell(value) for value in row] for row in rows.rows]
    numeric = _numeric(rows)
    natural = [max(map(len, column)) for column in zip(rows.columns, *texts, strict=True)]
    widths = _widths(natural, numeric, width - GAP * (len(natural) - 1)) if width else natural
    return _grid(rows.columns, texts, numeric, widths) if widths else _blocks(rows.columns, texts, width or 0)


def _widths(natural: list[int], numeric: list[bool], room: int) -> list[int]:
    """Return how wide each column gets: what it needs, or a share of what is left; nothing where it is too tight."""
    least = [full if number else min(full, NARROWEST) for full, number in zip(natural, numeric, strict=True)]
    if sum(least) > room:
        return []
    found = dict(enumerate(least))
    # The narrow columns first: what they leave goes to the wide ones.
    for place, index in enumerate(sorted(found, key=lambda one: natural[one] - least[one])):
        share = (room - sum(found.values())) // (len(natural) - place)
        found[index] += min(share, natural[index] - found[index])
    return list(found.values())


def _wrapped(text: str, width: int) -> str:
    """Return a text in lines of a width, broken at spaces, or after the hyphens of slugs and underscores of names."""
    lines = [""]
    for piece in _PIECES.findall(text):
        if len(lines[-1]) + len(piece.rstrip()) > width and lines[-1]:
            lines.append("")
        rest = piece if lines[-1] else piece.lstrip()
        while len(rest.rstrip()) > width:
            lines[-1:] = [rest[:width], ""]
            rest = rest[width:]
        lines[-1] += rest
    return "\n".join(line.rstrip() for line in lines if line.strip())


def _grid(columns: Sequence[str], texts: list[list[str]], numeric: list[bool], widths: list[int]) -> str:
    from rich.table import Table  # noqa: PLC0415  only on a terminal
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False)
    for name, number, width in zip(columns, numeric, widths, strict=True):
        header = Text(_wrapped(name, width), style="bold")
        table.add_column(header, justify="right" if number else "left", no_wrap=True, min_width=width, vertical="top")
    for row in texts:
        table.add_row(*(Text(_wrapped(text, width)) for text, width in zip(row, widths, strict=True)))
    return _printed(table, sum(widths) + GAP * len(widths))


def _blocks(columns: Sequence[str], texts: list[list[str]], width: int) -> str:
    from rich.table import Table  # noqa: PLC0415  only on a terminal
    from rich.text import Text  # noqa: PLC0415

    parts = []
    room = width - max(map(len, columns)) - GAP
    for row in texts:
        block = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
        block.add_column(style="bold", no_wrap=True)
        block.add_column(no_wrap=True)
        for name, text in zip(columns, row, strict=True):
            if text:
                block.add_row(Text(name), Text(_wrapped(text, max(room, NARROWEST))))
        parts.append(_printed(block, width))
    return "\n".join(parts)


def _printed(table: "Table", width: int) -> str:
    from rich.console import Console  # noqa: PLC0415  only on a terminal

    text = io.StringIO()
    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    Console(file=text, width=width, force_terminal=coloured, highlight=False, emoji=False).print(table)
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines())
