"""Sites over time: later sources change what views show, periods, `list sites --on`, and timelines of a site."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from ocdb.load.run import load
from ocdb.store import database
from tests.commands import Answer, listed, loaded, loaded_text, ocdb, same_on_both

FIRST = """
source: {id: first, publisher: Journal, language: fr, published: 2011-08-10}
operators:
- {id: alpha, name: Alpha}
- {id: beta, name: Beta}
- {id: gamma, name: Gamma}
sites:
- {id: kept, name: Centre Kept, cite: [], operator: alpha, at: ma-agadir, status: planned, opened: 2011-10}
- {id: silent, cite: [], operator: alpha, at: ma-agadir, status: planned, opened: 2011-10}
- {id: confirmed, cite: [], operator: beta, at: tg-lome, status: planned, opened: 2011-10}
- {id: sold, cite: [], operator: alpha, at: tg-lome, status: open, opened: 2009-05-04}
- {id: disputed, cite: [], operator: beta, at: tg-lome, status: open}
- {id: dropped, cite: [], operator: beta, at: TG, status: planned}
- {id: left, cite: [], operator: beta, at: ma-agadir, status: open}
events:
- {id: kept-opening, cite: [], kind: opening, status: planned, summary: Alpha is to open., site: kept, at: ma-agadir,
   date: 2011-10, parties: {subject: alpha}}
- {id: dropped-opening, cite: [], kind: opening, status: planned, summary: Beta is to open., site: dropped, at: TG,
   parties: {subject: beta}}
- {id: show, cite: [], kind: trade_show, status: planned, summary: A show is planned., at: tg-lome, date: 2011-11}
investments:
- {id: works, cite: [], kind: site, status: planned, amount: 100, currency: MAD, at: ma-agadir, site: kept,
   date: 2011-09}
successions:
- {id: merger, cite: [], kind: merger, status: announced, predecessor: alpha, successor: beta, date: 2013}
pledges:
- {id: kept-100, cite: [], operators: alpha, at: ma-agadir, site: kept, figure: 100, measure: jobs, basis: operator,
   announced: 2011-08-01, due: 2012-12-31}
"""
LATER = """
source: {id: later, publisher: Gazette, language: fr, published: 2012-03-15}
developments:
- {id: kept-open, cite: [], concerns: kept, status: open, date: 2012-01-09}
- {id: kept-opened, cite: [], concerns: kept-opening, status: happened, date: 2012-01-09}
- {id: confirmed-open, cite: [], concerns: confirmed, status: open}
- {id: sold-on, cite: [], concerns: sold, status: open, operator: gamma, date: 2012-02-01}
- {id: disputed-closed, cite: [], concerns: disputed, status: closed, date: 2012-01}
- {id: dropped-cancelled, cite: [], concerns: dropped-opening, status: cancelled}
- {id: show-held, cite: [], concerns: show, status: happened}
- {id: works-done, cite: [], concerns: works, status: happened, date: 2011-12}
- {id: merger-off, cite: [], concerns: merger, status: abandoned, date: 2012-03}
events:
- {id: move, cite: [], kind: relocation, status: happened, summary: Beta moves to Lomé., site: left, from: ma-agadir,
   to: tg-lome, date: 2012-02-20, parties: {subject: beta}}
reports:
- {id: kept-60, cite: [], operators: alpha, at: ma-agadir, site: kept, kind: held, figure: 60, measure: jobs,
   basis: operator, as_of: 2012-03}
"""
LAST = """
source: {id: last, publisher: Courrier, language: fr, published: 2014-06-01}
citations:
- {claim: disputed-closed, cite: [], stance: contradicts}
verdicts:
- {id: kept-late, cite: [], pledge: kept-100, outcome: partly_delivered, as_of: 2014-05}
developments:
- {id: sold-closed, cite: [], concerns: sold, status: closed, date: 2014-05}
"""
FILES = {"first.yaml": FIRST, "later.yaml": LATER, "last.yaml": LAST}


def written(folder: Path) -> Path:
    for name, content in FILES.items():
        (folder / name).write_text(content, "utf-8")
    return folder


@cache
def small(folder: Path) -> Path:
    return loaded(written(folder))


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an SQLite database of the three articles."""
    return small(tmp_path_factory.mktemp("world"))


