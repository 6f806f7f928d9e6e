"""Jobs lost in a scope: lines that count no job twice, what counted, and what was left out and why."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ocdb.answers.filters import in_order
from ocdb.answers.kin import Kin, newest
from ocdb.answers.linked import read_linked, read_records, read_sources, read_within
from ocdb.answers.names import group_names
from ocdb.answers.promised import day
from ocdb.answers.scopes import Asked, keys_of, scope_of
from ocdb.answers.stored import (
    NOTHING,
    Behind,
    Groups,
    Store,
    behind,
    every_name,
    limits,
    narrowed,
    one_area,
    stored_scope,
    unlimited,
)
from ocdb.dates import day_span
from ocdb.rules.losses import ALWAYS, LINES, Line, Links, Loss, LossTotals, Period, Rest, add_up, in_year
from ocdb.rules.reasons import Reason
from ocdb.rules.scope import BASES, Scope
from ocdb.store.reader.rows import Reader, Rows
from ocdb.text import several

TOTAL = ("line", "low", "high", "bound", "losses")
_STORE = Store("v_loss_totals", TOTAL, tuple(LINES.values()), "year")
# The columns of v_losses that the rule needs: as it has them, and others.
_PLAIN = ("id", "status", "measure", "basis", "low", "high", "bound", "country", "unnamed_operators")
_READ = (
    *_PLAIN, "operator", "place", "date_from", "date_to", "announced_to", "part_of", "revises", "conflicts_with",
    "preferred_because", "denied",
)  # fmt: skip


@dataclass(frozen=True)
class Lost:
    """Jobs that were lost in a scope; what a load stored of it is read, the rest when it is looked at.

    Attributes:
        reader: the database.
        asked: what was asked, under the keys that words resolved to; of an operator with those it takes in.
        period: the time that was asked for.
        kin: whom the operators that were asked for take in.
    """

    reader: Reader
    asked: Scope
    period: Period
    kin: Kin

    @cached_property
    def losses(self) -> list[Loss]:
        """Return the losses that concern the scope, and all that they are linked with."""
        return _losses_of(self.reader, self.asked)

    @cached_property
    def links(self) -> Links:
        """Return how these hang together."""
        return Links(self.losses)

    @cached_property
    def result(self) -> LossTotals:
        """Return the lines, and the losses behind them."""
        return add_up(self.losses, self.asked, self.period, self.links)

    @cached_property
    def stored(self) -> tuple[str, str | None] | None:
        """Return kind and key under which a load stored the totals; None where it didn't."""
        return stored_scope(self.reader, self.asked) if self.period == ALWAYS else None

    @cached_property
    def lines(self) -> list[Line]:
        """Return the totals, in the order of their lines."""
        if not self.stored:
            return self.result.lines
        return self.lines_of(self.asked.basis)

    @cached_property
    def behind(self) -> Behind:
        """Return in numbers what stands behind them."""
        return self._stored(self.asked.basis) or Behind(
            len(self.result.counted),
            len(frozenset[str]().union(*read_sources(self.reader, self.counted()).values())),
            Counter(why.code for _loss, why in self.result.left_out),
            tuple(loss.id for loss in self.result.denied),
        )

    def _stored(self, basis: str) -> Behind | None:
        return behind(self.reader, "loss", basis, *self.stored) if self.stored else None

    def counted(self) -> list[str]:
        """Return the losses that count."""
        return [loss.id for loss in self.result.counted]

    def left_out(self) -> list[tuple[str, Reason]]:
        """Return those left out, with the reasons."""
        return [(loss.id, why) for loss, why in self.result.left_out]

    def others(self) -> dict[str, int]:
        """Return for each other basis of which something counts in the same scope how many losses that are."""
        if self.stored and self._stored(self.asked.basis):
            counts = {basis: (self._stored(basis) or NOTHING).counted for basis in BASES}
        else:
            concerned = {loss.basis for loss, _why in self.result.left_out}
            counts = {basis: self._count_of(basis) for basis in concerned}
        return {basis: count for basis, count in sorted(counts.items()) if count and basis != self.asked.basis}

    def lines_of(self, basis: str) -> list[Line]:
        """Return the totals of another basis in the same scope, in the order of their lines."""
        if self.stored:
            return [Line(*row) for row in _STORE.whole(self.reader, basis, *self.stored)]
        return add_up(self.losses, replace(self.asked, basis=basis), self.period, self.links).lines

    def _count_of(self, basis: str) -> int:
        scope = replace(self.asked, basis=basis)
        return len(add_up(self.losses, scope, self.period, self.links).counted)

    @cached_property
    def scope(self) -> dict[str, Any]:
        """Return scope and time as data."""
        return described(self.asked, self.period)

    def records(self, keys: Sequence[str]) -> Rows:
        """Return the rows of v_losses of some losses.

        They have rest_low, rest_high and rest_bound, too: what is still planned of a plan that came about in part.
        """
        rows = read_records(self.reader, "v_losses", keys)
        rests = [_rest(self.result.rests.get(key)) for key in keys]
        return Rows((*rows.columns, *_REST), [(*row, *rest) for row, rest in zip(rows.rows, rests, strict=True)])


