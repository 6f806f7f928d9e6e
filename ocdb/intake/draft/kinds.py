"""Which kind of claim a figure makes: pledge, loss, report, statistic or investment, and how it is meant."""

import re
from dataclasses import replace

from ocdb.intake.draft import lexicon
from ocdb.intake.draft.figure import JOBS, Context, Figure
from ocdb.intake.draft.measures import period


def percentage(figure: Figure, context: Context) -> Figure:
    """Return a percentage as a completion of works, or without a kind: what it is a share of, the curator decides."""
    if lexicon.COMPLETE.search(context.before[-120:]):
        return replace(figure, kind="statistic", measure="completion", about="%")
    return replace(figure, about="%")


def money(figure: Figure, context: Context, currency: str) -> Figure:
    """Tell an investment from a turnover or a wage by the word nearest to the sum."""
    figure = replace(figure, measure="money", currency=currency, planned=_is_planned(context))
    near = context.letters[max(context.start, context.number.start - 90) : min(context.end, context.number.end + 60)]
    place = context.number.start - max(context.start, context.number.start - 90)
    invested = _distance((lexicon.INVEST, lexicon.SUBSIDY), near, place)
    other = _distance((lexicon.TURNOVER,), near, place)
    if invested is None or (other is not None and other < invested):
        return replace(figure, about=_first(lexicon.TURNOVER, near))
    kind = "subsidy" if lexicon.SUBSIDY.search(near) else "construction" if lexicon.BUILDING.search(near) else "site"
    kind = "relocation" if re.search(r"reloc|delocalis|rapatri", context.sentence) else kind
    kind = "equity" if kind == "site" and lexicon.EQUITY.search(near) else kind
    return replace(figure, kind="investment", investment=kind)


def counted(figure: Figure, context: Context, measure: str) -> Figure:
    """Return a figure with its kind: a statistic, or of jobs a pledge, a loss or a report."""
    figure = replace(figure, measure=measure, period=period(context), planned=_is_planned(context))
    if measure not in JOBS:
        return replace(figure, kind="statistic")
    if figure.low is not None and figure.low != int(figure.low):
        return replace(figure, measure=None, about=measure)
    figure = replace(figure, basis=_basis(context), reading=_reading(context))
    if measure != "hires" and _loses(context):
        return replace(figure, kind="loss", cause=_cause(context))
    if figure.planned:
        return replace(figure, kind="pledge")
    done = bool(lexicon.DONE.search(context.before[-60:] + context.after[:30]))
    return replace(figure, kind="report", report="created" if done and measure in ("jobs", "hires") else "held")


def _distance(patterns: tuple[re.Pattern[str], ...], text: str, place: int) -> int | None:
    """Return how far from a place the nearest word of some patterns stands; what stands before it counts as nearer."""
    found = [
        (place - match.end()) if match.end() <= place else 2 * (match.start() - place)
        for pattern in patterns
        for match in pattern.finditer(text)
    ]
    return min(found) if found else None


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""


def _loses(context: Context) -> bool:
    return bool(lexicon.LOSS.search(context.before[-50:] + context.after[:35]))


def _cause(context: Context) -> str:
    """Return how jobs end, by the words of the sentence: the code of the first kind of words that it has."""
    return next((cause for cause, words in lexicon.CAUSES.items() if words.search(context.sentence)), "unclear")


def _is_planned(context: Context) -> bool:
    """Return whether the sentence looks ahead: by its verbs, the nearest one first, and by a horizon."""
    if lexicon.ALLOWED.search(context.before[-45:]):
        return False
    place = context.number.start - context.start
    ahead = _distance((lexicon.FUTURE, lexicon.FUTURE_FORM), context.sentence, place)
    back = _distance((lexicon.PAST,), context.sentence, place)
    if ahead is None or back is None:
        return ahead is not None or (back is None and context.looks_ahead)
    return ahead < back or (context.looks_ahead and ahead < 2 * back)


def _reading(context: Context) -> str:
    near = context.before[-50:] + context.after[:40]
    if lexicon.TOTAL.search(near):
        return "total"
    return "additional" if lexicon.MORE.search(near) else "unclear"


def _basis(context: Context) -> str | None:
    """Return whose figure the sentence makes it: None where it names neither a state, nor a federation, nor a study."""
    for basis, form in (
        ("federation", lexicon.FEDERATION),
        ("analyst", lexicon.ANALYST),
        ("government", lexicon.GOVERNMENT),
    ):
        if form.search(context.sentence):
            return basis
    return None
