"""Asks a child process for a sheet of a workbook: whatever the file holds, it costs bounded time and memory.

A workbook is XML in a ZIP archive: a small file may unpack to gigabytes, or be laid out so that a reader takes minutes.
"""

import json
import os
import pickle
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

from ocdb.intake.sheets.sheets import MAX_ROWS, Layout, Row, Sheet, SheetError, headed
from ocdb.words.language import N_, Language, _, language

MEMORY = 1_000_000_000  # bytes of addresses; 200,000 rows of 12 columns take 600 million
SECONDS = 30  # of processor time for each 50,000 rows; these, with 12 columns, take 12
_BUSY = 5  # a machine with other work to do may take so many times longer
# Their speed-ups and checks are left out: they differ from machine to machine, and the bounds of the child do more.
_OPENPYXL = {"OPENPYXL_LXML": "False", "OPENPYXL_DEFUSEDXML": "False"}
_ANEW = N_("Open it in a spreadsheet and save it again, or save it as CSV.")


@dataclass(frozen=True)
class Request:
    """What the child is to read, and within which bounds.

    Attributes:
        path: of the file.
        sheet: the name of a sheet; None for the only visible one.
        rows: the most rows that are read, the empty ones not counted; 0 for the names of the sheets only.
        memory: bytes of addresses.
        seconds: of processor time.
        language: of what it says.
    """

    path: str
    sheet: str | None
    rows: int
    memory: int
    seconds: int
    language: Language = "en"


@dataclass
class Tab:
    """A sheet of a workbook as the child has read it.

    Attributes:
        visible: the names of the sheets that are to be seen.
        rows: those that are written in the file, in their order.
        notes: what a reader should know.
    """

    visible: list[str]
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def open_sheet(path: Path, layout: Layout) -> Sheet:
    """Return a sheet of a workbook.

    Raises:
        SheetError: it is no XLSX file, has no such sheet or header, or reading it takes too much time or memory.
    """
    return with_header(path, read(path, layout), layout)


def with_header(path: Path, tab: Tab, layout: Layout) -> Sheet:
    """Return a sheet that has been read, by the row of its header.

    Raises:
        SheetError: there is no such header.
    """
    return headed(str(path), lambda: iter(tab.rows), layout, ",", tab.notes)


def read(path: Path, layout: Layout) -> Tab:
    """Return the rows of a sheet.

    Raises:
        SheetError: it is no XLSX file, has no such sheet, or reading it takes too much time or memory.
    """
    return _ask(path, layout.sheet, layout.header + layout.max_rows + 1)


def visible_sheets(path: Path) -> list[str]:
    """Return the names of the sheets that are to be seen.

    Raises:
        SheetError: it is no XLSX file, or reading it takes too much time or memory.
    """
    return _ask(path, None, 0).visible


def _ask(path: Path, sheet: str | None, rows: int) -> Tab:
    request = Request(str(path), sheet, rows, MEMORY, SECONDS * max(1, rows // MAX_ROWS), language())
    command = [sys.executable, "-P", "-m", "ocdb.intake.sheets.child"]
    message = _("{file} takes more than {seconds} s to read").format(file=path, seconds=request.seconds)
    slow = SheetError(message, _(_ANEW))
    given = json.dumps(asdict(request)).encode()
    try:
        done = subprocess.run(  # noqa: S603  our own module, whatever the file is called
            command,
            input=given,
            capture_output=True,
            timeout=_BUSY * request.seconds,
            env=os.environ | _OPENPYXL,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise slow from error
    if done.returncode:
        reason = RuntimeError(done.stderr.decode(errors="replace"))
        message = _("{file} can't be read: the program that reads it stopped ({code})")
        stopped = SheetError(message.format(file=path, code=done.returncode), _(_ANEW))
        raise (slow if -done.returncode == getattr(signal, "SIGXCPU", None) else stopped) from reason
    answer = pickle.loads(done.stdout)  # noqa: S301  written by our own child
    if isinstance(answer, SheetError):
        raise answer
    assert isinstance(answer, Tab)  # noqa: S101
    return answer
