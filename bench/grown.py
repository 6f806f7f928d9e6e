"""Make a large SQLite database for questions out of a small one, without the hours that a load of it would take.

A block is a database into which a world was loaded (`bench.world`). Its clones are copied row by row under new keys,
in SQL, as often as is asked for; the real fixtures stay as they are, so that Togo and Webhelp have the same answers.
What adds up over blocks, as the totals of countries, is counted on: what the block has beyond the real data, times
the number of blocks. Rates of the whole world stay those of the block.

  python -m bench.world 100000 world.jsonl && ocdb --db block.sqlite load world.jsonl
  python -m bench.grown block.sqlite 100 grown.sqlite      ten million claims
"""

import argparse
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from ocdb.load.run import load
from ocdb.store import searching
from ocdb.store.database import connect

CLONED = "*-x[0-9]*"  # what the keys of clones look like, also within longer keys: webhelp-x12
OTHERS = {"alembic_version", "stamp"}
NUMBERS = ("INTEGER", "BIGINT", "DOUBLE", "FLOAT", "BOOLEAN")
NO_SUMS = {"year"}
# What is counted of more than the clones, and is there once.
_COUNTED = ("total", "loss_total", "delivery", "rests_on", "left_out", "on_record", "country_read")
SETTINGS = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-1000000", "temp_store=FILE", "foreign_keys=OFF")


def grow(block: Path, times: int, target: Path, real: Path) -> int:
    """Write the grown database, and return how many claims it has.

    Args:
        block: what is multiplied.
        times: of how many blocks it is to be.
        target: the new file.
        real: a database of the real fixtures alone.
    """
    shutil.copy(block, target)
    _without_search(target)
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        connection.execute("ATTACH ? AS small", (str(real),))
        indexes = _dropped_indexes(connection)
        for table in _tables(connection):
            _add_up(connection, table, times)
            _multiply(connection, table, times)
        connection.execute("DETACH small")
        for statement in indexes:
            connection.execute(statement)
        if _analyzed(connection):
            connection.execute("ANALYZE")
        count = int(connection.execute("SELECT COUNT(*) FROM claim").fetchone()[0])
    connect(target, _with_search)
    return count


def _without_search(target: Path) -> None:
    """Drop the index of the search: as triggers it would follow each row."""

    def drop(connection: Connection) -> None:
        with connection.begin():
            searching.drop(connection)

    connect(target, drop)


def _with_search(connection: Connection) -> None:
    """Make the index of the search, as a load does."""
    with connection.begin():
        searching.install(connection)


def tables(connection: sqlite3.Connection) -> list[str]:
    """Return the tables of an SQLite database, without those of the index of the search."""
    found = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    return [name for (name,) in found if not searching.is_part(name)]


def _tables(connection: sqlite3.Connection) -> list[str]:
    return [name for name in tables(connection) if name not in OTHERS]


def _dropped_indexes(connection: sqlite3.Connection) -> list[str]:
    """Drop all indexes, and return the statements that make them again: once, sorted, and not row by row."""
    found = connection.execute("SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    indexes = found.fetchall()
    for name, _sql in indexes:
        connection.execute(f'DROP INDEX "{name}"')
    return [sql for _name, sql in indexes]


def _analyzed(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'").fetchone())


def _columns(connection: sqlite3.Connection, table: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield the columns of a table: name, whether it holds numbers, and whether it is of the key."""
    for _place, name, kind, _needed, _default, key in connection.execute(f'PRAGMA main.table_info("{table}")'):
        yield name, str(kind).upper().startswith(NUMBERS), bool(key)


def _multiply(connection: sqlite3.Connection, table: str, times: int) -> None:
    """Copy the rows of clones: x12 becomes x7c12 in the seventh block, wherever it stands in a row."""
    columns = list(_columns(connection, table))
    keys = [name for name, number, key in columns if key and not number]
    if not keys:
        raise SystemExit(f"grown: the key of {table} is a number, and blocks would share it")
    copied = [
        f'"{name}"' if number else f"""replace("{name}", '-x', '-x' || block || 'c') AS "{name}\""""
        for name, number, _key in columns
    ]
    where = " || '/' || ".join(f'"{name}"' for name in keys)
    # In the order of the key its own index grows at its end only.
    order = ", ".join(str(place) for place, (_name, _number, key) in enumerate(columns, 1) if key)
    connection.execute(
        f"WITH RECURSIVE blocks (block) AS (SELECT 2 UNION ALL SELECT block + 1 FROM blocks WHERE block < ?)"
        f' INSERT INTO "{table}" SELECT {", ".join(copied)} FROM "{table}", blocks'
        f" WHERE {where} GLOB '{CLONED}' AND block <= ? ORDER BY {order}",
        (times, times),
    )


def _add_up(connection: sqlite3.Connection, table: str, times: int) -> None:
    """Count on what belongs to no clone: beyond the real data it is there once a block."""
    columns = list(_columns(connection, table))
    keys = [name for name, _number, key in columns if key]
    sums = [name for name, number, key in columns if number and not key and name not in NO_SUMS]
    if table not in _COUNTED or not sums:
        return
    same = " AND ".join(f'small."{table}"."{name}" = main."{table}"."{name}"' for name in keys)
    own = " || '/' || ".join(f'"{name}"' for name in keys)
    values = [
        f'"{name}" = "{name}" + {times - 1} * ("{name}" -'
        f' coalesce((SELECT "{name}" FROM small."{table}" WHERE {same}), 0))'
        for name in sums
        if not name.startswith(("rate_", "coverage"))
    ]
    connection.execute(f"UPDATE main.\"{table}\" SET {', '.join(values)} WHERE {own} NOT GLOB '{CLONED}'")


def main() -> None:
    """Write the database that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("block", type=Path, help="a database of a world")
    parser.add_argument("times", type=int, help="how many blocks the new one is to have")
    parser.add_argument("target", type=Path, help="the new database")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        real = Path(folder, "real.sqlite")
        connect(f"sqlite:///{real}", load)
        claims = grow(given.block, given.times, given.target, real)
    print(f"{claims} claims", file=sys.stderr)


if __name__ == "__main__":
    main()
