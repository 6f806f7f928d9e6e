"""What a claim's row in a list needs beside the table of its kind: names, places, sources, links and its order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ocdb import kinds
from ocdb.load.derived.current import current
from ocdb.load.derived.states import State
from ocdb.load.row import Row, Rows
from ocdb.text import fold

# Of these figures only who employs is an operator of theirs.
_EMPLOYED = ("pledge", "loss", "report")
# Claims about another claim: the column that holds it.
_ABOUT = {"verdict": "pledge_id", "development": "concerns_id"}
# Where an event takes place; where no source says, where it leads to, else leads from.
_MAIN_ROLES = ("at", "to", "from")
# The dates that a claim may be about, and none has two of them but a pledge and a site, of which the first counts.
_DATES = ("due", "opened", "closed", "as_of", "held", "date")
# How people write a figure, by its bound.
_WRITTEN = {
    "exact": "{low}", "about": "about {low}", "nearly": "nearly {low}", "at_least": "at least {low}",
    "at_most": "at most {high}", "range": "{low} to {high}",
}  # fmt: skip
# Below whatever a text has, so that a name stands before those that it begins.
_END = "\x01"


def facts(rows: Rows, latest: Mapping[str, State]) -> Iterator[Row]:
    """Yield the row of each claim.

    Args:
        rows: the tables of what curators wrote.
        latest: the latest states of claims (`states`).
    """
    known = _Known(rows, latest)
    for claim in rows.get("claim", ()):
        key, kind = claim["id"], claim["kind"]
        parties, places = known.parties(key), known.places(key)
        ordered = known.current(key) | parties | places | known.person(key)
        yield {
            "claim_id": key,
            "kind": kind,
            "sort_key": _sort_key(kind, ordered, key),
            **_figure(known.own[key]),
            "date": next((date for name in _DATES if (date := known.own[key].get(name))), None),
            **parties,
            **places,
            **known.speakers(key),
            **known.links(key),
            **known.support(key),
        }


class _Known:
    """What other tables tell of claims."""

    def __init__(self, rows: Rows, latest: Mapping[str, State]) -> None:
        self.latest = latest
        self.kind = {row["id"]: row["kind"] for row in rows.get("claim", ())}
        self.own = {row["id"]: row for kind in kinds.CLAIMS for row in rows.get(kind.table, ())}
        self.party = {row["id"]: row for row in rows.get("party", ())}
        self.country = {row["id"]: row["name_en"] for row in rows.get("country", ())}
        self.place = {row["id"]: row["label"] for row in rows.get("place", ())}
        self.voice = {row["id"]: row["syndicated_from"] or row["id"] for row in rows.get("source", ())}
        self._parties = _by_claim(rows, "claim_party")
        self._speakers = _by_claim(rows, "claim_speaker")
        self._citations = _by_claim(rows, "citation")
        self._spots = _by_claim(rows, "event_place", "event_id")
        self._links: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for row in rows.get("claim_link", ()):
            self._links[row["claim_id"]][row["kind"]].add(row["other_id"])
            if row["kind"] == "conflicts_with":
                self._links[row["other_id"]][row["kind"]].add(row["claim_id"])

    def current(self, claim: str) -> Row:
        """Return a claim's row as its view shows it: with the date of its latest state."""
        own, state = self.own[claim], self.latest.get(claim)
        if not state or self.kind[claim] == "site":
            return own
        now = current(own, state).date
        return own | {"date_from": now.first, "date_to": now.last}

    def parties(self, claim: str) -> Row:
        """Return the operators, institutions and officials in a claim, in the curator's order, with their names."""
        found: dict[str, list[str]] = {"operator": self._operators(claim), "institution": [], "official": []}
        for row in self._parties.get(claim, ()):
            whose = self.party[row["party_id"]]["kind"]
            if whose != "operator":
                found[whose].append(row["party_id"])
        told: Row = {}
        for whose, keys in found.items():
            each = list(dict.fromkeys(keys))
            told |= {whose: _joined(each), f"{whose}_name": self._names(each)}
        return told

    def _operators(self, claim: str) -> list[str]:
        """Return the operators of a claim; a verdict has those of its pledge, a development those of its subject."""
        own, kind = self.own[claim], self.kind[claim]
        if kind == "site":
            state = self.latest.get(claim)
            return [one for one in ((state and state.operator) or own["operator_id"],) if one]
        if kind == "succession":
            return [own["predecessor_id"], own["successor_id"]]
        if kind in _ABOUT:
            return [own["operator_id"]] if own.get("operator_id") else self._operators(own[_ABOUT[kind]])
        return [
            row["party_id"]
            for row in self._parties.get(claim, ())
            if self.party[row["party_id"]]["kind"] == "operator"
            and (row["role"] == "employer" or kind not in _EMPLOYED)
        ]

    def places(self, claim: str) -> Row:
        """Return where a claim is, and of an event also where it leads from and to."""
        own, kind = self.own[claim], self.kind[claim]
        if kind in _ABOUT:
            return self.places(own[_ABOUT[kind]])
        spots = self._spots.get(claim) or ([own | {"role": "at"}] if own.get("country_id") else [])
        there = {role: [row for row in spots if row["role"] == role] for role in _MAIN_ROLES}
        main = next((some for some in there.values() if some), [])
        countries = list(dict.fromkeys(row["country_id"] for row in main))
        places = [row["place_id"] for row in main if row.get("place_id")]
        told = {
            "country": _joined(countries),
            "country_name": _joined(map(self.country.__getitem__, countries)),
            "place": _joined(places),
            "place_name": _joined(map(self.place.__getitem__, places)),
        }
        for role in ("from", "to"):
            found = there[role]
            told[f"{role}_place"] = _joined(row.get("place_id") or row["country_id"] for row in found)
            told[f"{role}_place_name"] = _joined(map(self._where, found))
        return told

    def _where(self, spot: Row) -> str:
        name: str = self.place[spot["place_id"]] if spot.get("place_id") else self.country[spot["country_id"]]
        return name

    def speakers(self, claim: str) -> Row:
        """Return whom the sources quote for a claim, in the curator's order."""
        keys = [row["party_id"] for row in self._speakers.get(claim, ())]
        return {"said_by": _joined(keys), "said_by_name": self._names(keys)}

    def links(self, claim: str) -> Row:
        """Return the other claims that a claim relates to; a conflict is one of both claims."""
        links = self._links.get(claim, {})
        return {kind: _joined(sorted(links.get(kind, ()))) for kind in ("part_of", "revises", "conflicts_with")}

    def support(self, claim: str) -> Row:
        """Return how many articles stand behind a claim and how many deny it.

        Copies of one text are one voice: a source that is syndicated from another text speaks with that text's voice.
        """
        told: Row = {}
        for stance, sources, voices in (
            ("supports", "sources", "voices"),
            ("contradicts", "contradicted", "denying_voices"),
        ):
            keys = {row["source_id"] for row in self._citations.get(claim, ()) if row["stance"] == stance}
            told |= {sources: len(keys), voices: len({self.voice[key] for key in keys})}
        return told

    def person(self, claim: str) -> Row:
        """Return the name of the person whose position a claim is about."""
        person = self.own[claim].get("official_id")
        return {"official_name": self.party[person]["name"]} if person else {}

    def _names(self, keys: Iterable[str]) -> str | None:
        return _joined(self.party[key]["name"] for key in keys)


