"""A reader that asks no question twice, while the database stays as it is."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, TypeVar

from ocdb.store.reader.rows import Reader, Rows, Stream

if TYPE_CHECKING:
    from datetime import date

Value = TypeVar("Value")
# Answers with more rows than this are asked for again: they take more memory than time.
LARGEST = 20_000


class Remembering:
    """Reads by another reader, and keeps its answers: what makes one page asks a third of its questions again.

    It is for a database that nobody changes meanwhile. Rows are shared, so whoever gets them leaves them as they are.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.today: date = reader.today
        self._lasting: dict[str, Rows] = {}
        self._passing: dict[Any, Any] = {}
        self._derived: dict[Any, Any] = {}

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Return all rows of a query.

        Raises:
            DatabaseError: the database can't be read.
        """
        if not parameters:
            known = self._lasting.get(sql)
            if known is None:
                known = self.reader.rows(sql)
                if len(known.rows) <= LARGEST:
                    self._lasting[sql] = known
            return known
        key = (sql, *parameters.items())
        known = self._passing.get(key)
        if known is None:
            known = self.reader.rows(sql, parameters)
            if len(known.rows) <= LARGEST:
                self._passing[key] = known
        return known

    def forget(self) -> None:
        """Forget the answers about single records; what all pages ask is kept."""
        self._passing.clear()

    def derived(self, name: Any, make: Callable[[], Value], *, lasting: bool) -> Value:
        """Return what follows from the database alone, made once."""
        known = self._derived if lasting else self._passing
        if name not in known:
            known[name] = make()
        value: Value = known[name]
        return value

    def stream(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Stream:
        """Return the rows of a query as they come; these are not kept."""
        return self.reader.stream(sql, parameters)

    def moment(self) -> AbstractContextManager[None]:
        """Let all queries of a block find what is there at one moment."""
        return self.reader.moment()

    def confine(self, filters: Callable[[], Mapping[str, Sequence[str]]]) -> None:
        """Say that from now on only what concerns some keys is asked for."""
        self.reader.confine(filters)

    def narrowed(self, words: Sequence[str]) -> tuple[str, dict[str, str]]:
        """Return a condition on v_search that all fulfil that have some words in them, and its parameters."""
        return self.reader.narrowed(words)

    def renew(self) -> None:
        """Let the next question see the database, and the day, as they are then; what was kept is forgotten."""
        self.reader.renew()
        self.today = self.reader.today
        for kept in (self._lasting, self._passing, self._derived):
            kept.clear()

    def close(self) -> None:
        """Let go of the database."""
        self.reader.close()


def once(reader: Reader | None, name: Any, make: Callable[[], Value], *, lasting: bool = True) -> Value:
    """Return what follows from the database alone: of a reader that remembers it is made once.

    Args:
        reader: the database.
        name: of what is made.
        make: makes it; it is shared, so whoever gets it leaves it as it is.
        lasting: whether all pages need it, and not only that of one record.
    """
    return reader.derived(name, make, lasting=lasting) if isinstance(reader, Remembering) else make()
