"""Numbers and figures as a mapping says that a sheet writes them; a number that could be two is none."""

import re
from decimal import Decimal
from typing import Any

from ocdb.intake.sheets.mapping import FieldMap, Numbers
from ocdb.intake.sheets.sheets import Labelled, Value, shown
from ocdb.intake.sheets.unfit import UnfitError
from ocdb.text import fold
from ocdb.words.language import N_, _

# The words that set a bound, folded; a cell may begin or end with one. Any other word is refused.
_BOUNDS = {
    "about": "about|around|nearly|almost|approximately|approx|circa|ca|some|environ|env|pres de|quelque|quelques"
    "|autour de|presque|de l ordre de|~|≈|±",
    "at_least": "at least|more than|over|no fewer than|min|minimum|au moins|plus de|au minimum|et plus|ou plus|or more"
    "|>|>=|≥|+",
    "at_most": "at most|up to|fewer than|less than|no more than|max|maximum|au plus|jusqu a|moins de|au maximum|<|<=|≤",
}
BOUND = {word: bound for bound, words in _BOUNDS.items() for word in words.split("|")}
_DIGITS = re.compile(r"\d(?:[\d.,' \u00a0\u202f\u2019]*\d)?")
_LINKS = ("-", "\u2013", "a", "to", "et", "and")
_REWRITE = N_("Write a number, alone or with a word such as environ, au moins, jusqu'à, at least.")


def read_figure(value: Value, field: FieldMap, numbers: Numbers) -> Any:
    """Return a figure as fixtures write it: 500, {about: 400}, {range: [300, 400]}.

    Raises:
        UnfitError: it isn't a number in this way of writing, or has words that aren't known.
    """
    if isinstance(value, Decimal):
        return plain(value * field.times)
    if isinstance(value, Labelled):
        return _bounded(value.before, value.number * field.times, value.after, field)
    text = _without_unit(" ".join(shown(value).split()), field.unit)
    found = list(_DIGITS.finditer(text))
    amounts = [read_number(match[0], numbers) * field.times for match in found]
    before, after = text[: found[0].start()] if found else "", text[found[-1].end() :] if found else ""
    if len(found) == 2 and fold(before) in ("", "entre", "between", "de", "from"):  # noqa: PLR2004  a range
        link = text[found[0].end() : found[1].start()].strip()
        if not after.strip() and (link in _LINKS or fold(link) in _LINKS) and amounts[0] < amounts[1]:
            return {"range": [plain(amount) for amount in amounts]}
    if len(found) != 1:
        raise UnfitError(_("it isn't a number") if not found else _("it contains several numbers"), _(_REWRITE))
    return _bounded(before, amounts[0], after, field)


def _bounded(before: str, amount: Decimal, after: str, field: FieldMap) -> Any:
    """Return a number with the bound that the words beside it set; one of them may be the unit."""
    before, after = (_without_unit(words.strip(), field.unit) for words in (before, after))
    bound = _bound(before, after, field)
    return {bound: plain(amount)} if bound else plain(amount)


def read_whole(value: Value, numbers: Numbers) -> int:
    """Return a whole number.

    Raises:
        UnfitError: it is none.
    """
    number = value if isinstance(value, Decimal) else read_number(shown(value), numbers)
    if number != int(number):
        raise UnfitError(_("it isn't a whole number"), _("Write a whole number."))
    return int(number)


def read_number(text: str, numbers: Numbers) -> Decimal:
    """Return a number that is written as the mapping says.

    Raises:
        UnfitError: it isn't.
    """
    text = re.sub("[\u00a0\u202f]", " ", text.strip()).replace("\u2019", "'")
    if re.fullmatch(r"\d+", text):
        return Decimal(text)
    whole = r"\d+"
    if numbers.thousands:
        sign = re.escape(numbers.thousands)
        whole = rf"(?:\d{{1,3}}(?:{sign}\d{{3}})+|\d+)"
    decimals = rf"(?:{re.escape(numbers.decimal)}(\d+))?" if numbers.decimal else "()"
    match = re.fullmatch(rf"({whole}){decimals}", text)
    if match:
        return Decimal(re.sub(r"\D", "", match[1]) + (f".{match[2]}" if match[2] else ""))
    if not re.fullmatch(r"[\d.,' ]+", text):
        raise UnfitError(_("it isn't a number"), _(_REWRITE))
    if numbers.decimal or numbers.thousands:
        raise UnfitError(_("it isn't written as numbers: says"), _("Correct the number, or the mapping."))
    remedy = _('Say in the mapping how numbers are written, as in numbers: {decimal: ",", thousands: " "}')
    raise UnfitError(_("the mapping doesn't say which sign in {text} separates the decimals").format(text=text), remedy)


def plain(number: Decimal) -> int | str:
    """Return a number as fixtures write it."""
    return int(number) if number == int(number) else f"{number.normalize():f}"


def _without_unit(text: str, unit: str | None) -> str:
    if unit and fold(text).endswith(fold(unit)) and text.casefold().endswith(unit.casefold()):
        return text[: -len(unit)].rstrip()
    return text


def _bound(before: str, after: str, field: FieldMap) -> str | None:
    words = [(word, _word(word)) for word in (before, after) if word.strip()]
    bounds = {BOUND.get(found) for _, found in words}
    if len(bounds) > 1 or None in bounds:
        word = next((word.strip() for word, found in words if found not in BOUND), before.strip())
        unit = "" if field.unit else " " + _("If {word} is a unit, say unit: {word}.").format(word=word)
        raise UnfitError(_("{word} beside the number isn't understood").format(word=word), _(_REWRITE) + unit)
    return bounds.pop() if bounds else None


def _word(text: str) -> str:
    """Return a word or sign as the list of bounds has it."""
    bare = text.strip()
    return bare if bare in BOUND else fold(bare).removesuffix(" de").strip() if fold(bare) not in BOUND else fold(bare)
