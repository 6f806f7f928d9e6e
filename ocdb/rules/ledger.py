"""The rules of the ledger: what became of a promise, as far as reports show (docs/ledger.md).

Pure reckoning, without a database. The rules are few and careful: silence is no evidence, never a miss; what isn't
comparable shows nothing; taking a report away never makes a verdict better.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil, floor

from ocdb.wording import figure

# A report decides that a promise was missed only in the first year after it was due: what an employer has years later
# tells nothing of that day.
AFTERMATH = timedelta(days=366)
# "About" is worth ten per cent, of the promise and of the report, where the bare number would show a miss or an excess.
SLACK = 0.1
# People and posts are counted alike by the press; recruitments also replace those who leave, seats are no people.
PEOPLE = ("jobs", "headcount")
COMPARABLE = {
    "jobs": PEOPLE,
    "headcount": PEOPLE,
    "hires": ("hires", *PEOPLE),
    "seats": ("seats",),
    "trainees": ("trainees",),
}
# Promises to hire or to train so many are kept by and by; of all others a count of what was created tells no level.
BY_AND_BY = ("hires", "trainees")
# Which jobs a figure counts; an employer's own are what is meant where nothing is said.
COUNTED = {
    "direct": {"direct"},
    "unstated": {"direct"},
    "indirect": {"indirect"},
    "both": {"direct", "indirect"},
}
REACHED = ("delivered", "exceeded")
# What a source gives as a state on the way: it tells nothing of the time after the due day.
PROVISIONAL = ("not_due", "no_evidence", "partly_delivered")


@dataclass(frozen=True)
class Figure:
    """A number or two, and how exact they are, in units of the measure."""

    low: int | None
    high: int | None
    bound: str

    @property
    def least(self) -> int | None:
        """Return what must be there to reach it; None for at_most, which nothing reaches."""
        return ceil(self.low * (1 - SLACK)) if self.low is not None and self.bound == "about" else self.low

    @property
    def most(self) -> int | None:
        """Return beyond what it is exceeded; None for an open end."""
        return floor(self.high * (1 + SLACK)) if self.high is not None and self.bound == "about" else self.high


@dataclass(frozen=True)
class About:
    """Whom and where a pledge or a report is about.

    Attributes:
        operators: the employers, each under one slug for all its names; empty where none is named.
        unnamed: how many further employers the source counts.
        country: its code.
        place: the closest place known, or None where only the country is.
        places: that place with every place around it.
        site: the site, where the source ties it to one.
    """

    operators: frozenset[str]
    country: str
    place: str | None = None
    places: frozenset[str] = frozenset()
    site: str | None = None
    unnamed: int = 0


@dataclass(frozen=True)
class Pledge:
    """What the rules need to know of a pledge.

    Attributes:
        announced: the last day of the time when it was made; reports count from the day after.
        made: the first day of that time.
        due: the last day by which it is to be kept, or None.
        due_from: the first day of the time that the due date tells; None where that is open.
        over: the day by which it is certainly due: later than ``due`` where that is approximate or uncertain.
        fresh: whether it is for a site at which nobody worked when it was made, so that all who work there later are
            additional. Beyond one site this can't be known: people may have moved there from another.
        directness: which jobs it counts, a key of COUNTED.
        revises: the pledges of which it is a newer version, or preferred over one that is.
        site_ended: in words that its site is closed, or isn't to open any more; empty where nobody says so.
        standing: false for a pledge that another one or a source contradicts, unless it is the preferred one.
    """

    id: str
    measure: str
    reading: str
    figure: Figure
    about: About
    announced: date | None = None
    made: date | None = None
    due: date | None = None
    fresh: bool = False
    part_of: tuple[str, ...] = ()
    revises: tuple[str, ...] = ()
    directness: str = "unstated"
    over: date | None = None
    standing: bool = True
    due_from: date | None = None
    site_ended: str = ""

    @property
    def level(self) -> bool:
        """Return whether it tells, or may tell, how many there are to be in all."""
        return self.reading != "additional" and self.measure not in BY_AND_BY


@dataclass(frozen=True)
class Report:
    """What the rules need to know of a report.

    Attributes:
        first: first day of the time that it tells of; None where that is open.
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
class Sourced:
    """A verdict that a source gives.

    Attributes:
        last: the last day of the time that it tells of, or None.
    """

    id: str
    pledge: str
    outcome: str
    last: date | None = None


