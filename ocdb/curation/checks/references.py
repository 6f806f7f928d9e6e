"""Checks of references: each slug and each code names something that is there."""

from collections.abc import Iterator
from functools import cache
from itertools import chain

from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import CLAIMS, FAMILIES, PARTIES, Corpus, Entry
from ocdb.curation.fields import OneOf, Ref
from ocdb.curation.problems import Problem, Suggestions, nearest
from ocdb.words.language import _, language
from ocdb.words.missing import there_is_no
from ocdb.words.nouns import kind_name
from ocdb.words.suggestions import either


@check("unknown-slug")
def slugs_lead_somewhere(corpus: Corpus) -> Iterator[Problem]:
    """Each slug names a record of the right kind that is there."""
    made = Suggestions()
    for entry in _all(corpus):
        for path, mark, word in entry.references:
            if isinstance(mark, Ref) and not (corpus.find(_kinds(mark.kinds), word) or word in corpus.broken):
                remedy = _remedy(corpus, word) or made.nearest(word, str(mark), _known(corpus, mark))
                yield entry.problem(path, there_is_no(str(mark), word), remedy or _("Add it, or name another one."))


@cache
def _kinds(families: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(kind for family in families for kind in FAMILIES.get(family, (family,)))


def _known(corpus: Corpus, mark: Ref) -> Iterator[str]:
    return (key for kind in _kinds(mark.kinds) for key in corpus.entries.get(kind, {}))


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
    for entry in _all(corpus):
        for path, mark, word in entry.references:
            if (
                isinstance(mark, OneOf)
                and word not in (known := mark.codes(corpus.codes))
                and word not in corpus.broken
            ):
                remedy = nearest(word, known) or _("The codes are {codes}.").format(codes=", ".join(known))
                message = _("{value} isn't in the code list {list}")
                yield entry.problem(path, message.format(value=word, list=either(mark.code_lists)), remedy)


@check("retired-slug")
def retired_slugs_are_retired(corpus: Corpus) -> Iterator[Problem]:
    """A retired slug is borne by nobody, and its successor exists."""
    made = Suggestions()
    living = {key for kind, entries in corpus.entries.items() if kind != "retired" for key in entries}
    for entry in corpus.of("retired"):
        if entry.record.id in living:
            message = _("{slug} is still in use").format(slug=entry.record.id)
            yield entry.problem(("id",), message, _("Either retire it or use it."))
        if entry.record.successor and entry.record.successor not in living:
            remedy = made.nearest(entry.record.successor, "successor", living)
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


def _all(corpus: Corpus) -> Iterator[Entry]:
    return chain(*(entries.values() for entries in corpus.entries.values()), corpus.citations)
