"""The rules of the ledger (docs/ledger.md): what a report shows of a promise, and which verdict follows."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocdb.rules.ledger import About, Evidence, Figure, Line, Pledge, Report, Sourced, ledger, weigh

MADE = date(2011, 5, 10)
DUE = date(2011, 10, 31)
SITE = About(frozenset({"exemplia"}), "MA", "ma-agadir", frozenset({"ma-agadir", "ma-souss-massa"}), "exemplia-agadir")
CITY = replace(SITE, site=None)
COUNTRY = About(frozenset({"exemplia"}), "MA")


def exact(number: int) -> Figure:
    return Figure(number, number, "exact")


def about(number: int) -> Figure:
    return Figure(number, number, "about")


def at_least(number: int) -> Figure:
    return Figure(number, None, "at_least")


def at_most(number: int) -> Figure:
    return Figure(None, number, "at_most")


def pledge(figure: Figure | int = 400, **more: Any) -> Pledge:
    """Return a promise of 400 jobs in all at a site, made in May 2011, due by the end of October."""
    given: dict[str, Any] = {"measure": "jobs", "reading": "total", "about": SITE, "id": "promise"} | more
    dates = {"announced": MADE, "made": MADE, "due": DUE}
    return Pledge(figure=exact(figure) if isinstance(figure, int) else figure, **(dates | given))


def report(figure: Figure | int, day: date | None = DUE, **more: Any) -> Report:
    """Return a report of how many work at that site on a day."""
    given: dict[str, Any] = {"kind": "held", "measure": "headcount", "about": SITE, "id": "report"} | more
    return Report(figure=exact(figure) if isinstance(figure, int) else figure, **({"first": day, "last": day} | given))


def line(promise: Pledge, *reports: Report, verdicts: tuple[Sourced, ...] = ()) -> Line:
    (found,) = (one for one in ledger([promise], reports, verdicts) if one.pledge == promise.id)
    return found


def verdicts(promise: Pledge, *reports: Report) -> tuple[str, str]:
    """Return the verdict up to the due day, and that from the day after."""
    found = line(promise, *reports)
    return found.while_open, found.once_due


def shown(promise: Pledge, found: Report) -> tuple[int | None, int | None]:
    weighed = weigh(promise, found)
    return weighed.low, weighed.high


# --- silence ------------------------------------------------------------------------------------------------------


def test_silence_is_not_due_before_the_day_and_no_evidence_after_it() -> None:
    assert verdicts(pledge()) == ("not_due", "no_evidence")


def test_silence_on_a_promise_without_a_date_is_no_evidence() -> None:
    assert verdicts(pledge(due=None)) == ("no_evidence", "no_evidence")


def test_a_promise_that_names_no_employer_is_decided_only_by_a_source() -> None:
    nobody = replace(COUNTRY, operators=frozenset())
    found = line(pledge(about=nobody), report(1000, about=nobody))
    assert (found.once_due, found.reason) == (
        "no_evidence",
        "it names no employer, so only a source decides",
    )


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ([], "no report"),
        ([report(400, measure="seats")], "no report bears on it"),
        ([report(150, kind="created")], "no report bears on it"),
        (
            [report(at_least(350), date(2014, 5, 1))],
            "at least 350 there, 2014-05-01: neither reaches it nor proves a miss",
        ),
        ([report(at_most(500))], "at most 500 there, 2011-10-31: neither reaches it nor proves a miss"),
        ([report(300, date(2014, 5, 1))], "300 there, 2014-05-01: neither reaches it nor proves a miss"),
    ],
)
def test_no_report_is_said_only_where_there_is_none(found: list[Report], reason: str) -> None:
    answer = line(pledge(), *found)
    assert (answer.once_due, answer.reason) == ("no_evidence", reason)


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (report(300, date(2011, 9, 30)), "300 there, 2011-09-30, before it was due"),
        (report(300, date(2011, 10, 1)), "300 there, 2011-10-01: neither reaches it nor proves a miss"),
        (report(at_least(300)), "at least 300 there, 2011-10-31: neither reaches it nor proves a miss"),
    ],
)
def test_what_was_there_in_the_time_when_it_was_due_wasnt_there_before_it(found: Report, reason: str) -> None:
    assert line(pledge(due_from=date(2011, 10, 1)), found).reason == reason


@pytest.mark.parametrize(
    ("promise", "found", "reason"),
    [
        (pledge(), report(40), "40 there, 2011-10-31"),
        (pledge(), report(at_most(40)), "at most 40 there, 2011-10-31"),
        (pledge(), report(at_least(40)), "at least 40 there, 2011-10-31"),
        (pledge(about=COUNTRY), report(40), "at least 40 there, 2011-10-31"),
        (pledge(reading="additional"), report(40), "40 there, at most 40 on top, 2011-10-31"),
        (pledge(reading="unclear"), report(about(600)), "about 600 there, at most 660 on top, 2011-10-31"),
        (pledge(reading="additional", fresh=True), report(40), "40 there, 2011-10-31"),
        (pledge(reading="additional"), report(40, kind="created"), "at least 40 created, 2011-10-31"),
        (pledge(), report(40, directness="both"), "40 there, at most 40 direct, 2011-10-31"),
    ],
)
def test_a_reason_says_what_the_report_says_and_what_it_shows_of_the_promise(
    promise: Pledge, found: Report, reason: str
) -> None:
    assert weigh(promise, found).reason == reason


def test_what_became_of_the_site_stands_beside_silence_and_is_no_verdict() -> None:
    ended = pledge(site_ended="its site had closed by 2011-09-30")
    found = line(ended)
    assert (found.while_open, found.once_due, found.reason) == (
        "not_due",
        "no_evidence",
        "no report; its site had closed by 2011-09-30",
    )
    assert line(ended, report(300)).reason == "300 there, 2011-10-31"


# --- reached, and how far -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("promised", "held", "verdict"),
    [
        (exact(400), 399, "missed"),
        (exact(400), 400, "delivered"),
        (exact(400), 401, "exceeded"),
        (about(400), 359, "missed"),
        (about(400), 360, "delivered"),
        (about(400), 440, "delivered"),
        (about(400), 441, "exceeded"),
        (at_least(400), 399, "missed"),
        (at_least(400), 4000, "delivered"),
        (Figure(300, 400, "range"), 299, "missed"),
        (Figure(300, 400, "range"), 300, "delivered"),
        (Figure(300, 400, "range"), 401, "exceeded"),
        (at_most(400), 100, "no_evidence"),
        (at_most(400), 500, "no_evidence"),
        (exact(400), about(400), "delivered"),
        (exact(400), about(444), "delivered"),  # may be 400
        (exact(400), about(445), "exceeded"),
        (about(400), about(488), "delivered"),
        (about(400), about(489), "exceeded"),
        (exact(400), about(370), "no_evidence"),  # may be 407
        (exact(400), about(360), "missed"),
        (exact(400), at_least(350), "no_evidence"),
        (exact(400), at_least(400), "delivered"),
        (exact(400), at_most(399), "missed"),
        (exact(400), at_most(400), "no_evidence"),
        (exact(400), Figure(350, 450, "range"), "no_evidence"),
        (exact(400), Figure(350, 390, "range"), "missed"),
        (exact(400), Figure(400, 450, "range"), "delivered"),
    ],
)
def test_the_bounds_of_both_figures_decide_on_the_due_day(promised: Figure, held: Figure | int, verdict: str) -> None:
    assert line(pledge(promised), report(held)).once_due == verdict


# --- before and after the due date --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "open_", "due"),
    [
        (MADE, "not_due", "no_evidence"),  # the day of the promise: it tells of what was there
        (MADE + timedelta(days=1), "partly_delivered", "no_evidence"),
        (DUE - timedelta(days=1), "partly_delivered", "no_evidence"),
        (DUE, "partly_delivered", "missed"),
        (DUE + timedelta(days=366), "not_due", "missed"),
        (DUE + timedelta(days=367), "not_due", "no_evidence"),
    ],
)
def test_too_few_are_a_miss_only_on_the_due_day_and_in_the_year_after(day: date, open_: str, due: str) -> None:
    assert verdicts(pledge(), report(300, day)) == (open_, due)


@pytest.mark.parametrize(
    ("day", "open_", "due"),
    [
        (DUE, "partly_delivered", "no_evidence"),
        (date(2012, 10, 30), "not_due", "no_evidence"),
        (date(2012, 10, 31), "not_due", "missed"),
        (date(2013, 11, 1), "not_due", "missed"),
        (date(2013, 11, 2), "not_due", "no_evidence"),
    ],
)
def test_of_a_due_date_that_isnt_sure_too_few_are_a_miss_once_it_is_over(day: date, open_: str, due: str) -> None:
    assert verdicts(pledge(over=date(2012, 10, 31)), report(300, day)) == (open_, due)


def test_a_due_date_that_isnt_sure_takes_nothing_from_what_was_reached() -> None:
    found = line(pledge(over=date(2012, 10, 31)), report(300, date(2012, 1, 1), id="short"), report(400, DUE))
    assert (found.once_due, found.timing) == ("delivered", "by_due")
    found = line(
        pledge(over=date(2012, 10, 31)), report(300, date(2012, 1, 1), id="short"), report(400, date(2015, 1, 1))
    )
    assert (found.once_due, found.timing) == ("delivered", "unknown")


@pytest.mark.parametrize(
    ("day", "verdict", "timing"),
    [
        (MADE, "no_evidence", None),
        (MADE + timedelta(days=1), "delivered", "by_due"),
        (DUE, "delivered", "by_due"),
        (DUE + timedelta(days=1), "delivered", "unknown"),
        (DUE + timedelta(days=2000), "delivered", "unknown"),
    ],
)
def test_a_figure_that_is_reached_is_delivered_and_the_line_tells_when(
    day: date, verdict: str, timing: str | None
) -> None:
    found = line(pledge(), report(400, day))
    assert (found.once_due, found.timing) == (verdict, timing)


def test_what_was_short_on_the_day_and_reached_later_is_delivered_late() -> None:
    found = line(pledge(), report(300, DUE, id="short"), report(500, date(2015, 1, 1), id="reached"))
    assert (found.once_due, found.timing, found.shown) == ("delivered", "late", 300)


def test_fewer_after_it_was_reached_dont_make_it_late() -> None:
    found = line(pledge(), report(400, DUE + timedelta(days=60)), report(300, DUE + timedelta(days=90), id="fell"))
    assert (found.once_due, found.timing, found.shown) == ("delivered", "unknown", 400)


@pytest.mark.parametrize(
    ("found", "amount"),
    [
        ([(450, DUE), (2500, date(2018, 8, 1))], 450),  # by the day: what grew later is another story
        ([(300, date(2011, 7, 1)), (450, DUE), (420, date(2011, 9, 1))], 450),
        ([(500, date(2013, 1, 1)), (2500, date(2018, 8, 1))], 500),  # the first that decides, however late
        ([(100, date(2011, 7, 1)), (500, date(2013, 1, 1))], 500),
        ([(350, date(2014, 1, 1)), (500, date(2016, 1, 1))], 500),  # fewer so late decide nothing
        ([(300, DUE + timedelta(days=90)), (350, DUE + timedelta(days=200))], 300),
        ([(350, date(2011, 7, 1)), (300, DUE + timedelta(days=90))], 350),
        ([(300, date(2011, 7, 1)), (350, date(2014, 1, 1))], 300),
        ([(300, date(2014, 1, 1)), (350, date(2016, 1, 1))], 300),
    ],
)
def test_what_was_there_by_the_due_day_is_told_and_else_what_decides_first(
    found: list[tuple[int, date]], amount: int
) -> None:
    told = [report(low, day, id=f"report-{number}") for number, (low, day) in enumerate(found)]
    assert line(pledge(), *told).shown == amount


@pytest.mark.parametrize(("days", "verdict"), [(0, "exceeded"), (366, "exceeded"), (367, "delivered")])
def test_what_grew_more_than_a_year_after_the_due_day_exceeds_nothing(days: int, verdict: str) -> None:
    assert line(pledge(), report(900, DUE + timedelta(days=days))).once_due == verdict


def test_a_promise_without_a_date_tells_what_reached_it_first_and_the_most_until_then() -> None:
    some = [report(low, date(year, 1, 1), id=f"in-{year}") for low, year in ((300, 2012), (350, 2013), (500, 2015))]
    more = [*some, report(900, date(2018, 1, 1), id="in-2018")]
    assert [line(pledge(due=None), *found).shown for found in (some[:2], some, more)] == [350, 500, 500]


def test_at_most_so_many_on_the_day_tell_no_figure_of_it() -> None:
    found = line(pledge(reading="additional"), report(300), report(50, date(2015, 1, 1), id="created", kind="created"))
    assert (found.once_due, found.shown) == ("missed", None)
    grown = line(pledge(reading="additional"), report(300), report(450, date(2015, 1, 1), id="created", kind="created"))
    assert (grown.once_due, grown.timing, grown.shown) == ("delivered", "late", 450)


def test_what_a_tranche_grew_to_later_changes_nothing_of_the_whole() -> None:
    whole = pledge(500, id="whole", about=COUNTRY, due=date(2013, 1, 31))
    tranche = pledge(100, id="tranche", part_of=("whole",))
    reports = [report(120), report(900, date(2018, 1, 1), id="grown")]
    assert {one.pledge: one.shown for one in ledger([whole, tranche], reports[:1])} == {"tranche": 120, "whole": 120}
    grown = {one.pledge: (one.once_due, one.timing, one.shown) for one in ledger([whole, tranche], reports)}
    assert grown == {"tranche": ("exceeded", "by_due", 120), "whole": ("delivered", "unknown", 900)}


def test_a_source_that_decides_leaves_to_reports_only_what_was_there_by_the_day() -> None:
    said = (Sourced("said", "promise", "missed", date(2012, 1, 1)),)
    later = report(500, date(2015, 1, 1), id="later")
    assert line(pledge(), later, verdicts=said).shown is None
    assert line(pledge(), later, report(300), verdicts=said).shown == 300


def test_a_report_of_a_month_that_holds_the_due_day_is_no_miss_yet() -> None:
    october = report(300, first=date(2011, 10, 1), last=DUE)
    assert verdicts(pledge(), october) == ("partly_delivered", "no_evidence")


def test_a_report_without_a_date_shows_nothing() -> None:
    undated = report(500, None)
    assert weigh(pledge(), undated).reason == "it has no date to compare"


def test_a_report_of_a_time_that_may_lie_before_the_promise_shows_nothing() -> None:
    may = report(500, first=date(2011, 5, 1), last=date(2011, 5, 31))
    assert weigh(pledge(), may).reason == "it tells of a time before the promise, or of the same"


def test_a_promise_without_a_date_is_partly_delivered_for_good() -> None:
    assert verdicts(pledge(due=None), report(300)) == ("partly_delivered", "partly_delivered")


# --- which reports bear on a pledge -------------------------------------------------------------------------------


def test_a_report_about_the_same_site_bears_whoever_runs_it() -> None:
    later = replace(SITE, operators=frozenset({"successor"}))
    assert shown(pledge(), report(400, about=later)) == (400, 400)


def test_a_report_about_the_whole_operator_shows_nothing_of_one_site() -> None:
    found = weigh(pledge(), report(4000, about=COUNTRY))
    assert (found.bearing, found.reason) == ("nothing", "it is about more than the promise, or about something else")


def test_a_report_about_the_operator_in_the_country_bears_on_a_promise_at_that_level() -> None:
    assert shown(pledge(about=COUNTRY), report(400, about=COUNTRY)) == (400, 400)


def test_a_report_about_another_site_shows_nothing() -> None:
    assert shown(pledge(), report(400, about=replace(SITE, site="exemplia-tangier"))) == (None, None)


def test_a_report_about_a_part_of_the_scope_shows_a_least_and_no_most() -> None:
    assert shown(pledge(about=COUNTRY), report(300, about=SITE)) == (300, None)
    assert shown(pledge(about=COUNTRY), report(300, about=CITY)) == (300, None)
    assert verdicts(pledge(about=COUNTRY), report(300, about=SITE)) == ("partly_delivered", "no_evidence")


def test_a_report_about_one_of_the_operators_shows_a_least_of_a_joint_promise() -> None:
    joint = replace(CITY, operators=frozenset({"exemplia", "other"}))
    assert shown(pledge(about=joint), report(300, about=CITY)) == (300, None)


def test_a_report_about_the_named_operators_isnt_all_of_a_promise_with_unnamed_ones() -> None:
    joint = replace(CITY, unnamed=2)
    assert shown(pledge(about=joint), report(300, about=CITY)) == (300, None)


def test_a_report_about_more_operators_shows_nothing_of_one() -> None:
    joint = replace(CITY, operators=frozenset({"exemplia", "other"}))
    assert shown(pledge(about=CITY), report(900, about=joint)) == (None, None)


def test_what_isnt_near_isnt_even_listed() -> None:
    far = replace(COUNTRY, country="TG")
    assert line(pledge(), report(400, about=far)).evidence == ()


@pytest.mark.parametrize(
    ("promised", "reported", "bears"),
    [
        ("jobs", "jobs", True),
        ("jobs", "headcount", True),
        ("headcount", "jobs", True),
        ("jobs", "seats", False),
        ("seats", "headcount", False),
        ("seats", "seats", True),
        ("jobs", "hires", False),
        ("jobs", "trainees", False),
        ("trainees", "trainees", True),
    ],
)
def test_only_like_is_compared_with_like(promised: str, reported: str, bears: bool) -> None:
    found = weigh(pledge(measure=promised), report(400, measure=reported))
    assert (found.low == 400, found.reason.startswith("it counts")) == (bears, not bears)


def test_a_report_in_a_conflict_that_isnt_preferred_shows_nothing() -> None:
    found = weigh(pledge(), report(400, standing=False))
    assert found.reason == "it is contradicted, and not the figure that is preferred"


# --- levels and flows, on top and in all --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reading", "kind", "fresh", "bounds"),
    [
        ("total", "held", False, (300, 300)),
        ("total", "created", False, (None, None)),
        ("total", "created", True, (None, None)),
        ("additional", "held", False, (None, 300)),
        ("additional", "held", True, (300, 300)),
        ("additional", "created", False, (300, None)),
        ("unclear", "held", False, (None, 300)),
        ("unclear", "held", True, (300, 300)),
        ("unclear", "created", False, (None, None)),
    ],
)
def test_a_level_and_a_flow_show_different_things(
    reading: str, kind: str, fresh: bool, bounds: tuple[int | None, int | None]
) -> None:
    assert shown(pledge(reading=reading, fresh=fresh), report(300, kind=kind)) == bounds


def test_jobs_created_reach_no_promise_that_may_be_of_all_who_are_there() -> None:
    created = report(400, kind="created")
    reason = "it counts what was created, which tells nothing of how many are there in all"
    assert weigh(pledge(), created).reason == weigh(pledge(reading="unclear"), created).reason == reason
    assert line(pledge(), created, report(20, id="held")).once_due == "missed"
    assert line(pledge(reading="additional"), created).once_due == "delivered"


@pytest.mark.parametrize("measure", ["hires", "trainees"])
def test_who_was_hired_or_trained_counts_whatever_the_reading(measure: str) -> None:
    found = report(400, kind="created", measure=measure)
    readings = ("total", "additional", "unclear")
    assert {line(pledge(measure=measure, reading=one), found).once_due for one in readings} == {"delivered"}


def test_jobs_created_towards_a_part_reach_no_whole_that_tells_how_many_are_there() -> None:
    tranche = pledge(100, id="tranche", reading="additional", part_of=("promise",))
    created = report(400, kind="created")
    assert [one.once_due for one in ledger([pledge(), tranche], [created])] == ["no_evidence", "exceeded"]
    assert [one.once_due for one in ledger([pledge(reading="additional"), tranche], [created])] == [
        "delivered",
        "exceeded",
    ]


@pytest.mark.parametrize(
    ("promised", "reported", "held", "created"),
    [
        ("unstated", "unstated", (300, 300), (300, None)),
        ("unstated", "direct", (300, 300), (300, None)),
        ("unstated", "indirect", (None, None), (None, None)),
        ("unstated", "both", (None, 300), (None, None)),
        ("direct", "unstated", (300, 300), (300, None)),
        ("direct", "direct", (300, 300), (300, None)),
        ("direct", "indirect", (None, None), (None, None)),
        ("direct", "both", (None, 300), (None, None)),
        ("indirect", "unstated", (None, None), (None, None)),
        ("indirect", "direct", (None, None), (None, None)),
        ("indirect", "indirect", (300, 300), (300, None)),
        ("indirect", "both", (None, 300), (None, None)),
        ("both", "unstated", (300, None), (300, None)),
        ("both", "direct", (300, None), (300, None)),
        ("both", "indirect", (300, None), (300, None)),
        ("both", "both", (300, 300), (300, None)),
    ],
)
def test_indirect_jobs_are_others_than_those_of_an_employer(
    promised: str, reported: str, held: tuple[int | None, int | None], created: tuple[int | None, int | None]
) -> None:
    assert shown(pledge(directness=promised), report(300, directness=reported)) == held
    on_top = pledge(directness=promised, reading="additional")
    assert shown(on_top, report(300, directness=reported, kind="created")) == created


def test_jobs_of_another_kind_show_nothing_and_the_reason_says_so() -> None:
    indirect, both = report(600, directness="indirect"), report(600, directness="both", kind="created")
    on_top = pledge(reading="additional")
    assert weigh(on_top, indirect).reason == "it counts indirect jobs, the promise direct ones"
    assert weigh(on_top, both).reason == "it counts direct and indirect jobs together"


def test_indirect_jobs_of_a_part_are_none_of_a_whole_of_direct_ones() -> None:
    tranche = pledge(100, id="tranche", directness="indirect", part_of=("promise",))
    found = {one.pledge: one.once_due for one in ledger([pledge(), tranche], [report(400, directness="indirect")])}
    assert found == {"promise": "no_evidence", "tranche": "exceeded"}


def test_all_that_are_there_being_fewer_than_promised_on_top_is_a_miss() -> None:
    assert line(pledge(reading="additional"), report(300)).once_due == "missed"


def test_all_that_are_there_being_more_than_promised_on_top_decides_nothing() -> None:
    assert line(pledge(reading="additional"), report(500)).once_due == "no_evidence"


def test_jobs_created_never_show_a_miss() -> None:
    assert line(pledge(reading="additional"), report(10, kind="created")).once_due == "no_evidence"


def test_hires_are_reached_by_hires_and_by_all_who_work_at_a_new_site() -> None:
    hires = pledge(measure="hires", reading="additional", fresh=True)
    assert shown(hires, report(400, kind="created", measure="hires")) == (400, None)
    assert shown(hires, report(400)) == (400, None)
    assert shown(hires, report(400, kind="created")) == (None, None)
    assert shown(replace(hires, fresh=False), report(400)) == (None, None)


# --- tranches and wholes ------------------------------------------------------------------------------------------


def test_what_a_tranche_shows_is_a_least_of_the_whole() -> None:
    whole = pledge(500, id="whole", about=COUNTRY, due=date(2013, 1, 31))
    tranche = pledge(100, id="tranche", part_of=("whole",))
    found = {one.pledge: one for one in ledger([whole, tranche], [report(120)])}
    assert (found["tranche"].once_due, found["tranche"].shown) == ("exceeded", 120)
    assert (found["whole"].while_open, found["whole"].once_due, found["whole"].shown) == (
        "partly_delivered",
        "no_evidence",
        120,
    )


def test_parts_are_never_added_up_for_the_whole() -> None:
    joint = replace(CITY, operators=frozenset({"one", "two"}))
    shares = [
        pledge(200, id=name, part_of=("joint",), about=replace(CITY, operators=frozenset({name})))
        for name in ("one", "two")
    ]
    reports = [report(200, id=f"of-{one.id}", about=one.about) for one in shares]
    found = {one.pledge: one for one in ledger([pledge(400, id="joint", about=joint), *shares], reports)}
    assert found["one"].once_due == found["two"].once_due == "delivered"
    assert (found["joint"].once_due, found["joint"].shown) == ("no_evidence", 200)


def test_what_was_there_before_the_whole_was_promised_is_no_part_of_it() -> None:
    whole = pledge(500, id="whole", about=COUNTRY, announced=date(2012, 1, 1), due=date(2013, 1, 31))
    tranche = pledge(100, id="tranche", part_of=("whole",))
    found = {one.pledge: one for one in ledger([whole, tranche], [report(120)])}
    assert found["whole"].shown is None


def test_promises_in_a_circle_end() -> None:
    circle = [pledge(id="a", part_of=("b",), revises=("b",)), pledge(id="b", part_of=("a",), revises=("a",))]
    assert [one.pledge for one in ledger(circle, [report(10)])] == ["a", "b"]


# --- revisions ----------------------------------------------------------------------------------------------------


def revised(made: date, *reports: Report, due: date | None = DUE) -> Line:
    newer = pledge(600, id="newer", revises=("promise",), made=made, announced=made, due=date(2014, 12, 31))
    return {one.pledge: one for one in ledger([pledge(due=due), newer], reports)}["promise"]


def test_a_promise_that_was_revised_by_its_due_day_is_superseded() -> None:
    found = revised(DUE)
    assert (found.while_open, found.once_due, found.reason) == ("superseded", "superseded", "newer took its place")


def test_a_promise_that_was_revised_after_its_due_day_keeps_its_own_verdict() -> None:
    after = DUE + timedelta(days=1)
    assert revised(after).once_due == "no_evidence"
    assert revised(after, report(300)).once_due == "missed"


def test_a_promise_without_a_date_is_superseded_by_any_newer_version() -> None:
    assert revised(date(2020, 1, 1), due=None).while_open == "superseded"


def test_a_promise_that_was_reached_before_it_was_revised_is_delivered() -> None:
    made = date(2011, 9, 1)
    assert revised(made, report(400, made)).once_due == "delivered"
    assert revised(made, report(400, made + timedelta(days=1))).once_due == "superseded"


def test_the_version_that_stands_goes_before_one_that_lost_a_conflict() -> None:
    def named(standing: bool) -> str:
        lost = pledge(500, id="a-lost", revises=("promise",), standing=False)
        kept = pledge(450, id="b-kept", revises=("promise",), standing=standing)
        return {one.pledge: one.reason for one in ledger([pledge(), lost, kept], [])}["promise"]

    assert (named(standing=True), named(standing=False)) == ("b-kept took its place", "a-lost took its place")


# --- verdicts of sources ------------------------------------------------------------------------------------------


def test_what_a_source_says_goes_before_what_is_computed() -> None:
    found = line(pledge(), report(300), verdicts=(Sourced("said", "promise", "delivered", DUE),))
    assert (found.while_open, found.once_due, found.basis, found.reason) == (
        "delivered",
        "delivered",
        "sourced",
        "said says so",
    )
    assert [(one.claim, one.bearing) for one in found.evidence] == [("said", "decides"), ("report", "shows")]


def test_of_several_sources_the_one_that_tells_of_the_latest_time_wins() -> None:
    found = line(
        pledge(),
        verdicts=(
            Sourced("later", "promise", "missed", date(2012, 1, 1)),
            Sourced("sooner", "promise", "delivered", DUE),
        ),
    )
    assert (found.once_due, found.reason) == ("missed", "later says so")


@pytest.mark.parametrize(
    ("outcome", "day", "verdict"),
    [
        ("partly_delivered", DUE - timedelta(days=1), "delivered"),
        ("partly_delivered", DUE, "delivered"),  # what is partly there on the way is no verdict of the day after
        ("no_evidence", None, "delivered"),
        ("missed", DUE - timedelta(days=1), "missed"),
        ("cancelled", DUE - timedelta(days=1), "cancelled"),
    ],
)
def test_later_reports_decide_what_a_source_left_open_and_nothing_else(
    outcome: str, day: date | None, verdict: str
) -> None:
    assert line(pledge(), report(400), verdicts=(Sourced("said", "promise", outcome, day),)).once_due == verdict


def provisional(outcome: str, *found: Report, **more: Any) -> Line:
    return line(pledge(**more), *found, verdicts=(Sourced("said", "promise", outcome, date(2011, 6, 30)),))


@pytest.mark.parametrize("outcome", ["not_due", "partly_delivered", "no_evidence"])
def test_a_state_on_the_way_holds_until_the_due_day_and_silence_after_it_is_no_evidence(outcome: str) -> None:
    found = provisional(outcome)
    assert (found.while_open, found.once_due, found.basis, found.reason) == (
        outcome,
        "no_evidence",
        "sourced",
        f"said says {outcome} of the time before it was due; no report",
    )


def test_a_state_on_the_way_gives_way_to_a_miss_once_the_day_has_passed() -> None:
    found = provisional("partly_delivered", report(300))
    assert (found.while_open, found.once_due) == ("partly_delivered", "missed")
    assert [(one.claim, one.bearing) for one in found.evidence] == [("said", "decides"), ("report", "decides")]


def test_a_part_that_a_source_tells_of_stays_where_a_promise_has_no_date() -> None:
    found = provisional("partly_delivered", due=None)
    assert (found.while_open, found.once_due, found.reason) == (
        "partly_delivered",
        "partly_delivered",
        "said says so",
    )


def test_a_newer_version_takes_the_place_of_a_promise_that_a_source_called_not_due() -> None:
    newer = pledge(600, id="newer", revises=("promise",), made=date(2011, 9, 1), announced=date(2011, 9, 1))
    found = ledger([pledge(), newer], [], [Sourced("said", "promise", "not_due", date(2011, 6, 30))])
    assert {one.pledge: one.once_due for one in found} == {"newer": "no_evidence", "promise": "superseded"}


# --- properties ---------------------------------------------------------------------------------------------------

# From nothing known to the most: silence isn't worse than a miss, and no better than anything that is known.
RANK = {
    "superseded": 0,
    "not_due": 0,
    "no_evidence": 0,
    "missed": 1,
    "partly_delivered": 2,
    "delivered": 3,
    "exceeded": 4,
}

days = st.integers(-30, 1500).map(lambda number: MADE + timedelta(days=number))
figures = st.one_of(
    st.builds(exact, st.integers(0, 900)),
    st.builds(about, st.integers(0, 900)),
    st.builds(at_least, st.integers(0, 900)),
    st.builds(at_most, st.integers(0, 900)),
    st.tuples(st.integers(0, 400), st.integers(401, 900)).map(lambda ends: Figure(*ends, "range")),
)
places = st.sampled_from([SITE, CITY, COUNTRY, replace(CITY, operators=frozenset({"exemplia", "other"}))])
directness = st.sampled_from(["unstated", "direct", "indirect", "both"])
reports = st.builds(
    lambda figure, day, length, kind, measure, where, standing, counted: Report(
        "", kind, measure, figure, where, day, day + timedelta(days=length), standing, counted
    ),
    figures,
    days,
    st.integers(0, 60),
    st.sampled_from(["held", "created"]),
    st.sampled_from(["jobs", "headcount", "hires", "seats"]),
    places,
    st.booleans(),
    directness,
)
pledges = st.builds(
    lambda figure, reading, where, due, new, counted, later: pledge(
        figure,
        reading=reading,
        about=where,
        due=due,
        fresh=new,
        directness=counted,
        over=due + later if due else None,
    ),
    figures,
    st.sampled_from(["total", "additional", "unclear"]),
    places,
    st.one_of(st.none(), days.filter(lambda day: day > MADE)),
    st.booleans(),
    directness,
    st.timedeltas(timedelta(0), timedelta(366)),
)
families = st.tuples(pledges, pledges, pledges).map(
    lambda three: [
        three[0],
        replace(three[1], id="tranche", part_of=("promise",)),
        replace(three[2], id="newer", revises=("promise",), made=MADE + timedelta(days=90)),
    ]
)


@given(families, st.lists(reports, max_size=6), st.data())
@settings(max_examples=300, deadline=None)
def test_a_verdict_never_improves_when_a_report_is_removed(
    promises: list[Pledge], found: list[Report], data: st.DataObject
) -> None:
    named = [replace(one, id=f"report-{number}") for number, one in enumerate(found)]
    gone = data.draw(st.sampled_from([*named, None]))
    before = ledger(promises, named)
    after = ledger(promises, [one for one in named if one is not gone])
    for old, new in zip(before, after, strict=True):
        assert RANK[new.while_open] <= RANK[old.while_open]
        assert RANK[new.once_due] <= RANK[old.once_due]


@given(pledges, st.lists(reports, max_size=6), reports)
@settings(max_examples=300, deadline=None)
def test_what_is_told_of_a_promise_once_it_is_decided_never_changes_by_a_report_of_a_later_time(
    promise: Pledge, found: list[Report], later: Report
) -> None:
    named = [replace(one, id=f"report-{number}") for number, one in enumerate(found)]
    days = [day for day in (*(one.last for one in named), promise.due) if day]
    grown = replace(later, id="later", first=max(days, default=MADE) + timedelta(days=1), last=date(2020, 1, 1))
    before, after = line(promise, *named), line(promise, *named, grown)
    if before.once_due in ("missed", "delivered", "exceeded") and before.shown is not None:
        assert after.shown == before.shown


@given(pledges, st.lists(reports, max_size=6))
@settings(max_examples=200, deadline=None)
def test_a_verdict_names_what_decided_it_and_silence_names_nothing(promise: Pledge, found: list[Report]) -> None:
    named = [replace(one, id=f"report-{number}") for number, one in enumerate(found)]
    result = line(promise, *named)
    deciding = [one for one in result.evidence if one.bearing == "decides"]
    assert bool(deciding) == bool({result.while_open, result.once_due} - {"no_evidence", "not_due"})


@given(pledges, st.lists(reports, max_size=6), st.randoms())
def test_the_order_of_reports_changes_nothing(promise: Pledge, found: list[Report], random: Any) -> None:
    named = [replace(one, id=f"report-{number}") for number, one in enumerate(found)]
    shuffled = random.sample(named, len(named))
    assert ledger([promise], named) == ledger([promise], shuffled)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2012, 1, 1), date(2012, 12, 31), "2012"),
        (date(2012, 2, 1), date(2012, 2, 29), "2012-02"),
        (date(2012, 2, 1), date(2012, 3, 31), "2012-02-01 to 2012-03-31"),
        (date(2012, 1, 2), date(2012, 12, 31), "2012-01-02 to 2012-12-31"),
    ],
)
def test_a_time_is_told_as_people_write_it(first: date, last: date, told: str) -> None:
    assert weigh(pledge(), report(300, first=first, last=last)).reason == f"300 there, {told}"


def test_evidence_is_listed_by_claim() -> None:
    found = line(pledge(), report(300, id="b"), report(300, id="a", measure="seats"))
    assert found.evidence == (
        Evidence("a", "nothing", None, None, "it counts seats, the promise jobs", DUE, DUE),
        Evidence("b", "decides", 300, 300, "300 there, 2011-10-31", DUE, DUE, 300),
    )
