"""The commands, by what they are for; each is imported when it is called, as all of them cost more than a question."""

from importlib import import_module
from typing import Any

import typer

from ocdb.cli.help import SETTINGS, Command, Group, headed, summary, translate
from ocdb.words.language import N_, _, language

# What help shows, in this order: what a reader asks, follows up and takes away, then what a curator needs. Each command
# with its module in this room, and its name there.
PANELS = {
    N_("Ask"): {
        "show": "show:show", "search": "show:search", "list": "lists:list_", "jobs": "jobs:jobs",
        "losses": "losses:losses", "timeline": "lists:timeline", "compare": "compare:compare", "sql": "sql:sql",
        "shell": "sql:shell", "mcp": "mcp:mcp",
    },
    N_("Follow up"): {
        "pledges": "pledges:pledges", "delivery": "pledges:delivery", "conflicts": "conflicts:conflicts",
        "coverage": "curation:coverage", "evidence": "curation:evidence",
    },
    N_("Take away"): {
        "export": "export:export", "cite": "cite:cite", "chart": "chart:chart", "map": "map:map_",
        "diff": "diff:diff",
    },
    N_("Publish"): {"site": "site:site", "serve": "serve:serve"},
    N_("Curate"): {
        "check": "check:check", "tidy": "tidy:tidy", "review": "review:review", "verify": "verify:verify",
        "draft": "draft:draft", "import": "importing:import_", "schema": "curation:schema", "new": "curation:new",
    },
    N_("Database"): {"load": "load:load", "db": "load:db"},
}  # fmt: skip
PLACES = {name: place for commands in PANELS.values() for name, place in commands.items()}


class Program(Group):
    """The program: its commands are made when they are asked for, and shown by what they are for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  as Typer calls it
        """Return the names of the commands."""
        return list(PLACES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command; None where there is none of that name."""
        if cmd_name in PLACES and cmd_name not in self.commands:
            self.commands[cmd_name] = _made(cmd_name)
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  as Typer calls it
        """Write the commands group by group, each with the whole first sentence of its help."""
        for title, commands in PANELS.items():
            with formatter.section(headed(_(title))):
                formatter.write_dl([(name, _summary(name)) for name in commands])

    def whole(self) -> "Program":
        """Return the program with all its commands made."""
        for name in PLACES:
            self.get_command(None, name)
        return self


def _function(name: str) -> Any:
    """Return what a command is made of: a function, or Typer's plan of a group."""
    module, _colon, attribute = PLACES[name].partition(":")
    return getattr(import_module(f"ocdb.cli.{module}"), attribute)


def _summary(name: str) -> str:
    """Return what a command does, in a line; without making it, which takes four times as long."""
    function = _function(name)
    return summary(function.info.help if isinstance(function, typer.Typer) else function.__doc__)


def _made(name: str) -> Any:
    """Return a command, or a group of them, in the language that is spoken."""
    function = _function(name)
    made: Any
    if isinstance(function, typer.Typer):
        made = typer.main.get_group(function)
    else:
        alone = typer.Typer(**SETTINGS)
        alone.command(name, cls=Command)(function)
        made = typer.main.get_command(alone)
    made.name = name
    if language() != "en":
        translate(made)
    return made
