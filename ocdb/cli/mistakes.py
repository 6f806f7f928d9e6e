"""What Typer refuses on the command line, in the words and the language of ocdb.

Typer writes English, and its kinds of error are no public names: what went wrong is seen by what an error carries, and
by its text.
"""

import os
import re
from typing import TYPE_CHECKING, Any

from ocdb.words.language import _

if TYPE_CHECKING:
    import typer

    from ocdb.errors import UsageError

_NO_COMMAND = re.compile(r"No such command ['\"](.*)['\"]\.")
# Commands that there were, and what answers their question now.
_MOVED = {"who": "ocdb show NAME"}
_TOO_MANY = re.compile(r"Got unexpected extra argument\(s\) \((.*)\)", re.DOTALL)
_NO_NUMBER = re.compile(r"(['\"])(.*)\1 is not a valid (int|float)( range)?\.", re.DOTALL)
_OUT_OF_RANGE = re.compile(r"(\S+) is not in the range ")
_NO_CHOICE = re.compile(r"(['\"])(.*)\1 is not one of ", re.DOTALL)


def understood(error: "typer.TyperException") -> "UsageError":
    """Return what is wrong with the command line, and what to do."""
    from ocdb.errors import UsageError

    message, hint = _told(error)
    return UsageError(message, hint or _help(error))


def _told(error: Any) -> tuple[str, str]:
    """Return the message, and a hint where there is a better one than to read the help."""
    if hasattr(error, "possibilities"):
        return _("there is no option {option}").format(option=error.option_name), _perhaps(
            error.option_name, error.possibilities
        )
    if hasattr(error, "option_name"):
        text = _("the option {option} takes no value")
        if "requires" in error.message:
            text = _("the option {option} needs a value")
        return text.format(option=error.option_name), ""
    if hasattr(error, "param_type"):
        return _missing(error)
    if hasattr(error, "param_hint"):
        return _unfit(error)
    return _on_the_whole(error)


def _missing(error: Any) -> tuple[str, str]:
    text = _("the option {option} is missing")
    if error.param.param_type_name == "argument":
        text = _("the argument {option} is missing")
    return text.format(option=_name(error.param)), _all(getattr(error.param.type, "choices", ()))


def _unfit(error: Any) -> tuple[str, str]:
    """Return what is wrong with the value of an option or argument."""
    name, kind = _name(error.param), error.param.type
    if match := _NO_CHOICE.match(error.message):
        from ocdb.text import fold
        from ocdb.words.suggestions import suggest

        hint = suggest(match[2], {fold(choice): choice for choice in kind.choices}) or _all(kind.choices)
        return _("{option} has no value {value}").format(option=name, value=match[2]), hint
    if match := _NO_NUMBER.match(error.message):
        text = (
            _("{option}: {value} isn't a number")
            if match[3] == "float"
            else _("{option}: {value} isn't a whole number")
        )
        return text.format(option=name, value=match[2]), ""
    if match := _OUT_OF_RANGE.match(error.message):
        text = _("{option}: {value} isn't between {low} and {high}")
        if kind.max is None:
            text = _("{option}: {value} is less than {low}")
        return text.format(option=name, value=match[1], low=kind.min, high=kind.max), ""
    return _("{option}: {message}").format(option=name, message=error.message), ""


def _on_the_whole(error: Any) -> tuple[str, str]:
    """Return what is wrong with the line as a whole."""
    if match := _NO_COMMAND.match(error.message):
        from ocdb.text import fold
        from ocdb.words.suggestions import suggest

        hint = suggest(match[1], {fold(name): name for name in error.ctx.command.list_commands(error.ctx)})
        if match[1] in _MOVED:
            hint = _("Its question is answered by: {command}").format(command=_MOVED[match[1]])
        return _("there is no command {name}").format(name=match[1]), hint
    if match := _TOO_MANY.match(error.message):
        return _("this is one argument too many: {arguments}").format(arguments=match[1]), ""
    if error.message.startswith("Missing command"):
        return _("the command is missing"), ""
    return error.format_message(), ""


def _name(param: Any) -> str:
    """Return what an option or argument is called, with the variable that its value came from."""
    if param.param_type_name == "argument":
        return str(param.human_readable_name)
    name = max(param.opts, key=len)
    return f"{name} ({param.envvar})" if param.envvar and os.environ.get(param.envvar) else str(name)


def _all(choices: Any) -> str:
    return _("The values are {values}.").format(values=", ".join(map(str, choices))) if choices else ""


def _perhaps(option: str, known: Any) -> str:
    """Return which of the options that Typer takes for similar was meant: some are short, and similar to many."""
    from ocdb.words.suggestions import suggest_names

    return suggest_names(option.lstrip("-"), [(one, one, one.lstrip("-")) for one in known or ()])


def _help(error: Any) -> str:
    command = f"{error.ctx.command_path} -h" if getattr(error, "ctx", None) else "ocdb -h"
    return _("For help: {command}").format(command=command)
