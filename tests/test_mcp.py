"""`ocdb mcp`: the questions as tools, asked with the package's own client."""

import json
import sys
from collections.abc import Callable, Coroutine
from importlib import util
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters, types

import ocdb
from ocdb import release
from ocdb.answers.questions.asked import Date
from ocdb.api.database import Database
from ocdb.mcp import server as serving
from ocdb.mcp.reply import FEW, LONGEST, PASSAGES
from tests.cases import each
from tests.commands import five_articles
from tests.commands import ocdb as command
from tests.travelling import FIVE_ARTICLES

TOGO = FIVE_ARTICLES[0].read_text("utf-8")


def _opened(as_of: Date | None = None) -> Database:
    return ocdb.open(five_articles(), as_of=as_of, lang="en")


def asked(ask: Callable[[Client], Coroutine[Any, Any, Any]], server: Any = None) -> Any:
    """Return what a client is answered by a server, by default one in this process."""

    async def run() -> Any:
        async with Client(server or serving.server(_opened)) as client:
            return await ask(client)

    return anyio.run(run)


def called(tool: str, **arguments: Any) -> Any:
    """Return the result of a call."""
    return asked(lambda client: client.call_tool(tool, arguments))


def answered(tool: str, **arguments: Any) -> dict[str, Any]:
    """Return the reply to a call that must succeed; as text it is the same."""
    result = called(tool, **arguments)
    assert not result.is_error, result.content[0].text
    reply: dict[str, Any] = result.structured_content
    assert json.loads(result.content[0].text) == reply
    return reply


def known(value: Any) -> Any:
    """Return a value without what is unknown in it."""
    if isinstance(value, dict):
        return {name: known(one) for name, one in value.items() if one is not None}
    return [known(one) for one in value] if isinstance(value, list) else value


# --- the tools ----------------------------------------------------------------------------------------------------


def test_every_tool_only_reads_and_says_what_it_takes() -> None:
    tools = asked(lambda client: client.list_tools()).tools
    assert [tool.name for tool in tools] == [
        "search", "show", "list_records", "jobs", "losses", "ledger", "delivery", "timeline", "compare", "conflicts",
        "coverage", "evidence", "review", "views", "sql", "check_fixture", "verify_text",
    ]  # fmt: skip
    for tool in tools:
        assert tool.description, tool.name
        assert (tool.annotations.read_only_hint, tool.annotations.open_world_hint) == (True, False)
        assert tool.input_schema["additionalProperties"] is False
        assert all(argument.get("description") for argument in tool.input_schema["properties"].values()), tool.name


def test_the_model_is_told_how_to_read_the_answers() -> None:
    async def told(client: Client) -> str:
        return str(client.instructions)

    instructions = asked(told)
    for rule in ("promise is not a fact", "Don't add rows up", "Silence is not failure", "Cite what you say"):
        assert rule in instructions


def test_what_tools_take_is_described_in_french_too() -> None:
    tools = asked(lambda client: client.list_tools(), serving.server(_opened, "fr")).tools
    (jobs,) = [tool for tool in tools if tool.name == "jobs"]
    assert jobs.input_schema["properties"]["country"]["description"].startswith("Code ou nom")


# --- answers ------------------------------------------------------------------------------------------------------


def test_an_answer_has_its_data_its_passages_and_how_much_was_read() -> None:
    reply = answered("jobs", names=["Togo"])
    printed = command("jobs", "Togo", "-f", "json", database=five_articles())
    assert reply["title"] == "Togo, promised by operators: 500 new jobs"
    assert reply["data"] == known(json.loads(printed.out))
    assert reply["cut"] == []
    assert set(printed.err.splitlines()) <= set(reply["notes"])
    assert reply["notes"][-1] == "From 5 articles read so far; see ocdb coverage"
    passage = reply["citations"][0]
    assert passage["claim"] == "vipp-interstis-lome-2020-500"
    assert {"publisher", "published", "paragraph", "url"} <= set(passage)


