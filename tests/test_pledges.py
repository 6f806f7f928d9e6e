"""`ocdb pledges` and `ocdb delivery`: the ledger as a user sees it, on both engines."""

import json
import re
import tempfile
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from tests.commands import Answer, loaded, loaded_text, ocdb, recorded, same_on_both

RULE = "\N{BOX DRAWINGS LIGHT HORIZONTAL}"
TODAY = {"OCDB_TODAY": "2016-01-01"}
# Two sources: what was promised in 2010, and what was there in the years after.
PROMISES = """
source: {id: herald-2010, publisher: Herald, language: en, published: 2010-03-01}

operators:
- {id: kept, name: Kept, names: [{name: Tenue, kind: former}]}
- {id: short, name: Short}
- {id: silent, name: Silent}
- {id: both, name: Both}

sites:
- {id: kept-lome, cite: 1, operator: kept, at: tg-lome, status: planned}
- {id: short-dakar, cite: 1, operator: short, at: SN, status: planned}

pledges:
- {id: kept-400, cite: 1, operators: kept, at: tg-lome, site: kept-lome, figure: {about: 400}, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01, due: 2012, said_by: kept}
- {id: kept-100, cite: 1, operators: kept, at: tg-lome, site: kept-lome, figure: 100, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01, due: 2010, part_of: kept-400}
- {id: short-500, cite: 1, operators: short, at: SN, site: short-dakar, figure: 500, measure: jobs, reading: total,
   basis: operator, announced: 2010-03-01, due: 2012}
- {id: silent-200, cite: 1, operators: silent, at: SN, figure: 200, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01, due: 2014}
- {id: silent-seats, cite: 1, operators: silent, at: SN, figure: 50, measure: seats, basis: operator,
   announced: 2010-03-01, due: 2014}
- {id: silent-later, cite: 1, operators: silent, at: SN, figure: 900, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01, due: 2020}
- {id: silent-some-day, cite: 1, operators: silent, at: SN, figure: 70, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01}
- {id: both-1000, cite: 1, operators: both, at: TG, figure: 1000, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01, due: 2013}
- {id: togo-9000, cite: 1, at: TG, figure: 9000, measure: jobs, basis: government, announced: 2010-03-01, due: 2012}
"""
OUTCOMES = """
source: {id: herald-2013, publisher: Herald, language: en, published: 2013-02-01}

reports:
- {id: kept-450, cite: 1, operators: kept, at: tg-lome, site: kept-lome, kind: held, figure: 450, measure: headcount,
   reading: total, basis: operator, as_of: 2012-06}
- {id: short-300, cite: 1, operators: short, at: SN, site: short-dakar, kind: held, figure: 300, measure: headcount,
   reading: total, basis: operator, as_of: 2013-02-01}

verdicts:
- {id: both-given-up, cite: 1, pledge: both-1000, outcome: cancelled, as_of: 2013-02-01}
"""
# What a source says of a promise before it is due.
ON_THE_WAY = """
source: {id: herald-2011, publisher: Herald, language: en, published: 2011-06-01}

verdicts:
- {id: silent-on-the-way, cite: 1, pledge: silent-200, outcome: partly_delivered, as_of: 2011-06}
"""


def _write(folder: Path) -> list[Path]:
    for name, text in (("promises", PROMISES), ("outcomes", OUTCOMES)):
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return [folder / "promises.yaml", folder / "outcomes.yaml"]


@cache
def world() -> Path:
    """Return a database of the two sources."""
    return loaded(*_write(Path(tempfile.mkdtemp(prefix="ocdb-ledger-"))))


@cache
def two_figures() -> Path:
    """Return a database of two figures for one promise, one of which is preferred."""
    return loaded_text("""
source: {id: herald-2010, publisher: Herald, language: en, published: 2010-03-01}
operators: [{id: alpha, name: Alpha}]
pledges:
- {id: alpha-300, cite: 1, operators: alpha, at: SN, figure: 300, measure: jobs, basis: operator, due: 2012}
- {id: alpha-500, cite: 2, operators: alpha, at: SN, figure: 500, measure: jobs, basis: operator, due: 2012,
   conflicts_with: alpha-300, preferred_because: The company says so itself.}
""")


@pytest.fixture
def ask() -> Callable[..., Answer]:
    """Give the command line on that world."""
    return lambda *arguments, **more: ocdb(*arguments, database=world(), env=TODAY | more.pop("env", {}), **more)


def test_postgresql_gives_the_same_verdicts_and_rates(
    new_database_of: Callable[[Sequence[Path]], str], tmp_path: Path
) -> None:
    same_on_both(
        world(),
        new_database_of(_write(tmp_path)),
        *("pledges", "pledges --overdue", "pledges -f json", "pledges --as-of 2013 -f json", "jobs -f json"),
        *(f"delivery --by {by} -f json" for by in ("country", "operator", "year")),
        views=("v_ledger", "v_ledger_evidence", "v_delivery", "v_totals"),
        env=TODAY,
    )


def ids(answer: Answer) -> list[str]:
    assert answer.code == 0, answer.err
    return [row[0] for row in answer.rows]


def lines(answer: Answer) -> list[dict[str, Any]]:
    assert answer.code == 0, answer.err
    return list(json.loads(answer.out))


