"""Opens a spreadsheet by what is in the file, not by its name."""

import zipfile
from pathlib import Path

from ocdb.curation.importing import delimited, workbook
from ocdb.curation.importing.sheets import Layout, Sheet, SheetError, broken

_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
_SAVE = "Save it as XLSX or CSV."


def open_sheet(path: Path, layout: Layout) -> Sheet:
    """Return the sheet of a CSV or XLSX file.

    Raises:
        SheetError: it is something else, empty, protected, broken or too large.
    """
    try:
        with path.open("rb") as file:
            start = file.read(512)
        if start.startswith(b"PK"):
            return workbook.open_sheet(path, layout)
        _refuse_others(path, start)
        return delimited.open_sheet(path, layout)
    except OSError as error:
        reason = "there is no such file" if isinstance(error, FileNotFoundError) else error.strerror
        raise SheetError(f"{path} can't be read: {reason}", "Check the path and its rights.") from error
    except zipfile.BadZipFile as error:
        raise broken(path, error) from error


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
