"""A chart as a Vega-Lite specification: the same for pages, print and slides, in the language that is spoken.

A promise is an outline, and what was reported is a filled bar. The outline is dashed from the low to the high end of a
figure, and ends in an arrow where the figure has no high end: "at least 3,000". Each bar has its number beside it, so
that no axis and no colour has to be read. All data are in the specification: nothing is fetched.
"""

from collections.abc import Iterator
from typing import Any

from ocdb.answers.chart import Chart
from ocdb.render.chart.layout import GAP, Places
from ocdb.render.chart.words import alternative, told
from ocdb.render.style import FONT, LAYOUTS, Theme, Where, colours, wrapped
from ocdb.text import visible
from ocdb.words.language import _

# The group that is pointed at.
POINTED = "pointed"
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
Record = dict[str, Any]


def spec(chart: Chart, theme: Theme = "light", where: Where = "page", *, interactive: bool = False) -> Record:
    """Return a chart as a Vega-Lite specification with its data.

    Args:
        chart: what to draw.
        theme: whose colours; with ``page`` they are those of the style sheet of a page.
        where: a key of LAYOUTS: how wide it is, and how large its text is.
        interactive: whether each bar says what it is when it is pointed at or reached by the keyboard.
    """
    places, paint = Places(chart, LAYOUTS[where]), colours(theme)
    layers = [*_marks(places, paint)]
    if interactive and chart.bars:
        layers = [*map(_dimmed, layers), _spoken(places, paint)]
    return {
        "$schema": SCHEMA,
        "title": _title(places, paint),
        "description": alternative(chart),
        "width": places.room,
        "height": places.height,
        "padding": places.margin,
        "background": paint["paper"],
        "layer": layers,
        "config": {
            "aria": interactive,
            "font": FONT,
            "view": {"stroke": None},
            "text": {"fontSize": places.size, "align": "left", "baseline": "middle"},
        },
    }


def _title(places: Places, paint: dict[str, str]) -> Record:
    subtitle = [part for line in places.chart.subtitle for part in wrapped(visible(line), places.size, places.room)]
    return {
        "text": wrapped(visible(places.chart.title), places.large, places.room, bold=True),
        "subtitle": subtitle,
        "anchor": "start", "frame": "group", "offset": places.line * 0.75,
        "fontSize": places.large, "lineHeight": places.large * 1.2, "color": paint["ink"],
        "subtitleFontSize": places.size, "subtitleLineHeight": places.size * 1.35, "subtitleColor": paint["quiet"],
        "subtitlePadding": places.size * 0.5,
    }  # fmt: skip


def _marks(places: Places, paint: dict[str, str]) -> Iterator[Record]:
    """Yield the layers, from the back to the front."""
    if places.chart.bars:
        yield from _key(places, paint)
        yield from _bars(places, paint)
        yield from _arrows(places, paint)
        yield from _baseline(places, paint)
        yield from _labels(places, paint)
        yield _names(places, paint)
    else:
        nothing = {"text": _("nothing was due"), "x": 0, "y": places.line / 2}
        yield _text("nothing", [nothing], paint["quiet"], fontStyle="italic")
    footer = {"text": places.footer, "x": 0, "y": places.bottom + places.line}
    small: Record = {"fontSize": places.small, "lineHeight": places.small * 1.35, "baseline": "top"}
    yield _text("footer", [footer], paint["quiet"], **small)


# --- encodings --------------------------------------------------------------------------------------------------


