"""Reads from the rows what the rules need to know of promises, reports and verdicts."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from ocdb.dates import earliest, over
from ocdb.load.derived.collecting import collect
from ocdb.load.derived.conflicts import disputed, losers, preferred
from ocdb.load.derived.kin import kinship
from ocdb.load.derived.periods import evidence_of_sites
from ocdb.load.derived.places import upwards
from ocdb.load.row import Row, Rows
from ocdb.rules import evidence, promises
from ocdb.rules.about import About
from ocdb.rules.evidence import Report
from ocdb.rules.figures import Figure
from ocdb.rules.kinship import Kinship
from ocdb.rules.ledger import Sourced
from ocdb.rules.lines import NOBODY, PEOPLE
from ocdb.rules.periods import OPENING_GIVEN_UP, empty_until
from ocdb.rules.reasons import Reason

Times = tuple[date | None, date | None]


class Reading:
    """The rows of all tables, read as the rules take them."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.areas = {row["id"] for row in rows.get("country", ()) if row["kind"] == "area"}
        self.parents = {row["id"]: row["parent_id"] for row in rows.get("place", ())}
        self.parks = {row["id"] for row in rows.get("place", ()) if row["kind"] == "park"}
        self.employers = collect(rows, "claim_party", "claim_id", "party_id", role="employer")
        self.sources = collect(rows, "citation", "claim_id", "source_id", stance="supports")
        self.published = _published(rows)
        self.contested = disputed(rows)
        self.preferred = preferred(rows)
        self.links: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.rivals: dict[str, list[str]] = defaultdict(list)
        for link in rows.get("claim_link", ()):
            self.links[link["claim_id"], link["kind"]].append(link["other_id"])
            if link["kind"] == "conflicts_with":
                self.rivals[link["claim_id"]].append(link["other_id"])
                self.rivals[link["other_id"]].append(link["claim_id"])
        self.reports = {row["id"]: row for row in rows.get("job_report", ())}

    @cached_property
    def kinship(self) -> Kinship:
        """Return who goes by which names, and who followed whom."""
        return kinship(self.rows)

    # --- as the ledger takes them ---

    def pledges(self) -> list[evidence.Pledge]:
        """Return the pledges; one without a date was made when its first source appeared."""
        return [self._pledge(row) for row in self.rows.get("job_pledge", ())]

    def _pledge(self, row: Row) -> evidence.Pledge:
        made, announced = self.dated(row, "announced")
        about = self._about(row)
        return evidence.Pledge(
            row["id"],
            row["measure"],
            row["reading"],
            Figure(row["low"], row["high"], row["bound"]),
            about,
            baseline=self.baseline(row),
            baseline_report=row["baseline_id"],
            announced=announced,
            made=made,
            due=row["due_to"],
            over=over(row["due"]) if row["due"] else None,
            directness=row["directness"],
            firmness=row["firmness"],
            revises=tuple(self._older(row["id"])),
            successors=tuple(self._successors(about)),
            site_ended=self._ended.get(row["site_id"]),
            standing=row["id"] not in self.contested,
        )

    def _older(self, pledge: str) -> Iterator[str]:
        """Yield the pledges that one is a newer version of, or is preferred over a newer version of."""
        yield from self.links[pledge, "revises"]
        if pledge in self.preferred:
            for rival in self.rivals[pledge]:
                yield from (old for old in self.links[rival, "revises"] if old != pledge)

    def baseline(self, row: Row) -> Figure | None:
        """Return how many were there when a pledge was made: as a report says, or nobody where its site was new."""
        report = self.reports.get(row["baseline_id"])
        if not report:
            new = row["baseline_none"] or self._fresh(row["site_id"], self.dated(row, "announced")[1])
            return NOBODY if new else None
        if report["id"] in self.contested or report["measure"] not in PEOPLE or row["measure"] not in PEOPLE:
            return None
        return Figure(report["low"], report["high"], report["bound"])

    def since(self, row: Row) -> date | None:
        """Return the first day of the time when a pledge's baseline was counted, or when it was made at a new site."""
        report = self.reports.get(row["baseline_id"])
        return self.dated(report, "as_of")[0] if report else self.dated(row, "announced")[0]

    def _successors(self, about: About) -> Iterator[tuple[str, date]]:
        """Yield who certainly took over from the employers of a promise, and who ran its site later, with the day."""
        for slug in sorted(about.operators):
            for successor, day in self._taken_over.get(slug, ()):
                if successor not in about.operators:
                    yield successor, day
        running = self._operators_of_sites.get(about.site or "", [])
        last = max((place for place, (slug, _) in enumerate(running) if slug in about.operators), default=len(running))
        yield from running[last + 1 :]

    def reports_of_jobs(self) -> list[Report]:
        """Return the reports; one without a date tells of the time when its first source appeared."""
        return [
            Report(
                row["id"],
                row["kind"],
                row["measure"],
                Figure(row["low"], row["high"], row["bound"]),
                self._about(row),
                *self.dated(row, "as_of"),
                standing=row["id"] not in self.contested,
                directness=row["directness"],
            )
            for row in self.reports.values()
        ]

    def verdicts(self) -> list[Sourced]:
        """Return the verdicts that sources give, but for those that lose a conflict."""
        return [
            Sourced(
                row["id"],
                row["pledge_id"],
                row["outcome"],
                *self.dated(row, "as_of"),
                preferred=row["id"] in self.preferred,
            )
            for row in self.rows.get("verdict", ())
            if row["id"] not in self.contested
        ]

    def dated(self, row: Row, name: str) -> Times:
        """Return the first and last day of a claim's date, doubt included; without one, of its first publication."""
        if row[name]:
            return earliest(row[name]), over(row[name])
        return self.published.get(row["id"], (None, None))

    def _about(self, row: Row) -> About:
        operators = frozenset(self._one(slug) for slug in self.employers[row["id"]])
        unnamed = row.get("unnamed_operators", 0)
        places = frozenset(upwards(row["place_id"], self.parents))
        return About(
            operators,
            row["country_id"],
            row["place_id"],
            places,
            row["site_id"],
            unnamed,
            row["sector"],
            park=row["place_id"] in self.parks,
        )

    # --- as the rule of totals takes them ---

    def promised(self, cancelled: set[str]) -> list[promises.Pledge]:
        """Return the pledges, each operator under its present slug.

        Args:
            cancelled: those that were given up, by what became of them.
        """
        return [self._promise(row, cancelled) for row in self.rows.get("job_pledge", ())]

    def _promise(self, row: Row, cancelled: set[str]) -> promises.Pledge:
        operators = (self.kinship.newest(slug) for slug in self.employers[row["id"]])
        plain = ("id", "measure", "basis", "reading", "firmness", "unnamed_operators", "due_to")
        return promises.Pledge(
            **{key: row[key] for key in plain},
            figure=Figure(row["low"], row["high"], row["bound"]),
            country=row["country_id"],
            baseline=self.baseline(row),
            operators=tuple(dict.fromkeys(operators)),
            sector=row["sector"] or "",
            places=frozenset(upwards(row["place_id"], self.parents)),
            at=row["place_id"] or row["country_id"],
            wide=row["country_id"] in self.areas,
            site=row["site_id"] or "",
            made=self.dated(row, "announced"),
            since=self.since(row),
            baseline_report=row["baseline_id"] or "",
            sources=frozenset(self.sources[row["id"]]),
            part_of=tuple(self.links[row["id"], "part_of"]),
            revises=tuple(self.links[row["id"], "revises"]),
            conflicts_with=tuple(self.links[row["id"], "conflicts_with"]),
            preferred=row["id"] in self.preferred,
            cancelled=row["id"] in cancelled,
            denied=row["id"] in self._denied,
        )

    # --- sites and operators ---

    @cached_property
    def _denied(self) -> set[str]:
        denied = {row["claim_id"] for row in self.rows.get("citation", ()) if row["stance"] == "contradicts"}
        return denied - self.preferred

    def _one(self, operator: str) -> str:
        return self._one_slug.get(operator, operator)

    @cached_property
    def _one_slug(self) -> dict[str, str]:
        """Return one slug for each operator and all that it was called before and later."""
        slugs: dict[str, str] = {}
        for row in self.rows.get("operator_kin", ()):
            if row["relation"] == "same":
                slugs[row["operator_id"]] = min(slugs.get(row["operator_id"], row["other_id"]), row["other_id"])
        return slugs

    @cached_property
    def _taken_over(self) -> dict[str, list[tuple[str, date]]]:
        """Return who certainly follows each operator at last, under one slug, with the day from which that holds."""
        lost, developments = losers(self.rows), defaultdict(list)
        for row in self.rows.get("development", ()):
            if row["id"] not in lost:
                developments[row["concerns_id"]].append(row)
        steps: dict[str, list[tuple[str, date]]] = defaultdict(list)
        for row in self.rows.get("succession", ()):
            news = [one for one in (row, *developments[row["id"]]) if one["status"] == "completed"]
            if row["id"] in lost or not news:
                continue
            days = [day for one in news if (day := self.dated(one, "date")[1])]
            before, after = self._one(row["predecessor_id"]), self._one(row["successor_id"])
            if before != after:
                steps[before].append((after, min(days, default=date.max)))
        return {slug: list(_follow(slug, steps)) for slug in steps}

    @cached_property
    def _operators_of_sites(self) -> dict[str, list[tuple[str, date]]]:
        """Return who ran each site, one after the other, under one slug, with the first day."""
        running: dict[str, list[tuple[str, date]]] = defaultdict(list)
        for row in self.rows.get("site_period", ()):  # in the order of time
            if row["operator_id"]:
                running[row["site_id"]].append((self._one(row["operator_id"]), row["first_day"] or date.min))
        return running

    def _fresh(self, site: str | None, announced: date | None) -> bool:
        """Return whether certainly nobody worked at a site before a promise that was made by a day."""
        if not site or not announced or self._empty_until.get(site, date.min) < announced:
            return False
        staffed = self._staffed.get(site)
        return not staffed or staffed > announced

    @cached_property
    def _empty_until(self) -> dict[str, date]:
        """Return for each site the last day on which nobody can have worked there before, where that is known."""
        shown = evidence_of_sites(self.rows)
        days = {
            row["id"]: empty_until(shown[row["id"]], row["operator_id"], row["id"]) for row in self.rows.get("site", ())
        }
        return {site: day for site, day in days.items() if day}

    @cached_property
    def _staffed(self) -> dict[str, date]:
        """Return for each site the first day on which people may have worked there, as reports and losses say."""
        people = [(row, self.dated(row, "as_of")[0]) for row in self.reports.values()]
        people += [(row, self.dated(row, "announced")[0]) for row in self.rows.get("job_loss", ())]
        people += [(row, self.dated(row, "date")[0]) for row in self.rows.get("job_loss", ()) if row["date"]]
        staffed: dict[str, date] = {}
        for row, first in people:
            if row["site_id"] and row["measure"] in (*PEOPLE, "hires") and row["high"] != 0:
                day = first or date.min
                staffed[row["site_id"]] = min(day, staffed.get(row["site_id"], day))
        return staffed

    @cached_property
    def _ended(self) -> dict[str, Reason]:
        """Return of each site that is closed, or whose opening was given up, that it is."""
        latest: dict[str, Row] = {}
        for row in self.rows.get("site_period", ()):  # in the order of time
            latest[row["site_id"]] = row
        given_up = {
            (row["site_id"], row["position"])
            for row in self.rows.get("site_period_reason", ())
            if row["reason"] == OPENING_GIVEN_UP
        }
        ends = {site: _end(row, given_up=(site, row["position"]) in given_up) for site, row in latest.items()}
        return {site: reason for site, reason in ends.items() if reason}


