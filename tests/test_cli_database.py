"""`ocdb load`, `ocdb db` and `ocdb shell`: making, keeping and opening a database."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from ocdb.errors import DatabaseError
from ocdb.settings import resource
from ocdb.store import database
from ocdb.store.shell import READ_ONLY, command
from tests.cases import each
from tests.commands import five_articles, fresh, listed, loaded_text, ocdb
from tests.travelling import OUTSIDE

# So that what is loaded stays the same, whatever is curated later.
pytestmark = pytest.mark.usefixtures("five_travel")

OWN = """\
source:
  id: own-2020
  publisher: Own
  language: fr
  published: 2020-05
sites:
- {id: own-site, cite: 1, operator: own, at: TG, status: open}
operators:
- {id: own, name: Own}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give a directory with a small fixture of our own."""
    directory = tmp_path / "own"
    directory.mkdir()
    (directory / "own.yaml").write_text(OWN, "utf-8")
    return directory


@cache
def _held() -> Path:
    return loaded_text(OWN)


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """Give a database into which it was loaded already."""
    return Path(shutil.copy(_held(), tmp_path / "held.sqlite"))


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Give an SQLite database of somebody else."""
    path = tmp_path / "foreign.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (a)")
        connection.commit()
    return path


# --- load ---------------------------------------------------------------------------------------------------------


def test_a_load_prints_what_it_found_and_what_was_added(own: Path, tmp_path: Path) -> None:
    answer = ocdb("load", "-v", own, database=tmp_path / "new.sqlite")
    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[0] == "1 claim from 1 article"
    assert re.fullmatch(r"3,\d{3} rows added, 0 changed, 0 removed", answer.lines[1])  # nearly all of the seeds
    assert f"country: {58 + len(OUTSIDE) + 6} added, 0 changed, 0 removed" in answer.lines
    assert "site: 1 added, 0 changed, 0 removed" in answer.lines
    assert answer.lines[-1] == "site_period_reason: 1 added, 0 changed, 0 removed"


def test_without_directories_the_packaged_fixtures_are_loaded(tmp_path: Path) -> None:
    database = tmp_path / "new.sqlite"
    answer = ocdb("load", database=database)
    assert answer.code == 0
    assert answer.lines[0].endswith(" claims from 5 articles")
    assert listed("list", "sites", "--country", "TG", database=database) == ["vipp-interstis-lome"]


def test_loading_twice_changes_nothing(own: Path, held: Path) -> None:
    assert ocdb("load", own, database=held).out == "1 claim from 1 article\nnothing changed\n"


def test_a_change_is_counted_where_it_happens(own: Path, held: Path) -> None:
    (own / "own.yaml").write_text(OWN.replace("status: open", "status: closed"), "utf-8")
    assert ocdb("load", "--verbose", own, database=held).out == (
        "1 claim from 1 article\n"
        "0 rows added, 3 changed, 0 removed\n"
        "site: 0 added, 1 changed, 0 removed\n"
        "site_period: 0 added, 1 changed, 0 removed\n"
        "site_period_reason: 0 added, 1 changed, 0 removed\n"
    )


def test_what_would_vanish_is_named_and_needs_prune(held: Path) -> None:
    before = held.read_bytes()
    answer = ocdb("load", database=held)
    assert (answer.code, answer.out) == (5, "")
    assert answer.err == (
        "ocdb: 3 records of the database are not in these files: claim own-site, operator own, source own-2020\n"
        "  Nothing was changed. To remove them, load again with --prune.\n"
    )
    assert held.read_bytes() == before


def test_with_prune_it_vanishes(own: Path, held: Path) -> None:
    (own / "own.yaml").write_text(OWN.partition("sites:")[0], "utf-8")
    answer = ocdb("load", "-v", "--prune", own, database=held)
    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[1] == "0 rows added, 2 changed, 17 removed"
    assert "party: 0 added, 0 changed, 1 removed" in answer.lines
    assert ocdb("show", "own-site", database=held).code == 4


