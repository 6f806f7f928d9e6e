"""Where everything of a chart stands: lengths in pixels, from the left and from the lower edge of the title."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ocdb.answers.chart import Chart, Group, Stripe
from ocdb.render.chart.words import legend
from ocdb.render.credit import source
from ocdb.render.style import Layout, flowing, width, wrapped
from ocdb.text import visible
from ocdb.words.language import _

# Names stand beside the bars where two lines of so much of the width hold them, else above.
BESIDE, LINES = 0.26, 2
# The longest bar has at least so much of the room, however long its label is.
SHORTEST = 0.35
# Between two groups, in lines.
GAP = 0.75


@dataclass(frozen=True)
class Key:
    """An entry of the key: a sample, and what it stands for."""

    part: str
    text: str
    x: float
    sample: float
    row: int


class Places:
    """Where the parts of a chart stand."""

    def __init__(self, chart: Chart, layout: Layout) -> None:
        self.chart = chart
        self.size = layout.size
        self.margin = round(layout.size)
        self.room = layout.width - 2 * self.margin
        self.line = round(self.size * 1.4)
        self.small = max(round(self.size * 0.85, 1), 9)
        self.large = round(self.size * 1.4)
        self.thin = round(self.size / 12, 1)

    @cached_property
    def gutter(self) -> float:
        """Return how much room the names have beside the bars; none where they stand above them."""
        most = self.room * BESIDE - self.size
        lines = [wrapped(visible(bar.name), self.size, most) for bar in self.chart.bars]
        widest = max((width(line, self.size) for some in lines for line in some), default=0)
        fits = max(map(len, lines), default=0) <= LINES
        return round(widest + self.size, 1) if fits else 0

    @cached_property
    def names(self) -> list[list[str]]:
        """Return the lines of each name."""
        room = self.gutter - self.size + 0.1 if self.gutter else self.room
        return [wrapped(visible(bar.name), self.size, room, bold=not self.gutter) for bar in self.chart.bars]

    @cached_property
    def slots(self) -> list[str]:
        """Return what is below each other in a group: the lines of its name where they are above the bars, the bars."""
        above = 0 if self.gutter else max(map(len, self.names), default=0)
        return [*(f"name {number}" for number in range(above)), *self.chart.series]

    @cached_property
    def stripes(self) -> list[Stripe]:
        """Return all bars that have a figure."""
        return [stripe for bar in self.chart.bars for stripe in bar.stripes if stripe.low is not None]

    @cached_property
    def keys(self) -> list[Key]:
        """Return the entries of the key, in as many rows as they need."""
        first, *others = self.chart.series
        texts = {first: legend(first)}
        if any((stripe.low or 0) < (stripe.high or 0) for stripe in self.stripes):
            texts["range"] = _("up to the high end")
        if any(stripe.high is None for stripe in self.stripes):
            texts["open"] = _("or more")
        texts |= {other: legend(other) for other in others}
        samples = [self.size * (0.8 if part == "open" else 2) for part in texts]
        lengths = [
            sample + self.size * 0.5 + width(text, self.size)
            for sample, text in zip(samples, texts.values(), strict=True)
        ]
        places = flowing(lengths, self.room, self.size * 1.5)
        keys = [
            Key(part, text, x, sample, row)
            for (part, text), sample, (x, row) in zip(texts.items(), samples, places, strict=True)
        ]
        return keys if self.chart.bars else []

    @cached_property
    def top(self) -> float:
        """Return where the groups begin, below the key."""
        return (self.keys[-1].row + 1.6) * self.line if self.keys else 0

    @cached_property
    def bottom(self) -> float:
        """Return where the groups end."""
        groups = len(self.chart.bars)
        return self.top + (groups * (len(self.slots) + GAP) - GAP if groups else 1.5) * self.line

    @cached_property
    def longest(self) -> int:
        """Return the largest number that is drawn, at least 1."""
        return max((max(stripe.low or 0, stripe.high or 0) for stripe in self.stripes), default=0) or 1

    @cached_property
    def reach(self) -> float:
        """Return how long the bar of the largest number is, so that the label of each bar fits behind it."""
        room = self.room - self.gutter
        lengths = [room]
        for bar in self.chart.bars:
            for _name, end, text, behind in self.ends(bar):
                lengths += [(room - width(text, self.size) - behind) * self.longest / end] if end else []
        return round(max(min(lengths), room * SHORTEST), 1)

    def ends(self, group: Group) -> Iterator[tuple[str, int, str, float]]:
        """Yield for the bars of a group name, where it ends, its label, and how far behind its end that begins."""
        for stripe in group.stripes:
            if stripe.low is not None:
                behind = self.size * (1.3 if stripe.high is None else 0.5)
                yield stripe.name, max(stripe.low, stripe.high or 0), stripe.told, behind

    def middle(self, group: int) -> float:
        """Return the height of the middle of a group."""
        slots = len(self.slots)
        return round(self.top + (group * (slots + GAP) + slots / 2) * self.line, 1)

    def at(self, value: float) -> float:
        """Return where a number lies."""
        return round(self.gutter + self.reach * value / self.longest, 1)

    @cached_property
    def footer(self) -> list[str]:
        """Return the lines below the bars."""
        lines = [*map(visible, self.chart.notes), source(self.chart.edition)]
        return [part for line in lines for part in wrapped(line, self.small, self.room)]

    @property
    def height(self) -> float:
        """Return the height of all that is below the title."""
        return round(self.bottom + self.line + len(self.footer) * self.small * 1.35)
