"""Jobs promised in a scope: totals that count no job twice, what counted, what was left out, and the reports beside."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ocdb.answers.coverage import on_record
from ocdb.answers.filters import Filters
from ocdb.answers.kin import Kin
from ocdb.answers.later import LaterRows
from ocdb.answers.linked import read_records, read_sources
from ocdb.answers.lists import count_records, list_records
from ocdb.answers.names import group_names
from ocdb.answers.scopes import Asked, described, scope_of
from ocdb.answers.stored import (
    ALL,
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
from ocdb.rules.lines import FIRMNESS, LINES
from ocdb.rules.scope import Scope, Total
from ocdb.store.reader.rows import Reader, Rows

if TYPE_CHECKING:
    from ocdb.rules.promises import Pledge, Promises
    from ocdb.rules.reasons import Reason
    from ocdb.rules.totals import RollUp

TOTAL = ("line", "low", "high", "bound", "pledges", *FIRMNESS)
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
    def pledges(self) -> "list[Pledge]":
        """Return the pledges that concern the scope, and all that they are linked with."""
        from ocdb.answers.promised import pledges_of  # noqa: PLC0415  what a load stored needs no promises

        return pledges_of(self.reader, self.asked)

    @cached_property
    def promises(self) -> "Promises":
        """Return how these hang together."""
        from ocdb.rules.promises import Promises  # noqa: PLC0415  as above

        return Promises(self.pledges)

    @cached_property
    def result(self) -> "RollUp":
        """Return the totals, and the pledges behind them."""
        from ocdb.rules.totals import roll_up  # noqa: PLC0415  as above

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

    def left_out(self) -> list[tuple[str, "Reason"]]:
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


# --- groups -----------------------------------------------------------------------------------------------------

# The groups that a pledge belongs to, by what is asked for.
_KEYS: dict[str, Callable[["Pledge"], Iterable[str]]] = {
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
    from ocdb.rules.totals import roll_up  # noqa: PLC0415  as above

    scope = whole.asked
    groups: Groups = {}
    for year in years:
        last = _last_day(scope, year)
        due = [pledge for pledge in whole.pledges if pledge.due_to and pledge.due_to <= last]
        groups[year] = _rows(roll_up(due, replace(scope, due_by=last), whole.promises))
    return groups


def _rolled_up(whole: Totals, by: str, keys: set[str]) -> Groups:
    """Return the totals of each group, rolled up from its own pledges."""
    from ocdb.answers.promised import pledges_of  # noqa: PLC0415  as above
    from ocdb.rules.promises import Promises  # noqa: PLC0415  as above
    from ocdb.rules.totals import roll_up  # noqa: PLC0415  as above

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


def _rows(result: "RollUp") -> list[tuple[Any, ...]]:
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