def test_several_directories_are_loaded_together(own: Path, tmp_path: Path) -> None:
    database = fresh(tmp_path)
    assert ocdb("load", resource("fixtures"), own, database=database).lines[0].endswith(" claims from 6 articles")
    assert listed("list", "sites", "--country", "TG", database=database) == ["vipp-interstis-lome", "own-site"]


BROKEN = [
    ("status: open", "status: opne", 7, 50, "sites[1].status", "Did you mean open?"),
    ("operator: own,", "operator: owm,", 7, 27, "sites[1].operator", "Did you mean own?"),
    ("status: open", "status: open, stauts: open", 7, 64, "sites[1].stauts", "Did you mean status?"),
    ("at: TG, ", "", 7, 3, "sites[1].at", "Add it."),
    ("published: 2020-05", "published: soon", 5, 3, "source.published", ""),
    ("id: own-2020", "id: Own 2020", 2, 3, "source.id", "Use lower-case letters, digits and hyphens."),
    ("  publisher: Own\n", "", 1, 1, "source.publisher", "Add it."),
]


@pytest.mark.parametrize(("right", "wrong", "line", "column", "field", "remedy"), BROKEN)
def test_a_broken_file_names_file_line_column_field_problem_and_remedy(
    own: Path, tmp_path: Path, right: str, wrong: str, line: int, column: int, field: str, remedy: str
) -> None:
    (own / "own.yaml").write_text(OWN.replace(right, wrong), "utf-8")
    answer = ocdb("load", own, database=tmp_path / "new.sqlite")
    assert (answer.code, answer.out) == (5, "")
    told = answer.err.splitlines()
    assert told[0].startswith(f"ocdb: {own}/own.yaml:{line}:{column}: ")
    assert f"{field}: " in told[0]
    assert remedy in told[0]
    assert told[-1].endswith("nothing was loaded")


def test_a_file_that_is_no_yaml_says_where(own: Path, tmp_path: Path) -> None:
    (own / "own.yaml").write_text("source: [\n", "utf-8")
    answer = ocdb("load", own, database=tmp_path / "new.sqlite")
    assert answer.code == 5
    assert f"{own}/own.yaml:2:1: " in answer.err
    assert "this isn't YAML" in answer.err


def test_all_problems_of_all_files_are_told_at_once(own: Path, tmp_path: Path) -> None:
    (own / "own.yaml").write_text(OWN.replace("open", "opne"), "utf-8")
    (own / "second.yaml").write_text("operators:\n- {id: second}\n", "utf-8")
    answer = ocdb("load", own, database=tmp_path / "new.sqlite")
    assert f"{own}/own.yaml:7:50: " in answer.err
    assert f"{own}/second.yaml:2:3: " in answer.err
    assert "2 problems; nothing was loaded" in answer.err


def test_a_broken_file_changes_nothing(own: Path, held: Path) -> None:
    before = held.read_bytes()
    (own / "own.yaml").write_text(OWN.replace("open", "opne"), "utf-8")
    assert ocdb("load", own, database=held).code == 5
    assert held.read_bytes() == before


def test_a_load_that_fails_leaves_no_file_behind(own: Path, tmp_path: Path) -> None:
    (own / "own.yaml").write_text("sites: 1\n", "utf-8")
    assert ocdb("load", own, database=tmp_path / "new.sqlite").code == 5
    assert [path.name for path in tmp_path.iterdir()] == ["own"]


def test_a_directory_that_is_not_there_is_said(tmp_path: Path) -> None:
    answer = ocdb("load", tmp_path / "nothing", database=tmp_path / "new.sqlite")
    assert answer.code == 5
    assert answer.err == f"ocdb: {tmp_path}/nothing doesn't exist\n  Name directories or files that exist.\n"


def test_a_database_in_a_directory_that_is_not_there_is_said(own: Path, tmp_path: Path) -> None:
    answer = ocdb("load", own, database=tmp_path / "nowhere" / "new.sqlite")
    assert answer.code == 3
    assert answer.err == (
        f"ocdb: the directory {tmp_path}/nowhere doesn't exist\n  Create it first, or name another file.\n"
    )


# --- which database -----------------------------------------------------------------------------------------------


