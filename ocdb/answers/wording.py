"""What codes and countries are called, in the language that is spoken: as the code lists of the database have it."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from ocdb.store.reader.batches import among
from ocdb.store.reader.remembering import once
from ocdb.store.reader.rows import Reader
from ocdb.words.language import language
from ocdb.words.places import called
from ocdb.words.states import state
from ocdb.words.surface import at_a_prompt

# The views that name what keys stand for.
_NAMES = {
    "place": "SELECT id, label FROM v_places WHERE id IN ({keys})",
    "operator": "SELECT id, name FROM v_operators WHERE id IN ({keys})",
    "institution": "SELECT id, name FROM v_institutions WHERE id IN ({keys})",
    "official": "SELECT id, name FROM v_officials WHERE id IN ({keys})",
    "site": "SELECT id, name FROM v_sites WHERE id IN ({keys})",
    "source": "SELECT id, coalesce(title, publisher) FROM v_sources WHERE id IN ({keys})",
    "claim": "SELECT id, summary FROM v_claims WHERE id IN ({keys})",
}
_FRENCH = {"claim": "SELECT id, coalesce(summary_fr, summary) FROM v_claims WHERE id IN ({keys})"}


class Wording:
    """The labels of codes and the names of countries, read when the first is asked for; without a reader none."""

    def __init__(self, reader: Reader | None = None) -> None:
        self.reader = reader
        self._named: dict[tuple[str, str], str] = {}
        self._in_conflict: dict[str | None, str] = {}

    def _rows(self, sql: str, **parameters: str) -> list[tuple[Any, ...]]:
        return self.reader.rows(sql, parameters).rows if self.reader else []

    def label(self, code: str | None, *lists: str) -> str:
        """Return what a code is called: by the first list that has it, else by our own names of states and kinds.

        A list may be a kind of thing as well, as in operator: then the code is its key.
        """
        for listed in lists:
            if listed in _NAMES and code:
                return self.name(listed, code)
            if label := self._labels.get((language(), listed, code or "")):
                return label
        return state(code) if code else ""

    def name(self, kind: str, key: str) -> str:
        """Return the name of what a key stands for; the key itself of what has no name.

        A claim's name is what it says. At a prompt it is its key, by which it can be shown.
        """
        if kind == "claim" and at_a_prompt():
            return key
        if kind in ("country", "area"):
            return self.country(key)
        if (kind, key) not in self._named:
            self.learn(kind, [key])
        return self._named[kind, key]

    def learn(self, kind: str, keys: Iterable[str | None]) -> None:
        """Read the names of what some keys stand for, in one go rather than one by one."""
        some = {key for key in keys if key}
        known: dict[str, str | None] = {}
        if self.reader and kind in _NAMES:
            sql = _FRENCH.get(kind, _NAMES[kind]) if language() == "fr" else _NAMES[kind]
            known = dict(among(self.reader, sql, some).rows)
        for key in some:
            # Where a place may stand, a country or an area may.
            name = known.get(key) or (self.country(key) if kind == "place" else key)
            self._named[kind, key] = called(name) if kind == "place" else name.rstrip(".") if kind == "claim" else name

    def country(self, code: str | None) -> str:
        """Return the name of a country or an area; nothing for none."""
        return self._countries.get((language(), code or ""), code or "")

    @cached_property
    def _labels(self) -> dict[tuple[str, str, str], str]:
        return once(self.reader, "labels", self._read_labels)

    def _read_labels(self) -> dict[tuple[str, str, str], str]:
        rows = self._rows("SELECT list, code, label_en, label_fr FROM v_codes")
        return {
            (spoken, listed, code): label
            for listed, code, *labels in rows
            for spoken, label in zip(("en", "fr"), labels, strict=True)
        }

    @cached_property
    def _countries(self) -> dict[tuple[str, str], str]:
        return once(self.reader, "countries", self._read_countries)

    def _read_countries(self) -> dict[tuple[str, str], str]:
        rows = self._rows("SELECT id, name, name_fr FROM v_countries")
        return {(spoken, code): name for code, *names in rows for spoken, name in zip(("en", "fr"), names, strict=True)}

    def is_set_aside(self, claim: str | None) -> bool:
        """Return whether a claim lost a conflict."""
        return self.in_conflict(claim) == "set_aside"

    def in_conflict(self, claim: str | None) -> str:
        """Return how a claim stands in its conflict: preferred, set_aside or open; nothing for one without."""
        if claim not in self._in_conflict:
            rows = self._rows("SELECT status FROM v_conflicts WHERE id = :claim", claim=claim) if claim else []
            self._in_conflict[claim] = rows[0][0] if rows else ""
        return self._in_conflict[claim]
