"""Takes worlds through real databases, where the mass of them goes without: both must come to the same."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from sqlalchemy import select

from ocdb.load.row import Rows
from ocdb.load.run import load
from ocdb.schema import metadata
from ocdb.store import database
from scripts import postgresql
from scripts.worlds import loading
from scripts.worlds.curating import Record, fixtures
from scripts.worlds.growing import AREA
from scripts.worlds.making import make

COMPARED = ("ledger", "ledger_evidence", "total", "site_period", "site_period_reason", "conflict_member")


def write(files: Sequence[Record], directory: Path) -> Path:
    """Write fixtures as YAML, a file each; return the directory."""
    directory.mkdir(parents=True, exist_ok=True)
    for number, file in enumerate(files):
        text = yaml.safe_dump(file, sort_keys=False, allow_unicode=True)
        (directory / f"world-{number:02}.yaml").write_text(text, "utf-8")
    return directory


def differences(url: str, directory: Path, rows: Rows) -> Iterator[str]:
    """Load fixtures into a database, and yield the derived rows that are only there, or only among others.

    Worlds know one area larger than a country; rows of the others, which a database has too, are left out.
    """
    database.connect(url, lambda connection: load(connection, [directory]))
    stored = database.connect(url, lambda connection: {name: _rows(connection, name) for name in COMPARED})
    for name in COMPARED:
        columns = metadata.tables[name].columns.keys()
        wanted = {tuple(row.get(column) for column in columns) for row in rows[name]}
        yield from (f"{name}: {row}" for row in sorted(map(str, wanted ^ stored[name])))


def _rows(connection: Any, name: str) -> set[tuple[Any, ...]]:
    with connection.begin():
        return {tuple(row) for row in connection.execute(select(metadata.tables[name])) if not _of_another_area(row)}


def _of_another_area(row: Any) -> bool:
    kind, scope = (getattr(row, column, None) or "" for column in ("scope_kind", "scope"))
    return kind.startswith("area") and scope.partition(":")[0] != AREA


def sample(seed: int, numbers: Sequence[int]) -> Iterator[str]:
    """Take some worlds through SQLite and PostgreSQL; yield what comes out otherwise there."""
    with TemporaryDirectory(prefix="ocdb-worlds-") as name:
        home = Path(name)
        server = postgresql.own_server(home / "server") if numbers else None
        try:
            for number in numbers:
                yield from (f"world {number}: {line}" for line in _both(seed, number, home, server))
        finally:
            if server:
                server.stop()


def _both(seed: int, number: int, home: Path, server: Any) -> Iterator[str]:
    made = make(seed, number)
    files = fixtures(made.world, made.press)
    rows = loading.load(files).rows
    directory = write(files, home / f"world-{number}")
    postgresql.administer(server.get_uri(driver="psycopg"), f"CREATE DATABASE world_{number}")
    for url in (f"sqlite:///{home}/{number}.sqlite", server.get_uri(database=f"world_{number}", driver="psycopg")):
        yield from differences(url, directory, rows)
    shutil.rmtree(directory)
