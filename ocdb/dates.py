"""Dates as precise as their source, never more: EDTF (ISO 8601-2) in, first and last day out."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from ocdb.errors import UsageError
from ocdb.words.language import _

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_PLAIN = r"(\d{4})(?:-(2[1-4])|-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?[~?%]?"
# Spring is 21 and winter 24, which ends in the next year.
_SPRING, _MONTHS_OF_A_SEASON = 21, 3
_DOUBT = "[~?%]"
ONE_DAY = dt.timedelta(days=1)
MONTHS = 12


@dataclass(frozen=True)
class Span:
    """A date as written, with its first and last day; None where an end is open or unknown."""

    edtf: str
    first: dt.date | None
    last: dt.date | None


class NoDateError(ValueError):
    """A text is no date in EDTF."""


@lru_cache(maxsize=10_000)
def parse(text: str) -> Span:
    """Return the span of an EDTF date: a day, a month, a year, an interval, with ``~`` or ``?``.

    Raises:
        ValueError: the text is no EDTF date, or the calendar has no such day.
    """
    head, slash, tail = text.partition("/")
    first = None if slash and head in ("", "..") else _bounds(head)[0]
    last = None if slash and tail in ("", "..") else _bounds(tail if slash else head)[1]
    if first is None and last is None:
        raise ValueError(_("{date} has no known end").format(date=text))
    if first and last and last < first:
        raise ValueError(_("{date} ends before it begins").format(date=text))
    return Span(text, first, last)


def recorded(text: str) -> tuple[dt.date, dt.date]:
    """Return the first and last day of the time that a date names: of an interval with one open end, the other end.

    "By June 2009" names June 2009, though it may have been in any year before.

    Raises:
        ValueError: the text is no EDTF date, or the calendar has no such day.
    """
    span = parse(text)
    head, slash, tail = text.partition("/")
    if not slash or (span.first and span.last):
        assert span.first is not None  # noqa: S101  a date that is no interval has both
        assert span.last is not None  # noqa: S101
        return span.first, span.last
    return _bounds(head if span.first else tail)


def over(text: str) -> dt.date | None:
    """Return the day by which a date is certainly over, or None where its end is open or unknown.

    One that is marked as approximate or uncertain (``~``, ``?``, ``%``) may end as much later as it is long: a day, a
    month, a year.

    Raises:
        ValueError: the text is no EDTF date, or the calendar has no such day.
    """
    last, end = parse(text).last, text.rpartition("/")[2]
    if last is None or not re.search(_DOUBT, end):
        return last
    first = parse(end).first or last
    if last in (first, dt.date.max):
        return last if last == dt.date.max else last + ONE_DAY
    year, month = divmod(_month(last) + _month(last) - _month(first) + 1, 12)
    return dt.date.max if year > dt.MAXYEAR else dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def earliest(text: str) -> dt.date | None:
    """Return the day before which a date certainly doesn't begin, or None where its beginning is open or unknown.

    One that is marked as approximate or uncertain may begin as much earlier as it is long, as `over` has it.

    Raises:
        ValueError: the text is no EDTF date, or the calendar has no such day.
    """
    first, beginning = parse(text).first, text.partition("/")[0]
    if first is None or not re.search(_DOUBT, beginning):
        return first
    last = parse(beginning).last or first
    if first in (last, dt.date.min):
        return first if first == dt.date.min else first - ONE_DAY
    year, month = divmod(_month(first) - (_month(last) - _month(first) + 1), 12)
    return dt.date.min if year < dt.MINYEAR else dt.date(year, month + 1, 1)


def whole_years(earlier: dt.date, later: dt.date) -> int:
    """Return how many whole years lie between two days."""
    return later.year - earlier.year - ((later.month, later.day) < (earlier.month, earlier.day))


def _month(day: dt.date) -> int:
    """Return the months since the year zero."""
    return day.year * 12 + day.month - 1


def _bounds(text: str) -> tuple[dt.date, dt.date]:
    """Return the first and last day of a date that is no interval."""
    plain = re.fullmatch(_PLAIN, text, re.ASCII)
    if not plain:
        raise NoDateError(_('"{text}" isn\'t a date').format(text=text))
    year, season, month, day = (int(part) if part else 0 for part in plain.groups())
    begin = month or (season and _MONTHS_OF_A_SEASON * (season - _SPRING + 1)) or 1
    end = month or (season and begin + _MONTHS_OF_A_SEASON - 1) or MONTHS
    try:
        first = dt.date(year, begin, day or 1)
        last_year, last_month = year + (end - 1) // MONTHS, (end - 1) % MONTHS + 1
        last = dt.date(last_year, last_month, day or calendar.monthrange(last_year, last_month)[1])
    except ValueError as error:
        raise ValueError(_("the calendar has no {date}").format(date=text)) from error
    return first, last


def weekday(day: dt.date) -> str:
    """Return the English name of the weekday, in small letters."""
    return WEEKDAYS[day.weekday()]


def day_span(text: str, option: str) -> tuple[str, str]:
    """Return the first and last day of a date that a user wrote.

    Raises:
        UsageError: it is no date.
    """
    try:
        span = parse(text)
    except ValueError as error:
        raise UsageError(
            _("--{option}: {date} isn't a date").format(option=option, date=text),
            _("Write 2020, 2020-07 or 2020-07-10."),
        ) from error
    if not (span.first and span.last):
        raise UsageError(
            _("--{option}: {date} has an open end").format(option=option, date=text),
            _("Write 2020, 2020-07 or 2020-07-10."),
        )
    return span.first.isoformat(), span.last.isoformat()
