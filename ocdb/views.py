"""The views, the public interface of the database: their SQL, how they are made and dropped, what documents them."""

import re
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter

from sqlalchemy import Connection, inspect

from ocdb.settings import views

_MENTION = re.compile(r"\bv_\w+")
_COMMENT = re.compile(r"--.*")
_COLUMN = re.compile(r"^.*\bAS (?P<name>\w+),?\s+-- (?P<description>.+)$", re.MULTILINE)
# What PostgreSQL calls otherwise. Its own order of text follows the locale of the server, SQLite's the code points.
_POSTGRESQL = {"group_concat(": "string_agg(", "COLLATE BINARY": 'COLLATE "C"'}
# Without this the driver takes a percent sign for a parameter, even where there are none.
_AS_WRITTEN = {"no_parameters": True}


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
    code = {name: _COMMENT.sub("", sql) for name, sql in _files().items()}
    reads = {name: sorted(set(_MENTION.findall(sql)) - {name}) for name, sql in code.items()}
    return tuple(TopologicalSorter(reads).static_order())


def create(connection: Connection, today: date | None = None) -> None:
    """Make all views, inside the transaction of the caller.

    Args:
        connection: to the database.
        today: the day that the views take for today, where that isn't the day of the question.
    """
    files = _files()
    for name in names():
        sql = files[name] if today is None else files[name].replace("CURRENT_DATE", f"'{today.isoformat()}'")
        _execute(connection, _in_dialect(sql, connection))
    if connection.dialect.name == "postgresql":
        for view in documented():
            _execute(connection, _comments(view))


def drop(connection: Connection) -> None:
    """Drop every view whose name begins with v_, those of an older ocdb too, inside the transaction of the caller."""
    order = {name: place for place, name in enumerate(names())}
    found = [name for name in inspect(connection).get_view_names() if name.startswith("v_")]
    cascade = " CASCADE" if connection.dialect.name == "postgresql" else ""
    # A view that isn't ours any more may read those that are: it goes first.
    for name in sorted(found, key=lambda name: order.get(name, len(order)), reverse=True):
        _execute(connection, f'DROP VIEW IF EXISTS "{name}"{cascade}')


def documented() -> list[View]:
    """Return all views in the order of their names, described by the comments in their files."""
    return [_described(name, sql) for name, sql in _files().items()]


def _files() -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in sorted(views().glob("v_*.sql"))}


def _in_dialect(sql: str, connection: Connection) -> str:
    if connection.dialect.name == "postgresql":
        for ours, theirs in _POSTGRESQL.items():
            sql = sql.replace(ours, theirs)
    return sql


def _described(name: str, sql: str) -> View:
    head, select = re.split(r"^CREATE VIEW .*$", sql, maxsplit=1, flags=re.MULTILINE)
    description = " ".join(line.removeprefix("--").strip() for line in head.splitlines())
    return View(name, description, tuple(Column(**found.groupdict()) for found in _COLUMN.finditer(select)))


def _comments(view: View) -> str:
    """Return the statements that let a client of PostgreSQL show the documentation."""
    subjects = [(f'VIEW "{view.name}"', view.description)]
    subjects += [(f'COLUMN "{view.name}"."{column.name}"', column.description) for column in view.columns]
    return ";\n".join(f"COMMENT ON {subject} IS {_quoted(text)}" for subject, text in subjects)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _execute(connection: Connection, sql: str) -> None:
    # Not text(): it would take a colon in the SQL for a parameter.
    connection.exec_driver_sql(sql, execution_options=_AS_WRITTEN)
