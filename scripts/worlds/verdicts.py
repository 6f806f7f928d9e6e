"""Holds the verdicts and the evidence of a load against the truth."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ocdb.load.row import Row, Rows
from scripts.worlds.article import Report
from scripts.worlds.making import Made
from scripts.worlds.months import month_of
from scripts.worlds.promised import Outcome, Promise
from scripts.worlds.truth import FLOWS

# Silence is never false.
SILENT = ("not_due", "no_evidence")


@dataclass(frozen=True)
class Violation:
    """Something that a load says and that isn't true.

    Attributes:
        kind: what is false.
        about: of what kind of promise or scope, to see what they have in common.
        subject: the promise, or the total.
        detail: what is said, and what is true.
    """

    kind: str
    about: str
    subject: str
    detail: str


def false_verdicts(made: Made, rows: Rows) -> Iterator[Violation]:
    """Yield the verdicts that are false of the truth."""
    promises = made.press.promises()
    for row in rows["ledger"]:
        promise = promises[row["pledge_id"]]
        outcome = Outcome(made.world, promise)
        for column in ("while_open", "once_due"):
            if not _true(made, outcome, row[column], column):
                about = " by ".join([features(made, promise), *_deciding(made, rows, promise)])
                yield Violation(f"{column} {row[column]}", about, promise.key, _detail(outcome))


def _deciding(made: Made, rows: Rows, promise: Promise) -> list[str]:
    """Return what kinds of reports decided a verdict."""
    reports = made.press.reports()
    evidence = (row for row in rows["ledger_evidence"] if row["pledge_id"] == promise.key)
    deciding = (row["claim_id"] for row in evidence if row["bearing"] == "decides")
    return sorted({_described(reports[claim]) for claim in deciding if claim in reports})


def _true(made: Made, outcome: Outcome, verdict: str, column: str) -> bool:
    promise = outcome.promise
    truths: dict[str, Callable[[], bool]] = {
        "delivered": outcome.delivered,
        "exceeded": outcome.exceeded,
        "missed": outcome.missed,
        "late": outcome.late,
        "reached": outcome.reached,
        "partly_delivered": lambda: outcome.partly() and not (column == "once_due" and promise.due),
        "cancelled": lambda: promise.cancelled is not None,
        "superseded": lambda: _replaced(made, promise),
    }
    return verdict in SILENT or truths[verdict]()


def _replaced(made: Made, promise: Promise) -> bool:
    """Return whether a newer version of a promise, or of what it is part of, is printed."""
    others = made.press.promises().values()
    return any(other.project == promise.project and other.version > promise.version for other in others)


def _detail(outcome: Outcome) -> str:
    promise, levels = outcome.promise, outcome.levels
    due = month_of(promise.due) if promise.due else None
    needed = outcome.needed(promise.figure.least)
    most = max(levels[outcome.start :])
    by_due = max(levels[outcome.start : due + 1], default=0) if due is not None else most
    on_due = levels[due] if due is not None else "-"
    return f"baseline {outcome.baseline}, needed {needed}, most by the due day {by_due}, on it {on_due}, ever {most}"


def features(made: Made, promise: Promise) -> str:
    """Return what kind of promise one is, for counting."""
    place = "site" if promise.scope.site else made.world.places[promise.scope.place].kind
    companies = promise.scope.companies
    nobody = "a sector" if promise.scope.sector else "nobody"
    who = nobody if companies is None else "joint" if len(companies) > 1 else "alone"
    before = {"": "baseline unknown", "none": "new"}.get(promise.printed_baseline, "baseline known")
    return f"{promise.measure} {promise.reading} {place} {who} {before}"


# --- evidence ---


def false_evidence(made: Made, rows: Rows) -> Iterator[Violation]:
    """Yield the bounds of evidence that don't hold the number of their time."""
    promises, reports = made.press.promises(), made.press.reports()
    for row in rows["ledger_evidence"]:
        report = reports.get(row["claim_id"])
        if report and row["bearing"] != "nothing" and (row["low"], row["high"]) != (None, None):
            promise = promises[row["pledge_id"]]
            number = _number(Outcome(made.world, promise), report)
            if not _holds(row, number):
                bound = "low" if number < (row["low"] or 0) else "high"
                detail = f"{row['low']} to {row['high']} by {report.key}, truly {number}"
                about = f"{features(made, promise)} by {_described(report)}"
                yield Violation(f"evidence {bound}", about, promise.key, detail)


def _described(report: Report) -> str:
    """Return what kind of report one is."""
    whom = "a site" if report.scope.site else "a place"
    named = "named" if report.names else "unnamed"
    begin = " of no known beginning" if report.kind == "created" and not report.since else ""
    return f"{report.kind} {report.measure} of {named} at {whom}{begin}"


def _number(outcome: Outcome, report: Report) -> int:
    """Return how much of what was promised was there: all, what was on top, or what was created since."""
    promise, month = outcome.promise, month_of(report.day)
    if promise.measure in FLOWS or not promise.additional:
        return outcome.levels[month]
    return outcome.created[month] if report.kind == "created" else outcome.levels[month] - outcome.baseline


def _holds(row: Row, number: int) -> bool:
    low: Any = row["low"]
    high: Any = row["high"]
    return (low is None or low <= max(number, 0)) and (high is None or number <= high)
