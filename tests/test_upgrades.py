"""Databases of each released schema, kept in tests/schemas, upgrade without losing a row; newer ones are refused."""

import datetime as dt
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from ocdb.errors import DatabaseError
from ocdb.load.upgrade import upgrade
from ocdb.store import database, replacing, revisions, views
from tests.commands import ocdb

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMAS = sorted(Path(__file__).with_name("schemas").glob("*.sql"))
# What SQLite and PostgreSQL call differently in the views of the first release.
POSTGRESQL = {"group_concat(": "string_agg(", "COLLATE BINARY": 'COLLATE "C"'}
Content = dict[str, list[str]]
# Columns whose values stand in a table of their own since.
MOVED = {"claim": {"said_by_id"}}
# Tables that each load makes anew: an upgrade empties those whose columns change.
ANEW = {"total": {"measure"}}


def file_of(schema: Path, directory: Path) -> Path:
    """Return an SQLite database as a release made it."""
    path = directory / f"{schema.stem}.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(schema.read_text("utf-8"))
    return path


def fill_server(url: str, schema: Path, file: Path) -> None:
    """Bring an empty PostgreSQL database to what a file of that release holds: its tables, rows and views."""
    database.connect(url, lambda connection: database.upgrade(connection, schema.stem))
    with closing(sqlite3.connect(file)) as theirs:
        theirs.row_factory = sqlite3.Row

        def fill(connection: Connection) -> None:
            tables = sa.MetaData()
            tables.reflect(connection)
            for table in tables.sorted_tables:
                rows = [typed(table, row) for row in theirs.execute(f'SELECT * FROM "{table.name}"')]
                connection.execute(table.delete())
                for row in parents_first(table, rows):
                    connection.execute(table.insert(), row)
            for (text,) in theirs.execute("SELECT sql FROM sqlite_master WHERE type = 'view' ORDER BY rowid"):
                for ours, others in POSTGRESQL.items():
                    text = text.replace(ours, others)  # noqa: PLW2901  one view in its dialect
                connection.exec_driver_sql(text, execution_options={"no_parameters": True})
            connection.commit()

        database.connect(url, fill)


def typed(table: sa.Table, row: sqlite3.Row) -> dict[str, Any]:
    found = dict(row)
    for column in table.columns:
        value = found[column.name]
        if isinstance(column.type, sa.Date) and value:
            found[column.name] = dt.date.fromisoformat(value)
        if isinstance(column.type, sa.Boolean) and value is not None:
            found[column.name] = bool(value)
    return found


