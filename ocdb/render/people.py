"""What people see of a section, whatever draws it: the columns that have something, and a cell for each value."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ocdb.answers.answer import Cell, Column, Record, Section
from ocdb.answers.wording import Wording
from ocdb.render.values import is_number, plain
from ocdb.store.reader.rows import Rows


@dataclass(frozen=True)
class Grid:
    """Columns, and rows of cells."""

    columns: tuple[Column, ...]
    rows: list[tuple[Cell, ...]]

    def without(self, indexes: Sequence[int]) -> "Grid":
        """Return the grid without some columns."""
        kept = [index for index in range(len(self.columns)) if index not in indexes]
        rows = [tuple(row[index] for index in kept) for row in self.rows]
        return Grid(tuple(self.columns[index] for index in kept), rows)

    def parted(self, *, sentences: bool) -> "tuple[Grid, Grid]":
        """Return the columns that stay in the rows, and those that move below them: sentences as well, and the keys."""
        moved = [at for at, column in enumerate(self.columns) if column.key or (sentences and column.below)]
        kept = [at for at in range(len(self.columns)) if at not in moved]
        return self.without(moved), self.without(kept)

    def narrow(self) -> "Grid":
        """Return the grid without the columns that are left out where there is little room."""
        return self.without([index for index, column in enumerate(self.columns) if column.wide])


def titled(section: Section) -> str:
    """Return the title of a section; what is said of one of which no rows are shown."""
    return section.further if section.brief and not section.brief.rows else section.title


def remarks(section: Section) -> tuple[str, ...]:
    """Return what stands below the rows of a section."""
    return (*([section.further] if section.brief and section.brief.rows else ()), *section.notes)


def grids(section: Section, wording: Wording, size: int | None = None) -> Iterator[Grid]:
    """Yield the cells of a section in parts of a size, columns in which nothing stands left out; nothing of no rows."""
    columns = section.columns or as_they_are(section.rows)
    rows = (section.brief or section.rows).rows
    for start in range(0, len(rows), size or max(len(rows), 1)):
        records = [dict(zip(section.rows.columns, row, strict=True)) for row in rows[start:][:size]]
        cells = [tuple(column.cell(record, wording) for column in columns) for record in records]
        empty = [index for index in range(len(columns)) if not any(row[index].text for row in cells)]
        yield Grid(columns, cells).without(empty if section.columns else ())


def as_they_are(rows: Rows) -> tuple[Column, ...]:
    """Return columns that show the values of rows as data formats have them."""
    return tuple(
        Column(name, name, partial(_value, name), right=_is_numeric(rows, place))
        for place, name in enumerate(rows.columns)
    )


def _value(name: str, record: Record, _wording: Wording) -> Cell:
    return Cell(plain(record[name]))


def _is_numeric(rows: Rows, place: int) -> bool:
    return all(row[place] is None or is_number(row[place]) for row in rows.rows)
