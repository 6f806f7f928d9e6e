"""Finds whom a cell names: by slug, or by any name of the registers; case and accents don't matter."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from itertools import chain
from pathlib import Path

from ocdb.curation.corpus import FAMILIES, PARTIES, Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.fields import Ref
from ocdb.intake.sheets.unfit import UnfitError
from ocdb.text import fold
from ocdb.words.language import _
from ocdb.words.missing import there_is_no
from ocdb.words.suggestions import did_you_mean, either

NEAREST = 3


class Names:
    """The names of a corpus, by kind."""

    def __init__(self, corpus: Corpus, without: Collection[str] = (), replaced: Path | None = None) -> None:
        """Take the names of a corpus.

        Args:
            corpus: the registers and the fixtures.
            without: sources whose files are left out: those that an import replaces.
            replaced: a file that is left out for the same reason.
        """
        self.corpus = corpus
        self.known: dict[str, dict[str, dict[str, str]]] = {}
        self.slugs: dict[str, dict[str, Entry]] = {}
        left_out = replaced.resolve() if replaced else None
        for entry in chain.from_iterable(entries.values() for entries in corpus.entries.values()):
            same = left_out is not None and Path(entry.document.file).resolve() == left_out
            if not entry.kind.startswith("code:") and not same and _source(entry) not in without:
                self._add(entry)

    def bearer(self, kinds: Iterable[str], slug: str) -> Entry | None:
        """Return the entry of one of the kinds that bears a slug, or None."""
        return next((found for kind in kinds if (found := self.slugs.get(kind, {}).get(slug))), None)

    def _add(self, entry: Entry) -> None:
        self.slugs.setdefault(entry.kind, {})[entry.record.id] = entry
        names = self.known.setdefault(entry.kind, {})
        for name in _names(entry):
            names.setdefault(fold(name), {})[entry.record.id] = name

    def find(self, mark: Ref, word: str) -> dict[str, str]:
        """Return the slugs that bear a name, or the one with that slug, each with its name."""
        kinds = [one for kind in mark.kinds for one in FAMILIES.get(kind, (kind,))]
        word = self._successor(word)
        if self.bearer(kinds, word):
            return {word: word}
        return {slug: name for kind in kinds for slug, name in self.known.get(kind, {}).get(fold(word), {}).items()}

    def resolve(self, mark: Ref, word: str, country: str | None = None) -> str:
        """Return the slug of what a name means.

        Args:
            mark: the kinds that it may be.
            word: the name.
            country: only places of this country are meant.

        Raises:
            UnfitError: nobody bears it, or several do.
        """
        found = [slug for slug in self.find(mark, word) if country is None or self._within(slug, country)]
        if len(found) == 1:
            return found[0]
        if found:
            reason = _("{word} may be {keys}").format(word=word, keys=either(sorted(found)))
            raise UnfitError(reason, _("Write the slug, or map it under values:."))
        reason = there_is_no(str(mark), word)
        if country:
            reason = _("there is no place {name} in {country}").format(name=word, country=country)
        raise UnfitError(reason, self._remedy(mark, word, country))

    def nearest(self, mark: Ref, word: str) -> list[str]:
        """Return the known names that are nearest to a word."""
        kinds = [one for kind in mark.kinds for one in FAMILIES.get(kind, (kind,))]
        known = {folded: slugs for kind in kinds for folded, slugs in self.known.get(kind, {}).items()}
        found: dict[str, str] = {}
        for folded in get_close_matches(fold(word), known, n=NEAREST, cutoff=0.6):
            for slug, name in known[folded].items():
                found.setdefault(slug, name)
        return list(found.values())

    def _remedy(self, mark: Ref, word: str, country: str | None) -> str:
        elsewhere = sorted(self.find(mark, word)) if country else []
        if elsewhere:
            return _("There is {slugs}; correct the place or the country.").format(slugs=", ".join(elsewhere))
        remedy = _("Correct the cell, map it under values:, or add it to the registers.")
        if "operator" in mark.kinds:
            remedy = _("Correct the cell, map it under values:, add it to the registers, or set new_operators: true.")
        return f"{did_you_mean(self.nearest(mark, word))} {remedy}".strip()

    def _within(self, slug: str, country: str) -> bool:
        place = self.corpus.find(["place"], slug)
        return slug == country or bool(place and place.record.country == country)

    def _successor(self, word: str) -> str:
        retired = self.corpus.find(["retired"], word)
        return retired.record.successor or word if retired else word


def _source(entry: Entry) -> str | None:
    """Return the slug of the source whose file an entry stands in."""
    return entry.document.source or None


def _names(entry: Entry) -> Iterator[str]:
    """Yield what a record is called."""
    record = entry.record
    yield record.id
    if entry.kind == "country":
        yield from (record.alpha3, record.name_en, record.name_fr, *record.names)
    elif entry.kind == "area":
        yield from (record.name_en, record.name_fr, *record.names)
    elif entry.kind == "currency":
        yield from (record.label_en, record.label_fr)
    elif entry.kind == "place" or entry.kind in PARTIES:
        yield from (record.name, *(other.name for other in record.names))
