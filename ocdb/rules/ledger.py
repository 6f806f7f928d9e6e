"""The rule of verdicts: what became of a promise, as far as reports and sources show (docs/ledger.md).

Pure functions. What was there on a day is known only between two bounds, and a verdict holds for every number between
them. Silence is no evidence, never a miss.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ocdb.dates import whole_years
from ocdb.rules.evidence import PLAN, Evidence, Pledge, Report, close, together, weigh
from ocdb.rules.reasons import Reason

# A promise whose jobs aren't there in the first year after it was due was missed; what comes later has other reasons.
AFTERMATH = timedelta(days=366)
KEPT_IN_TIME = ("delivered", "exceeded")
REACHED = (*KEPT_IN_TIME, "late", "reached")
# The verdicts that rest on evidence of what came.
KNOWN = (*REACHED, "missed", "cancelled")
# What a source gives as a state on the way.
PROVISIONAL = ("not_due", "no_evidence", "partly_delivered")
# The reasons of verdicts that a source gives.
SOURCED = ("said_so", "said_partly")
# A forecast breaks no promise, and capacity promises nobody a job: neither is missed or late.
BINDS_NOBODY = ("forecast", "capacity")


@dataclass(frozen=True)
class Sourced:
    """A verdict that a source gives.

    Attributes:
        first: first day of the time that it tells of, or None.
        last: last day of that time.
        preferred: whether a curator prefers it over others that contradict it.
    """

    id: str
    pledge: str
    outcome: str
    first: date | None = None
    last: date | None = None
    preferred: bool = False


@dataclass(frozen=True)
class Line:
    """A line of the ledger.

    Attributes:
        while_open: the verdict up to the day when the pledge is due, or for ever where it has none.
        once_due: the verdict from the day after.
        basis: ``sourced`` or ``computed``; where a source gives one of PROVISIONAL, and there is a due day, the verdict
            is its word only up to that day.
        shown: how much of the promised quantity was there by the due day, at least; where no report tells of that day,
            what the first one of a later time shows. None where evidence has no figure of it.
        reason: why that is the verdict once it is due.
        open_reason: why that is the verdict while it isn't.
        shown_high: how much of it was there at most, where reports show a miss.
    """

    pledge: str
    while_open: str
    once_due: str
    basis: str
    shown: int | None
    reason: Reason
    open_reason: Reason
    evidence: tuple[Evidence, ...] = ()
    shown_high: int | None = None

    @property
    def once_due_basis(self) -> str:
        """Return the basis of the verdict once due: a source's word of a state on the way holds only up to that day."""
        return self.basis if self.reason.code in SOURCED else "computed"


def ledger(pledges: Iterable[Pledge], reports: Sequence[Report], verdicts: Iterable[Sourced] = ()) -> list[Line]:
    """Return a line for each pledge, in the order of their slugs; its evidence is what decides or has a bearing.

    Of the reports that show nothing those that are close to the promise stand beside.
    """
    known = {pledge.id: pledge for pledge in sorted(pledges, key=lambda pledge: pledge.id)}
    sourced: dict[str, list[Sourced]] = defaultdict(list)
    for verdict in verdicts:
        sourced[verdict.pledge].append(verdict)
    newer: dict[str, list[Pledge]] = defaultdict(list)
    for pledge in known.values():
        for old in pledge.revises:
            newer[old].append(pledge)
    near = Near(reports)
    lines = []
    for key, pledge in known.items():
        reports = near.of(pledge)
        far = {report.id for report in reports if not close(pledge, report)}
        line = _line(pledge, reports, newer[key], sourced[key])
        worth = (one for one in line.evidence if one.bearing != "nothing" or one.claim not in far)
        lines.append(replace(line, evidence=tuple(worth)))
    return lines


