"""Kills a load, an upgrade, a downgrade and a first-use build by SIGKILL at random moments of their run.

Each runs in a child that is forked when everything is imported, so that the moments fall into the work. A few of each
are the real command, imports and all. Afterwards the database is in the old or the new state to the row, a read-only
connection opens it, a question is answered, and the same work, begun again, succeeds.
"""

import gc
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from ocdb.load.run import load
from ocdb.load.upgrade import upgrade
from ocdb.opening import embedded
from ocdb.store import migrating, replacing
from scripts.reliability.results import Broken, Result
from scripts.reliability.state import NOTHING, answer_seconds, digest, settled
from scripts.reliability.world import Place, administer, checkout, fixtures, live_in, path_of

# A kill later than the longest of the measured runs would often come too late.
LATE = 1.05
MEASURED = 5


@dataclass
class Step:
    """A piece of work that is killed.

    Attributes:
        url: of the database.
        work: does it, in a child.
        command: the arguments and the environment of the real command that does the same, where there is one.
        prepare: is called before it.
        answers: whether the old state and the new one have views to be asked.
        old: the state before it.
        new: the state that it leads to.
    """

    url: str
    work: Callable[[], Any]
    command: tuple[Sequence[str], dict[str, str]] | None = None
    prepare: Callable[[], Any] = lambda: None
    answers: tuple[bool, bool] = (True, True)
    old: str = ""
    new: str = ""


@cache
def warm() -> None:
    """Do a load in this process, so that its children have all imports and caches, and their run is the work itself."""
    with tempfile.TemporaryDirectory() as work:
        url, directory = f"sqlite:///{work}/warm.sqlite", fixtures(Path(work) / "world", 0)
        replacing.change(url, lambda one: load(one, [directory]))
    gc.freeze()  # a child that collects its parent's rubbish would copy all of it


def child(work: Callable[[], Any]) -> int:
    """Begin some work in a child of this process; return its number."""
    number = os.fork()
    if number:
        return number
    code = 1
    try:
        os.setsid()
        work()
        code = 0
    except BaseException as error:  # noqa: BLE001  a child must not go on as its parent
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    os._exit(code)


