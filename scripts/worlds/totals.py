"""Holds the totals of a load against the distinct jobs that were promised.

The truth of a total is itself known between two ends: where the rules leave open whether two promises are of the same
people, or on which line a promise stands, any answer between them is right.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ocdb.load.row import Row, Rows
from scripts.worlds.article import Said
from scripts.worlds.distinct import Distinct, size
from scripts.worlds.growing import AREA
from scripts.worlds.making import Made
from scripts.worlds.months import month_of
from scripts.worlds.promised import Outcome, Piece, Promise
from scripts.worlds.truth import LEVELS, Scope, World
from scripts.worlds.verdicts import Violation

LINES = ("new_jobs", "levels", "hires", "seats", "trainees")
FIRM = ("commitment", "announcement", "ambition")
# What the rules before the lines added up under one measure.
OLD_LINES = {"jobs": ("new_jobs", "levels", "hires"), "seats": ("seats",), "trainees": ("trainees",)}


@dataclass(frozen=True)
class Question:
    """A scope, and by when promises are due; None for no limit."""

    kind: str
    key: str | None
    due_by: date | None


@dataclass(frozen=True)
class Ends:
    """Between what the truth lies."""

    low: int = 0
    high: int = 0

    def __add__(self, other: "Ends") -> "Ends":
        """Return the ends of two that have nothing in common."""
        return Ends(self.low + other.low, self.high + other.high)


def false_totals(made: Made, rows: Rows, *, strict: bool = False) -> Iterator[Violation]:
    """Yield the totals of operators' promises that don't hold the distinct jobs."""
    truth = Truth(made, strict=strict)
    stored, old = _stored(rows), any("measure" in row for row in rows["total"])
    for question in truth.questions():
        ends = truth.answer(question)
        for line, low, high in _lines(stored[question], ends, old=old):
            wrong = "low" if low > ends[line].high else "high" if high is not None and high < ends[line].low else ""
            if wrong:
                name = " ".join(str(part) for part in (question.kind, question.key, question.due_by) if part)
                detail = f"{low} to {high}, truly {ends[line].low} to {ends[line].high}"
                about = f"{question.kind}{' due by' if question.due_by else ''}"
                yield Violation(f"total {wrong} {line}", about, f"{name} {line}", detail)


def width(made: Made, rows: Rows) -> Counter[str]:
    """Return of all lines of a world together how much is promised, and how much of that the totals say so for sure.

    A total from nothing to anything is never false; the more the low ends reach of the truth, the more they say.
    """
    stored, old = _stored(rows), any("measure" in row for row in rows["total"])
    question = Question("all", None, None)
    counts: Counter[str] = Counter()
    ends = Truth(made, strict=False).answer(question)
    for line, low, high in _lines(stored[question], ends, old=old):
        counts += Counter({"true": ends[line].high, "low": low, "open": ends[line].high if high is None else 0})
        counts["high"] += high or 0
    return counts


def _stored(rows: Rows) -> dict[Question, list[Row]]:
    found: dict[Question, list[Row]] = defaultdict(list)
    for row in rows["total"]:
        if row["basis"] == "operator":
            found[Question(row["scope_kind"], row["scope"], row["due_by"])].append(row)
    return found


def _lines(stored: list[Row], ends: dict[str, Ends], *, old: bool) -> Iterator[tuple[str, int, Any]]:
    """Yield line, low and high of all lines, those without a total as nothing."""
    if old:
        for measure, lines in OLD_LINES.items():
            ends[measure] = sum((ends[line] for line in lines), Ends())
        lines, name = tuple(OLD_LINES), "measure"
    else:
        lines, name = LINES, "line"
    by_line = {row[name]: row for row in stored}
    for line in lines:
        row = by_line.get(line, {"low": 0, "high": 0})
        yield line, row["low"], row["high"]


class Truth:
    """What was truly promised in the scopes of a world, as far as the press prints it."""

    def __init__(self, made: Made, *, strict: bool) -> None:
        self.world: World = made.world
        self.press = made.press
        self.promises = made.press.promises()
        self.said = {item.promise for item in made.press.items() if isinstance(item, Said) and _given_up(item)}
        self.distinct = Distinct(made.world, made.promises, strict)
        self.known_baselines = set(made.press.reports()) | {"none"}

    def questions(self) -> Iterator[Question]:
        """Yield the common scopes, without a due date and with the end of each year in which something in it is due."""
        slugs = [slug for company in self.world.companies.values() for slug in company.slugs]
        scopes: list[tuple[str, str | None]] = [("all", None), ("area", AREA), *(("operator", slug) for slug in slugs)]
        scopes += [("country" if place.large else "place", key) for key, place in self.world.places.items()]
        for kind, key in scopes:
            ever = Question(kind, key, None)
            inside = [one for one in self._standing if one.key in self._sure and self.lies_in(one, ever)]
            inside = [one for one in inside if self._surely_in(one, ever)]
            dues = {one.printed_due.last.year for one in inside if one.printed_due}
            yield ever
            yield from (Question(kind, key, date(year, 12, 31)) for year in sorted(dues))

    def answer(self, question: Question) -> dict[str, Ends]:
        """Return by line how many distinct jobs, seats or trainees were promised."""
        inside = [one for one in self._standing if self.lies_in(one, question)]
        # What is a part of another one that counts, on whatever line, need not count.
        parts = [one for one in inside if any(whole in inside for whole in self._wholes(one))]
        sure = [one for one in inside if one.key in self._sure and one not in parts and self._surely_in(one, question)]
        return {line: self._line(line, sure, inside) for line in LINES}

    # --- which promises ---

    @cached_property
    def _standing(self) -> list[Promise]:
        """Return the promises of operators that stand, or of which that is left open."""
        firm = (one for one in self.promises.values() if one.basis == "operator" and one.firmness in FIRM)
        return [one for one in firm if not self._gone(one)]

    @cached_property
    def _sure(self) -> set[str]:
        """Return the promises that surely stand: no tranche of a version that was replaced is one."""
        return {one.key for one in self._standing if not any(self._replaced(whole) for whole in self._wholes(one))}

    def _gone(self, promise: Promise) -> bool:
        lost = promise.wrong_of in self.promises
        dropped = any(one.key in self.said for one in (promise, *self._wholes(promise), *self._newer(promise)))
        return lost or self._replaced(promise) or dropped

    def _replaced(self, promise: Promise) -> bool:
        return not promise.whole and not promise.wrong_of and any(self._newer(promise))

    def _newer(self, promise: Promise) -> Iterator[Promise]:
        same = (one for one in self.promises.values() if one.project == promise.project)
        return (one for one in same if one.version > promise.version and not one.whole and not one.wrong_of)

    def _wholes(self, promise: Promise) -> Iterator[Promise]:
        while whole := self.press.whole(promise):
            yield (promise := whole)

    def lies_in(self, promise: Promise, question: Question) -> bool:
        """Return whether a promise lies wholly in a scope, and is due by its day."""
        due = promise.printed_due
        if question.due_by and not (due and due.last <= question.due_by):
            return False
        if question.kind == "operator":
            company = next(key for key, one in self.world.companies.items() if question.key in one.slugs)
            return promise.scope.companies == frozenset([company]) and not promise.unnamed
        # All countries of a world lie in its one area.
        return question.kind in ("all", "area") or self.world.within(promise.scope.place, str(question.key))

    def _surely_in(self, promise: Promise, question: Question) -> bool:
        """Return whether a promise lies in a scope for sure: as a country, an area is what is said of it as a whole."""
        place = self.world.places.get(str(question.key))
        whole = question.kind == "country" and place and place.kind == "area"
        return not whole or promise.scope.place == question.key

    # --- on which line ---

    def lines(self, promise: Promise) -> tuple[str, ...]:
        """Return on which line a promise stands; several where it is left open."""
        if promise.measure in ("seats", "trainees"):
            return (promise.measure,)
        own = "hires" if promise.measure == "hires" else "levels"
        if self._known(promise):
            return ("new_jobs",)
        return ("new_jobs", own) if self._new(promise) or self._heir(promise) else (own,)

    def _heir(self, promise: Promise) -> Promise | None:
        """Return the older version whose baseline a newer one may go by: it is the same promise."""
        older = self.press.older(promise)
        return older if not older or self._known(older) or self._new(older) else self._heir(older)

    def _known(self, promise: Promise) -> bool:
        """Return whether it is surely known how many of the people promised are new."""
        if promise.measure == "hires":
            return promise.printed_baseline == "none"
        return promise.reading == "additional" or promise.printed_baseline in self.known_baselines

    def _new(self, promise: Promise) -> bool:
        """Return whether nobody was there before: from the state of its site one may know that."""
        levels = self.world.kept(promise.employers, "staff", range(month_of(promise.announced) + 1))
        return bool(promise.scope.site) and not any(levels)

    # --- how many ---

    def _line(self, line: str, sure: list[Promise], inside: list[Promise]) -> Ends:
        surely = [one for one in sure if self.lines(one) == (line,)]
        perhaps = [one for one in inside if line in self.lines(one)]
        return Ends(self._least(line, surely), self._most(line, perhaps))

    def _is_level(self, line: str, promise: Promise) -> bool:
        """Return whether a promise is counted as all that is to be there."""
        level = promise.measure in LEVELS and not promise.additional
        return level and line in ("levels", "seats")

    def _most(self, line: str, promises: list[Promise]) -> int:
        """Return how many there are at the most, if no two of them tell of the same that needn't."""
        levels = [one for one in promises if self._is_level(line, one)]
        others = [one for one in promises if not self._is_level(line, one)]
        wholes = [one for one in levels if not any(whole in levels for whole in self._wholes(one))]
        groups: dict[Any, list[Promise]] = defaultdict(list)
        for one in wholes:
            groups[one.scope.companies].append(one)
        nested = sum(self._nested(group) for group in groups.values())
        inherited = sum(self._inherited(one) for one in others)
        return nested + size(piece for one in others for piece in self._jobs(one)) + inherited

    def _inherited(self, promise: Promise) -> int:
        """Return how much more a level may promise above the baseline of its older version than above its own."""
        older = self._heir(promise)
        if promise.additional or promise.measure not in LEVELS or not older:
            return 0
        return max(0, promise.number - Outcome(self.world, older).baseline - promise.increase)

    def _jobs(self, promise: Promise) -> list[Piece]:
        return self.distinct.jobs(promise)

    def _nested(self, levels: list[Promise]) -> int:
        """Return how many people levels are of: of one place the larger of its own level and those in it."""
        own: dict[Scope, int] = {}
        for one in levels:
            own[one.scope] = max(own.get(one.scope, 0), one.number)
        total: dict[Scope, int] = {}

        def inside(inner: Scope, outer: Scope) -> bool:
            if outer.site:
                return False
            around = self.world.within(inner.place, outer.place)
            return inner != outer and around and (inner.place != outer.place or bool(inner.site))

        def value(scope: Scope) -> int:
            within = [other for other in own if inside(other, scope)]
            largest = [one for one in within if not any(inside(one, other) for other in within)]
            total[scope] = max(own[scope], sum(value(other) for other in largest))
            return total[scope]

        return sum(value(scope) for scope in own if not any(inside(scope, other) for other in own))

    def _least(self, line: str, promises: list[Promise]) -> int:
        """Return how many there are at the least: of all that may tell of the same only the largest."""
        return sum(
            max(self._number(line, one) for one in group)
            for group in _groups(promises, lambda one, other: self._perhaps_same(line, one, other))
        )

    def _number(self, line: str, promise: Promise) -> int:
        return promise.number if self._is_level(line, promise) else size(self._jobs(promise))

    def _perhaps_same(self, line: str, one: Promise, other: Promise) -> bool:
        if one.project == other.project and (self._related(one, other) or self._is_level(line, one)):
            return True
        companies = (one.scope.companies or frozenset()) & (other.scope.companies or frozenset())
        levels = not (one.additional and other.additional) or "unclear" in (one.reading, other.reading)
        return bool(companies) and levels and self.world.nested(one.scope, other.scope)

    def _related(self, one: Promise, other: Promise) -> bool:
        """Return whether two promises have jobs in common, or one is a part of the other."""
        mine, others = self._jobs(one), self._jobs(other)
        return size([*mine, *others]) < size(mine) + size(others) or other in self._wholes(one)


def _given_up(item: Said) -> bool:
    return item.outcome == "cancelled" and not item.wrong


def _groups(promises: Iterable[Promise], same: Callable[[Promise, Promise], bool]) -> list[list[Promise]]:
    """Return promises in groups, directly or through a third, of those that may be the same."""
    groups: list[list[Promise]] = []
    for promise in promises:
        near = [group for group in groups if any(same(promise, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([promise, *(one for group in near for one in group)])
    return groups
