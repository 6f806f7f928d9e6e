"""The rows of a database as a load makes them: with dates and truth values, each table in the order of its keys."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Boolean, Date, Table

from ocdb.load.references import DERIVED, belonging, key_of_whole
from ocdb.load.row import Row, Rows
from ocdb.schema import metadata
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Queried

# The claims and what belongs to them, articles, and all else that curators write.
OF_CLAIMS, OF_SOURCES = belonging("claim"), ("source", "source_author")
REGISTERS = tuple(
    table.name for table in metadata.sorted_tables if table.name not in {*DERIVED, *OF_CLAIMS, *OF_SOURCES}
)


def read_tables(reader: Queried, names: Iterable[str], of: str = "", keys: Iterable[str] | None = None) -> Rows:
    """Return the rows of tables, as a load makes them, each table sorted by its key.

    Args:
        reader: the whole database.
        names: of the tables.
        of: the table that they belong to, ``claim`` or ``source``, where only the rows are wanted that belong to ...
        keys: ... some of it.
    """
    some = None if keys is None else [*keys]
    return {name: read_table(reader, name, key_of_whole(name, of) if of else "", some) for name in names}


def read_table(reader: Queried, name: str, column: str = "", keys: Iterable[str] | None = None) -> list[Row]:
    """Return the rows of a table in the same way.

    Args:
        reader: the whole database.
        name: of the table.
        column: by which only some rows are wanted: those where it has ...
        keys: ... one of these.
    """
    table = metadata.tables[name]
    sql = f"SELECT {_columns(table)} FROM {name}"
    found = reader.rows(sql) if keys is None else among(reader, f"{sql} WHERE {column} IN ({{keys}})", keys)
    records = found.records()
    _set_types(table, records)
    return in_order(table, records)


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _set_types(table: Table, records: list[dict[str, Any]]) -> None:
    """Put dates and truth values where SQLite has texts and numbers."""
    kinds: dict[type[Any], Callable[[Any], Any]] = {Date: day_of, Boolean: bool}
    for column in table.columns:
        if make := kinds.get(type(column.type)):
            name = column.name
            for row in records:
                if row[name] is not None:
                    row[name] = make(row[name])


def in_order(table: Table, rows: Iterable[Row]) -> list[Row]:
    """Return rows of a table sorted by its key; the curator's order goes before that of slugs."""
    order = [column.name for column in table.primary_key]
    if "position" in table.columns:
        order.insert(1, "position")
    return sorted(rows, key=itemgetter(*order))


# The same days come again and again.
@lru_cache(10_000)
def day_of(text: str) -> date:
    """Return the day that a database has as text."""
    return date.fromisoformat(text)
