"""Until when certainly nobody worked at a site: a promise of jobs there begins with none."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from ocdb.dates import ONE_DAY, earliest
from ocdb.rules.periods.evidence import Evidence


def empty_until(evidence: Iterable[Evidence], operator: str | None = None, site: str = "") -> dt.date | None:
    """Return the last day on which nobody can have worked at a site before; None where that isn't known.

    That is the day of its first opening, or the last one on which a source still called it a plan, but always before a
    source shows it at work.

    Args:
        evidence: what the sources show of the site, in any order.
        operator: who runs it, by its own record.
        site: its slug, which is that of the evidence from this record.
    """
    every = _changes_only(evidence, operator, site)
    openings = [day for one in every if (day := _opening(one))]
    # Up to the first of these days it hadn't opened, and up to the second it may still have been a plan.
    work = [(_opening(one) or _eve(one), _eve(one)) for one in every if _at_work(one)]
    limit = min((first for first, _ in work), default=dt.date.max)
    until = min((max(days) for days in work), default=dt.date.max)
    known = [limit] if limit in openings else []
    plans = [day for one in every if one.says == "plans" and one.status == "open" and (day := one.told)]
    told = max((day for day in plans if day <= until), default=None)
    if told:  # later it may have opened without a word
        known.append(told)
    return max(known, default=None)


def _changes_only(evidence: Iterable[Evidence], operator: str | None, site: str) -> list[Evidence]:
    """Return evidence that names who runs the site only where that changed, or may have.

    What was told before the site's own record may be of the take-over by the one who runs it there.
    """
    every = list(evidence)
    since = next((one.told for one in every if one.id == site), None)

    def same(one: Evidence) -> bool:
        later = bool(since and one.told and since <= one.told)
        return one.operator == operator and (one.id == site or later)

    return [replace(one, operator=None) if same(one) else one for one in every]


def _at_work(one: Evidence) -> bool:
    """Return whether evidence shows that a site was at work at some time; any news of its closure does."""
    return one.status == "closed" or (one.status == "open" and one.says in ("is", "became"))


def _opening(one: Evidence) -> dt.date | None:
    """Return the first day to which evidence may date an opening, which is no change of operators."""
    opened = one.status == "open" and _at_work(one) and one.operator is None
    first = earliest(one.date) if opened and one.date else None
    # A date after the source that saw it open tells nothing.
    return None if first and one.told and one.told < first else first


def _eve(one: Evidence) -> dt.date:
    """Return the last day before evidence shows that a site is or was at work; the first of all where none is told."""
    first = earliest(one.date) if one.date else None
    dates = [] if one.says == "plans" else [first or one.last] if one.status == "closed" else [one.last]
    days = [day for day in (one.told, *dates) if day]
    return min(days) - ONE_DAY if days else dt.date.min
