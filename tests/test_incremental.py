"""Checks and loads that look at what changed only: whatever changes, they come to what a full one comes to."""

from collections import Counter
from pathlib import Path

import pytest

from ocdb.curation.checks import check
from ocdb.curation.corpus import gather
from ocdb.curation.reading_all import read_once
from ocdb.load.standing import fingerprint_of, seen
from ocdb.recall import changes, checking, listing, memory
from ocdb.settings import cache_path, resource
from ocdb.words.language import speaking
from tests.cases import each
from tests.commands import ocdb
from tests.editing import Worlds, counting

SEEDS = [resource("seeds")]


@pytest.fixture(autouse=True)
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Let small worlds be remembered, and count how often some files were checked, and how often all."""
    return counting(tmp_path, monkeypatch, checking, changes, "checked")


def edited(seed: int, directory: Path, rounds: int) -> None:
    """Edit a world at random, and hold what a check of what changed finds against what a check of all finds."""
    worlds, done = Worlds(seed), ["begin"]
    for _round in range(rounds):
        worlds.write(directory)
        found = check(gather([directory], around=SEEDS))
        assert checking.problems([directory], SEEDS) == found, (seed, done)
        # What is wrong is mended mostly: then there is something to remember.
        if any(problem.severity == "error" for problem in found) and len(done) > 1 and worlds.chance.random() < 0.7:
            worlds.undo()
        else:
            worlds.keep()
            done += [worlds.edit() for _edit in range(worlds.chance.choice((1, 1, 1, 2, 3)))]


def test_a_check_of_what_changed_finds_what_a_check_of_all_finds(tmp_path: Path, counted: Counter[str]) -> None:
    for seed in range(3):
        edited(seed, tmp_path / str(seed), 4)
    assert counted["some"] > 1


@pytest.mark.slow
def test_checks_of_what_changed_find_what_checks_of_all_find(tmp_path: Path, counted: Counter[str]) -> None:
    for seed in range(1_000, 1_100):
        edited(seed, tmp_path / str(seed), 40)
    assert counted["some"] > 1_000


def world(directory: Path) -> Path:
    """Write a world without errors."""
    worlds = Worlds(3)
    worlds.write(directory)
    assert not [one for one in check(gather([directory], around=SEEDS)) if one.severity == "error"]
    return directory


def test_nothing_is_read_again_where_nothing_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    directory = world(tmp_path / "files")
    first = checking.problems([directory], SEEDS)
    monkeypatch.setattr(checking, "_changed", None)
    monkeypatch.setattr(checking, "_all", None)
    assert checking.problems([directory], SEEDS) == first
    (directory / "registers.yaml").touch()
    assert checking.problems([directory], SEEDS) == first


def test_what_is_only_named_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    directory, read = world(tmp_path / "files"), []
    checking.problems([directory], SEEDS)

    def noted(path: Path) -> object:
        read.append(path.name)
        return read_once(path)

    monkeypatch.setattr("ocdb.recall.part.read_once", noted)
    search = "{id: s, on: 2026-11-01, words: alpha, where: the web, languages: [en], countries: [%s], hits: 0}"
    for country, found in (("TG", []), ("ZZ", ["unknown-slug"])):
        (directory / "z.yaml").write_text(f"searches: [{search % country}]\n", "utf-8")
        problems = checking.problems([directory], SEEDS)
        assert [one.code for one in problems if one.file.endswith("z.yaml")] == found
        assert problems == check(gather([directory], around=SEEDS))
        assert ("z.yaml" in read, "countries.yaml" in read) == (True, country != "TG")  # else for a remedy


def test_a_load_reads_a_file_again_only_where_it_may_have_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "SETTLED", 0)  # the clock of the file system is finer than this test
    directory, read = world(tmp_path / "files"), []
    digest = listing._digest  # noqa: SLF001  what reads a file

    def noted(file: Path) -> str:
        read.append(file.name)
        return digest(file)

    monkeypatch.setattr(listing, "_digest", noted)

    def fingerprint() -> str:
        return fingerprint_of([directory], seen([directory]))

    first = fingerprint()
    assert len(read) == len({*read}) == len([*directory.rglob("*.yaml")])
    read.clear()
    assert (fingerprint(), read) == (first, [])
    with (directory / "registers.yaml").open("a") as file:
        file.write("\n")
    assert (fingerprint() != first, read) == (True, ["registers.yaml"])
    (directory / "z.yaml").write_text("operators: [{id: alpha-two, name: Alpha Contakt}]\n", "utf-8")
    with_another = fingerprint()
    (directory / "z.yaml").unlink()
    assert len({first, with_another, fingerprint()}) == 3


def test_one_language_is_not_told_what_was_found_in_another(tmp_path: Path) -> None:
    directory = world(tmp_path / "files")
    (directory / "z.yaml").write_text("operators: [{id: alpha-two, name: Alpha Contakt}]\n", "utf-8")
    for spoken in ("en", "fr"):
        with speaking(spoken):
            assert checking.problems([directory], SEEDS) == check(gather([directory], around=SEEDS))


@pytest.mark.slow
@each("spoilt", [b"", b"no database", None])
def test_a_memory_that_is_damaged_or_locked_is_as_none(spoilt: bytes | None, tmp_path: Path) -> None:
    directory, before = world(tmp_path / "files"), set(cache_path().glob("files-*.sqlite"))
    found = checking.problems([directory], SEEDS)
    (path,) = set(cache_path().glob("files-*.sqlite")) - before
    if spoilt is not None:
        path.write_bytes(spoilt)
        assert checking.problems([directory], SEEDS) == found
        assert checking.problems([directory], SEEDS) == found
    else:
        with memory.remembering(["check", str(directory), "", *map(str, SEEDS)]) as held:
            assert held
            assert checking.problems([directory], SEEDS) == found


def test_where_nothing_can_be_remembered_all_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    directory = world(tmp_path / "files")
    assert checking.problems([directory], SEEDS) == check(gather([directory], around=SEEDS))


def test_the_command_finds_the_same_the_second_time(tmp_path: Path) -> None:
    directory = world(tmp_path / "files")
    first, second = (ocdb("check", directory, "-f", "json") for _time in range(2))
    assert (first.code, first.out, first.err) == (second.code, second.out, second.err)