def rows(database: Path, sql: str) -> list[tuple[Any, ...]]:
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        found = [tuple(None if one is None else str(one) for one in row) for row in connection.execute(text(sql))]
    engine.dispose()
    return sorted(found, key=str)


# --- what views show --------------------------------------------------------------------------------------------


def test_a_site_shows_its_latest_state_and_keeps_what_was_planned_visible(world: Path) -> None:
    sql = "SELECT id, status, operator, opened, closed, first_status, first_operator, first_opened FROM v_sites"
    assert rows(world, sql) == [
        ("confirmed", "open", "beta", None, None, "planned", None, "2011-10"),
        ("disputed", "open", "beta", None, None, None, None, None),
        ("dropped", "planned", "beta", None, None, None, None, None),
        ("kept", "open", "alpha", "2012-01-09", None, "planned", None, "2011-10"),
        ("left", "open", "beta", None, None, None, None, None),
        ("silent", "planned", "alpha", "2011-10", None, None, None, None),
        ("sold", "closed", "gamma", "2009-05-04", "2014-05", "open", "alpha", None),
    ]


def test_the_days_of_a_later_date_are_its_own(world: Path) -> None:
    sql = "SELECT opened_from, opened_to FROM v_sites WHERE id = 'kept'"
    assert rows(world, sql) == [("2012-01-09", "2012-01-09")]


def test_the_summary_of_a_site_tells_its_latest_state(world: Path) -> None:
    sql = "SELECT summary FROM v_sites WHERE id IN ('kept', 'silent')"
    assert rows(world, sql) == [
        ("Centre Kept, site of Alpha in Agadir (open)",),
        ("Site of Alpha in Agadir (planned)",),
    ]


def test_an_event_happened_when_a_later_source_says_so_and_never_on_the_planned_day(world: Path) -> None:
    assert rows(world, "SELECT id, status, date, first_status, first_date FROM v_events") == [
        ("dropped-opening", "cancelled", None, "planned", None),
        ("kept-opening", "happened", "2012-01-09", "planned", "2011-10"),
        ("move", "happened", "2012-02-20", None, None),
        ("show", "happened", None, "planned", "2011-11"),
    ]


def test_investments_and_successions_show_their_latest_state(world: Path) -> None:
    for view, row in (
        ("v_investments", ("happened", "2011-12", "planned", "2011-09")),
        ("v_successions", ("abandoned", "2012-03", "announced", "2013")),
    ):
        assert rows(world, f"SELECT status, date, first_status, first_date FROM {view}") == [row]


def test_a_development_that_a_source_denies_has_no_effect(world: Path) -> None:
    assert rows(world, "SELECT id FROM v_states WHERE id = 'disputed'") == []


def test_the_state_tells_which_development_it_comes_from(world: Path) -> None:
    sql = "SELECT id, kind, status, operator, date, development, opening, closing FROM v_states WHERE kind = 'site'"
    assert rows(world, sql) == [
        ("confirmed", "site", "open", None, None, "confirmed-open", None, None),
        ("kept", "site", "open", None, "2012-01-09", "kept-open", "kept-open", None),
        ("sold", "site", "closed", "gamma", "2014-05", "sold-closed", None, "sold-closed"),
    ]


def test_an_operator_counts_the_sites_that_it_runs_or_ran(world: Path) -> None:
    assert rows(world, "SELECT id, sites FROM v_operators WHERE id IN ('alpha', 'beta', 'gamma')") == [
        ("alpha", "3"),
        ("beta", "4"),
        ("gamma", "1"),
    ]


