"""The rule of periods: what state a site was in on each day, rule by rule with the days around each change."""

import datetime as dt
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ocdb.dates import parse
from ocdb.rules.periods import Evidence, Period, empty_until, periods
from ocdb.rules.reasons import Reason
from ocdb.words.reasons import CODES, sentence
from tests.cases import each


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def evidence(says: str, told: str | None, date: str | None = None, status: str = "open", **more: Any) -> Evidence:
    """Return evidence of an article of a day, with a date of its own."""
    span = parse(date) if date else None
    days = {"date": date, "first": span.first if span else None, "last": span.last if span else None}
    key = more.pop("id", f"{says}-{told}")
    return Evidence(key, says, status, day(told), **days, **more)  # type: ignore[arg-type]


def told(*every: Evidence, operator: str | None = None) -> list[tuple[str, str | None, str | None]]:
    """Return state, first and last day of each period."""
    found = periods(every, operator)
    return [(one.status, str(one.first_day), str(one.last_day) if one.last_day else None) for one in found]


def words(period: Period) -> str:
    """Return why a site is in its state, as people read it."""
    return "; ".join(sentence(one.code, dict(one.details)) for one in period.reasons)


# --- before anything is known, and without dates ----------------------------------------------------------------


def test_a_site_without_evidence_has_no_period() -> None:
    assert periods([]) == []


def test_where_nothing_has_a_date_the_state_is_unknown_on_every_day() -> None:
    found = periods([evidence("is", None, id="a"), evidence("plans", None, id="b")], "webhelp")
    said = {"claims": ("a", "b"), "says": ("is", "plans"), "statuses": ("open", "open")}
    reason = Reason.of("no_source_says_when", **said)
    assert found == [Period("unknown", "webhelp", None, None, ("a", "b"), (reason,))]
    assert words(found[0]) == "no source says when: is open according to a, is to be open according to b"


# --- plans --------------------------------------------------------------------------------------------------------


def test_a_plan_without_a_date_is_planned_from_its_announcement_on() -> None:
    assert told(evidence("plans", "2011-08-05")) == [("planned", "2011-08-05", None)]


def test_a_planned_day_that_passed_without_later_news_leaves_the_state_unknown() -> None:
    assert told(evidence("plans", "2011-08-05", "2011-10-03")) == [
        ("planned", "2011-08-05", "2011-10-03"),
        ("unknown", "2011-10-04", None),
    ]


def test_within_a_planned_month_the_state_is_unknown_already() -> None:
    assert told(evidence("plans", "2011-08-05", "2011-10")) == [
        ("planned", "2011-08-05", "2011-09-30"),
        ("unknown", "2011-10-01", None),
    ]


def test_by_a_day_is_planned_until_that_day() -> None:
    assert told(evidence("plans", "2011-08-05", "../2011-10")) == [
        ("planned", "2011-08-05", "2011-10-31"),
        ("unknown", "2011-11-01", None),
    ]


def test_a_plan_announced_within_its_month_is_planned_on_that_day() -> None:
    assert told(evidence("plans", "2011-10-05", "2011-10")) == [
        ("planned", "2011-10-05", "2011-10-05"),
        ("unknown", "2011-10-06", None),
    ]


def test_a_plan_of_which_no_announcement_is_known_counts_once_its_day_has_come() -> None:
    assert told(evidence("plans", None, "2011-10")) == [("unknown", "2011-10-01", None)]


def test_a_plan_put_off_is_planned_all_the_time_until_its_new_day() -> None:
    assert told(evidence("plans", "2011-08-05", "2011-10"), evidence("plans", "2011-12-01", "2012-06-01")) == [
        ("planned", "2011-08-05", "2012-06-01"),
        ("unknown", "2012-06-02", None),
    ]


def test_a_plan_told_again_without_a_date_after_its_day_is_still_planned() -> None:
    assert told(evidence("plans", "2011-08-05", "2011-10"), evidence("plans", "2011-12-01")) == [
        ("planned", "2011-08-05", None)
    ]


def test_a_plan_that_was_given_up_leaves_the_state_unknown() -> None:
    found = periods([evidence("plans", "2011-08-05"), evidence("drops", "2011-12-01")])
    assert [(one.status, str(one.first_day), one.reasons) for one in found] == [
        ("planned", "2011-08-05", (Reason("to_open"),)),
        ("unknown", "2011-12-01", (Reason("opening_given_up"),)),
    ]
    assert [words(one) for one in found] == ["to open, no source says when", "opening given up"]
    assert told(evidence("drops", "2011-12-01")) == [("unknown", "2011-12-01", None)]