class Near:
    """The reports by what they are about, so that each promise is held against those that may bear on it."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._by: dict[tuple[str, str], list[Report]] = defaultdict(list)
        for report in reports:
            for key in _keys(report):
                self._by[key].append(report)

    def of(self, pledge: Pledge) -> list[Report]:
        """Return the reports on a promise's site, of its employers in its country, of its place or sector; by slug."""
        about = pledge.about
        keys = [("site", about.site or ""), *(("operator", f"{one} {about.country}") for one in about.operators)]
        keys += [("operator", f"{successor} {about.country}") for successor, _ in pledge.successors]
        if not about.operators:
            keys += [("place", place) for place in about.places]
        if about.sector:
            keys += [("sector", f"{about.sector} {about.country}")]
            keys += [] if about.place else [("country", about.country)]
        reports = {report.id: report for key in keys for report in self._by.get(key, ())}
        if pledge.baseline_report:
            reports |= {report.id: report for report in self._by.get(("id", pledge.baseline_report), ())}
        return [reports[key] for key in sorted(reports)]


def _keys(report: Report) -> Iterator[tuple[str, str]]:
    yield "id", report.id
    if report.about.site:
        yield "site", report.about.site
    for operator in report.about.operators:
        yield "operator", f"{operator} {report.about.country}"
    for place in report.about.places:
        yield "place", place
    if report.about.sector:
        yield "sector", f"{report.about.sector} {report.about.country}"
    if not (report.about.operators or report.about.place):
        yield "country", report.about.country


# --- from evidence to a verdict ---------------------------------------------------------------------------------


def _line(pledge: Pledge, reports: Sequence[Report], newer: list[Pledge], verdicts: list[Sourced]) -> Line:
    weighed = [weigh(pledge, report) for report in reports]
    computed = _computed(pledge, weighed, [*_showing(weighed), *together(pledge, reports)])
    final = _latest(one for one in verdicts if one.outcome not in PROVISIONAL)
    if final:
        return _as_said(computed, final)
    superseded = _superseded(pledge, computed, newer)
    if superseded:
        return _replaced(computed, superseded)
    on_the_way = _latest(one for one in verdicts if one.outcome in PROVISIONAL)
    if on_the_way and not _outdone(on_the_way, computed):
        return _on_the_way(pledge, computed, on_the_way)
    return _explained(pledge, computed)


def _showing(evidence: Iterable[Evidence]) -> list[Evidence]:
    return [one for one in evidence if one.bearing == "shows"]


def _computed(pledge: Pledge, weighed: list[Evidence], showing: list[Evidence]) -> Line:
    """Return the line that reports alone give."""
    due = pledge.due
    least, most = pledge.figure.least, pledge.figure.most
    if least is None:
        return _undecided(pledge, weighed, showing, Reason("at_most_is_no_level"))
    reached = [one for one in showing if one.low is not None and one.low >= least]
    in_time = [one for one in reached if _in_time(pledge, one)]
    if in_time:
        # Without a day nobody can say what was beyond the promise and what came years later for other reasons.
        beyond = [one for one in in_time if due and most is not None and (one.low or 0) > most]
        outcome = "exceeded" if beyond else "delivered"
        return _decided(pledge, outcome, outcome, beyond or in_time, weighed, showing)
    parts = [one for one in showing if _more_than_before(pledge, one) and not _after_due(pledge, one)]
    while_open = "partly_delivered" if parts else "not_due" if due else "no_evidence"
    missed = [] if pledge.firmness in BINDS_NOBODY else [one for one in showing if _shows_a_miss(pledge, one, least)]
    if reached:
        first = min(one.last or date.max for one in reached)
        short = [one for one in missed if one.last and one.last < first]
        once_due, reason = "late" if short else "reached", _years_later(pledge, _first(reached))
        line = _decided(pledge, while_open if due else once_due, once_due, [*short, *reached], weighed, showing)
        return replace(line, reason=reason, open_reason=line.open_reason if due else reason)
    if missed:
        line = _decided(pledge, while_open, "missed", missed, weighed, showing)
        # On the due day there may have been more than within the year after it.
        most = min(one.high for one in missed if one.high is not None)
        return replace(line, shown_high=max(most, line.shown or 0))
    if parts:
        largest = [one for one in parts if one.low == max(part.low or 0 for part in parts)]
        once_due = "no_evidence" if due else while_open
        return _decided(pledge, while_open, once_due, largest, weighed, showing)
    return _undecided(pledge, weighed, showing, _silence(weighed, showing))


