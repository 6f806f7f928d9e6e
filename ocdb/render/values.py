"""Values as text, whatever they are written in."""

from typing import Any

from ocdb.store.reader.rows import Verbatim


def plain(value: Any) -> str:
    """Return a value as text: nothing for what is unknown, bytes in hexadecimal, no needless fraction."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.hex() if isinstance(value, bytes) else str(value)


def is_number(value: Any) -> bool:
    """Return whether a value is a number, also one that JSON holds as its text."""
    return value.is_number if isinstance(value, Verbatim) else isinstance(value, int | float)
