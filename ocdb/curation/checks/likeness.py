"""Checks for what is there twice: claims that look like the same one, parties whose names are near."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from ocdb.curation.checks.places import around, near
from ocdb.curation.checks.registry import check
from ocdb.curation.checks.spans import overlap, span
from ocdb.curation.corpus import Corpus, Entry
from ocdb.curation.problems import Problem
from ocdb.text import fold

NEAR = 0.88
# Bits of a mask with the letters of a name.
MASK = 61
# Words of a name that tell no two companies apart.
COMMON = {"groupe", "group", "company", "societe", "sa", "sarl", "sas", "ltd", "limited", "inc", "plc"}
ALIKE = ("site", "event", "pledge", "loss", "report", "investment", "statistic", "succession")
LINKS = ("part_of", "revises", "conflicts_with")
# What lasts: an article that gives no date may well mean the same one.
LASTING = ("site", "pledge", "succession")
JOBS = {"jobs", "headcount", "hires"}
DATES = ("date", "announced", "due", "as_of", "opened")
YEAR = timedelta(days=366)


@check("same-claim", "warning")
def claims_are_made_once(corpus: Corpus) -> Iterator[Problem]:
    """No two claims tell the same: a second article about it is a second citation."""
    groups: dict[Any, list[Entry]] = defaultdict(list)
    for entry in corpus.of(*ALIKE):
        for key in _keys(corpus, entry):
            groups[key].append(entry)
    told = set()
    for one, other in (pair for group in groups.values() for pair in combinations(group, 2)):
        pair = (one.record.id, other.record.id)
        if pair in told or _linked(one, other) or not _alike(corpus, one, other):
            continue
        told.add(pair)
        message = f"this looks like {one.record.id} in {one.document.file}"
        remedy = "If it is the same, cite this article for that claim under citations:, and remove this one."
        yield other.problem(("id",), message, remedy)


def _keys(corpus: Corpus, entry: Entry) -> Iterator[Any]:
    """Yield what claims must share to be compared: kind, country, number and one of those who take part."""
    record = entry.record
    measure = getattr(record, "measure", None)
    what = (getattr(record, "kind", None), "jobs" if measure in JOBS else measure, getattr(record, "basis", None))
    countries = {around(corpus, where)[-1] for where in _places(record)} or {""}
    for who in {slug for _, slug in _parties(record)}:
        for country in countries:
            yield entry.kind, what, _number(record), country, who


def _parties(record: Any) -> list[tuple[str, str]]:
    """Return who takes part in a claim, by role, in the order of the alphabet."""
    named = [("operator", slug) for slug in getattr(record, "operators", [])]
    named += [(role, getattr(record, role, None)) for role in ("operator", "predecessor", "successor")]
    named += [(role, slug) for role, slugs in record.parties.items() for slug in slugs]
    return sorted((role, slug) for role, slug in named if slug)


def _places(record: Any) -> list[str]:
    places = getattr(record, "at", None) or []
    return places if isinstance(places, list) else [places]


def _number(record: Any) -> Any:
    figure = getattr(record, "figure", None) or getattr(record, "amount", None)
    return (figure.low or figure.high, figure.high if figure.bound == "range" else None) if figure else None


def _linked(one: Entry, other: Entry) -> bool:
    links = [getattr(entry.record, name, None) or [] for entry in (one, other) for name in LINKS]
    return any(key in link for link in links for key in (one.record.id, other.record.id))


def _alike(corpus: Corpus, one: Entry, other: Entry) -> bool:
    """Return whether nothing tells two claims apart: one article makes finer distinctions than two do."""
    if one.source == other.source:
        return _gist(one.record) == _gist(other.record) and _same_time(one, other, lasting=False)
    places = [(first, second) for first in _places(one.record) for second in _places(other.record)]
    if places and not any(near(corpus, first, second) for first, second in places):
        return False
    named = [(getattr(one.record, name, None), getattr(other.record, name, None)) for name in ("name", "address")]
    if any(first and second and fold(first) != fold(second) for first, second in named):
        return False
    if one.kind != "event" and _parties(one.record) != _parties(other.record):
        return False
    return _same_time(one, other, lasting=one.kind in LASTING) and _told_together(corpus, one, other)


def _gist(record: Any) -> Any:
    names = ("at", "from_", "to", "figure", "amount", "measure", "period", "reading", "name", "address", "site")
    return _parties(record), [getattr(record, name, None) for name in names]


def _same_time(one: Entry, other: Entry, *, lasting: bool) -> bool:
    """Return whether no date tells the two apart; of what lasts, a date that is missing tells nothing."""
    for name in DATES:
        first, second = span(one, name), span(other, name)
        if first and second:
            if not overlap(first, second):
                return False
        elif (first or second) and not lasting:
            return False
    return True


def _told_together(corpus: Corpus, one: Entry, other: Entry) -> bool:
    """Return whether two claims last, or have a date, or are told by articles of the same year or so."""
    if one.kind in LASTING or any(span(one, name) for name in DATES):
        return True
    sources = [corpus.find(["source"], entry.source or "") for entry in (one, other)]
    first, second = (span(source, "published") if source else None for source in sources)
    if not (first and second and first.first and first.last and second.first and second.last):
        return True
    return max(first.first, second.first) - min(first.last, second.last) <= YEAR


@check("near-names", "warning")
def parties_have_names_of_their_own(corpus: Corpus) -> Iterator[Problem]:
    """No two operators and no two officials bear nearly the same name, apart from spaces, case and accents."""
    known = {frozenset((entry.record.predecessor, entry.record.successor)) for entry in corpus.of("succession")}
    # One that was taken back tells that they are two.
    known |= {frozenset(pair) for entry in corpus.of("judgement") for pair in combinations(entry.record.same, 2)}
    for kind in ("operator", "official"):  # the names of agencies differ in the region only
        for first, second in _near_pairs(list(corpus.of(kind))):
            pair = frozenset((first.record.id, second.record.id))
            if pair in known:
                continue
            known.add(pair)
            message = f"its name is near that of {first.record.id} ({first.record.name})"
            remedy = "If they are one, judge so (judgements:), or retire one of the slugs; else leave it."
            yield second.problem(("name",), message, remedy)


def _names(record: Any) -> set[str]:
    """Return the names of a party, acronyms left out, folded, without spaces and the words that tell nothing."""
    others = (other.name for other in record.names if other.kind != "acronym")
    written = [fold(name).split() for name in (record.name, *others)]
    return {"".join(word for word in words if word not in COMMON) or "".join(words) for words in written}


def _near_pairs(entries: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield the pairs of parties with near names, each in the order of the entries.

    The ratio is slow, so names that can't reach it are left out first: each letter that only one of the two has is a
    letter that doesn't match. Measured: 3000 names take 2 s.
    """
    order = {id(entry): place for place, entry in enumerate(entries)}
    named = sorted((len(name), name, order[id(entry)]) for entry in entries for name in _names(entry.record) if name)
    masks = [sum(1 << ord(letter) % MASK for letter in set(name)) for _, name, _ in named]
    for index, (length, name, place) in enumerate(named):
        for later in range(index + 1, len(named)):
            longer, other, where = named[later]
            if length < NEAR * longer:
                break
            strangers = (1 - NEAR) * (length + longer)
            if place == where or (masks[index] ^ masks[later]).bit_count() > strangers:
                continue
            if name == other or SequenceMatcher(None, name, other, autojunk=False).ratio() >= NEAR:
                yield entries[min(place, where)], entries[max(place, where)]
