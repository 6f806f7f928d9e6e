"""The beginning of an answer, as a notebook and Python's prompt show it: nobody reads more between two questions."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from ocdb.answers.answer import Answer, Cell, Section
from ocdb.render import markdown
from ocdb.render.answers import beside
from ocdb.render.people import Grid, grids, remarks, titled
from ocdb.store.reader.rows import Rows
from ocdb.text import visible
from ocdb.words.figures import number
from ocdb.words.language import ngettext

# So many rows of a section are shown, and so many sections.
MOST_ROWS, MOST_SECTIONS = 20, 12


def beginning(answer: Answer) -> Answer:
    """Return an answer of which people see the first sections, and of each the first rows."""
    return replace(answer, sections=tuple(map(_beginning, answer.shown[:MOST_SECTIONS])))


def _beginning(section: Section) -> Section:
    rows = section.brief or section.rows
    more = len(rows.rows) - MOST_ROWS
    if more <= 0:
        return section
    further = ngettext("{count} more row", "{count} more rows", more).format(count=number(more))
    return replace(section, brief=Rows(rows.columns, rows.rows[:MOST_ROWS]), further=further)


def text(answer: Answer) -> str:
    """Return the beginning of an answer as Markdown, with its notes."""
    notes = [f"- {visible(note)}\n" for note in beside(answer, "json")]
    return "".join((*markdown.draw(beginning(answer)), *(["\n"] if notes else []), *notes))


def html(answer: Answer) -> str:
    """Return the beginning of an answer as HTML: its sentence, its tables and its notes."""
    return "".join(_parts(beginning(answer)))


def _parts(answer: Answer) -> Iterator[str]:
    if answer.title:
        yield f"<p><strong>{_text(answer.title)}</strong></p>\n"
    for section in answer.shown:
        if (title := titled(section)) and (len(answer.shown) > 1 or not answer.title):
            yield f"<p>{_text(title)}</p>\n"
        for grid in grids(section, answer.wording):
            yield _table(grid)
        yield from (f"<p>{_text(note)}</p>\n" for note in remarks(section))
    yield from (f"<p><small>{_text(note)}</small></p>\n" for note in beside(answer, "json"))


def _table(grid: Grid) -> str:
    head = "".join(f"<th{_aligned(column.right)}>{_text(column.heading)}</th>" for column in grid.columns)
    rows = (
        "".join(
            f"<td{_aligned(column.right)}>{_cell(cell)}</td>" for column, cell in zip(grid.columns, row, strict=True)
        )
        for row in grid.rows
    )
    body = "".join(f"<tr>{row}</tr>\n" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _aligned(right: bool) -> str:
    return f' style="text-align: {"right" if right else "left"}"'


def _cell(cell: Cell) -> str:
    text = _text(cell.text)
    return f'<a href="{escape(cell.address)}">{text}</a>' if cell.address and text else text


def _text(text: str) -> str:
    """Return a text in which a browser finds no markup."""
    return escape(visible(text))
