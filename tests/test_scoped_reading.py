"""A question about a scope reads what concerns it, however much else is on record; stored totals are the rule's."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from ocdb.answers import delivery, jobs, losses, rates
from ocdb.answers import loss_totals as lost
from ocdb.answers import totals as promised
from ocdb.answers.adding import behind_promises
from ocdb.answers.answer import Answer
from ocdb.answers.chart import chart
from ocdb.answers.compare import compare
from ocdb.answers.later import many
from ocdb.answers.scopes import Asked
from ocdb.render.answers import drawn
from ocdb.rules.scope import BASES
from ocdb.store.reader.rows import Reader, Rows, Stream
from ocdb.store.reader.sqlite import SqliteReader
from tests.cases import each
from tests.commands import loaded_text, recorded

# Togo has a promise with a part and a newer version, a joint one, and a loss; the others are of no concern to it.
TOGO = """
source: {id: press-2020, publisher: Press, title: All of it, language: en, published: 2022-05}
operators:
- {id: own, name: Own}
- {id: partner, name: Partner}
- {id: renamed, name: Renamed}
successions:
- {id: rename, cite: 1, kind: rename, status: completed, predecessor: own, successor: renamed, date: 2019}
sites:
- {id: own-lome, cite: 1, operator: own, at: tg-lome, status: open, opened: 2018}
pledges:
- {id: old, cite: 1, operators: own, at: tg-lome, figure: 300, measure: jobs, basis: operator, announced: 2018,
   due: 2019}
- {id: new, cite: 1, operators: renamed, at: tg-lome, figure: 500, measure: jobs, basis: operator, announced: 2019,
   due: 2021, revises: old}
- {id: part, cite: 1, operators: own, at: tg-lome, figure: 100, measure: jobs, basis: operator, announced: 2019,
   due: 2020, part_of: new}
- {id: joint, cite: 1, operators: [own, partner], at: TG, figure: 50, measure: seats, basis: operator,
   announced: 2019, due: 2024}
- {id: target, cite: 1, at: TG, figure: 900, measure: jobs, basis: government, announced: 2019, due: 2021}
losses:
- {id: loss, cite: 1, operators: own, at: tg-lome, figure: 20, measure: jobs, basis: operator, cause: dismissal,
   status: happened, date: 2020}
reports:
- {id: report, cite: 1, operators: renamed, at: tg-lome, figure: 400, measure: headcount, kind: held, basis: operator,
   as_of: 2021}
"""
SCOPES: Sequence[dict[str, Any]] = (
    {"country": ["TG"]}, {"place": ["tg-lome"]}, {"operator": ["own"]}, {"operator": ["partner"], "country": ["TG"]},
)  # fmt: skip
GROUPS = ("operator", "country", "place", "year")


class Counting(SqliteReader):
    """Counts the rows that are fetched."""

    fetched = 0

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        found = super().rows(sql, parameters)
        self.fetched += len(found.rows)
        return found

    def stream(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Stream:
        whole = self.rows(sql, parameters)
        return Stream(whole.columns, whole.batches())


@cache
def world(others: int) -> Path:
    """Return a database of Togo's claims, and of so many others on each kind."""
    parts = {"operators": "", "pledges": "", "losses": "", "reports": "", "sites": ""}
    for number in range(others):
        said = f"cite: 1, operators: other-{number}, at: ma-rabat, figure: {number + 5}"
        parts["operators"] += f"- {{id: other-{number}, name: Other {number}}}\n"
        parts["sites"] += f"- {{id: site-{number}, cite: 1, operator: other-{number}, at: ma-rabat, status: open}}\n"
        parts["pledges"] += (
            f"- {{id: pledge-{number}, {said}, measure: jobs, basis: operator, announced: 2018, due: 2020}}\n"
        )
        parts["losses"] += (
            f"- {{id: loss-{number}, {said}, measure: jobs, basis: operator, cause: dismissal, status: happened,"
            " date: 2020}\n"
        )
        parts["reports"] += (
            f"- {{id: report-{number}, {said}, measure: headcount, kind: held, basis: operator, as_of: 2020}}\n"
        )
    text = TOGO
    for name, more in parts.items():
        text = text.replace(f"{name}:\n", f"{name}:\n{more}", 1)
    return loaded_text(text)


def _text(answer: Answer) -> str:
    return "".join(drawn(answer, "table")) + "\n".join((*answer.more, *answer.notes))


QUESTIONS: dict[str, Callable[[Reader, Asked], str]] = {
    "jobs": lambda reader, asked: _text(jobs.jobs(reader, asked)),
    "jobs by group": lambda reader, asked: "".join(_text(jobs.jobs(reader, asked, by)) for by in GROUPS),
    "jobs in JSON": lambda reader, asked: "".join(drawn(jobs.jobs(reader, asked), "json")),
    "losses": lambda reader, asked: _text(losses.losses(reader, asked)),
    "losses by group": lambda reader, asked: "".join(_text(losses.losses(reader, asked, by=by)) for by in GROUPS),
    "delivery": lambda reader, asked: "".join(
        _text(delivery.answer(reader, asked, by, sources=True)) for by in ("operator", "country", "year", "basis")
    ),
    "chart": lambda reader, asked: repr(chart(reader, asked, "year").bars),
}


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_about_a_scope_reads_no_more_where_more_is_on_record_elsewhere(question: str) -> None:
    for scope in SCOPES:
        few, many = Counting(world(3)), Counting(world(40))
        told = [QUESTIONS[question](reader, Asked(**scope)) for reader in (few, many)]
        assert told[0] == told[1], scope
        assert few.fetched == many.fetched > 0, scope