def test_each_promise_has_a_line_with_its_verdict_those_due_first_first(ask: Callable[..., Answer]) -> None:
    found = lines(ask("pledges", "-f", "json"))
    columns = ("id", "promised", "verdict", "verdict_basis", "shown", "decided_by", "reason")
    assert [tuple(line[name] for name in columns) for line in found] == [
        ("kept-100", "100 jobs", "reached", "computed", 450, "kept-450", "reported"),
        ("kept-400", "about 400 jobs", "exceeded", "computed", 450, "kept-450", "reported"),
        ("short-500", "500 jobs", "missed", "computed", 300, "short-300", "reported"),
        ("togo-9000", "9000 jobs", "no_evidence", "computed", None, None, "no_report"),
        ("both-1000", "1000 jobs", "cancelled", "sourced", None, "both-given-up", "said_so"),
        ("silent-200", "200 jobs", "no_evidence", "computed", None, None, "no_report"),
        ("silent-seats", "50 seats", "no_evidence", "computed", None, None, "no_report"),
        ("silent-later", "900 jobs", "not_due", "computed", None, None, "no_report"),
        ("silent-some-day", "70 jobs", "no_evidence", "computed", None, None, "no_report"),
    ]


def test_the_reason_of_a_verdict_is_a_code_with_its_details(ask: Callable[..., Answer]) -> None:
    details = {line["id"]: json.loads(line["reason_details"] or "{}") for line in lines(ask("pledges", "-f", "json"))}
    there = {"kind": "held", "low": 450, "high": 450, "bound": "exact", "measure": "headcount"}
    assert details["kept-400"] == there | {"first": "2012-06-01", "last": "2012-06-30"}
    assert details["both-1000"] == {"claim": "both-given-up"}
    assert details["silent-200"] == {}


def test_a_line_tells_whose_promise_it_is_and_who_said_so(ask: Callable[..., Answer]) -> None:
    (line,) = lines(ask("pledges", "--operator", "tenue", "--verdict", "exceeded", "--until", "2012-12-31", "--since",
                        "2012-01-01", "-f", "json"))  # fmt: skip
    assert (line["operator_name"], line["said_by_name"], line["announced"], line["due"], line["place_name"]) == (
        "Kept",
        "Kept",
        "2010-03-01",
        "2012",
        "Lomé",
    )


def test_overdue_are_those_past_their_day_and_not_known_to_be_kept_or_given_up(ask: Callable[..., Answer]) -> None:
    assert ids(ask("pledges", "--overdue")) == ["short-500", "togo-9000", "silent-200", "silent-seats"]


def test_what_lost_a_conflict_is_not_overdue_and_curators_have_the_same_to_review() -> None:
    columns = ("--columns", "id")
    assert "alpha-300" not in ocdb("pledges", "--overdue", *columns, database=two_figures(), env=TODAY).out
    overdue = ocdb("pledges", "--overdue", "Togo", "-f", "json", database=recorded()).out
    review = ocdb("review", "--kind", "overdue_pledge", "Togo", "-f", "json", database=recorded()).out
    assert len(json.loads(overdue)) == len(json.loads(review)) == 5  # a sixth is a forecast


def test_a_promise_is_overdue_from_the_day_after_it_was_due(ask: Callable[..., Answer]) -> None:
    def overdue(day: str) -> bool:
        return "silent-later" in ids(ask("pledges", "--overdue", env={"OCDB_TODAY": day}))

    assert [overdue("2020-12-31"), overdue("2021-01-01")] == [False, True]


UNSURE = """
source: {id: herald-2010, publisher: Herald, language: en, published: 2010-03-01}
operators: [{id: alpha, name: Alpha}]
pledges:
- {id: alpha-about, cite: 1, operators: alpha, at: SN, figure: 500, measure: jobs, reading: total, basis: operator,
   announced: 2010-03-01, due: 2012~}
"""
SHORT = """
source: {{id: herald-2014, publisher: Herald, language: en, published: 2014-03-01}}
reports:
- {{id: alpha-400, cite: 1, operators: alpha, at: SN, kind: held, figure: 400, measure: headcount, basis: operator,
   as_of: {day}}}
"""


def verdicts_of(*worlds: Sequence[str]) -> list[str]:
    """Return the verdict on the one promise of each world, all loaded at once: in each it is Alpha's, its own one."""
    texts = [
        re.sub(r"\b([Aa]lpha|herald|echo)\b", rf"\g<1>{number}", text)
        for number, world in enumerate(worlds, 1)
        for text in world
    ]
    answer = ocdb("pledges", "--columns", "operator,verdict", database=loaded_text(*texts), env=TODAY)
    found = dict(answer.rows)
    assert len(answer.rows) == len(worlds), answer.err
    return [found[f"alpha{number}"] for number in range(1, len(worlds) + 1)]


def test_a_promise_that_is_due_about_a_year_is_missed_only_after_the_next() -> None:
    worlds = [(UNSURE, SHORT.format(day=day)) for day in ("2013-01-10", "2013-12-31")]
    assert verdicts_of(*worlds) == ["no_evidence", "missed"]


def test_a_promise_that_is_due_about_a_year_is_overdue_only_after_the_next() -> None:
    database = loaded_text(UNSURE)

    def overdue(day: str) -> list[str]:
        return ids(ocdb("pledges", "--overdue", database=database, env={"OCDB_TODAY": day}))

    assert [overdue(day) for day in ("2013-01-01", "2013-12-31", "2014-01-01")] == [[], [], ["alpha-about"]]


def test_what_a_source_says_of_the_time_before_the_due_day_leaves_a_promise_overdue(tmp_path: Path) -> None:
    (tmp_path / "on-the-way.yaml").write_text(ON_THE_WAY, "utf-8")
    database = loaded(*_write(tmp_path), tmp_path / "on-the-way.yaml")

    def told(day: str, *more: str) -> list[list[str]]:
        columns = ("--columns", "id,verdict,verdict_basis")
        answer = ocdb("pledges", *more, *columns, database=database, env={"OCDB_TODAY": day})
        return [row for row in answer.rows if row[0] == "silent-200"]

    assert told("2014-12-31") == [["silent-200", "partly_delivered", "sourced"]]
    assert told("2015-01-01", "--overdue") == [["silent-200", "no_evidence", "computed"]]


