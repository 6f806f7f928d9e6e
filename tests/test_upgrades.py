"""Databases of other revisions: of previews before the first release, of older and of newer ocdb."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from ocdb.errors import DatabaseError
from ocdb.opening import embedded
from ocdb.schema import metadata
from ocdb.store import database, migrating, revisions, searching, views
from tests.commands import ocdb

# Rarely touched, and each makes databases of its own.
pytestmark = pytest.mark.slow

# A load reads all that it is to load before it asks at which revision the database is.
pytestmark = pytest.mark.usefixtures("five_travel")
QUESTIONS = (["list", "sites"], ["show", "Webhelp"], ["sql", "SELECT 1"], ["load"], ["db", "upgrade"])


def at(url: str, revision: str) -> str:
    """Say of a database that it is at a revision; return its URL."""

    def mark(connection: Connection) -> None:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = :name"), {"name": revision})
        connection.commit()

    database.connect(url, mark)
    return url


def content(url: str) -> dict[str, list[str]]:
    def read(connection: Connection) -> dict[str, list[str]]:
        return {table.name: sorted(map(repr, connection.execute(sa.select(table)))) for table in metadata.sorted_tables}

    return database.connect(url, read)


def test_an_empty_database_is_upgraded_to_all_tables_and_views(new_url: str) -> None:
    answer = ocdb("db", "upgrade", database=new_url)
    assert (answer.code, answer.out) == (0, f"created at revision {migrating.head()}\n")
    tables, shown = database.connect(
        new_url, lambda one: (set(sa.inspect(one).get_table_names()), set(sa.inspect(one).get_view_names()))
    )
    beside = searching.TABLES if new_url.startswith("sqlite") else ()
    assert tables == {*metadata.tables, "alembic_version", *beside}
    assert shown == set(views.names())


def test_a_database_of_a_preview_and_one_of_a_newer_ocdb_are_refused(loaded_url: str) -> None:
    preview = (
        "ocdb: this database was made by a preview of ocdb, before its first release (revision 0004)\n"
        "  Nothing was changed. Load into a new file or database: ocdb load\n"
    )
    newer = "ocdb: the database is at revision 9001, which this version of ocdb doesn't know\n  Install a newer ocdb.\n"
    before = content(loaded_url)
    for revision, told in (("0004", preview), ("9001", newer)):
        at(loaded_url, revision)
        for arguments in QUESTIONS:
            answer = ocdb(*arguments, database=loaded_url)
            assert (answer.code, answer.out, answer.err) == (3, "", told), arguments
    assert content(loaded_url) == before


def test_the_embedded_database_of_a_preview_is_made_anew(tmp_path: Path) -> None:
    path, said = tmp_path / "ocdb.sqlite", list[str]()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE alembic_version (version_num TEXT); INSERT INTO alembic_version VALUES ('0004');"
            "CREATE TABLE claim (id TEXT, kind TEXT, summary TEXT); INSERT INTO claim VALUES ('x', 'site', 'x');"
            "CREATE TABLE stamp (id TEXT, value TEXT);"
            "INSERT INTO stamp VALUES ('origin', 'package'), ('fingerprint', 'of another day');"
            "CREATE VIEW v_stamp AS SELECT id, value FROM stamp"
        )
    embedded.ensure(path, said.append)
    assert len(said) == 1
    assert database.connect(f"sqlite:///{path}", database.revision) == migrating.head()
    assert len(ocdb("list", "sources", database=path).rows) == 5


def test_a_database_of_an_older_release_says_what_to_do(loaded_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revisions, "known", lambda: [migrating.head(), "9999"])
    told = (
        f"ocdb: the database is at revision {migrating.head()}, but this version of ocdb needs 9999\n"
        "  Run: ocdb db upgrade\n"
    )
    for arguments in (["list", "sites"], ["load"]):
        answer = ocdb(*arguments, database=loaded_url)
        assert (answer.code, answer.out, answer.err) == (3, "", told), arguments


def test_the_revisions_that_questions_know_are_those_of_the_migrations() -> None:
    assert revisions.known() == sorted(migrating.revisions())
    assert all(re.fullmatch(r"\d{4}", name) for name in revisions.known())
    assert revisions.known()[-1] == migrating.head()
    revisions.refuse_other(migrating.head())
    with pytest.raises(DatabaseError):
        revisions.refuse_other("0000")
