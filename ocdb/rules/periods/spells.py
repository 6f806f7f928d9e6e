"""From marks to spells: marks of one state in a row."""

from collections.abc import Iterator
from dataclasses import dataclass

from ocdb.rules.periods.marks import Mark

# News of a plan to open that tells nothing in the state before: the site is known to be open or closed.
OVERRULED = {
    *((news, state) for news in ("planned", "given_up") for state in ("open", "closed")),
    ("given_up", "unknown"),
}


@dataclass
class Spell:
    """Marks of one state in a row, the last plan to end it, and who ran the site before."""

    status: str
    marks: list[Mark]
    operator: str | None
    closing: Mark | None = None

    @property
    def seen(self) -> int:
        """Return the last day on which it was seen in that state; what is to close is still open."""
        return max([mark.known or 0 for mark in self.marks] + [self.closing.sure if self.closing else 0])

    @property
    def own(self) -> list[Mark]:
        """Return the marks but for those of who took over later: their dates tell of that, not of the beginning."""
        return [mark for mark in self.marks if mark.operator in (None, self.operator)] or self.marks

    @property
    def plan(self) -> Mark | None:
        """Return the plan that is to end it: of the latest that has a date, the earliest; None once it was overtaken.

        It was overtaken where the state was seen again after the planned day.
        """
        plans = [mark for mark in (*self.marks, *([self.closing] if self.closing else [])) if mark.due]
        latest = [mark for mark in plans if mark.sure == plans[-1].sure]
        plan = min(latest, key=lambda mark: mark.due or 0, default=None)
        return plan if plan and ((plan.due or 0) > self.seen or plan.sure >= self.seen) else None


def spells_of(marks: list[Mark], operator: str | None) -> Iterator[Spell]:
    """Yield the states one after the other. Plans to open count as long as nothing shows the site open or closed."""
    current: Spell | None = None
    for mark in marks:
        status = "unknown" if mark.status == "given_up" else mark.status
        before = current.status if current else ""
        if status in ("to_close", "stays_open"):
            if current and before == "open":
                current.closing = mark if mark.due else None
        elif current and status == before:
            current.marks.append(mark)
        elif (mark.status, before) not in OVERRULED:
            if current:
                yield current
            current = Spell(status, [mark], operator)
        operator = mark.operator or operator
    if current:
        yield current
