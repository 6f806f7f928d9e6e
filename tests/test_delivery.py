"""What came of several promises together: no job of a report is counted twice, and none is made up."""

from dataclasses import dataclass
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ocdb.rules.delivery import Outcome, Verdict, rates, together
from ocdb.rules.figures import Figure
from ocdb.rules.promises import Pledge
from ocdb.rules.scope import Scope
from ocdb.rules.totals import roll_up


def outcome(pledge: str, reported: int | None, kept: int, *reports: str) -> Outcome:
    return Outcome(pledge, reported, kept, frozenset(reports))


def test_what_a_report_is_used_up_for_counts_for_no_other_promise() -> None:
    assert together([outcome("a", 100, 100, "one"), outcome("b", 50, 50, "one")]) == (100, 100)


def rate(pledge: Pledge, verdict: Verdict) -> tuple[int | None, int, float | None, float | None]:
    (only,) = rates(roll_up([pledge], Scope()), {pledge.id: verdict})
    return only.reported, only.kept, only.rate_low, only.rate_high


def test_of_what_was_kept_all_is_there_whatever_a_report_of_the_day_shows() -> None:
    promise = Pledge("promise", "jobs", "operator", Figure(500, 500, "exact"), "TG")
    for basis in ("computed", "sourced"):
        assert rate(promise, Verdict("reached", basis, 150, frozenset({"site"}))) == (500, 500, 100.0, 100.0), basis
    assert rate(promise, Verdict("delivered", "computed", 600)) == (600, 500, 100.0, 100.0)


def test_a_miss_is_worth_what_was_there_at_least_to_what_was_there_at_most() -> None:
    promise = Pledge("promise", "jobs", "operator", Figure(500, 500, "exact"), "TG")
    assert rate(promise, Verdict("missed", shown=100, shown_high=200)) == (100, 100, 20.0, 40.0)
    assert rate(promise, Verdict("missed", shown_high=200)) == (None, 0, 0.0, 40.0)
    assert rate(promise, Verdict("missed", "sourced", 100)) == (100, 100, 20.0, 99.8)
    level = Pledge(
        "level", "jobs", "operator", Figure(500, 500, "exact"), "TG", "total", baseline=Figure(90, 110, "range")
    )
    assert rate(level, Verdict("missed", shown=200, shown_high=240)) == (90, 90, 23.1, 38.5)


def test_of_what_was_missed_anything_short_of_it_may_have_come_where_nobody_says_and_nothing_of_what_was_given_up() -> (
    None
):
    promise = Pledge("promise", "jobs", "operator", Figure(500, 500, "exact"), "TG")
    assert rate(promise, Verdict("missed", "sourced")) == (None, 0, 0.0, 99.8)
    assert rate(promise, Verdict("cancelled", "sourced")) == (None, 0, 0.0, 0.0)


def test_a_promise_of_at_most_so_many_has_no_figure_even_where_a_source_says_that_it_was_kept() -> None:
    for baseline in (None, Figure(10, 10, "exact")):
        most = Pledge("most", "jobs", "operator", Figure(None, 50, "at_most"), "TG", "total", baseline=baseline)
        (rate,) = rates(roll_up([most], Scope()), {"most": Verdict("delivered", "sourced")})
        assert (rate.known, rate.reported, rate.kept, rate.rate_low) == (1, None, 0, None), baseline


def test_one_report_on_two_promises_counts_once() -> None:
    assert together([outcome("a-500", 600, 500, "r"), outcome("a-400", 600, 400, "r")]) == (600, 600)


def test_a_report_that_holds_all_of_two_promises_keeps_both() -> None:
    assert together([outcome("a-500", 1000, 500, "r"), outcome("a-400", 1000, 400, "r")]) == (1000, 900)


def test_an_earlier_report_of_the_same_jobs_does_not_count_beside_the_later() -> None:
    june, december = outcome("june", 600, 500, "created-june"), outcome("dec", 650, 400, "created-june", "created-dec")
    assert together([june, december]) == (650, 650)


def test_promises_on_which_no_report_bears_alike_add_up_and_none_makes_up_for_another() -> None:
    assert together([outcome("lome", 1000, 300, "lome"), outcome("dakar", 100, 100, "dakar")]) == (1100, 400)


def test_two_cities_count_where_the_country_s_own_figure_is_one_of_them() -> None:
    cities = [outcome("fes", 300, 300, "fes"), outcome("agadir", 400, 350, "agadir")]
    assert together([*cities, outcome("country", 400, 400, "fes", "agadir")]) == (700, 700)


def test_where_nobody_gives_a_figure_nothing_is_reported_which_is_not_zero() -> None:
    assert together([outcome("missed", None, 0, "r")]) == (None, 0)
    assert together([outcome("missed", 0, 0, "r")]) == (0, 0)


@dataclass(frozen=True)
class World:
    """Reports with their figures, and promises: how many jobs, and which reports bear on each."""

    figures: dict[str, int]
    promised: dict[str, int]
    outcomes: list[Outcome]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    figures = draw(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 50), min_size=1))
    promised, outcomes = {}, []
    for number in range(draw(st.integers(0, 6))):
        key = f"promise-{number}"
        bearing = draw(st.sets(st.sampled_from(sorted(figures))))
        reported = max((figures[one] for one in bearing), default=None)
        promised[key] = draw(st.integers(1, 50))
        outcomes.append(Outcome(key, reported, min(reported or 0, promised[key]), frozenset(bearing)))
    return World(figures, promised, outcomes)


@given(worlds())
def test_no_more_is_reported_than_the_reports_tell_of_together(world: World) -> None:
    reported, _ = together(world.outcomes)
    told = {one for outcome in world.outcomes for one in outcome.reports}
    assert (reported or 0) <= sum(world.figures[one] for one in told)


@given(worlds())
def test_no_more_is_kept_than_is_reported_or_was_promised(world: World) -> None:
    reported, kept = together(world.outcomes)
    assert 0 <= kept <= min(reported or 0, sum(world.promised.values()))


@given(worlds())
def test_no_less_counts_than_for_any_one_of_the_promises(world: World) -> None:
    reported, kept = together(world.outcomes)
    assert all(one.reported is None or (reported or 0) >= one.reported for one in world.outcomes)
    largest = max(world.outcomes, key=lambda one: one.reported or 0, default=None)
    assert largest is None or kept >= min(largest.reported or 0, world.promised[largest.pledge])


@given(worlds(), st.randoms())
def test_it_does_not_matter_in_which_order_promises_come(world: World, chance: Random) -> None:
    turned = list(world.outcomes)
    chance.shuffle(turned)
    assert together(turned) == together(world.outcomes)


@given(worlds())
def test_a_promise_without_evidence_changes_nothing(world: World) -> None:
    assert together([*world.outcomes, outcome("silent", None, 0)]) == together(world.outcomes)
