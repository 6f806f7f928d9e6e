"""What codes and countries are called, in the language that is spoken: as the code lists of the database have it."""

from functools import cached_property
from typing import Any

from ocdb.store.reader.rows import Reader
from ocdb.words.language import language
from ocdb.words.states import state


class Wording:
    """The labels of codes and the names of countries, read when the first is asked for; without a reader none."""

    def __init__(self, reader: Reader | None = None) -> None:
        self._reader = reader

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self._reader.rows(sql).rows if self._reader else []

    def label(self, code: str | None, *lists: str) -> str:
        """Return what a code is called: by the first list that has it, else by our own names of states and kinds.

        The list ``name`` stands for the names of parties, places and countries.
        """
        if lists == ("name",):
            return self._names.get(code or "") or self.country(code)
        for listed in lists:
            if label := self._labels.get((language(), listed, code or "")):
                return label
        return state(code) if code else ""

    @cached_property
    def _names(self) -> dict[str, str]:
        """Return the names of those who act and of places, by key."""
        parties = "SELECT id, name FROM v_operators UNION ALL SELECT id, name FROM v_institutions"
        return dict(self._rows(f"{parties} UNION ALL SELECT id, label FROM v_places"))

    def country(self, code: str | None) -> str:
        """Return the name of a country or an area; nothing for none."""
        return self._countries.get((language(), code or ""), code or "")

    @cached_property
    def _labels(self) -> dict[tuple[str, str, str], str]:
        rows = self._rows("SELECT list, code, label_en, label_fr FROM v_codes")
        return {
            (spoken, listed, code): label
            for listed, code, *labels in rows
            for spoken, label in zip(("en", "fr"), labels, strict=True)
        }

    @cached_property
    def _countries(self) -> dict[tuple[str, str], str]:
        rows = self._rows("SELECT id, name, name_fr FROM v_countries")
        return {(spoken, code): name for code, *names in rows for spoken, name in zip(("en", "fr"), names, strict=True)}

    @cached_property
    def set_aside(self) -> frozenset[str]:
        """Return the keys of the claims that lost a conflict."""
        return frozenset(row[0] for row in self._rows("SELECT id FROM v_conflicts WHERE status = 'set_aside'"))
