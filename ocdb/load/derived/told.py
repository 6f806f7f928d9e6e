"""When sources told of claims."""

from collections import defaultdict
from datetime import date

from ocdb.load.row import Rows


class Told:
    """When sources told of claims."""

    def __init__(self, rows: Rows) -> None:
        published = {row["id"]: row["published_to"] for row in rows.get("source", ())}
        self._days: dict[str, list[date]] = defaultdict(list)
        for row in rows.get("citation", ()):
            if row["stance"] == "supports" and published.get(row["source_id"]):
                self._days[row["claim_id"]].append(published[row["source_id"]])

    def by(self, claim: str) -> tuple[date | None, date | None]:
        """Return the last day on which the first and the latest source for a claim appeared."""
        days = self._days.get(claim, [])
        return min(days, default=None), max(days, default=None)

    def later(self, claim: str, other: str) -> bool:
        """Return whether a claim was first told when another one had been, or on the same day."""
        day, before = self.by(claim)[0], self.by(other)[0]
        return bool(day and before and before <= day)
