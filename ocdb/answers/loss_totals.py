"""Jobs lost in a scope: lines that count no job twice, what counted, and what was left out and why."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from ocdb.answers.filters import in_order
from ocdb.answers.kin import Kin, read_kinship
from ocdb.answers.totals import Asked, group_name, scope_of
from ocdb.dates import day_span
from ocdb.rules.losses import Line, Links, Loss, LossTotals, Period, Rest, add_up, in_year
from ocdb.rules.totals import Scope
from ocdb.store.reader.rows import Reader, Rows

TOTAL = ("line", "low", "high", "bound", "losses")


@dataclass(frozen=True)
class Lost:
    """Jobs that were lost in a scope.

    Attributes:
        scope: what was asked, under the keys that slugs resolved to; an operator's stand with those it takes in.
        result: the lines, and the losses behind them.
        losses: the rows of v_losses, by slug; with rest_low, rest_high and rest_bound, what is still planned of a plan
            that came about in part.
        kin: whom the operators that were asked for take in.
    """

    scope: dict[str, Any]
    result: LossTotals
    losses: dict[str, dict[str, Any]]
    kin: Kin


def lost(reader: Reader, asked: Asked, since: str | None = None, until: str | None = None) -> Lost:
    """Return the totals of a scope, with the losses that count, those left out and why.

    Args:
        reader: the database.
        asked: operators, countries, places, sources and basis, in the user's words.
        since: a date from which on the losses must lie.
        until: a date up to whose last day they must lie.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a date that is none.
    """
    scope, period = scope_of(reader, asked), period_of(since, until)
    rows = {row["id"]: row for row in reader.rows("SELECT * FROM v_losses").records()}
    result = add_up(read_losses(reader, rows.values()), scope, period)
    known = {key: row | _rest(result.rests.get(key)) for key, row in rows.items()}
    return Lost(described(scope, period), result, known, asked.kin(reader))


def _rest(rest: Rest | None) -> dict[str, Any]:
    """Return what is still planned of a loss as data; empty fields where it hasn't happened in part."""
    low, high, bound = (rest.low, rest.high, rest.bound) if rest else (None, None, None)
    return {"rest_low": low, "rest_high": high, "rest_bound": bound}


def grouped(reader: Reader, asked: Asked, by: str, since: str | None = None, until: str | None = None) -> Rows:
    """Return one row a group and line, the whole scope last: key, name, line, low, high, bound, losses.

    Each group is a scope of its own under the same rule, so joint losses count for none of their operators, those that
    stretch over a new year's day in no year, and the lines need not add up to the whole.
    """
    scope, period = scope_of(reader, asked), period_of(since, until)
    losses = read_losses(reader, reader.rows("SELECT * FROM v_losses").records())
    links = Links(losses)
    whole = add_up(losses, scope, period, links)
    lines: list[tuple[Any, ...]] = []
    for key, part, time in _groups(whole, scope, period, by):
        name = group_name(reader, by, key)
        lines += [(key, name, *total_row(one)) for one in add_up(losses, part, time, links).lines]
    lines += [(None, "all", *total_row(one)) for one in whole.lines]
    return Rows((by, f"{by}_name", *TOTAL), lines)


def read_losses(reader: Reader, rows: Iterable[dict[str, Any]]) -> list[Loss]:
    """Return the losses of v_losses as the rule takes them: each operator under its present slug."""
    present = read_kinship(reader).newest
    places = _sets(reader, "SELECT place, within FROM v_place_within")
    sources = _sets(reader, "SELECT claim, source FROM v_citations WHERE stance = 'supports'")
    plain = ("id", "status", "measure", "basis", "low", "high", "bound", "country", "unnamed_operators")
    return [
        Loss(
            **{name: row[name] for name in plain},
            operators=tuple(dict.fromkeys(map(present, _slugs(row["operator"])))),
            places=frozenset(places[row["place"]]),
            at=row["place"] or row["country"],
            first=_day(row["date_from"]),
            last=_day(row["date_to"]),
            announced=_day(row["announced_to"]),
            sources=frozenset(sources[row["id"]]),
            part_of=_slugs(row["part_of"]),
            revises=_slugs(row["revises"]),
            conflicts_with=_slugs(row["conflicts_with"]),
            preferred=row["preferred_because"] is not None,
            denied=bool(row["denied"]),
        )
        for row in rows
    ]


def period_of(since: str | None, until: str | None) -> Period:
    """Return the time between two dates that a user wrote.

    Raises:
        UsageError: one of them is no date, or the first is after the last.
    """
    in_order(since, until)
    first = day_span(since, "since")[0] if since else None
    last = day_span(until, "until")[1] if until else None
    return Period(_day(first), _day(last))


def described(scope: Scope, period: Period) -> dict[str, Any]:
    """Return a scope as data: sorted keys, days in ISO 8601."""
    return {
        "operator": sorted(scope.operators),
        "country": sorted(scope.countries),
        "place": sorted(scope.places),
        "source": sorted(scope.sources),
        "since": period.since.isoformat() if period.since else None,
        "until": period.until.isoformat() if period.until else None,
        "basis": scope.basis,
    }


def total_row(line: Line) -> tuple[Any, ...]:
    """Return a line as a row under the columns of TOTAL."""
    return (line.line, line.low, line.high, line.bound, line.losses)


def _groups(whole: LossTotals, scope: Scope, period: Period, by: str) -> list[tuple[str, Scope, Period]]:
    """Return the groups that losses in the scope belong to, each with its own narrower scope and time."""
    losses = whole.counted + [loss for loss, _ in whole.left_out if loss.basis == scope.basis]
    keys: dict[str, Callable[[Loss], Iterable[str]]] = {
        "operator": lambda loss: loss.operators,
        "country": lambda loss: [loss.country],
        "place": lambda loss: loss.places,
        "year": lambda loss: [str(loss.last.year)] if loss.last else [],
    }
    return [_narrowed(scope, period, by, key) for key in sorted({key for one in losses for key in keys[by](one)})]


def _narrowed(scope: Scope, period: Period, by: str, key: str) -> tuple[str, Scope, Period]:
    if by == "year":
        year = in_year(int(key))
        since, until = max(filter(None, (period.since, year.since))), min(filter(None, (period.until, year.until)))
        return key, scope, Period(since, until)
    only = frozenset([key])
    if by == "operator":
        return key, replace(scope, operators=only), period
    return key, replace(scope, countries=only) if by == "country" else replace(scope, places=only), period


def _sets(reader: Reader, sql: str) -> dict[Any, set[str]]:
    found = defaultdict(set)
    for key, value in reader.rows(sql).rows:
        found[key].add(value)
    return found


def _slugs(joined: str | None) -> tuple[str, ...]:
    return tuple(joined.split("; ")) if joined else ()


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None
