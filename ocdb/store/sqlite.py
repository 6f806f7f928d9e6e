"""What ocdb knows of SQLite files: undoing what a killed writer left, and what an error of SQLite means for a user."""

import shlex
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from ocdb.errors import DatabaseError
from ocdb.settings import embedded_path
from ocdb.words.language import N_, _

_BEGIN = b"SQLite format 3\0"
# What `ocdb export` puts where SQLite keeps the id of the application that a file is of: "ocdb" in ASCII.
EXPORT_ID, _ID_PLACE = 0x6F636462, 68
_BUSY = (N_("another program is writing to {path}"), N_("Try again in a moment."))
_MEANINGS = {
    "BUSY": _BUSY,
    "LOCKED": _BUSY,
    "FULL": (N_("the disk of {directory} is full: {reason}"), N_("Make room, and try again.")),
    "IOERR": (N_("the disk of {path} has an error: {reason}"), N_("Check that it works and has room left.")),
    "READONLY": (N_("{path} can't be written: {reason}"), N_("Check your rights, or name another file: --db PATH")),
    "ROLLBACK": (
        N_("{path} was left half-written by a program that was stopped"),
        N_("Someone who may write to it must open it once, or run: {load}"),
    ),
}
# What SQLite says of files; all else (ERROR, MISMATCH, TOOBIG, RANGE ...) it says of statements.
_OF_THE_FILE = {"BUSY", "CANTOPEN", "CORRUPT", "IOERR", "LOCKED", "NOLFS", "NOTADB", "PERM", "PROTOCOL", "READONLY"}
_UNKNOWN = (N_("{path} can't be opened or read: {reason}"), N_("Check the file, its directory and your rights."))
# What SQLite itself says of files; what it says of statements stays as it is.
_REASONS = (
    N_("attempt to write a readonly database"),
    N_("database disk image is malformed"),
    N_("database is locked"),
    N_("database or disk is full"),
    N_("disk I/O error"),
    N_("file is not a database"),
    N_("unable to open database file"),
)


def undo_half_a_write(path: Path) -> None:
    """Let SQLite undo what a killed writer left behind: a reader may not, and the journal fits no other file.

    ocdb itself works on copies (ocdb.store.replacing); whoever writes in place leaves a journal.
    """
    if path.with_name(f"{path.name}-journal").exists():
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")


def begins_as_database(path: Path) -> bool:
    """Return whether a file begins as all databases of SQLite do; not where it can't be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_BEGIN)) == _BEGIN
    except (OSError, ValueError):
        return False


def is_export(path: Path) -> bool:
    """Return whether a file is what `ocdb export` wrote: a copy, which may be replaced, and no database of ocdb."""
    try:
        with path.open("rb") as file:
            head = file.read(_ID_PLACE + 4)
    except (OSError, ValueError):
        return False
    return head.startswith(_BEGIN) and int.from_bytes(head[_ID_PLACE:]) == EXPORT_ID


def is_about_the_file(error: BaseException | None) -> bool:
    """Return whether an error tells of the file, and not of the statement."""
    return isinstance(error, sqlite3.Error) and _name(error) in _OF_THE_FILE


def explain(error: sqlite3.Error, path: Path) -> DatabaseError:
    """Return what an error of SQLite means for the user, with the next step."""
    reason, name = str(error), _name(error)
    if "no such table" in reason:
        return not_ours(path, reason)
    if name in {"NOTADB", "CORRUPT"} or "decode to UTF-8" in reason:
        return damaged(path, reason)
    if "ROLLBACK" in getattr(error, "sqlite_errorname", ""):  # a journal lies beside it, which only a writer may undo
        name = "ROLLBACK"
    message, hint = map(_, _MEANINGS.get(name, _UNKNOWN))
    details = {"path": path, "directory": path.parent, "reason": _(reason), "load": loading(path)}
    return DatabaseError(message.format_map(details), hint.format_map(details))


def damaged(path: Path, reason: str) -> DatabaseError:
    """Return the refusal of a file that is no database, or not a whole one any more.

    What doesn't even begin like a database may be anything of the user's: nobody is told to remove that.
    """
    if path != embedded_path() and not begins_as_database(path):
        message = _("{path} isn't an SQLite database").format(path=path)
        return DatabaseError(message, _("Check that this is the file you mean; --db names the database."))
    hint = _("Remove it, then build it again: {command}").format(command=loading(path))
    if path == embedded_path():
        hint = _("Build it again: ocdb db rebuild")
    message = _("{path} is damaged, or isn't an SQLite database: {reason}")
    return DatabaseError(message.format(path=path, reason=_(reason)), hint)


def not_ours(path: Path, reason: str) -> DatabaseError:
    """Return the refusal of an SQLite database without what ocdb asks; a first load leaves it empty until its end."""
    if path.exists() and not path.stat().st_size:
        message = _("{path} is empty: a first load is still running, or was interrupted").format(path=path)
        return DatabaseError(message, _("Wait for it, or load again: {command}").format(command=loading(path)))
    hint = _("Name another file, or make the tables and load them: {command}").format(command=loading(path))
    message = _("{path} doesn't contain the tables of this version of ocdb ({reason})")
    return DatabaseError(message.format(path=path, reason=reason), hint)


def loading(path: Path) -> str:
    """Return the command that loads into a file, as a shell takes it."""
    return f"ocdb --db {shlex.quote(str(path))} load"


def _name(error: sqlite3.Error) -> str:
    """Return the family of an error in SQLite's own words, as in BUSY; of an error of the module nothing."""
    return getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").partition("_")[0]
