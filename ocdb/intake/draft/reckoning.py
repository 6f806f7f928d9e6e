"""Dates reckoned from the parts of a phrase and from the day on which it was said, as EDTF."""

import datetime as dt
from collections.abc import Callable

from dateutil.relativedelta import relativedelta

from ocdb.dates import WEEKDAYS

_MONTHS = [
    "janvier|january|jan",
    "fevrier|february|feb",
    "mars|march|mar",
    "avril|april|apr",
    "mai|may",
    "juin|june|jun",
    "juillet|july|jul",
    "aout|august|aug",
    "septembre|september|sept|sep",
    "octobre|october|oct",
    "novembre|november|nov",
    "decembre|december|dec",
]
MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")}
_FRENCH_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
DAY = {name: english for names in (_FRENCH_DAYS, WEEKDAYS) for name, english in zip(names, WEEKDAYS, strict=True)}
COUNTS = {
    word: number
    for words in (
        "un deux trois quatre cinq six sept huit neuf dix onze douze",
        "one two three four five six seven eight nine ten eleven twelve",
    )
    for number, word in enumerate(words.split(), 1)
} | {"une": 1, "a": 1, "quinze": 15, "vingt": 20, "dix-huit": 18, "eighteen": 18, "twenty": 20}
ORDINALS = {"premier": 1, "1er": 1, "first": 1, "1st": 1, "deuxieme": 2, "second": 2, "2eme": 2, "2e": 2, "2nd": 2}
ORDINALS |= {"seconde": 2, "troisieme": 3, "3eme": 3, "3e": 3, "third": 3, "3rd": 3, "dernier": 4, "quatrieme": 4}
ORDINALS |= {"4eme": 4, "4e": 4, "fourth": 4, "4th": 4, "premiere": 1}
_AHEAD = ("prochain", "next", "coming", "by", "before", "until", "avant", "d'ici", "jusqu")
_MONTHS_OF_A_YEAR = 12
Given = dict[str, str]
Reckon = Callable[[Given, dt.date], str | None]


def _month(given: Given) -> int:
    return MONTH[given["month"]]


def _count(given: Given) -> int:
    count = given["count"]
    return int(count) if count.isdigit() else COUNTS[count]


def full(given: Given, _: dt.date) -> str | None:
    """Return a full date; None where the calendar has no such day."""
    try:
        return dt.date(int(given["year"]), _month(given), int(given["day"])).isoformat()
    except ValueError:
        return None


def numeric(given: Given, _: dt.date) -> str | None:
    """Return a date that is written in digits; None in English where day and month could be either."""
    day, month = int(given["day"]), int(given["number"])
    if month > _MONTHS_OF_A_YEAR:
        day, month = month, day
    elif "english" in given and given.get("sign") != "-" and day <= _MONTHS_OF_A_YEAR and day != month:
        return None
    try:
        return dt.date(int(given["year"]), month, day).isoformat()
    except ValueError:
        return None


def days(given: Given, origin: dt.date) -> str | None:
    """Return the span of days in one month, in the year that is stated or in the nearest one."""
    last = yearless({**given, "day": given["until"]}, origin) if "year" not in given else None
    year = int(given.get("year") or (last or "0")[:4])
    try:
        first, end = (dt.date(year, _month(given), int(given[name])) for name in ("day", "until"))
    except ValueError:
        return None
    return f"{first}/{end}" if first < end else None


def across(given: Given, _: dt.date) -> str | None:
    """Return a span of days over two months: du 28 juin au 2 juillet 2012."""
    year = given["year2"]
    first = full({**given, "year": given.get("year", year)}, dt.date.min)
    last = full({"year": year, "month": given["month2"], "day": given["until"]}, dt.date.min)
    return f"{first}/{last}" if first and last and first < last else None


def months(given: Given, _: dt.date) -> str | None:
    """Return a span of months: from May to July 2012."""
    first = f"{given.get('year', given['year2'])}-{_month(given):02}"
    last = f"{given['year2']}-{MONTH[given['month2']]:02}"
    return f"{first}/{last}" if first < last else None


def middle(given: Given, _: dt.date) -> str:
    """Return the middle of a year, about its June."""
    return f"{given['year']}-06~"


def year_end(given: Given, _: dt.date) -> str:
    """Return the end of a year, its December."""
    return f"{given['year']}-12"


def yearless(given: Given, origin: dt.date) -> str | None:
    """Return a day whose year isn't printed: the next or the last one, else the nearest that fits the weekday."""
    days = []
    for year in (origin.year - 1, origin.year, origin.year + 1):
        try:
            days.append(dt.date(year, _month(given), int(given["day"])))
        except ValueError:
            continue
    side = given.get("side", "")
    if side.startswith(_AHEAD):
        days = [day for day in days if day >= origin]
    elif side.startswith(("derni", "last", "past", "pass")):
        days = [day for day in days if day <= origin]
    if "weekday" in given:
        days = [day for day in days if WEEKDAYS[day.weekday()] == DAY[given["weekday"]]] or days
    return min(days, key=lambda day: abs(day - origin)).isoformat() if days else None


