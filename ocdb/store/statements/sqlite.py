"""A user's own statement on SQLite: nothing but reading is let through, within time and memory.

It runs in the child process, and imports nothing that only an error needs.
"""

from __future__ import annotations

import sqlite3
import time

from ocdb.store.statements.limits import BESIDE, MEGABYTE, make_room

TYPE_CHECKING = False  # typing costs the child process 4 ms
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import Any

BUSY_SECONDS = 10.0
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
# SQLite sets these tables up when they are first asked, in a way that looks like a definition to the authorizer.
_SET_UP = "SELECT 1 FROM json_each('[]'), json_tree('[]')"


def answer(
    uri: str, sql: str, parameters: Mapping[str, Any], seconds: float, megabytes: int
) -> Iterator[tuple[Any, ...]]:
    """Yield the names of the columns, with nothing that stands for itself, then the rows of one statement.

    Args:
        uri: opens a file read-only.
        sql: the statement.
        parameters: the values of its names.
        seconds: after so many it is stopped.
        megabytes: what the rows may take; SQLite itself gets more.

    While nobody asks for the next row, its time stands still.

    Raises:
        OcdbError: the statement is wrong, would do more than read, took too long or too much; the file can't be read.
    """
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        deadline = [time.monotonic() + seconds]
        _guard(connection, deadline, megabytes)
        cursor = connection.execute(sql, dict(parameters))
        yield _columns(cursor), ()
        for row in cursor:
            left = deadline[0] - time.monotonic()
            yield row
            deadline[0] = time.monotonic() + left
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        make_room()
        from ocdb.store.statements.mistakes import explained  # noqa: PLC0415  only for an error

        _unguard(connection)
        raise explained(error, connection, sql, seconds, megabytes) from error
    finally:
        connection.close()


def _columns(cursor: sqlite3.Cursor) -> tuple[str, ...]:
    if not cursor.description:
        from ocdb.store.statements.mistakes import without_rows  # noqa: PLC0415  only for an error

        raise without_rows()
    return tuple(column[0] for column in cursor.description)


def _guard(connection: sqlite3.Connection, deadline: list[float], megabytes: int) -> None:
    """Let a connection only read, and within bounds: until a deadline, the only one in a list, which may be put off."""
    # Sorting must not fill the disk either. The second holds for the process.
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA hard_heap_limit = {(megabytes + BESIDE) * MEGABYTE}")
    confine(connection, _LIMITS)
    connection.set_progress_handler(lambda: int(time.monotonic() > deadline[0]), _INSTRUCTIONS_BETWEEN_CHECKS)


def confine(
    connection: sqlite3.Connection,
    limits: Mapping[int, int],
    *,
    actions: Collection[int] = (),
    functions: Collection[str] = (),
    tables: Collection[str] = (),
) -> None:
    """Let a connection only read, whatever it is asked.

    Args:
        connection: the connection.
        limits: of SQLite, by their numbers.
        actions: that are let through besides, by the authorizer's numbers.
        functions: that are refused besides those that might do more than compute.
        tables: that can't be read.
    """
    connection.execute(_SET_UP)
    refused = {*_refused_functions(connection), *functions}
    for limit, most in limits.items():
        connection.setlimit(limit, most)

    def allow(action: int, table: str | None, name: str | None, *_: str | None) -> int:
        harmless = action in _ALLOWED or action in actions
        if action == sqlite3.SQLITE_FUNCTION:
            harmless = name not in refused
        elif action == sqlite3.SQLITE_READ:
            harmless = table not in tables
        return sqlite3.SQLITE_OK if harmless else sqlite3.SQLITE_DENY

    connection.set_authorizer(allow)


def _unguard(connection: sqlite3.Connection) -> None:
    """Let a connection be asked again, by us: what is wrong is explained from what stands in the database."""
    connection.set_authorizer(None)
    connection.set_progress_handler(None, 0)


def _refused_functions(connection: sqlite3.Connection) -> set[str]:
    """Return the functions that might do more than compute, such as fts3_tokenizer, which takes addresses of code."""
    listed = connection.execute("PRAGMA function_list").fetchall()
    return {name for name, *_, flags in listed if not flags & _HARMLESS or flags & _APART} | {"load_extension"}
