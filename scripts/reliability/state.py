"""What state a database is in, as one text: all rows of all tables, the tables and views themselves, the revision."""

import hashlib
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect

from ocdb.opening.reader import open_reader
from ocdb.settings import read_only_uri
from ocdb.store import database
from ocdb.store.searching import is_part
from scripts.reliability.results import Broken
from scripts.reliability.world import JOBS, administer, path_of

NOTHING = "nothing"
# Until a server has noticed that a client is gone.
PATIENCE = 60.0
_VIEWS = "SELECT viewname, definition FROM pg_views WHERE schemaname = 'public'"


def digest(url: str) -> str:
    """Return a text that is the same for the same content, and another for any other.

    SQLite is opened so that nothing can be mended by opening it: a reader's error would be raised.
    """
    if url.startswith("sqlite"):
        return _of_file(path_of(url))
    return database.connect(url, _of_server)


def _of_file(path: Path) -> str:
    if not path.exists() or not path.stat().st_size:
        return NOTHING
    with closing(sqlite3.connect(read_only_uri(path), uri=True, timeout=0)) as connection:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        made = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        # How the index of the search lies in its tables tells of the way there, too.
        tables = [name for kind, name, _ in made if kind == "table" and not is_part(name)]
        rows = [(table, *sorted(map(repr, connection.execute(f'SELECT * FROM "{table}"')))) for table in tables]
    return _hashed([sound, [(kind, name, _lines(sql)) for kind, name, sql in made], rows])


def _lines(sql: str | None) -> list[str]:
    """Return the lines of a definition in one order: Alembic writes the constraints of a rebuilt table in any."""
    return sorted(line.strip().rstrip(", ") for line in (sql or "").splitlines())


def _of_server(connection: Connection) -> str:
    connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    tables = sorted(inspect(connection).get_table_names())
    rows = [(table, *sorted(map(repr, connection.exec_driver_sql(f'SELECT * FROM "{table}"')))) for table in tables]
    views = sorted(map(repr, connection.exec_driver_sql(_VIEWS)))
    return _hashed([views, rows]) if tables else NOTHING


def _hashed(content: Any) -> str:
    return hashlib.sha256(repr(content).encode()).hexdigest()[:16]


def settled(url: str) -> str:
    """Return the digest when a server has noticed that a client was killed, and is done with what it was at for it.

    Until then a COMMIT may be under way, and a server reads definitions as they are at each moment, not at one.
    """
    others = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    until = time.monotonic() + PATIENCE
    while not url.startswith("sqlite") and administer(others, url):
        if time.monotonic() > until:
            raise Broken("the server is still at work for a client that was killed")
        time.sleep(0.01)
    return digest(url)


def answer_seconds(url: str) -> float:
    """Ask a question as a user would, and return how long it took.

    Raises:
        AssertionError: the answer fits no state.
    """
    begin = time.monotonic()
    with closing(open_reader(url)) as reader:
        ((sites, jobs),) = reader.rows(
            "SELECT (SELECT count(*) FROM v_sites), (SELECT coalesce(sum(low), 0) FROM v_pledges)"
        ).rows
    assert jobs == sites * JOBS, f"{sites} sites and {jobs} jobs"  # noqa: S101
    return time.monotonic() - begin
