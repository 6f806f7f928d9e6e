"""Which kind of claim a figure makes: pledge, loss, report, statistic or investment, and how it is meant."""

import re
from dataclasses import replace

from ocdb.intake.draft import lexicon, words_of_money
from ocdb.intake.draft.figure import JOBS, Context, Figure
from ocdb.intake.draft.measures import period
from ocdb.intake.draft.tense import distance, looks_ahead

_RATE = 30  # letters behind a sum within which it is said to be for an hour or a month
_REACH = (90, 60)  # letters before and after a sum within which a word says what it is for
_SHARE = re.compile(
    r"\s*(?:of|de|du|des|d'|d\s|dans|from|are|is|sont|est)\b|\s*\w+\s(?:share|of)\b|\s*[)»\"]*\s*[.,;]?\s*$"
)


_FROM = re.compile(r"\b(?:from|de)\s(?:\w+\s){0,3}$")
_TO = re.compile(r"(?:\s\w+){0,3}\s(?:to|a)\s(?:\w+\s){0,2}?\d")
_HAS = re.compile(
    r"(?:\b(?:ses|leurs?|its|their|his|nos|our|with|avec|current staff strength of)|'s)\s"
    r"(?:(?:plus|pres) de\s|quelque\s|some\s|more than\s|over\s|about\s)?$"
)
_AT_STAKE = re.compile(r"[^.;]{0,40}\ba la cle\b")


def percentage(figure: Figure, context: Context) -> Figure:
    """Return a percentage as a completion of works, as a share of a whole, or without a kind, as a growth is."""
    figure = replace(figure, about="%")
    if lexicon.COMPLETE.search(context.before[-120:]):
        return replace(figure, kind="statistic", measure="completion")
    grows = lexicon.GROWTH.search(context.before[-40:] + context.after[:25])
    if not grows and _SHARE.match(context.after):
        return replace(figure, kind="statistic", measure="share")
    return figure


def money(figure: Figure, context: Context, currency: str) -> Figure:
    """Return what a sum is by the word nearest to it: an investment, a turnover, a contract, a market; no wage."""
    figure = replace(figure, measure="money", currency=currency, planned=_is_planned(context))
    first = max(context.start, context.number.start - _REACH[0])
    near = context.letters[first : min(context.end, context.number.end + _REACH[1])]
    place = context.number.start - first
    if words_of_money.RATE.search(context.after[:_RATE]):
        return replace(figure, about="pay")
    gaps = [(gap, what) for what, words in words_of_money.SUMS if (gap := distance((words,), near, place)) is not None]
    what = min(gaps)[1] if gaps else ""
    if what == "investment":
        given = bool(words_of_money.GRANTED.search(near)) and not words_of_money.PAID.search(near)
        kind = next((kind for kind, words in words_of_money.INVESTMENTS if words.search(near)), "site")
        return replace(figure, kind="investment", investment=kind, planned=figure.planned or given)
    if what in ("", "pay"):
        return replace(figure, about=_first(words_of_money.PAY, near))
    if what == "turnover" and lexicon.TRADE.search(context.sentence):
        what = "market_size"
    return replace(figure, kind="statistic", measure=what, about=what, period=period(context))


def counted(figure: Figure, context: Context, measure: str) -> Figure:
    """Return a figure with its kind: a statistic, or of jobs a pledge, a loss or a report."""
    figure = replace(figure, measure=measure, period=period(context), planned=_is_planned(context))
    if measure not in JOBS:
        return replace(figure, kind="statistic")
    if figure.low is not None and figure.low != int(figure.low):
        return replace(figure, measure=None, about=measure)
    figure = replace(figure, directness=_directness(context))
    if measure != "hires" and lexicon.AT_RISK.search(context.after[:40]):
        return replace(figure, kind="report", reading="total")
    if measure != "hires" and _loses(context):
        return replace(figure, kind="loss", cause=_cause(context))
    if figure.planned and not _is_there(context, measure):
        return replace(figure, kind="pledge", firmness=_firmness(context), reading=_reading(context, measure))
    done = bool(lexicon.DONE.search(context.before[-60:] + context.after[:30]))
    created = measure == "hires" or (done and measure == "jobs")
    cumulated = lexicon.SO_FAR.search(context.before[-90:]) and not lexicon.MORE.match(context.after.lstrip())
    reading = "additional" if created and not cumulated else "total"
    return replace(figure, kind="report", report="created" if created else "held", reading=reading)


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""


def _loses(context: Context) -> bool:
    """Return whether the jobs end: not those that are at risk, nor those of whom some go (62 of 348)."""
    near = context.before[-60:] + context.after[:50]
    whole = re.search(
        r"\b(?:sur|of|out of)(?: (?:les|ses|un (?:effectif )?total de|its|a total of))?(?: quelque| some)?\s*$",
        context.before,
    )
    return bool(lexicon.LOSS.search(near)) and not lexicon.AT_RISK.search(near) and not whole


def _cause(context: Context) -> str:
    """Return how jobs end, by the words of the sentence: the code of the first kind of words that it has."""
    return next((cause for cause, words in lexicon.CAUSES.items() if words.search(context.sentence)), "unclear")


def _is_planned(context: Context) -> bool:
    """Return whether the sentence looks ahead: by its verbs, the nearest one first, and by a horizon."""
    if context.looks_back or lexicon.ALLOWED.search(context.before[-45:]):
        return False
    return looks_ahead(context.sentence, context.number.start - context.start, dated_ahead=context.looks_ahead)


def _is_there(context: Context, measure: str) -> bool:
    """Return whether people or seats are there whatever lies ahead: its 600 agents; from 600 to 900."""
    if measure not in ("headcount", "seats"):
        return False
    grows = _FROM.search(context.before) and _TO.match(context.after)
    return bool(
        grows or (measure == "headcount" and _HAS.search(context.before) and not _AT_STAKE.match(context.after))
    )


def _reading(context: Context, measure: str) -> str:
    """Return how a promise is read: as its words say, else people and seats are a level, jobs and hires come on top."""
    near = context.before[-50:] + context.after[:40]
    if lexicon.TOTAL.search(near):
        return "total"
    if measure in ("headcount", "seats"):  # a level, unless the number itself is called more
        near = context.before[-25:] + context.after[:20]
    more = lexicon.MORE.search(near) or lexicon.SOME_MORE.search(near)
    return "additional" if more or measure in ("jobs", "hires", "trainees") else "total"


def _firmness(context: Context) -> str | None:
    """Return how firm a promise is, by the word nearest to it: None where no word says it."""
    if lexicon.BINDING.search(context.sentence):
        return "commitment"
    place = context.number.start - context.start
    gaps = [
        (gap, firmness)
        for firmness, words in lexicon.FIRMNESS
        if (gap := distance((words,), context.sentence, place)) is not None
    ]
    return min(gaps)[1] if gaps else None


def _directness(context: Context) -> str:
    near = context.before[-20:] + context.after[: _REACH[1]]
    direct, indirect = lexicon.DIRECT.search(near), lexicon.INDIRECT.search(near)
    return "both" if direct and indirect else "direct" if direct else "indirect" if indirect else "unstated"
