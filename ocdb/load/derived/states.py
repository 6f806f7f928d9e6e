"""The latest state of what developments concern, by the same rule as the view v_states."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from ocdb.load.derived.collecting import collect
from ocdb.load.derived.conflicts import losers
from ocdb.load.row import Row, Rows


@dataclass(frozen=True)
class State:
    """What later sources say of a claim.

    Attributes:
        status: its latest state.
        dated: the latest development that dates this state; None where none does.
    """

    status: str
    dated: Row | None


def states(rows: Rows) -> dict[str, State]:
    """Return the latest state of each claim that has developments, by slug."""
    news: dict[str, list[Row]] = defaultdict(list)
    for row in _in_order(rows):
        news[row["concerns_id"]].append(row)
    return {key: _latest(listed) for key, listed in news.items()}


def _latest(news: list[Row]) -> State:
    status = news[-1]["status"]
    return State(status, next((row for row in reversed(news) if row["date"] and row["status"] == status), None))


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
