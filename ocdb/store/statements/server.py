"""A user's own statement on a server: one query in a read-only cursor, without functions that do more, within bounds.

A read-only transaction stops writes to tables. It doesn't stop functions that reach beyond them: pg_read_file,
lo_export, pg_terminate_backend, set_config. The server's own catalogue tells them apart, and they are refused
(`ocdb.store.statements.reach`); a superuser's rights are laid down for the statement, and without set_config nothing in
a query can take them up again.
"""

import re
import time
from collections.abc import Container, Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any, cast

import psycopg
from sqlalchemy import BindParameter, Connection, bindparam, text
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import NullType

from ocdb.errors import OcdbError, SqlError
from ocdb.store.reader.server import ServerReader, ended, first_line
from ocdb.store.statements.limits import too_large, too_slow
from ocdb.store.statements.mistakes import LIST_TABLES, ONLY_READS, without_value
from ocdb.store.statements.reach import refuse_doing_more
from ocdb.store.statements.values import VERBATIM, exact
from ocdb.words.language import _

# Reads every table and nothing else: no files, no large objects, no other sessions. PostgreSQL has it since 14.
_READER = "pg_read_all_data"
_MAY_LAY_DOWN = f"""
    SELECT 1 FROM pg_catalog.pg_roles AS me, pg_catalog.pg_roles AS reader
    WHERE me.rolname = current_user AND me.rolsuper AND reader.rolname = '{_READER}'
"""
_BACKEND = """
    SELECT pid, CAST(extract(epoch FROM backend_start) AS text) FROM pg_catalog.pg_stat_activity
    WHERE pid = pg_backend_pid()
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


@contextmanager
def connected(url: str) -> Iterator[tuple[Connection, tuple[int, str]]]:
    """Give a connection to a server, and by which number and start the server knows the process that serves it.

    Raises:
        DatabaseError: the server doesn't answer, or its tables are of another revision.
    """
    with closing(ServerReader(url)) as reader:
        yield reader.connection, reader.rows(_BACKEND).rows[0]


def answer(
    connection: Connection, sql: str, parameters: Mapping[str, Any], seconds: float, megabytes: int
) -> Iterator[tuple[Any, ...]]:
    """Yield the names of the columns, with those whose texts stand for themselves, then the rows of one statement.

    Args:
        connection: to a server, in read-only transactions.
        sql: the statement.
        parameters: the values of its names.
        seconds: after so many it is stopped.
        megabytes: what its temporary files may take, where a superuser asks.

    Raises:
        OcdbError: the statement is wrong, would do more than read, took too long or too much; the connection broke.
    """
    deadline = time.monotonic() + seconds
    exact(cast("psycopg.Connection[Any]", connection.connection.dbapi_connection))
    try:
        cursor = _opened(connection, sql, parameters, deadline, megabytes)
        with closing(cursor), _transaction(connection):
            yield _columns(cursor)
            yield from _rows(connection, cursor, deadline)
    except TimeoutError as error:
        raise too_slow(seconds) from error
    except (DBAPIError, psycopg.Error) as error:
        said = error.orig if isinstance(error, DBAPIError) else error
        raise _explained(said, sql, parameters, seconds, megabytes, broken=connection.invalidated) from error


def _columns(cursor: DBAPICursor) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the names of the columns, and at which places those stand whose texts are JSON's."""
    if not (columns := cursor.description or ()):
        raise SqlError(_("this statement returns no rows"), _(ONLY_READS))
    verbatim = (index for index, column in enumerate(columns) if column[1] in VERBATIM)
    return tuple(column[0] for column in columns), tuple(verbatim)


@contextmanager
def _transaction(connection: Connection) -> Iterator[None]:
    """End the transaction afterwards; a connection that broke in the middle is replaced with the next question."""
    try:
        yield
    finally:
        try:
            connection.rollback()
        except DBAPIError:
            connection.invalidate()


