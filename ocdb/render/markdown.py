"""Answers as Markdown: what a terminal shows, for a document."""

import re
from collections.abc import Iterator

from ocdb.answers.answer import Answer, Cell
from ocdb.render.people import Grid, grids, remarks, titled
from ocdb.text import visible

_ESCAPED_MARK = re.compile(r"\\(?:\||<|\]\()")


def draw(answer: Answer) -> Iterator[str]:
    """Yield the parts of an answer: its sentence as a heading, and its tables."""
    if answer.title:
        yield f"## {_text(answer.title)}\n\n"
    gap = ""
    for section in answer.shown:
        if (title := titled(section)) and (len(answer.shown) > 1 or not answer.title):
            yield f"{gap}{'###' if answer.title else '##'} {_text(title)}\n\n"
            gap = ""
        for grid in grids(section, answer.wording):
            yield from _table(grid)
            gap = "\n"
        for note in remarks(section):
            yield f"\n{_text(note)}\n"


def _table(grid: Grid) -> Iterator[str]:
    yield f"| {' | '.join(_text(column.heading) for column in grid.columns)} |\n"
    yield f"|{'|'.join(' --: ' if column.right else ' --- ' for column in grid.columns)}|\n"
    for row in grid.rows:
        yield f"| {' | '.join(map(_cell, row))} |\n"


def _cell(cell: Cell) -> str:
    text = _text(cell.text)
    return f"[{text.replace(']', chr(92) + ']')}](<{cell.address}>)" if cell.address and text else text


def _text(text: str) -> str:
    """Return a text in which Markdown finds no border of a cell, no HTML and no link."""
    text = visible(text)
    if _ESCAPED_MARK.search(text):  # its backslash would take ours for itself
        text = text.replace("\\", r"\\")
    return text.replace("|", r"\|").replace("<", r"\<").replace("](", r"\](")
