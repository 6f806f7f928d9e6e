"""Whose a figure is, where and when: what stands near it in the text."""

from ocdb.dates import parse
from ocdb.intake.draft.figure import Figure
from ocdb.intake.draft.findings import Findings
from ocdb.intake.draft.horizons import Horizon
from ocdb.intake.draft.mentions import Mention


def operators_of(figure: Figure, found: Findings) -> list[str]:
    """Return the operator nearest before the figure: in its sentence, its paragraph, or the only one of the article."""
    operators = found.of("operator")
    inside = [one for one in operators if _inside(one, figure)]
    if inside:
        return [min(inside, key=lambda one: (one.start > figure.start, abs(one.start - figure.start))).key]
    # A government's, a market's or a builder's figure is nobody's in particular.
    if figure.basis or figure.kind in ("statistic", "investment"):
        return []
    before = [one for one in operators if one.paragraph == figure.paragraph and one.start < figure.start]
    if before:
        return [before[-1].key]
    only = {one.key for one in operators}
    return [only.pop()] if len(only) == 1 else []


def place_of(figure: Figure, found: Findings) -> str | None:
    """Return the place of a figure: the nearest of its sentence, else of its paragraph, else the article's own."""
    places = found.of("place", "country")
    inside = [one for one in places if _inside(one, figure)]
    if inside:
        return min(inside, key=lambda one: (rank(one, found), abs(one.start - figure.start))).key
    near = [one for one in places if one.paragraph == figure.paragraph]
    if near:
        return min(near, key=lambda one: (one.start > figure.start, abs(one.start - figure.start))).key
    return found.most_frequent("place") or found.most_frequent("country")


def rank(mention: Mention, found: Findings) -> int:
    """Return how exact a place is: a city, a quarter or a park before a region before a country."""
    if mention.kind == "country":
        return 2
    return int(found.names.record("place", mention.key).kind == "region")


def horizon_of(figure: Figure, found: Findings, *, vague: bool = False) -> Horizon | None:
    """Return the date in the figure's sentence nearest to it; a pledge takes none that is over."""
    dates = [
        one
        for one in found.horizons
        if one.paragraph == figure.paragraph
        and figure.sentence[0] <= one.start < figure.sentence[1]
        and (vague or one.edtf)
        and not (figure.kind == "pledge" and is_over(one, found))
        and not (figure.kind != "pledge" and not figure.planned and one.vague)
    ]
    return min(dates, key=lambda one: abs(one.start - figure.start)) if dates else None


def is_over(horizon: Horizon, found: Findings) -> bool:
    """Return whether a date lies before the publication."""
    last = parse(horizon.edtf).last if horizon.edtf else None
    return bool(last and found.published and found.published.first and last < found.published.first)


def is_to_come(horizon: Horizon | None, found: Findings) -> bool:
    """Return whether a date lies after the publication."""
    first = parse(horizon.edtf).first if horizon and horizon.edtf else None
    return bool(first and found.published and found.published.last and first > found.published.last)


def country_of(where: str | None, found: Findings) -> str | None:
    """Return the country of a place; a country is its own."""
    place = found.names.corpus.find(["place"], where or "")
    return place.record.country if place else where


def _inside(mention: Mention, figure: Figure) -> bool:
    return mention.paragraph == figure.paragraph and figure.sentence[0] <= mention.start < figure.sentence[1]
