"""Groups the claims that disagree: with each other, or with what a source says."""

from collections.abc import Iterator

from ocdb.groups import linked
from ocdb.load.rows import Row, Rows


def conflict_members(rows: Rows) -> Iterator[Row]:
    """Yield each claim that stands in a conflict with its group, which bears the first slug of its claims.

    Conflicts lead on: where A disagrees with B and B with C, the three are one group. A claim that a citation
    contradicts is a group of its own where no other claim disagrees with it.
    """
    links = (row for row in rows.get("claim_link", ()) if row["kind"] == "conflicts_with")
    denials = (row for row in rows.get("citation", ()) if row["stance"] == "contradicts")
    pairs = [(row["claim_id"], row["other_id"]) for row in links]
    pairs += [(row["claim_id"], row["claim_id"]) for row in denials]
    for group in linked(pairs):
        for claim in group:
            yield {"claim_id": claim, "conflict_id": group[0]}
