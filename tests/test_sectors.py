"""Sectors: what figures that name no employer count, as lists, the ledger and the timeline ask for it."""

import json
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

import ocdb as ocdb_
from ocdb.mcp.tools import tools
from ocdb.opening.reader import open_reader
from ocdb.web.app import application
from ocdb.web.interface import routes
from ocdb.web.page import Site
from ocdb.web.readers import Readers
from tests.cases import each
from tests.commands import Answer, loaded_text, ocdb
from tests.test_completion import completed

CLAIMS = """
source: {id: daily-2020, publisher: Le Quotidien, language: fr, published: 2022-02-02}
operators:
- {id: alpha, name: Alpha}
institutions:
- {id: bureau, name: Bureau, kind: government, at: TG}
pledges:
- {id: alpha-30, cite: 1, operators: alpha, at: TG, figure: 30, measure: jobs, basis: operator, announced: 2021}
- {id: kenya-bpo, cite: 1, said_by: bureau, at: KE, figure: 900, measure: jobs, basis: government, sector: bpo,
   announced: 2021, due: 2023}
- {id: togo-bpo, cite: 1, said_by: bureau, at: TG, figure: 500, measure: jobs, basis: government, sector: bpo,
   announced: 2021, due: 2023}
- {id: togo-any, cite: 1, said_by: bureau, at: TG, figure: 700, measure: jobs, basis: government,
   announced: 2020, due: 2022}
- {id: togo-centres, cite: 1, said_by: bureau, at: TG, figure: 200, measure: jobs, basis: government,
   sector: call_centres, announced: 2019, due: 2020}
reports:
- {id: togo-bpo-held, cite: 1, at: TG, kind: held, figure: 90, measure: jobs, basis: government, sector: bpo,
   as_of: 2021}
"""


@cache
def world() -> Path:
    return loaded_text(CLAIMS)


def ask(*arguments: str) -> Answer:
    return ocdb(*arguments, database=world())


def ids(*arguments: str) -> list[str]:
    answer = ask(*arguments, "--columns", "id")
    assert answer.code == 0, answer.err
    return sorted(row[0] for row in answer.rows)


def test_figures_are_listed_by_sector_by_its_code_either_label_and_several() -> None:
    for word in ("bpo", "BPO", "business process outsourcing"):
        assert ids("list", "pledges", "--sector", word) == ["kenya-bpo", "togo-bpo"], word
    assert ids("list", "pledges", "--sector", "centres d'appels") == ["togo-centres"]
    both = ["kenya-bpo", "togo-bpo", "togo-centres"]
    assert ids("list", "pledges", "--sector", "bpo,call_centres") == both
    assert ids("pledges", "--sector", "bpo", "--sector", "call_centres") == both
    assert ids("pledges", "TG", "--sector", "bpo") == ["togo-bpo"]
    assert ids("pledges", "Africa", "--sector", "bpo", "--overdue") == ["kenya-bpo", "togo-bpo"]
    assert ids("list", "reports", "--sector", "bpo") == ["togo-bpo-held"]
    assert ids("timeline", "--country", "TG", "--sector", "bpo") == ["togo-bpo", "togo-bpo due", "togo-bpo-held"]
    assert ids("list", "pledges", "--sector", "ict") == []


def test_an_answer_says_of_which_sector_it_is() -> None:
    assert ask("list", "pledges", "TG", "--sector", "bpo", "-f", "table").out.startswith("1 promise: Togo, BPO\n")
    french = ask("--lang", "fr", "pledges", "TG", "--sector", "call_centres", "-f", "table").out
    assert french.startswith("1 promesse\N{NO-BREAK SPACE}: Togo, centres d’appels")


def test_a_sector_that_is_none_and_a_list_that_has_none_are_told() -> None:
    answer = ask("list", "pledges", "--sector", "bpoo")
    assert (answer.code, answer.out, answer.err) == (4, "", "ocdb: --sector has no value bpoo\n  Did you mean bpo?\n")
    answer = ask("list", "sites", "--sector", "bpo")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("ocdb: --sector doesn't fit sites\n")


def test_nothing_fits_a_sector_and_an_employer_and_the_answer_says_why() -> None:
    why = "Only figures that name no employer have a sector: leave out the operator, the site or the sector"
    for command in (["list", "pledges"], ["pledges"], ["list", "reports"], ["timeline"]):
        assert why in ask(*command, "--operator", "alpha", "--sector", "bpo").err, command
        assert why not in ask(*command, "--operator", "alpha").err, command
        assert why not in ask(*command, "--country", "MA", "--sector", "ict").err, command


@each(
    "line, candidates",
    [
        ("list pledges --sector off", ["offshore_call_centres", "offshore_bpo", "offshoring"]),
        ("list reports --sector it", ["it_services"]),
        ("pledges --sector bpo", ["bpo"]),
        ("timeline --sector ca", ["call_centres"]),
        ("list sites --sector ", []),
    ],
)
def test_sectors_are_completed(line: str, candidates: list[str]) -> None:
    assert completed(line, database=world()) == candidates


def test_programs_ask_by_sector_where_something_has_one() -> None:
    with ocdb_.open(str(world())) as database:
        asked: list[Any] = [database.ledger(sector="bpo"), database.list("pledges", sector=["bpo"])]
        assert [sorted(row["id"] for row in one.data) for one in asked] == [["kenya-bpo", "togo-bpo"]] * 2
    having = {route.path for route in routes() if any(one.name == "sector" for one in route.parameters)}
    assert having == {"ledger", "timeline", "list/pledges", "list/reports"}
    takes = {tool.name for tool in tools() if "sector" in tool.takes.model_fields}
    assert takes == {"list_records", "ledger", "timeline"}
    assert json.loads(ask("pledges", "--sector", "ict", "-f", "json").out) == []


def test_the_promise_tracker_is_narrowed_by_sector() -> None:
    client = TestClient(application(Readers(lambda: open_reader(world())), Site("", "2026-11-30", live=True)))
    for address, row in (
        ("en/promises/", "Sector (no employer named)"),
        ("fr/promesses/TG/", "Secteur (sans employeur nommé)"),
    ):
        shown = client.get(f"/{address}").text
        assert f">{row}</span>" in shown, address
    assert "promesses/TG/call_centres/" in client.get("/fr/promesses/TG/").text
    assert "promises/KE/call_centres/" not in client.get("/en/promises/KE/").text
    shown = client.get("/en/promises/all/bpo/").text
    assert "<h1>Promises, BPO</h1>" in shown
    assert "2 promises: BPO (" in shown
    assert "promises/KE/bpo/" in shown
    assert "promises/africa/bpo/" in shown
    assert "promises/maghreb/bpo/" not in shown  # it has none
    assert {row["id"] for row in client.get("/data/pledges/africa/bpo.json").json()} == {"kenya-bpo", "togo-bpo"}
    assert client.get("/en/promises/TG/nothing/").status_code == HTTPStatus.NOT_FOUND
    assert client.get("/data/pledges/TG/nothing.json").status_code == HTTPStatus.NOT_FOUND
