"""The figures of a text: what each number counts, how exact it is, and whether it looks ahead or back."""

from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from ocdb.curation.numerals import Number, find_numbers
from ocdb.intake.draft import kinds, measures
from ocdb.intake.draft.figure import Context, Figure
from ocdb.intake.draft.horizons import Horizon
from ocdb.intake.draft.language import flat
from ocdb.intake.draft.money import currency_behind, prefixed
from ocdb.intake.draft.sentences import sentences


def find(number: int, paragraph: str, horizons: list[Horizon], *, english: bool) -> list[Figure]:
    """Return the figures of a paragraph in their order; those that nothing classifies have no kind."""
    letters = flat(paragraph)
    found: list[Figure] = []
    numbers = _numbers(paragraph, horizons)
    for one, currency, high in numbers:
        start, end = next((span for span in sentences(paragraph) if span[0] <= one.start < span[1]), (0, len(letters)))
        starts = [other.start for other, _, _ in numbers] + [horizon.start for horizon in horizons]
        following = min((place for place in starts if place >= one.end), default=len(letters))
        ahead = any(start <= horizon.start < end and _is_ahead(horizon) for horizon in horizons)
        context = Context(one, letters, start, end, following, english, ahead)
        figure = Figure(number, one.start, one.end, (start, end), *_bounds(one, high))
        found.append(_classify(figure, context, currency, found))
    return found


def _is_ahead(horizon: Horizon) -> bool:
    return horizon.vague or horizon.basis == "relative"


def _numbers(paragraph: str, horizons: list[Horizon]) -> list[tuple[Number, str | None, Number | None]]:
    """Return the numbers that count something, each with its currency before it and the upper end of its range."""
    taken = [(one.start, one.end) for one in horizons if not one.vague]
    sums = prefixed(paragraph)
    taken += [(one.start, one.end) for one, _ in sums]
    free = [one for one in find_numbers(paragraph) if not any(a <= one.start < b or a < one.end <= b for a, b in taken)]
    free = [one for one in free if one.kind in ("number", "percent")]
    paired: list[tuple[Number, str | None, Number | None]] = [(one, currency, None) for one, currency in sums]
    skip = False
    for one, other in zip_longest(free, free[1:]):
        if skip:
            skip = False
        elif one.bound == "range" and other and other.bound == "range" and one.value < other.value:
            skip = True
            paired.append((replace(other, start=one.start), None, replace(other, value=one.value)))
        else:
            paired.append((one, None, None))
    return sorted(paired, key=lambda one: one[0].start)


def _bounds(one: Number, low: Number | None) -> tuple[Decimal | None, Decimal | None, str]:
    if low:
        return low.value, one.value, "range"
    bound = one.bound if one.bound and one.bound != "range" else "exact"
    return None if bound == "at_most" else one.value, None if bound == "at_least" else one.value, bound


def _classify(figure: Figure, context: Context, currency: str | None, before: list[Figure]) -> Figure:
    if context.number.kind == "percent":
        return kinds.percentage(figure, context)
    behind = None if currency else currency_behind(context.letters, context.number.end)
    if currency or behind:
        return kinds.money(figure, context, currency or (behind[0] if behind else ""))
    measure, noun = measures.by_noun(context)
    if not measure and not noun:
        measure = measures.by_verb(context) or measures.by_figure_before(context, figure, before)
    if not measure:
        return replace(figure, about=noun)
    return kinds.counted(figure, context, measure)
