"""Jobs promised in a scope: totals that count no job twice, what counted, what was left out, and the reports beside."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ocdb.answers.elsewhere import refuse_elsewhere
from ocdb.answers.filters import Filters, source_keys
from ocdb.answers.kin import Kin, kin
from ocdb.answers.later import LaterRows
from ocdb.answers.linked import read_records, read_sources, read_within
from ocdb.answers.lists import count_records, list_records
from ocdb.answers.names import apart, areas_among, countries_of, covered, group_names, outside, resolve
from ocdb.answers.promised import pledges_of
from ocdb.answers.stored import (
    ALL,
    Behind,
    Groups,
    Store,
    behind,
    every_name,
    limits,
    narrowed,
    on_record,
    one_area,
    stored_scope,
    unlimited,
)
from ocdb.dates import day_span
from ocdb.errors import UsageError
from ocdb.rules.lines import FIRMNESS, LINES
from ocdb.rules.promises import Pledge, Promises
from ocdb.rules.reasons import Reason
from ocdb.rules.totals import RollUp, Scope, Total, roll_up
from ocdb.store.reader.rows import Reader, Rows
from ocdb.words.language import _

TOTAL = ("line", "low", "high", "bound", "pledges", *FIRMNESS)
BASES = ("operator", "government", "federation", "analyst")
_STORE = Store("v_totals", TOTAL, LINES, "due_by")


@dataclass(frozen=True)
class Totals:
    """The answer to a question about promised jobs; what a load stored of it is read, the rest when it is looked at.

    Attributes:
        reader: the database.
        asked: what was asked, under the keys that words resolved to; of an operator with those it takes in.
        kin: whom the operators that were asked for take in.
    """

    reader: Reader
    asked: Scope
    kin: Kin

    @cached_property
    def pledges(self) -> list[Pledge]:
        """Return the pledges that concern the scope, and all that they are linked with."""
        return pledges_of(self.reader, self.asked)

    @cached_property
    def promises(self) -> Promises:
        """Return how these hang together."""
        return Promises(self.pledges)

    @cached_property
    def result(self) -> RollUp:
        """Return the totals, and the pledges behind them."""
        return roll_up(self.pledges, self.asked, self.promises)

    @cached_property
    def stored(self) -> tuple[str, str | None] | None:
        """Return kind and key under which a load stored the totals; None where it didn't."""
        return stored_scope(self.reader, self.asked)

    @cached_property
    def totals(self) -> list[Total]:
        """Return the totals, in the order of their lines."""
        if not self.stored:
            return self.result.totals
        return [
            Total(line, low, high, bound, pledges, tuple(firmness))
            for line, low, high, bound, pledges, *firmness in _STORE.whole(self.reader, self.asked.basis, *self.stored)
        ]

    @cached_property
    def behind(self) -> Behind:
        """Return in numbers what stands behind them."""
        stored = behind(self.reader, "pledge", self.asked.basis, *self.stored) if self.stored else None
        return stored or Behind(
            len(self.result.counted),
            len(frozenset[str]().union(*read_sources(self.reader, self.counted()).values())),
            Counter(why.code for _pledge, why in self.result.left_out),
            tuple(pledge.id for pledge in self.result.denied),
        )

    def counted(self) -> list[str]:
        """Return the pledges that count."""
        return [pledge.id for pledge in self.result.counted]

    def left_out(self) -> list[tuple[str, Reason]]:
        """Return those left out, with the reasons."""
        return [(pledge.id, why) for pledge, why in self.result.left_out]

    @cached_property
    def scope(self) -> dict[str, Any]:
        """Return the scope as data."""
        return described(self.asked)

    def records(self, keys: Sequence[str]) -> Rows:
        """Return the rows of v_pledges of some pledges."""
        return read_records(self.reader, "v_pledges", keys)

    @cached_property
    def reports(self) -> Rows:
        """Return the rows of v_reports in the same scope."""
        scope = self.scope
        filters = Filters(
            operator=self.kin,
            country=scope["country"],
            place=scope["place"],
            source=scope["source"],
            as_a_whole=not self.asked.named,
        )
        everything = self.stored == ALL
        count = on_record(self.reader, "reports") if everything else count_records(self.reader, "reports", filters)
        return LaterRows(count, lambda: list_records(self.reader, "reports", filters).rows)


