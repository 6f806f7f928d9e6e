"""Answers on a terminal: Rich draws the tables, in the width that is there, with colours whose words stand beside them.

Where a table doesn't fit the width, its values wrap and its keys move below their rows, and sentences too where that
takes fewer lines; where words would have to be broken, each record is a block of its own, a line a field. Data are
printed as text, never as markup or control codes.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from io import StringIO

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from ocdb.answers.answer import Answer, Cell, Section
from ocdb.render.people import Grid, grids, remarks, titled
from ocdb.text import shortened, visible
from ocdb.words.language import _

# A column is never narrower than its longest word, if that isn't longer than this.
LONGEST_WORD = 20
# Nobody reads a longer value on a terminal: its beginning is shown, and how long it is.
LONGEST_CELL = 10_000
# A long table is drawn in parts: it stands in memory once, and its first lines come soon.
PART = 1_000
GAP = 2
# What stands below a row is set in, so that the rows can be told apart.
INDENT = 2
# So many rows show how tall the values of a column become.
SAMPLE = 50
# So much room a value has in a block at least.
NARROWEST = 10
# A narrower screen breaks the lines itself: a column of letters can't be read.
NARROWEST_SCREEN = 30
# Without a terminal nothing is cut or wrapped, however long it is.
UNBOUNDED = 1_000_000_000
# A rule below the header, and no other lines; the second one is for terminals without line-drawing characters.
_RULED = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
_ASCII = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
_STYLES = {
    "": "", "good": "green", "doubtful": "yellow", "bad": "red", "silent": "bright_black", "key": "bright_black",
}  # fmt: skip
# A word that looks like a key, with the punctuation around it; what is part of an address or a path doesn't.
_KEY = r"(?<![-\w/.])[(\"«]?[a-z0-9]+(?:-[a-z0-9]+)+(?![-\w/])[^ \n\-_/]*"
# Where a line may be broken: at plain spaces, and after hyphens, underscores and slashes, but not inside an option, a
# date, or a key that fits a line, so that it can be copied.
_PIECES = re.compile(
    r"(?<![-\w])(?:--?[a-z][^ \n]*|\d{4}-\d\d(?:-\d\d)?(?![-\w])[~?]?/?)"
    rf"|{_KEY}|[^ \n\-_/]*[-_/]|[^ \n\-_/]+|[ \n]+"
)
_KEYS, _PARTS = re.compile(_KEY), re.compile(r"[^-]*-|[^-]+")
# What of dates stays on one line where there is room: days with their months and years, else months with their years.
_DATES = (re.compile(r"\b(?:\d{1,2}(?:er)? )?[^\W\d]+ \d{4}\b"), re.compile(r"\b[^\W\d]+ \d{4}\b"))


@dataclass(frozen=True)
class Screen:
    """Where an answer is printed: its columns, None for no bound; whether it has colours, and more than ASCII."""

    width: int | None = None
    colour: bool = False
    ascii: bool = False


def draw(answer: Answer, screen: Screen, *, notes: bool = True) -> Iterator[str]:
    """Yield the parts of an answer: its sentence, its tables, its notes."""
    screen = replace(screen, width=screen.width and max(screen.width, NARROWEST_SCREEN))
    console = _console(screen)
    if answer.title:
        yield from _printed(console, Text(wrapped(visible(answer.title), screen.width or UNBOUNDED), style="bold"))
    for section in answer.shown:
        yield from _section(console, section, answer, screen, alone=len(answer.shown) == 1)
    beside = (*answer.more, *answer.notes) if notes else ()
    if beside:
        text = "\n".join(wrapped(visible(note), screen.width or UNBOUNDED) for note in beside)
        yield from _printed(console, Text(f"\n{text}", style=_STYLES["silent"]))


def _section(console: Console, section: Section, answer: Answer, screen: Screen, *, alone: bool) -> Iterator[str]:
    if (title := titled(section)) and not (alone and answer.title):
        text = wrapped(visible(title), screen.width or UNBOUNDED)
        yield from _printed(console, Text(f"\n{text}", style="bold"))
    for whole in grids(section, answer.wording, PART):
        grid = _shortened(whole) if screen.width else whole
        if section.record:
            yield from _blocks(console, grid, screen)
        else:
            yield from _grid(console, grid, screen)
    for note in remarks(section):
        yield from _printed(console, Text(wrapped(visible(note), screen.width or UNBOUNDED)))


def _shortened(grid: Grid) -> Grid:
    """Return a grid without the ends of values that nobody reads on a terminal."""
    rows = [tuple(replace(cell, text=shortened(cell.text, LONGEST_CELL)) for cell in row) for row in grid.rows]
    return Grid(grid.columns, rows)


def _console(screen: Screen) -> Console:
    return Console(
        file=StringIO(),
        width=screen.width or UNBOUNDED,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )


def _printed(console: Console, what: Text | Table) -> Iterator[str]:
    """Yield what Rich makes of something, without spaces at the ends of lines."""
    with console.capture() as capture:
        console.print(what, overflow="fold")
    yield re.sub(r" +(?=(?:\x1b\[[\d;]*m)*$)", "", capture.get(), flags=re.MULTILINE)


def _grid(console: Console, grid: Grid, screen: Screen) -> Iterator[str]:
    """Yield a table, or a block a record where words would have to be broken for it."""
    width = screen.width or UNBOUNDED
    fitting = grid if _needed(grid) <= width else grid.narrow()
    if _needed(fitting) <= width:
        yield from _printed(console, _table(fitting, _widths(fitting, width) or [], screen))
        return
    sentences_at = [at for at, column in enumerate(grid.columns) if column.below]
    addresses = any(_is_address(row[at]) for row in grid.rows for at in sentences_at)
    parted = [fitting.parted(sentences=sentences) for sentences in (addresses, True)]
    drawn = [
        ([_taken(row, widths) for row in rows.rows], _below(moved, width), rows, widths)
        for rows, moved in parted
        if (widths := _widths(rows, width))
    ]
    if not drawn:
        yield from _blocks(console, grid, screen)
        return
    heights, below, rows, widths = min(
        drawn, key=lambda one: (_breaks_keys(*one[2:]), sum(one[0]) + sum(text.plain.count("\n") for text in one[1]))
    )
    yield from _with_lines_below(screen, _table(rows, widths, screen), heights, below)


def _taken(row: tuple[Cell, ...], widths: list[int]) -> int:
    """Return how many lines a row takes."""
    return max((_heights([_shown(cell)], wide)[0] for cell, wide in zip(row, widths, strict=True)), default=0)


def _below(grid: Grid, width: int) -> list[Text]:
    """Return what stands below each row: the sentences with their headings, and the key."""
    texts = []
    for row in grid.rows:
        text = Text()
        for column, cell in zip(grid.columns, row, strict=True):
            shown = (
                _shown(cell) if column.key else _("{heading}: {text}").format(heading=column.heading, text=_shown(cell))
            )
            # The terminal breaks an address, if anybody: so it can be copied.
            lines = [shown] if _is_address(cell) else wrapped(shown, width - INDENT).split("\n") if cell.text else []
            for line in lines:
                text.append(f"{' ' * INDENT}{line}\n", _STYLES[cell.tone])
        texts.append(text)
    return texts


def _is_address(cell: Cell) -> bool:
    return cell.text.startswith(("http://", "https://"))


def _with_lines_below(screen: Screen, table: Table, heights: list[int], below: list[Text]) -> Iterator[str]:
    """Yield a table with lines below each row: both drawn at once, for Rich takes its time for each table."""
    console = _console(screen)
    lines = "".join(_printed(console, table)).splitlines(keepends=True)
    unbounded = _console(replace(screen, width=None))
    added = "".join(_printed(unbounded, Text("").join(below))).splitlines(keepends=True)
    at, done = len(lines) - sum(heights), 0
    yield "".join(lines[:at])
    for height, text in zip(heights, below, strict=True):
        tall = text.plain.count("\n")
        yield "".join([*lines[at : at + height], *added[done : done + tall]])
        at, done = at + height, done + tall


def _table(grid: Grid, widths: list[int], screen: Screen) -> Table:
    """Return the rows as a table of Rich, in columns of some widths."""
    box = _ASCII if screen.ascii else _RULED
    table = Table(box=box, padding=(0, GAP - 1, 0, 0), pad_edge=False, show_edge=False)
    for column, wide in zip(grid.columns, widths, strict=True):
        heading = Text(wrapped(visible(column.heading), wide), style="bold")
        table.add_column(heading, width=wide, justify="right" if column.right else "left", vertical="top")
    for row in grid.rows:
        table.add_row(*(_text(cell, wide) for cell, wide in zip(row, widths, strict=True)))
    return table


def _text(cell: Cell, wide: int) -> Text:
    text = Text(wrapped(_shown(cell), wide), style=_STYLES[cell.tone])
    if cell.address:
        text.stylize(Style(link=cell.address))
    return text


def _needed(grid: Grid) -> int:
    """Return the width that a table needs for its values on one line each."""
    return sum(_ends(grid, cell_len)) + GAP * (len(grid.columns) - 1)


def _ends(grid: Grid, measure: Callable[[str], int]) -> list[int]:
    """Return how wide each column is by a measure of its values; no word of its heading is broken."""
    columns = zip(*grid.rows, strict=True) if grid.rows else [()] * len(grid.columns)
    return [
        max(_longest_word(visible(column.heading)), *(measure(_shown(cell)) for cell in cells), 1)
        for column, cells in zip(grid.columns, columns, strict=True)
    ]


def _shown(cell: Cell) -> str:
    return visible(cell.text)


def _longest_date(dates: re.Pattern[str], text: str) -> int:
    """Return the width in which no word and nothing of the dates is broken."""
    return max(_longest_word(text), min(LONGEST_WORD, max(map(cell_len, dates.findall(text)), default=0)))


def _longest_word(text: str) -> int:
    return min(LONGEST_WORD, max((cell_len(piece.strip()) for piece in _pieces(text, 0)), default=0))


def _longest_key(text: str) -> int:
    return max(map(cell_len, _KEYS.findall(text)), default=0)


def _with_keys(measure: Callable[[str], int], text: str) -> int:
    """Return a measure of a text in which no key is broken either."""
    return max(measure(text), _longest_key(text))


def _breaks_keys(grid: Grid, widths: list[int]) -> bool:
    """Return whether a key would be broken in some widths."""
    return any(_longest_key(_shown(cell)) > wide for row in grid.rows for cell, wide in zip(row, widths, strict=True))


def _widths(grid: Grid, room: int) -> list[int] | None:
    """Return how wide each column becomes; None where some word would have to be broken.

    Keys and dates stay whole where there is room for it. What is left beyond the longest words goes, one by one, to the
    column that makes rows the tallest, and of two to the one that needs less.
    """
    natural = _ends(grid, cell_len)
    room -= GAP * (len(natural) - 1)
    if sum(natural) <= room:
        return _with_headings(grid, natural, room)
    measures: list[Callable[[str], int]] = [*(partial(_longest_date, dates) for dates in _DATES), _longest_word]
    keeping: list[Callable[[str], int]] = [partial(_with_keys, measure) for measure in measures]
    least = (_ends(grid, measure) for measure in (*keeping, *measures))
    widths = next((ends for ends in least if sum(ends) <= room), None)
    if widths is None:
        return None
    columns = [
        [_shown(cell) for cell in cells] for cells in zip(*grid.rows[:: max(1, len(grid.rows) // SAMPLE)], strict=True)
    ]
    heights = [_heights(column, width) for column, width in zip(columns, widths, strict=True)]
    for _step in range(room - sum(widths)):
        votes = [0] * len(widths)
        for row in zip(*heights, strict=True):
            for index, height in enumerate(row):
                votes[index] += (height - 1) ** 2 if height == max(row) else 0
        lacking = [full - width for full, width in zip(natural, widths, strict=True)]
        open_ = [index for index, lack in enumerate(lacking) if lack > 0]
        index = min(open_, key=lambda index: (-votes[index], lacking[index]))
        widths[index] += 1
        heights[index] = _heights(columns[index], widths[index])
    return widths


def _with_headings(grid: Grid, widths: list[int], room: int) -> list[int]:
    """Return the widths with room for headings on one line, as far as there is any."""
    spare = room - sum(widths)
    for index, column in enumerate(grid.columns):
        lack = max(cell_len(visible(column.heading)) - widths[index], 0)
        if lack <= spare:
            widths[index] += lack
            spare -= lack
    return widths


def _heights(column: list[str], width: int) -> list[int]:
    return [_height(text, width) for text in column]


# The same values are tried in the same widths, with sentences in the table and below it; many are in several rows.
@lru_cache(4_000)
def _height(text: str, width: int) -> int:
    return wrapped(text, width).count("\n") + 1


def _pieces(text: str, width: int) -> Iterator[str]:
    """Yield what of a text stays on one line: a key too, if it isn't wider than a line."""
    for piece in _PIECES.findall(text):
        yield from _PARTS.findall(piece) if cell_len(piece) > width and _KEYS.fullmatch(piece) else (piece,)


