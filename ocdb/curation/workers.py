"""Reads many YAML files on all cores, by processes of their own, in the order of the files."""

import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from ocdb.curation.document import Document
from ocdb.curation.worker import Sent, receive, received, send
from ocdb.errors import FixtureError
from ocdb.words.language import _, language

# Fewer files are read sooner than processes start: 200 take a tenth of a second.
MANY = 400
# Files of one request; what is in them fits into a pipe.
_TOGETHER = 32
# Requests that a process has at hand: it doesn't wait for us.
_AHEAD = 4
_PIPE = 1 << 20
# The processes find what this one found, and nothing beside it.
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from ocdb.curation.worker import main; main()"

Paths = Sequence[tuple[Path, str]]


def cores() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def read_all(paths: Paths, processes: int) -> Iterator[Document]:
    """Yield files in their order, read by some processes.

    Args:
        paths: the files, each with the name that messages use.
        processes: how many.

    Raises:
        FixtureError: a process ended before its work was done.
    """
    chunks = [paths[start : start + _TOGETHER] for start in range(0, len(paths), _TOGETHER)]
    started: list[_Process] = []
    try:
        started += (_Process() for _number in range(processes))
        waiting: deque[tuple[_Process, Paths]] = deque()
        for number, chunk in enumerate(chunks):
            if len(waiting) >= _AHEAD * processes:
                yield from _answer(*waiting.popleft())
            process = started[number % processes]
            process.ask(chunk)
            waiting.append((process, chunk))
        for process, chunk in waiting:
            yield from _answer(process, chunk)
    finally:
        for process in started:
            process.end()


def _answer(process: "_Process", chunk: Paths) -> Iterator[Document]:
    for (path, shown), sent in zip(chunk, process.answer(chunk[0][1]), strict=True):
        yield received(path, shown, sent)


class _Process:
    """A process that reads files; it ends with this one, when nobody is there any more who could write to it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(  # noqa: S603  our own module
            [sys.executable, "-I", "-c", _START, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pipesize=_PIPE,
        )

    def ask(self, chunk: Paths) -> None:
        """Ask for some files."""
        assert self.process.stdin  # noqa: S101
        with suppress(OSError):  # it has ended: there is no answer either
            send(self.process.stdin, (language(), [(str(path), shown) for path, shown in chunk]))

    def answer(self, file: str) -> list[Sent]:
        """Return the next files that were asked for, of which one is named in the message where they don't come.

        Raises:
            FixtureError: the process has ended.
        """
        assert self.process.stdout  # noqa: S101
        answer: list[Sent] | None = None
        with suppress(EOFError):
            answer = receive(self.process.stdout)
        if answer is None:
            message = _("{file} can't be read: the program that reads it stopped ({code})")
            hint = _("Memory may have run short. Try again, or name fewer files.")
            raise FixtureError(message.format(file=file, code=self.process.wait()), hint)
        return answer

    def end(self) -> None:
        """Let it end."""
        assert self.process.stdin  # noqa: S101
        assert self.process.stdout  # noqa: S101
        with suppress(OSError):
            self.process.stdin.close()
        self.process.stdout.close()
        self.process.terminate()
        self.process.wait()
