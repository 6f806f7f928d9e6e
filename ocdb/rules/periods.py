"""The rule of periods: what state a site was in on each day, as far as the sources show (docs/sites.md).

Pure reckoning, without a database and without today: what is open lasts until a source shows that it ended.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ocdb.dates import ONE_DAY

# Of two things on one day the first comes first: a plan is carried out, what opened closes.
ORDER = ("planned", "unknown", "open", "closed", "to close", "stays open", "given up")
# News of a plan to open that tells nothing in the state before: the site is known to be open or closed.
OVERRULED = {
    *((news, state) for news in ("planned", "given up") for state in ("open", "closed")),
    ("given up", "unknown"),
}
GIVEN_UP = {"open": "opening given up", "closed": "closure given up"}
PAST = {"open": "opened", "closed": "closed"}
LAST_DAY = dt.date.max.toordinal()


@dataclass(frozen=True)
class Evidence:
    """What a claim tells of the state of a site.

    Attributes:
        id: slug of the claim.
        says: ``is``: it was in that state when the source appeared; ``became``: it came into that state; ``plans``:
            it is to come into that state; ``drops``: it won't.
        status: open or closed; with ``is`` also unknown.
        told: last day of the time in which the first source for it appeared; None where that isn't known.
        news: the same of the last source for it.
        date: when it came or is to come into that state, as written (EDTF).
        first: first day of that date; None where it is open, or where there is no date.
        last: last day of that date.
        operator: who runs it from then on; None where nothing changes.
    """

    id: str
    says: Literal["is", "became", "plans", "drops"]
    status: Literal["open", "closed", "unknown"]
    told: dt.date | None = None
    news: dt.date | None = None
    date: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    operator: str | None = None


@dataclass(frozen=True)
class Period:
    """A time during which a site was in one state.

    Attributes:
        status: planned, open, closed or unknown.
        operator: who runs it then; None where no source says.
        first_day: None where nothing that is known of the site has a date.
        last_day: None: it lasts.
        evidence: slugs of the claims behind it, sorted.
        reason: why that is its state, in a line.
        last_evidence: the last day of the time in which the latest source behind it appeared.
    """

    status: str
    operator: str | None
    first_day: dt.date | None
    last_day: dt.date | None
    evidence: tuple[str, ...]
    reason: str
    last_evidence: dt.date | None = None


def periods(evidence: Iterable[Evidence], operator: str | None = None) -> list[Period]:
    """Return the periods of a site in the order of time, without gaps; none where there is no evidence.

    The last one lasts. Only where nothing has a date the first day is open too, and the state unknown.

    Args:
        evidence: what the sources show of the site, in any order.
        operator: who runs it, by its own record.
    """
    every = sorted(evidence, key=lambda one: (one.id, one.says, one.status, repr(one)))
    marks = _agreed(_opened_before_closed([mark for one in every for mark in _marks(one)]))
    spells = list(_spells(marks, operator))
    if not spells:
        return _undated(every, operator)
    return [_period(stretch) for stretch in _joined(_run(_stretches(spells), _runs(marks, operator)))]


def _undated(every: list[Evidence], operator: str | None) -> list[Period]:
    if not every:
        return []
    told = ", ".join(f"{one.says.replace('became', 'has become')} {one.status} by {one.id}" for one in every)
    return [Period("unknown", operator, None, None, _slugs(every), f"no source tells when: {told}")]


def empty_until(evidence: Iterable[Evidence], operator: str | None = None) -> dt.date | None:
    """Return the last day on which nobody can have worked at a site before; None where that isn't known.

    That is the day of its first opening, or the last one on which a source still called it a plan, but always before a
    source shows it at work.

    Args:
        evidence: what the sources show of the site, in any order.
        operator: who runs it, by its own record.
    """
    every = list(evidence)
    openings = [day for one in every if (day := _opening(one, operator))]
    # Up to the first of these days it hadn't opened, and up to the second it may still have been a plan.
    work = [(_opening(one, operator) or _eve(one), _eve(one)) for one in every if _at_work(one)]
    limit = min((first for first, _ in work), default=dt.date.max)
    until = min((max(days) for days in work), default=dt.date.max)
    known = [limit] if limit in openings else []
    plans = [(day, one.first) for one in every if one.says == "plans" and one.status == "open" and (day := one.told)]
    told = max((day for day, _ in plans if day <= until), default=None)
    if told:  # later it may have opened without a word
        known.append(told)
    return max(known, default=None)


def _at_work(one: Evidence) -> bool:
    """Return whether evidence shows that a site was at work at some time; any news of its closure does."""
    return one.status == "closed" or (one.status == "open" and one.says in ("is", "became"))


def _opening(one: Evidence, operator: str | None) -> dt.date | None:
    """Return the first day to which evidence dates an opening, which is no change of operators."""
    opened = one.status == "open" and _at_work(one) and one.operator in (None, operator)
    # A date after the source that saw it open tells nothing.
    return one.first if opened and one.first and not (one.told and one.told < one.first) else None


def _eve(one: Evidence) -> dt.date:
    """Return the last day before evidence shows that a site is or was at work; the first of all where none is told."""
    dates = [] if one.says == "plans" else [one.first or one.last] if one.status == "closed" else [one.last]
    days = [day for day in (one.told, *dates) if day]
    return min(days) - ONE_DAY if days else dt.date.min


# --- from evidence to days --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Mark:
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
    reason: str
    dated: bool = False
    maybe: int | None = None
    known: int | None = None
    due: int | None = None

    @property
    def operator(self) -> str | None:
        return self.evidence[0].operator


def _marks(one: Evidence) -> Iterator[_Mark]:
    told, first, last = (day.toordinal() if day else None for day in (one.told, one.first, one.last))
    # What a source tells as past had happened when it appeared.
    by = min((day for day in (told, last) if day), default=None)
    if one.says == "plans":
        yield from _plan(one, told, first, last)
    elif one.says == "drops" and by:
        status = "given up" if one.status == "open" else "stays open"
        yield _Mark(status, told or by, (one,), GIVEN_UP[one.status])
    elif one.status in PAST and by and (one.date or one.says == "became"):
        reason = f"{PAST[one.status]} {one.date}" if one.date else f"{PAST[one.status]} by {_day(by)}"
        exact = by if first == by else None
        yield _Mark(one.status, by, (one,), reason, dated=bool(one.date), maybe=first, known=exact)
    if one.says == "is" and told:
        reason = f"reported {one.status} by" if one.status in PAST else "nothing told of whether it operates on"
        yield _Mark(one.status, told, (one,), f"{reason} {_day(told)}", known=told)


def _plan(one: Evidence, told: int | None, first: int | None, last: int | None) -> Iterator[_Mark]:
    """Yield the mark of a plan; one of which no day of announcement is known counts once its own day has come."""
    one_day = last + 1 if last and first in (None, last) else None
    due = one_day or first
    reason = f"to {'open' if one.status == 'open' else 'close'} {one.date or 'at a time that no source tells'}"
    if told:
        yield _Mark("planned" if one.status == "open" else "to close", told, (one,), reason, known=told, due=due)
    elif due and one.status == "open":
        yield _Mark("unknown", due, (one,), f"was {reason}, no later news")


def _opened_before_closed(marks: list[_Mark]) -> list[_Mark]:
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


def _by_day(mark: _Mark) -> tuple[int, int, str]:
    return mark.sure, ORDER.index(mark.status), mark.evidence[0].id


def _agreed(marks: list[_Mark]) -> list[_Mark]:
    """Return the marks with those that contradict each other on one day as one, of an unknown state."""
    seen: dict[int, list[_Mark]] = {}
    for mark in marks:
        if mark.status in ("open", "closed") and mark.known == mark.sure:
            seen.setdefault(mark.sure, []).append(mark)
    against = {day: found for day, found in seen.items() if len({mark.status for mark in found}) > 1}
    agreed = [mark for mark in marks if mark not in against.get(mark.sure, ())]
    for day, found in against.items():
        said = sorted({f"{mark.status} according to {mark.evidence[0].id}" for mark in found})
        reason = f"contradictory on {_day(day)}: {', '.join(said)}"
        agreed.append(_Mark("unknown", day, _all(found), reason, known=day))
    return sorted(agreed, key=_by_day)


# --- from days to spells of one state ---------------------------------------------------------------------------


@dataclass
class _Spell:
    """Marks of one state in a row, the last plan to end it, and who ran the site before."""

    status: str
    marks: list[_Mark]
    operator: str | None
    closing: _Mark | None = None

    @property
    def seen(self) -> int:
        """Return the last day on which it was seen in that state; what is to close is still open."""
        return max([mark.known or 0 for mark in self.marks] + [self.closing.sure if self.closing else 0])

    @property
    def own(self) -> list[_Mark]:
        """Return the marks but for those of who took over later: their dates tell of that, not of the beginning."""
        return [mark for mark in self.marks if mark.operator in (None, self.operator)] or self.marks

    @property
    def plan(self) -> _Mark | None:
        """Return the plan that is to end it: of the latest that has a date, the earliest; None once it was overtaken.

        It was overtaken where the state was seen again after the planned day.
        """
        plans = [mark for mark in (*self.marks, *([self.closing] if self.closing else [])) if mark.due]
        latest = [mark for mark in plans if mark.sure == plans[-1].sure]
        plan = min(latest, key=lambda mark: mark.due or 0, default=None)
        return plan if plan and ((plan.due or 0) > self.seen or plan.sure >= self.seen) else None


def _spells(marks: list[_Mark], operator: str | None) -> Iterator[_Spell]:
    """Yield the states one after the other. Plans to open count as long as nothing shows the site open or closed."""
    current: _Spell | None = None
    for mark in marks:
        status = "unknown" if mark.status == "given up" else mark.status
        before = current.status if current else ""
        if status in ("to close", "stays open"):
            if current and before == "open":
                current.closing = mark if mark.due else None
        elif current and status == before:
            current.marks.append(mark)
        elif (mark.status, before) not in OVERRULED:
            if current:
                yield current
            current = _Spell(status, [mark], operator)
        operator = mark.operator or operator
    if current:
        yield current


# --- from spells to stretches of days ---------------------------------------------------------------------------


@dataclass(frozen=True)
class _Stretch:
    """Days of one state, from first to last; last None: it lasts."""

    status: str
    first: int
    last: int | None
    evidence: tuple[Evidence, ...]
    reason: str
    operator: str | None = None


@dataclass(frozen=True)
class _Beginning:
    """How a spell begins: surely on a day, and perhaps from another one on, which is known where a date tells it."""

    sure: int
    maybe: int | None
    evidence: tuple[Evidence, ...]
    reason: str


def _beginning(spell: _Spell) -> _Beginning:
    """Return how a spell begins: when it was first seen, or by the dates that tell since when.

    A date later than the day on which a source saw it already so tells nothing; dates that exclude each other leave
    the days between them open.
    """
    sure = spell.marks[0].sure
    seen = min((mark.sure for mark in spell.own if not mark.dated), default=None)
    dated = [mark for mark in spell.own if mark.dated and (seen is None or (mark.maybe or 0) <= seen)]
    days = [mark.maybe for mark in dated if mark.maybe]
    if days and max(days) > min(mark.sure for mark in dated):
        reason = "contradictory: " + ", ".join(f"{mark.reason} according to {mark.evidence[0].id}" for mark in dated)
        until = max(mark.sure for mark in dated)
        return _Beginning(until if seen is None else min(seen, until), min(days), _all(dated), reason)
    told = dated or spell.marks[:1]
    unknown = "which day isn't known" if days else "nothing tells since when"
    reason = f"{', '.join(dict.fromkeys(mark.reason for mark in told))}, {unknown}"
    return _Beginning(sure, max(days, default=None), _all(told), reason)


def _stretches(spells: Sequence[_Spell]) -> Iterator[_Stretch]:
    """Yield the days of each state, and before them those on which it isn't sure whether it had begun."""
    beginnings = [_beginning(spell) for spell in spells]
    cursor = min(beginnings[0].sure, beginnings[0].maybe or beginnings[0].sure)
    for place, (spell, beginning) in enumerate(zip(spells, beginnings, strict=True)):
        if cursor < beginning.sure:
            plan = spells[place - 1].plan if place else None
            reason = f"was {plan.reason}; {beginning.reason}" if plan else beginning.reason
            evidence = (*(plan.evidence if plan else ()), *beginning.evidence)
            yield _Stretch("unknown", cursor, beginning.sure - 1, evidence, reason)
            cursor = beginning.sure
        following = place + 1 < len(spells)
        last = _last_day(spell, spells[place + 1], beginnings[place + 1]) if following else _last_sure_day(spell)
        if last is None or last >= cursor:
            reason = "; ".join(dict.fromkeys(mark.reason for mark in spell.own))
            yield _Stretch(spell.status, cursor, last, _all(spell.marks), reason)
            cursor = cursor if last is None else last + 1
        if last is not None and last < LAST_DAY and not following and spell.plan:
            yield _Stretch("unknown", cursor, None, spell.plan.evidence, f"was {spell.plan.reason}, no later news")


