"""Reckons whom a question about each operator takes in."""

from collections.abc import Iterator
from datetime import date

from ocdb.load.derived.collecting import collect
from ocdb.load.derived.conflicts import losers
from ocdb.load.row import Row, Rows
from ocdb.rules.kinship import Kinship, Succession


def kinship(rows: Rows) -> Kinship:
    """Return how the operators among the rows hang together, by the latest state of each succession."""
    latest = _latest(rows)
    return Kinship(
        Succession(
            row["id"],
            row["kind"],
            status=latest.get(row["id"]) or row["status"],
            predecessor=row["predecessor_id"],
            successor=row["successor_id"],
        )
        for row in rows.get("succession", ())
    )


def operator_kin(rows: Rows) -> Iterator[Row]:
    """Yield a row for each operator and each that it takes in, itself included."""
    found = kinship(rows)
    for row in rows.get("operator", ()):
        for one in found.relatives(row["id"]):
            yield {
                "operator_id": row["id"],
                "other_id": one.operator,
                "relation": one.relation,
                "successions": "; ".join(one.successions) or None,
            }


def _latest(rows: Rows) -> dict[str, str]:
    """Return the state of what has developments, by the same rule as the view v_states."""
    published = {row["id"]: (row["published_to"], row["published_from"]) for row in rows.get("source", ())}
    sources = collect(rows, "citation", "claim_id", "source_id", stance="supports")
    overruled = losers(rows)

    def order(row: Row) -> tuple[date | str, ...]:
        told = [published[source] for source in sources[row["id"]]]
        days = [max((span[end] or date.min for span in told), default=date.min) for end in (0, 1)]
        return *days, row["date_to"] or date.min, row["date_from"] or date.min, row["id"]

    standing = [row for row in rows.get("development", ()) if row["id"] not in overruled]
    return {row["concerns_id"]: row["status"] for row in sorted(standing, key=order)}  # the latest wins