@dataclass(frozen=True)
class Evidence:
    """A claim that was looked at for a verdict, and what it shows of the promised figure.

    Attributes:
        bearing: ``decides``, ``shows`` or ``nothing``.
        low: so much is there at least; None where it shows no least.
        high: so much is there at most; None where that is open.
        reason: what it shows, or why it shows nothing.
        surely: the same as ``low``, but for an "about" that is as wide as it may be.
    """

    claim: str
    bearing: str
    low: int | None
    high: int | None
    reason: str
    first: date | None = None
    last: date | None = None
    surely: int | None = None


@dataclass(frozen=True)
class Line:
    """A line of the ledger.

    Attributes:
        while_open: the verdict up to the day when the pledge is due, or for ever where it has none.
        once_due: the verdict from the day after.
        basis: ``sourced`` or ``computed``; where a source gives one of PROVISIONAL, and there is a due day, the verdict
            is its word only up to that day.
        shown: what was there by the due day, at least; where no report tells of that day, what the first one of a later
            time shows that decides the verdict. None where evidence has no figure of it.
        timing: of what was reached, whether ``by_due``, ``late``, or ``unknown``; None for anything else.
    """

    pledge: str
    while_open: str
    once_due: str
    basis: str
    shown: int | None
    timing: str | None
    reason: str
    evidence: tuple[Evidence, ...] = ()


def ledger(pledges: Iterable[Pledge], reports: Sequence[Report], verdicts: Iterable[Sourced] = ()) -> list[Line]:
    """Return a line for each pledge, in the order of their slugs."""
    known = {pledge.id: pledge for pledge in sorted(pledges, key=lambda one: one.id)}
    sourced: dict[str, Sourced] = {}
    for verdict in sorted(verdicts, key=lambda one: (one.last or date.min, one.id)):
        sourced[verdict.pledge] = verdict  # the latest wins
    newer: dict[str, list[Pledge]] = {}
    for pledge in known.values():
        for old in pledge.revises:
            newer.setdefault(old, []).append(pledge)
    shown = {key: [weigh(one, report) for report in reports if _near(one, report)] for key, one in known.items()}
    by_id = {report.id: report for report in reports}
    every = {key: _together(shown[key], _of_parts(one, known, shown, by_id)) for key, one in known.items()}
    lines = [_line(pledge, every[key], newer.get(key, []), sourced.get(key)) for key, pledge in known.items()]
    return [_ended(line, known[line.pledge]) for line in lines]


# --- what a report shows of a pledge ----------------------------------------------------------------------------


def _near(pledge: Pledge, report: Report) -> bool:
    """Return whether a report is worth a word: on the pledge's site, or about one of its operators in its country."""
    if pledge.about.site and report.about.site == pledge.about.site:
        return True
    return report.about.country == pledge.about.country and bool(report.about.operators & pledge.about.operators)


def weigh(pledge: Pledge, report: Report) -> Evidence:
    """Return what a report shows of a pledge: how much of it is there at least and at most, or why nothing."""
    reason = _unfit(pledge, report)
    if reason:
        return Evidence(report.id, "nothing", None, None, reason, report.first, report.last)
    low, high = _bounds(pledge, report)
    if low is None and high is None:
        mixed = "it counts direct and indirect jobs together"
        before = "what was there before isn't known, and the promise is of jobs on top of it"
        reason = before if _only_such(pledge, report) else mixed
        return Evidence(report.id, "nothing", None, None, reason, report.first, report.last)
    surely = None if low is None else report.figure.least
    return Evidence(report.id, "shows", low, high, _told(pledge, low, high, report), report.first, report.last, surely)


