"""How much came of several promises together: a range, and what it rests on; no job twice (docs/ledger.md)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ocdb.rules.choosing import Choice
from ocdb.rules.ledger import KEPT_IN_TIME, KNOWN, REACHED
from ocdb.rules.promises import Pledge, Promises
from ocdb.rules.scope import Total
from ocdb.rules.totals import RollUp, Tally, added_up, tallied

ALMOST = 99.9  # per cent: what is less than the whole is never rounded to it


@dataclass(frozen=True)
class Verdict:
    """What became of a promise, once it was due.

    Attributes:
        outcome: a code of the list outcome.
        basis: ``sourced`` or ``computed``.
        shown: how much of the promised quantity was there, at least; None where nobody gives a figure: that isn't zero.
        reports: the reports that show it.
        shown_high: how much was there at most, where reports show a miss.
    """

    outcome: str
    basis: str = "computed"
    shown: int | None = None
    reports: frozenset[str] = frozenset()
    shown_high: int | None = None


@dataclass(frozen=True)
class Rate:
    """How much came of the promises on one line that were due.

    Attributes:
        line: a member of LINES.
        pledges: how many promises count.
        known: of how many of them it is known what came.
        in_time: how many of those were kept by the due day; late: only after it; reached: nobody knows which.
        missed: how many weren't kept; cancelled: how many were given up.
        no_figure: how many were missed, nobody says by how much: zero in the low end of the rate, and anything short of
            the promise in the high.
        promised, promised_high, bound: the total of all of them.
        promised_known: the low end of those of which it is known what came: the high end of the rate rests on them.
        reported: what was there of it, at least, by the due day, or later where a promise was kept later; None where
            nobody gives a figure.
        kept: how much of what was promised came, at least.
        kept_high: the same at most, of the promises behind promised_known.
        rate_low: per cent of the least that was promised, if nothing came of the promises of which nothing is known;
            None where nothing divides.
        rate_high: per cent of the least that was promised, at most, of the promises of which something is known.
        coverage: of how many promises in a hundred something is known.
    """

    line: str
    pledges: int
    known: int
    in_time: int
    late: int
    reached: int
    missed: int
    cancelled: int
    no_figure: int
    promised: int
    promised_high: int | None
    bound: str
    promised_known: int
    reported: int | None
    kept: int
    kept_high: int
    rate_low: float | None
    rate_high: float | None
    coverage: float | None


def cohort(pledges: Iterable[Pledge], verdicts: Mapping[str, Verdict]) -> tuple[list[Pledge], Promises]:
    """Return the promises that can be held to their due day, and how they hang together.

    One that was given up stays a promise that was made. One that a newer version took the place of isn't judged, that
    version is; where only a source says so, and no newer version is on record, it still counts. One that was broken,
    or kept, and made again afterwards is judged by itself, beside the new one.
    """
    pledges = list(pledges)
    on_record = {old for pledge in pledges for old in pledge.revises}
    superseded = {
        key
        for key, verdict in verdicts.items()
        if verdict.outcome == "superseded" and (verdict.basis == "computed" or key in on_record)
    }
    made = [
        replace(
            pledge,
            cancelled=False,
            revises=tuple(old for old in pledge.revises if old in superseded),
            renews=tuple(old for old in pledge.revises if old not in superseded),
        )
        for pledge in pledges
    ]
    return [pledge for pledge in made if pledge.id not in superseded], Promises(made)


def rates(found: RollUp, verdicts: Mapping[str, Verdict]) -> list[Rate]:
    """Return the rates of the promises that count, a line each, in the order of LINES."""
    counted: dict[str, list[Pledge]] = defaultdict(list)
    for pledge in found.counted:
        counted[pledge.line].append(pledge)
    return [_rate(total, _came(counted[total.line], verdicts)) for total in found.totals]


def delivered(choice: Choice, verdicts: Mapping[str, Verdict]) -> dict[str, Tally]:
    """Return what there is to add up of each line: of its total, and of what came of it.

    The tallies of several components may be added up where no report bears on two of them (`ties`).
    """
    lines = tallied(choice)
    counted: dict[str, list[Pledge]] = defaultdict(list)
    for pledge in choice.counted:
        counted[pledge.line].append(pledge)
    for line, pledges in counted.items():
        lines[line].update(_came(pledges, verdicts))
    return lines


def ties(pledges: Iterable[Pledge], verdicts: Mapping[str, Verdict]) -> Iterator[tuple[str, str]]:
    """Yield what else than links ties promises: the reports that bear on several, on one line and of one basis."""
    for pledge in pledges:
        for report in verdicts[pledge.id].reports:
            yield pledge.id, f"{report} {pledge.basis} {pledge.line}"


def rates_of(lines: Mapping[str, Tally]) -> list[Rate]:
    """Return the rates that tallies come to, in the order of LINES."""
    return [_rate(total, lines[total.line]) for total in added_up(lines)]


def _came(pledges: list[Pledge], verdicts: Mapping[str, Verdict]) -> Tally:
    known = [pledge for pledge in pledges if verdicts[pledge.id].outcome in KNOWN]
    amounts = {pledge.id: _reported(pledge, verdicts[pledge.id]) for pledge in known}
    reported, kept = together(
        Outcome(one.id, amounts[one.id], _kept(one, verdicts[one.id]), verdicts[one.id].reports) for one in known
    )
    tally = Counter(verdicts[pledge.id].outcome for pledge in pledges)
    tally["known"] = len(known)
    tally["no_figure"] = sum(_without_figure(pledge, verdicts[pledge.id]) for pledge in known)
    tally["promised_known"] = sum(pledge.adds.low or 0 for pledge in known)
    tally["any_reported"] = reported is not None
    tally["reported"] = reported or 0
    tally["kept"] = kept
    tally["kept_high"] = sum(_kept_high(pledge, verdicts[pledge.id]) for pledge in known)
    return tally


def _rate(total: Total, tally: Tally) -> Rate:
    counts = ("known", "late", "reached", "missed", "cancelled", "no_figure", "promised_known", "kept", "kept_high")
    return Rate(
        total.line,
        total.pledges,
        **{name: tally[name] for name in counts},
        in_time=sum(tally[outcome] for outcome in KEPT_IN_TIME),
        promised=total.low,
        promised_high=total.high,
        bound=total.bound,
        reported=tally["reported"] if tally["any_reported"] else None,
        rate_low=_per_cent(tally["kept"], total.low),
        rate_high=_per_cent(tally["kept_high"], tally["promised_known"]),
        coverage=_per_cent(tally["known"], total.pledges),
    )


def _reported(pledge: Pledge, verdict: Verdict) -> int | None:
    """Return how much of what a promise adds was there, at least; all of it where it was kept, in time or not.

    Where a source says that it was missed, a report that shows all of it denies that: nobody knows how much there was.
    A promise of at most so many has no figure that could be reached.
    """
    before = pledge.baseline.most if pledge.baseline else None
    shown = _above_baseline(pledge, verdict.shown, before)
    promised = None if pledge.figure.least is None else pledge.adds.low
    if verdict.outcome in REACHED:
        return shown if promised is None else max(shown or 0, promised)
    if verdict.basis == "sourced" and verdict.outcome == "missed":
        return shown if shown is not None and shown < (promised or 0) else None
    return shown


def _above_baseline(pledge: Pledge, shown: int | None, before: int | None) -> int | None:
    """Return what is shown of a level as what it lies above those who were there before, where that is promised."""
    if shown is None or pledge.line != "new_jobs" or pledge.reading != "total" or pledge.baseline is None:
        return shown
    return max(0, shown - (before or 0))


def _kept(pledge: Pledge, verdict: Verdict) -> int:
    """Return how much of a promise came; what came beyond it makes up for no other promise."""
    promised = pledge.adds.low or 0
    if verdict.outcome == "cancelled":
        return 0
    return promised if verdict.outcome in REACHED else min(_reported(pledge, verdict) or 0, promised)


def _kept_high(pledge: Pledge, verdict: Verdict) -> int:
    """Return how much of a promise came at most; anything short of it where it was missed, nobody says by how much."""
    promised = pledge.adds.low or 0
    if verdict.outcome != "missed":
        return _kept(pledge, verdict)
    most = _most(pledge, verdict)
    return max(0, promised - 1) if most is None else min(most, promised)


def _without_figure(pledge: Pledge, verdict: Verdict) -> bool:
    """Return whether a promise was missed, and nobody gives a figure of what came."""
    return verdict.outcome == "missed" and _most(pledge, verdict) is None and _reported(pledge, verdict) is None


def _most(pledge: Pledge, verdict: Verdict) -> int | None:
    """Return how much reports show at most of what a promise adds; None where none tells."""
    return _above_baseline(pledge, verdict.shown_high, pledge.baseline.least if pledge.baseline else None)


def _per_cent(part: int, whole: int) -> float | None:
    """Return a share in per cent, to a tenth."""
    if not whole:
        return None
    share = round(100 * part / whole, 1)
    return min(share, ALMOST) if part < whole else share


# --- no job twice -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Outcome:
    """What came of one promise, and the reports that say so."""

    pledge: str
    reported: int | None
    kept: int
    reports: frozenset[str] = frozenset()


def together(outcomes: Iterable[Outcome]) -> tuple[int | None, int]:
    """Return what was reported of promises that are disjoint, and how much of them was kept.

    One report may bear on many promises, and what it tells of was there once. So of those that a report bears on the
    one with the largest figure counts; each other is kept as far as that figure has jobs left. That may be too little,
    as where a country's report holds two cities', but no job is in it twice.
    """
    first: dict[str, int] = {}  # of each report the first figure that counts, and how much of each no promise has yet
    left: list[int] = []
    reported: int | None = None
    kept = 0
    figures = [(one.reported, one) for one in outcomes if one.reported is not None]
    # Of the same figure the one on which fewer reports bear: it shares less.
    for figure, one in sorted(figures, key=lambda pair: (-pair[0], len(pair[1].reports), pair[1].pledge)):
        shared = min((first[report] for report in one.reports if report in first), default=None)
        part = one.kept if shared is None else min(one.kept, left[shared])
        if shared is None:
            reported = (reported or 0) + figure
            first |= dict.fromkeys(one.reports, len(left))
            left.append(max(0, figure - part))
        else:
            left[shared] -= part
        kept += part
    return reported, kept
