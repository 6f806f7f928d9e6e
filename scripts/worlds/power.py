"""What the press could have shown: the verdicts that reports prove which are about nothing but the promise.

This is no rule, but a yardstick: a rule that stays silent on all of these wins nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scripts.worlds.article import Press, Report, Said
from scripts.worlds.making import Made
from scripts.worlds.months import month_of
from scripts.worlds.promised import AFTERMATH, Promise
from scripts.worlds.truth import FLOWS, LEVELS, PEOPLE

ALIKE = {"jobs": ("jobs", "headcount"), "headcount": ("jobs", "headcount"), "seats": ("seats",)}


@dataclass(frozen=True)
class Ends:
    """Between what a number lies, in a time; ``most`` is None where it is open."""

    least: int
    most: int | None
    first: date
    last: date


def shown(made: Made, promise: Promise) -> str:
    """Return what direct reports prove of a promise; an empty text for nothing."""
    somebody = promise.employers.companies is not None or promise.scope.sector
    if promise.undated or promise.wrong_of or promise.figure.bound == "at_most" or not somebody:
        return ""
    if any(isinstance(item, Said) and not item.wrong and item.promise == promise.key for item in made.press.items()):
        return "said by a source"
    direct = list(_direct(made, promise))
    base = _baseline(made.press, promise)
    if base is None or not direct:
        return ""
    return _proved(promise, direct, base)


def _proved(promise: Promise, direct: list[Ends], base: tuple[int, int]) -> str:
    due, over = promise.due, promise.printed_due.over if promise.printed_due else None
    least, most = promise.figure.least, promise.figure.most
    reached = [one for one in direct if one.least >= least + base[1]]
    if any(not due or one.last <= due for one in reached):
        beyond = most is not None and any(one.least > most + base[1] for one in reached if not due or one.last <= due)
        return "exceeded" if beyond else "delivered"
    if not (due and over) or promise.firmness in ("forecast", "capacity"):  # these break no promise
        return ""
    short = [one for one in direct if one.most is not None and one.most < least + base[0]]
    missed = any(over <= one.first <= over + AFTERMATH for one in short) and promise.measure in LEVELS
    late = any(one.first > over for one in reached)
    return ("late" if late else "missed") if missed else ""


def _baseline(press: Press, promise: Promise) -> tuple[int, int] | None:
    """Return between what the number lies that the figure comes on top of; None where that isn't known."""
    if promise.measure in FLOWS or promise.reading == "total" or promise.printed_baseline == "none":
        return 0, 0
    report = press.reports().get(promise.printed_baseline)
    if not report or report.figure.most is None:
        return None
    return (report.figure.least if promise.reading == "additional" else 0), report.figure.most


def _direct(made: Made, promise: Promise) -> Iterator[Ends]:
    """Yield what reports show that are surely about the promise's employers, its place, its measure and later."""
    made_by = promise.printed_announced.over if promise.printed_announced else promise.announced + timedelta(days=31)
    for report in made.press.reports().values():
        if _about(made, promise, report) and (ends := _ends(promise, report)) and ends.first > made_by:
            yield ends


def _about(made: Made, promise: Promise, report: Report) -> bool:
    contested = report.undated or report.wrong or not report.preferred
    own = promise.scope
    here = replace(report.scope, companies=own.companies) == own
    there = made.world.companies
    month = month_of(report.day)
    alive = all(month < there[key].until for key in own.companies or ())
    same = (PEOPLE[report.directness], report.scope.companies) == (PEOPLE[promise.directness], own.companies)
    return not contested and here and bool(report.names or own.sector) and alive and same


def _ends(promise: Promise, report: Report) -> Ends | None:
    if report.as_of and report.as_of.text[-1] in "~?":
        return None
    if promise.measure in FLOWS:
        fits = report.kind == "created" and report.measure == promise.measure
        return Ends(report.figure.least, None, report.since or date.min, report.day) if fits else None
    if report.kind != "held" or report.measure not in ALIKE[promise.measure]:
        return None
    first, last = (report.as_of.first, report.as_of.last) if report.as_of else (report.day, report.day)
    return Ends(report.figure.least, report.figure.most, first or date.min, last)