def _unfit(pledge: Pledge, report: Report) -> str:
    """Return why a report can't be compared with a pledge, or an empty text."""
    if not report.standing:
        return "it is contradicted, and not the figure that is preferred"
    other = _otherwise(pledge, report)
    if not other and not (_alike(pledge.about, report.about) or _inside(pledge.about, report.about)):
        return "it is about more than the promise, or about something else"
    return other or _untimely(pledge, report)


def _otherwise(pledge: Pledge, report: Report) -> str:
    """Return why a report counts something else than a pledge, or an empty text."""
    if not _same_measure(pledge, report):
        return f"it counts {report.measure}, the promise {pledge.measure}"
    if COUNTED[report.directness].isdisjoint(COUNTED[pledge.directness]):
        return f"it counts {_counted(report)} jobs, the promise {_counted(pledge)} ones"
    if report.kind == "created" and pledge.level:
        return "it counts what was created, which tells nothing of how many are there in all"
    return ""


def _same_measure(pledge: Pledge, report: Report) -> bool:
    """Return whether both have a like measure; who works at a new site was hired for it."""
    if pledge.measure == "hires" and report.measure != "hires":
        return pledge.fresh and report.kind == "held" and report.measure in PEOPLE
    return report.measure in COMPARABLE[pledge.measure]


def _counted(one: Pledge | Report) -> str:
    return " and ".join(sorted(COUNTED[one.directness]))


def _only_such(pledge: Pledge, report: Report) -> bool:
    """Return whether a report counts only jobs that the promise counts too, direct or indirect."""
    return COUNTED[report.directness] <= COUNTED[pledge.directness]


def _untimely(pledge: Pledge, report: Report) -> str:
    """Return why a report doesn't certainly tell of a time after the promise, or an empty text."""
    if not pledge.announced:
        return "when the promise was made isn't known"
    if not report.first:
        return "it has no date to compare"
    return "" if report.first > pledge.announced else "it tells of a time before the promise, or of the same"


def _alike(promise: About, report: About) -> bool:
    """Return whether both are about the same: one site, whoever runs it; or the same operators at the same place."""
    if promise.site:
        return report.site == promise.site
    same_place = (promise.country, promise.place, None) == (report.country, report.place, report.site)
    return same_place and promise.operators == report.operators and not promise.unnamed


def _inside(promise: About, report: About) -> bool:
    """Return whether a report is about a part: some of the operators, and a smaller place or one site in it."""
    if promise.site or not report.operators or not report.operators <= promise.operators:
        return False
    return promise.place in report.places if promise.place else promise.country == report.country


def _bounds(pledge: Pledge, report: Report) -> tuple[int | None, int | None]:
    """Return how much of the promise a report shows to be there, at least and at most.

    A level ("held") is all that is there: of a promise in all it shows the whole; of a promise on top of what was
    there it shows a least only where nothing was there before, and a most always. A flow ("created") shows a least:
    more may have been created that it doesn't count. A part of what was promised shows a least, never a most; what
    counts other jobs with them shows a most, never a least.
    """
    least = report.figure.low if _only_such(pledge, report) else None
    if report.kind == "created":
        return least, None
    level = pledge.fresh or (pledge.reading == "total" and pledge.measure != "hires")
    all_such = COUNTED[report.directness] >= COUNTED[pledge.directness]
    whole = _alike(pledge.about, report.about) and pledge.measure != "hires" and all_such
    return least if level else None, report.figure.most if whole else None


