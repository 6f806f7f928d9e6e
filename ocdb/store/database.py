"""Connections by SQLAlchemy whose transactions hold: those that write, and all to a server.

A question of an SQLite file imports neither this module nor SQLAlchemy.
"""

import logging
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from ocdb.errors import DatabaseError
from ocdb.release import install
from ocdb.settings import connect_seconds, lock_seconds
from ocdb.store.address import Address, located
from ocdb.store.passwords import STARS
from ocdb.store.revisions import single
from ocdb.words.figures import number
from ocdb.words.language import N_, _

Result = TypeVar("Result")
# What a URL may tell of a server in its query, and anybody may see.
HARMLESS = {"host", "port", "user", "dbname", "sslmode", "connect_timeout", "application_name", "target_session_attrs"}
# serialization_failure and deadlock_detected: the server asks for the same again. CockroachDB does so as a habit.
_AGAIN = {"40001", "40P01"}
_ATTEMPTS = 5
_ENCODING = "UTF8"
_SILENT = logging.NullHandler()
_LOCK_NOT_AVAILABLE, _DISK_FULL = "55P03", "53100"
PLACES = N_("ocdb works on SQLite and PostgreSQL: write a path, or postgresql://user@host/name.")


def engine(address: Address) -> Engine:
    """Return an engine for a database.

    On SQLite foreign keys are enforced, and BEGIN is ours: the driver's own habit lets a CREATE TABLE survive a
    rollback (design, section 9).

    Raises:
        DatabaseError: the URL names no database that this installation can talk to.
    """
    url = parsed(address)
    try:
        made = create_engine(url, connect_args=_connecting(url), **_spared(url))
    except ModuleNotFoundError as error:
        hint = (
            _("Install the driver: {command}").format(command=install("postgresql"))
            if url.get_backend_name() == "postgresql"
            else _(PLACES)
        )
        message = _("this database needs {library}, which isn't installed").format(library=error.name)
        raise DatabaseError(message, hint) from error
    except (ArgumentError, NoSuchModuleError) as error:
        raise DatabaseError(_("this is no database URL: {reason}").format(reason=error), _(PLACES)) from error
    # What it warns of while a connection breaks is told by our error; without a handler it would be printed too.
    logging.getLogger("psycopg").addHandler(_SILENT)
    if made.dialect.name == "sqlite":
        event.listen(made, "connect", _set_up_sqlite)
        event.listen(made, "begin", _begin)
    else:
        event.listen(made, "connect", _refuse_encoding, insert=True)  # before SQLAlchemy stumbles over it
    return made


def parsed(address: Address) -> URL:
    """Return the URL of a database in its parts.

    Raises:
        DatabaseError: it is none.
    """
    place = located(address)
    if isinstance(place, Path):
        return URL.create("sqlite", database=str(place))
    try:
        return make_url(place)
    except (ArgumentError, ValueError):  # without its words: they may hold a password, taken for a port
        raise DatabaseError(_("this is no database URL"), _(PLACES)) from None


def shown(url: str) -> str:
    """Return the URL of a server without its password, and without what else its query may give away."""
    whole = parsed(url)
    query = {key: value if key in HARMLESS else STARS for key, value in whole.query.items()}
    return whole.set(query=query).render_as_string(hide_password=True).replace(quote(STARS), STARS)


def _connecting(url: URL) -> dict[str, Any]:
    """Return how to connect to a server: in UTF-8, whatever PGCLIENTENCODING says, and with bounded patience.

    How long it may take to answer at first is ours to say where neither the URL nor libpq's variable tells.
    """
    if url.get_backend_name() != "postgresql":
        return {}
    told = "connect_timeout" in url.query or "PGCONNECT_TIMEOUT" in os.environ
    return {"client_encoding": "utf8"} | ({} if told else {"connect_timeout": round(connect_seconds())})


def _spared(url: URL) -> dict[str, Any]:
    """Return what spares a question three round trips to a server: nobody asks for its type hstore."""
    return {"use_native_hstore": False} if url.get_backend_name() == "postgresql" else {}