EVERY: list[tuple[str, dict[str, Any]]] = [
    ("search", {"phrase": ["oujda"]}),
    ("show", {"name": "Webhelp"}),
    ("list_records", {"kind_of_record": "sites", "country": ["TG", "MA"]}),
    ("losses", {"by": "country"}),
    ("ledger", {"country": "TG", "verdict": "no_evidence"}),
    ("delivery", {"by": "operator"}),
    ("timeline", {"since": 2020}),
    ("compare", {"names": ["Morocco", "Togo"]}),
    ("conflicts", {"open": True}),
    ("coverage", {"names": "MA"}),
    ("evidence", {"names": "MA"}),
    ("review", {"months": 36}),
    ("sql", {"statement": "SELECT id FROM v_sites WHERE country = :c", "parameters": {"c": "TG"}}),
    ("jobs", {"as_of": 2012, "operator": "Webhelp"}),
]


@pytest.mark.slow
def test_every_question_is_answered_with_how_much_was_read_and_within_bounds() -> None:
    async def all_of(client: Client) -> list[Any]:
        return [await client.call_tool(tool, arguments) for tool, arguments in EVERY]

    for (tool, _arguments), result in zip(EVERY, asked(all_of), strict=True):
        assert not result.is_error, (tool, result.content[0].text)
        assert result.structured_content["notes"], tool
        assert any("read so far" in note for note in result.structured_content["notes"]), tool
        assert len(result.content[0].text) <= LONGEST


def test_what_is_cut_is_said_with_how_to_get_it() -> None:
    reply = answered("show", name="Webhelp", limit=1)
    assert len(reply["citations"]) <= PASSAGES
    assert "names: 1 of 2; narrow the question, or ask again with a higher limit (at most 200)" in reply["cut"]
    assert answered("list_records", kind_of_record="claims", limit=2)["notes"][0].startswith("Showing 2 of ")
    statement = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 5000) SELECT x FROM n"
    assert len(answered("sql", statement=statement)["data"]) == FEW


def test_values_that_json_has_no_word_for_are_text() -> None:
    (row,) = answered("sql", statement="SELECT 9e999 AS much, x'00ff' AS raw, NULL AS unknown")["data"]
    assert row == {"much": "inf", "raw": "00ff"}


# --- what is wrong ------------------------------------------------------------------------------------------------

WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("nothing", {}, "there is no tool nothing"),
    ("show", {}, "show: name: Field required"),
    ("jobs", {"contry": "TG"}, "jobs: contry: Extra inputs are not permitted"),
    ("jobs", {"limit": "many"}, "jobs: limit: Input should be a valid integer"),
    ("jobs", {"limit": 10**9}, "jobs: limit: Input should be less than or equal to 200"),
    ("jobs", {"country": {"a": [1]}}, "jobs: country: Input should be a valid string"),
    ("jobs", {"country": "x" * 100_000}, "jobs: country: String should have at most 1000 characters"),
    ("jobs", {"country": ["MA"] * 1_000}, "jobs: country: Input should be a valid string / List should have at most"),
    ("jobs", {"country": []}, "country is empty"),
    ("jobs", {"basis": "mine"}, "jobs: basis: Input should be 'operator', 'government'"),
    ("jobs", {"names": ["<script>alert(1)</script>"]}, "there is no record <script>"),
    ("jobs", {"names": ["\x1b[31m"]}, "there is no record"),
    ("jobs", {"names": ["\ud800"]}, "jobs: names: Input should be a valid string"),
    ("list_records", {"kind_of_record": "secrets"}, "there are no secrets"),
    ("list_records", {"kind_of_record": "sites", "columns": "id; DROP TABLE claim"}, "sites have no column"),
    ("sql", {"statement": "DELETE FROM claim"}, "the statement would do more than read"),
    ("sql", {"statement": "SELECT 1; DROP TABLE claim"}, "there is more than one statement"),
    ("sql", {"statement": "ATTACH '/tmp/x' AS x"}, "the statement would do more than read"),
    ("sql", {"statement": "SELECT hex(zeroblob(100000))"}, "the answer is too large"),
    ("sql", {"statement": "SELECT :x", "parameters": {"x": [1]}}, "sql: parameters: Input should be"),
    ("check_fixture", {"fixture": 5}, "check_fixture: fixture: Input should be a valid string"),
    ("verify_text", {"fixture": "a: [", "text": "x"}, "fixture.yaml:2:1: error broken-yaml"),
]


def test_what_is_wrong_is_told_to_the_model() -> None:
    async def all_of(client: Client) -> list[Any]:
        return [await client.call_tool(tool, arguments) for tool, arguments, _message in WRONG]

    for (tool, _arguments, message), result in zip(WRONG, asked(all_of), strict=True):
        (content,) = result.content
        assert result.is_error, tool
        assert content.text.startswith(message), content.text
        assert len(content.text) < 3_000
        assert "\x1b" not in content.text