def parents_first(table: sa.Table, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows with those first to which others of the same table refer."""
    own = [key.parent.name for key in table.foreign_keys if key.column.table is table]
    placed: list[dict[str, Any]] = []
    while rows:
        known = {row["id"] for row in placed} if own else set()
        ready = [row for row in rows if all(row[name] is None or row[name] in known for name in own)]
        assert ready, f"{table.name}: rows that refer to each other in a circle"
        placed += ready
        rows = [row for row in rows if row not in ready]
    return placed


def content(url: str) -> Content:
    """Return the rows of each table, sorted."""
    return narrowed(url, columns(url))


def columns(url: str) -> dict[str, set[str]]:
    def read(connection: Connection) -> dict[str, set[str]]:
        inspector = sa.inspect(connection)
        return {
            name: {column["name"] for column in inspector.get_columns(name)} for name in inspector.get_table_names()
        }

    return database.connect(url, read)


def narrowed(url: str, to: dict[str, set[str]]) -> Content:
    """Return the rows of some tables with some columns."""

    def read(connection: Connection) -> Content:
        found: Content = {}
        for table, names in to.items():
            if table != "alembic_version":
                wanted = ", ".join(f'"{name}"' for name in sorted(names))
                rows = connection.exec_driver_sql(f'SELECT {wanted} FROM "{table}"')
                found[table] = sorted(repr(tuple(row)) for row in rows)
        return found

    return database.connect(url, read)


def asked(url: str, sql: str) -> list[str]:
    return database.connect(url, lambda connection: sorted(map(str, connection.exec_driver_sql(sql))))


@pytest.fixture(params=SCHEMAS, ids=lambda path: path.stem, scope="module")
def schema(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(scope="module")
def file(schema: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an SQLite database as a release made it, to be copied."""
    return file_of(schema, tmp_path_factory.mktemp("schema"))


@pytest.fixture(scope="module")
def on_server(schema: Path, file: Path, new_database: "Callable[[], str]") -> str:
    """Give the URL of a PostgreSQL database with the same in it, to be copied."""
    url = new_database()
    fill_server(url, schema, file)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request: pytest.FixtureRequest, file: Path, tmp_path: Path) -> str:
    """Give the URL of a database as a release made it, on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{shutil.copy(file, tmp_path)}"
    copied: Callable[[str], str] = request.getfixturevalue("copied_database")
    return copied(request.getfixturevalue("on_server"))


def test_the_schema_of_the_first_release_is_kept() -> None:
    # The revisions after it belong to no release yet; from the next one on each release keeps its schema here.
    assert [path.stem for path in SCHEMAS] == revisions.known()[:1]


def test_what_is_kept_has_rows_in_all_tables_that_the_release_filled(tmp_path: Path) -> None:
    empty = {name for name, rows in content(f"sqlite:///{file_of(SCHEMAS[0], tmp_path)}").items() if not rows}
    assert empty == {"party_identifier", "retired_slug", "succession", "verdict"}


def test_an_upgrade_keeps_every_row_of_the_old_tables(old: str) -> None:
    had = columns(old)
    kept = {table: names - MOVED.get(table, set()) for table, names in had.items() if table not in ANEW}
    kept["claim"] = kept["claim"] - {"summary"}
    before = narrowed(old, kept)
    others, sites = "SELECT id, summary FROM claim WHERE kind <> 'site'", "FROM claim JOIN site ON site.id = claim.id"
    # The summary of a site ended in the state that its first source gave.
    said = asked(old, others), asked(old, f"SELECT site.id, REPLACE(summary, ' (' || status || ')', '') {sites}")
    quoted = asked(old, "SELECT id, said_by_id, 1 FROM claim WHERE said_by_id IS NOT NULL")
    assert before["claim"]
    assert quoted
    replacing.change(old, upgrade)
    now = columns(old)
    gone = {table: names - now.get(table, set()) for table, names in had.items() if names - now.get(table, set())}
    assert gone == MOVED | ANEW
    assert narrowed(old, kept) == before
    assert (asked(old, others), asked(old, f"SELECT site.id, summary {sites}")) == said
    assert asked(old, "SELECT claim_id, party_id, position FROM claim_speaker") == quoted
    assert database.connect(old, database.revision) == database.head()
    assert database.connect(old, lambda one: set(sa.inspect(one).get_view_names())) == set(views.names())


def test_the_upgraded_one_answers_a_question(old: str) -> None:
    replacing.change(old, upgrade)
    answer = ocdb("show", "Webhelp", database=old)
    assert (answer.code, answer.complaints) == (0, "")
    assert "Agadir" in answer.out


def test_the_upgraded_one_takes_a_load(old: str, tmp_path: Path) -> None:
    replacing.change(old, upgrade)
    (tmp_path / "own.yaml").write_text("source: {id: own, publisher: Own, language: en}\n", "utf-8")
    assert ocdb("load", "--prune", tmp_path / "own.yaml", database=old).code == 0
    assert ocdb("list", "sources", "--columns", "id", database=old).lines == ["id", "own"]


def test_before_it_is_upgraded_questions_and_loads_say_what_to_do(old: str) -> None:
    revision = database.connect(old, database.revision)
    told = f"ocdb: the database is at revision {revision}, this ocdb needs {database.head()}\n  Run: ocdb db upgrade\n"
    for arguments in (["list", "sites"], ["sql", "SELECT 1"], ["jobs"], ["load"]):
        answer = ocdb(*arguments, database=old)
        assert (answer.code, answer.out, answer.err) == (3, "", told)


def test_a_failing_revision_leaves_no_trace(old: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(old), database.connect(old, database.revision), sorted(columns(old))
    seen = database.connect(old, lambda one: sorted(sa.inspect(one).get_view_names()))
    monkeypatch.setattr(views, "create", lambda *_, **__: 1 / 0)  # when all tables have been changed
    with pytest.raises(ZeroDivisionError):
        replacing.change(old, upgrade)
    assert (content(old), database.connect(old, database.revision), sorted(columns(old))) == before
    assert database.connect(old, lambda one: sorted(sa.inspect(one).get_view_names())) == seen


# --- from a newer ocdb --------------------------------------------------------------------------------------------


@pytest.fixture
def newer(loaded_url: str) -> str:
    """Give a database of a revision that this ocdb doesn't know."""

    def advance(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9001'")
        connection.commit()

    database.connect(loaded_url, advance)
    return loaded_url


@pytest.mark.parametrize(
    "arguments",
    [["list", "sites"], ["show", "Webhelp"], ["sql", "SELECT 1"], ["load"], ["db", "upgrade"]],
    ids=" ".join,
)
def test_a_database_of_a_newer_ocdb_is_refused(newer: str, arguments: list[str]) -> None:
    before = content(newer)
    answer = ocdb(*arguments, database=newer)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        "ocdb: the database is at revision 9001, which this ocdb doesn't know\n  Install a newer ocdb.\n"
    )
    assert content(newer) == before


def test_the_revisions_that_questions_know_are_those_of_the_migrations() -> None:
    assert revisions.known() == sorted(database.revisions())
    assert all(re.fullmatch(r"\d{4}", name) for name in revisions.known())
    assert revisions.known()[-1] == database.head()


def test_a_database_at_the_newest_revision_is_not_refused() -> None:
    revisions.refuse_other(database.head())
    with pytest.raises(DatabaseError):
        revisions.refuse_other("0000")
