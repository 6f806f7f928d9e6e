"""Areas larger than a country: each is all that lies in it, and what is said of it as a whole is of no country."""

import datetime as dt
import json
import shutil
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import ocdb as ocdb_
from ocdb.answers.beyond import beyond
from ocdb.answers.elsewhere import elsewhere
from ocdb.answers.losses import losses
from ocdb.answers.names import covered
from ocdb.answers.scopes import Asked
from ocdb.answers.totals import grouped, totals
from ocdb.curation.checks import check
from ocdb.curation.corpus import gather
from ocdb.curation.naming import Names
from ocdb.curation.verify import Evidence
from ocdb.opening.reader import open_reader
from ocdb.settings import resource
from ocdb.web.home import home
from ocdb.words.language import LANGUAGES, speaking
from ocdb.words.surface import on_a_page
from tests.cases import each
from tests.commands import Answer, loaded_text, ocdb
from tests.test_completion import completed
from tests.travelling import OUTSIDE

SOURCE = "source: {id: daily-2020, publisher: Le Quotidien, language: fr, published: 2022-02-02}\n"
AFRICAN = """
operators:
- {id: alpha, name: Alpha}
institutions:
- {id: bureau, name: Bureau, kind: association, at: french-speaking-africa}
events:
- {id: tour, cite: 1, kind: mission, status: planned, summary: They are to travel., date: 2023, from: africa, to: MA}
pledges:
- {id: alpha-africa-900, cite: 1, operators: alpha, at: africa, figure: 900, measure: jobs, reading: additional,
   basis: operator, announced: 2021, due: 2024}
- {id: alpha-morocco-300, cite: 1, operators: alpha, at: MA, figure: 300, measure: jobs, reading: additional,
   basis: operator, announced: 2021, due: 2024, part_of: alpha-africa-900}
reports:
- {id: alpha-world-held, cite: 2, operators: alpha, at: world, kind: held, figure: 70000, measure: headcount,
   basis: operator, as_of: 2021}
statistics:
- {id: maghreb-sites, cite: 3, measure: sites, figure: {about: 400}, at: maghreb, as_of: 2021}
statements:
- {id: first, cite: 3, topic: distinction, summary: It leads there., at: sub-saharan-africa}
"""


@cache
def world() -> Path:
    return loaded_text(SOURCE + AFRICAN)


def ask(*arguments: str) -> Answer:
    answer = ocdb(*arguments, database=world())
    assert answer.code == 0, answer.err
    return answer


def ids(*arguments: str) -> set[str]:
    return {row[0] for row in ask(*arguments, "--columns", "id").rows}


SECOND = "source: {id: weekly-2022, publisher: The Weekly, language: en, published: 2022-03-03}\n"
ELSEWHERE = """
pledges:
- {id: alpha-france-70, cite: 1, operators: alpha, at: FR, figure: 70, measure: jobs, reading: additional,
   basis: operator, announced: 2021, due: 2023}
- {id: alpha-world-5000, cite: 1, operators: alpha, at: world, figure: 5000, measure: jobs, reading: additional,
   basis: operator, announced: 2021, due: 2024}
losses:
- {id: alpha-togo-8, cite: 1, operators: alpha, at: TG, status: happened, figure: 8, measure: jobs, basis: operator,
   date: 2021}
- {id: alpha-france-60, cite: 1, operators: alpha, at: FR, status: planned, figure: 60, measure: jobs, basis: operator,
   date: 2022}
"""


CONTINENT = "the continent as GeoNames has it: with the Western Sahara, Mayotte, La Réunion and Saint Helena."
AS_A_WHOLE = "What is said of it as a whole is included. Coverage: ocdb coverage africa"


EVENTS = """
events:
- {id: alpha-lome-opening, cite: 1, kind: opening, status: happened, summary: Alpha opens in Togo., date: 2021, at: TG,
   parties: {subject: [alpha]}}
- {id: alpha-lyon-opening, cite: 1, kind: opening, status: happened, summary: Alpha opens there., date: 2022, at: FR,
   parties: {subject: [alpha]}}
"""


def test_the_newest_events_of_the_first_page_are_of_africa_as_all_else_on_it() -> None:
    with closing(open_reader(str(loaded_text(SOURCE + AFRICAN, SECOND + EVENTS)), dt.date(2026, 1, 1))) as reader:
        for language in LANGUAGES:
            with speaking(language), on_a_page():
                newest = str(home(reader).values["newest"])
            assert ("alpha-lome-opening" in newest, "alpha-lyon-opening" in newest) == (True, False), language


