"""Builds the database of what could be known on a day, for one question: a small one, made of the rows of another."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Connection, Date, Table

from ocdb.load.derived import derived
from ocdb.load.known import cut
from ocdb.load.references import DERIVED
from ocdb.load.row import Row, Rows
from ocdb.load.writing import insert
from ocdb.memory import paused
from ocdb.schema import metadata
from ocdb.store import temporary, views

# Runs several SELECT statements at one moment and returns the records of each.
Select = Callable[[Sequence[str]], list[list[dict[str, Any]]]]


def build(path: Path, select: Select, day: date) -> None:
    """Make an SQLite database of the rows that could be known on a day, with the views and what is reckoned from them.

    Its stamp has the day under ``as_of``, and the views take that day for today.

    Args:
        path: of a file that isn't there yet.
        select: reads the tables of the whole database, SQLite or a server; dates may be text.
        day: the last day of publication that counts.
    """
    with paused():
        rows = cut(read_tables(select), day)
        stamp = [*select(["SELECT id, value FROM stamp"])[0], {"id": "as_of", "value": day.isoformat()}]
        write_tables(path, rows | derived(rows) | {"stamp": stamp}, day)


def read_tables(select: Select) -> Rows:
    """Return the rows of all tables but the derived ones, as a load makes them, each table sorted by its key."""
    tables = [table for table in metadata.sorted_tables if table.name not in DERIVED]
    found = select([f"SELECT {_columns(table)} FROM {table.name}" for table in tables])
    return {table.name: _typed(table, records) for table, records in zip(tables, found, strict=True)}


def write_tables(path: Path, rows: Rows, day: date) -> None:
    """Write rows into a new SQLite database, with the views as of a day."""

    def fill(connection: Connection) -> None:
        for name, found in rows.items():
            if found:
                insert(connection, metadata.tables[name], found)
        views.create(connection, today=day)

    temporary.make(path, fill)


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _typed(table: Table, records: list[dict[str, Any]]) -> list[Row]:
    """Return records with dates and truth values where SQLite has texts and numbers."""
    kinds: dict[type[Any], Callable[[Any], Any]] = {Date: _day, Boolean: bool}
    for column in table.columns:
        if make := kinds.get(type(column.type)):
            name = column.name
            for row in records:
                if row[name] is not None:
                    row[name] = make(row[name])
    order = [column.name for column in table.primary_key]
    if "position" in table.columns:  # the curator's order goes before that of slugs
        order.insert(1, "position")
    return sorted(records, key=itemgetter(*order))


# The same days come again and again.
@lru_cache(10_000)
def _day(text: str) -> date:
    return date.fromisoformat(text)
