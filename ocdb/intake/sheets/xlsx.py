"""Reads a sheet of a workbook with openpyxl: its values, and what hides behind them.

openpyxl drops a formula that was never calculated and a number too small to store, and says of a streamed sheet neither
which of its rows are hidden nor which cells are merged; its parser knows.
"""

import datetime as dt
import re
import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._reader import FORMULA_TAG, VALUE_TAG, WorkSheetParser

from ocdb.curation.problems import nearest
from ocdb.intake.sheets import formats
from ocdb.intake.sheets.sheets import Day, Row, SheetError, Unusable, Value, letter
from ocdb.intake.sheets.workbook import Request, Tab
from ocdb.words.figures import number
from ocdb.words.language import N_, _

COLUMNS = 1000
TEXT = 100_000_000  # characters
_SOME = 5  # hidden rows that are named
_SAVE = N_("Open it in a spreadsheet. Save it as XLSX or CSV.")
_UNUSABLE = {
    "e": (N_("it contains the error {value}"), N_("Correct the formula, or write the value.")),
    "f": (N_("its formula has no stored result"), N_("Open the file in a spreadsheet and save it.")),
    "tiny": formats.NO_NUMBER,
}


class _Parser(WorkSheetParser):  # type: ignore[misc]
    """Says of a cell without a value whether it has a formula, and of a zero whether it is one."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            cell["data_type"] = "f"
        elif cell["value"] == 0 and re.match("[^eE]*[1-9]", text := element.findtext(VALUE_TAG) or ""):
            cell |= {"data_type": "tiny", "value": text}
        return cell


def read(request: Request) -> Tab:
    """Return the sheet that is asked for.

    Raises:
        SheetError: the file is something else than a workbook, or has no such sheet.
    """
    with Path(request.path).open("rb") as file:  # not by its name: openpyxl refuses what isn't called .xlsx
        with zipfile.ZipFile(file) as archive:
            _refuse(request.path, archive)
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if not request.rows:
            return Tab(visible)
        sheet = _chosen(request, book.worksheets)
        rows, notes = _rows(book, sheet, request)
    if sheet.sheet_state != "visible":
        note = _("{file}: the sheet {sheet} is hidden; it is read")
        notes.insert(0, note.format(file=request.path, sheet=sheet.title))
    return Tab(visible, rows, notes)


def _refuse(path: str, archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if "xl/workbook.bin" in names:
        raise SheetError(_("{file} is in the binary format of Excel (.xlsb)").format(file=path), _(_SAVE))
    if not names & {"xl/workbook.xml", "_rels/.rels"}:
        message = _("{file} is a ZIP archive, not XLSX")
        if "content.xml" in names:
            message = _("{file} is an OpenDocument file, not XLSX")
        raise SheetError(message.format(file=path), _(_SAVE))
    if "xl/workbook.xml" in names and b"purl.oclc.org/ooxml" in archive.read("xl/workbook.xml"):
        message = _("{file} is in the strict form of XLSX").format(file=path)
        raise SheetError(message, _("Save it as XLSX that isn't strict, or as CSV."))
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        message = _("{file} is protected by a password").format(file=path)
        raise SheetError(message, _("Save a copy without the password."))


def _chosen(request: Request, sheets: list[Any]) -> Any:
    """Return the sheet of a name, or the only one that is to be seen."""
    names = [sheet.title for sheet in sheets]
    if request.sheet is not None:
        wanted = request.sheet.strip().casefold()
        sheet = next((sheet for sheet in sheets if sheet.title.strip().casefold() == wanted), None)
        if sheet is None:
            remedy = nearest(request.sheet, names) or _("Its sheets are {sheets}.").format(sheets=", ".join(names))
            raise SheetError(_("{file} has no sheet {sheet}").format(file=request.path, sheet=request.sheet), remedy)
        return sheet
    visible = [sheet for sheet in sheets if sheet.sheet_state == "visible"] or sheets
    if not visible:
        raise SheetError(_("{file} has no sheet with cells").format(file=request.path), _("Name a CSV or XLSX file."))
    if len(visible) > 1:
        names = [sheet.title for sheet in visible]
        message = _("{file} has several sheets: {sheets}").format(file=request.path, sheets=", ".join(names))
        raise SheetError(message, _("Say sheet: in the mapping."))
    return visible[0]


def _rows(book: Any, sheet: Any, request: Request) -> tuple[list[Row], list[str]]:
    """Return the rows of a sheet, as many as are asked for, and a note on those that are hidden."""
    rows: list[tuple[int, list[Value]]] = []
    code = cache(lambda style: ReadOnlyCell(sheet, 1, 1, None, style_id=style).number_format)
    full = text = 0
    with sheet._get_source() as source:  # noqa: SLF001  the one way to the parser
        parser = _Parser(source, sheet._shared_strings, data_only=True, epoch=book.epoch)  # noqa: SLF001
        for line, cells in parser.parse():
            values = _values(cells, code, book.epoch)
            rows.append((line, values))
            full += bool(values)
            text += sum(len(value) for value in values if isinstance(value, str))
            _refuse_large(request.path, line, len(values), text)
            if full == request.rows:
                break
    _cover(rows, parser.merged_cells.mergeCell if parser.merged_cells else ())
    return [Row(line, values) for line, values in rows], _hidden(request.path, parser, rows)


def _refuse_large(path: str, row: int, columns: int, text: int) -> None:
    """Raise an error for what costs little in the file, and much in all that follows: far cells and repeated texts."""
    if columns > COLUMNS:
        message = _("{file}: {cell} is beyond the {limit} columns that are read")
        message = message.format(file=path, cell=f"{letter(columns - 1)}{row}", limit=number(COLUMNS))
        raise SheetError(message, _("Delete what is there, or split the sheet."))
    if text > TEXT:
        message = _("{file} has more than {limit} characters").format(file=path, limit=number(TEXT))
        raise SheetError(message, _("Split it."))


def _values(cells: list[dict[str, Any]], code: Callable[[int], str], epoch: dt.datetime) -> list[Value]:
    """Return the values of a row, up to the last cell that holds one."""
    values: list[Value] = []
    for cell in cells:
        value = _value(cell, code, epoch)
        if value is not None:
            _put(values, cell["column"] - 1, value)
    return values


def _put(values: list[Value], column: int, value: Value) -> None:
    values += [None] * (column + 1 - len(values))
    values[column] = value


def _value(cell: dict[str, Any], code: Callable[[int], str], epoch: dt.datetime) -> Value:
    kind, value = cell["data_type"], cell["value"]
    if kind == "n" and value is not None:
        return formats.read(value, code(cell["style_id"]), epoch)
    if kind in _UNUSABLE:
        reason, remedy = map(_, _UNUSABLE[kind])
        return Unusable(value or "", reason.format(value=value), remedy)
    if isinstance(value, dt.time | dt.timedelta):
        return Unusable(str(value), _("it is a time"), _(formats.WHOLE))
    if isinstance(value, dt.date):
        return Day(value.strftime("%Y-%m-%d"))
    if isinstance(value, bool):
        return "true" if value else "false"
    return unescape(value or "").strip() or None


def _cover(rows: list[tuple[int, list[Value]]], areas: Iterable[Any]) -> None:
    """Let the cells that lie under a merged one say so, without the one that shows its value."""
    numbered: dict[int, list[list[Value]]] = {}
    for line, values in rows:
        numbered.setdefault(line, []).append(values)
    last, width = max(numbered, default=0), max((len(values) for _, values in rows), default=0)
    for area in areas:
        for line in range(area.min_row, min(area.max_row, last) + 1):
            for column in range(area.min_col, min(area.max_col, width) + 1):
                if (line, column) != (area.min_row, area.min_col):
                    reason = _("{cell} is part of the merged cells {area}")
                    reason = reason.format(cell=f"{letter(column - 1)}{line}", area=area.ref)
                    covered = Unusable("", reason, _("Unmerge them, and write the value into each row."))
                    for values in numbered.get(line, ()):
                        _put(values, column - 1, covered)


def _hidden(path: str, parser: Any, rows: list[tuple[int, list[Value]]]) -> list[str]:
    """Return a note on the rows that are hidden and hold something."""
    dimensions = parser.row_dimensions
    full = [str(line) for line, values in rows if values]
    hidden = [line for line in full if dimensions.get(line, {}).get("hidden") in ("1", "true")]
    shown = [*hidden[:_SOME], *([_("and {count} more").format(count=len(hidden) - _SOME)] if hidden[_SOME:] else [])]
    return [_("{file}: hidden rows are read: {rows}").format(file=path, rows=", ".join(shown))] if hidden else []
