"""The cells of tables as HTML: by far the most of a page, so no template draws them one by one."""

from collections.abc import Callable

from markupsafe import Markup, escape

from ocdb.text import visible
from ocdb.web.tables import Shown

# A text that is longer isn't drawn as a label.
SHORT = 24


def cell(shown: Shown, link: Callable[..., str]) -> Markup:
    """Return a cell: its text, in which each name leads to its page, and what it means as a class.

    Args:
        shown: the cell.
        link: returns the address of a record by kind and key.
    """
    text = "".join(
        f'<a href="{escape(link(kind, key))}">{escape(visible(piece))}</a>' if kind else escape(visible(piece))
        for piece, kind, key in shown.pieces
    )
    if shown.tone:
        short = " short" if len(shown.text) < SHORT else ""
        return Markup(f'<span class="tone {shown.tone}{short}">{text}</span>')  # noqa: S704  each piece is escaped
    if shown.address:
        text = (
            f'<a class="out" href="{escape(shown.address)}" rel="noopener nofollow">{escape(visible(shown.text))}</a>'
        )
    return Markup(text)  # noqa: S704
