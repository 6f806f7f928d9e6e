"""The positions that officials held at the time of an event: found by the dates, never guessed."""

from collections import defaultdict
from typing import Any

from ocdb.store.reader.rows import Reader, Rows
from ocdb.text import fold

Record = dict[str, Any]
COLUMNS = (
    "official", "official_name", "role", "title", "organisation", "organisation_name", "held", "position", "then",
)  # fmt: skip
DATED = "SELECT date, date_from, date_to FROM v_events WHERE id = :event"
OFFICIALS = """
    SELECT party AS official, party_name AS official_name, role
    FROM v_claim_parties
    WHERE claim = :event AND party_kind = 'official'
"""
POSITIONS = """
    SELECT id AS position, official, title, organisation, organisation_name, held, held_from, held_to
    FROM v_positions
    WHERE official IN (SELECT party FROM v_claim_parties WHERE claim = :event)
"""


def positions_held(reader: Reader, event: str) -> Rows:
    """Return the positions of the officials in an event, whom its sources quote included, at the time of that event.

    One row a position that could have been held then; `then` says how sure that is, and that there are several, that
    the position has no date, or, without a position, that none is on record. Sorted by name, then by time.
    """
    (dated,) = reader.rows(DATED, {"event": event}).records()
    roles = defaultdict(list)
    for official, name, role in reader.rows(OFFICIALS, {"event": event}).rows:
        roles[official, name].append(role)
    known = defaultdict(list)
    for position in reader.rows(POSITIONS, {"event": event}).records():
        known[position["official"]].append(position)
    found = []
    for (official, name), listed in sorted(roles.items(), key=lambda item: (fold(item[0][1]), item[0])):
        own = {"official": official, "official_name": name, "role": "; ".join(sorted(listed))}
        found += [own | line for line in _then(dated, known[official])]
    return Rows(COLUMNS, [tuple(line.get(column) for column in COLUMNS) for line in found])


def _then(event: Record, positions: list[Record]) -> list[Record]:
    """Return the positions that could have been held at the time of an event, each with what is to be said of it."""
    ordered = sorted(positions, key=lambda one: (one["held_from"] or one["held_to"] or "~", one["position"]))
    if not ordered:
        return [{"then": "no_position"}]
    if not event["date"]:
        return [one | {"then": "event_undated"} for one in ordered]
    fitting = [one for one in ordered if one["held"] and _overlap(one, event)]
    several = "one_of_several" if len(fitting) > 1 else ""
    found = [one | {"then": several or _sureness(one, event)} for one in fitting]
    found += [one | {"then": "position_undated"} for one in ordered if not one["held"]]
    return found or [{"then": "none_then"}]


def _overlap(position: Record, event: Record) -> bool:
    """Return whether two times could be the same; an end that isn't known is open."""
    begun = not (position["held_from"] and event["date_to"]) or position["held_from"] <= event["date_to"]
    lasting = not (position["held_to"] and event["date_from"]) or position["held_to"] >= event["date_from"]
    return begun and lasting


def _sureness(position: Record, event: Record) -> str:
    """Return ``held_then`` where all of the event's date lies in the time of the position."""
    first, last = event["date_from"], event["date_to"]
    begun = not position["held_from"] or (first is not None and position["held_from"] <= first)
    lasting = not position["held_to"] or (last is not None and position["held_to"] >= last)
    return "held_then" if begun and lasting else "perhaps"
