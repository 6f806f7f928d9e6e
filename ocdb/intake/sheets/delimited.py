"""Reads CSV: its encoding and delimiter as the mapping says or as can be told for certain, else an error."""

import codecs
import csv
import io
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from ocdb.intake.sheets.sheets import Layout, Row, Sheet, SheetError, headed
from ocdb.text import unguarded
from ocdb.words.language import N_, _
from ocdb.words.suggestions import either

DELIMITERS = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab")}
SAMPLE = 50  # rows that must agree on a delimiter


def open_sheet(path: Path, layout: Layout) -> Sheet:
    """Return the sheet of a CSV file.

    Raises:
        SheetError: it isn't in its encoding, its delimiter can't be told, a quote is broken, or there is no header.
    """
    notes: list[str] = []
    encoding = _encoding(path, layout)
    delimiter = layout.delimiter or _delimiter(path, encoding, layout.header, notes)
    return headed(str(path), partial(_rows, path, encoding, delimiter), layout, delimiter, notes)


def _encoding(path: Path, layout: Layout) -> str:
    with path.open("rb") as file:
        start = file.read(4)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return layout.encoding or "utf-8-sig"


def _rows(path: Path, encoding: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows by the line that each begins in, blank lines included."""
    with path.open("rb") as raw:
        text = io.TextIOWrapper(raw, encoding=encoding, newline="")
        reader = csv.reader(text, delimiter=delimiter, strict=True)
        line = 1
        try:
            for cells in reader:
                yield Row(line, [unguarded(cell.strip()) or None for cell in cells])
                line = reader.line_num + 1
        except csv.Error as error:
            message = _("{file}:{line}: the row that begins here is broken: {reason}")
            message = message.format(file=path, line=line, reason=error)
            raise SheetError(message, _('Close each quote; within quotes write "" for one.')) from error
        except UnicodeError as error:
            raise SheetError(_misread(path, encoding), _("Say encoding: in the mapping, as in cp1252.")) from error


def _misread(path: Path, encoding: str) -> str:
    """Return which line isn't in the encoding: decoding stops at a block, so the bytes are looked at again."""
    try:
        path.read_bytes().decode(encoding)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        name = "UTF-8" if encoding.startswith("utf-8") else encoding
        message = _("{file}:{line}: byte 0x{byte} isn't in the encoding {encoding}")
        return message.format(file=path, line=line, byte=f"{error.object[error.start]:02x}", encoding=name)
    return _("{file} isn't in the encoding {encoding}").format(file=path, encoding=encoding)


def _delimiter(path: Path, encoding: str, header: int, notes: list[str]) -> str:
    """Return the one delimiter by which the header has columns and all rows of the sample fit it."""
    widths = {delimiter: _widths(path, encoding, delimiter, header) for delimiter in DELIMITERS}
    several = {delimiter: found for delimiter, found in widths.items() if found and found[0] > 1}
    if not several:
        return ","
    fitting = [delimiter for delimiter, found in several.items() if all(width == found[0] for width in found)]
    candidates = fitting or list(several)
    if len(candidates) > 1:
        choice = either(_(DELIMITERS[one]) for one in candidates)
        message = _("{file}: the delimiter may be {delimiters}").format(file=path, delimiters=choice)
        raise SheetError(message, _("Say delimiter: in the mapping."))
    note = _("{file}: delimiter: {delimiter}").format(file=path, delimiter=_(DELIMITERS[candidates[0]]))
    notes.append(note)
    return candidates[0]


def _widths(path: Path, encoding: str, delimiter: str, header: int) -> list[int]:
    """Return how many cells the rows from the header on have, up to the first one whose quotes are broken."""
    widths: list[int] = []
    try:
        rows = (row for row in _rows(path, encoding, delimiter) if row.number >= header and not row.empty())
        widths += (len(row.values) for row in islice(rows, SAMPLE))
    except SheetError as error:
        if not isinstance(error.__cause__, csv.Error):
            raise
    return widths