@dataclass(frozen=True)
class Asked:
    """What a user asked, in the user's words.

    Attributes:
        basis: whose promises; operators' where the user doesn't say.
        with_successors: whether an operator takes in those who followed it, and not only all its names.
        country: countries, and areas larger than one: each with all that lies in it.
        outside: an area of which nothing is asked for: only what doesn't lie in it, worldwide figures included.
    """

    operator: Sequence[str] = ()
    country: Sequence[str] = ()
    place: Sequence[str] = ()
    source: Sequence[str] = ()
    due_by: str | None = None
    basis: str | None = None
    with_successors: bool | None = None
    outside: str = ""


def totals(reader: Reader, asked: Asked) -> Totals:
    """Return the totals of a scope, with the pledges that count, those left out and why, and the reports beside.

    Only what concerns the scope is read, and what that is linked with; of a scope whose totals are stored these alone,
    until somebody looks at the pledges.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a date that is none.
    """
    scope, kin_ = scope_of(reader, asked)
    return Totals(reader, scope, kin_)


def grouped(reader: Reader, asked: Asked, by: str, answer: Totals | None = None) -> Rows:
    """Return one row a group and line, the whole scope last: key, name, line, low, high, bound, pledges, firmness.

    Each group is a scope of its own under the same rule, so joint pledges count in none of their operators and the
    lines need not add up to the whole. By year means due by the end of that year.

    Args:
        reader: the database.
        asked: the scope, in the user's words.
        by: operator, country, place or year.
        answer: the totals of the scope, where they are known.
    """
    whole = answer or totals(reader, asked)
    groups = _groups(whole, by)
    names = group_names(reader, by, groups)
    lines: list[tuple[Any, ...]] = []
    for key in sorted(groups):
        name = f"due by {_end_of(_last_day(whole.asked, key))}" if by == "year" else names[key]
        lines += [(key, name, *line) for line in groups[key]] or _empty(whole.asked, by, key, name)
    lines += [(None, "all", *total_row(total)) for total in whole.totals]
    return Rows((by, f"{by}_name", *TOTAL), lines)