def _last_sure_day(spell: _Spell) -> int | None:
    """Return the last day of the latest state that is known: it lasts, unless it was planned to end."""
    return max(spell.plan.due or 0, spell.seen + 1) - 1 if spell.plan else None


def _last_day(spell: _Spell, after: _Spell, beginning: _Beginning) -> int:
    """Return the last day of a state that another one follows.

    A date of the change tells that it was so until then; without one it was so as long as it was seen, and a plan
    until it was due or given up.
    """
    if beginning.maybe:
        end = max(beginning.maybe, spell.seen + 1)
    elif spell.status == "unknown" or after.marks[0].status in ("given up", "unknown"):
        end = beginning.sure
    else:
        due = spell.plan.due if spell.plan else None
        end = max(due or spell.marks[0].sure + 1, spell.seen + 1)
    return min(end, beginning.sure) - 1


# --- operators --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Run:
    """That an operator runs the site from a day on; operator None: from then on it isn't sure who."""

    first: int
    operator: str | None
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""


def _runs(marks: list[_Mark], operator: str | None) -> list[_Run]:
    """Return who runs the site, in the order of time; before anybody is named it is the first one."""
    # News of the site itself that names nobody tells that nothing changed; events don't tell who runs it.
    named = [mark for mark in marks if mark.operator or mark.evidence[0].says == "is"]
    current = operator or next((mark.operator for mark in named if mark.operator), None)
    runs, seen = [_Run(0, current)], 0
    for mark in named:
        if mark.operator in (None, current):
            seen = max(seen, mark.known or mark.sure)
            continue
        if current and mark.known and seen == mark.sure:
            reason = f"contradictory on {_day(seen)}: run by {current} and by {mark.operator}"
            runs.append(_Run(seen, None, mark.evidence, reason))
            current = None
            continue
        between = min(max(mark.maybe or 0, seen + 1), mark.sure)
        if current and between > 1:
            runs.append(_Run(between, None, mark.evidence, f"passes from {current} to {mark.operator}"))
        runs.append(_Run(mark.sure, mark.operator, mark.evidence, f"run by {mark.operator}"))
        current, seen = mark.operator, mark.known or mark.sure
    return runs


