"""Charts as SVG and PNG, and as what a page makes interactive: drawn by vl-convert, without a browser or a network.

The same chart gives the same bytes. vl-convert starts threads of its own: a process that is forked after the first
drawing hangs in its own first one, so whoever draws in several processes spawns them.
"""

import hashlib
import json
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ocdb.answers.chart import Chart
from ocdb.errors import UsageError
from ocdb.release import install
from ocdb.render.chart.spec import spec
from ocdb.render.chart.words import alternative
from ocdb.render.style import Theme, Where
from ocdb.render.svg import described
from ocdb.words.language import _

if TYPE_CHECKING:
    from types import ModuleType

# Of what vl-convert has; the newest, so that no later one changes a picture unasked.
VEGA_LITE = "6.4"
# Pixels of a PNG for one of the picture: sharp on a dense screen, and 190 dots an inch in print.
SCALE = 2


def svg(chart: Chart, theme: Theme = "light", where: Where = "page") -> str:
    """Return a chart as SVG, with title and alternative text, without styles or scripts inside.

    Raises:
        UsageError: vl-convert isn't installed.
    """
    return described(drawing(json.dumps(spec(chart, theme, where))), chart.title, alternative(chart), where)


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
