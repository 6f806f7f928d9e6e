"""Readers beside writers: eight processes ask without a pause while loads run; two loads at once."""

import io
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from ocdb.cli.main import main
from ocdb.load.run import load
from ocdb.store import replacing
from scripts.reliability.kills import warm
from scripts.reliability.results import Broken, Result
from scripts.reliability.state import digest
from scripts.reliability.trouble import Trying, World, general, told, world
from scripts.reliability.trouble import ocdb as real
from scripts.reliability.world import JOBS, SITES, Place

if TYPE_CHECKING:
    from multiprocessing.queues import Queue

READERS = 8
Change = Callable[[str, Callable[[Any], Any]], Any]


def asked(*arguments: str) -> tuple[int, str, str]:
    """Run a command in this process; return its exit code, standard output and standard error."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    sys.argv = ["ocdb", *arguments]
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return code, out.getvalue(), err.getvalue()


def _shown(found: Any) -> tuple[int, int]:
    return len(found["sites"]), sum(pledge["low"] for pledge in found["pledges"])


def _promised(found: Any) -> tuple[int, int]:
    jobs = next(total["low"] for total in found["totals"] if total["line"] == "new_jobs")
    return len(found["counted"]), jobs


# What is asked, and the numbers of the answer: of sites, and of jobs for each ten of which there must be one.
NUMBERS = "SELECT (SELECT count(*) FROM v_sites) AS sites, (SELECT sum(low) FROM v_pledges) AS jobs"
QUESTIONS: Sequence[tuple[Sequence[str], Callable[[Any], tuple[int, int]]]] = (
    (["sql", NUMBERS], lambda found: (found[0]["sites"], found[0]["jobs"])),
    (["show", "World Operator"], _shown),
    (["list", "sites"], lambda found: (len(found), len(found) * JOBS)),
    (["jobs", "--operator", "World Operator"], _promised),
)


def _consistent(arguments: Sequence[str], numbers: Callable[[Any], tuple[int, int]], url: str) -> None:
    code, out, err = asked("--db", url, *arguments, "-f", "json")
    if code:
        raise Broken(f"code {code}: {err.strip()}")
    sites, jobs = numbers(json.loads(out))
    if sites not in SITES or jobs != sites * JOBS:
        raise Broken(f"{sites} sites and {jobs} jobs fit no state")


def _read(url: str, until: float, found: "Queue[Any]") -> None:
    answers: Counter[str] = Counter()
    faults, slowest = [], 0.0
    while not answers or time.monotonic() < until:  # on a busy machine it may begin late
        arguments, numbers = QUESTIONS[sum(answers.values()) % len(QUESTIONS)]
        begin = time.monotonic()
        try:
            _consistent(arguments, numbers, url)
            answers["answers, each of one state"] += 1
        except Exception as error:  # noqa: BLE001  each is a fault
            answers["FAULT"] += 1
            faults.append(f"{arguments[0]}: {type(error).__name__}: {error}"[:500])
        slowest = max(slowest, time.monotonic() - begin)
    found.put((answers, faults, slowest))


def beside_loads(place: Place, seconds: float, change: Change = replacing.change) -> Result:
    """Ask in eight processes while one loads the two states in turn."""
    result = Result("8 processes ask while loads run", place.engine, f"--only readers --seconds {seconds:g}")
    warm()
    there = world(place)
    context, until = get_context("fork"), time.monotonic() + seconds
    found: Queue[Any] = context.Queue()
    readers = [context.Process(target=_read, args=(there.url, until, found)) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    loads = 0
    try:
        while time.monotonic() < until:
            directory = there.directories[(loads + 1) % 2]
            change(there.url, lambda one, directory=directory: load(one, [directory], prune=True))  # type: ignore[misc]
            loads += 1
    except Exception as error:  # noqa: BLE001  a load that fails is a fault too
        result.fault(f"load {loads + 1}", error)
    slowest = 0.0
    for _ in readers:
        answers, faults, slow = found.get()
        result.outcomes += answers
        result.faults += faults
        slowest = max(slowest, slow)
    for reader in readers:
        reader.join()
    result.notes.append(f"beside {loads} loads in {seconds:g} s; the slowest answer took {slowest:.2f} s")
    return result


# --- two loads at once ----------------------------------------------------------------------------------------------


def two_loads(place: Place, count: int) -> Result:
    """Start two loads of different states at the same time, into a database that is there, and into a new one."""
    result = Result("two loads at once", place.engine, f"--only two-loads --count {count}")
    trying, there = Trying(result), world(place)
    states = list(_states(there))
    for number in range(count):
        new = number % 2 == 1
        here = World(place.new(), there.directories, "") if new else there
        with trying.attempt("two at once"):
            with ThreadPoolExecutor(2) as pool:
                answers = list(pool.map(lambda state: real(*here.load(state)), (0, 1)))  # noqa: B023  awaited here
            for answer in answers:
                if answer.code:
                    trying.came(f"one said so: {general(told(answer, 3))}")
            if digest(here.url) not in states:
                raise Broken("the result is that of neither order")
            if not any(answer.code for answer in answers):
                trying.came(f"into {'a new one' if new else 'one that is there'}: one waited; as one after the other")
    return result


def _states(there: World) -> Iterator[str]:
    for directory in reversed(there.directories):
        replacing.change(there.url, lambda one, directory=directory: load(one, [directory], prune=True))  # type: ignore[misc]
        yield digest(there.url)
