"""The figures of a text: what each number counts, how exact it is, and whether it looks ahead or back."""

from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from ocdb.curation.numerals import Number, find_numbers
from ocdb.dates import Span
from ocdb.intake.draft import kinds, measures
from ocdb.intake.draft.figure import Context, Figure
from ocdb.intake.draft.horizons import Horizon, is_over
from ocdb.intake.draft.language import flat
from ocdb.intake.draft.money import currency_of
from ocdb.intake.draft.sentences import sentences

_DATED = 30  # letters behind a number within which a date is its own


def find(
    number: int, paragraph: str, horizons: list[Horizon], *, english: bool, published: Span | None = None
) -> list[Figure]:
    """Return the figures of a paragraph in their order; those that nothing classifies have no kind.

    Args:
        number: of the paragraph, from 1.
        paragraph: its text.
        horizons: the dates in it.
        english: its compounds have their head at the end.
        published: when the article appeared; what a date before it dates is no promise.
    """
    letters = flat(paragraph)
    found: list[Figure] = []
    numbers = _numbers(paragraph, horizons)
    spans = sentences(paragraph)
    starts = [other.start for other, _ in numbers] + [horizon.start for horizon in horizons]
    contexts = []
    for one, _ in numbers:
        start, end = next((span for span in spans if span[0] <= one.start < span[1]), (0, len(letters)))
        following = min((place for place in starts if place >= one.end), default=len(letters))
        ahead = any(start <= horizon.start < end and _is_ahead(horizon) for horizon in horizons)
        back = any(one.end <= horizon.start < one.end + _DATED and is_over(horizon, published) for horizon in horizons)
        contexts.append(Context(one, letters, start, end, following, english, ahead, back))
    for (one, high), context, after in zip(numbers, contexts, [*contexts[1:], None], strict=False):
        figure = Figure(number, one.start, one.end, (context.start, context.end), *_bounds(one, high))
        currency = currency_of(paragraph, letters, one.start, one.end)
        found.append(_classify(figure, context, currency, found, after))
    return found


def _is_ahead(horizon: Horizon) -> bool:
    return horizon.vague or horizon.basis == "relative"


def _numbers(paragraph: str, horizons: list[Horizon]) -> list[tuple[Number, Number | None]]:
    """Return the numbers that count something, each with the lower end of its range."""
    taken = [(one.start, one.end) for one in horizons if not one.vague]
    free = [one for one in find_numbers(paragraph) if not any(a <= one.start < b or a < one.end <= b for a, b in taken)]
    free = [one for one in free if one.kind in ("number", "percent")]
    paired: list[tuple[Number, Number | None]] = []
    skip = False
    for one, other in zip_longest(free, free[1:]):
        if skip:
            skip = False
        elif one.bound == "range" and other and other.bound == "range" and one.value < other.value:
            skip = True
            paired.append((replace(other, start=one.start), replace(other, value=one.value)))
        else:
            paired.append((one, None))
    return paired


def _bounds(one: Number, low: Number | None) -> tuple[Decimal | None, Decimal | None, str]:
    if low:
        return low.value, one.value, "range"
    bound = one.bound if one.bound and one.bound != "range" else "exact"
    return None if bound == "at_most" else one.value, None if bound == "at_least" else one.value, bound


def _classify(
    figure: Figure, context: Context, currency: str | None, before: list[Figure], following: Context | None
) -> Figure:
    if context.number.kind == "percent":
        return kinds.percentage(figure, context)
    if currency:
        return kinds.money(figure, context, currency)
    measure, noun = measures.by_noun(context)
    counts_other = measures.counts_other(noun)
    if not measure and not counts_other and following and measures.by_figure_after(context, following):
        measure, noun = measures.by_noun(following)
    if not measure and not measures.counts_other(noun):
        measure = measures.by_figure_before(context, figure, before) or measures.by_words_before(context)
    if not measure:
        return replace(figure, about=noun)
    return kinds.counted(figure, context, measure)
