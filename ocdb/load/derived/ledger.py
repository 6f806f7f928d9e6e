"""The ledger: what became of each pledge, whether and how much it counts, and what was looked at for its verdict."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ocdb.load.derived.promises import Reading
from ocdb.load.row import Row
from ocdb.rules.evidence import Evidence
from ocdb.rules.ledger import Line, ledger
from ocdb.rules.promises import Pledge, Promises
from ocdb.rules.scope import Scope
from ocdb.rules.totals import roll_up


@dataclass(frozen=True)
class Judged:
    """What became of each pledge, decided once; everything that is derived from pledges starts from here.

    Attributes:
        lines: the ledger, by slug.
        pledges: as the rule of totals takes them, those that were given up marked by the ledger.
        promises: how they hang together.
    """

    lines: dict[str, Line]
    pledges: list[Pledge]
    promises: Promises


def judge(reading: Reading) -> Judged:
    """Return what became of each pledge."""
    lines = {line.pledge: line for line in ledger(reading.pledges(), reading.reports_of_jobs(), reading.verdicts())}
    pledges = reading.promised({key for key, line in lines.items() if line.once_due == "cancelled"})
    return Judged(lines, pledges, Promises(pledges))


def ledger_lines(reading: Reading, judged: Judged) -> Iterator[Row]:
    """Yield the rows of the table ledger."""
    counted = _counted(judged)
    pledges = {pledge.id: pledge for pledge in judged.pledges}
    for line in judged.lines.values():
        standing = {"counts": line.pledge in counted, "status": _status(line, judged, reading)}
        yield _line(line, pledges[line.pledge]) | standing


def ledger_evidence(judged: Judged) -> Iterator[Row]:
    """Yield the rows of the table ledger_evidence."""
    for line in judged.lines.values():
        # A claim stands once: what it shows together with others goes before what it shows alone.
        yield from (_evidence(line, one) for one in {one.claim: one for one in line.evidence}.values())


def _line(line: Line, pledge: Pledge) -> Row:
    baseline = pledge.baseline
    return {
        "pledge_id": line.pledge,
        "while_open": line.while_open,
        "once_due": line.once_due,
        "verdict_basis": line.basis,
        "once_due_basis": line.once_due_basis,
        "shown": line.shown,
        "shown_high": line.shown_high,
        "reason": line.reason.code,
        "reason_details": line.reason.stored,
        "open_reason": line.open_reason.code,
        "open_reason_details": line.open_reason.stored,
        "line": pledge.line,
        "adds_low": pledge.adds.low,
        "adds_high": pledge.adds.high,
        "baseline_low": baseline.low if baseline else None,
        "baseline_high": baseline.high if baseline else None,
        "baseline_bound": baseline.bound if baseline else None,
        "baseline_from": pledge.since,
        "made_from": pledge.made[0],
        "made_to": pledge.made[1],
    }


def _status(line: Line, judged: Judged, reading: Reading) -> str:
    """Return how a pledge stands, as the rule of totals takes it in every scope."""
    if line.once_due == "cancelled":
        return "cancelled"
    if judged.promises.revised(line.pledge):
        return "revised"
    disputed = line.pledge in judged.promises.contested and line.pledge not in reading.preferred
    return "disputed" if disputed else "standing"


def _evidence(line: Line, one: Evidence) -> Row:
    return {
        "pledge_id": line.pledge,
        "claim_id": one.claim,
        "bearing": one.bearing,
        "low": one.low,
        "high": one.high,
        "since": one.first,
        "until": one.last,
        "reason": one.reason.code,
        "reason_details": one.reason.stored,
    }


def _counted(judged: Judged) -> set[str]:
    """Return the pledges that count in the total of their country and basis."""
    groups: dict[tuple[str, str], list[Pledge]] = defaultdict(list)
    for pledge in judged.pledges:
        groups[pledge.country, pledge.basis].append(pledge)
    found = (
        roll_up(some, Scope(countries=frozenset([country]), basis=basis), judged.promises)
        for (country, basis), some in groups.items()
    )
    return {pledge.id for result in found for pledge in result.counted}
