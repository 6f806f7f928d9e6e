"""The time of a world: fifteen years of months, at whose first days everything changes."""

import calendar
from datetime import date

FIRST_YEAR = 2008
MONTHS = 15 * 12


def month_of(day: date) -> int:
    """Return the month in which a day lies, from 0; days outside of the world lie in its first or last month."""
    return min(max((day.year - FIRST_YEAR) * 12 + day.month - 1, 0), MONTHS - 1)


def first_day(month: int) -> date:
    """Return the first day of a month."""
    return date(FIRST_YEAR + month // 12, month % 12 + 1, 1)


def last_day(month: int) -> date:
    """Return the last day of a month."""
    first = first_day(month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def months_between(first: date, last: date) -> range:
    """Return the months of which at least a day lies between two days, both included."""
    return range(month_of(first), month_of(last) + 1) if first <= last else range(0)


def beginning_between(first: date, last: date) -> range:
    """Return the months that begin between two days, both included: what they change happens then."""
    start = month_of(first) + (first.day > 1)
    return range(start, month_of(last) + 1) if first <= last else range(0)
