"""Several places that a text lists together: the smallest place, country or area that contains them all."""

import re
from collections.abc import Sequence

from ocdb.intake.draft.findings import Findings
from ocdb.intake.draft.mentions import Mention

# What may stand between two places of a list: à Fès, à Oujda et au Maroc; with sites in Durban and in Cape Town.
_BETWEEN = re.compile(
    r"\s*[,/&(]?\s*(?:(?:et|and|ou|or|ainsi que|as well as|puis|then)\s)?\s*"
    r"(?:(?:a|au|aux|en|in|dans|at|de|du|d'|celui de|celle de)\s?)?(?:(?:la|le|les|l'|the)\s?)?$"
)


def listed_with(place: Mention, places: Sequence[Mention], found: Findings) -> str | None:
    """Return what contains all places that stand in a list with one: that place itself where it stands alone.

    Args:
        place: one of the places.
        places: of a sentence, in its order.
        found: the article.
    """
    keys = list(dict.fromkeys(one.key for one in _run(place, places, found)))
    chains = {key: chain_of(key, found) for key in keys}
    narrow = [key for key in keys if not any(key in chains[other][1:] for other in keys)]
    if len(narrow) == 1:
        return narrow[0]
    first, *others = (chains[key] for key in narrow)
    shared = [key for key in first if all(key in chain for chain in others)]
    return shared[0] if shared else _area_of({found.country_of(key) for key in narrow}, found)


def _run(place: Mention, places: Sequence[Mention], found: Findings) -> list[Mention]:
    """Return the places between which nothing stands but what joins a list, from the first to the last."""
    letters = found.letters[place.paragraph - 1]
    run: list[Mention] = []
    for one in places:
        if run and not _BETWEEN.match(letters[run[-1].end : one.start]):
            if place in run:
                break
            run = []
        run.append(one)
    return run if place in run else [place]


def chain_of(key: str, found: Findings) -> list[str]:
    """Return a place, the places that it lies in, and its country."""
    chain = [key]
    while (entry := found.names.corpus.find(["place"], chain[-1])) and entry.record.parent:
        chain.append(entry.record.parent)
    country = found.country_of(key)
    return chain if country in (None, *chain) else [*chain, str(country)]


def _area_of(countries: set[str | None], found: Findings) -> str | None:
    """Return the smallest area with all of some countries; an area among them has itself alone."""
    areas = [one.record for one in found.names.corpus.of("area") if countries <= set(one.record.countries)]
    return min(areas, key=lambda area: len(area.countries)).id if areas else "world"
