"""What the number formats of Excel say about a cell: a date and how much of it is shown, a percentage, or neither."""

import datetime as dt
import re
from decimal import Decimal

from ocdb.curation.importing.sheets import Day, Unusable, Value

# ECMA-376, part 1, 18.8.30: the formats that a file needn't spell out.
BUILT_IN = {
    9: "0%",
    10: "0.00%",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "h:mm:ss"),
    22: "m/d/yy h:mm",
    **dict.fromkeys((*range(27, 32), 36, *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys(range(32, 36), "h:mm:ss"),
}
# Quoted text, escaped and padding characters, colours, conditions and languages in brackets.
_ORNAMENT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]')
_LEAP_DAY = 60  # the serial of 29 February 1900, which Excel counts and the calendar doesn't
_DIGITS = 20
_LAST = 2_958_465  # 31 December 9999


def kind(code: str) -> str:
    """Return what a number format shows: day, month, year, a date without year, time, percent, or "" for a number."""
    plain = _ORNAMENT.sub("", code.split(";", maxsplit=1)[0]).lower().replace("am/pm", "h").replace("general", "")
    if "y" in plain:
        months = "m" in plain.replace("mm:ss", "")
        return "day" if re.search(r"(?<!d)d{1,2}(?!d)", plain) else "month" if months else "year"
    if "h" in plain or "s" in plain:
        return "time"
    if "d" in plain or "m" in plain:
        return "date without year"
    return "percent" if "%" in plain else ""


def read(text: str, shows: str, *, since_1904: bool) -> Value:
    """Return the value of a cell with a number.

    Args:
        text: the number as stored.
        shows: what its format shows, by `kind`.
        since_1904: whether the workbook counts its days from 1904.
    """
    try:
        number = Decimal(text) if len(text) < 12 else Decimal(f"{float(text):.15g}")  # noqa: PLR2004  15 digits count
    except (ArithmeticError, ValueError):
        return Unusable(text, "it is marked as a number and is none", "Write the number again.")
    if not number.is_finite() or number.adjusted() > _DIGITS:
        return Unusable(text, "it is no number that can be stored", "Write the number again.")
    if shows == "percent":
        return f"{_plain(number * 100):f}%"
    if not shows:
        return _plain(number)
    if shows in ("time", "date without year"):
        what = "a time" if shows == "time" else "a date whose year isn't shown"
        return Unusable(text, f"it is {what}", "Write the whole date, with its year.")
    return _date(number, shows, since_1904=since_1904)


def _plain(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1)) if number == int(number) else number.normalize()


def _date(number: Decimal, shows: str, *, since_1904: bool) -> Value:
    days = int(number)
    if not 0 < days + since_1904 <= _LAST or (days == _LEAP_DAY and not since_1904):
        return Unusable(f"{number:f}", "it is shown as a date and is none", "Write the date again.")
    if since_1904:
        day = dt.date(1904, 1, 1) + dt.timedelta(days=days)
    else:
        day = dt.date(1899, 12, 30 if days > _LEAP_DAY else 31) + dt.timedelta(days=days)
    return Day(day.isoformat()[: {"day": 10, "month": 7, "year": 4}[shows]])
