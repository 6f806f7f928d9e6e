"""How much is on record of parties, places and countries, and how many articles about a country were read."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from ocdb.load.derived.collecting import collect
from ocdb.load.derived.places import upwards
from ocdb.load.row import Row, Rows

Sets = dict[tuple[str, str], set[str]]
# The columns from which all counts follow, those of places and countries left out.
COUNTED = {
    "party": ("id", "kind"),
    "site": ("id", "country_id", "operator_id", "place_id"),
    "job_pledge": ("id", "country_id"),
    "job_report": ("id",),
    "claim_party": ("claim_id", "party_id", "role"),
    "development": ("concerns_id", "operator_id"),
    "citation": ("claim_id", "source_id", "stance"),
    "source": ("id", "published_to"),
    "involved": ("claim_id", "party_id"),
    "located": ("claim_id", "country_id", "place_id"),
}


def on_record(rows: Rows, involved: Iterable[Row], located: Iterable[Row]) -> Iterator[Row]:
    """Yield how many sites, pledges, reports and sources there are of each party, place and country, and in all.

    Args:
        rows: the tables of what curators wrote.
        involved: who occurs in which claim.
        located: where each claim is about.
    """
    kinds = {row["id"]: row["kind"] for row in rows.get("party", ())}
    parents = {row["id"]: row["parent_id"] for row in rows.get("place", ())}
    cited = collect(rows, "citation", "claim_id", "source_id", stance="supports")
    reported = {row["id"] for row in rows.get("job_report", ())}
    sources: Sets = defaultdict(set)
    reports: Sets = defaultdict(set)

    def note(kind: str, key: str, claim: str) -> None:
        sources[kind, key].update(cited.get(claim, ()))
        if claim in reported:
            reports[kind, key].add(claim)

    for row in involved:
        note(kinds[row["party_id"]], row["party_id"], row["claim_id"])
    for row in located:
        note("country", row["country_id"], row["claim_id"])
        for place in upwards(row["place_id"], parents):
            note("place", place, row["claim_id"])
    sites, pledges = _sites(rows, parents), _pledges(rows)
    every = [(kind, key) for key, kind in kinds.items()]
    every += [(table, row["id"]) for table in ("place", "country") for row in rows.get(table, ())]
    for one in every:
        kind, key = one
        some = {"sites": sites, "reports": reports, "sources": sources}
        yield {
            "kind": kind,
            "key": key,
            "pledges": pledges[one],
            **{name: len(found.get(one, ())) for name, found in some.items()},
        }
    tables = {"sites": "site", "pledges": "job_pledge", "reports": "job_report", "sources": "source"}
    yield {"kind": "all", "key": "all", **{name: len(rows.get(table, ())) for name, table in tables.items()}}


def _sites(rows: Rows, parents: dict[str, str | None]) -> Sets:
    """Return the sites of each operator that ran them, of each country, and of each place with those around it."""
    found: Sets = defaultdict(set)
    for row in rows.get("site", ()):
        found["country", row["country_id"]].add(row["id"])
        if row["operator_id"]:
            found["operator", row["operator_id"]].add(row["id"])
        for place in upwards(row["place_id"], parents):
            found["place", place].add(row["id"])
    sites = {row["id"] for row in rows.get("site", ())}
    for row in rows.get("development", ()):
        if row["operator_id"] and row["concerns_id"] in sites:
            found["operator", row["operator_id"]].add(row["concerns_id"])
    return found


def _pledges(rows: Rows) -> Counter[tuple[str, str]]:
    """Return the number of pledges for each country, and of those that name an operator as an employer."""
    counted = Counter(("country", row["country_id"]) for row in rows.get("job_pledge", ()))
    pledges = {row["id"] for row in rows.get("job_pledge", ())}
    for row in rows.get("claim_party", ()):
        if row["role"] == "employer" and row["claim_id"] in pledges:
            counted["operator", row["party_id"]] += 1
    return counted


def country_read(rows: Rows, located: Iterable[Row]) -> Iterator[Row]:
    """Yield how many articles of each year make claims about a country; an undated one has no year.

    A source stands in the last year that its date may mean.
    """
    cited: dict[str, set[str]] = defaultdict(set)
    for row in rows.get("citation", ()):
        cited[row["claim_id"]].add(row["source_id"])
    years = {row["id"]: row["published_to"].year if row["published_to"] else None for row in rows.get("source", ())}
    found: dict[tuple[str, int | None], set[str]] = defaultdict(set)
    for row in located:
        for source in cited.get(row["claim_id"], ()):
            found[row["country_id"], years[source]].add(source)
    for (country, year), sources in found.items():
        key = f"{country}:{year or 'undated'}"
        yield {"id": key, "country_id": country, "year": year, "sources": len(sources)}
