"""Makes SQLite databases for one answer, which nobody keeps."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import TypeVar

from sqlalchemy import Connection, Table, create_engine, create_mock_engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateIndex, CreateTable

from ocdb.errors import DatabaseError
from ocdb.schema import metadata
from ocdb.words.language import N_, _
from ocdb.words.system import because

# A hundred megabytes of pages wait in memory, and are written once.
_UNGUARDED = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -100000")
T = TypeVar("T")
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
    with _explained(), _connected(path) as connection:
        for statement in (*_UNGUARDED, "BEGIN", *_tables("TABLE")):
            connection.exec_driver_sql(statement)
        fill(connection)
        for statement in (*_tables("INDEX"), "COMMIT"):
            connection.exec_driver_sql(statement)


class OnDemand:
    """A database whose tables are made one by one, each when somebody needs it.

    Nothing is kept for the case that it fails, and what a row refers to isn't checked.

    Attributes:
        made: the names of the tables that are there.
        connection: the driver's, for reading.

    Raises:
        DatabaseError: the temporary directory can't hold it.
    """

    def __init__(self, path: Path) -> None:
        self.made: set[str] = set()
        self._closing = ExitStack()
        with _explained():
            self._connection = self._closing.enter_context(_connected(path))
            for statement in _UNGUARDED:
                self._connection.exec_driver_sql(statement)
        self.connection: sqlite3.Connection = self._connection.connection.driver_connection  # type: ignore[assignment]

    def make(self, table: Table, rows: Sequence[T], insert: Callable[[Connection, Table, Sequence[T]], int]) -> None:
        """Make a table with its rows, which `insert` writes, and then its indexes."""

        def fill(connection: Connection) -> None:
            connection.execute(CreateTable(table))
            if rows:
                insert(connection, table, rows)
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                connection.execute(CreateIndex(index))

        self.write(fill)
        self.made.add(table.name)

    def write(self, what: Callable[[Connection], None]) -> None:
        """Do something in a transaction."""
        with _explained():
            self._connection.exec_driver_sql("BEGIN")
            what(self._connection)
            self._connection.exec_driver_sql("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._closing.close()


@contextmanager
def _connected(path: Path) -> Iterator[Connection]:
    # By no engine of ocdb.store.database: BEGIN and COMMIT are written out here.
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(path, isolation_level=None), poolclass=NullPool)
    with engine.connect() as connection:
        yield connection


@contextmanager
def _explained() -> Iterator[None]:
    """Say why a temporary database can't be written.

    Raises:
        DatabaseError: it can't.
    """
    try:
        yield
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
