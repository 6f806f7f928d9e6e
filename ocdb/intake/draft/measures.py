"""What a number counts: the measure that its noun says, else its verb, else the figure before it."""

import re

from ocdb.intake.draft import lexicon
from ocdb.intake.draft.figure import JOBS, Context, Figure

_PHRASE = 60  # letters after a number within which its noun stands
_WORDS = 6
_REPEATED = (*JOBS, "sites", "new_sites")
# A noun before the number, with the verb between them: le nombre de positions reste faible : 800.
_COUNTED_BEFORE = re.compile(
    r"(?:nombre|nombres|number|numbers|total|effectif)\s+(?:total\s+)?(?:d'|de\s|des\s|of\s)([^.;\d]{3,80})$"
)
_TO_THE_NEXT = re.compile(
    r"(?:,?\s[^\W\d]+){0,4}?\s*(?:a|to|-|puis|and|et)\s"
    r"(?:(?:plus|pres)\s(?:de\s|d'))?(?:les\s)?(?:about\s|some\s|over\s|nearly\s)?"
)
# What is done to the people that a number counts, in its clause: 150 agents sont embauchés.
_TAKEN_ON = re.compile(
    r"[^.,;:()]{0,45}?\b"
    r"(?:recrutee?s|embauchee?s|enrolee?s|recruited|hired|taken on|(?:a|etre)\s(?:recruter|embaucher))\b"
)
# A level that something has or is to have: increasing its workforce to about 2,000; leur nombre sera porté à 150.
_LEVEL = re.compile(
    r"\b(?:a|to|de|from)\s(?:(?:plus|pres) de\s|quelque\s|around\s|about\s|nearly\s|over\s|just over\s|environ\s)?$"
)
_GROWN = re.compile(
    r"\b(?:pass(?:er|e|es|ant)|port(?:er|e|era|ant)|increas\w+|gr[eo]w\w*|rais\w+|expand\w*|taking|bring\w*|ris(?:e|en|ing))\b"
)
# Before people, what is for them: jobs for 500 youths.
_JOBS_FOR = re.compile(r"\b(?:jobs|emplois|employment|work)\s(?:for|to|a|pour)\s(?:[\w-]+\s){0,3}$")
# Before people or behind them, that they learn.
_TRAINS = re.compile(r"\b(?:form(?:er|era|es|ation)|train(?:ed|ing)?|teach(?:ing|es)?)\s+(?:\w+\s+){0,2}$")
_TRAINED = re.compile(
    r"[^.,;:()]{0,60}?\b(?:trained|graduated|ete formee?s|en formation|in training|receiv\w+ training)\b"
)
# What joins the words of a longer noun phrase: 800 frontline, specialist and back-office agents.
_JOINED = re.compile(r",|\b(?:and|et)\b")
_OF_THEM = re.compile(r"\s*(?:of\s(?:them|which|those|whom|these)|d'entre\s(?:eux|elles))\b")
_BARE = re.compile(
    r"\s*(?:[.,;:)]|$|(?:a|en|dans|d'ici|l'annee|la|le|in|by|the|within|over|fin|au|aux|sur|selon|and|et|pour|qu|que|based"
    r"|autres|others|more|de\splus|non)\b)"
)


def by_noun(context: Context) -> tuple[str | None, str]:
    """Return the measure that the noun of the number says, or what else the number counts."""
    text = context.letters[context.number.end : min(context.end, context.next, context.number.end + _PHRASE)]
    phrase = _phrase(text)
    places = _units_in(phrase)
    if phrase and not places and not lexicon.OTHER.search(phrase):
        places = _units_in(longer := _phrase(_JOINED.sub(" ", text)))
        phrase = longer if places else phrase
    others = [(match.start(), -match.end(), "") for match in lexicon.OTHER.finditer(phrase)]
    if not places:
        return ("stages" if _tours(phrase, context) else None), phrase
    # The head of an English compound is its last noun ("call centre jobs"), that of a French one the first.
    measure = _last(places) if context.english else min(places)[2]
    if others and min(others) < min(places) and not context.english:
        return None, phrase
    return _refined(measure, context), phrase


