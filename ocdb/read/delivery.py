"""How much of what was promised came: promised, reported, and the rate, never without what it rests on."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from ocdb.read.captions import apart_told, coverage_told, denied_told, left_out_told, scope_told, timing_told
from ocdb.read.ledger import on_day
from ocdb.read.reader import Reader, Rows
from ocdb.read.totals import BASES, Asked, described, group_name, read_pledges, scope_of
from ocdb.rules.delivery import Outcome, together
from ocdb.rules.ledger import REACHED
from ocdb.rules.totals import GROUPS, Pledge, Promises, RollUp, Scope, Total, roll_up

# The verdicts that rest on evidence.
KNOWN = (*REACHED, "missed", "cancelled")
# Later than any day.
OPEN = "9999-12-31"
# The groups that a pledge belongs to, by what is asked for.
KEYS: dict[str, Callable[[Pledge], Sequence[str]]] = {
    "operator": lambda pledge: pledge.operators,
    "country": lambda pledge: [pledge.country],
    "year": lambda pledge: [str(pledge.due_to.year)] if pledge.due_to else [],
    "basis": lambda pledge: [pledge.basis],
}
Ledger = dict[str, dict[str, Any]]
COLUMNS = (
    "measure",
    "pledges",
    "known",
    "in_time",
    "told_later",
    "given_up",
    "no_figure",
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
        scope: what was asked, under the keys that slugs resolved to, and the day; no basis where it is of each.
        title: whose promises, where, due when, by what.
        caption: scope, what is known to have been kept in time, whether the lines add up, what is left out, and
            what a source denies, a line each.
        rows: a line a group and measure, the whole last: key and name of the group, then COLUMNS. Promised and
            reported are in units of the measure, rates and coverage in per cent, empty where nothing divides. Reported
            is empty where nobody gives a figure, which isn't zero; a miss without one is in no rate but the floor's.
        not_due: how many promises of the scope aren't due yet, by measure.
        undated: how many have no due date, by measure.
        denied: the promises in it that a source denies, by measure.
    """

    scope: dict[str, Any]
    title: str
    caption: tuple[str, ...]
    rows: Rows
    not_due: Counter[str]
    undated: Counter[str]
    denied: dict[str, set[str]]


def delivery(reader: Reader, asked: Asked, by: str) -> Delivery:
    """Return how much of what was due by the reader's day was kept, by operator, country, year or basis.

    Each group is a scope of its own under the rule of totals, of promises that are due: what counts there is compared
    with what reports show. A cancelled promise counts as one that wasn't kept; one that was revised before it was due
    doesn't count, its newer version does. By year means due in that year. By basis takes each basis, or the one that
    was asked for.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a date that is none.
    """
    day = reader.today
    scope = replace(scope_of(reader, asked), due_by=day - timedelta(days=1))
    ledger = _ledger(reader)
    # A cancelled promise stays one that was made.
    everything = [
        replace(pledge, cancelled=False)
        for pledge in read_pledges(reader, reader.rows("SELECT * FROM v_pledges").records())
    ]
    promises = Promises(everything)
    # A superseded one is another promise now. It isn't one of the cohort, but its tranches are tranches of the newer.
    revised = {old for pledge in everything for old in pledge.revises}
    pledges = [one for one in everything if one.id not in revised or ledger[one.id]["verdict"] != "superseded"]
    groups: list[tuple[str | None, str, RollUp]] = []
    bases = frozenset(BASES) if by == "basis" and not asked.basis else frozenset([scope.basis])
    asked_for = {"operator": scope.operators, "country": scope.countries, "basis": bases}.get(by)
    keys = {key for pledge in pledges for key in KEYS[by](pledge)}
    for key in sorted(keys & asked_for if asked_for else keys):
        cohort = pledges if by != "year" else [pledge for pledge in pledges if key in KEYS[by](pledge)]
        groups.append((key, group_name(reader, by, key), roll_up(cohort, _narrowed(scope, by, key), promises)))
    if by != "basis":  # figures of different bases are never added
        groups.append((None, "all", roll_up(pledges, scope, promises)))
    scopes = [replace(scope, due_by=None, basis=basis) for basis in bases]
    dated_or_not = [one for each in scopes for one in roll_up(pledges, each, promises).counted]
    not_due = Counter(GROUPS[one.measure] for one in dated_or_not if one.due_to and one.due_to >= day)
    undated = Counter(GROUPS[one.measure] for one in dated_or_not if not one.due_to)
    told = described(scope) | {"by": by} | ({"basis": None} if len(bases) > 1 else {})
    rows = [(key, name, *line) for key, name, found in groups for line in _lines(found, ledger)]
    table = Rows((by, f"{by}_name", *COLUMNS), rows)
    denied: dict[str, set[str]] = defaultdict(set)
    for one in (one for *_, found in groups for one in found.denied):
        denied[GROUPS[one.measure]].add(one.id)
    title, caption = _words(reader, told, table, not_due, undated)
    caption = (*caption, *denied_told(set().union(*denied.values())))
    return Delivery(told, title, caption, table, not_due, undated, dict(denied))