def test_news_of_a_plan_to_open_changes_nothing_of_an_open_site() -> None:
    opened = evidence("is", "2011-08-05")
    assert told(opened, evidence("plans", "2011-12-01")) == [("open", "2011-08-05", None)]
    assert told(opened, evidence("drops", "2011-12-01")) == [("open", "2011-08-05", None)]


# --- openings -----------------------------------------------------------------------------------------------------


def test_an_open_site_is_open_from_the_last_day_of_the_time_of_the_article_on_and_lasts() -> None:
    assert told(evidence("is", "2011-08-31")) == [("open", "2011-08-31", None)]


def test_an_opening_on_a_day_is_open_from_that_day_on() -> None:
    assert told(evidence("became", "2012-01-01", "2011-10-03")) == [("open", "2011-10-03", None)]


def test_within_an_uncertain_opening_date_the_state_is_unknown_until_its_last_day() -> None:
    assert told(evidence("became", "2012-01-01", "2011-10")) == [
        ("unknown", "2011-10-01", "2011-10-30"),
        ("open", "2011-10-31", None),
    ]


def test_an_article_within_the_uncertain_date_shows_it_open() -> None:
    assert told(evidence("is", "2011-10-15", "2011-10")) == [
        ("unknown", "2011-10-01", "2011-10-14"),
        ("open", "2011-10-15", None),
    ]


def test_an_opening_whose_date_has_no_beginning_is_open_by_its_end() -> None:
    assert told(evidence("became", "2012-01-01", "../2011-10")) == [("open", "2011-10-31", None)]


def test_an_opening_whose_date_has_no_end_had_happened_when_the_article_appeared() -> None:
    assert told(evidence("became", "2012-01-15", "2011-10/..")) == [
        ("unknown", "2011-10-01", "2012-01-14"),
        ("open", "2012-01-15", None),
    ]


def test_two_dates_of_one_opening_narrow_each_other() -> None:
    month, exact = evidence("became", "2012-01-01", "2011-10"), evidence("became", "2013-01-01", "2011-10-20")
    assert told(month, exact) == [("open", "2011-10-20", None)]


def test_a_dated_opening_tells_that_it_was_planned_until_then_whatever_the_planned_day() -> None:
    planned = evidence("plans", "2011-08-05", "2011-10")
    assert told(planned, evidence("became", "2012-05-01", "2012-03-10")) == [
        ("planned", "2011-08-05", "2012-03-09"),
        ("open", "2012-03-10", None),
    ]
    assert told(planned, evidence("became", "2011-09-30", "2011-09-10")) == [
        ("planned", "2011-08-05", "2011-09-09"),
        ("open", "2011-09-10", None),
    ]


def test_an_undated_report_leaves_open_since_when_it_is_open() -> None:
    assert told(evidence("plans", "2011-08-05", "2011-10"), evidence("is", "2012-03-15")) == [
        ("planned", "2011-08-05", "2011-09-30"),
        ("unknown", "2011-10-01", "2012-03-14"),
        ("open", "2012-03-15", None),
    ]


def test_a_planned_opening_that_took_place_at_an_unknown_time_is_open_when_the_article_appeared() -> None:
    assert told(evidence("became", "2012-03-15")) == [("open", "2012-03-15", None)]


# --- closures and reopenings --------------------------------------------------------------------------------------


def closed(says: str, told_: str | None, date: str | None = None) -> Evidence:
    return evidence(says, told_, date, "closed", id=f"closed-{told_}")


def test_open_lasts_until_the_day_of_the_closure() -> None:
    assert told(evidence("is", "2011-08-31"), closed("became", "2013-05-01", "2013-04-20")) == [
        ("open", "2011-08-31", "2013-04-19"),
        ("closed", "2013-04-20", None),
    ]


def test_within_an_uncertain_closing_date_the_state_is_unknown_until_its_last_day() -> None:
    assert told(evidence("is", "2011-08-31"), closed("became", "2013-05-01", "2013-04")) == [
        ("open", "2011-08-31", "2013-03-31"),
        ("unknown", "2013-04-01", "2013-04-29"),
        ("closed", "2013-04-30", None),
    ]


