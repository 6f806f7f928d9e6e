"""Dates and horizons in words, French and English, reckoned from the publication date, never more precise than said.

What a text says without a year ("next October", "within three years") follows from when it appeared. That may itself be
known roughly: a horizon is reckoned from the first and from the last day that it may have appeared, and told only where
both agree.
"""

import datetime as dt
import re
from dataclasses import dataclass

from ocdb.curation.numerals import find_numbers
from ocdb.dates import Span, parse
from ocdb.intake.draft import lexicon, reckoning
from ocdb.intake.draft.language import flat
from ocdb.intake.draft.sentences import sentences
from ocdb.intake.draft.tense import distance

_M = rf"(?P<month>{'|'.join(sorted(reckoning.MONTH, key=len, reverse=True))})\.?"
_W = rf"(?:(?P<weekday>{'|'.join(reckoning.DAY)})[,.]?\s+(?:le\s+|the\s+)?)?"
_D = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:er|st|nd|rd|th)?"
_Y = r"(?P<year>(?:19|20)\d\d)"
_N = rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(reckoning.COUNTS, key=len, reverse=True))})"
_FROM_TO = rf"{_N} ?(?:a|to|-|ou|or) ?{_N.replace('<count>', '<most>')}"
_UNIT = r"(?P<unit>ans?|annees?|mois|semaines?|jours?|years?|months?|weeks?|days?)"
_LAST = r"(?P<side>prochaine?|dernier|derniere|passee?|courant|next|last|this|past|coming)"
_TO = "(?:et|au|a|and|to|-|&)"
_UNTIL = r"(?P<until>[12]\d|3[01]|0?[1-9])(?:er|st|nd|rd|th)?"
_M2, _Y2 = _M.replace("<month>", "<month2>"), _Y.replace("<year>", "<year2>")
_O = rf"(?P<ordinal>{'|'.join(sorted(reckoning.ORDINALS, key=len, reverse=True))})"


@dataclass(frozen=True)
class Horizon:
    """A date or a horizon in a paragraph.

    Attributes:
        paragraph: from 1.
        start, end: where the words stand.
        edtf: the date; None where it can't be reckoned.
        basis: stated, relative or inferred; None without a date.
        weekday: the weekday that the words name, in English.
        vague: the words look ahead without a date ("in the long run").
    """

    paragraph: int
    start: int
    end: int
    edtf: str | None
    basis: str | None
    weekday: str | None = None
    vague: bool = False


