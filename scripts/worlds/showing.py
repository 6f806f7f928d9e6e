"""Shows a world: what was curated of it, what is true, and what a load says."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import yaml

from ocdb.load.row import Row
from scripts.worlds.curating import fixtures
from scripts.worlds.judging import violations
from scripts.worlds.loading import load
from scripts.worlds.making import Made
from scripts.worlds.months import MONTHS, first_day
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
    for site in made.world.sites.values():
        holds = ", ".join(f"{first_day(hold.month)} {hold.company} ({hold.how})" for hold in site.holds)
        yield f"{site.key} at {site.place}: {holds}; people {by_month(site.staff)}; seats {by_month(site.seats)}"
    for promise in made.press.promises().values():
        yield from _promise(made, promise, loaded.rows["ledger"], loaded.rows["ledger_evidence"])
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


def _promise(made: Made, promise: Promise, ledger: Sequence[Row], evidence: Sequence[Row]) -> Iterator[str]:
    outcome = Outcome(made.world, promise)
    kind = "on top" if promise.additional else "in all"
    yield f"{promise.key}: {promise.number} {promise.measure} {kind}, made {promise.announced}, due {promise.due}"
    yield f"  baseline {outcome.baseline}, needed {outcome.needed(promise.figure.least)}: {by_month(outcome.levels)}"
    for row in ledger:
        if row["pledge_id"] == promise.key:
            yield f"  {_row(row)}"
    for row in evidence:
        if row["pledge_id"] == promise.key:
            yield f"    {_row(row)}"


def _row(row: Row) -> str:
    return ", ".join(f"{name} {value}" for name, value in row.items() if value is not None and name not in LEFT_OUT)


def by_month(numbers: Sequence[int]) -> str:
    """Return numbers by month in words: since when there were how many."""
    runs = [
        (month, number) for number, group in groupby(range(MONTHS), lambda at: numbers[at]) for month in [min(group)]
    ]
    return ", ".join(f"{first_day(month):%Y-%m} {number}" for month, number in runs)
