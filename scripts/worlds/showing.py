"""Shows a world: what was curated of it, what is true, and what a load says."""

from collections.abc import Iterator, Sequence

import yaml

from ocdb.load.row import Row
from scripts.worlds.curating import fixtures
from scripts.worlds.judging import violations
from scripts.worlds.loading import Loaded, load
from scripts.worlds.making import Made
from scripts.worlds.months import first_day, month_of
from scripts.worlds.promised import Outcome, Promise

LEFT_OUT = ("id", "pledge_id")


def show(made: Made, *, strict: bool = False) -> Iterator[str]:
    """Yield the lines of a world."""
    loaded = load(fixtures(made.world, made.press))
    yield f"# world {made.number} of seed {made.seed}"
    for file in fixtures(made.world, made.press):
        yield yaml.safe_dump(file, sort_keys=False, default_flow_style=None, width=150).rstrip()
        yield "---"
    yield "# the truth"
    months = _months(made)
    for site in made.world.sites.values():
        holds = ", ".join(f"{first_day(hold.month)} {hold.company} ({hold.how})" for hold in site.holds)
        rows = [f"{row} {at(getattr(site, row), months)}" for row in ("staff", "seats") if any(getattr(site, row))]
        yield f"{site.key} at {site.place}: {'; '.join([holds, *rows])}"
    for promise in made.press.promises().values():
        yield from _promise(made, promise, loaded, months)
    yield "# reports, in truth"
    for report in made.press.reports().values():
        time = f"{report.since or '..'} to {report.day}" if report.kind == "created" else report.day
        yield f"{report.key}: {report.kind} {report.number} {report.measure} {time}{' (wrong)' if report.wrong else ''}"
    yield "# totals"
    for row in loaded.rows["total"]:
        yield _row(row)
    yield "# false"
    for violation in violations(made, loaded, strict=strict):
        yield f"{violation.kind}: {violation.subject} ({violation.about}): {violation.detail}"


def _months(made: Made) -> list[int]:
    """Return the months that matter: of announcements, due days and reports."""
    promises, reports = made.press.promises().values(), made.press.reports().values()
    days = [day for one in promises for day in (one.announced, one.due) if day] + [one.day for one in reports]
    return sorted({month_of(day) for day in days})


def _promise(made: Made, promise: Promise, loaded: Loaded, months: Sequence[int]) -> Iterator[str]:
    ledger, evidence = loaded.rows["ledger"], loaded.rows["ledger_evidence"]
    outcome = Outcome(made.world, promise)
    kind = "on top" if promise.additional else "in all"
    yield f"{promise.key}: {promise.number} {promise.measure} {kind}, made {promise.announced}, due {promise.due}"
    levels = [month for month in months if month >= outcome.start]
    created = f"; created {at(outcome.created, levels)}" if promise.people and promise.additional else ""
    most = max(outcome.levels[outcome.start :])
    first = first_day(outcome.levels.index(most, outcome.start))
    yield f"  baseline {outcome.baseline}, needed {outcome.needed(promise.figure.least)}, ever {most} ({first:%Y-%m})"
    yield f"  there {at(outcome.levels, levels)}{created}"
    for row in ledger:
        if row["pledge_id"] == promise.key:
            yield f"  {_row(row)}"
    for row in evidence:
        if row["pledge_id"] == promise.key:
            yield f"    {_row(row)}"


def _row(row: Row) -> str:
    return ", ".join(f"{name} {value}" for name, value in row.items() if value is not None and name not in LEFT_OUT)


def at(numbers: Sequence[int], months: Sequence[int]) -> str:
    """Return how many there are in some months, those left out in which there are as many as before."""
    known = [(month, numbers[month]) for month in months]
    changed = [pair for pair, before in zip(known, [(0, -1), *known], strict=False) if pair[1] != before[1]]
    return ", ".join(f"{first_day(month):%Y-%m} {number}" for month, number in changed)
