"""What could be known on a day: the rows that rest on sources published by then, and none that point elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ocdb.load.grounds import Grounds, grounds
from ocdb.load.references import DERIVED, Keys, without
from ocdb.load.row import Row, Rows
from ocdb.load.titles import changed, retitled

SUPPORTS = "supports"

# Which of a party's names lists rather show, where the one of today wasn't in use yet.
SHOWN = {"brand": 2, "former": 2, "legal": 1}


def cut(rows: Rows, day: date) -> Rows:
    """Return the rows that could be known on a day, without the derived tables: those are to be derived anew.

    Args:
        rows: of all tables, by table; they stay as they are.
        day: the last day that counts.
    """

    def ask(table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        return (tuple(row[name] for name in columns) for row in rows.get(table, ()))

    known = cut_off(rows, unknown(grounds(ask), day), day)
    return known | {"claim": retitled(known, changed(rows), lambda: rows)}


def unknown(held: Grounds, day: date) -> Keys:
    """Return the keys of the sources, searches for articles, claims and parties that couldn't be known on a day.

    A source is known once the last day on which it may have been published has come, one without a date never. A
    claim is known with the first source that supports it, and with what it needs to mean anything, as a verdict its
    pledge. A party is known once a known claim mentions it, and a search for articles once it was made. What rests on
    no source (countries, places, codes, retired slugs, judgements) is always known.
    """
    sources = {key for key, last in held.published.items() if _is_later(last, day)}
    claims = held.claims - {
        claim for claim, source, stance in held.cited if stance == SUPPORTS and source not in sources
    }
    while more := {claim for claim, needed in held.needs if needed in claims} - claims:
        claims |= more
    return {
        "source": sources,
        "coverage": (later := {key for key, last in held.searched.items() if _is_later(last, day)}),
        "search": later,
        "claim": claims,
        "party": held.parties - {party for claim, party in held.mentions if claim not in claims},
    }


def cut_off(rows: Rows, gone: Keys, day: date) -> Rows:
    """Return rows without what couldn't be known on a day.

    Args:
        rows: of tables that aren't derived: all of them, or those of registers, or of claims with all that they are
            linked with.
        gone: what couldn't be known (`unknown`).
        day: the day.
    """
    every = {table: found for table, found in rows.items() if table not in DERIVED}
    known = without(every, gone)
    if "claim" in every:
        claims = known["claim"]
        known |= {"claim_link": list(_links(every, {row["id"] for row in claims}))}
        settled = _contested(every) - _contested(known)
        known |= {"claim": [_unpreferred(row) if row["id"] in settled else row for row in claims]}
    return known | (_named(known, day) if "party" in every else {})


def _is_later(last: date | str | None, day: date) -> bool:
    return last is None or str(last) > day.isoformat()


# --- links ----------------------------------------------------------------------------------------------------------


def _links(rows: Rows, known: set[str]) -> Iterator[Row]:
    """Yield the links between known claims.

    A link that leads through claims that aren't known yet joins their neighbours: a tranche of a part of a promise is
    a tranche of that promise. Otherwise jobs would count twice whenever the claim between is the youngest.
    """
    steps: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    stated = set()
    for link in rows.get("claim_link", ()):
        steps[link["kind"]][link["claim_id"]].add(link["other_id"])
        stated.add((link["kind"], link["claim_id"], link["other_id"]))
        if link["kind"] == "conflicts_with":  # it goes both ways
            steps[link["kind"]][link["other_id"]].add(link["claim_id"])
    for kind, neighbours in steps.items():
        for claim in sorted(known & neighbours.keys()):
            for other in sorted(_first_known(claim, neighbours, known)):
                told = kind == "conflicts_with" and ((kind, other, claim) in stated or other < claim)
                if (kind, claim, other) in stated or not told:
                    yield {"claim_id": claim, "kind": kind, "other_id": other}


def _first_known(start: str, neighbours: dict[str, set[str]], known: set[str]) -> set[str]:
    """Return the known claims that are reached from a claim through none but unknown ones."""
    found, waiting = {start}, [start]
    while waiting:
        new = neighbours.get(waiting.pop(), set()) - found
        found |= new
        waiting += new - known
    return (found & known) - {start}


def _contested(rows: Rows) -> set[str]:
    """Return the claims that another claim or a source disagrees with."""
    links = [link for link in rows.get("claim_link", ()) if link["kind"] == "conflicts_with"]
    contradicted = {row["claim_id"] for row in rows.get("citation", ()) if row["stance"] == "contradicts"}
    return contradicted | {link[side] for link in links for side in ("claim_id", "other_id")}


def _unpreferred(claim: Row) -> Row:
    """Return a claim without the reason why it is preferred: nothing is known yet that disagrees with it."""
    return claim | {"preferred_because": None, "preferred_because_fr": None}


# --- names ----------------------------------------------------------------------------------------------------------


def _named(rows: Rows, day: date) -> Rows:
    """Return parties and their names without those in use only later; lists then show a name of that time."""
    names: dict[str, list[Row]] = defaultdict(list)
    for name in rows.get("party_name", ()):
        names[name["party_id"]].append(name)
    parties = rows.get("party", ())
    borne = {party["id"]: _borne(names[party["id"]], party["name"], day) for party in parties}
    return {
        "party_name": [name for found in borne.values() for name in found],
        "party": [party | {"name": _shown(party, borne[party["id"]], day)} for party in parties],
    }


def _borne(names: list[Row], main: str, day: date) -> list[Row]:
    """Return the names in use by a day; where none was yet, the main one: it can't be called nothing."""
    return [name for name in names if not _begins_later(name, day)] or [name for name in names if name["name"] == main]


def _begins_later(name: Row, day: date) -> bool:
    return name["used_from"] is not None and name["used_from"] > day


def _shown(party: Row, borne: list[Row], day: date) -> str:
    """Return the name that lists show: that of today where it was borne, else the last one that came into use."""
    if not borne or party["name"] in {name["name"] for name in borne}:
        return str(party["name"])

    def fitness(name: Row) -> tuple[bool, int, date, str]:
        over = name["used_to"] is not None and name["used_to"] < day
        return (not over, SHOWN.get(name["kind"], 0), name["used_from"] or date.min, name["name"])

    return str(max(borne, key=fitness)["name"])
