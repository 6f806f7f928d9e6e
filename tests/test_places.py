"""Places smaller than a city stand with their city; people read the name of a country, programs its code."""

import json
from functools import cache
from pathlib import Path

from tests.commands import loaded_text, ocdb

# Dakhla is a quarter of Agadir, and a city of its own 1,100 km south; a park lies in the quarter, another in a region.
DAKHLA = """
source: {id: daily-2020, publisher: Le Quotidien, language: fr, published: 2022-02-02}
places:
- {id: ma-dakhla, kind: city, name: Dakhla, country: MA}
- {id: ma-quay-park, kind: park, name: Quay Park, country: MA, parent: ma-agadir-dakhla}
- {id: ma-field, kind: park, name: Field Park, country: MA, parent: ma-souss-massa}
operators:
- {id: alpha, name: Alpha}
institutions:
- {id: bureau, name: Bureau, kind: ministry, at: ma-agadir-dakhla}
sites:
- {id: alpha-dakhla, cite: 1, operator: alpha, at: ma-agadir-dakhla, status: open, opened: 2019}
- {id: alpha-south, cite: 1, operator: alpha, at: ma-dakhla, status: open}
- {id: alpha-quay, cite: 1, operator: alpha, at: ma-quay-park, status: open}
- {id: alpha-field, cite: 1, operator: alpha, at: ma-field, status: open}
events:
- {id: move, cite: 1, kind: relocation, status: happened, summary: It moves., from: ma-agadir-dakhla,
   to: ma-quay-park}
pledges:
- {id: alpha-400, cite: 2, operators: alpha, at: ma-agadir-dakhla, figure: {about: 400}, measure: seats,
   basis: operator, announced: 2021, due: 2024}
losses:
- {id: alpha-lost, cite: 2, operators: alpha, at: ma-agadir-dakhla, figure: 3, measure: jobs, basis: operator,
   cause: unclear, status: happened, date: 2021}
reports:
- {id: alpha-held, cite: 2, operators: alpha, at: ma-agadir-dakhla, kind: held, figure: 9, measure: headcount,
   basis: operator, as_of: 2021}
investments:
- {id: alpha-spends, cite: 3, kind: site, status: planned, amount: 9, currency: MAD, at: ma-agadir-dakhla}
statistics:
- {id: sites-9, cite: 3, measure: sites, figure: 9, at: ma-agadir-dakhla}
statements:
- {id: first, cite: 3, topic: distinction, summary: It is the first., at: ma-agadir-dakhla}
"""
AGADIR = "Dakhla, Agadir"
PLACED = ("pledges", "losses", "reports", "investments", "statistics", "statements", "institutions", "ledger")


@cache
def world() -> Path:
    return loaded_text(DAKHLA)


def asked(sql: str) -> list[list[str]]:
    return ocdb("sql", sql, database=world()).rows


def column(kind: str, name: str) -> dict[str, str]:
    answer = ocdb("list", kind, "--columns", f"id,{name}", "--operator", "alpha", database=world())
    return dict(answer.rows)


def test_a_quarter_is_told_from_its_namesake_in_every_list() -> None:
    assert column("sites", "place_name") == {
        "alpha-dakhla": AGADIR,
        "alpha-south": "Dakhla",
        "alpha-quay": "Quay Park, Agadir",
        "alpha-field": "Field Park",
    }
    assert column("sites", "name")["alpha-dakhla"] == "Alpha, Dakhla, Agadir"
    for view in (*PLACED, "timeline"):
        names = asked(f"SELECT DISTINCT place_name FROM v_{view} WHERE place = 'ma-agadir-dakhla'")
        assert names == [[AGADIR]], view
    moved = asked("SELECT from_place_name, to_place_name, place_name FROM v_events WHERE id = 'move'")
    assert moved == [[AGADIR, "Quay Park, Agadir", "Quay Park, Agadir"]]


def test_a_summary_a_search_a_total_and_a_citation_name_the_city_too() -> None:
    assert column("pledges", "summary") == {"alpha-400": "Alpha: about 400 seats in Dakhla, Agadir by 2024"}
    found = json.loads(ocdb("search", "dakhla", "-f", "json", database=world()).out)
    assert {row["title"] for row in found if row["kind"] == "place"} == {AGADIR, "Dakhla"}
    assert AGADIR in ocdb("jobs", "--by", "place", database=world()).out
    assert AGADIR in ocdb("cite", "alpha-400", database=world()).out
    for view in ("totals", "loss_totals"):
        assert [AGADIR] in asked(f"SELECT scope_name FROM v_{view} WHERE scope = 'ma-agadir-dakhla'"), view


def test_a_place_keeps_its_name_and_bears_the_label_beside_it() -> None:
    sql = "SELECT name, label FROM v_places WHERE id IN ('ma-agadir-dakhla', 'ma-dakhla', 'ma-agadir') ORDER BY id"
    assert asked(sql) == [["Agadir", "Agadir"], ["Dakhla", AGADIR], ["Dakhla", "Dakhla"]]


def test_people_read_the_name_of_a_country_and_programs_its_code() -> None:
    arguments = ("list", "pledges", "--operator", "alpha")
    for form in ("table", "md"):
        told = ocdb(*arguments, "-f", form, database=world()).out
        assert "Morocco" in told, form
        assert "MA" not in told.split(), form
    for form in ("tsv", "csv", "jsonl"):
        told = ocdb(*arguments, "-f", form, database=world()).out
        assert "MA" in told, form
    # Who names the columns gets them as they are.
    answer = ocdb(*arguments, "-f", "table", "--columns", "id,country", database=world())
    assert [line.split() for line in answer.lines if line.startswith("alpha-400")] == [["alpha-400", "MA"]]
