"""What narrows a page: each value is an address of its own, so that it works without scripts, and as a file."""

from collections.abc import Mapping
from dataclasses import dataclass

from ocdb.answers.names import AFRICA, areas_among, covered, lying_in
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader
from ocdb.text import fold
from ocdb.web.addresses import Address
from ocdb.words.language import _, pgettext

# What stands for every country in an address, where something else is chosen.
EVERY = "all"


@dataclass(frozen=True)
class Choice:
    """A value of a facet: what it is called, where it leads, how many rows it has, and whether it is chosen."""

    text: str
    address: Address
    count: int | None
    chosen: bool


# What it chooses between, and its values.
Facet = tuple[str, list[Choice]]


def narrowed(name: str, country: str | None, *others: str | None) -> Address:
    """Return the address of a page that is narrowed to a country or an area, and to what else there is."""
    if more := [one for one in others if one]:
        return (name, country or EVERY, *more)
    return (name, country) if country else (name,)


def on_record(reader: Reader, what: str) -> dict[str, int]:
    """Return how many sources or pledges each country and each area as a whole has, by its key; none that has none."""
    return dict(reader.rows(f"SELECT id, {what} FROM v_countries WHERE {what} > 0").rows)


def where(
    reader: Reader,
    name: str,
    chosen: str | None,
    counts: Mapping[str, int],
    *others: str | None,
    numbered: bool = False,
) -> list[Facet]:
    """Return the facets of place: the African countries that have something, and the areas in Africa.

    Args:
        reader: the database.
        name: of the page.
        chosen: the country or area that it is narrowed to; what lies elsewhere is offered only where it is chosen.
        counts: how many rows each country, and each area as a whole, has.
        others: what the page is narrowed to as well, and stays.
        numbered: whether these counts are shown; of an area all that lies in it is counted.
    """
    wording = Wording(reader)
    asked = [chosen] if chosen else []
    african = {key for (key,) in reader.rows("SELECT id FROM v_countries WHERE in_africa = 1").rows}
    countries = {key: counts.get(key, 0) for key in {*asked, *(african & counts.keys())} if key.isupper()}
    inside = lying_in(reader, areas_among([*asked, *covered(reader, [AFRICA])]))
    areas = {area: sum(counts.get(key, 0) for key in keys) for area, keys in inside.items()}
    if chosen in inside:  # of an area its own countries
        countries = {key: count for key, count in countries.items() if key in inside[chosen]}

    def choices(found: Mapping[str, int]) -> list[Choice]:
        return [
            Choice(wording.country(key), narrowed(name, key, *others), found[key] if numbered else None, key == chosen)
            for key in sorted(found, key=lambda key: fold(wording.country(key)))
        ]

    every = Choice(pgettext("choice", "all"), narrowed(name, None, *others), None, chosen is None)
    return [
        (_("Country"), [every, *choices(countries)]),
        (_("Area"), choices({area: count for area, count in areas.items() if count or area == chosen})),
    ]
