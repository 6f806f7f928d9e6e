"""Numbers in French and English prose, each with its place, its kind and the bound that the words around it set."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from ocdb.curation.cardinals import CURRENCY_BEFORE, Cardinal, cardinals

Bound = Literal["about", "nearly", "at_least", "at_most", "range"]
Kind = Literal["number", "percent", "ordinal", "year", "date"]


@dataclass(frozen=True)
class Number:
    """A number of a text.

    Attributes:
        value: with its scale: 35000000 for ``35 millions``.
        start: where it begins in the text, from 0.
        end: where it ends, scale and percent sign included.
        text: as written.
        bound: as the words around it say; None where they say nothing. A range is two numbers.
        kind: a count (number, percent), or what callers may leave out: ordinal, year, day of a date.
    """

    value: Decimal
    start: int
    end: int
    text: str
    bound: Bound | None = None
    kind: Kind = "number"


def find_numbers(text: str) -> list[Number]:
    """Return the numbers of a French or English text, in their order.

    Exactly three digits after a separator are thousands (``1.000``, ``1,000``, ``1 000``), others are decimals
    (``4,28``). ``un``, ``une`` and ``one`` count only before a word of scale. Ordinals in words, fractions, times,
    telephone numbers, addresses on the web and codes (Covid-19, 24/7, 3G) are left out.
    """
    plain = text.translate(_PLAIN)
    named = list(_named(plain))
    spans = [(one.start, one.end) for one in named] + [match.span() for match in _NO_NUMBER.finditer(plain)]
    counted = [_counted(plain, found) for found in cardinals(_blanked(plain, spans))]
    found = sorted([*_with_ranges(plain, counted), *named], key=lambda one: one.start)
    return [replace(one, text=text[one.start : one.end]) for one in found]


# One form of each hyphen, apostrophe and space, so that the patterns need only that one; no letter is added or lost.
_PLAIN = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2013\u2014", "-"), "\u2019": "'", **dict.fromkeys("\u00a0\u2009\u202f", " ")}
)

# --- ordinals, years and dates ----------------------------------------------------------------------------------

_MONTH = (
    r"(?:[Jj]anv(?:ier|\.)|[Ff][ée]v(?:rier|r?\.)|[Mm]ars|[Aa]vr(?:il|\.)|[Mm]ai|[Jj]uin|[Jj]uil(?:let|\.)|[Aa]o[uû]t"
    r"|[Ss]ept(?:embre|\.)?|[Oo]ct(?:obre|\.)|[Nn]ov(?:embre|\.)|[Dd][ée]c(?:embre|\.)"
    r"|Jan(?:uary)?|Feb(?:ruary)?|March|Mar|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JANVIER|F[ÉE]VRIER|MARS|AVRIL|MAI|JUIN|JUILLET|AO[UÛ]T|SEPTEMBRE|OCTOBRE|NOVEMBRE"
    r"|D[ÉE]CEMBRE)(?!\w)\.?"
)
_DAY = r"(?<!\w)(?:[12][0-9]|3[01]|0?[1-9])(?:er|st|nd|rd|th)?(?!\w)"
_YEAR = r"(?<![\w])(?:19|20)[0-9]{2}(?!\w|[.,][0-9])"
_DATE = re.compile(
    rf"(?:{_DAY}\s*(?:-|,|et|au|and|to)\s*){{0,4}}{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"
    rf"|{_MONTH}\s+{_DAY}(?:\s*(?:-|and|to)\s*{_DAY})?(?:,?\s+{_YEAR})?"
    rf"|{_MONTH}(?:\s+of)?\s+{_YEAR}"
    r"|(?<![\w./-])(?:[0-9]{1,2}([./-])[0-9]{1,2}\1(?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}([./-])[0-9]{2}\2[0-9]{2})(?![\w/-])"
)
_ORDINAL = re.compile(
    r"(?<![\w.,])([0-9]+)(?:er|re|ère|ere|es?|è?mes?|emes?|i[èe]mes?|nde?|st|rd|th)(?!\w)"
    r"|(?:n[°º]\s?|\b[Nn]o\.\s?|\bnum[ée]ro\s)([0-9]+)(?!\w)"
)
_BARE_YEAR = re.compile(rf"(?<![.,:][0-9])(?<![0-9][.,]){_YEAR}".replace(r"(?<![\w])", r"(?<![^\W_])", 1))
# Before a year; without it, and without a counted noun after it, four bare digits of this time are a year too.
_YEAR_FOLLOWS = re.compile(
    r"(?:\b(?:en|in|since|depuis|ann[ée]es?|year|fin|d[ée]but|courant|horizon|exercice)|\bmi-)\s*(?:l'ann[ée]e\s+)?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s+(?:(?:nouveaux|nouvelles|new|jeunes|young|direct|futurs?|autres|other|additional|skilled)\s+)?"
    r"(?:d'?\s?|de\s+)?(?:emplois?|postes?|positions?|jobs?|places|si[èe]ges|seats|salari|employ|personnes|people|agents?|"
    r"t[ée]l[ée]|conseillers|collaborat|recrut|hires|recruits|staff|workers|travailleurs|op[ée]rat|ing[ée]nieurs|engineers|"
    r"dipl[ôo]m|graduates|stagiaires|trainees|[ée]tudiants|students|jeunes|clients|customers|entreprises|companies|"
    r"m[²2]|m[èe]tres|square|euros?|dollars?|dirhams?|dh|f?cfa|€|\$|participants|visit|appels|calls|contacts|"
    r"وظي|منصب|مناصب|فرص|موظف|عامل|شخص|متعاون|مهندس)",
    re.IGNORECASE,
)
# Before an amount, never before a year: plus de 2000.
_AMOUNT_FOLLOWS = re.compile(r"\b(?:plus de|pr[èe]s de|quelque|more than|nearly|almost)\s+$", re.IGNORECASE)
_NO_NUMBER = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@\S+"
    r"|(?<!\w)[0-9]{1,2}\s?[hH](?:\s?[0-9]{2})?(?:\s?/\s?[0-9]+)?(?!\w)|(?<![0-9])[0-9]+\s?j?/\s?[0-9]+"
    r"|(?<!\w)(?:\+|(?<![0-9] )00)[1-9][0-9 .()-]{7,}|(?<!\w)0[0-9](?:[ .-]?[0-9]{2}){4}(?!\w)"
)


def _named(text: str) -> Iterator[Number]:
    """Yield the numbers that count nothing: days, years, ordinals."""
    rest = text
    for match in _DATE.finditer(text):
        yield from _of_a_date(match)
    rest = _blanked(rest, [match.span() for match in _DATE.finditer(text)])
    for match in _ORDINAL.finditer(rest):
        yield Number(Decimal(match[1] or match[2]), *match.span(), match[0], None, "ordinal")
    rest = _blanked(rest, [match.span() for match in _ORDINAL.finditer(rest)])
    for match in _BARE_YEAR.finditer(rest):
        if _is_year(rest, match):
            yield Number(Decimal(match[0]), *match.span(), match[0], None, "year")


def _of_a_date(match: re.Match[str]) -> Iterator[Number]:
    for part in re.finditer(r"[0-9]+", match[0]):
        start = match.start() + part.start()
        year = len(part[0]) == 4  # noqa: PLR2004
        yield Number(Decimal(part[0]), start, start + len(part[0]), part[0], None, "year" if year else "date")


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Return whether four digits are a year: 2009 after "en", but not in "2000 emplois"."""
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if _AMOUNT_FOLLOWS.search(before):
        return False
    counted = _COUNTED.match(text, match.end())
    return not counted or (bool(_YEAR_FOLLOWS.search(before)) and not match[0].endswith("00"))


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text, as long as before, with signs that join nothing in place of some spans."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = "\x00" * (end - start)
    return "".join(letters)


