"""Whole processes, measured as a user meets them: processor time, time that passed, and the most memory."""

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Timer


@dataclass(frozen=True)
class Cost:
    """What a run cost, or the medians of several.

    Attributes:
        processor: seconds of processor time, of the system too, with those of child processes.
        elapsed: seconds that passed.
        memory: the most megabytes that the process, or one of its children, held at once.
    """

    processor: float
    elapsed: float
    memory: float


@dataclass(frozen=True)
class Command:
    """A program with its arguments, and variables beside those of the environment."""

    program: str
    arguments: Sequence[str]
    variables: Mapping[str, str]
    given: str = ""


class FailedError(Exception):
    """A program failed, or took longer than it may."""


def run(command: Command, seconds: float) -> tuple[Cost, bytes]:
    """Run a command to its end, and return what it cost and what it printed.

    Raises:
        FailedError: it failed, or took more than so many seconds.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as given:
        given.write(command.given.encode())
        given.seek(0)
        start = time.perf_counter()
        process = subprocess.Popen(
            command.arguments, env=os.environ | command.variables, stdin=given, stdout=out, stderr=errors
        )
        timer = Timer(seconds, process.kill)
        timer.start()
        _pid, status, used = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - start
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            why = errors.read()[-300:].decode(errors="replace") if elapsed < seconds else f"over {seconds:.0f} s"
            raise FailedError(f"{command.program}: {why}")
        out.seek(0)
        printed = out.read() if os.fstat(out.fileno()).st_size < 1 << 24 else b""  # millions of rows nobody compares
    return Cost(used.ru_utime + used.ru_stime, elapsed, used.ru_maxrss / 1024), printed


def interleaved(commands: Sequence[Command], runs: int, seconds: float) -> dict[str, Cost | str]:
    """Return the medians of each program, run in turn; what went wrong, where one failed.

    A first run of each warms the caches of the disk, and isn't counted where more follow.
    """
    found: dict[str, list[Cost]] = {command.program: [] for command in commands}
    failed: dict[str, str] = {}
    for turn in range(-1, runs):
        for command in commands:
            costs = found[command.program]
            # What takes long is run once: caches matter little to it.
            if command.program in failed or (costs and costs[0].elapsed > seconds / 10):
                continue
            try:
                cost, _printed = run(command, seconds)
            except FailedError as error:
                failed[command.program] = str(error)
                continue
            if turn >= 0 or cost.elapsed > seconds / 10:
                costs.append(cost)
    return {program: failed.get(program) or median(costs) for program, costs in found.items()}


def median(costs: Sequence[Cost]) -> Cost:
    """Return the median of each part of some costs."""
    parts = ([getattr(cost, name) for cost in costs] for name in ("processor", "elapsed", "memory"))
    return Cost(*map(statistics.median, parts))
