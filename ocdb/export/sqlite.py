"""An SQLite file with a table for each view, its keys and what to read first; and the metadata that Datasette shows."""

import errno
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from ocdb import release
from ocdb.export.content import Content
from ocdb.export.fields import description, fields
from ocdb.export.formats import beside, stem
from ocdb.export.read_first import LICENCE_ADDRESS, read_first, titles
from ocdb.export.tables import TABLES, Table
from ocdb.store.sqlite import EXPORT_ID
from ocdb.words.language import LANGUAGES, N_

NOTE = N_(
    "SQLite: each view of ocdb is a table, with keys and foreign keys. The file .metadata.json beside it describes the"
    " tables for Datasette: datasette FILE.sqlite --metadata FILE.metadata.json."
)
_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "date": "TEXT"}
# Nobody reads the file before it is whole, so a crash loses nothing. The page size is fixed, as the bytes are to be.
_SETTINGS = f"""
    PRAGMA page_size = 4096;
    PRAGMA encoding = 'UTF-8';
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA application_id = {EXPORT_ID};
"""
_READ_FIRST = """
    CREATE TABLE read_first (
        id INTEGER PRIMARY KEY, language TEXT NOT NULL, heading TEXT NOT NULL, text TEXT NOT NULL
    )
"""
# What Datasette shows of a row that a foreign key leads to: the first of these that the table has.
_LABELS = ("label", "summary", "name", "title")


def write(content: Content, file: Path) -> None:
    """Write an export as an SQLite file, and its metadata beside it.

    Raises:
        OSError: it can't be written.
    """
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as database:
            database.executescript(_SETTINGS)
            database.execute("BEGIN")
            _fill(database, content)
            database.execute("COMMIT")
            database.execute("VACUUM")
    except sqlite3.OperationalError as error:
        raise _explained(error) from error
    (metadata,) = beside("sqlite", file)
    whole = json.dumps(_metadata(content, stem("sqlite", file)), ensure_ascii=False, indent=2)
    metadata.write_text(whole + "\n", "utf-8")


def _explained(error: sqlite3.OperationalError) -> OSError:
    """Return what an error of SQLite, which is one of writing here, is called by the system."""
    number = errno.ENOSPC if error.sqlite_errorcode == sqlite3.SQLITE_FULL else errno.EIO
    return OSError(number, os.strerror(number))


def _fill(database: sqlite3.Connection, content: Content) -> None:
    database.execute(_READ_FIRST)
    lines = ((wanted, *line) for wanted in LANGUAGES for line in read_first(content, wanted, (NOTE,)))
    database.executemany("INSERT INTO read_first (language, heading, text) VALUES (?, ?, ?)", lines)
    for table in TABLES:
        database.execute(_definition(table))
        marks = ", ".join("?" * len(fields(table)))
        for batch in content.rows(table).batches():
            database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", batch)
    for table in TABLES:
        for column in table.references:
            if column != "id":
                database.execute(f"CREATE INDEX {table.name}_{column} ON {table.name} ({column})")


def _definition(table: Table) -> str:
    columns = [
        f'"{field.name}" {_TYPES[field.type]}{" PRIMARY KEY NOT NULL" if field.name == "id" else ""}'
        for field in fields(table)
    ]
    keys = [f'FOREIGN KEY ("{column}") REFERENCES {other} (id)' for column, other in table.references.items()]
    return f"CREATE TABLE {table.name} ({', '.join([*columns, *keys])})"


def _metadata(content: Content, name: str) -> dict[str, Any]:
    """Return what Datasette shows of a file: title, licence, and a description of each table and column."""
    about = "\n\n".join(
        f"{heading}: {text}" for wanted in LANGUAGES for heading, text in read_first(content, wanted, (NOTE,))
    )
    return {
        "title": " / ".join(titles().values()),
        "description": about,
        "license": release.LICENCE,
        "license_url": LICENCE_ADDRESS,
        "databases": {name: {"description": about, "tables": {table.name: _of_table(table) for table in TABLES}}},
    }


def _of_table(table: Table) -> dict[str, Any]:
    names = [field.name for field in fields(table)]
    label = next((name for name in _LABELS if name in names), None)
    return {
        "description": description(table),
        "columns": {field.name: field.description for field in fields(table)},
        **({"label_column": label} if label else {}),
    }