def test_a_database_that_is_not_there_suggests_to_load(tmp_path: Path) -> None:
    path = tmp_path / "nothing.sqlite"
    answer = ocdb("list", "sites", database=path)
    assert (answer.code, answer.out) == (3, "")
    assert (
        answer.err == f"ocdb: the database {path} doesn't exist\n  Make one from the fixtures: ocdb --db {path} load\n"
    )
    assert not path.exists()


def test_the_environment_names_the_database_too() -> None:
    answer = ocdb(
        "list", "sources", "--columns", "id", "--limit", "1", database="",
        env={"OCDB_DATABASE_URL": str(five_articles())},
    )  # fmt: skip
    assert answer.out == "id\nsilicon-2009-centres-rapatries\n"


def test_the_option_goes_before_the_environment() -> None:
    assert ocdb("list", "sources", env={"OCDB_DATABASE_URL": "nowhere.sqlite"}).code == 0


def test_a_path_a_home_and_a_url_name_the_same_file(tmp_path: Path) -> None:
    shutil.copy(five_articles(), tmp_path / "mine.sqlite")
    for name in ("~/mine.sqlite", f"sqlite:///{tmp_path}/mine.sqlite"):
        answer = ocdb("list", "sources", "--columns", "id", "--limit", "1", database=name, env={"HOME": str(tmp_path)})
        assert answer.out == "id\nsilicon-2009-centres-rapatries\n", name


def test_odd_letters_in_a_path_are_no_part_of_a_url(tmp_path: Path) -> None:
    path = tmp_path / "a b?c=d#e%20.sqlite"
    shutil.copy(five_articles(), path)
    assert ocdb("sql", "SELECT count(*) AS n FROM v_sources", database=path).out == "n\n5\n"
    assert ocdb("db", "status", database=path).code == 0


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("sqlite://", "this URL names no file"),
        ("nosuch://host/x", "this is no database URL: ocdb works on SQLite and PostgreSQL"),
        ("postgresql://nobody@127.0.0.1:1/x", "the server doesn't answer: "),
    ],
)
def test_a_url_that_leads_nowhere_is_a_database_error(url: str, message: str) -> None:
    answer = ocdb("list", "sites", database=url)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith(f"ocdb: {message}")


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    path = tmp_path / "letter.sqlite"
    path.write_text("Dear Sir or Madam, " * 100, "utf-8")
    for arguments in (("list", "sites"), ("db", "status"), ("load",), ("db", "upgrade"), ("sql", "SELECT 1 FROM x")):
        answer = ocdb(*arguments, database=path)
        assert answer.code in (3, 6), arguments
        assert "isn't an SQLite database" in answer.err, arguments
        assert "Traceback" not in answer.err
    assert path.read_text("utf-8").startswith("Dear Sir or Madam")


def test_a_database_without_our_tables_suggests_to_load(foreign: Path) -> None:
    answer = ocdb("list", "sites", database=foreign)
    assert answer.code == 3
    assert answer.err == (
        f"ocdb: {foreign} doesn't contain the tables of this version of ocdb (no such table: v_sites)\n"
        f"  Name another file, or make the tables and load them: ocdb --db {foreign} load\n"
    )


# --- the embedded one ---------------------------------------------------------------------------------------------


def test_the_first_question_makes_the_embedded_database_and_says_so_once(tmp_path: Path) -> None:
    env = {"XDG_DATA_HOME": str(tmp_path)}
    status = ocdb("db", "status", database="", env=env)
    assert ["state", "not made yet; the first question makes it"] in status.rows
    question = ("list", "sites", "--country", "TG", "--columns", "id")
    first, second = (ocdb(*question, database="", env=env) for _ in range(2))
    assert (first.out, second.out) == ("id\nvipp-interstis-lome\n",) * 2
    assert first.complaints == "making the database from the fixtures, once; this takes a few seconds ...\n"
    assert second.complaints == ""
    assert ["state", "fresh"] in ocdb("db", "status", database="", env=env).rows


