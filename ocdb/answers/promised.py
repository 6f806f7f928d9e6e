"""Promises as the rule of totals takes them: those that concern a scope, with all that they are linked with."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from ocdb.answers.kin import newest
from ocdb.answers.linked import read_linked, read_sources, read_within
from ocdb.answers.names import areas_among
from ocdb.rules.figures import Figure
from ocdb.rules.promises import Pledge
from ocdb.rules.scope import Scope
from ocdb.store.reader.remembering import once
from ocdb.store.reader.rows import Reader
from ocdb.text import several

# The columns of v_pledges that the rule needs.
_READ = (
    "id", "measure", "basis", "reading", "firmness", "low", "high", "bound", "country", "place", "site", "operator",
    "unnamed_operators", "sector", "baseline", "baseline_low", "baseline_high", "baseline_bound", "baseline_from",
    "made_from", "made_to", "due_to", "part_of", "revises", "conflicts_with", "preferred_because", "status", "denied",
)  # fmt: skip


def pledges_of(reader: Reader, scope: Scope) -> list[Pledge]:
    """Return the pledges that concern a scope, and all that they are linked with, sorted by slug.

    Their sources are read only where the scope names some: else nobody asks.
    """

    def read() -> list[Pledge]:
        return read_pledges(reader, read_linked(reader, "v_pledges", _READ, scope), sources=bool(scope.sources))

    return once(reader, ("pledges", scope), read, lasting=False)


def read_pledges(reader: Reader, rows: Iterable[dict[str, Any]], *, sources: bool = True) -> list[Pledge]:
    """Return rows of v_pledges as the rule of totals takes them: each operator under its present slug."""
    rows = list(rows)
    present = newest(reader, (slug for row in rows for slug in several(row["operator"])))
    places = read_within(reader, {row["place"] for row in rows if row["place"]})
    cited = read_sources(reader, (row["id"] for row in rows)) if sources else {}
    return [
        Pledge(
            **{name: row[name] for name in ("id", "measure", "basis", "reading", "firmness", "country")},
            figure=Figure(row["low"], row["high"], row["bound"]),
            baseline=_baseline(row),
            operators=tuple(dict.fromkeys(present[slug] for slug in several(row["operator"]))),
            unnamed_operators=row["unnamed_operators"],
            sector=row["sector"] or "",
            places=frozenset(places.get(row["place"], ())),
            at=row["place"] or row["country"],
            wide=bool(areas_among([row["country"]])),
            site=row["site"] or "",
            made=(day(row["made_from"]), day(row["made_to"])),
            since=day(row["baseline_from"]),
            baseline_report=row["baseline"] if row["baseline"] not in (None, "none") else "",
            due_to=day(row["due_to"]),
            sources=frozenset(cited.get(row["id"], ())),
            part_of=several(row["part_of"]),
            revises=several(row["revises"]),
            conflicts_with=several(row["conflicts_with"]),
            preferred=row["preferred_because"] is not None,
            cancelled=row["status"] == "cancelled",
            denied=bool(row["denied"]),
        )
        for row in rows
    ]


def _baseline(row: dict[str, Any]) -> Figure | None:
    bound = row["baseline_bound"]
    return Figure(row["baseline_low"], row["baseline_high"], bound) if bound else None


def day(written: str | None) -> dt.date | None:
    """Return a day that the database gives as text; None where it is open or unknown."""
    return dt.date.fromisoformat(written) if written else None