def test_a_fault_of_ours_is_told_without_its_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Database, "articles_read", lambda _self: 1 / 0)
    result = called("coverage")
    assert (result.is_error, result.content[0].text) == (True, "unexpected error in coverage; this is a bug in ocdb")


# --- for curators -------------------------------------------------------------------------------------------------


def test_a_fixture_is_checked_with_lines_and_nothing_is_written() -> None:
    fine = answered("check_fixture", fixture=TOGO)
    assert (fine["title"], fine["data"]) == ("0 errors, 0 warnings", [])
    wrong = answered("check_fixture", fixture=TOGO.replace("publisher: Cio Mag", "publisher: [Cio Mag"))
    assert wrong["title"].startswith("1 error")
    (problem,) = wrong["data"]
    assert (problem["file"], problem["code"]) == ("fixture.yaml", "broken-yaml")
    assert problem["line"] > 1


ARTICLE = "VIPP Interstis comes to Lomé.\n\nIt will create 500 jobs there.\n"
FIXTURE = """
source:
  id: press-2020-01-30-lome
  publisher: Press
  published: 2020-01-30
  language: en
  sha256: {hash}
pledges:
  - id: press-2020-lome-500
    cite: [1, 2]
    operators: vipp-interstis
    at: tg-lome
    figure: {figure}
    measure: jobs
    reading: additional
    basis: operator
    firmness: announcement
    announced: 2020-01-30
"""


@each(("figure", "verified", "missing"), [(500, 1, []), (700, 0, ["700 isn't there"])])
def test_a_text_is_held_against_its_fixture(figure: int, verified: int, missing: list[str]) -> None:
    from ocdb.curation.evidence import digest  # noqa: PLC0415  its neighbours are slow to import

    fixture = FIXTURE.format(hash=digest(ARTICLE), figure=figure)
    reply = answered("verify_text", fixture=fixture, text=ARTICLE)
    assert reply["data"]["totals"]["verified"] == verified
    assert [reason for claim in reply["data"]["not_verified"] for reason in claim["missing"]] == missing
    assert [claim["at"] for claim in reply["data"]["not_verified"]] == ["fixture.yaml:9"] * len(missing)
    assert reply["notes"] == []


def test_another_version_of_a_text_is_held_against_it_and_told() -> None:
    reply = answered("verify_text", fixture=FIXTURE.format(hash="0" * 64, figure=500), text=ARTICLE)
    assert reply["data"]["totals"]["verified"] == 1
    assert reply["notes"][0].startswith("The hash of the text is ")


# --- resources ----------------------------------------------------------------------------------------------------


def test_views_codes_and_the_guide_can_be_read_up() -> None:
    async def read(client: Client) -> list[str]:
        listed = (await client.list_resources()).resources
        found = [await client.read_resource(resource.uri) for resource in listed]
        return [one.contents[0].text for one in found if isinstance(one.contents[0], types.TextResourceContents)]

    views, codes, guide = asked(read)
    assert guide == command("schema", "--guide", database=None).out
    assert "## v_pledges\n" in views
    assert "- closure (" in codes


# --- the command --------------------------------------------------------------------------------------------------


def test_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(util, "find_spec", lambda _name: None)
    answer = command("mcp", database=five_articles())
    assert (answer.code, answer.err) == (2, f"ocdb: mcp isn't installed\n  Install it: {release.install('mcp')}\n")


def test_a_database_that_is_not_there_is_told_before_a_client_waits(tmp_path: Path) -> None:
    assert command("mcp", database=tmp_path / "none.sqlite").code == 3


@pytest.mark.slow
def test_a_client_asks_the_command_over_standard_input_and_output() -> None:
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "ocdb", "--db", str(five_articles()), "--lang", "fr", "mcp"],
        env={"PYTHONPATH": str(Path(ocdb.__file__).parents[1])},
    )
    result = asked(lambda client: client.call_tool("jobs", {"names": ["Togo"]}), server)
    assert (
        result.structured_content["title"] == "Togo, promesses des opérateurs\N{NO-BREAK SPACE}: 500 nouveaux emplois"
    )