def wrapped(text: str, width: int) -> str:
    """Return a text in lines of a width, broken at spaces, after hyphens, and inside a word that is longer still."""
    if cell_len(text) <= width:
        return text
    lines, taken = [""], 0
    for piece in _pieces(text, width):
        needed = cell_len(piece)
        if taken + needed > width and lines[-1]:
            lines.append("")
            taken = 0
        if not (piece[0] in " \n" and taken == 0):
            parts = [(piece, needed)] if needed <= width else _broken(piece, width)
            for part, wide in parts:
                if taken + wide > width:
                    lines.append("")
                    taken = 0
                lines[-1] += part
                taken += wide
    return "\n".join(line.rstrip() for line in lines)


def _broken(text: str, width: int) -> list[tuple[str, int]]:
    """Return a text in parts that fit a width, each of one letter at least, and how wide they are."""
    if text.isascii() and text.isprintable():  # a letter a column: many times as quick
        step = max(width, 1)
        return [(text[at : at + step], min(step, len(text) - at)) for at in range(0, len(text), step)]
    parts = [""]
    for letter in text:
        if parts[-1] and cell_len(parts[-1] + letter) > width:
            parts.append("")
        parts[-1] += letter
    return [(part, cell_len(part)) for part in parts]


def _blocks(console: Console, grid: Grid, screen: Screen) -> Iterator[str]:
    """Yield a block a record: a line a value, or more where it wraps."""
    width = screen.width or UNBOUNDED
    headings = [visible(column.heading) for column in grid.columns]
    names = min(max(map(cell_len, headings)), width - GAP - NARROWEST)
    longest = max((cell_len(_shown(cell)) for row in grid.rows for cell in row), default=0)
    room = max(min(width - names - GAP, longest), 1)  # Rich fills what is left with spaces
    for number, row in enumerate(grid.rows):
        if number:
            yield "\n"
        table = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
        table.add_column(width=names)
        table.add_column(width=room)
        for heading, cell in zip(headings, row, strict=True):
            if cell.text:
                table.add_row(Text(wrapped(heading, names), style="bold"), _text(cell, room))
        yield from _printed(console, table)
