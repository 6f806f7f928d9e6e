"""Hands cases out to processes, watches them, and tells what came out."""

import json
import os
import select
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from scripts import postgresql
from scripts.fuzzing.places import BLOCK, ROOT, found_home

# Of the clock, for one file: a process that takes longer is killed.
SECONDS = 120.0
# Starting one, with the real files read.
START_SECONDS = 300.0
TOLD = 20
TOLD_SECONDS = 15.0


class Lost(Exception):  # noqa: N818  it names what happened
    """A process hung or died."""


class Process:
    """A worker that answers one case at a time."""

    def __init__(self, home: Path, seed: int, loads: int, server: str) -> None:
        found_home(home)
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "scripts" / "fuzzing" / "worker.py"), str(seed), str(loads), server],
            env=os.environ | {"PYTHONPATH": f"{home}{os.pathsep}{ROOT}", "OCDB_TODAY": "2026-11-22"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.seconds = START_SECONDS

    def ask(self, verb: str, word: object) -> dict[str, Any]:
        """Return the answer to a request.

        Raises:
            Lost: there was none in time.
        """
        assert self.process.stdin  # noqa: S101  for the type checker
        assert self.process.stdout  # noqa: S101
        try:
            self.process.stdin.write(f"{verb} {word}\n")
            self.process.stdin.flush()
        except BrokenPipeError as error:
            raise Lost("it died") from error
        if not select.select([self.process.stdout], [], [], self.seconds)[0]:
            raise Lost(f"it hung: no answer in {self.seconds:.0f} s")
        self.seconds = SECONDS
        line = self.process.stdout.readline()
        if not line:
            raise Lost(f"it died (exit code {self.process.wait()})")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def stop(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait()


class Fuzzing:
    """A run of cases."""

    def __init__(self, work: Path, seed: int, loads: int = 1, *, sqlite_only: bool) -> None:
        self.work, self.seed, self.loads = work, seed, loads
        self.own: Any = None
        self.server = "" if sqlite_only else postgresql.given() or self._started()
        self.outcomes: list[dict[str, Any]] = []
        self.broken_off = False
        self.homes = iter(range(10**9))
        self.waiting: SimpleQueue[list[int]] = SimpleQueue()

    def _started(self) -> str:
        """Return the URL of a PostgreSQL server of our own, or nothing where none is installed."""
        try:
            self.own = postgresql.own_server(self.work / "server")
        except ModuleNotFoundError:
            return ""
        return str(self.own.get_uri(driver="psycopg"))

    def stop(self) -> None:
        """Stop the server."""
        if self.own:
            self.own.stop()

    def run(self, numbers: list[int], jobs: int) -> int:
        """Try cases and print what came out; return 1 where there were faults."""
        begin = time.monotonic()
        for start in range(0, len(numbers), BLOCK):
            self.waiting.put(numbers[start : start + BLOCK])
        threads = [threading.Thread(target=self._work) for _ in range(jobs)]
        for thread in threads:
            thread.start()
        try:
            for thread in threads:
                while thread.is_alive():
                    thread.join(timeout=TOLD_SECONDS)
                    _tell(f"{len(self.outcomes)} of {len(numbers)} files, {len(self._faulty())} with faults")
        except KeyboardInterrupt:
            self.broken_off = True  # what was tried so far is told all the same
            for thread in threads:
                thread.join()
        return self._summary(len(numbers), time.monotonic() - begin)

    def _work(self) -> None:
        process = self._process()
        for number in self._numbers():
            try:
                outcome = process.ask("run", number)
            except Lost as lost:
                outcome = {"number": number, "engine": "", "faults": [str(lost)]}
                process.stop()
                process = self._process()
                with suppress(Lost):
                    process.ask("lost", number)
            self.outcomes.append(outcome)
        process.stop()

    def _numbers(self) -> Iterator[int]:
        """Yield numbers as long as others leave some: a block at a time, because its files share a tree."""
        with suppress(Empty):
            while True:
                for number in self.waiting.get_nowait():
                    if self.broken_off:
                        return
                    yield number

    def _process(self) -> Process:
        return Process(self.work / f"home-{next(self.homes)}", self.seed, self.loads, self.server)

    def again(self, kept: Path) -> int:
        """Try a case that was kept, and print what comes out."""
        try:
            outcome = self._process().ask("again", kept.absolute())
        except Lost as lost:
            outcome = {"faults": [str(lost)]}
        print(json.dumps(outcome, indent=2))
        return int(bool(outcome["faults"]))

    def _faulty(self) -> list[dict[str, Any]]:
        found = (one for one in self.outcomes if one["faults"] and not one["faults"][0].startswith("skipped"))
        return sorted(found, key=lambda one: int(one["number"]))

    def _summary(self, wanted: int, seconds: float) -> int:
        faulty = self._faulty()
        for one in faulty[:TOLD]:
            print(f"\nfile {one['number']} ({one['engine'] or 'no engine'}): {'; '.join(one['faults'])}")
            print(f"  repeat it: scripts/fuzz --again build/fuzz/{self.seed}-{one['number']}")
        tried = [one for one in self.outcomes if one.get("seconds")]
        skipped = len(self.outcomes) - len(tried) - sum(not one.get("seconds") for one in faulty)
        refused = [one for one in tried if not one["accepted"]]
        loaded = Counter(one["engine"] for one in tried if one["loaded"])
        engines = Counter(one["engine"] for one in tried)
        print("\nfiles refused, by kind of problem (a file may have several):")
        kinds = Counter(kind for one in refused for kind in one["kinds"])
        for kind, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0])):
            print(f"  {count:6} {kind}")
        print(
            f"{len(self.outcomes)} files of seed {self.seed}: {len(refused)} refused,"
            f" {len(tried) - len(refused)} accepted, {sum(loaded.values())} loaded"
            f" ({', '.join(f'{loaded[name]} of {count} on {name}' for name, count in sorted(engines.items()))}),"
            f" {skipped} skipped, {len(faulty)} with faults; {seconds:.0f} s, the slowest command"
            f" {max((one['seconds'] for one in tried), default=0):.1f} s,"
            f" at most {max((one['megabytes'] for one in tried), default=0)} MB"
        )
        if len(self.outcomes) < wanted:
            _tell(f"{wanted - len(self.outcomes)} files were not tried: broken off, or no process could be started")
        return int(bool(faulty) or len(self.outcomes) < wanted)


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