def test_countries_of_an_area_that_nobody_defines_are_named_and_one_without_countries_says_so(tmp_path: Path) -> None:
    path = Path(shutil.copy(world(), tmp_path / "own.sqlite"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE country SET definition_en = NULL, definition_fr = NULL")
    told = ocdb("list", "sites", "--country", "maghreb", database=path).err
    assert "Maghreb: Algeria, Libya, Morocco, Mauritania, Tunisia. What is said of it as a whole is included." in told
    with closing(sqlite3.connect(path)) as connection, connection:  # as after an upgrade, before a load
        connection.execute("DELETE FROM country_within WHERE within_id <> country_id")
    told = ocdb("list", "sites", "--country", "maghreb", database=path).err
    assert "Maghreb: only what is said of it as a whole" in told


def test_what_lies_in_an_area_is_defined_and_has_the_areas_that_it_contains() -> None:
    areas = {area.record.id: area.record for area in gather([resource("seeds")]).of("area")}
    assert {*areas} == {
        "africa", "french-speaking-africa", "maghreb", "north-africa", "sub-saharan-africa", "world",
    }  # fmt: skip
    assert all(area.countries and area.definition_en and area.definition_fr for area in areas.values())
    with closing(open_reader(str(world()), dt.date(2026, 1, 1))) as reader:
        assert covered(reader, ["maghreb", "SN"]) == ["DZ", "LY", "MA", "MR", "TN", "maghreb", "SN"]
        assert {area: {key for key in covered(reader, [area]) if key in areas} for area in areas} == {
            "africa": {*areas} - {"world"},
            "french-speaking-africa": {"french-speaking-africa"},
            "maghreb": {"maghreb"},  # Mauritania isn't in Northern Africa
            "north-africa": {"north-africa"},
            "sub-saharan-africa": {"sub-saharan-africa"},
            "world": {*areas},
        }
        in_africa = {key for (key,) in reader.rows("SELECT id FROM v_countries WHERE in_africa = 1").rows}
        parts = [{*covered(reader, [area])} - {*areas} for area in ("africa", "sub-saharan-africa", "north-africa")]
        assert in_africa == parts[0] == parts[1] | parts[2]
        assert not parts[1] & parts[2]


def test_all_of_africa_is_its_countries_and_the_areas_in_it_and_what_lies_beyond_is_named_apart() -> None:
    with closing(open_reader(str(loaded_text(SOURCE + AFRICAN, SECOND + ELSEWHERE)), dt.date(2026, 1, 1))) as reader:
        inside, outside = Asked(country=["africa"]), Asked(outside="africa")
        jobs = totals(reader, inside)
        assert [(one.line, one.low) for one in jobs.totals] == [("new_jobs", 900)]  # of which Morocco's 300 are a part
        assert jobs.scope["country"] == ["africa"]
        assert {"MA", "TG", "africa", "maghreb"} < {*jobs.scope["covers"]}
        assert not {"FR", "world"} & {*jobs.scope["covers"]}
        assert [(one.line, one.low) for one in totals(reader, outside).totals] == [("new_jobs", 5070)]
        lost = losses(reader, inside)
        assert lost.title == "Africa (58 countries): 8 jobs lost"
        assert lost.notes == (f"Africa: {CONTINENT} {AS_A_WHOLE}",)
        by = grouped(reader, inside, "country")
        assert [row[:3] for row in by.rows] == [
            ("MA", "Morocco", "new_jobs"), ("africa", "Africa (area)", "new_jobs"), (None, "all", "new_jobs"),
        ]  # fmt: skip
        assert beyond(reader) == (
            "Outside Africa or worldwide, and not in these numbers: 5,070 new jobs; 60 jobs to be lost (France, World)."
        )


def test_a_list_of_an_area_has_all_that_lies_in_it_by_its_names_in_both_languages() -> None:
    everywhere = {"alpha-africa-900", "alpha-morocco-300", "first", "maghreb-sites", "tour"}
    for word in ("africa", "Africa", "afrique"):
        assert ids("list", "claims", "--country", word) == everywhere, word
    assert ids("list", "statistics", "--country", "Maghreb") == {"maghreb-sites"}
    assert ids("list", "claims", "--country", "Maghreb") == {"alpha-morocco-300", "maghreb-sites", "tour"}
    assert ids("list", "claims", "--country", "Maghreb,Afrique sub-saharienne") == {
        "alpha-morocco-300", "first", "maghreb-sites", "tour",
    }  # fmt: skip
    assert ids("list", "reports", "--country", "monde") == {"alpha-world-held"}
    assert ids("list", "reports", "--country", "Africa") == set()
    moroccan = ids("list", "institutions", "--country", "MA")
    for word in ("Francophone Africa", "Africa"):
        assert moroccan | {"bureau"} < ids("list", "institutions", "--country", word), word
    # What is said of an area as a whole is of no country.
    assert ids("list", "claims", "--country", "MA") == {"alpha-morocco-300", "tour"}


def test_a_list_of_an_area_says_what_it_covers_and_marks_what_is_said_of_it_as_a_whole() -> None:
    assert "2 promises: Africa (58 countries)" in ask("list", "pledges", "--country", "Africa", "-f", "table").out
    rows = ask("list", "pledges", "--country", "Africa", "--columns", "id,country").rows
    assert sorted(rows) == [["alpha-africa-900", "africa"], ["alpha-morocco-300", "MA"]]
    french = ask("--lang", "fr", "jobs", "Maghreb", "-f", "table")
    assert french.out.startswith("Maghreb (5 pays)")


def test_a_total_of_a_country_holds_nothing_of_an_area() -> None:
    def low(*arguments: str) -> list[int]:
        found = json.loads(ask("jobs", *arguments, "-f", "json").out)
        return [total["low"] for total in found["totals"]]

    assert low("--country", "MA") == [300]
    assert low("--country", "Africa") == [900]
    assert low("--country", "Maghreb") == [300]
    assert low("--country", "Maghreb,SN") == [300]
    assert low("--country", "north-africa") == [300]
    assert low("--country", "sub-saharan-africa") == []
    assert low("--country", "World") == [900]
    assert low() == [900]  # of which the 300 are a part


OVERLAPPING = """
pledges:
- {id: alpha-maghreb-500, cite: 1, operators: alpha, at: maghreb, figure: 500, measure: jobs, reading: total,
   basis: operator, announced: 2021, due: 2024}
- {id: alpha-tunisia-200, cite: 1, operators: alpha, at: TN, figure: 200, measure: jobs, reading: total,
   basis: operator, announced: 2021, due: 2024}
"""


def test_what_is_promised_of_an_area_as_a_whole_isnt_added_to_what_is_promised_of_its_countries() -> None:
    with closing(open_reader(str(loaded_text(SOURCE + AFRICAN, SECOND + OVERLAPPING)), dt.date(2026, 1, 1))) as reader:
        for area, new in (("maghreb", 300), ("africa", 900)):
            whole = totals(reader, Asked(country=[area]))
            assert [(one.line, one.low) for one in whole.totals] == [("new_jobs", new), ("levels", 500)], area
            assert ("alpha-tunisia-200", "may_be_the_same") in {(key, why.code) for key, why in whole.left_out()}, area


def test_a_question_for_an_area_is_narrowed_by_places_in_it_and_refuses_others() -> None:
    with closing(open_reader(str(world()), dt.date(2026, 1, 1))) as reader:
        assert not elsewhere(reader, ["maghreb"], ["ma-agadir"])
        assert (
            elsewhere(reader, ["sub-saharan-africa"], ["ma-agadir"]) == "Agadir (Morocco) isn't in Sub-Saharan Africa"
        )


def test_every_question_takes_an_area_for_all_that_lies_in_it(tmp_path: Path) -> None:
    def data(*arguments: str) -> Any:
        return json.loads(ask(*arguments, "-f", "json").out)

    assert {row["claim"] for row in data("timeline", "Maghreb")} == {"tour", "alpha-morocco-300"}
    assert ids("pledges", "Maghreb") == {"alpha-morocco-300"}
    read = {row["country"] for row in data("coverage", "Maghreb")["countries"]}
    assert {"MA", "TN"} < read <= {"DZ", "LY", "MA", "MR", "TN"}
    assert {row["country"] for row in data("evidence", "Maghreb")["countries"]} == {"MA", "maghreb"}
    sides = {row["line"]: row for row in data("compare", "Maghreb", "Sub-Saharan Africa")}
    assert (sides["new_jobs"]["maghreb"], sides["new_jobs"]["sub-saharan-africa"]) == (300, None)
    rates = data("delivery", "Maghreb")["groups"]
    assert [(row["country"], row["pledges"]) for row in rates] == [("MA", 1), (None, 1)]
    assert ids("list", "claims", "Maghreb", "--as-of", "2022-02-02") == {"alpha-morocco-300", "maghreb-sites", "tour"}
    ask("export", str(tmp_path / "maghreb"), "--country", "Maghreb", "-f", "csv")
    exported = (tmp_path / "maghreb" / "totals.csv").read_text("utf-8")
    assert "area,maghreb,Maghreb" in exported
    assert "country,MA,Morocco" in exported
    assert "area,africa" not in exported
    with ocdb_.open(str(world())) as database:
        (narrow, wide) = (database.jobs(word).data for word in ("MA", "Maghreb"))
        assert narrow["totals"] == wide["totals"]


def test_an_area_is_listed_as_one_and_counted_as_no_country() -> None:
    sql = "SELECT kind, COUNT(*) FROM v_countries GROUP BY kind ORDER BY kind"
    every = str(58 + len(OUTSIDE))
    assert ask("sql", sql).rows == [["area", "6"], ["country", every]]
    assert ask("sql", "SELECT COUNT(*) FROM v_countries WHERE in_africa = 1").rows == [["58"]]
    areas = "SELECT id FROM v_countries WHERE kind = 'area'"
    assert ask("sql", f"SELECT id FROM v_coverage_years WHERE country IN ({areas})").rows == []
    assert ask("sql", "SELECT id FROM v_coverage_years WHERE id = 'MA:2022'").rows == [["MA:2022"]]
    by = ask("jobs", "--by", "country", "-f", "tsv").out
    assert "Africa (area)" in by
    assert "World (area)" not in by  # nothing is promised there


def test_completion_offers_every_area_as_all_of_them_answer() -> None:
    areas = ["africa", "french-speaking-africa", "maghreb", "north-africa", "sub-saharan-africa", "world"]
    assert completed("list claims --country ", database=world())[-len(areas) :] == areas
    assert completed("list claims --country mag", database=world()) == ["maghreb"]
    assert completed("jobs --country Sub", database=world()) == ["Sub-Saharan Africa"]
    assert "Afrique du Nord" in completed("jobs --country Afr", database=world())
    offered = completed("list claims --country N", database=world())  # where no country on record fits
    assert {"Niger", "North Africa"} < {*offered}


def test_show_of_an_area_tells_what_is_said_of_it_as_a_whole() -> None:
    found = json.loads(ask("show", "Afrique", "-f", "json").out)
    assert (found["kind"], found["record"]["id"], found["record"]["label"]) == ("area", "africa", "Africa (area)")
    assert [row["id"] for row in found["pledges"]] == ["alpha-africa-900"]
    refused = ocdb("cite", "Africa", database=world())
    assert (refused.code, refused.out) == (2, "")
    assert "ocdb list claims --country africa" in refused.err


@each(
    ("text", "problems"),
    [
        (AFRICAN, []),
        ("places:\n- {id: africa-town, kind: city, name: Town, country: africa}\n", ["unknown-slug"]),
        ("operators:\n- {id: alpha, name: Alpha, home_country: africa}\n", ["unknown-slug"]),
        (
            """
sites:
- {id: here, cite: 1, at: tg-lome, status: open}
statistics:
- {id: one, cite: 1, measure: sites, figure: 1, at: africa, site: here}
""",
            [],
        ),
    ],
)
def test_an_area_stands_where_a_claim_is_about_and_nowhere_else(text: str, problems: list[str], tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(SOURCE + text, "utf-8")
    found = check(gather([tmp_path], around=[resource("seeds")]))
    assert [one.code for one in found if one.code != "one-language"] == problems


def test_a_passage_must_name_the_area_of_a_claim_but_not_of_its_summary(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(SOURCE + AFRICAN, "utf-8")
    corpus = gather([tmp_path, resource("seeds")])
    evidence = Evidence(corpus)
    claim = corpus.find(["statistic"], "maghreb-sites")
    assert claim
    assert evidence.check(claim, ["", "", "Quelque 400 centres au Maghreb."]).status == "verified"
    assert evidence.check(claim, ["", "", "Quelque 400 centres."]).missing == ("Maghreb isn't there",)
    assert Names(corpus).mentioned("The first in Africa, said the World Bank.") == ()