def _by_claim(rows: Rows, table: str, column: str = "claim_id") -> dict[str, list[Row]]:
    """Return the rows of a table by the claim that they belong to, in the curator's order."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows.get(table, ()):
        found[row[column]].append(row)
    for some in found.values():
        if len(some) > 1 and "position" in some[0]:
            some.sort(key=lambda row: row["position"])
    return found


def _joined(texts: Iterable[str]) -> str | None:
    return "; ".join(texts) or None


def _figure(own: Row) -> Row:
    """Return the figure of a claim as people write it, and what it counts."""
    bound, currency = own.get("bound"), own.get("currency_id")
    if not bound:
        return {"figure": None, "measure": None, "currency": None}
    written = _WRITTEN[bound].format(low=_plain(own["low"]), high=_plain(own["high"]))
    return {"figure": written, "measure": own.get("measure") or currency or "per cent", "currency": currency}


def _plain(number: float | None) -> float | None:
    """Return a whole number as one: databases give 10.0 back for it."""
    return int(number) if number is not None and number == int(number) else number


def _sort_key(kind: str, row: Row, slug: str) -> bytes:
    """Return what the claims of a kind are ordered by, on any engine; what isn't known comes last."""
    return ("".join(_part(row, column) for column in _ORDERS[kind]) + slug).encode()


def _part(row: Row, column: str) -> str:
    value: Any = row[column]
    if column.endswith("_from"):
        value = value or row[f"{column[:-4]}to"]
        return f"0{value}" if value else "1"
    return f"0{fold(value)}{_END}{value}{_END}" if value is not None else "1"


_ORDERS = {kind.name: kind.order for kind in kinds.CLAIMS}