def month_of_year(given: Given, _: dt.date) -> str:
    """Return a month, open to the end after "from"."""
    return f"{given['year']}-{_month(given):02}" + ("/.." if "from" in given else "")


def next_month(given: Given, origin: dt.date) -> str:
    """Return the month of a name that is next or last, as seen from the publication."""
    ahead = given["side"].startswith(("prochain", "next", "coming"))
    if given["side"] in ("this", "courant"):
        return f"{origin.year}-{_month(given):02}"
    months = range(1, 13) if ahead else range(-1, -13, -1)
    day = next(day for step in months if (day := origin + relativedelta(day=1, months=step)).month == _month(given))
    return f"{day:%Y-%m}"


def nearest_month(given: Given, origin: dt.date) -> str:
    """Return the month of a name whose year isn't said: to come or past as its sentence says, else the nearest one."""
    side = given.get("side", "")
    steps = range(12) if side.startswith(_AHEAD) else range(0, -12, -1) if side == "last" else range(-6, 6)
    near = [origin + relativedelta(day=1, months=step) for step in steps]
    return f"{next(day for day in near if day.month == _month(given)):%Y-%m}"


def year(given: Given, _: dt.date) -> str:
    """Return a year as stated."""
    return given["year"]


def years(given: Given, _: dt.date) -> str | None:
    """Return a span of years."""
    first, last = int(given["year"]), int(given["until"])
    return f"{first}/{last}" if first < last else None


def part(months: int) -> Reckon:
    """Return the reckoning of a quarter (3 months) or a half (6) of a year."""

    def reckon(given: Given, origin: dt.date) -> str | None:
        year = int(given.get("year", origin.year))
        number = int(given["digit"]) if "digit" in given else ORDINALS[given["ordinal"]]
        first = (number - 1) * months + 1
        return f"{year}-{first:02}/{year}-{first + months - 1:02}" if first < 12 else None  # noqa: PLR2004  months

    return reckon


def _shift(given: Given, origin: dt.date, sign: int) -> str:
    """Return the day, month or year that lies some time away; a number of years is no more precise than a month."""
    count, unit = sign * _count(given), given["unit"][0]
    if unit in "jd" or unit in "sw":
        return (origin + relativedelta(days=count * (1 if unit in "jd" else 7))).isoformat()
    if unit == "m":
        return f"{origin + relativedelta(months=count):%Y-%m}"
    return f"{origin + relativedelta(years=count):%Y-%m}"


def within(given: Given, origin: dt.date) -> str:
    """Return what lies a number of years, months, weeks or days ahead."""
    return _shift(given, origin, 1)


def within_some(given: Given, origin: dt.date) -> str | None:
    """Return what lies between two numbers of years or months ahead, as a span: in 18 to 24 months."""
    first, last = _shift(given, origin, 1), _shift({**given, "count": given["most"]}, origin, 1)
    if given["unit"][0] in "ay":
        first, last = first[:4], last[:4]
    return f"{first}/{last}" if first < last else None


def ago(given: Given, origin: dt.date) -> str:
    """Return what lies a number of years or months back, no more precise than the year or month."""
    shifted = _shift(given, origin, -1)
    return shifted[:4] if given["unit"][0] in "ay" else shifted[:7]


def _side(given: Given) -> int:
    side = given["side"]
    return (
        1 if side.startswith(("prochain", "next", "coming")) else 0 if side in ("this", "cet", "ce", "courant") else -1
    )


def side_year(given: Given, origin: dt.date) -> str:
    """Return this, the next or the last year."""
    return str(origin.year + _side(given))


def side_month(given: Given, origin: dt.date) -> str:
    """Return this, the next or the last month."""
    return f"{origin + relativedelta(months=_side(given)):%Y-%m}"


def side_week(given: Given, origin: dt.date) -> str:
    """Return this, the next or the last week, from Monday on."""
    monday = origin + relativedelta(days=7 * _side(given) - origin.weekday())
    return f"{monday}/{monday + relativedelta(days=6)}"


def this_year(_: Given, origin: dt.date) -> str:
    """Return the year of the publication."""
    return str(origin.year)


def roughly_now(_: Given, origin: dt.date) -> str:
    """Return the month of the publication, approximately."""
    return f"{origin:%Y-%m}~"


def nothing(_: Given, __: dt.date) -> None:
    """Return no date: the words give none."""