def test_an_undated_closure_leaves_open_until_when_it_was_open_after_it_was_last_seen() -> None:
    seen = (evidence("is", "2011-08-31", id="a"), evidence("is", "2012-06-30", id="b"))
    assert told(*seen, closed("is", "2014-02-01")) == [
        ("open", "2011-08-31", "2012-06-30"),
        ("unknown", "2012-07-01", "2014-01-31"),
        ("closed", "2014-02-01", None),
    ]


def test_a_site_that_opened_and_closed_in_one_year_opened_first() -> None:
    assert told(evidence("became", "2012-01-01", "2011"), closed("is", "2012-01-01", "2011-11-20")) == [
        ("unknown", "2011-01-01", "2011-11-19"),
        ("closed", "2011-11-20", None),
    ]


def test_a_planned_closure_leaves_the_state_unknown_once_its_day_has_passed() -> None:
    assert told(evidence("is", "2011-08-31"), closed("plans", "2012-01-01", "2012-06-30")) == [
        ("open", "2011-08-31", "2012-06-30"),
        ("unknown", "2012-07-01", None),
    ]


def test_a_site_seen_open_after_the_planned_closure_is_open() -> None:
    plan = closed("plans", "2012-01-01", "2012-06-30")
    seen = (evidence("is", "2011-08-31", id="a"), evidence("is", "2012-07-01", id="b"))
    assert told(*seen, plan) == [("open", "2011-08-31", None)]
    given_up = evidence("drops", "2012-03-01", status="closed")
    assert told(seen[0], plan, given_up) == [("open", "2011-08-31", None)]


def test_a_closed_site_opens_again() -> None:
    found = told(
        evidence("became", "2005-02-01", "2005-01-10", id="a"),
        closed("became", "2012-02-01", "2012-01-10"),
        evidence("became", "2014-02-01", "2014-01-10", id="b"),
    )
    assert found == [
        ("open", "2005-01-10", "2012-01-09"),
        ("closed", "2012-01-10", "2014-01-09"),
        ("open", "2014-01-10", None),
    ]


def test_a_plan_to_open_again_leaves_a_closed_site_closed() -> None:
    assert told(closed("is", "2012-02-01"), evidence("plans", "2012-03-01", "2012-05")) == [
        ("closed", "2012-02-01", None)
    ]


# --- contradictions -----------------------------------------------------------------------------------------------


def test_open_and_closed_on_one_day_is_unknown_from_that_day_on_with_the_reason() -> None:
    found = periods([evidence("is", "2012-02-01", id="a"), closed("is", "2012-02-01")])
    assert [(one.status, str(one.first_day), one.last_day, one.evidence) for one in found] == [
        ("unknown", "2012-02-01", None, ("a", "closed-2012-02-01"))
    ]
    both = {"open": ("a",), "closed": ("closed-2012-02-01",)}
    assert found[0].reasons == (Reason.of("open_and_closed", day="2012-02-01", **both),)
    assert (
        words(found[0])
        == "contradictory on 1 February 2012: closed according to closed-2012-02-01, open according to a"
    )


def test_open_and_closed_on_two_days_is_no_contradiction() -> None:
    assert told(evidence("is", "2012-02-01"), closed("is", "2012-02-02")) == [
        ("open", "2012-02-01", "2012-02-01"),
        ("closed", "2012-02-02", None),
    ]


def test_planned_and_open_on_one_day_is_open() -> None:
    assert told(evidence("plans", "2012-02-01"), evidence("is", "2012-02-01")) == [("open", "2012-02-01", None)]


def test_opening_dates_that_exclude_each_other_leave_the_days_between_them_unknown() -> None:
    found = periods(
        [evidence("became", "2020-01-01", "2010", id="a"), evidence("became", "2020-01-01", "2011", id="b")]
    )
    assert [(one.status, str(one.first_day)) for one in found] == [("unknown", "2010-01-01"), ("open", "2011-12-31")]
    apart = {"dates": ("2010", "2011"), "claims": ("a", "b")}
    assert found[0].reasons == (Reason.of("dates_exclude_each_other", shows="opened", **apart),)
    assert words(found[0]) == "contradictory: opened 2010 according to a, opened 2011 according to b"


def test_a_report_of_the_time_goes_before_a_later_opening_date() -> None:
    assert told(evidence("is", "2008-09-30"), evidence("became", "2010-07-01", "2010-06")) == [
        ("open", "2008-09-30", None)
    ]


# --- unknown ------------------------------------------------------------------------------------------------------


