"""Answers a user's own statement in a child process: whatever it does to an engine, this process lives on.

The child is a new interpreter, not a copy of this process: it begins with little memory and no threads, locks or
connections of ours, so a server with threads can ask too. What holds inside of it, and what its bounds are, say
`ocdb.store.statements.sqlite` and `ocdb.store.statements.server`.
"""

import marshal
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ocdb import errors
from ocdb.errors import OcdbError, SqlError
from ocdb.settings import read_only_uri
from ocdb.store.reader.rows import Rows, Stream, Verbatim, distinct
from ocdb.store.reader.sqlite import SqliteReader
from ocdb.store.statements.child import LENGTH
from ocdb.store.statements.limits import MEGABYTES, NO_MEMORY, SECONDS, refuse_unfit, too_large, too_slow
from ocdb.words.language import _, language

# -S leaves out site, which costs 5 ms and would only find the path that we send.
_START = (
    "import marshal, sys; sys.path[:] = marshal.load(sys.stdin.buffer); "
    "from ocdb.store.statements.child import main; main()"
)
_COMMAND = (sys.executable, "-I", "-S", "-c", _START)
_CRASHES = {"SIGSEGV", "SIGBUS", "SIGABRT", "SIGILL", "SIGFPE"}
_HOME = str(Path(__file__).parents[3])


@dataclass(frozen=True)
class Limits:
    """What a statement may take.

    Attributes:
        seconds: from its start until its last row was fetched.
        megabytes: memory of its rows, as Python measures them; an answer that takes more is refused, never cut.
        whole: whether its rows are held all together; of those that go on as they come only some count at a time.
    """

    seconds: float = SECONDS
    megabytes: int = MEGABYTES
    whole: bool = True


DEFAULT = Limits()


@contextmanager
def answered(
    address: Path | str | SqliteReader, sql: str, parameters: Mapping[str, Any], limits: Limits = DEFAULT
) -> Iterator[Stream]:
    """Give the answer to a user's own statement; when the block ends, so does the child, whatever is left.

    No two columns are called alike. A value is None, a number, a text, bytes or Verbatim.

    Args:
        address: the file of an SQLite database or an open reader of one, or the URL of a server.
        sql: one statement, which only reads.
        parameters: the values of its ``:name`` parameters.
        limits: what it may take.

    Raises:
        SqlError: the statement is wrong, would do more than read, took too long or too much, or crashed its engine.
        DatabaseError: the database can't be read.
    """
    refuse_unfit(sql, parameters)
    with closing(_Child(address if isinstance(address, str) else None, limits)) as child:
        if isinstance(address, Path):
            SqliteReader(address).close()  # it says best what is wrong with a file, while the child gets ready
        path = address.file(sql) if isinstance(address, SqliteReader) else address
        file = read_only_uri(path) if isinstance(path, Path) else None
        child.ask(file=file, sql=sql, parameters=dict(parameters))
        columns, verbatim = child.columns()
        yield Stream(distinct(columns), _restored(child.batches(), verbatim) if verbatim else child.batches())


def query(
    address: Path | str | SqliteReader, sql: str, parameters: Mapping[str, Any], limits: Limits = DEFAULT
) -> Rows:
    """Return the whole answer to a user's own statement.

    Raises:
        SqlError: the statement is wrong, would do more than read, took too long or too much, or crashed its engine.
        DatabaseError: the database can't be read.
    """
    with answered(address, sql, parameters, limits) as answer:
        return Rows(answer.columns, list(answer))


class _Child:
    """The process of one statement, on a server's URL or on a file."""

    def __init__(self, url: str | None, limits: Limits) -> None:
        self.url = url
        self.limits = limits
        self.backend: tuple[int, str] | None = None
        self.process = subprocess.Popen(  # noqa: S603  nothing of the user's is in it
            _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def ask(self, **request: Any) -> None:
        """Send the request."""
        assert self.process.stdin  # noqa: S101  it is a pipe
        request |= {"url": self.url, "french": language() == "fr", **vars(self.limits)}
        with suppress(BrokenPipeError), self.process.stdin as pipe:  # where it died, its exit code says more
            pipe.write(marshal.dumps([*map(str, sys.path), _HOME]) + marshal.dumps(request))

    def columns(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Return the names of the columns, and at which places the texts stand for themselves."""
        _, names, verbatim = self._frame()
        return names, verbatim

    def batches(self) -> Iterator[list[tuple[Any, ...]]]:
        """Yield the rows, some at once."""
        while (frame := self._frame())[0] != "end":
            yield frame[1]

    def _frame(self) -> tuple[Any, ...]:
        """Return the next frame that is a part of the answer."""
        match frame := self._received():
            case ("backend", number, since):
                self.backend = number, since
                return self._frame()
            case ("refused", name, message, hint):
                raise getattr(errors, name)(message, hint)
            case ("fault", reason):
                raise RuntimeError(reason)
        return frame

    def _received(self) -> tuple[Any, ...]:
        assert self.process.stdout  # noqa: S101  it is a pipe
        length = int.from_bytes(self.process.stdout.read(LENGTH), "little")
        try:
            frame = marshal.loads(self.process.stdout.read(length))  # noqa: S302  from our own child
        except (EOFError, ValueError, TypeError, MemoryError, OverflowError):  # no frame of ours, or half of one
            frame = None
        if type(frame) is tuple and frame:
            return frame
        raise self._death()

    def _death(self) -> Exception:
        """Return what it means that the process ended before its answer did."""
        self.process.kill()  # of one that has ended the reason stays
        code = self.process.wait()
        name = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        if name == "SIGALRM":
            return self._overrun()
        if code == NO_MEMORY:
            return too_large(self.limits.megabytes)
        if name == "SIGKILL":
            hint = _("Narrow the query, for example with LIMIT or fewer columns.")
            return SqlError(_("the operating system ended the query, probably because memory ran out"), hint)
        if name in _CRASHES:
            hint = _("Nothing was changed. Rewrite it, for example with less nesting or shorter texts.")
            return SqlError(_("the query crashed the database library ({signal})").format(signal=name), hint)
        return RuntimeError(f"the process of the query ended early: {name}")

    def _overrun(self) -> OcdbError:
        if self.url is None or self.backend is None:
            return too_slow(self.limits.seconds)
        from ocdb.store.statements.overrun import stopped  # noqa: PLC0415  SQLAlchemy, for this alone

        return stopped(self.url, *self.backend, self.limits.seconds)

    def close(self) -> None:
        """End the process."""
        assert self.process.stdin  # noqa: S101  these are pipes
        assert self.process.stdout  # noqa: S101
        self.process.kill()
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def _restored(batches: Iterator[list[tuple[Any, ...]]], verbatim: tuple[int, ...]) -> Iterator[list[tuple[Any, ...]]]:
    """Yield rows in which the texts at some places are marked as Verbatim."""
    for batch in batches:
        columns = list(zip(*batch, strict=True))
        for index in verbatim:
            if columns:
                columns[index] = tuple(Verbatim(text) if isinstance(text, str) else text for text in columns[index])
        yield list(zip(*columns, strict=True))
