"""The file that is named is the one that is read and written, whatever its name; no path becomes a part of a URL."""

import json
import os
import signal
import string
import tempfile
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import Connection

from ocdb.errors import DatabaseError
from ocdb.opening.reader import open_reader
from ocdb.store import replacing
from ocdb.store.address import located
from ocdb.store.shell import command
from tests.commands import ocdb

# Rarely touched, and each makes databases of its own.
pytestmark = pytest.mark.slow

# Each alone is a character, or a word, that means something in a URL, to a shell or to SQLite.
LETTERS = (
    *string.punctuation.replace("/", ""),
    " ",
    "é",
    "中",
    "\n",
    "%41",
    "?mode=memory",
    "?uri=true",
    "file:",
    "~me",
)
# All of them in one name, save for a colon before an @: that may be a password.
ALL = "".join(sorted(set("".join(LETTERS)) - {":"})) + ":"
OWN = """
source: {id: own-2020, publisher: Own, language: fr, published: 2020-05}
sites:
- {id: own-site, cite: 1, operator: own, at: TG, status: open}
operators:
- {id: own, name: Own}
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small fixture."""
    file = tmp_path_factory.mktemp("own") / "own.yaml"
    file.write_text(OWN, "utf-8")
    return file


def mark(connection: Connection) -> None:
    with connection.begin():
        connection.exec_driver_sql("CREATE TABLE mark (x)")


def neighbours(path: Path) -> set[Path]:
    """Put files beside a path whose names a URL would make of its own; return them."""
    name = path.name
    names = {name.partition(mark)[0] for mark in "?#%;&"} | {name.replace("%41", "A"), quote(name)}
    found = {path.with_name(other) for other in names - {name, "", "."}}
    for other in found:
        other.write_text("a neighbour", "utf-8")
    return found


def test_the_file_that_was_named_is_written_and_read_and_no_other(tmp_path: Path) -> None:
    for number, letter in enumerate(LETTERS):
        (folder := tmp_path / str(number)).mkdir()
        for name in (f"r{letter}x.sqlite", f"{letter}x.sqlite"):
            beside = neighbours(folder / name)
            replacing.change(folder / name, mark)
            with closing(open_reader(folder / name)) as reader:
                assert reader.rows("SELECT name FROM sqlite_master").rows == [("mark",)], name
            assert set(folder.iterdir()) == {folder / name} | beside, name
            assert {other.read_bytes() for other in beside} <= {b"a neighbour"}, name
            for file in folder.iterdir():
                file.unlink()


def test_a_load_and_a_question_take_a_name_of_all_characters(own: Path, tmp_path: Path) -> None:
    path = tmp_path / f"r{ALL}.sqlite"
    beside = neighbours(path)
    assert ocdb("load", own, database=path).code == 0
    assert ocdb("sql", "SELECT count(*) AS n FROM v_sources", database=path).out == "n\n1\n"
    assert ocdb("db", "upgrade", database=path).code == 0
    assert set(tmp_path.iterdir()) == {path} | beside
    assert {other.read_bytes() for other in beside} == {b"a neighbour"}


@pytest.mark.usefixtures("five_travel")
def test_directories_of_all_characters_hold_the_embedded_database_and_that_of_a_day(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("data", "temporary"):
        (tmp_path / f"{name}{ALL}").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / f"temporary{ALL}"))
    env = {"XDG_DATA_HOME": str(tmp_path / f"data{ALL}")}
    asked = ("jobs", "--country", "TG", "-f", "json")
    assert ocdb("db", "rebuild", database="", env=env).code == 0
    for arguments in (asked, (*asked, "--as-of", "2021")):
        counted = json.loads(ocdb(*arguments, database="", env=env).out)["counted"]
        assert [pledge["id"] for pledge in counted] == ["vipp-interstis-lome-2020-500"]
    assert ocdb("diff", tmp_path / f"data{ALL}" / "ocdb" / "ocdb.sqlite", own).code == 0
    assert set(tmp_path.iterdir()) == {tmp_path / f"{name}{ALL}" for name in ("data", "temporary")}