def test_news_that_doesn_t_tell_whether_it_operates_is_unknown_until_other_news() -> None:
    found = told(
        evidence("is", "2012-01-01", id="a"),
        evidence("is", "2013-01-01", status="unknown", id="b"),
        evidence("is", "2014-01-01", id="c"),
    )
    assert found == [
        ("open", "2012-01-01", "2012-12-31"),
        ("unknown", "2013-01-01", "2013-12-31"),
        ("open", "2014-01-01", None),
    ]


# --- operators ----------------------------------------------------------------------------------------------------


def runs(*every: Evidence) -> list[tuple[str, str | None, str]]:
    return [(one.status, one.operator, str(one.first_day)) for one in periods(every, "webhelp")]


def test_a_change_of_operator_begins_a_period() -> None:
    mine = evidence("is", "2012-01-01", "2005-01-01", operator="webhelp", id="a")
    assert runs(mine, evidence("is", "2014-06-01", "2014-03-01", operator="intelcia", id="b")) == [
        ("open", "webhelp", "2005-01-01"),
        ("open", "intelcia", "2014-03-01"),
    ]


def test_an_undated_change_of_operator_leaves_open_who_ran_it_after_the_former_was_last_seen() -> None:
    mine = evidence("is", "2012-01-01", operator="webhelp", id="a")
    assert runs(mine, evidence("is", "2014-06-01", operator="intelcia", id="b")) == [
        ("open", "webhelp", "2012-01-01"),
        ("open", None, "2012-01-02"),
        ("open", "intelcia", "2014-06-01"),
    ]


def test_news_that_names_no_operator_tells_that_it_is_the_same() -> None:
    mine = evidence("is", "2012-01-01", operator="webhelp", id="a")
    later = evidence("is", "2013-01-01", id="b")
    assert runs(mine, later, evidence("is", "2014-06-01", operator="intelcia", id="c"))[1] == (
        "open",
        None,
        "2013-01-02",
    )


def test_a_plan_to_close_what_hasnt_opened_leaves_the_plan_to_open_as_it_is() -> None:
    every = [evidence("plans", "2011-08-05", "2011-10"), closed("plans", "2011-09-01", "2012-01")]
    assert told(*every) == [("planned", "2011-08-05", "2011-09-30"), ("unknown", "2011-10-01", None)]


def test_whoever_is_on_record_runs_a_site_until_another_one_is_named() -> None:
    found = periods([evidence("plans", "2010-01-01"), evidence("is", "2011-08-05", operator="vipp")], "webhelp")
    assert [(one.operator, str(one.first_day)) for one in found] == [
        ("webhelp", "2010-01-01"),
        ("webhelp", "2010-01-02"),  # from then on nobody knows whether it has opened
        ("vipp", "2011-08-05"),
    ]


def test_where_it_was_open_who_runs_a_site_nothing_passes_to_the_next() -> None:
    both = [evidence("is", "2012-01-01", id=slug, operator=slug) for slug in ("webhelp", "intelcia")]
    found = periods([*both, evidence("is", "2013-01-01", operator="vipp")])
    assert "passes_to" not in {reason.code for one in found for reason in one.reasons}
    assert found[-1].operator == "vipp"


def test_two_operators_on_one_day_leave_open_who_runs_it() -> None:
    mine = evidence("is", "2012-01-01", operator="webhelp", id="a")
    found = periods([mine, evidence("is", "2012-01-01", operator="intelcia", id="b")], "webhelp")
    assert [(one.status, one.operator) for one in found] == [("open", None)]
    assert found[0].reasons == (
        Reason.of("reported_open", day="2012-01-01"),
        Reason.of("two_operators", day="2012-01-01", operators=("webhelp", "intelcia")),
    )
    assert words(found[0]) == (
        "reported open by 1 January 2012; contradictory on 1 January 2012: run by webhelp, run by intelcia"
    )


def test_a_site_keeps_its_operator_from_plan_to_closure() -> None:
    found = runs(
        evidence("plans", "2011-08-05", operator="webhelp"), evidence("is", "2011-09-01"), closed("is", "2011-09-02")
    )
    assert {operator for _, operator, _ in found} == {"webhelp"}


# --- reasons ------------------------------------------------------------------------------------------------------


def reasons(*every: Evidence) -> list[list[tuple[str, dict[str, Any]]]]:
    """Return the reasons of each period, codes with their parameters."""
    return [[(one.code, dict(one.details)) for one in period.reasons] for period in periods(every, "webhelp")]


