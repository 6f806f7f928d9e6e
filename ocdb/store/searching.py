"""The index by which a search finds parts of words: it stands beside the tables, as views do, and can be made anew.

It knows of each entry which three letters stand side by side in it. On SQLite it is an FTS5 table with the tokenizer
trigram, which follows the rows of search_entry by triggers; on PostgreSQL an index by the operators of pg_trgm. Where
an engine has neither, a search reads every entry and finds the same (ADR 35).
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from typing import TYPE_CHECKING

from ocdb.errors import DatabaseError

if TYPE_CHECKING:
    from sqlalchemy import Connection

# What SQLite keeps for it: FTS5 has tables of its own.
TABLES = (
    "search_index", "search_index_entry", "search_index_config", "search_index_data", "search_index_docsize",
    "search_index_idx",
)  # fmt: skip
ON_SERVER = "ix_search_entry_folded_title_folded_text"
# FTS5 knows an entry by a number. The rowid of search_entry is none to rely on: VACUUM may change it, and a dump does.
_NUMBERS = """
    CREATE TABLE search_index_entry (
        number INTEGER PRIMARY KEY, id VARCHAR(120) NOT NULL, kind VARCHAR(40) NOT NULL, UNIQUE (id, kind)
    )
"""
# With detail=none it knows which letters are in an entry, not where: a fifth of the size. The text is compared after.
_LETTERS = """
    CREATE VIRTUAL TABLE search_index
    USING fts5(folded, content='', detail=none, tokenize='trigram')
"""
_NUMBER = "INSERT INTO search_index_entry (id, kind) SELECT id, kind FROM search_entry ORDER BY id, kind"
# In the order of numbers: FTS5 writes out what it has gathered wherever one is smaller than the last.
_FILL = """
    INSERT INTO search_index (rowid, folded) SELECT number, folded_title || ' ' || folded_text
    FROM search_index_entry CROSS JOIN search_entry USING (id, kind) ORDER BY number
"""
_LEARN = """
    INSERT INTO search_index_entry (id, kind) VALUES (NEW.id, NEW.kind);
    INSERT INTO search_index (rowid, folded) SELECT number, NEW.folded_title || ' ' || NEW.folded_text
    FROM search_index_entry WHERE id = NEW.id AND kind = NEW.kind;
"""
_FORGET = """
    INSERT INTO search_index (search_index, rowid, folded)
    SELECT 'delete', number, OLD.folded_title || ' ' || OLD.folded_text
    FROM search_index_entry WHERE id = OLD.id AND kind = OLD.kind;
    DELETE FROM search_index_entry WHERE id = OLD.id AND kind = OLD.kind;
"""
TRIGGERS = {
    "search_index_added": f"AFTER INSERT ON search_entry BEGIN {_LEARN} END",
    "search_index_removed": f"AFTER DELETE ON search_entry BEGIN {_FORGET} END",
    "search_index_changed": f"AFTER UPDATE ON search_entry BEGIN {_FORGET} {_LEARN} END",
}
_WANTED = {name: f"CREATE TRIGGER {name} {sql}" for name, sql in TRIGGERS.items()}
_STANDING = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'search!_index!_%' ESCAPE '!'"
# By whoever is connected: the owner of the tables may not be allowed to.
_EXTENSION = ("SET LOCAL ROLE NONE", "CREATE EXTENSION IF NOT EXISTS pg_trgm")
_ON_SERVER = f"""
    CREATE INDEX IF NOT EXISTS {ON_SERVER} ON search_entry
    USING gin (folded_title gin_trgm_ops, folded_text gin_trgm_ops)
"""
_MISSING = f"""
    SELECT 1 FROM pg_catalog.pg_available_extensions
    WHERE name = 'pg_trgm' AND to_regclass('search_entry') IS NOT NULL AND to_regclass('{ON_SERVER}') IS NULL
"""


def is_part(name: str) -> bool:
    """Return whether a table or an index of a database belongs to the index, and is none of the models."""
    return name in TABLES or name == ON_SERVER


@cache
def able() -> bool:
    """Return whether this SQLite can make the index, and follow it: since 3.34, where it was built with FTS5."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE letters USING fts5(folded, tokenize='trigram')")
        except sqlite3.OperationalError:
            return False
    return True


def install(connection: "Connection") -> None:
    """Make the index where it isn't as it should be, if the engine can have one; inside the caller's transaction.

    An SQLite that can't follow one that is there lets go of it: what nobody follows must not be asked.
    """
    if connection.dialect.name != "sqlite":
        if connection.exec_driver_sql(_MISSING).first():
            _attempt(connection, lambda: _install_on_server(connection))
        return
    standing = {row[0]: row[1] for row in connection.exec_driver_sql(_STANDING)}
    if _follows(standing):
        return
    drop(connection)
    if able():
        for statement in (_NUMBERS, _LETTERS, _NUMBER, _FILL, *_WANTED.values()):
            connection.exec_driver_sql(statement)


def _follows(standing: dict[str, str]) -> bool:
    return able() and standing == _WANTED


def drop(connection: "Connection") -> None:
    """Remove the index, as far as that can be done: what stays is followed by nothing, or by the server.

    A table is filled faster without: by triggers FTS5 writes out each row by itself, which takes five times as long.
    """
    if connection.dialect.name != "sqlite":
        _attempt(connection, lambda: connection.exec_driver_sql(f"DROP INDEX IF EXISTS {ON_SERVER}"))
        return
    for name in TRIGGERS:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
    if able():
        for table in TABLES[:2]:
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


def stands(connection: sqlite3.Connection) -> bool:
    """Return whether an SQLite file has the index, it follows the rows, and this SQLite can ask it."""
    with closing(connection.execute(_STANDING)) as cursor:
        return _follows(dict(cursor))


def _install_on_server(connection: "Connection") -> None:
    from ocdb.store.turns import act_as_owner  # noqa: PLC0415  SQLAlchemy; a question of a file imports this module

    for statement in _EXTENSION:
        connection.exec_driver_sql(statement)
    act_as_owner(connection)
    connection.exec_driver_sql(_ON_SERVER)


def _attempt(connection: "Connection", work: Callable[[], object]) -> None:
    """Do some work on a server, all or nothing of it: what this role may not do is left."""
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415  as above

    with suppress(DBAPIError, DatabaseError), connection.begin_nested():
        work()
