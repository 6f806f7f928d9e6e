"""All surfaces tell one story of a promise: one verdict, one state, one total, whatever asks and on either engine.

The worlds are simulated ones (scripts/worlds) in which much happens. They all end in 2022, so every day on which the
tests may run is later than all due days.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest

from ocdb.opening.reader import open_reader
from scripts.worlds.curating import fixtures
from scripts.worlds.databases import write
from scripts.worlds.growing import AREA
from scripts.worlds.loading import load
from scripts.worlds.making import Made, make
from tests.commands import loaded, ocdb

SEED = 7
# Rich ones: in them promises are kept, late, missed, given up, replaced and contradicted, alone and together.
WORLDS = (6, 7, 112)
VERDICTS = ("delivered", "exceeded", "late", "reached", "missed")
# After all due days, and before any day on which the tests may run.
LAST_DAY = "2025-12-31"


@dataclass
class Story:
    """A world in a database."""

    made: Made
    url: str
    _answers: dict[tuple[str, ...], Any] = field(default_factory=dict)

    def ask(self, *arguments: str) -> Any:
        """Return what a command answers as JSON; each question is asked once."""
        if arguments not in self._answers:
            answer = ocdb(*arguments, "-f", "json", database=self.url)
            assert answer.code == 0, (arguments, answer.err)
            self._answers[arguments] = json.loads(answer.out)
        return self._answers[arguments]

    def sql(self, query: str) -> list[dict[str, Any]]:
        """Return the records of a SELECT."""
        with closing(open_reader(self.url)) as reader:
            return reader.rows(query).records()

    @cached_property
    def ledger(self) -> dict[str, dict[str, Any]]:
        """Return the rows of v_ledger by pledge."""
        return {row["id"]: row for row in self.sql("SELECT * FROM v_ledger")}

    @cached_property
    def countries(self) -> list[str]:
        """Return the countries of the promises."""
        return sorted({row["country"] for row in self.ledger.values()})


def _written(number: int, home: Path) -> Path:
    made = make(SEED, number)
    return write(fixtures(made.world, made.press), home / str(number))


@cache
def _told(number: int, home: Path) -> Story:
    return Story(make(SEED, number), f"sqlite:///{loaded(_written(number, home), name='world')}")


@pytest.fixture(scope="module", params=WORLDS)
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Give each world on SQLite; tests only read it."""
    return _told(request.param, tmp_path_factory.getbasetemp())