def test_verdicts_are_alternatives_and_may_be_labels_in_either_language(ask: Callable[..., Answer]) -> None:
    assert ids(ask("pledges", "--verdict", "missed", "--verdict", "cancelled")) == ["short-500", "both-1000"]
    assert ids(ask("pledges", "--verdict", "non tenue")) == ["short-500"]


def test_the_filters_of_lists_narrow_the_ledger(ask: Callable[..., Answer]) -> None:
    assert ids(ask("pledges", "--country", "TG", "--basis", "government")) == ["togo-9000"]
    assert ids(ask("pledges", "--place", "Lomé")) == ["kept-100", "kept-400"]
    assert ids(ask("pledges", "--limit", "2", "--sort=-low")) == ["togo-9000", "both-1000"]
    assert ask("pledges", "--columns", "id,verdict", "--limit", "1").out == "id\tverdict\nkept-100\treached\n"


def test_a_terminal_shows_who_promised_what_became_of_it_and_which_report_decided(ask: Callable[..., Answer]) -> None:
    answer = ask("pledges", "--operator", "kept", "--since", "2012", columns=80)
    assert (
        answer.out
        == f"""\
1 promise: Kept, since 2012 (exceeded 1)
Promised
by        Promise         Where       Promised on   Due   Verdict   Evidence
{RULE * 80}
Kept      about 400 jobs  Lomé, Togo  1 March 2010  2012  exceeded  450 staff
                                                                    (June 2012)
  kept-400

Articles: 2; see --sources
"""
    )
    wide = ask("pledges", "--operator", "kept", "--since", "2012", columns=140).lines
    assert "Said" in wide[1].split()
    assert wide[3].split()[-2:] == ["Kept", "kept-400"]


def test_a_terminal_names_the_institution_whose_promise_it_is() -> None:
    answer = ocdb("pledges", "--basis", "government", "-f", "table")
    assert [line.split("  ")[0] for line in answer.lines[3:5]] == ["Gouvernement togolais", "Région Souss-Massa-Drâa"]
    assert "Notoriety, Saccom, Eca groupe, 2 unnamed" in ocdb("pledges", "-f", "table").out


def test_the_title_says_which_verdicts_were_asked_for(ask: Callable[..., Answer]) -> None:
    answer = ask("pledges", "--verdict", "missed", "--verdict", "cancelled", "--country", "SN", "-f", "table")
    assert answer.lines[0] == "1 promise: Senegal, missed, cancelled (missed 1)"
    assert ask("pledges", "--overdue", "-f", "table").lines[0] == "4 promises: overdue (no evidence 3; missed 1)"
    shown = ask("pledges", "--limit", "1", "-f", "table")
    assert shown.lines[0].startswith("9 promises (")
    assert "Showing 1 of 9; see --limit" in shown.lines


def test_a_terminal_marks_the_losing_side_of_a_conflict() -> None:
    columns = ("--columns", "id,promised,status,verdict")
    assert ocdb("pledges", *columns, database=two_figures(), env=TODAY).rows == [
        ["alpha-300", "300 jobs", "disputed", "no_evidence"],
        ["alpha-500", "500 jobs", "standing", "no_evidence"],
    ]
    assert "  300 jobs (set aside)  " in ocdb("pledges", "-f", "table", database=two_figures(), env=TODAY).out


def test_a_promise_is_set_aside_in_the_same_words_everywhere() -> None:
    settled = two_figures()
    for language, words, mark in (("en", "set aside", "(set aside)"), ("fr", "écartée", "(chiffre écarté)")):
        asked = partial(ocdb, "--lang", language, database=settled, env=TODAY)
        listed = asked("list", "pledges", "-f", "table").lines
        line = next(line for line in listed if "alpha-300" in line)
        assert (mark in line, words in line.replace(mark, "")) == (True, True)
        shown = asked("show", "alpha-300", "-f", "table").lines
        assert [line.split("  ")[-1].strip() for line in shown if line.startswith(("Status", "Statut"))][:1] == [words]
        assert mark in next(line for line in shown if line.startswith(("Promise  ", "Promesse  ")))
        assert words in asked("conflicts", "-f", "table").out


def test_promises_without_a_due_date_are_counted_beside_those_of_a_time(ask: Callable[..., Answer]) -> None:
    more = "1 more without a date, not shown; drop --since and --until to see them\n"
    assert ask("pledges").err == "Articles: 2; see --sources\n"
    assert ask("pledges", "--until", "2030").err == f"Articles: 2; see --sources\n{more}"
    assert ask("pledges", "--since", "2013", "--country", "SN").err.splitlines()[1] == more.strip()
    assert ask("pledges", "--since", "2013", "--country", "TG").err.count("without a date") == 0


def test_the_promises_without_a_due_date_are_counted_after_all_filters(ask: Callable[..., Answer]) -> None:
    more = "1 more without a date, not shown; drop --since and --until to see them\n"
    assert ask("pledges", "--until", "2030", "--verdict", "no_evidence").err == f"Articles: 1; see --sources\n{more}"
    assert ask("pledges", "--until", "2030", "--verdict", "missed").err.count("without a date") == 0
    assert ask("pledges", "--until", "2030", "--overdue").err.count("without a date") == 0


def test_an_unknown_verdict_is_told_with_the_nearest(ask: Callable[..., Answer]) -> None:
    answer = ask("pledges", "--verdict", "mised")
    assert (answer.code, answer.err) == (4, "ocdb: --verdict has no value mised\n  Did you mean missed?\n")


def test_that_no_promise_fits_is_said_beside_the_data(ask: Callable[..., Answer]) -> None:
    assert ask("pledges", "--verdict", "superseded").err == "No promises are on record: superseded\n"


def test_show_lists_what_was_looked_at_for_a_verdict(ask: Callable[..., Answer]) -> None:
    found = json.loads(ask("show", "kept-400", "-f", "json").out)
    (verdict,) = found["ledger"]
    assert (verdict["verdict"], verdict["decided_by"]) == ("exceeded", "kept-450")
    assert [(one["claim"], one["bearing"], one["low"], one["high"]) for one in found["evidence"]] == [
        ("kept-450", "decides", 450, 450)
    ]


