"""Reckons the totals of pledges in the common scopes."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ocdb.load.derived.collecting import collect
from ocdb.load.derived.kin import kinship
from ocdb.load.row import Row, Rows
from ocdb.rules.kinship import Kinship
from ocdb.rules.totals import Pledge, Promises, Scope, Total, roll_up


def pledges(rows: Rows) -> list[Pledge]:
    """Return the pledges among the rows, as the rule of totals needs them: each operator under its present slug."""
    links = defaultdict(list)
    for link in rows.get("claim_link", ()):
        links[link["claim_id"], link["kind"]].append(link["other_id"])
    employers = collect(rows, "claim_party", "claim_id", "party_id", role="employer")
    sources = collect(rows, "citation", "claim_id", "source_id", stance="supports")
    found = kinship(rows)
    operators = {row["id"]: found.newest(row["id"]) for row in rows.get("operator", ())}
    cancelled = {row["pledge_id"] for row in rows.get("verdict", ()) if row["outcome"] == "cancelled"}
    preferred = {row["id"] for row in rows.get("claim", ()) if row["preferred_because"]}
    parents = {row["id"]: row["parent_id"] for row in rows.get("place", ())}
    return [
        Pledge(
            **{key: row[key] for key in ("id", "measure", "basis", "low", "high", "bound", "unnamed_operators")},
            country=row["country_id"],
            operators=tuple(dict.fromkeys(operators[slug] for slug in employers[row["id"]] if slug in operators)),
            places=frozenset(upwards(row["place_id"], parents)),
            due_to=row["due_to"],
            sources=frozenset(sources[row["id"]]),
            part_of=tuple(links[row["id"], "part_of"]),
            revises=tuple(links[row["id"], "revises"]),
            conflicts_with=tuple(links[row["id"], "conflicts_with"]),
            preferred=row["id"] in preferred,
            cancelled=row["id"] in cancelled,
        )
        for row in rows.get("job_pledge", ())
    ]


def upwards(place: str | None, parents: dict[str, str | None]) -> Iterator[str]:
    """Yield a place and every place around it, from the smallest."""
    while place:
        yield place
        place = parents.get(place)


def totals(rows: Rows) -> Iterator[Row]:
    """Yield a total for each scope, basis and measure, and again for what is due by the end of each year."""
    everything = pledges(rows)
    promises = Promises(everything)
    for kind, key, names, concerned in _scopes(everything, kinship(rows)):
        years = sorted({pledge.due_to.year for pledge in concerned if pledge.due_to})
        for basis in sorted({pledge.basis for pledge in concerned}):
            for due_by in (None, *(date(year, 12, 31) for year in years)):
                scope = _scope(kind, key, due_by, basis)
                for total in roll_up(concerned, scope, promises).totals:
                    yield from (_total_row(kind, name, due_by, basis, total) for name in names)


def _scopes(
    everything: list[Pledge], found: Kinship
) -> Iterator[tuple[str, str | None, list[str | None], list[Pledge]]]:
    """Yield each common scope, the slugs under which it is asked for, and the pledges that concern it."""
    yield "all", None, [None], everything
    scopes: dict[tuple[str, str], list[Pledge]] = defaultdict(list)
    for pledge in everything:
        scopes["country", pledge.country].append(pledge)
        for place in pledge.places:
            scopes["place", place].append(pledge)
        for operator in pledge.operators:
            scopes["operator", operator].append(pledge)
    for (kind, key), concerned in sorted(scopes.items()):
        names = sorted(found.same(key)) if kind == "operator" else [key]
        yield kind, key, [*names], concerned


def _scope(kind: str, key: str | None, due_by: date | None, basis: str) -> Scope:
    only = frozenset([key] if key else [])
    return Scope(
        operators=only if kind == "operator" else frozenset(),
        countries=only if kind == "country" else frozenset(),
        places=only if kind == "place" else frozenset(),
        due_by=due_by,
        basis=basis,
    )


def _total_row(kind: str, key: str | None, due_by: date | None, basis: str, total: Total) -> Row:
    parts = (kind, key, basis, f"due-{due_by.year}" if due_by else None, total.measure)
    return {
        "id": ":".join(part for part in parts if part),
        "scope_kind": kind,
        "scope": key,
        "due_by": due_by,
        "basis": basis,
        **{name: getattr(total, name) for name in ("measure", "low", "high", "bound", "pledges")},
    }
