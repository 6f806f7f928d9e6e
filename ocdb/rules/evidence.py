"""What a report shows of a promise: two ends, between which the promised quantity lay at the time (docs/ledger.md).

Pure functions. The quantity is what there is in all for a promise of a level, and what there is above the baseline for
a promise of so many more; of recruitments and trainings it is what was hired or trained since.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ocdb.rules.about import About, apart, contains, one_of_all, unnamed_relation, why_unlike
from ocdb.rules.figures import Figure
from ocdb.rules.lines import FLOWS, NOBODY, PEOPLE
from ocdb.rules.reasons import Reason

# People and posts are counted alike by the press; seats are no people, and who works somewhere needn't have been hired
# for it: people move, and companies take over others.
COMPARABLE = {
    "jobs": PEOPLE,
    "headcount": PEOPLE,
    "hires": ("hires",),
    "seats": ("seats",),
    "trainees": ("trainees",),
}
# Which jobs a figure counts; an employer's own are what is meant where nothing is said.
COUNTED = {
    "direct": {"direct"},
    "unstated": {"direct"},
    "indirect": {"indirect"},
    "both": {"direct", "indirect"},
}
# Reports of parts add up only where they tell of one time: within a longer one people may have moved between them.
ONE_TIME = timedelta(days=31)
# So long plans run. What a country or region has later than that is due to other plans; and what was promised without a
# day and is there later than that, nobody can call delivered.
PLAN = timedelta(days=5 * 366)


@dataclass(frozen=True)
class Pledge:
    """What the rules need to know of a pledge.

    Attributes:
        baseline: how many were there when it was made, or NOBODY; None where that isn't known.
        baseline_report: the report that says so.
        announced: the last day of the time when it was made; reports count from the day after.
        made: the first day of that time.
        due: the last day by which it is to be kept, or None.
        over: the day by which it is certainly due: later than ``due`` where that is approximate or uncertain.
        directness: which jobs it counts, a key of COUNTED.
        firmness: from commitment to capacity.
        revises: the pledges of which it is a newer version, or preferred over one that is.
        successors: who took over from the employer, or runs its site by then, each with the first day of that.
        site_ended: why its site is no more; None where nobody says so.
        standing: false for a pledge that another one or a source contradicts, unless it is the preferred one.
    """

    id: str
    measure: str
    reading: str
    figure: Figure
    about: About
    baseline: Figure | None = None
    baseline_report: str | None = None
    announced: date | None = None
    made: date | None = None
    due: date | None = None
    over: date | None = None
    directness: str = "unstated"
    firmness: str = "announcement"
    revises: tuple[str, ...] = ()
    successors: tuple[tuple[str, date], ...] = ()
    site_ended: Reason | None = None
    standing: bool = True

    @property
    def level(self) -> bool:
        """Return whether it is, or may be, of how many there are to be in all."""
        return self.reading != "additional" and self.measure not in FLOWS

    @property
    def above(self) -> Figure | None:
        """Return what to subtract from what is there to get the promised quantity; None where that isn't known."""
        if self.reading == "total" and self.measure not in FLOWS:
            return NOBODY
        return self.baseline if self.measure not in FLOWS or self.baseline == NOBODY else None


@dataclass(frozen=True)
class Report:
    """What the rules need to know of a report.

    Attributes:
        kind: ``held`` or ``created``.
        first: first day of the time that it tells of, doubt included; None where that is open.
        last: last day of that time.
        standing: false for a report that another one or a source contradicts, unless it is the preferred one.
        directness: which jobs it counts, a key of COUNTED.
    """

    id: str
    kind: str
    measure: str
    figure: Figure
    about: About
    first: date | None = None
    last: date | None = None
    standing: bool = True
    directness: str = "unstated"


@dataclass(frozen=True)
class Evidence:
    """A claim that was looked at for a verdict, and what it shows of the promised quantity.

    Attributes:
        bearing: ``decides``, ``shows``, ``baseline`` or ``nothing``.
        low: so much is there at least; None where it shows no least.
        high: so much is there at most; None where that is open.
        reason: what it shows, or why it shows nothing.
        claims: the claims behind it, where there are several.
    """

    claim: str
    bearing: str
    low: int | None
    high: int | None
    reason: Reason
    first: date | None = None
    last: date | None = None
    claims: tuple[str, ...] = ()


def weigh(pledge: Pledge, report: Report) -> Evidence:
    """Return what a report shows of a pledge: how much of it is there at least and at most, or why nothing."""
    if report.id == pledge.baseline_report:
        return _evidence(report, Reason("baseline"), bearing="baseline")
    unfit = _unfit(pledge, report) or _untimely(pledge, report)
    if unfit:
        return _evidence(report, unfit)
    low, high = _bounds(pledge, report)
    if low is None and high is None:
        mixed = "no_baseline" if _only_such(pledge, report) else "counts_both"
        return _evidence(report, Reason(mixed))
    return replace(_evidence(report, _shows(pledge, report), bearing="shows"), low=low, high=high)


