"""Answers as JSON and JSON lines: data exactly as they are."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import isfinite
from typing import Any

from ocdb.render.people import plain
from ocdb.store.reader.rows import Rows, Verbatim
from ocdb.text import json_escaped


def whole(value: Mapping[str, Any]) -> Iterator[str]:
    """Yield an object as JSON."""
    yield json_escaped(json.dumps({**value}, ensure_ascii=False, indent=2)) + "\n"


def listed(rows: Rows) -> Iterator[str]:
    """Yield rows as one list of objects, laid out as the module json does with an indent of two."""
    for number, row in enumerate(rows.rows):
        members = ",\n    ".join(_members(rows.columns, row))
        yield f"{',' if number else '['}\n  {{\n    {members}\n  }}"
    yield "\n]\n" if rows.rows else "[]\n"


def lines(rows: Rows) -> Iterator[str]:
    """Yield rows as JSON lines: an object a line."""
    for row in rows.rows:
        yield f"{{{', '.join(_members(rows.columns, row))}}}\n"


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
