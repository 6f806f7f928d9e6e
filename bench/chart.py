"""The chart of how the cost of each question grows, on logarithmic axes, as a small SVG."""

import math
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from bench.programs import questions
from bench.targets import growth, sizes

WIDTH, HEIGHT, LEFT, TOP, LABELS = 330, 420, 60, 40, 190
PARTS = (("processor", "processor time, s", 0.1, 1000), ("memory", "memory, MB", 10, 10_000))
COLOURS = ("#1b6ca8", "#c8553d", "#3c8d5a", "#8a5aab", "#b58a1b", "#4a4a4a")
DASHES = ("", "6 3", "2 3")


def draw(numbers: Mapping[str, Any], path: Path) -> None:
    """Write the chart: time on the left, memory on the right, a line a question."""
    whole = 2 * (LEFT + WIDTH) + LABELS
    parts = [_panel(numbers, place, *part) for place, part in enumerate(PARTS)]
    body = "\n".join(line for part in (*parts, _legend()) for line in part)
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {HEIGHT + TOP + 50}" font-family="sans-serif"'
        f' font-size="11">\n<title>Cost of questions by the number of claims</title>\n{body}\n</svg>\n',
        encoding="utf-8",
    )


def _panel(numbers: Mapping[str, Any], place: int, what: str, title: str, low: float, high: float) -> Iterator[str]:
    known = sizes(numbers) or [1]
    left = LEFT + place * (LEFT + WIDTH)
    span = math.log10(max(known) / min(known)) or 1

    def across(size: float) -> float:
        return left + 10 + (WIDTH - 20) * math.log10(size / min(known)) / span

    def down(value: float) -> float:
        return TOP + HEIGHT * (1 - math.log10(min(max(value, low), high) / low) / math.log10(high / low))

    yield f'<text x="{left}" y="{TOP - 14}" font-weight="bold">{title}</text>'
    for power in range(round(math.log10(low)), round(math.log10(high)) + 1):
        y = down(10.0**power)
        yield f'<line x1="{left}" x2="{left + WIDTH}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
        yield f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>'
    for size in known:
        yield f'<text x="{across(size):.1f}" y="{TOP + HEIGHT + 18}" text-anchor="middle">{size:,}</text>'
    yield f'<text x="{left + WIDTH / 2}" y="{TOP + HEIGHT + 36}" text-anchor="middle">claims</text>'
    for number, question in enumerate(questions()):
        points = {size: value for size, value in growth(numbers, question.name, what).items() if value < math.inf}
        corners = " ".join(f"{across(size):.1f},{down(value):.1f}" for size, value in points.items())
        yield f'<polyline points="{corners}" fill="none" {_stroke(number)}/>'


def _legend() -> Iterator[str]:
    left = 2 * (LEFT + WIDTH) + 16
    for number, question in enumerate(questions()):
        y = TOP + 10 + number * 20
        yield f'<line x1="{left}" x2="{left + 26}" y1="{y}" y2="{y}" {_stroke(number)}/>'
        yield f'<text x="{left + 32}" y="{y + 4}">{escape(question.name)}</text>'


def _stroke(number: int) -> str:
    dash = DASHES[number // len(COLOURS) % len(DASHES)]
    return f'stroke="{COLOURS[number % len(COLOURS)]}" stroke-width="1.6" stroke-dasharray="{dash}"'
