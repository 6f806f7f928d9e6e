"""A load of files of which few changed: what hangs together with the changes is made anew, all else stays as it is.

Which records changed is known from what was noted of the files (ocdb.recall), the rest from the database that was
loaded from them. Where it isn't certain that this comes to what a full load comes to, everything has to be loaded.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from ocdb.curation.corpus import CLAIMS, PARTIES
from ocdb.load.apply import Plan, plan
from ocdb.load.concerned import Reach
from ocdb.load.derived import BEHIND, SUMS, Derivation
from ocdb.load.derived import OF_CLAIMS as DERIVED_OF_CLAIMS
from ocdb.load.derived.search import entries_of_articles, entries_of_registers
from ocdb.load.references import belonging, family, key_of_whole
from ocdb.load.row import Row, Rows
from ocdb.load.rows import rows
from ocdb.load.stored import OF_CLAIMS, OF_SOURCES, REGISTERS, in_order, read_table, read_tables
from ocdb.recall.changes import Changed
from ocdb.recall.noting import mentioned
from ocdb.recall.part import Part
from ocdb.schema import metadata
from ocdb.store.reader.batches import among
from ocdb.store.reader.writing import WritingReader

# Of more claims it is as soon found out by reading everything.
MOST = 1_000
# What of claims is written down with them, and not with the searches for articles about them.
OWN = tuple(name for name in OF_CLAIMS if name not in belonging("search"))
# The tables of other kinds of records whose change bears on no more than claims and sums.
OTHERS = {"source": OF_SOURCES, "search": belonging("search"), "coverage": belonging("coverage")}
# Those of parties, which may come.
OF_PARTIES = (*family("party"), "party_name", "party_identifier")
BESIDE = {*PARTIES, *OTHERS}
FOLLOWED = {*CLAIMS, *BESIDE, "citation"}


class AllError(Exception):
    """Everything has to be loaded."""


def plans(connection: Connection, changed: Changed) -> list[Plan]:
    """Return what is to be written so that a database holds the changed files, parents first.

    Args:
        connection: in a transaction; the database holds the files as they were before.
        changed: what changed in them.

    Raises:
        AllError: it isn't certain what follows from that.
    """
    return _Change(connection, changed).plans()


class _Change:
    """What changes in a database."""

    def __init__(self, connection: Connection, changed: Changed) -> None:
        if {kind for kind, _slug in changed.records} - FOLLOWED:
            raise AllError
        self.reader, self.changed = WritingReader(connection), changed
        self.registers = read_tables(self.reader, REGISTERS)
        self.parties = self._slugs(*PARTIES)
        known = {row["id"] for row in self.registers["party"]}
        known |= {row["party"] for row in self.registers["judgement_party"]}
        if self.parties & known:
            raise AllError  # its name stands in what is derived of all claims that name it
        self.before = Reach(self._ask)
        self.claims = self._claims()
        self.made = self._made()

    def _slugs(self, *kinds: str) -> set[str]:
        """Return the slugs of the changed records of some kinds."""
        return {slug for kind, slug in self.changed.records if kind in kinds and slug}

    def _ask(self, table: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        return [tuple(row) for _key, *row in self._keyed(table, *columns)]

    @cache  # noqa: B019  it goes with the change
    def _keyed(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        """Return columns of all rows of a table of claims, after the claim that each belongs to."""
        key = key_of_whole(table, "claim")
        return self.reader.rows(f"SELECT {', '.join((key, *columns))} FROM {table}").rows

    def _claims(self) -> set[str]:
        """Return the claims that are to be written anew: those of changed files, and what they are linked with.

        In the title of a claim is what it is about, and a later source may change that.
        """
        known = self.changed.known
        citing = among(
            self.reader, "SELECT claim_id FROM citation WHERE source_id IN ({keys})", self._slugs("source")
        ).rows
        entries = (one for one in self.changed.entries if one.kind in (*CLAIMS, "citation"))
        named = {slug for entry in entries for slug in mentioned(entry) if known.bears(CLAIMS, slug)}
        found = self.before.linked(self.changed.claims | named | {claim for (claim,) in citing})
        if len(found) > MOST:
            raise AllError
        return found

    def _made(self) -> Rows:
        """Return the rows of these claims, and of the other records that changed, as they are to be."""
        known = self.changed.known
        entries = [one for slug in sorted(self.claims) for kind in CLAIMS if (one := known.find(kind, slug))]
        entries += [one for slug in sorted(self.claims) for one in known.tied(("cites", slug))]
        entries += [
            one for one in self.changed.entries if one.kind in BESIDE and one.record.id in self._slugs(one.kind)
        ]
        if any(entry.unconfirmed for entry in entries):
            raise AllError
        made = rows(Part(known, entries), registers=self.registers)
        names = (*OWN, *chain.from_iterable(OTHERS.values()), *OF_PARTIES)
        return {name: in_order(metadata.tables[name], made.get(name, ())) for name in names}

    def plans(self) -> list[Plan]:
        """Return what is to be written."""
        there = read_tables(self.reader, OWN, "claim", self.claims)
        for kind, names in OTHERS.items():
            there |= read_tables(self.reader, names, kind, self._slugs(kind))
        there |= {name: [] for name in OF_PARTIES}
        found = [_plan(name, self.made[name], some) for name, some in there.items()]
        touched = {one.table.name: rows for one in found if (rows := list(one.touched()))}
        if touched:
            found += self._derived(self._differing(touched, there), there)
        order = [table.name for table in metadata.sorted_tables]
        return sorted(found, key=lambda one: order.index(one.table.name))

    def _differing(self, touched: Rows, there: Rows) -> set[str]:
        """Return the claims whose rows change, or those of articles that they cite."""
        claims = {row[key_of_whole(name, "claim")] for name in OWN for row in touched.get(name, ())}
        sources = {row[key_of_whole(name, "source")] for name in OF_SOURCES for row in touched.get(name, ())}
        citations = (*there["citation"], *self.made["citation"])
        return claims | {row["claim_id"] for row in citations if row["source_id"] in sources}

    def _derived(self, differing: set[str], there: Rows) -> Iterator[Plan]:
        """Yield what follows from the claims that differ."""
        after = Reach(self._ask_after)
        bearing = self.before.hanging_together(differing) | after.hanging_together(differing)
        successions = {*self.before.successions, *after.successions}
        if successions & (self.before.linked(differing) | after.linked(differing)):
            raise AllError  # who goes by which names is asked wherever an operator is named
        needed = self.before.closed(bearing | successions) | after.closed(bearing | successions)
        rest = read_tables(self.reader, OWN, "claim", needed - self.claims)
        cited = {row["source_id"] for given in (rest, there, self.made) for row in given["citation"]}
        rest |= read_tables(self.reader, OF_SOURCES, "source", cited - self._slugs("source"))
        old, new = (Derivation(self._rows(rest, given)) for given in (there, self.made))
        for name, column in DERIVED_OF_CLAIMS.items():
            yield self._among(name, column, bearing, new)
        yield self._among("operator_kin", "operator_id", self.parties, new)
        yield self._search(new.wrote, bearing)
        yield from self._sums(old, new)

    def _among(self, name: str, column: str, keys: Collection[str], made: Derivation) -> Plan:
        """Return what is to be written so that a table has the derived rows of some keys."""
        wanted = (row for row in made.table(name) if row[column] in keys)
        return _plan(name, wanted, read_table(self.reader, name, column, keys))

    def _search(self, made: Rows, claims: set[str]) -> Plan:
        """Return what is to be written so that some claims, changed articles and new parties are found."""
        sources = self._slugs("source")

        def asked(row: Row) -> bool:
            return row["id"] in (sources if row["kind"] == "source" else claims if row["kind"] in CLAIMS else ())

        parties = entries_of_registers(made | {"place": [], "party": self.made["party"]})
        wanted = (*filter(asked, entries_of_articles(made)), *parties)
        there = read_table(self.reader, "search_entry", "id", claims | sources)
        return _plan("search_entry", wanted, filter(asked, there))

    def _sums(self, old: Derivation, new: Derivation) -> Iterator[Plan]:
        """Yield what adds up all claims, where something else goes into it now: then it is added up anew.

        Args:
            old: what was derived of some claims, to which all belong that differ.
            new: what is derived of these.
        """
        sums = [one for one in SUMS if one.into(old) != one.into(new)]
        if not sums:
            return
        every = Derivation(self._rows(self._others(), self.made))
        for one in sums:
            for name in one.tables:
                yield _plan(name, one.made(every)[name], read_table(self.reader, name))
        kinds = [kind for one in sums for kind in one.kinds]
        for name in BEHIND if kinds else ():
            wanted = [row for one in sums if one.kinds for row in one.made(every)[name]]
            yield _plan(name, wanted, read_table(self.reader, name, "kind", kinds))

    def _ask_after(self, table: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return columns of all rows of a table of claims as they are to be."""
        found = [tuple(row) for of, *row in self._keyed(table, *columns) if of not in self.claims]
        return [*found, *(tuple(row[name] for name in columns) for row in self.made.get(table, ()))]

    def _others(self) -> Rows:
        """Return the rows of all claims and articles that stay as they are."""
        found = read_tables(self.reader, (*OWN, *OF_SOURCES))
        for of, names, keys in (("claim", OWN, self.claims), ("source", OF_SOURCES, self._slugs("source"))):
            for name in names:
                key = key_of_whole(name, of)
                found[name] = [row for row in found[name] if row[key] not in keys]
        return found

    def _rows(self, rest: Rows, given: Rows) -> Rows:
        """Return the rows that others are derived from.

        Args:
            rest: of claims and articles that stay as they are.
            given: of those that are written anew.
        """
        kept = {name: self.registers[name] for name in OF_PARTIES} | rest
        return self.registers | {
            name: in_order(metadata.tables[name], (*some, *given[name])) for name, some in kept.items()
        }


def _plan(name: str, wanted: Iterable[Row], there: Iterable[Row]) -> Plan:
    return plan(metadata.tables[name], wanted, (tuple(row.values()) for row in there), part=True)
