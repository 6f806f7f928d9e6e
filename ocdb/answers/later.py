"""What is read only when it is looked at: a table on a terminal may say no more than how many records there are."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from ocdb.store.reader.rows import Rows

Key = TypeVar("Key")
Value = TypeVar("Value")


class LaterRows(Rows):
    """Rows that are read when they are first looked at, while the reader is open.

    Attributes:
        count: how many there are.
    """

    count: int

    def __init__(self, count: int, read: Callable[[], Rows]) -> None:
        self.__dict__.update(count=count, _read=read)

    @cached_property
    def _whole(self) -> Rows:
        read: Callable[[], Rows] = self.__dict__["_read"]
        return read()

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return self._whole.columns

    @property
    def rows(self) -> list[tuple[Any, ...]]:
        """Return the rows."""
        return self._whole.rows


def many(rows: Rows) -> int:
    """Return how many rows there are, without reading them."""
    return rows.count if isinstance(rows, LaterRows) else len(rows.rows)


class LaterData(Mapping[Key, Value]):
    """A mapping that is made when it is first looked at."""

    def __init__(self, make: Callable[[], Mapping[Key, Value]]) -> None:
        self._make = make

    @cached_property
    def _data(self) -> Mapping[Key, Value]:
        return self._make()

    def __getitem__(self, name: Key) -> Value:
        return self._data[name]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)