def test_a_plan_that_is_overtaken_and_a_plan_without_news_keep_their_date() -> None:
    plan, date = evidence("plans", "2011-08-05", "2011-10"), {"date": "2011-10"}
    assert reasons(plan) == [[("to_open", date)], [("was_to_open_no_news", date)]]
    seen = {"day": "2012-03-15"}
    assert reasons(plan, evidence("is", "2012-03-15"))[1:] == [
        [("was_to_open", date), ("since_unknown", {"shows": "reported_open"} | seen)],
        [("reported_open", seen)],
    ]
    assert reasons(evidence("plans", None, "2011-10")) == [[("was_to_open_no_news", date)]]
    close = closed("plans", "2012-01-01", "2012-06-30")
    assert reasons(evidence("is", "2011-08-31"), close)[1] == [("was_to_close_no_news", {"date": "2012-06-30"})]


def test_dates_of_one_opening_are_a_list_each_once() -> None:
    every = [evidence("became", f"201{number}-01-01", "2009", id=f"a-{number}") for number in (0, 1)]
    found = periods([*every, evidence("became", "2012-02-01", "../2012-02")])
    assert found[0].reasons == (Reason.of("day_unknown", shows="opened", dates=("2009", "../2012-02")),)
    assert words(found[0]) == "opened 2009, opened by February 2012, the day isn't known"


def test_who_runs_a_site_is_a_reason_beside_its_state() -> None:
    mine = evidence("is", "2012-01-01", operator="webhelp", id="a")
    own = ("reported_open", {"day": "2012-01-01"}), ("reported_open", {"day": "2014-06-01"})
    assert reasons(mine, evidence("is", "2014-06-01", operator="intelcia", id="b")) == [
        [own[0]],
        [own[0], ("passes_to", {"before": "webhelp", "after": "intelcia"})],
        [own[0], ("run_by", {"operator": "intelcia"})],
    ]


# --- evidence -----------------------------------------------------------------------------------------------------


def test_a_period_tells_the_last_day_of_the_latest_source_behind_it() -> None:
    found = periods(
        [evidence("is", "2012-01-01", id="a", news=dt.date(2015, 3, 1)), evidence("is", "2013-01-01", id="b")]
    )
    assert [(one.evidence, one.last_evidence) for one in found] == [(("a", "b"), dt.date(2015, 3, 1))]


def test_the_order_in_which_evidence_is_given_doesn_t_matter() -> None:
    every = [evidence("plans", "2011-08-05", "2011-10"), evidence("is", "2012-03-15"), closed("is", "2013-01-01")]
    assert periods(every) == periods(every[::-1])


def test_the_first_and_the_last_day_of_the_calendar_are_days_like_others() -> None:
    assert told(evidence("plans", "0001-01-01", "9999-12-31")) == [("planned", "0001-01-01", "9999-12-31")]
    assert told(evidence("became", "0001-01-01", "0001-01-01")) == [("open", "0001-01-01", None)]


# --- properties ---------------------------------------------------------------------------------------------------

DAYS = st.one_of(st.none(), st.dates(dt.date(2010, 1, 1), dt.date(2010, 3, 1)))


@st.composite
def some_evidence(draw: st.DrawFn) -> Evidence:
    says = draw(st.sampled_from(["is", "became", "plans", "drops"]))
    status = draw(st.sampled_from(["open", "closed", "unknown"] if says == "is" else ["open", "closed"]))
    ends = sorted(one for one in (draw(DAYS), draw(DAYS)) if one)
    first = draw(st.sampled_from([None, ends[0]])) if ends else None
    last = ends[-1] if ends and (first is None or draw(st.booleans())) else None
    date = f"{first or '..'}/{last or '..'}" if first or last else None
    key = draw(st.sampled_from("abcdefgh"))
    operator = draw(st.sampled_from([None, "webhelp", "intelcia"]))
    return Evidence(key, says, status, draw(DAYS), None, date, first, last, operator)  # type: ignore[arg-type]


EVERY = st.lists(some_evidence(), max_size=7)


