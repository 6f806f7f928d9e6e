"""Help in the reader's language, with the commands in groups and no line cut."""

import inspect
from collections.abc import Iterator, Mapping
from typing import Any

from typer.core import TyperGroup

# The names of the groups, in the order in which help shows them.
GROUPS: dict[str, list[str]] = {}


class Grouped(TyperGroup):
    """The program, whose help shows its commands by what they are for."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  as Typer calls it
        """Write the commands group by group, each with the whole first sentence of its help."""
        from ocdb.words.language import _

        for title, names in GROUPS.items():
            with formatter.section(_(title)):
                formatter.write_dl([(name, summary(self.commands[name].help)) for name in names])


def summary(text: str | None) -> str:
    """Return the first paragraph of a help text in a line."""
    return " ".join((text or "").split("\n\n")[0].split())


def texts(command: Any) -> Iterator[str]:
    """Yield the paragraphs of all help texts of a command and of those below it: what there is to translate."""
    for text in (command.help, *(getattr(one, "help", None) for one in command.params)):
        yield from (paragraph for paragraph in _paragraphs(text) if _is_prose(paragraph))
    for one in getattr(command, "commands", {}).values():
        yield from texts(one)


def translate(command: Any) -> None:
    """Put the help texts of a command, and of those below it, into the language that is spoken."""
    command.help = _translated(command.help)
    command.short_help = None
    for one in command.params:
        if getattr(one, "help", None):
            one.help = _translated(one.help)
    for one in getattr(command, "commands", {}).values():
        translate(one)


def _translated(text: str | None) -> str | None:

    if not text:
        return text
    parts = [_translated_line(part) if _is_prose(part) else _example(part) for part in _paragraphs(text)]
    return "\n\n".join(parts)


def _translated_line(paragraph: str) -> str:
    from ocdb.words.language import _

    line = " ".join(paragraph.split())
    return _(line)


def _paragraphs(text: str | None) -> list[str]:
    return inspect.cleandoc(text or "").split("\n\n") if text else []


def _is_prose(paragraph: str) -> bool:
    """Return whether a paragraph is to be translated: examples are commands."""
    return not paragraph.startswith("\b")


def _example(paragraph: str) -> str:
    from ocdb.words.language import _

    return paragraph.replace("Examples:", _("Examples:"), 1)


def grouped(panels: Mapping[str, Mapping[str, Any]]) -> None:
    """Say which commands stand in which group of the help."""
    GROUPS.clear()
    GROUPS.update({title: list(commands) for title, commands in panels.items()})
