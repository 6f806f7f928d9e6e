"""Bounds on how much is on record: which hold, which don't, and who is asked to hold them."""

from pathlib import Path

import pytest

from ocdb.curation.corpus import Corpus, gather
from ocdb.curation.problems import Problem
from ocdb.load.expected import broken
from ocdb.recall import changes, checking
from ocdb.settings import resource
from tests.cases import each
from tests.commands import fresh, ocdb

pytestmark = pytest.mark.usefixtures("five_travel")

# Nobody of these names exists. Firm two is what firm one was renamed to; the 100 are part of the 500.
WORLD = """source: {id: invented, publisher: The Invented Herald, language: en, published: 2019-03-04}
operators: [{id: firm-one, name: Mimosa Calls}, {id: firm-two, name: Jacaranda Calls}]
pledges:
- {id: whole, cite: [], operators: firm-one, at: tg-lome, figure: 500, measure: jobs, reading: additional,
   basis: operator}
- {id: part, cite: [], operators: firm-one, at: tg-lome, figure: 100, measure: jobs, reading: additional,
   basis: operator, part_of: whole}
- {id: target, cite: [], at: TG, figure: 9000, measure: jobs, reading: additional, basis: government}
- {id: draft, cite: [], operators: firm-one, at: TG, figure: 70, measure: jobs, reading: additional, basis: operator,
   made_by: assistant}
sites: [{id: firm-one-lome, cite: [], operator: firm-one, at: tg-lome, status: planned}]
successions:
- {id: renamed, cite: [], kind: rename, status: completed, predecessor: firm-one, successor: firm-two, date: 2019}
"""
LOME = "places: [{id: tg-lome, kind: city, name: Lomé, country: TG}]\n"


def world(directory: Path, *bounds: str) -> Corpus:
    """Return a small world that is held to some bounds."""
    directory.mkdir(exist_ok=True)
    (directory / "invented.yaml").write_text(WORLD, "utf-8")
    written = "".join(f"- {{id: bound-{number}, {bound}}}\n" for number, bound in enumerate(bounds, 1))
    (directory / "expected.yaml").write_text(f"expected:\n{written}", "utf-8")
    return gather([directory], around=[resource("seeds")])


def found(directory: Path, *bounds: str) -> list[str]:
    return [problem.message for problem in broken(world(directory, *bounds))]


@pytest.mark.slow
@each(
    ("bound", "much"),
    [
        ("count: claims", 5),
        ("count: sources", 1),
        ("count: pledges", 3),
        ("count: pledges, country: TG", 3),
        ("count: pledges, place: tg-lome", 2),
        ("count: pledges, country: MA", 0),
        ("count: claims, country: TG", 4),
        ("count: sources, country: TG", 1),
        ("count: losses", 0),
        ("total: new_jobs", 500),
        ("total: new_jobs, country: TG", 500),
        ("total: new_jobs, place: tg-lome", 500),
        ("total: new_jobs, operator: firm-one", 500),
        ("total: new_jobs, operator: firm-two", 500),
        ("total: new_jobs, country: MA", 0),
        ("total: new_jobs, basis: government", 9000),
        ("total: seats", 0),
    ],
)
def test_a_bound_holds_up_to_what_is_confirmed_and_on_record(bound: str, much: int, tmp_path: Path) -> None:
    assert found(tmp_path, f"{bound}, at_least: {much}, at_most: {much}") == []
    (fewer,) = found(tmp_path, f"{bound}, at_least: {much + 1}")
    assert fewer.endswith(f": {much:,}, fewer than {much + 1:,}")
    if much:
        (more,) = found(tmp_path, f"{bound}, at_most: {much - 1}")
        assert more.endswith(f": {much:,}, more than {much - 1:,}")


def test_the_total_is_the_one_of_ocdb_jobs(tmp_path: Path) -> None:
    world(tmp_path / "files")
    (tmp_path / "files" / "expected.yaml").unlink()
    database = fresh(tmp_path)
    assert ocdb("load", tmp_path / "files", database=database).code == 0
    lines = ocdb("jobs", "TG", "-f", "tsv", database=database).out.splitlines()
    assert lines[1].split("\t")[:2] == ["new_jobs", "500"]


def test_check_names_the_bound_what_is_there_and_what_to_do(tmp_path: Path) -> None:
    # Beside what travels: firm one is in these files alone.
    total = "total: new_jobs, operator: firm-one"
    world(tmp_path / "files", f"{total}, at_least: 501", f"{total}, at_most: 499")
    answer = ocdb("check", tmp_path / "files", database=None)
    assert answer.code == 5
    file = tmp_path / "files" / "expected.yaml"
    fewer, more = (line for line in answer.out.splitlines() if "expected-bound" in line)
    what = "new jobs, promised by operators (firm-one): 500"
    assert fewer == (
        f"{file}:2:54: error expected-bound: expected[1].at_least: {what}, fewer than 501. "
        "Find what is missing; if it was corrected on purpose, write 500 here in the same change."
    )
    assert more == (
        f"{file}:3:54: error expected-bound: expected[2].at_most: {what}, more than 499. "
        "Find what counts twice; if the record has grown, raise the bound in the same change."
    )


def test_a_broken_bound_stops_no_load(tmp_path: Path) -> None:
    world(tmp_path / "files", "count: claims, at_least: 99")
    answer = ocdb("load", tmp_path / "files", database=fresh(tmp_path))
    assert answer.code == 0, answer.err


def test_only_the_bounds_of_the_files_that_were_named_are_held(tmp_path: Path) -> None:
    world(tmp_path / "files", "count: claims, at_least: 99")
    around = [resource("seeds"), tmp_path / "files"]
    (tmp_path / "mine.yaml").write_text("operators: [{id: mine, name: Baobab Calls}]\n", "utf-8")
    assert broken(gather([tmp_path / "mine.yaml"], around=around)) == []
    assert len(broken(gather([tmp_path / "files" / "expected.yaml"], around=around))) == 1


@each(
    ("bound", "message"),
    [
        ("at_least: 1", "a bound is on a count or on a total, one of the two"),
        ("count: claims, total: seats, at_least: 1", "a bound is on a count or on a total, one of the two"),
        ("count: claims", "a bound has at_least, at_most or both"),
        ("count: claims, country: TG, place: tg-lome, at_least: 1", "a bound is about one country, place or operator"),
        ("count: claims, operator: firm-one, at_least: 1",
         "a count is of a country or a place; of an operator there are totals"),
        ("count: claims, at_least: 2, at_most: 1", "at_least is more than at_most"),
    ],
)  # fmt: skip
def test_a_bound_that_says_nothing_is_an_error(bound: str, message: str, tmp_path: Path) -> None:
    assert [problem.message for problem in world(tmp_path, bound).problems] == [message]


def test_a_check_with_bounds_reads_nothing_again_where_nothing_changed_and_all_where_a_file_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(checking, "MANY", 0)
    files, seeds = tmp_path / "files", [resource("seeds")]
    world(files, "total: new_jobs, at_least: 500", "count: pledges, at_least: 3")

    def problems() -> list[Problem]:
        return [one for one in checking.problems([files], seeds, more=broken) if one.severity == "error"]

    assert problems() == []
    with monkeypatch.context() as patch:
        patch.setattr(checking, "_all", None)
        patch.setattr(changes, "checked", None)
        assert problems() == []
    (files / "invented.yaml").write_text(WORLD.replace("figure: 500", "figure: 400"), "utf-8")
    assert [problem.field for problem in problems()] == ["expected[1].at_least"]
    (files / "invented.yaml").write_text(WORLD, "utf-8")
    assert problems() == []
