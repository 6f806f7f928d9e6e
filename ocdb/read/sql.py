"""A user's own SQL on SQLite: only what reads, one statement, within a time limit, with errors that help."""

import re
import sqlite3
import time
from collections.abc import Mapping
from typing import Any

from ocdb.errors import SqlError
from ocdb.read.names import suggest
from ocdb.read.reader import Rows, distinct
from ocdb.text import fold

ONLY_READS = "ocdb sql only reads: write SELECT."
LONGER = "Narrow the query, or allow more with --timeout SECONDS."
LIST_TABLES = "The views are listed by: ocdb db views"

# mode=ro protects the file itself; ATTACH and VACUUM INTO would write other files, so only reading is allowed at all.
_ALLOWED = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
}
_INSTRUCTIONS_BETWEEN_CHECKS = 10_000


def query(connection: sqlite3.Connection, sql: str, parameters: Mapping[str, Any], seconds: float) -> Rows:
    """Return the rows of one statement that only reads.

    Raises:
        SqlError: the statement is wrong, would write, or took too long.
    """
    deadline = time.monotonic() + seconds
    connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
    connection.set_progress_handler(lambda: int(time.monotonic() > deadline), _INSTRUCTIONS_BETWEEN_CHECKS)
    try:
        cursor = connection.execute(sql, dict(parameters))
        if not cursor.description:
            raise SqlError("this statement gives no rows", ONLY_READS)
        return Rows(distinct([column[0] for column in cursor.description]), cursor.fetchall())
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        connection.set_authorizer(None)
        raise _explained(connection, sql, str(error), seconds) from error
    finally:
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)


def _explained(connection: sqlite3.Connection, sql: str, reason: str, seconds: float) -> SqlError:
    """Return what SQLite's message means for the user, with the nearest table or column."""
    if reason == "interrupted":
        return SqlError(f"the query took longer than {seconds:g} s and was stopped", LONGER)
    if "not authorized" in reason or "prohibited" in reason:
        return SqlError(f"the statement would do more than read ({reason})", ONLY_READS)
    if "one statement at a time" in reason:
        return SqlError("there is more than one statement", "Run them one by one.")
    if missing := re.search(r"binding parameter :?(\w+)|supply a value for binding (\d+)", reason):
        name = missing[1] or missing[2]
        return SqlError(f"the parameter :{name} has no value", f"Give it: -p {name}=VALUE")
    if unknown := re.search(r"no such (table|column): (.+)", reason):
        word = unknown[2].rpartition(".")[2]
        known = _tables(connection) if unknown[1] == "table" else _columns(connection, sql)
        hint = suggest(word, {fold(name): name for name in known}) or _all(unknown[1], known)
        return SqlError(f"there is no {unknown[1]} {unknown[2]}", hint)
    return SqlError(reason, "")


def _all(what: str, known: list[str]) -> str:
    return f"The {what}s are {', '.join(known)}." if known and what == "column" else LIST_TABLES


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Return the views, then the tables."""
    sql = "SELECT name FROM sqlite_master WHERE type IN ('view', 'table') ORDER BY type DESC, name"
    return [row[0] for row in connection.execute(sql)]


def _columns(connection: sqlite3.Connection, sql: str) -> list[str]:
    """Return the columns of the tables and views that a statement reads."""
    read = r"\b(?:FROM|JOIN)\s+\"?{}\b"  # a column may be called like a table
    mentioned = [name for name in _tables(connection) if re.search(read.format(re.escape(name)), sql, re.IGNORECASE)]
    found = [row[1] for name in mentioned for row in connection.execute(f'PRAGMA table_info("{name}")')]
    return list(dict.fromkeys(found))
