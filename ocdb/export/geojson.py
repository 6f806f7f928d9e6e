"""GeoJSON: sites and events as points at the places where they are, with the articles behind them."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ocdb import release
from ocdb.export.content import Content, Record
from ocdb.export.evidence import Passage, evidence
from ocdb.export.read_first import LICENCE_ADDRESS, joined, titles
from ocdb.export.spots import Spot, precision, spots
from ocdb.text import json_escaped
from ocdb.words.language import N_

NOTE = N_(
    "GeoJSON: a point a site, and a point a place of an event. A point is the centre of a city, never an address:"
    " several lie upon each other. What has no place with coordinates is counted at the end, under"
    " without_coordinates."
)
# What a point has of its row; of texts in two columns both.
_SITE = (
    "id", "operator", "operator_name", "country", "country_name", "place", "place_name", "address", "status", "opened",
    "opened_from", "opened_to", "closed", "closed_from", "closed_to", "summary", "summary_fr", "sources", "voices",
)  # fmt: skip
_EVENT = (
    "id", "kind", "category", "status", "operator", "operator_name", "institution", "institution_name", "date",
    "date_from", "date_to", "site", "summary", "summary_fr", "sources", "voices",
)  # fmt: skip


def write(content: Content, file: Path) -> None:
    """Write an export as a GeoJSON file.

    Raises:
        OSError: it can't be written.
    """
    head = {
        "type": "FeatureCollection",
        "name": "ocdb",
        "title": titles(),
        "license": f"{release.LICENCE} {LICENCE_ADDRESS}",
        "read_first": joined(content, (NOTE,)),
    }
    left_out = {"sites": 0, "places_of_events": 0}
    with file.open("w", encoding="utf-8") as stream:
        stream.write(f'{_dumped(head)[:-1]}, "features": [')
        mark = "\n"
        for feature in _features(content, left_out):
            stream.write(f"{mark}{_dumped(feature)}")
            mark = ",\n"
        stream.write(f'\n], "without_coordinates": {_dumped(left_out)}}}\n')


def _dumped(value: Any) -> str:
    return json_escaped(json.dumps(value, ensure_ascii=False))


def _features(content: Content, left_out: dict[str, int]) -> Iterator[dict[str, Any]]:
    for sites in content.records("sites"):
        spots_ = spots(content, (site["place"] for site in sites))
        cited = evidence(content, (site["id"] for site in sites))
        for site in sites:
            if spot := spots_.get(site["place"]):
                yield _feature(content, site["id"], spot, _of_site(content, site), cited.get(site["id"], []))
            else:
                left_out["sites"] += 1
    for events in content.records("events"):
        yield from _of_events(content, events, left_out)


def _of_site(content: Content, site: Record) -> dict[str, Any]:
    return {
        "type": "site",
        "name": site["name"],
        "name_fr": site["name_fr"],
        **{name: site[name] for name in _SITE},
        **_labelled("status", content.labels(site["status"], "site_status")),
        **_labelled("country", content.spoken(partial(content.wording.country, site["country"]))),
    }


def _of_events(content: Content, events: list[Record], left_out: dict[str, int]) -> Iterator[dict[str, Any]]:
    keys = [event["id"] for event in events]
    located = content.beside("v_claim_places", "claim", keys)
    spots_ = spots(content, (row["place"] for rows in located.values() for row in rows))
    cited = evidence(content, keys)
    for event in events:
        for row in located.get(event["id"], []):
            if spot := spots_.get(row["place"]):
                properties = _of_event(content, event) | {
                    "role": row["role"],
                    **_labelled("role", content.labels(row["role"], "place_role")),
                    "country": row["country"],
                    **_labelled("country", content.spoken(partial(content.wording.country, row["country"]))),
                    "place": row["place"],
                }
                yield _feature(content, row["id"], spot, properties, cited.get(event["id"], []))
            else:
                left_out["places_of_events"] += 1


def _of_event(content: Content, event: Record) -> dict[str, Any]:
    return {
        "type": "event",
        "name": event["name"] or event["summary"],
        "name_fr": event["name"] or event["summary_fr"],
        **{name: event[name] for name in _EVENT},
        **_labelled("kind", content.labels(event["kind"], "event_kind")),
        **_labelled("status", content.labels(event["status"], "event_status")),
    }


def _labelled(name: str, labels: dict[str, str]) -> dict[str, str]:
    """Return what a code is called in each language, as columns beside it: ``status_en``, ``status_fr``."""
    return {f"{name}_{wanted}": text for wanted, text in labels.items()}


def _feature(
    content: Content, key: str, spot: Spot, properties: dict[str, Any], passages: list[Passage]
) -> dict[str, Any]:
    known = {name: value for name, value in properties.items() if value is not None}
    return {
        "type": "Feature",
        "id": key,
        "geometry": {"type": "Point", "coordinates": [spot.longitude, spot.latitude]},
        "properties": known
        | {"precision": spot.kind, **_labelled("precision", precision(content, spot)), "evidence": passages},
    }
