"""Whose a figure or an event is, where and when: what stands near it in the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ocdb.dates import parse
from ocdb.intake.draft import lexicon
from ocdb.intake.draft.figure import Figure
from ocdb.intake.draft.findings import Findings
from ocdb.intake.draft.horizons import Horizon
from ocdb.intake.draft.mentions import Mention

_MAIN = 80  # letters that the operator of the article may stand farther from a figure than another
_PLACES = ("place", "country", "area")
_COUNTRY = 2  # the rank of a country
_WIDER = 30  # letters that a wider place must stand nearer than a narrower one
_BEHIND = 45  # letters behind a number within which its place stands


@dataclass(frozen=True)
class Where:
    """A place in the text: paragraph (from 1), position, and where its sentence stands."""

    paragraph: int
    start: int
    sentence: tuple[int, int]

    def holds(self, one: Mention | Horizon) -> bool:
        """Return whether a name or a date stands in the same sentence."""
        return one.paragraph == self.paragraph and self.sentence[0] <= one.start < self.sentence[1]

    def distance(self, one: Mention | Horizon) -> tuple[bool, int]:
        """Return how far a name stands; those before come first."""
        return one.start > self.start, abs(one.start - self.start)


def at(figure: Figure) -> Where:
    """Return where a figure stands."""
    return Where(figure.paragraph, figure.start, figure.sentence)


def operators_of(figure: Figure, found: Findings) -> list[str]:
    """Return the operator of a figure; a trade's, a government's or a builder's figure is nobody's in particular."""
    where = at(figure)
    inside = [one for one in found.of("operator") if where.holds(one)]
    nearest = min(inside, key=lambda one: _gap(where, one) - _MAIN * (one.key == found.main_operator), default=None)
    if figure.trade is not None and (not nearest or _gap(where, nearest) > figure.trade):
        return []
    if nearest:
        return [nearest.key]
    sentence = found.letters[where.paragraph - 1][where.sentence[0] : where.start]
    itself = bool(lexicon.ITSELF.search(sentence))
    if figure.kind in ("statistic", "investment") or (figure.basis and not itself):
        return []
    operator = operator_near(where, found)
    return [operator] if operator else []


def _gap(where: Where, one: Mention) -> int:
    """Return how far a name stands from a place, behind it twice as far."""
    return where.start - one.end if one.end <= where.start else 2 * (one.start - where.start)


def operator_near(where: Where, found: Findings) -> str | None:
    """Return the operator nearest before a place in the text: in its sentence, its paragraph, or the article's own."""
    operators = found.of("operator")
    inside = [one for one in operators if where.holds(one)]
    if inside:
        return min(inside, key=where.distance).key
    before = [one for one in operators if one.paragraph == where.paragraph and one.start < where.start]
    return before[-1].key if before else found.main_operator


def place_of(figure: Figure, found: Findings) -> str | None:
    """Return the place of a figure; that of a trade is a country's or a larger area's."""
    where = at(figure)
    behind = [one for one in found.of(*_PLACES) if where.holds(one) and _follows(figure, one, found)]
    if behind:
        return behind[0].key
    return place_near(where, found, wide=figure.trade is not None and not operators_of(figure, found))


def _follows(figure: Figure, place: Mention, found: Findings) -> bool:
    """Return whether a place stands behind a number and belongs to it: 12 000 en Tunisie."""
    between = found.letters[figure.paragraph - 1][figure.end : max(figure.end, place.start)]
    return figure.end <= place.start < figure.end + _BEHIND and not re.search(r"[\d,;:()]", between)


def place_near(where: Where, found: Findings, *, wide: bool = False) -> str | None:
    """Return the nearest place of a sentence, else the one before it in its paragraph, else the article's own.

    Args:
        where: the place in the text.
        found: the article.
        wide: only countries and larger areas count.
    """
    places = [one for one in found.of(*_PLACES) if not wide or rank(one, found) >= _COUNTRY]
    inside = [one for one in places if where.holds(one)]
    if inside:
        return min(inside, key=lambda one: _gap(where, one) + _WIDER * rank(one, found)).key
    before = [one for one in places if one.paragraph == where.paragraph and one.start < where.start]
    own = found.main_country if wide else found.main_place
    if before and (not own or found.country_of(before[-1].key) == found.main_country):
        return before[-1].key
    return own


def rank(mention: Mention, found: Findings) -> int:
    """Return how exact a place is: a city, a quarter or a park before a region before a country, then areas."""
    return {"area": 3, "country": _COUNTRY, "region": 1}.get(found.kind_of_place(mention.key), 0)


def horizon_of(figure: Figure, found: Findings, *, vague: bool = False) -> Horizon | None:
    """Return the date in the figure's sentence nearest to it; a pledge takes none that is over."""
    dates = [
        one
        for one in found.horizons
        if at(figure).holds(one)
        and (vague or one.edtf)
        and not (figure.kind == "pledge" and is_over(one, found))
        and not (figure.kind != "pledge" and not figure.planned and one.vague)
    ]
    return _nearest(dates, figure.start)


def horizon_in(where: Where, found: Findings) -> Horizon | None:
    """Return the date nearest to a place in the text, in its sentence."""
    return _nearest([one for one in found.horizons if where.holds(one) and one.edtf], where.start)


def _nearest(dates: Sequence[Horizon], place: int) -> Horizon | None:
    return min(dates, key=lambda one: abs(one.start - place)) if dates else None


def is_over(horizon: Horizon, found: Findings) -> bool:
    """Return whether a date isn't after the publication: nothing is due before it was promised."""
    last = parse(horizon.edtf).last if horizon.edtf else None
    return bool(last and found.published and found.published.first and last <= found.published.first)


def is_to_come(horizon: Horizon | None, found: Findings) -> bool:
    """Return whether a date lies after the publication."""
    first = parse(horizon.edtf).first if horizon and horizon.edtf else None
    return bool(first and found.published and found.published.last and first > found.published.last)
