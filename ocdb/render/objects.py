"""Answers as JSON and JSON lines: data exactly as they are.

JSON lines are written many at once, a column at a time: what has to be escaped is seen of all values together.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from math import isfinite
from typing import Any

from ocdb.render.values import plain
from ocdb.store.reader.rows import Table, Verbatim
from ocdb.text import all_visible, json_escaped


def whole(value: Mapping[str, Any]) -> Iterator[str]:
    """Yield an object as JSON."""
    yield json_escaped(json.dumps({**value}, ensure_ascii=False, indent=2)) + "\n"


def listed(rows: Table) -> Iterator[str]:
    """Yield rows as one list of objects, laid out as the module json does with an indent of two."""
    mark = "["
    for row in chain.from_iterable(rows.batches()):
        members = ",\n    ".join(_members(rows.columns, row))
        yield f"{mark}\n  {{\n    {members}\n  }}"
        mark = ","
    yield "[]\n" if mark == "[" else "\n]\n"


def lines(rows: Table) -> Iterator[str]:
    """Yield rows as JSON lines, an object a line: the lines of each batch of rows in one text."""
    names = [_encoded(name).replace("%", "%%") for name in rows.columns]
    for batch in rows.batches():
        columns = [_column(column) for column in zip(*batch, strict=True)]
        form = ", ".join(f"{name}: {value}" for name, (value, _) in zip(names, columns, strict=True))
        line = f"{{{form}}}\n"
        yield "".join(map(line.__mod__, zip(*(values for _, values in columns), strict=True)))


def _column(values: Sequence[Any]) -> tuple[str, Sequence[Any]]:
    """Return how a value of a column stands in a line, for the operator %, and the values as they go there."""
    kinds = set(map(type, values))
    if kinds == {int}:
        return "%s", values
    if not kinds <= {str, type(None)}:
        return "%s", [*map(_encoded, values)]
    whole = "".join(filter(None, values))
    if not all_visible(whole):
        return "%s", [*map(_encoded, values)]
    if '"' in whole or "\\" in whole:
        values = [value and value.replace("\\", "\\\\").replace('"', '\\"') for value in values]
    if kinds == {str}:
        return '"%s"', values
    return "%s", ["null" if value is None else f'"{value}"' for value in values]


def _members(names: Sequence[str], row: Sequence[Any]) -> Iterator[str]:
    return (f"{_encoded(name)}: {_encoded(value)}" for name, value in zip(names, row, strict=True))


def _encoded(value: Any) -> str:
    """Return a value as JSON: bytes in hexadecimal, and as text the numbers that JSON has no word for."""
    if isinstance(value, Verbatim):
        return json_escaped(value)
    if isinstance(value, bytes) or (isinstance(value, float) and not isfinite(value)):
        value = plain(value)
    return json_escaped(_encoder().encode(value))


@cache
def _encoder() -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False)
