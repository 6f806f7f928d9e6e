"""`ocdb sql` and `ocdb shell`: a user's own SQL, read-only."""

import sys
from math import isnan
from pathlib import Path
from typing import Annotated, Any

import typer

from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.files import refuse_twice
from ocdb.cli.options import AS_OF, OUTPUT, options
from ocdb.cli.printing import put, put_stream, streams
from ocdb.cli.session import hint, reading, session
from ocdb.words.language import _


def _number(seconds: float) -> float:
    """Refuse NaN, which is neither below nor above any bound."""
    if isnan(seconds):
        raise typer.BadParameter(_("nan isn't a number of seconds"))
    return seconds


@options(AS_OF, OUTPUT)
def sql(
    ctx: typer.Context,
    statement: Annotated[
        str | None, typer.Argument(metavar="[SQL]", help="One SELECT; - or nothing reads standard input.")
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            metavar="FILE",
            parser=as_path,
            autocompletion=complete_path,
            help="Read the statement from a file.",
        ),
    ] = None,
    parameter: Annotated[
        list[str] | None, typer.Option("-p", "--param", metavar="NAME=VALUE", help="Value of a :name in the statement.")
    ] = None,
    timeout: Annotated[
        float,
        typer.Option(
            "--timeout", min=0.01, max=86_400, callback=_number, metavar="SECONDS", help="Stop after this many seconds."
        ),
    ] = 30.0,
    memory: Annotated[
        int,
        typer.Option(
            "--memory",
            min=1,
            max=1_000_000,
            metavar="MEGABYTES",
            help="Stop an answer that needs more memory than this.",
        ),
    ] = 256,
    **given: Any,
) -> None:
    """Run your own SELECT; no other statement is accepted.

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
    from ocdb.opening.session import for_statement
    from ocdb.store.statements.isolated import Limits, answered, query

    refuse_twice([file], [given["output"]])
    text = _statement(statement, file)
    values = _parameters(parameter or [])
    with for_statement(session(ctx), hint, given["as_of"]) as address:
        if streams(given):
            with answered(address, text, values, Limits(timeout, memory, whole=False)) as stream:
                put_stream(stream, given, _("no rows"))
            return
        rows = query(address, text, values, Limits(timeout, memory))
    from ocdb.answers.answer import of_rows

    put(of_rows(rows, "" if rows.rows else _("no rows")), given)


def _statement(statement: str | None, file: Path | None) -> str:
    """Return the statement; of an input without end no more than shows that it is too long."""
    from ocdb.errors import UsageError
    from ocdb.store.statements.limits import LONGEST

    if statement and file and statement != "-":
        raise UsageError(_("there are both a statement and a file"), _("Give one of them."))
    if statement and statement != "-":
        return statement
    try:
        if file:
            with file.open(encoding="utf-8") as lines:
                return lines.read(LONGEST + 1)
        if sys.stdin.isatty():
            command = 'ocdb sql "SELECT * FROM v_sites"'
            raise UsageError(_("there is no statement"), _("Write one: {command}").format(command=command))
        return sys.stdin.read(LONGEST + 1)
    except (OSError, UnicodeDecodeError) as error:
        from ocdb.words.system import because

        reason = because(error) if isinstance(error, OSError) else _("it isn't UTF-8")
        message = _("{file} can't be read: {reason}").format(file=file or _("standard input"), reason=reason)
        raise UsageError(message, _("Check the path and the encoding.")) from error


def _parameters(pairs: list[str]) -> dict[str, Any]:
    """Return the parameters; a whole number is one, all else is text."""
    import re

    from ocdb.errors import UsageError

    found: dict[str, Any] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name.isidentifier():
            raise UsageError(_("-p {pair} isn't a parameter").format(pair=pair), _("Write it as NAME=VALUE."))
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

    from ocdb.store.shell import command

    with reading(ctx):
        pass  # the embedded database is made where it isn't there, and a missing one is told
    arguments, environment = command(session(ctx).for_questions().address())
    os.execvpe(arguments[0], arguments, os.environ | environment)  # noqa: S606  no shell is what we want
