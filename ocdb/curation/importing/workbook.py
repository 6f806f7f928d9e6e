"""Reads XLSX as it streams by: values, and what hides behind them (errors, formulas without a result, merged cells).

A workbook is XML in a ZIP archive (ECMA-376). The libraries that read it were measured and compared, and each of them
keeps quiet about something that matters here: docs/adr/0011.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ocdb.curation.importing import formats
from ocdb.curation.importing.parts import elements, relations, texts
from ocdb.curation.importing.sheets import Layout, Row, Sheet, SheetError, broken, counted, named
from ocdb.curation.importing.worksheet import Book, Covered, covered, rows
from ocdb.curation.problems import nearest

MAX_UNPACKED = 500_000_000  # bytes; 200,000 rows of 12 columns have 117 million


@dataclass(frozen=True)
class _Tab:
    """A sheet of a workbook: its name, the part that holds it, and whether one sees it."""

    name: str
    part: str
    hidden: bool


def open_sheet(path: Path, layout: Layout, most: int = MAX_UNPACKED) -> Sheet:
    """Return a sheet of a workbook.

    Args:
        path: the file.
        layout: which sheet, and where its header is.
        most: bytes that the file may have unpacked.

    Raises:
        SheetError: it is no XLSX file, too large, or has no such sheet or header.
        zipfile.BadZipFile: the archive is broken.
    """
    with zipfile.ZipFile(path) as archive:
        _refuse(path, archive, most)
        tabs, since_1904 = _tabs(path, archive)
        tab = _chosen(path, tabs, layout.sheet)
        book = Book(_strings(archive), _formats(archive), since_1904)
        merged = covered(archive, tab.part)
    notes = [f"{path}: the sheet {tab.name} is hidden; it is read"] if tab.hidden else []
    every = partial(_rows, path, tab.part, book, merged, notes)
    first = next((row for row in every() if row.number >= layout.header), None)
    columns = named(str(path), layout.header, first if first and first.number == layout.header else None)

    def below() -> Iterator[Row]:
        return counted(str(path), (row for row in every() if row.number > layout.header), layout.max_rows)

    return Sheet(str(path), columns, layout.header, below, notes=notes)


def visible_sheets(path: Path) -> list[str]:
    """Return the names of the sheets that are to be seen; none where the file isn't a workbook."""
    if not zipfile.is_zipfile(path):
        return []
    with zipfile.ZipFile(path) as archive:
        _refuse(path, archive, MAX_UNPACKED)
        return [tab.name for tab in _tabs(path, archive)[0] if not tab.hidden]


def _rows(path: Path, part: str, book: Book, merged: Covered, notes: list[str]) -> Iterator[Row]:
    """Yield the rows of a sheet; which of them are hidden is noted when all are read."""
    hidden: list[int] = []
    try:
        with zipfile.ZipFile(path) as archive:
            yield from rows(archive, part, book, merged, hidden)
    except zipfile.BadZipFile as error:
        raise broken(path, error) from error
    if hidden and not any("hidden rows" in note for note in notes):
        others = f" and {len(hidden) - 5} more" if len(hidden) > 5 else ""  # noqa: PLR2004
        notes.append(f"{path}: hidden rows are read: {', '.join(map(str, hidden[:5]))}{others}")


def _refuse(path: Path, archive: zipfile.ZipFile, most: int) -> None:
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names and "_rels/.rels" not in names:
        other = "an OpenDocument file" if "content.xml" in names else "a ZIP archive"
        raise SheetError(f"{path} is {other}, not XLSX", "Open it in a spreadsheet. Save it as XLSX or CSV.")
    if "xl/workbook.bin" in names:
        raise SheetError(f"{path} is in the binary format of Excel (.xlsb)", "Save it as XLSX or CSV.")
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        raise SheetError(f"{path} is protected by a password", "Save a copy without the password.")
    size = sum(entry.file_size for entry in archive.infolist())  # zipfile never unpacks more than an entry declares
    if size > most:
        message = f"{path} would have {size} bytes unpacked, {most} are the most"
        raise SheetError(message, "Split it, or save it as CSV.")


def _tabs(path: Path, archive: zipfile.ZipFile) -> tuple[list[_Tab], bool]:
    """Return the sheets in their order, and whether days are counted from 1904."""
    root = _root(archive)
    if root not in archive.namelist():
        raise SheetError(f"{path} is no XLSX file: it holds no workbook", "Save it as XLSX or CSV.")
    targets = relations(archive, root)
    tabs, since_1904 = [], False
    for name, attributes in elements(archive, root):
        if name == "sheet":
            kind, part = targets.get(attributes.get("id", ""), ("", ""))
            if kind == "worksheet" and part in archive.namelist():  # a sheet with only a chart holds no cells
                tabs.append(_Tab(attributes.get("name", ""), part, attributes.get("state", "visible") != "visible"))
        elif name == "workbookPr":
            since_1904 = attributes.get("date1904") in ("1", "true")
    return tabs, since_1904


def _chosen(path: Path, tabs: list[_Tab], wanted: str | None) -> _Tab:
    """Return the sheet of a name, or the only one that is to be seen."""
    if wanted is not None:
        found = next((tab for tab in tabs if tab.name.strip().casefold() == wanted.strip().casefold()), None)
        if found:
            return found
        names = [tab.name for tab in tabs]
        raise SheetError(
            f"{path} has no sheet {wanted}", nearest(wanted, names) or f"It has {', '.join(names) or 'no sheets'}."
        )
    visible = [tab for tab in tabs if not tab.hidden] or tabs
    if not visible:
        raise SheetError(f"{path} has no sheet with cells", "Name a CSV or XLSX file.")
    if len(visible) > 1:
        names = [tab.name for tab in visible]
        raise SheetError(f"{path} has the sheets {', '.join(names)}", "Say sheet: in the mapping.")
    return visible[0]


def _strings(archive: zipfile.ZipFile) -> list[str]:
    part = _of_kind(archive, "sharedStrings")
    return list(texts(archive, part)) if part else []


def _formats(archive: zipfile.ZipFile) -> list[str]:
    """Return what each style of a cell shows, by the style's number."""
    part = _of_kind(archive, "styles")
    codes, styles, within = {str(key): code for key, code in formats.BUILT_IN.items()}, [], False
    for name, attributes in elements(archive, part) if part else ():
        if name == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name in ("cellXfs", "cellStyles", "dxfs"):
            within = name == "cellXfs"
        elif name == "xf" and within:
            styles.append(formats.kind(codes.get(attributes.get("numFmtId", ""), "")))
    return styles


def _of_kind(archive: zipfile.ZipFile, wanted: str) -> str | None:
    found = (part for kind, part in relations(archive, _root(archive)).values() if kind == wanted)
    return next((part for part in found if part in archive.namelist()), None)


def _root(archive: zipfile.ZipFile) -> str:
    """Return the part that lists the sheets."""
    return next((part for kind, part in relations(archive, "").values() if kind == "officeDocument"), "xl/workbook.xml")