def test_the_view_has_the_verdicts_of_the_machines_own_day(ask: Callable[..., Answer]) -> None:
    found = ask("sql", "SELECT id FROM v_ledger WHERE verdict = 'no_evidence' AND due IS NOT NULL ORDER BY id")
    assert ids(found) == ["silent-200", "silent-later", "silent-seats", "togo-9000"]


VERSIONS = """
source: {id: herald-2011, publisher: Herald, language: en, published: 2011-03-01}
operators: [{id: alpha, name: Alpha}]
pledges:
- {id: alpha-500, cite: 1, operators: alpha, at: SN, figure: 500, measure: jobs, basis: operator, announced: 2010,
   due: 2012}
- {id: alpha-400, cite: 1, operators: alpha, at: SN, figure: 400, measure: jobs, basis: operator, announced: 2011-03-01,
   due: 2012, revises: alpha-500}
"""
PREFERRED = """
source: {id: post-2011, publisher: Post, language: en, published: 2011-04-01}
pledges:
- {id: alpha-450, cite: 1, operators: alpha, at: SN, figure: 450, measure: jobs, basis: operator, announced: 2011-03-01,
   due: 2012, conflicts_with: alpha-400, preferred_because: The company says so itself.}
"""


def test_what_is_preferred_over_a_newer_version_took_the_place_of_the_old_one() -> None:
    columns, database = ("--columns", "id,reason,reason_details"), loaded_text(VERSIONS, PREFERRED)
    for more, pledge in (((), "alpha-450"), (("--as-of", "2011-03-31"), "alpha-400")):
        answer = ocdb("pledges", *columns, *more, database=database, env=TODAY)
        assert ["alpha-500", "superseded_by", json.dumps({"pledge": pledge})] in answer.rows, more


SITES = """
source: {id: herald-2010, publisher: Herald, language: en, published: 2010-03-01}
operators: [{id: alpha, name: Alpha}]
sites:
- {id: alpha-closing, cite: 1, operator: alpha, at: SN, status: open}
- {id: alpha-dropped, cite: 1, operator: alpha, at: TG, status: planned}
- {id: alpha-again, cite: 1, operator: alpha, at: MA, status: open}
events:
- {id: alpha-opening, cite: 1, kind: opening, status: planned, summary: Alpha is to open., site: alpha-dropped, at: TG,
   parties: {subject: alpha}}
pledges:
- {id: closing-100, cite: 1, operators: alpha, at: SN, site: alpha-closing, figure: 100, measure: jobs, basis: operator,
   due: 2012}
- {id: dropped-100, cite: 1, operators: alpha, at: TG, site: alpha-dropped, figure: 100, measure: jobs, basis: operator,
   due: 2012}
- {id: again-100, cite: 1, operators: alpha, at: MA, site: alpha-again, figure: 100, measure: jobs, basis: operator,
   due: 2012}
"""
ENDED = """
source: {id: herald-2011, publisher: Herald, language: en, published: 2011-03-01}
developments:
- {id: alpha-closed, cite: 1, concerns: alpha-closing, status: closed, date: 2011-01-20}
- {id: alpha-cancelled, cite: 1, concerns: alpha-opening, status: cancelled}
- {id: alpha-shut, cite: 1, concerns: alpha-again, status: closed, date: 2011-01-20}
"""
REOPENED = """
source: {id: herald-2012, publisher: Herald, language: en, published: 2012-03-01}
developments:
- {id: alpha-reopened, cite: 1, concerns: alpha-again, status: open, date: 2012-01-20}
"""


def test_what_became_of_the_site_is_told_of_a_silent_promise_once_it_is_known() -> None:
    database = loaded_text(SITES, ENDED, REOPENED)

    def told(*more: str) -> dict[str, str]:
        columns = ("--columns", "id,verdict,reason,reason_details")
        answer = ocdb("pledges", *columns, *more, database=database, env=TODAY)
        assert {row[1] for row in answer.rows} <= {"no_evidence", "not_due"}
        return {row[0]: " ".join(row[2:]).strip() for row in answer.rows}

    closed, dropped = 'site_closed {"day": "2011-01-20"}', "site_given_up"
    assert told() == {"closing-100": closed, "dropped-100": dropped, "again-100": "no_report"}
    assert told("--as-of", "2011-03-01") == {"closing-100": closed, "dropped-100": dropped, "again-100": closed}
    assert set(told("--as-of", "2011-02-28").values()) == {"no_report"}


STAFFED = """
source: {id: herald-2010, publisher: Herald, language: en, published: 2010-03-01}
operators: [{id: alpha, name: Alpha}]
sites: [{id: alpha-dakar, cite: 1, operator: alpha, at: SN, status: planned, opened: 2010-10}]
pledges:
- {id: alpha-200, cite: 1, operators: alpha, at: SN, site: alpha-dakar, figure: 200, measure: jobs,
   reading: additional, basis: operator, announced: 2010-03-01, due: 2012}
"""
THERE = """
source: {{id: herald-2013, publisher: Herald, language: en, published: 2013-03-01}}
reports:
- {{id: alpha-there, cite: 1, operators: alpha, at: SN, site: alpha-dakar, kind: held, figure: {staff},
   measure: {measure}, basis: operator, as_of: {day}}}
- {{id: alpha-260, cite: 1, operators: alpha, at: SN, site: alpha-dakar, kind: held, figure: 260,
   measure: headcount, basis: operator, as_of: 2012-12}}
"""


