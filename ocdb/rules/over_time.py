"""Totals of many scopes on many days: a component at a time, and only where a day changes it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ocdb.rules.choosing import Choice, choose
from ocdb.rules.components import components
from ocdb.rules.promises import Pledge, Promises
from ocdb.rules.reasons import Reason
from ocdb.rules.scope import Scope
from ocdb.rules.totals import Tally, outside

Lines = Mapping[str, Tally]


@dataclass(frozen=True)
class _History:
    """What one component adds to a scope: in the end, and by how much each day changes that.

    Attributes:
        choice: what counts in the end, and what doesn't.
    """

    whole: Lines
    changes: Sequence[tuple[date, Lines]]
    choice: Choice


class OverTime:
    """The lines of any scope, without regard to due dates and on each of some days, by the rule of totals.

    It comes to the same as `roll_up` for each day, but what doesn't change from one day to the next, or from one scope
    to another, is reckoned once.
    """

    def __init__(
        self,
        promises: Promises,
        tally: Callable[[Choice], Lines],
        *,
        ties: Iterable[tuple[str, str]] = (),
        moment: Callable[[date], date] = lambda due: due,
    ) -> None:
        """Take all pledges.

        Args:
            promises: all pledges, and how they hang together; also what isn't asked for may link what is.
            tally: makes of what counts of a component what it adds to each line.
            ties: what else a tally takes to hang together, as `components` has it.
            moment: gives the day, of those that are asked for, from which a pledge with a due date counts.
        """
        self._promises, self._tally, self._moment = promises, tally, moment
        groups = components(promises.pledges, ties)
        self._component = {key: number for number, group in enumerate(groups) for key in group}
        self._ended = {pledge.id: why for pledge in promises.pledges if (why := promises.ended(pledge))}
        self._known: dict[tuple[str, ...], _History] = {}

    def whole(self, concerned: Iterable[Pledge], scope: Scope) -> Lines:
        """Return the lines of a scope with all that concerns it, due or not."""
        lines: dict[str, Tally] = defaultdict(Counter)
        for history in self._histories(concerned, scope):
            add(lines, history.whole)
        return lines

    def daily(self, concerned: Iterable[Pledge], scope: Scope, days: Iterable[date]) -> Iterator[tuple[date, Lines]]:
        """Yield each of some days, in their order, with the lines of a scope by then; they are used up at once."""
        changes = self.changes(concerned, scope)
        lines: dict[str, Tally] = defaultdict(Counter)
        for day in sorted(days):
            for change in changes.get(day, ()):
                add(lines, change)
            yield day, lines

    def changes(self, concerned: Iterable[Pledge], scope: Scope) -> Mapping[date, Sequence[Lines]]:
        """Return by how much the lines of a scope change, by day."""
        changes: dict[date, list[Lines]] = defaultdict(list)
        for history in self._histories(concerned, scope):
            for day, change in history.changes:
                changes[day].append(change)
        return changes

    def counted(self, concerned: Iterable[Pledge], scope: Scope) -> tuple[list[Pledge], Counter[str]]:
        """Return what counts in a scope, due or not, in no order, and how many are left out for each code of a reason.

        Args:
            concerned: what concerns the scope, of any basis.
            scope: without a due date, sources and what is around it.
        """
        every = list(concerned)
        reasons = Counter(why.code for pledge in every if (why := self._no_part(pledge, scope)))
        counted: list[Pledge] = []
        for history in self._histories(every, scope):
            counted += history.choice.counted
            reasons.update(why.code for why in history.choice.reasons.values())
        return counted, reasons

    def _histories(self, concerned: Iterable[Pledge], scope: Scope) -> Iterator[_History]:
        """Yield what each component adds to a scope."""
        groups: dict[int, list[Pledge]] = defaultdict(list)
        for pledge in concerned:
            if not self._no_part(pledge, scope):
                groups[self._component[pledge.id]].append(pledge)
        for group in groups.values():
            group.sort(key=lambda pledge: pledge.id)
            key = tuple(pledge.id for pledge in group)
            if key not in self._known:
                self._known[key] = self._history(group)
            yield self._known[key]

    def _no_part(self, pledge: Pledge, scope: Scope) -> Reason | None:
        """Return why a pledge that concerns a scope lies outside or doesn't stand, or None."""
        return outside(pledge, scope) or self._ended.get(pledge.id)

    def _history(self, standing: Sequence[Pledge]) -> _History:
        due = [(self._moment(pledge.due_to) if pledge.due_to else None, pledge) for pledge in standing]
        before: Lines = {}
        changes = []
        choice = Choice()
        for day in sorted({day for day, _ in due if day}):
            choice = choose([pledge for then, pledge in due if then and then <= day], self._promises)
            now = self._tally(choice)
            changes.append((day, _less(now, before)))
            before = now
        if all(day for day, _ in due):
            return _History(before, changes, choice)
        choice = choose(standing, self._promises)
        return _History(self._tally(choice), changes, choice)


def add(lines: dict[str, Tally], change: Lines) -> None:
    """Add a change to the lines of a scope."""
    for line, tally in change.items():
        lines[line].update(tally)


def _less(now: Lines, before: Lines) -> Lines:
    """Return by how much lines changed."""
    change = {line: Counter(tally) for line, tally in now.items()}
    for line, tally in before.items():
        change.setdefault(line, Counter()).subtract(tally)
    return change