def test_a_path_a_home_and_a_url_name_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/me")
    for given, path in (
        ("x.sqlite", tmp_path / "x.sqlite"),
        ("~/x.sqlite", Path("/home/me/x.sqlite")),
        ("~nobody-of-this-name.sqlite", tmp_path / "~nobody-of-this-name.sqlite"),
        (":memory:", tmp_path / ":memory:"),
        ("sqlite:///x.sqlite", tmp_path / "x.sqlite"),
        ("sqlite:////data/a%3Fb%25c#d.sqlite", Path("/data/a?b%c#d.sqlite")),
        (Path("a?b"), tmp_path / "a?b"),
    ):
        assert located(given) == path, given


def test_what_names_no_file_for_sure_is_refused(tmp_path: Path) -> None:
    for given, message in (
        ("sqlite://", "this URL names no file"),
        ("sqlite:///", "this URL names no file"),
        ("sqlite://host/x.sqlite", "this URL names no file"),
        ("sqlite:///x.sqlite?mode=ro", "the URL of a file takes no options after a question mark"),
        ("a:b@c.sqlite", "this is neither a path nor a database URL"),
    ):
        with pytest.raises(DatabaseError, match=f"^{message}$".replace("?", r"\?")):
            located(given)
    assert located("./a:b@c.sqlite") == Path("a:b@c.sqlite").absolute()
    (tmp_path / "a:b@c.sqlite").touch()  # it may look like a password, but it is a file
    assert located(f"{tmp_path}/a:b@c.sqlite") == tmp_path / "a:b@c.sqlite"


def test_a_name_of_many_letters_is_read_once(request: pytest.FixtureRequest) -> None:
    """Hold it against the processor time of this process: once a letter it would take many minutes."""
    request.addfinalizer(partial(signal.setitimer, signal.ITIMER_VIRTUAL, 0))
    signal.signal(signal.SIGVTALRM, lambda *_: pytest.fail("a name is read again and again"))
    signal.setitimer(signal.ITIMER_VIRTUAL, 20)
    for part in ("a", ":", "a:", "a ", "@", "a@", "host "):
        name = part * 300_000 + "b"
        with suppress(DatabaseError):
            assert located(name) == Path(name).absolute(), part


def test_a_path_in_a_command_to_run_is_one_word_for_a_shell(tmp_path: Path) -> None:
    path = tmp_path / "my r?x.sqlite"
    answer = ocdb("jobs", database=path)
    assert answer.err == (
        f"ocdb: the database {path} doesn't exist\n  Make one from the fixtures: ocdb --db '{path}' load\n"
    )
    found, _ = command(path, lambda name: name)
    assert found == ["litecli", f"file://{quote(str(path))}?mode=ro"]


def test_a_link_that_leads_to_itself_is_no_database(own: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.symlink_to(other)
    other.symlink_to(one)
    for arguments in (("jobs",), ("load", own), ("db", "upgrade"), ("db", "rebuild"), ("db", "status")):
        answer = ocdb(*arguments, database=one)
        assert (answer.code, answer.err.count("\n")) == (3, 2), answer.err
        assert "unexpected" not in answer.err
    assert {os.path.lexists(one), os.path.lexists(other)} == {True}


@pytest.mark.usefixtures("five_travel")
def test_the_file_that_a_link_leads_to_is_written_and_neither_the_link_nor_files_of_others(
    own: Path, tmp_path: Path
) -> None:
    link, file = tmp_path / "link.sqlite", tmp_path / "far" / "my.sqlite"
    file.parent.mkdir()
    link.symlink_to(file)
    names = ("lock", "sqlite.lock", "sqlite.new", "sqlite.changed")
    others = {path.with_suffix(f".{name}") for path in (link, file) for name in names}
    for other in others:
        other.write_text("a neighbour", "utf-8")
    for arguments in (("load", own), ("db", "upgrade"), ("db", "rebuild", "--yes")):
        assert ocdb(*arguments, database=link).code == 0
        assert link.readlink() == file
    assert file.is_file()
    assert {other.read_text("utf-8") for other in others} == {"a neighbour"}
