"""Checks of references: each slug and each code names something that is there."""

from collections.abc import Iterator
from functools import cache
from itertools import chain

from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import CLAIMS, FAMILIES, PARTIES, Corpus, Entry
from ocdb.curation.problems import Problem, Suggestions, nearest
from ocdb.curation.records import OneOf, Ref


@check("unknown-slug")
def slugs_lead_somewhere(corpus: Corpus) -> Iterator[Problem]:
    """Each slug names a record of the right kind that is there."""
    made = Suggestions()
    for entry in _all(corpus):
        for path, mark, word in entry.references:
            if isinstance(mark, Ref) and not (corpus.find(_kinds(mark.kinds), word) or word in corpus.broken):
                wanted = str(mark)
                remedy = _remedy(corpus, word) or made.nearest(word, wanted, _known(corpus, mark))
                yield entry.problem(
                    path, f"there is no {wanted} {word}", remedy or f"Add it, or name another {wanted}."
                )


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
        return f"It was retired; use {successor}." if successor else f"It was retired: {retired.record.reason.english}"
    kinds = (*PARTIES, *CLAIMS, "place", "country", "area", "source")
    other = next((kind for kind in kinds if corpus.find([kind], word)), "")
    return f"That is the slug of {'an' if other[0] in 'aeiou' else 'a'} {other}." if other else ""


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
                remedy = nearest(word, known) or f"The codes are {', '.join(known)}."
                yield entry.problem(path, f"{word} is no code of {mark}", remedy)


@check("retired-slug")
def retired_slugs_are_retired(corpus: Corpus) -> Iterator[Problem]:
    """A retired slug is borne by nobody, and its successor exists."""
    made = Suggestions()
    living = {key for kind, entries in corpus.entries.items() if kind != "retired" for key in entries}
    for entry in corpus.of("retired"):
        if entry.record.id in living:
            yield entry.problem(("id",), f"{entry.record.id} is still in use", "Retire it, or use it: not both.")
        if entry.record.successor and entry.record.successor not in living:
            remedy = made.nearest(entry.record.successor, "successor", living) or "Leave it out where there is none."
            yield entry.problem(("successor",), f"there is no {entry.record.successor}", remedy)


@check("name-twice")
def names_are_listed_once(corpus: Corpus) -> Iterator[Problem]:
    """A record lists each of its names once."""
    for entry in corpus.of(*PARTIES, "place"):
        seen: set[str] = set()
        for index, other in enumerate(entry.record.names):
            if other.name in seen:
                yield entry.problem(("names", index, "name"), f"{other.name} is listed already", "Keep one of them.")
            seen.add(other.name)


def _all(corpus: Corpus) -> Iterator[Entry]:
    return chain(*(entries.values() for entries in corpus.entries.values()), corpus.citations)
