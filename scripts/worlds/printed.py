"""How the press prints numbers and dates: rounded, approximate, as precise as a year; never wrong."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from scripts.worlds.months import MONTHS, first_day, last_day, month_of

ALL = ("exact", "about", "nearly", "at_least", "at_most", "range")
COMMON = (40, 24, 10, 13, 3, 10)


@dataclass(frozen=True)
class Figure:
    """A number or two as printed."""

    low: int | None
    high: int | None
    bound: str

    @property
    def least(self) -> int:
        """Return the honest lower end: "about" and "nearly" are worth ten per cent."""
        low = self.low or 0
        return -(-9 * low // 10) if self.bound in ("about", "nearly") else low

    @property
    def most(self) -> int | None:
        """Return the honest upper end; None where it is open."""
        if self.high is None:
            return None
        return {"about": 11 * self.high // 10, "nearly": self.high - 1}.get(self.bound, self.high)

    def holds(self, number: int) -> bool:
        """Return whether a number lies between the ends."""
        return self.least <= number and (self.most is None or number <= self.most)

    def written(self) -> Any:
        """Return the figure as a curator writes it."""
        if self.bound == "exact":
            return self.low
        if self.bound == "range":
            return {"range": [self.low, self.high]}
        return {self.bound: self.high if self.low is None else self.low}


def print_figure(chance: Random, number: int) -> Figure:
    """Return a figure that is true of a number."""
    bound = chance.choices(ALL, COMMON)[0] if number >= 20 else "exact"
    step = 10 if number < 200 else 50 if number < 1000 else 100
    rounded = [step * times for times in range(max(1, number // step // 2), number // step * 2 + 2)]
    figures = [Figure(*_ends(bound, near, near + step * chance.randint(1, 3)), bound) for near in rounded]
    honest = [figure for figure in figures if figure.holds(number) and _near(figure, number)]
    return chance.choice(honest) if honest and bound != "exact" else Figure(number, number, "exact")


def _ends(bound: str, near: int, above: int) -> tuple[int | None, int | None]:
    return {
        "at_least": (near, None),
        "at_most": (None, near),
        "range": (near, above),
    }.get(bound, (near, near))


def _near(figure: Figure, number: int) -> bool:
    """Return whether the open end of a figure isn't silly: nobody says more than 100 where 900 are."""
    return 3 * number <= 4 * (figure.low or number) and 3 * (figure.high or number) <= 4 * number + 12


@dataclass(frozen=True)
class Printed:
    """A date as printed, in EDTF, with the first and last day that it seems to mean.

    Attributes:
        over: by which day it is certainly over, where it is approximate.
    """

    text: str
    first: date | None
    last: date
    over: date


def year(number: int, mark: str = "") -> Printed:
    """Return a year, approximate where it is marked with a tilde or a question mark."""
    last = date(number, 12, 31)
    return Printed(f"{number}{mark}", date(number, 1, 1), last, date(number + 1, 12, 31) if mark else last)


def month(day: date, mark: str = "") -> Printed:
    """Return the month of a day, approximate where it is marked."""
    own = month_of(day)
    last = last_day(own)
    over = last_day(own + 1) if mark and own + 1 < MONTHS else last
    return Printed(f"{first_day(own):%Y-%m}{mark}", first_day(own), last, over)


def exact(day: date) -> Printed:
    """Return a day."""
    return Printed(day.isoformat(), day, day, day)


def by(day: date) -> Printed:
    """Return that something is to be there by the end of a month."""
    return Printed(f"../{day:%Y-%m}", None, day, day)


def between(first: date | None, last: date) -> Printed:
    """Return a time from one day to another; its beginning may be open."""
    return Printed(f"{first.isoformat() if first else '..'}/{last.isoformat()}", first, last, last)


def print_day(chance: Random, day: date, published: date) -> Printed:
    """Return a day of the past as an article prints it: as a day, a month or a year, a time, sometimes about right."""
    style = chance.choices(("day", "month", "year", "time", "about year", "about month"), (40, 24, 20, 4, 8, 4))[0]
    if style == "about year":
        return _not_after(year(day.year + chance.choice((-1, 0, 0, 1)), "~"), published) or exact(day)
    if style == "about month":
        shifted = day.replace(day=15) + timedelta(days=chance.choice((-30, 0, 30)))
        return _not_after(month(shifted, "~"), published) or exact(day)
    if style == "time":
        after = timedelta(days=chance.randint(0, min(200, (published - day).days)))
        return between(day - timedelta(days=chance.randint(1, 200)), day + after)
    return {"day": exact(day), "month": month(day), "year": year(day.year)}[style]


def _not_after(printed: Printed, published: date) -> Printed | None:
    """Return a date unless it begins after the article that prints it appeared: it tells of the past."""
    return printed if printed.first and printed.first <= published else None
