"""Answers as JSON and JSON lines: data exactly as they are.

JSON lines are written many at once, a column at a time: what has to be escaped is seen of all values together.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from json.encoder import encode_basestring
from math import isfinite
from typing import Any

from ocdb.render.values import plain
from ocdb.store.reader.rows import Table, Verbatim
from ocdb.text import all_visible, json_escaped


def whole(value: Mapping[str, Any]) -> Iterator[str]:
    """Yield an object as JSON."""
    yield json_escaped(_laid(value, "\n")) + "\n"


def _laid(value: Any, start: str) -> str:
    """Return a value as the module json lays it out with an indent of two, in a third of its time.

    Args:
        value: an object, a list, or what stands in them.
        start: what begins a line: a line break, and the indent of the value.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None:
        return "null"
    inside = f"{start}  "
    if isinstance(value, Mapping):
        members = [f"{encode_basestring(str(name))}: {_laid(one, inside)}" for name, one in value.items()]
        return f"{{{inside}{f',{inside}'.join(members)}{start}}}" if members else "{}"
    if isinstance(value, list | tuple):
        return f"[{inside}{f',{inside}'.join([_laid(one, inside) for one in value])}{start}]" if value else "[]"
    return _encoder().encode(value)


def listed(rows: Table) -> Iterator[str]:
    """Yield rows as one list of objects, laid out as the module json does with an indent of two."""
    mark = "["
    for batch in rows.batches():
        objects = _objects(rows.columns, batch, "  {{\n    {}\n  }}", ",\n    ")
        yield f"{mark}\n" + ",\n".join(objects)
        mark = ","
    yield "[]\n" if mark == "[" else "\n]\n"


def lines(rows: Table) -> Iterator[str]:
    """Yield rows as JSON lines, an object a line: the lines of each batch of rows in one text."""
    for batch in rows.batches():
        yield "".join(_objects(rows.columns, batch, "{{{}}}\n", ", "))


def _objects(names: Sequence[str], batch: Sequence[Sequence[Any]], form: str, between: str) -> Iterator[str]:
    """Return some rows as objects in a form, with something between their members."""
    columns = [_column(column) for column in zip(*batch, strict=True)]
    keys = [_encoded(name).replace("%", "%%") for name in names]
    members = between.join(f"{key}: {value}" for key, (value, _) in zip(keys, columns, strict=True))
    return map(form.format(members).__mod__, zip(*(values for _, values in columns), strict=True))


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
