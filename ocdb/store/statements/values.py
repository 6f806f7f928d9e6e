"""What a server's values become in the answer to a user's own statement: exact, and of few types.

The driver would make Python objects of them: 100-digit numbers become infinite, JSON becomes Python's notation, deep
JSON ends in a RecursionError, and intervals that Python can't hold become others. So numbers, truth values and bytes
are read as such, and all else is the server's own text.
"""

from typing import TYPE_CHECKING, Any

from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg.types.string import TextLoader

if TYPE_CHECKING:
    from psycopg import Connection

_JSON, _JSONB, _NUMERIC = 114, 3802, 1700
# bool, bytea, int8, int2, int4, oid, float4, float8
_AS_THEY_ARE = {16, 17, 20, 21, 23, 26, 700, 701}
# The columns in which a text stands for itself in JSON.
VERBATIM = {_JSON, _JSONB, _NUMERIC}
# SQLite's integers have 64 bits; a float holds each whole number below the second.
_WHOLE, _FLOAT = 2**63, 2**53
_TINY = 1e-300
# The longest text of 64 bits. Python reads no number of more than 4,300 digits.
_DIGITS = 20
# Outside of a text these are white space in JSON, and inside of one they can't stand: json keeps them, jsonb doesn't.
_SPACES = str.maketrans("\n\r\t", "   ")


class _NumericLoader(Loader):
    """Reads a decimal: as SQLite would give it where that is right, else as its text."""

    def load(self, data: Buffer) -> int | float | str:
        return number(bytes(data).decode("ascii"))


class _JsonLoader(TextLoader):
    """Reads JSON as its text, in one line."""

    def load(self, data: Buffer) -> str:
        return str(super().load(data)).translate(_SPACES)


def number(text: str) -> int | float | str:
    """Return a decimal as an integer or a float, or as its text where those would change it."""
    if text[-1] in "yN":  # Infinity, NaN
        return float(text)
    whole, _, fraction = text.partition(".")
    if not fraction.strip("0"):
        return int(whole) if len(whole) <= _DIGITS and -_WHOLE <= int(whole) < _WHOLE else whole
    return float(text) if len(whole) < _DIGITS and _TINY < abs(float(text)) < _FLOAT else text


def exact(connection: "Connection[Any]") -> None:
    """Let a connection read all values as this module says."""
    for kind in connection.adapters.types:
        if kind.oid not in _AS_THEY_ARE:
            connection.adapters.register_loader(kind.oid, TextLoader)
        if kind.array_oid:
            connection.adapters.register_loader(kind.array_oid, TextLoader)
    for oid, loader in ((_NUMERIC, _NumericLoader), (_JSON, _JsonLoader), (_JSONB, _JsonLoader)):
        connection.adapters.register_loader(oid, loader)