def test_a_claim_is_about_the_site_that_it_names_or_that_its_subject_names(world: Path) -> None:
    sql = "SELECT claim, claim_kind FROM v_claim_sites WHERE site = 'kept'"
    assert rows(world, sql) == [
        ("kept", "site"),
        ("kept-100", "pledge"),
        ("kept-60", "report"),
        ("kept-late", "verdict"),
        ("kept-open", "development"),
        ("kept-opened", "development"),
        ("kept-opening", "event"),
        ("works", "investment"),
        ("works-done", "development"),
    ]


# --- which development is the latest ------------------------------------------------------------------------------

SITE = """
source: {id: base, publisher: A, language: fr, published: 2010-01-01}
sites:
- {id: there, cite: [], at: TG, status: planned}
"""


def latest(folder: Path, *articles: str) -> str:
    for number, content in enumerate((SITE, *articles)):
        (folder / f"{number}.yaml").write_text(content, "utf-8")
    return ocdb("list", "sites", "--columns", "status", database=loaded(folder)).lines[1]


def article(key: str, published: str, developments: str, more: str = "") -> str:
    head = f"source: {{id: {key}, publisher: P, language: fr, published: {published}}}\n"
    return f"{head}developments:\n- {{cite: [], concerns: there, {developments}}}\n{more}"


def test_the_source_published_last_wins_whatever_the_file(tmp_path: Path) -> None:
    new, old = (
        article("new", "2012-02-02", "id: a, status: closed"),
        article("old", "2012-02-01", "id: b, status: open"),
    )
    assert latest(tmp_path, new, old) == "closed"


def test_a_later_source_for_an_older_development_makes_it_the_latest(tmp_path: Path) -> None:
    again = "citations:\n- {claim: a, cite: []}\n"
    old = article("old", "2012-02-01", "id: a, status: open")
    assert latest(tmp_path, old, article("new", "2012-02-02", "id: b, status: closed"), AGAIN + again) == "open"


AGAIN = "source: {id: again, publisher: P, language: fr, published: 2012-02-03}\n"


def test_of_one_day_the_later_date_wins_and_then_the_later_slug(tmp_path: Path) -> None:
    one = article("one", "2012-02-01", "id: b, status: open, date: 2011-05-01")
    two = article("two", "2012-02-01", "id: a, status: closed, date: 2011-06-01")
    assert latest(tmp_path, one, two) == "closed"
    three = article("three", "2012-02-01", "id: c, status: unknown, date: 2011-06-01")
    assert latest(tmp_path, one, two, three) == "unknown"


def test_the_losing_side_of_a_conflict_loses_though_it_is_the_later_one(tmp_path: Path) -> None:
    one = article("one", "2012-02-01", "id: a, status: open, preferred_because: It was there.")
    assert latest(tmp_path, one, article("two", "2012-02-02", "id: b, status: closed, conflicts_with: a")) == "open"


def test_in_a_conflict_without_a_preferred_side_the_latest_counts(tmp_path: Path) -> None:
    one = article("one", "2012-02-01", "id: a, status: open")
    assert latest(tmp_path, one, article("two", "2012-02-02", "id: b, status: closed, conflicts_with: a")) == "closed"


# --- periods ------------------------------------------------------------------------------------------------------


