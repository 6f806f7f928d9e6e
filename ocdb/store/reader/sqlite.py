"""Reads an SQLite file through the standard library.

The file is opened with ``mode=ro``, which no statement can undo; importing SQLAlchemy for it would cost a cold process
130 ms of its 200 (design, section 8).
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from ocdb.errors import DatabaseError
from ocdb.settings import read_only_uri, today
from ocdb.store.reader.letters import MAY_HAVE, narrowed
from ocdb.store.reader.rows import BATCH, Rows, Stream, bound
from ocdb.store.revisions import refuse_other, single
from ocdb.store.sqlite import explain, loading, undo_half_a_write
from ocdb.words.language import _

BUSY_SECONDS = 10.0
# Others keep a table of that name too.
REVISION = "SELECT version_num FROM alembic_version WHERE EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'stamp')"


class SqliteReader:
    """Reads an SQLite file."""

    def __init__(self, path: Path, day: date | None = None) -> None:
        self.path = path
        self.day = day
        self._open()

    def _open(self) -> None:
        self.today = self.day or today()
        self.state = _state(self.path)
        self.connection = open_sqlite(self.path)
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

    def stream(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Stream:
        """Return the rows of a query as they come.

        Raises:
            DatabaseError: the file is no database of ocdb, or it is locked; also while rows are read.
        """
        try:
            cursor = self.connection.execute(sql, bound(parameters or {}))
        except sqlite3.DatabaseError as error:
            raise explain(error, self.path) from error
        return Stream([column[0] for column in cursor.description or ()], self._batches(cursor))

    def _batches(self, cursor: sqlite3.Cursor) -> Iterator[list[tuple[Any, ...]]]:
        try:
            while batch := cursor.fetchmany(BATCH):
                yield batch
        except sqlite3.DatabaseError as error:
            raise explain(error, self.path) from error

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Let all queries of a block find what is there at one moment."""
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.rollback()

    def confine(self, filters: Callable[[], Mapping[str, Sequence[str]]]) -> None:
        """Take no notice: everything is there."""

    def narrowed(self, words: Sequence[str]) -> tuple[str, dict[str, str]]:
        """Return what the index of letters has of some words, as a condition on v_search and its parameters."""
        parameters = narrowed(self.connection, words)
        return (MAY_HAVE, parameters) if parameters else ("1 = 1", {})

    def file(self, sql: str) -> Path:  # noqa: ARG002  of one that is made for a question, the statement decides
        """Return the file, with all that a statement can read."""
        return self.path

    def renew(self) -> None:
        """Let the next question see the file that bears the name then: a load puts another in its place.

        Raises:
            DatabaseError: there is none any more, or it can't be read.
        """
        self.today = self.day or today()
        if _state(self.path) != self.state:
            self.close()
            self._open()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()


def _state(path: Path) -> tuple[int, ...]:
    """Return what tells a file from the one that takes its place; nothing where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size


def open_sqlite(path: Path) -> sqlite3.Connection:
    """Open an SQLite file read-only.

    Raises:
        DatabaseError: there is no such file.
    """
    if not path.is_file():
        raise DatabaseError(
            _("the database {path} doesn't exist").format(path=path),
            _("Make one from the fixtures: {command}").format(command=loading(path)),
        )
    undo_half_a_write(path)
    try:
        # A web server asks by one thread after another, never by two at once.
        return sqlite3.connect(
            read_only_uri(path), uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
    except sqlite3.DatabaseError as error:
        raise explain(error, path) from error