@pytest.mark.slow
def test_own_fixtures_in_the_embedded_database_stay_until_a_rebuild(own: Path, tmp_path: Path) -> None:
    env = {"XDG_DATA_HOME": str(tmp_path / "data")}
    assert ocdb("load", own, database="", env=env).code == 0
    assert ocdb("list", "sites", "--columns", "id", database="", env=env).out == "id\nown-site\n"
    assert ocdb("db", "rebuild", database="", env=env).code == 3
    assert ocdb("db", "rebuild", "--yes", database="", env=env).code == 0
    assert ocdb("list", "sources", "--columns", "id", database="", env=env).lines[1:] != []
    assert ocdb("show", "own-site", database="", env=env).code == 4


# --- db path, status, upgrade, rebuild, views ---------------------------------------------------------------------


def test_the_path_is_printed_whether_it_is_there_or_not(tmp_path: Path) -> None:
    path = tmp_path / "nothing.sqlite"
    assert ocdb("db", "path", database=path).out == f"{path}\n"
    assert ocdb("db", "path", database="", env={"XDG_DATA_HOME": str(tmp_path)}).out == f"{tmp_path}/ocdb/ocdb.sqlite\n"


def test_a_password_is_not_printed() -> None:
    answer = ocdb("db", "path", database="postgresql://me:secret@host:5432/ocdb")
    assert answer.out == "postgresql+psycopg://me:***@host:5432/ocdb\n"


def test_the_status_tells_place_revision_origin_and_rows() -> None:
    facts = {row["fact"]: row["value"] for row in json.loads(ocdb("db", "status", "-f", "json").out)}
    assert facts["engine"] == "SQLite"
    assert facts["place"] == str(five_articles())
    assert facts["loaded by"] == ocdb("--version").out.strip()
    assert facts["loaded from"] == "package"
    assert (facts["sources"], facts["sites"], facts["events"], facts["pledges"]) == (5, 23, 40, 9)


def test_the_status_names_the_directories_of_own_fixtures(own: Path, tmp_path: Path) -> None:
    database = fresh(tmp_path)
    ocdb("load", own, database=database)
    assert ["loaded from", str(own)] in ocdb("db", "status", database=database).rows