def _end(row: Row, *, given_up: bool) -> Reason | None:
    """Return why a site is no more, by its last period, and by whether its opening was given up then."""
    if row["status"] == "closed":
        return Reason.of("site_closed", day=row["first_day"].isoformat() if row["first_day"] else None)
    return Reason("site_given_up") if row["status"] == "unknown" and given_up else None


def _follow(slug: str, steps: dict[str, list[tuple[str, date]]]) -> Iterator[tuple[str, date]]:
    """Yield all who follow an operator, directly or through others, each with the day from which it is certain."""
    waiting, seen = list(steps.get(slug, ())), {slug}
    while waiting:
        after, day = waiting.pop()
        if after not in seen:
            seen.add(after)
            yield after, day
            waiting += [(one, max(day, later)) for one, later in steps.get(after, ())]


def _published(rows: Rows) -> dict[str, Times]:
    """Return the first and last day of the publication of each claim's first source, undated sources left out."""
    written = {row["id"]: row["published"] for row in rows.get("source", ()) if row["published"]}
    spans = {source: (earliest(text), over(text)) for source, text in written.items()}
    published = {}
    for claim, sources in collect(rows, "citation", "claim_id", "source_id", stance="supports").items():
        known = [spans[source] for source in sources if source in spans]
        if known:
            published[claim] = min(known, key=lambda span: (span[1] or date.max, span[0] or date.max))
    return published
