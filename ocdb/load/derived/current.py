"""Claims as they stand by their latest source: their state, when it came about, and what was told first."""

from dataclasses import dataclass
from datetime import date

from ocdb.load.derived.states import State
from ocdb.load.row import Row

# What came about without a date has none: that of its plan is another one.
_CAME_ABOUT = {("planned", "happened"), ("announced", "completed")}


@dataclass(frozen=True)
class Span:
    """A date as a source has it, with its first and last day and how it is known; all None where none is known."""

    text: str | None = None
    first: date | None = None
    last: date | None = None
    basis: str | None = None

    def apart(self, other: "Span") -> bool:
        """Return whether the two dates can't be the same: one ends before the other begins."""
        return bool(
            (self.first and other.last and self.first > other.last)
            or (self.last and other.first and self.last < other.first)
        )


@dataclass(frozen=True)
class Current:
    """An event, loss, investment or succession by its latest source.

    Attributes:
        status: its state.
        date: when it came into that state.
        first: the date that its first source gave, where that is another one.
    """

    status: str
    date: Span
    first: Span | None


@dataclass(frozen=True)
class Site:
    """A site by its latest source.

    Attributes:
        status: its state.
        changed: whether that is another one than its first source gave.
        operator: who runs it.
        opened: when it opened or is to open.
        closed: when it closed or is to close.
    """

    status: str
    changed: bool
    operator: str | None
    opened: Span
    closed: Span


def span(row: Row, name: str) -> Span:
    """Return a date of a row."""
    return Span(row[name], row[f"{name}_from"], row[f"{name}_to"], row[f"{name}_basis"])


def current(row: Row, state: State | None) -> Current:
    """Return an event, loss, investment or succession as its latest state has it."""
    own = span(row, "date")
    if state and state.dated:
        now = span(state.dated, "date")
    else:
        now = Span() if state and (row["status"], state.status) in _CAME_ABOUT else own
    return Current(state.status if state else row["status"], now, own if own.text and own.text != now.text else None)


def current_site(row: Row, state: State | None) -> Site:
    """Return a site as its latest state has it: once it is open, the date of its plan is that of no opening."""
    if not state:
        return Site(row["status"], False, row["operator_id"], span(row, "opened"), span(row, "closed"))
    opening, closing = state.opening(row), state.closing
    planned_only = row["status"] == "planned" and state.status in ("open", "closed")
    closes_later = row["status"] != "closed" and state.status == "closed"
    return Site(
        state.status,
        state.status != row["status"],
        state.operator or row["operator_id"],
        span(opening, "date") if opening else Span() if planned_only else span(row, "opened"),
        span(closing, "date") if closing else Span() if closes_later else span(row, "closed"),
    )