def lost(reader: Reader, asked: Asked, since: str | None = None, until: str | None = None) -> Lost:
    """Return the totals of a scope, with the losses that count, those left out and why.

    Only what concerns the scope is read, and what that is linked with; of a scope whose totals are stored these alone,
    until somebody looks at the losses.

    Args:
        reader: the database.
        asked: operators, countries, places, sources and basis, in the user's words.
        since: a date from which on the losses must lie.
        until: a date up to whose last day they must lie.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a date that is none.
    """
    (scope, kin), period = scope_of(reader, asked), period_of(since, until)
    return Lost(reader, scope, period, kin)


_REST = ("rest_low", "rest_high", "rest_bound")


def _rest(rest: Rest | None) -> tuple[Any, ...]:
    """Return what is still planned of a loss; empty fields where it hasn't happened in part."""
    return (rest.low, rest.high, rest.bound) if rest else (None, None, None)


def grouped(answer: Lost, by: str) -> Rows:
    """Return one row a group and line, the whole scope last: key, name, line, low, high, bound, losses.

    Each group is a scope of its own under the same rule, so joint losses count for none of their operators, those that
    stretch over a new year's day in no year, and the lines need not add up to the whole.
    """
    groups = _groups(answer, by)
    names = group_names(answer.reader, by, groups)
    lines: list[tuple[Any, ...]] = [(key, names[key], *line) for key in sorted(groups) for line in groups[key]]
    lines += [(None, "all", *total_row(one)) for one in answer.lines]
    return Rows((by, f"{by}_name", *TOTAL), lines)


def _losses_of(reader: Reader, scope: Scope) -> list[Loss]:
    """Return the losses that concern a scope, and all that they are linked with, each operator under its present slug.

    Their sources are read only where the scope names some: else nobody asks.
    """
    rows = read_linked(reader, "v_losses", _READ, scope)
    present = newest(reader, (slug for row in rows for slug in several(row["operator"])))
    places = read_within(reader, {row["place"] for row in rows if row["place"]})
    sources = read_sources(reader, (row["id"] for row in rows)) if scope.sources else {}
    return [
        Loss(
            **{name: row[name] for name in _PLAIN},
            operators=tuple(dict.fromkeys(present[slug] for slug in several(row["operator"]))),
            places=frozenset(places.get(row["place"], ())),
            at=row["place"] or row["country"],
            first=day(row["date_from"]),
            last=day(row["date_to"]),
            announced=day(row["announced_to"]),
            sources=frozenset(sources.get(row["id"], ())),
            part_of=several(row["part_of"]),
            revises=several(row["revises"]),
            conflicts_with=several(row["conflicts_with"]),
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
    return Period(day(first), day(last))


def described(scope: Scope, period: Period) -> dict[str, Any]:
    """Return a scope as data: sorted keys, days in ISO 8601."""
    return keys_of(scope) | {
        "since": period.since.isoformat() if period.since else None,
        "until": period.until.isoformat() if period.until else None,
        "basis": scope.basis,
    }


def total_row(line: Line) -> tuple[Any, ...]:
    """Return a line as a row under the columns of TOTAL."""
    return (line.line, line.low, line.high, line.bound, line.losses)


# --- groups -----------------------------------------------------------------------------------------------------

# The groups that a loss belongs to, by what is asked for.
_KEYS: dict[str, Callable[[Loss], Iterable[str]]] = {
    "operator": lambda loss: loss.operators,
    "country": lambda loss: [loss.country],
    "place": lambda loss: loss.places,
    "year": lambda loss: [str(loss.last.year)] if loss.last else [],
}


def _groups(answer: Lost, by: str) -> Groups:
    """Return the lines of each group that losses in the scope belong to, none where nothing counts."""
    scope, basis = answer.asked, answer.asked.basis
    if by == "year" and answer.stored:
        return _STORE.years(answer.reader, basis, *answer.stored)
    stored = by != "year" and answer.period == ALWAYS and unlimited(scope, by)
    if stored and not limits(scope, by):
        return _STORE.groups(answer.reader, basis, by)
    if stored and by == "country" and one_area(scope):
        return _STORE.groups(answer.reader, basis, by, scope.countries)
    concerned = [*answer.result.counted, *(loss for loss, _ in answer.result.left_out)]
    keys = {key for loss in concerned if loss.basis == basis for key in _KEYS[by](loss)}
    return _STORE.groups(answer.reader, basis, by, keys) if stored else _added_up(answer, by, keys)


def _added_up(answer: Lost, by: str, keys: set[str]) -> Groups:
    """Return the lines of each group, added up from its own losses."""
    scope, losses, links = answer.asked, answer.losses, answer.links
    if by in ("operator", "place") and limits(scope, by):
        # Who has a part in a joint loss is a group too, and so is a place around: with all that they have.
        losses = _losses_of(answer.reader, narrowed(scope, by, every_name(answer.reader, by, keys)))
        links = Links(losses)
    own: dict[str, list[Loss]] = defaultdict(list)
    for loss in losses:
        for key in _KEYS[by](loss):
            own[key].append(loss)
    groups: Groups = {}
    for key in keys:
        part = scope if by == "year" else narrowed(scope, by, frozenset([key]))
        period = _in_year(answer.period, key) if by == "year" else answer.period
        groups[key] = [total_row(line) for line in add_up(own[key], part, period, links).lines]
    return groups


def _in_year(period: Period, key: str) -> Period:
    """Return the part of a period that lies in a year."""
    year = in_year(int(key))
    return Period(max(filter(None, (period.since, year.since))), min(filter(None, (period.until, year.until))))
