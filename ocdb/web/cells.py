"""The rows of tables as HTML: by far the most of a page, so no template draws them one by one."""

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup, escape

from ocdb.text import visible
from ocdb.web.tables import Reference, Shown, Table
from ocdb.words.language import _

Link = Callable[..., str]
# A text that is longer isn't drawn as a label.
SHORT = 24


def cell(shown: Shown, link: Link) -> Markup:
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


def rows(table: Table, anchor: str, link: Link) -> Markup:
    """Return the rows of a table, each with the sentences below it and the numbers of its articles.

    Args:
        table: whose rows they are.
        anchor: of the table; each row has one of its own that begins with it.
        link: returns the address of a record by kind and key.
    """
    heads = [escape(column.heading) for column in table.columns]
    return Markup("".join(_rows(table, escape(anchor), heads, link)))  # noqa: S704  each piece is escaped


def _rows(table: Table, anchor: Markup, heads: Sequence[Markup], link: Link) -> Iterator[str]:
    referred = table.referred
    span = len(heads) + referred
    for row in table.rows:
        named = f' id="{anchor}-{escape(row.anchor)}"' if row.anchor else ""
        yield f"<tbody{named}>\n<tr>\n"
        for head, shown in zip(heads, row.cells, strict=True):
            yield f'<td data-label="{head}"{_class(shown)}><span>{cell(shown, link)}</span></td>\n'
        if referred:
            yield f'<td class="refs-cell">{marks(row.references)}</td>\n'
        yield "</tr>\n"
        for heading, shown in row.below:
            what = f'<span class="what">{escape(heading)}</span>'
            yield f'<tr class="below"><td colspan="{span}">{what} {cell(shown, link)}</td></tr>\n'
        yield "</tbody>\n"


def _class(shown: Shown) -> str:
    none = "" if shown.text else " none"
    return f' class="{"right" if shown.right else ""}{none}"' if shown.right or none else ""


def marks(references: Sequence[Reference]) -> Markup:
    """Return the numbers of articles, which lead to the list of those."""
    if not references:
        return Markup()
    marked = "".join(map(_mark, references))
    return Markup(f'<span class="refs" data-pagefind-ignore>{marked}</span>')  # noqa: S704  each piece is escaped


def _mark(one: Reference) -> str:
    title = _("contradicted by article {number}") if one.contradicts else _("article {number}")
    where = f", § {', '.join(map(str, one.paragraphs))}" if one.paragraphs else ""
    against, sign = (' class="against"', "≠") if one.contradicts else ("", "")
    title = f"{escape(title.format(number=one.number))}{where}"
    return f'<a href="#r{one.number}"{against} title="{title}">{sign}{one.number}</a>'
