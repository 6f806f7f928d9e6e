"""Writes many new rows to a table, as fast as its engine takes them."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, count, islice
from typing import Any

from sqlalchemy import Connection, Index, Table, inspect
from sqlalchemy.exc import DBAPIError

from ocdb.load.row import Row

# From so many rows on an empty table of an SQLite file gets its indexes after its rows: so each is built once, in
# its own order. On a server whoever loads may not be allowed to make indexes.
MANY = 20_000
AT_ONCE = 5_000


def insert(connection: Connection, table: Table, rows: Iterable[Row], *, empty: bool = False) -> int:
    """Insert rows in their order, as they come; return how many they are.

    Args:
        connection: in a transaction.
        table: where they go.
        rows: by the names of columns; a column that one lacks stays empty.
        empty: whether the table has no rows yet.
    """
    waiting = iter(rows)
    first = list(islice(waiting, MANY))
    if not first:
        return 0
    embedded = connection.dialect.name == "sqlite"
    indexes = _standing(connection, table) if embedded and empty and len(first) == MANY else []
    for index in indexes:
        index.drop(connection)
    counted = count()
    values = (row for row, _number in zip(_values(table, chain(first, waiting)), counted, strict=False))
    cursor: Any = connection.connection.cursor()
    failures: type[Exception] = connection.dialect.loaded_dbapi.Error
    try:
        _write(cursor, table, values, embedded=embedded)
    except failures as error:  # as SQLAlchemy would tell it
        raise DBAPIError.instance(f"INSERT INTO {table.name}", None, error, failures) from error
    finally:
        cursor.close()
    for index in indexes:
        index.create(connection)
    return next(counted)


def _write(cursor: Any, table: Table, values: Iterator[tuple[Any, ...]], *, embedded: bool) -> None:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    if embedded:
        marks = ", ".join("?" * len(table.columns))
        cursor.executemany(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', values)
    else:
        with cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy:
            for row in values:
                copy.write_row(row)


def _standing(connection: Connection, table: Table) -> list[Index]:
    """Return the indexes of a table that are there: those of a temporary database are made last."""
    there = {index["name"] for index in inspect(connection).get_indexes(table.name)}
    return sorted((index for index in table.indexes if index.name in there), key=lambda index: str(index.name))


def _values(table: Table, rows: Iterator[Row]) -> Iterator[tuple[Any, ...]]:
    """Yield the values of each row; dates as texts in their order, which SQLite keeps and a server reads."""
    names = [column.name for column in table.columns]
    while some := list(islice(rows, AT_ONCE)):
        # By column: most have no dates.
        yield from zip(*(_as_texts([row.get(name) for row in some]) for name in names), strict=True)


def _as_texts(values: list[Any]) -> list[Any]:
    if date not in set(map(type, values)):
        return values
    return [value.isoformat() if isinstance(value, date) else value for value in values]