def _pixels(field: str) -> Record:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def _value(places: Places, field: str) -> Record:
    scale = {"domain": [0, places.longest], "range": [places.gutter, places.gutter + places.reach], "nice": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def _rows(places: Places) -> Record:
    """Return where a group stands, and within it each of its bars."""
    group = {
        "domain": [*range(len(places.chart.bars))],
        "range": [places.top, places.bottom],
        "paddingInner": GAP / (len(places.slots) + GAP),
        "paddingOuter": 0,
        "round": False,
    }
    slot = {"domain": places.slots, "paddingInner": 0.18}
    return {
        "y": {"field": "group", "type": "ordinal", "scale": group, "axis": None},
        "yOffset": {"field": "slot", "type": "nominal", "scale": slot},
    }


def _stroke(part: str, places: Places, paint: dict[str, str]) -> str:
    """Return the colour of the outline of a part, and of an arrow."""
    if part == "reported":
        return paint["reported"]
    return paint["promised" if "promised" in places.chart.series else "gone"]


def _style(part: str, places: Places, paint: dict[str, str]) -> Record:
    """Return how a part of a bar is painted: a promise as an outline, dashed where it may end; reports filled."""
    fill = {"promised": "promise", "reported": "reported", "lost": "gone"}.get(part, "paper")
    style = {"type": "rect", "fill": paint[fill], "stroke": _stroke(part, places, paint), "strokeWidth": places.thin}
    return style | ({"strokeDash": [3 * places.thin, 2 * places.thin]} if part == "range" else {})


# --- layers -----------------------------------------------------------------------------------------------------


def _key(places: Places, paint: dict[str, str]) -> Iterator[Record]:
    """Yield a sample of each part, and what it stands for."""
    half, texts = places.size * 0.4, []
    for key in places.keys:
        middle = (key.row + 0.5) * places.line
        sample = {"x": key.x, "x2": key.x + key.sample, "y": middle - half, "y2": middle + half}
        corners = {"x": _pixels("x"), "x2": {"field": "x2"}, "y": _pixels("y"), "y2": {"field": "y2"}}
        texts.append({"text": key.text, "x": key.x + key.sample + places.size * 0.5, "y": middle})
        if key.part == "open":
            arrow = {"x": key.x + key.sample / 2, "y": middle}
            yield _triangles("key_open", [arrow], places, {"x": _pixels("x"), "y": _pixels("y")}, paint)
        else:
            yield _layer(f"key_{key.part}", [sample], _style(key.part, places, paint), corners)
    yield _text("key", texts, paint["quiet"])


def _bars(places: Places, paint: dict[str, str]) -> Iterator[Record]:
    """Yield the bars part by part: from low to high end, up to the low end, what was reported."""
    for part in ("range", *places.chart.series):
        pieces = []
        for group, bar in enumerate(places.chart.bars):
            for stripe in bar.stripes:
                low, high = (stripe.low or 0, stripe.high or 0) if part == "range" else (0, stripe.low or 0)
                if part in ("range", stripe.name) and low < high:
                    pieces.append({"group": group, "slot": stripe.name, "low": low, "high": high})
        if pieces:
            where = {"x": _value(places, "low"), "x2": {"field": "high"}, **_rows(places)}
            yield _layer(part, pieces, _style(part, places, paint), where)


def _arrows(places: Places, paint: dict[str, str]) -> Iterator[Record]:
    """Yield the arrows of figures without a high end."""
    opened = [
        {"group": group, "slot": stripe.name, "x": places.at(stripe.low) + places.size * 0.45}
        for group, bar in enumerate(places.chart.bars)
        for stripe in bar.stripes
        if stripe.low is not None and stripe.high is None
    ]
    if opened:
        yield _triangles("open", opened, places, {"x": _pixels("x"), **_rows(places)}, paint)


def _triangles(name: str, values: list[Record], places: Places, where: Record, paint: dict[str, str]) -> Record:
    mark = {"type": "point", "shape": "triangle-right", "size": (places.size * 0.72) ** 2, "opacity": 1, "filled": True}
    return _layer(name, values, mark | {"fill": _stroke("open", places, paint)}, where)


def _baseline(places: Places, paint: dict[str, str]) -> Iterator[Record]:
    """Yield the line from which the bars begin, where names don't stand between them."""
    if places.gutter:
        line = {"x": places.gutter, "y": places.top - places.line * 0.25, "y2": places.bottom + places.line * 0.25}
        where = {"x": _pixels("x"), "y": _pixels("y"), "y2": {"field": "y2"}}
        yield _layer("zero", [line], {"type": "rule", "stroke": paint["rule"], "strokeWidth": places.thin}, where)


def _labels(places: Places, paint: dict[str, str]) -> Iterator[Record]:
    """Yield the number beside each bar, and the words where there is none."""
    known, silent = [], []
    for group, bar in enumerate(places.chart.bars):
        for slot, end, text, behind in places.ends(bar):
            known.append({"group": group, "slot": slot, "text": text, "x": places.at(end) + behind})
        without = [(stripe.name, stripe.told) for stripe in bar.stripes if stripe.low is None]
        for slot, words in without if bar.stripes else [(places.chart.series[0], _("nothing due"))]:
            silent.append({"group": group, "slot": slot, "text": words, "x": places.gutter + places.size * 0.5})
    if known:
        yield _text("labels", known, paint["ink"], _rows(places))
    if silent:
        yield _text("silent", silent, paint["quiet"], _rows(places), fontStyle="italic")


def _names(places: Places, paint: dict[str, str]) -> Record:
    """Return the names: beside the bars at the middle of both, or above them."""
    lines: list[Record] = []
    for group, some in enumerate(places.names):
        for number, line in enumerate(some):
            if places.gutter:
                y = places.middle(group) + (number - (len(some) - 1) / 2) * places.size * 1.2
                lines.append({"group": group, "text": line, "x": 0, "y": y})
            else:
                slot = f"name {len(places.slots) - len(places.chart.series) - len(some) + number}"
                lines.append({"text": line, "x": 0, "group": group, "slot": slot})
    where = None if places.gutter else _rows(places)
    return _text("names", lines, paint["ink"], where, fontWeight="normal" if places.gutter else "bold")


def _spoken(places: Places, paint: dict[str, str]) -> Record:
    """Return what can be pointed at and reached by the keyboard: the line of each bar."""
    lines = [
        {"group": group, "slot": slot, "told": line}
        for group, bar in enumerate(places.chart.bars)
        for slot, line in told(bar, places.chart).items()
    ]
    words = {"field": "told", "type": "nominal"}
    where = {"x": {"value": 0}, "x2": {"value": places.room}, **_rows(places)}
    mark = {"type": "rect", "fill": paint["ink"], "fillOpacity": 0, "aria": True}
    select = {"type": "point", "fields": ["group"], "on": "pointerover", "clear": "pointerout"}
    layer = _layer("spoken", lines, mark, where | {"description": words, "tooltip": words})
    return layer | {"params": [{"name": POINTED, "select": select}]}


def _dimmed(layer: Record) -> Record:
    """Return a layer whose groups are dimmed while another one is pointed at."""
    if "group" not in layer["data"]["values"][0]:
        return layer
    opacity = {"condition": {"param": POINTED, "value": 1}, "value": 0.3}
    return layer | {"encoding": layer["encoding"] | {"opacity": opacity}}


def _text(name: str, values: list[Record], colour: str, where: Record | None = None, **style: Any) -> Record:
    """Return a layer of texts, each at its x, and where its row stands or at its y."""
    encoding = {"text": {"field": "text"}, "x": _pixels("x"), **({"y": _pixels("y")} if where is None else where)}
    return _layer(name, values, {"type": "text", "color": colour, **style}, encoding)


def _layer(name: str, values: list[Record], mark: Record, encoding: Record) -> Record:
    return {"name": name, "data": {"values": values}, "mark": {"aria": False, **mark}, "encoding": encoding}