def test_the_periods_of_sites(world: Path) -> None:
    sql = "SELECT site, position, status, operator, first_day, last_day, last_evidence FROM v_site_periods"
    assert rows(world, sql) == [
        ("confirmed", "1", "planned", "beta", "2011-08-10", "2011-09-30", "2011-08-10"),
        ("confirmed", "2", "unknown", "beta", "2011-10-01", "2012-03-14", "2012-03-15"),
        ("confirmed", "3", "open", "beta", "2012-03-15", None, "2012-03-15"),
        ("disputed", "1", "open", "beta", "2011-08-10", None, "2011-08-10"),
        ("dropped", "1", "planned", "beta", "2011-08-10", "2012-03-14", "2011-08-10"),
        ("dropped", "2", "unknown", "beta", "2012-03-15", None, "2012-03-15"),
        ("kept", "1", "planned", "alpha", "2011-08-10", "2012-01-08", "2011-08-10"),
        ("kept", "2", "open", "alpha", "2012-01-09", None, "2012-03-15"),
        ("left", "1", "open", "beta", "2011-08-10", "2012-02-19", "2011-08-10"),
        ("left", "2", "closed", "beta", "2012-02-20", None, "2012-03-15"),
        ("silent", "1", "planned", "alpha", "2011-08-10", "2011-09-30", "2011-08-10"),
        ("silent", "2", "unknown", "alpha", "2011-10-01", None, "2011-08-10"),
        ("sold", "1", "open", "alpha", "2009-05-04", "2012-01-31", "2012-03-15"),
        ("sold", "2", "open", "gamma", "2012-02-01", "2014-04-30", "2012-03-15"),
        ("sold", "3", "unknown", "gamma", "2014-05-01", "2014-05-30", "2014-06-01"),
        ("sold", "4", "closed", "gamma", "2014-05-31", None, "2014-06-01"),
    ]


def test_a_period_names_the_site_and_its_evidence(world: Path) -> None:
    sql = "SELECT id, name, operator_name, country, place, evidence FROM v_site_periods WHERE id = 'kept 2'"
    evidence = "kept-open; kept-opened"
    assert rows(world, sql) == [("kept 2", "Centre Kept", "Alpha", "MA", "ma-agadir", evidence)]


def test_the_reasons_of_a_period_are_rows_with_a_code(world: Path) -> None:
    sql = "SELECT period, number, reason, reason_details FROM v_site_period_reasons WHERE site = 'confirmed'"
    plan, seen = '{"date": "2011-10"}', '{"day": "2012-03-15"}'
    assert rows(world, sql) == [
        ("confirmed 1", "1", "to_open", plan),
        ("confirmed 2", "1", "was_to_open", plan),
        ("confirmed 2", "2", "since_unknown", '{"day": "2012-03-15", "shows": "reported_open"}'),
        ("confirmed 3", "1", "reported_open", seen),
    ]
    given_up = "SELECT period FROM v_site_period_reasons WHERE reason = 'opening_given_up'"
    assert rows(world, given_up) == [("dropped 2",)]


def test_a_period_lists_its_reasons_for_machines_and_words_them_for_people(world: Path) -> None:
    period = json.loads(ocdb("show", "confirmed", "-f", "json", database=world).out)["periods"][1]
    assert period["reason"] == "was_to_open; since_unknown"
    assert json.loads(period["reason_details"]) == [
        {"reason": "was_to_open", "details": {"date": "2011-10"}},
        {"reason": "since_unknown", "details": {"day": "2012-03-15", "shows": "reported_open"}},
    ]
    words = "was to open October 2011; reported open by 15 March 2012, no source says since when"
    assert words in ocdb("show", "confirmed", "-f", "md", database=world).out


# --- a day --------------------------------------------------------------------------------------------------------


def on(database: Path, day: str, *more: str, columns: str = "id,status,operator,since") -> Answer:
    return ocdb("list", "sites", "--on", day, "--columns", columns, *more, database=database)


def test_a_day_shows_each_site_that_is_there_by_then_and_counts_the_others(world: Path) -> None:
    assert on(world, "2011-08-09").rows == [["sold", "open", "alpha", "2009-05-04"]]
    assert on(world, "2011-08-09").err == "6 more that no source shows by that day; drop --on to see them\n"
    assert on(world, "2012-02-01").rows == [
        ["kept", "open", "alpha", "2012-01-09"],
        ["silent", "unknown", "alpha", "2011-10-01"],
        ["left", "open", "beta", "2011-08-10"],
        ["confirmed", "unknown", "beta", "2011-10-01"],
        ["disputed", "open", "beta", "2011-08-10"],
        ["sold", "open", "gamma", "2012-02-01"],
        ["dropped", "planned", "beta", "2011-08-10"],
    ]
    assert on(world, "2012-02-01").err == ""


