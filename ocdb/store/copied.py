"""A copy of a whole database as an SQLite file: tables and views, row by row as they are."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from ocdb.schema import metadata
from ocdb.store import temporary, views
from ocdb.store.reader.rows import Reader


def copy(reader: Reader, path: Path) -> None:
    """Make an SQLite file with all rows that a reader sees, at one moment.

    Args:
        reader: of the whole database, on either engine.
        path: of a file that isn't there yet.

    Raises:
        DatabaseError: the database can't be read, or the file not be written.
    """
    temporary.make(path, views.create)
    with closing(sqlite3.connect(path, isolation_level=None)) as target:
        target.execute("PRAGMA synchronous = OFF")
        target.execute("BEGIN")
        for insert, select in _statements():
            for batch in reader.stream(select).batches():
                target.executemany(insert, batch)
        target.execute("COMMIT")


def _statements() -> Iterator[tuple[str, str]]:
    for table in metadata.sorted_tables:
        names = [f'"{column.name}"' for column in table.columns]
        marks = ", ".join("?" * len(names))
        columns = ", ".join(names)
        yield f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", f"SELECT {columns} FROM {table.name}"
