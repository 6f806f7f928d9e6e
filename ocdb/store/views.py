"""The views, the public interface of the database: their SQL, how they are made, what documents them."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from graphlib import TopologicalSorter
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ocdb.settings import views

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MENTION = re.compile(r"\bv_\w+")
_READ = re.compile(r"\b(?:FROM|JOIN)\s+(\w+)")
_WORD = re.compile(r"\w+")
_COMMENT = re.compile(r"--.*")
_COLUMN = re.compile(r"^.*\bAS (?P<name>\w+),?\s+-- (?P<description>.+)$", re.MULTILINE)
# What PostgreSQL calls otherwise. Its own order of text follows the locale of the server, SQLite's the code points.
_POSTGRESQL = {
    "CREATE VIEW": "CREATE OR REPLACE VIEW",
    "group_concat(": "string_agg(",
    "COLLATE BINARY": 'COLLATE "C"',
}
# Without this the driver takes a percent sign for a parameter, even where there are none.
_AS_WRITTEN = {"no_parameters": True}
_HASH_LENGTH = 12
# By engine, the views that stand in a database, each with what `stale` knows it by.
STANDING = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'view'",
    "postgresql": """
        SELECT relname, pg_catalog.obj_description(oid, 'pg_class')
        FROM pg_catalog.pg_class
        WHERE relkind = 'v' AND relnamespace = current_schema()::regnamespace
    """,
}
_MARK = re.compile(rf" \(definition (?P<hash>[0-9a-f]{{{_HASH_LENGTH}}})\)$")


@dataclass(frozen=True)
class Column:
    """A column of a view, and what its values tell."""

    name: str
    description: str


@dataclass(frozen=True)
class View:
    """A view with its columns in their order."""

    name: str
    description: str
    columns: tuple[Column, ...]


def names() -> tuple[str, ...]:
    """Return the names of all views, each after the views that it reads."""
    return _ordered(views())


@cache
def _ordered(directory: Path) -> tuple[str, ...]:
    return tuple(TopologicalSorter(_reads_in(directory)).static_order())


def _reads() -> Mapping[str, list[str]]:
    return _reads_in(views())


@cache
def _reads_in(directory: Path) -> Mapping[str, list[str]]:
    code = {name: _COMMENT.sub("", sql) for name, sql in _files_in(directory).items()}
    return {name: sorted(set(_MENTION.findall(sql)) - {name}) for name, sql in code.items()}


def words(sql: str) -> set[str]:
    """Return the words of a statement in small letters: among them is what it reads."""
    return set(_WORD.findall(sql.lower()))


def named(sql: str) -> set[str]:
    """Return the views that a statement of ours names."""
    return set(_MENTION.findall(sql))


def tables(some: Iterable[str]) -> set[str]:
    """Return the tables that some views read, directly or through others; a name that is no view's says nothing."""
    every = _all_tables()
    return {table for name in some for table in every.get(name, ())}


@cache
def _all_tables() -> dict[str, set[str]]:
    code = {name: _COMMENT.sub("", sql) for name, sql in _files().items()}
    found: dict[str, set[str]] = {}
    for name in names():  # each after those that it reads
        read = set(_READ.findall(code[name])) - {name}
        found[name] = {table for one in read for table in found.get(one, {one})}
    return found


def with_readers(some: Collection[str]) -> list[str]:
    """Return some views and those that read them, directly or through others, in the order of `names`."""
    found: set[str] = set()
    reads = _reads()
    for name in names():
        if name in some or found & set(reads[name]):
            found.add(name)
    return [name for name in names() if name in found]


def create(connection: "Connection", today: date | None = None, only: Collection[str] | None = None) -> None:
    """Make all views, inside the transaction of the caller; on PostgreSQL those that stand are replaced.

    Args:
        connection: to the database.
        today: the day that the views take for today, where that isn't the day of the question.
        only: the names of those to make, by default all.
    """
    files = _files()
    for name in names():
        if only is None or name in only:
            sql = files[name] if today is None else files[name].replace("CURRENT_DATE", f"'{today.isoformat()}'")
            sql = _in_dialect(sql, connection.dialect.name)
            _execute(connection, sql)
            if connection.dialect.name == "postgresql":
                _execute(connection, _comments(_described(name, files[name]), _hash(sql)))


def statement(name: str, connection: "Connection") -> str:
    """Return the statement that makes a view, in the words of an engine."""
    return _in_dialect(_files()[name], connection.dialect.name)


def stale(engine: str, standing: Iterable[tuple[str, str | None]]) -> list[str]:
    """Return the views that a database hasn't as this ocdb has them.

    Args:
        engine: sqlite or postgresql.
        standing: the rows of `STANDING`.
    """
    marks = {name: _marked(told, engine) for name, told in standing}
    return [name for name in names() if marks.get(name) != _mark(_files()[name], engine)]


def _mark(sql: str, engine: str) -> str:
    """Return what tells that a view in a database is as this ocdb has it.

    On SQLite, which keeps the text of a view, that text; on PostgreSQL a short hash, which stands in its comment.
    """
    return _statement(sql) if engine == "sqlite" else _hash(_in_dialect(sql, engine))


def _marked(told: str | None, engine: str) -> str | None:
    """Return the mark of a view from its text on SQLite, from its comment on PostgreSQL; None where it bears none."""
    if engine == "sqlite":
        return told
    found = _MARK.search(told or "")
    return found and found["hash"]


def documented() -> list[View]:
    """Return all views in the order of their names, described by the comments in their files."""
    return [_described(name, sql) for name, sql in _files().items()]


def _files() -> Mapping[str, str]:
    return _files_in(views())


@cache  # a load, and a question as of a day, ask several times
def _files_in(directory: Path) -> Mapping[str, str]:
    return {path.stem: path.read_text("utf-8") for path in sorted(directory.glob("v_*.sql"))}


def _in_dialect(sql: str, engine: str) -> str:
    if engine == "postgresql":
        for ours, theirs in _POSTGRESQL.items():
            sql = sql.replace(ours, theirs)
    return sql


def _statement(sql: str) -> str:
    """Return the statement as SQLite keeps it: from its first word to its last."""
    return sql[sql.index("CREATE VIEW") :].strip().rstrip(";").rstrip()


def _hash(sql: str) -> str:
    return sha256(sql.encode()).hexdigest()[:_HASH_LENGTH]


def _described(name: str, sql: str) -> View:
    head, select = re.split(r"^CREATE VIEW .*$", sql, maxsplit=1, flags=re.MULTILINE)
    description = " ".join(line.removeprefix("--").strip() for line in head.splitlines())
    return View(name, description, tuple(Column(**found.groupdict()) for found in _COLUMN.finditer(select)))


def _comments(view: View, mark: str) -> str:
    """Return the statements that let a client of PostgreSQL show the documentation, and `stale` find the mark."""
    subjects = [(f'VIEW "{view.name}"', f"{view.description} (definition {mark})")]
    subjects += [(f'COLUMN "{view.name}"."{column.name}"', column.description) for column in view.columns]
    return ";\n".join(f"COMMENT ON {subject} IS {_quoted(text)}" for subject, text in subjects)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _execute(connection: "Connection", sql: str) -> None:
    # Not text(): it would take a colon in the SQL for a parameter.
    connection.exec_driver_sql(sql, execution_options=_AS_WRITTEN)
