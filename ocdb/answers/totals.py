"""Jobs promised in a scope: totals that count no job twice, what counted, what was left out, and the reports beside."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ocdb.answers.elsewhere import refuse_elsewhere
from ocdb.answers.filters import Filters, source_keys
from ocdb.answers.kin import Kin, kin, read_kinship
from ocdb.answers.lists import list_records
from ocdb.answers.names import apart, areas_of, resolve
from ocdb.dates import day_span
from ocdb.errors import UsageError
from ocdb.rules.figures import Figure
from ocdb.rules.lines import FIRMNESS
from ocdb.rules.promises import Pledge, Promises
from ocdb.rules.totals import RollUp, Scope, Total, roll_up
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.language import _

TOTAL = ("line", "low", "high", "bound", "pledges", *FIRMNESS)
BASES = ("operator", "government", "federation", "analyst")


@dataclass(frozen=True)
class Totals:
    """The answer to a question about promised jobs.

    Attributes:
        scope: what was asked, under the keys that slugs resolved to; an operator's stand with those it takes in.
        kin: whom the operators that were asked for take in.
        result: the totals, and the pledges behind them.
        pledges: the rows of v_pledges, by slug.
        reports: the rows of v_reports in the same scope.
    """

    scope: dict[str, Any]
    result: RollUp
    pledges: dict[str, dict[str, Any]]
    reports: Rows
    kin: Kin


@dataclass(frozen=True)
class Asked:
    """What a user asked, in the user's words.

    Attributes:
        basis: whose promises; operators' where the user doesn't say.
        with_successors: whether an operator takes in those who followed it, and not only all its names.
    """

    operator: Sequence[str] = ()
    country: Sequence[str] = ()
    place: Sequence[str] = ()
    source: Sequence[str] = ()
    due_by: str | None = None
    basis: str | None = None
    with_successors: bool | None = None

    def kin(self, reader: Reader) -> Kin:
        """Return whom the operators that were asked for take in."""
        return kin(reader, self.operator, with_successors=bool(self.with_successors))


def totals(reader: Reader, asked: Asked) -> Totals:
    """Return the totals of a scope, with the pledges that count, those left out and why, and the reports beside.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a date that is none.
    """
    scope = scope_of(reader, asked)
    rows = {row["id"]: row for row in reader.rows("SELECT * FROM v_pledges").records()}
    result = roll_up(read_pledges(reader, rows.values()), scope)
    return Totals(described(scope), result, rows, _reports(reader, scope), asked.kin(reader))


def grouped(reader: Reader, asked: Asked, by: str) -> Rows:
    """Return one row a group and line, the whole scope last: key, name, line, low, high, bound, pledges, firmness.

    Each group is a scope of its own under the same rule, so joint pledges count in none of their operators and the
    lines need not add up to the whole. By year means due by the end of that year.
    """
    scope = scope_of(reader, asked)
    pledges = read_pledges(reader, reader.rows("SELECT * FROM v_pledges").records())
    promises = Promises(pledges)
    whole = roll_up(pledges, scope, promises)
    lines: list[tuple[Any, ...]] = []
    for key, part in _groups(whole, scope, by):
        name = f"due by {_end_of(part.due_by)}" if by == "year" else group_name(reader, by, key)
        lines += _lines(key, name, roll_up(pledges, part, promises)) or _empty(scope, by, key, name)
    lines += _lines(None, "all", whole)
    return Rows((by, f"{by}_name", *TOTAL), lines)


def read_pledges(reader: Reader, rows: Iterable[dict[str, Any]]) -> list[Pledge]:
    """Return the pledges of v_pledges as the rule of totals takes them: each operator under its present slug."""
    present = read_kinship(reader).newest
    places = _sets(reader, "SELECT place, within FROM v_place_within")
    sources = _sets(reader, "SELECT claim, source FROM v_citations WHERE stance = 'supports'")
    areas = areas_of(reader)
    return [
        Pledge(
            **{name: row[name] for name in ("id", "measure", "basis", "reading", "firmness", "country")},
            figure=Figure(row["low"], row["high"], row["bound"]),
            baseline=_baseline(row),
            operators=tuple(dict.fromkeys(map(present, _slugs(row["operator"])))),
            unnamed_operators=row["unnamed_operators"],
            places=frozenset(places[row["place"]]),
            at=row["place"] or row["country"],
            wide=row["country"] in areas,
            site=row["site"] or "",
            made=(_day(row["made_from"]), _day(row["made_to"])),
            since=_day(row["baseline_from"]),
            baseline_report=row["baseline"] if row["baseline"] not in (None, "none") else "",
            due_to=_day(row["due_to"]),
            sources=frozenset(sources[row["id"]]),
            part_of=_slugs(row["part_of"]),
            revises=_slugs(row["revises"]),
            conflicts_with=_slugs(row["conflicts_with"]),
            preferred=row["preferred_because"] is not None,
            cancelled=row["status"] == "cancelled",
            denied=bool(row["denied"]),
        )
        for row in rows
    ]


def _baseline(row: dict[str, Any]) -> Figure | None:
    bound = row["baseline_bound"]
    return Figure(row["baseline_low"], row["baseline_high"], bound) if bound else None


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


def _sets(reader: Reader, sql: str) -> dict[Any, set[str]]:
    found = defaultdict(set)
    for key, value in reader.rows(sql).rows:
        found[key].add(value)
    return found


def _slugs(joined: str | None) -> tuple[str, ...]:
    return tuple(joined.split("; ")) if joined else ()


def scope_of(reader: Reader, asked: Asked) -> Scope:
    """Return what a user asked under the keys that the words resolve to.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a basis or a date that is none, or a place that is in no country that was asked for.
    """
    refuse_elsewhere(reader, asked.country, asked.place)
    basis = asked.basis or "operator"
    if basis not in BASES:
        message = _("{option} has no value {value}").format(option="--basis", value=asked.basis)
        raise UsageError(message, _("The values are {values}.").format(values=", ".join(BASES)))
    due_by = day_span(asked.due_by, "due-by")[1] if asked.due_by else None
    places = frozenset(resolve(reader, ["place"], word) for word in apart(reader, ["place"], asked.place))
    return Scope(
        operators=frozenset(asked.kin(reader).keys),
        countries=frozenset(resolve(reader, ["country"], word) for word in apart(reader, ["country"], asked.country)),
        places=places,
        around=_around(reader, places),
        sources=frozenset(source_keys(reader, asked.source)),
        due_by=dt.date.fromisoformat(due_by) if due_by else None,
        basis=basis,
    )


def _around(reader: Reader, places: frozenset[str]) -> frozenset[str]:
    """Return the places and countries that contain some places, and are none of them."""
    within = _sets(reader, "SELECT place, within FROM v_place_within")
    countries = dict(reader.rows("SELECT id, country FROM v_places").rows)
    return frozenset(one for place in places for one in {*within[place], countries[place]}) - places


def described(scope: Scope) -> dict[str, Any]:
    """Return a scope as data: sorted keys, days in ISO 8601."""
    return {
        "operator": sorted(scope.operators),
        "country": sorted(scope.countries),
        "place": sorted(scope.places),
        "source": sorted(scope.sources),
        "due_by": scope.due_by.isoformat() if scope.due_by else None,
        "basis": scope.basis,
    }


def _reports(reader: Reader, scope: Scope) -> Rows:
    filters = Filters(
        operator=sorted(scope.operators),
        country=sorted(scope.countries),
        place=sorted(scope.places),
        source=sorted(scope.sources),
    )
    return list_records(reader, "reports", filters).rows


def _groups(whole: RollUp, scope: Scope, by: str) -> list[tuple[str, Scope]]:
    """Return the groups that pledges in the scope belong to, each with its own narrower scope."""
    pledges = whole.counted + [pledge for pledge, _ in whole.left_out if pledge.basis == scope.basis]
    last = scope.due_by.year if by == "year" and scope.due_by else dt.date.max.year
    keys: dict[str, Callable[[Pledge], Iterable[str]]] = {
        "operator": lambda pledge: pledge.operators,
        "country": lambda pledge: [pledge.country],
        "place": lambda pledge: pledge.places,
        "year": lambda pledge: [str(pledge.due_to.year)] if pledge.due_to and pledge.due_to.year <= last else [],
    }
    groups = {key for pledge in pledges for key in keys[by](pledge)}
    groups |= scope.countries if by == "country" else frozenset()
    return [(key, _narrowed(scope, by, key)) for key in sorted(groups)]


def _narrowed(scope: Scope, by: str, key: str) -> Scope:
    only = frozenset([key])
    return Scope(
        operators=only if by == "operator" else scope.operators,
        countries=only if by == "country" else scope.countries,
        places=only if by == "place" else scope.places,
        sources=scope.sources,
        due_by=min(dt.date(int(key), 12, 31), scope.due_by or dt.date.max) if by == "year" else scope.due_by,
        basis=scope.basis,
    )


def _end_of(day: dt.date | None) -> str:
    """Return a day in words, where it is the last of a year."""
    return f"the end of {day.year}" if day and (day.month, day.day) == (12, 31) else str(day)


def _lines(key: str | None, name: str, result: RollUp) -> list[tuple[Any, ...]]:
    return [(key, name, *total_row(total)) for total in result.totals]


def _empty(scope: Scope, by: str, key: str, name: str) -> list[tuple[Any, ...]]:
    """Return a line for a country that was asked for and of which nothing counts, so that it isn't missing."""
    asked_for = by == "country" and key in scope.countries
    return [(key, name, None, None, None, None, 0, *(0 for _ in FIRMNESS))] if asked_for else []


def total_row(total: Total) -> tuple[Any, ...]:
    """Return a total as a row under the columns of TOTAL."""
    return (total.line, total.low, total.high, total.bound, total.pledges, *total.firmness)


def group_name(reader: Reader, by: str, key: str) -> str:
    """Return what to call a group: the name of an operator, country or place; of a basis its code; of a year itself."""
    if by in ("year", "basis"):
        return key
    named = {
        "operator": "SELECT name FROM v_operators WHERE id = :key",
        "country": "SELECT label FROM v_countries WHERE id = :key",
        "place": "SELECT label FROM v_places WHERE id = :key",
    }
    name: str = reader.rows(named[by], {"key": key}).rows[0][0]
    return name
