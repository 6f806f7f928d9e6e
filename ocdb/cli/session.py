"""What the commands of one run share: the database that was asked for, and the way to print an answer."""

import io
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from ocdb.read.reader import Reader, Rows
    from ocdb.render import Section

SUFFIXES = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".md": "md", ".tsv": "tsv", ".txt": "table"}


@dataclass(frozen=True)
class Session:
    """The global options."""

    db: str | None = None
    debug: bool = False

    @property
    def embedded(self) -> bool:
        """Return whether nobody named a database."""
        return not self.db

    def url(self) -> str:
        """Return the URL of the database: --db, OCDB_DATABASE_URL, or the embedded one.

        Raises:
            DatabaseError: it would be a database in memory, gone with the command.
        """
        from ocdb.settings import embedded_path

        if not self.db:
            return f"sqlite:///{embedded_path()}"
        if "://" not in self.db:
            return f"sqlite:///{Path(self.db).expanduser().absolute()}"
        scheme, _, rest = self.db.partition("://")
        if scheme == "sqlite" and not rest.strip("/"):
            from ocdb.errors import DatabaseError

            raise DatabaseError("this URL names no file", "Write a path, or sqlite:///PATH.")
        # SQLAlchemy takes plain postgresql:// for another driver than ours.
        return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else self.db

    def path(self) -> Path | None:
        """Return the file of an SQLite database, None for a server."""
        url = self.url()
        return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None


def session(context: typer.Context) -> Session:
    """Return the session of this run, also where completion skipped the main callback."""
    root = context.find_root()
    if isinstance(root.obj, Session):
        return root.obj
    return Session(root.params.get("db") or os.environ.get("OCDB_DATABASE_URL"))


@contextmanager
def reading(context: typer.Context, as_of: str | None = None) -> "Iterator[Reader]":
    """Open the database for reading; the embedded one is made or refreshed first.

    Args:
        context: of the command.
        as_of: a date; the reader then shows what could be known on that day.
    """
    from ocdb.read.reader import open_reader

    current = session(context)
    path = current.path()
    if current.embedded and path:
        from ocdb.embedded import ensure

        ensure(path, hint)
    reader = open_reader(current.url())
    try:
        yield reader
    finally:
        reader.close()


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
    from ocdb.render import render

    write(render(rows, chosen(form, file), shown=shown, width=width(file)), file)


def put_sections(
    sections: "Sequence[Section]",
    whole: Mapping[str, Any],
    form: str | None,
    file: Path | None,
    *,
    facts: bool = False,
) -> None:
    """Print an answer of several parts, or write it to a file."""
    from ocdb.render import render_sections

    write(render_sections(sections, whole, chosen(form, file), width=width(file), facts=facts), file)


def write(text: str, file: Path | None) -> None:
    """Write a text to standard output or to a file."""
    from ocdb.errors import UsageError

    if not file:
        if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal that isn't UTF-8 shows escapes, and no traceback
            sys.stdout.reconfigure(errors="backslashreplace")
        sys.stdout.write(text)
        return
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file} can't be written: {error.strerror}", "Name another file with -o.") from error
