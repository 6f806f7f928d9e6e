"""The promises or losses that concern a scope, closed over their links: read by index, whatever else is on record."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from ocdb.rules.scope import Scope
from ocdb.store.reader.batches import among, marks, named
from ocdb.store.reader.rows import Reader, Rows
from ocdb.text import several

Record = dict[str, Any]
# The columns that hold links; a contradiction stands on both sides.
LINKS = ("part_of", "revises", "conflicts_with")
_BACK = "SELECT claim FROM v_links WHERE kind IN ('part_of', 'revises') AND other IN ({keys})"
# What concerns a scope, by the part of it.
_CONCERNS = {
    "country": "country IN ({country})",
    "operator": "id IN (SELECT claim FROM v_claim_parties WHERE party IN ({operator}) AND role = 'employer')",
    # What is for the whole of a place or a country around a place is listed as left out.
    "place": "id IN (SELECT id FROM {view} WHERE place IN (SELECT place FROM v_place_within WHERE within IN ({place}))"
    " UNION SELECT id FROM {view} WHERE place IN ({around})"
    " UNION SELECT id FROM {view} WHERE country IN ({around}) AND place IS NULL)",
    "source": "id IN (SELECT claim FROM v_citations WHERE source IN ({source}) AND stance = 'supports')",
}


def read_linked(reader: Reader, view: str, columns: Sequence[str], scope: Scope) -> list[Record]:
    """Return what the rules need to answer for a scope, sorted by slug.

    That is what concerns the scope, and all that hangs together with it by links, in any direction and at any depth:
    nothing else can say whether it stands, or what it is a part of.

    Args:
        reader: the database.
        view: v_pledges or v_losses.
        columns: of the view, LINKS among them.
        scope: what is asked for.
    """
    sql = f"SELECT {', '.join(columns)} FROM {view}"
    conditions, parameters = _conditions(view, scope)
    if not conditions:
        return _sorted(reader.rows(sql).records())
    found = reader.rows(f"{sql} WHERE {' AND '.join(conditions)}", parameters).records()
    return _sorted(_closed(reader, sql, {row["id"]: row for row in found}).values())


def together(reader: Reader, view: str, key: str) -> list[str]:
    """Return the slugs of what a promise or a loss hangs together with, itself included, sorted.

    Args:
        reader: the database.
        view: v_pledges or v_losses.
        key: the slug.
    """
    sql = f"SELECT {', '.join(('id', *LINKS))} FROM {view}"
    found = among(reader, f"{sql} WHERE id IN ({{keys}})", [key]).records()
    return sorted(_closed(reader, sql, {row["id"]: row for row in found}))


def _closed(reader: Reader, sql: str, found: dict[str, Record]) -> dict[str, Record]:
    """Return records with all that they are linked with."""
    seen, new = set(found), found
    while new:
        near = {key for row in new.values() for name in LINKS for key in several(row[name])}
        near |= {claim for (claim,) in among(reader, _BACK, new).rows}
        near -= seen
        seen |= near
        # What is linked may be of another kind: then the view doesn't have it, and nothing goes on from there.
        new = {row["id"]: row for row in among(reader, f"{sql} WHERE id IN ({{keys}})", near).records()}
        found |= new
    return found


def _conditions(view: str, scope: Scope) -> tuple[list[str], dict[str, str]]:
    """Return what must hold of a record that concerns a scope, and the parameters."""
    parts = {
        "country": scope.countries, "operator": scope.operators, "place": scope.places, "source": scope.sources,
    }  # fmt: skip
    asked = {name: sorted(keys) for name, keys in parts.items() if keys}
    values = asked | ({"around": sorted(scope.around)} if "place" in asked else {})
    listed = {name: marks(keys, name) for name, keys in values.items()}
    parameters = {mark: key for name, keys in values.items() for mark, key in named(keys, name).items()}
    return [_CONCERNS[name].format(view=view, **listed) for name in asked], parameters


def _sorted(found: Iterable[Record]) -> list[Record]:
    return sorted(found, key=lambda row: str(row["id"]))


def read_records(reader: Reader, view: str, keys: Sequence[str]) -> Rows:
    """Return whole rows of a view, in the order of some keys; without keys its columns alone."""
    found = among(reader, f"SELECT * FROM {view} WHERE id IN ({{keys}})", keys)
    place = found.columns.index("id")
    rows = {row[place]: row for row in found.rows}
    return Rows(found.columns, [rows[key] for key in keys])


def read_within(reader: Reader, places: Iterable[str]) -> dict[str, set[str]]:
    """Return for each of some places itself and the places around it."""
    found: dict[str, set[str]] = defaultdict(set)
    for place, within in among(reader, "SELECT place, within FROM v_place_within WHERE place IN ({keys})", places).rows:
        found[place].add(within)
    return found


def read_sources(reader: Reader, claims: Iterable[str]) -> dict[str, set[str]]:
    """Return for each of some claims the articles that support it."""
    found: dict[str, set[str]] = defaultdict(set)
    sql = "SELECT claim, source FROM v_citations WHERE stance = 'supports' AND claim IN ({keys})"
    for claim, source in among(reader, sql, claims).rows:
        found[claim].add(source)
    return found