def test_the_filters_of_status_and_operator_are_about_that_day(world: Path) -> None:
    assert on(world, "2012-01-31", "--operator", "Alpha", "--status", "open").rows == [
        ["kept", "open", "alpha", "2012-01-09"],
        ["sold", "open", "alpha", "2009-05-04"],
    ]
    assert on(world, "2012-02-01", "--operator", "Alpha", "--status", "open", columns="id").rows == [["kept"]]
    assert on(world, "2012-02-01", "--status", "planned", "--country", "TG", columns="id").rows == [["dropped"]]


PASSED_ON = """
source: {id: journal-2010, publisher: Journal, language: en, published: 2010-05-01}
operators: [{id: alpha, name: Alpha}, {id: beta, name: Beta}, {id: gamma, name: Gamma}]
sites:
- {id: passed, cite: 1, operator: alpha, at: TG, status: open}
- {id: later, cite: 1, operator: gamma, at: TG, status: open}
- {id: nobodys, cite: 1, at: TG, status: open}
"""
PASSED_ON_LATER = """
source: {id: journal-2014, publisher: Journal, language: en, published: 2014-05-01}
sites:
- {id: new, cite: 1, operator: beta, at: TG, status: open}
developments:
- {id: passed-to-beta, cite: 1, concerns: passed, status: open, operator: beta}
- {id: later-to-alpha, cite: 1, concerns: later, status: open, operator: alpha, date: 2014-03-01}
"""


@cache
def passed_on() -> Path:
    """Return a database of sites that pass to others: one at a time that no source tells, one on a day."""
    return loaded_text(PASSED_ON, PASSED_ON_LATER)


def test_a_site_between_two_operators_is_found_for_either_and_shown_without_one() -> None:
    found = [["passed", "open", "", "2010-05-02"]]
    unsure = "1 of these: the operator on 31 December 2012 isn't known, only the one before or after\n"
    alpha, beta = (on(passed_on(), "2012-12-31", "--operator", name) for name in ("Alpha", "Beta"))
    assert (alpha.rows, alpha.complaints) == (found, unsure)
    assert (beta.rows, beta.complaints) == (
        found,
        unsure + "1 more that no source shows by that day; drop --on to see it\n",
    )


def test_a_site_whose_operator_is_known_that_day_is_found_for_no_other() -> None:
    assert on(passed_on(), "2010-05-01", "--operator", "Beta", columns="id").rows == []
    assert on(passed_on(), "2014-05-01", "--operator", "Alpha", columns="id").rows == [["later"]]
    assert on(passed_on(), "2012-12-31", "--operator", "Gamma", columns="id,operator").rows == [["later", "gamma"]]
    assert on(passed_on(), "2012-12-31", "--operator", "Gamma").complaints == ""


# In March a source says that Beta runs it, which took it over; only in May a source describes the site, as Beta's.
TAKEN_OVER = (
    """
    source: {id: journal-2011-03, publisher: Journal, language: en, published: 2011-03-01}
    operators: [{id: alpha, name: Alpha}, {id: beta, name: Beta}]
    developments:
    - {id: taken, cite: 1, concerns: site, status: open, operator: beta, date: 2011-02-20}
    """,
    """
    source: {id: journal-2011-05, publisher: Journal, language: en, published: 2011-05-01}
    sites:
    - {id: site, cite: 1, operator: beta, at: TG, status: open}
    pledges:
    - id: promise
      cite: 1
      at: TG
      site: site
      operators: [alpha]
      figure: 441
      measure: jobs
      reading: unclear
      basis: operator
      firmness: announcement
      announced: 2011-02-10
    """,
)


