"""Charts as SVG and PNG, and as what a page makes interactive: drawn by vl-convert, without a browser or a network.

The same chart gives the same bytes. vl-convert opens the file of a font thousands of times to measure the texts of a
chart, which takes three quarters of the time, so it draws a short sign for each line that can't widen the picture.

vl-convert starts threads of its own: a process that is forked after the first drawing hangs in its own first one, so
whoever draws in several processes spawns them.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ocdb.answers.chart import Chart
from ocdb.errors import UsageError
from ocdb.release import install
from ocdb.render.chart.spec import Record, spec
from ocdb.render.chart.words import alternative
from ocdb.render.style import LAYOUTS, Theme, Where, width
from ocdb.render.svg import described
from ocdb.words.language import _

if TYPE_CHECKING:
    from types import ModuleType

# Of what vl-convert has; the newest, so that no later one changes a picture unasked.
VEGA_LITE = "6.4"
# Pixels of a PNG for one of the picture: sharp on a dense screen, and 190 dots an inch in print.
SCALE = 2
# What begins the sign of a line, and how near to the farthest line, by estimate, one must reach to be measured itself.
SIGN, NEARLY = "'", 0.98
_SIGNS = re.compile(rf"(?<=>){SIGN}\d+(?=</t(?:ext|span)>)")


def svg(chart: Chart, theme: Theme = "light", where: Where = "page") -> str:
    """Return a chart as SVG, with title and alternative text, without styles or scripts inside.

    Raises:
        UsageError: vl-convert isn't installed.
    """
    whole = spec(chart, theme, where)
    texts = _signed(whole, LAYOUTS[where].size)
    drawn = _SIGNS.sub(lambda sign: escape(texts[sign.group()], quote=False), drawing(json.dumps(whole)))
    return described(drawn, chart.title, alternative(chart), where)


def _signed(whole: Record, size: float) -> dict[str, str]:
    """Put a short sign for each line of text of a specification that can't widen the picture; return lines by sign.

    Args:
        whole: the specification; it is changed.
        size: of its texts, where nothing else is said.
    """
    found = [*_texts(whole, size)]
    ends: dict[str, float] = {}
    for line, end in (each for *_of, lines in found for each in lines):
        ends[line] = max(end, ends.get(line, 0))
    farthest = max(ends.values())
    signs = {
        line: f"{SIGN}{number}"
        for number, (line, end) in enumerate(ends.items())
        if end < farthest * NEARLY or line.startswith(SIGN)
    }
    for of, name, lines in found:
        texts = [signs.get(line, line) for line, _end in lines]
        of[name] = texts if isinstance(of[name], list) else texts[0]
    return {sign: line for line, sign in signs.items()}


def _texts(whole: Record, size: float) -> Iterator[tuple[Record, str, Sequence[tuple[str, float]]]]:
    """Yield the texts of a specification: what has them and under which name, their lines, and how far those reach."""
    title = whole["title"]
    yield title, "text", _reaching(title, "text", title["fontSize"], bold=True)
    yield title, "subtitle", _reaching(title, "subtitle", title["subtitleFontSize"])
    for layer in whole["layer"]:
        mark = layer["mark"]
        bold = mark.get("fontWeight") == "bold"
        for value in layer["data"]["values"]:
            if "text" in value:
                yield value, "text", _reaching(value, "text", mark.get("fontSize", size), bold=bold)


def _reaching(record: Record, name: str, size: float, *, bold: bool = False) -> Sequence[tuple[str, float]]:
    lines = record[name] if isinstance(record[name], list) else [record[name]]
    return [(line, record.get("x", 0) + width(line, size, bold=bold)) for line in lines]


@lru_cache(maxsize=64)
def drawing(specification: str) -> str:
    """Return a specification as SVG: several pages show one chart, and to draw it takes longer than all else."""
    kept = _kept and _kept / hashlib.sha256(specification.encode()).hexdigest()
    if kept and kept.exists():
        return kept.read_bytes().decode()
    drawn: str = vl_convert().vegalite_to_svg(specification, vl_version=VEGA_LITE, allowed_base_urls=[])
    if kept:  # in one step: another process may read it, or draw the same
        new = kept.with_suffix(f".{os.getpid()}")
        new.write_bytes(drawn.encode())
        new.replace(kept)
    return drawn


_kept: Path | None = None


def keep(directory: Path) -> None:
    """Keep drawings in a directory, and take those that are there: processes that draw for one site share it."""
    global _kept  # noqa: PLW0603  a process draws for one site
    _kept = directory


def png(chart: Chart, theme: Theme = "light", where: Where = "page") -> bytes:
    """Return a chart as PNG.

    Raises:
        UsageError: vl-convert isn't installed.
    """
    drawn: bytes = vl_convert().vegalite_to_png(
        spec(chart, theme, where), vl_version=VEGA_LITE, scale=SCALE, allowed_base_urls=[]
    )
    return drawn


def vega(chart: Chart, theme: Theme = "page", where: Where = "page") -> dict[str, Any]:
    """Return a chart as a Vega specification with its data, for `ocdb/web/static/chart.js`.

    Raises:
        UsageError: vl-convert isn't installed.
    """
    compiled: dict[str, Any] = vl_convert().vegalite_to_vega(
        spec(chart, theme, where, interactive=True), vl_version=VEGA_LITE
    )
    return compiled


def vl_convert() -> "ModuleType":
    """Return the package that draws.

    Raises:
        UsageError: it isn't installed.
    """
    try:
        import vl_convert  # noqa: PLC0415  an extra of its own
    except ImportError as error:
        hint = _("Install it with: {command} - or leave out -o for bars in the terminal.")
        message = _("a picture needs vl-convert-python, which isn't installed")
        raise UsageError(message, hint.format(command=install("chart"))) from error
    return vl_convert
