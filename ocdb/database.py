"""The way to write: engines whose transactions hold, and migrations. Reading goes through ocdb.read.

SQLAlchemy and Alembic are imported here and by what imports this module; a question doesn't.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from ocdb.errors import DatabaseError
from ocdb.settings import resource

Result = TypeVar("Result")
PLACES = "ocdb works on SQLite and PostgreSQL: write a path, or postgresql://user@host/name."


def engine(url: str) -> Engine:
    """Return an engine for a database URL.

    On SQLite foreign keys are enforced, and BEGIN is ours: the driver's own habit lets a CREATE TABLE survive a
    rollback (design, section 9).

    Raises:
        DatabaseError: the URL names no database that this installation can talk to.
    """
    try:
        made = create_engine(url)
    except ModuleNotFoundError as error:
        hint = "Install the driver: pip install 'ocdb[postgresql]'." if url.startswith("postgresql") else PLACES
        raise DatabaseError(f"{error.name} is needed for this database and not installed", hint) from error
    except (ArgumentError, NoSuchModuleError) as error:
        raise DatabaseError(f"this is no database URL: {error}", PLACES) from error
    if made.dialect.name == "sqlite":
        event.listen(made, "connect", _set_up_sqlite)
        event.listen(made, "begin", _begin)
    return made


def _set_up_sqlite(dbapi_connection: Any, _record: Any) -> None:
    dbapi_connection.isolation_level = None
    dbapi_connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration, for a connection that is open already or for the one that env.py opens."""
    found = Config()
    found.set_main_option("script_location", str(resource("migrations")).replace("%", "%%"))
    found.attributes["connection"] = connection
    return found


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring a database to a revision, and make the views again."""
    command.upgrade(config(connection), revision)


def downgrade(connection: Connection, revision: str) -> None:
    """Take a database back to a revision; ``base`` removes every table."""
    command.downgrade(config(connection), revision)


def head() -> str:
    """Return the newest revision that this ocdb knows."""
    found = ScriptDirectory.from_config(config()).get_current_head()
    assert found is not None  # noqa: S101  there is always one
    return found


def revisions() -> list[str]:
    """Return all revisions that this ocdb knows, newest first."""
    return [script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()]


def revision(connection: Connection) -> str | None:
    """Return the revision of a database, or None where there are no tables of ocdb."""
    return MigrationContext.configure(connection).get_current_revision()


def connect(url: str, work: Callable[[Connection], Result]) -> Result:
    """Return what some work on a new connection returns; the connection is closed afterwards.

    Raises:
        DatabaseError: the database can't be reached, or it refuses the work.
    """
    made = engine(url)
    try:
        with made.connect() as connection:
            return work(connection)
    except DBAPIError as error:
        what = "doesn't answer" if isinstance(error, OperationalError) else "refuses"
        reason = str(error.orig).strip().splitlines()[0]
        raise DatabaseError(f"the database {what}: {reason}", "Check --db, the server and your rights.") from error
    finally:
        made.dispose()
