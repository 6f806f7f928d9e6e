"""Makes the periods of sites: gathers what claims show of each site, and applies the rule of ocdb.rules.periods."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ocdb.load.derived.conflicts import losers
from ocdb.load.derived.places import upwards
from ocdb.load.derived.told import Told
from ocdb.load.row import Row, Rows
from ocdb.rules.periods import Evidence, Period, periods
from ocdb.rules.reasons import Reason

# What the state of an event says of the state that it leads to.
SAYS: dict[str, Any] = {"happened": "became", "planned": "plans", "cancelled": "drops"}


def site_periods(rows: Rows) -> Rows:
    """Return the rows of the tables site_period and site_period_reason, each site's in the order of time."""
    evidence = evidence_of_sites(rows)
    found = [
        (site["id"], position, period)
        for site in rows.get("site", ())
        for position, period in enumerate(periods(evidence[site["id"]], site["operator_id"]), 1)
    ]
    return {
        "site_period": [_period(site, position, period) for site, position, period in found],
        "site_period_reason": [
            _reason(site, position, number, reason)
            for site, position, period in found
            for number, reason in enumerate(period.reasons, 1)
        ],
    }


def _period(site: str, position: int, period: Period) -> Row:
    return {
        "site_id": site,
        "position": position,
        "status": period.status,
        "operator_id": period.operator,
        "first_day": period.first_day,
        "last_day": period.last_day,
        "evidence": "; ".join(period.evidence),
        "last_evidence": period.last_evidence,
    }


def _reason(site: str, position: int, number: int, reason: Reason) -> Row:
    return {
        "site_id": site,
        "position": position,
        "number": number,
        "reason": reason.code,
        "reason_details": reason.stored,
    }


def evidence_of_sites(rows: Rows) -> dict[str, list[Evidence]]:
    """Return what claims show of each site; the losing side of a conflict shows nothing."""
    told, lost, places = Told(rows), losers(rows), _Places(rows)
    developments = defaultdict(list)
    for development in rows.get("development", ()):
        if development["id"] not in lost:
            developments[development["concerns_id"]].append(development)
    found: dict[str, list[Evidence]] = defaultdict(list)
    sites = {row["id"]: row for row in rows.get("site", ())}
    for key, row in sites.items():
        found[key] += _of_record(row, told, doubtful=key in lost)
        found[key] += [_of_development(development, told) for development in developments[key]]
    for event in rows.get("event", ()):
        site = sites.get(event["site_id"])
        status = places.leads_to(event, site) if site else None
        if not site or not status or event["id"] in lost:
            continue
        for row in (event, *developments[event["id"]]):
            one = _one(row, SAYS[row["status"]], status, told, "date")
            # A relocation may lead work to a site that was open before: then its date isn't that of the opening.
            reached = event["kind"] == "relocation" and one.says == "became" and status == "open"
            found[site["id"]].append(replace(one, date=None, first=None) if reached else one)
    return found


def _of_record(site: Row, told: Told, *, doubtful: bool) -> Iterator[Evidence]:
    """Yield what the record of a site shows; one that a source denies shows only that there is talk of the site."""
    operator = site["operator_id"]
    if doubtful or site["status"] == "unknown":
        yield _one(site, "is", "unknown", told, None, operator)
    elif site["status"] == "planned":
        yield _one(site, "plans", "open", told, "opened", operator)
    elif site["status"] == "open":
        yield _one(site, "is", "open", told, "opened", operator)
        if site["closed"]:
            yield _one(site, "plans", "closed", told, "closed")
    else:
        if site["opened"]:
            yield _one(site, "became", "open", told, "opened", operator)
        yield _one(site, "is", "closed", told, "closed", operator)


def _of_development(row: Row, told: Told) -> Evidence:
    if row["status"] == "planned":
        return _one(row, "plans", "open", told, "date", row["operator_id"])
    return _one(row, "is", row["status"], told, "date", row["operator_id"])


def _one(row: Row, says: Any, status: Any, told: Told, dated: str | None, operator: str | None = None) -> Evidence:
    """Return evidence from a row, with one of its dates."""
    first, latest = told.by(row["id"])
    date, begin, end = (row.get(f"{dated}{end}") for end in ("", "_from", "_to"))
    return Evidence(row["id"], says, status, first, latest, date, begin, end, operator)


@dataclass(frozen=True)
class _Place:
    """A place or country with all around it."""

    around: frozenset[str]
    key: str

    def fits(self, other: "_Place") -> bool:
        """Return whether one of the two lies in the other."""
        return self.key in other.around or other.key in self.around


class _Places:
    """Where sites are and where events lead."""

    def __init__(self, rows: Rows) -> None:
        self._parents = {row["id"]: row["parent_id"] for row in rows.get("place", ())}
        self._ends: dict[tuple[str, str], list[_Place]] = defaultdict(list)
        for row in rows.get("event_place", ()):
            self._ends[row["event_id"], row["role"]].append(self._located(row))

    def leads_to(self, event: Row, site: Row) -> str | None:
        """Return the state to which an event leads its site: open, closed, or None where it leads to neither."""
        if event["kind"] in ("opening", "closure"):
            return "open" if event["kind"] == "opening" else "closed"
        if event["kind"] != "relocation":
            return None
        here = self._located(site)
        reached = any(here.fits(place) for place in self._ends[event["id"], "to"])
        left = any(here.fits(place) for place in self._ends[event["id"], "from"])
        return None if reached == left else "open" if reached else "closed"

    def _located(self, row: Row) -> _Place:
        around = frozenset([*upwards(row.get("place_id"), self._parents), row["country_id"]])
        return _Place(around, row.get("place_id") or row["country_id"])