_BY_YEAR = r"\b(?:en|in|by|d'ici(?:\s+a)?|avant|before|since|depuis|des|l'annee|annee|horizon|fin|debut|mi|end of|early"
_BY_YEAR += r"|late|mid|pour|during|courant|until|jusqu'en|from|partir de|a fin|fin de l'annee|year|since early|around)"
_BY_MONTH = r"\b(?:en|des|in|debut|fin|mi-?|depuis|since|by|before|avant|d'ici|d'ici a|early|late|du mois de|mois de"
_BY_MONTH += r"|courant|until|jusqu'en|from)"
_EDGE = "(?:debut|fin|the end of|early|late|la fin|le mois de|end)"
_YEAR_END = r"(?:d'ici|avant|before|by|a)\s+(?:a\s+)?(?:la\s+|the\s+)?(?:fin|end)\s+(?:de\s+|of\s+)?"
# Pattern, basis, reckoning; the first that fits a place wins.
_RULES: tuple[tuple[str, str, reckoning.Reckon], ...] = tuple(
    (re.sub(r" (\??)", lambda space: r"\s*" if space[1] else r"\s+", pattern), basis, reckon)
    for pattern, basis, reckon in (
        (rf"\b{_D} {_M} ?(?:{_Y} )?{_TO} {_UNTIL} {_M2},? {_Y2}\b", "stated", reckoning.across),
        (rf"\b{_M} {_D} ?{_TO} ?{_M2} {_UNTIL},? {_Y2}\b", "stated", reckoning.across),
        (rf"\b{_M} ?(?:{_Y} )?{_TO} {_M2},? {_Y2}\b", "stated", reckoning.months),
        (rf"\b{_D} ?{_TO} ?{_UNTIL} {_M} {_Y}\b", "stated", reckoning.days),
        (rf"\b{_M} {_D} ?{_TO} ?{_UNTIL},? {_Y}\b", "stated", reckoning.days),
        (rf"\b{_D} ?{_TO} ?{_UNTIL} {_M}\b", "inferred", reckoning.days),
        (rf"\b{_W}{_D} {_M},? {_Y}\b", "stated", reckoning.full),
        (rf"\b{_W}{_M} {_D},? {_Y}\b", "stated", reckoning.full),
        (rf"\b{_Y}(?P<sign>-)(?P<number>[01]\d)-{_D}\b", "stated", reckoning.numeric),
        (rf"\b{_D}[/.](?P<number>[12]\d|3[01]|0?[1-9])[/.]{_Y}\b", "stated", reckoning.numeric),
        (rf"\b{_W}{_D} {_M} {_LAST}\b", "relative", reckoning.yearless),
        (rf"\b{_W}{_D} {_M}\b", "inferred", reckoning.yearless),
        (rf"\b{_W}{_M} {_D}\b(?!\s*(?:%|000))", "inferred", reckoning.yearless),
        (rf"\b(?P<from>a partir de|a compter de) {_M} {_Y}\b", "stated", reckoning.month_of_year),
        (rf"\b(?P<from>from) {_M} {_Y} (?:on|onwards)\b", "stated", reckoning.month_of_year),
        (rf"\b{_M},? (?:de l'annee )?{_Y}\b", "stated", reckoning.month_of_year),
        (
            rf"\b(?:au |le |du |the )?{_O} (?:trimestre|quarter)(?: de| of)?(?: l'annee| the year)? {_Y}\b",
            "stated",
            reckoning.part(3),
        ),
        (rf"\bq(?P<digit>[1-4]) (?:of )?{_Y}\b", "stated", reckoning.part(3)),
        (rf"\bt(?P<digit>[1-4]) {_Y}\b", "stated", reckoning.part(3)),
        (rf"\b{_O} (?:semestre|half)(?: de| of)?(?: l'annee| the year)? {_Y}\b", "stated", reckoning.part(6)),
        (rf"\b(?:au|du|le|the) {_O} (?:trimestre|quarter)\b", "inferred", reckoning.part(3)),
        (rf"\b(?:au|du|le|the) {_O} (?:semestre|half)\b", "inferred", reckoning.part(6)),
        (
            rf"\b(?:entre|between|de|from|periode|period) {_Y} ?(?:et|and|a|to|-) ?(?P<until>(?:19|20)\d\d)\b",
            "stated",
            reckoning.years,
        ),
        (rf"\b{_Y} ?[-/] ?(?P<until>(?:19|20)\d\d)\b", "stated", reckoning.years),
        (rf"\b(?:mid|mi|mid of|milieu(?: de)?)[- ]?{_Y}\b", "stated", reckoning.middle),
        (
            rf"\b(?:by|before|until|d'ici(?: a)?|avant)(?: the| la)? (?:end|fin|year[- ]end)(?: of| de)? {_Y}\b",
            "stated",
            reckoning.year,
        ),
        (
            rf"\b(?:end|fin|year[- ]end|end of|la fin de|la fin de l'annee) ?-?{_Y}\b",
            "stated",
            reckoning.year_end,
        ),
        (rf"\b{_M} {_LAST}\b", "relative", reckoning.next_month),
        (rf"\b(?P<side>next|last|this) {_M}(?! [0-9])\b", "relative", reckoning.next_month),
        (
            rf"\b{_YEAR_END}(?:l'|cette )?annee prochaine\b",
            "relative",
            lambda g, o: reckoning.side_year({**g, "side": "next"}, o),
        ),
        (rf"\b{_YEAR_END}next year\b", "relative", lambda g, o: reckoning.side_year({**g, "side": "next"}, o)),
        (
            rf"\b{_YEAR_END}(?:l'annee(?! \d)|cette annee|the year|this year|year)\b(?! \d)",
            "relative",
            reckoning.this_year,
        ),
        (r"\bby year[- ]end\b", "relative", reckoning.this_year),
        (r"\b(?:l')?(?:an|annee|exercice) (?P<side>prochaine?|derniere?|passee?)\b", "relative", reckoning.side_year),
        (r"\b(?P<side>next|last|this) (?:financial )?year\b", "relative", reckoning.side_year),
        (
            r"\b(?:cette|dans l'|l') ?annee(?= [^0-9]|[.,;)]|$)(?! (?:derniere|prochaine|passee))",
            "relative",
            reckoning.this_year,
        ),
        (r"\b(?P<side>ce) mois(?:-ci)?\b(?!-)", "relative", reckoning.side_month),
        (r"\b(?:le |du )?mois (?P<side>prochain|dernier)\b", "relative", reckoning.side_month),
        (r"\b(?P<side>next|last|this) month\b", "relative", reckoning.side_month),
        (r"\bsemaine (?P<side>prochaine|derniere)\b", "relative", reckoning.side_week),
        (r"\b(?P<side>next|last|this) week\b", "relative", reckoning.side_week),
        (rf"\bd'ici(?: a)? (?:les |environ )?{_N} (?:prochaine?s )?{_UNIT}\b", "relative", reckoning.within),
        (
            rf"\b(?:les|des) {_N} (?:prochaine?s {_UNIT}|{_UNIT.replace('unit', 'unit2')} (?:a venir|prochaine?s))\b",
            "relative",
            reckoning.within,
        ),
        (
            rf"\b(?:d'ici(?: a)?|dans(?: les)?|in|within|over)(?: the)?(?: next)? {_FROM_TO} {_UNIT}\b",
            "relative",
            reckoning.within_some,
        ),
        (rf"\bdans (?:les|un delai de) {_N} {_UNIT}\b", "relative", reckoning.within),
        (rf"\b(?:dans|sur|en|sous|a l'horizon de|horizon) {_N} {_UNIT}\b", "relative", reckoning.within),
        (
            rf"\b(?:within|in|over|during) (?:the )?(?:next |coming )?{_N} {_UNIT}(?:'s)?(?: time)?\b",
            "relative",
            reckoning.within,
        ),
        (rf"\b(?:the|les) (?:next|coming) {_N} {_UNIT}\b", "relative", reckoning.within),
        (rf"\bil y a {_N} {_UNIT}\b", "relative", reckoning.ago),
        (rf"\b{_N} {_UNIT} ago\b", "relative", reckoning.ago),
        (
            r"\b(?:dans|des|pour|d'ici) (?:les|quelques) (?:tous )?(?:prochains )?jours(?: a venir)?\b",
            "relative",
            reckoning.roughly_now,
        ),
        (r"\b(?:incessamment|in the coming days|in the next few days|shortly)\b", "relative", reckoning.roughly_now),
        (
            r"\b(?:a (?:long |moyen )?terme|prochainement|in the long (?:run|term)|eventually|soon|bientot)\b",
            "vague",
            reckoning.nothing,
        ),
        (
            r"\b(?:dans les|in the) (?:prochaines|prochains|next few|coming) (?:annees|mois|years|months)\b",
            "vague",
            reckoning.nothing,
        ),
        (
            rf"\b(?P<side>by|before|until|avant|d'ici(?: a)?|jusqu'en) (?:{_EDGE} |mid-?)?{_M}(?= [^0-9]|[.,;:)]|$)",
            "inferred",
            reckoning.nearest_month,
        ),
        (
            rf"{_BY_MONTH} (?:{_EDGE} |mid-?)?{_M}(?= [^0-9]|[.,;:)]|$)",
            "inferred",
            reckoning.nearest_month,
        ),
        (
            rf"{_BY_YEAR} ?-?(?:(?:{_EDGE}|the year|l'annee|la fin de|a fin|de) )?{_Y}\b",
            "stated",
            reckoning.year,
        ),
        (rf"(?<=[(\s]){_Y}(?=[\s,.;:)]|$)", "stated", reckoning.year),  # the last one, see _BARE
    )
)
_PATTERNS = tuple((re.compile(pattern), basis, reckon) for pattern, basis, reckon in _RULES)
_BARE = _PATTERNS[-1][0]  # a year without a word that makes it one: 2000 emplois has none


