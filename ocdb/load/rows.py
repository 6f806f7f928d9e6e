"""Turns records into rows of the tables; every row has a key of its own, so that two loads agree."""

from collections import deque
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Table

from ocdb import kinds
from ocdb.curation.checks.places import around
from ocdb.curation.claims import Claim
from ocdb.curation.corpus import CLAIMS, PARTIES, Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.fields import NO_BASELINE, Figure, Record, Words
from ocdb.dates import parse
from ocdb.load.confirmed import Unconfirmed
from ocdb.load.identity import MAIN_NAMES, identifiers, judged
from ocdb.load.row import Row, Rows
from ocdb.load.summaries import Called, Summaries
from ocdb.load.titles import NAMED, changed, retitled
from ocdb.schema import metadata
from ocdb.schema.codes import CODE_LISTS
from ocdb.text import fold
from ocdb.words.language import LANGUAGES

# Claims about other claims.
ABOUT_OTHERS = ("verdict", "development")

# The tables whose name is not that of their kind of record.
TABLES = {kind.name: kind.table for kind in kinds.CLAIMS} | {"retired": "retired_slug"}
# What lies in a city.
WITHIN_CITIES = ("district", "park")
# The fields that hold a date; its first and last day go into columns beside it.
DATES = (
    "date", "opened", "closed", "announced", "due", "as_of", "held", "published", "founded", "used", "searched",
    "judged", "withdrawn",
)  # fmt: skip


def rows(corpus: Corpus, *, spent: bool = False, registers: Rows | None = None) -> Rows:
    """Return the rows of all tables that hold what curators wrote, by table, without what nobody has confirmed.

    Args:
        corpus: the records.
        spent: whether its claims may be taken out of it, each when its rows are made: nobody asks for them later.
        registers: the rows of registers that are known beside the records, where those aren't all.
    """
    drafts = Unconfirmed(corpus)
    builder = _Builder(judged(corpus))
    builder.add_registers()
    builder.add_identifiers(corpus)
    # First what others are about, to be named in their summaries.
    claims = deque(sorted(builder.corpus.of(*CLAIMS), key=lambda entry: entry.kind in ABOUT_OTHERS))
    for kind in CLAIMS if spent else ():
        corpus.entries.pop(kind, None)
        builder.corpus.entries.pop(kind, None)
    builder.add_sources()
    while claims:
        builder.add_claim(claims.popleft())
    builder.add_citations()
    found = drafts.left_out(builder.rows)
    known = {name: [*registers[name], *found.get(name, ())] for name in NAMED} if registers else found
    return found | {"claim": retitled(found, changed(found), lambda: known)}


