"""What was promised, in truth and as printed, and what truly became of it.

"Reached" is what this file says it is: on some day from the announcement on, so many are there, of the promise's
measure, at its place, with its employers or those who took them over at the same site. The day counts, and between
two first days of months nothing changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from scripts.worlds.months import MONTHS, beginning_between, first_day, month_of, months_between
from scripts.worlds.printed import Figure, Printed
from scripts.worlds.truth import CREATED, FLOWS, LEVELS, Scope, World, row_of

LAST_DAY = first_day(MONTHS - 1).replace(day=31)
# What an employer has later than a year after the due day tells nothing of that day.
AFTERMATH = timedelta(days=366)


@dataclass(frozen=True)
class Piece:
    """Some of the jobs of a project: those from ``start`` up to, but not with, ``stop``."""

    project: str
    start: int
    stop: int


@dataclass
class Promise:
    """A promise in truth, with what the press makes of it.

    Attributes:
        project: all versions, tranches and shares of a promise, and the wrong figures for it, are one project.
        version: a newer one replaces the older ones.
        scope: the employers that are named; None where none is.
        unnamed: further employers.
        additional: whether the number comes on top of what is there, or is all that is to be there.
        increase: by how much it is to grow, in truth.
        number: how many, in truth; of a level, what was there and the increase.
        due: the true day; None where it has none.
        whole: what it is part of.
        older: the version that it replaces.
        wrong_of: the promise for which it is a wrong figure that an outlet printed.
        pieces: which jobs it promises.
        printed_older: which older versions an article names, where that isn't the last one.
        printed_baseline: ``none``, the key of a report, or an empty text.
        shared: whether it is one of several that take the place of a joint promise.
        undated: whether nothing says when it was made.
        listed_by_whole: whether the record of the whole says that this is a part, and not its own.
        cancelled: since when it is publicly given up.
    """

    key: str
    project: str
    scope: Scope
    measure: str
    additional: bool
    increase: int
    announced: date
    due: date | None = None
    version: int = 1
    directness: str = "unstated"
    unnamed: frozenset[str] = frozenset()
    basis: str = "operator"
    firmness: str = "announcement"
    whole: str = ""
    older: str = ""
    wrong_of: str = ""
    cancelled: date | None = None
    shared: bool = False
    undated: bool = False
    listed_by_whole: bool = False
    number: int = 0
    pieces: tuple[Piece, ...] = ()
    figure: Figure = field(default=Figure(0, 0, "exact"))
    reading: str = "unclear"
    printed_announced: Printed | None = None
    printed_due: Printed | None = None
    printed_baseline: str = ""
    printed_older: tuple[str, ...] = ()

    @property
    def employers(self) -> Scope:
        """Return whom it is truly about, those that nobody names included."""
        named = self.scope.companies
        return self.scope if named is None and not self.unnamed else replace(
            self.scope, companies=(named or frozenset()) | self.unnamed
        )  # fmt: skip

    @property
    def people(self) -> bool:
        """Return whether it is of people at work."""
        return LEVELS.get(self.measure) == "staff"


@dataclass
class Outcome:
    """What truly became of a promise, or how much of it was there on a day."""

    world: World
    promise: Promise

    @cached_property
    def start(self) -> int:
        """Return the month of the announcement."""
        return month_of(self.promise.announced)

    @cached_property
    def levels(self) -> list[int]:
        """Return by month of the world how many are there: people, seats, or all that were hired or trained so far."""
        measure, scope = self.promise.measure, self._scope
        if measure in LEVELS:
            return self.world.kept(scope, self._row, range(MONTHS))
        flow = self.world.kept(scope, FLOWS[measure], range(MONTHS))
        begun = self.world.kept(scope, "training", [self.start])[0] if measure == "trainees" else 0
        return self._since(flow, begun)

    @cached_property
    def created(self) -> list[int]:
        """Return by month how many jobs were created since the announcement."""
        row = CREATED[self._row] if self.promise.people else "created"
        return self._since(self.world.kept(self._scope, row, range(MONTHS)), 0)

    @property
    def _row(self) -> str:
        return row_of(self.promise.measure, self.promise.directness)

    @property
    def _scope(self) -> Scope:
        """Return whose people count: at a site those of whoever runs it, else those of the employers."""
        employers = self.promise.employers
        return replace(employers, companies=None) if employers.site else employers

    def _since(self, flow: list[int], begun: int) -> list[int]:
        counting = set(beginning_between(self.promise.announced + timedelta(days=1), LAST_DAY))
        total, totals = begun, []
        for month, number in enumerate(flow):
            total += number if month in counting else 0
            totals.append(total)
        return totals

    @property
    def baseline(self) -> int:
        """Return how many were there when it was made; nobody was hired or trained for it before."""
        return self.levels[self.start] if self.promise.measure in LEVELS else 0

    def needed(self, figure: int) -> int:
        """Return how many must be there for a figure: on top of the baseline, or in all."""
        return figure + self.baseline if self.promise.additional else figure

    def ever(self, figure: int, until: date | None = None, since: date | None = None) -> bool:
        """Return whether so many were there, or created, on some day from the announcement on."""
        months = months_between(max(since or self.promise.announced, self.promise.announced), until or LAST_DAY)
        return any(self._there(month, figure) for month in months)

    def _there(self, month: int, figure: int) -> bool:
        on_top = self.promise.additional and self.promise.people
        return self.levels[month] >= self.needed(figure) or (on_top and self.created[month] >= figure)

    def fewer(self, figure: int, days: Iterable[date]) -> bool:
        """Return whether fewer were there on a day between two."""
        first, last = days
        return any(self.levels[month] < self.needed(figure) for month in months_between(first, last))

    def some(self, until: date | None) -> bool:
        """Return whether more than the baseline was there on some day, or any job created."""
        months = months_between(self.promise.announced, until or LAST_DAY)
        more = any(self.levels[month] > self.baseline for month in months)
        return more or (self.promise.people and any(self.created[month] > 0 for month in months))

    # --- what is true of a verdict ---

    def delivered(self) -> bool:
        """Return whether it was reached by the day on which it was due."""
        return self._reachable and self.ever(self.promise.figure.least, self.promise.due)

    def exceeded(self) -> bool:
        """Return whether more than its upper end was there by that day."""
        most = self.promise.figure.most
        return most is not None and self.ever(most + 1, self.promise.due)

    def missed(self) -> bool:
        """Return whether fewer were there on that day, or some day of the year after it."""
        due, printed = self.promise.due, self.promise.printed_due
        if not (self._reachable and due and printed):
            return False
        return self.fewer(self.promise.figure.least, (due, max(due, printed.over) + AFTERMATH))

    def late(self) -> bool:
        """Return whether it was missed, and reached on a later day."""
        due = self.promise.due
        return bool(due and self.missed() and self.ever(self.promise.figure.least, since=due + timedelta(days=1)))

    def reached(self) -> bool:
        """Return whether it was reached on any day."""
        return self._reachable and self.ever(self.promise.figure.least)

    def partly(self) -> bool:
        """Return whether more than before was there while it wasn't due."""
        return self.some(self.promise.due)

    @property
    def _reachable(self) -> bool:
        return self.promise.figure.bound != "at_most"

    def verdict(self, day: date) -> str:
        """Return what somebody who knows everything says on a day, but for what was given up or replaced."""
        promise = self.promise
        least, most = promise.figure.least, promise.figure.most
        by = min(day, promise.due) if promise.due else day
        if self.ever(least, by):
            return "exceeded" if most is not None and self.ever(most + 1, by) else "delivered"
        if not promise.due or day <= promise.due:
            return "partly_delivered" if self.some(by) else "not_due" if promise.due else "no_evidence"
        return "late" if self.ever(least, day) else "missed"
