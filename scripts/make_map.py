"""Makes ocdb/render/map/africa.json, the shapes of the map, from Natural Earth's countries at 1:50 million.

Run `python -m scripts.make_map`; it needs npm, and fetches the package world-atlas at the release named here. The file
has SVG paths in the plane of `ocdb.render.map.projection`, in whole kilometres: an area for each country of ISO 3166-1
in Africa, the land around them, and the borders between countries as lines of their own.

Western Sahara is in ISO 3166-1, and on the United Nations' list of Non-Self-Governing Territories; the package draws
Morocco down to 21.4 degrees north, into it. Both are joined here and parted at the parallel of 27 degrees 40 minutes,
and that border is a line of its own, to be drawn as disputed. Somaliland has no code of its own and is part of Somalia.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry
import yaml

from ocdb.render.map.projection import project
from scripts.npm import files_of

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "ocdb" / "render" / "map" / "africa.json"
RELEASE = "2.0.2"
SOURCE = f"Natural Earth 1:50m, by way of world-atlas {RELEASE}"
# Degrees: what is drawn of the land around lies in here, and a little of it outside the frame of the map.
WEST, EAST, SOUTH, NORTH = -32.0, 80.0, -42.0, 48.0
# Kilometres by which a line may be off, and square kilometres of the smallest ring that is kept of the land around.
TOLERANCE, SMALLEST = 1.5, 1000.0
# Degrees of longitude beyond which nothing is seen.
SEEN = -100, 140
# It goes around the back of the earth, where a ring can't be cut.
BEHIND = ("Fiji", "Antarctica")
# Degrees: islands of South Africa beyond it would make the map a quarter higher.
SOUTHERNMOST = -40
DISPUTED, PARALLEL = ("MA", "EH"), 27 + 40 / 60
# Parts of France that have codes of their own in ISO 3166-1: the degrees within which they lie.
OVERSEAS = {"YT": (44.5, -13.5, 45.5, -12.0), "RE": (55.0, -21.6, 56.0, -20.5)}
Point = tuple[float, float]
Ring = list[Point]


class Atlas:
    """Countries whose outlines share arcs, so that a border is the same line on both sides."""

    def __init__(self, topology: dict[str, Any], countries: set[str]) -> None:
        self.arcs = [simplified(arc) for arc in unpacked(topology)]
        self.countries = countries
        self.polygons: dict[str, list[list[list[int]]]] = defaultdict(list)
        for geometry in topology["objects"]["countries"]["geometries"]:
            if geometry["properties"]["name"] in BEHIND:
                continue
            for polygon in [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]:
                self.polygons[self._code(geometry, polygon)].append(polygon)

    def _code(self, geometry: dict[str, Any], polygon: list[list[int]]) -> str:
        """Return the country that a polygon is part of; nothing for one outside Africa."""
        name, number = geometry["properties"]["name"], geometry.get("id")
        country = pycountry.countries.get(numeric=number) if number else None
        code = "SO" if name == "Somaliland" else country.alpha_2 if country else ""
        if code == "FR":
            x, y = self._points(polygon[0])[0]
            inside = (key for key, (x0, y0, x1, y1) in OVERSEAS.items() if x0 < x < x1 and y0 < y < y1)
            code = next(inside, "")
        return code if code in self.countries else ""

    def _points(self, ring: Iterable[int]) -> Ring:
        points: Ring = []
        for index in ring:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            points += arc[1:] if points else arc
        return points

    def outline(self, *codes: str) -> list[Ring]:
        """Return the rings around countries together, without the borders between them."""
        used = [arc for code in codes for polygon in self.polygons[code] for ring in polygon for arc in ring]
        inner = {arc for arc in used if ~arc in used}
        return [self._points(ring) for ring in self._stitched([arc for arc in used if arc not in inner])]

    def _stitched(self, arcs: list[int]) -> Iterator[list[int]]:
        """Yield rings of arcs, each of which begins where the one before it ends."""
        begins = defaultdict(list)
        for arc in arcs:
            begins[self._points([arc])[0]].append(arc)
        while any(begins.values()):
            ring = [next(some for some in begins.values() if some).pop()]
            while (end := self._points(ring[-1:])[-1]) != self._points(ring[:1])[0]:
                ring.append(begins[end].pop())
            yield ring

    @cached_property
    def borders(self) -> list[Ring]:
        """Return the lines between two countries, of which one is in Africa at least; none between MA and EH."""
        sides: dict[int, set[str]] = defaultdict(set)
        times: Counter[int] = Counter()
        for code, polygons in self.polygons.items():
            for arc in (arc if arc >= 0 else ~arc for polygon in polygons for ring in polygon for arc in ring):
                sides[arc].add(code)
                times[arc] += 1
        between = [arc for arc, codes in sides.items() if times[arc] > 1 and codes not in ({""}, {"SO"})]
        return [self.arcs[arc] for arc in sorted(between) if sides[arc] != {*DISPUTED}]


def unpacked(topology: dict[str, Any]) -> Iterator[Ring]:
    """Yield the arcs of a TopoJSON in degrees: longitude, latitude."""
    (x_scale, y_scale), (x_first, y_first) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * x_scale + x_first, y * y_scale + y_first))
        yield points


def simplified(arc: Ring) -> Ring:
    """Return the points of a line that keep it within TOLERANCE (Douglas and Peucker); its ends stay."""
    if not all(SEEN[0] < x < SEEN[1] for x, _y in arc):
        return arc
    plane = [project(*point) for point in arc]
    kept, spans = {0, len(arc) - 1}, [(0, len(arc) - 1)]
    while spans:
        first, last = spans.pop()
        far, place = max(
            ((_distance(plane[place], plane[first], plane[last]), place) for place in range(first + 1, last)),
            default=(0.0, 0),
        )
        if far > TOLERANCE:
            kept.add(place)
            spans += [(first, place), (place, last)]
    return [arc[place] for place in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the line between two others."""
    (x, y), (x0, y0), (x1, y1) = point, start, end
    long = (x1 - x0) ** 2 + (y1 - y0) ** 2
    share = max(0, min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / long)) if long else 0
    return float(((x - x0 - share * (x1 - x0)) ** 2 + (y - y0 - share * (y1 - y0)) ** 2) ** 0.5)


