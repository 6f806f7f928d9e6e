"""Prints answers: chooses the format, the screen and the pager, or writes a file."""

import codecs
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ocdb.cli.files import save
from ocdb.cli.session import PLAIN_LETTERS, hint
from ocdb.words.language import _

if TYPE_CHECKING:
    from ocdb.answers.answer import Answer
    from ocdb.render.terminal import Screen
    from ocdb.store.reader.rows import Stream

SUFFIXES = {
    ".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".md": "md", ".tsv": "tsv", ".txt": "table", ".xlsx": "xlsx",
}  # fmt: skip
# As git has it: less quits where all fits the screen, shows colours, and leaves the screen as it is.
LESS = {"LESS": "FRX"}


def put(answer: "Answer", given: Mapping[str, Any]) -> None:
    """Print an answer, or write it to a file, as the options --format, --output and --bom say.

    What is to be known beside it stands below a table; beside data it goes to standard error.
    """
    form, file = chosen(given["form"], given["output"]), given["output"]
    if form == "xlsx":
        _workbook(answer, file)
    else:
        from ocdb.render.answers import drawn

        parts = drawn(answer, form, screen(file) if form == "table" else None, notes=file is None)
        parts = _marked(parts, form, bom=bool(given["bom"]))
        if form == "table" and not file and sys.stdout.isatty() and "--no-pager" not in sys.argv:
            _page(parts)
        else:
            write(parts, file, exact=form not in ("table", "md"))
    if form != "table" or file:
        _beside(answer, form)


def streams(given: Mapping[str, Any]) -> bool:
    """Return whether the options ask for a format that takes rows as they come: `put_stream` writes it."""
    from ocdb.render.rows import FORMATS

    return chosen(given["form"], given["output"]) in FORMATS


def put_stream(rows: "Stream", given: Mapping[str, Any], title: str, notes: Iterable[str] = ()) -> None:
    """Print rows as they come, or write them to a file, as the options say.

    Args:
        rows: the rows.
        given: the options --format, --output and --bom; the format is one of data.
        title: what is said on standard error where there are no rows.
        notes: what is said there beside them.
    """
    from ocdb.render.rows import written

    form, file = chosen(given["form"], given["output"]), given["output"]
    write(_marked(written(rows, form), form, bom=bool(given["bom"])), file)
    for line in (*(() if rows.count or not title else (title,)), *notes):
        hint(line)


def _beside(answer: "Answer", form: str) -> None:
    """Say on standard error what is to be known beside data: that there are none, and the notes."""
    from ocdb.render.answers import beside

    if form != "md" and answer.title and not any(section.rows.rows for section in answer.sections):
        hint(answer.title)
    for note in beside(answer, form):
        hint(note)


def _marked(parts: Iterator[str], form: str, *, bom: bool) -> Iterator[str]:
    """Return a text with the mark by which Excel knows UTF-8, where it is asked for.

    Raises:
        UsageError: the format takes none.
    """
    if not bom:
        return parts
    if form not in ("csv", "tsv"):
        from ocdb.errors import UsageError

        raise UsageError(
            _("--bom doesn't fit {format}").format(format=form), _("It marks CSV and TSV as UTF-8 for Excel: -f csv.")
        )
    return chain(("\N{BYTE ORDER MARK}",), parts)


def _workbook(answer: "Answer", file: Path | None) -> None:
    from ocdb.errors import UsageError

    if not file:
        raise UsageError(_("a workbook can't be printed"), _("Name a file: -o answer.xlsx."))
    from shlex import join

    from ocdb.render.xlsx import workbook
    from ocdb.store.passwords import hidden

    save(workbook(answer, hidden(join(["ocdb", *sys.argv[1:]]))), file)


def chosen(form: str | None, file: Path | None) -> str:
    """Return the format: as asked, as the file's name says, a table on a terminal, else TSV.

    Raises:
        UsageError: the file's name says a format that can't be written, or another one than is asked for.
    """
    if file and (suffix := file.suffix.lower()):
        named = SUFFIXES.get(suffix)
        if not named and not form:
            from ocdb.errors import UsageError

            raise UsageError(
                _("{suffix} can't be written").format(suffix=suffix),
                _("Name a file that ends in one of {suffixes}, or choose a format with -f.").format(
                    suffixes=", ".join(SUFFIXES)
                ),
            )
        # A text may be in any format of text; a name that says nothing may stand for any but a workbook.
        fitting = ("table", None) if form != "xlsx" else ()
        if form and named not in (form, *fitting):
            from ocdb.errors import UsageError

            hint = _("Name a file that ends in .{format}, or leave out -f.").format(format=form)
            raise UsageError(_("{file} doesn't fit the format {format}").format(file=file, format=form), hint)
        return form or str(named)
    if form:
        return form
    return "table" if sys.stdout.isatty() and not file else "tsv"


def screen(file: Path | None) -> "Screen":
    """Return where a table is printed: a terminal with its width, or a file, in which nothing is cut."""
    from ocdb.render.terminal import Screen

    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    plain = not file and codecs.lookup(encoding).name not in ("utf-8", "utf-16", "utf-32")
    return Screen(width(file), coloured(file), ascii=plain)


def coloured(file: Path | None) -> bool:
    """Return whether what is printed may have colours: on a terminal that shows them, unless NO_COLOR is set."""
    if file or os.environ.get("NO_COLOR") or os.environ.get("TERM") in ("dumb", "unknown"):
        return False
    return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))


def width(file: Path | None) -> int | None:
    """Return the columns of the terminal; None where there is none, so that nothing is cut."""
    if file or not (sys.stdout.isatty() or "COLUMNS" in os.environ):
        return None
    return shutil.get_terminal_size().columns


def _page(parts: Iterator[str]) -> None:
    """Print what fits the screen; hand what doesn't to the user's pager: PAGER, or less."""
    lines = shutil.get_terminal_size().lines
    first: list[str] = []
    for part in parts:
        first.append(part)
        if sum(text.count("\n") for text in first) >= lines:
            break
    whole = chain(first, parts)
    pager = os.environ.get("OCDB_PAGER", os.environ.get("PAGER", "less"))
    fits = sum(text.count("\n") for text in first) < lines
    program = (pager.split() or [""])[0]
    if fits or pager.strip() == "cat" or not shutil.which(program) or not sys.stdin.isatty():
        write(whole, exact=False)
        return
    import subprocess

    process = subprocess.Popen(  # noqa: S602  PAGER is a command line, and the user's own
        pager, shell=True, stdin=subprocess.PIPE, env={**LESS, **os.environ}, text=True, encoding="utf-8"
    )
    try:
        with process.stdin or io.StringIO() as stream:
            stream.writelines(whole)
    except BrokenPipeError:  # the reader has seen enough
        pass
    process.wait()


def write(text: str | Iterable[str], file: Path | None = None, *, exact: bool = True) -> None:
    """Write a text, in one piece or in parts, to standard output or to a file.

    Where standard output lacks a letter, data keep which one it was; what only people read has the nearest plain one.
    """
    parts = [text] if isinstance(text, str) else text
    if file:
        save(parts, file)
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace" if exact else PLAIN_LETTERS)
    sys.stdout.writelines(parts)
