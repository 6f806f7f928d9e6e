"""Nothing is lost: the harness of `make reliability` with few attempts, and what it doesn't try.

The long runs and what came out of them: docs/reliability.md.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from sqlalchemy import Connection

from ocdb.errors import DatabaseError, OcdbError
from ocdb.load.run import load
from ocdb.opening.reader import open_reader
from ocdb.store import database, migrating, replacing
from ocdb.store.reader.rows import Reader
from scripts.reliability import kills, readers
from scripts.reliability.results import Result
from scripts.reliability.state import digest
from scripts.reliability.world import Place, fixtures
from tests.commands import Answer, asked, forked, ocdb


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Give where databases are made, on each engine."""
    if request.param == "SQLite":
        return Place("SQLite", tmp_path)
    return Place("PostgreSQL", tmp_path, request.getfixturevalue("new_database"))


def faultless(result: Result) -> int:
    """Return how often it was tried; there must be no fault."""
    assert result.faults == []
    return result.times


# --- kills --------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_killed_load_leaves_the_old_state_or_the_new_one(place: Place) -> None:
    assert faultless(kills.load_killed(place, count=3, seed=1, commands=0)) == 3


@pytest.mark.slow
def test_a_killed_migration_leaves_the_old_state_or_the_new_one(place: Place) -> None:
    assert faultless(kills.migration_killed(place, count=6, seed=1, commands=0)) == 6


@pytest.mark.slow
def test_a_killed_build_of_the_embedded_database_leaves_the_old_state_or_the_new_one(tmp_path: Path) -> None:
    assert faultless(kills.build_killed(Place("SQLite", tmp_path), count=2, seed=1, commands=0)) == 2


@pytest.mark.slow
def test_a_killed_first_load_leaves_nothing_or_all_of_it(place: Place) -> None:
    assert faultless(kills.first_load_killed(place, count=3, seed=1, commands=0)) == 3


def test_what_was_killed_in_the_middle_of_writing_is_cleared_away_by_the_next(tmp_path: Path) -> None:
    path = tmp_path / "ocdb.sqlite"
    for name in (".ocdb.sqlite.ocdb-changed", ".ocdb.sqlite.ocdb-changed-journal"):
        (tmp_path / name).write_bytes(b"half a database")
    replacing.change(f"sqlite:///{path}", migrating.upgrade)
    assert [file.name for file in tmp_path.iterdir()] == ["ocdb.sqlite"]


# --- readers and writers ------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_readers_beside_loads_get_answers_each_of_one_state(place: Place) -> None:
    result = readers.beside_loads(place, seconds=1)
    assert faultless(result) >= readers.READERS
    assert set(result.outcomes) == {"answers, each of one state"}


@pytest.mark.slow
@pytest.mark.usefixtures("as_in_other_processes")
def test_two_loads_at_once_come_to_what_one_after_the_other_does(place: Place) -> None:
    assert faultless(readers.two_loads(place, count=1)) == 1


def test_a_question_has_one_state_from_its_first_query_to_its_last(empty_url: str, tmp_path: Path) -> None:
    url, (old, new) = empty_url, (fixtures(tmp_path / str(state), state) for state in (0, 1))
    replacing.change(url, lambda one: load(one, [old]))
    with closing(open_reader(url)) as reader:
        sites = reader.rows("SELECT count(*) FROM v_sites").rows
        replacing.change(url, lambda one: load(one, [new], prune=True))
        assert (sites, reader.rows("SELECT count(*) FROM v_pledges").rows) == ([(16,)], [(16,)])
    with closing(open_reader(url)) as reader:
        assert reader.rows("SELECT count(*) FROM v_pledges").rows == [(24,)]


# --- files --------------------------------------------------------------------------------------------------------


@pytest.fixture
def changed(copied: Path) -> Callable[[], None]:
    """Give what changes a copy of the loaded database."""

    def change() -> None:
        replacing.change(f"sqlite:///{copied}", _mark)

    return change


def _mark(connection: Connection) -> None:
    connection.exec_driver_sql("INSERT INTO stamp (id, value) VALUES ('mark', 'x')")
    connection.commit()


def marked(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("SELECT count(*) FROM stamp WHERE id = 'mark'").fetchone()[0])


def test_a_changed_file_keeps_its_rights_and_a_link_to_it_leads_to_the_new_one(copied: Path, tmp_path: Path) -> None:
    copied.chmod(0o640)
    (tmp_path / "link.sqlite").symlink_to(copied)
    replacing.change(f"sqlite:///{tmp_path / 'link.sqlite'}", _mark)
    assert (tmp_path / "link.sqlite").is_symlink()
    assert marked(copied)
    assert copied.stat().st_mode & 0o777 == 0o640