def _told(pledge: Pledge, low: int | None, high: int | None, report: Report) -> str:
    """Return what a report shows in words: what it says itself, unless it shows only a least of that, or a most."""
    amount = figure(report.figure.low, report.figure.high, report.figure.bound)
    there = "there" if report.kind == "held" else report.kind
    if high is None:
        there = f"at least {low} {there}"
    elif low is None and not _only_such(pledge, report):
        there = f"{amount} {there}, at most {high} {_counted(pledge)}"
    elif low is None and report.kind == "held" and pledge.reading != "total":
        there = f"{amount} {there}, at most {high} on top"
    else:
        there = f"{amount} {there}"
    return f"{there}, {_day(report.first, report.last)}"


def _day(first: date | None, last: date | None) -> str:
    """Return a time as people write it: a year or a month where it is all of it."""
    if first and last and first.day == 1 and (last + timedelta(days=1)).day == 1:
        if first.replace(month=12, day=31) == last and first.month == 1:
            return f"{first:%Y}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%Y-%m}"
    return " to ".join(dict.fromkeys(day.isoformat() for day in (first, last) if day))


def _of_parts(
    pledge: Pledge, known: dict[str, Pledge], shown: dict[str, list[Evidence]], reports: dict[str, Report]
) -> Iterator[Evidence]:
    """Yield what shows some of each part of a pledge, at any depth: a least of the whole.

    They aren't added up: tranches of one promise are levels, and hold each other.
    """
    for part in _parts(pledge.id, known):
        if part.measure not in COMPARABLE[pledge.measure]:
            continue
        for one in shown[part.id]:
            report = reports[one.claim]
            flow = report.kind == "created" and pledge.level
            if one.low and not flow and _only_such(pledge, report) and not _before(one, pledge):
                yield replace(one, high=None, reason=f"{one.reason}, towards its part {part.id}")


def _together(own: Iterable[Evidence], of_parts: Iterable[Evidence]) -> list[Evidence]:
    """Return what claims show of a pledge by themselves or of a part of it, one each, in the order of their slugs."""
    found: dict[str, Evidence] = {}
    for one in [*own, *of_parts]:
        before = found.get(one.claim)
        if before is None or (before.low is None and one.low is not None):
            found[one.claim] = replace(one, high=before.high if before else one.high)
    return [found[claim] for claim in sorted(found)]


def _before(one: Evidence, pledge: Pledge) -> bool:
    return not (one.first and pledge.announced and one.first > pledge.announced)