def is_over(horizon: Horizon, published: Span | None) -> bool:
    """Return whether a date isn't after the publication: nothing is due before it was promised."""
    last = parse(horizon.edtf).last if horizon.edtf else None
    return bool(last and published and published.first and last <= published.first)


def find(number: int, paragraph: str, published: Span | None, *, english: bool = False) -> list[Horizon]:
    """Return the dates and horizons of a paragraph in its order; none overlaps another.

    Args:
        number: of the paragraph, from 1.
        paragraph: its text.
        published: when it appeared.
        english: 08/12/2012 may have the month first, and gives no date.
    """
    found: list[Horizon] = []
    spans = sentences(paragraph)
    letters = flat(paragraph)
    amounts = {one.start for one in find_numbers(paragraph) if one.kind == "number"}
    for pattern, basis, reckon in _PATTERNS:
        for match in pattern.finditer(letters):
            amount = pattern is _BARE and match.start() in amounts
            if not amount and not any(one.start < match.end() and match.start() < one.end for one in found):
                given = {name: value for name, value in match.groupdict().items() if value is not None}
                if basis == "inferred" and "weekday" not in given:  # a weekday says more than the tense
                    given.setdefault("side", _side(letters, match.start(), spans))
                if english:
                    given["english"] = "yes"
                found.append(_horizon(number, match, given, basis, reckon, published))
    return sorted(found, key=lambda one: one.start)


