"""An Excel workbook: what to read first in both languages, a sheet a table, and one that describes all columns."""

import datetime as dt
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from ocdb.answers.editions import edition
from ocdb.export.content import Content
from ocdb.export.fields import every_field, fields
from ocdb.export.read_first import read_first, titles
from ocdb.export.tables import TABLES, Table
from ocdb.render.xlsx import MOST_ROWS, OPTIONS, Sheets
from ocdb.words.language import N_, Language

NOTE = N_(
    "Excel holds 1,048,575 rows below the header of a sheet and 32,767 characters in a cell: further rows are on a"
    " further sheet, longer texts are cut. The sheet columns describes every column."
)
# The names of the first two sheets, each in its language.
READ_FIRST: dict[Language, str] = {"en": "Read first", "fr": "À lire en premier"}
# What the workbook says of its making where the edition has no date: the first day that a ZIP archive knows.
NO_DAY = "1980-01-01"


def write(content: Content, file: Path) -> None:
    """Write an export as a workbook, row by row: no sheet stands in memory.

    Raises:
        OSError: it can't be written.
    """
    # Rows wait on the disk, beside the file that they are for: elsewhere may be less room.
    options = OPTIONS | {"constant_memory": True, "tmpdir": str(file.parent)}
    try:
        with file.open("wb") as stream, xlsxwriter.Workbook(stream, options) as book:
            day = edition(content.reader).date or NO_DAY
            book.set_properties({"title": titles()["en"], "created": dt.datetime.fromisoformat(day)})
            _fill(Sheets(book), content)
    except FileCreateError as error:
        raise OSError(*error.args[0].args[:2]) if isinstance(error.args[0], OSError) else error from error


def _fill(sheets: Sheets, content: Content) -> None:
    for wanted, name in READ_FIRST.items():
        head, *lines = read_first(content, wanted, (NOTE,))
        sheets.texts(name, head, lines)
    for table in TABLES:
        _write(sheets, table, content)
    described = list(every_field())
    sheets.texts("columns", described[0], described[1:])


def _write(sheets: Sheets, table: Table, content: Content) -> None:
    """Write the rows of a table, on as many sheets as they need."""
    names = [field.name for field in fields(table)]
    sheet, row = None, MOST_ROWS
    for batch in content.rows(table).batches():
        for values in batch:
            if row == MOST_ROWS:
                sheet, row = sheets.sheet(table.name, names, batch), 0
            row += 1
            for place, value in enumerate(values):
                sheets.value(sheet, row, place, value)
        if sheet:
            sheet.autofilter(0, 0, row, len(names) - 1)
    if not sheet:
        sheets.sheet(table.name, names, ())
