"""What the number format of a cell adds to its number: a date and how precise it is, a percentage, a text beside it.

A reader gives the code of a format, as in ``"environ" 0``; what people see follows from it (ECMA-376, 18.8.31).
"""

import datetime as dt
import operator
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from openpyxl.utils.datetime import from_excel

from ocdb.intake.sheets.sheets import Day, Labelled, Unusable, Value
from ocdb.text import fold
from ocdb.words.language import N_, _

LONGEST = 255  # characters that a spreadsheet allows in a format
_DIGITS = 20
_LEAP_DAY = 60  # the serial of 29 February 1900, which Excel counts and the calendar doesn't
WHOLE = N_("Write the whole date, with its year.")
NO_NUMBER = N_("it isn't a number that can be stored"), N_("Write the number again.")
_PLAIN = N_("Give the cell a plain number format.")
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*](?P<filler>.?)|\[(?P<bracket>[^\]]*)\]?|(?P<half>am/pm|a/p)'
    r"|(?P<general>general)|(?P<exponent>e[+-])|(?P<placeholder>[0#?.,@ymdhs:])|(?P<slash>/)|(?P<end>;)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=) *(-?\d{1,20}(?:\.\d{1,20})?)")
_COMPARED = {
    "<": operator.lt, ">": operator.gt, "=": operator.eq, "<=": operator.le, ">=": operator.ge, "<>": operator.ne
}  # fmt: skip
# Which numbers the sections of a format are for, where they don't say so themselves.
_USUAL = {1: ("",), 2: (">=0", ""), 3: (">0", "<0", "")}
# What may stand between the parts of a date and adds nothing to it, folded.
_JOINING = frozenset(
    ("a", "at", "d", "de", "du", "er", "h", "l", "le", "min", "of", "s", "t", "the", "z", "年", "月", "日")
)


@dataclass
class _Section:
    """A part of a format: which numbers it is for, its placeholders, and the text before and after their beginning."""

    condition: str = ""
    before: str = ""
    core: str = ""
    after: str = ""

    def write(self, text: str) -> None:
        """Add a text that is shown as it stands."""
        if self.core.strip():
            self.core, self.after = f"{self.core} ", self.after + text
        else:
            self.before += text

    def place(self, letters: str) -> None:
        """Add what stands for digits, or for a part of a date."""
        self.core += letters
        self.after += " " if self.after else ""

    def bracket(self, text: str) -> None:
        """Add what stands in brackets: a currency, elapsed time or a condition; colours and languages say nothing."""
        if text.startswith("$"):
            self.write(text[1:].partition("-")[0])
        elif re.fullmatch("h+|m+|s+", text.lower()):
            self.place(text.lower())
        elif text.startswith(("<", ">", "=")):
            self.condition = text


def read(stored: float, code: str, epoch: dt.datetime) -> Value:
    """Return the value of a cell with a number, with what its format adds to it.

    Args:
        stored: the number.
        code: of the format.
        epoch: the day from which the workbook counts its days.
    """
    number = Decimal(stored) if isinstance(stored, int) else Decimal(f"{stored:.15g}")  # 15 digits count
    if not number.is_finite() or number.adjusted() > _DIGITS:
        return Unusable(str(stored), *map(_, NO_NUMBER))
    section = _chosen(_sections(code), number) if len(code) <= LONGEST else None
    if section is None:
        return Unusable(f"{_plain(number):f}", _("its number format isn't understood"), _(_PLAIN))
    if re.search("[ymdhs]", section.core):
        return _date(number, section, epoch)
    if not re.search("[0#?@]" if number else "[0@]", section.core):
        return _text(number, section)
    return _number(number, section)


@lru_cache
def _sections(code: str) -> list[_Section]:
    sections = [_Section()]
    for match in _TOKEN.finditer(code):
        name, section = match.lastgroup or "", sections[-1]
        text = match[name]
        match name:
            case "end":
                sections.append(_Section())
            case "bracket":
                section.bracket(text)
            case "placeholder":
                section.place(text.lower())
            case "half" | "general":
                section.place("h" if name == "half" else "0")
            case "filler" | "slash":
                section.write(" ")
            case "other" if text == "+" and not section.core:
                pass  # the sign of a number, not a bound
            case "quoted" | "escaped" | "other":
                section.write(text)
                section.core += "%" if name == "other" and text == "%" else ""
    return sections


def _chosen(sections: list[_Section], number: Decimal) -> _Section | None:
    """Return the section for a number; None where there is none, or which it is isn't clear."""
    first = sections[:3]
    numeric = [section for section in first if len(sections) == 1 or "@" not in section.core] or first[:1]
    for section, usual in zip(numeric, _USUAL[len(numeric)], strict=True):
        condition = section.condition or usual
        match = _CONDITION.fullmatch(condition)
        if condition and not match:
            return None
        if not match or _COMPARED[match[1]](number, Decimal(match[2])):
            return section
    return None


def _number(number: Decimal, section: _Section) -> Value:
    core = section.core.replace(" ", "").replace("%", "")
    if re.search(r",(?:\.|$)", core):
        reason = _("its number format shows it in thousands")
        if re.search(r",,(?:\.|$)", core):
            reason = _("its number format shows it in millions")
        return Unusable(f"{_plain(number):f}", reason, _(_PLAIN))
    number = _plain(number * 100 ** section.core.count("%"))
    before, after = section.before.strip(), section.after.strip()
    if number < 0:
        before, after = before.strip("-( "), after.strip("-) ")
    return Labelled(section.before, number, section.after) if before or after else number


def _plain(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1)) if number == int(number) else number.normalize()


def _text(number: Decimal, section: _Section) -> Value:
    """Return what a cell shows instead of its number; a zero may be left blank."""
    text = " ".join((section.before + section.after).split())
    if text or not number:
        return text or None
    return Unusable(f"{_plain(number):f}", _("its number format hides it"), _(_PLAIN))


def _date(number: Decimal, section: _Section, epoch: dt.datetime) -> Value:
    text = f"{section.before} {section.after}"
    shows = _precision(section.core)
    if not shows:
        reason = _("it is a time") if re.search("[hs]", section.core) else _("it is a date whose year isn't shown")
        return Unusable(f"{_plain(number):f}", reason, _(WHOLE))
    added = [word for word in fold(text).split() if word not in _JOINING]
    if added:
        reason = _("its number format adds {text} to the date").format(text=" ".join(text.split()))
        return Unusable(f"{_plain(number):f}", reason, _("Write it as a text, as in 2012~."))
    try:
        day = from_excel(int(number), epoch)
    except (OverflowError, ValueError):
        day = None
    if number <= _LEAP_DAY or not isinstance(day, dt.datetime):
        return Unusable(f"{_plain(number):f}", _("it is shown as a date, but isn't one"), _("Write the date again."))
    return Day(day.date().isoformat()[:shows])


def _precision(core: str) -> int:
    """Return how much of a date as YYYY-MM-DD is shown, in characters; 0 where the year isn't."""
    if "y" not in core:
        return 0
    months = "m" in core.replace("mm:ss", "")
    return 10 if re.search(r"(?<!d)d{1,2}(?!d)", core) else 7 if months else 4