def counts_other(noun: str) -> bool:
    """Return whether a noun phrase is of things that no code list has: 35 entreprises, three hectares."""
    return bool(lexicon.OTHER.match(noun))


def by_words_before(context: Context) -> str | None:
    """Return the measure that the words before a number say: en recruter 500, le nombre d'agents : 40."""
    near = " ".join(context.before[-_PHRASE:].split()[-_WORDS:])
    if lexicon.HIRE.search(near):
        return _hires(context)
    if lexicon.STAFF.search(near):
        return "headcount"
    if _GROWN.search(context.before) and _LEVEL.search(context.before) and _BARE.match(context.after):
        return _level(context.before)
    counted = _COUNTED_BEFORE.search(context.before)
    units = [measure for measure, unit in lexicon.UNITS if counted and unit.search(counted[1])]
    return units[0] if units else "jobs" if re.search(r"(?:emplois|jobs)\s*:?\s*$", near) else None


def _level(before: str) -> str | None:
    """Return what is to grow or to shrink to a number: the last jobs, people or seats that its sentence names."""
    named = [
        (match.end(), measure) for measure, unit in lexicon.UNITS if measure in JOBS for match in unit.finditer(before)
    ]
    named += [(match.end(), "headcount") for match in lexicon.STAFF.finditer(before)]
    return max(named)[1] if named else None


def by_figure_after(context: Context, following: Context) -> bool:
    """Return whether a number counts what the next one counts: passer de 600 à 7 000 employés."""
    between = _TO_THE_NEXT.fullmatch(context.letters, context.number.end, following.number.start)
    return following.number.kind == "number" and bool(between)


def by_figure_before(context: Context, figure: Figure, before: list[Figure]) -> str | None:
    """Return the measure of the figure before, in its sentence or list: 200 jobs in Oujda, 400 in Fès; 50 of them."""
    last = next((one for one in reversed(before) if one.measure in _REPEATED), None)
    if not last:
        return None
    if _OF_THEM.match(context.after):
        return last.measure
    between = context.letters[last.end : context.number.start]
    listed = last.sentence == figure.sentence or (len(between) < _PHRASE and not re.search(r"[.!?]\s", between))
    bare = listed and _BARE.match(context.after)
    large = context.number.value > 9 or last.measure not in JOBS  # noqa: PLR2004  small counts are of something else
    return last.measure if bare and large else None


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


def _phrase(text: str) -> str:
    """Return the noun phrase that begins a text: up to a mark or a stop word."""
    text = re.split(r"[.,;:!?»\"\n…]|\s[-\u2013\u2014]\s", text)[0]
    text = re.sub(r"^[\s-]*(?:de la|des|de|du|of the|of its|of|d')\s*", " ", text)
    stops = (one.start() for one in lexicon.STOP.finditer(text) if "-" not in text[one.start() - 1 : one.end() + 1])
    phrase = " ".join(text[: next(stops, None)].split()[: _WORDS + 1])
    return "" if lexicon.BARE.fullmatch(phrase) else re.sub(r"[()«»“”-]", " ", phrase).strip()


def _units_in(phrase: str) -> list[tuple[int, int, str]]:
    """Return the nouns of a phrase that a measure counts: where they begin, where they end (negative), the measure."""
    return [
        (match.start(), -match.end(), measure) for measure, unit in lexicon.UNITS for match in unit.finditer(phrase)
    ]


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
    if measure == "headcount" and (lexicon.HIRE.search(context.before[-_PHRASE:]) or _TAKEN_ON.match(context.after)):
        return _hires(context)
    if measure == "headcount" and _JOBS_FOR.search(context.before):
        return "jobs"
    if measure == "headcount" and (_TRAINS.search(context.before) or _TRAINED.match(context.after)):
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
