"""Files that a user names: what an answer is written to, what it may never be written over, and what is no file."""

import os
import re
import resource as limits
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.commands import Answer, five_articles, forked, ocdb
from tests.own import odd

SMALL = """
source: {id: own-2020, publisher: Own, language: fr, published: 2020-05}
sites:
- {id: own-site, cite: 1, operator: own, at: TG, status: open}
operators:
- {id: own, name: Own}
"""
ARTICLE = "Exemplia ouvrira un centre à Lomé.\n"
# Each command that writes to a file; `{file}` is where.
WRITING = (
    ("list", "sites"),
    ("jobs", "--country", "TG"),
    ("chart", "-f", "csv"),
    ("cite",),
    ("sql", "SELECT 1"),
    ("db", "status"),
    ("schema",),
    ("new", "source", "own-2020"),
    ("draft", "article.txt", "--force"),
    ("verify", "--texts", "."),
    ("coverage",),
    ("evidence",),
    ("review",),
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the directory that one works in, with a database and some files."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(five_articles(), "my.sqlite")
    Path("article.txt").write_text(ARTICLE, "utf-8")
    Path("small.yaml").write_text(SMALL, "utf-8")
    return tmp_path


# --- what would be lost -------------------------------------------------------------------------------------------


def test_no_answer_is_written_over_a_database(desk: Path) -> None:
    before = Path("my.sqlite").read_bytes()
    shutil.copy("my.sqlite", "other.sqlite")
    Path("link").symlink_to("my.sqlite")
    Path("hard").hardlink_to("my.sqlite")
    Path("my.sqlite-wal").touch()
    for arguments in WRITING:
        for file in ("my.sqlite", desk / "my.sqlite", "link", "hard", "my.sqlite-wal", "other.sqlite"):
            answer = ocdb(*arguments, "-o", file, database="my.sqlite")
            assert (answer.code, answer.out) == (2, ""), (arguments, file)
            assert "is a database or a part of one" in answer.err, (arguments, file)
    assert {Path(name).read_bytes() for name in ("my.sqlite", "hard", "other.sqlite")} == {before}


def test_the_embedded_database_is_not_written_over_before_it_is_made_either(desk: Path) -> None:
    answer = ocdb("list", "sites", "-o", "ocdb/ocdb.sqlite", database="", env={"XDG_DATA_HOME": str(desk)})
    assert (answer.code, Path("ocdb").exists()) == (2, False)


def test_no_file_is_read_and_written_at_once_nor_written_twice(desk: Path) -> None:
    Path("q.sql").write_text("SELECT 1", "utf-8")
    Path("hard.yaml").hardlink_to("small.yaml")
    before = {path.name: path.read_bytes() for path in desk.iterdir()}
    for arguments, told in (
        (("sql", "--file", "q.sql", "-o", "q.sql"), "q.sql is read, so it can't be written"),
        (("draft", "article.txt", "--force", "-o", "article.txt"), "article.txt is read, so it can't be written"),
        (("draft", "article.txt", "-o", "new", "--text", "new"), "new would be written twice"),
        (("diff", "my.sqlite", "small.yaml", "-o", "hard.yaml"), "hard.yaml is read, so it can't be written"),
        (("verify", "--texts", ".", "small.yaml", "-o", "small.yaml"), "small.yaml is read, so it can't be written"),
        (("import", "q.csv", "--map", "m.yaml", "-o", "m.yaml"), "m.yaml is read, so it can't be written"),
    ):
        answer = ocdb(*arguments)
        assert (answer.code, answer.err) == (2, f"ocdb: {told}\n  Name another file.\n"), arguments
    assert {path.name: path.read_bytes() for path in desk.iterdir()} == before


# --- writing ------------------------------------------------------------------------------------------------------


def test_a_file_keeps_its_rights_a_link_stays_one_and_a_new_file_gets_the_usual_rights(desk: Path) -> None:
    kept = desk / "kept.csv"
    kept.write_text("before", "utf-8")
    kept.chmod(0o640)
    (desk / "link.csv").symlink_to("kept.csv")
    mask = os.umask(0o027)
    try:
        for name in ("link.csv", "new.csv"):
            assert ocdb("list", "sites", "-o", name).code == 0
    finally:
        os.umask(mask)
    assert (desk / "link.csv").is_symlink()
    assert kept.read_text("utf-8") == (desk / "new.csv").read_text("utf-8") != "before"
    assert [path.stat().st_mode & 0o777 for path in (kept, desk / "new.csv")] == [0o640, 0o640]
    assert not list(desk.glob(".ocdb-*"))


def run(arguments: Sequence[str], desk: Path, **more: object) -> "subprocess.CompletedProcess[str]":
    """Run a real process of ocdb on the database of the desk."""
    command = [sys.executable, "-c", "from ocdb.cli.main import main; main()", "--db", "my.sqlite", *arguments]
    settings = {"stdout": subprocess.PIPE, **more}
    return subprocess.run(command, cwd=desk, stderr=subprocess.PIPE, text=True, check=False, **settings)  # type: ignore[call-overload, no-any-return]


def test_a_file_stays_as_it_was_where_the_disk_is_full(desk: Path) -> None:
    (desk / "answer.json").write_text("the former answer", "utf-8")

    def little_room() -> None:
        limits.setrlimit(limits.RLIMIT_FSIZE, (1000, 1000))

    finished = run(["list", "sites", "-o", "answer.json"], desk, preexec_fn=little_room)
    assert finished.returncode == 2
    assert finished.stderr.startswith("ocdb: answer.json can't be written: File too large\n")
    assert (desk / "answer.json").read_text("utf-8") == "the former answer"
    assert not list(desk.glob(".ocdb-*"))


def test_pipes_and_devices_are_written_themselves(desk: Path) -> None:
    os.mkfifo(desk / "pipe.csv")
    reader = os.open(desk / "pipe.csv", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert ocdb("list", "sites", "--limit", "1", "-o", "pipe.csv").code == 0
        assert os.read(reader, 10_000).startswith(b"id,")
    finally:
        os.close(reader)
    assert (desk / "pipe.csv").is_fifo()
    assert run(["list", "sites", "--limit", "1", "-o", "/dev/stdout"], desk).stdout.startswith("id\t")
    full = run(["list", "sites", "-o", "/dev/full"], desk)
    assert (full.returncode, full.stderr.splitlines()[0]) == (
        2,
        "ocdb: /dev/full can't be written: No space left on device",
    )


# --- what was done ------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("five_travel")
@pytest.mark.slow
def test_a_load_that_cannot_say_so_is_done_all_the_same(desk: Path) -> None:
    done = "it was done, but the report can't be printed: "
    full = f"{done}No space left on device"
    with Path("/dev/full").open("w") as stdout:
        for arguments in (["db", "rebuild", "--yes"], ["db", "upgrade"]):
            told = forked(*arguments, database="my.sqlite", stdout=stdout.fileno())
            assert (told.code, told.err.splitlines()[-1]) == (0, full), arguments
        started = run(["load", "small.yaml", "--prune"], desk, stdout=stdout)
    assert (started.returncode, started.stderr) == (0, f"{full}\n")
    assert ocdb("sql", "SELECT count(*) AS n FROM v_sources", database="my.sqlite").out == "n\n1\n"
    closed = run(["db", "upgrade"], desk, stdout=None, preexec_fn=lambda: os.close(1))
    assert (closed.returncode, closed.stderr) == (0, f"{done}Bad file descriptor\n")
    reading, writing = os.pipe()
    os.close(reading)
    assert forked("db", "upgrade", database="my.sqlite", stdout=writing) == Answer(0, "", "")
    os.close(writing)


# --- what is no file ----------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("desk")
def test_an_empty_path_is_a_mistake() -> None:
    for arguments in (
        ("check", ""),
        ("load", ""),
        ("load", "small.yaml", ""),
        ("verify", "--texts", ""),
        ("verify", "--texts", ".", ""),
        ("diff", "", "small.yaml"),
        ("draft", ""),
        ("import", ""),
        ("import", "x.csv", "--map", ""),
        ("sql", "--file", ""),
        ("list", "sites", "-o", ""),
    ):
        answer = ocdb(*arguments, database=odd())
        assert (answer.code, answer.out) == (2, ""), arguments
        assert re.search("^ocdb: .*(is empty|one of the two sides has no name)", answer.err), arguments
