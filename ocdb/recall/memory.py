"""The file in which is remembered what a check of some files found: an SQLite file in the user's cache directory.

Whoever removes it loses time, nothing else. One that is locked, damaged or of another ocdb is as none.
"""

import json
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import astuple
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

from ocdb import __version__
from ocdb.curation.problems import Problem
from ocdb.recall.listing import Listing, Seen
from ocdb.settings import cache_path, code_fingerprint, data_fingerprint
from ocdb.words.language import language

# Fewer files are read sooner than it is found out what changed.
MANY = 300
PATIENCE = 0.5  # seconds
FORGOTTEN = 60 * 86_400  # seconds after which a memory that nobody asked is removed
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE seen (name TEXT PRIMARY KEY, state TEXT, digest TEXT);
CREATE TABLE file (id INTEGER PRIMARY KEY, name TEXT UNIQUE, digest TEXT, around INTEGER);
CREATE TABLE record
    (id INTEGER PRIMARY KEY, file INTEGER, path TEXT, kind TEXT, slug TEXT, digest INTEGER, gone INTEGER);
CREATE TABLE mention (slug TEXT, file INTEGER, cited INTEGER);
CREATE TABLE link (one TEXT, other TEXT, file INTEGER);
CREATE TABLE tie (key INTEGER, sort TEXT, record INTEGER, file INTEGER);
CREATE TABLE spelling (name TEXT, kind TEXT, slug TEXT, file INTEGER);
CREATE TABLE problem
    (file TEXT, line INTEGER, "column" INTEGER, field TEXT, message TEXT, remedy TEXT, code TEXT, severity TEXT);
"""
_INDEXES = """
CREATE INDEX record_slug ON record (slug);
CREATE INDEX record_file ON record (file);
CREATE INDEX record_kind ON record (kind);
CREATE INDEX mention_slug ON mention (slug);
CREATE INDEX mention_file ON mention (file);
CREATE INDEX link_one ON link (one);
CREATE INDEX link_other ON link (other);
CREATE INDEX link_file ON link (file);
CREATE INDEX tie_key ON tie (key);
CREATE INDEX tie_file ON tie (file);
CREATE INDEX spelling_file ON spelling (file);
CREATE INDEX problem_file ON problem (file);
"""
OF_FILES = ("record", "mention", "link", "tie", "spelling")


def number_of(value: object) -> int:
    """Return a number for what has no other name in a memory; two values have the same one as good as never."""
    return int.from_bytes(blake2b(repr(value).encode(errors="surrogateescape"), digest_size=8).digest(), signed=True)


class Memory:
    """What is remembered of a check of some files."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        return self.connection.execute(sql, values).fetchall()

    def texts(self, sql: str, values: Iterable[Any]) -> set[Any]:
        """Return the values in the first column of a query, asked once for each value."""
        return {row[0] for value in values for row in self.connection.execute(sql, (value,))}

    def add(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add rows to a table, each with all of its columns."""
        some = list(rows)
        if some:
            marks = ", ".join("?" * len(some[0]))
            self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", some)

    def seen(self) -> Listing:
        """Return the files as they were read last."""
        return {name: Seen(*rest) for name, *rest in self.rows("SELECT name, state, digest FROM seen")}

    def see(self, files: Listing, before: Listing) -> None:
        """Note files as they were read now."""
        gone = [(name,) for name in before if name not in files]
        self.connection.executemany("DELETE FROM seen WHERE name = ?", gone)
        changed = [(name, one.state, one.digest) for name, one in files.items() if before.get(name) != one]
        self.connection.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", changed)

    def told(self, files: str) -> list[Problem] | None:
        """Return the problems of the files that have a fingerprint; None where others were checked last."""
        found = dict(self.rows("SELECT key, value FROM meta WHERE key IN ('files', 'problems')"))
        if found.get("files") != files:
            return None
        return [Problem(*one) for one in json.loads(found["problems"])]

    def tell(self, files: str, problems: Sequence[Problem]) -> None:
        """Note the problems of the files that have a fingerprint."""
        text = json.dumps([astuple(one) for one in problems])
        self.connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", [("files", files), ("problems", text)])

    def clear(self) -> None:
        """Forget what is in the files, for all of it to be noted anew."""
        for table in (*OF_FILES, "file", "problem"):
            self.connection.execute(f"DELETE FROM {table}")

    def forget(self, file: int) -> None:
        """Forget what is in a file."""
        for table in OF_FILES:
            self.connection.execute(f"DELETE FROM {table} WHERE file = ?", (file,))


@contextmanager
def remembering(purpose: Sequence[str], day: str = "") -> Iterator[Memory | None]:
    """Give the memory for a purpose, in a transaction of its own; None where none can be had.

    What goes wrong with it while it is used is raised, and takes back what was noted.

    Args:
        purpose: what is checked, and how: another purpose has another memory.
        day: on which it holds, where what is noted is no use on another one.
    """
    path = _path(purpose)
    connection = _opened(path, f"{__version__} {code_fingerprint()} {data_fingerprint()} {day}")
    if connection is None:
        yield None
        return
    with closing(connection):
        try:
            yield Memory(connection)
            connection.commit()
        except sqlite3.DatabaseError:
            connection.close()
            path.unlink(missing_ok=True)
            raise


def _path(purpose: Sequence[str]) -> Path:
    told = json.dumps([os.getcwd(), language(), *purpose])  # noqa: PTH109
    return cache_path() / f"files-{sha256(told.encode(errors='surrogateescape')).hexdigest()[:32]}.sqlite"


def _opened(path: Path, made: str) -> sqlite3.Connection | None:
    """Return a connection to a memory, which nobody else writes to meanwhile; None without one.

    Args:
        path: where it is.
        made: by which ocdb, of which data and on which day; one that was made otherwise begins anew.
    """
    with suppress(OSError, sqlite3.DatabaseError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _tidy(path.parent)
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA cache_size = -64000")
            connection.execute("BEGIN IMMEDIATE")
            if not _is_of(connection, made):
                _begin(connection, made)
        except BaseException as error:
            connection.close()
            if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
                path.unlink(missing_ok=True)  # it is damaged, or no database
            raise
        return connection
    return None


def _is_of(connection: sqlite3.Connection, made: str) -> bool:
    with suppress(sqlite3.OperationalError):
        return bool(connection.execute("SELECT value FROM meta WHERE key = 'made'").fetchone() == (made,))
    return False


def _begin(connection: sqlite3.Connection, made: str) -> None:
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        connection.execute(f'DROP TABLE "{table}"')
    for statement in f"{_TABLES}{_INDEXES}".split(";")[:-1]:
        connection.execute(statement)
    connection.execute("INSERT INTO meta VALUES ('made', ?)", (made,))


def _tidy(directory: Path) -> None:
    """Remove the memories that nobody has asked for long."""
    for file in directory.glob("files-*.sqlite"):
        if file.stat().st_mtime < time.time() - FORGOTTEN:
            file.unlink(missing_ok=True)
