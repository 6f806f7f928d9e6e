"""The child process of a user's own statement: it reads the request, sends the answer in frames, and ends.

Frames are in marshal, a format of the standard library that keeps each type that a row can have; before each stands its
length, since marshal reads from a stream value by value, which takes three times as long. The first frame holds the
names of the columns, those after it some rows each; the last says that the answer is whole, or what is wrong.

The start of this process is a part of each answer, so it imports as little as it can: typing alone would cost 4 ms.
"""

from __future__ import annotations

import marshal
import os
import sys
from itertools import islice
from sys import getsizeof

from ocdb.store.statements.limits import MEGABYTE, NO_MEMORY, bound, make_room, unbounded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    Frame = tuple[Any, ...]

# Each frame holds about so many bytes of rows, and at least one row; no more rows than this.
ENOUGH, MOST = 2**18, 1_000
# The bytes that tell the length of a frame.
LENGTH = 8


def main() -> None:
    """Answer the request on standard input, on standard output."""
    request = marshal.load(sys.stdin.buffer)  # noqa: S302  our parent's
    try:
        for frame in frames(**request):
            data = marshal.dumps(frame, 2)  # later versions look for repetitions, which takes memory
            time = unbounded()  # whoever reads the answer may take as much as they want
            sys.stdout.buffer.write(len(data).to_bytes(LENGTH, "little"))
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            unbounded(time)
    except BrokenPipeError:  # nobody wants the rest
        os._exit(1)
    except MemoryError:  # there was no room for its refusal either
        os._exit(NO_MEMORY)
    os._exit(0)  # whatever the libraries would still tidy up


def frames(
    *,
    file: str | None,
    url: str | None,
    sql: str,
    parameters: Mapping[str, Any],
    seconds: float,
    megabytes: int,
    whole: bool,
    french: bool,
) -> Iterator[Frame]:
    """Yield the frames of an answer.

    Args:
        file: the URI of an SQLite file that is opened read-only.
        url: of a server, where there is no file.
        sql: the statement.
        parameters: the values of its names.
        seconds: what the statement may take.
        megabytes: what its answer may take.
        whole: whether the answer is held as a whole; else so much may be held of it at a time.
        french: whether errors are to be in French.
    """
    if french:
        from ocdb.words.language import speak  # noqa: PLC0415

        speak("fr")
    try:
        if file:
            from ocdb.store.statements import sqlite  # noqa: PLC0415

            bound(seconds, megabytes)
            yield from _packed(sqlite.answer(file, sql, parameters, seconds, megabytes), whole and megabytes)
        else:
            from ocdb.store.statements import server  # noqa: PLC0415

            with server.connected(url or "") as (connection, backend):
                yield ("backend", *backend)
                bound(seconds, megabytes)
                answer = server.answer(connection, sql, parameters, seconds, megabytes)
                yield from _packed(answer, whole and megabytes)
        yield ("end",)
    except Exception as error:  # noqa: BLE001  the parent tells it
        yield _refusal(error, megabytes)


def _packed(rows: Iterator[tuple[Any, ...]], megabytes: int) -> Iterator[Frame]:
    """Yield the columns, which come first, and then the rows, many at once.

    An answer that is larger than some megabytes is refused; for none of them it may be of any size.
    """
    yield ("columns", *next(rows))
    if megabytes:
        yield from _measured(rows, megabytes * MEGABYTE)
        return
    count = 1  # what is to come is taken to be like the last row
    while batch := [*islice(rows, count)]:
        count = min(ENOUGH // _size(batch[-1]) + 1, 2 * count, MOST)
        yield ("rows", batch)


def _measured(rows: Iterator[tuple[Any, ...]], left: int) -> Iterator[Frame]:
    """Yield rows that take no more than the bytes that are left."""
    batch: list[tuple[Any, ...]] = []
    held = 0
    for row in rows:
        size = _size(row)
        left, held = left - size, held + size
        if left < 0:
            raise MemoryError
        batch.append(row)
        if held > ENOUGH:
            yield ("rows", batch)
            batch, held = [], 0
    yield ("rows", batch)


def _size(row: tuple[Any, ...]) -> int:
    return getsizeof(row) + sum(map(getsizeof, row))


def _refusal(error: Exception, megabytes: int) -> Frame:
    make_room()
    from ocdb.errors import OcdbError  # noqa: PLC0415  only for an error
    from ocdb.store.statements.limits import too_large  # noqa: PLC0415

    if isinstance(error, MemoryError):
        error = too_large(megabytes)
    if isinstance(error, OcdbError):
        return ("refused", type(error).__name__, str(error), error.hint)
    return ("fault", f"{type(error).__name__}: {error}")
