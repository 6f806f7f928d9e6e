"""The totals of pledges in the common scopes, by the rule of ocdb.rules.totals."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ocdb.load.derived.ledger import Judged
from ocdb.load.row import Row
from ocdb.rules.kinship import Kinship
from ocdb.rules.lines import FIRMNESS
from ocdb.rules.promises import Pledge
from ocdb.rules.totals import Scope, Total, roll_up


def totals(judged: Judged, kinship: Kinship) -> Iterator[Row]:
    """Yield a total for each scope, basis and line, and again for what is due by the end of each year."""
    for kind, key, names, concerned in scopes(judged.pledges, kinship):
        years = sorted({pledge.due_to.year for pledge in concerned if pledge.due_to})
        for basis in sorted({pledge.basis for pledge in concerned}):
            for due_by in (None, *(date(year, 12, 31) for year in years)):
                wanted = scope_of(kind, key, basis, due_by)
                for total in roll_up(concerned, wanted, judged.promises).totals:
                    yield from (_total_row(kind, name, due_by, basis, total) for name in names)


def scopes(pledges: list[Pledge], kinship: Kinship) -> Iterator[tuple[str, str | None, list[str | None], list[Pledge]]]:
    """Yield each common scope, the slugs under which it is asked for, and the pledges that concern it."""
    yield "all", None, [None], pledges
    concerned: dict[tuple[str, str], list[Pledge]] = defaultdict(list)
    for pledge in pledges:
        concerned["country", pledge.country].append(pledge)
        for place in pledge.places:
            concerned["place", place].append(pledge)
        for operator in pledge.operators:
            concerned["operator", operator].append(pledge)
    for (kind, key), some in sorted(concerned.items()):
        names = sorted(kinship.same(key)) if kind == "operator" else [key]
        yield kind, key, [*names], some


def scope_of(kind: str, key: str | None, basis: str, due_by: date | None = None) -> Scope:
    """Return a common scope as the rule takes it."""
    only = frozenset([key] if key else [])
    return Scope(
        operators=only if kind == "operator" else frozenset(),
        countries=only if kind == "country" else frozenset(),
        places=only if kind == "place" else frozenset(),
        due_by=due_by,
        basis=basis,
    )


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
