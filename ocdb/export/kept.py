"""Which rows a filtered export has: the claims that fit, and all that these refer to, at any distance.

The keys are kept in a temporary database, which SQLite holds on the disk where they are many.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from ocdb.export.tables import KINDS, NAMED, TABLES, Table
from ocdb.store.reader.batches import BATCH, among, parted
from ocdb.store.reader.rows import Reader

_MADE = """
    CREATE TABLE kept (name TEXT, key TEXT, followed INTEGER DEFAULT 0, PRIMARY KEY (name, key)) WITHOUT ROWID;
    CREATE INDEX waiting ON kept (name) WHERE followed = 0;
"""


class Kept:
    """The keys of the rows that are kept, by table."""

    def __init__(self, reader: Reader, claims: Iterable[str]) -> None:
        """Keep some claims, and what they refer to.

        Args:
            reader: the database.
            claims: their slugs.
        """
        self._reader = reader
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.executescript(_MADE)
        for some in parted(claims):
            self._keep("claims", some)
        while waiting := self._waiting():
            self._follow(*waiting)

    def close(self) -> None:
        """Let go of the keys."""
        self._db.close()

    def count(self, name: str) -> int:
        """Return how many rows of a table are kept."""
        count: int = self._db.execute("SELECT count(*) FROM kept WHERE name = ?", (name,)).fetchone()[0]
        return count

    def has(self, name: str, key: str) -> bool:
        """Return whether a row of a table is kept."""
        return bool(self._db.execute("SELECT 1 FROM kept WHERE name = ? AND key = ?", (name, key)).fetchone())

    def batches(self, table: Table) -> Iterator[list[str]]:
        """Yield the values of the column by which a table is asked, in their order, as many as one question takes."""
        marks = ", ".join("?" * len(table.sources))
        # WITHOUT ROWID: keys lie in the order of their table, so nothing has to be sorted but where there are several.
        sql = f"SELECT DISTINCT key FROM kept WHERE name IN ({marks}) ORDER BY key"
        for some in parted(self._db.execute(sql, table.sources)):
            yield [key for (key,) in some]

    def _keep(self, name: str, keys: Iterable[str | None]) -> None:
        if not NAMED[name].whole:
            rows = ((name, key) for key in keys if key is not None)
            self._db.executemany("INSERT OR IGNORE INTO kept (name, key) VALUES (?, ?)", rows)

    def _waiting(self) -> tuple[str, list[str]] | None:
        """Return some keys of a table whose rows nobody has followed yet."""
        first = self._db.execute("SELECT name FROM kept WHERE followed = 0 LIMIT 1").fetchone()
        if not first:
            return None
        sql = "SELECT key FROM kept WHERE name = ? AND followed = 0 ORDER BY key LIMIT ?"
        keys = [key for (key,) in self._db.execute(sql, (first[0], BATCH))]
        marked = ((first[0], key) for key in keys)
        self._db.executemany("UPDATE kept SET followed = 1 WHERE name = ? AND key = ?", marked)
        return first[0], keys

    def _follow(self, name: str, keys: list[str]) -> None:
        """Keep what the rows that come with some keys refer to."""
        for table in TABLES:
            if name in table.sources:
                self._keep_referred(table, keys)
            if name == "claims":
                for column in table.follows:
                    rows = among(self._reader, f"SELECT id FROM {table.view} WHERE {column} IN ({{keys}})", keys)
                    self._keep("claims", (key for (key,) in rows.rows))
        if name in KINDS:
            rows = among(self._reader, f"SELECT id, kind FROM {NAMED[name].view} WHERE id IN ({{keys}})", keys)
            for kind, other in KINDS[name].items():
                self._keep(other, (key for key, its_kind in rows.rows if its_kind == kind))

    def _keep_referred(self, table: Table, keys: list[str]) -> None:
        columns = [column for column, other in table.references.items() if not NAMED[other].whole]
        if not columns:
            return
        sql = f"SELECT {', '.join(columns)} FROM {table.view} WHERE {table.by} IN ({{keys}})"
        rows = among(self._reader, sql, keys).rows
        for number, column in enumerate(columns):
            self._keep(table.references[column], {row[number] for row in rows})
