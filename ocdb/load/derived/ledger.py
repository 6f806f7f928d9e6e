"""Reckons the ledger: what became of each pledge, and what was looked at for it."""

from collections import defaultdict
from datetime import date

from ocdb import ledger as rules
from ocdb.ledger import About, Evidence, Figure, Line, Pledge, Report, Sourced
from ocdb.load.derived.collecting import collect
from ocdb.load.derived.conflicts import disputed
from ocdb.load.derived.totals import pledges as counting
from ocdb.load.derived.totals import upwards
from ocdb.load.rows import Row, Rows
from ocdb.rollup import Promises, Scope, roll_up


def ledger(rows: Rows) -> Rows:
    """Return the rows of the tables ledger and ledger_evidence."""
    read = _Reading(rows)
    lines = rules.ledger(read.pledges(), read.reports(), read.verdicts())
    counted = _counted(rows)
    return {
        "ledger": [_line(line, counts=line.pledge in counted) for line in lines],
        "ledger_evidence": [_evidence(line, one) for line in lines for one in line.evidence],
    }


def _line(line: Line, *, counts: bool) -> Row:
    return {
        "pledge_id": line.pledge,
        "while_open": line.while_open,
        "once_due": line.once_due,
        "verdict_basis": line.basis,
        "shown": line.shown,
        "timing": line.timing,
        "reason": line.reason,
        "counts": counts,
    }


def _evidence(line: Line, one: Evidence) -> Row:
    return {
        "pledge_id": line.pledge,
        "claim_id": one.claim,
        "bearing": one.bearing,
        "low": one.low,
        "high": one.high,
        "reason": one.reason,
    }


def _counted(rows: Rows) -> set[str]:
    """Return the pledges that count in the total of their country and basis."""
    everything = counting(rows)
    promises = Promises(everything)
    scopes = {(one.country, one.basis) for one in everything}
    return {
        one.id
        for country, basis in scopes
        for one in roll_up(everything, Scope(countries=frozenset([country]), basis=basis), promises).counted
    }


class _Reading:
    """Reads from the rows what the rules need to know."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.parents = {row["id"]: row["parent_id"] for row in rows.get("place", ())}
        self.employers = collect(rows, "claim_party", "claim_id", "party_id", role="employer")
        self.one_slug = _one_slug(rows)
        self.published = _published(rows)
        self.links = defaultdict(list)
        for link in rows.get("claim_link", ()):
            self.links[link["claim_id"], link["kind"]].append(link["other_id"])
        self.empty_until = self._empty_until()

    def pledges(self) -> list[Pledge]:
        """Return the pledges; one without a date was made when its first source appeared."""
        return [self._pledge(row) for row in self.rows.get("job_pledge", ())]

    def _pledge(self, row: Row) -> Pledge:
        made, announced = self._dated(row, "announced")
        return Pledge(
            row["id"],
            row["measure"],
            row["reading"],
            Figure(row["low"], row["high"], row["bound"]),
            self._about(row),
            announced=announced,
            made=made,
            due=row["due_to"],
            fresh=bool(made and self.empty_until.get(row["site_id"], date.min) >= made),
            part_of=tuple(self.links[row["id"], "part_of"]),
            revises=tuple(self.links[row["id"], "revises"]),
        )

    def reports(self) -> list[Report]:
        """Return the reports; one without a date tells of the time when its first source appeared."""
        contested = disputed(self.rows)
        return [
            Report(
                row["id"],
                row["kind"],
                row["measure"],
                Figure(row["low"], row["high"], row["bound"]),
                self._about(row),
                *self._dated(row, "as_of"),
                standing=row["id"] not in contested,
            )
            for row in self.rows.get("job_report", ())
        ]

    def verdicts(self) -> list[Sourced]:
        """Return the verdicts that sources give, but for those that lose a conflict."""
        contested = disputed(self.rows)
        return [
            Sourced(row["id"], row["pledge_id"], row["outcome"], self._dated(row, "as_of")[1])
            for row in self.rows.get("verdict", ())
            if row["id"] not in contested
        ]

    def _dated(self, row: Row, name: str) -> tuple[date | None, date | None]:
        """Return first and last day of a claim's date, or of its first source's publication where it has none."""
        if row[name]:
            return row[f"{name}_from"], row[f"{name}_to"]
        return self.published.get(row["id"], (None, None))

    def _about(self, row: Row) -> About:
        operators = frozenset(self.one_slug.get(slug, slug) for slug in self.employers[row["id"]])
        unnamed = row.get("unnamed_operators", 0)
        places = frozenset(upwards(row["place_id"], self.parents))
        return About(operators, row["country_id"], row["place_id"], places, row["site_id"], unnamed)

    def _empty_until(self) -> dict[str, date]:
        """Return for each site a day until which certainly nobody worked there: its first opening, or as yet a plan."""
        openings = defaultdict(list)
        for row in self.rows.get("site", ()):
            openings[row["id"]].append(row["opened_from"])
        for row in self.rows.get("event", ()):
            if row["kind"] == "opening":
                openings[row["site_id"]].append(row["date_from"])
        for row in self.rows.get("development", ()):
            if row["status"] == "open":
                openings[row["concerns_id"]].append(row["date_from"])
        found = {}
        for row in self.rows.get("site", ()):
            opened = min((day for day in openings[row["id"]] if day), default=None)
            first, last = self.published.get(row["id"], (None, None))
            planned = first if row["status"] == "planned" and last else None
            days = [day for day in (opened, planned) if day]
            if days:
                found[row["id"]] = max(days)
        return found


def _one_slug(rows: Rows) -> dict[str, str]:
    """Return one slug for each operator and all that it was called before and later."""
    found: dict[str, str] = {}
    for row in rows.get("operator_kin", ()):
        if row["relation"] == "same":
            found[row["operator_id"]] = min(found.get(row["operator_id"], row["other_id"]), row["other_id"])
    return found


def _published(rows: Rows) -> dict[str, tuple[date | None, date | None]]:
    """Return the first and last day of the publication of each claim's first source, undated sources left out."""
    spans = {row["id"]: (row["published_from"], row["published_to"]) for row in rows.get("source", ())}

    def order(span: tuple[date | None, date | None]) -> tuple[date, date]:
        return span[1] or date.max, span[0] or date.max

    found = {}
    for claim, sources in collect(rows, "citation", "claim_id", "source_id", stance="supports").items():
        known = [spans[source] for source in sources if any(spans[source])]
        if known:
            found[claim] = min(known, key=order)
    return found
