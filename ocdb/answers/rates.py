"""How much of what was promised came, in numbers: stored for the whole database, added up for what is narrower."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any

from ocdb.answers.kin import NOBODY, Kin, newest
from ocdb.answers.names import group_names
from ocdb.answers.promised import pledges_of
from ocdb.answers.scopes import Asked, described, scope_of
from ocdb.answers.stored import one_area, unlimited
from ocdb.rules.delivery import Rate, Verdict, cohort, rates
from ocdb.rules.ledger import KNOWN
from ocdb.rules.lines import LINES
from ocdb.rules.promises import Pledge, Promises
from ocdb.rules.scope import BASES, Scope
from ocdb.rules.totals import RollUp, roll_up
from ocdb.store.reader.batches import among
from ocdb.store.reader.remembering import once
from ocdb.store.reader.rows import Reader, Rows

# The groups that a pledge belongs to, by what is asked for.
KEYS: dict[str, Callable[[Pledge], Sequence[str]]] = {
    "operator": lambda pledge: pledge.operators,
    "country": lambda pledge: [pledge.country],
    "year": lambda pledge: [str(pledge.due_to.year)] if pledge.due_to else [],
    "basis": lambda pledge: [pledge.basis],
}
COLUMNS = tuple(field.name for field in fields(Rate))


@dataclass(frozen=True)
class Delivery:
    """How much of what was promised came.

    Attributes:
        scope: what was asked, under the keys that slugs resolved to, and the day; no basis where it is of each.
        kin: whom the operators that were asked for take in.
        rows: a row a group and line, the whole last: key and name of the group, then COLUMNS. Amounts are in units of
            the line, rates and coverage in per cent, empty where nothing divides. Reported is empty where nobody gives
            a figure, which isn't zero.
        not_due: how many promises of the scope aren't due yet, by line.
        undated: how many have no due date, by line.
        denied: the promises in it that a source denies, by line.
        counted: gives the slugs of the promises in it.
        articles: how many articles are behind these; None where nobody counted them yet.
    """

    scope: dict[str, Any]
    kin: Kin
    rows: Rows
    not_due: Counter[str]
    undated: Counter[str]
    denied: dict[str, set[str]]
    counted: Callable[[], list[str]]
    articles: int | None = None

    @property
    def whole(self) -> list[dict[str, Any]]:
        """Return the lines of the whole, or of the bases, of which there is no whole."""
        by = self.scope["by"]
        return [line for line in self.rows.records() if by == "basis" or line[by] is None]


def delivery(reader: Reader, asked: Asked, by: str) -> Delivery:
    """Return how much of what was due by the reader's day came, by operator, country, year or basis.

    Each group is a scope of its own under the rule of totals, of promises that are due: what counts there is compared
    with what reports show. A cancelled promise counts as one that wasn't kept; one that was revised before it was due
    doesn't count, its newer version does. By year means due in that year. By basis takes each basis, or the one that
    was asked for. Where nothing narrows the question, a load has stored the answer, by the same functions; else what
    concerns the scope is read, and what that is linked with.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a date that is none.
    """
    limits, kin = scope_of(reader, asked)
    scope = replace(limits, due_by=reader.today - timedelta(days=1))
    bases = frozenset(BASES) if by == "basis" and not asked.basis else frozenset([scope.basis])
    if unlimited(limits):
        return _stored(reader, scope, by, bases)
    if by in _OF_AREA and (area := one_area(limits)):
        return _stored(reader, scope, by, bases, area)
    # A page asks it for its steps, its table and its chart.
    key = ("delivery", scope, by, bases)
    return replace(once(reader, key, lambda: _added_up(reader, scope, by, bases), lasting=False), kin=kin)


def _added_up(reader: Reader, scope: Scope, by: str, bases: frozenset[str]) -> Delivery:
    """Return how much of what was due came, from the promises of a scope."""
    judged = once(reader, ("judged", scope), lambda: _judged(reader, scope), lasting=False)
    groups = list(_groups(reader, judged, scope, by, bases))
    undue, undated = _not_judged(judged, [replace(scope, due_by=None, basis=basis) for basis in bases], reader.today)
    rows = [(key, name, *_cells(rate)) for key, name, found in groups for rate in rates(found, judged.verdicts)]
    denied: dict[str, set[str]] = defaultdict(set)
    for pledge in (pledge for *_key, found in groups for pledge in found.denied):
        denied[pledge.line].add(pledge.id)
    table = Rows((by, f"{by}_name", *COLUMNS), rows)
    counted = sorted({pledge.id for *_key, found in groups for pledge in found.counted})
    return Delivery(_answered(scope, by, bases), NOBODY, table, undue, undated, dict(denied), lambda: counted)


def _answered(scope: Scope, by: str, bases: Collection[str]) -> dict[str, Any]:
    """Return what was asked as data."""
    return described(scope) | {"by": by} | ({"basis": None} if len(bases) > 1 else {})


# --- what a load stored ---------------------------------------------------------------------------------------------

_ON_DAY = "(from_day IS NULL OR from_day <= :day) AND (to_day IS NULL OR to_day >= :day)"
_LINES = "SELECT id, line FROM v_ledger WHERE id IN ({keys})"
# Under which kind it is stored what an area rests on, by what that is grouped by.
_OF_AREA = {"country": "area", "year": "area_year"}
_BEHIND = f"kind = 'delivery' AND scope_kind = :kind AND {_ON_DAY}"


def _stored(reader: Reader, scope: Scope, by: str, bases: frozenset[str], area: str = "") -> Delivery:
    """Return how much of what was due came in the whole database, or in an area by country or year."""
    asked = {"day": reader.today.isoformat()}
    of_basis = " AND basis = :basis" if len(bases) == 1 else ""
    asked |= {"basis": scope.basis} if of_basis else {}
    of_group = of_basis or " AND basis IS NULL"
    kind = _OF_AREA[by] if area else by
    where, there = (f"{_BEHIND} AND scope = :area", {"area": area}) if area else (f"{_BEHIND} AND scope IS NULL", {})
    left_out: dict[str, Counter[str]] = {"due_later": Counter(), "no_due_date": Counter()}
    sql = f"SELECT reason, line, claims FROM v_left_out WHERE {where}{of_basis}"
    for reason, line, count in reader.rows(sql, asked | there | {"kind": "area" if area else "all"}).rows:
        left_out[reason][line] += count
    sql = f"SELECT articles FROM v_rests_on WHERE {where}{of_group}"
    articles = reader.rows(sql, asked | there | {"kind": kind}).rows
    sql = f"SELECT claim FROM v_denied WHERE {where}{of_group}"
    claims = [claim for (claim,) in reader.rows(sql, asked | there | {"kind": kind}).rows]
    denied: dict[str, set[str]] = defaultdict(set)
    for claim, line in among(reader, _LINES, claims).rows if claims else ():
        denied[line].add(claim)
    return Delivery(
        _answered(scope, by, bases),
        NOBODY,
        Rows(
            (by, f"{by}_name", *COLUMNS),
            _stored_rates(reader, by, of_basis, asked, (area, scope.countries) if area else None),
        ),
        left_out["due_later"],
        left_out["no_due_date"],
        dict(denied),
        lambda: _added_up(reader, scope, by, bases).counted(),
        articles[0][0] if articles else 0,
    )


def _stored_rates(
    reader: Reader, by: str, of_basis: str, asked: dict[str, str], within: tuple[str, Collection[str]] | None
) -> list[tuple[Any, ...]]:
    """Return the rates of each group and of the whole, as `Delivery` has them.

    Args:
        reader: the database.
        by: what they are grouped by.
        of_basis: the condition of the basis.
        asked: the values of the conditions.
        within: an area, and what lies in it; None for everything.
    """
    sql = f"SELECT scope, basis, {', '.join(COLUMNS)} FROM v_delivery_over_time"
    sql += f" WHERE scope_kind = :kind{of_basis} AND from_day <= :day AND (to_day IS NULL OR to_day >= :day)"

    def read(kind: str) -> list[tuple[Any, ...]]:
        return sorted(reader.rows(sql, asked | {"kind": kind}).rows, key=lambda row: LINES.index(row[2]))

    whole = [row for row in read("area") if row[0] == within[0]] if within else read("all")
    if by == "basis":
        return sorted(((basis, basis, *rate) for _scope, basis, *rate in whole), key=lambda row: row[0])
    groups = _of_area(read, by, *within) if within else read(by)
    # An operator's stand under each of its names; here they are under the present one alone.
    present = newest(reader, (row[0] for row in groups)) if by == "operator" else {}
    groups = [row for row in groups if present.get(row[0], row[0]) == row[0]]
    names = group_names(reader, by, (row[0] for row in groups))
    rows = sorted(((key, names[key], *rate) for key, _basis, *rate in groups), key=lambda row: row[0])
    return [*rows, *((None, "all", *rate) for _scope, _basis, *rate in whole)]


def _of_area(
    read: Callable[[str], list[tuple[Any, ...]]], by: str, area: str, there: Collection[str]
) -> list[tuple[Any, ...]]:
    """Return the rates of the countries that lie in an area, or of the years there."""
    if by == "country":
        return [row for row in read(by) if row[0] in there]
    rows = ((*row[0].partition(":"), *row[1:]) for row in read("area_year"))
    return [(year, *rate) for found, _mark, year, *rate in rows if found == area]


# --- what is added up -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Cohort:
    """The promises that can be judged, how they hang together, and what became of each."""

    pledges: list[Pledge]
    promises: Promises
    verdicts: dict[str, Verdict]

    def total(self, scope: Scope, pledges: Sequence[Pledge] | None = None) -> RollUp:
        """Return what counts in a scope, of all promises or of some."""
        return roll_up(self.pledges if pledges is None else pledges, scope, self.promises)


def _groups(
    reader: Reader, judged: _Cohort, scope: Scope, by: str, bases: frozenset[str]
) -> "list[tuple[str | None, str, RollUp]]":
    """Return key, name and total of each group, and of the whole: figures of different bases are never added."""
    asked_for = {"operator": scope.operators, "country": scope.countries, "basis": bases}.get(by)
    own: dict[str, list[Pledge]] = defaultdict(list)
    for pledge in judged.pledges:
        for key in KEYS[by](pledge):
            if not asked_for or key in asked_for:
                own[key].append(pledge)
    parts = {key: judged.total(_narrowed(scope, by, key), some) for key, some in own.items()}
    names = group_names(reader, by, (key for key, part in parts.items() if part.counted))
    groups: list[tuple[str | None, str, RollUp]] = [(key, names[key], parts[key]) for key in sorted(names)]
    return groups if by == "basis" else [*groups, (None, "all", judged.total(scope))]


def _not_judged(judged: _Cohort, scopes: list[Scope], day: date) -> tuple[Counter[str], Counter[str]]:
    """Return how many promises aren't due yet, and how many have no due date, by line."""
    counted = [pledge for scope in scopes for pledge in judged.total(scope).counted]
    undue = Counter(pledge.line for pledge in counted if pledge.due_to and pledge.due_to >= day)
    return undue, Counter(pledge.line for pledge in counted if not pledge.due_to)


