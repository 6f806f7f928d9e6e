"""Reads a database server through SQLAlchemy, in transactions that are read-only from their first statement."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from psycopg import IsolationLevel
from sqlalchemy import CursorResult, Engine, event, text
from sqlalchemy.exc import DBAPIError

from ocdb.errors import DatabaseError
from ocdb.settings import statement_seconds, today
from ocdb.store import database
from ocdb.store.reader.dialect import for_server
from ocdb.store.reader.rows import BATCH, Rows, Stream, bound
from ocdb.store.revisions import refuse_other, single
from ocdb.words.language import N_, _

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor

# SQLite's integers have 64 bits.
_WHOLE = 2**63
# What both engines give alike.
_ALIKE = {str, int, float, bool, bytes, type(None)}
# Others keep a table of that name too.
REVISION = "SELECT version_num FROM alembic_version WHERE to_regclass('stamp') IS NOT NULL"


# What a server stops, by the code of its reason.
_STOPPED = {
    "57014": (
        N_("the server stopped the query: it took too long"),
        N_("Ask for less at once, or allow more: OCDB_STATEMENT_TIMEOUT=300 (seconds)."),
    ),
    "40001": (N_("the replica stopped the query, to catch up with what was loaded"), N_("Ask again.")),
}
# For a question that nobody bounded: in OCDB_STATEMENT_TIMEOUT, in the URL, for the role, the database or the server.
DEFAULT_PATIENCE = 60.0
# undefined_table and insufficient_privilege
_NOT_OURS_TO_READ = {"42P01", "42501"}


class ServerReader:
    """Reads a database server."""

    def __init__(self, url: str, day: dt.date | None = None) -> None:
        self.day = day
        self.today = day or today()
        self.engine: Engine = database.engine(url)
        self.cursors: list[DBAPICursor] = []
        event.listen(self.engine, "connect", _read_only)
        try:
            self.connection = database.connected(self.engine)
        except DBAPIError as error:
            reason = first_line(error.orig)
            raise DatabaseError(
                _("the server doesn't answer: {reason}").format(reason=reason),
                _("Check --db, the server and your rights."),
            ) from error
        try:
            if found := self._revision():
                refuse_other(found)
        except BaseException:
            self.close()
            raise

    def _revision(self) -> str | None:
        """Return the revision of the tables; None where there are none, or where this role may not read it."""
        try:
            found = self.rows(REVISION).rows
        except DatabaseError as error:
            if getattr(getattr(error.__cause__, "orig", None), "sqlstate", None) in _NOT_OURS_TO_READ:
                return None
            raise
        return single([row[0] for row in found])

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Return all rows of a query, with the values that SQLite would give.

        Raises:
            DatabaseError: the server refuses the query.
        """
        with self._explained():
            result = self._result(sql, parameters)
            return Rows(tuple(result.keys()), plain_rows(result.all()))

    def stream(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Stream:
        """Return the rows of a query as they come, from a cursor on the server.

        Raises:
            DatabaseError: the server refuses the query; also while rows are read.
        """
        with self._explained():
            result = self._result(sql, parameters, stream_results=True, max_row_buffer=BATCH)
            self.cursors.append(result.cursor)
            return Stream(tuple(result.keys()), self._batches(result))

    def _batches(self, result: CursorResult[Any]) -> Iterator[list[tuple[Any, ...]]]:
        with self._explained():
            for batch in result.partitions(BATCH):
                yield plain_rows(batch)

    def moment(self) -> AbstractContextManager[None]:
        """Let all queries of a block find what is there at one moment: all of a connection do."""
        return nullcontext()

    def confine(self, filters: Callable[[], Mapping[str, Sequence[str]]]) -> None:
        """Take no notice: everything is there."""

    def narrowed(self, words: Sequence[str]) -> tuple[str, dict[str, str]]:  # noqa: ARG002  each engine has its own way
        """Return what narrows nothing: a server finds its own index by the words."""
        return "1 = 1", {}

    def _result(self, sql: str, parameters: Mapping[str, Any] | None, **options: Any) -> CursorResult[Any]:
        if not self.connection.in_transaction():
            self._limit()
        return self.connection.execute(text(for_server(sql)), bound(parameters or {}), execution_options=options)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Say what an error of the driver means for the user, and end the transaction, which takes no query after it.

        Raises:
            DatabaseError: there was one.
        """
        try:
            yield
        except DBAPIError as error:
            meaning = _meaning(error)
            self.connection.rollback()
            raise meaning from error

    def _limit(self) -> None:
        """Limit the time of each query of this transaction: as asked, or where nobody did."""
        seconds = statement_seconds()
        if seconds is None and self.connection.exec_driver_sql("SHOW statement_timeout").scalar() == "0":
            seconds = DEFAULT_PATIENCE
        if seconds is not None:
            self.connection.exec_driver_sql(f"SET LOCAL statement_timeout = {round(seconds * 1000)}")

    def renew(self) -> None:
        """End the transaction, so that the next question sees what was loaded meanwhile.

        Raises:
            DatabaseError: the connection is broken.
        """
        self.today = self.day or today()
        with self._explained():
            self.connection.rollback()
        for cursor in self.cursors:
            cursor.close()
        self.cursors.clear()

    def close(self) -> None:
        """Close the connection, and what nobody read to its end.

        It may be broken, or its time over: what was asked has been answered, or its error told.
        """
        with suppress(DBAPIError):
            self.connection.rollback()  # after it no cursor asks the server to close it
        for cursor in self.cursors:
            cursor.close()
        with suppress(DBAPIError):
            self.connection.close()
        self.engine.dispose()


def _meaning(error: DBAPIError) -> DatabaseError:
    if error.connection_invalidated:
        return ended(error.orig)
    reason = first_line(error.orig)
    if stopped := _STOPPED.get(database.sqlstate(error) or ""):
        return DatabaseError(*map(_, stopped))
    hint = _("Make the tables and load them: ocdb --db URL load") if "does not exist" in reason else ""
    return DatabaseError(_("the server refuses: {reason}").format(reason=reason), hint)


def ended(error: BaseException | None) -> DatabaseError:
    """Return what it means that a connection broke in the middle of a question."""
    return DatabaseError(
        _("the server ended the connection: {reason}").format(reason=first_line(error)), _("Ask again.")
    )


def first_line(error: BaseException | None) -> str:
    """Return what the driver's error says at first: what the server said."""
    return str(error).strip().partition("\n")[0]


def plain_rows(rows: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Return rows with values as SQLite would give them: only the columns are gone through that have others."""
    columns = [
        column if set(map(type, column)) <= _ALIKE else [plain(value) for value in column]
        for column in zip(*rows, strict=True)
    ]
    return list(zip(*columns, strict=True)) if columns else [()] * len(rows)


def plain(value: Any) -> Any:
    """Return a value as SQLite would: dates as text, whole decimals as integers."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal) and value.is_finite():
        return int(value) if value == value.to_integral_value() and abs(value) < _WHOLE else float(value)
    return value


def _read_only(dbapi_connection: Any, _record: Any) -> None:
    """Let a connection do nothing but read, and see one state in all queries of a question, whatever loads commit.

    The driver says so with each BEGIN: no statement has to be run for it, which could fail.
    """
    dbapi_connection.read_only = True
    dbapi_connection.isolation_level = IsolationLevel.REPEATABLE_READ
