"""Reckons the ledger: what became of each pledge, and what was looked at for it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ocdb.dates import over
from ocdb.load.derived.collecting import collect
from ocdb.load.derived.conflicts import disputed, preferred
from ocdb.load.derived.periods import evidence_of_sites
from ocdb.load.derived.totals import pledges as counting
from ocdb.load.derived.totals import upwards
from ocdb.load.row import Row, Rows
from ocdb.rules import ledger as rules
from ocdb.rules.ledger import COMPARABLE, About, Evidence, Figure, Line, Pledge, Report, Sourced
from ocdb.rules.periods import GIVEN_UP, empty_until
from ocdb.rules.totals import Promises, Scope, roll_up


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
        self.contested = disputed(rows)
        self.preferred = preferred(rows)
        self.links = defaultdict(list)
        self.rivals = defaultdict(list)
        for link in rows.get("claim_link", ()):
            self.links[link["claim_id"], link["kind"]].append(link["other_id"])
            if link["kind"] == "conflicts_with":
                self.rivals[link["claim_id"]].append(link["other_id"])
                self.rivals[link["other_id"]].append(link["claim_id"])
        self.empty_until = self._empty_until()
        self.staffed = self._staffed()
        self.ended = self._ended()

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
            due_from=row["due_from"],
            site_ended=self.ended.get(row["site_id"], ""),
            fresh=self._fresh(row["site_id"], announced),
            part_of=tuple(self.links[row["id"], "part_of"]),
            revises=tuple(self._older(row["id"])),
            directness=row["directness"],
            over=over(row["due"]) if row["due"] else None,
            standing=row["id"] not in self.contested,
        )

    def _older(self, pledge: str) -> Iterator[str]:
        """Yield the pledges that one is a newer version of, or is preferred over a newer version of."""
        yield from self.links[pledge, "revises"]
        if pledge in self.preferred:
            for rival in self.rivals[pledge]:
                yield from (old for old in self.links[rival, "revises"] if old != pledge)

    def reports(self) -> list[Report]:
        """Return the reports; one without a date tells of the time when its first source appeared."""
        return [
            Report(
                row["id"],
                row["kind"],
                row["measure"],
                Figure(row["low"], row["high"], row["bound"]),
                self._about(row),
                *self._dated(row, "as_of"),
                standing=row["id"] not in self.contested,
                directness=row["directness"],
            )
            for row in self.rows.get("job_report", ())
        ]

    def verdicts(self) -> list[Sourced]:
        """Return the verdicts that sources give, but for those that lose a conflict."""
        return [
            Sourced(row["id"], row["pledge_id"], row["outcome"], self._dated(row, "as_of")[1])
            for row in self.rows.get("verdict", ())
            if row["id"] not in self.contested
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

    def _fresh(self, site: str | None, announced: date | None) -> bool:
        """Return whether certainly nobody worked at a site before a promise that was made by a day."""
        if not site or not announced or self.empty_until.get(site, date.min) < announced:
            return False
        staffed = self.staffed.get(site)
        return not staffed or staffed > announced

    def _empty_until(self) -> dict[str, date]:
        """Return for each site the last day on which nobody can have worked there before, where that is known."""
        evidence = evidence_of_sites(self.rows)
        days = {row["id"]: empty_until(evidence[row["id"]], row["operator_id"]) for row in self.rows.get("site", ())}
        return {site: day for site, day in days.items() if day}

    def _staffed(self) -> dict[str, date]:
        """Return for each site the first day of which a report may tell that people work there."""
        found: dict[str, date] = {}
        for row in self.rows.get("job_report", ()):
            if row["site_id"] and row["measure"] in COMPARABLE["hires"] and row["high"] != 0:
                day = self._dated(row, "as_of")[0] or date.min
                found[row["site_id"]] = min(day, found.get(row["site_id"], day))
        return found

    def _ended(self) -> dict[str, str]:
        """Return in words of each site that is closed, or whose opening was given up, that it is."""
        latest: dict[str, Row] = {}
        for row in self.rows.get("site_period", ()):  # in the order of time
            latest[row["site_id"]] = row
        closed = {
            site: f"its site had closed by {row['first_day']}"
            for site, row in latest.items()
            if row["status"] == "closed"
        }
        dropped = {
            site: "the opening of its site was given up"
            for site, row in latest.items()
            if row["status"] == "unknown" and GIVEN_UP["open"] in row["reason"].split("; ")
        }
        return closed | dropped


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
