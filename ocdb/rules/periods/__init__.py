"""The rule of periods: what state a site was in on each day, as far as the sources show (docs/sites.md).

Pure functions, without a database and without today: what is open lasts until a source shows that it ended. Evidence
gives marks, marks of one state in a row a spell, spells the stretches of days, which who runs the site cuts further.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ocdb.rules.periods.empty import empty_until
from ocdb.rules.periods.evidence import Evidence
from ocdb.rules.periods.marks import OPENING_GIVEN_UP, marks_of
from ocdb.rules.periods.operators import run, runs_of
from ocdb.rules.periods.spells import spells_of
from ocdb.rules.periods.stretches import Stretch, joined, stretches_of
from ocdb.rules.reasons import Reason

__all__ = ["OPENING_GIVEN_UP", "Evidence", "Period", "empty_until", "periods"]


@dataclass(frozen=True)
class Period:
    """A time during which a site was in one state.

    Attributes:
        status: planned, open, closed or unknown.
        operator: who runs it then; None where no source says.
        first_day: None where nothing that is known of the site has a date.
        last_day: None: it lasts.
        evidence: slugs of the claims behind it, sorted.
        reasons: why that is its state, in the order of time; at least one.
        last_evidence: the last day of the time in which the latest source behind it appeared.
    """

    status: str
    operator: str | None
    first_day: dt.date | None
    last_day: dt.date | None
    evidence: tuple[str, ...]
    reasons: tuple[Reason, ...]
    last_evidence: dt.date | None = None


def periods(evidence: Iterable[Evidence], operator: str | None = None) -> list[Period]:
    """Return the periods of a site in the order of time, without gaps; none where there is no evidence.

    The last one lasts. Only where nothing has a date the first day is open too, and the state unknown.

    Args:
        evidence: what the sources show of the site, in any order.
        operator: who runs it, by its own record.
    """
    every = sorted(evidence, key=lambda one: (one.id, one.says, one.status, repr(one)))
    marks = marks_of(every)
    spells = list(spells_of(marks, operator))
    if not spells:
        return _undated(every, operator)
    return [_period(stretch) for stretch in joined(run(stretches_of(spells), runs_of(marks, operator)))]


def _undated(every: list[Evidence], operator: str | None) -> list[Period]:
    if not every:
        return []
    reason = Reason.of(
        "no_source_says_when",
        claims=tuple(one.id for one in every),
        says=tuple(one.says for one in every),
        statuses=tuple(one.status for one in every),
    )
    return [Period("unknown", operator, None, None, _slugs(every), (reason,))]


def _period(stretch: Stretch) -> Period:
    news = [day for one in stretch.evidence if (day := one.news or one.told)]
    return Period(
        stretch.status,
        stretch.operator,
        dt.date.fromordinal(stretch.first),
        None if stretch.last is None else dt.date.fromordinal(stretch.last),
        _slugs(stretch.evidence),
        stretch.reasons,
        max(news, default=None),
    )


def _slugs(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(sorted({one.id for one in evidence}))
