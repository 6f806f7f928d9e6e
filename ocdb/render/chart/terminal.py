"""Charts in a terminal: bars drawn by Rich, or of plain characters where standard output knows no blocks."""

import io
import os
import re
import sys
from typing import TYPE_CHECKING

from rich.cells import cell_len

from ocdb.answers.chart import Chart, Group, Stripe
from ocdb.render.chart.words import bar_name
from ocdb.render.terminal import wrapped
from ocdb.text import visible
from ocdb.words.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

# What Rich makes bars of.
BLOCKS = "█▉▊▋▌▍▎▏"
COLOURS = {"promised": "blue", "reported": "green", "lost": "red", "planned": "yellow"}
# Where no blocks are known, each bar has its own character: what colours tell elsewhere.
PLAIN = {"promised": "#", "reported": "=", "lost": "#", "planned": "="}
GAP = 1
NARROWEST = 12
# Of so many columns where nobody says how wide the terminal is.
COLUMNS = 80


def draw(chart: Chart, width: int | None, *, blocks: bool = True) -> str:
    """Return a chart as text, ending with a line break: title, a line a bar, caption.

    Args:
        chart: what to draw.
        width: columns of the terminal.
        blocks: whether the characters of BLOCKS can be shown.
    """
    width = width or COLUMNS
    parts = [wrapped(visible(chart.title), width) + "\n"]
    if chart.bars:
        parts.append(_bars(chart, width, blocks=blocks))
    parts.append("".join(wrapped(visible(line), width) + "\n" for line in _caption(chart)))
    return "\n".join(parts)


def _caption(chart: Chart) -> "Iterator[str]":
    """Yield the lines below the bars: a terminal draws no ranges, and says so."""
    scope, *unit = chart.subtitle
    yield scope
    low = _("A bar shows the low end of a figure.")
    yield from (f"{line} {low}" for line in unit)
    yield from chart.notes


def _bars(chart: Chart, width: int, *, blocks: bool) -> str:
    from rich.table import Table  # noqa: PLC0415  only where bars are drawn
    from rich.text import Text  # noqa: PLC0415

    stripes = [stripe for bar in chart.bars for stripe in bar.stripes]
    label = min(max((cell_len(_label(stripe)) for stripe in stripes), default=0), width // 3)
    words = {series: bar_name(series) for series in chart.series}
    word = max(map(cell_len, words.values()))
    name = min(
        max(cell_len(visible(bar.name)) for bar in chart.bars), max(NARROWEST, width - label - word - 3 * GAP) // 2
    )
    room = max(NARROWEST, width - name - word - label - 3 * GAP)
    longest = max((stripe.low or 0 for stripe in stripes), default=0)
    table = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for wide in (name, word, room, label):
        table.add_column(width=wide, no_wrap=True)
    for bar in chart.bars:
        if not bar.stripes:
            table.add_row(Text(visible(bar.name)), "", Text(_("nothing due"), style="dim"))
            continue
        first, *others = wrapped(visible(bar.name), name).split("\n")
        lines = [*_lines(bar, longest, room, blocks=blocks)]
        titles = [first, "\n".join(others)] if lines[1:] else ["\n".join([first, *others])]
        for title, (kind, drawn, told) in zip(titles, lines, strict=True):
            table.add_row(Text(title), words[kind], drawn, Text(wrapped(told, label)))
    return _printed(table, max(width, name + word + room + label + 3 * GAP))


def _lines(group: Group, longest: int, room: int, *, blocks: bool) -> "Iterator[tuple[str, RenderableType, str]]":
    """Yield name, bar and label of each bar of a group; where nothing is known, words in place of the bar."""
    from rich.bar import Bar as Blocks  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    for stripe in group.stripes:
        kind, value = stripe.name, stripe.low
        if value is None:
            yield kind, Text(stripe.text, style="dim"), _label(stripe)
        elif blocks:
            yield kind, Blocks(max(longest, 1), 0, value, width=room, color=COLOURS[kind]), _label(stripe)
        else:
            # What is there is seen, however little.
            drawn = PLAIN[kind] * max(round(room * value / max(longest, 1)), value > 0)
            yield kind, Text(drawn), _label(stripe)


def _label(stripe: Stripe) -> str:
    """Return what stands behind a bar: where there is none, its words stand in its place."""
    return stripe.remark if stripe.low is None else stripe.told


def _printed(table: "RenderableType", width: int) -> str:
    """Return what Rich draws, in colour only where a terminal takes it."""
    from rich.console import Console  # noqa: PLC0415  only where bars are drawn

    text = io.StringIO()
    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    Console(file=text, width=width, force_terminal=coloured, highlight=False, emoji=False).print(table)
    # Rich fills up the last column too.
    return re.sub(r" +((?:\x1b\[[\d;]*m)*)$", r"\1", text.getvalue(), flags=re.MULTILINE)