def _opened(
    connection: Connection, sql: str, parameters: Mapping[str, Any], deadline: float, megabytes: int
) -> DBAPICursor:
    """Return a cursor on the answer."""
    try:
        return _executed(connection, sql, _given(sql, parameters), deadline, megabytes)
    except psycopg.errors.UndefinedFunction:
        # As SQLite does, a number is compared with a text, such as a year with a date in EDTF.
        return _executed(connection, sql, _given(sql, parameters, untyped=True), deadline, megabytes)


def _executed(
    connection: Connection, sql: str, given: list[BindParameter[Any]], deadline: float, megabytes: int
) -> DBAPICursor:
    """Return a cursor on the answer; its transaction is open.

    It is the driver's own. SQLAlchemy closes one by a statement, for which there may be no time left, and leaves one
    open where the connection broke; once the transaction has ended nothing has to be asked of the server.
    """
    cursor = connection.connection.cursor("asked")
    try:
        _set_up(connection, sql, deadline, megabytes)
        # Behind DECLARE CURSOR FOR the server takes one query and nothing else. Sent as it stands, a statement such
        # as COMMIT; DELETE FROM claim would end our transaction first, and COPY could start a program.
        masked = text(_only_given(sql, {parameter.key for parameter in given}))
        statement = masked.bindparams(*given).compile(dialect=connection.dialect)
        cursor.execute(statement.string, statement.construct_params())
    except BaseException:
        with closing(cursor), _transaction(connection):
            raise
    return cursor


def _set_up(connection: Connection, sql: str, deadline: float, megabytes: int) -> None:
    """Begin the transaction of a statement, without functions that do more than read and without more rights."""
    _time_left(connection, deadline)
    refuse_doing_more(connection, sql)
    if connection.execute(text(_MAY_LAY_DOWN)).scalar():
        connection.execute(text(f"SET LOCAL temp_file_limit = '{megabytes}MB'"))
        connection.execute(text(f"SET LOCAL ROLE {_READER}"))
    connection.execute(text("SET LOCAL datestyle = 'ISO'"))  # as texts they are the server's
    _time_left(connection, deadline)


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
        left = deadline - time.monotonic()
        yield from found
        deadline = time.monotonic() + left  # it stands still while nobody asks for the next row
        wanted = min(wanted * 2, _ROWS_AT_ONCE)
        _time_left(connection, deadline)  # each FETCH is a statement of its own to the server


def _time_left(connection: Connection, deadline: float) -> None:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    connection.execute(text(f"SET LOCAL statement_timeout = {max(1, int(left * 1000))}"))


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


def _explained(
    error: BaseException | None,
    sql: str,
    parameters: Mapping[str, Any],
    seconds: float,
    megabytes: int,
    *,
    broken: bool,
) -> OcdbError:
    """Return what the server's message means for the user; its code tells, in whatever language it speaks."""
    if over := _over_bounds(error, seconds, megabytes):
        return over
    if broken:
        return ended(error)
    reason, code = first_line(error), getattr(error, "sqlstate", None)
    if code == "25006" or "data-modifying" in reason:  # read_only_sql_transaction
        return SqlError(_("the statement would write: {reason}").format(reason=reason), _(ONLY_READS))
    if code == "42501":  # insufficient_privilege
        return SqlError(
            _("you have no right to do this: {reason}").format(reason=reason),
            _("Ask the owner of the database for more rights."),
        )
    return _wrong(reason, sql, parameters)


def _wrong(reason: str, sql: str, parameters: Mapping[str, Any]) -> SqlError:
    """Return what it means that the server can't read a statement."""
    if "multiple commands" in reason:
        return SqlError(_("there is more than one statement"), _("Run them one by one."))
    if (missing := _without_value(sql, parameters)) and 'syntax error at or near ":"' in reason:
        return without_value(missing)
    refused = re.search(r'syntax error at or near "(\w+)"', reason)
    return SqlError(reason, _(ONLY_READS if refused and sql.lstrip().startswith(refused[1]) else LIST_TABLES))


def _without_value(sql: str, parameters: Mapping[str, Any]) -> str | None:
    """Return the first that looks like a parameter and has no value."""
    named = (found["name"] for found in _COLONS.finditer(sql))
    return next((name for name in named if name and name not in parameters), None)