# --- bounds -----------------------------------------------------------------------------------------------------

_BEFORE: dict[Bound, str] = {
    "at_least": r"(?<!en )plus|\+|au moins|pas moins|au minimum|un minimum|au[- ]del[àa]|d[ée]pass\w+|exc[èe]d\w+"
    r"|sup[ée]rieure?s? [àa]|more than|over|at least|(?:no|not) (?:fewer|less) than|above"
    r"|upwards of|in excess of|minimum of|exceed\w*|>|≥"
    r"|أكثر من|أزيد من|ما لا يقل عن",
    "at_most": r"(?:ne |n'|sans |pas )(?:d[ée]pass\w+|exc[èe]d\w+)(?: pas)?|(?:not|never) (?:to )?exceed\w*|max\.?|≤"
    r"|jusqu[' ]?[àa]|moins|au plus|au maximum|un maximum|pas plus|inf[ée]rieure?s? [àa]|up to|at most"
    r"|less than|fewer than|(?:no|not) more than|under|below|maximum of|as many as|<"
    r"|أقل من|لا يتجاوز",
    "nearly": r"(?<!peu )pr[èe]s|presque|quasiment|pas loin|frôl\w+|nearly|almost|just under|close to"
    r"|ما يقارب|قرابة|ما يناهز",
    "about": r"environ|env\.|quelques?|autour|aux (?:alentours|environs)|[àa] peu pr[èe]s|approximativement"
    r"|de l'ordre|avoisin\w+|about|around|some(?! of)|roughly|approximately|approx\.?"
    r"|circa|(?:in|of|on) the order of|estimated|~|≈"
    r"|حوالي|نحو|زهاء",
}
_MONEY = rf"(?:{CURRENCY_BEFORE})?\s*"
_LINKS = r"(?:\s*(?:\b(?:de|des|du|les|le|la|a|an|of|nos|ses|leurs|un total|barre)\b|\bd'))*\s*"
_DURING = re.compile(r"\s+(?:\w+\s+)?(?:years?|months?|weeks?)", re.IGNORECASE)
_AFTER: dict[Bound, str] = {
    "at_least": r"\+|-plus|au bas mot|au moins|au minimum|ou plus|et plus|or more|at least|minimum",
    "at_most": r"au plus|au maximum|at most|maximum",
    "about": r"environ|[àa] peu pr[èe]s|or so|approximately|-odd",
}
_SAID_BEFORE = {
    # "pas moins de" and "not more than" hold "moins de" and "more than": the longest phrase decides.
    bound: re.compile(rf"(?:(?<!\w)(?:{words})){_LINKS}{_MONEY}$", re.IGNORECASE)
    for bound, words in _BEFORE.items()
}
_SAID_AFTER = {
    bound: re.compile(rf"\s*(?:[^\W\d_]+\s+)?(?:{words})(?!\w)(?!\s*[0-9])", re.IGNORECASE)
    for bound, words in _AFTER.items()
}
_NEAR = 40  # letters before a number in which its bound is looked for
_PERCENT = re.compile(r"\s?%|\s(?:pour ?cent|per ?cent)\b|\s?p\. ?100\b", re.IGNORECASE)


