"""Reckons whom a question about each operator takes in."""

from collections.abc import Iterator

from ocdb.load.derived.states import states
from ocdb.load.row import Row, Rows
from ocdb.rules.kinship import Kinship, Succession


def kinship(rows: Rows) -> Kinship:
    """Return how the operators among the rows hang together, by the latest state of each succession."""
    latest = states(rows)
    return Kinship(
        Succession(
            row["id"],
            row["kind"],
            status=latest[row["id"]].status if row["id"] in latest else row["status"],
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