def test_who_runs_a_site_before_it_is_on_record_may_have_taken_it_over_and_need_not_have_opened_it() -> None:

    def opened_and_line(*texts: str) -> tuple[str | None, str]:
        path = loaded_text(*texts)
        (site,) = json.loads(ocdb("list", "sites", "-f", "json", database=path).out)
        (total,) = json.loads(ocdb("jobs", "-f", "json", database=path).out)["totals"]
        return site["opened"], total["line"]

    assert opened_and_line(*TAKEN_OVER) == (None, "levels")
    # Told later than the site, which is on record as Beta's, it can only be the opening.
    opening = TAKEN_OVER[0].replace("published: 2011-03-01", "published: 2011-06-01")
    assert opened_and_line(opening, TAKEN_OVER[1]) == ("2011-02-20", "new_jobs")


def test_a_list_of_all_sites_of_a_day_says_nothing_of_those_without_an_operator() -> None:
    answer = on(passed_on(), "2012-12-31", columns="id,operator,operator_before,operator_after")
    assert answer.rows == [["later", "gamma", "", ""], ["nobodys", "", "", ""], ["passed", "", "alpha", "beta"]]
    assert answer.complaints == "1 more that no source shows by that day; drop --on to see it\n"


def test_the_other_filters_are_about_the_site(world: Path) -> None:
    assert on(world, "2012-02-01", "--place", "Lomé", "--status", "open", columns="id").rows == [["disputed"], ["sold"]]
    assert on(world, "2012-02-01", "--site", "Centre Kept", columns="id").rows == [["kept"]]
    assert on(world, "2012-02-01", "--until", "2010", columns="id").rows == [["sold"]]


def test_an_uncertain_day_is_its_last_day(world: Path) -> None:
    answer = on(world, "2012-01", "--site", "kept", columns="id,status")
    assert (answer.rows, answer.err) == ([["kept", "open"]], "2012-01: shown as of its last day, 31 January 2012\n")


def test_a_day_before_everything_has_no_sites(world: Path) -> None:
    answer = on(world, "1999-01-01", "--country", "MA")
    assert (answer.code, answer.rows) == (0, [])
    assert answer.err.splitlines()[:2] == [
        "No sites are on record: Morocco, 1 January 1999",
        "3 more that no source shows by that day; drop --on to see them",
    ]


def test_as_of_and_on_go_together(world: Path) -> None:
    answer = on(world, "2012-02-01", "--site", "kept", "--as-of", "2011-12-31", columns="id,status")
    assert answer.rows == [["kept", "unknown"]]


def test_a_wrong_day_and_a_kind_without_states_are_errors(world: Path) -> None:
    assert on(world, "soon").err == "ocdb: --on: soon isn't a date\n  Write 2020, 2020-07 or 2020-07-10.\n"
    answer = ocdb("list", "events", "--on", "2012", database=world)
    assert (answer.code, answer.err.splitlines()[0]) == (2, "ocdb: --on doesn't fit events")


# --- timelines ----------------------------------------------------------------------------------------------------


def timeline(database: Path, *filters: str) -> Iterator[tuple[str, ...]]:
    answer = ocdb("timeline", *filters, "--columns", "id,date,status,kind", database=database)
    assert (answer.code, answer.err) == (0, "")
    return (tuple(row) for row in answer.rows)


def test_the_timeline_of_a_site_tells_promises_plans_and_what_became_of_them_once(world: Path) -> None:
    assert list(timeline(world, "--site", "kept")) == [
        ("kept-100", "2011-08-01", "promised", "pledge"),
        ("kept-opening first", "2011-10", "planned", "opening"),
        ("works", "2011-12", "happened", "investment"),
        ("kept-opening", "2012-01-09", "happened", "opening"),
        ("kept-60", "2012-03", "reported", "report"),
        ("kept-100 due", "2012-12-31", "due", "pledge_due"),
        ("kept-late", "2014-05", "reported", "verdict"),
    ]


def test_a_takeover_and_a_closure_stand_in_the_timeline(world: Path) -> None:
    assert list(timeline(world, "--site", "sold")) == [
        ("sold opened", "2009-05-04", "happened", "site_opening"),
        ("sold-on", "2012-02-01", "happened", "development"),
        ("sold closed", "2014-05", "happened", "site_closing"),
    ]


