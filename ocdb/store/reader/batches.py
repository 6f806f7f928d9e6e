"""Questions about many keys at once: an engine takes a limited number of parameters, so they go in batches."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from ocdb.store.reader.rows import Queried, Rows

# Few enough for any engine, and enough that a statement more costs nothing.
BATCH = 500

Value = TypeVar("Value")


def among(reader: Queried, sql: str, keys: Iterable[str], **parameters: Any) -> Rows:
    """Return the rows of a query about some keys, batch by batch in the order of the keys.

    Args:
        reader: the database.
        sql: the query; ``{keys}`` in it stands for the list of keys.
        keys: of any number; each is asked for once.
        parameters: the others in the query.
    """
    columns: tuple[str, ...] = ()
    found: list[tuple[Any, ...]] = []
    for batch in [*parted(sorted({*keys}))] or [[]]:  # without keys once, for the names of the columns
        rows = reader.rows(sql.replace("{keys}", marks(batch)), parameters | named(batch))
        columns = rows.columns
        found += rows.rows
    return Rows(columns, found)


def marks(keys: list[str], name: str = "key") -> str:
    """Return the parameters that stand for some keys in a list: ``:key0, :key1``."""
    return ", ".join(f":{name}{number}" for number in range(len(keys))) or "NULL"


def named(keys: list[str], name: str = "key") -> dict[str, str]:
    """Return the values of these parameters."""
    return {f"{name}{number}": key for number, key in enumerate(keys)}


def parted(values: Iterable[Value], size: int = BATCH) -> Iterator[list[Value]]:
    """Yield values in parts of a size, the last of which may be smaller."""
    rest = iter(values)
    while part := list(islice(rest, size)):
        yield part