def test_work_that_fails_changes_nothing_and_leaves_nothing(copied: Path) -> None:
    before = copied.read_bytes()

    def fail(connection: Connection) -> None:
        _mark(connection)
        raise RuntimeError("half-way")

    with pytest.raises(RuntimeError, match="half-way"):
        replacing.change(f"sqlite:///{copied}", fail)
    assert copied.read_bytes() == before
    assert [file.name for file in copied.parent.iterdir()] == [copied.name]


def test_work_that_fails_on_a_file_that_was_not_there_leaves_none(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        replacing.change(f"sqlite:///{tmp_path / 'new.sqlite'}", lambda _: 1 / 0)
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_has_nothing_beside_it_that_a_kill_could_leave(tmp_path: Path) -> None:
    with replacing.reserved(tmp_path / "new.sqlite"):
        assert [file.name for file in tmp_path.iterdir()] == ["new.sqlite"]


def test_a_load_into_an_empty_server_brings_tables_and_rows_in_one_step(
    new_database: Callable[[], str], tmp_path: Path
) -> None:
    url, states = new_database(), []

    def look(_connection: Connection) -> list[str]:
        states.append(digest(url))
        return []

    with patch("ocdb.load.run.installed_views.replace", look):  # the last step of a load, before its end
        database.connect(url, lambda connection: load(connection, [fixtures(tmp_path, 0)]))
    assert states == ["nothing"]


def test_what_stands_in_a_write_ahead_log_is_taken_over(copied: Path, changed: Callable[[], None]) -> None:
    with closing(sqlite3.connect(copied)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("INSERT INTO stamp (id, value) VALUES ('logged', 'x')")
        connection.commit()
        shutil.copy(copied, copied.with_name("kept"))
        shutil.copy(f"{copied}-wal", copied.with_name("kept-wal"))
    os.replace(copied.with_name("kept"), copied)  # noqa: PTH105  as if its writer had been killed
    os.replace(copied.with_name("kept-wal"), f"{copied}-wal")  # noqa: PTH105
    changed()
    assert [file.name for file in copied.parent.iterdir()] == [copied.name]
    with closing(sqlite3.connect(copied)) as connection:
        assert connection.execute("SELECT count(*) FROM stamp WHERE id IN ('logged', 'mark')").fetchone() == (2,)


@contextmanager
def written_to(path: Path, kind: str = "IMMEDIATE") -> Iterator[None]:
    """Hold a lock on a file, as a program that writes to it does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"BEGIN {kind}")
        yield


@pytest.mark.slow
def test_a_file_that_another_program_writes_to_for_long_is_left_alone(copied: Path, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("source: {id: own, publisher: Own, language: en}\n", "utf-8")
    with written_to(copied):
        answer = ocdb("load", "--prune", tmp_path / "own.yaml", database=copied, env={"OCDB_LOCK_TIMEOUT": "0.1"})
    assert (answer.code, answer.err) == (
        3,
        f"ocdb: another program is writing to {copied}\n  Try again in a moment.\n",
    )


def test_a_question_is_answered_while_another_program_writes(copied: Path) -> None:
    with written_to(copied):
        assert ocdb("list", "sites", "--country", "TG", database=copied).code == 0


MARKING = """
import sys
from ocdb.store import replacing

def mark(connection):
    connection.exec_driver_sql("INSERT INTO stamp (id, value) VALUES ('mark', 'x')")
    connection.commit()

replacing.change(sys.argv[1], mark)
"""


@pytest.mark.slow
def test_whoever_waited_works_on_the_file_that_took_the_place(copied: Path) -> None:
    newer = copied.with_name("newer")
    shutil.copy(copied, newer)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("INSERT INTO stamp (id, value) VALUES ('newer', 'x')")
        connection.commit()
    with written_to(copied):
        waiting = subprocess.Popen([sys.executable, "-c", MARKING, f"sqlite:///{copied}"])
        time.sleep(2)
        os.replace(newer, copied)  # noqa: PTH105  atomic
    assert waiting.wait() == 0
    assert marked(copied)
    with closing(sqlite3.connect(copied)) as connection:
        assert connection.execute("SELECT count(*) FROM stamp WHERE id = 'newer'").fetchone() == (1,)


# --- no room, no rights, damage -----------------------------------------------------------------------------------


def limited(size: int) -> Callable[[], None]:
    def limit() -> None:
        import resource  # noqa: PLC0415  not on Windows

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def test_a_load_without_room_is_told_and_changes_nothing(copied: Path, tmp_path: Path) -> None:
    path, new = copied, fixtures(tmp_path / "new", 1)
    before = path.read_bytes()
    answer = forked("load", "--prune", new, database=path, first=limited(len(before) // 2))
    assert answer == Answer(
        3,
        "",
        f"ocdb: the disk of {path} has an error: disk I/O error\n  Check that it works and has room left.\n",
    )
    assert path.read_bytes() == before


def damage(path: Path) -> None:
    """Overwrite all but the first page of a file."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))


def test_a_damaged_file_is_told_with_what_to_do(copied: Path) -> None:
    damage(copied)
    for question in (["list", "sites"], ["sql", "SELECT * FROM v_sites"], ["jobs"]):
        answer = ocdb(*question, database=copied)
        first, *more = answer.err.splitlines()
        assert (answer.code, answer.out) == (3, "")
        assert first.startswith(f"ocdb: {copied} is damaged, or isn't an SQLite database: ")
        assert more == [f"  Remove it, then build it again: ocdb --db {copied} load"]


def test_a_file_that_is_no_database_is_not_to_be_removed(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("What I wrote myself.")
    for question in (["list", "sites"], ["sql", "SELECT * FROM v_sites"], ["load"]):
        answer = ocdb(*question, database=tmp_path / "README.md")
        assert answer.code == 3
        assert answer.err.splitlines() == [
            f"ocdb: {tmp_path}/README.md isn't an SQLite database",
            "  Check that this is the file you mean; --db names the database.",
        ], question


@pytest.mark.slow
@pytest.mark.usefixtures("five_travel")
def test_an_embedded_database_that_is_damaged_is_rebuilt(copied: Path, tmp_path: Path) -> None:
    sound = digest(f"sqlite:///{copied}")
    path = tmp_path / "ocdb" / "ocdb.sqlite"
    path.parent.mkdir()
    copied.rename(path)
    damage(path)
    assert ocdb("db", "rebuild", database="", env={"XDG_DATA_HOME": str(tmp_path)}).code == 0
    assert digest(f"sqlite:///{path}") == sound


def test_a_file_of_others_is_told_by_sql_too(tmp_path: Path) -> None:
    path = tmp_path / "theirs.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    answer = ocdb("sql", "SELECT * FROM v_sites", database=path)
    assert (answer.code, answer.err) == (
        3,
        (
            f"ocdb: {path} doesn't contain the tables of this version of ocdb (no such table: v_sites)\n"
            f"  Name another file, or make the tables and load them: ocdb --db {path} load\n"
        ),
    )


def test_half_a_write_in_place_is_undone_by_the_next_question(copied: Path) -> None:
    before = ocdb("list", "claims", "-f", "json", database=copied)
    half = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE');"
        "c.execute('UPDATE claim SET note = hex(randomblob(500))'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", half, copied], check=False)
    assert copied.with_name(f"{copied.name}-journal").exists()
    assert ocdb("list", "claims", "-f", "json", database=copied) == before


# --- a connection that is cut -------------------------------------------------------------------------------------


def test_a_question_whose_connection_the_server_cuts_is_told(new_loaded_database: Callable[[], str]) -> None:
    url = new_loaded_database()
    with closing(open_reader(url)) as reader:
        _cut(url, reader)
        with pytest.raises(DatabaseError, match=r"^the server ended the connection: ") as refused:
            reader.rows("SELECT count(*) FROM v_sites")
        assert refused.value.hint == "Ask again."
        assert reader.rows("SELECT 1").rows == [(1,)]


def test_a_reader_reads_only_on_each_connection_that_it_has(new_loaded_database: Callable[[], str]) -> None:
    url = new_loaded_database()
    how = "SELECT current_setting('transaction_read_only'), current_setting('transaction_isolation')"

    def by_rows(reader: Reader, sql: str) -> list[tuple[Any, ...]]:
        return reader.rows(sql).rows

    def by_query(reader: Reader, sql: str) -> list[tuple[Any, ...]]:
        return asked(reader, sql)

    for ask in (by_rows, by_query):
        with closing(open_reader(url)) as reader:
            assert ask(reader, how) == [("on", "repeatable read")]
            _cut(url, reader)
            with pytest.raises(DatabaseError, match=r"^the server ended the connection: "):
                ask(reader, "SELECT count(*) FROM v_sites")
            assert ask(reader, how) == [("on", "repeatable read")]
            with pytest.raises(OcdbError):
                ask(reader, "SELECT nothing FROM nowhere")
            assert ask(reader, how) == [("on", "repeatable read")]


def _cut(url: str, reader: Reader) -> None:
    (process,) = reader.rows("SELECT pg_backend_pid()").rows[0]
    database.connect(url, lambda one: one.exec_driver_sql(f"SELECT pg_terminate_backend({process}, 5000)").all())


def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.sqlite"
    os.mkfifo(pipe)
    for command in (["load"], ["db", "upgrade"], ["load", str(tmp_path)]):
        answer = ocdb(*command, database=pipe)
        assert (answer.code, answer.err.splitlines()[0]) == (3, f"ocdb: {pipe} isn't a file")
    assert pipe.is_fifo()
