"""How much came of the promises that were due, in the common scopes, for each span of days without a change."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, zip_longest

from ocdb.dates import ONE_DAY
from ocdb.load.derived.behind import Behind, Rowed
from ocdb.load.derived.ledger import Judged
from ocdb.load.derived.promises import Reading
from ocdb.load.derived.scopes import IN_YEAR, Areas, Concerned, by_basis, scope_of, scopes
from ocdb.load.row import Row
from ocdb.rules.choosing import Choice
from ocdb.rules.delivery import Rate, Verdict, cohort, delivered, rates_of, ties
from ocdb.rules.kinship import Kinship
from ocdb.rules.ledger import Line
from ocdb.rules.over_time import Lines, OverTime
from ocdb.rules.promises import Pledge
from ocdb.rules.totals import Tally

# What of a tally is no line: who counts, the articles behind that, and what of it a source denies, each by its slug.
_CLAIMS, _ARTICLES, _DENIED = "claims", "articles", "denied"


def deliveries(judged: Judged, kinship: Kinship, reading: Reading, areas: Areas) -> Iterator[Rowed]:
    """Yield the rows of delivery, and of what stands behind it, each with the name of its table.

    Args:
        judged: what became of each pledge.
        kinship: under which names an operator's totals are asked for.
        reading: the rows.
        areas: what lies in each area.
    """
    due = {pledge.id: pledge.due_to for pledge in judged.pledges}
    verdicts = {key: _verdict(line, due[key], reading.reports) for key, line in judged.lines.items()}
    pledges, promises = cohort(judged.pledges, verdicts)
    articles = {key: sorted(_articles(line, reading)) for key, line in judged.lines.items()}

    def tally(choice: Choice) -> dict[str, Tally]:
        counted = [pledge.id for pledge in choice.counted]
        return {
            **delivered(choice, verdicts),
            _CLAIMS: Counter(counted),
            _ARTICLES: Counter(article for key in counted for article in articles[key]),
            _DENIED: Counter(pledge.id for pledge in choice.counted if pledge.denied),
        }

    over_time = OverTime(promises, tally, ties=ties(pledges, verdicts))
    groupings: Groupings = defaultdict(lambda: defaultdict(list))
    for scope in chain(scopes(pledges, kinship, areas), _years(pledges, areas)):
        yield from deliveries_of(scope, over_time, areas)
        _gather(groupings, scope, over_time, areas)
        yield from _not_judged(scope, over_time, areas)
    for (by, area, basis), changes in sorted(groupings.items(), key=lambda one: tuple(part or "" for part in one[0])):
        yield from _together(Behind("delivery", by, [area], basis), changes)


def deliveries_of(concerned: Concerned[Pledge], over_time: OverTime, areas: Areas) -> Iterator[Rowed]:
    """Yield the rates of one scope, basis and line, a row for each span of days between two due days; of places none.

    Args:
        concerned: the scope, and what concerns it.
        over_time: how all pledges that can be judged hang together.
        areas: what lies in each area.
    """
    kind, key, names, every = concerned
    for basis, some in by_basis(every if kind != "place" else ()):
        days = sorted({pledge.due_to for pledge in some if pledge.due_to})
        found = over_time.daily(some, scope_of(kind, key, basis, areas), days)
        for (day, lines), following in zip_longest(found, days[1:]):
            for rate in rates_of(lines):
                yield from (("delivery", _row(kind, name, basis, (day, following), rate)) for name in names)


# What is grouped: by what, the area of which it is, where that isn't everything, and the basis, where it is one.
Grouping = tuple[str, str | None, str | None]
# By how much the groups of a grouping and the whole change together.
Groupings = dict[Grouping, dict[date, list[Lines]]]


def _gather(groupings: Groupings, concerned: Concerned[Pledge], over_time: OverTime, areas: Areas) -> None:
    """Add what changes in a scope to the groupings that it is a group of; all of them have the whole."""
    kind, key, _names, every = concerned
    for basis, some in by_basis(every if kind != "place" else ()):
        for grouping in _groupings(kind, str(key), basis, areas):
            for day, changes in over_time.changes(some, scope_of(kind, key, basis, areas)).items():
                groupings[grouping][day] += changes


def _groupings(kind: str, key: str, basis: str, areas: Areas) -> Iterator[Grouping]:
    """Yield what a scope is a group of, or the whole of; an area is grouped by country and by year."""
    if kind == "all":
        yield from ((by, None, basis) for by in ("country", "operator", "year", "basis"))
        yield "basis", None, None
    elif kind == "area":
        yield from ((by, key, basis) for by in ("area", "area_year"))
    elif kind == "area_year":
        yield kind, key.partition(IN_YEAR)[0], basis
    else:
        yield kind, None, basis
    if kind == "country":
        yield from (("area", area, basis) for area, there in areas.items() if key in there)


def _together(behind: Behind, changes: Mapping[date, Sequence[Lines]]) -> Iterator[Rowed]:
    """Yield what a grouping rests on, a row for each span of days: what counts in several groups is there once."""
    there: dict[str, Tally] = {name: Counter() for name in (_CLAIMS, _ARTICLES, _DENIED)}
    days = sorted(changes)
    since: dict[str, date] = {}
    for day, following in zip_longest(days, days[1:]):
        for change in changes[day]:
            for name, tally in there.items():
                for key, count in change.get(name, {}).items():
                    tally[key] += count
                    if not tally[key]:
                        del tally[key]
        now = behind.on(_after(day), following)
        yield from now.rests_on(len(there[_CLAIMS]), len(there[_ARTICLES]))
        for key in sorted({*since} - {*there[_DENIED]}):
            yield from behind.on(_after(since.pop(key)), day).denied([key])
        since |= {key: since.get(key, day) for key in there[_DENIED]}
    for key, day in sorted(since.items()):
        yield from behind.on(_after(day), None).denied([key])


def _not_judged(concerned: Concerned[Pledge], over_time: OverTime, areas: Areas) -> Iterator[Rowed]:
    """Yield how many promises of the whole database or of an area aren't due yet, or have no due date."""
    kind, key, names, every = concerned
    for basis, some in by_basis(every if kind in ("all", "area") else ()):
        counted, _left_out = over_time.counted(some, scope_of(kind, key, basis, areas))
        yield from _undue(Behind("delivery", kind, names, basis), counted)


