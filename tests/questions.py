"""All questions of the command line, as command lines: each command, and each value of each of its options."""

from collections.abc import Iterator
from typing import Any

from ocdb.cli.main import program

# They write, read files, start a program or tell of the installation.
NO_QUESTIONS = {
    "load",
    "import",
    "export",
    "mcp",
    "site",
    "serve",
    "check",
    "tidy",
    "verify",
    "draft",
    "diff",
    "shell",
    "schema",
    "new source",
} | {f"db {name}" for name in ("upgrade", "rebuild", "path")}


def questions() -> Iterator[tuple[str, Any]]:
    """Yield the names and the commands that answer from a database."""
    yield from ((name, one) for name, one in _commands(program().whole()) if name not in NO_QUESTIONS)


def _commands(command: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    if not hasattr(command, "commands"):
        yield name, command
        return
    for part, one in command.commands.items():
        yield from _commands(one, f"{name} {part}".strip())


def is_argument(parameter: Any) -> bool:
    """Return whether a parameter of a command is an argument, not an option."""
    return not parameter.opts[0].startswith("-")
