"""Opens a spreadsheet by what is in the file, not by its name."""

import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from ocdb.intake.sheets import delimited, workbook
from ocdb.intake.sheets.sheets import Layout, Sheet, SheetError
from ocdb.words.language import N_, _
from ocdb.words.system import because

_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
_SAVE = N_("Open it in a spreadsheet. Save it as XLSX or CSV.")


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
    with readable(path) as start:
        if start.startswith(b"PK"):
            return partial(workbook.with_header, path, workbook.read(path, layout))
        _refuse_others(path, start)
    return partial(delimited.open_sheet, path)


@contextmanager
def readable(path: Path) -> Iterator[bytes]:
    """Give the first bytes of a sheet.

    Raises:
        SheetError: it is no file, or it can't be read, now or in the block.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            message = _("{file} isn't a file").format(file=path)
            raise SheetError(message, _("Write what it returns to a file, and name that."))
        with path.open("rb") as file:
            start = file.read(512)
        yield start
    except OSError as error:
        message = _("{file} can't be read: {reason}").format(file=path, reason=because(error))
        raise SheetError(message, _("Check the path and your rights.")) from error


def _refuse_others(path: Path, start: bytes) -> None:
    if not start.strip():
        raise SheetError(_("{file} is empty").format(file=path), _("Name a CSV or XLSX file."))
    if start.startswith(_OLD):
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            message = _("{file} is protected by a password").format(file=path)
            raise SheetError(message, _("Save a copy without the password."))
        raise SheetError(_("{file} is in the old format of Excel (.xls)").format(file=path), _(_SAVE))
    if start.lstrip().lower().startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
        raise SheetError(_("{file} is a web page or XML, whatever its name says").format(file=path), _(_SAVE))
    if start.startswith(b"%PDF") or path.suffix.lower() in (".xlsx", ".xlsm"):
        message = _("{file} isn't a spreadsheet").format(file=path)
        raise SheetError(message, _("Perhaps its download was interrupted. Name a CSV or XLSX file."))
