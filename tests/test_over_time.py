"""The rules by index and by component against the rules as they read: each held against each."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from ocdb.rules.components import components
from ocdb.rules.delivery import Outcome, Verdict, delivered, rates, rates_of, ties, together
from ocdb.rules.figures import Figure
from ocdb.rules.groups import linked
from ocdb.rules.lines import NOBODY
from ocdb.rules.over_time import OverTime
from ocdb.rules.people import Holders, same_people
from ocdb.rules.promises import Pledge, Promises
from ocdb.rules.scope import Scope
from ocdb.rules.totals import added_up, roll_up, tallied

SLUGS = "abcdefgh"
PLACES = {"": [], "city": ["city", "region"], "region": ["region"], "town": ["town"]}
DAYS = [dt.date(2020, 6, 30), dt.date(2020, 12, 31), dt.date(2022, 12, 31)]


@st.composite
def worlds(draw: st.DrawFn) -> list[Pledge]:
    """Draw pledges of few employers at few places, many of them levels, with some links between them."""
    slugs = SLUGS[: draw(st.integers(1, len(SLUGS)))]

    def links() -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from([*slugs, "nowhere"]), max_size=2, unique=True)))

    def one(slug: str) -> Pledge:
        place = draw(st.sampled_from(sorted(PLACES)))
        least = draw(st.integers(1, 5)) * 100
        before = draw(st.sampled_from([None, NOBODY, Figure(200, 200, "exact")]))
        return Pledge(
            id=slug,
            measure=draw(st.sampled_from(["jobs", "jobs", "seats"])),
            reading=draw(st.sampled_from(["additional", "total", "total", "unclear"])),
            basis=draw(st.sampled_from(["operator", "operator", "government"])),
            figure=Figure(least, draw(st.sampled_from([least, None])), "exact"),
            country="MA" if place == "town" else "TG",
            operators=draw(st.sampled_from([(), ("saccom",), ("webhelp",), ("saccom", "webhelp")])),
            unnamed_operators=draw(st.sampled_from([0, 0, 0, 1])),
            places=frozenset(PLACES[place]),
            at=place,
            wide=draw(st.sampled_from([False, False, False, True])),
            site=draw(st.sampled_from(["", "", "tower", "mill"])),
            made=(None, draw(st.sampled_from([None, *DAYS]))),
            since=draw(st.sampled_from([None, *DAYS])),
            baseline=before,
            due_to=draw(st.sampled_from([None, *DAYS, *DAYS])),
            part_of=links() if draw(st.booleans()) else (),
            revises=links() if draw(st.integers(0, 3)) == 0 else (),
            conflicts_with=links() if draw(st.integers(0, 3)) == 0 else (),
            preferred=draw(st.booleans()),
        )

    return [one(slug) for slug in slugs]


SCOPES = st.sampled_from(
    [
        Scope(),
        Scope(basis="government"),
        Scope(countries=frozenset({"TG"})),
        Scope(operators=frozenset({"saccom"})),
        Scope(places=frozenset({"region"})),
    ]
)


def due_by(scope: Scope, day: dt.date | None) -> Scope:
    return Scope(scope.operators, scope.countries, scope.places, due_by=day, basis=scope.basis)


def concerned(pledges: Sequence[Pledge], scope: Scope) -> list[Pledge]:
    result = roll_up(pledges, scope)
    ids = {one.id for one in (*result.counted, *(one for one, _ in result.left_out))}
    return [one for one in pledges if one.id in ids]


@given(worlds(), st.randoms(use_true_random=False))
def test_the_index_finds_the_first_that_tells_of_the_same_people(pledges: list[Pledge], chance: random.Random) -> None:
    chance.shuffle(pledges)
    holders = Holders()
    for number, pledge in enumerate(pledges):
        wanted = next((one for one in pledges[:number] if same_people(pledge, one)), None)
        assert holders.first(pledge) == wanted
        holders.add(pledge)


@given(worlds())
def test_who_may_tell_of_the_same_people_is_in_one_component(pledges: list[Pledge]) -> None:
    group = {key: number for number, keys in enumerate(components(pledges)) for key in keys}
    assert sorted(group) == [one.id for one in pledges]
    for number, one in enumerate(pledges):
        for other in pledges[:number]:
            if same_people(one, other) or other.id in (*one.part_of, *one.revises, *one.conflicts_with):
                assert group[one.id] == group[other.id]


@given(worlds(), SCOPES, st.sets(st.sampled_from(SLUGS), max_size=2))
def test_a_scope_over_time_comes_to_what_each_day_comes_to_by_itself(
    pledges: list[Pledge], scope: Scope, dropped: set[str]
) -> None:
    """What isn't judged, as in a cohort, may still link what is."""
    promises = Promises(pledges)
    over_time = OverTime(promises, tallied)
    judged = [one for one in pledges if one.id not in dropped]
    some = concerned(judged, scope)
    whole = roll_up(judged, scope, promises)
    assert added_up(over_time.whole(some, scope)) == whole.totals
    counted, left_out = over_time.counted(some, scope)
    assert sorted(one.id for one in counted) == [one.id for one in whole.counted]
    assert left_out == Counter(why.code for _one, why in whole.left_out)
    for day, lines in over_time.daily(some, scope, DAYS):
        assert added_up(lines) == roll_up(judged, due_by(scope, day), promises).totals