def _refuse_encoding(dbapi_connection: Any, _record: Any) -> None:
    """Refuse a database that can't hold every letter; one server may have databases of several encodings."""
    encoding = dbapi_connection.info.parameter_status("server_encoding") or _ENCODING
    if encoding != _ENCODING:
        dbapi_connection.close()
        hint = _("Make another: createdb --encoding={needed} --template=template0 NAME").format(needed=_ENCODING)
        raise DatabaseError(
            _("this database stores text in {encoding}, but ocdb needs {needed}").format(
                encoding=encoding, needed=_ENCODING
            ),
            hint,
        )


def _set_up_sqlite(dbapi_connection: Any, _record: Any) -> None:
    dbapi_connection.isolation_level = None
    dbapi_connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def revision(connection: Connection) -> str | None:
    """Return the revision of a database, or None where there are no tables of ocdb.

    Raises:
        DatabaseError: there are several.
    """
    if not inspect(connection).has_table("alembic_version"):
        return None
    return single(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all())


def connect(address: Address, work: Callable[[Connection], Result]) -> Result:
    """Return what some work on a new connection returns; the connection is closed afterwards.

    Work that a server stops because other work was in its way is begun anew, up to five times in all: it must be such
    as leaves nothing of itself when it fails, and may be done twice.

    Raises:
        DatabaseError: the database can't be reached, or it refuses the work.
    """
    made = engine(address)
    try:
        return _repeated(made, work)
    except DBAPIError as error:
        raise _explained(error) from error
    finally:
        made.dispose()


def _explained(error: DBAPIError) -> DatabaseError:
    """Return what it means that work failed, with the next step."""
    reason = str(error.orig).strip().splitlines()[0]
    if sqlstate(error) == _LOCK_NOT_AVAILABLE:
        message = _("another load, upgrade or long query has been using the database for {seconds} s")
        message = message.format(seconds=number(lock_seconds()))
        hint = _("Nothing was changed. Try again later, or wait longer: OCDB_LOCK_TIMEOUT=600 (seconds).")
        return DatabaseError(message, hint)
    if sqlstate(error) == _DISK_FULL:
        return DatabaseError(
            _("the server has no room left: {reason}").format(reason=reason),
            _("Nothing was changed. Make room there first."),
        )
    if error.connection_invalidated:  # at the very end nobody knows whether the server still got the COMMIT
        return DatabaseError(
            _("the server ended the connection: {reason}").format(reason=reason),
            _("Either all of it was done or nothing: run the same command again."),
        )
    message = _("the database doesn't answer: {reason}")
    if not isinstance(error, OperationalError):
        message = _("the database refuses: {reason}")
    return DatabaseError(message.format(reason=reason), _("Check --db, the server and your rights."))


def _repeated(made: Engine, work: Callable[[Connection], Result]) -> Result:
    """Return what some work returns, begun anew, after a pause that doubles, where the server asks for that."""
    attempt = 1
    while True:
        try:
            with connected(made) as connection:
                return work(connection)
        except DBAPIError as error:
            if sqlstate(error) not in _AGAIN or attempt == _ATTEMPTS:
                raise
        time.sleep(0.1 * 2**attempt)
        attempt += 1


def connected(made: Engine) -> Connection:
    """Return a new connection.

    Raises:
        DatabaseError: the server is none that ocdb knows.
    """
    try:
        return made.connect()
    except AssertionError as error:  # by SQLAlchemy, which can't read what version the server is
        message = _("this server speaks PostgreSQL's protocol, but isn't PostgreSQL")
        raise DatabaseError(
            message, _("Which servers work, and what others would need: docs/distributed.md")
        ) from error


def sqlstate(error: DBAPIError) -> str | None:
    """Return the code by which a server tells what is wrong, in whatever language it speaks; None on SQLite."""
    return getattr(error.orig, "sqlstate", None)
