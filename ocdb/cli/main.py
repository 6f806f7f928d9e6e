"""The entry point: global options, the commands, and how an error is shown."""

import codecs
import errno
import io
import os
import sys
from contextlib import suppress
from functools import cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn, TextIO, cast

import typer

from ocdb.cli.commands import Program
from ocdb.cli.completion import show_script, without_markup
from ocdb.cli.help import SETTINGS, translate
from ocdb.cli.session import PLAIN_LETTERS
from ocdb.words.language import N_, _, language, preferred, speak

if TYPE_CHECKING:
    from ocdb.errors import OcdbError

# Typer registers its completion only where it offers scripts of its own, which --completion replaces.
app = typer.Typer(name="ocdb", cls=Program, **SETTINGS | {"add_completion": True})
REPORT = N_("This is a bug in ocdb. Run it again with --debug before the command, and report what that prints.")

# An error repeats what was given, which may be a whole file.
LONGEST_LINE = 1000


def _version(asked: bool) -> None:
    if asked:
        from ocdb import __version__

        print(f"ocdb {__version__}")
        raise typer.Exit


@app.callback()
def callback(
    ctx: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="PATH-OR-URL",
            envvar="OCDB_DATABASE_URL",
            show_envvar=True,
            help="SQLite file or database URL.",
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001  its callback does the work
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    completion: Annotated[  # noqa: ARG001  its callback does the work
        Literal["bash", "zsh", "fish"] | None,
        typer.Option(
            "--completion",
            callback=show_script,
            is_eager=True,
            help="Print the script that completes names and values.",
        ),
    ] = None,
    lang: Annotated[  # noqa: ARG001  read before everything else, so that help and errors are in it too
        Literal["en", "fr"] | None,
        typer.Option("--lang", envvar="OCDB_LANG", show_envvar=True, help="Language; by default that of the system."),
    ] = None,
    no_pager: Annotated[  # noqa: ARG001  who prints looks for it
        bool, typer.Option("--no-pager", help="Print long tables without a pager.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    """Ask the open database of offshoring and call centres in Africa.

    Who promised how many jobs, where and by when; who opened, moved or closed what; who said so, in which article.

    \b
    Examples:
      ocdb list sites --country TG
      ocdb jobs --operator Webhelp
      ocdb show Intelcia
      ocdb sql "SELECT * FROM v_pledges WHERE country = 'MA'"
    """
    from ocdb.opening.session import opened

    ctx.obj = opened(db, debug=debug)


@cache
def program(language: str = "en") -> Any:
    """Return ocdb, its help in a language; its commands are made when they are asked for."""
    made = typer.main.get_command(app)
    # Their scripts offer local files for every value: --completion has ours.
    made.params = [one for one in made.params if one.name not in ("install_completion", "show_completion")]
    if language != "en":
        translate(made)
    return made


def main() -> None:
    """Run the command line; an error is one line with its next step, and a traceback only with --debug."""
    from ocdb.store.passwords import discreet_errors

    _fill_in_streams()
    _write_plain_letters()
    # Completion has the command line that is being typed in a variable.
    speak(preferred(_asked_language(sys.argv[1:] or os.environ.get("_TYPER_COMPLETE_ARGS", "").split())))
    if "_OCDB_COMPLETE" in os.environ:
        without_markup()
    with discreet_errors(sys.argv, os.environ):
        _run()


def _general_first(arguments: list[str]) -> list[str]:
    """Return the arguments with the options of ocdb itself in front, so that they may follow the command as well."""
    general: list[str] = []
    others: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            others += [argument, *rest]
        elif argument in ("--lang", "--db"):
            general += [argument, *islice(rest, 1)]
        elif argument in ("--no-pager", "--debug") or argument.startswith(("--lang=", "--db=")):
            general.append(argument)
        else:
            others.append(argument)
    return [*general, *others]


def _asked_language(arguments: list[str]) -> str | None:
    """Return the value of --lang, which counts for help and errors too, before Typer reads the options."""
    for argument, value in pairwise([*arguments, ""]):
        if argument == "--lang":
            return value
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return None


class _Closed(io.TextIOBase):
    """A stream that nothing can be written to."""

    def write(self, _text: str) -> int:
        """Refuse a text."""
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _fill_in_streams() -> None:
    """Put a stream where one was closed, as `>&-` does: there is nothing to read, and what is written is refused."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115  for as long as the process lives
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:
        sys.stdout = cast("TextIO", _Closed())


def _write_plain_letters() -> None:
    """Let streams that lack a letter have the nearest one: people, not programs, read help, errors and hints."""
    codecs.register_error(PLAIN_LETTERS, _plain_letters)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=PLAIN_LETTERS)


def _plain_letters(error: UnicodeError) -> tuple[str, int]:
    from ocdb.text import plain_letters

    return plain_letters(error)


def _run() -> None:
    try:
        # Whatever the file is called that runs it; and errors are ours to show.
        arguments = _general_first(sys.argv[1:])
        code = program(language())(arguments, prog_name="ocdb", standalone_mode=False)
        sys.stdout.flush()  # what a full disk refuses is told here
        sys.exit(code if isinstance(code, int) else 0)
    except typer.TyperException as error:
        from ocdb.cli.mistakes import understood

        _stop(understood(error))
    except BrokenPipeError:  # the reader of our pipe went away, as head does
        _drop_output()
        sys.exit(1)
    except Exception as error:  # noqa: BLE001  each is shown, in a line or, with --debug, as it is
        if "--debug" in sys.argv:
            from traceback import format_exception

            print("".join(format_exception(error)), end="", file=sys.stderr)
            sys.exit(1)
        if isinstance(error, OSError) and error.filename is None:
            _drop_output()
        _stop(_understood(error))


def _drop_output() -> None:
    """Let what is still to be written go nowhere: it would be another error at the very end."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _stop(error: "OcdbError") -> NoReturn:
    """Show an error and end."""
    _show(error)
    sys.exit(error.exit_code)


def _understood(error: Exception) -> "OcdbError":
    """Return what an error means for the user; one that nothing foresaw is a fault of ocdb."""
    from ocdb.errors import OcdbError, UsageError
    from ocdb.words.system import because

    if isinstance(error, OcdbError):
        return error
    if isinstance(error, OSError) and error.filename is not None:
        message = _("{file}: {reason}").format(file=error.filename, reason=because(error))
        return UsageError(message, _("Name a file or directory that exists and that you may use."))
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EBADF):
        full = error.errno == errno.ENOSPC
        hint = _("Make room, or write it elsewhere.") if full else _("Standard output is closed.")
        return OcdbError(_("the answer can't be written: {reason}").format(reason=because(error)), hint)
    # So says Python of a name that no file can have: other text that can't be encoded is a fault of ours.
    if getattr(error, "reason", "") == "surrogates not allowed" or str(error) == "embedded null byte":
        return UsageError(_("the name of a file contains an invalid character"), _("Name another file."))
    message = _("unexpected {error}: {reason}").format(error=type(error).__name__, reason=error)
    return OcdbError(message, _(REPORT))


def _show(error: "OcdbError") -> None:
    from ocdb.text import shortened, visible

    given = [*str(error).splitlines(), *([error.hint] if error.hint else [])]
    first, *more = (visible(shortened(line, LONGEST_LINE)) for line in given)
    print(f"ocdb: {first}", *(f"  {line}" for line in more), sep="\n", file=sys.stderr)
