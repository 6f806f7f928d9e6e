"""A user's own SQL on SQLite: only what reads, one statement, within time and memory, with errors that help."""

import re
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from ocdb.errors import SqlError
from ocdb.read.bounds import BESIDE, MEGABYTE, gather, held_to, refuse_unfit, too_large, too_slow
from ocdb.read.names import suggest
from ocdb.read.reader import MEGABYTES, Rows, distinct
from ocdb.text import fold

ONLY_READS = "ocdb sql only reads: write SELECT."
LIST_TABLES = "The views are listed by: ocdb db views"

# mode=ro protects the file itself; ATTACH and VACUUM INTO would write other files, so only reading is allowed at all.
_ALLOWED = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
}
_INSTRUCTIONS_BETWEEN_CHECKS = 1_000
# What SQLite itself says of a function: no side effects, or always the same answer; and none of those it keeps apart.
_HARMLESS = 0x200000 | 0x800
_APART = 0x80000
# One value: a name of 10 MB can still be read. A pattern is tried at each letter, between two looks at the clock.
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 32_000_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 250,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}


def query(
    connection: sqlite3.Connection,
    sql: str,
    parameters: Mapping[str, Any],
    seconds: float,
    megabytes: int = MEGABYTES,
) -> Rows:
    """Return the rows of one statement that only reads.

    Raises:
        SqlError: the statement is wrong, would do more than read, took too long or more memory than that.
    """
    refuse_unfit(sql, parameters)
    try:
        with held_to(megabytes), _guarded(connection, time.monotonic() + seconds, megabytes):
            cursor = connection.execute(sql, dict(parameters))
            if not cursor.description:
                raise SqlError("this statement gives no rows", ONLY_READS)
            return Rows(distinct([column[0] for column in cursor.description]), gather(cursor, megabytes))
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        if "database or disk is full" in str(error):  # the temporary tables, which are in memory
            raise too_large(megabytes) from error
        raise _explained(connection, sql, str(error), seconds) from error


@contextmanager
def _guarded(connection: sqlite3.Connection, deadline: float, megabytes: int) -> Iterator[None]:
    """Let a connection only read, and within bounds."""
    refused = _refused_functions(connection)
    before = {limit: connection.setlimit(limit, most) for limit, most in _LIMITS.items()}
    # Sorting must not fill the disk either. The second can be lowered later and never raised: it holds for the process.
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA hard_heap_limit = {(megabytes + BESIDE) * MEGABYTE}")

    def allow(action: int, _table: str | None, name: str | None, *_: str | None) -> int:
        harmless = action in _ALLOWED and not (action == sqlite3.SQLITE_FUNCTION and name in refused)
        return sqlite3.SQLITE_OK if harmless else sqlite3.SQLITE_DENY

    connection.set_authorizer(allow)
    connection.set_progress_handler(lambda: int(time.monotonic() > deadline), _INSTRUCTIONS_BETWEEN_CHECKS)
    try:
        yield
    finally:
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)
        for limit, most in before.items():
            connection.setlimit(limit, most)


def _refused_functions(connection: sqlite3.Connection) -> set[str]:
    """Return the functions that might do more than reckon, such as fts3_tokenizer, which takes addresses of code."""
    listed = connection.execute("PRAGMA function_list").fetchall()
    return {name for name, *_, flags in listed if not flags & _HARMLESS or flags & _APART} | {"load_extension"}


def _explained(connection: sqlite3.Connection, sql: str, reason: str, seconds: float) -> SqlError:
    """Return what SQLite's message means for the user, with the nearest table or column."""
    if reason == "interrupted":
        return too_slow(seconds)
    if "not authorized" in reason or "prohibited" in reason:
        return SqlError(f"the statement would do more than read ({reason})", ONLY_READS)
    if "one statement at a time" in reason:
        return SqlError("there is more than one statement", "Run them one by one.")
    if missing := re.search(r"binding parameter :?(\w+)|supply a value for binding (\d+)", reason):
        return without_value(missing[1] or missing[2])
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


def without_value(parameter: str) -> SqlError:
    """Return the refusal of a statement that names a parameter which wasn't given."""
    return SqlError(f"the parameter :{parameter} has no value", f"Give it: -p {parameter}=VALUE")
