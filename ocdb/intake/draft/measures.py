"""What a number counts: the measure that its noun says, else its verb, else the figure before it."""

import re

from ocdb.intake.draft import lexicon
from ocdb.intake.draft.figure import JOBS, Context, Figure

_PHRASE = 60  # letters after a number within which its noun stands
_WORDS = 6


def by_noun(context: Context) -> tuple[str | None, str]:
    """Return the measure that the noun of the number says, or what else the number counts."""
    phrase = re.sub(r"[()«»“”]", " ", _phrase(context)).replace("-", " ").strip()
    places = [
        (match.start(), -match.end(), measure) for measure, unit in lexicon.UNITS for match in unit.finditer(phrase)
    ]
    others = [(match.start(), -match.end(), "") for match in lexicon.OTHER.finditer(phrase)]
    if not places:
        return ("stages" if _tours(phrase, context) else None), phrase
    # The head of an English compound is its last noun ("call centre jobs"), that of a French one the first.
    measure = _last(places) if context.english else min(places)[2]
    if others and min(others) < min(places) and not context.english:
        return None, phrase
    return _refined(measure, context), phrase


def by_verb(context: Context) -> str | None:
    """Return the measure that the words before a number without a noun say: en recruter 500, a staff of 300."""
    before = context.before[-40:]
    near = " ".join(before.split()[-4:])
    if lexicon.HIRE.search(near):
        return _hires(context)
    if lexicon.STAFF.search(near):
        return "headcount"
    return "jobs" if re.search(r"(?:emplois|jobs)\s*:?\s*$", before) else None


def by_figure_before(context: Context, figure: Figure, before: list[Figure]) -> str | None:
    """Return the measure of the figure before in the same sentence: 200 jobs the first year, 400 the second."""
    last = next((one for one in reversed(before) if one.sentence == figure.sentence and one.measure in JOBS), None)
    bare = re.match(
        r"\s*(?:[.,;:)]|$|(?:a|en|dans|d'ici|l'annee|la|le|in|by|the|within|over|fin|au|and|et|pour)\b)", context.after
    )
    return last.measure if last and bare and context.number.value > 9 else None  # noqa: PLR2004  no small counts


def period(context: Context) -> str | None:
    """Return the period of a rate: year, month, week or day."""
    near = context.letters[context.number.end : min(context.end, context.number.end + _PHRASE)]
    near = lexicon.words("par an*").sub(lambda match: match[0], near)
    for period, form in lexicon.PERIODS:
        match = form.search(near)
        if match and match[0] != "an":
            return period
    behind = context.before[-30:]
    return "year" if re.search(r"\b(?:annuellement|annuel\w*|annual)\b", context.after[:80] + behind) else None


def _phrase(context: Context) -> str:
    """Return the noun phrase that begins at the number: up to a mark, a stop word or the next number."""
    limit = min(context.end, context.next, context.number.end + _PHRASE)
    text = re.split(r"[.,;:!?»\"\n…]|\s[-\u2013\u2014]\s", context.letters[context.number.end : limit])[0]
    text = re.sub(r"^[\s-]*(?:de la|des|de|du|of the|of its|of|d')\s*", " ", text)
    stop = lexicon.STOP.search(text)
    phrase = " ".join((text[: stop.start()] if stop else text).split()[: _WORDS + 1])
    return "" if lexicon.BARE.fullmatch(phrase) else phrase


def _tours(phrase: str, context: Context) -> bool:
    """Return whether a number of cities is that of the stages of a tour."""
    return bool(re.match(r"\w* ?(?:villes|cities)\b", phrase) and lexicon.TOUR.search(context.before))


def _last(places: list[tuple[int, int, str]]) -> str:
    seats = [measure for start, _, measure in places if measure == "seats" and start == 0]  # a 500-seat centre
    return seats[0] if seats else max(places, key=lambda place: (-place[1], -place[0]))[2]


def _refined(measure: str, context: Context) -> str | None:  # noqa: PLR0911  one line a distinction
    """Return the measure as the words around the noun make it more exact; None for what isn't worth a claim."""
    near = context.before[-_PHRASE:] + context.after[:_PHRASE]
    if (
        measure == "headcount"
        and lexicon.CLIENTS.search(context.before[-_PHRASE:])
        and context.number.bound == "at_most"
    ):
        return "client_size"
    if measure in ("jobs", "vacancies") and lexicon.NEEDS.search(context.before[-_PHRASE * 2 :]) and period(context):
        return "vacancies"
    if measure == "headcount" and lexicon.HIRE.search(context.before[-_PHRASE:]):
        return _hires(context)
    if measure == "headcount" and re.search(
        r"\b(?:form(?:er|era|es|ation)|train(?:ed|ing)?)\s+(?:\w+\s+){0,2}$", context.before
    ):
        return "trainees"
    if measure == "sites" and lexicon.OPENING.search(near):
        return "new_sites"
    if measure == "duration":
        return "duration" if _lasts(context) else None
    return measure


def _lasts(context: Context) -> bool:
    unit = re.match(r"\s*(?:ans|annees?|years?)\b", context.after)
    aged = re.search(r"\b(?:age\w*|aged|moins|experience)\b", context.before[-20:] + context.after[:30])
    return bool(unit) and not aged and bool(lexicon.LASTING.search(context.before[-25:]))


def _hires(context: Context) -> str:
    """Return hires, or jobs where the paragraph calls those who are taken on jobs created (the code list says so)."""
    return (
        "jobs"
        if re.search(r"\b(?:emplois crees|creer des emplois|creation d'emplois|jobs created)\b", context.letters)
        else "hires"
    )
