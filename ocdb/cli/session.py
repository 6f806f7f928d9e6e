"""What the commands of one run share: the database that was asked for, and the way to print an answer."""

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from ocdb.cli.files import save

if TYPE_CHECKING:
    from ocdb.render.tables import Section
    from ocdb.store.address import Address
    from ocdb.store.reader.rows import Reader, Rows

SUFFIXES = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".md": "md", ".tsv": "tsv", ".txt": "table"}


@dataclass(frozen=True)
class Session:
    """The global options."""

    db: str | None = None
    debug: bool = False
    read: str | None = None

    def for_questions(self) -> "Session":
        """Return the session of a question: that of the replica, where OCDB_READ_URL names one."""
        return replace(self, db=self.read) if self.read else self

    @property
    def replica(self) -> bool:
        """Return whether this is the session of a replica."""
        return bool(self.read) and self.db == self.read

    @property
    def embedded(self) -> bool:
        """Return whether nobody named a database."""
        return not self.db

    def address(self) -> "Address":
        """Return where the database is: --db, OCDB_DATABASE_URL, or the embedded one.

        Raises:
            DatabaseError: it isn't clear what is meant.
        """
        from ocdb.settings import embedded_path
        from ocdb.store.address import located

        return located(self.db or embedded_path())

    def path(self) -> Path | None:
        """Return the file of an SQLite database, None for a server."""
        address = self.address()
        return address if isinstance(address, Path) else None


def session(context: typer.Context) -> Session:
    """Return the session of this run, also where completion skipped the main callback."""
    root = context.find_root()
    if isinstance(root.obj, Session):
        return root.obj
    return opened(root.params.get("db") or os.environ.get("OCDB_DATABASE_URL"), debug=False)


def opened(db: str | None, *, debug: bool) -> Session:
    """Return the session of a database; OCDB_READ_URL goes with OCDB_DATABASE_URL, not with another one in --db."""
    usual = (db or None) == (os.environ.get("OCDB_DATABASE_URL") or None)
    return Session(db, debug, (os.environ.get("OCDB_READ_URL") or None) if usual else None)


@contextmanager
def reading(context: typer.Context, as_of: str | None = None) -> "Iterator[Reader]":
    """Open the database for reading; the embedded one is made or refreshed first.

    Args:
        context: of the command.
        as_of: a date; the reader then shows what could be known on that day, and takes it for today.

    Raises:
        UsageError: `as_of` is no date.
    """
    from contextlib import closing

    current = session(context).for_questions()
    path = current.path()
    if current.embedded and path:
        from ocdb.opening.embedded import ensure

        ensure(path, hint)
    with closing(open_for_questions(current)) as reader:
        if as_of is None:
            yield reader
        else:
            with _reading_as_of(reader, as_of) as then:
                yield then


def open_for_questions(current: Session) -> "Reader":
    """Return a reader of the database of a session; of a replica that is behind, a line says so.

    Raises:
        DatabaseError: it can't be read, or is of another revision.
    """
    from ocdb.errors import DatabaseError
    from ocdb.opening.reader import open_reader

    if not current.replica:
        return open_reader(current.address())
    try:
        reader = open_reader(current.address())
    except DatabaseError as error:
        later = "It may be catching up: ask again in a moment, or without OCDB_READ_URL."
        raise DatabaseError(f"OCDB_READ_URL: {error}", later if "upgrade" in error.hint else error.hint) from error
    from ocdb.store.reader.replica import lag

    if behind := lag(reader):
        hint(behind)
    return reader


@contextmanager
def _reading_as_of(reader: "Reader", as_of: str) -> "Iterator[Reader]":
    """Open a database of what could be known on a day; of today or later it is the whole one."""
    from contextlib import closing
    from datetime import date

    from ocdb.answers.lists import day_span
    from ocdb.errors import NotFoundError
    from ocdb.opening.reader import open_reader
    from ocdb.settings import clock

    day = clock(min(date.fromisoformat(day_span(as_of, "as-of")[1]), reader.today), "--as-of")
    if day == reader.today:
        _tell_known(reader, reader)
        yield reader
        return
    from ocdb.load.as_of import build
    from ocdb.store.temporary import directory

    with directory() as folder:
        path = folder / "as-of.sqlite"
        build(path, lambda statements: [rows.records() for rows in reader.together(statements)], day)
        with closing(open_reader(path, day)) as then:
            _tell_known(reader, then)
            try:
                yield then
            except NotFoundError as error:
                later = "It may be known only later: leave out --as-of."
                raise NotFoundError(str(error), f"{error.hint} {later}".strip()) from error


def _tell_known(whole: "Reader", known: "Reader") -> None:
    """Tell how many sources the answer rests on: ``as of 2012-12-31: 3 of 5 sources; 1 without a date left out``."""
    counted = "SELECT count(*), count(*) - count(published_to) FROM v_sources"
    every, undated = whole.rows(counted).rows[0]
    sources = known.rows(counted).rows[0][0]
    left_out = f"; {undated} without a date left out" if undated and whole is not known else ""
    hint(f"as of {known.today.isoformat()}: {sources} of {every} sources{left_out}")


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
