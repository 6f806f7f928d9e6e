"""From evidence to marks: the days from which a piece of evidence shows a state."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ocdb.rules.periods.evidence import Evidence
from ocdb.rules.reasons import Reason

# Of two marks on one day the first comes first: a plan is carried out, what opened closes.
ORDER = ("planned", "unknown", "open", "closed", "to_close", "stays_open", "given_up")
# What evidence of a state says in the past, as the code of a reason.
PAST = {"open": "opened", "closed": "closed"}
# The reason that others ask about.
OPENING_GIVEN_UP = "opening_given_up"


@dataclass(frozen=True)
class Mark:
    """A day from which a piece of evidence shows a state. Days are counted as date.toordinal() does.

    Attributes:
        status: one of ORDER.
        sure: the first day on which the state is certain.
        dated: whether a date tells since when.
        maybe: the first day from which it may have been so, of that date.
        known: the last day on which it was seen in that state; None where it came into it at some time before.
        due: of a plan, the first day on which it may be carried out, or on which its day has passed.
    """

    status: str
    sure: int
    evidence: tuple[Evidence, ...]
    reason: Reason
    dated: bool = False
    maybe: int | None = None
    known: int | None = None
    due: int | None = None

    @property
    def operator(self) -> str | None:
        """Return who runs the site from then on; None where nothing changes."""
        return self.evidence[0].operator


def marks_of(evidence: Iterable[Evidence]) -> list[Mark]:
    """Return the marks of a site in the order of time, those that contradict each other on one day as one."""
    return _agreed(_opened_before_closed([mark for one in evidence for mark in _marks(one)]))


def _marks(one: Evidence) -> Iterator[Mark]:
    told, first, last = (day.toordinal() if day else None for day in (one.told, one.first, one.last))
    # What a source tells as past had happened when it appeared.
    by = min((day for day in (told, last) if day), default=None)
    if one.says == "plans":
        yield from _plan(one, told, first, last)
    elif one.says == "drops" and by:
        status, code = ("given_up", OPENING_GIVEN_UP) if one.status == "open" else ("stays_open", "closure_given_up")
        yield Mark(status, told or by, (one,), Reason(code))
    elif one.status in PAST and by and (one.date or one.says == "became"):
        when = {"date": one.date} if one.date else {"day": iso(by)}
        exact = by if first == by else None
        reason = Reason.of(PAST[one.status], **when)
        yield Mark(one.status, by, (one,), reason, dated=bool(one.date), maybe=first, known=exact)
    if one.says == "is" and told:
        yield Mark(one.status, told, (one,), Reason.of(f"reported_{one.status}", day=iso(told)), known=told)


def _plan(one: Evidence, told: int | None, first: int | None, last: int | None) -> Iterator[Mark]:
    """Yield the mark of a plan; one of which no day of announcement is known counts once its own day has come."""
    one_day = last + 1 if last and first in (None, last) else None
    due = one_day or first
    reason = Reason.of("to_open" if one.status == "open" else "to_close", date=one.date)
    if told:
        yield Mark("planned" if one.status == "open" else "to_close", told, (one,), reason, known=told, due=due)
    elif due and one.status == "open":
        yield Mark("unknown", due, (one,), without_news(reason))


def overtaken(plan: Reason) -> Reason:
    """Return a plan as one of the past: what came of it follows."""
    return Reason(f"was_{plan.code}", plan.details)


def without_news(plan: Reason) -> Reason:
    """Return that nothing is known of what came of a plan."""
    return Reason(f"was_{plan.code}_no_news", plan.details)


def _opened_before_closed(marks: list[Mark]) -> list[Mark]:
    """Return the marks by day, the first opening before the first closure where its date leaves both orders open.

    A site that opened in 2011 and closed on 20 November 2011 opened before that day.
    """
    marks = sorted(marks, key=_by_day)
    shown = [mark for mark in marks if mark.status in ("open", "closed")]
    if shown and shown[0].status == "closed":
        closure = shown[0].sure
        for mark in shown:
            if mark.status == "open" and mark.dated and mark.known is None and (mark.maybe or 0) <= closure:
                return sorted([replace(mark, sure=closure), *(one for one in marks if one is not mark)], key=_by_day)
    return marks


def _by_day(mark: Mark) -> tuple[int, int, str]:
    return mark.sure, ORDER.index(mark.status), mark.evidence[0].id


def _agreed(marks: list[Mark]) -> list[Mark]:
    """Return the marks with those that contradict each other on one day as one, of an unknown state."""
    seen: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.status in ("open", "closed") and mark.known == mark.sure:
            seen.setdefault(mark.sure, []).append(mark)
    against = {day: found for day, found in seen.items() if len({mark.status for mark in found}) > 1}
    agreed = [mark for mark in marks if mark not in against.get(mark.sure, ())]
    for day, found in against.items():
        said = {status: _who_says(status, found) for status in ("closed", "open")}
        reason = Reason.of("open_and_closed", day=iso(day), **said)
        agreed.append(Mark("unknown", day, all_of(found), reason, known=day))
    return sorted(agreed, key=_by_day)


def _who_says(status: str, marks: list[Mark]) -> tuple[str, ...]:
    return tuple(sorted({mark.evidence[0].id for mark in marks if mark.status == status}))


def all_of(marks: Iterable[Mark]) -> tuple[Evidence, ...]:
    """Return the evidence behind marks, each once."""
    return tuple(dict.fromkeys(one for mark in marks for one in mark.evidence))


def iso(ordinal: int) -> str:
    """Return a counted day in ISO 8601."""
    return dt.date.fromordinal(ordinal).isoformat()
