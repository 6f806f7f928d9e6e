"""A map as SVG: for a page, whose style sheet colours it, or as a picture that stands alone; and as PNG.

Where nobody searched is hatched, so that an empty area isn't taken for one without sites.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape, quoteattr

from ocdb.answers.map import COVERAGE, STATUSES, Map
from ocdb.render.chart.picture import SCALE, vl_convert
from ocdb.render.credit import source
from ocdb.render.map.shapes import africa, frame
from ocdb.render.map.spots import Circle, circles
from ocdb.render.map.words import BORDERS, alternative, coverage_name, label, of_circle, of_country, subtitle
from ocdb.render.style import LAYOUTS, Theme, Where, flowing, rules, width, wrapped
from ocdb.render.svg import NAMESPACE, identifier
from ocdb.text import visible
from ocdb.words.language import _

# How states are painted, by the class of the style sheet.
PAINT = {
    "open": "there", "happened": "there", "planned": "planned", "unknown": "unknown",
    "closed": "gone", "cancelled": "gone",
}  # fmt: skip
# Pixels between the lines of a hatch, and the smallest circle that stands for a country too small to be seen.
HATCH, TINY = 5, 3
# What the ids of outlines begin with, which all maps of a page share.
_SHAPE = "map-shape-"
Address = Callable[[Circle], str]


def svg(
    map_: Map, theme: Theme = "light", where: Where = "page", address: Address | None = None, *, shapes: bool = True
) -> str:
    """Return a map as SVG, with title, key, notes, source and licence in it.

    Args:
        map_: what to draw.
        theme: whose colours; with ``page`` it has no style of its own, and needs `figures.css` in the page.
        where: a key of LAYOUTS: how wide it is, and how large its text is.
        address: where the circle of a place leads, as a page has it; without it circles are no links, and the map is
            one image.
        shapes: whether the outlines of the countries are in it; without them a page has them of another map of it.
    """
    drawing = _Drawing(map_, where, address)
    body = "\n".join(drawing.parts())
    key, title = drawing.key, visible(map_.title)
    # What is in an image isn't reached by the keyboard: with links in it, it is a group.
    role = "group" if address else "img"
    style = f"<style>{rules(theme)}</style>\n" if theme != "page" else ""
    wide, high = drawing.wide, math.ceil(drawing.y + drawing.margin)
    return (
        f'<svg xmlns="{NAMESPACE}" class="map" role="{role}" aria-labelledby="{key}-title {key}-text" width="{wide}"'
        f' height="{high}" viewBox="0 0 {wide} {high}">\n'
        f'<title id="{key}-title">{escape(title)}</title>\n<desc id="{key}-text">{escape(alternative(map_))}</desc>\n'
        f"{style}{drawing.patterns()}\n{_shapes() if shapes else ''}"
        f'<rect class="map-paper" width="{wide}" height="{high}"/>\n{body}\n</svg>\n'
    )


def png(map_: Map, theme: Theme = "light", where: Where = "page") -> bytes:
    """Return a map as PNG.

    Raises:
        UsageError: vl-convert isn't installed.
    """
    drawn: bytes = vl_convert().svg_to_png(svg(map_, theme, where), scale=SCALE)
    return drawn


def _shapes() -> str:
    """Return the outlines of land and countries, which drawings use."""
    found = africa()
    lines = {"land": found["land"], "borders": found["borders"], "disputed": found["disputed"], **found["countries"]}
    paths = (f'<path id="{_SHAPE}{name}" fill-rule="evenodd" d="{path}"/>' for name, path in lines.items())
    return f"<defs>{''.join(paths)}</defs>\n"


class _Drawing:
    """Draws from top to bottom; `y` is how far it has come, in pixels."""

    def __init__(self, map_: Map, where: Where, address: Address | None) -> None:
        layout = LAYOUTS[where]
        self.map, self.address = map_, address
        self.wide, self.size, self.margin = layout.width, layout.size, round(layout.size)
        self.room = self.wide - 2 * self.margin
        self.key = identifier(map_.title, where, alternative(map_))
        self.thin = self.size / 12
        self.frame = frame(map_.focus, self.room)
        self.circles = circles(map_.spots, self.frame, self.size * 0.9, self._called)
        self.y: float = self.margin

    def parts(self) -> Iterator[str]:
        """Yield the elements of the drawing."""
        yield from self._lines([visible(self.map.title)], round(self.size * 1.4), "ink", bold=True)
        self.y += self.size * 0.25
        yield from self._lines([subtitle(self.map)], self.size, "quiet")
        self.y += self.size * 0.5
        yield from self._key()
        yield from self._map()
        self.y += self.size
        notes = [
            *(f"{visible(note).removesuffix('.')}." for note in self.map.notes),
            _(BORDERS),
            source(self.map.edition),
        ]
        yield from self._lines(notes, max(round(self.size * 0.85, 1), 9), "quiet")

    def patterns(self) -> str:
        """Return how areas are filled that nobody searched, and of which nothing was read yet."""
        step, dot = HATCH * self.thin, self.thin
        area = f'<rect class="map-land" width="{step:.1f}" height="{step:.1f}"/>'
        inside = {
            "not_searched": f'<path class="map-hatch" stroke-width="{dot:.1f}" d="M0,{step / 2:.1f}h{step:.1f}"/>',
            "unread": f'<circle class="map-dot" cx="{step / 2:.1f}" cy="{step / 2:.1f}" r="{dot * 0.75:.2f}"/>',
        }
        patterns = [
            f'<pattern id="{self.key}-{state}{use}" width="{step:.1f}" height="{step:.1f}"'
            f' patternUnits="userSpaceOnUse" patternTransform="scale({scale:.3f}) rotate(-45)">{area}{drawn}</pattern>'
            for state, drawn in inside.items()
            # What is scaled on the map is as large there as in the key.
            for use, scale in (("", 1 / self.frame.scale), ("-key", 1))
        ]
        return f"<defs>{''.join(patterns)}</defs>"

    # --- text and key -------------------------------------------------------------------------------------------

    def _lines(self, texts: list[str], size: float, colour: str, *, bold: bool = False) -> Iterator[str]:
        weight = ' font-weight="bold"' if bold else ""
        for line in (part for text in texts for part in wrapped(text, size, self.room, bold=bold)):
            self.y += size
            yield (
                f'<text class="map-{colour}" x="{self.margin}" y="{self.y:.1f}" font-size="{size}"{weight}>'
                f"{escape(line)}</text>"
            )
            self.y += size * 0.35

    def _key(self) -> Iterator[str]:
        """Yield the states that occur, and then the states of coverage."""
        counts = sum((circle.counts for circle in self.circles), Counter[str]())
        statuses = [status for status in STATUSES[self.map.kind] if counts[status]]
        looked = [state for state in COVERAGE if any(one.state == state for one in self.map.looked.values())]
        for codes, name, sample in (
            (statuses, self.map.status, self._dot),
            (looked, coverage_name, self._swatch),
        ):
            texts = [name(code) for code in codes]
            lengths = [self.size * 2.1 + width(text, self.size) for text in texts]
            places = flowing(lengths, self.room, self.size * 1.2)
            for code, text, (x, row) in zip(codes, texts, places, strict=True):
                left, middle = self.margin + x, self.y + (row + 0.5) * self.size * 1.5
                yield sample(code, left, middle)
                yield (
                    f'<text class="map-quiet" x="{left + self.size * 2.1:.1f}" y="{middle + self.size * 0.35:.1f}"'
                    f' font-size="{self.size}">{escape(text)}</text>'
                )
            self.y += (places[-1][1] + 1) * self.size * 1.5 if places else 0
        self.y += self.size * 0.4

    def _dot(self, status: str, x: float, y: float) -> str:
        return _pie(Counter({status: 1}), x + self.size, y, self.size * 0.5, [status])

    def _swatch(self, state: str, x: float, y: float) -> str:
        half = self.size * 0.5
        box = f'x="{x:.1f}" y="{y - half:.1f}" width="{half * 3.2:.1f}" height="{half * 2:.1f}"'
        return f'<rect {self._filled(state, "-key")} {box}/><rect class="map-coast" stroke-width="0.5" {box}/>'

    def _filled(self, state: str, use: str = "") -> str:
        if state in ("unread", "not_searched"):
            return f'fill="url(#{self.key}-{state}{use})"'
        return f'class="map-{"read" if state == "read" else "land"}"'

    # --- the map itself -----------------------------------------------------------------------------------------

    def _map(self) -> Iterator[str]:
        """Yield land, countries, borders, circles and names."""
        shown, boxes = self.frame, africa()["boxes"]
        high = shown.height * shown.scale
        size = f'width="{self.room}" height="{high:.1f}" stroke-width="{self.thin:.1f}"'
        yield f'<svg x="{self.margin}" y="{self.y:.1f}" {size}>'
        # The lengths of strokes are divided by the scale; patterns are scaled by it, and so turned back.
        k = shown.scale
        moved = f"scale({k:.5f}) translate({-shown.x:.1f},{-shown.y:.1f})"
        yield f'<g transform="{moved}" stroke-width="{0.8 * self.thin / k:.2f}">'
        yield f'<use class="map-around" href="#{_SHAPE}land"/>'
        yield '<g class="map-coast">'  # the lines of coasts are inherited
        yield from (self._country(country) for country, box in boxes.items() if shown.shows(box))
        yield "</g>"
        yield f'<use class="map-border" href="#{_SHAPE}borders"/>'
        yield f'<use class="map-border" href="#{_SHAPE}disputed"/>'
        dashes = f"{4 * self.thin / k:.1f} {3 * self.thin / k:.1f}"
        yield f'<use class="map-disputed" stroke-dasharray="{dashes}" href="#{_SHAPE}disputed"/>'
        yield "</g>"
        # The largest first, so that a small one that touches it lies above.
        yield from map(self._circle, self.circles)
        yield from map(self._name, self.circles)
        yield "</svg>"
        self.y += high

    def _country(self, country: str) -> str:
        fill, title = self._filled(self.map.looked[country].state), escape(of_country(self.map, country))
        x0, y0, x1, y1 = africa()["boxes"][country]
        area = f'<use {fill} href="#{_SHAPE}{country}"/>'
        if max(x1 - x0, y1 - y0) * self.frame.scale < 2 * TINY:
            area += f'<circle {fill} cx="{(x0 + x1) / 2}" cy="{(y0 + y1) / 2}" r="{TINY / self.frame.scale:.1f}"/>'
        return f"<g><title>{title}</title>{area}</g>"

    def _circle(self, circle: Circle) -> str:
        words = escape(of_circle(self.map, circle))
        round_ = f'cx="{circle.x:.1f}" cy="{circle.y:.1f}" r="{circle.radius:.1f}"'
        halo = f'<circle class="map-halo" stroke-width="{3 * self.thin:.1f}" {round_}/>'
        inside = halo + _pie(circle.counts, circle.x, circle.y, circle.radius, STATUSES[self.map.kind])
        if not self.address:
            return f'<g class="map-spot"><title>{words}</title>{inside}</g>'
        link = f"href={quoteattr(self.address(circle))} aria-label={quoteattr(of_circle(self.map, circle))}"
        return f'<a class="map-spot" {link}><title>{words}</title>{inside}</a>'

    def _called(self, circle: Circle) -> str:
        return label(self.map, circle)

    def _name(self, circle: Circle) -> str:
        if not circle.label:
            return ""
        x, y, anchor = circle.label
        size, text = round(self.size * 0.9, 1), escape(self._called(circle))
        return (
            f'<text class="map-label" aria-hidden="true" x="{x:.1f}" y="{y + size * 0.35:.1f}" text-anchor="{anchor}"'
            f' font-size="{size}" stroke-width="{size * 0.25:.1f}" stroke-linejoin="round">{text}</text>'
        )


def _pie(counts: Counter[str], x: float, y: float, radius: float, order: "tuple[str, ...] | list[str]") -> str:
    """Return a circle that is parted as some counts are, clockwise from the top."""
    parts, turned, total = [], 0.0, counts.total()
    for status in order:
        share = counts[status] / total
        if share == 1:
            parts.append(f'<circle class="map-{PAINT[status]}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>')
        elif share:
            (x0, y0), (x1, y1) = (_on(x, y, radius, turn) for turn in (turned, turned + share))
            arc = f"A{radius:.1f},{radius:.1f} 0 {int(share > 1 / 2)} 1 {x1:.1f},{y1:.1f}"
            parts.append(f'<path class="map-{PAINT[status]}" d="M{x:.1f},{y:.1f}L{x0:.1f},{y0:.1f}{arc}z"/>')
        turned += share
    return "".join(parts) + f'<circle class="map-outline" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'


def _on(x: float, y: float, radius: float, turn: float) -> tuple[float, float]:
    """Return the point of a circle after a part of a turn, clockwise from the top."""
    angle = 2 * math.pi * turn
    return x + radius * math.sin(angle), y - radius * math.cos(angle)
