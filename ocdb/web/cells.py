"""The rows of tables as HTML: by far the most of a page, so no template draws them one by one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from ocdb.answers.answer import Cell
from ocdb.text import visible
from ocdb.web.tables import Cited, Reference, Shown, Table
from ocdb.words.articles import article_name
from ocdb.words.dates import in_words
from ocdb.words.language import _

Link = Callable[..., str]
# A text that is longer isn't drawn as a label.
SHORT = 24


@lru_cache(maxsize=2**16)
def _text(text: str) -> str:
    """Return a text as HTML: most stand on many pages, and in both languages."""
    return str(escape(visible(text)))


def cell(shown: Shown, link: Link) -> Markup:
    """Return a cell: its text, in which each name leads to its page, and what it means as a class.

    Args:
        shown: the cell.
        link: returns the address of a record by kind and key.
    """
    return Markup(_cell(shown, link))  # noqa: S704  each piece is escaped


def _cell(shown: Shown, link: Link) -> str:
    text = "".join(
        [
            f'<a href="{_text(link(kind, key))}">{_text(piece)}</a>' if kind else _text(piece)
            for piece, kind, key in shown.pieces
        ]
    )
    if shown.tone:
        short = " short" if len(shown.text) < SHORT else ""
        return f'<span class="tone {shown.tone}{short}">{text}</span>'
    if shown.address:
        return f'<a class="out" href="{_text(shown.address)}" rel="noopener nofollow">{_text(shown.text)}</a>'
    return text


def rows(table: Table, anchor: str, link: Link) -> Markup:
    """Return the rows of a table, each with the sentences below it and the numbers of its articles.

    Args:
        table: whose rows they are.
        anchor: of the table; each row has one of its own that begins with it.
        link: returns the address of a record by kind and key.
    """
    heads = [str(escape(column.heading)) for column in table.columns]
    return Markup("".join(_rows(table, str(escape(anchor)), heads, link)))  # noqa: S704  each piece is escaped


def _rows(table: Table, anchor: str, heads: Sequence[str], link: Link) -> Iterator[str]:
    referred = table.referred
    span = len(heads) + referred
    for row in table.rows:
        named = f' id="{anchor}-{escape(row.anchor)}"' if row.anchor else ""
        yield f"<tbody{named}>\n<tr>\n"
        for head, shown in zip(heads, row.cells, strict=True):
            yield f'<td data-label="{head}"{_class(shown)}><span>{_cell(shown, link)}</span></td>\n'
        if referred:
            yield f'<td class="refs-cell">{marks(row.references)}</td>\n'
        yield "</tr>\n"
        for heading, shown in row.below:
            what = f'<span class="what">{escape(heading)}</span>'
            yield f'<tr class="below"><td colspan="{span}">{what} {_cell(shown, link)}</td></tr>\n'
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


def articles(cited: Iterable[Cited], link: Link) -> Markup:
    """Return the list of the articles of a page, each with its number, by which rows refer to it."""
    return Markup("".join(_article(one, link) for one in cited))  # noqa: S704  each piece is escaped


def _article(one: Cited, link: Link) -> str:
    record = one.record
    name = _text(article_name(record["title"], record["publisher"], record["published"]))
    text = f'<a href="{_text(link("source", record["source"]))}">{name}</a>'
    if record["title"]:
        text += f".\n{_text(record['publisher'] or '')}"
        text += f", {_text(in_words(record['published']))}" if record["published"] else ""
    if url := _text(Cell("", link=record["url"] or "").address):
        for address, what in ((url, _("the article")), (f"https://web.archive.org/web/{url}", _("archive"))):
            text += f' · <a class="out" href="{address}" rel="noopener nofollow">{_text(what)}</a>'
    return f'<li id="r{one.number}" value="{one.number}">\n{text}\n</li>\n'
