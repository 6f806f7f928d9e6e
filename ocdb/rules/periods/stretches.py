"""From spells to stretches: the days of each state, and those on which it isn't sure whether it had begun."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ocdb.rules.periods.evidence import Evidence
from ocdb.rules.periods.marks import Mark, all_of, overtaken, without_news
from ocdb.rules.periods.spells import Spell
from ocdb.rules.reasons import Reason

LAST_DAY = dt.date.max.toordinal()


@dataclass(frozen=True)
class Stretch:
    """Days of one state, from first to last; last None: it lasts."""

    status: str
    first: int
    last: int | None
    evidence: tuple[Evidence, ...]
    reasons: tuple[Reason, ...]
    operator: str | None = None


@dataclass(frozen=True)
class _Beginning:
    """How a spell begins: surely on a day, and perhaps from another one on, which is known where a date tells it."""

    sure: int
    maybe: int | None
    evidence: tuple[Evidence, ...]
    reason: Reason


def _beginning(spell: Spell) -> _Beginning:
    """Return how a spell begins: when it was first seen, or by the dates that tell since when.

    A date later than the day on which a source saw it already so tells nothing; dates that exclude each other leave
    the days between them open.
    """
    sure = spell.marks[0].sure
    seen = min((mark.sure for mark in spell.own if not mark.dated), default=None)
    dated = [mark for mark in spell.own if mark.dated and (seen is None or (mark.maybe or 0) <= seen)]
    days = [mark.maybe for mark in dated if mark.maybe]
    if days and max(days) > min(mark.sure for mark in dated):
        until = max(mark.sure for mark in dated)
        reason = _apart(dated)
        return _Beginning(until if seen is None else min(seen, until), min(days), all_of(dated), reason)
    told = dated or spell.marks[:1]
    code = "day_unknown" if days else "since_unknown"
    more = {"dates": tuple(dict.fromkeys(_dates(dated)))} if dated else dict(told[0].reason.details)
    reason = Reason.of(code, shows=told[0].reason.code, **more)
    return _Beginning(sure, max(days, default=None), all_of(told), reason)


def _apart(dated: Sequence[Mark]) -> Reason:
    """Return that dates of one opening or closure exclude each other, each beside the claim that gives it."""
    claims = tuple(mark.evidence[0].id for mark in dated)
    return Reason.of("dates_exclude_each_other", shows=dated[0].reason.code, dates=_dates(dated), claims=claims)


def _dates(dated: Sequence[Mark]) -> tuple[str, ...]:
    return tuple(str(mark.evidence[0].date) for mark in dated)


def stretches_of(spells: Sequence[Spell]) -> Iterator[Stretch]:
    """Yield the days of each state, and before them those on which it isn't sure whether it had begun."""
    beginnings = [_beginning(spell) for spell in spells]
    cursor = min(beginnings[0].sure, beginnings[0].maybe or beginnings[0].sure)
    for place, (spell, beginning) in enumerate(zip(spells, beginnings, strict=True)):
        if cursor < beginning.sure:
            yield _between(spells[place - 1].plan if place else None, beginning, cursor)
            cursor = beginning.sure
        following = place + 1 < len(spells)
        last = _last_day(spell, spells[place + 1], beginnings[place + 1]) if following else _last_sure_day(spell)
        if last is None or last >= cursor:
            reasons = tuple(dict.fromkeys(mark.reason for mark in spell.own))
            yield Stretch(spell.status, cursor, last, all_of(spell.marks), reasons)
            cursor = cursor if last is None else last + 1
        if last is not None and last < LAST_DAY and not following and spell.plan:
            yield Stretch("unknown", cursor, None, spell.plan.evidence, (without_news(spell.plan.reason),))


def _between(plan: Mark | None, beginning: _Beginning, first: int) -> Stretch:
    """Return the days on which a state may have begun, after a plan or not."""
    evidence = (*(plan.evidence if plan else ()), *beginning.evidence)
    reasons = (*([overtaken(plan.reason)] if plan else []), beginning.reason)
    return Stretch("unknown", first, beginning.sure - 1, evidence, reasons)


def _last_sure_day(spell: Spell) -> int | None:
    """Return the last day of the latest state that is known: it lasts, unless it was planned to end."""
    return max(spell.plan.due or 0, spell.seen + 1) - 1 if spell.plan else None


def _last_day(spell: Spell, after: Spell, beginning: _Beginning) -> int:
    """Return the last day of a state that another one follows.

    A date of the change tells that it was so until then; without one it was so as long as it was seen, and a plan
    until it was due or given up.
    """
    if beginning.maybe:
        end = max(beginning.maybe, spell.seen + 1)
    elif spell.status == "unknown" or after.marks[0].status in ("given_up", "unknown"):
        end = beginning.sure
    else:
        due = spell.plan.due if spell.plan else None
        end = max(due or spell.marks[0].sure + 1, spell.seen + 1)
    return min(end, beginning.sure) - 1


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches with neighbours of one state and one operator as one."""
    whole: list[Stretch] = []
    for one in stretches:
        before = whole[-1] if whole else None
        if before and (before.status, before.operator) == (one.status, one.operator):
            reasons = tuple(dict.fromkeys([*before.reasons, *one.reasons]))
            evidence = tuple(dict.fromkeys([*before.evidence, *one.evidence]))
            whole[-1] = replace(before, last=one.last, evidence=evidence, reasons=reasons)
        else:
            whole.append(one)
    return whole