def test_a_report_of_people_at_a_site_before_the_promise_makes_it_no_new_site() -> None:
    cases = [
        ("2010-03-02", "headcount", 40, "exceeded"),
        ("2010-03-01", "headcount", 40, "no_evidence"),
        ("2010", "jobs", 40, "no_evidence"),  # it may be of a time before the promise
        ("2010-02", "seats", 40, "exceeded"),  # seats are no people
        ("2010-02", "headcount", 0, "exceeded"),
    ]
    worlds = [(STAFFED, THERE.format(day=day, measure=measure, staff=staff)) for day, measure, staff, _verdict in cases]
    assert verdicts_of(*worlds) == [verdict for *_there, verdict in cases]


CUT = """
source: {{id: echo-2013, publisher: Echo, language: en, published: 2013-03-01}}
losses:
- {{id: alpha-cut, cite: 1, operators: alpha, at: SN, site: alpha-dakar, figure: 10, measure: jobs, basis: operator,
   cause: dismissal, status: happened, announced: 2013-03-01, date: {day}}}
"""


def test_who_was_dismissed_at_a_site_before_the_promise_had_worked_there() -> None:
    there = THERE.format(day="2010-04-01", measure="headcount", staff=40)
    worlds = [(STAFFED, there, CUT.format(day=day)) for day in ("2010-03-02", "2010-02")]
    assert verdicts_of(*worlds) == ["exceeded", "no_evidence"]


# --- delivery -----------------------------------------------------------------------------------------------------


def rates(answer: Answer) -> list[tuple[Any, ...]]:
    assert answer.code == 0, answer.err
    names = (
        "pledges",
        "known",
        "in_time",
        "late",
        "reached",
        "missed",
        "cancelled",
        "promised",
        "promised_known",
        "reported",
        "kept",
        "rate_low",
        "rate_high",
        "coverage",
    )
    groups = json.loads(answer.out)["groups"]
    return [(next(iter(group.values())), group["line"], *(group[name] for name in names)) for group in groups]


def test_delivery_by_country_tells_a_rate_with_all_that_it_rests_on(ask: Callable[..., Answer]) -> None:
    assert rates(ask("delivery", "-f", "json")) == [
        ("SN", "new_jobs", 2, 1, 0, 0, 0, 1, 0, 700, 500, 300, 300, 42.9, 60.0, 50.0),
        ("SN", "seats", 1, 0, 0, 0, 0, 0, 0, 50, 0, None, 0, 0.0, None, 0.0),
        ("TG", "new_jobs", 2, 2, 1, 0, 0, 0, 1, 1360, 1360, 450, 360, 26.5, 26.5, 100.0),
        (None, "new_jobs", 4, 3, 1, 0, 0, 1, 1, 2060, 1860, 750, 660, 32.0, 35.5, 75.0),
        (None, "seats", 1, 0, 0, 0, 0, 0, 0, 50, 0, None, 0, 0.0, None, 0.0),
    ]


def test_delivery_by_year_takes_what_was_due_in_that_year(ask: Callable[..., Answer]) -> None:
    found = rates(ask("delivery", "--by", "year", "--operator", "Kept", "-f", "json"))
    assert [(line[0], line[2], line[4], line[6], line[9], line[12]) for line in found] == [
        ("2010", 1, 0, 1, 100, 100),
        ("2012", 1, 1, 0, 360, 360),
        (None, 1, 1, 0, 360, 360),
    ]


def test_delivery_by_operator_counts_no_job_twice(ask: Callable[..., Answer]) -> None:
    found = rates(ask("delivery", "--by", "operator", "--country", "TG", "-f", "json"))
    assert [(line[0], line[2], line[9]) for line in found] == [("both", 1, 1000), ("kept", 1, 360), (None, 2, 1360)]


def test_what_was_given_up_and_has_no_figure_is_reported_as_nothing_and_not_as_zero(ask: Callable[..., Answer]) -> None:
    (line, _) = rates(ask("delivery", "--operator", "Both", "-f", "json"))
    assert line == ("TG", "new_jobs", 1, 1, 0, 0, 0, 0, 1, 1000, 1000, None, 0, 0.0, 0.0, 100.0)
    assert "Given up, counted as not kept: 1." in ask("delivery", "--operator", "Both").err


def test_delivery_by_basis_has_no_sum_over_bases(ask: Callable[..., Answer]) -> None:
    found = rates(ask("delivery", "--by", "basis", "-f", "json"))
    assert [(line[0], line[1], line[2]) for line in found] == [
        ("government", "levels", 1),
        ("operator", "new_jobs", 4),
        ("operator", "seats", 1),
    ]


def test_delivery_says_its_scope_what_is_known_in_time_and_what_is_left_out(ask: Callable[..., Answer]) -> None:
    beside = [
        "Seats: the delivery rate isn't known; outcome known for 0 of 1 promise.",
        "Of 3 promises with a known outcome: 1 kept in time.",
        "Given up, counted as not kept: 1.",
        "Promises not included: not yet due: 1; without a due date: 1.",
    ]
    assert ask("delivery").err.splitlines() == ["Articles: 2; see --sources", *beside]
    assert ask("delivery", "-f", "json").err.splitlines() == beside
    assert ask("delivery", "-f", "table").lines[0] == (
        "Promised by operators, due before 1 January 2016. New jobs: 32 to 35% delivered; "
        "outcome known for 3 of 4 promises."
    )


def test_delivery_says_where_its_lines_need_not_add_up_as_a_chart_does(ask: Callable[..., Answer]) -> None:
    for by, expected in (
        ("country", []),
        (
            "operator",
            ["A joint promise is listed under none of its operators, so the groups may not add up to the total."],
        ),
        (
            "year",
            [
                (
                    "A tranche is listed under the year in which it was due and the whole promise under its own, "
                    "so the groups may not add up to the total."
                )
            ],
        ),
    ):
        assert [line for line in ask("delivery", "--by", by).err.splitlines() if "add up" in line] == expected
        drawn = ask("chart", "--by", by, "-f", "json").err
        assert [line for line in drawn.splitlines() if "add up" in line] == expected


