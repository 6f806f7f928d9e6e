"""The embedded database: made on first use, refreshed when the installed data change, never half-written.

It is built beside its place and moved there, so readers see the old one or the new one; a lock lets one process build
while others wait for the result.
"""

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing, nullcontext, suppress
from pathlib import Path

from ocdb.errors import DatabaseError, FixtureError
from ocdb.settings import data_fingerprint, read_only_uri
from ocdb.store.reader.sqlite import SqliteReader
from ocdb.store.searching import is_part
from ocdb.store.sqlite import undo_half_a_write
from ocdb.words.language import _
from ocdb.words.system import because

LOCK_SECONDS = 120
_STAMPED = "SELECT value FROM v_stamp WHERE id = :key"


def ensured(path: Path, tell: Callable[[str], None]) -> SqliteReader:
    """Return a reader of the embedded database, which is made or refreshed first where `ensure` would do it.

    The reader that saw that it is fresh is the one that goes on: SQLite parses all views with each opening.

    Raises:
        DatabaseError: it can't be read or made.
    """
    undo_half_a_write(path)
    with suppress(DatabaseError), ExitStack() as stack:
        reader = SqliteReader(path)
        stack.callback(reader.close)
        if reader.rows(_STAMPED, {"key": "fingerprint"}).rows == [(data_fingerprint(),)]:
            stack.pop_all()
            return reader
    ensure(path, tell)
    return SqliteReader(path)


def ensure(path: Path, tell: Callable[[str], None]) -> None:
    """See to it that the embedded database is there and holds the data that travel with this ocdb.

    A database into which the user loaded other fixtures is left alone.

    Args:
        path: where it lives.
        tell: is called with a line when there is something to say.
    """
    undo_half_a_write(path)
    if is_fresh(path):
        return
    if path.exists() and origin(path) not in ("package", ""):
        return
    try:
        build(path, tell, only_if_stale=True)
    except (FixtureError, DatabaseError) as error:
        if not path.exists():
            raise
        text = _("the fixtures have changed, but can't be loaded (see: ocdb load); this answer uses the former data.")
        if isinstance(error, DatabaseError):
            text = _("the fixtures have changed, but can't be stored: {reason}; this answer uses the former data.")
        tell(f"{text.format(reason=error)} {error.hint}".rstrip())


def is_fresh(path: Path) -> bool:
    """Return whether the database was made from the data as they are now."""
    return _stamp(path, "fingerprint") == data_fingerprint()


def origin(path: Path) -> str:
    """Return what was loaded: ``package``, the user's directories a line each, or nothing where that isn't known."""
    return _stamp(path, "origin") or ""


def holds_only_ocdb(path: Path) -> bool:
    """Return whether a file is an SQLite database with the tables of ocdb and no others, or an empty one."""
    try:
        with closing(sqlite3.connect(read_only_uri(path), uri=True)) as connection:
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.DatabaseError:
        return False
    from ocdb.schema import metadata  # noqa: PLC0415  SQLAlchemy, only when something is thrown away

    return {name for name in tables if not is_part(name)} <= {*metadata.tables, "alembic_version"}


def _stamp(path: Path, key: str) -> str | None:
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(read_only_uri(path), uri=True)) as connection:
            row = connection.execute(_STAMPED, {"key": key}).fetchone()
            return row[0] if row else None
    except sqlite3.DatabaseError:  # no database, or not one of ours: it is made anew
        return None


def build(path: Path, tell: Callable[[str], None], *, only_if_stale: bool = False) -> None:
    """Make the embedded database from the data that travel with ocdb, and put it in place in one step.

    Raises:
        DatabaseError: the directory can't be written.
        FixtureError: the data have problems.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  only when there is something to build

    from ocdb.store import replacing  # noqa: PLC0415  SQLAlchemy and Alembic too

    path = replacing.target(path)
    lock = replacing.beside(path, "lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(lock, timeout=LOCK_SECONDS):
            if only_if_stale and is_fresh(path):
                return
            tell(_("making the database from the fixtures, once; this takes a few seconds ..."))
            _build_beside(path)
    except Timeout as error:
        hint = _("If no other ocdb is running, remove {lock}").format(lock=lock)
        raise DatabaseError(_("another ocdb has been building the database for a long time"), hint) from error
    except OSError as error:
        hint = _("Name a place where you may write: --db PATH, or OCDB_DATABASE_URL.")
        message = _("{file} can't be written: {reason}").format(file=path.parent, reason=because(error))
        raise DatabaseError(message, hint) from error


def _build_beside(path: Path) -> None:
    from ocdb.load.run import load  # noqa: PLC0415  pydantic too
    from ocdb.store import replacing  # noqa: PLC0415  as above

    with replacing.reserved(path) if _is_database(path) else nullcontext():
        replacing.in_place_of(path, "new", load)


def _is_database(path: Path) -> bool:
    """Return whether SQLite can read a file: one that it can't is replaced without asking for its locks."""
    return path.exists() and holds_only_ocdb(path)
