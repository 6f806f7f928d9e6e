"""By which names the registers call a party or place, and whether a text uses one of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ocdb.curation.corpus import PARTIES, Corpus
from ocdb.curation.entry import Entry
from ocdb.text import fold

KINDS = (*PARTIES, "place", "country", "area")
_WORDS = re.compile(r"\w+")


@dataclass
class Names:
    """The names of a corpus' registers."""

    corpus: Corpus
    _folded: dict[str, frozenset[str]] = field(default_factory=dict)
    _held: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _mentioned: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def name(self, slug: str) -> str:
        """Return what to call a slug: its first name, or the slug where the registers don't know it."""
        entry = self.corpus.find(KINDS, slug)
        return next(_written(entry), slug) if entry else slug

    def used(self, slug: str, text: str) -> bool:
        """Return whether a text calls a slug by any of its names, in whole words, without regard to case and accents.

        For a person the surname is enough, for a region or country the name of a place in it, and for a country its
        code of three capitals.
        """
        words = words_in(text)
        for longer in self._longer(slug):
            words = words.replace(f" {longer} ", " ")
        if any(f" {name} " in words for name in self._of(slug)):
            return True
        country = self.corpus.find(["country"], slug)
        return country is not None and country.record.alpha3 in _WORDS.findall(text)

    def _longer(self, slug: str) -> tuple[str, ...]:
        """Return the names of other countries that hold one of a country's: Equatorial Guinea for Guinea."""
        if slug not in self._held and self.corpus.find(["country"], slug):
            own = [words_in(name) for name in _written(self.corpus.entries["country"][slug])]
            others = {
                words_in(name)
                for entry in self.corpus.of("country")
                if entry.record.id != slug
                for name in _written(entry)
            } - set(own)
            self._held[slug] = tuple(other.strip() for other in others if any(name in other for name in own))
        return self._held.get(slug, ())

    def mentioned(self, text: str) -> tuple[str, ...]:
        """Return the slugs that a text of ours names, written as in the registers, capitals included.

        Areas are left out: "World" and "Africa" are words of many names.
        """
        if text not in self._mentioned:
            self._mentioned[text] = tuple(
                entry.record.id
                for entry in self.corpus.of(*KINDS[:-1])
                if any(_stands(name, text) for name in _written(entry) if name[:1].isupper())
            )
        return self._mentioned[text]

    def _of(self, slug: str) -> frozenset[str]:
        if slug not in self._folded:
            entry = self.corpus.find(KINDS, slug)
            names = {words_in(name).strip() for name in (_written(entry) if entry else ())}
            if entry and entry.kind == "official":
                names |= {name.split()[-1] for name in names if name}
            for place in self.corpus.of("place") if entry and entry.kind in ("place", "country") else ():
                if slug in (place.record.parent, place.record.country):
                    names |= self._of(place.record.id)
            self._folded[slug] = frozenset(names) - {""}
        return self._folded[slug]


def _written(entry: Entry) -> Iterator[str]:
    """Yield the names of a register's record, its first name first."""
    record = entry.record
    if entry.kind in ("country", "area"):
        yield from (record.name_en, record.name_fr, *record.names)
    else:
        yield from (record.name, *(other.name for other in record.names))


def _stands(name: str, text: str) -> bool:
    return name in text and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


@lru_cache(maxsize=10_000)
def words_in(text: str) -> str:
    """Return the words of a text, folded, with a space before and after each."""
    return f" {' '.join(_WORDS.findall(fold(text)))} "
