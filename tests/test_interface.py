"""The JSON interface: it answers as its description says, within bounds, and as the command line does."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from ocdb.web.interface import MOST, PREFIX, routes
from ocdb.web.openapi import description
from tests.commands import five_articles, ocdb
from tests.sites import asking

# Names and dates are any text to a schema: that one isn't known, or no date, is an error of a question that fits it.
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
    negative_data_rejection,
]  # fmt: skip
# Those that the quick run tries; the others are made in the same way.
QUICK = ("/codes/{list}", "/operator/{name}", "/search")


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with asking(five_articles()) as found:
        yield found


def told(client: TestClient, path: str) -> dict[str, object]:
    answer = client.get(f"/{PREFIX}{path}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["access-control-allow-origin"] == "*"
    found: dict[str, object] = answer.json()
    return found


def printed(*arguments: str) -> object:
    return json.loads(ocdb(*arguments, "-f", "json").out)


@pytest.mark.parametrize(
    ("path", "arguments"),
    [
        ("jobs?country=Togo", ["jobs", "--country", "Togo"]),
        ("losses", ["losses"]),
        ("delivery?by=operator", ["delivery", "--by", "operator"]),
        ("list/sites?country=TG&country=MA", ["list", "sites", "--country", "TG,MA"]),
        ("list/pledges?sort=-low&columns=id,low", ["list", "pledges", "--sort=-low", "--columns", "id,low"]),
        ("ledger?verdict=no_evidence&overdue=true", ["pledges", "--verdict", "no_evidence", "--overdue"]),
        ("timeline?country=TG&since=2020", ["timeline", "--country", "TG", "--since", "2020"]),
        ("operator/Webhelp", ["show", "Webhelp"]),
        ("compare?of=MA&of=TG", ["compare", "MA", "TG"]),
        ("search?q=oujda", ["search", "oujda"]),
        ("coverage", ["coverage"]),
        ("conflicts", ["conflicts"]),
        ("evidence?country=TG", ["evidence", "TG"]),
    ],
)
def test_an_answer_has_the_data_that_the_command_line_prints(
    client: TestClient, path: str, arguments: list[str]
) -> None:
    assert told(client, path)["data"] == printed(*arguments)


def test_a_list_leads_on_until_all_rows_were_there(client: TestClient) -> None:
    found, path = [], "list/events?limit=7"
    while path:
        answer = told(client, path)
        assert isinstance(answer["data"], list)
        assert 0 < len(answer["data"]) <= 7
        found += answer["data"]
        following = urlsplit(str(answer["next"] or ""))
        path = f"{following.path.removeprefix(f'/{PREFIX}')}?{following.query}" if answer["next"] else ""
    assert found == printed("list", "events")


def test_title_and_notes_are_in_the_language_that_is_asked_for_and_data_in_none(client: TestClient) -> None:
    english, french = told(client, "jobs?country=TG"), told(client, "jobs?country=TG&lang=fr")
    assert english["title"] != french["title"]
    assert english["data"] == french["data"]


@pytest.mark.parametrize(
    ("path", "code", "error"),
    [
        ("nothing", 404, "no such question"),
        ("operator/nobody-at-all", 404, "nobody-at-all"),
        ("country/webhelp", 404, "of another kind"),
        ("codes/nothing", 404, "no such code list"),
        ("list/sites?limit=0", 400, "limit"),
        (f"list/sites?limit={MOST + 1}", 400, "limit"),
        ("list/sites?status=x", 404, "x"),
        ("jobs?basis=nobody", 400, "basis"),
        ("jobs?verdict=missed", 400, "no parameter verdict"),
        ("ledger?overdue=yes", 400, "overdue"),
        ("timeline?since=then", 400, "then"),
        ("compare", 400, "of is missing"),
        ("search?q=" + "a" * 3000, 400, "too long"),
    ],
)
def test_an_error_says_what_is_wrong(client: TestClient, path: str, code: int, error: str) -> None:
    answer = client.get(f"/{PREFIX}{path}")
    assert answer.status_code == code
    assert error in answer.json()["error"]
    assert set(answer.json()) == {"error", "hint"}
    assert "--" not in answer.json()["error"]


def test_other_methods_are_refused_as_json(client: TestClient) -> None:
    answer = client.post(f"/{PREFIX}jobs")
    assert (answer.status_code, answer.headers["allow"], answer.json()["hint"]) == (405, "GET, HEAD", "")


def test_an_answer_that_a_client_has_isnt_sent_again(client: TestClient) -> None:
    first = client.get(f"/{PREFIX}jobs")
    again = client.get(f"/{PREFIX}jobs", headers={"If-None-Match": f'W/"x", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")


def test_the_description_names_each_question_and_each_of_its_parameters_once() -> None:
    paths = description()["paths"]
    assert list(paths) == [f"/{question.path}" for question in routes()]
    for path, operation in paths.items():
        names = [parameter["name"] for parameter in operation["get"]["parameters"]]
        assert len(names) == len(set(names)), path
        assert all(parameter["description"] for parameter in operation["get"]["parameters"]), path
    kinds = [parameter["name"] for parameter in paths["/list/claims"]["get"]["parameters"]]
    assert "since" not in kinds  # claims have no date


def test_the_page_about_it_is_in_both_languages(client: TestClient) -> None:
    for language, word in (("en", "Promised jobs"), ("fr", "Emplois promis")):
        page = client.get(f"/{language}/api/").text
        assert word in page
        assert all(f"/{PREFIX}{question.path}<" in page for question in routes())
    assert client.get("/api/", headers={"Accept-Language": "fr"}).headers["location"] == "../fr/api/"


def hold(path: Path, only: tuple[str, ...], examples: int) -> None:
    """Ask as the description lets, and as it doesn't, and hold the answers to it."""
    with asking(path) as client:
        schema = schemathesis.openapi.from_asgi(f"/{PREFIX}openapi.json", client.app)
        for found in cast("Any", schema).get_all_operations():
            operation: Any = found.ok()
            if only and operation.path not in only:
                continue
            modes = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]

            @settings(
                max_examples=examples, database=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
            )
            @given(case=st.one_of(modes))
            def ask(case: Any) -> None:
                case.call_and_validate(checks=CHECKS)

            ask()


def test_it_is_as_described() -> None:
    hold(five_articles(), QUICK, 4)


@pytest.mark.slow
def test_all_of_it_is_as_described() -> None:
    hold(five_articles(), (), 60)
