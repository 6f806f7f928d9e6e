"""What ocdb knows of SQLite files: undoing what a killed writer left, and what an error of SQLite means for a user."""

import shlex
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from ocdb.errors import DatabaseError
from ocdb.settings import embedded_path

_BUSY = ("{path} is being written to by another program", "Try again in a moment.")
_MEANINGS = {
    "BUSY": _BUSY,
    "LOCKED": _BUSY,
    "FULL": ("{directory} has no room left: {reason}", "Make room, and try again."),
    "IOERR": ("the disk of {path} fails: {reason}", "See whether it has room left, and is in order."),
    "READONLY": ("{path} can't be written: {reason}", "Check your rights, or name another file: --db PATH"),
    "ROLLBACK": (
        "{path} was left half-written by a program that was stopped",
        "Let someone who may write to it ask a question, or run: {load}",
    ),
}
# What SQLite says of files; all else (ERROR, MISMATCH, TOOBIG, RANGE ...) it says of statements.
_OF_THE_FILE = {"BUSY", "CANTOPEN", "CORRUPT", "IOERR", "LOCKED", "NOLFS", "NOTADB", "PERM", "PROTOCOL", "READONLY"}
_UNKNOWN = ("{path} can't be opened or read: {reason}", "Check the file, its directory and your rights.")


def undo_half_a_write(path: Path) -> None:
    """Let SQLite undo what a killed writer left behind: a reader may not, and the journal fits no other file.

    ocdb itself works on copies (ocdb.store.replacing); whoever writes in place leaves a journal.
    """
    if path.with_name(f"{path.name}-journal").exists():
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")


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
    message, hint = _MEANINGS.get(name, _UNKNOWN)
    return DatabaseError(
        message.format(path=path, directory=path.parent, reason=reason), hint.format(load=loading(path))
    )


def damaged(path: Path, reason: str) -> DatabaseError:
    """Return the refusal of a file that is no database, or not a whole one any more."""
    anew = "ocdb db rebuild" if path == embedded_path() else f"remove it, then run {loading(path)}"
    return DatabaseError(f"{path} is damaged, or no SQLite database: {reason}", f"Make it anew: {anew}")


def not_ours(path: Path, reason: str) -> DatabaseError:
    """Return the refusal of an SQLite database without what ocdb asks; a first load leaves it empty until its end."""
    if path.exists() and not path.stat().st_size:
        message = f"{path} is empty: a first load is at work, or was stopped before its end"
        return DatabaseError(message, f"Wait for it, or load again: {loading(path)}")
    hint = f"Name another file, or make the tables and load them: {loading(path)}"
    return DatabaseError(f"{path} holds no tables of this ocdb ({reason})", hint)


def loading(path: Path) -> str:
    """Return the command that loads into a file, as a shell takes it."""
    return f"ocdb --db {shlex.quote(str(path))} load"


def _name(error: sqlite3.Error) -> str:
    """Return the family of an error in SQLite's own words, as in BUSY; of an error of the module nothing."""
    return getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").partition("_")[0]
