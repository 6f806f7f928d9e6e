"""A user's own SQL on a server: one query in a read-only cursor, without functions that do more, within bounds.

A read-only transaction stops writes to tables. It doesn't stop functions that reach beyond them: pg_read_file,
lo_export, pg_terminate_backend, set_config. The server's own catalogue tells them apart: they are VOLATILE, as only a
function is that may do more than read. So no volatile function may be named, and a superuser's rights are laid down
for the statement; without set_config nothing in a query can take them up again.
"""

import re
import time
from collections.abc import Container, Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any

import psycopg
from sqlalchemy import BindParameter, Connection, bindparam, text
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import NullType

from ocdb.errors import SqlError
from ocdb.read.bounds import gather, held_to, refuse_unfit, too_large, too_slow
from ocdb.read.reader import MEGABYTES, Rows, distinct
from ocdb.read.server import ended, first_line, plain
from ocdb.read.sql import LIST_TABLES, ONLY_READS, without_value

# Volatile because each call gives another answer, not because they do anything.
_HARMLESS = {
    *("array_sample", "array_shuffle", "random", "random_normal"),
    *("clock_timestamp", "timeofday", "current_query"),
    *("gen_random_uuid", "uuidv4", "uuidv7"),
}
# Not volatile, and not without effect: each call uses up one of the server's transaction numbers.
_HARMFUL = {"txid_current", "pg_current_xact_id"}
# What takes an argument of the type internal can't be called from SQL.
_VOLATILE = """
    SELECT DISTINCT proname FROM pg_catalog.pg_proc
    WHERE provolatile = 'v' AND NOT CAST('internal' AS regtype) = ANY (proargtypes)
"""
# Reads every table and nothing else: no files, no large objects, no other sessions. PostgreSQL has it since 14.
_READER = "pg_read_all_data"
_MAY_LAY_DOWN = f"""
    SELECT 1 FROM pg_catalog.pg_roles AS me, pg_catalog.pg_roles AS reader
    WHERE me.rolname = current_user AND me.rolsuper AND reader.rolname = '{_READER}'
"""
_ROWS_AT_ONCE = 1000
# Text, names in quotation marks and comments: a colon in them begins no parameter. What isn't ended goes to the end,
# so that each letter is looked at once.
_FIXED = r"""
    (?<!\w)[eE]'(?:[^'\\]|\\.|'')*+(?:'|\Z) | '(?:[^']|'')*+(?:'|\Z) | "(?:[^"]|"")*+(?:"|\Z)
    | --[^\n]*+ | /\*.*?(?:\*/|\Z)
    | (?P<tag>\$(?:[^\W\d]\w*)?\$).*?(?:(?P=tag)|\Z)
"""
_COLONS = re.compile(rf"{_FIXED} | :: | (?<!\w):(?P<name>\w+) | :", re.DOTALL | re.VERBOSE)


def query(
    connection: Connection, sql: str, parameters: Mapping[str, Any], seconds: float, megabytes: int = MEGABYTES
) -> Rows:
    """Return the rows of one statement that only reads.

    Raises:
        SqlError: the statement is wrong, would do more than read, took too long or more memory than that.
    """
    refuse_unfit(sql, parameters)
    deadline = time.monotonic() + seconds
    try:
        with held_to(megabytes):
            try:
                return _asked(connection, sql, _given(sql, parameters), deadline, megabytes)
            except psycopg.errors.UndefinedFunction:
                # As SQLite does, a number is compared with a text, such as a year with a date in EDTF.
                return _asked(connection, sql, _given(sql, parameters, untyped=True), deadline, megabytes)
    except TimeoutError as error:
        raise too_slow(seconds) from error
    except (DBAPIError, psycopg.Error) as error:
        said = error.orig if isinstance(error, DBAPIError) else error
        if over := _over_bounds(said, seconds, megabytes):
            raise over from error
        if connection.invalidated:
            raise ended(said) from error
        raise _explained(said, sql, parameters) from error


@contextmanager
def _cursor(connection: Connection) -> Iterator[DBAPICursor]:
    """Give a cursor for one query, whose transaction ends with it.

    It is the driver's own. SQLAlchemy closes one by a statement, for which there may be no time left, and leaves one
    open where the connection broke; once the transaction has ended nothing has to be asked of the server.
    """
    with closing(connection.connection.cursor("asked")) as cursor:
        try:
            yield cursor
        finally:
            _leave(connection)


def _leave(connection: Connection) -> None:
    """End the transaction; a connection that broke in the middle is replaced with the next question."""
    try:
        connection.rollback()
    except DBAPIError:
        connection.invalidate()


