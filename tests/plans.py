"""What engines do for a statement: which big tables they would read whole, and how much SQLite works."""

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Column, Connection, text

from ocdb.schema.base import Base
from ocdb.store.reader.dialect import for_server
from ocdb.store.reader.rows import bound
from ocdb.store.reader.sqlite import SqliteReader

# What stays small however much is claimed: countries, money, judgements, searches, the stamp; and the code lists.
SMALL = {"country", "country_name", "currency", "judgement", "judgement_party", "coverage", "coverage_year"}
SMALL |= {"country_within", "country_read", "stamp"}
SMALL |= {"publisher", "publisher_name", "search", "search_country", "search_source"}
BIG = {name for name, table in Base.metadata.tables.items() if name not in SMALL and "label_en" not in table.columns}
# A loop over a cursor: from an end of it, and on.
ENDS, STEPS = {"Rewind", "Last"}, {"Next", "Prev"}
# A server that may do none of these reads a table whole only where no index serves: small ones it would rather read.
OTHERWISE = ("enable_seqscan", "enable_hashjoin", "enable_mergejoin", "enable_material", "jit")
# The country of all copies: no question asks for it.
ELSEWHERE = "ZW"
# What identifies rows beside the keys of other tables, and what they are looked up by.
KEYS = {
    "id",
    "conflict_id",
    "key",
    "spot",
    "scope",
    "name",
    "folded",
    "successor",
    "syndicated_from",
    "url",
    "value",
    "publisher",
}

# What copies leave alone: what is counted of countries, and of the whole database.
KEPT = {"on_record": "WHERE kind NOT IN ('country', 'all')"}

Statement = tuple[str, Mapping[str, Any]]


@contextmanager
def recording(statements: dict[str, Statement]) -> Iterator[None]:
    """Note the statements that are put to SQLite, by their shape."""

    def noting(method: Callable[..., Any]) -> Callable[..., Any]:
        def noted(reader: SqliteReader, sql: str, parameters: Mapping[str, Any] | None = None) -> Any:
            statements.setdefault(_shape(sql), (sql, bound(parameters or {})))
            return method(reader, sql, parameters)

        return noted

    with (
        patch.object(SqliteReader, "rows", noting(SqliteReader.rows)),
        patch.object(SqliteReader, "stream", noting(SqliteReader.stream)),
    ):
        yield


def _shape(sql: str) -> str:
    """Return a statement without the number of keys in its lists."""
    return re.sub(r"\s+", " ", re.sub(r":([a-z_]+)\d+(?:, :\1\d+)*", r":\1*", sql)).strip()


def whole_on_sqlite(connection: sqlite3.Connection, statement: Statement) -> set[str]:
    """Return the big tables that SQLite would read from one end to the other, by the program that it makes."""
    roots = dict(connection.execute("SELECT rootpage, tbl_name FROM sqlite_master WHERE rootpage > 0").fetchall())
    tables: dict[int, str] = {}
    cursors: dict[str, set[int]] = {}
    for _address, operation, cursor, root, *_rest in connection.execute(f"EXPLAIN {statement[0]}", statement[1]):
        if operation in ("OpenRead", "ReopenIdx"):
            tables[cursor] = roots[root]
        cursors.setdefault(operation, set()).add(cursor)
    ends, steps = (set().union(*(cursors.get(one, ()) for one in every)) for every in (ENDS, STEPS))
    return {tables[one] for one in ends & steps | cursors.get("Count", set()) if one in tables} & BIG


def whole_on_server(connection: Connection, statement: Statement) -> set[str]:
    """Return the big tables that a server would read whole though it looks up whatever an index has."""
    for setting in OTHERWISE:
        connection.exec_driver_sql(f"SET {setting} = off")
    plan = connection.execute(text(f"EXPLAIN (FORMAT JSON) {for_server(statement[0])}"), statement[1]).scalar_one()
    return {node["Relation Name"] for node in _nodes(plan[0]["Plan"]) if "Relation Name" in node and _whole(node)} & BIG


def _nodes(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield node
    for child in node.get("Plans", ()):
        yield from _nodes(child)


def _whole(node: Mapping[str, Any]) -> bool:
    """Return whether a node reads all of its table: by no index, or by all of one."""
    if node["Node Type"] == "Bitmap Heap Scan":
        return any(each["Node Type"] == "Bitmap Index Scan" and "Index Cond" not in each for each in _nodes(node))
    return "Index Cond" not in node


def work(connection: sqlite3.Connection, statement: Statement) -> int:
    """Return how many instructions SQLite carries out for a statement, in tens."""
    count = 0

    def tick() -> int:
        nonlocal count
        count += 1
        return 0

    connection.set_progress_handler(tick, 10)
    connection.execute(*statement).fetchall()
    connection.set_progress_handler(None, 10)
    return count


def multiply(execute: Callable[[str], Any], copies: int) -> None:
    """Put copies of all that is claimed in a database beside it: other parties, places and articles, in one country.

    Args:
        execute: runs a statement on either engine.
        copies: how many.
    """
    for table in Base.metadata.sorted_tables:
        if table.name not in BIG:
            continue
        kept = KEPT.get(table.name, "WHERE scope IS NOT NULL" if "scope" in table.columns else "")
        execute(f"CREATE TEMP TABLE original AS SELECT * FROM {table.name} {kept}")
        for number in range(copies):
            columns = {column.name: _copied(column, f"zz{number}-") for column in table.columns}
            execute(
                f"INSERT INTO {table.name} ({', '.join(columns)}) SELECT {', '.join(columns.values())} FROM original"
            )
        execute("DROP TABLE original")


def _copied(column: Column[Any], prefix: str) -> str:
    """Return what stands in a column of a copy: keys and names become others, and every country one."""
    targets = {key.column.table.name for key in column.foreign_keys}
    if "country" in targets:
        return f"CASE WHEN {column.name} IS NOT NULL THEN '{ELSEWHERE}' END"
    if column.name == "sha256":
        return "NULL"
    return f"'{prefix}' || {column.name}" if targets & BIG or column.name in KEYS else column.name
