"""Fills a database that has no rows yet, table by table: what follows from the records is never held all at once."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Table

from ocdb.load.apply import RECORDS, key_of, parents_first
from ocdb.load.derived import FROM_PROMISES, OTHERS, Derivation
from ocdb.load.loaded import Changes, Key
from ocdb.load.row import Row, Rows
from ocdb.load.writing import insert
from ocdb.schema import metadata


def is_empty(connection: Connection) -> bool:
    """Return whether no table but the stamp has a row."""
    # One statement: one for each table is a third of a small load.
    rows = " OR ".join(f'EXISTS (SELECT 1 FROM "{name}")' for name in metadata.tables if name != "stamp")
    return not connection.exec_driver_sql(f"SELECT {rows}").scalar_one()


def fill(connection: Connection, rows: Rows) -> Changes:
    """Write rows, and what is derived from them, into a database that is empty; return what was added.

    Args:
        connection: in a transaction.
        rows: of the tables of what curators wrote.
    """
    changes = Changes()
    for table in metadata.sorted_tables:
        if table.name in rows:
            key = key_of(table)
            unique = {key(row): row for row in rows[table.name]}
            _add(connection, table, parents_first(table, list(unique.values())), changes)
    # No derived table refers to another one, and what the first ones have in common goes with them.
    for names in (FROM_PROMISES, OTHERS):
        made = Derivation(rows)
        for name in names:
            _add(connection, metadata.tables[name], made.table(name), changes)
    return changes


def _add(connection: Connection, table: Table, rows: Iterable[Row], changes: Changes) -> None:
    """Write rows, and note them: those of records by their keys, of the many others how many they are."""
    keys: list[Key] = []
    key = key_of(table)

    def noted() -> Iterator[Row]:
        for row in rows:
            keys.append(key(row))
            yield row

    count = insert(connection, table, noted() if table.name in RECORDS else rows, empty=True)
    if keys:
        changes.added[table.name] = keys
    elif count:
        changes.filled[table.name] = count
