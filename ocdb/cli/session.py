"""What the commands of one run share: the database that was asked for, and the way to print an answer."""

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from ocdb.cli.files import save

if TYPE_CHECKING:
    from ocdb.opening.session import Session
    from ocdb.render.tables import Section
    from ocdb.store.reader.rows import Reader, Rows

SUFFIXES = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".md": "md", ".tsv": "tsv", ".txt": "table"}


def session(context: typer.Context) -> "Session":
    """Return the session of this run, also where completion skipped the main callback."""
    from ocdb.opening.session import Session, opened

    root = context.find_root()
    if isinstance(root.obj, Session):
        return root.obj
    return opened(root.params.get("db") or os.environ.get("OCDB_DATABASE_URL"), debug=False)


@contextmanager
def reading(context: typer.Context, as_of: str | None = None) -> "Iterator[Reader]":
    """Open the database of this run for reading, as of a day where one is given; hints go to standard error.

    Raises:
        UsageError: `as_of` is no date.
    """
    from ocdb.opening.session import reading as opened_reader

    with opened_reader(session(context), hint, as_of) as reader:
        yield reader


def report(*lines: str) -> None:
    """Print what was done; where that can't be printed, it was done all the same, and a hint says so."""
    try:
        print(*lines, sep="\n")
        sys.stdout.flush()
    except OSError as error:
        with suppress(OSError):  # what is still to be written would be an error at the very end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # who closes a pipe, as head does, knows
            hint(f"done; but what was done can't be printed: {error.strerror}")


def hint(text: str) -> None:
    """Print a hint on standard error."""
    from ocdb.text import visible

    print(visible(text), file=sys.stderr)


def chosen(form: str | None, file: Path | None) -> str:
    """Return the format: as asked, as the file's name says, a table on a terminal, else TSV."""
    if form:
        return form
    if file:
        return SUFFIXES.get(file.suffix.lower(), "tsv")
    return "table" if sys.stdout.isatty() else "tsv"


def width(file: Path | None) -> int | None:
    """Return the columns of the terminal; None where there is none, so that nothing is cut."""
    if file or not (sys.stdout.isatty() or "COLUMNS" in os.environ):
        return None
    return shutil.get_terminal_size().columns


def put_rows(rows: "Rows", shown: Sequence[str], form: str | None, file: Path | None) -> None:
    """Print rows, or write them to a file."""
    from ocdb.render.tables import rendered

    write(rendered(rows, chosen(form, file), shown=shown, width=width(file)), file)


def put_sections(
    sections: "Sequence[Section]",
    whole: Mapping[str, Any],
    form: str | None,
    file: Path | None,
    *,
    facts: bool = False,
) -> None:
    """Print an answer of several parts, or write it to a file."""
    from ocdb.render.tables import render_sections

    write(render_sections(sections, whole, chosen(form, file), width=width(file), facts=facts), file)


def write(text: str | Iterable[str], file: Path | None) -> None:
    """Write a text, in one piece or in parts, to standard output or to a file."""
    parts = [text] if isinstance(text, str) else text
    if file:
        save("".join(parts), file)
        return
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal that isn't UTF-8 shows escapes, and no traceback
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.stdout.writelines(parts)
