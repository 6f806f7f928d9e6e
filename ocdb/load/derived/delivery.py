"""How much came of the promises that were due, in the common scopes, for each span of days without a change."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import chain, zip_longest

from ocdb.dates import ONE_DAY
from ocdb.load.derived.ledger import Judged
from ocdb.load.derived.scopes import by_basis, scope_of, scopes
from ocdb.load.row import Row
from ocdb.rules.choosing import Choice
from ocdb.rules.delivery import Rate, Verdict, cohort, delivered, rates_of, ties
from ocdb.rules.kinship import Kinship
from ocdb.rules.ledger import Line
from ocdb.rules.over_time import OverTime
from ocdb.rules.promises import Pledge
from ocdb.rules.totals import Tally


def deliveries(judged: Judged, kinship: Kinship, reports: set[str]) -> Iterator[Row]:
    """Yield the rates of each scope, basis and line, a row for each span of days between two due days.

    Args:
        judged: what became of each pledge.
        kinship: under which names an operator's totals are asked for.
        reports: the slugs of the reports among the claims.
    """
    due = {pledge.id: pledge.due_to for pledge in judged.pledges}
    verdicts = {key: _verdict(line, due[key], reports) for key, line in judged.lines.items()}
    pledges, promises = cohort(judged.pledges, verdicts)

    def tally(choice: Choice) -> dict[str, Tally]:
        return delivered(choice, verdicts)

    over_time = OverTime(promises, tally, ties=ties(pledges, verdicts))
    for kind, key, names, concerned in chain(scopes(pledges, kinship), _years(pledges)):
        for basis, some in by_basis(concerned if kind != "place" else ()):
            days = sorted({pledge.due_to for pledge in some if pledge.due_to})
            found = over_time.daily(some, scope_of(kind, key, basis), days)
            for (day, lines), following in zip_longest(found, days[1:]):
                for rate in rates_of(lines):
                    yield from (_row(kind, name, basis, (day, following), rate) for name in names)


def _verdict(line: Line, due: date | None, reports: set[str]) -> Verdict:
    """Return what became of a pledge once due, and the reports that show how much was there."""
    showing = frozenset(
        one.claim
        for one in line.evidence
        if one.claim in reports and one.low is not None and (one.bearing == "decides" or _by(one.last, due))
    )
    return Verdict(line.once_due, line.once_due_basis, line.shown, showing, line.shown_high)


def _by(day: date | None, due: date | None) -> bool:
    return bool(day and due and day <= due)


def _years(pledges: list[Pledge]) -> Iterator[tuple[str, str | None, list[str | None], list[Pledge]]]:
    """Yield each year in which a pledge is due, with those pledges."""
    due: dict[str, list[Pledge]] = defaultdict(list)
    for pledge in pledges:
        if pledge.due_to:
            due[f"{pledge.due_to.year:04}"].append(pledge)
    for year, some in sorted(due.items()):
        yield "year", year, [year], some


def _row(kind: str, key: str | None, basis: str, days: tuple[date, date | None], rate: Rate) -> Row:
    day, following = days
    parts = (kind, key, basis, rate.line, (day + ONE_DAY).isoformat() if day < date.max else day.isoformat())
    return {
        "id": ":".join(part for part in parts if part),
        "scope_kind": kind,
        "scope": key,
        "basis": basis,
        "from_day": day + ONE_DAY if day < date.max else day,
        "to_day": following,
        **vars(rate),
    }
