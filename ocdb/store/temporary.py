"""Makes SQLite databases for one answer, which nobody keeps."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from sqlalchemy import Connection, create_mock_engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import OperationalError

from ocdb.errors import DatabaseError
from ocdb.schema import metadata
from ocdb.store import database
from ocdb.words.language import N_, _
from ocdb.words.system import because

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
    """Make a database with all tables, and fill it in the same transaction.

    Args:
        path: of a file that isn't there yet.
        fill: writes the rows, in any order: what they refer to is checked in the end.

    Raises:
        DatabaseError: the temporary directory can't hold it.
    """

    def make_and_fill(connection: Connection) -> None:
        connection.connection.execute("PRAGMA synchronous = OFF")  # the answer is all that has to last
        with connection.begin():
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            for statement in _tables():
                connection.exec_driver_sql(statement)
            fill(connection)

    try:
        database.connect(path, make_and_fill)
    except DatabaseError as error:
        if not isinstance(error.__cause__, OperationalError):
            raise
        message = _("the temporary directory {directory} can't be written: {reason}")
        message = message.format(directory=gettempdir(), reason=_(str(error.__cause__.orig)))
        raise DatabaseError(message, _(ROOM)) from error


@cache
def _tables() -> list[str]:
    """Return the statements that make all tables: SQLAlchemy takes longer to write them than SQLite to run them."""
    found: list[str] = []
    dialect = sqlite.dialect()
    writing = create_mock_engine("sqlite://", lambda sql, *_, **__: found.append(str(sql.compile(dialect=dialect))))
    metadata.create_all(writing, checkfirst=False)
    return found
