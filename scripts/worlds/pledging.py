"""Lets the press print promises: rounded, with or without a date, as an increase, a level or so that both fit."""

from datetime import date, timedelta
from random import Random

from scripts.worlds.article import Repeated
from scripts.worlds.months import first_day, last_day, month_of
from scripts.worlds.printed import Figure, Printed, by, exact, month, print_day, print_figure, year
from scripts.worlds.promised import LAST_DAY, Outcome, Promise
from scripts.worlds.reporting import Reporting
from scripts.worlds.truth import FLOWS, LEVELS, World

LARGE = 10**9


class Pledging:
    """Adds promises to the press of a world; their numbers must be known."""

    def __init__(self, chance: Random, world: World, promises: list[Promise], reporting: Reporting) -> None:
        self.chance = chance
        self.world = world
        self.promises = promises
        self.known = {promise.key: promise for promise in promises}
        self.reporting = reporting

    def count(self) -> None:
        """Give each promise its number: an increase, or what was there and the increase."""
        for promise in self.promises:
            promise.number = promise.increase
            if not promise.additional and promise.measure in LEVELS:
                promise.number += Outcome(self.world, promise).baseline
            right = self.known.get(promise.wrong_of)
            if right and right.additional != promise.additional:
                promise.number = right.number  # what is all that is to be there, an outlet prints as an increase

    def print(self) -> None:
        """Print all promises: parts mostly with their whole, wrong figures in another article."""
        days: dict[str, date] = {}
        for promise in sorted(self.promises, key=lambda one: one.whole != "" or one.wrong_of != ""):
            beside = days.get(promise.wrong_of or self._outermost(promise))
            apart = bool(promise.wrong_of) or not beside or self.chance.random() < 0.2
            day = self._first_printed(promise) if apart or not beside else beside
            days[promise.key] = day
            self._dress(promise, day)
            self.reporting.article(day).items.append(promise)
        self._fit()
        self._order(days)
        for key, day in days.items():
            self._look_back(self.known[key], day)

    def _outermost(self, promise: Promise) -> str:
        while promise.whole:
            promise = self.known[promise.whole]
        return promise.key

    def _first_printed(self, promise: Promise) -> date:
        after = self.chance.choice((0, 0, 0, 1, 4, 25, 200))
        day = promise.announced + timedelta(days=after)
        return min(LAST_DAY, day + timedelta(days=3) if promise.wrong_of else day)

    def _dress(self, promise: Promise, published: date) -> None:
        """Give a promise the form in which the article prints it."""
        promise.figure = print_figure(self.chance, promise.number)
        fresh = month_of(published) == month_of(promise.announced)
        if not fresh or self.chance.random() < 0.65:
            promise.printed_announced = print_day(self.chance, promise.announced, published)
        promise.printed_due = self._due(promise)
        made, due = promise.printed_announced, promise.printed_due
        if made and due and made.first and made.first > due.last:
            promise.printed_announced = exact(promise.announced)
        promise.due = promise.due if promise.printed_due else None
        promise.listed_by_whole = bool(promise.whole) and self.chance.random() < 0.25
        promise.printed_older = self._replaces(promise)
        clear = "additional" if promise.additional else "total"
        promise.reading = clear if self.chance.random() < 0.78 else "unclear"
        if fresh and not promise.wrong_of:
            promise.printed_baseline = self._baseline(promise, published)

    def _replaces(self, promise: Promise) -> tuple[str, ...]:
        """Return which older versions an article names: the last, or the first one, or both."""
        older = self.known.get(promise.older)
        if not older or not older.older:
            return (promise.older,) if older else ()
        # Two versions of one promise at two places would look as if they shared it out between them.
        first = (older.older,) if older.scope == promise.scope and not promise.shared else (older.key,)
        return self.chance.choice(((older.key,), (older.key,), (older.key, older.older), first))

    def _due(self, promise: Promise) -> Printed | None:
        """Return a due day as printed, whose last day is the true one, or an approximate one that may be over later."""
        due, style = promise.due, self.chance.random()
        if not due or style < 0.1:
            return None
        alone = not promise.whole and not any(other.whole == promise.key for other in self.promises)
        if alone and style < 0.2 and due.year - 1 > promise.announced.year:
            return year(due.year if (due.month, due.day) == (12, 31) else due.year - 1, self.chance.choice("~?"))
        if (due.month, due.day) == (12, 31) and style < 0.75:
            return year(due.year)
        return month(due) if style < 0.75 else by(due) if style < 0.8 else exact(due)

    def _fit(self) -> None:
        """Print the bare numbers where rounding makes a part larger than its whole."""
        pairs = [(part, self.known[part.whole]) for part in self.promises if part.whole]
        while too_large := [pair for pair in pairs if (pair[1].figure.high or LARGE) < (pair[0].figure.low or 0)]:
            for one in {id(one): one for pair in too_large for one in pair}.values():
                one.figure = Figure(one.number, one.number, "exact")

    def _order(self, days: dict[str, date]) -> None:
        """Let an article name an older version than the last one only where the dates leave no doubt which is newer."""
        for promise in self.promises:
            if promise.printed_older and promise.older not in promise.printed_older:
                before = self.known[promise.older]
                if self._made(before, days)[1] >= self._made(promise, days)[0]:
                    promise.printed_older = (promise.older,)

    def _made(self, promise: Promise, days: dict[str, date]) -> tuple[date, date]:
        """Return the first and last day on which a promise may have been made, as far as is printed."""
        printed = promise.printed_announced
        if printed:
            doubt = timedelta(days=366 if printed.over > printed.last else 0)
            return (printed.first or first_day(0)) - doubt, printed.over
        if not self.reporting.article(days[promise.key]).published:
            return first_day(0), LAST_DAY
        own = month_of(days[promise.key])
        return first_day(own), last_day(own)

    # --- how many were there ---

    def _baseline(self, promise: Promise, published: date) -> str:
        """Return how many were there when it was made, as far as the article lets one know."""
        if promise.measure == "trainees":
            return ""
        if self._new(promise):
            return "none" if self.chance.random() < 0.75 else ""
        if promise.measure in FLOWS or promise.unnamed or self.chance.random() < 0.5:
            return ""
        measure = self._counted(promise)
        report = self.reporting.level(promise.scope, measure, published, published, promise.directness, plain=True)
        return report.key if report else ""

    def _counted(self, promise: Promise) -> str:
        plain = promise.directness == "unstated"
        return self.chance.choice(("headcount", "jobs")) if promise.people and plain else promise.measure

    def _new(self, promise: Promise) -> bool:
        """Return whether nobody ever was at its place before."""
        row = LEVELS.get(promise.measure, "staff")
        return not any(self.world.kept(promise.employers, row, range(month_of(promise.announced) + 1)))

    def _look_back(self, promise: Promise, day: date) -> None:
        """Print a promise once more, in a later article."""
        later = min(LAST_DAY, day + timedelta(days=self.chance.randint(1, 500)))
        if later > day and self.chance.random() < 0.25:
            self.reporting.article(later).items.append(Repeated(promise.key))
