"""Opens a spreadsheet by what is in the file, not by its name."""

import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ocdb.intake.sheets import delimited, workbook
from ocdb.intake.sheets.sheets import Layout, Sheet, SheetError

_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
_SAVE = "Save it as XLSX or CSV."


def open_sheet(path: Path, layout: Layout) -> Sheet:
    """Return the sheet of a CSV or XLSX file.

    Raises:
        SheetError: it is something else, empty, protected, broken or too large.
    """
    return opener(path, layout)(layout)


def opener(path: Path, layout: Layout) -> Callable[[Layout], Sheet]:
    """Return what opens a sheet; layouts may differ in the row of the header, and a workbook is read but once for them.

    Raises:
        SheetError: it is something else, empty, protected, broken or too large.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            raise SheetError(f"{path} is no file", "Write what it gives to a file, and name that.")
        with path.open("rb") as file:
            start = file.read(512)
        if start.startswith(b"PK"):
            return partial(workbook.with_header, path, workbook.read(path, layout))
        _refuse_others(path, start)
    except OSError as error:
        reason = "there is no such file" if isinstance(error, FileNotFoundError) else error.strerror
        raise SheetError(f"{path} can't be read: {reason}", "Check the path and its rights.") from error
    return partial(delimited.open_sheet, path)


def _refuse_others(path: Path, start: bytes) -> None:
    if not start.strip():
        raise SheetError(f"{path} is empty", "Name a CSV or XLSX file.")
    if start.startswith(_OLD):
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            raise SheetError(f"{path} is protected by a password", "Save a copy without the password.")
        raise SheetError(f"{path} is in the old format of Excel (.xls)", f"Open it in a spreadsheet. {_SAVE}")
    if start.lstrip().lower().startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
        raise SheetError(f"{path} is a web page or XML, whatever its name says", f"Open it in a spreadsheet. {_SAVE}")
    if start.startswith(b"%PDF") or path.suffix.lower() in (".xlsx", ".xlsm"):
        raise SheetError(f"{path} is no spreadsheet", "Perhaps it was cut off on its way. Name a CSV or XLSX file.")