def test_postgresql_tells_the_same_story(
    new_database_of: Callable[[Sequence[Path]], str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Ask it of the richest world what the other tests ask of SQLite."""
    number, home = WORLDS[-1], tmp_path_factory.getbasetemp()
    ours = _told(number, home)
    theirs = Story(ours.made, new_database_of([home / str(number)]))
    assert theirs.ledger == ours.ledger
    for view in ("v_pledges", "v_totals", "v_delivery", "v_losses", "v_loss_totals"):
        rows, others = (sorted(map(repr, one.sql(f"SELECT * FROM {view}"))) for one in (ours, theirs))
        assert others == rows, view
    by_country = [[name, "--country", country] for country in ours.countries for name in ("jobs", "losses")]
    shown = [["show", key] for key in list(ours.ledger)[:10]]
    whole = ["pledges", "list pledges", "list losses", "delivery --by country", "conflicts", "timeline"]
    for question in (*by_country, *shown, *map(str.split, whole)):
        assert theirs.ask(*question) == ours.ask(*question), question


def test_in_the_worlds_everything_happens() -> None:
    """Where this fails after a change of the worlds or of the rules, others are rich: choose those."""
    worlds = [make(SEED, number) for number in WORLDS]
    promises = [one for made in worlds for one in made.press.promises().values()]
    verdicts = {row["once_due"] for made in worlds for row in load(fixtures(made.world, made.press)).rows["ledger"]}
    assert verdicts >= {*VERDICTS, "partly_delivered", "cancelled", "superseded", "no_evidence"}
    assert all(any(getattr(one, link) for one in promises) for link in ("wrong_of", "whole", "older"))
    assert {loss.state for made in worlds for loss in made.press.losses().values()} >= {"planned", "happened"}


def test_each_promise_has_one_verdict_wherever_it_is_asked_for(story: Story) -> None:
    by_hand = "SELECT id, CASE WHEN due_to < CURRENT_DATE THEN once_due ELSE while_open END AS verdict"
    told = {
        "v_ledger": {key: row["verdict"] for key, row in story.ledger.items()},
        "v_pledges": {row["id"]: row["outcome"] for row in story.sql("SELECT id, outcome FROM v_pledges")},
        "by hand": {
            row["id"]: row["verdict"]
            for row in story.sql(f"{by_hand} FROM job_pledge JOIN ledger ON ledger.pledge_id = job_pledge.id")
        },
        "ocdb pledges": {row["id"]: row["verdict"] for row in story.ask("pledges")},
        "ocdb list pledges": {row["id"]: row["outcome"] for row in story.ask("list", "pledges")},
        "ocdb show": {key: story.ask("show", key)["ledger"][0]["verdict"] for key in story.ledger},
        "ocdb show, record": {key: story.ask("show", key)["record"]["outcome"] for key in story.ledger},
    }
    for surface, verdicts in told.items():
        assert verdicts == told["v_ledger"], surface
    assert set(told["v_ledger"]) == set(story.made.press.promises())


def test_the_state_of_a_promise_follows_from_its_verdict(story: Story) -> None:
    lost = {one.key for one in story.made.press.promises().values() if one.wrong_of}
    for key, row in story.ledger.items():
        assert (row["status"] == "cancelled") == (row["verdict"] == "cancelled"), key
        assert row["status"] == "revised" or row["verdict"] != "superseded" or key in lost, key
        assert row["status"] == "disputed" or key not in lost or row["verdict"] == "cancelled", key
        assert not row["counts"] or row["status"] == "standing", key


def test_what_decided_a_verdict_is_shown_as_its_evidence(story: Story) -> None:
    for key, row in story.ledger.items():
        deciding = [one["claim"] for one in story.ask("show", key).get("evidence", []) if one["bearing"] == "decides"]
        assert sorted(deciding) == sorted((row["decided_by"] or "").split("; ") if row["decided_by"] else []), key
        silent = {row["while_open"], row["once_due"]} <= {"not_due", "no_evidence"}
        said = "sourced" in (row["while_open_basis"], row["once_due_basis"])  # a source may say that it isn't due
        assert bool(deciding) == (said or not silent), key


def test_what_is_left_out_of_a_total_has_the_reason_that_its_verdict_has(story: Story) -> None:
    for country in story.countries:
        answer = story.ask("jobs", "--country", country)
        counted = {row["id"] for row in answer["counted"]}
        area = country == AREA  # with all that lies in it: there other promises count than in each country
        here = {key: row for key, row in story.ledger.items() if area or row["country"] == country}
        assert area or counted == {key for key, row in here.items() if row["counts"] and row["basis"] == "operator"}
        assert not [key for key in counted if here[key]["verdict"] in ("cancelled", "superseded")]
        for row in answer["left_out"]:
            assert row["outcome"] == here[row["id"]]["verdict"], row["id"]
            if row["reason"] == "cancelled":
                assert here[row["id"]]["verdict"] == "cancelled", row["id"]


def test_totals_are_the_same_by_command_by_view_and_with_a_pencil(story: Story) -> None:
    columns = ("line", "low", "high", "bound", "pledges", "commitment", "announcement", "ambition")
    scopes = [("all", None), ("area", AREA), *(("country", country) for country in story.countries)]
    for kind, scope in scopes:
        where = f"scope_kind = '{kind}' AND COALESCE(scope, '') = '{scope or ''}'"
        stored = story.sql(f"SELECT * FROM v_totals WHERE {where} AND basis = 'operator' AND due_by IS NULL")
        if (kind, scope) != ("country", AREA):  # what is said of it as a whole alone, which no command adds up
            answered = story.ask("jobs", *(["--country", scope] if scope else []))["totals"]
            assert _picked(answered, columns) == _picked(stored, columns), scope
        if kind == "country":
            pencil = story.sql(
                "SELECT line, SUM(adds_low) AS low, COUNT(*) AS pledges FROM v_pledges"
                f" WHERE country = '{scope}' AND basis = 'operator' AND counts = 1 GROUP BY line"
            )
            assert _picked(pencil, ("line", "low", "pledges")) == _picked(stored, ("line", "low", "pledges")), scope


def _picked(rows: list[dict[str, Any]], columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    return sorted(tuple(row[name] for name in columns) for row in rows)


def test_rates_of_delivery_count_the_verdicts_of_the_ledger(story: Story) -> None:
    for country in story.countries:
        stored = story.sql(
            f"SELECT * FROM v_delivery WHERE scope_kind = 'country' AND scope = '{country}' AND basis = 'operator'"
        )
        answered = [row for row in story.ask("delivery", "--by", "country")["groups"] if row["country"] == country]
        figures = tuple(name for name in stored[0] if name in answered[0]) if stored else ()
        assert _rows(answered, figures) == _rows(stored, figures), country
        # A tranche that was due counts here where its whole has no due day, and what was given up as not kept.
        answer = story.ask("jobs", "--country", country, "--due-by", LAST_DAY)
        owed = [*answer["counted"], *(one for one in answer["left_out"] if one["reason"] == "cancelled")]
        for row in stored:
            here = [story.ledger[one["id"]] for one in owed]
            verdicts = Counter(one["verdict"] for one in here if one["line"] == row["line"])
            counts = {
                "in_time": verdicts["delivered"] + verdicts["exceeded"],
                **{name: verdicts[name] for name in ("late", "reached", "missed", "cancelled")},
            }
            assert {name: row[name] for name in counts} == counts, (country, row["line"])
            assert row["known"] == sum(counts.values()), (country, row["line"])


def _rows(rows: list[dict[str, Any]], columns: tuple[str, ...]) -> list[list[Any]]:
    return sorted(([row[name] for name in columns] for row in rows), key=repr)


def test_a_chart_draws_what_the_rates_are_made_of(story: Story) -> None:
    for line in ("new_jobs", "levels", "hires", "seats", "trainees"):
        rates = [row for row in story.ask("delivery", "--by", "country")["groups"] if row["line"] == line]
        if rates:
            drawn = story.ask("chart", "--by", "country", "--line", line)["groups"]
            names = ("country", "promised", "reported", "pledges", "known")
            assert _picked_of(drawn, names) == _picked_of(rates, names), line


def _picked_of(rows: list[dict[str, Any]], names: tuple[str, ...]) -> list[str]:
    return sorted(repr([row[name] for name in names]) for row in rows)


def test_losses_are_the_same_by_command_by_view_and_in_the_list(story: Story) -> None:
    columns = ("line", "low", "high", "bound", "losses")
    states = {row["id"]: row["status"] for row in story.sql("SELECT id, status FROM v_losses")}
    assert states == {key: loss.state for key, loss in story.made.press.losses().items()}
    for scope in (None, *story.countries):
        kind = "area" if scope == AREA else "country" if scope else "all"
        where = f"scope_kind = '{kind}' AND COALESCE(scope, '') = '{scope or ''}'"
        stored = story.sql(f"SELECT * FROM v_loss_totals WHERE {where} AND basis = 'operator' AND year IS NULL")
        answer = story.ask("losses", *(["--country", scope] if scope else []))
        assert _picked(answer["totals"], columns) == _picked(stored, columns), scope
        assert all(row["status"] == states[row["id"]] for row in (*answer["counted"], *answer["left_out"])), scope
        assert not [row["id"] for row in answer["counted"] if row["status"] == "cancelled"], scope
    listed = {row["id"]: row["status"] for row in story.ask("list", "losses")}
    assert listed == states
    assert {key: story.ask("show", key)["record"]["status"] for key in states} == states


def test_claims_in_conflict_are_those_that_are_disputed_or_preferred(story: Story) -> None:
    groups = story.ask("conflicts")["groups"]
    told = {claim["id"]: claim["status"] for group in groups for claim in group["claims"] if claim["kind"] == "pledge"}
    promises = story.made.press.promises().values()
    wrong = {one.key for one in promises if one.wrong_of}
    assert {key for key, status in told.items() if status == "set_aside"} == wrong
    assert {key for key, status in told.items() if status == "preferred"} == {
        one.wrong_of for one in promises if one.wrong_of
    }
    disputed = {key for key, row in story.ledger.items() if row["status"] == "disputed"}
    assert disputed <= wrong


def test_a_timeline_has_each_dated_promise_once_and_what_sources_say_of_it(story: Story) -> None:
    entries = story.ask("timeline")
    made = Counter(row["claim"] for row in entries if row["kind"] == "pledge")
    due = Counter(row["claim"] for row in entries if row["kind"] == "pledge_due")
    assert made == Counter(key for key, row in story.ledger.items() if row["announced"])
    assert due == Counter(key for key, row in story.ledger.items() if row["due"])
    summaries = {row["claim"]: row["what"] for row in entries if row["kind"] in ("pledge", "pledge_due")}
    assert summaries == {key: story.ledger[key]["summary"] for key in summaries}
