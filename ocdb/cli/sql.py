"""`ocdb sql` and `ocdb shell`: a user's own SQL, read-only."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from ocdb.cli.files import path as as_path
from ocdb.cli.files import refuse_twice
from ocdb.cli.options import AS_OF, OUTPUT, options
from ocdb.cli.session import hint, put_rows, reading, session


@options(AS_OF, OUTPUT)
def sql(
    ctx: typer.Context,
    statement: Annotated[
        str | None, typer.Argument(metavar="[SQL]", help="One SELECT; - or nothing reads standard input.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", parser=as_path, help="Read the statement from a file.")
    ] = None,
    parameter: Annotated[
        list[str] | None, typer.Option("-p", "--param", metavar="NAME=VALUE", help="Value of a :name in the statement.")
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.01, max=86_400, metavar="SECONDS", help="Stop after this time.")
    ] = 30.0,
    memory: Annotated[
        int, typer.Option("--memory", min=1, max=1_000_000, metavar="MEGABYTES", help="Stop an answer that takes more.")
    ] = 256,
    **given: Any,
) -> None:
    """Answer a SELECT of your own; nothing else is let through.

    The views begin with v_; `ocdb db views` lists them with their columns. With --as-of the statement is answered by
    SQLite, whatever the database is.

    \b
    Examples:
      ocdb sql "SELECT id, figure, due FROM v_pledges WHERE country = 'MA'"
      ocdb sql "SELECT name FROM v_sites WHERE country = :c" -p c=TG
      ocdb sql --file question.sql -f csv -o answer.csv
      ocdb sql "SELECT id, figure FROM v_pledges" --as-of 2012
      echo "SELECT count(*) FROM v_sources" | ocdb sql
    """
    refuse_twice([file], [given["output"]])
    text = _statement(statement, file)
    with reading(ctx, given["as_of"]) as reader, _ending_after(timeout):
        found = reader.query(text, _parameters(parameter or []), timeout, memory)
    put_rows(found, (), given["form"], given["output"])
    if not found.rows:
        hint("no rows")


# An engine looks at its clock between two steps, and a step can take hours: instr() of two long texts.
GRACE = 3.0


@contextmanager
def _ending_after(seconds: float) -> Iterator[None]:
    """End this process where an engine doesn't stop a query by itself."""
    from threading import Timer

    timer = Timer(seconds + GRACE, _end, [seconds])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _end(seconds: float) -> None:
    import atexit
    import os

    from ocdb.read.bounds import too_slow

    error = too_slow(seconds)
    print(f"ocdb: {error}\n  {error.hint}", file=sys.stderr, flush=True)
    atexit._run_exitfuncs()  # noqa: SLF001  the database of --as-of is removed; nothing else would do it now
    os._exit(error.exit_code)


def _statement(statement: str | None, file: Path | None) -> str:
    from ocdb.errors import UsageError

    if statement and file and statement != "-":
        raise UsageError("there is a statement and a file", "Give one of them.")
    try:
        if file:
            return file.read_text(encoding="utf-8")
        if statement and statement != "-":
            return statement
        if sys.stdin.isatty():
            raise UsageError("there is no statement", 'Write one: ocdb sql "SELECT * FROM v_sites"')
        return sys.stdin.read()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{file or 'standard input'} can't be read: {error}", "Check the path and its encoding."
        ) from error


def _parameters(pairs: list[str]) -> dict[str, Any]:
    """Return the parameters; a whole number is one, all else is text."""
    import re

    from ocdb.errors import UsageError

    found: dict[str, Any] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name.isidentifier():
            raise UsageError(f"-p {pair} is no parameter", "Write it as NAME=VALUE.")
        found[name] = int(value) if re.fullmatch("-?[0-9]{1,18}", value) else value
    return found


def shell(ctx: typer.Context) -> None:
    """Open an SQL shell on the database, read-only.

    SQLite: litecli or sqlite3, whichever is installed; PostgreSQL: pgcli or psql.

    \b
    Examples:
      ocdb shell
      ocdb --db postgresql://reader@host/ocdb shell
    """
    import os

    from ocdb.read.shell import command

    with reading(ctx):
        pass  # the embedded database is made where it isn't there, and a missing one is told
    arguments, environment = command(session(ctx).for_questions().address())
    os.execvpe(arguments[0], arguments, os.environ | environment)  # noqa: S606  no shell is what we want
