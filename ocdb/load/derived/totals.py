"""The totals of pledges in the common scopes, by the rule of ocdb.rules.totals, and what stands behind them."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from ocdb.load.derived.behind import Behind, Rowed
from ocdb.load.derived.ledger import Judged
from ocdb.load.derived.scopes import Areas, Concerned, bases_of, by_basis, scope_of, scopes
from ocdb.load.row import Row
from ocdb.rules.kinship import Kinship
from ocdb.rules.lines import FIRMNESS
from ocdb.rules.over_time import OverTime
from ocdb.rules.promises import Pledge
from ocdb.rules.scope import Total
from ocdb.rules.totals import added_up, tallied


def totals(judged: Judged, kinship: Kinship, areas: Areas) -> Iterator[Rowed]:
    """Yield the rows of total, and of what stands behind it, each with the name of its table."""
    over_time = OverTime(judged.promises, tallied, moment=_end_of_year)
    for scope in scopes(judged.pledges, kinship, areas):
        yield from totals_of(scope, over_time, areas)


def totals_of(concerned: Concerned[Pledge], over_time: OverTime, areas: Areas) -> Iterator[Rowed]:
    """Yield the rows of one scope: a total for each basis and line, and again for what is due by the end of each year.

    Args:
        concerned: the scope, and what concerns it.
        over_time: how all pledges hang together.
        areas: what lies in each area.
    """
    kind, key, names, every = concerned
    for basis, some in by_basis(every):
        scope = scope_of(kind, key, basis, areas)
        days = {_end_of_year(pledge.due_to) for pledge in some if pledge.due_to}
        for day, lines in chain([(None, over_time.whole(some, scope))], over_time.daily(some, scope, days)):
            for total in added_up(lines):
                yield from (("total", _total_row(kind, name, day, basis, total)) for name in names)
    for basis in bases_of(kind, every):
        counted, left_out = over_time.counted(every, scope_of(kind, key, basis, areas))
        behind = Behind("pledge", kind, names, basis)
        yield from behind.rests_on(len(counted), len(frozenset[str]().union(*(one.sources for one in counted))))
        yield from behind.left_out(left_out)
        yield from behind.denied(pledge.id for pledge in counted if pledge.denied)


def _end_of_year(day: date) -> date:
    return date(day.year, 12, 31)


def _total_row(kind: str, key: str | None, due_by: date | None, basis: str, total: Total) -> Row:
    parts = (kind, key, basis, f"due-{due_by.year}" if due_by else None, total.line)
    return {
        "id": ":".join(part for part in parts if part),
        "scope_kind": kind,
        "scope": key,
        "due_by": due_by,
        "basis": basis,
        **{name: getattr(total, name) for name in ("line", "low", "high", "bound", "pledges")},
        **dict(zip(FIRMNESS, total.firmness, strict=True)),
    }