def test_an_upgrade_makes_the_tables_where_there_are_none_and_is_done_once(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    (newest,) = (row[1] for row in ocdb("db", "status").rows if row[0] == "revision")
    assert ocdb("db", "upgrade", database=path).out == f"created at revision {newest}\n"
    assert ocdb("db", "upgrade", database=path).out == f"already at revision {newest}\n"


def test_an_upgrade_keeps_the_data_and_makes_lost_views_again(tmp_path: Path) -> None:
    path = Path(shutil.copy(five_articles(), tmp_path / "copy.sqlite"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP VIEW v_sites")
        connection.commit()
    assert ocdb("list", "sites", database=path).code == 3
    assert ocdb("db", "upgrade", database=path).code == 0
    assert listed("list", "sites", "--country", "TG", database=path) == ["vipp-interstis-lome"]


def test_a_database_of_a_newer_ocdb_is_left_alone(tmp_path: Path) -> None:
    path = Path(shutil.copy(five_articles(), tmp_path / "copy.sqlite"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    answer = ocdb("db", "upgrade", database=path)
    assert (answer.code, answer.err) == (
        3,
        "ocdb: the database is at revision 9999, which this version of ocdb doesn't know\n  Install a newer ocdb.\n",
    )
    assert ocdb("load", database=path).code == 3


@pytest.mark.slow
def test_a_rebuild_gives_the_packaged_data_again(tmp_path: Path) -> None:
    path = Path(shutil.copy(five_articles(), tmp_path / "copy.sqlite"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE site SET status = 'closed'")
        connection.commit()
    answer = ocdb("db", "rebuild", database=path)
    assert (answer.code, answer.out) == (0, f"rebuilt {path}\n")
    assert listed("list", "sites", "--status", "closed", database=path) == ["keyyo-casablanca"]


def test_a_rebuild_makes_a_database_where_there_is_none(tmp_path: Path) -> None:
    assert ocdb("db", "rebuild", database=tmp_path / "new.sqlite").code == 0
    assert len(listed("list", "sources", database=tmp_path / "new.sqlite")) == 5


@pytest.mark.parametrize("yes", [(), ("--yes",)])
def test_a_rebuild_refuses_somebody_elses_database(foreign: Path, yes: tuple[str, ...]) -> None:
    before = foreign.read_bytes()
    answer = ocdb("db", "rebuild", *yes, database=foreign)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == f"ocdb: {foreign} isn't a database of ocdb\n  Name another file; nothing was changed.\n"
    assert foreign.read_bytes() == before


def test_a_rebuild_refuses_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir or Madam, " * 100, "utf-8")
    assert ocdb("db", "rebuild", "--yes", database=path).code == 3
    assert path.read_text("utf-8").startswith("Dear Sir or Madam")


@pytest.mark.slow
def test_a_rebuild_of_own_fixtures_needs_yes(own: Path, tmp_path: Path) -> None:
    path = fresh(tmp_path)
    ocdb("load", own, database=path)
    answer = ocdb("db", "rebuild", database=path)
    assert (answer.code, answer.err) == (
        3,
        f"ocdb: {path} was loaded from {own}\n  To replace it with the data that come with ocdb, add --yes.\n",
    )
    assert listed("list", "sites", database=path) == ["own-site"]
    assert ocdb("db", "rebuild", "--yes", database=path).code == 0
    assert "own-site" not in listed("list", "sites", database=path)


def test_all_views_are_listed_with_what_they_hold() -> None:
    views = dict(ocdb("db", "views").rows)
    assert views["v_currencies"] == "Currencies of ISO 4217, in use and former, one row a currency."
    existing = ocdb("sql", "SELECT name FROM sqlite_master WHERE type = 'view'").rows
    assert set(views) == {row[0] for row in existing}


def test_the_columns_of_a_view_are_listed_in_their_order() -> None:
    assert ocdb("db", "views", "v_currencies").rows == [
        ["id", "ISO 4217 code"],
        ["name", "name in English (Unicode CLDR)"],
        ["name_fr", "name in French (Unicode CLDR)"],
        ["until", "year in which it ceased to be money; empty: it is in use"],
    ]


def test_an_unknown_view_suggests_the_nearest() -> None:
    answer = ocdb("db", "views", "v_pledge")
    assert answer.code == 4
    assert answer.err.startswith("ocdb: there is no view v_pledge\n  Did you mean v_pledges")


# --- shell --------------------------------------------------------------------------------------------------------


@each(
    ("url", "installed", "expected"),
    [
        (
            "sqlite:////data/ocdb.sqlite",
            {"litecli", "sqlite3", "psql"},
            (["/bin/litecli", "file:///data/ocdb.sqlite?mode=ro"], {}),
        ),
        (
            "sqlite:////data/ocdb.sqlite",
            {"sqlite3", "pgcli"},
            (["/bin/sqlite3", "-readonly", "/data/ocdb.sqlite"], {}),
        ),
        (
            "postgresql+psycopg://me@host/ocdb",
            {"pgcli", "psql", "litecli"},
            (["/bin/pgcli", "postgresql://me@host/ocdb"], READ_ONLY),
        ),
        (
            "postgresql+psycopg://me@host/ocdb",
            {"psql", "sqlite3"},
            (["/bin/psql", "postgresql://me@host/ocdb"], READ_ONLY),
        ),
    ],
)
def test_the_best_shell_that_is_installed_is_opened_read_only(
    url: str, installed: set[str], expected: tuple[list[str], dict[str, str]]
) -> None:
    assert command(url, lambda name: f"/bin/{name}" if name in installed else None) == expected


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("sqlite:////data/ocdb.sqlite", "Install one: pip install litecli (or sqlite3)"),
        ("postgresql+psycopg://me@host/ocdb", "Install one: pip install pgcli (or psql)"),
    ],
)
def test_where_no_shell_is_installed_one_is_recommended(url: str, hint: str) -> None:
    with pytest.raises(DatabaseError, match="no SQL shell is installed") as error:
        command(url, lambda _name: None)
    assert error.value.hint == hint


def test_on_postgresql_a_session_of_the_shell_begins_read_only() -> None:
    assert READ_ONLY == {"PGOPTIONS": "-c default_transaction_read_only=on"}


@pytest.mark.skipif(not shutil.which("sqlite3"), reason="sqlite3 isn't installed")
def test_through_the_shell_nothing_can_be_written(tmp_path: Path) -> None:
    database = Path(shutil.copy(five_articles(), tmp_path / "ocdb.sqlite"))
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "sqlite3").symlink_to(str(shutil.which("sqlite3")))
    statements = "SELECT count(*) FROM v_sources;\nDELETE FROM claim;\nCREATE TABLE mine (a);\n"
    before = database.read_bytes()
    shell = subprocess.run(
        [sys.executable, "-c", "from ocdb.cli.main import main; main()", "--db", database, "shell"],
        env=os.environ | {"PATH": str(tmp_path / "bin")},
        input=statements,
        capture_output=True,
        text=True,
        check=False,
    )
    assert shell.stdout == "5\n"
    assert shell.stderr.count("attempt to write a readonly database") == 2
    assert database.read_bytes() == before


def test_a_shell_on_a_database_that_is_not_there_is_not_opened(tmp_path: Path) -> None:
    answer = ocdb("shell", database=tmp_path / "nothing.sqlite")
    assert answer.code == 3
    assert not (tmp_path / "nothing.sqlite").exists()


# --- odd states ---------------------------------------------------------------------------------------------------


def test_an_empty_file_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "my.sqlite"
    path.touch()
    for arguments in (("jobs",), ("list", "sites"), ("db", "status"), ("sql", "SELECT * FROM v_sites")):
        answer = ocdb(*arguments, database=path)
        assert (answer.code, answer.out) == (3, ""), arguments
        assert answer.err == (
            f"ocdb: {path} is empty: a first load is still running, or was interrupted\n"
            f"  Wait for it, or load again: ocdb --db {path} load\n"
        )


@pytest.mark.slow
def test_a_first_load_that_is_killed_can_be_made_again(own: Path, tmp_path: Path) -> None:
    path = tmp_path / "my.sqlite"
    code = "from ocdb.cli.main import main; main()"
    working = subprocess.Popen([sys.executable, "-c", code, "--db", str(path), "load", str(own)])
    while not path.exists():
        time.sleep(0.01)
    working.kill()
    working.wait()
    assert "is empty: a first load is still running, or was interrupted" in ocdb("jobs", database=path).err
    assert ocdb("load", own, database=path).code == 0
    assert [file for file in tmp_path.iterdir() if file != own] == [path]


def test_a_table_of_several_revisions_is_refused(loaded_url: str) -> None:
    def spoil(connection: Connection) -> None:
        with connection.begin():
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('0000')")

    database.connect(loaded_url, spoil)
    for arguments in (("jobs",), ("sql", "SELECT 1"), ("load",), ("db", "upgrade"), ("db", "status")):
        answer = ocdb(*arguments, database=loaded_url)
        assert (answer.code, answer.out) == (3, ""), arguments
        assert answer.err.startswith("ocdb: the table alembic_version has 2 rows (0000, "), arguments


def test_a_full_temporary_directory_is_named(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    five_articles()  # made before there is no room
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    event.listen(Engine, "connect", _in_one_page)
    request.addfinalizer(lambda: event.remove(Engine, "connect", _in_one_page))
    for arguments in (("jobs", "--as-of", "2012"), ("diff", five_articles(), resource("fixtures"))):
        answer = ocdb(*arguments, database=five_articles())
        assert (answer.code, answer.out) == (3, ""), arguments
        assert answer.err.removeprefix("as of 31 December 2012: 3 of 5 sources\n") == (
            f"ocdb: the temporary directory {tmp_path} can't be written: database or disk is full\n"
            "  Make room there, or name another directory: TMPDIR=DIRECTORY\n"
        )
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    answer = ocdb("jobs", "--as-of", "2012", database=five_articles())
    assert "ocdb: no temporary directory can be made: No such file" in answer.err


def _in_one_page(connection: sqlite3.Connection, _record: object) -> None:
    """Let a new database be as small as a full disk would have it."""
    connection.execute("PRAGMA max_page_count = 1")
