"""What a load found in the files and did to the database."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

Key = tuple[Any, ...]


@dataclass
class Changes:
    """What a load did, by table: the keys of the rows that it added, changed and removed.

    Attributes:
        filled: how many rows were added of which nobody keeps the keys: those of a database that was empty.
    """

    added: dict[str, list[Key]] = field(default_factory=dict)
    changed: dict[str, list[Key]] = field(default_factory=dict)
    removed: dict[str, list[Key]] = field(default_factory=dict)
    filled: Counter[str] = field(default_factory=Counter)

    def __bool__(self) -> bool:
        """Return whether anything changed."""
        return bool(self.filled or self.added or self.changed or self.removed)

    def counts(self) -> list[tuple[str, int, int, int]]:
        """Return table, added, changed and removed for each table with changes, in the order of the tables."""
        if not self:
            return []
        from ocdb.schema import metadata  # noqa: PLC0415  SQLAlchemy, only where something changed

        found = [Counter({table: len(keys) for table, keys in part.items()}) for part in self._parts()]
        found[0] += self.filled
        names = [table.name for table in metadata.sorted_tables]
        return [(name, *numbers) for name in names if any(numbers := [part[name] for part in found])]  # type: ignore[misc]

    def _parts(self) -> tuple[dict[str, list[Key]], ...]:
        return self.added, self.changed, self.removed


@dataclass(frozen=True)
class Loaded:
    """What a load found in the files and did to the database.

    Attributes:
        sources: how many articles are in the files.
        claims: how many claims.
        warnings: how many problems that don't stop a load.
        unconfirmed: how many claims were left out, since nobody has confirmed them or what they are about.
        changes: what was added, changed and removed.
    """

    sources: int
    claims: int
    warnings: int
    unconfirmed: int
    changes: Changes
