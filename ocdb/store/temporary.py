"""Makes SQLite databases for one answer, which nobody keeps."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from sqlalchemy import Connection, create_engine, create_mock_engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from ocdb.errors import DatabaseError
from ocdb.schema import metadata
from ocdb.words.language import N_, _
from ocdb.words.system import because

# A hundred megabytes of pages wait in memory, and are written once.
_UNGUARDED = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -100000")
ROOM = N_("Make room there, or name another directory: TMPDIR=DIRECTORY")


@contextmanager
def directory() -> Iterator[Path]:
    """Give a temporary directory for the database of one answer; both are gone afterwards.

    Raises:
        DatabaseError: none can be made.
    """
    try:
        made = TemporaryDirectory(prefix="ocdb-")
    except OSError as error:
        message = _("no temporary directory can be made: {reason}").format(reason=because(error))
        raise DatabaseError(message, _(ROOM)) from error
    with made as name:
        yield Path(name)


def make(path: Path, fill: Callable[[Connection], None]) -> None:
    """Make a database with all tables, fill it, and make the indexes.

    Nothing is kept for the case that it fails: there is no journal, and nobody waits for the disk.

    Args:
        path: of a file that isn't there yet.
        fill: writes the rows, in any order, none of which refers to what isn't there: that isn't checked again.

    Raises:
        DatabaseError: the temporary directory can't hold it.
    """
    # Not by ocdb.store.database, which imports Alembic.
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(path, isolation_level=None), poolclass=NullPool)
    try:
        with engine.connect() as connection:
            for statement in (*_UNGUARDED, "BEGIN", *_tables("TABLE")):
                connection.exec_driver_sql(statement)
            fill(connection)
            for statement in (*_tables("INDEX"), "COMMIT"):
                connection.exec_driver_sql(statement)
    except OperationalError as error:
        message = _("the temporary directory {directory} can't be written: {reason}")
        message = message.format(directory=gettempdir(), reason=_(str(error.orig)))
        raise DatabaseError(message, _(ROOM)) from error


def _tables(kind: str) -> list[str]:
    """Return the statements that make all tables, or all indexes."""
    return [sql for sql in _statements() if (sql.split()[0:2] == ["CREATE", "TABLE"]) == (kind == "TABLE")]


@cache
def _statements() -> list[str]:
    """Return the statements that make tables and indexes: SQLAlchemy takes longer to write them than SQLite to run."""
    found: list[str] = []
    dialect = sqlite.dialect()
    writing = create_mock_engine("sqlite://", lambda sql, *_, **__: found.append(str(sql.compile(dialect=dialect))))
    metadata.create_all(writing, checkfirst=False)
    return found
