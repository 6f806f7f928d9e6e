"""Losses: a kind of claim like the others, whose state later sources change."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from ocdb.answers.chart_of_losses import chart_of_losses
from ocdb.answers.listings import KINDS, LISTINGS
from ocdb.answers.scopes import Asked
from ocdb.answers.snapshot import KINDS as COMPARED
from ocdb.curation import records
from ocdb.curation.checks import check
from ocdb.curation.corpus import gather
from ocdb.kinds import CLAIMS, STATES
from ocdb.opening.reader import open_reader
from ocdb.render.chart.spec import spec
from ocdb.render.style import colours
from ocdb.schema import metadata
from ocdb.settings import resource
from ocdb.store.views import names
from ocdb.words.choices import RECORDS
from tests.cases import each
from tests.commands import flat, loaded_text, ocdb
from tests.worlds_of_losses import EARLY, LATE, losses


def listed(*arguments: str) -> list[dict[str, Any]]:
    """Return what `ocdb list` or another command prints as JSON, of the small world of losses."""
    answer = ocdb(*arguments, "-f", "json", database=losses())
    assert answer.code == 0, answer.err
    found: list[dict[str, Any]] = json.loads(answer.out)
    return found


def query(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


# --- one register of kinds ----------------------------------------------------------------------------------------


def test_each_kind_of_claim_has_its_shape_its_table_its_view_and_its_list() -> None:
    assert list(records.CLAIMS) == [kind.plural for kind in CLAIMS]
    for kind in CLAIMS:
        assert records.kind_of(records.CLAIMS[kind.plural]) == kind.name
        assert kind.table in metadata.tables, kind
        assert kind.view in names(), kind
        assert LISTINGS[kind.plural].view == kind.view
        assert kind.plural in COMPARED
        assert ("site" in records.CLAIMS[kind.plural].model_fields) == kind.at_site
    assert set(RECORDS) == set(KINDS)
    assert set(STATES) == {"site", "event", "loss", "investment", "succession"}


# --- state and date -----------------------------------------------------------------------------------------------


def test_a_loss_has_the_state_and_the_date_of_the_latest_source() -> None:
    shown = ("id", "status", "date", "first_status", "first_date", "standing")
    assert list(flat(listed("list", "losses", "--country", "CM"), *shown)) == [
        ("beta-seats-2019-80", "happened", "2019-01", None, None, "standing"),
        ("beta-douala-2019-40", "happened", "2020-02", "planned", "2019-12", "standing"),
    ]
    assert list(flat(listed("list", "losses", "--operator", "Beta", "--status", "cancelled"), *shown)) == [
        ("beta-togo-2019-60", "cancelled", "2020-06", "planned", None, "standing")
    ]


def test_a_plan_that_came_about_with_another_figure_is_superseded() -> None:
    found = {row["id"]: (row["status"], row["standing"]) for row in listed("list", "losses", "--place", "Lomé")}
    assert found == {
        "alpha-lome-2019-300": ("planned", "superseded"),
        "alpha-lome-2020-250": ("happened", "standing"),
    }


def test_as_of_an_earlier_day_a_loss_is_as_it_was_known_then() -> None:
    found = listed("list", "losses", "--country", "CM", "--as-of", "2020-12-31")
    assert {row["id"]: row["status"] for row in found}["beta-douala-2019-40"] == "planned"


def test_the_timeline_has_a_loss_when_it_was_announced_when_it_happens_and_when_it_was_planned_for() -> None:
    found = listed("timeline", "--country", "CM", "--country", "TG", "--until", "2020")
    assert list(flat(found, "id", "date", "status", "kind")) == [
        ("beta-seats-2019-80", "2019-01", "happened", "loss"),
        ("alpha-togo-2019-500", "2019/2022", "planned", "loss"),
        ("alpha-lome-2019-300 announced", "2019-03-04", "announced", "loss_announced"),
        ("beta-douala-2019-40 first", "2019-12", "planned", "loss"),
        ("alpha-lome-2019-300", "2020", "planned", "loss"),
        ("beta-douala-2019-40", "2020-02", "happened", "loss"),
        ("alpha-lome-2020-250", "2020-05", "happened", "loss"),
        ("beta-togo-2019-60", "2020-06", "cancelled", "loss"),
    ]


def test_a_loss_is_shown_with_what_later_sources_say_of_it_searched_cited_and_listed_with_its_operator() -> None:
    shown = json.loads(ocdb("show", "beta-douala-2019-40", "-f", "json", database=losses()).out)
    assert (shown["kind"], shown["record"]["figure"]) == ("loss", "40")
    assert [row["id"] for row in shown["developments"]] == ["beta-douala-gone"]
    of_beta = json.loads(ocdb("show", "Beta", "-f", "json", database=losses()).out)
    assert len(of_beta["losses"]) == 3
    assert [row["kind"] for row in listed("search", "loss", "seats")] == ["loss"]
    assert ocdb("cite", "beta-seats-2019-80", database=losses()).code == 0
    assert {row["kind"] for row in listed("list", "claims", "--operator", "alpha")} == {"loss"}


TWO = """
losses:
- {{id: told-60, cite: 1, operators: alpha, at: TG, status: happened, figure: 60, measure: jobs, basis: operator}}
- {{id: told-90, cite: 1, operators: alpha, at: TG, status: happened, figure: {{about: {figure}}}, measure: jobs,
   basis: operator, date: 2019-01, conflicts_with: told-60, preferred_because: It is the company's own.}}
"""


def test_losses_that_disagree_stand_side_by_side() -> None:
    answer = ocdb("conflicts", "--kind", "loss", "-f", "json", database=loaded_text(EARLY + TWO.format(figure=90)))
    (group,) = json.loads(answer.out)["groups"]
    assert list(flat(group["claims"], "id", "status", "figure", "measure", "date")) == [
        ("told-90", "preferred", "about 90", "jobs", "2019-01"),
        ("told-60", "set_aside", "60", "jobs", None),
    ]


def test_what_changed_of_a_loss_is_told_field_by_field() -> None:
    before, after = (loaded_text(EARLY + TWO.format(figure=figure)) for figure in (90, 95))
    found = json.loads(ocdb("diff", before, after, "--kind", "losses", "-f", "json").out)
    assert list(flat(found, "id", "field", "old", "new")) == [
        ("told-90", "figure", "about 90", "about 95"),
        (
            "told-90",
            "summary",
            "Alpha: loss of about 90 jobs in Togo",
            "Alpha: loss of about 95 jobs in Togo",
        ),
    ]


def test_a_loss_is_named_in_a_line_and_a_plan_as_one_until_a_later_source_says_that_it_happened() -> None:
    summaries = {row["id"]: row["summary"] for row in listed("list", "losses")}
    assert summaries["beta-douala-2019-40"] == "Beta: loss of 40 jobs in Cameroon"
    before = {row["id"]: row["summary"] for row in listed("list", "losses", "--as-of", "2019-12-31")}
    assert before["beta-douala-2019-40"] == "Beta: planned loss of 40 jobs in Cameroon"
    assert summaries["beta-seats-2019-80"] == "Beta: loss of 80 seats in Cameroon (closure)"
    assert summaries["union-togo-2021-900"] == "loss of at least 900 jobs in Togo"


# --- what waits for a curator -------------------------------------------------------------------------------------

CLOSING = """
sites:
- {id: alpha-lome, cite: 1, operator: alpha, at: tg-lome, status: open}
events:
- {id: alpha-closure, cite: 1, kind: closure, status: planned, summary: Alpha is to close., at: tg-lome, date: 2020-01}
losses:
- {id: by-event, cite: 1, operators: alpha, at: tg-lome, event: alpha-closure, status: planned, figure: 5,
   measure: jobs, basis: operator}
- {id: by-site, cite: 1, operators: alpha, at: tg-lome, site: alpha-lome, cause: closure, status: planned, figure: 6,
   measure: jobs, basis: operator}
- {id: passed, cite: 1, operators: alpha, at: tg-lome, status: planned, figure: 7, measure: jobs, basis: operator,
   date: 2020-06}
- {id: replaced, cite: 1, operators: alpha, at: tg-lome, status: planned, figure: 8, measure: jobs, basis: operator,
   date: 2020-06}
"""
CLOSED = """
losses:
- {id: replacing, cite: 1, operators: alpha, at: tg-lome, status: happened, figure: 8, measure: jobs, basis: operator,
   date: 2020-07, revises: replaced}
developments:
- {id: closed, cite: 1, concerns: alpha-lome, status: closed, date: 2020-02}
- {id: closure-done, cite: 1, concerns: alpha-closure, status: happened, date: 2020-02}
"""


def test_planned_losses_wait_for_a_curator_once_their_day_has_passed_or_other_claims_show_them() -> None:
    path = loaded_text(EARLY + CLOSING, LATE + CLOSED)
    answer = ocdb("review", "-f", "json", database=path, env={"OCDB_TODAY": "2021-12-31"})
    work = [row for row in json.loads(answer.out) if row["record"] == "loss"]
    assert list(flat(work, "kind", "id", "search_en")) == [
        ("missing_development", "by-event", "Alpha Lomé Togo jobs lost"),
        ("missing_development", "by-site", "Alpha Lomé Togo closure layoffs"),
        ("passed_plan", "passed", "Alpha Lomé Togo jobs lost"),
    ]


# --- checks -------------------------------------------------------------------------------------------------------

ONE = """
sites:
- {{id: alpha-lome, cite: 1, operator: alpha, at: tg-lome, status: open}}
losses:
- {{id: small, cite: 1, operators: alpha, at: TG, status: happened, figure: 5, measure: jobs, basis: operator}}
- {{id: one, cite: 1, operators: alpha, {fields}}}
"""
PLAIN = {"at": "TG", "status": "happened", "figure": "50", "measure": "jobs", "basis": "operator"}


@each(
    ("fields", "code"),
    [
        ({}, None),
        ({"measure": "hires"}, "unknown-code"),
        ({"cause": "fired"}, "unknown-code"),
        ({"date": "2030"}, "happened-before-it-could"),
        ({"status": "planned", "announced": "2019-03", "date": "2018"}, "due-before-announced"),
        ({"part_of": "one"}, "circle"),
        ({"revises": "one"}, "circle"),
        ({"part_of": "small"}, "tranche-larger-than-whole"),
        ({"conflicts_with": "small"}, "unsettled-conflict"),
        ({"site": "alpha-lome", "at": "CM"}, "site-elsewhere"),
    ],
)
def test_a_loss_is_checked_as_other_figures_are(fields: dict[str, str], code: str | None, tmp_path: Path) -> None:
    written = ", ".join(f"{name}: {value}" for name, value in (PLAIN | fields).items())
    (tmp_path / "one.yaml").write_text(EARLY + ONE.format(fields=written), "utf-8")
    found = check(gather([resource("seeds"), tmp_path]))
    assert {problem.code for problem in found if problem.severity == "error"} == ({code} if code else set())


def test_a_whole_takes_in_older_losses_that_do_not_name_it() -> None:
    whole = "losses:\n- {id: whole, cite: 1, operators: alpha, at: TG, status: happened, figure: 90, measure: jobs,"
    path = loaded_text(EARLY + CLOSING, LATE + whole + " basis: operator, contains: [passed, replaced]}\n")
    assert dict(query(path, "SELECT id, part_of FROM v_losses WHERE part_of IS NOT NULL")) == {
        "passed": "whole",
        "replaced": "whole",
    }


# --- as a picture -------------------------------------------------------------------------------------------------


def test_a_chart_of_losses_has_what_happened_and_what_is_planned_and_says_what_it_leaves_out() -> None:
    answer = ocdb("chart", "--losses", "--by", "country", database=losses(), columns=80)
    assert [line.split("█")[0].split() + line.split()[-1:] for line in answer.lines[2:5]] == [
        ["Togo", "lost", "450"], ["to", "be", "lost", "300"], ["Cameroon", "lost", "40"],
    ]  # fmt: skip
    assert "Not drawn: seats lost (1)." in answer.lines
    years = listed("chart", "--losses")
    assert [(row["year"], row["line"], row["low"]) for row in years["groups"]] == [  # type: ignore[call-overload]
        ("2020", "happened", 290), ("2021", "happened", 200), (None, "happened", 490), (None, "planned", 300),
    ]  # fmt: skip
    seats = ocdb("chart", "--losses", "--line", "seats", "--lang", "fr", database=losses(), columns=80)
    assert "2019 perdus" in seats.out
    wrong = ocdb("chart", "--losses", "--line", "hires", database=losses())
    assert (wrong.code, wrong.err.splitlines()[0]) == (2, "ocdb: --line: job losses aren't counted in hires")


def test_a_picture_of_losses_is_drawn_in_their_own_colour_with_an_arrow_where_the_end_is_open() -> None:
    with closing(open_reader(losses())) as reader:
        drawn = spec(chart_of_losses(reader, Asked(), "country"))
    layers = {layer["name"]: layer for layer in drawn["layer"]}
    assert layers["lost"]["mark"]["fill"] == layers["open"]["mark"]["fill"] == colours("light")["gone"]
    assert [value["slot"] for value in layers["open"]["data"]["values"]] == ["planned"]
    assert not {"promised", "reported"} & layers.keys()
    assert "Togo, to be lost: at least 300" in drawn["description"]
