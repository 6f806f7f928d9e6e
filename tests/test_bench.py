"""The benchmarks: the data that they are run on, what they ask, and what their report says."""

import json
import math
import sqlite3
from contextlib import closing
from itertools import chain
from pathlib import Path

import pytest

from bench.grown import grow
from bench.loading import one_changed
from bench.programs import questions
from bench.report import write as write_report
from bench.targets import exponent, lines
from bench.template import Gaps, _Opening, plain, seeds
from bench.world import files, write
from ocdb.curation.checks import check
from ocdb.curation.corpus import gather
from ocdb.settings import resource
from tests.commands import loaded, ocdb, recorded

CLAIMS = 1000  # the fixtures and a clone
FIXED = ("list sites --country TG", "jobs --operator Webhelp", "timeline --country TG", "search Webhelp")


def slugs(text: str) -> list[str]:
    """Return the slugs that a file in JSON gives to records."""
    values = json.loads(text).values()
    return [
        record["id"] for value in values for record in (value if isinstance(value, list) else [value]) if "id" in record
    ]


def count(database: Path) -> int:
    return int(ocdb("sql", "SELECT COUNT(*) FROM v_claims", "-f", "tsv", database=database).rows[0][0])


@pytest.mark.slow
def test_a_world_is_made_by_its_seed() -> None:
    one, again, other = (list(files(CLAIMS, seed, "jsonl")) for seed in (1, 1, 2))
    assert one == again
    assert one != other
    assert sum(claims for _path, claims, _text in one) >= CLAIMS


@pytest.mark.slow
def test_no_two_clones_share_a_slug() -> None:
    made = list(chain.from_iterable(slugs(text) for _path, _claims, text in files(3 * CLAIMS, 1, "jsonl")))
    assert len(made) == len(set(made))
    assert max(map(len, made)) <= 120


@pytest.mark.slow
def test_a_world_passes_all_checks(tmp_path: Path) -> None:
    write(tmp_path / "world", CLAIMS, 1, "yaml")
    found = check(gather([tmp_path / "world"], around=[resource("seeds")]))
    # In the record that the tests ask, of which a world is made, a conflict may lack its other side.
    assert [problem for problem in found if problem.code != "preferred-to-nothing"] == []


@pytest.mark.slow
def test_what_is_asked_of_togo_and_webhelp_has_the_same_answer_in_a_world_of_any_size(tmp_path: Path) -> None:
    write(tmp_path / "world", 2 * CLAIMS, 1, "yaml")
    world, larger = loaded(tmp_path / "world"), tmp_path / "larger.sqlite"
    claims, real = (count(database) for database in (world, recorded()))
    assert grow(world, 3, larger, recorded()) == 3 * (claims - real) + real
    for question in FIXED:
        arguments = (*question.split(), "-f", "json")
        answer = ocdb(*arguments, database=recorded()).out
        assert [ocdb(*arguments, database=database).out for database in (world, larger)] == [answer] * 2, question
    sizes = [len(ocdb("list", "sites", "--country", "MA", database=one).rows) for one in (recorded(), world, larger)]
    assert sizes == sorted(set(sizes))


# The SQL of these has the rows of ocdb; of the others a part, or totals.
ALIKE = (
    "list sites --country",
    "list pledges",
    "pledges --country",
    "timeline --country",
    "search",
    "conflicts --country",
)


@pytest.mark.parametrize("name", ALIKE)
def test_the_sql_by_hand_has_the_rows_of_ocdb(name: str) -> None:
    question = next(one for one in questions() if one.name == name)
    with closing(sqlite3.connect(recorded())) as connection:
        found = connection.execute(question.sql).fetchall()
    assert len(found) == len(ocdb(*question.ask, database=recorded()).rows) > 0


def test_all_sql_by_hand_fits_the_tables() -> None:
    with closing(sqlite3.connect(recorded())) as connection:
        assert [one.name for one in questions() if not connection.execute(one.sql).fetchall()] == []


