"""The check of levels: promises of how many there are to be in all, at one place at different times."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ocdb.curation.checks.alike import groups, neighbours
from ocdb.curation.checks.places import around
from ocdb.curation.checks.registry import check
from ocdb.curation.checks.spans import span
from ocdb.curation.corpus import Corpus, Entry
from ocdb.curation.problems import Problem
from ocdb.rules.groups import linked

# The measures of which a total is a level, with what they count: recruitments and trainees add up over time.
COUNTED = {"jobs": "people", "headcount": "people", "seats": "seats"}


@check("levels-unlinked", "warning")
def levels_of_one_operator_are_linked(corpus: Corpus) -> Iterator[Problem]:
    """Levels of one operator at one place or in it, due at different times, are linked, directly or through others."""
    for told, first, others in groups(corpus, _unlinked(corpus)):
        figure = first.record.figure.low or first.record.figure.high
        message = f"{first.record.id} is a level there too ({figure} by {first.record.due}), without a link{others}"
        remedy = "A step is part_of the last level; a newer promise revises the older one; else leave it."
        yield told.problem(("due",), message, remedy)


@dataclass(frozen=True)
class _Level:
    """A pledge of so many in all.

    Attributes:
        promise: the same for all that hang together.
        first: the first day of the due date; None where that is open.
        last: its last day.
        made: the first day of the time when it was announced, or when its article appeared; None where that is open.
        around: its place with all around it.
    """

    entry: Entry
    promise: str
    first: date | None
    last: date
    made: date | None
    around: frozenset[str]

    @property
    def kind(self) -> Any:
        """Return what levels must share to tell of the same people."""
        record = self.entry.record
        return tuple(sorted(record.operators)), record.unnamed_operators, record.basis, COUNTED[record.measure]

    def concerns(self, other: "_Level") -> bool:
        """Return whether another level is one of the same people at another time, while both promises were open."""
        one, two = self.entry.record, other.entry.record
        earlier, later = sorted((self, other), key=lambda level: level.last)
        return (
            self.promise != other.promise
            and (one.at in other.around or two.at in self.around)
            and (not one.site or not two.site or one.site == two.site)
            and (self.first, self.last) != (other.first, other.last)
            and not (later.made and later.made > earlier.last)
        )


def _unlinked(corpus: Corpus) -> Iterator[tuple[Entry, Entry]]:
    """Yield each level that tells of the same people as an earlier one in the corpus, with the first such."""
    levels = list(_levels(corpus))
    number = {level.entry.record.id: place for place, level in enumerate(levels)}
    kinds: dict[Any, list[_Level]] = defaultdict(list)
    for level in levels:
        kinds[level.kind].append(level)
    firsts: dict[int, int] = {}
    for alike in kinds.values():
        for one, other in neighbours(sorted(alike, key=lambda level: (level.entry.record.at, level.last))):
            if one.concerns(other):
                first, later = sorted((number[one.entry.record.id], number[other.entry.record.id]))
                firsts[later] = min(first, firsts.get(later, first))
    for later, first in sorted(firsts.items()):
        yield levels[later].entry, levels[first].entry


def _levels(corpus: Corpus) -> Iterator[_Level]:
    """Yield the levels that an operator promises by a day, in the order of the corpus."""
    links = ((entry.record.id, other) for entry in corpus.of("pledge") for other in _links(entry))
    promises = {key: group[0] for group in linked(links) for key in group}
    for entry in corpus.of("pledge"):
        record, due = entry.record, span(entry, "due")
        if record.operators and record.reading == "total" and record.measure in COUNTED and due and due.last:
            source = corpus.find(["source"], entry.source or "")
            made = span(entry, "announced") or (span(source, "published") if source else None)
            promise = promises.get(record.id, record.id)
            places = frozenset(around(corpus, record.at))
            yield _Level(entry, promise, due.first, due.last, made.first if made else None, places)


def _links(entry: Entry) -> list[str]:
    return [*entry.record.part_of, *entry.record.revises, *entry.record.conflicts_with]
