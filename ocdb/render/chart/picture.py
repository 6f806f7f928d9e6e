"""Charts as SVG and PNG, by matplotlib; the same chart gives the same SVG, byte by byte."""

import io
import logging
import textwrap
import warnings
from typing import TYPE_CHECKING, Any

from ocdb.answers.chart import Bar, Chart
from ocdb.errors import UsageError
from ocdb.release import TITLE, VERSION, install
from ocdb.text import visible
from ocdb.words.figures import number
from ocdb.words.language import _
from ocdb.words.lines import line_name

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator


# Light against dark, so that they differ in black and white too, and to whoever sees no colours.
COLOURS = {"promised": "#9ecae1", "reported": "#08519c"}
SILENT = "#6b6b6b"
# Inches; a bar and half of the gap around a pair of them, and what title, axis and a line of the caption take.
WIDTH, MARGIN, BAR, GAP, AXIS, LINE = 8.0, 0.1, 0.2, 0.1, 1.1, 0.17
# Letters of a line of the caption, and of a name beside the axis.
CAPTION, NAME = 125, 24
# The longest bar leaves so much of the axis to its label.
LABEL = 0.35
STYLE: Any = {
    "font.family": "sans-serif",
    "font.size": 9.0,
    "figure.dpi": 150.0,
    "savefig.dpi": 150.0,
    # Text stays text, so that it is found and read aloud; ids follow from the drawing and not from chance.
    "svg.fonttype": "none",
    "svg.hashsalt": "ocdb",
    # A dollar sign in a name is no formula.
    "text.parse_math": False,
}


def draw(chart: Chart, form: str) -> bytes:
    """Return a chart as a picture.

    Args:
        chart: what to draw.
        form: ``svg`` or ``png``.

    Raises:
        UsageError: matplotlib isn't installed.
    """
    try:
        import matplotlib as mpl  # noqa: PLC0415  an extra of its own
        from matplotlib.figure import Figure  # noqa: PLC0415
        from matplotlib.layout_engine import ConstrainedLayoutEngine  # noqa: PLC0415
    except ImportError as error:
        hint = _("Install it with: {command} - or leave out -o for bars in the terminal.")
        message = _("a picture needs matplotlib, which isn't installed")
        raise UsageError(message, hint.format(command=install("chart"))) from error
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # that it looks for fonts the first time is no news
    drawn = io.BytesIO()
    with mpl.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")  # a box stands for it
        mpl.rcdefaults()  # a user's own style would change what the colours mean
        mpl.rcParams.update(STYLE)
        layout = ConstrainedLayoutEngine(w_pad=MARGIN, h_pad=MARGIN)
        figure = Figure(figsize=(WIDTH, _height(chart)), layout=layout)
        _paint(figure, chart)
        figure.savefig(drawn, format=form, metadata=_metadata(chart, form))
    return drawn.getvalue()


def _metadata(chart: Chart, form: str) -> dict[str, str | None]:
    """Return what the file says of itself, without the time at which it was made."""
    if form == "png":
        return {"Title": visible(chart.title), "Software": f"ocdb {VERSION}"}
    return {"Title": visible(chart.title), "Creator": f"ocdb {VERSION}", "Date": None}


def _caption(chart: Chart) -> list[str]:
    lines = [*map(visible, chart.caption), f"{_(TITLE)}, {VERSION}."]
    return [part for line in lines for part in textwrap.wrap(line, CAPTION)]


def _height(chart: Chart) -> float:
    return AXIS + max(len(chart.bars), 1) * (2 * BAR + 2 * GAP) + len(_caption(chart)) * LINE


def _paint(figure: "Figure", chart: Chart) -> None:
    figure.suptitle(visible(chart.title), x=0.01, ha="left", fontsize=12, fontweight="bold")
    figure.supxlabel("\n".join(_caption(chart)), x=0.01, ha="left", fontsize=7.5, linespacing=1.5)
    axes = figure.subplots()
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_xlabel(line_name(chart.line))
    if not chart.bars:
        axes.text(0.5, 0.5, _("nothing was due"), ha="center", va="center", color=SILENT, transform=axes.transAxes)
        axes.set(xticks=[], yticks=[])
        return
    longest = max(max(bar.promised, bar.reported or 0) for bar in chart.bars)
    axes.set_xlim(0, max(longest, 1) / (1 - LABEL))
    axes.set_ylim(len(chart.bars) - 0.5, -0.5)
    names = ["\n".join(textwrap.wrap(visible(bar.name), NAME)) for bar in chart.bars]
    axes.set_yticks(range(len(chart.bars)), names)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_formatter(lambda value, _place: number(value))
    axes.xaxis.set_major_locator(_whole_numbers())
    for place, bar in enumerate(chart.bars):
        _pair(axes, place, bar)
    _legend(axes)


def _whole_numbers() -> "MaxNLocator":
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    return MaxNLocator(nbins=6, integer=True)


def _pair(axes: "Axes", place: int, bar: Bar) -> None:
    """Draw both bars of a group: a bar for a number, words where there is none."""
    if not bar.pledges:
        _word(axes, place, 0, _("nothing due"), SILENT)
        return
    thick = BAR / (2 * BAR + 2 * GAP)
    lines = (("promised", -thick / 2, bar.promised, bar.figure), ("reported", thick / 2, bar.reported, bar.told))
    for kind, aside, value, told in lines:
        if value is None:
            _word(axes, place + aside, 0, told, SILENT)
        else:
            axes.barh(place + aside, value, height=thick, color=COLOURS[kind], linewidth=0)
            _word(axes, place + aside, value, told, "black")


def _word(axes: "Axes", height: float, value: float, told: str, colour: str) -> None:
    silent = colour == SILENT
    axes.annotate(
        told,
        (value, height),
        (4, 0),
        textcoords="offset points",
        va="center",
        color=colour,
        fontsize=8,
        fontstyle="italic" if silent else "normal",
    )


def _legend(axes: "Axes") -> None:
    from matplotlib.patches import Patch  # noqa: PLC0415

    words = {"promised": _("promised"), "reported": _("reported")}
    patches = [Patch(color=colour, label=words[kind]) for kind, colour in COLOURS.items()]
    axes.legend(handles=patches, loc="lower right", bbox_to_anchor=(1, 1), ncols=2, frameon=False)
