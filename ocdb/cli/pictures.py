"""The options of pictures, and which files they are written to."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

from ocdb.cli.files import save
from ocdb.cli.options import choice
from ocdb.words.language import _

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS = (".svg", ".png")
# What people expect of a picture, and ocdb doesn't paint: a table in such a file would be no answer.
UNPAINTED = (".pdf", ".jpg", ".jpeg", ".gif", ".webp", ".eps", ".ps", ".tif", ".tiff", ".bmp")
PICTURE = {
    "theme": Annotated[
        str | None, choice("--theme", "THEMES", ("light", "dark"), "Colours of a picture, for a light or dark page.")
    ],
    "width": Annotated[
        str | None,
        choice("--width", "WIDTHS", ("page", "column", "slide"), "Width of a picture; column: that of a newspaper."),
    ],
}


def wanted(given: Mapping[str, Any]) -> bool:
    """Return whether a picture is asked for, by the ending of the file.

    Raises:
        UsageError: the ending is that of a picture which can't be written.
    """
    output: Path | None = given["output"]
    if given["form"] or not output:
        return False
    if (suffix := output.suffix.lower()) in UNPAINTED:
        from ocdb.errors import UsageError

        message = _("a picture can't be written as {suffix}").format(suffix=suffix)
        raise UsageError(message, _("Name a file that ends in .svg or .png."))
    return suffix in ENDINGS


def paint(given: Mapping[str, Any], svg: Callable[..., str], png: Callable[..., bytes]) -> None:
    """Write a picture to the file that was asked for; both functions take theme and width."""
    output: Path = given["output"]
    how = (given["theme"] or "light", given["width"] or "page")
    save(svg(*how).encode() if output.suffix.lower() == ".svg" else png(*how), output)