@pytest.mark.parametrize("sides", [["own", "partner"], ["TG", "BJ"]])
def test_a_comparison_reads_no_more_where_more_is_on_record_elsewhere(sides: list[str]) -> None:
    few, many = Counting(world(3)), Counting(world(40))
    told = [_text(compare(reader, sides)) for reader in (few, many)]
    assert told[0] == told[1]
    assert few.fetched == many.fetched


def _scopes(reader: Reader) -> list[Asked]:
    """Return scopes of all kinds: those that are stored, and others."""
    countries = [key for (key,) in reader.rows("SELECT DISTINCT country FROM v_pledges ORDER BY 1").rows]
    operators = [key for (key,) in reader.rows("SELECT id FROM v_operators WHERE pledges > 0 ORDER BY 1").rows]
    places = [key for (key,) in reader.rows("SELECT DISTINCT place FROM v_pledges WHERE place IS NOT NULL").rows]
    named = [Asked(operator=[key], with_successors=follow) for key, follow in product(operators[:5], (False, True))]
    there = [*(Asked(country=[key]) for key in countries), *(Asked(place=[key]) for key in sorted(places)[:5])]
    areas = [Asked(country=["africa"]), Asked(country=["maghreb", "SN"]), Asked(country=["world"])]
    several = [Asked(country=countries[:2]), Asked(operator=operators[:3]), Asked(due_by="2012")]
    return [Asked(), *there, *named, *areas, *several]


@pytest.mark.slow
def test_groups_from_stored_totals_are_those_that_are_rolled_up(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (loaded, world(3)):
        reader = SqliteReader(path)
        asked = [(scope, basis, by) for scope in _scopes(reader) for basis in BASES[:2] for by in GROUPS]
        stored = [_grouped(reader, *one) for one in asked]
        with monkeypatch.context() as patch:
            for module in (promised, lost):
                patch.setattr(module, "unlimited", lambda *_scope: False)
                patch.setattr(module, "stored_scope", lambda *_scope: None)
                patch.setattr(module, "one_area", lambda *_scope: "")
            for one, rows in zip(asked, stored, strict=True):
                assert _grouped(reader, *one) == rows, one


def _grouped(reader: Reader, scope: Asked, basis: str, by: str) -> list[Rows]:
    asked = Asked(scope.operator, scope.country, scope.place, (), scope.due_by, basis, scope.with_successors)
    return [promised.grouped(reader, asked, by), lost.grouped(lost.lost(reader, asked), by)]


DAYS = (date(2013, 7, 1), date(2026, 11, 22))


@pytest.mark.slow
@each(
    ("by", "area"),
    [("operator", ""), ("country", ""), ("year", ""), ("basis", ""), ("country", "africa"), ("country", "maghreb"),
     ("year", "africa"), ("operator", "africa")],
)  # fmt: skip
def test_stored_rates_are_those_that_are_added_up_on_any_day(
    by: str, area: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day, basis in product(DAYS, (None, "government")):
        with closing(SqliteReader(recorded(), day)) as reader:
            asked = Asked(basis=basis, country=[area] if area else [])
            stored = rates.delivery(reader, asked, by)
            with monkeypatch.context() as patched:
                patched.setattr(rates, "unlimited", lambda _scope: False)
                patched.setattr(rates, "one_area", lambda _scope: "")
                added = rates.delivery(reader, asked, by)
            articles = behind_promises(reader, added.counted).rows
            assert (stored.rows, stored.denied) == (added.rows, added.denied), (day, basis)
            assert (stored.not_due, stored.undated) == (added.not_due, added.undated), (day, basis)
            assert stored.articles in (many(articles), None), (day, basis)
            assert (stored.articles is None) == (bool(area) and by == "operator"), (day, basis)
            assert stored.counted() == added.counted(), (day, basis)


@each(
    "asked",
    [{}, {"country": ["MA"]}, {"country": ["africa"]}, {"operator": ["webhelp"]}, {"operator": ["intelcia"]}],
)
def test_what_is_stored_behind_totals_is_what_is_added_up(
    asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(SqliteReader(recorded())) as reader:
        for basis, module in product(BASES, (promised, lost)):
            question = module.totals if module is promised else module.lost
            stored = question(reader, Asked(**asked, basis=basis))
            with monkeypatch.context() as patched:
                patched.setattr(module, "stored_scope", lambda _reader, _scope: None)
                added = question(reader, Asked(**asked, basis=basis))
                assert (stored.behind, stored.result) == (added.behind, added.result), (basis, module)
                if module is lost:
                    assert (stored.lines, stored.others()) == (added.lines, added.others()), basis
                else:
                    assert stored.totals == added.totals, basis


DENIED = """
source: {id: doubt-2021, publisher: Doubt, title: No, language: en, published: 2021}
citations:
- {claim: new, cite: 1, stance: contradicts}
- {claim: joint, cite: 1, stance: contradicts}
- {claim: loss, cite: 1, stance: contradicts}
"""


def test_what_a_source_denies_is_stored_as_long_as_it_counts() -> None:
    with closing(SqliteReader(loaded_text(TOGO, DENIED), date(2026, 11, 22))) as reader:
        assert promised.totals(reader, Asked()).behind.denied == ("joint", "new")
        assert lost.lost(reader, Asked(operator=["own"])).behind.denied == ("loss",)
        found = rates.delivery(reader, Asked(), "operator")
        assert found.denied == {"levels": {"new"}, "seats": {"joint"}}
        days = "SELECT claim, from_day, to_day FROM v_denied WHERE kind = 'delivery' AND scope_kind = 'country'"
        assert sorted(reader.rows(days).rows) == [("joint", "2025-01-01", None), ("new", "2022-01-01", None)]