class _Builder:
    """Collects rows table by table."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.rows: Rows = {}
        self.names = Called(lambda slug: _label(corpus, slug))
        self.summaries = {language: Summaries(corpus, self.names, language) for language in LANGUAGES}

    def add_registers(self) -> None:
        """Add code lists, countries, places, parties and retired slugs."""
        for name in CODE_LISTS:
            for position, entry in enumerate(self.corpus.codes.get(name, {}).values(), 1):
                self._add(name, entry.record, position=position, also="; ".join(entry.record.also) or None)
        for entry in self.corpus.of("country", "area"):
            self._country(entry)
        for kind in ("currency", "place", "retired"):
            for entry in self.corpus.of(kind):
                self._add(kind, entry.record, label=self.names.get(entry.record.id))  # which only places have
        for entry in self.corpus.of("judgement"):
            self._judgement(entry.record)
        for entry in self.corpus.of("coverage", "search"):
            (self._coverage if entry.kind == "coverage" else self._search)(entry.record)
        for entry in self.corpus.of("place"):
            self._other_names("place", entry.record, main="local")
        for entry in self.corpus.of(*PARTIES):
            self._party(entry)

    def add_identifiers(self, corpus: Corpus) -> None:
        """Add what outside registers call parties."""
        for slug, scheme, value in identifiers(corpus):
            self._put("party_identifier", party_id=slug, scheme=scheme, value=value)

    def add_sources(self) -> None:
        """Add sources and their authors, and the publishers of the register."""
        for entry in self.corpus.of("publisher"):
            self._publisher(entry.record)
        for entry in self.corpus.of("source"):
            known = self.corpus.publishers.get(fold(entry.record.publisher))
            called = (
                {"publisher": known.record.name, "publisher_id": known.record.id} if known else {"publisher_id": None}
            )
            self._add("source", entry.record, **called)
            for position, name in enumerate(entry.record.authors, 1):
                self._put("source_author", source_id=entry.record.id, position=position, name=name)

    def add_citations(self) -> None:
        """Add the further citations of claims."""
        for entry in self.corpus.citations:
            self._cite(entry.record.claim, entry, entry.record.stance, entry.record.note)

    # --- rows ---

    def _put(self, table: str, **row: Any) -> None:
        self.rows.setdefault(table, []).append(row)

    def _add(self, kind: str, record: Record, /, **more: Any) -> None:
        """Add a record's row: each column takes the field of its name, with or without ``_id``."""
        self._fill(kind, self._values(record) | more)

    def _fill(self, kind: str, values: Row) -> None:
        """Add the row that some values make."""
        table = metadata.tables[TABLES.get(kind, kind)]
        row = {column: values[column] if column in values else values.get(field) for column, field in _fields(table)}
        self.rows.setdefault(table.name, []).append(row)

    def _values(self, record: Record) -> Row:
        """Return a record's fields, with its figure, its place and its dates taken apart."""
        values: Row = {"baseline_none": False, **record.__dict__}
        for name, text in record.__dict__.items():
            if isinstance(text, Words):
                values[name], values[f"{name}_fr"] = text.english, text.french
        figure = values.get("figure") or values.get("amount") or values.get("share")
        if isinstance(figure, Figure):
            values |= {"low": _number(figure.low), "high": _number(figure.high), "bound": figure.bound}
        if values.get("baseline") == NO_BASELINE:
            values |= {"baseline": None, "baseline_none": True}
        if isinstance(values.get("at"), str):
            values |= self._located(values["at"])
        for name in _dated(type(record)):
            if isinstance(values[name], str) and (span := parse(values[name])):
                values[f"{name}_from"], values[f"{name}_to"] = span.first, span.last
        return values

    def _located(self, where: str) -> Row:
        place = self.corpus.find(["place"], where)
        return {"country_id": place.record.country, "place_id": where} if place else {"country_id": where}

    # --- registers ---

    def _judgement(self, record: Any) -> None:
        self._add("judgement", record)
        for position, slug in enumerate(record.same, 1):
            self._put("judgement_party", judgement_id=record.id, position=position, party=slug)

    def _coverage(self, record: Any) -> None:
        self._add("coverage", record)
        for year, found in record.found.items():
            self._put("coverage_year", coverage_id=record.id, year=year, found=found)

    def _publisher(self, record: Any) -> None:
        self._add("publisher", record)
        for folded, name in {fold(name): name for name in reversed((record.name, *record.names))}.items():
            self._put("publisher_name", publisher_id=record.id, folded=folded, name=name)

    def _search(self, record: Any) -> None:
        names = {"searched": record.on, "outlet": record.where, "languages": "; ".join(record.languages) or None}
        span = parse(record.on)
        self._add("search", record, **names, searched_from=span.first, searched_to=span.last)
        for table, column, keys in (
            ("search_country", "country_id", record.countries),
            ("search_source", "source_id", record.used),
            ("search_pledge", "claim_id", record.for_),
        ):
            for key in dict.fromkeys(keys):
                self._put(table, search_id=record.id, **{column: key})

    def _country(self, entry: Entry) -> None:
        """Add a country, or an area larger than one with the countries in it, and what it is called."""
        record, kind = entry.record, entry.kind
        self._add("country", record, kind=kind, **({} if kind == "country" else {"in_africa": False}))
        codes = [record.id, *([record.alpha3] if kind == "country" else [])]
        written = (record.name_en, record.name_fr, *codes, *record.names)
        for folded, name in {fold(name): name for name in reversed(written)}.items():
            self._put("country_name", country_id=record.id, folded=folded, name=name)
        for key in sorted(self._within(record) if kind == "area" else {record.id}):
            self._put("country_within", country_id=key, within_id=record.id)

    def _within(self, area: Any) -> set[str]:
        """Return an area itself, the countries in it, and the areas that have countries, all of which are in it."""
        there = {*area.countries}
        others = (entry.record for entry in self.corpus.of("area"))
        return {
            area.id,
            *there,
            *(other.id for other in others if other.countries and there.issuperset(other.countries)),
        }

    def _other_names(self, table: str, record: Any, main: str) -> None:
        """Add a record's names, its own first; a kind that the curator gives to it wins."""
        listed = {other.name for other in record.names}
        key = {f"{table}_id": record.id}
        if record.name not in listed:
            self._put(f"{table}_name", **key, name=record.name, kind=main, folded=fold(record.name))
        for other in record.names:
            self._add(f"{table}_name", other, **key, folded=fold(other.name))

    def _party(self, entry: Entry) -> None:
        self._add("party", entry.record, kind=entry.kind)
        self._add(entry.kind, entry.record)
        self._other_names("party", entry.record, main=MAIN_NAMES[entry.kind])

    # --- claims ---

    def add_claim(self, entry: Entry) -> None:
        """Add a claim with its citations, parties, places and links."""
        record = entry.record
        english, french = (self.summaries[language].of(entry) for language in LANGUAGES)
        confirmed_by = "; ".join(record.confirmed_by) or None
        told = {"summary": english, "summary_fr": french, "confirmed_by": confirmed_by}
        values = self._values(record)
        self._fill("claim", values | told | {"kind": entry.kind})
        self._fill(entry.kind, values)
        self._cite(record.id, entry, "supports", None)
        self._parties(record)
        self._speakers(record)
        self._links(record)
        if entry.kind == "event":
            self._event_places(record)

    def _cite(self, claim: str, entry: Entry, stance: str, note: Words | None) -> None:
        notes = {"note": note and note.english, "note_fr": note and note.french}
        for paragraph in dict.fromkeys(entry.record.cite) or [None]:
            key = f"{claim}@{entry.source}" + (f":{paragraph}" if paragraph else "")
            passage = {"source_id": entry.source, "paragraph": paragraph}
            self._put("citation", id=key, claim_id=claim, **passage, stance=stance, **notes)

    def _parties(self, record: Any) -> None:
        """Add the parties in their roles; the operators of a pledge, loss or report are its employers."""
        employers = [("employer", slug) for slug in getattr(record, "operators", [])]
        others = [(role, slug) for role, slugs in record.parties.items() for slug in slugs]
        for position, (role, slug) in enumerate(dict.fromkeys(employers + others), 1):
            self._put("claim_party", claim_id=record.id, party_id=slug, role=role, position=position)

    def _speakers(self, record: Claim) -> None:
        for position, slug in enumerate(dict.fromkeys(record.said_by), 1):
            self._put("claim_speaker", claim_id=record.id, party_id=slug, position=position)

    def _links(self, record: Claim) -> None:
        for kind in ("part_of", "revises", "conflicts_with"):
            others = getattr(record, kind, None)
            for other in dict.fromkeys(others) if isinstance(others, list) else ():
                self._put("claim_link", claim_id=record.id, kind=kind, other_id=other)

    def _event_places(self, record: Any) -> None:
        for role, places in (("at", record.at), ("from", record.from_), ("to", record.to)):
            for position, where in enumerate(places, 1):
                self._put("event_place", event_id=record.id, role=role, position=position, **self._located(where))


@cache
def _fields(table: Table) -> list[tuple[str, str]]:
    """Return each column of a table with its name without ``_id``, as a field is called."""
    return [(column.name, column.name.removesuffix("_id")) for column in table.columns]


@cache
def _dated(shape: type[Record]) -> tuple[str, ...]:
    """Return the fields of a kind of record that hold a date."""
    return tuple(name for name in DATES if name in shape.model_fields)


def _label(corpus: Corpus, slug: str) -> str | None:
    """Return the name of a place; of one smaller than a city with the city's: Dakhla, Agadir isn't the city Dakhla."""
    place = corpus.find(["place"], slug)
    if not place:
        return None
    if place.record.kind in WITHIN_CITIES:
        for above in around(corpus, slug)[1:]:
            city = corpus.find(["place"], above)
            if city and city.record.kind == "city":
                return f"{place.record.name}, {city.record.name}"
    return str(place.record.name)


def _number(value: Decimal | None) -> float | None:
    return None if value is None else int(value) if value == int(value) else float(value)