def cut(ring: Ring, axis: int, limit: float, *, above: bool) -> Ring:
    """Return the part of a ring on one side of a meridian (axis 0) or parallel (axis 1) (Sutherland and Hodgman)."""

    def inside(point: Point) -> bool:
        return point[axis] >= limit if above else point[axis] <= limit

    kept: Ring = []
    for start, end in pairwise([*ring, ring[0]]):
        if inside(start):
            kept.append(start)
        if inside(start) != inside(end):
            share = (limit - start[axis]) / (end[axis] - start[axis])
            other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
    return kept


def surroundings(atlas: Atlas) -> Iterator[Ring]:
    """Yield the land around Africa, as far as it may be seen."""
    for ring in atlas.outline(""):
        for axis, limit, above in ((0, WEST, True), (0, EAST, False), (1, SOUTH, True), (1, NORTH, False)):
            ring = cut(ring, axis, limit, above=above) if ring else ring  # noqa: PLW2901
        if ring and _area(ring) > SMALLEST:  # one that was only touched is a line along the edge
            yield ring


def _area(ring: Ring) -> float:
    """Return the area of a ring, in square kilometres (Gauss)."""
    plane = [project(*point) for point in ring]
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*plane, plane[0]]))) / 2


def box(rings: list[Ring]) -> list[int]:
    """Return the least and largest x and y of rings, in kilometres: x0, y0, x1, y1."""
    xs, ys = zip(*(project(*point) for ring in rings for point in ring), strict=True)
    return [round(min(xs)), round(min(ys)), round(max(xs)), round(max(ys))]


def path(lines: Iterable[Ring], *, closed: bool) -> str:
    """Return lines as an SVG path in whole kilometres, by relative steps; a point twice is left out."""
    parts = []
    for line in lines:
        points = [tuple(round(value) for value in project(*point)) for point in line]
        steps = [(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(points)]
        text = " ".join(f"{x},{y}" for x, y in steps if x or y)
        parts.append(f"M{points[0][0]},{points[0][1]}l{text}{'z' if closed else ''}" if text else "")
    return "".join(parts).replace(",-", "-").replace(" -", "-")


def near(rings: list[Ring]) -> list[Ring]:
    """Return the rings of a country that aren't far south of Africa."""
    return [ring for ring in rings if max(y for _x, y in ring) > SOUTHERNMOST]


def made(topology: dict[str, Any], countries: set[str]) -> dict[str, Any]:
    """Return the shapes of the map."""
    atlas = Atlas(topology, countries)
    shapes = {code: near(atlas.outline(code)) for code in countries if code not in DISPUTED and atlas.polygons[code]}
    both = atlas.outline(*DISPUTED)
    for code, above in zip(DISPUTED, (True, False), strict=True):
        shapes[code] = [ring for whole in both if (ring := cut(whole, 1, PARALLEL, above=above))]
    ends = [x for ring in shapes["EH"] for x, y in ring if y == PARALLEL]
    steps = 10
    parallel = [(min(ends) + (max(ends) - min(ends)) * step / steps, PARALLEL) for step in range(steps + 1)]
    return {
        "source": SOURCE,
        "countries": {code: path(rings, closed=True) for code, rings in sorted(shapes.items())},
        "boxes": {code: box(rings) for code, rings in sorted(shapes.items())},
        "land": path(surroundings(atlas), closed=True),
        "borders": path(atlas.borders, closed=False),
        "disputed": path([parallel], closed=False),
    }


def main() -> int:
    """Write the file; return 1 where a country of Africa has no shape."""
    listed = yaml.load((ROOT / "seeds" / "countries.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)["countries"]  # noqa: S506  strings only
    countries = {country["id"] for country in listed if country.get("in_africa") == "true"}
    topology, licence = files_of("world-atlas", RELEASE, "countries-50m.json", "LICENSE")
    FILE.with_name("world-atlas.LICENSE").write_bytes(licence)
    shapes = made(json.loads(topology), countries)
    FILE.write_text(json.dumps(shapes, indent=0, ensure_ascii=False) + "\n", "utf-8")
    lacking = countries - shapes["countries"].keys()
    print(f"{FILE.name}: {len(shapes['countries'])} countries, {FILE.stat().st_size} bytes", *sorted(lacking))
    return int(bool(lacking))


if __name__ == "__main__":
    sys.exit(main())