@given(EVERY)
def test_periods_are_in_order_without_gaps_or_overlaps_and_the_last_one_lasts(every: list[Evidence]) -> None:
    found = periods(every, "webhelp")
    for before, after in pairwise(found):
        assert before.first_day
        assert before.last_day
        assert after.first_day == before.last_day + dt.timedelta(1)
        assert (before.status, before.operator) != (after.status, after.operator)
    for one in found:
        assert not (one.first_day and one.last_day) or one.first_day <= one.last_day
        assert one.status in ("planned", "open", "closed", "unknown")
        assert one.evidence
        assert {reason.code for reason in one.reasons} <= CODES
        assert words(one)
    assert not found or found[-1].last_day is None


@given(EVERY)
def test_only_evidence_without_any_date_leaves_the_beginning_open(every: list[Evidence]) -> None:
    found = periods(every)
    assert all(one.first_day or (len(found) == 1 and one.status == "unknown") for one in found)


@given(EVERY, st.randoms())
def test_periods_don_t_depend_on_the_order_of_the_evidence(every: list[Evidence], random: Any) -> None:
    shuffled = list(every)
    random.shuffle(shuffled)
    assert periods(shuffled) == periods(every)


@given(EVERY)
def test_a_site_is_open_or_closed_only_where_a_source_says_that_it_was(every: list[Evidence]) -> None:
    shown = {one.status for one in every if one.says in ("is", "became")}
    found = {one.status for one in periods(every)}
    assert {"open", "closed"} & found <= shown


@each("says", ["is", "became", "plans", "drops"])
def test_no_period_begins_before_anything_was_announced_or_dated(says: str) -> None:
    found = periods([evidence(says, "2011-08-05")])
    assert found[0].first_day == dt.date(2011, 8, 5)


# --- since when somebody may have worked there ------------------------------------------------------------------

PLAN = evidence("plans", "2021-05-04", "2021-10")


@each(
    ("every", "until"),
    [
        ([], None),
        ([evidence("is", "2021-07-10", status="unknown")], None),
        # A plan: on the last day on which a source calls it one; later it may have opened without a word.
        ([evidence("plans", "2021-05-04")], "2021-05-04"),
        ([PLAN], "2021-05-04"),
        ([PLAN, evidence("plans", "2021-09-01", "2022-03-15")], "2021-09-01"),
        ([PLAN, evidence("drops", "2021-06-01")], "2021-05-04"),
        # What is seen open without a date may have opened on any day since it was last known as a plan.
        ([evidence("is", "2021-07-10")], None),
        ([PLAN, evidence("is", "2021-07-10")], "2021-05-04"),
        ([PLAN, evidence("is", "2022-07-10")], "2021-05-04"),
        ([evidence("plans", "2021-05-04"), evidence("is", "2021-07-10")], "2021-05-04"),
        ([PLAN, evidence("is", None)], None),
        # A date tells the first day of the opening, and a plan that it hadn't come yet.
        ([evidence("is", "2021-07-10", "2021-06-15")], "2021-06-15"),
        ([evidence("became", "2021-07-10", "2021-06")], "2021-06-01"),
        ([evidence("became", "2021-07-10", "2021~")], "2020-01-01"),  # about 2021: it may have been the year before
        ([evidence("is", "2022-07-10", "2021"), PLAN], "2021-05-04"),
        ([evidence("is", "2022-07-10", "../2021")], None),
        ([evidence("is", "2021-07-10", "2021-10"), PLAN], "2021-05-04"),  # a plan's date on what is open tells nothing
        ([evidence("is", "2021-07-10", "2021-06-15", operator="vipp")], None),  # it took over what was open
        # A site that closed was at work, and one that reopened wasn't new.
        ([evidence("is", "2018-03-01"), evidence("is", "2020-06-10", "2020-01-10")], None),
        ([evidence("is", "2019-02-10", "2019-01-31", "closed"), evidence("is", "2020-06-10", "2020-01-10")], None),
        ([PLAN, evidence("is", "2022-02-10", "2022-01-15", "closed")], "2021-05-04"),
        ([PLAN, evidence("plans", "2021-08-01", "2021-12", "closed")], "2021-05-04"),
    ],
)
def test_nobody_worked_at_a_site_before_its_first_opening_or_while_it_was_a_plan(
    every: list[Evidence], until: str | None
) -> None:
    assert empty_until(every, "webhelp") == day(until)


@given(EVERY)
def test_no_site_was_open_or_closed_while_nobody_can_have_worked_there(every: list[Evidence]) -> None:
    until = empty_until(every, "webhelp")
    at_work = [one.first_day for one in periods(every, "webhelp") if one.status in ("open", "closed")]
    assert not until or all(first and first >= until for first in at_work)
