"""Brings the tables to the wanted rows: finds what was added, changed and removed, and writes only that."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, select

from ocdb.errors import FixtureError
from ocdb.load.loaded import Changes, Key
from ocdb.load.row import Row, Rows
from ocdb.load.writing import insert
from ocdb.schema import metadata
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext

# The tables of records; the rows of all others belong to one of these, or are derived, and come and go with it.
RECORDS = ("claim", "source", "operator", "institution", "official", "place", "country", "currency")
SHOWN = 10


class PruneError(FixtureError):
    """Records would vanish, and nobody asked for that."""


@dataclass
class Plan:
    """What is to be written to one table.

    Attributes:
        insert: the rows that come.
        update: the rows that change, as they are to be, each with its new values.
        delete: the rows that go.
        empty: whether the table has no rows yet.
    """

    table: Table
    insert: list[Row]
    update: list[tuple[Row, Row]]
    delete: list[Row]
    empty: bool

    def touched(self) -> Iterator[Row]:
        """Yield the rows that come, change or go."""
        yield from self.insert
        yield from (row for row, _values in self.update)
        yield from self.delete


def apply(connection: Connection, rows: Rows, *, prune: bool) -> Changes:
    """Write the difference between the tables and the wanted rows; return it.

    Raises:
        PruneError: records would vanish, and `prune` is false. Nothing was written.
    """
    tables = [table for table in metadata.sorted_tables if table.name != "stamp"]
    plans = [plan(table, rows.get(table.name, []), connection.execute(select(table))) for table in tables]
    return write(connection, plans, prune=prune, judged={row["party"] for row in rows.get("judgement_party", ())})


def write(
    connection: Connection, plans: Sequence[Plan], *, prune: bool, judged: AbstractSet[str] = frozenset()
) -> Changes:
    """Write what is planned; return it.

    Args:
        connection: in a transaction.
        plans: parents first.
        prune: whether records may vanish.
        judged: the parties that are judged to be one with others.

    Raises:
        PruneError: records would vanish, and `prune` is false. Nothing was written.
    """
    if not prune:
        _refuse_to_prune(plans, judged)
    for one in plans:
        _vacate(connection, one)
        if one.insert:
            insert(connection, one.table, parents_first(one.table, one.insert), empty=one.empty)
        for row, values in one.update:
            connection.execute(one.table.update().where(_matches(one.table, row)).values(**values))
    for one in reversed(plans):
        if one.delete:
            names = [column.name for column in one.table.primary_key]
            where = and_(*(one.table.c[name] == bindparam(f"key_{name}") for name in names))
            gone = reversed(parents_first(one.table, one.delete))
            keys = [{f"key_{name}": row[name] for name in names} for row in gone]
            connection.execute(one.table.delete().where(where), keys)
    return _changes(plans)


def plan(table: Table, wanted: Iterable[Row], there: Iterable[Sequence[Any]], *, part: bool = False) -> Plan:
    """Return what is to be written so that a table has some rows.

    Args:
        table: the table.
        wanted: the rows by the names of columns; of two with the same key the last counts.
        there: the rows that are there, with the values of all columns in their order.
        part: whether only a part of the table is asked about.
    """
    names, keys = table.columns.keys(), [column.name for column in table.primary_key]
    key_in, key_at = itemgetter(*keys), itemgetter(*map(names.index, keys))
    # As tuples: most rows are there already, and a mapping for each would take four times as long.
    present = {key_at(row): tuple(row) for row in there}
    target = {key_in(row): row for row in wanted}
    insert, updates = [], []
    for key, row in target.items():
        before, now = present.get(key), tuple(map(row.get, names))
        if before is None:
            insert.append(row)
        elif before != now:
            values = {name: new for name, old, new in zip(names, before, now, strict=True) if old != new}
            updates.append((row, values))
    gone = [dict(zip(names, row, strict=True)) for key, row in present.items() if key not in target]
    return Plan(table, insert, updates, gone, empty=not (present or part))


def _vacate(connection: Connection, plan: Plan) -> None:
    """Empty the unique columns of rows that change or go: their values may pass to another row, as with a new slug."""
    for column in plan.table.columns:
        if column.unique and column.nullable:
            for row in [row for row, values in plan.update if column.name in values] + plan.delete:
                connection.execute(plan.table.update().where(_matches(plan.table, row)).values({column.name: None}))


def key_of(table: Table) -> Callable[[Row], Key]:
    """Return a function from a row to its primary key."""
    names = [column.name for column in table.primary_key]
    return itemgetter(*names) if len(names) > 1 else lambda row: (row[names[0]],)


def _matches(table: Table, row: Row) -> Any:
    return and_(*(column == row[column.name] for column in table.primary_key))


def parents_first(table: Table, found: list[Row]) -> list[Row]:
    """Return rows so that a row comes after the row of the same table that it refers to."""
    own = [key.parent.name for key in table.foreign_keys if key.column.table is table]
    if not own:
        return found
    waiting = {row["id"]: row for row in found}
    ordered: list[Row] = []
    for row in found:
        line = [waiting.pop(row["id"])] if row["id"] in waiting else []
        while line:
            above = next((key for name in own if (key := line[-1][name]) in waiting), None)
            if above is None:
                ordered.append(line.pop())
            else:
                line.append(waiting.pop(above))
    return ordered


def _refuse_to_prune(plans: Sequence[Plan], judged: AbstractSet[str]) -> None:
    """Raise an error where records would vanish; those that are judged to be one with others are in the files still."""
    gone = [
        f"{plan.table.name} {row['id']}"
        for plan in plans
        if plan.table.name in RECORDS
        for row in plan.delete
        if row["id"] not in judged
    ]
    if gone:
        text = ngettext(
            "{count} record of the database is not in these files: {records}",
            "{count} records of the database are not in these files: {records}",
            len(gone),
        )
        more = [_("and {count} more").format(count=number(len(gone) - SHOWN))] if len(gone) > SHOWN else []
        message = text.format(count=number(len(gone)), records=", ".join([*gone[:SHOWN], *more]))
        raise PruneError(message, _("Nothing was changed. To remove them, load again with --prune."))


def _changes(plans: Sequence[Plan]) -> Changes:
    changes = Changes()
    for plan in plans:
        key = key_of(plan.table)
        for part, keys in (
            (changes.added, list(map(key, plan.insert))),
            (changes.changed, [key(row) for row, _values in plan.update]),
            (changes.removed, list(map(key, plan.delete))),
        ):
            if keys:
                part[plan.table.name] = keys
    return changes
