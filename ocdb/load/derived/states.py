"""The latest state of what developments concern (docs/sites.md).

The latest is the development whose latest supporting source was published last; then counts its own date, then its
slug. One that a source denies, or that is in conflict with a preferred one, counts nothing unless it is preferred.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ocdb.load.derived.collecting import collect
from ocdb.load.derived.conflicts import losers
from ocdb.load.derived.told import Told
from ocdb.load.row import Row, Rows


@dataclass(frozen=True)
class State:
    """What later sources say of a claim.

    Attributes:
        news: the developments that count, the latest first.
        before: slugs of those that were told before what they concern, or on days that aren't known.
    """

    news: tuple[Row, ...]
    before: frozenset[str] = frozenset()

    @property
    def status(self) -> str:
        """Return its latest state."""
        return str(self.news[0]["status"])

    @property
    def dated(self) -> Row | None:
        """Return the latest development that dates this state; None where none does."""
        return next((row for row in self.news if row["date"] and row["status"] == self.status), None)

    @property
    def operator(self) -> str | None:
        """Return the operator to which a site passed last; None where it didn't."""
        return next((row["operator_id"] for row in self.news if row["operator_id"]), None)

    def opening(self, first: Row) -> Row | None:
        """Return the latest development that dates the opening of a site, done or planned.

        One in which another operator takes over a site that is open dates no opening. Nor does one that names an
        operator before the site is on record: whoever runs the site by that record may have taken it over.

        Args:
            first: the site, as its first source has it.
        """
        before = [*(row["status"] for row in self.news[1:]), first["status"]]
        for row, previous in zip(self.news, before, strict=True):
            planned = row["status"] == self.status == "planned"
            opens = row["status"] == "open" and self.status != "planned"
            same = row["operator_id"] == first["operator_id"] and row["id"] not in self.before
            own = previous != "open" or not row["operator_id"] or same
            if row["date"] and (planned or (opens and own)):
                return row
        return None

    @property
    def closing(self) -> Row | None:
        """Return the latest development that dates the closure of a site."""
        return next((row for row in self.news if row["date"] and row["status"] == "closed"), None)


def states(rows: Rows) -> dict[str, State]:
    """Return the latest state of each claim that has developments, by slug."""
    news: dict[str, list[Row]] = defaultdict(list)
    for row in _in_order(rows):
        news[row["concerns_id"]].append(row)
    told = Told(rows)
    return {
        key: State(tuple(reversed(listed)), frozenset(row["id"] for row in listed if not told.later(row["id"], key)))
        for key, listed in news.items()
    }


def state_rows(rows: Rows, latest: dict[str, State]) -> Iterator[Row]:
    """Yield the row of each state, by which the views show it."""
    sites = {row["id"]: row for row in rows.get("site", ())}
    for key, state in latest.items():
        site, dated = sites.get(key), state.dated
        opening, closing = (state.opening(site), state.closing) if site else (None, None)
        yield {
            "claim_id": key,
            "status": state.status,
            "operator_id": state.operator,
            "told_id": state.news[0]["id"],
            "dated_id": dated and dated["id"],
            "opening_id": opening and opening["id"],
            "closing_id": closing and closing["id"],
        }


def _in_order(rows: Rows) -> list[Row]:
    """Return the developments that count, the latest last: by their latest source, their own date and their slug."""
    published = {row["id"]: (row["published_to"], row["published_from"]) for row in rows.get("source", ())}
    sources = collect(rows, "citation", "claim_id", "source_id", stance="supports")
    overruled = losers(rows)

    def order(row: Row) -> tuple[date | str, ...]:
        told = [published[source] for source in sources[row["id"]]]
        days = [max((span[end] or date.min for span in told), default=date.min) for end in (0, 1)]
        return *days, row["date_to"] or date.min, row["date_from"] or date.min, row["id"]

    return sorted((row for row in rows.get("development", ()) if row["id"] not in overruled), key=order)