def _in_time(pledge: Pledge, one: Evidence) -> bool:
    """Return whether what evidence shows was there by the due day; without one, within as long as plans run."""
    if pledge.due:
        return bool(one.last and one.last <= pledge.due)
    return bool(one.last and pledge.announced and one.last <= pledge.announced + PLAN)


def _years_later(pledge: Pledge, one: Evidence) -> Reason:
    """Return what evidence shows, with the whole years that passed after the due day, or after the promise."""
    name, day = ("years_after_due", pledge.due) if pledge.due else ("years_after_promise", pledge.announced)
    years = whole_years(day, one.first) if one.first and day and one.first > day else 0
    return Reason.of(one.reason.code, **dict(one.reason.details) | {name: years or None})


def _more_than_before(pledge: Pledge, one: Evidence) -> bool:
    """Return whether evidence shows more than was there when a promise was made."""
    if not one.low or not pledge.level or pledge.reading != "total":
        return bool(one.low)
    before = pledge.baseline.most if pledge.baseline else None
    return before is not None and one.low > before


def _after_due(pledge: Pledge, one: Evidence) -> bool:
    return bool(pledge.due and (not one.last or one.last > pledge.due))


def _shows_a_miss(pledge: Pledge, one: Evidence, least: int) -> bool:
    """Return whether evidence shows less than was promised, once it was certainly due, in the first year after it."""
    day = pledge.over or pledge.due
    if one.high is None or one.high >= least or not day or not one.first or not one.last:
        return False
    return day <= one.first and one.last <= day + AFTERMATH


def _decided(
    pledge: Pledge,
    while_open: str,
    once_due: str,
    deciding: list[Evidence],
    weighed: list[Evidence],
    showing: list[Evidence],
) -> Line:
    claims = {claim for one in deciding for claim in (one.claims or (one.claim,))}
    first = _first(deciding)
    marked = tuple(replace(one, bearing="decides") if one.claim in claims else one for one in weighed)
    reason = _neither_way(first) if once_due == "no_evidence" else first.reason
    return Line(pledge.id, while_open, once_due, "computed", _there(pledge, showing), reason, first.reason, marked)


def _first(evidence: Iterable[Evidence]) -> Evidence:
    """Return the evidence that is of the earliest time."""
    return min(evidence, key=lambda one: (one.last or date.max, one.claim))


def _undecided(pledge: Pledge, weighed: list[Evidence], showing: list[Evidence], reason: Reason) -> Line:
    """Return a line without a verdict of its own; what reports show stands beside."""
    before = "not_due" if pledge.due else "no_evidence"
    return Line(pledge.id, before, "no_evidence", "computed", _there(pledge, showing), reason, reason, tuple(weighed))


def _there(pledge: Pledge, showing: list[Evidence]) -> int | None:
    """Return how much was there by the due day, at least; without a report of that time, what the first later shows.

    A promise without a date ends on the day on which it is first shown to be kept.
    """
    figures = [one for one in showing if one.low is not None]
    least = pledge.figure.least
    kept = [one.last for one in figures if one.last and least is not None and (one.low or 0) >= least]
    end = pledge.due or min(kept, default=None)
    by_due = [one for one in figures if not end or (one.last and one.last <= end)]
    ordered = sorted(figures, key=lambda one: one.last or date.max)
    chosen = by_due or [one for one in ordered if one.last == ordered[0].last]
    return max((one.low for one in chosen if one.low is not None), default=None)


def _silence(weighed: list[Evidence], showing: list[Evidence]) -> Reason:
    """Return why nothing is decided: no report at all, none that bears on it, or the first of what shows the most."""
    if not showing:
        return Reason("no_bearing" if any(one.bearing == "nothing" for one in weighed) else "no_report")
    most = min(showing, key=lambda one: (one.low is None, -(one.low or 0), one.last or date.max, one.claim))
    return _neither_way(most)


def _neither_way(one: Evidence) -> Reason:
    """Return that evidence neither reaches a promise nor shows a miss, with what it shows."""
    return Reason.of("neither_way", claim=one.claim, shows=one.reason.code, **dict(one.reason.details))


