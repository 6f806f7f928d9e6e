"""Whom, where and which site each claim is about: what lists are narrowed by."""

from collections import defaultdict
from collections.abc import Iterator

from ocdb.load.derived.collecting import collect
from ocdb.load.derived.places import upwards
from ocdb.load.row import Row, Rows

# Whom a claim names in the row of its own kind: the table, the column and the role.
_NAMED = (
    ("site", "operator_id", "operator"),
    ("position", "official_id", "official"),
    ("position", "organisation_id", "organisation"),
    ("succession", "predecessor_id", "predecessor"),
    ("succession", "successor_id", "successor"),
    ("ownership", "owned_id", "owned"),
    ("ownership", "owner_id", "owner"),
    ("development", "operator_id", "operator"),
)
# The tables whose claims are at one place.
_AT_ONE_PLACE = ("site", "job_pledge", "job_loss", "job_report", "investment", "statistic", "statement")
# The tables whose claims may name a site.
_OF_A_SITE = ("event", "job_pledge", "job_loss", "job_report", "investment", "statistic")

Roles = dict[str, dict[tuple[str, str], None]]
Spots = dict[str, dict[tuple[str, str], Row]]


def involved(rows: Rows) -> Iterator[Row]:
    """Yield each party that occurs in a claim, once a role.

    Beside the roles that curators give there are said_by and the names of columns. A verdict has the parties of its
    pledge, a development those of what it concerns; a site also the operators to which it passes.
    """
    parties = _partners(rows)
    own = _named(rows)
    found: Roles = defaultdict(dict)
    for claims in (parties, own):
        for claim, some in claims.items():
            found[claim] |= some
    for row in rows.get("claim_speaker", ()):
        found[row["claim_id"]][row["party_id"], "said_by"] = None
    for row in rows.get("verdict", ()):
        found[row["id"]] |= parties.get(row["pledge_id"], {})
    of_subjects = {row["id"] for table in ("site", "succession") for row in rows.get(table, ())}
    for row in rows.get("development", ()):
        about = row["concerns_id"]
        found[row["id"]] |= parties.get(about, {}) | (own[about] if about in of_subjects and about in own else {})
        if row["operator_id"]:
            found[about][row["operator_id"], "operator"] = None
    for claim, some in found.items():
        for party, role in some:
            yield {"claim_id": claim, "party_id": party, "role": role}


def _partners(rows: Rows) -> Roles:
    """Return whom curators name in a role."""
    found: Roles = defaultdict(dict)
    for row in rows.get("claim_party", ()):
        found[row["claim_id"]][row["party_id"], row["role"]] = None
    return found


def _named(rows: Rows) -> Roles:
    """Return whom claims name in the rows of their own kinds."""
    found: Roles = defaultdict(dict)
    for table, column, role in _NAMED:
        for row in rows.get(table, ()):
            if row[column]:
                found[row["id"]][row[column], role] = None
    return found


def located(rows: Rows) -> Iterator[Row]:
    """Yield each place, or country where no place is known, that a claim is about, once a role.

    A verdict is where its pledge is, a development where what it concerns is.
    """
    found: Spots = defaultdict(dict)
    for row in rows.get("event_place", ()):
        _put(found, row["event_id"], row["role"], row)
    for table in _AT_ONE_PLACE:
        for row in rows.get(table, ()):
            if row["country_id"]:
                _put(found, row["id"], "at", row)
    for table, about in (("verdict", "pledge_id"), ("development", "concerns_id")):
        for row in rows.get(table, ()):
            if row[about] in found:
                found[row["id"]] = found[row[about]]
    for claim, spots in found.items():
        for (role, spot), row in spots.items():
            where = {"country_id": row["country_id"], "place_id": row.get("place_id")}
            yield {"claim_id": claim, "role": role, "spot": spot, **where}


def _put(found: Spots, claim: str, role: str, row: Row) -> None:
    found[claim][role, row.get("place_id") or row["country_id"]] = row


def at_site(rows: Rows) -> Iterator[Row]:
    """Yield the site that each claim is about, where it is about one."""
    sites = {row["id"]: row["id"] for row in rows.get("site", ())}
    sites |= {row["id"]: row["site_id"] for table in _OF_A_SITE for row in rows.get(table, ()) if row["site_id"]}
    for table, about in (("verdict", "pledge_id"), ("development", "concerns_id")):
        sites |= {row["id"]: sites[row[about]] for row in rows.get(table, ()) if row[about] in sites}
    for claim, site in sites.items():
        yield {"claim_id": claim, "site_id": site}


def place_within(rows: Rows) -> Iterator[Row]:
    """Yield each place with itself and with every place that contains it, at any depth."""
    parents = {row["id"]: row["parent_id"] for row in rows.get("place", ())}
    for place in parents:
        for around in upwards(place, parents):
            yield {"place_id": place, "within_id": around}


def areas_of(rows: Rows) -> dict[str, frozenset[str]]:
    """Return for each area what lies in it: itself, countries and areas."""
    within = collect(rows, "country_within", "within_id", "country_id")
    return {row["id"]: frozenset(within[row["id"]]) for row in rows.get("country", ()) if row["kind"] == "area"}
