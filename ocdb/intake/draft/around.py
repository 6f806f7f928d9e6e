"""Whose a figure or an event is, where and when: what stands near it in the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ocdb.dates import parse
from ocdb.intake.draft import words_of_dates, words_of_places
from ocdb.intake.draft.figure import Figure
from ocdb.intake.draft.findings import Findings
from ocdb.intake.draft.horizons import Horizon, is_over
from ocdb.intake.draft.listed import listed_with
from ocdb.intake.draft.mentions import Mention

_PLACES = ("place", "country", "area")
_COUNTRY = 2  # the rank of a country
_WIDER = 30  # letters that a wider place must stand nearer than a narrower one
_NEAR = 60  # letters from a number or a date within which a word tells what it means
_PEOPLE = 30  # letters behind a number within which its noun says whence people come
_LEAD = 8  # letters before a date that leads its sentence
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


def gap(where: Where, one: Mention) -> int:
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


def place_of(figure: Figure, found: Findings, *, wide: bool = False) -> str | None:
    """Return the place of a figure; where its sentence has none, that of a trade is a country's or a larger area's."""
    where = at(figure)
    letters = found.letters[figure.paragraph - 1]
    behind = letters[figure.end : min(figure.sentence[1], figure.end + _NEAR)]
    if figure.kind in ("report", "statistic") and words_of_places.WORLD.search(behind):
        return "world"
    if figure.kind == "statistic" and words_of_places.GLOBAL.search(letters, figure.sentence[0], figure.start):
        return "world"
    inside = places_in(where, found)
    mentioned = [one for one in inside if _follows(figure, one, found)]
    if mentioned:
        return listed_with(mentioned[0], inside, found)
    if country := words_of_places.home(behind[:_PEOPLE]):
        return country
    if words_of_places.NATION.search(behind):
        return found.main_country
    return place_near(where, found, wide=wide)


def _follows(figure: Figure, place: Mention, found: Findings) -> bool:
    """Return whether a place stands behind a number and belongs to it: 12 000 en Tunisie."""
    between = found.letters[figure.paragraph - 1][figure.end : max(figure.end, place.start)]
    return figure.end <= place.start < figure.end + _BEHIND and not re.search(r"[\d,;:()]", between)


def places_in(where: Where, found: Findings) -> list[Mention]:
    """Return the places that a sentence names, without those where somebody is only based."""
    letters = found.letters[where.paragraph - 1]
    return [
        one
        for one in found.of(*_PLACES)
        if where.holds(one)
        and not words_of_places.BASED_BEHIND.match(letters, one.end)
        and not words_of_places.BASED_BEFORE.search(letters[max(0, one.start - _NEAR) : one.start])
    ]


def place_near(where: Where, found: Findings, *, wide: bool = False) -> str | None:
    """Return the nearest place of a sentence, else the one before it in its paragraph, else the article's own.

    Args:
        where: the place in the text.
        found: the article.
        wide: only countries and larger areas count.
    """
    inside = places_in(where, found)
    if inside:
        nearest = min(inside, key=lambda one: gap(where, one) + _WIDER * rank(one, found))
        return listed_with(nearest, inside, found)
    places = [one for one in found.of(*_PLACES) if not wide or rank(one, found) >= _COUNTRY]
    before = [one for one in places if 0 <= where.paragraph - one.paragraph <= 1 and _is_before(one, where)]
    own = found.main_country if wide else found.main_place
    if before and (not own or found.country_of(before[-1].key) == found.main_country):
        return before[-1].key
    return own


def _is_before(one: Mention, where: Where) -> bool:
    return (one.paragraph, one.start) < (where.paragraph, where.start)


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
        and not (figure.kind == "pledge" and is_over(one, found.published))
        and not (figure.kind != "pledge" and not figure.planned and one.vague)
        and not (figure.kind in ("report", "statistic") and not _dates(one, figure, found))
    ]
    return _nearest(dates, figure.start)


def _dates(date: Horizon, figure: Figure, found: Findings) -> bool:
    """Return whether a date is that of a report: not of a beginning, nor of a figure between them, nor beside a now.

    A date that leads its sentence is that of all in it.
    """
    letters = found.letters[figure.paragraph - 1]
    if words_of_dates.SINCE.search(letters[max(0, date.start - _NEAR) : date.start]):
        return False
    if date.start - figure.sentence[0] <= _LEAD:
        return True
    first, last = sorted([(date.start, date.end), (figure.start, figure.end)])
    if any(one.kind and one.paragraph == figure.paragraph and first[1] <= one.start < last[0] for one in found.figures):
        return False
    now = letters[max(figure.sentence[0], figure.start - _NEAR) : min(figure.sentence[1], figure.end + _PEOPLE)]
    return not words_of_dates.NOW.search(now)


def horizon_in(where: Where, found: Findings) -> Horizon | None:
    """Return the date nearest to a place in the text, in its sentence."""
    return _nearest([one for one in found.horizons if where.holds(one) and one.edtf], where.start)


def _nearest(dates: Sequence[Horizon], place: int) -> Horizon | None:
    return min(dates, key=lambda one: abs(one.start - place)) if dates else None


def creation_of(figure: Figure, found: Findings) -> str | None:
    """Return the time in which jobs were created, EDTF: from a date behind "since" to the publication; else None."""
    end = found.published.edtf.rsplit("/", 1)[-1] if found.published else ".."
    if figure.report != "created" or end == "..":
        return None
    letters = found.letters[figure.paragraph - 1]
    for one in found.horizons:
        since = at(figure).holds(one) and words_of_dates.BEGUN.search(letters, figure.sentence[0], one.start)
        if since and one.edtf and "/" not in one.edtf and is_over(one, found.published):
            return f"{one.edtf}/{end}"
    return None


def is_to_come(horizon: Horizon | None, found: Findings) -> bool:
    """Return whether a date lies after the publication."""
    first = parse(horizon.edtf).first if horizon and horizon.edtf else None
    return bool(first and found.published and found.published.last and first > found.published.last)