def test_a_table_of_delivery_has_its_scope_in_the_title_and_never_a_bare_rate() -> None:
    answer = ocdb("delivery", "--country", "SN", database=world(), columns=80, env=TODAY)
    assert (
        answer.out
        == f"""\
Senegal, promised by operators, due before 1 January 2016. New jobs: 43 to 60%
delivered; outcome known for 1 of 2 promises.
Country  Line      Promises  Known  Kept  Missed  Promised  Came   Rate in %
{RULE * 76}
Senegal  new jobs         2      1     0       1       700   300  42.9 to 60
Senegal  seats            1      0     0       0        50
all      new jobs         2      1     0       1       700   300  42.9 to 60
all      seats            1      0     0       0        50

Articles: 2; see --sources
Seats: the delivery rate isn't known; outcome known for 0 of 1 promise.
Of 1 promise with a known outcome: 0 kept in time.
Promises not included: not yet due: 1; without a due date: 1.
Senegal: 2 of 50 known articles have been read
"""
    ), "silence isn't zero: nothing came of what nobody reports on, as far as anybody knows"


def test_every_known_promise_of_a_table_of_delivery_stands_in_a_column() -> None:
    answer = ocdb("delivery", "--by", "operator", "-f", "md", database=world(), env=TODAY)
    headings, _rule, *rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in answer.lines[2:]]
    lines = [dict(zip(headings, row, strict=True)) for row in rows]
    assert [(line["Operator"], line["Given up"]) for line in lines if line["Given up"]] == [("Both", "1"), ("all", "1")]
    for line in lines:
        parts = (int(line[name] or 0) for name in ("Kept", "Missed", "Given up"))
        assert sum(parts) == int(line["Known"]), line


def test_by_basis_what_is_left_out_is_told_of_all_bases_or_of_the_one_that_is_asked_for(
    ask: Callable[..., Answer],
) -> None:
    def told(*more: str) -> tuple[Any, ...]:
        day = {"OCDB_TODAY": "2012-07-01"}
        found = json.loads(ask("delivery", "--by", "basis", *more, "-f", "json", env=day).out)
        title = ask("delivery", "--by", "basis", *more, "-f", "table", env=day).lines[0]
        keys = [group["basis"] for group in found["groups"]]
        return found["scope"]["basis"], keys, found["not_due"], found["undated"], title

    assert told() == (None, ["operator"], 7, 1, "Promised by anyone, due before 1 July 2012")
    government = "Targets of governments, due before 1 July 2012: no promise was due"
    assert told("--basis", "government") == ("government", [], 1, 0, government)


def test_nothing_due_is_an_empty_table_and_said(ask: Callable[..., Answer]) -> None:
    answer = ask("delivery", "-f", "json", env={"OCDB_TODAY": "2010-03-02"})
    assert json.loads(answer.out)["groups"] == []
    assert answer.err.splitlines() == [
        "Promised by operators, due before 2 March 2010: no promise was due",
        "Promises not included: not yet due: 6; without a due date: 1.",
    ]


# --- a promise that grew, and one that was kept late --------------------------------------------------------------

GROWN = """
source: {id: herald-2015, publisher: Herald, language: en, published: 2015-06-01}

reports:
- {id: kept-2000, cite: 1, operators: kept, at: tg-lome, site: kept-lome, kind: held, figure: 2000, measure: headcount,
   reading: total, basis: operator, as_of: 2015-05}
- {id: short-800, cite: 1, operators: short, at: SN, site: short-dakar, kind: held, figure: 800, measure: headcount,
   reading: total, basis: operator, as_of: 2015-05}

verdicts:
- {id: silent-missed, cite: 1, pledge: silent-200, outcome: missed, as_of: 2015-05}
"""


def test_what_came_beyond_a_promise_that_was_kept_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "grown.yaml").write_text(GROWN, "utf-8")
    database = loaded(*_write(tmp_path), tmp_path / "grown.yaml")
    answer = ocdb("delivery", "--by", "operator", "-f", "json", database=database, env=TODAY)
    assert [line for line in rates(answer) if line[1] == "new_jobs"] == [
        ("both", "new_jobs", 1, 1, 0, 0, 0, 0, 1, 1000, 1000, None, 0, 0.0, 0.0, 100.0),
        ("kept", "new_jobs", 1, 1, 1, 0, 0, 0, 0, 360, 360, 450, 360, 100.0, 100.0, 100.0),
        ("short", "new_jobs", 1, 1, 0, 1, 0, 0, 0, 500, 500, 500, 500, 100.0, 100.0, 100.0),
        ("silent", "new_jobs", 1, 1, 0, 0, 0, 1, 0, 200, 200, None, 0, 0.0, 99.5, 100.0),
        (None, "new_jobs", 4, 4, 1, 1, 0, 1, 1, 2060, 2060, 950, 860, 41.7, 51.4, 100.0),
    ]
    assert (
        "Missed, but no source says by how much: 1; in the rates, from nothing to just short of the promise."
        in answer.err.splitlines()
    )
    assert [group["no_figure"] for group in json.loads(answer.out)["groups"] if group["line"] == "new_jobs"] == [
        *(0, 0, 0, 1),
        1,
    ]
    assert "Of 4 promises with a known outcome: 1 kept in time, 1 kept late." in answer.err.splitlines()
    chart = ocdb("chart", "--by", "operator", "-f", "table", database=database, columns=80, env=TODAY).lines
    told = [line.partition("reported ") for line in chart]
    assert [
        bar.split()[-2:] for before, word, bar in told if word and not before.strip(" abcdefghijklmnopqrstuvwxyz")
    ] == [
        ["given", "up"],
        ["███████████████████████████", "500"],
        ["████████████████████████▎", "450"],
        ["no", "figure"],
    ]


