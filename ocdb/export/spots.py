"""Where places are on a map, and how precisely that is known."""

from collections.abc import Iterable
from dataclasses import dataclass

from ocdb.export.content import Content
from ocdb.words.language import _


@dataclass(frozen=True)
class Spot:
    """Where a place is: its own coordinates, or those of the closest place around it that has any."""

    latitude: float
    longitude: float
    kind: str
    label: str


def spots(content: Content, places: Iterable[str | None]) -> dict[str | None, Spot]:
    """Return where some places are; none of those that neither have coordinates nor lie in a place that has any."""
    around = {place: place for place in places if place}
    found: dict[str | None, Spot] = {}
    while around:
        rows = content.beside("v_places", "id", around.values())
        wider = {}
        for place, key in around.items():
            (row,) = rows[key]
            if row["latitude"] is not None and row["longitude"] is not None:
                found[place] = Spot(row["latitude"], row["longitude"], row["kind"], row["label"])
            elif row["parent"]:
                wider[place] = row["parent"]
        around = wider
    return found


def precision(content: Content, spot: Spot) -> dict[str, str]:
    """Return in each language how precise a point is: ``centre of Lomé (city), not an address``."""

    def said() -> str:
        text = _("centre of {place} ({kind}), not an address")
        return text.format(place=spot.label, kind=content.wording.label(spot.kind, "place_kind"))

    return content.spoken(said)
