"""The rules of the ledger (docs/ledger.md): what a report shows of a promise, and which verdict follows."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocdb.rules.about import About
from ocdb.rules.evidence import Evidence, Pledge, Report, weigh
from ocdb.rules.figures import Figure
from ocdb.rules.ledger import Line, Sourced, ledger
from ocdb.rules.lines import NOBODY
from ocdb.rules.reasons import Reason
from ocdb.words.reasons import sentence
from tests.cases import each

MADE = date(2011, 5, 10)
DUE = date(2011, 10, 31)
SITE = About(frozenset({"exemplia"}), "MA", "ma-agadir", frozenset({"ma-agadir", "ma-souss-massa"}), "exemplia-agadir")
CITY = replace(SITE, site=None)
COUNTRY = About(frozenset({"exemplia"}), "MA")


def exact(number: int) -> Figure:
    return Figure(number, number, "exact")


def about(number: int) -> Figure:
    return Figure(number, number, "about")


def nearly(number: int) -> Figure:
    return Figure(number, number, "nearly")


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
    """Return a report of how many work at that site on a day, or of how many jobs were created since the promise."""
    given: dict[str, Any] = {"kind": "held", "measure": "headcount", "about": SITE, "id": "report"} | more
    first = MADE + timedelta(days=1) if given["kind"] == "created" and day else day
    return Report(
        figure=exact(figure) if isinstance(figure, int) else figure, **({"first": first, "last": day} | given)
    )


def line(promise: Pledge, *reports: Report, verdicts: tuple[Sourced, ...] = ()) -> Line:
    (found,) = (one for one in ledger([promise], reports, verdicts) if one.pledge == promise.id)
    return found


def verdicts(promise: Pledge, *reports: Report) -> tuple[str, str]:
    """Return the verdict up to the due day, and that from the day after."""
    found = line(promise, *reports)
    return found.while_open, found.once_due


def why(found: Line | Evidence) -> str:
    return sentence(found.reason.code, dict(found.reason.details))


def shown(promise: Pledge, found: Report) -> tuple[int | None, int | None]:
    weighed = weigh(promise, found)
    return weighed.low, weighed.high


# --- silence ------------------------------------------------------------------------------------------------------


def test_silence_is_not_due_before_the_day_and_no_evidence_after_it() -> None:
    assert verdicts(pledge()) == ("not_due", "no_evidence")


def test_silence_on_a_promise_without_a_date_is_no_evidence() -> None:
    assert verdicts(pledge(due=None)) == ("no_evidence", "no_evidence")


NOBODY_NAMED = frozenset[str]()


def test_a_target_for_a_park_is_compared_with_figures_of_all_its_firms_and_of_each() -> None:
    park = replace(CITY, operators=NOBODY_NAMED, park=True)
    target = pledge(1500, about=park)
    assert shown(target, report(200, about=park)) == (200, 200)
    assert shown(target, report(200, about=CITY)) == (200, None)
    around = replace(park, place="ma-wider", places=frozenset({"ma-wider"}))
    inside = replace(park, places=park.places | {"ma-wider"})
    assert shown(pledge(1500, about=inside), report(900, about=around)) == (None, 900)
    region = replace(CITY, place="ma-souss-massa", places=frozenset({"ma-souss-massa"}))
    assert shown(target, report(900, about=region)) == (None, None)  # of one employer in it
    assert verdicts(target, report(200, about=park)) == ("not_due", "missed")


def test_what_a_figure_of_a_city_counts_that_names_neither_employer_nor_sector_nobody_knows() -> None:
    city = replace(CITY, operators=NOBODY_NAMED)
    park = replace(city, place="ma-park", places=city.places | {"ma-park"}, park=True)
    target = pledge(1500, about=city)
    for other in (city, park, CITY, of("call_centres", city)):
        assert shown(target, report(1500, about=other)) == (None, None), other
    assert shown(pledge(1500, about=park), report(900, about=city)) == (None, None)
    assert why(weigh(target, report(1500, about=city))) == "doesn't say which sector it counts, nor does the promise"


def test_jobs_created_after_a_target_was_due_are_no_part_of_it() -> None:
    about = replace(NATION, sector="bpo")
    target = pledge(100, reading="additional", about=about)
    dates = {"first": DUE + timedelta(days=40), "last": DUE + timedelta(days=400)}
    later = report(200, kind="created", about=about, **dates)
    assert why(weigh(target, later)) == "counts jobs created only after the target was due"
    assert line(target, later).once_due == "no_evidence"
    beyond = report(200, kind="created", about=about, last=DUE + timedelta(days=400))
    assert why(weigh(target, beyond)) == "counts jobs created after the target was due, too"
    assert line(target, beyond).once_due == "no_evidence"
    assert line(target, report(200, kind="created", about=about, last=DUE)).once_due == "exceeded"
    # Of an employer's own promise they are: late, or in time.
    own = pledge(100, reading="additional", about=CITY)
    assert line(own, replace(later, about=CITY)).once_due == "reached"


def test_the_most_that_was_there_of_a_missed_promise_isnt_less_than_what_was_shown() -> None:
    before, after = (
        report(300, DUE - timedelta(days=90), id="before"),
        report(280, DUE + timedelta(days=90), id="after"),
    )
    found = line(pledge(), before, after)
    assert (found.once_due, found.shown, found.shown_high) == ("missed", 300, 300)


def test_what_is_there_more_than_five_years_after_a_target_was_due_is_not_held_against_it() -> None:
    target, own = pledge(100, about=NATION), pledge(100, about=CITY)
    short, years = report(80, about=NATION, id="short"), timedelta(days=365)
    after, long_after = (report(200, DUE + count * years, about=NATION) for count in (4, 6))
    assert line(target, after).once_due == "reached"
    assert line(target, short, after).once_due == "late"
    assert line(target, short, long_after).once_due == "missed"
    assert why(weigh(target, long_after)) == "more than five years after the target was due"
    assert line(own, replace(long_after, about=CITY)).once_due == "reached"
    # A park stays the same one.
    assert line(pledge(100, about=PARK), replace(long_after, about=PARK)).once_due == "reached"


NATION = About(NOBODY_NAMED, "MA", sector="offshoring")
PARK = replace(CITY, operators=NOBODY_NAMED, park=True)
REGION = replace(PARK, place="ma-souss-massa", places=frozenset({"ma-souss-massa"}), park=False)


def of(sector: str | None, where: About = NATION) -> About:
    return replace(where, sector=sector)


def test_a_target_for_a_whole_country_that_names_no_sector_is_decided_only_by_a_source() -> None:
    for sector in (None, "offshoring"):
        assert line(pledge(about=of(None)), report(1000, about=of(sector))).once_due == "no_evidence"
    assert line(pledge(about=NATION), report(1000, about=of(None))).once_due == "no_evidence"


def test_a_target_for_a_whole_country_is_compared_with_figures_of_its_sector() -> None:
    target = pledge(1500, about=NATION)
    assert shown(target, report(900, about=NATION)) == (900, 900)
    assert verdicts(target, report(1500, about=NATION)) == ("delivered", "delivered")
    assert verdicts(target, report(1600, about=NATION)) == ("exceeded", "exceeded")
    assert verdicts(target, report(900, about=NATION)) == ("not_due", "missed")
    late = [report(900, about=NATION, id="first"), report(1500, DUE + timedelta(days=300), about=NATION)]
    assert verdicts(target, *late) == ("not_due", "late")
    assert verdicts(target, report(900, about=NATION, standing=False)) == ("not_due", "no_evidence")
    assert (
        why(line(target, report(900, about=NATION))) == "900 staff (31 October 2011), for the whole sector (offshoring)"
    )


def test_figures_of_another_sector_or_country_or_of_employers_show_nothing_of_a_country() -> None:
    target = pledge(1500, about=NATION)
    others = (of("ict"), of("call_centres"), of(None), replace(NATION, country="TN"), COUNTRY, CITY)
    for other in others:
        assert shown(target, report(1500, about=other)) == (None, None), other
        assert line(target, report(1500, about=other)).once_due == "no_evidence"
    # Nor what counts some employers without their names: which sectors they are of nobody says.
    assert shown(pledge(1500, about=replace(NATION, unnamed=3)), report(1500, about=NATION)) == (None, None)


def test_figures_of_other_sectors_of_the_country_are_named_with_the_reason() -> None:
    target = pledge(1500, about=NATION)
    found = line(target, *(report(900, about=of(sector), id=sector or "none") for sector in ("ict", None)))
    assert [(one.claim, why(one)) for one in found.evidence] == [
        ("ict", "counts another sector: ict, promised for offshoring"),
        ("none", "doesn't say which sector it counts; promised for offshoring"),
    ]
    assert why(found) == "no relevant report"
    others: list[dict[str, Any]] = [
        {"measure": "seats"}, {"standing": False}, {"directness": "indirect"}, {"kind": "created"}, {"first": MADE}
    ]  # fmt: skip
    for other in others:
        assert line(target, report(900, about=of("ict"), **other)).evidence == ()
    far = [report(900, about=one) for one in (replace(of("ict"), country="TN"), of("ict", PARK), COUNTRY)]
    assert line(target, *far).evidence == ()
    assert why(line(target, *far)) == "no report"


def test_the_sector_in_a_place_is_a_part_of_it_in_the_country_and_parts_add_up() -> None:
    target = pledge(1500, about=NATION)
    park = report(700, about=of("offshoring", PARK), id="park")
    oujda = replace(NATION, place="ma-oujda", places=frozenset({"ma-oujda"}))
    east = report(800, about=oujda, id="east")
    assert shown(target, park) == (700, None)
    assert (
        why(weigh(target, park)) == "700 staff (31 October 2011), for the whole sector (offshoring), in ma-agadir alone"
    )
    assert line(target, park).once_due == "no_evidence"
    both = line(target, park, east)
    assert both.once_due == "delivered"
    assert why(both) == "2 parts adding up to at least 1,500, of the sector (offshoring) (31 October 2011)"
    within = report(900, about=of("offshoring", REGION), id="region")  # holds the park
    assert line(target, park, within).shown == 900


def test_the_sector_in_a_country_is_a_most_of_it_in_a_place() -> None:
    target = pledge(1500, about=of("offshoring", PARK))
    assert shown(target, report(900, about=NATION)) == (None, 900)
    assert shown(target, report(900, about=of("ict"))) == (None, None)
    words = "900 staff (31 October 2011), for the whole sector (offshoring) in all of MA"
    assert why(line(target, report(900, about=NATION))) == words
    assert line(target, report(900, about=NATION)).once_due == "missed"


def test_of_a_place_one_sector_is_a_part_of_all_firms_and_another_sector_shows_nothing() -> None:
    firms, centres = pledge(1500, about=PARK), pledge(1500, about=of("call_centres", PARK))
    one = report(900, about=of("call_centres", PARK))
    assert shown(firms, one) == (900, None)
    assert why(weigh(firms, one)) == "900 staff (31 October 2011), for one sector alone (call centres)"
    assert shown(centres, one) == (900, 900)
    assert shown(centres, report(900, about=PARK)) == (None, 900)
    assert (
        why(weigh(centres, report(900, about=PARK)))
        == "900 staff (31 October 2011) in all of ma-agadir, for all employers"
    )
    assert shown(centres, report(900, about=REGION)) == (None, None)
    assert shown(pledge(1500, about=of("call_centres", REGION)), report(900, about=PARK)) == (None, None)
    assert shown(centres, report(900, about=of("ict", PARK))) == (None, None)
    assert shown(centres, report(900, about=CITY)) == (None, None)  # nobody says of which sector the employer is
    assert shown(firms, report(900, about=of("ict", REGION))) == (None, None)
    assert why(weigh(firms, report(900, about=of("ict", REGION)))) == "counts one sector alone: ict"


def test_a_site_whose_operator_nobody_names_is_not_compared_with_all_firms_around_it() -> None:
    target = pledge(1500, about=replace(SITE, operators=NOBODY_NAMED))
    assert shown(target, report(900, about=PARK)) == (None, None)
    assert shown(target, report(900)) == (900, 900)


@each(
    ("found", "reason"),
    [
        ([], "no report"),
        ([report(400, measure="seats")], "no relevant report"),
        ([report(150, kind="created")], "no relevant report"),
        (
            [report(at_least(350), date(2014, 5, 1))],
            "at least 350 staff (1 May 2014): inconclusive",
        ),
        ([report(at_most(500))], "at most 500 staff (31 October 2011): inconclusive"),
        ([report(300, date(2014, 5, 1))], "300 staff (1 May 2014): inconclusive"),
    ],
)
def test_no_report_is_said_only_where_there_is_none(found: list[Report], reason: str) -> None:
    answer = line(pledge(), *found)
    assert (answer.once_due, why(answer)) == ("no_evidence", reason)


def test_a_reason_says_what_the_report_says_and_of_what_it_is_a_part() -> None:
    country = pledge(about=COUNTRY)
    assert why(weigh(pledge(), report(at_most(40)))) == "at most 40 staff (31 October 2011)"
    assert why(weigh(country, report(385))) == "385 staff (31 October 2011), in exemplia-agadir alone"
    assert why(weigh(country, report(385, about=CITY))) == "385 staff (31 October 2011), in ma-agadir alone"
    more = weigh(pledge(about=CITY), report(900, about=COUNTRY))
    assert why(more) == "900 staff (31 October 2011) in all of MA, for exemplia"
    sold = pledge(successors=(("heir", date(2011, 9, 1)),))
    later = weigh(sold, report(40, about=replace(SITE, operators=frozenset({"heir"}))))
    assert why(later) == "40 staff (31 October 2011), under heir"


def test_what_became_of_the_site_stands_beside_silence_and_is_no_verdict() -> None:
    ended = pledge(site_ended=Reason.of("site_closed", day="2011-09-30"))
    found = line(ended)
    assert (found.while_open, found.once_due, why(found)) == (
        "not_due",
        "no_evidence",
        "no report; its site had closed by 30 September 2011",
    )
    assert why(line(ended, report(300))) == "300 staff (31 October 2011)"


# --- reached, and how far -----------------------------------------------------------------------------------------


@each(
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
        (exact(400), about(400), "no_evidence"),  # may be 360
        (exact(400), about(444), "delivered"),  # may be 400
        (exact(400), about(445), "exceeded"),
        (about(400), about(488), "delivered"),
        (about(400), about(489), "exceeded"),
        (exact(400), about(370), "no_evidence"),  # may be 407
        (exact(400), about(360), "missed"),
        (exact(400), nearly(400), "missed"),
        (exact(399), nearly(400), "no_evidence"),
        (exact(400), nearly(445), "exceeded"),
        (nearly(400), 359, "missed"),
        (nearly(400), 360, "delivered"),
        (nearly(400), 400, "exceeded"),
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


@each(
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
    assert verdicts(pledge(baseline=NOBODY), report(300, day)) == (open_, due)


@each(
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
    assert verdicts(pledge(baseline=NOBODY, over=date(2012, 10, 31)), report(300, day)) == (open_, due)


def test_a_due_date_that_isnt_sure_takes_nothing_from_what_was_reached() -> None:
    found = line(pledge(over=date(2012, 10, 31)), report(300, date(2012, 1, 1), id="short"), report(400, DUE))
    assert found.once_due == "delivered"
    some = (report(300, date(2012, 1, 1), id="short"), report(400, date(2015, 1, 1)))
    assert line(pledge(over=date(2012, 10, 31)), *some).once_due == "reached"


def test_of_a_level_without_a_baseline_nobody_knows_which_part_is_new() -> None:
    assert verdicts(pledge(), report(300, DUE - timedelta(days=1))) == ("not_due", "no_evidence")
    hundred = pledge(baseline=exact(100))
    assert verdicts(hundred, report(300, DUE - timedelta(days=1))) == ("partly_delivered", "no_evidence")
    assert verdicts(hundred, report(100, DUE - timedelta(days=1))) == ("not_due", "no_evidence")


@each(
    ("day", "verdict"),
    [
        (MADE, "no_evidence"),
        (MADE + timedelta(days=1), "delivered"),
        (DUE, "delivered"),
        (DUE + timedelta(days=1), "reached"),
        (DUE + timedelta(days=2000), "reached"),
    ],
)
def test_what_is_reached_by_the_day_is_delivered_and_afterwards_nobody_knows_when(day: date, verdict: str) -> None:
    assert line(pledge(), report(400, day)).once_due == verdict


def test_what_was_short_on_the_day_and_reached_later_is_late() -> None:
    found = line(pledge(), report(300, DUE, id="short"), report(500, date(2015, 1, 1), id="reached"))
    assert (found.once_due, found.shown, why(found)) == (
        "late",
        300,
        "500 staff (1 January 2015), 3 years after the due day",
    )


def test_what_is_short_in_one_report_and_reached_in_another_of_that_day_isnt_late() -> None:
    day = DUE + timedelta(days=60)
    found = line(pledge(), report(300, day, id="short"), report(400, day, id="reached"))
    assert found.once_due == "reached"


def test_a_miss_has_a_most_and_no_other_verdict_has_one() -> None:
    short = report(Figure(250, 300, "range"), DUE, id="short"), report(at_most(280), DUE + timedelta(days=30))
    assert (line(pledge(), *short).once_due, line(pledge(), *short).shown_high) == ("missed", 280)
    assert line(pledge(), report(400)).shown_high is line(pledge()).shown_high is None


def test_silence_is_explained_by_the_report_that_shows_the_most() -> None:
    alone, country = (
        report(50, date(2013, 5, 1), id="a-alone", about=SITE),
        report(200, date(2014, 5, 1), about=COUNTRY),
    )
    found = line(pledge(about=COUNTRY), alone, country)
    assert (found.once_due, why(found)) == (
        "no_evidence", "200 staff (1 May 2014): inconclusive",
    )  # fmt: skip


def test_fewer_after_it_was_reached_dont_make_it_late() -> None:
    found = line(pledge(), report(400, DUE + timedelta(days=60)), report(300, DUE + timedelta(days=90), id="fell"))
    assert (found.once_due, found.shown) == ("reached", 400)


@pytest.mark.parametrize("firmness", ["forecast", "capacity"])
def test_what_binds_nobody_comes_about_or_not_and_is_never_missed_or_late(firmness: str) -> None:
    some = (report(300, DUE, id="short"), report(500, date(2015, 1, 1), id="reached"))
    assert line(pledge(firmness=firmness), some[0]).once_due == "no_evidence"
    assert line(pledge(firmness=firmness), *some).once_due == "reached"
    assert line(pledge(firmness=firmness), report(400)).once_due == "delivered"
    assert why(line(pledge(firmness=firmness))) == f"{firmness}: binds nobody; no report"


@each(
    ("found", "amount"),
    [
        ([(450, DUE), (2500, date(2018, 8, 1))], 450),  # by the day: what grew later is another story
        ([(300, date(2011, 7, 1)), (450, DUE), (420, date(2011, 9, 1))], 450),
        ([(500, date(2013, 1, 1)), (2500, date(2018, 8, 1))], 500),  # the first, however late
        ([(100, date(2011, 7, 1)), (500, date(2013, 1, 1))], 100),
        ([(350, date(2014, 1, 1)), (500, date(2016, 1, 1))], 350),
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


def test_growth_after_a_promise_without_a_date_was_kept_changes_nothing() -> None:
    kept, grown = report(450, date(2012, 1, 1), id="kept"), report(900, date(2015, 1, 1), id="grown")
    assert line(pledge(due=None), kept, grown).shown == 450


def test_without_a_day_nobody_knows_what_is_beyond_a_promise() -> None:
    assert line(pledge(due=None), report(900, date(2016, 1, 1))).once_due == "delivered"


def test_what_is_there_long_after_a_promise_without_a_date_is_reached_and_says_how_long() -> None:
    found = line(pledge(due=None), report(900, date(2018, 1, 1)))
    assert (found.while_open, found.once_due) == ("reached", "reached")
    assert why(found) == "900 staff (1 January 2018), 6 years after the promise"
    soon = line(pledge(), report(400, DUE + timedelta(days=300)))
    assert (soon.once_due, why(soon)) == ("reached", "400 staff (26 August 2012)")


def test_at_most_so_many_on_the_day_tell_no_figure_of_it() -> None:
    found = line(pledge(reading="additional"), report(300))
    assert (found.once_due, found.shown) == ("missed", None)


def test_a_source_that_decides_leaves_to_reports_only_what_was_there_by_the_day() -> None:
    said = (Sourced("said", "promise", "missed", last=date(2012, 1, 1)),)
    later = report(500, date(2015, 1, 1), id="later")
    assert line(pledge(), later, report(300), verdicts=said).shown == 300


def test_a_report_of_a_month_that_holds_the_due_day_is_no_miss_yet() -> None:
    october = report(300, first=date(2011, 10, 1), last=DUE)
    assert verdicts(pledge(baseline=NOBODY), october) == ("partly_delivered", "no_evidence")


def test_a_report_without_a_date_shows_nothing() -> None:
    undated = report(500, None)
    assert why(weigh(pledge(), undated)) == "the report has no date"


def test_a_report_of_a_time_that_may_lie_before_the_promise_shows_nothing() -> None:
    may = report(500, first=date(2011, 5, 1), last=date(2011, 5, 31))
    assert why(weigh(pledge(), may)) == "dated before the promise, or the same day"


def test_a_promise_without_a_date_is_partly_delivered_for_good() -> None:
    assert verdicts(pledge(due=None, baseline=NOBODY), report(300)) == ("partly_delivered", "partly_delivered")


# --- which reports bear on a pledge -------------------------------------------------------------------------------


def test_a_report_about_the_same_site_bears_under_who_is_known_to_have_taken_it_over() -> None:
    later = report(400, about=replace(SITE, operators=frozenset({"heir"})))
    assert shown(pledge(successors=(("heir", DUE),)), later) == (400, 400)
    assert shown(pledge(successors=(("heir", DUE + timedelta(days=1)),)), later) == (None, None)
    assert shown(pledge(), later) == (None, None)


def test_a_report_about_more_than_a_promise_shows_a_most_and_no_least() -> None:
    city = pledge(about=CITY)
    assert shown(city, report(300, about=COUNTRY)) == (None, 300)
    assert line(city, report(300, about=COUNTRY)).once_due == "missed"
    assert line(city, report(4000, about=COUNTRY)).once_due == "no_evidence"


def test_a_report_about_more_than_a_site_shows_nothing_of_it_for_it_may_have_been_sold() -> None:
    assert shown(pledge(), report(300, about=COUNTRY)) == (None, None)
    assert shown(pledge(), report(300, about=CITY)) == (None, None)


def test_a_successor_has_all_people_of_an_employer_and_others_beside_them() -> None:
    merged = pledge(about=CITY, successors=(("heir", date(2011, 9, 1)),))
    everywhere = report(300, about=COUNTRY)
    assert shown(merged, everywhere) == (None, None)
    assert shown(merged, replace(everywhere, about=replace(COUNTRY, operators=frozenset({"heir"})))) == (None, 300)
    assert shown(merged, replace(everywhere, first=date(2011, 8, 1), last=date(2011, 8, 1))) == (None, 300)


def test_a_report_about_the_operator_in_the_country_bears_on_a_promise_at_that_level() -> None:
    assert shown(pledge(about=COUNTRY), report(400, about=COUNTRY)) == (400, 400)


def test_a_report_about_another_site_shows_nothing() -> None:
    assert shown(pledge(), report(400, about=replace(SITE, site="exemplia-tangier"))) == (None, None)


def test_a_report_about_a_part_of_the_scope_shows_a_least_and_no_most() -> None:
    assert shown(pledge(about=COUNTRY), report(300, about=SITE)) == (300, None)
    assert shown(pledge(about=COUNTRY), report(300, about=CITY)) == (300, None)
    fresh = pledge(about=COUNTRY, baseline=NOBODY)
    assert verdicts(fresh, report(300, about=SITE)) == ("partly_delivered", "no_evidence")


def test_reports_of_separate_parts_of_one_time_add_up_to_a_least() -> None:
    tangier = replace(SITE, place="ma-tanger", places=frozenset({"ma-tanger"}), site="exemplia-tangier")
    parts = [report(250, id="agadir"), report(150, id="tangier", about=tangier)]
    found = line(pledge(about=COUNTRY), *parts)
    assert (found.once_due, why(found)) == ("delivered", "2 parts adding up to at least 400 (31 October 2011)")
    assert {one.claim for one in found.evidence if one.bearing == "decides"} == {"agadir", "tangier"}
    later = replace(parts[1], first=DUE + timedelta(days=1), last=DUE + timedelta(days=1))
    assert line(pledge(about=COUNTRY), parts[0], later).once_due == "no_evidence"
    first, last = date(2011, 6, 1), date(2011, 10, 30)  # within it people may have moved
    assert (
        line(pledge(about=COUNTRY), *(replace(one, first=first, last=last) for one in parts)).once_due == "no_evidence"
    )
    both = replace(parts[1], directness="both")
    assert line(pledge(about=COUNTRY, directness="direct"), parts[0], both).once_due == "no_evidence"
    city = replace(parts[1], about=CITY)  # holds the site
    assert line(pledge(about=COUNTRY), parts[0], city).once_due == "no_evidence"


def test_a_report_about_one_of_the_operators_shows_a_least_of_a_joint_promise() -> None:
    joint = replace(CITY, operators=frozenset({"exemplia", "other"}))
    assert shown(pledge(about=joint), report(300, about=CITY)) == (300, None)


def test_a_report_about_the_named_operators_isnt_all_of_a_promise_with_unnamed_ones() -> None:
    joint = replace(CITY, unnamed=2)
    assert shown(pledge(about=joint), report(300, about=CITY)) == (300, None)
    assert weigh(pledge(about=joint), report(900, about=COUNTRY)).bearing == "nothing"


def test_a_report_about_more_operators_shows_a_most_of_one() -> None:
    joint = replace(CITY, operators=frozenset({"exemplia", "other"}))
    assert shown(pledge(about=CITY), report(900, about=joint)) == (None, 900)


def test_what_isnt_near_isnt_even_listed() -> None:
    far = replace(COUNTRY, country="TG")
    assert line(pledge(), report(400, about=far)).evidence == ()


@each(
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
    kind = "created" if promised == "trainees" else "held"
    found = weigh(pledge(measure=promised), report(400, measure=reported, kind=kind))
    assert (found.low == 400, found.reason.code == "other_measure") == (bears, not bears)


def test_a_report_in_a_conflict_that_isnt_preferred_shows_nothing() -> None:
    found = weigh(pledge(), report(400, standing=False))
    assert why(found) == "contradicted, and not the preferred figure"


# --- levels and flows, on top and in all --------------------------------------------------------------------------


@each(
    ("reading", "kind", "baseline", "bounds"),
    [
        ("total", "held", None, (300, 300)),
        ("total", "created", None, (None, None)),
        ("total", "created", NOBODY, (None, None)),
        ("additional", "held", None, (None, 300)),
        ("additional", "held", NOBODY, (300, 300)),
        ("additional", "created", None, (300, None)),
        ("unclear", "held", None, (None, 300)),
        ("unclear", "held", NOBODY, (300, 300)),
        ("unclear", "created", None, (None, None)),
        ("total", "held", exact(100), (300, 300)),
        ("additional", "held", exact(100), (200, 200)),
        ("additional", "held", about(100), (190, 210)),
        ("unclear", "held", exact(100), (200, 300)),
    ],
)
def test_a_level_and_a_flow_show_different_things(
    reading: str, kind: str, baseline: Figure | None, bounds: tuple[int | None, int | None]
) -> None:
    assert shown(pledge(reading=reading, baseline=baseline), report(300, kind=kind)) == bounds


def test_jobs_created_reach_no_promise_that_may_be_of_all_who_are_there() -> None:
    created = report(400, kind="created")
    reason = "counts jobs created, which doesn't show the total"
    assert why(weigh(pledge(), created)) == why(weigh(pledge(reading="unclear"), created)) == reason
    assert line(pledge(), created, report(20, id="held")).once_due == "missed"
    assert line(pledge(reading="additional"), created).once_due == "delivered"


@pytest.mark.parametrize("measure", ["hires", "trainees"])
def test_who_was_hired_or_trained_counts_whatever_the_reading(measure: str) -> None:
    found = report(400, kind="created", measure=measure)
    readings = ("total", "additional", "unclear")
    assert {line(pledge(measure=measure, reading=one), found).once_due for one in readings} == {"delivered"}


def test_the_report_of_a_baseline_is_shown_as_that() -> None:
    promise = pledge(baseline=exact(300), baseline_report="before")
    found = line(promise, report(300, MADE, id="before"))
    assert [(one.claim, one.bearing) for one in found.evidence] == [("before", "baseline")]


@each(
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
    assert why(weigh(on_top, indirect)).startswith("not the same kind of jobs: ")
    assert why(weigh(on_top, both)) == "counts direct and indirect jobs together"


def test_all_that_are_there_being_fewer_than_promised_on_top_is_a_miss() -> None:
    assert line(pledge(reading="additional"), report(300)).once_due == "missed"


def test_all_that_are_there_being_more_than_promised_on_top_decides_nothing() -> None:
    assert line(pledge(reading="additional"), report(500)).once_due == "no_evidence"


def test_jobs_created_never_show_a_miss() -> None:
    assert line(pledge(reading="additional"), report(10, kind="created")).once_due == "no_evidence"


def test_what_was_created_so_far_counts_since_nobody_knows_when() -> None:
    on_top = pledge(reading="additional")
    so_far = report(400, kind="created", first=DUE)
    assert why(weigh(on_top, so_far)) == "counts jobs created so far, from an unknown start date"
    assert shown(on_top, replace(so_far, first=date(2011, 6, 1))) == (400, None)
    assert shown(pledge(reading="additional", baseline=NOBODY), so_far) == (None, None)


def test_hires_are_reached_by_hires_and_not_by_who_works_there() -> None:
    hires = pledge(measure="hires", reading="additional", baseline=NOBODY)
    assert shown(hires, report(400, kind="created", measure="hires")) == (400, None)
    assert shown(hires, report(400)) == (None, None)
    assert shown(hires, report(400, kind="created")) == (None, None)


# --- tranches and wholes ------------------------------------------------------------------------------------------


def test_what_there_is_of_a_tranche_is_a_least_of_the_whole_where_that_contains_it() -> None:
    whole = pledge(500, id="whole", about=COUNTRY, due=date(2013, 1, 31), baseline=NOBODY)
    tranche = pledge(100, id="tranche")
    found = {one.pledge: one for one in ledger([whole, tranche], [report(120)])}
    assert (found["tranche"].once_due, found["tranche"].shown) == ("exceeded", 120)
    assert (found["whole"].while_open, found["whole"].once_due, found["whole"].shown) == (
        "partly_delivered",
        "no_evidence",
        120,
    )


def test_promises_in_a_circle_end() -> None:
    circle = [pledge(id="a", revises=("b",)), pledge(id="b", revises=("a",))]
    assert [one.pledge for one in ledger(circle, [report(10)])] == ["a", "b"]


# --- revisions ----------------------------------------------------------------------------------------------------


def revised(made: date, *reports: Report, due: date | None = DUE) -> Line:
    newer = pledge(600, id="newer", revises=("promise",), made=made, announced=made, due=date(2014, 12, 31))
    return {one.pledge: one for one in ledger([pledge(due=due), newer], reports)}["promise"]


def test_a_promise_that_was_revised_by_its_due_day_is_superseded() -> None:
    found = revised(DUE)
    assert (found.while_open, found.once_due, why(found)) == ("superseded", "superseded", "replaced by newer")


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
        return {one.pledge: why(one) for one in ledger([pledge(), lost, kept], [])}["promise"]

    assert (named(standing=True), named(standing=False)) == ("replaced by b-kept", "replaced by a-lost")


# --- verdicts of sources ------------------------------------------------------------------------------------------


def test_what_a_source_says_goes_before_what_is_computed() -> None:
    found = line(pledge(), report(300), verdicts=(Sourced("said", "promise", "delivered", last=DUE),))
    assert (found.while_open, found.once_due, found.basis, why(found)) == (
        "delivered",
        "delivered",
        "sourced",
        "a source says so: said",
    )
    assert [(one.claim, one.bearing) for one in found.evidence] == [("said", "decides"), ("report", "shows")]


def test_of_several_sources_the_one_that_tells_of_the_latest_time_wins() -> None:
    found = line(
        pledge(),
        verdicts=(
            Sourced("later", "promise", "missed", last=date(2012, 1, 1)),
            Sourced("sooner", "promise", "delivered", last=DUE),
        ),
    )
    assert (found.once_due, why(found)) == ("missed", "a source says so: later")


def test_of_several_sources_the_one_that_a_curator_prefers_wins() -> None:
    said = (
        Sourced("later", "promise", "cancelled", last=date(2012, 1, 1)),
        Sourced("sooner", "promise", "delivered", last=DUE, preferred=True),
    )
    assert line(pledge(), verdicts=said).once_due == "delivered"


def test_a_part_that_a_source_finds_after_the_due_day_erases_no_verdict_and_is_a_miss_within_a_year() -> None:
    part = Sourced("part", "promise", "partly_delivered", date(2012, 5, 1), date(2012, 5, 31))
    kept = Sourced("kept", "promise", "delivered", DUE, DUE)
    assert line(pledge(), verdicts=(part, kept)).once_due == "delivered"
    found = line(pledge(), verdicts=(part,))
    assert (found.once_due, found.once_due_basis) == ("missed", "sourced")
    assert why(found) == "part says that only part of it was there by the due date"
    late = replace(part, first=date(2014, 5, 1), last=date(2014, 5, 31))
    assert line(pledge(), verdicts=(late,)).once_due == "no_evidence"
    assert line(pledge(), verdicts=(replace(part, last=None),)).once_due == "no_evidence"
    assert line(pledge(), report(400), verdicts=(part,)).once_due == "delivered"


@each(
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
    assert line(pledge(), report(400), verdicts=(Sourced("said", "promise", outcome, last=day),)).once_due == verdict


def test_only_a_report_of_later_than_the_source_says_outdoes_its_word() -> None:
    partly = Sourced("said", "promise", "partly_delivered", last=date(2011, 6, 30))
    sooner, later = report(400, date(2011, 6, 1), id="sooner"), report(400, date(2011, 9, 1), id="later")
    assert line(pledge(), sooner, verdicts=(partly,)).while_open == "partly_delivered"
    assert line(pledge(), sooner, later, verdicts=(partly,)).while_open == "delivered"


def provisional(outcome: str, *found: Report, **more: Any) -> Line:
    return line(pledge(**more), *found, verdicts=(Sourced("said", "promise", outcome, last=date(2011, 6, 30)),))


@pytest.mark.parametrize("outcome", ["not_due", "partly_delivered", "no_evidence"])
def test_a_state_on_the_way_holds_until_the_due_day_and_silence_after_it_is_no_evidence(outcome: str) -> None:
    found = provisional(outcome)
    assert (found.while_open, found.basis, found.once_due, found.once_due_basis) == (
        outcome,
        "sourced",
        "no_evidence",
        "computed",
    )
    assert (found.open_reason, found.reason) == (Reason.of("said_so", claim="said"), Reason("no_report"))


def test_a_state_on_the_way_gives_way_to_a_miss_once_the_day_has_passed() -> None:
    found = provisional("partly_delivered", report(300))
    assert (found.while_open, found.once_due) == ("partly_delivered", "missed")
    assert [(one.claim, one.bearing) for one in found.evidence] == [("said", "decides"), ("report", "decides")]


def test_a_part_that_a_source_tells_of_stays_where_a_promise_has_no_date() -> None:
    found = provisional("partly_delivered", due=None)
    assert (found.while_open, found.once_due, why(found)) == (
        "partly_delivered",
        "partly_delivered",
        "a source says so: said",
    )


def test_a_newer_version_takes_the_place_of_a_promise_that_a_source_called_not_due() -> None:
    newer = pledge(600, id="newer", revises=("promise",), made=date(2011, 9, 1), announced=date(2011, 9, 1))
    found = ledger([pledge(), newer], [], [Sourced("said", "promise", "not_due", last=date(2011, 6, 30))])
    assert {one.pledge: one.once_due for one in found} == {"newer": "no_evidence", "promise": "superseded"}


# --- properties ---------------------------------------------------------------------------------------------------

days = st.integers(-30, 1500).map(lambda number: MADE + timedelta(days=number))
figures = st.one_of(
    st.builds(exact, st.integers(0, 900)),
    st.builds(about, st.integers(0, 900)),
    st.builds(nearly, st.integers(1, 900)),
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
    st.sampled_from(["held", "created", "lost"]),
    st.sampled_from(["jobs", "headcount", "hires", "seats"]),
    places,
    st.booleans(),
    directness,
)
pledges = st.builds(
    lambda figure, reading, where, due, before, counted, later: pledge(
        figure,
        reading=reading,
        about=where,
        due=due,
        baseline=before,
        directness=counted,
        over=due + later if due else None,
    ),
    figures,
    st.sampled_from(["total", "additional", "unclear"]),
    places,
    st.one_of(st.none(), days.filter(lambda day: day > MADE)),
    st.sampled_from([None, NOBODY, exact(100), about(200)]),
    directness,
    st.timedeltas(timedelta(0), timedelta(366)),
)


@given(pledges, st.lists(reports, max_size=6), reports)
def test_what_is_told_of_a_promise_once_it_is_decided_never_changes_by_a_report_of_a_later_time(
    promise: Pledge, found: list[Report], later: Report
) -> None:
    named = [replace(one, id=f"report-{number}") for number, one in enumerate(found)]
    days = [day for day in (*(one.last for one in named), promise.due) if day]
    grown = replace(later, id="later", first=max(days, default=MADE) + timedelta(days=1), last=date(2020, 1, 1))
    before, after = line(promise, *named), line(promise, *named, grown)
    if before.once_due in ("missed", "late", "delivered", "exceeded") and before.shown is not None:
        assert after.shown == before.shown


@given(pledges, st.lists(reports, max_size=6))
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


@each(
    ("first", "last", "words"),
    [
        (date(2012, 1, 1), date(2012, 12, 31), "2012"),
        (date(2012, 2, 1), date(2012, 2, 29), "February 2012"),
        (date(2012, 2, 1), date(2012, 3, 31), "between 1 February and 31 March 2012"),
        (date(2011, 6, 1), date(2011, 6, 1), "1 June 2011"),
    ],
)
def test_a_time_is_told_as_people_write_it(first: date, last: date, words: str) -> None:
    assert why(weigh(pledge(), report(300, first=first, last=last))) == f"300 staff ({words})"


def test_evidence_is_listed_by_claim() -> None:
    found = line(pledge(), report(300, id="b"), report(300, id="a", measure="seats"))
    assert [(one.claim, one.bearing, one.low, one.high, why(one)) for one in found.evidence] == [
        ("a", "nothing", None, None, "counts seats, the promise jobs"),
        ("b", "decides", 300, 300, "300 staff (31 October 2011)"),
    ]
