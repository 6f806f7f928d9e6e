"""Categories of events: each kind belongs to one, and lists and the timeline ask by it."""

from functools import cache
from pathlib import Path

from ocdb.curation.checks import check
from ocdb.curation.corpus import gather
from ocdb.settings import resource
from tests.commands import loaded_text, ocdb
from tests.test_completion import completed

SOURCE = "source: {id: daily-2020, publisher: Le Quotidien, language: fr, published: 2022-02-02}\n"
# An event of each kind, and what else the timeline tells of gains and losses.
KINDS = {
    "opening": "gain", "inauguration": "gain", "expansion": "gain", "recruitment": "gain", "founding": "gain",
    "closure": "loss", "dismissal": "loss", "suspension": "loss",
    "relocation": "move",
    "strike": "labour", "court_ruling": "labour",
    "agreement": "deal", "negotiation": "deal", "contract_won": "deal", "contract_ended": "deal",
    "project": "policy",
    "press_conference": "gathering", "trade_show": "gathering", "exhibition": "gathering", "award": "gathering",
    "meeting": "gathering", "mission": "gathering",
}  # fmt: skip
OTHERS = """
operators:
- {id: alpha, name: Alpha}
sites:
- {id: alpha-lome, cite: 1, operator: alpha, at: tg-lome, status: open, opened: 2019}
- {id: alpha-kara, cite: 1, operator: alpha, at: TG, status: closed, closed: 2018}
pledges:
- {id: alpha-9, cite: 1, operators: alpha, at: TG, figure: 9, measure: jobs, basis: operator, announced: 2021}
reports:
- {id: alpha-new, cite: 1, operators: alpha, at: TG, kind: created, figure: 5, measure: jobs, basis: operator,
   as_of: 2020}
- {id: alpha-held, cite: 1, operators: alpha, at: TG, kind: held, figure: 5, measure: jobs, basis: operator,
   as_of: 2021}
losses:
- {id: alpha-lost, cite: 1, operators: alpha, at: TG, figure: 5, measure: jobs, basis: operator, status: planned,
   date: 2021}
developments:
- {id: alpha-lost-indeed, cite: 2, concerns: alpha-lost, status: happened, date: 2021-05}
- {id: alpha-lome-shut, cite: 2, concerns: alpha-lome, status: closed}
- {id: strike-off, cite: 2, concerns: a-strike, status: cancelled, date: 2021}
"""


def events() -> str:
    told = "status: planned, summary: It is to be., date: 2022"
    return "events:\n" + "".join(f"- {{id: a-{slug(kind)}, cite: 1, kind: {kind}, {told}}}\n" for kind in KINDS)


def slug(kind: str) -> str:
    return kind.replace("_", "-")


@cache
def world() -> Path:
    return loaded_text(SOURCE + events() + OTHERS)


def columns(*arguments: str) -> list[list[str]]:
    answer = ocdb(*arguments, database=world())
    assert answer.code == 0, answer.err
    return sorted(answer.rows)


def test_each_kind_of_event_belongs_to_a_category_and_each_category_has_one() -> None:
    assert dict(columns("list", "events", "--columns", "kind,category")) == KINDS
    codes = dict(columns("sql", "SELECT code, category FROM v_codes WHERE list = 'event_kind'"))
    assert codes == KINDS
    listed = columns("sql", "SELECT code FROM v_codes WHERE list = 'event_category'")
    assert {code for (code,) in listed} == set(KINDS.values())


def test_events_are_listed_by_category_by_its_code_or_either_label() -> None:
    losses = [["a-closure"], ["a-dismissal"], ["a-suspension"]]
    for word in ("loss", "Perte"):
        assert columns("list", "events", "--columns", "id", "--category", word) == losses
    labour = [["a-court-ruling"], ["a-strike"]]
    both = columns("list", "events", "--columns", "id", "--category", "conflit social", "--category", "loss")
    assert both == sorted(losses + labour)


def test_the_timeline_tells_gains_and_losses_of_sites_and_jobs_too() -> None:
    told = {
        category: {row[0] for row in columns("timeline", "--columns", "id", "--category", category)}
        for category in ("gain", "loss", "labour")
    }
    assert told["gain"] >= {"a-opening", "alpha-lome opened", "alpha-new"}
    assert told["loss"] >= {"a-closure", "alpha-kara closed", "alpha-lost"}
    assert told["labour"] == {"a-court-ruling", "a-strike", "a-strike first"}
    assert not {"alpha-9", "alpha-held"} & set().union(*told.values())


def test_a_category_that_is_none_and_a_list_that_has_none_are_told() -> None:
    answer = ocdb("list", "events", "--category", "los", database=world())
    assert (answer.code, answer.out, answer.err) == (4, "", "ocdb: --category has no value los\n  Did you mean loss?\n")
    answer = ocdb("list", "sites", "--category", "loss", database=world())
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("ocdb: --category doesn't fit sites\n")


def test_categories_are_completed() -> None:
    for command in ("list events", "timeline"):
        assert completed(f"{command} --category l", database=world()) == ["loss", "labour"]


def test_a_kind_of_one_s_own_needs_a_category_that_is_listed(tmp_path: Path) -> None:
    def told(more: str) -> list[tuple[str, str]]:
        kind = f"{{id: hoax, label_en: hoax, label_fr: canular, definition: A lie.{more}}}"
        (tmp_path / "own.yaml").write_text(f"codes:\n  event_kind:\n  - {kind}\n", "utf-8")
        return [(one.code, one.field) for one in check(gather([tmp_path], around=[resource("seeds")]))]

    assert told("") == [("missing-field", "codes.event_kind[1].category")]
    assert told(", category: deals") == [("unknown-code", "codes.event_kind[1].category")]
    assert told(", category: deal") == []