def close(pledge: Pledge, report: Report) -> bool:
    """Return whether a report is worth naming beside a promise of which it shows nothing.

    What tells of another place or site isn't, nor what tells of one employer beside a target that names none: of both
    there may be hundreds, and nobody expects them there. A figure of another sector is where nothing else speaks
    against it: somebody may well hold it against the promise.
    """
    promise, other = pledge.about, report.about
    if promise.site and other.site:
        return promise.site == other.site
    if other.operators and not promise.operators:
        return False
    if _of_another_sector(pledge, report) and (_unfit(pledge, report, anything=True) or _untimely(pledge, report)):
        return False
    return contains(other, promise) or contains(promise, other)


def _evidence(report: Report, reason: Reason, bearing: str = "nothing") -> Evidence:
    return Evidence(report.id, bearing, None, None, reason, report.first, report.last)


# --- which reports can be compared ------------------------------------------------------------------------------


def _unfit(pledge: Pledge, report: Report, *, anything: bool = False) -> Reason | None:
    """Return why a report can't be compared with a pledge, or None; whatever it is about, if that is asked for."""
    if not report.standing:
        return Reason("contradicted")
    if report.measure not in COMPARABLE.get(pledge.measure, ()):
        return Reason.of("other_measure", measure=report.measure, promised=pledge.measure)
    if COUNTED[report.directness].isdisjoint(COUNTED[pledge.directness]):
        return Reason.of("other_directness", counted=report.directness, promised=pledge.directness)
    if report.kind == "created" and pledge.level:
        return Reason("created_is_no_level")
    if anything or relation(pledge, report):
        return None
    return why_unlike(pledge.about, report.about)


def _of_another_sector(pledge: Pledge, report: Report) -> bool:
    return not relation(pledge, report) and why_unlike(pledge.about, report.about).code == "other_sector"


def _only_such(pledge: Pledge, report: Report) -> bool:
    """Return whether a report counts only jobs that the promise counts too, direct or indirect."""
    return COUNTED[report.directness] <= COUNTED[pledge.directness]


def _untimely(pledge: Pledge, report: Report) -> Reason | None:
    """Return why a report doesn't certainly tell of a time after the promise, or None."""
    if not pledge.announced:
        return Reason("promise_undated")
    if not report.first:
        return Reason("report_undated")
    if report.first <= pledge.announced:
        return Reason("before_the_promise")
    if _nobodys_target(pledge) and (late := _too_late(pledge, report)):
        return late
    # "784 hired", said on a day, counts since nobody knows when; at a new site too, hiring may have begun before.
    so_far = not report.last or report.last - report.first <= ONE_TIME
    return Reason("created_so_far") if report.kind == "created" and so_far else None


def _nobodys_target(pledge: Pledge) -> bool:
    """Return whether a promise is a target of a country, region or city: in the end somebody will create jobs there."""
    about = pledge.about
    return not about.operators and not about.site and not about.park


def _too_late(pledge: Pledge, report: Report) -> Reason | None:
    due = pledge.over or pledge.due
    if not due or not report.first:
        return None
    if report.kind == "created" and (not report.last or report.last > due):
        return Reason("created_after_due" if report.first > due else "created_beyond_due")
    return Reason("long_after_due") if report.first > due + PLAN else None


def relation(pledge: Pledge, report: Report) -> str | None:
    """Return how what a report is about relates to what a promise is about: ``same``, ``part``, ``more``, or None.

    A site stays the same under who is known to have taken it over; a report about more than a site says nothing of it,
    since the site may have been sold. An employer's successor has all of its people, and others beside them.
    """
    promise, other = pledge.about, report.about
    if promise.site and other.site == promise.site:
        return _at_the_site(pledge, report)
    if not promise.operators:
        return None if promise.site or promise.unnamed else unnamed_relation(promise, other)
    if not other.operators:
        return None
    inside = promise.holds(other) and not promise.site
    around = (other.site is None) and contains(other, promise)
    if other.operators == promise.operators and not promise.unnamed and inside and around:
        return "same"
    if inside and other.operators <= promise.operators:
        return "part"
    bounded = around and not promise.site
    return "more" if bounded and _holds_all_of(pledge, report) else None


def _at_the_site(pledge: Pledge, report: Report) -> str | None:
    """Return how a report on a promise's site relates to it: of who runs it then, or of somebody else there."""
    named, employers = report.about.operators, pledge.about.operators
    heirs = {slug for slug, day in pledge.successors if not report.last or day <= report.last}
    if not named or not employers or (heirs and named <= heirs) or (not heirs and named <= employers):
        return "same"
    return "part" if named <= employers | heirs else None


