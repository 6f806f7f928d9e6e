"""Checks of references: each slug and each code names something that is there."""

from collections.abc import Iterator, Mapping
from typing import Any

from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import CLAIMS, FAMILIES, PARTIES, Corpus
from ocdb.curation.fields import OneOf, Ref
from ocdb.curation.mentions import references
from ocdb.curation.problems import Problem, Suggestions, nearest
from ocdb.text import fold
from ocdb.words.language import _, language
from ocdb.words.missing import there_is_no
from ocdb.words.nouns import kind_name
from ocdb.words.suggestions import did_you_mean, either

MOST_NAMED = 3  # slugs of one name that a remedy names


@check("unknown-slug")
def slugs_lead_somewhere(corpus: Corpus) -> Iterator[Problem]:
    """Each slug names a record of the right kind that is there."""
    made, known = Suggestions(), _Known(corpus)
    for entry in corpus.everything():
        for path, mark, word in references(entry.record, Ref):
            if word not in known.of(mark) and word not in corpus.broken:
                remedy = (
                    _remedy(corpus, word) or known.by_name(mark, word) or made.nearest(word, str(mark), known.of(mark))
                )
                yield entry.problem(path, there_is_no(str(mark), word), remedy or _("Add it, or name another one."))


class _Known:
    """The words that fields may hold: of slugs those of all kinds that fit, in their order, of codes those listed."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.found: dict[Ref | OneOf, Mapping[str, Any]] = {}
        self.named: dict[str, Mapping[str, Any]] = {}
        self.places: dict[str, list[tuple[str, str]]] = {}

    def of(self, mark: Ref | OneOf) -> Mapping[str, Any]:
        """Return the words that a field with a mark may hold."""
        if mark not in self.found:
            name = f"{type(mark).__name__} {mark}"  # several fields have marks that say the same
            if name not in self.named:
                self.named[name] = self._words(mark)
            self.found[mark] = self.named[name]
        return self.found[mark]

    def by_name(self, mark: Ref | OneOf, word: str) -> str:
        """Return a remedy that names the slugs of places, countries and areas of a name; nothing where none has it."""
        kinds = [kind for kind in ("place", "country", "area") if isinstance(mark, Ref) and kind in mark.kinds]
        if not kinds:
            return ""
        if not self.places:
            for kind in ("place", "country", "area"):
                for slug in self.corpus.bearing([kind]):
                    for name in names(self.corpus, kind, slug):
                        self.places.setdefault(fold(name), []).append((kind, slug))
        found = [slug for kind, slug in self.places.get(fold(word), ()) if kind in kinds]
        return did_you_mean(list(dict.fromkeys(found))[:MOST_NAMED])

    def _words(self, mark: Ref | OneOf) -> Mapping[str, Any]:
        if isinstance(mark, OneOf):
            return mark.codes(self.corpus.codes)
        return self.corpus.bearing([kind for family in mark.kinds for kind in FAMILIES.get(family, (family,))])


def names(corpus: Corpus, kind: str, slug: str) -> Iterator[str]:
    """Yield the names of a place, country or area."""
    if entry := corpus.find([kind], slug):
        record = entry.record
        own = (record.name,) if kind == "place" else (record.name_en, record.name_fr)
        yield from (*own, *(other if isinstance(other, str) else other.name for other in record.names))


def _remedy(corpus: Corpus, word: str) -> str:
    """Return what to do about a slug that was retired, or is that of another kind; nothing about all others."""
    retired = corpus.find(["retired"], word)
    if retired:
        successor = retired.record.successor
        reason = getattr(retired.record.reason, {"en": "english", "fr": "french"}[language()])
        text = _("It was retired; use {slug}.") if successor else _("It was retired: {reason}")
        return text.format(slug=successor, reason=reason)
    kinds = (*PARTIES, *CLAIMS, "place", "country", "area", "source")
    other = next((kind for kind in kinds if corpus.find([kind], word)), "")
    return _("That is the slug of another kind of record: {kind}.").format(kind=kind_name(other)) if other else ""


@check("unknown-code")
def codes_are_listed(corpus: Corpus) -> Iterator[Problem]:
    """Each code stands in its code list."""
    known = _Known(corpus)
    for entry in corpus.everything():
        for path, mark, word in references(entry.record, OneOf):
            if word not in (codes := known.of(mark)) and word not in corpus.broken:
                remedy = nearest(word, codes) or _("The codes are {codes}.").format(codes=", ".join(codes))
                message = _("{value} isn't in the code list {list}")
                lists = either(mark.code_lists) if isinstance(mark, OneOf) else ""
                yield entry.problem(path, message.format(value=word, list=lists), remedy)


@check("retired-slug")
def retired_slugs_are_retired(corpus: Corpus) -> Iterator[Problem]:
    """A retired slug is borne by nobody, and its successor exists."""
    made = Suggestions()
    for entry in corpus.of("retired"):
        if entry.record.id in corpus.living:
            message = _("{slug} is still in use").format(slug=entry.record.id)
            yield entry.problem(("id",), message, _("Either retire it or use it."))
        if entry.record.successor and entry.record.successor not in corpus.living:
            remedy = made.nearest(entry.record.successor, "successor", corpus.living)
            message = there_is_no("successor", entry.record.successor)
            yield entry.problem(("successor",), message, remedy or _("Leave it out where there is none."))


@check("name-twice")
def names_are_listed_once(corpus: Corpus) -> Iterator[Problem]:
    """A record lists each of its names once."""
    for entry in corpus.of(*PARTIES, "place"):
        seen: set[str] = set()
        for index, other in enumerate(entry.record.names):
            if other.name in seen:
                message = _("{name} is listed already").format(name=other.name)
                yield entry.problem(("names", index, "name"), message, _("Keep one of them."))
            seen.add(other.name)
