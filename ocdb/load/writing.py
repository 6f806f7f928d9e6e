"""Writes many new rows to a table, as fast as its engine takes them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Date, Table
from sqlalchemy.exc import DBAPIError

from ocdb.load.row import Row

# From so many rows on an empty table of an SQLite file gets its indexes after its rows: so each is built once, in
# its own order. On a server whoever loads may not be allowed to make indexes.
MANY = 20_000


def insert(connection: Connection, table: Table, rows: list[Row], *, empty: bool) -> None:
    """Insert rows that have a value for every column, in their order.

    Args:
        connection: in a transaction.
        table: where they go.
        rows: by the names of its columns.
        empty: whether the table has no rows yet.
    """
    embedded = connection.dialect.name == "sqlite"
    late = embedded and empty and len(rows) >= MANY
    indexes = sorted(table.indexes, key=lambda index: str(index.name)) if late else []
    for index in indexes:
        index.drop(connection)
    cursor: Any = connection.connection.cursor()
    failures: type[Exception] = connection.dialect.loaded_dbapi.Error
    try:
        if embedded:
            marks = ", ".join("?" for _ in table.columns)
            cursor.executemany(f"INSERT INTO {table.name} ({_names(table)}) VALUES ({marks})", _values(table, rows))
        else:
            _copy(cursor, table, rows)
    except failures as error:  # as SQLAlchemy would tell it
        raise DBAPIError.instance(f"INSERT INTO {table.name}", None, error, failures) from error
    finally:
        cursor.close()
    for index in indexes:
        index.create(connection)


def _copy(cursor: Any, table: Table, rows: list[Row]) -> None:
    """Send rows to a server in one stream, as COPY takes them: five times as fast as INSERT."""
    columns = _columns(table)
    with cursor.copy(f"COPY {table.name} ({_names(table)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(columns(row))


def _columns(table: Table) -> Callable[[Row], tuple[Any, ...]]:
    names = table.columns.keys()
    return itemgetter(*names) if len(names) > 1 else lambda row: (row[names[0]],)


def _names(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _values(table: Table, rows: Iterable[Row]) -> Iterator[tuple[Any, ...]]:
    """Yield the values of each row as SQLite takes them: it has no dates, but texts in their order."""
    columns = _columns(table)
    dated = {place for place, column in enumerate(table.columns) if isinstance(column.type, Date)}
    if not dated:
        yield from map(columns, rows)
        return
    for row in rows:
        yield tuple(
            value.isoformat() if place in dated and isinstance(value, date) else value
            for place, value in enumerate(columns(row))
        )