def _words(
    reader: Reader, scope: dict[str, Any], rows: Rows, not_due: Counter[str], undated: Counter[str]
) -> tuple[str, tuple[str, ...]]:
    """Return title and caption; timing is told of the whole, or of the bases, of which there is no whole."""
    told = scope_told(reader, scope)
    by = scope["by"]
    whole = [line for line in rows.records() if by == "basis" or line[by] is None]
    left_out = {"not due yet": not_due.total(), "without a due date": undated.total()}
    title = f"{told[0].upper()}{told[1:]}; by {by}, rates in per cent"
    apart = apart_told(by, "lines") if whole else ()
    return title, (f"Scope: {told}.", *coverage_told(whole), *timing_told(whole), *apart, *left_out_told(left_out))


def _narrowed(scope: Scope, by: str, key: str) -> Scope:
    only = frozenset([key])
    changes: dict[str, dict[str, Any]] = {
        "operator": {"operators": only},
        "country": {"countries": only},
        "year": {},
        "basis": {"basis": key},
    }
    return replace(scope, **changes[by])


def _lines(found: RollUp, ledger: Ledger) -> list[tuple[Any, ...]]:
    """Return the columns of COLUMNS for each measure, jobs first."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for pledge in found.counted:
        groups.setdefault(GROUPS[pledge.measure], []).append(ledger[pledge.id])
    return [_line(total, groups[total.measure]) for total in found.totals]


def _line(total: Total, lines: list[dict[str, Any]]) -> tuple[Any, ...]:
    known = [line for line in lines if line["verdict"] in KNOWN]
    without = [line for line in known if line["verdict"] == "missed" and _reported(line) is None]
    promised_known = sum(line["low"] or 0 for line in known if line not in without)
    reported, kept = together(Outcome(line["id"], _reported(line), _kept(line), line["reports"]) for line in known)
    return (
        total.measure,
        total.pledges,
        len(known),
        sum(line["timing"] == "by_due" for line in known),
        sum(line["timing"] in ("late", "unknown") for line in known),
        sum(line["verdict"] == "cancelled" for line in known),
        len(without),
        total.low,
        total.high,
        total.bound,
        promised_known,
        reported,
        kept,
        _per_cent(kept, promised_known),
        _per_cent(kept, total.low),
        _per_cent(len(known), len(lines)),
    )


def _reported(line: dict[str, Any]) -> int | None:
    """Return what was there, at least: as reports show it, and all of it where a source says that it was kept.

    Where a source says that it was missed, a report that shows all of it denies that: nobody knows how much there was.
    """
    shown: int | None = line["shown"]
    if line["verdict_basis"] == "sourced" and line["verdict"] in REACHED:
        return max(shown or 0, line["low"] or 0)
    if line["verdict_basis"] == "sourced" and line["verdict"] == "missed":
        return shown if shown is not None and shown < (line["low"] or 0) else None
    return shown


def _kept(line: dict[str, Any]) -> int:
    """Return how much of a promise was kept; what came beyond it makes up for no other promise.

    One that was reached counts in full, unless it is known to have been short on the day.
    """
    if line["verdict"] == "cancelled":
        return 0
    if line["verdict"] in REACHED and (line["verdict_basis"] == "sourced" or line["timing"] != "late"):
        return line["low"] or 0
    return min(_reported(line) or 0, line["low"] or 0)


def _per_cent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


# --- what the ledger tells ----------------------------------------------------------------------------------------


def _ledger(reader: Reader) -> Ledger:
    """Return the ledger of the reader's day by pledge, each line with the reports that bear on it."""
    telling: dict[str, list[dict[str, Any]]] = defaultdict(list)
    sql = "SELECT * FROM v_ledger_evidence WHERE claim_kind = 'report' AND low IS NOT NULL"
    for one in reader.rows(sql).records():
        telling[one["pledge"]].append(one)
    lines = [on_day(line, reader.today.isoformat()) for line in reader.rows("SELECT * FROM v_ledger").records()]
    return {line["id"]: line | {"reports": _reports(line, telling[line["id"]])} for line in lines}


def _reports(line: dict[str, Any], telling: list[dict[str, Any]]) -> frozenset[str]:
    """Return the reports that bear on a promise up to the day that its figure is of; what came later isn't in it."""
    of_figure = min((one["as_of_to"] or OPEN for one in telling if one["low"] == line["shown"]), default="")
    day = max(line["due_to"] or OPEN, of_figure)
    return frozenset(one["claim"] for one in telling if (one["as_of_to"] or OPEN) <= day)