REPORTS = st.frozensets(st.sampled_from(["headcount", "opening", "hiring"]), max_size=2)
OUTCOMES = st.sampled_from(["delivered", "late", "missed", "cancelled", "no_evidence", "exceeded"])
SHOWN = st.sampled_from([None, 0, 50, 250, 700])


@given(worlds(), SCOPES, st.lists(st.builds(Verdict, OUTCOMES, shown=SHOWN, reports=REPORTS), min_size=8, max_size=8))
def test_rates_over_time_come_to_the_rates_of_each_day(
    pledges: list[Pledge], scope: Scope, drawn: list[Verdict]
) -> None:
    verdicts = dict(zip(SLUGS, drawn, strict=True))
    promises = Promises(pledges)
    tied = ties(pledges, verdicts)
    over_time = OverTime(promises, lambda choice: delivered(choice, verdicts), ties=tied)
    for day, lines in over_time.daily(concerned(pledges, scope), scope, DAYS):
        assert rates_of(lines) == rates(roll_up(pledges, due_by(scope, day), promises), verdicts)


@given(worlds(), SCOPES)
def test_a_scope_needs_only_what_is_linked_with_what_concerns_it(pledges: list[Pledge], scope: Scope) -> None:
    known = {one.id for one in pledges}
    links = {(one.id, other) for one in pledges for other in (*one.part_of, *one.revises, *one.conflicts_with)}
    groups = linked([*((one, one) for one in known), *(pair for pair in links if pair[1] in known)])
    inside = {one.id for one in concerned(pledges, scope)}
    needed = {key for group in groups if inside & set(group) for key in group}
    assert roll_up([one for one in pledges if one.id in needed], scope) == roll_up(pledges, scope)


@given(st.lists(st.tuples(SHOWN, st.integers(0, 300), REPORTS), max_size=8))
def test_no_job_of_a_report_counts_twice_by_whichever_way(drawn: list[tuple[int | None, int, frozenset[str]]]) -> None:
    outcomes = [Outcome(slug, *one) for slug, one in zip(SLUGS, drawn, strict=False)]
    assert together(outcomes) == plainly(outcomes)


def plainly(outcomes: list[Outcome]) -> tuple[int | None, int]:
    """Return the same as `together`, each outcome held against each that counts."""
    counted: list[tuple[frozenset[str], list[int]]] = []
    reported: int | None = None
    kept = 0
    figures = [(one.reported, one) for one in outcomes if one.reported is not None]
    for figure, one in sorted(figures, key=lambda pair: (-pair[0], len(pair[1].reports), pair[1].pledge)):
        left = next((left for reports, left in counted if reports & one.reports), None)
        part = one.kept if left is None else min(one.kept, left[0])
        if left is None:
            reported = (reported or 0) + figure
            counted.append((one.reports, [max(0, figure - part)]))
        else:
            left[0] -= part
        kept += part
    return reported, kept
