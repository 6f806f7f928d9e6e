"""Where the circles of a map stand: those that would overlap become one, and names stand where there is room."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ocdb.answers.map import Spot
from ocdb.render.map.projection import project
from ocdb.render.map.shapes import Frame
from ocdb.render.style import width

# Radius of the smallest and of the largest circle, as a share of the size of the text.
SMALL, LARGE = 0.42, 2.0
# As many are drawn by the largest circle, where there are no more.
MANY = 25
Box = tuple[float, float, float, float]


@dataclass
class Circle:
    """One place or several that are drawn as one, in pixels from the upper left corner of the map.

    Attributes:
        spots: the places, the fullest first.
        x: of the place, or between several.
        y: of the same.
        radius: its area follows how many there are.
        label: where its name stands, if there is room: x, y and ``start``, ``end`` or ``middle``.
    """

    spots: list[Spot]
    x: float
    y: float
    radius: float = 0
    label: tuple[float, float, str] | None = None
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """Return how many there are."""
        return self.counts.total()


def circles(spots: Sequence[Spot], frame: Frame, size: float, called: Callable[[Circle], str]) -> list[Circle]:
    """Return the circles of a map, the fullest first; places outside the frame are left out.

    Args:
        spots: the places, the fullest first.
        frame: the part of the plane that is shown.
        size: of the text, in pixels.
        called: what stands beside a circle.
    """
    found = []
    for spot in spots:
        x, y = project(spot.longitude, spot.latitude)
        if frame.shows((x, y, x, y)):
            found.append(Circle([spot], *frame.pixels(x, y), counts=Counter(spot.counts)))
    while merged := _merge(found, size):
        found = merged
    _label(found, frame, size, called)
    return found


def _merge(some: list[Circle], size: float) -> list[Circle]:
    """Set the radius of each circle, and put the first two that overlap into one; return nothing where none do."""
    most = max((circle.total for circle in some), default=0)
    for circle in some:
        circle.radius = size * max(SMALL, LARGE * math.sqrt(circle.total / max(most, MANY)))
    for place, one in enumerate(some):
        for other in some[place + 1 :]:
            if math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius:
                whole = _together(one, other)
                rest = [circle for circle in some if circle not in (one, other)]
                return sorted([whole, *rest], key=lambda circle: (-circle.total, circle.spots[0].key))
    return []


def _together(one: Circle, other: Circle) -> Circle:
    """Return two circles as one, between them: nearer to the fuller."""
    share = other.total / (one.total + other.total)
    where = one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share
    return Circle([*one.spots, *other.spots], *where, counts=one.counts + other.counts)


def _label(some: list[Circle], frame: Frame, size: float, called: Callable[[Circle], str]) -> None:
    """Put the name of each circle beside it where it covers nothing; the fullest choose first."""
    taken: list[Box] = [(c.x - c.radius, c.y - c.radius, c.x + c.radius, c.y + c.radius) for c in some]
    right, bottom = frame.width * frame.scale, frame.height * frame.scale
    for circle in some:
        long, gap = width(called(circle), size), circle.radius + size * 0.3
        x, y, half = circle.x, circle.y, size * 0.6
        tries = (
            (x + gap, y, "start", (x + gap, y - half, x + gap + long, y + half)),
            (x - gap, y, "end", (x - gap - long, y - half, x - gap, y + half)),
            (x, y - gap - half, "middle", (x - long / 2, y - gap - 2 * half, x + long / 2, y - gap)),
            (x, y + gap + half, "middle", (x - long / 2, y + gap, x + long / 2, y + gap + 2 * half)),
        )
        for at_x, at_y, anchor, box in tries:
            inside = box[0] > 0 and box[1] > 0 and box[2] < right and box[3] < bottom
            if inside and not any(_overlap(box, other) for other in taken):
                circle.label = at_x, at_y, anchor
                taken.append(box)
                break


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
