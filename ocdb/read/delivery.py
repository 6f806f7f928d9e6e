"""How much of what was promised came: promised, reported, and the rate, never without what it rests on."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from ocdb.read.ledger import on_day
from ocdb.read.reader import Reader, Rows
from ocdb.read.totals import Asked, described, group_name, read_pledges, scope_of
from ocdb.rollup import GROUPS, Pledge, Promises, RollUp, Scope, Total, roll_up

# The verdicts that rest on evidence of what came by the due date.
KNOWN = ("delivered", "exceeded", "missed", "cancelled", "partly_delivered")
# The groups that a pledge belongs to, by what is asked for.
KEYS: dict[str, Callable[[Pledge], Sequence[str]]] = {
    "operator": lambda pledge: pledge.operators,
    "country": lambda pledge: [pledge.country],
    "year": lambda pledge: [str(pledge.due_to.year)] if pledge.due_to else [],
    "basis": lambda pledge: [pledge.basis],
}
COLUMNS = (
    "measure",
    "pledges",
    "known",
    "in_time",
    "promised",
    "promised_high",
    "bound",
    "promised_known",
    "reported",
    "kept",
    "rate",
    "rate_floor",
    "coverage",
)


@dataclass(frozen=True)
class Delivery:
    """The answer to a question about delivery.

    Attributes:
        scope: what was asked, under the keys that slugs resolved to, and the day.
        rows: a line a group and measure, the whole last: key and name of the group, then COLUMNS. Promised and
            reported are in units of the measure, rates and coverage in per cent, empty where nothing divides.
        not_due: how many promises of the scope aren't due yet, by measure.
        undated: how many have no due date, by measure.
    """

    scope: dict[str, Any]
    rows: Rows
    not_due: Counter[str]
    undated: Counter[str]


def delivery(reader: Reader, asked: Asked, by: str) -> Delivery:
    """Return how much of what was due by the reader's day was kept, by operator, country, year or basis.

    Each group is a scope of its own under the rule of totals, of promises that are due: what counts there is compared
    with what reports show. A cancelled promise counts as one that wasn't kept; one that was revised before it was due
    doesn't count, its newer version does. By year means due in that year.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a date that is none.
    """
    day = reader.today
    scope = replace(scope_of(reader, asked), due_by=day - timedelta(days=1))
    lines = [on_day(line, day.isoformat()) for line in reader.rows("SELECT * FROM v_ledger").records()]
    ledger = {line["id"]: line for line in lines}
    # A cancelled promise stays one that was made; a superseded one is another promise now.
    pledges = [
        replace(pledge, cancelled=False)
        for pledge in read_pledges(reader, reader.rows("SELECT * FROM v_pledges").records())
        if ledger[pledge.id]["verdict"] != "superseded"
    ]
    promises = Promises(pledges)
    rows: list[tuple[Any, ...]] = []
    asked_for = {"operator": scope.operators, "country": scope.countries}.get(by)
    keys = {key for pledge in pledges for key in KEYS[by](pledge)}
    for key in sorted(keys & asked_for if asked_for else keys):
        cohort = pledges if by != "year" else [pledge for pledge in pledges if key in KEYS[by](pledge)]
        found = roll_up(cohort, _narrowed(scope, by, key), promises)
        rows += [(key, group_name(reader, by, key), *line) for line in _lines(found, ledger)]
    if by != "basis":  # figures of different bases are never added
        rows += [(None, "all", *line) for line in _lines(roll_up(pledges, scope, promises), ledger)]
    everything = roll_up(pledges, replace(scope, due_by=None), promises).counted
    return Delivery(
        described(scope) | {"by": by},
        Rows((by, f"{by}_name", *COLUMNS), rows),
        not_due=Counter(GROUPS[one.measure] for one in everything if one.due_to and one.due_to >= day),
        undated=Counter(GROUPS[one.measure] for one in everything if not one.due_to),
    )


def _narrowed(scope: Scope, by: str, key: str) -> Scope:
    only = frozenset([key])
    changes: dict[str, dict[str, Any]] = {
        "operator": {"operators": only},
        "country": {"countries": only},
        "year": {},
        "basis": {"basis": key},
    }
    return replace(scope, **changes[by])


def _lines(found: RollUp, ledger: dict[str, dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Return the columns of COLUMNS for each measure, jobs first."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for pledge in found.counted:
        groups.setdefault(GROUPS[pledge.measure], []).append(ledger[pledge.id])
    return [_line(total, groups[total.measure]) for total in found.totals]


def _line(total: Total, lines: list[dict[str, Any]]) -> tuple[Any, ...]:
    known = [line for line in lines if line["verdict"] in KNOWN]
    promised_known = sum(line["low"] or 0 for line in known)
    kept = sum(_kept(line) for line in known)
    return (
        total.measure,
        total.pledges,
        len(known),
        sum(line["timing"] == "by_due" for line in known),
        total.low,
        total.high,
        total.bound,
        promised_known,
        sum(_reported(line) for line in known),
        kept,
        _per_cent(kept, promised_known),
        _per_cent(kept, total.low),
        _per_cent(len(known), len(lines)),
    )


def _reported(line: dict[str, Any]) -> int:
    """Return what is there at least: as reports show it, and all of it where a source says that it was kept."""
    kept = line["low"] if line["verdict"] in ("delivered", "exceeded") else 0
    return max(line["shown"] or 0, kept or 0)


def _kept(line: dict[str, Any]) -> int:
    """Return how much of a promise was kept; what came beyond it makes up for no other promise."""
    return 0 if line["verdict"] == "cancelled" else min(_reported(line), line["low"] or 0)


def _per_cent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None