def scope_of(reader: Reader, asked: Asked) -> tuple[Scope, Kin]:
    """Return what a user asked under the keys that the words resolve to, and whom the operators take in.

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
    kin_ = kin(reader, asked.operator, with_successors=bool(asked.with_successors))
    named = frozenset(resolve(reader, ["country"], word) for word in apart(reader, ["country"], asked.country))
    scope = Scope(
        operators=frozenset(kin_.keys),
        countries=frozenset(outside(reader, asked.outside) if asked.outside else covered(reader, named)),
        places=places,
        around=_around(reader, places),
        sources=frozenset(source_keys(reader, asked.source)),
        due_by=dt.date.fromisoformat(due_by) if due_by else None,
        basis=basis,
        named=named if areas_among(named) else frozenset(),
    )
    return scope, kin_


def _around(reader: Reader, places: frozenset[str]) -> frozenset[str]:
    """Return the places and countries that contain some places, and are none of them."""
    within = read_within(reader, places)
    countries = countries_of(reader, places)
    return frozenset(one for place in places for one in {*within[place], countries[place]}) - places


def described(scope: Scope) -> dict[str, Any]:
    """Return a scope as data: sorted keys, days in ISO 8601."""
    return keys_of(scope) | {"due_by": scope.due_by.isoformat() if scope.due_by else None, "basis": scope.basis}


def keys_of(scope: Scope) -> dict[str, Any]:
    """Return the keys that a scope is limited to, sorted, and what the areas among them cover."""
    parts = {
        "operator": scope.operators,
        "country": scope.named or scope.countries,
        "place": scope.places,
        "source": scope.sources,
    }
    covers = {"covers": sorted(scope.countries)} if scope.named else {}
    return {name: sorted(keys) for name, keys in parts.items()} | covers


# --- groups -----------------------------------------------------------------------------------------------------

# The groups that a pledge belongs to, by what is asked for.
_KEYS: dict[str, Callable[[Pledge], Iterable[str]]] = {
    "operator": lambda pledge: pledge.operators,
    "country": lambda pledge: [pledge.country],
    "place": lambda pledge: pledge.places,
    "year": lambda pledge: [str(pledge.due_to.year)] if pledge.due_to else [],
}


def _groups(whole: Totals, by: str) -> Groups:
    """Return the lines of each group that pledges in the scope belong to, none where nothing counts."""
    scope = whole.asked
    # In a place, years are listed too in which only something for all of what is around it is due.
    if by == "year" and whole.stored and not scope.around:
        return _STORE.years(whole.reader, scope.basis, *whole.stored)
    asked_for = limits(scope, by)
    if by == "country" and one_area(scope):
        return _STORE.groups(whole.reader, scope.basis, by, scope.countries)
    if by != "year" and unlimited(scope, by) and not asked_for:
        return _STORE.groups(whole.reader, scope.basis, by)
    concerned = [*whole.result.counted, *(pledge for pledge, _ in whole.result.left_out)]
    keys = {key for pledge in concerned if pledge.basis == scope.basis for key in _KEYS[by](pledge)}
    keys |= _asked_for(scope) if by == "country" else frozenset()
    if by == "year":
        keys = {key for key in keys if not scope.due_by or int(key) <= scope.due_by.year}
        lines = _years(whole, keys)
    elif unlimited(scope, by):
        lines = _STORE.groups(whole.reader, scope.basis, by, keys)
    else:
        lines = _rolled_up(whole, by, keys)
    return {key: lines.get(key, []) for key in keys}


def _years(whole: Totals, years: Iterable[str]) -> Groups:
    """Return the totals of what is due by the end of each year."""
    scope = whole.asked
    groups: Groups = {}
    for year in years:
        last = _last_day(scope, year)
        due = [pledge for pledge in whole.pledges if pledge.due_to and pledge.due_to <= last]
        groups[year] = _rows(roll_up(due, replace(scope, due_by=last), whole.promises))
    return groups


def _rolled_up(whole: Totals, by: str, keys: set[str]) -> Groups:
    """Return the totals of each group, rolled up from its own pledges."""
    scope, pledges, promises = whole.asked, whole.pledges, whole.promises
    if by != "country" and limits(scope, by):
        # Who has a part in a joint promise is a group too, and so is a place around: with all that they have.
        pledges = pledges_of(whole.reader, narrowed(scope, by, every_name(whole.reader, by, keys)))
        promises = Promises(pledges)
    own: dict[str, list[Pledge]] = defaultdict(list)
    for pledge in pledges:
        for key in _KEYS[by](pledge):
            own[key].append(pledge)
    return {key: _rows(roll_up(own[key], narrowed(scope, by, frozenset([key])), promises)) for key in keys}


def _last_day(scope: Scope, year: str) -> dt.date:
    """Return the last day of a year, or the earlier one that was asked for."""
    return min(dt.date(int(year), 12, 31), scope.due_by or dt.date.max)


def _rows(result: RollUp) -> list[tuple[Any, ...]]:
    return [total_row(total) for total in result.totals]


def _end_of(day: dt.date) -> str:
    """Return a day in words, where it is the last of a year."""
    return f"the end of {day.year}" if (day.month, day.day) == (12, 31) else str(day)


def _empty(scope: Scope, by: str, key: str, name: str) -> list[tuple[Any, ...]]:
    """Return a line for a country that was asked for and of which nothing counts, so that it isn't missing."""
    asked_for = by == "country" and key in _asked_for(scope)
    return [(key, name, None, None, None, None, 0, *(0 for _ in FIRMNESS))] if asked_for else []


def _asked_for(scope: Scope) -> frozenset[str]:
    """Return the countries that were asked for by their names, and not only as a part of an area."""
    return frozenset() if scope.named else scope.countries


def total_row(total: Total) -> tuple[Any, ...]:
    """Return a total as a row under the columns of TOTAL."""
    return (total.line, total.low, total.high, total.bound, total.pledges, *total.firmness)