def _explained(pledge: Pledge, line: Line) -> Line:
    """Return a line that is silent in the end with what became of its site: no verdict, but what explains silence."""
    if line.once_due != "no_evidence":
        return line
    silent = line.open_reason.code in ("no_report", "no_bearing")
    if pledge.site_ended:
        return replace(line, reason=pledge.site_ended, open_reason=pledge.site_ended if silent else line.open_reason)
    if silent and pledge.firmness in BINDS_NOBODY:
        return replace(line, reason=Reason.of("binds_nobody", firmness=pledge.firmness))
    return line


# --- what sources say -------------------------------------------------------------------------------------------


def _latest(verdicts: Iterable[Sourced]) -> Sourced | None:
    """Return the verdict that counts of several: one that a curator prefers, else the latest."""
    return max(verdicts, key=lambda one: (one.preferred, one.last or date.min, one.id), default=None)


def _as_said(computed: Line, sourced: Sourced) -> Line:
    """Return the line with the verdict of a source, whatever reports show."""
    reason = Reason.of("said_so", claim=sourced.id)
    word = Evidence(sourced.id, "decides", None, None, Reason.of("says", outcome=sourced.outcome), None, sourced.last)
    return replace(
        computed,
        while_open=sourced.outcome,
        once_due=sourced.outcome,
        basis="sourced",
        reason=reason,
        open_reason=reason,
        evidence=(word, *map(_beside, computed.evidence)),
    )


def _on_the_way(pledge: Pledge, computed: Line, sourced: Sourced) -> Line:
    """Return the line where a source tells of a state on the way.

    Of the time up to the due day its word holds until then, and no longer. That only a part was there once it was due,
    in the first year after it, is a miss.
    """
    if not pledge.due:
        return _as_said(computed, sourced)
    day = pledge.over or pledge.due
    word = Evidence(sourced.id, "shows", None, None, Reason.of("says", outcome=sourced.outcome), None, sourced.last)
    if sourced.first and sourced.first >= day:
        line = replace(computed, evidence=(word, *computed.evidence))
        in_its_year = sourced.last and sourced.last <= day + AFTERMATH and pledge.firmness not in BINDS_NOBODY
        if sourced.outcome != "partly_delivered" or computed.once_due in REACHED or not in_its_year:
            return line
        return replace(line, once_due="missed", basis="sourced", reason=Reason.of("said_partly", claim=sourced.id))
    return replace(
        computed,
        while_open=sourced.outcome,
        basis="sourced",
        open_reason=Reason.of("said_so", claim=sourced.id),
        evidence=(replace(word, bearing="decides"), *computed.evidence),
    )


def _beside(one: Evidence) -> Evidence:
    return replace(one, bearing="shows") if one.bearing == "decides" else one


def _outdone(sourced: Sourced, computed: Line) -> bool:
    """Return whether later reports show that what a source had left open was reached."""
    deciding = [one for one in computed.evidence if one.bearing == "decides"]
    later = any(one.first and (not sourced.last or one.first > sourced.last) for one in deciding)
    return computed.once_due in REACHED and later


# --- newer versions ---------------------------------------------------------------------------------------------


def _superseded(pledge: Pledge, computed: Line, newer: list[Pledge]) -> Pledge | None:
    """Return the version that took a pledge's place: made before it was due, and before it was reached.

    Of several the first one that stands goes before what lost a conflict.
    """
    reached = [one.last for one in computed.evidence if one.bearing == "decides" and computed.once_due in REACHED]
    for one in sorted(newer, key=lambda version: (not version.standing, version.made or date.max, version.id)):
        in_time = not (pledge.due and one.made) or one.made <= pledge.due
        before = not any(day and one.made and day <= one.made for day in reached)
        if in_time and before:
            return one
    return None


def _replaced(computed: Line, newer: Pledge) -> Line:
    """Return the line of a promise that a newer version took the place of."""
    own = Evidence(newer.id, "decides", None, None, Reason("newer_version"))
    reason = Reason.of("superseded_by", pledge=newer.id)
    return replace(
        computed,
        while_open="superseded",
        once_due="superseded",
        reason=reason,
        open_reason=reason,
        evidence=(own, *map(_beside, computed.evidence)),
    )