def test_what_was_planned_and_is_told_as_open_without_a_date_keeps_the_planned_line(world: Path) -> None:
    assert list(timeline(world, "--site", "confirmed")) == [
        ("confirmed first", "2011-10", "planned", "site_opening"),
    ]


def test_a_merger_that_was_given_up_has_a_line_for_its_announcement_and_one_for_its_end(world: Path) -> None:
    answer = ocdb("timeline", "--kind", "succession", "--columns", "id,date,status,what", database=world)
    assert answer.rows == [
        ["merger", "2012-03", "abandoned", "Merger of Alpha into Beta"],
        ["merger first", "2013", "planned", "Merger of Alpha into Beta"],
    ]
    assert ocdb("timeline", "--status", "abandoned", "--columns", "id", database=world).rows == [["merger"]]


TOLD_TWICE = """
source: {id: journal-2010, publisher: Journal, language: en, published: 2010-05-01}
operators: [{id: alpha, name: Alpha}, {id: beta, name: Beta}]
sites:
- {id: agreed, cite: 1, operator: alpha, at: TG, status: open, opened: 2001-04~}
- {id: excluded, cite: 1, operator: alpha, at: TG, status: open, opened: 2002-04}
- {id: put-off, cite: 1, operator: alpha, at: TG, status: planned, opened: 2011}
events:
- {id: fair, cite: 1, kind: trade_show, status: happened, at: TG, date: 2003-04, summary: A fair.}
- {id: show, cite: 1, kind: trade_show, status: happened, at: TG, date: 2004-04, summary: A show.}
successions:
- {id: sale, cite: 1, kind: acquisition, status: completed, predecessor: alpha, successor: beta, date: 2005}
- {id: end, cite: 1, kind: merger, status: completed, predecessor: alpha, successor: beta, date: 2006}
"""
TOLD_AGAIN = """
source: {id: gazette-2010, publisher: Gazette, language: en, published: 2010-06-01}
developments:
- {id: agreed-2001, cite: 1, concerns: agreed, status: open, date: 2001}
- {id: excluded-2003, cite: 1, concerns: excluded, status: open, date: 2003}
- {id: put-off-2012, cite: 1, concerns: put-off, status: planned, date: 2012}
- {id: fair-2003, cite: 1, concerns: fair, status: happened, date: 2003}
- {id: show-2005, cite: 1, concerns: show, status: happened, date: 2005}
- {id: sale-2005, cite: 1, concerns: sale, status: completed, date: 2005-02}
- {id: end-2007, cite: 1, concerns: end, status: completed, date: 2007}
"""


def test_a_fact_that_two_sources_date_has_two_lines_only_where_the_dates_exclude_each_other() -> None:
    assert list(timeline(loaded_text(TOLD_TWICE, TOLD_AGAIN))) == [
        ("agreed opened", "2001", "happened", "site_opening"),
        ("excluded first", "2002-04", "happened", "site_opening"),
        ("excluded opened", "2003", "happened", "site_opening"),
        ("fair", "2003", "happened", "trade_show"),
        ("show first", "2004-04", "happened", "trade_show"),
        ("show", "2005", "happened", "trade_show"),
        ("sale", "2005-02", "happened", "succession"),
        ("end first", "2006", "happened", "succession"),
        ("end", "2007", "happened", "succession"),
        ("put-off first", "2011", "planned", "site_opening"),
        ("put-off opened", "2012", "planned", "site_opening"),
    ]


def test_a_site_is_found_by_its_name_and_an_unknown_one_suggests_the_nearest(world: Path) -> None:
    assert list(timeline(world, "--site", "centre kept")) == list(timeline(world, "--site", "kept"))
    answer = ocdb("timeline", "--site", "keptt", database=world)
    assert (answer.code, answer.err) == (4, "ocdb: there is no site keptt\n  Did you mean kept?\n")


def test_a_name_of_several_sites_names_their_slugs(world: Path) -> None:
    answer = ocdb("timeline", "--site", "Beta, Lomé", database=world)
    assert (answer.code, answer.err) == (
        2,
        "ocdb: Beta, Lomé may be confirmed or disputed\n  Use one of these.\n",
    )


