"""Searches for what came of promises: stored, told where a promise is shown, and weighed in the work list."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from ocdb.curation.corpus import gather
from ocdb.opening.reader import open_reader
from ocdb.settings import resource
from ocdb.web.app import application
from ocdb.web.page import Site
from ocdb.web.readers import Readers
from scripts.import_searches import merged
from tests.commands import loaded_text, ocdb

FIELDS = "at: TG, figure: 5, measure: jobs, basis: operator, operators: alpha, due: {due}, due_basis: stated"
PLEDGE = "- {{id: {slug}, cite: [], {fields}}}\n"
ARTICLE = """source: {id: press, publisher: Press, language: fr, published: 2010-01-01}
operators: [{id: alpha, name: Alpha}]
pledges:
"""
DUE = {"oldest": 2011, "older": 2012, "young": 2013, "found": 2014}
SEARCHES = """searches:
- {id: s1, on: 2026-05-30, words: Alpha emplois, where: Pages, languages: [fr, en], countries: TG, hits: 9, for: oldest}
- {id: s2, on: 2020-05-30, words: Alpha lost, where: Pages, for: older}
- {id: s3, on: 2026-06-30, words: Alpha found, where: Pages, used: press, for: [found, oldest-not]}
"""
TODAY = {"OCDB_TODAY": "2026-11-30"}


@cache
def world() -> Path:
    pledges = "".join(PLEDGE.format(slug=slug, fields=FIELDS.format(due=due)) for slug, due in DUE.items())
    return loaded_text(ARTICLE + pledges, SEARCHES.replace(", oldest-not", ""))


def asked(*arguments: str) -> Any:
    return json.loads(ocdb(*arguments, "-f", "json", database=world(), env=TODAY).out)


def test_a_search_is_stored_with_what_it_was_for_and_what_came_of_it() -> None:
    columns = "searched, words, outlet, languages, countries, hits, used, pledges"
    found = asked("sql", f"SELECT {columns} FROM v_searches ORDER BY id")
    assert [tuple(row.values()) for row in found] == [
        ("2026-05-30", "Alpha emplois", "Pages", "fr; en", "TG", 9, 0, 1),
        ("2020-05-30", "Alpha lost", "Pages", None, None, None, 0, 1),
        ("2026-06-30", "Alpha found", "Pages", None, None, None, 1, 1),
    ]


def test_a_promise_says_when_it_was_searched_for_and_that_nothing_was_found() -> None:
    silent = ocdb("show", "oldest", "-f", "md", database=world(), env=TODAY).out
    assert "| 30 May 2026 | Alpha emplois | Pages | 9 | nothing found |" in silent
    assert "Searched for on 30 May 2026: nothing found" in silent
    found = ocdb("show", "found", "-f", "md", database=world(), env=TODAY).out
    assert "Searched for on 30 June 2026: articles of use were found" in found
    assert "Searched for" not in ocdb("show", "young", "-f", "md", database=world(), env=TODAY).out
    assert [row["search"] for row in asked("show", "oldest")["searches"]] == ["s1"]


def test_its_page_says_so_too() -> None:
    client = TestClient(application(Readers(lambda: open_reader(world())), Site("", "2026-11-30", live=True)))
    assert "nothing found" in client.get("/en/promise/oldest/").text
    assert "rien trouvé" in client.get("/fr/promesse/oldest/").text


def test_coverage_counts_the_promises_that_were_searched_for() -> None:
    expected = [{"country": "TG", "promises": 4, "searched": 3, "nothing": 2}]
    assert asked("coverage")["follow"] == asked("coverage", "Togo")["follow"] == expected
    assert asked("coverage", "Benin")["follow"] == []


def test_an_overdue_promise_that_was_searched_for_lately_in_vain_comes_last() -> None:
    found = asked("review", "--kind", "overdue_pledge")
    assert [row["id"] for row in found] == ["older", "young", "found", "oldest"]
    assert found[0]["what"].endswith("(searched for on 30 May 2020: nothing found)")
    soon = asked("review", "--kind", "overdue_pledge", "--months", "3")
    assert soon[0]["id"] == "oldest"


def test_a_search_is_known_from_its_day_on() -> None:
    assert asked("sql", "--as-of", "2025", "SELECT id FROM v_searches") == [{"id": "s2"}]


def test_a_search_for_what_is_no_promise_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(SEARCHES, "utf-8")
    found = json.loads(ocdb("check", tmp_path, "-f", "json", database="").out)
    assert {one["field"] for one in found} == {
        "searches[1].for[1]", "searches[2].for[1]", "searches[3].for[1]", "searches[3].for[2]", "searches[3].used[1]",
    }  # fmt: skip


LOG: list[dict[str, Any]] = [
    {"words": "Webhelp Agadir 400", "on": "2026-11-30", "where": "Pages", "countries": ["MA"], "hits": 9, "used": [],
     "for": ["webhelp-agadir-2011-400"]},
    {"words": "Webhelp Agadir", "on": "2026-11-30", "where": "Pages", "countries": ["MA", "XX"], "used": ["not-yet"],
     "for": ["webhelp-agadir-2011-400"]},
    {"words": "السودان", "on": "2026-11-30", "where": "Pages", "countries": ["SD"], "used": [], "for": []},
]  # fmt: skip


def test_a_log_is_imported_and_nothing_seems_searched_in_vain_that_was_not() -> None:
    corpus = gather([resource("seeds"), resource("fixtures")])
    found, left_out = merged([], LOG, corpus)
    assert left_out == ["not-yet", "XX"]
    assert [(one["id"], one.get("for")) for one in found] == [
        ("search-2026-11-30-sd", None),
        ("search-2026-11-30-webhelp-agadir", None),
        ("search-2026-11-30-webhelp-agadir-400", ["webhelp-agadir-2011-400"]),
    ]
    later = [LOG[0] | {"hits": 12}]
    again, _none = merged(found, later, corpus)
    assert [one.get("hits") for one in again] == [None, None, 12]