def _side(letters: str, place: int, spans: list[tuple[int, int]]) -> str:
    """Return on which side of the publication a date without a year lies: next where its sentence looks ahead."""
    start, end = next((span for span in spans if span[0] <= place < span[1]), (0, len(letters)))
    ahead = distance((lexicon.FUTURE, lexicon.FUTURE_FORM), letters[start:end], place - start)
    back = distance((lexicon.PAST, lexicon.PAST_FORM), letters[start:end], place - start)
    if ahead is None and back is None:
        return ""
    return "next" if back is None or (ahead is not None and ahead < back) else "last"


def _horizon(
    number: int,
    match: re.Match[str],
    given: reckoning.Given,
    basis: str,
    reckon: reckoning.Reckon,
    published: Span | None,
) -> Horizon:
    if "unit2" in given:  # the second branch of a pattern
        given["unit"] = given["unit2"]
    edtf = _reckoned(given, basis, reckon, published)
    weekday = reckoning.DAY.get(given.get("weekday", ""))
    return Horizon(number, *match.span(), edtf, basis if edtf else None, weekday, vague=basis == "vague")


def _reckoned(given: reckoning.Given, basis: str, reckon: reckoning.Reckon, published: Span | None) -> str | None:
    """Return the date, where all days on which the article may have appeared give the same one."""
    if basis == "stated":
        return reckon(given, dt.date.min)
    if not published or not published.first or not published.last:
        return None
    first, last = reckon(given, published.first), reckon(given, published.last)
    if not first or not last:
        return None
    if first != last and "unit" in given and given["unit"][0] in "ay":  # from a year alone, years lead to a year
        first, last = first[:4], last[:4]
        return first if first == last else f"{first}/{last}"
    return first if first == last else None
