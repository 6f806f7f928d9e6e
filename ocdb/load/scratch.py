"""Makes SQLite databases for one answer, which nobody keeps."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, create_mock_engine
from sqlalchemy.dialects import sqlite

from ocdb import database
from ocdb.schema import metadata


def make(path: Path, fill: Callable[[Connection], None]) -> None:
    """Make a database with all tables, and fill it in the same transaction.

    Args:
        path: of a file that isn't there yet.
        fill: writes the rows, in any order: what they refer to is checked in the end.
    """

    def make_and_fill(connection: Connection) -> None:
        connection.connection.execute("PRAGMA synchronous = OFF")  # the answer is all that has to last
        with connection.begin():
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            for statement in _tables():
                connection.exec_driver_sql(statement)
            fill(connection)

    database.connect(path, make_and_fill)


@cache
def _tables() -> list[str]:
    """Return the statements that make all tables: SQLAlchemy takes longer to write them than SQLite to run them."""
    found: list[str] = []
    dialect = sqlite.dialect()
    writing = create_mock_engine("sqlite://", lambda sql, *_, **__: found.append(str(sql.compile(dialect=dialect))))
    metadata.create_all(writing, checkfirst=False)
    return found
