"""The one read-only way to a database: the standard library on SQLite, SQLAlchemy elsewhere.

SQLite is opened with ``mode=ro``, which no statement can undo; importing SQLAlchemy for it would cost a cold process
130 ms of its 200 (design, section 8).
"""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from ocdb.address import Address, located
from ocdb.errors import DatabaseError
from ocdb.revisions import refuse_other, single
from ocdb.settings import read_only_uri, today
from ocdb.sqlite import explain, loading, undo_half_a_write
from ocdb.text import storable

BUSY_SECONDS = 10.0
# Others keep a table of that name too.
REVISION = "SELECT version_num FROM alembic_version WHERE EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'stamp')"


class Verbatim(str):
    """A value of JSON as its text, exact, to be put into JSON as it stands: json, jsonb, a number of any length."""

    __slots__ = ()

    @property
    def is_number(self) -> bool:
        """Return whether it is a number: no other value of JSON begins like one."""
        return self[:1] in set("-0123456789")


@dataclass(frozen=True)
class Rows:
    """Rows as asked for: the names of the columns, and a tuple a row, in the order of the answer."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def records(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def ordered(self, *names: str) -> "Rows":
        """Return the rows by some columns, empty values first, text by code point: a server would follow its locale."""
        order = [self.columns.index(name) for name in names]

        def key(row: tuple[Any, ...]) -> list[tuple[bool, Any]]:
            return [(row[index] is not None, row[index]) for index in order]

        return Rows(self.columns, sorted(self.rows, key=key))


def distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Return names of columns, with a number after each that is there before: ``name``, ``name_2``."""
    found: dict[str, None] = {}
    last: dict[str, int] = {}
    for name in names:
        unique = name
        while unique in found:
            last[name] = last.get(name, 1) + 1
            unique = f"{name}_{last[name]}"
        found[unique] = None
    return tuple(found)


def bound(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters that both engines take: what no database stores is found in none."""
    return {name: storable(value) if isinstance(value, str) else value for name, value in parameters.items()}


class Reader(Protocol):
    """Runs SELECT statements with ``:name`` parameters.

    Attributes:
        today: the day that the rules take for today: of a database as of a day that day.
    """

    today: date

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Return all rows of a query; dates as text in ISO 8601."""

    def together(self, statements: Sequence[str]) -> list[Rows]:
        """Return the rows of several queries, all as they are at one moment, whatever others write meanwhile."""

    def close(self) -> None:
        """Let go of the database."""


class SqliteReader:
    """Reads an SQLite file."""

    def __init__(self, path: Path, day: date | None = None) -> None:
        self.path = path
        self.today = day or today()
        self.connection = open_sqlite(path)
        if found := self._revision():
            refuse_other(found)

    def _revision(self) -> str | None:
        """Return the revision of the tables; None where there are none, or those of one question (--as-of)."""
        try:
            found = [row[0] for row in self.connection.execute(REVISION)]
        except sqlite3.DatabaseError as error:
            if "no such table" in str(error):
                return None
            raise explain(error, self.path) from error
        return single(found)

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Return all rows of a query.

        Raises:
            DatabaseError: the file is no database of ocdb, or it is locked.
        """
        try:
            with closing(self.connection.execute(sql, bound(parameters or {}))) as cursor:
                columns = tuple(column[0] for column in cursor.description or ())
                return Rows(columns, cursor.fetchall())
        except sqlite3.DatabaseError as error:
            raise explain(error, self.path) from error

    def together(self, statements: Sequence[str]) -> list[Rows]:
        """Return the rows of several queries, all as they are at one moment.

        Raises:
            DatabaseError: the file is no database of ocdb, or it is locked.
        """
        self.connection.execute("BEGIN")
        try:
            return [self.rows(statement) for statement in statements]
        finally:
            self.connection.rollback()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()


def open_sqlite(path: Path) -> sqlite3.Connection:
    """Open an SQLite file read-only.

    Raises:
        DatabaseError: there is no such file.
    """
    if not path.is_file():
        raise DatabaseError(f"there is no database {path}", f"Make one from the fixtures: {loading(path)}")
    undo_half_a_write(path)
    try:
        return sqlite3.connect(read_only_uri(path), uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite3.DatabaseError as error:
        raise explain(error, path) from error


def open_reader(address: Address, day: date | None = None) -> Reader:
    """Return a reader of a database.

    Args:
        address: of the database.
        day: what the rules take for today; by default what `ocdb.settings.today` says.
    """
    place = located(address)
    if isinstance(place, Path):
        return SqliteReader(place, day)
    from ocdb.read.server import ServerReader  # noqa: PLC0415  SQLAlchemy, for servers only

    return ServerReader(place, day)
