"""Rows as a query gives them, and what every reader can do: the same on both engines."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, Protocol

from ocdb.text import storable


class Verbatim(str):
    """A value of JSON as its text, exact, to be put into JSON as it stands: json, jsonb, a number of any length."""

    __slots__ = ()

    @property
    def is_number(self) -> bool:
        """Return whether it is a number: no other value of JSON begins like one."""
        return self[:1] in set("-0123456789")


# Rows that go together: so many characters, and no more rows.
BATCH_LENGTH, BATCH = 2**15, 500


@dataclass(frozen=True)
class Rows:
    """Rows as asked for: the names of the columns, and a tuple a row, in the order of the answer."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def records(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def batches(self) -> Iterator[Sequence[tuple[Any, ...]]]:
        """Yield the rows, some at once: as many as are like the first of them in a bounded length."""
        first = sum(len(value) if isinstance(value, str | bytes) else 1 for row in self.rows[:1] for value in row)
        size = max(1, min(BATCH_LENGTH // (first + 1), BATCH))
        for start in range(0, len(self.rows), size):
            yield self.rows[start : start + size]

    def ordered(self, *names: str) -> "Rows":
        """Return the rows by some columns, empty values first, text by code point: a server would follow its locale."""
        order = [self.columns.index(name) for name in names]

        def key(row: tuple[Any, ...]) -> list[tuple[bool, Any]]:
            return [(row[index] is not None, row[index]) for index in order]

        return Rows(self.columns, sorted(self.rows, key=key))


class Stream:
    """Rows that come as the engine finds them, and stand in memory some at once: they can be read once.

    Attributes:
        columns: the names of the columns.
        count: how many rows were read so far.
    """

    def __init__(self, columns: Sequence[str], batches: Iterable[Sequence[tuple[Any, ...]]]) -> None:
        self.columns = tuple(columns)
        self.count = 0
        self._batches = batches

    def batches(self) -> Iterator[Sequence[tuple[Any, ...]]]:
        """Yield the rows, some at once, in the order of the answer.

        Raises:
            OcdbError: what the engine says on the way.
        """
        for batch in self._batches:
            self.count += len(batch)
            yield batch

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """Yield the rows one by one."""
        return chain.from_iterable(self.batches())


# What can be written as one table.
Table = Rows | Stream


def distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Return names of columns, with a number after each that is there before: ``name``, ``name_2``."""
    found: dict[str, None] = {}
    last: dict[str, int] = {}
    for name in names:
        unique = name
        while unique in found:
            last[name] = last.get(name, 1) + 1
            unique = f"{name}_{last[name]}"
        found[unique] = None
    return tuple(found)


def bound(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters that both engines take: what no database stores is found in none."""
    return {name: storable(value) if isinstance(value, str) else value for name, value in parameters.items()}


class Queried(Protocol):
    """Whatever runs SELECT statements with ``:name`` parameters."""

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Return all rows of a query; dates as text in ISO 8601."""


class Reader(Queried, Protocol):
    """Reads a database for questions.

    Attributes:
        today: the day that the rules take for today: of a database as of a day that day.
    """

    today: date

    def stream(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Stream:
        """Return the rows of a query as they come; dates as text in ISO 8601. Others may be asked for meanwhile."""

    def moment(self) -> AbstractContextManager[None]:
        """Let all queries of a block find what is there at one moment, whatever others write meanwhile."""

    def confine(self, filters: Callable[[], Mapping[str, Sequence[str]]]) -> None:
        """Say that from now on only what concerns some keys is asked for, by filter, all of which hold.

        A database that is made for this question needs no more; others have everything, and don't ask for the keys.
        """

    def narrowed(self, words: Sequence[str]) -> tuple[str, dict[str, str]]:
        """Return a condition on v_search that all fulfil that have some words in them, and its parameters.

        It serves an index; the words themselves are to be asked for all the same. What narrows nothing is ``1 = 1``.
        """

    def renew(self) -> None:
        """Let the next question see the database, and the day, as they are then: a server keeps its readers."""

    def close(self) -> None:
        """Let go of the database."""