def _counted(text: str, found: Cardinal) -> "_Count":
    """Return a cardinal with its bound, and as a percentage where a sign follows."""
    sign = _PERCENT.match(text, found.end)
    end = sign.end() if sign else found.end
    bound = _bound(text[max(0, found.start - _NEAR) : found.start], text[end : end + _NEAR])
    number = Number(
        _plain(found.value), found.start, end, text[found.start : end], bound or ("about" if found.about else None),
        "percent" if sign else "number",
    )  # fmt: skip
    return _Count(number, found.scale)


@dataclass(frozen=True)
class _Count:
    number: Number
    scale: int


def _bound(before: str, after: str) -> Bound | None:
    """Return the bound that the longest phrase right before or right after a number sets."""
    said = [(len(match[0]), bound) for bound, phrase in _SAID_BEFORE.items() if (match := phrase.search(before))]
    if before.lower().endswith("over ") and _DURING.match(after):  # "over five years" is a time, not a bound
        return None
    said = said or [(len(match[0]), bound) for bound, phrase in _SAID_AFTER.items() if (match := phrase.match(after))]
    return max(said)[1] if said else None


# --- ranges -----------------------------------------------------------------------------------------------------

# A sign of a currency may stand before the upper end too; the first number may have its own: "$2.5 to $3 million".
_LINK = re.compile(rf"\s*(?:(?P<both>et|and)|[àa]|to|ou|or|-)\s*{_MONEY}", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?:\bentre|\bbetween)(?:\s+les)?\s*{_MONEY}$", re.IGNORECASE)
# "From 300 to 400" after such a verb is a rise, not a range.
_CHANGE = re.compile(
    r"\b(?:pass|port|augment|mont|grimp|recul|baiss|chut|ramen|r[ée]dui|grow|grew|ris|rose|increas|expand|went|go|fell|drop|"
    r"cut|rais|reduc)\w*[^.;]{0,30}?\b(?:de|d'|from)\s*$",
    re.IGNORECASE,
)


def _with_ranges(text: str, counts: list[_Count]) -> list[Number]:
    """Return the numbers with both ends of each range marked; the lower end takes the scale of the upper one."""
    found = list(counts)
    for index in range(len(found) - 1):
        low, high = found[index : index + 2]
        low = replace(low, number=replace(low.number, value=_on_scale(low, high)))
        if _is_range(text, low.number, high.number):
            found[index : index + 2] = [replace(one, number=replace(one.number, bound="range")) for one in (low, high)]
    return [one.number for one in found]


def _on_scale(low: _Count, high: _Count) -> Decimal:
    """Return the lower end on the scale of the upper one: 3 in "3 à 5 millions" is three million."""
    value = low.number.value
    return _plain(value * high.scale) if low.scale == 1 and value * high.scale < high.number.value else value


def _plain(value: Decimal) -> Decimal:
    """Return a whole number without a fraction of zeros."""
    whole = int(value)
    return Decimal(whole) if value == whole else value.normalize()


def _is_range(text: str, low: Number, high: Number) -> bool:
    before = text[max(0, low.start - _NEAR) : low.start]
    link = _LINK.fullmatch(text, low.end, high.start)
    if not link or low.value >= high.value or _CHANGE.search(before):
        return False
    return bool(_BETWEEN.search(before)) or not link["both"]
