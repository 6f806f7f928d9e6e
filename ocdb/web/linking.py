"""Where the cells of a table lead: each name, place and key to its page, in the words that the answer has for it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ocdb.answers.answer import Cell, Column, Record, Section
from ocdb.answers.columns import spoken
from ocdb.answers.names import areas_among
from ocdb.answers.wording import Wording
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader
from ocdb.text import several
from ocdb.words.places import called
from ocdb.words.reasons import claims_in

# A piece of text, and the kind and key of the record that it names; neither where it names none.
Piece = tuple[str, str, str]
# Columns of names, by the field beside them that holds the keys, and of what kind those are.
NAMES: Mapping[str, tuple[str, str]] = {
    "operator_name": ("operator", "operator"),
    "institution_name": ("institution", "institution"),
    "official_name": ("official", "official"),
    "said_by_name": ("said_by", ""),
    "owner_name": ("owner", ""),
    "owned_name": ("owned", "operator"),
    "predecessor_name": ("predecessor", "operator"),
    "successor_name": ("successor", "operator"),
    "organisation_name": ("organisation", ""),
    "from_place_name": ("from_place", "place"),
    "to_place_name": ("to_place", "place"),
    "parent_name": ("parent", "place"),
    "party_name": ("party", ""),
}
# Columns of keys, by what they name: an article, or any claim.
KEYS = {
    "concerns": "claim", "pledge": "claim", "decided_by": "claim", "part_of": "claim", "revises": "claim",
    "event": "claim", "conflicts_with": "claim", "source": "source",
}  # fmt: skip
# Columns of reasons, by the field beside them that holds what they are about.
REASONS = {"reason": "reason_details"}
COUNTRIES = ("country", "home_country")
# Columns that say what a record is, the best first: they lead to its page.
TELLING = ("summary", "what", "figure", "title", "place", "operator_name", "official_name", "owned_name", "date")
# What the kinds of record are whose rows a section has, where their name doesn't say it.
OF_SECTION = {
    "operators": "operator", "institutions": "institution", "officials": "official", "places": "place",
    "sources": "source", "source": "source", "articles": "source", "denial": "source",
}  # fmt: skip


@dataclass
class Links:
    """What keys of claims and parties are, read for a page in one go.

    Attributes:
        kinds: by key the kind of claim, or of party.
        summaries: by key of a claim what it says in a line, in the language that is spoken.
    """

    kinds: dict[str, str] = field(default_factory=dict)
    summaries: dict[str, str] = field(default_factory=dict)

    def learn(self, reader: Reader, sections: Iterable[Section]) -> None:
        """Read of what kind the keys in some sections are."""
        claims, parties = set(), set()
        for section in sections:
            for name in {*REASONS.values()} & {*section.rows.columns}:
                claims |= {key for record in section.rows.records() for key in _claims_in(record[name])}
            for name in {"id", "claim", *KEYS} & {*section.rows.columns}:
                claims |= _keys(section, name)
            for keys, kind in NAMES.values():
                if not kind and keys in section.rows.columns:
                    parties |= _keys(section, keys)
        claim = "SELECT id, kind, summary, summary_fr FROM v_claims WHERE id IN ({keys})"
        for record in among(reader, claim, claims - self.kinds.keys()).records():
            self.kinds[record["id"]] = record["kind"]
            self.summaries[record["id"]] = spoken(record, "summary").rstrip(".")
        party = "SELECT DISTINCT entity, kind FROM v_names WHERE entity IN ({keys})"
        self.kinds |= dict(among(reader, party, parties - self.kinds.keys()).rows)

    def pieces(self, cell: Cell, column: Column, record: Record, wording: Wording) -> list[Piece]:
        """Return the text of a cell in pieces, those with a page of their own together with its kind and key."""
        if column.name in KEYS:
            return self._claims(record[column.name], KEYS[column.name]) or [(cell.text, "", "")]
        if column.name in COUNTRIES and record[column.name]:
            return apart(cell.text, _countries(record[column.name], wording))
        if REASONS.get(column.name) in record:  # the reason of a judgement is a text of its curator
            claims = [
                (wording.name("claim", key), self.kinds.get(key, ""), key)
                for key in _claims_in(record[REASONS[column.name]])
            ]
            return apart(cell.text, claims)
        if column.name == "place":
            places, keys = several(record.get("place_name")), several(record.get("place"))
            names = [(called(name), "place", key) for name, key in zip(places, keys, strict=False)]
            return apart(cell.text, [*names, *_countries(record.get("country"), wording)])
        if column.name in NAMES:
            field_, kind = NAMES[column.name]
            return apart(cell.text, self._parties(record, column.name, field_, kind))
        return [(cell.text, "", "")]

    def _claims(self, keys: str | None, kind: str) -> list[Piece]:
        pieces: list[Piece] = []
        for key in several(keys):
            of = self.kinds.get(key, "") if kind == "claim" else kind
            text = self.summaries.get(key, key) if kind == "claim" else key
            pieces += [*([("; ", "", "")] if pieces else []), (text, of, key if of else "")]
        return pieces

    def _parties(self, record: Record, name: str, field_: str, kind: str) -> list[tuple[str, str, str | None]]:
        if name == "operator_name" and not record.get("operator") and record.get("institution"):
            name, field_, kind = "institution_name", "institution", "institution"
        names, keys = ((record.get(one) or "").split("; ") for one in (name, field_))
        if len(names) != len(keys):
            return []
        return [(text, kind or self.kinds.get(key, ""), key) for text, key in zip(names, keys, strict=True)]

    def own(self, section: Section, record: Record) -> tuple[str, str]:
        """Return kind and key of the record that a row is of; of what has no page two empty texts."""
        if section.name == "citations" and "source" in record:
            return "source", record["source"]
        key = record.get("claim") or record.get("id") or ""
        kind = OF_SECTION.get(section.name) or self.kinds.get(key, "")
        if section.name == "hit":
            kind = record["kind"]
        return (kind, key) if kind else ("", "")


def apart(text: str, names: Sequence[tuple[str, str, str | None]]) -> list[Piece]:
    """Return a text in pieces: the names that are in it, in their order, and what stands between them."""
    pieces: list[Piece] = []
    rest = text
    for name, kind, key in names:
        before, found, after = rest.partition(name) if name and kind and key else (rest, "", "")
        if found:
            pieces += [(before, "", "")] if before else []
            pieces.append((name, kind, str(key)))
            rest = after
    return [*pieces, (rest, "", "")] if rest or not pieces else pieces


def _countries(keys: str | None, wording: Wording) -> list[tuple[str, str, str | None]]:
    """Return some countries and areas: what each is called, which of the two it is, and its key."""
    return [(wording.country(key), "area" if areas_among([key]) else "country", key) for key in several(keys)]


def _claims_in(details: str | None) -> list[str]:
    """Return the keys of the claims that a reason is about, from its parameters as JSON."""
    return claims_in(json.loads(details)) if details else []


def _keys(section: Section, name: str) -> set[str]:
    index = section.rows.columns.index(name)
    return {key for row in section.rows.rows for key in str(row[index] or "").split("; ")} - {""}
