"""A load of files of which few changed leaves the rows that a load of all files makes in a new database."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from ocdb.load import run
from ocdb.load.loaded import Loaded
from ocdb.load.reading import BrokenFixturesError
from ocdb.recall import files
from ocdb.schema import metadata
from ocdb.store import database
from tests.commands import fresh
from tests.editing import Worlds

NEVER = 10**9
Content = dict[str, list[str]]


@pytest.fixture(autouse=True)
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Let small worlds be remembered, and count how often a load looked at what changed only."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(run, "MANY", 0)
    monkeypatch.setattr(files, "MANY", 0)
    found: Counter[str] = Counter()
    real = run._load_changed  # noqa: SLF001  what is measured here

    def counting(*given: object) -> Loaded | None:
        loaded = real(*given)  # type: ignore[arg-type]
        found["all" if loaded is None else "some"] += 1
        return loaded

    monkeypatch.setattr(run, "_load_changed", counting)
    return found


def content(path: Path) -> Content:
    """Return the rows of all tables as SQLite keeps them, with their types."""
    with closing(sqlite3.connect(path)) as connection:
        return {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in metadata.tables}


def loaded(path: Path, directory: Path) -> None:
    database.connect(f"sqlite:///{path}", lambda connection: run.load(connection, [directory], prune=True))


def in_full(directory: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Content:
    """Return the rows of a new database into which all files were loaded."""
    folder.mkdir(parents=True)
    path = fresh(folder)
    with monkeypatch.context() as patched:
        patched.setattr(run, "MANY", NEVER)
        loaded(path, directory)
    return content(path)


def edited(seed: int, folder: Path, rounds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Edit a world at random, and hold its database against one into which all of it is loaded."""
    folder.mkdir(parents=True)
    worlds, path, done = Worlds(seed), fresh(folder), ["begin"]
    for number in range(rounds):
        worlds.write(folder / "files")
        before = content(path)
        try:
            loaded(path, folder / "files")
        except BrokenFixturesError:
            assert content(path) == before
            worlds.undo()
        else:
            wanted, found = in_full(folder / "files", folder / str(number), monkeypatch), content(path)
            for table in wanted:
                assert found[table] == wanted[table], (seed, done, table)
            worlds.keep()
        done += [worlds.edit() for _edit in range(worlds.chance.choice((1, 1, 1, 2, 3)))]


def test_a_load_of_what_changed_leaves_the_rows_of_a_load_of_all(
    tmp_path: Path, counted: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(2):
        edited(seed, tmp_path / str(seed), 6, monkeypatch)
    assert counted["some"] > 1


@pytest.mark.slow
def test_loads_of_what_changed_leave_the_rows_of_loads_of_all(
    tmp_path: Path, counted: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(1_000, 1_030):
        edited(seed, tmp_path / str(seed), 20, monkeypatch)
    assert counted["some"] > 100