def _asked(connection: Connection, sql: str, given: list[BindParameter[Any]], deadline: float, megabytes: int) -> Rows:
    with _cursor(connection) as cursor:
        _time_left(connection, deadline)
        _refuse_functions(connection, sql)
        if connection.execute(text(_MAY_LAY_DOWN)).scalar():
            connection.execute(text(f"SET LOCAL temp_file_limit = '{megabytes}MB'"))
            connection.execute(text(f"SET LOCAL ROLE {_READER}"))
        _time_left(connection, deadline)
        # Behind DECLARE CURSOR FOR the server takes one query and nothing else. Sent as it stands, a statement such
        # as COMMIT; DELETE FROM claim would end our transaction first, and COPY could start a program.
        masked = text(_only_given(sql, {one.key for one in given}))
        statement = masked.bindparams(*given).compile(dialect=connection.dialect)
        cursor.execute(statement.string, statement.construct_params())
        if not (columns := [column[0] for column in cursor.description or ()]):
            raise SqlError("this statement gives no columns", ONLY_READS)
        return Rows(distinct(columns), gather(_rows(connection, cursor, deadline), megabytes))


def _given(sql: str, parameters: Mapping[str, Any], *, untyped: bool = False) -> list[BindParameter[Any]]:
    """Return the parameters that a statement asks for; the others are nobody's business.

    Args:
        sql: the statement.
        parameters: their values.
        untyped: whether the server is to find out from the statement what a number is.
    """
    asked = {found["name"] for found in _COLONS.finditer(sql)}
    return [
        bindparam(name, str(value), NullType()) if untyped and isinstance(value, int) else bindparam(name, value)
        for name, value in parameters.items()
        if name in asked
    ]


def _rows(connection: Connection, cursor: DBAPICursor, deadline: float) -> Iterator[tuple[Any, ...]]:
    """Yield the rows, few at first: they may be large."""
    wanted = 1
    while found := cursor.fetchmany(wanted):
        yield from (tuple(plain(value) for value in row) for row in found)
        wanted = min(wanted * 2, _ROWS_AT_ONCE)
        _time_left(connection, deadline)  # each FETCH is a statement of its own to the server


def _time_left(connection: Connection, deadline: float) -> None:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    connection.execute(text(f"SET LOCAL statement_timeout = {max(1, int(left * 1000))}"))


def _refuse_functions(connection: Connection, sql: str) -> None:
    r"""Refuse a statement in which a volatile function is named, also where it only looks so, as in a text.

    Names can't be hidden: they stand in the statement as they are, in any case, or in quotation marks. Where they could
    be written in escapes, as in U&"\0070g_sleep", the statement is refused.
    """
    folded = sql.lower().replace('""', '"')
    if re.search(r'u&\s*"', folded):
        raise SqlError('the statement has names in escapes (U&"...")', "Write the names as they are.")
    volatile = {name.lower() for (name,) in connection.execute(text(_VOLATILE))} - _HARMLESS | _HARMFUL
    words = set(re.findall(r"[\w$]+", folded))
    odd = {name for name in volatile if not re.fullmatch(r"[\w$]+", name) and name in folded}
    if named := sorted(volatile & words | odd):
        told = f"{named[0]} is a function that might do more than read"
        raise SqlError(told, "Leave the word out, in text as well. A function of your own: declare it STABLE.")


def _only_given(sql: str, names: Container[str]) -> str:
    """Return the statement with each colon masked that doesn't begin a given parameter."""

    def masked(found: re.Match[str]) -> str:
        if found["name"] in names:
            return found[0]
        return found[0].replace(":", "\\:")

    return _COLONS.sub(masked, sql)


def _over_bounds(error: BaseException | None, seconds: float, megabytes: int) -> SqlError | None:
    """Return the refusal of what takes too much, where the server or the driver says that it does."""
    code = getattr(error, "sqlstate", None)
    if code == "57014":  # query_canceled
        return too_slow(seconds)
    # out_of_memory, temp_file_limit; libpq's own, or what the driver makes of it when a row was begun
    if code in {"53200", "53400"} or (code is None and re.search("memory|received [0-9]+ results", first_line(error))):
        return too_large(megabytes)
    return None


def _explained(error: BaseException | None, sql: str, parameters: Mapping[str, Any]) -> SqlError:
    """Return what the server's message means for the user; its code tells, in whatever language it speaks."""
    reason, code = first_line(error), getattr(error, "sqlstate", None)
    if code == "25006" or "data-modifying" in reason:  # read_only_sql_transaction
        return SqlError(f"the statement would write: {reason}", ONLY_READS)
    if code == "42501":  # insufficient_privilege
        return SqlError(f"a reader may not do this: {reason}", "Ask the owner of the database for more rights.")
    return _wrong(reason, sql, parameters)


def _wrong(reason: str, sql: str, parameters: Mapping[str, Any]) -> SqlError:
    """Return what it means that the server can't read a statement."""
    if "multiple commands" in reason:
        return SqlError("there is more than one statement", "Run them one by one.")
    if (missing := _without_value(sql, parameters)) and 'syntax error at or near ":"' in reason:
        return without_value(missing)
    refused = re.search(r'syntax error at or near "(\w+)"', reason)
    return SqlError(reason, ONLY_READS if refused and sql.lstrip().startswith(refused[1]) else LIST_TABLES)


def _without_value(sql: str, parameters: Mapping[str, Any]) -> str | None:
    """Return the first that looks like a parameter and has no value."""
    named = (found["name"] for found in _COLONS.finditer(sql))
    return next((name for name in named if name and name not in parameters), None)
