"""What refers to what, by the foreign keys of the tables; and how rows are taken away so that nothing dangles."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from ocdb.load.row import Row, Rows
from ocdb.schema import Base, derived, facts, metadata

Keys = dict[str, set[str]]

# The tables that are reckoned from the others, and the stamp: never cut, always made anew.
DERIVED = frozenset(
    str(mapper.class_.__tablename__)
    for mapper in Base.registry.mappers
    if mapper.class_.__module__ in (derived.__name__, facts.__name__)
)


@dataclass(frozen=True)
class Reference:
    """A column that refers to the key of a table; a row can't be without one that is needed."""

    column: str
    table: str
    needed: bool


def without(rows: Rows, gone: Keys) -> Rows:
    """Return the rows without some, and without those that need them; other references to them become empty.

    A claim and the rest of its row, in the table of its kind, go together; and so do the two rows of a party.

    Args:
        rows: by table; they stay as they are.
        gone: the keys of those to take away, by table.
    """
    kept = rows
    done: Keys = defaultdict(set)
    while any(gone.values()):
        more: Keys = defaultdict(set)
        kept = {table: _staying(table, found, gone, more) for table, found in kept.items()}
        for table, keys in gone.items():
            done[table] |= keys
        gone = {table: keys - done[table] for table, keys in more.items()}
    return kept


def _staying(table: str, rows: list[Row], gone: Keys, more: Keys) -> list[Row]:
    """Return the rows of a table that stay; note as gone those without which others can't be."""
    concerned = [
        (reference.column, gone[reference.table], reference.needed)
        for reference in references(table)
        if gone.get(reference.table)
    ]
    own = gone.get(table, set())
    if not concerned and not own:
        return rows
    kept = []
    for row in rows:
        broken = [(column, needed) for column, keys, needed in concerned if row[column] in keys]
        if (own and row["id"] in own) or any(needed for _column, needed in broken):
            for one in (table, whole(table)):
                if one and "id" in row:
                    more[one].add(row["id"])
        else:
            kept.append(row | {column: None for column, _needed in broken} if broken else row)
    return kept


@cache
def references(table: str) -> tuple[Reference, ...]:
    """Return the references of a table, in the order of its columns."""
    return tuple(
        Reference(column.name, key.column.table.name, not column.nullable)
        for column in metadata.tables[table].columns
        for key in column.foreign_keys
    )


@cache
def whole(table: str) -> str | None:
    """Return the table of which another one holds the rest of the rows, as claim for site; None for the others."""
    key = [column.name for column in metadata.tables[table].primary_key]
    return next((one.table for one in references(table) if [one.column] == key), None)


@cache
def family(what: str) -> frozenset[str]:
    """Return a table, as ``claim``, and those that hold the rest of its rows."""
    return frozenset({what} | {table for table in metadata.tables if whole(table) == what})


@cache
def belonging(to: str) -> tuple[str, ...]:
    """Return a table and those whose rows can't be without one of its rows, directly or through others."""
    found = [to]
    for table in metadata.sorted_tables:  # parents first
        if table.name not in DERIVED and any(one.needed and one.table in found for one in references(table.name)):
            found.append(table.name)
    return tuple(found)


@cache
def key_of_whole(table: str, what: str) -> str:
    """Return the column by which the rows of a table belong to those of another one, as ``claim``."""
    if table in family(what):
        return "id"
    return next(one.column for one in references(table) if one.needed and one.table in family(what))
