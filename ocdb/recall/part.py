"""A corpus of which only some records are looked at: what they refer to is read when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from dataclasses import replace
from functools import cached_property
from json import loads
from pathlib import Path
from typing import Any, Generic, TypeVar

from ocdb.curation.corpus import COUNTED, Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.reading_all import read_once
from ocdb.curation.shaping import Shaped
from ocdb.recall.memory import Memory, number_of

Value = TypeVar("Value")


class StaleError(Exception):
    """A file isn't what is remembered of it."""


class Known:
    """The records of all files, read one by one as they are asked for.

    Args:
        memory: where they are.
    """

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.names: dict[int, str] = dict(memory.rows("SELECT id, name FROM file"))
        self._files: dict[int, dict[Any, Entry]] = {}
        self._found: dict[tuple[str, str], Entry | None] = {}
        self._entries: dict[int, Entry] = {}

    def shaped(self, file: int) -> Shaped:
        """Return a file, read anew."""
        return read_once(Path(self.names[file]))

    def find(self, kind: str, slug: str) -> Entry | None:
        """Return the record of a kind that bears a slug."""
        if (kind, slug) not in self._found:
            sql = "SELECT id FROM record WHERE slug = ? AND kind = ? AND NOT gone"
            ids = [row[0] for row in self.memory.rows(sql, (slug, kind))]
            self._found[kind, slug] = self.entry(ids[0]) if ids else None
        return self._found[kind, slug]

    def bears(self, kinds: Sequence[str], slug: str) -> bool:
        """Return whether a record of some kinds bears a slug, without reading its file."""
        found = self.memory.rows("SELECT kind FROM record WHERE slug = ? AND NOT gone", (slug,))
        return any(kind in kinds for (kind,) in found)

    def entry(self, number: int) -> Entry:
        """Return a record by its number.

        Raises:
            StaleError: it isn't there any more.
        """
        if number not in self._entries:
            ((file, path, kind, slug),) = self.memory.rows(
                "SELECT file, path, kind, slug FROM record WHERE id = ?", (number,)
            )
            if file not in self._files:
                self._files[file] = {one.path: one for one in self.shaped(file).entries}
            entry = self._files[file].get(tuple(loads(path)))
            if not entry or (entry.kind, entry.record.value("id")) != (kind, slug):
                raise StaleError
            self._entries[number] = self._joined(entry)
        return self._entries[number]

    def tied(self, key: object) -> list[Entry]:
        """Return the records that share something."""
        return self.sharing([number_of(key)])

    def sharing(self, keys: Iterable[int]) -> list[Entry]:
        """Return the records that share one of some things, each once."""
        return [
            self.entry(number) for number in sorted(self.memory.texts("SELECT record FROM tie WHERE key = ?", keys))
        ]

    def of(self, files: Iterable[int]) -> list[Entry]:
        """Return the records of some files."""
        sql = "SELECT id FROM record WHERE file = ? AND NOT gone"
        return [self.entry(number) for number in sorted(self.memory.texts(sql, files))]

    def _joined(self, entry: Entry) -> Entry:
        """Return a record with the wholes that say that they contain it."""
        if entry.kind not in COUNTED:
            return entry
        sql = "SELECT slug FROM record JOIN tie ON record.id = tie.record WHERE key = ? AND kind = ? ORDER BY record.id"
        found = self.memory.rows(sql, (number_of(("contains", entry.record.id)), entry.kind))
        more = [slug for (slug,) in found if slug not in entry.record.part_of]
        if not more:
            return entry
        return replace(entry, record=entry.record.model_copy(update={"part_of": [*entry.record.part_of, *more]}))


class _Asked(Mapping[str, Value], Generic[Value]):
    """A mapping whose values are looked up one by one.

    Args:
        look_up: returns the value for a slug; nothing where there is none.
        every: returns all slugs; those of some mappings nobody asks for.
    """

    def __init__(self, look_up: Callable[[str], Value | None], every: Callable[[], Iterable[str]] = tuple) -> None:
        self.look_up, self.every = look_up, every

    def __getitem__(self, key: str) -> Value:
        found = self.look_up(key)
        if not found:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.every())

    def __len__(self) -> int:
        return sum(1 for _slug in self)


class Part(Corpus):
    """Some records, which are looked at; whatever they refer to is found among all.

    Args:
        known: all records.
        entries: those to look at.
        groups: the groups of claims, by their numbers, that are here as a whole.
    """

    def __init__(self, known: Known, entries: Iterable[Entry], groups: AbstractSet[int] = frozenset()) -> None:
        super().__init__(codes=_codes(known))
        self.known, self.groups = known, groups
        for entry in entries:
            if entry.kind == "citation":
                self.citations.append(entry)
            else:
                self.entries.setdefault(entry.kind, {})[entry.record.id] = entry
        for kind in ("judgement", "publisher"):
            numbers = known.memory.rows("SELECT id FROM record WHERE kind = ? AND NOT gone", (kind,))
            self.entries[kind] = {one.record.id: one for (number,) in numbers if (one := known.entry(number))}

    def holding(self, entries: dict[str, dict[str, Entry]]) -> Corpus:
        """Return the same with other entries to look at."""
        part = copy(self)
        part.entries = entries
        return part

    def find(self, kinds: Iterable[str], key: str) -> Entry | None:
        """Return the entry of one of the kinds with a key, of all that are known, or None."""
        return next((found for kind in kinds if (found := self.known.find(kind, key))), None)

    def bearing(self, kinds: Sequence[str]) -> Mapping[str, Any]:
        """Return the slugs that records of some kinds bear."""
        sql = "SELECT slug FROM record WHERE kind = ? AND NOT gone"
        return _Asked(lambda slug: self.known.bears(kinds, slug), lambda: self.known.memory.texts(sql, kinds))

    def whole(self, group: object) -> bool:
        """Return whether all claims of a group are here."""
        return number_of(("near", group)) in self.groups

    @cached_property
    def living(self) -> AbstractSet[str]:
        """The slugs that are in use, those of retired ones left out."""
        memory, living = self.known.memory, "FROM record WHERE kind <> 'retired' AND slug IS NOT NULL AND NOT gone"
        return _Asked(
            lambda slug: memory.rows(f"SELECT 1 {living} AND slug = ?", (slug,)),
            lambda: {slug for (slug,) in memory.rows(f"SELECT slug {living}")},
        ).keys()

    @cached_property
    def citing(self) -> Mapping[str, list[Entry]]:
        """The further citations of claims, by the slug of the claim."""
        return _Asked(lambda slug: self.known.tied(("cites", slug)))

    @cached_property
    def positions(self) -> Mapping[str, list[Entry]]:
        """The positions of officials, by the slug of the official."""
        return _Asked(lambda slug: self.known.tied(("held by", slug)))

    @cached_property
    def contested(self) -> AbstractSet[str]:
        """The slugs that claims say they are in conflict with, and those of claims that a source contradicts."""
        return _Asked(lambda slug: self.known.tied(("contests", slug))).keys()

    @cached_property
    def revised(self) -> AbstractSet[str]:
        """The slugs of the pledges of which there is a newer version."""
        return _Asked(lambda slug: self.known.tied(("revises", slug))).keys()


def _codes(known: Known) -> dict[str, dict[str, Entry]]:
    found: dict[str, dict[str, Entry]] = {}
    for (number,) in known.memory.rows("SELECT id FROM record WHERE kind >= 'code:' AND kind < 'code;' AND NOT gone"):
        entry = known.entry(number)
        found.setdefault(entry.kind.removeprefix("code:"), {})[entry.record.id] = entry
    return found
