"""Reads a database server through SQLAlchemy, in transactions that are read-only from their first statement."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DBAPIError

from ocdb import database
from ocdb.errors import DatabaseError
from ocdb.read.reader import MEGABYTES, Rows, bound
from ocdb.settings import today

# SQLite's integers have 64 bits.
_WHOLE = 2**63


class ServerReader:
    """Reads a database server."""

    def __init__(self, url: str, day: dt.date | None = None) -> None:
        self.today = day or today()
        self.engine: Engine = database.engine(url)
        event.listen(self.engine, "begin", _read_only)
        try:
            self.connection = self.engine.connect()
        except DBAPIError as error:
            reason = first_line(error)
            raise DatabaseError(
                f"the server doesn't answer: {reason}", "Check --db, the server and your rights."
            ) from error

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Return all rows of a query, with the values that SQLite would give.

        Raises:
            DatabaseError: the server refuses the query.
        """
        try:
            return self._rows(sql, parameters or {})
        finally:
            self.connection.rollback()

    def together(self, statements: Sequence[str]) -> list[Rows]:
        """Return the rows of several queries, all as they are at one moment.

        Raises:
            DatabaseError: the server refuses a query.
        """
        try:
            self.connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
            return [self._rows(statement, {}) for statement in statements]
        finally:
            self.connection.rollback()

    def _rows(self, sql: str, parameters: Mapping[str, Any]) -> Rows:
        try:
            result = self.connection.execute(text(sql), bound(parameters))
            return Rows(tuple(result.keys()), [tuple(plain(value) for value in row) for row in result])
        except DBAPIError as error:
            reason = first_line(error)
            hint = "Make the tables and load them: ocdb --db URL load" if "does not exist" in reason else ""
            raise DatabaseError(f"the server refuses: {reason}", hint) from error

    def query(self, sql: str, parameters: Mapping[str, Any], seconds: float, megabytes: int = MEGABYTES) -> Rows:
        """Return the rows of a user's own statement."""
        from ocdb.read.server_sql import query  # noqa: PLC0415  only for a user's own statements

        return query(self.connection, sql, parameters, seconds, megabytes)

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()
        self.engine.dispose()


def first_line(error: DBAPIError) -> str:
    """Return what the server said, without SQLAlchemy's explanations."""
    return str(error.orig).strip().partition("\n")[0]


def plain(value: Any) -> Any:
    """Return a value as SQLite would: dates as text, whole decimals as integers."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal) and value.is_finite():
        return int(value) if value == value.to_integral_value() and abs(value) < _WHOLE else float(value)
    return value


def _read_only(connection: Any) -> None:
    connection.exec_driver_sql("SET TRANSACTION READ ONLY")
