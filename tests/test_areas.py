"""Areas larger than a country: figures for Africa as a whole stand there, and are found under no country."""

import datetime as dt
import json
from contextlib import closing
from functools import cache
from pathlib import Path

from ocdb.answers.beyond import beyond
from ocdb.answers.losses import losses
from ocdb.answers.names import BEYOND
from ocdb.answers.totals import Asked, grouped, totals
from ocdb.curation.checks import check
from ocdb.curation.corpus import gather
from ocdb.curation.naming import Names
from ocdb.curation.verify import Evidence
from ocdb.opening.reader import open_reader
from ocdb.settings import resource
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


def test_all_of_africa_is_its_countries_and_the_areas_in_it_and_what_lies_beyond_is_named_apart() -> None:
    assert {area.record.id for area in gather([resource("seeds")]).of("area")} == {
        "africa", "french-speaking-africa", "maghreb", "north-africa", "sub-saharan-africa", *BEYOND,
    }  # fmt: skip
    with closing(open_reader(str(loaded_text(SOURCE + AFRICAN, SECOND + ELSEWHERE)), dt.date(2026, 1, 1))) as reader:
        inside, outside = Asked(in_africa=True), Asked(in_africa=False)
        jobs = totals(reader, inside)
        assert [(one.line, one.low) for one in jobs.totals] == [("new_jobs", 900)]  # of which Morocco's 300 are a part
        assert jobs.scope["area"] == "africa"
        assert [(one.line, one.low) for one in totals(reader, outside).totals] == [("new_jobs", 5070)]
        lost = losses(reader, inside)
        assert lost.title == "Africa: 8 jobs lost"
        assert not any("only what is said of it as a whole" in note for note in lost.notes)
        by = grouped(reader, inside, "country")
        assert [row[:3] for row in by.rows] == [
            ("MA", "Morocco", "new_jobs"), ("africa", "Africa (area)", "new_jobs"), (None, "all", "new_jobs"),
        ]  # fmt: skip
        assert beyond(reader) == (
            "Outside Africa or worldwide, and not in these numbers: 5,070 new jobs; 60 jobs to be lost (France, World)."
        )


def test_a_claim_for_an_area_is_found_by_its_names_in_both_languages_and_under_no_country() -> None:
    for word in ("africa", "Africa", "afrique"):
        assert ids("list", "claims", "--country", word) == {"alpha-africa-900", "tour"}, word
    assert ids("list", "statistics", "--country", "Maghreb") == {"maghreb-sites"}
    assert ids("list", "reports", "--country", "monde") == {"alpha-world-held"}
    assert ids("list", "statements", "--country", "Afrique sub-saharienne") == {"first"}
    assert ids("list", "institutions", "--country", "Francophone Africa") == {"bureau"}
    assert ids("list", "claims", "--country", "MA") == {"alpha-morocco-300", "tour"}


def test_a_total_of_a_country_holds_nothing_of_an_area() -> None:
    def low(*arguments: str) -> list[int]:
        found = json.loads(ask("jobs", *arguments, "-f", "json").out)
        return [total["low"] for total in found["totals"]]

    assert low("--country", "MA") == [300]
    assert low("--country", "Africa") == [900]
    assert low() == [900]  # of which the 300 are a part


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


def test_completion_offers_the_areas_of_which_something_is_said() -> None:
    assert completed("list claims --country a", database=world()) == ["africa", "afrique subsaharienne"]
    assert "Niger" in completed("list claims --country n", database=world())  # where nothing on record fits


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
