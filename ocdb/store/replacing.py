"""Changes an SQLite file aside: works on a copy, and puts it in the place of the original in one step.

Readers see the old file or the new one and never wait; what is killed leaves a copy that nobody reads (ADR 15).
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ocdb.errors import DatabaseError
from ocdb.settings import lock_seconds
from ocdb.store import database
from ocdb.store.address import Address, located
from ocdb.store.sqlite import explain
from ocdb.words.language import _
from ocdb.words.system import because

if TYPE_CHECKING:
    from sqlalchemy import Connection

Result = TypeVar("Result")


def change(address: Address, work: "Callable[[Connection], Result]") -> Result:
    """Return what some work on a database returns; an SQLite file is replaced by a changed copy, all or nothing.

    Args:
        address: of the database. A file that isn't there is made.
        work: gets a connection outside of a transaction.

    Raises:
        DatabaseError: the database can't be reached or written, or it refuses the work. Nothing was changed.
    """
    place = located(address)
    if not isinstance(place, Path):
        return database.connect(place, work)
    path = target(place)
    with reserved(path):

        def copy_and_work(connection: "Connection") -> Result:
            # By a connection of its own: from one that is about to write, Python would wait for ever to copy.
            with _telling(path), closing(sqlite3.connect(path)) as original:
                original.backup(connection.connection.driver_connection)  # type: ignore[arg-type]
            return work(connection)

        return in_place_of(path, "changed", copy_and_work)


def target(path: Path) -> Path:
    """Return the file that is written: where a link leads, for the link itself is never replaced.

    Raises:
        DatabaseError: it is no file, or a link that leads to itself.
    """
    file = Path(os.path.realpath(path))
    if os.path.lexists(file) and not file.is_file():
        raise DatabaseError(
            _("{file} isn't a file").format(file=file),
            _("Nothing was changed. Name a file, which may be a new one."),
        )
    return file


def beside(path: Path, purpose: str) -> Path:
    """Return a file that ocdb keeps beside a database for a while, under a name that nobody else gives."""
    return path.with_name(f".{path.name}.ocdb-{purpose}")


def in_place_of(path: Path, purpose: str, work: "Callable[[Connection], Result]") -> Result:
    """Do some work on a new SQLite file, then put it in the place of another; whoever calls this holds a lock.

    Args:
        path: of the file to be replaced.
        purpose: of the new file, a part of its name. One that a killed process left is overwritten.
        work: gets a connection to the new file, which is empty.
    """
    new = beside(path, purpose)
    with _telling(path):
        _remove(new)
    try:
        try:
            result = database.connect(new, work)
        except DatabaseError as error:
            _reword(error, path)
            raise
        with _telling(path):
            if path.exists():
                shutil.copymode(path, new)
            os.replace(new, path)  # noqa: PTH105  atomic on every system, and says so
        _keep(path.parent)
    finally:
        _remove(new)
    return result


@contextmanager
def reserved(path: Path) -> Iterator[None]:
    """Keep every other writer away from an SQLite file, after waiting for one that is at work.

    A file that isn't there is made, empty, and removed again if nothing takes its place.

    Raises:
        DatabaseError: it is no SQLite database, may not be written, or another program writes to it for long.
    """
    with _telling(path):
        connection = _reserve(path)
    with closing(connection):
        try:
            yield
        finally:
            if path.exists() and not path.stat().st_size:  # nothing took its place
                path.unlink()


def _reserve(path: Path) -> sqlite3.Connection:
    """Return a connection that holds SQLite's own lock for writers, on the file that bears the name at that time."""
    while True:
        if not path.exists():
            path.touch()
        before = path.stat().st_ino
        connection = sqlite3.connect(path, timeout=lock_seconds(), isolation_level=None)
        try:
            # What stands in a write-ahead log would be taken for a part of the new file.
            connection.execute("PRAGMA journal_mode = DELETE")
            # Nothing is written by this connection. On a new file it would have a journal all the same, which would
            # stay beside the file that took its place, were we killed.
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("BEGIN IMMEDIATE")
            if path.exists() and path.stat().st_ino == before:
                return connection
        except BaseException:
            connection.close()
            raise
        connection.close()  # it was replaced while we waited: the lock is one on the former file


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Let an error tell of the file that was asked for, with the next step."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except OSError as error:
        hint = _("Check your rights, or name another file: --db PATH")
        message = _("{file} can't be written: {reason}").format(file=path, reason=because(error))
        raise DatabaseError(message, hint) from error


def _reword(error: DatabaseError, path: Path) -> None:
    """Let an error of SQLite tell of the file that was asked for."""
    cause = getattr(error.__cause__, "orig", None)
    if isinstance(cause, sqlite3.Error):
        raise explain(cause, path) from error.__cause__


def _remove(new: Path) -> None:
    for file in (new, new.with_name(f"{new.name}-journal")):
        file.unlink(missing_ok=True)


def _keep(directory: Path) -> None:
    """Have the new name on the disk before anybody is told that it is there, where the system can do that."""
    with suppress(OSError):
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
