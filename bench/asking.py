"""What questions cost at each size of the world: ocdb, and the other programs on the same file."""

import csv
import io
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.databases import database
from bench.measure import Command, Cost, FailedError, interleaved, run
from bench.programs import OURS, SHELL, Question, on_file, on_server, ours, questions

Costs = dict[str, Any]  # by program: processor, elapsed and memory, or what went wrong


def told(costs: dict[str, Cost | str]) -> Costs:
    """Return costs as JSON holds them."""
    return {program: asdict(cost) if isinstance(cost, Cost) else cost for program, cost in costs.items()}


def startup(work: Path, form: str, runs: int, seconds: float) -> Cost | str:
    """Return what a question costs where there is next to nothing to read: the start of ocdb."""
    command = ours(questions()[0], str(database(work, 0, form)))
    return interleaved([command], runs, seconds)[OURS]


def ask(work: Path, size: int, form: str, runs: int, seconds: float) -> Iterator[tuple[str, Costs]]:
    """Yield each question with what it costs each program on a world of some size."""
    path = database(work, size, form)
    for question in questions():
        commands = [ours(question, str(path)), *on_file(question.sql, path)]
        if question.streamed:
            commands = [_csv(commands[0]), *commands[1:]]
        costs = told(interleaved(commands, runs, seconds))
        yield question.name, costs | _counted(question, commands, seconds)


def ask_server(url: str, psql: str, runs: int, seconds: float) -> Iterator[tuple[str, Costs]]:
    """Yield each question with what it costs ocdb and psql on a server."""
    for question in questions():
        commands = [ours(question, url), on_server(question.sql, psql, url)]
        yield question.name, told(interleaved(commands, runs, seconds))


def _csv(command: Command) -> Command:
    return Command(command.program, [*command.arguments, "-f", "csv"], command.variables)


def _counted(question: Question, commands: list[Command], seconds: float) -> Costs:
    """Return how many rows ocdb and the SQL have, where these are the same rows."""
    if not question.same_rows or question.streamed:
        return {}
    try:
        mine = run(Command(OURS, [*commands[0].arguments, "-f", "csv"], {}), seconds)[1]
        theirs = run(next(command for command in commands if command.program == SHELL), seconds)[1]
    except FailedError:
        return {}
    if not (mine and theirs):  # more than is kept
        return {}
    return {"rows": [len(list(csv.reader(io.StringIO(text.decode())))) - 1 for text in (mine, theirs)]}