# --- a younger whole that contains what an older source promised --------------------------------------------------

YOUNGER = """
source: {id: herald-2014, publisher: Herald, language: en, published: 2014-05-01}

operators:
- {id: heir, name: Heir}

pledges:
- {id: heir-700, cite: 1, operators: heir, at: tg-lome, site: kept-lome, figure: 700, measure: headcount,
   reading: total, basis: operator, announced: 2014-05-01, due: 2015, contains: kept-400}
"""


def test_a_younger_promise_may_contain_an_older_one_that_another_operator_made_for_the_site(tmp_path: Path) -> None:
    (tmp_path / "younger.yaml").write_text(YOUNGER, "utf-8")
    both = loaded(*_write(tmp_path), tmp_path / "younger.yaml")
    found = json.loads(ocdb("jobs", "--place", "Lomé", "-f", "json", database=both).out)
    assert [one["id"] for one in found["counted"]] == ["heir-700"]
    assert {one["id"]: (one["reason"], one["reason_details"]) for one in found["left_out"]} == {
        "both-1000": ("for_the_whole_of", {"place": "TG"}),
        "kept-100": ("part_of", {"pledge": "heir-700"}),
        "kept-400": ("part_of", {"pledge": "heir-700"}),
        "togo-9000": ("for_the_whole_of", {"place": "TG"}),
    }
    assert ocdb("check", tmp_path).err == "0 errors, 0 warnings\n"


# --- versions and tranches, and reports that bear on several promises ---------------------------------------------


def delivered(text: str, *more: str) -> dict[str | None, dict[str, Any]]:
    """Return the lines of `delivery --by operator` on a few claims of one article, by operator."""
    head = "source: {id: herald-2024, publisher: Herald, language: en, published: 2024-03-01}\n"
    answer = ocdb("delivery", "--by", "operator", *more, "-f", "json", database=loaded_text(head + text), env=LATER)
    assert answer.code == 0, answer.err
    return {group["operator"]: group for group in json.loads(answer.out)["groups"]}


LATER = {"OCDB_TODAY": "2026-01-01"}
SUCCEEDED = """
operators: [{id: mu, name: Mu}]
pledges:
- {id: whole-300, cite: 1, operators: mu, at: SN, figure: 300, measure: jobs, basis: operator, announced: 2018-03-01,
   due: 2020}
- {id: tranche-100, cite: 1, operators: mu, at: SN, figure: 100, measure: jobs, basis: operator, announced: 2018-03-01,
   due: 2019, part_of: whole-300}
"""
NEWER = """
- {id: whole-200, cite: 1, operators: mu, at: SN, figure: 200, measure: jobs, basis: operator, announced: 2019-02-10,
   due: 2020, revises: whole-300}
"""
CALLED_SUPERSEDED = """
verdicts: [{id: replaced, cite: 1, pledge: whole-300, outcome: superseded, as_of: 2020-01}]
"""


def test_a_tranche_of_a_superseded_promise_is_a_tranche_of_the_newer_one() -> None:
    line = delivered(SUCCEEDED + NEWER)["mu"]
    assert (line["pledges"], line["promised"]) == (1, 200)


def test_a_promise_that_a_source_calls_superseded_counts_until_its_newer_version_is_on_record() -> None:
    line = delivered(SUCCEEDED + CALLED_SUPERSEDED)["mu"]
    assert (line["pledges"], line["known"], line["promised"], line["rate_low"]) == (1, 0, 300, 0)
    assert delivered(SUCCEEDED + NEWER + CALLED_SUPERSEDED)["mu"]["promised"] == 200


ONE_REPORT = """
operators: [{id: mu, name: Mu}]
pledges:
- {id: mu-500, cite: 1, operators: mu, at: SN, figure: 500, measure: jobs, reading: additional, basis: operator,
   announced: 2018-03-01, due: 2019}
- {id: mu-400, cite: 1, operators: mu, at: SN, figure: 400, measure: jobs, reading: additional, basis: operator,
   announced: 2018-03-01, due: 2019}
reports:
- {id: mu-created, cite: 1, operators: mu, at: SN, kind: created, figure: 600, measure: jobs, basis: operator,
   as_of: 2018-04/2019-12}
"""
# What a later report shows of a promise that was kept before is no part of what came of it.
ONE_AFTER_THE_OTHER = """
operators: [{id: mu, name: Mu}]
sites: [{id: mu-dakar, cite: 1, operator: mu, at: sn-dakar, status: planned}]
pledges:
- {id: mu-500, cite: 1, operators: mu, at: SN, figure: 500, measure: jobs, reading: additional, basis: operator,
   announced: 2018-03-01, due: 2019}
- {id: mu-300, cite: 1, operators: mu, at: sn-dakar, site: mu-dakar, figure: 300, measure: jobs, reading: additional,
   basis: operator, announced: 2020-03-01, due: 2022}
reports:
- {id: mu-in-senegal, cite: 1, operators: mu, at: SN, kind: created, figure: 500, measure: jobs, basis: operator,
   as_of: 2018-04/2019-06}
- {id: mu-at-dakar, cite: 1, operators: mu, at: sn-dakar, site: mu-dakar, kind: created, figure: 300, measure: jobs,
   basis: operator, as_of: 2020-04/2022-06}
"""
AT_MOST = """
operators: [{id: mu, name: Mu}]
pledges:
- {id: mu-400, cite: 1, operators: mu, at: SN, figure: 400, measure: jobs, reading: total, basis: operator,
   announced: 2018-03-01, due: 2019}
reports:
- {id: mu-held, cite: 1, operators: mu, at: SN, kind: held, figure: {at_most: 399}, measure: headcount,
   basis: operator, as_of: 2020-01-10}
"""
CALLED_MISSED = """
operators: [{{id: mu, name: Mu}}]
pledges:
- {{id: mu-100, cite: 1, operators: mu, at: SN, figure: 100, measure: jobs, reading: total, basis: operator,
   announced: 2018-03-01, due: 2019}}
reports:
- {{id: mu-held, cite: 1, operators: mu, at: SN, kind: held, figure: {}, measure: headcount, basis: operator,
   as_of: 2019-06}}
verdicts: [{{id: mu-missed, cite: 1, pledge: mu-100, outcome: missed, as_of: 2019-12}}]
"""