def _parts(key: str, known: dict[str, Pledge]) -> list[Pledge]:
    """Return the pledges that are part of one, at any depth, in the order of their slugs."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        whole = waiting.pop()
        new = {one.id for one in known.values() if whole in one.part_of} - found - {key}
        found |= new
        waiting += new
    return [known[part] for part in sorted(found)]


# --- from what is shown to a verdict ----------------------------------------------------------------------------


def _line(pledge: Pledge, evidence: list[Evidence], newer: list[Pledge], sourced: Sourced | None) -> Line:
    computed = _computed(pledge, evidence)
    if sourced and sourced.outcome not in PROVISIONAL:
        return _as_said(pledge, computed, sourced)
    superseded = _superseded(pledge, computed, newer)
    if superseded:
        return _replaced(computed, superseded)
    if sourced and not _outdone(sourced, computed):
        return _on_the_way(pledge, computed, sourced)
    return computed


def _ended(line: Line, pledge: Pledge) -> Line:
    """Return a line that is silent in the end, with what became of the site: no verdict, but what explains silence."""
    if line.once_due != "no_evidence" or not pledge.site_ended:
        return line
    return replace(line, reason=f"{line.reason}; {pledge.site_ended}")


def _as_said(pledge: Pledge, computed: Line, sourced: Sourced) -> Line:
    """Return the line with the verdict of a source, whatever reports show.

    No report of a later time decides it, so none tells what was there.
    """
    return replace(
        computed,
        while_open=sourced.outcome,
        once_due=sourced.outcome,
        basis="sourced",
        shown=_most(_by_due(pledge, computed.evidence)),
        timing=_said_when(pledge, computed, sourced) if sourced.outcome in REACHED else None,
        reason=f"{sourced.id} says so",
        evidence=(_word(sourced), *map(_beside, computed.evidence)),
    )


def _on_the_way(pledge: Pledge, computed: Line, sourced: Sourced) -> Line:
    """Return the line where a source tells of a state on the way: its word holds until the due day, and no longer."""
    if not pledge.due:
        return _as_said(pledge, computed, sourced)
    decided = computed.once_due in (*REACHED, "missed")
    return replace(
        computed,
        while_open=sourced.outcome,
        basis="sourced",
        reason=f"{sourced.id} says {sourced.outcome} of the time before it was due; {computed.reason}",
        evidence=(_word(sourced), *(computed.evidence if decided else map(_beside, computed.evidence))),
    )


def _replaced(computed: Line, newer: Pledge) -> Line:
    """Return the line of a promise that a newer version took the place of."""
    own = Evidence(newer.id, "decides", None, None, "a newer version of the promise")
    return replace(
        computed,
        while_open="superseded",
        once_due="superseded",
        timing=None,
        reason=f"{newer.id} took its place",
        evidence=(own, *map(_beside, computed.evidence)),
    )


def _said_when(pledge: Pledge, computed: Line, sourced: Sourced) -> str | None:
    """Return when it was reached where a source says that it was: by the due day where its word is of that time."""
    if not pledge.due or (sourced.last and sourced.last <= pledge.due):
        return "by_due" if pledge.due else None
    return computed.timing or "unknown"


def _word(sourced: Sourced) -> Evidence:
    return Evidence(sourced.id, "decides", None, None, f"a source says {sourced.outcome}", None, sourced.last)


def _beside(one: Evidence) -> Evidence:
    return replace(one, bearing="shows") if one.bearing == "decides" else one


def _outdone(sourced: Sourced, computed: Line) -> bool:
    """Return whether later reports show that what a source had left open was reached."""
    deciding = [one for one in computed.evidence if one.bearing == "decides"]
    later = any(one.first and (not sourced.last or one.first > sourced.last) for one in deciding)
    return computed.once_due in REACHED and later


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


def _computed(pledge: Pledge, evidence: list[Evidence]) -> Line:
    """Return the line that reports alone give: the best that any of them shows."""
    least, most = pledge.figure.least, pledge.figure.most
    if not pledge.about.operators and not pledge.about.site:
        return _undecided(pledge, evidence, _there(pledge, evidence), "it names no employer, so only a source decides")
    if least is None:
        return _undecided(pledge, evidence, _there(pledge, evidence), "a promise of at most so many can't be reached")
    reached = [one for one in evidence if one.low is not None and one.low >= least]
    missed = [one for one in evidence if _shows_a_miss(pledge, one, least)]
    shown = _there(pledge, evidence, reached, missed)
    if reached:
        beyond = [one for one in reached if most is not None and (one.surely or 0) > most and _in_its_time(pledge, one)]
        outcome = "exceeded" if beyond else "delivered"
        deciding = beyond or reached
        timing = _timing(pledge, reached, missed)
        return _decided(pledge, outcome, outcome, deciding, evidence, shown, timing)
    parts = [one for one in evidence if one.low and not (pledge.due and one.first and one.first > pledge.due)]
    while_open = "partly_delivered" if parts else "not_due" if pledge.due else "no_evidence"
    if missed:
        return _decided(pledge, while_open, "missed", missed, evidence, shown, None)
    if parts:
        once_due = "no_evidence" if pledge.due else while_open
        most_shown = [one for one in parts if one.low == max(part.low or 0 for part in parts)]
        found = _decided(pledge, while_open, once_due, most_shown, evidence, shown, None)
        return replace(found, reason=_undecided_part(pledge, most_shown, found.reason)) if pledge.due else found
    return _undecided(pledge, evidence, shown, _silence(evidence, shown))


def _there(
    pledge: Pledge, evidence: Sequence[Evidence], reached: Sequence[Evidence] = (), missed: Sequence[Evidence] = ()
) -> int | None:
    """Return what was there by the due day, at least; where no report tells of that day, what the first later shows.

    The first later one is the first that reaches the promise or shows a miss, and where none does, the first with a
    figure: what came after it changes nothing. A promise without a due day has no later time until it is reached.
    """
    by_due = _by_due(pledge, evidence)
    if not reached and not missed:
        return _most(by_due or _first(one for one in evidence if one.low is not None))
    before = by_due if pledge.due else []
    if any(one in reached for one in before):
        return _most(before)
    found = _most([*before, *_first([*missed, *reached])])
    # Who says that there were at most so many on the day gives no figure of it.
    return _most(_first(reached)) if found is None else found


def _by_due(pledge: Pledge, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence with a figure that certainly tells of the time up to the due day; all where there is none."""
    told = [one for one in evidence if one.low is not None]
    return [one for one in told if not pledge.due or (one.last and one.last <= pledge.due)]


