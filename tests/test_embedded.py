"""The embedded database: made on first use, by one process; refreshed when the data change; never half-written."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest
from platformdirs import user_data_path
from sqlalchemy import Connection

from ocdb.errors import DatabaseError
from ocdb.load.run import load
from ocdb.opening import embedded
from ocdb.settings import embedded_path, resource
from ocdb.store import database
from tests.cases import each
from tests.commands import Answer, empty, five_articles, ocdb
from tests.travelling import FIVE_ARTICLES

# In this process and in each checkout the five articles are all that travels: a load of them is quick, and lasts.
pytestmark = pytest.mark.usefixtures("five_travel")

ROOT = Path(__file__).resolve().parent.parent
MAKING = "making the database from the fixtures, once; this takes a few seconds ..."
ASK = "from ocdb.cli.main import main; main()"


@dataclass(frozen=True)
class User:
    """Somebody with a home of their own, and a checkout of their own."""

    home: Path
    checkout: Path

    @property
    def path(self) -> Path:
        return self.home / "ocdb" / "ocdb.sqlite"

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-c", ASK, *arguments],
            cwd=self.checkout,  # where Python looks first
            env=os.environ | {"XDG_DATA_HOME": str(self.home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def sites_in_togo(self) -> tuple[int, str, str]:
        """Return exit code, standard output and standard error of a question."""
        with patch("ocdb.settings._PACKAGE", self.checkout / "ocdb"):
            answer = ocdb(*QUESTION, database="", env={"XDG_DATA_HOME": str(self.home)})
        return answer.code, answer.out, answer.complaints

    def sites_in_togo_by_a_process(self) -> tuple[int, str, str]:
        """Return the same of a process of its own."""
        process = self.start(*QUESTION)
        out, err = process.communicate()
        return process.returncode, out, Answer(0, out, err).complaints


QUESTION = ("list", "sites", "--place", "tg-lome", "--columns", "id")
SITES = "id\nvipp-interstis-lome\n"


@pytest.fixture
def user(tmp_path: Path) -> User:
    """Give a user who never asked anything, and may change what is in the checkout."""
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    for name in ("ocdb", "migrations"):
        (checkout / name).symlink_to(ROOT / name)
    (checkout / "seeds").symlink_to(resource("seeds"))
    for file in FIVE_ARTICLES:
        copy = checkout / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, copy)  # with its time: their database is that of `five_articles`
    return User(tmp_path / "home", checkout)


@pytest.fixture
def said() -> list[str]:
    """Give a list for what the embedded database has to say."""
    return []


def origin(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        (value,) = connection.execute("SELECT value FROM v_stamp WHERE id = 'origin'").fetchone()
        return str(value)


# --- made on first use --------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_first_question_makes_it_and_the_second_finds_it(user: User) -> None:
    assert user.sites_in_togo_by_a_process() == (0, SITES, f"{MAKING}\n")
    assert user.sites_in_togo_by_a_process() == (0, SITES, "")
    assert sorted(path.name for path in user.path.parent.iterdir()) == [".ocdb.sqlite.ocdb-lock", "ocdb.sqlite"]


@pytest.mark.slow
def test_of_two_processes_at_once_both_answer_and_one_makes_it(user: User) -> None:
    both = [user.start(*QUESTION) for _ in range(2)]
    told = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert [out for out, _ in told] == [SITES, SITES]
    assert sorted(Answer(0, *one).complaints for one in told) == ["", f"{MAKING}\n"]


def test_a_fresh_one_is_left_as_it_is(tmp_path: Path, said: list[str]) -> None:
    path = tmp_path / "ocdb.sqlite"
    embedded.ensure(path, said.append)
    before = path.stat()
    embedded.ensure(path, said.append)
    assert said == [MAKING]
    assert path.stat() == before or path.stat().st_mtime_ns == before.st_mtime_ns


# --- refreshed when the data change -------------------------------------------------------------------------------


def article(user: User) -> Path:
    return next((user.checkout / "fixtures" / "tg").glob("*.yaml"))


@pytest.fixture
def served(user: User) -> User:
    """Give a user whose database was made from the five articles; then the checkout may change."""
    user.path.parent.mkdir(parents=True)
    shutil.copy(five_articles(), user.path)
    assert user.sites_in_togo() == (0, SITES, "")
    return user


def test_it_is_made_again_when_a_fixture_changes(served: User) -> None:
    user = served
    text = article(user).read_text("utf-8")
    article(user).write_text(
        text.replace("id: vipp-interstis-lome\n", "id: vipp-lome\n").replace(
            "site: vipp-interstis-lome\n", "site: vipp-lome\n"
        ),
        "utf-8",
    )
    assert user.sites_in_togo() == (0, "id\nvipp-lome\n", f"{MAKING}\n")


def test_broken_fixtures_keep_the_former_data_with_a_warning(served: User) -> None:
    user = served
    article(user).write_text("source: [\n", "utf-8")
    code, out, err = user.sites_in_togo()
    assert (code, out) == (0, SITES)
    warning = "the fixtures have changed, but can't be loaded (see: ocdb load); this answer uses the former data."
    assert err == f"{MAKING}\n{warning}\n"
    assert user.sites_in_togo()[:2] == (0, SITES)


def test_broken_fixtures_are_an_error_where_there_are_no_former_data(user: User) -> None:
    article(user).write_text("source: [\n", "utf-8")
    code, out, err = user.sites_in_togo()
    assert (code, out) == (5, "")
    assert f"{article(user)}:2:1:" in err
    assert "Traceback" not in err
    assert [path.name for path in user.path.parent.iterdir()] == [".ocdb.sqlite.ocdb-lock"]


# --- the user's own -----------------------------------------------------------------------------------------------

OWN = """\
source: {id: own, publisher: Own, language: en}
operators:
- {id: own-operator, name: Own}
sites:
- {id: own-lome, cite: [], operator: own-operator, at: TG, status: open}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give an embedded database into which the user loaded fixtures of their own."""
    fixtures, path = tmp_path / "own", tmp_path / "ocdb.sqlite"
    fixtures.mkdir()
    (fixtures / "own.yaml").write_text(OWN, "utf-8")
    shutil.copy(empty(), path)
    database.connect(f"sqlite:///{path}", lambda connection: load(connection, [fixtures]))
    return path


def test_fixtures_that_the_user_loaded_are_left_alone(own: Path, said: list[str]) -> None:
    before = own.read_bytes()
    embedded.ensure(own, said.append)
    assert own.read_bytes() == before
    assert said == []


def test_loading_the_packaged_fixtures_again_makes_it_one_that_is_kept_fresh(own: Path, said: list[str]) -> None:
    assert not embedded.is_fresh(own)
    database.connect(f"sqlite:///{own}", lambda connection: load(connection, prune=True))
    embedded.ensure(own, said.append)
    assert (origin(own), embedded.is_fresh(own), said) == ("package", True, [])


# --- what can go wrong --------------------------------------------------------------------------------------------


@each("content", [b"", b"SQLite format 3\0" + b"\xff" * 2000, b"no database at all"])
def test_a_file_that_is_no_database_is_built_again(content: bytes, tmp_path: Path) -> None:
    path, said = tmp_path / "ocdb.sqlite", list[str]()
    path.write_bytes(content)
    with patch("ocdb.load.run.load", _stamp):  # what a load does isn't what is asked here
        embedded.ensure(path, said.append)
    assert (said, origin(path)) == ([MAKING], "anew")


def _stamp(connection: Connection) -> None:
    with connection.begin():
        connection.exec_driver_sql("CREATE TABLE v_stamp AS SELECT 'origin' AS id, 'anew' AS value")


def test_a_path_below_a_file_is_a_clear_error(tmp_path: Path, said: list[str]) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseError) as refused:
        embedded.ensure(tmp_path / "file" / "ocdb" / "ocdb.sqlite", said.append)
    assert str(refused.value) == f"{tmp_path / 'file' / 'ocdb'} can't be written: Not a directory"
    assert refused.value.hint == "Name a place where you may write: --db PATH, or OCDB_DATABASE_URL."
    assert refused.value.exit_code == 3


KILLED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")  # so that it writes into the file before it commits
connection.execute("BEGIN IMMEDIATE")
connection.execute("DELETE FROM search_entry")
connection.execute("UPDATE claim SET note = hex(randomblob(500))")
os._exit(9)
"""


def test_what_a_killed_load_left_behind_is_undone(own: Path, said: list[str]) -> None:
    with closing(sqlite3.connect(own)) as connection:
        before = list(connection.iterdump())
    subprocess.run([sys.executable, "-c", KILLED, str(own)], check=False)
    assert own.with_name("ocdb.sqlite-journal").exists()
    embedded.ensure(own, said.append)
    assert not own.with_name("ocdb.sqlite-journal").exists()
    with closing(sqlite3.connect(own)) as connection:
        assert list(connection.iterdump()) == before
    assert said == []


def test_only_a_database_of_ocdb_may_be_thrown_away(own: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.sqlite"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE mine (id)")
    (tmp_path / "text").write_text("no database at all")
    assert embedded.holds_only_ocdb(own)
    assert not embedded.holds_only_ocdb(foreign)
    assert not embedded.holds_only_ocdb(tmp_path / "text")


@each("home", [None, "/data", "/data/", "relative", " /data", "", " "])
def test_the_data_directory_is_that_of_the_system(home: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME") if home is None else monkeypatch.setenv("XDG_DATA_HOME", home)
    assert embedded_path() == user_data_path("ocdb", appauthor=False) / "ocdb.sqlite"