def told(line: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(line[name] for name in ("known", "no_figure", "reported", "kept", "rate_low", "rate_high"))


def test_one_report_on_two_promises_counts_once_in_a_line() -> None:
    found = delivered(ONE_REPORT)
    assert told(found["mu"]) == told(found[None]) == (2, 0, 600, 600, 66.7, 100)


def test_what_came_after_a_promise_was_kept_is_free_for_a_later_promise() -> None:
    assert told(delivered(ONE_AFTER_THE_OTHER)["mu"]) == (2, 0, 800, 800, 100, 100)


def test_a_miss_of_which_only_a_most_is_known_is_zero_in_the_low_end_and_that_in_the_high() -> None:
    assert told(delivered(AT_MOST)["mu"]) == (1, 0, None, 0, 0, 99.8)


@pytest.mark.parametrize(
    ("held", "expected"),
    [(60, (1, 0, 60, 60, 60, 99)), (310, (1, 1, None, 0, 0, 99))],
    ids=["short", "all of it"],
)
def test_what_a_source_calls_missed_never_counts_as_kept_in_full(held: int, expected: tuple[Any, ...]) -> None:
    assert told(delivered(CALLED_MISSED.format(held))["mu"]) == expected


# --- a promise that a source denies -------------------------------------------------------------------------------

DENIED = """
source: {id: gazette-2011, publisher: Gazette, language: en, published: 2011-03-01}
citations: [{claim: short-500, cite: 1, stance: contradicts}]
"""
NAMED = "Counted although a source denies them: short-500. See ocdb conflicts."


@cache
def denying() -> Path:
    """Return a database in which a source denies that a promise was made."""
    return loaded_text(PROMISES, DENIED)


def test_a_promise_that_a_source_denies_is_named_where_it_counts() -> None:
    for question in ("jobs", "pledges", "delivery"):
        answer = ocdb(question, "--country", "SN", database=denying(), env=TODAY)
        assert NAMED in answer.err.splitlines(), question
        assert "denies" not in ocdb(question, "--country", "TG", database=denying(), env=TODAY).err, question
    for line, named in (("new_jobs", True), ("seats", False)):
        drawn = ocdb("chart", "--by", "country", "--line", line, "-f", "json", database=denying(), env=TODAY)
        assert (NAMED in drawn.err.splitlines()) is named, line


def test_data_tells_which_promises_a_source_denies() -> None:
    def answer(*question: str) -> Any:
        return json.loads(ocdb(*question, "-f", "json", database=denying(), env=TODAY).out)

    assert [line["id"] for line in answer("pledges") if line["denied"]] == ["short-500"]
    assert answer("jobs")["denied"] == answer("delivery")["denied"] == ["short-500"]
    assert answer("chart", "--by", "country")["denied"] == ["short-500"]
    assert answer("chart", "--by", "country", "--line", "seats")["denied"] == []


def test_a_promise_that_is_denied_and_preferred_is_settled() -> None:
    preferred = PROMISES.replace("id: short-500,", "id: short-500, preferred_because: The company wrote it itself,")
    answer = ocdb("jobs", "-f", "json", database=loaded_text(preferred, DENIED), env=TODAY)
    assert json.loads(answer.out)["denied"] == []


# --- sectors --------------------------------------------------------------------------------------------------------

SECTORS = """
source: {id: herald-2009, publisher: Herald, language: en, published: 2009-03-01}
institutions: [{id: ministry, name: Ministry, kind: ministry}]
pledges:
- {id: ma-2015, cite: 1, at: MA, figure: 70000, measure: jobs, reading: total, basis: government, sector: offshoring,
   parties: {subject: ministry}, announced: 2009-02, due: 2015}
"""
COUNTED = """
source: {id: herald-2016, publisher: Herald, language: en, published: 2016-03-01}
reports:
- {id: ma-offshoring-2016, cite: 1, at: MA, kind: held, figure: {about: 60000}, measure: jobs, reading: total,
   basis: federation, sector: offshoring, as_of: 2016-01}
- {id: ma-ict-2016, cite: 1, at: MA, kind: held, figure: 90000, measure: jobs, reading: total, basis: analyst,
   sector: ict, as_of: 2016-01}
"""


def test_a_verdict_on_a_country_says_that_it_rests_on_a_figure_of_the_sector(tmp_path: Path) -> None:
    for name, text in (("promise", SECTORS), ("counted", COUNTED)):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    database = loaded(tmp_path / "promise.yaml", tmp_path / "counted.yaml")
    ask = partial(ocdb, database=database, env=TODAY)
    (line,) = json.loads(ask("pledges", "--format", "json").out)
    assert [line[name] for name in ("sector", "verdict", "decided_by")] == [
        "offshoring",
        "missed",
        "ma-offshoring-2016",
    ]
    sentences = {
        "en": [
            "70,000 jobs, offshoring",
            "about 60,000 jobs (January 2016), for the whole sector (offshoring)",
            "counts another sector: ICT, promised for offshoring",
        ],
        "fr": [
            "70 000 emplois, offshoring",
            "environ 60 000 emplois (janvier 2016), pour tout le secteur (offshoring)",
            "compte un autre secteur : TIC ; promis pour : offshoring",
        ],
    }
    for language, words in sentences.items():
        shown = re.sub(r"\s", " ", ask("--lang", language, "show", "ma-2015", "--format", "md").out)
        assert [one for one in words if one not in shown] == []
