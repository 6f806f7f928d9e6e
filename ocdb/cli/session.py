"""What the commands of one run share: the database that was asked for, and the way to print an answer."""

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import typer

from ocdb.words.language import _

# How a stream that lacks a letter writes what people read; `ocdb.cli.main` registers it.
PLAIN_LETTERS = "ocdb_plain_letters"

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ocdb.opening.session import Session
    from ocdb.store.reader.rows import Reader


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
            from ocdb.words.system import because

            hint(_("it was done, but the report can't be printed: {reason}").format(reason=because(error)))


def hint(text: str) -> None:
    """Print a hint on standard error."""
    from ocdb.text import visible

    print(visible(text), file=sys.stderr)
