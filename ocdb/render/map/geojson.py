"""A map as GeoJSON: a point a place, with how many there are of each state, for a program that draws maps."""

import json

from ocdb.answers.map import STATUSES, Map
from ocdb.render.credit import source
from ocdb.text import json_escaped


def geojson(map_: Map) -> str:
    """Return the places of a map as GeoJSON, with its title, its notes and its source in the language that is spoken.

    A point is the centre of a city. What has no place with coordinates isn't in it: the notes say how much that is.
    """
    features = [
        {
            "type": "Feature",
            "id": spot.key,
            "geometry": {"type": "Point", "coordinates": [spot.longitude, spot.latitude]},
            "properties": {
                "place": spot.key,
                "name": spot.name,
                "country": spot.country,
                "country_name": map_.wording.country(spot.country),
                "total": spot.total,
                **{status: spot.counts.get(status, 0) for status in STATUSES[map_.kind]},
            },
        }
        for spot in map_.spots
    ]
    whole = {
        "type": "FeatureCollection",
        "name": map_.kind,
        "title": map_.title,
        "notes": list(map_.notes),
        "source": source(map_.edition),
        "features": features,
    }
    return json_escaped(json.dumps(whole, ensure_ascii=False, indent=1)) + "\n"