def _first(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return the evidence that tells of the earliest time."""
    ordered = sorted(evidence, key=lambda one: one.last or date.max)
    return [one for one in ordered if one.last == ordered[0].last]


def _most(evidence: Iterable[Evidence]) -> int | None:
    return max((one.low for one in evidence if one.low is not None), default=None)


def _undecided_part(pledge: Pledge, parts: list[Evidence], told: str) -> str:
    """Return why a part decides nothing: it is of the time before the promise was due, or it may be all or not."""
    before = min(one.last or date.max for one in parts) < (pledge.due_from or pledge.due or date.min)
    return f"{told}, before it was due" if before else f"{told}: neither reaches it nor proves a miss"


def _silence(evidence: list[Evidence], shown: int | None) -> str:
    """Return why nothing is decided: no report at all, none that bears on it, or what the telling one shows."""
    showing = [one for one in evidence if one.bearing == "shows"]
    if not showing:
        return "no report bears on it" if evidence else "no report"
    telling = min(showing, key=lambda one: (one.low != shown, one.last or date.max, one.claim))
    return f"{telling.reason}: neither reaches it nor proves a miss"


def _shows_a_miss(pledge: Pledge, one: Evidence, least: int) -> bool:
    """Return whether evidence shows less than was promised, once it was certainly due or in the year after."""
    short = one.high is not None and one.high < least
    day = pledge.over or pledge.due
    return bool(short and day and one.first and day <= one.first and _in_its_time(pledge, one))


def _in_its_time(pledge: Pledge, one: Evidence) -> bool:
    """Return whether evidence may be of the time up to a year after the due day: later growth has other reasons."""
    day = pledge.over or pledge.due
    return not day or not one.first or one.first <= day + AFTERMATH


def _timing(pledge: Pledge, reached: list[Evidence], missed: list[Evidence]) -> str | None:
    """Return when what was reached was there: late only where a miss was shown before."""
    if not pledge.due or any(one.last and one.last <= pledge.due for one in reached):
        return "by_due" if pledge.due else None
    before = min(one.last or date.max for one in reached)
    return "late" if any((one.last or date.max) < before for one in missed) else "unknown"


def _decided(
    pledge: Pledge,
    while_open: str,
    once_due: str,
    deciding: list[Evidence],
    evidence: list[Evidence],
    shown: int | None,
    timing: str | None,
) -> Line:
    claims = {one.claim for one in deciding}
    first = min(deciding, key=lambda one: (one.last or date.max, one.claim))
    weighed = tuple(replace(one, bearing="decides") if one.claim in claims else one for one in evidence)
    return Line(pledge.id, while_open, once_due, "computed", shown, timing, first.reason, weighed)


def _undecided(pledge: Pledge, evidence: list[Evidence], shown: int | None, reason: str) -> Line:
    """Return a line without a verdict of its own; what reports show stands beside."""
    before = "not_due" if pledge.due else "no_evidence"
    return Line(pledge.id, before, "no_evidence", "computed", shown, None, reason, tuple(evidence))
