"""The shapes of the map: countries, land around them, borders; and the part of them that a map shows."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

# Made by scripts/make_map.py; kilometres in the plane of ocdb.render.map.projection.
FILE = Path(__file__).with_name("africa.json")
# A map shows at least so much, in kilometres, and so much more than was asked for at each side, as a share.
LEAST, MORE = 500.0, 0.08
# The height of a map to its width, at least and at most.
FLATTEST, TALLEST = 0.55, 1.15


@dataclass(frozen=True)
class Frame:
    """The part of the plane that a map shows, and how large: in kilometres and in pixels a kilometre."""

    x: float
    y: float
    width: float
    height: float
    scale: float

    def pixels(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the plane is drawn, in pixels from the upper left corner."""
        return (x - self.x) * self.scale, (y - self.y) * self.scale

    def shows(self, box: tuple[float, float, float, float]) -> bool:
        """Return whether something that lies within a box (x0, y0, x1, y1) may be seen."""
        x0, y0, x1, y1 = box
        return x0 < self.x + self.width and x1 > self.x and y0 < self.y + self.height and y1 > self.y


@cache
def africa() -> dict[str, Any]:
    """Return the shapes: ``countries`` and ``boxes`` by ISO 3166-1 alpha-2, ``land``, ``borders`` and ``disputed``."""
    shapes: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return shapes


def frame(countries: Iterable[str], pixels: float) -> Frame:
    """Return the part of the plane that shows some countries, or all of Africa.

    Args:
        countries: ISO 3166-1 alpha-2 codes of African countries.
        pixels: how wide it is drawn.
    """
    boxes = africa()["boxes"]
    x0s, y0s, x1s, y1s = zip(*(boxes[key] for key in {*countries} & boxes.keys() or boxes), strict=True)
    x0, y0, x1, y1 = min(x0s), min(y0s), max(x1s), max(y1s)
    width, height = (max(size * (1 + 2 * MORE), LEAST) for size in (x1 - x0, y1 - y0))
    width, height = max(width, height / TALLEST), max(height, width * FLATTEST)
    return Frame((x0 + x1 - width) / 2, (y0 + y1 - height) / 2, width, height, pixels / width)
