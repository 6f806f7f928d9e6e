"""The rule of losses: no job counts twice, whatever the links; the command, and the stored totals, say the same."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocdb.opening.reader import open_reader
from ocdb.rules.losses import Loss, LossTotals, Period, add_up, in_year
from ocdb.rules.scope import Scope
from ocdb.words.reasons import sentence
from tests.cases import each
from tests.commands import flat, ocdb, recorded
from tests.worlds_of_losses import losses as world

TOGO = Scope(countries=frozenset({"TG"}))
EXACT: dict[str, Any] = {"bound": "exact"}


def loss(key: str, number: int, status: str = "happened", **more: Any) -> Loss:
    """Return a loss of exactly so many jobs in Togo, where nothing else is said."""
    plain: dict[str, Any] = {"measure": "jobs", "basis": "operator", "low": number, "high": number, "bound": "exact"}
    return Loss(**{"id": key, "status": status, "country": "TG"} | plain | more)


def lines(result: LossTotals) -> list[tuple[str, int, int | None]]:
    return [(line.line, line.low, line.high) for line in result.lines]


def left_out(result: LossTotals) -> dict[str, str]:
    return {one.id: sentence(reason.code, dict(reason.details)) for one, reason in result.left_out}


def counted(result: LossTotals) -> list[str]:
    return [one.id for one in result.counted]


# --- what happened and what is planned ----------------------------------------------------------------------------


def test_what_happened_and_what_is_planned_are_two_lines() -> None:
    result = add_up([loss("plan", 400, "planned"), loss("fact", 1000), loss("more", 230)], TOGO)
    assert lines(result) == [("happened", 1230, 1230), ("planned", 400, 400)]
    assert [line.losses for line in result.lines] == [2, 1]


def test_seats_and_trainees_stand_on_lines_of_their_own_and_staff_with_jobs() -> None:
    measures = ("jobs", "headcount", "seats", "trainees")
    facts = [loss(name, 10**power, measure=name) for power, name in enumerate(measures)]
    plans = [replace(one, id=f"plan-{one.id}", status="planned") for one in facts]
    assert [line[:2] for line in lines(add_up([*facts, *plans], TOGO))] == [
        ("happened", 11),
        ("planned", 11),
        ("seats_happened", 100),
        ("seats_planned", 100),
        ("trainees_happened", 1000),
        ("trainees_planned", 1000),
    ]


def test_a_cancelled_loss_counts_on_no_line_and_is_listed() -> None:
    result = add_up([loss("off", 50, "cancelled")], TOGO)
    assert (lines(result), left_out(result)) == ([], {"off": "cancelled"})


def test_a_plan_that_was_dropped_ends_its_parts_but_for_those_that_happened() -> None:
    losses = [
        loss("off", 500, "cancelled"),
        loss("still", 100, "planned", part_of=("off",)),
        loss("gone", 20, part_of=("off",)),
    ]
    result = add_up(losses, TOGO)
    assert lines(result) == [("happened", 20, 20)]
    assert left_out(result) == {"off": "cancelled", "still": "part of off, which was cancelled"}


def test_a_plan_that_came_about_is_the_same_loss_with_the_figure_that_it_had() -> None:
    came = loss("came", 250, revises=("plan",), country="MA")
    for scope in (Scope(), TOGO):
        result = add_up([loss("plan", 300, "planned"), came], scope)
        assert left_out(result) == {"plan": "revised by came"}
    assert lines(add_up([loss("plan", 300, "planned"), came], Scope())) == [("happened", 250, 250)]


def test_a_question_about_one_source_still_counts_the_plan_that_only_another_source_ends() -> None:
    losses = [
        loss("plan", 300, "planned", sources=frozenset({"early"})),
        loss("came", 250, revises=("plan",), sources=frozenset({"late"})),
        loss("part", 100, part_of=("other",), sources=frozenset({"late"})),
        loss("other", 500, "planned", sources=frozenset({"early"})),
    ]
    result = add_up(losses, Scope(sources=frozenset({"early"})))
    assert lines(result) == [("planned", 800, 800)]


def test_of_a_plan_that_came_about_in_part_the_rest_is_still_planned() -> None:
    plan, part = loss("plan", 500, "planned"), loss("part", 200, part_of=("plan",))
    result = add_up([plan, part], TOGO)
    assert lines(result) == [("happened", 200, 200), ("planned", 300, 300)]
    assert {key: (rest.low, rest.high) for key, rest in result.rests.items()} == {"plan": (300, 300)}
    assert (counted(result), left_out(result)) == (["part", "plan"], {})


@each(
    ("plan", "part", "rest"),
    [
        ((500, None, "at_least"), (200, 200, "exact"), (300, None, "at_least")),
        ((500, 500, "exact"), (200, None, "at_least"), (0, 300, "range")),
        ((500, 500, "exact"), (None, 200, "at_most"), (300, 500, "range")),
        ((None, 500, "at_most"), (200, 200, "exact"), (None, 300, "at_most")),
        ((400, 500, "range"), (100, 150, "range"), (250, 400, "range")),
        ((100, 100, "exact"), (200, 200, "exact"), None),
    ],
)
def test_a_rest_is_as_exact_as_the_plan_and_its_parts(plan: Any, part: Any, rest: Any) -> None:
    names = ("low", "high", "bound")
    losses = [
        loss("plan", 0, "planned", **dict(zip(names, plan, strict=True))),
        loss("part", 0, part_of=("plan",), **dict(zip(names, part, strict=True))),
    ]
    result = add_up(losses, TOGO)
    found = {key: (one.low, one.high, one.bound) for key, one in result.rests.items()}
    assert found == ({"plan": rest} if rest else {})
    assert left_out(result) == ({} if rest else {"plan": "happened: part"})


def test_parts_of_parts_are_taken_off_once_whoever_counts_them() -> None:
    losses = [
        loss("plan", 500, "planned"),
        loss("part", 200, part_of=("plan",), basis="federation"),
        loss("inner", 50, part_of=("part",)),
        loss("seats", 70, part_of=("plan",), measure="seats"),
    ]
    assert lines(add_up(losses, TOGO)) == [
        ("happened", 50, 50),
        ("planned", 300, 300),
        ("seats_happened", 70, 70),
    ]


def test_only_the_newest_version_of_a_part_is_taken_off() -> None:
    losses = [
        loss("plan", 500, "planned"),
        loss("first", 200, part_of=("plan",)),
        loss("corrected", 150, revises=("first",)),
        loss("called-off", 100, "cancelled", part_of=("plan",)),
        loss("doubtful", 90, part_of=("plan",), conflicts_with=("preferred",)),
        loss("preferred", 80, part_of=("plan",), preferred=True),
    ]
    assert lines(add_up(losses, TOGO)) == [("happened", 230, 230), ("planned", 270, 270)]


def test_a_plan_within_what_happened_or_that_shares_a_part_with_it_is_planned_no_more() -> None:
    within = [loss("fact", 500), loss("plan", 100, "planned", part_of=("fact",))]
    assert left_out(add_up(within, TOGO)) == {"plan": "part of fact, which happened"}
    sharing = [loss("fact", 500), loss("plan", 300, "planned"), loss("both", 5, part_of=("fact", "plan"))]
    assert left_out(add_up(sharing, TOGO))["plan"] == "shares a part with fact"


def test_two_versions_of_a_plan_do_not_count_both_when_one_of_them_came_about() -> None:
    losses = [
        loss("old", 500, "planned"),
        loss("plan", 400, "planned", revises=("old",)),
        loss("fact", 300, revises=("old",)),
    ]
    for number in (300, 450):  # what happened is no older than a plan for being larger
        result = add_up([*losses[:2], replace(losses[2], low=number, high=number)], TOGO)
        assert (lines(result), sorted(left_out(result))) == ([("happened", number, number)], ["old", "plan"])


def test_a_plan_that_newer_losses_share_out_among_places_stands_in_each_of_them() -> None:
    losses = [
        loss("old", 500, "planned", at="TG"),
        replace(loss("gone", 200, at="lome", revises=("old",)), places=frozenset({"lome"})),
        replace(loss("still", 250, "planned", at="kara", revises=("old",)), places=frozenset({"kara"})),
    ]
    result = add_up(losses, TOGO)
    assert lines(result) == [("happened", 200, 200), ("planned", 250, 250)]
    assert left_out(result) == {"old": "revised by gone"}


def test_of_two_versions_that_happened_the_later_one_counts() -> None:
    losses = [
        loss("old", 500, "planned"),
        loss("sooner", 200, revises=("old",), last=date(2020, 6, 30)),
        loss("later", 300, revises=("old",), last=date(2021, 6, 30)),
    ]
    assert counted(add_up(losses, TOGO)) == ["later"]


# --- when ---------------------------------------------------------------------------------------------------------


def dated(key: str, first: date | None, last: date | None) -> Loss:
    return loss(key, 1, first=first, last=last)


def test_a_loss_counts_in_a_time_in_which_it_lies_wholly() -> None:
    losses = [
        dated("within", date(2020, 5, 1), date(2020, 5, 31)),
        dated("by", None, date(2020, 9, 28)),
        dated("across", date(2020, 1, 1), date(2021, 12, 31)),
        dated("from", date(2020, 6, 1), None),
        dated("before", date(2019, 1, 1), date(2019, 12, 31)),
        dated("after", date(2021, 1, 1), date(2021, 1, 31)),
        dated("undated", None, None),
    ]
    result = add_up(losses, TOGO, in_year(2020))
    assert counted(result) == ["by", "within"]
    assert left_out(result) == {
        "across": "only partly in that time",
        "after": "later: 1 January 2021",
        "before": "earlier: 31 December 2019",
        "from": "only partly in that time",
        "undated": "no date",
    }
    assert len(add_up(losses, TOGO).counted) == len(losses)
    assert counted(add_up(losses, TOGO, Period(since=date(2020, 6, 1)))) == ["after", "by", "from"]


def test_a_part_counts_in_a_time_in_which_its_whole_does_not_lie() -> None:
    whole = replace(dated("whole", date(2020, 1, 1), date(2021, 12, 31)), low=9, high=9)
    part = replace(dated("part", date(2020, 1, 1), date(2020, 12, 31)), part_of=("whole",))
    assert counted(add_up([whole, part], TOGO, in_year(2020))) == ["part"]
    assert counted(add_up([whole, part], TOGO)) == ["whole"]


# --- no job twice: worlds whose truth is known --------------------------------------------------------------------


@dataclass
class World:
    """Jobs by number, what became of each, and what a press that is curated without error says of them."""

    happened: set[int] = field(default_factory=set)
    planned: set[int] = field(default_factory=set)
    town: set[int] = field(default_factory=set)
    losses: list[Loss] = field(default_factory=list)
    jobs: int = 0

    def hire(self, count: int, *, town: bool) -> set[int]:
        new = set(range(self.jobs, self.jobs + count))
        self.jobs += count
        self.town |= new if town else set()
        return new

    def tell(self, draw: st.DrawFn, jobs: set[int], status: str, **more: Any) -> str:
        """Add a claim about some jobs, with a figure that is true of them; return its slug."""
        size, slack = len(jobs), draw(st.integers(0, 3))
        low, high, bound = draw(
            st.sampled_from(
                [
                    (size, size, "exact"),
                    (max(0, size - slack), None, "at_least"),
                    (None, size + slack, "at_most"),
                    (max(0, size - slack), size + slack + 1, "range"),
                ]
            )
        )
        key = f"{draw(st.sampled_from('abc'))}-{len(self.losses)}"
        town = jobs <= self.town
        where: dict[str, Any] = {"places": frozenset({"town"}), "at": "town"} if town else {"at": "TG"}
        self.losses.append(loss(key, 0, status, **{"low": low, "high": high, "bound": bound} | where | more))
        return key


def _plan(draw: st.DrawFn, world: World) -> None:
    """Draw a plan with a part in the town, and what became of it."""
    town, land = (world.hire(draw(st.integers(0, 8)), town=one) for one in (True, False))
    plan = world.tell(draw, town | land, "planned")
    fate = draw(st.sampled_from(["open", "came about", "cancelled", "revised", "disputed", "shared out"]))
    if fate == "cancelled":
        world.losses[-1] = replace(world.losses[-1], status="cancelled")
        world.happened |= town
        world.tell(draw, town, "happened", part_of=(plan,))
        world.tell(draw, land, "planned", part_of=(plan,))
    elif fate == "shared out":
        world.happened |= town
        world.planned |= land
        world.tell(draw, town, "happened", revises=(plan,))
        world.tell(draw, land, "planned", revises=(plan,), places=frozenset({"land"}), at="land")
    elif fate == "came about":
        gone = town | set(list(land)[:3])
        world.happened |= gone
        fact = world.tell(draw, gone, "happened", revises=(plan,))
        world.tell(draw, town, "happened", part_of=(draw(st.sampled_from([plan, fact])),))
    elif fate == "revised":
        fewer = set(list(land)[:4])
        world.planned |= fewer
        world.tell(draw, fewer, "planned", revises=(plan,))
    elif fate == "disputed":
        world.planned |= land
        world.tell(draw, land, "planned", conflicts_with=(plan,), preferred=True)
    else:
        _part_by_part(draw, world, plan, town, land)


def _part_by_part(draw: st.DrawFn, world: World, plan: str, town: set[int], land: set[int]) -> None:
    """Draw which parts of a plan happened so far, in the town and elsewhere, each told once or twice."""
    in_town = set(list(town)[: draw(st.integers(0, len(town)))])
    elsewhere = set(list(land)[: draw(st.integers(0, len(land)))])
    world.happened |= in_town | elsewhere
    world.planned |= (town | land) - in_town - elsewhere
    above = world.tell(draw, town, "planned", part_of=(plan,)) if draw(st.booleans()) else plan
    world.tell(draw, in_town, "happened", part_of=(above,), basis=draw(st.sampled_from(["operator", "federation"])))
    far = world.tell(draw, elsewhere, "happened", part_of=(plan,))
    world.tell(draw, set(list(elsewhere)[:2]), "happened", part_of=(far,))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    found = World()
    for _ in range(draw(st.integers(1, 3))):
        _plan(draw, found)
    return found


@given(worlds(), st.booleans())
def test_no_line_exceeds_the_jobs_that_are_lost_or_still_to_go(found: World, town: bool) -> None:
    one_basis = [replace(one, basis="operator") for one in found.losses]
    scope = Scope(places=frozenset({"town"})) if town else Scope()
    totals = {line.line: (line.low, line.high) for line in add_up(one_basis, scope).lines}
    for name, truth in (("happened", found.happened), ("planned", found.planned)):
        jobs = truth & found.town if town else truth
        low, high = totals.get(name, (0, 0))
        assert low <= len(jobs), name
        assert town or high is None or high >= len(jobs), name  # all is told of the whole country


@given(worlds(), st.sampled_from(["operator", "federation"]))
def test_whose_figures_are_asked_makes_nothing_count_twice(found: World, basis: str) -> None:
    totals = {line.line: line.low for line in add_up(found.losses, Scope(basis=basis)).lines}
    assert totals.get("happened", 0) <= len(found.happened)
    assert totals.get("planned", 0) <= len(found.planned)


# --- whatever the links -------------------------------------------------------------------------------------------

SLUGS = list("abcdef")


@st.composite
def tangles(draw: st.DrawFn) -> list[Loss]:
    """Draw losses with any links between them, circles and links into the void included."""
    slugs = SLUGS[: draw(st.integers(1, len(SLUGS)))]

    def links() -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from([*slugs, "nowhere"]), max_size=2, unique=True)))

    return [
        loss(
            slug,
            draw(st.integers(0, 9)),
            draw(st.sampled_from(["planned", "planned", "happened", "happened", "cancelled"])),
            measure=draw(st.sampled_from(["jobs", "jobs", "headcount", "seats", "trainees"])),
            basis=draw(st.sampled_from(["operator", "operator", "federation"])),
            last=draw(st.sampled_from([None, date(2020, 6, 1), date(2021, 6, 1)])),
            sources=draw(st.sampled_from([frozenset({"echo"}), frozenset({"echo", "news"})])),
            part_of=links(),
            revises=links() if draw(st.booleans()) else (),
            conflicts_with=links() if draw(st.booleans()) else (),
            preferred=draw(st.booleans()),
        )
        for slug in slugs
    ]


SCOPES = st.builds(
    Scope,
    sources=st.sampled_from([frozenset[str](), frozenset({"news"})]),
    basis=st.sampled_from(["operator", "federation"]),
)
PERIODS = st.sampled_from([Period(), in_year(2020), Period(since=date(2021, 1, 1))])


@given(tangles(), SCOPES, PERIODS, st.randoms(use_true_random=False))
def test_whatever_the_links_each_loss_counts_or_has_a_reason_and_the_order_does_not_matter(
    losses: list[Loss], scope: Scope, period: Period, chance: random.Random
) -> None:
    result = add_up(losses, scope, period)
    concerned = [one.id for one in losses if not scope.sources or one.sources & scope.sources]
    assert sorted([*counted(result), *left_out(result)]) == concerned
    assert all(left_out(result).values())
    assert not any(one.status == "cancelled" for one in result.counted)
    assert sum(line.losses for line in result.lines) == len(result.counted)
    assert add_up(chance.sample(losses, len(losses)), scope, period) == result


# --- the command --------------------------------------------------------------------------------------------------


def asked(*arguments: str) -> dict[str, Any]:
    """Return the answer of `ocdb losses` about the small world."""
    answer = ocdb("losses", *arguments, "-f", "json", database=world())
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


@each(
    ("arguments", "headline"),
    [
        # What a federation counted is told, and not added.
        (
            (),
            (
                "Job losses: 490 jobs lost; at least 300 jobs to be lost; 80 seats lost;"
                " counted by others: at least 900 jobs lost (federation)"
            ),
        ),
        (
            ("--country", "Togo"),
            "Togo: 450 jobs lost; at least 300 jobs to be lost; counted by others: at least 900 jobs lost (federation)",
        ),
        (("--operator", "Beta"), "Beta: 40 jobs lost; 80 seats lost"),
        (("--place", "Lomé"), "Lomé: 250 jobs lost"),
        (
            ("--basis", "federation"),
            "Figures of federations: at least 900 jobs lost",
        ),
        (
            ("--source", "early-2019", "--country", "TG"),
            "Togo, Early: at least 800 jobs to be lost",
        ),
        (("--until", "2020-04", "--country", "CM"), "Cameroon, by 30 April 2020: 40 jobs lost; 80 seats lost"),
        (("--country", "MA"), "Morocco: no job losses that count"),
        (("--as-of", "2020-01-01", "--country", "TG"), "Togo: at least 860 jobs to be lost"),
    ],
)
def test_the_first_line_is_the_answer(arguments: tuple[str, ...], headline: str) -> None:
    answer = ocdb("losses", *arguments, "-f", "table", database=world())
    assert answer.code == 0
    assert answer.lines[0] == headline


def test_a_total_is_a_row_with_line_bounds_and_number_of_losses() -> None:
    found = asked("--country", "TG")
    assert found["totals"] == [
        {"line": "happened", "low": 450, "high": 450, "bound": "exact", "losses": 2},
        {"line": "planned", "low": 300, "high": None, "bound": "at_least", "losses": 1},
    ]
    assert list(flat(found["counted"], "id", "rest_low", "rest_high", "rest_bound")) == [
        ("alpha-kara-2021-200", None, None, None),
        ("alpha-lome-2020-250", None, None, None),
        ("alpha-togo-2019-500", 300, None, "at_least"),
    ]
    assert {row["id"]: (row["reason"], row["reason_details"]) for row in found["left_out"]} == {
        "alpha-lome-2019-300": ("revised_by", {"pledge": "alpha-lome-2020-250"}),
        "beta-togo-2019-60": ("cancelled", {}),
        "union-togo-2021-900": ("other_basis", {"asked": "operator", "basis": "federation"}),
    }
    assert found["scope"] == {
        "operator": [], "country": ["TG"], "place": [], "source": [], "since": None, "until": None, "basis": "operator",
    }  # fmt: skip


def test_people_read_what_is_still_planned_of_a_plan_that_came_about_in_part() -> None:
    lines = ocdb("losses", "--country", "TG", "-f", "table", database=world()).lines
    (plan,) = (line for line in lines if "alpha-togo-2019-500" in line)
    assert plan.split("  ")[-2].strip() == "at least 300"


def test_what_others_count_is_named_beside_the_answer() -> None:
    answer = ocdb("losses", "--country", "TG", database=world())
    others = "Figures by others (federation): 1; see --basis federation"
    read = "Togo: 2 of 22 known articles have been read"
    assert answer.err.splitlines() == [
        "Left out: 3 (by another party: 1, cancelled: 1, revised: 1); see --left-out",
        "Articles: 2; see --sources",
        others,
        read,
    ]  # fmt: skip
    assert ocdb("losses", "--country", "TG", "-f", "json", database=world()).err.splitlines() == [others, read]


@each("by", ["operator", "country", "place", "year"])
def test_each_group_is_a_scope_of_its_own(by: str) -> None:
    groups = asked("--by", by)["groups"]
    assert [group for group in groups if group[by] is None][-1]["line"] == "seats_happened"
    for group in groups:
        key = group[by]
        if key is None:
            continue
        narrowed = ("--since", key, "--until", key) if by == "year" else (f"--{by}", key)
        assert {name: group[name] for name in ("line", "low", "high", "bound", "losses")} in asked(*narrowed)["totals"]


def stored(path: Path) -> Iterator[tuple[tuple[str, ...], list[dict[str, Any]]]]:
    """Yield the arguments of each scope of the stored totals, and its rows."""
    reader = open_reader(f"sqlite:///{path}")
    rows = reader.rows("SELECT * FROM v_loss_totals").records()
    reader.close()
    scopes = sorted({(row["scope_kind"], row["scope"] or "", row["year"] or 0, row["basis"]) for row in rows})
    for kind, scope, year, basis in scopes:
        narrowed = () if kind == "all" else (f"--{'country' if kind == 'area' else kind}", scope)
        time = ("--since", str(year), "--until", str(year)) if year else ()
        of_scope = [
            {name: row[name] for name in ("line", "low", "high", "bound", "losses")}
            for row in rows
            if (row["scope_kind"], row["scope"] or "", row["year"] or 0, row["basis"]) == (kind, scope, year, basis)
        ]
        yield (*narrowed, *time, "--basis", basis), of_scope


@pytest.mark.slow
@pytest.mark.parametrize("made", [world, recorded])
def test_sql_finds_in_the_stored_totals_what_the_command_prints(made: Any) -> None:
    found = list(stored(made()))
    assert found
    for arguments, rows in found:
        printed = json.loads(ocdb("losses", *arguments, "-f", "json", database=made()).out)["totals"]
        assert sorted(printed, key=str) == sorted(rows, key=str), arguments


def test_the_five_articles_tell_of_no_loss_on_either_engine() -> None:
    answer = ocdb("losses", "-f", "json")
    notes = "Job losses: no job losses that count\nFrom 5 articles read so far; see ocdb coverage\n"
    assert (json.loads(answer.out)["totals"], answer.err) == ([], notes)