def _run(stretches: Iterable[_Stretch], runs: list[_Run]) -> Iterator[_Stretch]:
    """Yield the stretches with who runs the site, cut where it passes to another operator."""
    for one in stretches:
        for run, following in zip(runs, [*runs[1:], None], strict=True):
            first = max(one.first, run.first)
            ends = [day for day in (one.last, following.first - 1 if following else None) if day is not None]
            last = min(ends, default=None)
            if last is None or last >= first:
                evidence = tuple(dict.fromkeys([*one.evidence, *run.evidence]))
                reason = f"{one.reason}; {run.reason}" if run.reason else one.reason
                yield _Stretch(one.status, first, last, evidence, reason, run.operator)


# --- from stretches to periods ----------------------------------------------------------------------------------


def _joined(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Return the stretches with neighbours of one state and one operator as one."""
    joined: list[_Stretch] = []
    for one in stretches:
        before = joined[-1] if joined else None
        if before and (before.status, before.operator) == (one.status, one.operator):
            reasons = dict.fromkeys([*before.reason.split("; "), *one.reason.split("; ")])
            evidence = tuple(dict.fromkeys([*before.evidence, *one.evidence]))
            joined[-1] = replace(before, last=one.last, evidence=evidence, reason="; ".join(reasons))
        else:
            joined.append(one)
    return joined


def _period(stretch: _Stretch) -> Period:
    news = [day for one in stretch.evidence if (day := one.news or one.told)]
    return Period(
        stretch.status,
        stretch.operator,
        dt.date.fromordinal(stretch.first),
        None if stretch.last is None else dt.date.fromordinal(stretch.last),
        _slugs(stretch.evidence),
        stretch.reason,
        max(news, default=None),
    )


def _all(marks: Iterable[_Mark]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(one for mark in marks for one in mark.evidence))


def _slugs(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(sorted({one.id for one in evidence}))


def _day(ordinal: int) -> str:
    return dt.date.fromordinal(ordinal).isoformat()
