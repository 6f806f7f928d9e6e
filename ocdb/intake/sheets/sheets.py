"""What a sheet is once it is read: a header, rows that know their number, and cells that say what they are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from ocdb.errors import FixtureError
from ocdb.text import fold
from ocdb.words.figures import number
from ocdb.words.language import _

MAX_ROWS = 50_000


class SheetError(FixtureError):
    """A spreadsheet that can't be read as one."""


@dataclass(frozen=True)
class Day:
    """A date cell, as precise as the cell shows it: ``2020-10`` where its format has no day."""

    edtf: str


@dataclass(frozen=True)
class Unusable:
    """A cell without a value to trust: an error, a formula without a result, a part of merged cells.

    Attributes:
        shown: what stands there.
        reason: why it can't be used.
        remedy: what to do.
    """

    shown: str
    reason: str
    remedy: str


@dataclass(frozen=True)
class Labelled:
    """A number with the text that its format shows beside it: ``environ 400``, ``50 k``, ``65%``."""

    before: str
    number: Decimal
    after: str


Value = str | Decimal | Day | Labelled | Unusable | None


@dataclass(frozen=True)
class Row:
    """A row, by its number in the sheet, from 1; an empty cell is None."""

    number: int
    values: Sequence[Value]

    def empty(self) -> bool:
        """Return whether nothing stands in the row."""
        return all(value is None for value in self.values)


@dataclass(frozen=True)
class Layout:
    """How to read a sheet: what the mapping says about it.

    Attributes:
        sheet: name of the sheet in a workbook; None where there is only one.
        header: number of the row with the names of the columns.
        encoding: of a CSV file; None for UTF-8, with or without a byte order mark.
        delimiter: of a CSV file; None to look for it.
        max_rows: the most rows that are read.
    """

    sheet: str | None = None
    header: int = 1
    encoding: str | None = None
    delimiter: str | None = None
    max_rows: int = MAX_ROWS


@dataclass
class Sheet:
    """A sheet with its columns; its rows are read when they are asked for.

    Attributes:
        file: as the user named it.
        columns: the names of the columns, "" where there is none.
        header: number of the row that they stand in.
        below: gives the rows below the header, in their order.
        delimiter: between the cells of a CSV file.
        notes: what a reader should know: hidden rows, the delimiter that was found.
    """

    file: str
    columns: list[str]
    header: int
    below: Callable[[], Iterator[Row]]
    delimiter: str = ","
    notes: list[str] = field(default_factory=list)

    def index(self, column: str) -> int | None:
        """Return where a column stands, from 0; case, accents and spaces don't matter."""
        return self._places.get(fold(column)) if column not in self._exact else self._exact[column]

    @cached_property
    def _exact(self) -> dict[str, int]:
        return {name: index for index, name in enumerate(self.columns) if name}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {fold(name): index for name, index in self._exact.items()}


def shown(value: Value) -> str:
    """Return a cell as it may be printed or written to a CSV file."""
    match value:
        case None:
            return ""
        case Day():
            return value.edtf
        case Unusable():
            return value.shown
        case Labelled():
            return " ".join(f"{value.before}{value.number:f}{value.after}".split())
        case Decimal():
            return f"{value:f}"
    return value


def letter(index: int) -> str:
    """Return what spreadsheets call a column: A for 0, AA for 26."""
    text = ""
    while index >= 0:
        text = chr(ord("A") + index % 26) + text
        index = index // 26 - 1
    return text


def named(file: str, header: int, first: Row | None) -> list[str]:
    """Return the names of the columns.

    Raises:
        SheetError: there are none, or two are alike.
    """
    if first is None:
        message = _("{file} has no row {row}, which should name the columns").format(file=file, row=header)
        raise SheetError(message, _("Say header: in the mapping."))
    names = [" ".join(shown(value).split()) for value in first.values]
    while names and not names[-1]:
        names.pop()
    if not names:
        message = _("{file}: row {row} is empty; it should name the columns").format(file=file, row=header)
        raise SheetError(message, _("Say header: in the mapping."))
    seen: dict[str, int] = {}
    for index, name in enumerate(names):
        if name and seen.setdefault(fold(name), index) != index:
            message = _("{file}: the columns {first} and {second} are both called {name}")
            message = message.format(file=file, first=letter(seen[fold(name)]), second=letter(index), name=name)
            raise SheetError(message, _("Rename one of them in the sheet."))
    return names


def headed(file: str, rows: Callable[[], Iterator[Row]], layout: Layout, delimiter: str, notes: list[str]) -> Sheet:
    """Return a sheet by its rows, of which one names the columns.

    Args:
        file: as the user named it.
        rows: gives all rows, anew at each call.
        layout: says which row is the header, and how many may follow.
        delimiter: between the cells of a CSV file.
        notes: what a reader should know; `rows` may add to it.

    Raises:
        SheetError: there is no header.
    """
    first = next((row for row in rows() if row.number >= layout.header), None)
    columns = named(file, layout.header, first if first and first.number == layout.header else None)

    def below() -> Iterator[Row]:
        return counted(file, (row for row in rows() if row.number > layout.header), layout.max_rows)

    return Sheet(file, columns, layout.header, below, delimiter, notes)


def counted(file: str, rows: Iterator[Row], most: int) -> Iterator[Row]:
    """Yield rows, up to a number; empty ones, which a format of cells leaves by the thousand, don't count.

    Raises:
        SheetError: there are more.
    """
    count = 0
    for row in rows:
        count += not row.empty()
        if count > most:
            message = _("{file} has more than {limit} rows").format(file=file, limit=number(most))
            raise SheetError(message, _("Split it, or allow more with --max-rows."))
        yield row
