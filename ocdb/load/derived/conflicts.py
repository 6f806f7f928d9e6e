"""What disagrees: the groups of claims in conflict with each other or with what a source says, and who loses."""

from collections.abc import Iterator

from ocdb.load.row import Row, Rows
from ocdb.rules.groups import linked


def disputed(rows: Rows) -> set[str]:
    """Return the claims that another claim or a source contradicts, and that aren't preferred."""
    return ({one for pair in _rivals(rows) for one in pair} | _denied(rows)) - preferred(rows)


def losers(rows: Rows) -> set[str]:
    """Return the claims that a source denies, or that conflict with a preferred one, and that aren't preferred.

    Those of a conflict that is open aren't among them.
    """
    best = preferred(rows)
    beaten = {one for pair in _rivals(rows) if not best.isdisjoint(pair) for one in pair}
    return (beaten | _denied(rows)) - best


def preferred(rows: Rows) -> set[str]:
    """Return the claims that a curator prefers over those that they conflict with."""
    return {row["id"] for row in rows.get("claim", ()) if row["preferred_because"]}


def _denied(rows: Rows) -> set[str]:
    return {row["claim_id"] for row in rows.get("citation", ()) if row["stance"] == "contradicts"}


def _rivals(rows: Rows) -> list[tuple[str, str]]:
    links = (row for row in rows.get("claim_link", ()) if row["kind"] == "conflicts_with")
    return [(row["claim_id"], row["other_id"]) for row in links]


def conflict_members(rows: Rows) -> Iterator[Row]:
    """Yield each claim that stands in a conflict with its group, which bears the first slug of its claims.

    Conflicts lead on: where A disagrees with B and B with C, the three are one group. A claim that a citation
    contradicts is a group of its own where no other claim disagrees with it.
    """
    best = preferred(rows)
    for group in linked([*_rivals(rows), *((claim, claim) for claim in _denied(rows))]):
        for claim in group:
            yield {"claim_id": claim, "conflict_id": group[0], "settled": not best.isdisjoint(group)}
