"""The five articles as a table of question and answer: five_articles.txt, asked of the command line."""

import shlex
from pathlib import Path

from tests.cases import each
from tests.commands import SAID_BY_FIVE, ocdb

BLOCKS = [
    block.splitlines()
    for block in (Path(__file__).parent / "five_articles.txt").read_text("utf-8").split("\n\n")
    if not block.startswith("#")
]


@each("block", BLOCKS)
def test_the_five_articles_answer(block: list[str]) -> None:
    _question, command, *expected = block
    program, *arguments = shlex.split(command.removeprefix("$ ").replace("$FIVE", " ".join(SAID_BY_FIVE)))
    assert program == "ocdb"
    assert _asked(*arguments) == expected


def _asked(command: str, *arguments: str) -> list[str]:
    """Return the first line of `jobs`, and the rows of every other command."""
    if command == "jobs":
        return ocdb(command, *arguments, "-f", "table").lines[:1]
    return [" | ".join(row).rstrip() for row in ocdb(command, *arguments).rows]


def test_each_question_is_asked_once() -> None:
    assert len(BLOCKS) > 60
    assert len({question for question, *_ in BLOCKS}) == len(BLOCKS)
    assert len({command for _, command, *_ in BLOCKS}) == len(BLOCKS)