def _undue(behind: Behind, counted: list[Pledge]) -> Iterator[Rowed]:
    """Yield how many of some promises aren't due yet, for each span of days, or have no due date."""
    due: dict[str, list[date | None]] = defaultdict(list)
    for pledge in counted:
        due[pledge.line].append(pledge.due_to)
    for line, every in sorted(due.items()):
        yield from behind.left_out(+Counter(no_due_date=every.count(None)), line)
        days = sorted(day for day in every if day)
        first: date | None = None
        for day in dict.fromkeys(days):
            yield from behind.on(first, day).left_out({"due_later": len(days) - bisect_left(days, day)}, line)
            first = _after(day)


def _after(day: date) -> date:
    """Return the day after a due day: from then on what was due by it is judged."""
    return day + ONE_DAY if day < date.max else day


def _articles(line: Line, reading: Reading) -> set[str]:
    """Return the articles behind a promise, and behind what decided its verdict."""
    claims = (line.pledge, *(one.claim for one in line.evidence if one.bearing == "decides"))
    return {article for claim in claims for article in reading.sources.get(claim, ())}


def _verdict(line: Line, due: date | None, reports: Container[str]) -> Verdict:
    """Return what became of a pledge once due, and the reports that show how much was there."""
    showing = frozenset(
        one.claim
        for one in line.evidence
        if one.claim in reports and one.low is not None and (one.bearing == "decides" or _by(one.last, due))
    )
    return Verdict(line.once_due, line.once_due_basis, line.shown, showing, line.shown_high)


def _by(day: date | None, due: date | None) -> bool:
    return bool(day and due and day <= due)


def _years(pledges: list[Pledge], areas: Areas) -> Iterator[Concerned[Pledge]]:
    """Yield each year in which a pledge is due, everywhere and in each area, with those pledges."""
    due: dict[tuple[str, str], list[Pledge]] = defaultdict(list)
    for pledge in pledges:
        if pledge.due_to:
            year = f"{pledge.due_to.year:04}"
            due["year", year].append(pledge)
            for area in (area for area, there in areas.items() if pledge.country in there):
                due["area_year", f"{area}{IN_YEAR}{year}"].append(pledge)
    for (kind, key), some in sorted(due.items(), key=lambda one: one[0]):
        yield kind, key, [key], some


def _row(kind: str, key: str | None, basis: str, days: tuple[date, date | None], rate: Rate) -> Row:
    day, following = days
    first = _after(day)
    parts = (kind, key, basis, rate.line, first.isoformat())
    return {
        "id": ":".join(part for part in parts if part),
        "scope_kind": kind,
        "scope": key,
        "basis": basis,
        "from_day": first,
        "to_day": following,
        **vars(rate),
    }