def finish(work: Callable[[], Any]) -> float:
    """Do some work in a child to its end; return how long it took.

    Raises:
        Broken: it failed.
    """
    begin = time.monotonic()
    _, status = os.waitpid(child(work), 0)
    if status:
        raise Broken(f"the run that followed ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - begin


def killed(start: Callable[[], int], seconds: float) -> bool:
    """Start a process and kill it after some time; return whether it was still at work."""
    number = start()
    time.sleep(seconds)
    os.kill(number, signal.SIGKILL)
    _, status = os.waitpid(number, 0)
    return os.WIFSIGNALED(status)


def real(arguments: Sequence[str], environment: dict[str, str]) -> Callable[[], int]:
    """Return what starts the real command and returns its number."""
    program = [sys.executable, "-c", "from ocdb.cli.main import main; main()", *arguments]

    def start() -> int:
        process = subprocess.Popen(
            program, cwd="/", env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        process.returncode = 0  # it is waited for by its number
        return process.pid

    return start


class Killing:
    """Kills the steps of a scenario, which lead from one state to the next and round again."""

    def __init__(self, result: Result, steps: Sequence[Step], seed: int) -> None:
        self.result = result
        self.steps = steps
        self.random = Random(seed)  # noqa: S311  moments, not secrets
        self.slowest = 0.0

    def run(self, count: int, commands: int) -> Result:
        """Kill so often, and the real command so often beside; return what came out."""
        warm()
        length = sorted(self._measured(min(MEASURED, 1 + count // 10)))[-2:][0] * LATE
        self._kill(count, length, lambda step: lambda: child(step.work), "")
        if commands:
            step = next(step for step in self.steps if step.command)
            begin = time.monotonic()
            os.waitpid(real(*step.command)(), 0)  # type: ignore[misc]
            self._kill(commands, (time.monotonic() - begin) * LATE, _real, "the real command, ")
        self.result.notes.append(f"the slowest answer right after a kill took {self.slowest:.2f} s")
        return self.result

    def _measured(self, rounds: int) -> Iterator[float]:
        """Go round, so that each step's states are known; yield how long each took, but in the first round."""
        for number in range(rounds + 1):
            for step in self.steps:
                step.prepare()
                step.old = digest(step.url)
                seconds = finish(step.work)
                step.new = digest(step.url)
                if number:
                    yield seconds

    def _kill(self, count: int, length: float, start: Callable[[Step], Callable[[], int]], prefix: str) -> None:
        done = number = 0
        while done < count:
            step = self.steps[number % len(self.steps)]
            number += 1
            step.prepare()
            if prefix and not step.command:
                finish(step.work)
                continue
            moment = self.random.uniform(0, length)
            if not killed(start(step), moment):
                continue  # it had ended; what it left is looked at by the next
            done += 1
            try:
                outcome = prefix + self._judged(step)
            except Exception as error:  # noqa: BLE001  each is a fault, and the next moment is tried
                self.result.fault(f"{prefix}after {moment:.3f} s", error)
                outcome = f"{prefix}FAULT"
                finish(step.work)
            self.result.outcomes[outcome] += 1

    def _judged(self, step: Step) -> str:
        after = settled(step.url)
        if after not in {step.old, step.new}:
            raise Broken("neither the old state nor the new one")
        if step.answers[after == step.new] and after != NOTHING:
            self.slowest = max(self.slowest, answer_seconds(step.url))
        finish(step.work)
        if digest(step.url) != step.new:
            raise Broken("the next run didn't lead to the new state")
        if step.url.startswith("sqlite"):
            path = path_of(step.url)
            left = {file.name for file in path.parent.iterdir()} - {path.name, f".{path.name}.ocdb-lock"}
            if left:
                raise Broken(f"left behind after the next run: {sorted(left)}")
        return "old state" if after == step.old else "new state"


def _real(step: Step) -> Callable[[], int]:
    assert step.command  # noqa: S101  only those that have one are killed so
    return real(*step.command)


# --- the scenarios --------------------------------------------------------------------------------------------------


def load_killed(place: Place, count: int, seed: int, commands: int) -> Result:
    """Kill loads that bring a database from one state to the other and back."""
    url, directories = place.new(), [fixtures(place.work / f"kill-{place.engine}-{state}", state) for state in (0, 1)]

    def step(directory: Path) -> Step:
        arguments = ["--db", url, "load", str(directory), "--prune"]
        return Step(
            url,
            lambda: replacing.change(url, lambda one: load(one, [directory], prune=True)),
            command=(arguments, {}),
        )

    result = Result("a load, killed", place.engine, f"--only kill-load --count {count}")
    return Killing(result, [step(directory) for directory in directories], seed).run(count, commands)


def first_load_killed(place: Place, count: int, seed: int, commands: int) -> Result:
    """Kill loads into a database without tables: tables and rows come together, or neither."""
    url, directory = place.new(), fixtures(place.work / f"first-{place.engine}", 0)
    step = Step(
        url,
        lambda: replacing.change(url, lambda one: load(one, [directory])),
        command=(["--db", url, "load", str(directory)], {}),
        prepare=lambda: _emptied(url),
        answers=(False, True),
    )
    result = Result("the first load into an empty database, killed", place.engine, f"--only kill-first --count {count}")
    return Killing(result, [step], seed).run(count, commands)


def _emptied(url: str) -> None:
    if url.startswith("sqlite"):
        path_of(url).unlink(missing_ok=True)
    else:
        administer("DROP SCHEMA public CASCADE; CREATE SCHEMA public", url)


def migration_killed(place: Place, count: int, seed: int, commands: int) -> Result:
    """Kill upgrades of an empty database, and the way back, which takes all tables away."""
    url, directory = place.new(), fixtures(place.work / f"migrate-{place.engine}", 1)
    replacing.change(url, lambda one: load(one, [directory]))
    steps = [
        Step(url, lambda: replacing.change(url, lambda one: migrating.downgrade(one, "base")), answers=(True, False)),
        Step(
            url,
            lambda: replacing.change(url, upgrade),
            command=(["--db", url, "db", "upgrade"], {}),
            answers=(False, True),
        ),
    ]
    result = Result(
        "`db upgrade` of an empty database, and the way back, killed",
        place.engine,
        f"--only kill-migration --count {count}",
    )
    return Killing(result, steps, seed).run(count, commands)


def build_killed(place: Place, count: int, seed: int, commands: int) -> Result:
    """Kill the building of the embedded database: on first use, and when the data that travel with ocdb changed."""
    home = place.work / "embedded" / "ocdb"
    home.mkdir(parents=True)
    path = home / "ocdb.sqlite"
    url = f"sqlite:///{path}"
    checkouts = [checkout(place.work / f"checkout-{state}", state) for state in (0, 1)]

    def build(there: Path) -> Callable[[], None]:
        def work() -> None:
            live_in(there)
            embedded.ensure(path, lambda _: None)

        return work

    def question(there: Path) -> tuple[Sequence[str], dict[str, str]]:
        return ["list", "sites"], {"XDG_DATA_HOME": str(home.parent), "PYTHONPATH": str(there)}

    first, second = checkouts
    steps = [
        Step(url, build(first), question(first), prepare=lambda: path.unlink(missing_ok=True)),
        Step(url, build(second), question(second)),
    ]
    what = "the embedded database, built on first use and anew, killed"
    result = Result(what, place.engine, f"--only kill-build --count {count}")
    return Killing(result, steps, seed).run(count, commands)
