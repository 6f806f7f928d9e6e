"""What stands behind the totals of a scope: how many claims and articles, what is left out and why, what is denied."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ocdb.load.row import Row

# The tables of this module, and the totals themselves: each row comes with the name of its table.
Rowed = tuple[str, Row]


@dataclass(frozen=True)
class Behind:
    """What is asked for, and what of it one row holds.

    Attributes:
        kind: pledge, loss or delivery.
        scope_kind: all, country or operator; of delivery what rates are grouped by.
        names: the keys of the scope under which it is asked for.
        basis: whose figures; None for those of each.
        days: the first and the last day on which it holds; None where that is open.
    """

    kind: str
    scope_kind: str
    names: Sequence[str | None]
    basis: str | None
    days: tuple[date | None, date | None] = (None, None)

    def on(self, first: date | None, last: date | None) -> "Behind":
        """Return the same for some days."""
        return replace(self, days=(first, last))

    def rests_on(self, claims: int, articles: int) -> Iterator[Rowed]:
        """Yield the row of how much counts; none for nothing."""
        yield from self._rows("rests_on", claims=claims, articles=articles) if claims else ()

    def left_out(self, reasons: Mapping[str, int], line: str | None = None) -> Iterator[Rowed]:
        """Yield a row for each reason why something is left out."""
        for reason, count in sorted(reasons.items()):
            yield from self._rows("left_out", line, reason, line=line, reason=reason, claims=count)

    def denied(self, claims: Iterable[str]) -> Iterator[Rowed]:
        """Yield a row for each claim that counts although a source denies it."""
        for claim in sorted(claims):
            yield from self._rows("denied", claim, claim_id=claim)

    def _rows(self, table: str, *more: str | None, **values: Any) -> Iterator[Rowed]:
        first, last = self.days
        for name in self.names:
            parts = (self.kind, self.scope_kind, name, self.basis, *more, first.isoformat() if first else None)
            yield (
                table,
                {
                    "id": ":".join(part for part in parts if part),
                    "kind": self.kind,
                    "scope_kind": self.scope_kind,
                    "scope": name,
                    "basis": self.basis,
                    "from_day": first,
                    "to_day": last,
                    **values,
                },
            )
