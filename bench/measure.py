"""Whole processes, measured as a user meets them: processor time, time that passed, and the most memory."""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO

LAUNCHER = (sys.executable, "-I", "-S", str(Path(__file__).with_name("launcher.py")))
READ = 1 << 24  # bytes; millions of rows nobody compares


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


class FailedError(Exception):
    """A program failed, or took longer than it may."""


def run(command: Command, seconds: float) -> tuple[Cost, bytes]:
    """Run a command to its end, and return what it cost and what it printed.

    Raises:
        FailedError: it failed, or took more than so many seconds.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as used:
        start = time.perf_counter()
        process = subprocess.Popen(
            ["/bin/sh", "-c", f'exec "$@" 3>&{used.fileno()}', "sh", *LAUNCHER, *command.arguments],
            env={**clean(), **command.variables},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=errors,
            pass_fds=[used.fileno()],
            start_new_session=True,
        )
        timer = Timer(seconds, os.killpg, (process.pid, signal.SIGKILL))
        timer.start()
        process.wait()
        elapsed = time.perf_counter() - start
        timer.cancel()
        if process.returncode:
            why = _read(errors)[-300:].decode(errors="replace") if elapsed < seconds else f"over {seconds:.0f} s"
            raise FailedError(why)
        processor, memory = _read(used).split()
        printed = _read(out) if os.fstat(out.fileno()).st_size < READ else b""
    return Cost(float(processor), elapsed, float(memory) / 1024), printed


def clean() -> dict[str, str]:
    """Return the environment without what would have ocdb answer otherwise, or slower.

    That is the user's database, language and day, and that Python should compile all code at each start.
    """
    unwanted = ("OCDB_", "PYTHONDONTWRITEBYTECODE")
    return {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}


def _read(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


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
