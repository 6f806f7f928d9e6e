"""The process that reads a workbook: it bounds itself, and writes what it has read, or what is wrong, as a pickle."""

import json
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from traceback import format_exc
from typing import Any, cast

from ocdb.intake.sheets.sheets import SheetError
from ocdb.intake.sheets.workbook import Request, Tab
from ocdb.release import install
from ocdb.words.figures import number
from ocdb.words.language import _, speak


def main() -> None:
    """Answer the request on standard input."""
    request = Request(**json.load(sys.stdin))
    speak(request.language)
    sys.modules["numpy"] = cast("Any", None)  # openpyxl would import it, for 200 ms and much memory
    try:
        from ocdb.intake.sheets import xlsx  # noqa: PLC0415  an extra of its own
    except ImportError:
        message = _("{file} is XLSX, and openpyxl isn't installed").format(file=request.path)
        hint = _("Install it with: {command} - or save the sheet as CSV.").format(command=install("import"))
        answer: Tab | SheetError = SheetError(message, hint)
    else:
        _bound(request)
        answer = _answer(request, xlsx.read)
    pickle.dump(answer, sys.stdout.buffer)


def _bound(request: Request) -> None:
    """Let the system end or refuse what goes beyond the bounds; Windows has none, macOS none of memory."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  there is none on Windows

    bounds = {
        resource.RLIMIT_AS: request.memory,
        resource.RLIMIT_CPU: request.seconds,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in bounds.items():
        hard = resource.getrlimit(what)[1]
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _answer(request: Request, read: Callable[[Request], Tab]) -> Tab | SheetError:
    try:
        return read(request)
    except SheetError as error:
        return error
    except MemoryError:
        message = _("{file} takes more than {megabytes} MB of memory to read")
        message = message.format(file=request.path, megabytes=number(request.memory // 1_000_000))
        return SheetError(message, _("Split it, or save it as CSV."))
    except Exception as error:  # noqa: BLE001  whatever a hostile file makes of the reader
        return _broken(request, error)


def _broken(request: Request, error: Exception) -> SheetError:
    cause = error.__cause__ or error
    reason = (str(cause).splitlines() or [""])[0] or type(cause).__name__
    message = _("{file} is a broken XLSX file: {reason}").format(file=request.path, reason=reason)
    broken = SheetError(message, _("Open it in a spreadsheet and save it again."))
    broken.add_note(format_exc())
    return broken


if __name__ == "__main__":
    main()
