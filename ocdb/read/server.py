"""Reads a database server through SQLAlchemy, in transactions that are read-only from their first statement."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DBAPIError

from ocdb import database
from ocdb.errors import DatabaseError, SqlError
from ocdb.read.reader import Rows, distinct
from ocdb.read.sql import LIST_TABLES, LONGER, ONLY_READS


class ServerReader:
    """Reads a database server."""

    def __init__(self, url: str) -> None:
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
            result = self.connection.execute(text(sql), dict(parameters or {}))
            return Rows(tuple(result.keys()), [tuple(plain(value) for value in row) for row in result])
        except DBAPIError as error:
            reason = first_line(error)
            hint = "Make the tables and load them: ocdb --db URL load" if "does not exist" in reason else ""
            raise DatabaseError(f"the server refuses: {reason}", hint) from error
        finally:
            self.connection.rollback()

    def query(self, sql: str, parameters: Mapping[str, Any], seconds: float) -> Rows:
        """Return the rows of a user's own statement, one that only reads, within a time limit.

        Raises:
            SqlError: the statement is wrong, would write, or took too long.
        """
        try:
            self.connection.execute(text(f"SET LOCAL statement_timeout = {max(1, int(seconds * 1000))}"))
            # Behind DECLARE CURSOR FOR the server takes one query and nothing else. Sent as it stands, a statement such
            # as COMMIT; DELETE FROM claim would end our transaction first, and COPY could start a program.
            statement = text(_only_given(sql, parameters)).execution_options(stream_results=True)
            result = self.connection.execute(statement, dict(parameters))
            return Rows(distinct(list(result.keys())), [tuple(plain(value) for value in row) for row in result])
        except DBAPIError as error:
            raise _sql_error(first_line(error), sql, seconds) from error
        finally:
            self.connection.rollback()

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()
        self.engine.dispose()


def _only_given(sql: str, parameters: Mapping[str, Any]) -> str:
    """Return the statement with each colon masked that doesn't begin a given parameter."""
    return re.sub(r"(?<![:\w\\]):(?=(\w+))", lambda found: ":" if found[1] in parameters else "\\:", sql)


def _sql_error(reason: str, sql: str, seconds: float) -> SqlError:
    refused = re.search(r'syntax error at or near "(\w+)"', reason)
    if "statement timeout" in reason:
        return SqlError(f"the query took longer than {seconds:g} s and was stopped", LONGER)
    if "multiple commands" in reason:
        return SqlError("there is more than one statement", "Run them one by one.")
    if "read-only transaction" in reason or "data-modifying" in reason:
        return SqlError(f"the statement would write: {reason}", ONLY_READS)
    if refused and sql.lstrip().startswith(refused[1]):
        return SqlError(reason, ONLY_READS)
    return SqlError(reason, LIST_TABLES)


def first_line(error: DBAPIError) -> str:
    """Return what the server said, without SQLAlchemy's explanations."""
    return str(error.orig).strip().partition("\n")[0]


def plain(value: Any) -> Any:
    """Return a value as SQLite would: dates as text, whole decimals as integers."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value


def _read_only(connection: Any) -> None:
    connection.exec_driver_sql("SET TRANSACTION READ ONLY")
