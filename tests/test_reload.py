"""A load of files of which few changed leaves the rows that a load of all files makes in a new database."""

import json
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ocdb.load import run
from ocdb.load.apply import PruneError
from ocdb.load.loaded import Loaded
from ocdb.load.reading import BrokenFixturesError
from ocdb.load.standing import seen
from ocdb.opening.reader import open_reader
from ocdb.schema import metadata
from ocdb.store import database
from tests.commands import fresh
from tests.editing import Worlds, counting

NEVER = 10**9
Content = dict[str, list[str]]


@pytest.fixture(autouse=True)
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Let small worlds be remembered, and count how often a load looked at what changed only."""
    return counting(tmp_path, monkeypatch, run, run, "_load_changed")


def content(url: str) -> Content:
    """Return the rows of all tables, with the types that SQLite has for them."""
    with closing(open_reader(url)) as reader:
        every = {name: reader.rows(f"SELECT * FROM {name}").rows for name in metadata.tables}
    return {name: sorted(repr([*map(plain, row)]) for row in rows) for name, rows in every.items()}


def plain(value: object) -> object:
    """Return a truth value as the number that SQLite has for it."""
    return int(value) if isinstance(value, bool) else value


def loaded(url: str, directory: Path, *, prune: bool = True) -> Loaded:
    return database.connect(url, lambda connection: run.load(connection, [directory], prune=prune))


def new(folder: Path) -> str:
    """Return an SQLite database without rows."""
    folder.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{fresh(folder)}"


def in_full(directory: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Content:
    """Return the rows of a new database into which all files were loaded."""
    with monkeypatch.context() as patched:
        patched.setattr(run, "MANY", NEVER)
        loaded(url := new(folder), directory)
    return content(url)


def edited(seed: int, folder: Path, rounds: int, monkeypatch: pytest.MonkeyPatch, url: str = "") -> None:
    """Edit a world at random, and hold its database against one into which all of it is loaded."""
    worlds, url, done = Worlds(seed), url or new(folder), ["begin"]
    for number in range(rounds):
        worlds.write(folder / "files")
        before = content(url)
        try:
            loaded(url, folder / "files")
        except BrokenFixturesError:
            assert content(url) == before
            worlds.undo()
        else:
            wanted, found = in_full(folder / "files", folder / str(number), monkeypatch), content(url)
            assert [table for table in wanted if found[table] != wanted[table]] == [], (seed, done)
            worlds.keep()
        done += [worlds.edit() for _edit in range(worlds.chance.choice((1, 1, 1, 2, 3)))]


def test_a_load_of_what_changed_leaves_the_rows_of_a_load_of_all(
    tmp_path: Path, counted: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edited(0, tmp_path, 6, monkeypatch)
    assert counted["some"] > 1


@pytest.mark.slow
def test_loads_of_what_changed_leave_the_rows_of_loads_of_all(
    tmp_path: Path, counted: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(1_000, 1_030):
        edited(seed, tmp_path / str(seed), 20, monkeypatch)
    assert counted["some"] > 100


def test_a_server_is_loaded_so_too(
    tmp_path: Path,
    counted: Counter[str],
    monkeypatch: pytest.MonkeyPatch,
    new_empty_database: Callable[[], str],
) -> None:
    edited(1, tmp_path, 8, monkeypatch, new_empty_database())
    assert counted["some"] > 1


def world(folder: Path) -> tuple[str, Path]:
    """Return a database of a small world, and the directory of its files."""
    directory, url = folder / "files", new(folder)
    Worlds(3).write(directory)
    loaded(url, directory)
    return url, directory


def changed(directory: Path, key: str = "language", value: str | None = "en") -> Path:
    """Change the source of a file, and return the file."""
    file = next(path for path in sorted(directory.iterdir()) if path.name != "registers.yaml")
    data = json.loads(file.read_text("utf-8"))
    data["source"][key] = value
    file.write_text(json.dumps(data), "utf-8")
    return file


def test_only_what_changed_is_read(tmp_path: Path, counted: Counter[str], monkeypatch: pytest.MonkeyPatch) -> None:
    url, directory = world(tmp_path)
    changed(directory)
    monkeypatch.setattr(run, "_load_all", None)
    assert loaded(url, directory).changes.counts() == [("source", 0, 1, 0)]
    assert counted == {"all": 1, "some": 1}


def test_what_was_noted_of_other_files_than_a_database_holds_is_no_use(
    tmp_path: Path, counted: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it is where a load was killed between the two, and where there are two databases of the same files."""
    url, directory = world(tmp_path)
    before = Path(shutil.copy(tmp_path / "ocdb.sqlite", tmp_path / "before.sqlite"))
    changed(directory)
    loaded(url, directory)
    changed(directory, "title", "Another title")
    loaded(f"sqlite:///{before}", directory)
    assert counted == {"all": 2, "some": 1}
    assert content(f"sqlite:///{before}") == in_full(directory, tmp_path / "new", monkeypatch)


def test_on_another_day_everything_is_checked_again(
    tmp_path: Path, counted: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, directory = world(tmp_path)
    changed(directory)
    monkeypatch.setenv("OCDB_TODAY", "2031-01-01")
    loaded(url, directory)
    assert counted == {"all": 2}


def test_records_vanish_only_where_that_is_asked_for(tmp_path: Path, counted: Counter[str]) -> None:
    url, directory = world(tmp_path)
    file, found = changed(directory, "title", "Another title"), content(url)
    data = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({"source": data["source"]}), "utf-8")
    with pytest.raises(PruneError, match="not in these files"):
        loaded(url, directory, prune=False)
    assert content(url) == found
    loaded(url, directory)
    assert counted["some"] == 1


def test_an_error_that_is_mended_costs_no_memory(tmp_path: Path, counted: Counter[str]) -> None:
    url, directory = world(tmp_path)
    changed(directory, "language", "no language")
    with pytest.raises(BrokenFixturesError):
        loaded(url, directory)
    changed(directory, "language", "en")
    assert loaded(url, directory).changes.counts() == [("source", 0, 1, 0)]
    assert counted == {"all": 2, "some": 1}


def test_a_file_that_comes_after_somebody_looked_is_loaded_and_nothing_is_noted(
    tmp_path: Path, counted: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    directory, url = tmp_path / "files", new(tmp_path)
    Worlds(3).write(directory)
    files = seen([directory])
    (directory / "late.yaml").write_text("operators: [{id: latecomer, name: Latecomer}]\n", "utf-8")
    database.connect(url, lambda connection: run.load(connection, [directory], files=files))
    assert content(url) | {"stamp": []} == in_full(directory, tmp_path / "whole", monkeypatch) | {"stamp": []}
    changed(directory)
    assert loaded(url, directory).changes.counts() == [("source", 0, 1, 0)]
    assert counted["some"] == 0
