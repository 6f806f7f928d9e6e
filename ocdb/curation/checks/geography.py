"""Checks of places: in one country, inside its borders, and a site where its claims say."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ocdb.curation.checks.alike import groups
from ocdb.curation.checks.places import near
from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.problems import Problem
from ocdb.kinds import AT_SITE
from ocdb.text import fold
from ocdb.words.language import _, language


@check("country-code-twice", reach="registers")
def countries_have_codes_of_their_own(corpus: Corpus) -> Iterator[Problem]:
    """No two countries have the same three-letter code."""
    seen: dict[str, str] = {}
    for entry in corpus.of("country"):
        first = seen.setdefault(entry.record.alpha3, entry.record.id)
        if first != entry.record.id:
            message = _("{code} is the code of {country}").format(code=entry.record.alpha3, country=first)
            yield entry.problem(("alpha3",), message, _("Look it up in ISO 3166-1."))


@check("parent-in-another-country", reach="registers")
def parents_lie_in_the_same_country(corpus: Corpus) -> Iterator[Problem]:
    """A place and the place that it lies in are in one country."""
    for entry in corpus.of("place"):
        parent = corpus.find(["place"], entry.record.parent or "")
        if parent and parent.record.country != entry.record.country:
            message = _("{place} is in {country}, not in {other}")
            details = {"place": parent.record.id, "country": parent.record.country, "other": entry.record.country}
            yield entry.problem(("parent",), message.format_map(details), _("Correct the parent or the country."))


@check("slug-of-another-country", reach="registers")
def slugs_begin_with_the_country(corpus: Corpus) -> Iterator[Problem]:
    """The slug of a place begins with the code of its country, as in ma-agadir."""
    for entry in corpus.of("place"):
        prefix = entry.record.country.lower()
        if not entry.record.id.startswith(f"{prefix}-"):
            message = _("{place} is in {country}, but doesn't begin with {prefix}")
            message = message.format(place=entry.record.id, country=entry.record.country, prefix=f"{prefix}-")
            yield entry.problem(("id",), message, _("Correct the slug or the country."))


@check("outside-the-country", reach="registers")
def coordinates_lie_in_the_country(corpus: Corpus) -> Iterator[Problem]:
    """Coordinates are two, and lie inside the box around the country's towns, with some room."""
    for entry in corpus.of("place"):
        country = corpus.find(["country"], entry.record.country)
        latitude, longitude = entry.record.latitude, entry.record.longitude
        if (latitude is None) != (longitude is None):
            name = "latitude" if longitude is None else "longitude"
            message = _("there is a {field}, but no {other}")
            message = message.format(field=name, other="longitude" if longitude is None else "latitude")
            yield entry.problem((name,), message, _("Give both, or neither."))
        if not country or not country.record.box or latitude is None or longitude is None:
            continue
        south, west, north, east = country.record.box
        if not (south <= latitude <= north and west <= longitude <= east):
            name = getattr(country.record, f"name_{language()}")
            message = _("{point} is outside of this country: {country} ({south} to {north}, {west} to {east})")
            box = {"south": south, "north": north, "west": west, "east": east}
            message = message.format(point=f"{latitude}, {longitude}", country=name, **box)
            remedy = _("Check the digits, the signs, and which of the two is which.")
            yield entry.problem(("latitude",), message, remedy)


@check("place-twice", "warning", reach="registers")
def places_have_names_of_their_own(corpus: Corpus) -> Iterator[Problem]:
    """A name isn't borne by places in two countries, nor by two places of one kind in a country."""
    named: dict[str, list[Entry]] = defaultdict(list)
    for entry in corpus.of("place"):
        written = (entry.record.name, *(other.name for other in entry.record.names))
        for folded in dict.fromkeys(fold(name) for name in written):
            named[folded].append(entry)
    for folded, bearers in named.items():
        for told, first, others in groups(corpus, _namesakes(bearers)):
            message = _("{place} ({country}) has the name {name}, too")
            message = message.format(place=first.record.id, country=first.record.country, name=folded) + others
            yield told.problem(("name",), message, _("If the article means that one, use it; otherwise leave this."))


def _namesakes(bearers: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield each place of a name that an earlier one in another country, or of its own kind, bears too, with that."""
    firsts: dict[tuple[str, str], Entry] = {}
    for entry in bearers:
        own = (entry.record.country, entry.record.kind)
        first = next((one for key, one in firsts.items() if key == own or key[0] != own[0]), None)
        if first:
            yield entry, first
        firsts.setdefault(own, entry)


@check("site-elsewhere")
def sites_lie_where_their_claims_say(corpus: Corpus) -> Iterator[Problem]:
    """A claim about a site is about its place, a place around it or one in it."""
    for entry in corpus.of(*AT_SITE):
        site = corpus.find(["site"], entry.record.site or "")
        own = _places(entry.record)
        if site and own and not any(near(corpus, site.record.at, where) for where in own):
            message = _("{site} is in {place}, but this says {places}")
            message = message.format(site=site.record.id, place=site.record.at, places=", ".join(own))
            yield entry.problem(("at",), message, _("Correct the place, or name another site."))


def _places(record: Any) -> list[str]:
    """Return where a claim takes place; what moves, where from and to."""
    if isinstance(record.at, list):
        return list(record.at) or [*record.from_, *record.to]
    return [record.at] if record.at else []
