"""What a map says in words: its key, what each place and country is, and its alternative text."""

from ocdb.answers.coverage import Looked
from ocdb.answers.map import COVERAGE, STATUSES, Map, Spot
from ocdb.render.map.spots import Circle
from ocdb.text import visible
from ocdb.words.figures import number
from ocdb.words.language import N_, _, ngettext

_LOOKED = {
    "read": N_("articles read"),
    "unread": N_("articles found, none read yet"),
    "nothing": N_("searched, nothing found"),
    "not_searched": N_("nobody searched yet"),
}
BORDERS = N_("Borders are for orientation and take no position; a dashed border is disputed.")
_SUBTITLES = {
    "sites": N_("Sites by place and status. The larger a circle, the more sites are there."),
    "events": N_("Events by place and status. The larger a circle, the more events took place or are planned there."),
}
# More places in one circle bear the name of their country.
SEVERAL = 2
# So many places are read aloud; the table beside the map has them all.
ALOUD = 12


def subtitle(map_: Map) -> str:
    """Return what is drawn."""
    return _(_SUBTITLES[map_.kind])


def coverage_name(state: str) -> str:
    """Return what a state of coverage is called in the key."""
    return _(_LOOKED[state])


def of_country(map_: Map, key: str) -> str:
    """Return what is known of a country: ``Morocco: 62 of 357 known articles read``."""
    one = map_.looked[key]
    return _("{name}: {what}").format(name=visible(map_.wording.country(key)), what=_articles(one))


def _articles(one: Looked) -> str:
    if not one.read:
        return coverage_name(one.state)
    text = ngettext("{read} of {known} known article read", "{read} of {known} known articles read", one.known)
    return text.format(read=number(one.read), known=number(one.known))


def label(map_: Map, circle: Circle) -> str:
    """Return what stands beside a circle: ``Agadir (7)``, ``Dakar + 1 (3)``, ``Morocco, 6 places (24)``."""
    first, more = circle.spots[0], len(circle.spots) - 1
    name = visible(first.name)
    if more > SEVERAL and {spot.country for spot in circle.spots} == {first.country}:
        name = _("{country}, {count} places").format(
            country=visible(map_.wording.country(first.country)), count=number(more + 1)
        )
    elif more:
        name = f"{name} + {number(more)}"
    return f"{name} ({number(circle.total)})" if circle.total > 1 else name


def of_circle(map_: Map, circle: Circle) -> str:
    """Return what is at a place: ``Agadir: open 1, planned 2``; of several places each by itself."""
    return _("; ").join(_at(map_, spot) for spot in circle.spots)


def _at(map_: Map, spot: Spot) -> str:
    """Return how many there are of each state at a place, in the order of the key."""
    counts = [
        f"{map_.status(status)} {number(spot.counts[status])}"
        for status in STATUSES[map_.kind]
        if spot.counts.get(status)
    ]
    return _("{name}: {what}").format(name=visible(spot.name), what=", ".join(counts))


def alternative(map_: Map) -> str:
    """Return a map in a paragraph, for its alternative text: how many countries of each coverage, and the places."""
    lines = [_("Map of Africa.")]
    for state in COVERAGE:
        many = sum(one.state == state for one in map_.looked.values())
        if many:
            text = ngettext("{count} country: {what}.", "{count} countries: {what}.", many)
            lines.append(text.format(count=number(many), what=coverage_name(state)))
    lines += [f"{_at(map_, spot)}." for spot in map_.spots[:ALOUD]]
    if more := len(map_.spots[ALOUD:]):
        text = ngettext("{count} more place is in the table.", "{count} more places are in the table.", more)
        lines.append(text.format(count=number(more)))
    return " ".join(lines)
