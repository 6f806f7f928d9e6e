"""Writes many new rows to a table, as fast as its engine takes them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Index, Table, inspect
from sqlalchemy.exc import DBAPIError

from ocdb.load.row import Row

# From so many rows on an empty table of an SQLite file gets its indexes after its rows: so each is built once, in
# its own order. On a server whoever loads may not be allowed to make indexes.
MANY = 20_000
AT_ONCE = 5_000


def insert(connection: Connection, table: Table, rows: Sequence[Row], *, empty: bool = False) -> None:
    """Insert rows, all with the same columns, in their order.

    Args:
        connection: in a transaction.
        table: where they go.
        rows: at least one, by the names of columns.
        empty: whether the table has no rows yet.
    """
    embedded = connection.dialect.name == "sqlite"
    indexes = _standing(connection, table) if embedded and empty and len(rows) >= MANY else []
    for index in indexes:
        index.drop(connection)
    names = list(rows[0])
    columns = ", ".join(f'"{name}"' for name in names)
    cursor: Any = connection.connection.cursor()
    failures: type[Exception] = connection.dialect.loaded_dbapi.Error
    try:
        if embedded:
            marks = ", ".join("?" * len(names))
            cursor.executemany(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', _stored(rows))
        else:
            with cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row([row[name] for name in names])
    except failures as error:  # as SQLAlchemy would tell it
        raise DBAPIError.instance(f"INSERT INTO {table.name}", None, error, failures) from error
    finally:
        cursor.close()
    for index in indexes:
        index.create(connection)


def _standing(connection: Connection, table: Table) -> list[Index]:
    """Return the indexes of a table that are there: those of a temporary database are made last."""
    there = {index["name"] for index in inspect(connection).get_indexes(table.name)}
    return sorted((index for index in table.indexes if index.name in there), key=lambda index: str(index.name))


def _stored(rows: Sequence[Row]) -> Iterator[tuple[Any, ...]]:
    """Yield the values of each row as SQLite keeps them: it has no dates, but texts in their order."""
    for start in range(0, len(rows), AT_ONCE):
        some = rows[start : start + AT_ONCE]
        # By column: most have no dates.
        yield from zip(*(_as_texts([row[name] for row in some]) for name in rows[0]), strict=True)


def _as_texts(values: list[Any]) -> list[Any]:
    if date not in set(map(type, values)):
        return values
    return [value.isoformat() if isinstance(value, date) else value for value in values]
