"""Dates as a mapping says that a sheet writes them; a text that could be two dates is none."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache

from ocdb import dates
from ocdb.curation.fields import LONGEST
from ocdb.intake.sheets.sheets import Day, Value, shown
from ocdb.intake.sheets.unfit import UnfitError
from ocdb.text import fold
from ocdb.words.language import _
from ocdb.words.suggestions import either

_MONTHS = (
    ("january", "jan", "janvier", "janv"), ("february", "feb", "fevrier", "fevr", "fev"), ("march", "mar", "mars"),
    ("april", "apr", "avril", "avr"), ("may", "mai"), ("june", "jun", "juin"), ("july", "jul", "juillet", "juil"),
    ("august", "aug", "aout"), ("september", "sep", "sept", "septembre"), ("october", "oct", "octobre"),
    ("november", "nov", "novembre"), ("december", "dec", "decembre"),
)  # fmt: skip
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_PARTS = {"DD": r"(?P<day>\d{1,2})", "MM": r"(?P<month>\d{1,2})", "YYYY": r"(?P<year>\d{4})"}
# Folding turns / . - and commas into spaces: these are told apart before that.
_ORDERS = ("DD{0}MM{0}YYYY", "MM{0}DD{0}YYYY", "YYYY{0}MM{0}DD", "MM{0}YYYY", "YYYY{0}MM")
NUMERIC = tuple(order.format(sign) for sign in "/.- " for order in _ORDERS)
NAMED = ("DD MONTH YYYY", "MONTH DD YYYY", "MONTH YYYY", "YYYY MONTH")
FORMS = (*NUMERIC, "YYYY", "YYYYMMDD", *NAMED)
_YEARS = range(1900, 2101)


def read_date(value: Value, forms: Sequence[str]) -> str | int:
    """Return a date as fixtures write it: a year as a number, all else as EDTF.

    Raises:
        UnfitError: it is no date in these forms, or could be two.
    """
    if isinstance(value, Day):
        return _plausible(value.edtf)
    text = " ".join(shown(value).split())
    found = {day for form in forms if (day := _by_form(text, form))}
    if len(found) > 1:
        reason = _("it may be {values}").format(values=either(sorted(found)))
        raise UnfitError(reason, _("In dates: keep only the form of this column."))
    if found:
        return _plausible(found.pop())
    if any(_match(text, form) for form in forms):
        raise UnfitError(_("the calendar has no such day"), _("Correct the date."))
    return _plausible(_edtf(text, forms))


def _by_form(text: str, form: str) -> str | None:
    """Return the EDTF date of a text in a form, or None where it isn't in it or the calendar has no such day."""
    match = _match(text, form)
    if not match:
        return None
    parts = match.groupdict()
    month = _MONTH.get(parts["name"], 0) if parts.get("name") else int(parts.get("month") or 0)
    year, day = int(parts["year"]), int(parts.get("day") or 0)
    try:
        dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    if ("M" in form and not month) or ("DD" in form and not day):
        return None
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _match(text: str, form: str) -> re.Match[str] | None:
    return re.fullmatch(_pattern(form), fold(text) if "MONTH" in form else text)


@cache
def _pattern(form: str) -> str:
    if form == "YYYYMMDD":
        return r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
    pattern = re.escape(form).replace("MONTH", r"(?P<name>[a-z]+)").replace("DD\\ (", r"DD(?:er|st|nd|rd|th)?\ (")
    for part, expression in _PARTS.items():
        pattern = pattern.replace(part, expression)
    return pattern


def _edtf(text: str, forms: Sequence[str]) -> str:
    try:
        if len(text) <= LONGEST and dates.parse(text):
            return text
    except ValueError:
        pass
    if re.fullmatch(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}", text):
        raise UnfitError(_("its year has two digits, so its century is unknown"), _("Write the year with four digits."))
    if forms:
        reason = _("it isn't a date in the form {forms}").format(forms=either(forms))
        raise UnfitError(reason, _("Correct it, or add its form to dates:."))
    remedy = _("Say in the mapping how dates are written, as in dates: DD/MM/YYYY")
    raise UnfitError(_("the mapping doesn't say how to read this date"), remedy)


def _plausible(edtf: str) -> str | int:
    span = dates.parse(edtf)
    for day in (span.first, span.last):
        if day and day.year not in _YEARS:
            reason = _("{year} isn't a likely year").format(year=day.year)
            raise UnfitError(reason, _("Check that the columns haven't shifted."))
    return int(edtf) if re.fullmatch(r"[1-9]\d{3}", edtf) else edtf