def test_lists_take_a_site_too(world: Path) -> None:
    assert ocdb("list", "pledges", "--site", "kept", "--columns", "id", database=world).rows == [["kept-100"]]
    assert ocdb("list", "sources", "--site", "sold", "--columns", "id", database=world).rows == [
        ["first"],
        ["later"],
        ["last"],
    ]


def test_a_new_operator_is_asked_for_with_its_site(world: Path) -> None:
    assert ocdb("list", "sites", "--operator", "Gamma", "--columns", "id", database=world).rows == [["sold"]]
    answer = ocdb("timeline", "--operator", "Gamma", "--columns", "id", database=world)
    assert answer.rows == [["sold opened"], ["sold-on"], ["sold closed"]]


# --- a dossier ----------------------------------------------------------------------------------------------------


def test_the_dossier_of_a_site_shows_its_periods_and_all_that_is_said_of_it(world: Path) -> None:
    titles = [line for line in ocdb("show", "kept", "-f", "md", database=world).lines if line.startswith("#")]
    assert [title.strip("# ") for title in titles] == [
        "Centre Kept (site)",
        "Over time (2)",
        "Events (1)",
        "Developments (3)",
        "Promises (1)",
        "Outcomes that sources give (1)",
        "Reported figures (1)",
        "Investments (1)",
        "Citations (2)",
    ]


def test_the_dossier_of_an_event_shows_the_later_source_that_made_it_what_it_is(world: Path) -> None:
    found = json.loads(ocdb("show", "show", "-f", "json", database=world).out)
    assert found["record"]["status"] == "happened"
    assert [one["id"] for one in found["developments"]] == ["show-held"]
    assert [(one["claim"], one["source"]) for one in found["citations"]] == [("show-held", "later"), ("show", "first")]


def test_verdicts_and_developments_are_found_by_the_operators_of_what_they_are_about(world: Path) -> None:
    assert listed("list", "verdicts", "--operator", "alpha", database=world) == ["kept-late"]
    developments = listed("list", "developments", "--operator", "alpha", database=world)
    # It ran the site that was sold and closed.
    assert developments == ["kept-open", "kept-opened", "sold-on", "merger-off", "sold-closed"]
    answer = ocdb("timeline", "--operator", "alpha", "--kind", "verdict", "--columns", "what", database=world)
    assert answer.rows == [["Alpha: 100 jobs in Agadir by 31 December 2012: partly delivered"]]


def test_the_timeline_of_a_site_says_nothing_of_another_state_than_that_of_the_line(world: Path) -> None:
    answer = ocdb("timeline", "--site", "sold", "--columns", "what", database=world)
    assert [what for (what,) in answer.rows] == [
        "Site of Alpha in Lomé",
        "Site of Alpha in Lomé: open (1 February 2012), run by Gamma",
        "Site of Alpha in Lomé",
    ]


def test_postgresql_answers_the_same(
    world: Path, new_database_of: Callable[[Sequence[Path]], str], tmp_path: Path
) -> None:
    same_on_both(
        world, new_database_of([written(tmp_path)]),
        "timeline", "timeline --site kept", "timeline --operator alpha --kind verdict -f json",
        "list sites --on 2011-08-09", "list sites --on 2012-03-15 -f json", "list developments --operator alpha",
        "show confirmed -f json", "show confirmed -f md", "show show -f json",
        views=(
            "v_sites", "v_site_periods", "v_site_period_reasons", "v_events", "v_states", "v_investments",
            "v_successions", "v_operators", "v_claim_sites", "v_timeline",
        ),
    )  # fmt: skip


def test_loading_again_changes_nothing(empty_url: str, tmp_path: Path) -> None:
    folder = written(tmp_path)
    database.connect(empty_url, lambda connection: load(connection, [folder]))
    assert not database.connect(empty_url, lambda connection: load(connection, [folder])).changes
