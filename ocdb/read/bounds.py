"""What a user's own statement may take, on either engine: its length, its parameters, the memory of its answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from math import isfinite
from sys import getsizeof
from typing import Any

from ocdb.errors import SqlError
from ocdb.text import storable

# The cookbook's longest statement has 500 characters. Of a million percent signs the driver of PostgreSQL takes 90 s to
# read, of a hundred thousand 1 s.
LONGEST = 100_000
# What a process takes beside the answer while it is fetched: buffers of the driver, a value read twice.
BESIDE = 512
MEGABYTE = 2**20
_PLAIN = {str, int, bool, type(None)}


def refuse_unfit(sql: str, parameters: Mapping[str, Any]) -> None:
    """Refuse what no engine should have to read.

    Raises:
        SqlError: the statement is too long, or holds, as a parameter may, what is no text: NUL or half a letter.
    """
    if len(sql) > LONGEST:
        raise SqlError(f"the statement is longer than {LONGEST:,} characters", "Load the data that it holds instead.")
    for what, text in (
        ("the statement", sql),
        *((f"the parameter :{name}", text) for name, text in parameters.items()),
    ):
        if isinstance(text, str) and storable(text) != text:
            raise SqlError(f"{what} holds a NUL or half a letter, which is no text", "Leave it out.")


def gather(rows: Iterable[tuple[Any, ...]], megabytes: int) -> list[tuple[Any, ...]]:
    """Return the rows of an answer, and stop at one that is too large: a billion rows are never held.

    Raises:
        SqlError: the answer takes more memory.
    """
    left = megabytes * MEGABYTE
    found = []
    for row in rows:
        left -= getsizeof(row) + sum(map(getsizeof, row))
        if left < 0:
            raise too_large(megabytes)
        found.append(row if all(type(value) in _PLAIN for value in row) else tuple(map(_told, row)))
    return found


def _told(value: Any) -> Any:
    """Return a value that every format can tell: bytes in hexadecimal, and as text what JSON has no word for."""
    if isinstance(value, bytes):
        return value.hex()
    return value if type(value) in _PLAIN or (isinstance(value, float) and isfinite(value)) else str(value)


def too_slow(seconds: float) -> SqlError:
    """Return the refusal of a statement that takes more time."""
    hint = "Narrow the query, or allow more with --timeout SECONDS."
    return SqlError(f"the query took longer than {seconds:g} s and was stopped", hint)


def too_large(megabytes: int) -> SqlError:
    """Return the refusal of an answer that takes more memory."""
    hint = "Narrow the query, as with LIMIT or fewer columns, or allow more with --memory MEGABYTES."
    return SqlError(f"the query needs more than {megabytes:,} MB of memory and was stopped", hint)


@contextmanager
def held_to(megabytes: int) -> Iterator[None]:
    """Let this process grow by so much and no more, where the system can do that (Linux).

    A driver holds a value of a gigabyte several times before anybody can measure it.

    Raises:
        SqlError: it would have to grow more.
    """
    release = _limit((megabytes + BESIDE) * MEGABYTE)
    try:
        yield
    except MemoryError as error:
        raise too_large(megabytes) from error
    finally:
        release()


def _limit(more: int) -> Callable[[], None]:
    """Limit the address space to what it is and so many bytes more; return what takes the limit back."""
    try:
        import resource  # noqa: PLC0415  not on Windows

        with open("/proc/self/statm", encoding="ascii") as pages:  # noqa: PTH123  nothing is like it elsewhere
            taken = int(pages.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        return lambda: None
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    known = [limit for limit in (soft, hard, taken + more) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min(known), hard))
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
