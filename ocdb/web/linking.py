"""Where the cells of a table lead: each name, place and key to its page, in the words that the answer has for it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ocdb.answers.answer import Cell, Column, Record, Section
from ocdb.answers.columns import spoken
from ocdb.answers.names import areas_among
from ocdb.answers.wording import Wording
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader
from ocdb.text import several
from ocdb.words.articles import article_name
from ocdb.words.places import called
from ocdb.words.reasons import claims_in

# A piece of text, and the kind and key of the record that it names; neither where it names none.
Piece = tuple[str, str, str]
# A name, and the kind and key of what it names.
Name = tuple[str, str, str | None]
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
# Columns of keys, by what they name: articles, or any claims.
KEYS = {
    "concerns": "claim", "pledge": "claim", "decided_by": "claim", "part_of": "claim", "revises": "claim",
    "event": "claim", "conflicts_with": "claim", "source": "source", "sources": "source",
}  # fmt: skip
# A column that says more of a claim than what it is: the key in its field, the claim's summary in its cell.
BASELINE = "baseline"
# Columns of texts by curators, who name records by their keys.
TOLD = re.compile(r"(^|_)note$|^preferred_because$")
# What may be a key in them: no word is taken for one.
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
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
        kinds: by key the kind of claim, or of party; of an article that is named.
        summaries: by key of a claim what it says in a line, of an article what it is called, in the language that is
            spoken.
    """

    kinds: dict[str, str] = field(default_factory=dict)
    summaries: dict[str, str] = field(default_factory=dict)

    def learn(self, reader: Reader, sections: Iterable[Section]) -> None:
        """Read of what kind the keys in some sections are."""
        every = [*sections]
        told = {key for section in every for key in _told_in(section)}
        claim = "SELECT id, kind, summary, summary_fr FROM v_claims WHERE id IN ({keys})"
        for record in self._unknown(reader, claim, {key for one in every for key in _claims_of(one)} | told):
            self.kinds[record["id"]] = record["kind"]
            self.summaries[record["id"]] = spoken(record, "summary").rstrip(".")
        article = "SELECT id, title, publisher, published FROM v_sources WHERE id IN ({keys})"
        for record in self._unknown(reader, article, {key for one in every for key in _articles_of(one)} | told):
            self.kinds[record["id"]] = "source"
            self.summaries[record["id"]] = article_name(record["title"], record["publisher"], record["published"])
        party = "SELECT id, kind, name FROM v_parties WHERE id IN ({keys})"
        for record in self._unknown(reader, party, {key for one in every for key in _parties_of(one)} | told):
            self.kinds[record["id"]] = record["kind"]
            self.summaries[record["id"]] = record["name"]

    def _unknown(self, reader: Reader, sql: str, keys: set[str]) -> list[Record]:
        """Return the rows about the keys that aren't known yet."""
        unknown = keys - self.kinds.keys()
        return among(reader, sql, unknown).records() if unknown else []  # type: ignore[return-value]

    def pieces(self, cell: Cell, column: Column, record: Record, wording: Wording) -> list[Piece]:
        """Return the text of a cell in pieces, those with a page of their own together with its kind and key."""
        if column.name in KEYS and isinstance(record[column.name], str):  # a count of articles is a number
            return self._named(record[column.name])
        if TOLD.search(column.name):
            return [*self._told(cell.text)]
        return apart(cell.text, self._names(column, record, wording))

    def _names(self, column: Column, record: Record, wording: Wording) -> Sequence[Name]:
        """Return the names that may be in a cell, in their order."""
        if column.name == BASELINE and (key := record[BASELINE]):
            return [(self.summaries.get(key, ""), self.kinds.get(key, ""), key)]
        if column.name in COUNTRIES and record[column.name]:
            return _countries(record[column.name], wording)
        if REASONS.get(column.name) in record:  # the reason of a judgement is a text of its curator
            claims = _claims_in(record[REASONS[column.name]])
            return [(wording.name("claim", key), self.kinds.get(key, ""), key) for key in claims]
        if column.name == "place":
            places, keys = several(record.get("place_name")), several(record.get("place"))
            names = [(called(name), "place", key) for name, key in zip(places, keys, strict=False)]
            return [*names, *_countries(record.get("country"), wording)]
        if column.name in NAMES:
            return self._parties(record, column.name, *NAMES[column.name])
        return []

    def _named(self, keys: str) -> list[Piece]:
        """Return what some keys name, each by what it is called; the key of what isn't known."""
        pieces: list[Piece] = []
        for key in several(keys):
            of = self.kinds.get(key, "")
            pieces += [*([("; ", "", "")] if pieces else []), (self.summaries.get(key, key), of, key if of else "")]
        return pieces or [("", "", "")]

    def _told(self, text: str) -> Iterator[Piece]:
        """Yield a text by a curator in pieces, in which each key of a record is what that is called."""
        at = 0
        for match in _KEY.finditer(text):
            if (key := match[0]) in self.summaries:
                yield text[at : match.start()], "", ""
                yield self.summaries[key], self.kinds[key], key
                at = match.end()
        yield text[at:], "", ""

    def _parties(self, record: Record, name: str, field_: str, kind: str) -> list[Name]:
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


def apart(text: str, names: Sequence[Name]) -> list[Piece]:
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


def _countries(keys: str | None, wording: Wording) -> list[Name]:
    """Return some countries and areas: what each is called, which of the two it is, and its key."""
    return [(wording.country(key), "area" if areas_among([key]) else "country", key) for key in several(keys)]


def _claims_in(details: str | None) -> list[str]:
    """Return the keys of the claims that a reason is about, from its parameters as JSON."""
    return claims_in(json.loads(details)) if details else []


def _claims_of(section: Section) -> Iterator[str]:
    """Yield the keys of the claims that a section is of, or names."""
    for name in {*REASONS.values()} & {*section.rows.columns}:
        for record in section.rows.records():
            yield from _claims_in(record[name])
    for name in {"id", "claim", BASELINE, *KEYS} & {*section.rows.columns}:
        yield from _keys(section, name)


def _articles_of(section: Section) -> Iterator[str]:
    """Yield the keys of the articles that a section names where people read it."""
    for column in section.columns:
        if KEYS.get(column.name) == "source" and not column.key:
            yield from _keys(section, column.name)


def _parties_of(section: Section) -> Iterator[str]:
    """Yield the keys of the parties in a section of which it doesn't say what they are."""
    for field_, kind in NAMES.values():
        if not kind and field_ in section.rows.columns:
            yield from _keys(section, field_)


def _told_in(section: Section) -> Iterator[str]:
    """Yield what may be a key in the texts of curators, in both languages."""
    for name in (column.name for column in section.columns if TOLD.search(column.name)):
        for record in section.rows.records():
            for text in (record.get(name), record.get(f"{name}_fr")):
                yield from _KEY.findall(text or "")


def _keys(section: Section, name: str) -> Iterator[str]:
    index = section.rows.columns.index(name)
    for row in section.rows.rows:
        if isinstance(row[index], str):
            yield from filter(None, row[index].split("; "))