def _cells(rate: Rate) -> tuple[Any, ...]:
    return tuple(getattr(rate, name) for name in COLUMNS)


def _narrowed(scope: Scope, by: str, key: str) -> Scope:
    only = frozenset([key])
    changes: dict[str, dict[str, Any]] = {
        "operator": {"operators": only},
        "country": {"countries": only, "named": frozenset()},
        "year": {},
        "basis": {"basis": key},
    }
    return replace(scope, **changes[by])


# --- what became of each promise ----------------------------------------------------------------------------------


def _judged(reader: Reader, scope: Scope) -> _Cohort:
    """Return the promises of a scope that can be judged, with their verdicts once due, and what they are linked with.

    What shows how much was there is read only of those that are due and of which something is known.
    """
    pledges = pledges_of(reader, replace(scope, around=frozenset()))
    due = {pledge.id: pledge.due_to.isoformat() for pledge in pledges if pledge.due_to and pledge.due_to < reader.today}
    verdicts = {
        key: Verdict(outcome, basis, shown, shown_high=shown_high)
        for key, outcome, basis, shown, shown_high in among(reader, _VERDICTS, (one.id for one in pledges)).rows
    }
    showing: dict[str, set[str]] = defaultdict(set)
    known = [key for key in due if verdicts[key].outcome in KNOWN]
    for pledge, claim, kind, bearing, until in among(reader, _SHOWN, known).rows:
        if kind == "report" and (bearing == "decides" or (until and until <= due[pledge])):
            showing[pledge].add(claim)
    verdicts |= {key: replace(verdicts[key], reports=frozenset(claims)) for key, claims in showing.items()}
    return _Cohort(*cohort(pledges, verdicts), verdicts)


# Which of these are reports isn't asked in SQL: an engine may go through all reports of the database first.
_SHOWN = (
    "SELECT pledge, claim, claim_kind, bearing, until FROM v_ledger_evidence"
    " WHERE low IS NOT NULL AND pledge IN ({keys})"
)
_VERDICTS = "SELECT id, once_due, once_due_basis, shown, shown_high FROM v_ledger WHERE id IN ({keys})"