def test_what_a_search_used_are_slugs_and_the_day_that_it_was_made_on_is_a_text(tmp_path: Path) -> None:
    file = tmp_path / "searches.yaml"
    file.write_text("searches: [{id: a-search, on: 2026-11-30, used: [an-article-2015]}]", "utf-8")
    data = plain(file)
    assert data == {"searches": [{"id": "a-search", "on": "2026-11-30", "used": ["an-article-2015"]}]}
    article = {"source": {"id": "an-article-2015", "published": "2015"}}
    opening = _Opening(Gaps(), seeds(), [article, data])
    (search,), source = opening.opened(data)["searches"], opening.opened(article)["source"]
    assert (search["on"], search["used"]) == ("2026-11-30", [source["id"]])
    assert source["published"] != "2015"


def test_where_other_programs_were_at_work_loads_are_compared_by_processor_time() -> None:
    costs = {"ocdb": cost(2) | {"elapsed": 9.0}, "executemany": cost(1) | {"elapsed": 1.0}}
    numbers = {"loads": {"load, 1000 claims as JSON lines": costs, "recheck, nothing changed, 9 YAML files": costs}}
    shared: dict[str, bool] = {"loads": True}
    for busy, ratio, seconds in (({}, 9, 9), (shared, 2, 2)):
        measured = {line.what: line.measured for line in lines(numbers | {"busy": busy})}
        assert measured["load, 1000 claims as JSON lines: of executemany"] == ratio
        assert measured["recheck, nothing changed, 9 YAML files: seconds"] == seconds


def test_a_file_that_is_changed_for_a_measurement_is_another_one_meanwhile(tmp_path: Path) -> None:
    file = tmp_path / "b.yaml"
    (tmp_path / "a.yaml").write_text("language: ar\n", "utf-8")
    file.write_text("language: fr\n", "utf-8")
    with one_changed(tmp_path):
        assert file.read_text("utf-8") == "language: en\n"
    assert file.read_text("utf-8") == "language: fr\n"


def cost(processor: float) -> dict[str, float]:
    return {"processor": processor, "elapsed": processor, "memory": 10 * processor}


def test_the_report_has_each_target_as_a_line_and_explains_what_is_lost(tmp_path: Path) -> None:
    asked = {"jobs --country": {"ocdb": cost(2), "sqlite3": cost(0.5), "sqlite-utils": cost(4), "duckdb": "over 60 s"}}
    larger = {"jobs --country": {"ocdb": cost(2000), "sqlite3": cost(0.5)}}
    numbers = {"startup": {"list sites": cost(1)}, "questions 1000": asked, "questions 1000000": larger}
    measured = {(line.what, line.claims): line.measured for line in lines(numbers)}
    assert measured["jobs --country: of sqlite3 and a start", 1000] == pytest.approx(2 / 1.5)
    assert measured["jobs --country: of sqlite-utils", 1000] == pytest.approx(0.5)
    assert measured["jobs --country: of duckdb", 1000] == pytest.approx(2 / 60)
    assert measured["jobs --country: of datasette", 1000] is None
    assert measured["growth of jobs --country, exponent of processor", 0] == pytest.approx(1)
    (tmp_path / "remarks.yaml").write_text("growth of jobs --country: All pledges are read.", encoding="utf-8")
    write_report(numbers, tmp_path, tmp_path / "remarks.yaml")
    report = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    assert "| growth of jobs --country, exponent of processor | 0.3 | **1.00** | **no** |" in report
    assert "| jobs --country: of sqlite3 and a start | 1.5 | 1.33 | **1333.33** |" in report
    assert "- growth of jobs --country, exponent of processor: All pledges are read." in report
    assert "- jobs --country: of sqlite3 and a start: not explained yet." in report
    assert "<polyline" in (tmp_path / "growth.svg").read_text(encoding="utf-8")


def test_an_exponent_is_the_slope_on_logarithmic_axes() -> None:
    assert exponent({10: 2.0, 1000: 200.0}) == pytest.approx(1)
    assert exponent({10: 2.0}) is None
    assert exponent({10: 2.0, 1000: math.inf}) == math.inf
