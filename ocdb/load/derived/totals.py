"""The totals of pledges in the common scopes, by the rule of ocdb.rules.totals."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from ocdb.load.derived.ledger import Judged
from ocdb.load.derived.scopes import by_basis, scope_of, scopes
from ocdb.load.row import Row
from ocdb.rules.kinship import Kinship
from ocdb.rules.lines import FIRMNESS
from ocdb.rules.over_time import OverTime
from ocdb.rules.totals import Total, added_up, tallied


def totals(judged: Judged, kinship: Kinship) -> Iterator[Row]:
    """Yield a total for each scope, basis and line, and again for what is due by the end of each year."""
    over_time = OverTime(judged.promises, tallied, moment=_end_of_year)
    for kind, key, names, concerned in scopes(judged.pledges, kinship):
        days = {_end_of_year(pledge.due_to) for pledge in concerned if pledge.due_to}
        for basis, some in by_basis(concerned):
            scope = scope_of(kind, key, basis)
            for day, lines in chain([(None, over_time.whole(some, scope))], over_time.daily(some, scope, days)):
                for total in added_up(lines):
                    yield from (_total_row(kind, name, day, basis, total) for name in names)


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
