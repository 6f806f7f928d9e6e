"""Help in the reader's language, with the commands in groups and no line cut."""

import inspect
import re
from collections.abc import Iterator
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from ocdb.words.language import N_, _

# What Typer calls the option --help, and what it writes after the help of others, in brackets.
HELP = N_("Show this message and exit.")
NOTES = (
    (r"env var: (.*)", N_("env var: {value}")),
    (r"default: (.*)", N_("default: {value}")),
    (r"(required)", N_("required")),
)
_NOTES = r"(.*?)(?:  )?\[([^]]*)\]"


# How Typer is to behave, for the program and for what is below it.
SETTINGS: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "suggest_commands": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}


class _Spoken:
    """What Typer writes around the help texts, in the language that is spoken."""

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        """Write how a command is called."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=_("Usage: "))

    def write_options(self: Any, ctx: Any, formatter: Any) -> None:
        """Write the arguments and the options."""
        for title, kind in ((_("Arguments"), "argument"), (_("Options"), "option")):
            given = [param.get_help_record(ctx) for param in self.get_params(ctx) if param.param_type_name == kind]
            if records := [(name, _with_notes(text)) for name, text in filter(None, given)]:
                with formatter.section(headed(title)):
                    formatter.write_dl(records)


class Command(_Spoken, TyperCommand):
    """A command whose help is in the language that is spoken."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line; a mistake knows its command, and nothing is asked for by an empty text.

        Raises:
            UsageError: a value is empty, as that of a shell variable that isn't set.
        """
        try:
            rest = super().parse_args(ctx, args)
        except typer.TyperException as error:
            error.ctx = getattr(error, "ctx", None) or ctx  # type: ignore[attr-defined]
            raise
        if not ctx.resilient_parsing:
            refuse_empty(self, ctx)
        return rest

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and the options."""
        self.write_options(ctx, formatter)


def refuse_empty(command: Any, ctx: Any) -> None:
    """Refuse values on the command line that are empty."""
    for param in command.params:
        given = ctx.params.get(param.name)
        values = given if isinstance(given, list | tuple) else [given]
        empty = any(isinstance(value, str) and not value.strip(" ,") for value in values)
        source = ctx.get_parameter_source(param.name)
        if empty and source and source.name == "COMMANDLINE":
            from ocdb.errors import UsageError

            argument = param.param_type_name == "argument"
            name = param.human_readable_name.strip("[].") if argument else max(param.opts, key=len)
            hint = _("Give it a value or leave it out; a shell variable that isn't set gives none.")
            raise UsageError(_("{option} is empty").format(option=name), hint)


class Group(_Spoken, TyperGroup):
    """A command with commands of its own, whose help is in the language that is spoken."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line; where there is nothing on it, show the help."""
        if not args and not ctx.resilient_parsing:
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(2)
        rest = super().parse_args(ctx, args)
        if not ctx.resilient_parsing:
            refuse_empty(self, ctx)
        return rest

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options and the commands."""
        self.write_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  as Typer calls it
        """Write the commands, each with the whole first sentence of its help."""
        with formatter.section(headed(_("Commands"))):
            formatter.write_dl([(name, summary(command.callback.__doc__)) for name, command in self.commands.items()])


def _with_notes(text: str) -> str:
    """Return the help of an option with the notes that Typer adds to it, and the help of --help, as they are spoken."""
    if text == HELP:
        return _(HELP)
    match = re.fullmatch(_NOTES, text, re.DOTALL)
    if not match:
        return text
    notes = "; ".join(_note(note) for note in match[2].split("; "))
    return f"{match[1]}  [{notes}]" if match[1] else f"[{notes}]"


def _note(note: str) -> str:
    for pattern, text in NOTES:
        if match := re.fullmatch(pattern, note):
            return _(text).format(value=_choice(match[1]))
    return note


def _choice(value: str) -> str:
    """Return the value of a choice as it is offered."""
    from ocdb.words.choices import BASES, GROUPS, LINES, shown

    texts = (GROUPS | LINES | BASES).get(value)
    return shown((value, *texts)) if texts else value


def headed(title: str) -> str:
    """Return a title as it stands before the colon that Typer adds: French has a space there."""
    return _("{title}:").format(title=title).removesuffix(":")


def summary(text: str | None) -> str:
    """Return the first paragraph of a help text in a line, in the language that is spoken."""
    return _line(_paragraphs(text)[0])


def texts(command: Any) -> Iterator[str]:
    """Yield what there is to translate in the help of a command and of those below it: paragraphs and placeholders."""
    for text in (command.help, *(getattr(param, "help", None) for param in command.params)):
        yield from (paragraph for paragraph in _paragraphs(text) if _is_prose(paragraph))
    yield from (param.metavar for param in command.params if param.metavar)
    if hasattr(command, "subcommand_metavar"):
        yield command.subcommand_metavar
    for below in getattr(command, "commands", {}).values():
        yield from texts(below)


def translate(command: Any) -> None:
    """Put the help texts of a command, and of those below it, into the language that is spoken."""
    command.help = _translated(command.help)
    command.short_help = None
    for param in command.params:
        if getattr(param, "help", None):
            param.help = _translated(param.help)
        if param.metavar:
            param.metavar = _(param.metavar)
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = _(command.subcommand_metavar)
    for below in getattr(command, "commands", {}).values():
        translate(below)


def _translated(text: str | None) -> str | None:
    if not text:
        return text
    parts = [_line(part) if _is_prose(part) else _example(part) for part in _paragraphs(text)]
    return "\n\n".join(parts)


def _line(paragraph: str) -> str:
    text = " ".join(paragraph.split())
    return _(text)


def _paragraphs(text: str | None) -> list[str]:
    return inspect.cleandoc(text or "").split("\n\n") if text else []


def _is_prose(paragraph: str) -> bool:
    """Return whether a paragraph is to be translated: examples are commands."""
    return not paragraph.startswith("\b")


def _example(paragraph: str) -> str:
    return paragraph.replace("Examples:", _("Examples:"), 1)