def _holds_all_of(pledge: Pledge, report: Report) -> bool:
    """Return whether a report counts all people of a promise's employers: under their names, or a successor's."""
    named = report.about.operators
    heirs = {slug for slug, day in pledge.successors if not report.last or day <= report.last}
    if not heirs:
        return pledge.about.operators <= named
    settled = {slug for slug, day in pledge.successors if report.first and day <= report.first}
    return len(pledge.about.operators) == 1 and bool(settled & named) and heirs <= named | settled


# --- what a report shows ----------------------------------------------------------------------------------------


def _bounds(pledge: Pledge, report: Report) -> tuple[int | None, int | None]:
    """Return how much of the promise a report shows to be there, at least and at most.

    What was created is a least: more may have been. What is there shows a least unless the report counts more than the
    promise does, and a most unless it counts less; above a baseline that isn't known it shows only a most.
    """
    how = relation(pledge, report)
    least = report.figure.least if how in ("same", "part") and _only_such(pledge, report) else None
    if report.kind == "created":
        return least, None
    whole = COUNTED[report.directness] >= COUNTED[pledge.directness] and pledge.measure not in FLOWS
    most = report.figure.most if how in ("same", "more") and whole else None
    if pledge.about.unnamed or (pledge.measure in FLOWS and pledge.above is None):
        most = None
    return _above(pledge, least, most)


def _above(pledge: Pledge, least: int | None, most: int | None) -> tuple[int | None, int | None]:
    """Return the bounds of what is there above a promise's baseline; both readings hold where it isn't clear which."""
    before = pledge.above
    if before is None:
        return None, most
    low = None if least is None or before.most is None else max(0, least - before.most)
    if most is None or pledge.reading == "unclear":
        return low, most
    return low, max(0, most - (before.least or 0))


def _shows(pledge: Pledge, report: Report) -> Reason:
    """Return what a report shows as a reason: its figure, its time, and what it is a part of or holds."""
    how = relation(pledge, report)
    taken_over = how == "same" and not report.about.operators <= pledge.about.operators
    # What counts one sector of a place is a part of what counts all its firms, but tells of the whole place.
    elsewhere = how != "same" and not (how == "part" and one_of_all(pledge.about, report.about))
    return Reason.of(
        {"same": "reported", "part": "reported_of_part", "more": "reported_of_more"}[how or "same"],
        kind=report.kind,
        measure=report.measure,
        low=report.figure.low,
        high=report.figure.high,
        bound=report.figure.bound,
        first=report.first.isoformat() if report.first else None,
        last=report.last.isoformat() if report.last else None,
        place=(report.about.place or report.about.country) if elsewhere else None,
        site=report.about.site if how == "part" else None,
        operators=tuple(sorted(report.about.operators)) if how != "same" or taken_over else None,
        sector=report.about.sector,
        successor="yes" if taken_over and report.about.operators and pledge.about.operators else None,
    )


# --- parts together ---------------------------------------------------------------------------------------------


def together(pledge: Pledge, reports: Iterable[Report]) -> Iterator[Evidence]:
    """Yield what reports about separate parts of a promise show together, a time each: a least of the whole."""
    groups: dict[tuple[date, date], list[Report]] = {}
    for report in sorted(reports, key=lambda one: (-(one.figure.least or 0), one.id)):
        if _adds_up(pledge, report) and report.first and report.last:
            parts = groups.setdefault((report.first, report.last), [])
            if all(apart(report.about, other.about) for other in parts):
                parts.append(report)
    for (first, last), parts in sorted(groups.items()):
        if len(parts) > 1:
            yield from _sum(pledge, parts, first, last)


def _adds_up(pledge: Pledge, report: Report) -> bool:
    """Return whether a report is of a part of the promise on one day, or nearly so, as parts add up."""
    if not report.first or not report.last or report.last - report.first > ONE_TIME or report.kind != "held":
        return False
    part = relation(pledge, report) == "part" and _only_such(pledge, report)
    return part and not (_unfit(pledge, report) or _untimely(pledge, report)) and pledge.above is not None


def _sum(pledge: Pledge, parts: Sequence[Report], first: date, last: date) -> Iterator[Evidence]:
    low, _ = _above(pledge, sum(part.figure.least or 0 for part in parts), None)
    claims = tuple(sorted(part.id for part in parts))
    times = {"first": first.isoformat(), "last": last.isoformat()}
    reason = Reason.of("parts_together", low=low, parts=len(parts), sector=pledge.about.sector, **times)
    if low is not None:
        yield Evidence(claims[0], "shows", low, None, reason, first, last, claims)
