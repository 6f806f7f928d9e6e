"""The check for what is there twice: claims that look like the same one.

All pairs would be too many: a thousand alike claims make half a million. Claims with nothing to tell them apart are
one likeness, and only likenesses are compared, each with its neighbours in order of place and date.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Any

from ocdb.curation.checks.alike import groups, neighbours
from ocdb.curation.checks.places import around
from ocdb.curation.checks.registry import check
from ocdb.curation.checks.spans import overlap, span
from ocdb.curation.corpus import Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.problems import Problem
from ocdb.dates import Span
from ocdb.rules.groups import linked
from ocdb.text import fold
from ocdb.words.language import _

ALIKE = ("site", "event", "pledge", "loss", "report", "investment", "statistic", "succession")
LINKS = ("part_of", "revises", "conflicts_with")
# What lasts: an article that gives no date may well mean the same one.
LASTING = ("site", "pledge", "succession")
JOBS = {"jobs", "headcount", "hires"}
DATES = ("date", "announced", "due", "as_of", "opened")
GIST = ("at", "from_", "to", "figure", "amount", "measure", "period", "reading", "sector", "name", "address", "site")
YEAR = timedelta(days=366)


@check("same-claim", "warning", reach="likes")
def claims_are_made_once(corpus: Corpus) -> Iterator[Problem]:
    """No two claims tell the same: a second article about it is a second citation."""
    for told, first, others in groups(corpus, _Claims(corpus).repeated()):
        message = _("this looks like {claim} in {file}")
        message = message.format(claim=first.record.id, file=first.document.file) + others
        remedy = _("If it is the same, cite this article for that claim under citations:, and remove this one.")
        yield told.problem(("id",), message, remedy)


@dataclass(frozen=True)
class _Likeness:
    """All that tells a claim apart from others."""

    kind: str
    gist: tuple[Any, ...]
    parties: tuple[tuple[str, str], ...]
    spans: tuple[Span | None, ...]
    published: Span | None
    places: frozenset[str]
    around: frozenset[str]
    called: tuple[str, str]

    @cached_property
    def order(self) -> tuple[Any, ...]:
        """Return its place among others: those that may be the same are near."""
        first = next((one.first or one.last for one in self.spans if one), None)
        return sorted(self.places), first or dt.date.min

    def alike(self, other: "_Likeness", *, one_source: bool) -> bool:
        """Return whether nothing tells the two apart: one article makes finer distinctions than two do."""
        if one_source:
            return self.gist == other.gist and self._same_time(other, lasting=False)
        return (
            (not self.places or not other.places or self._near(other))
            and all(not one or not two or one == two for one, two in zip(self.called, other.called, strict=True))
            and (self.kind == "event" or self.parties == other.parties)
            and self._same_time(other, lasting=self.kind in LASTING)
            and self._told_together(other)
        )

    def _near(self, other: "_Likeness") -> bool:
        return not (self.places.isdisjoint(other.around) and other.places.isdisjoint(self.around))

    def _same_time(self, other: "_Likeness", *, lasting: bool) -> bool:
        """Return whether no date tells the two apart; of what lasts, a date that is missing tells nothing."""
        for first, second in zip(self.spans, other.spans, strict=True):
            if first and second:
                if not overlap(first, second):
                    return False
            elif (first or second) and not lasting:
                return False
        return True

    def _told_together(self, other: "_Likeness") -> bool:
        """Return whether two claims last, or have a date, or are told by articles of the same year or so."""
        first, second = self.published, other.published
        if not (first and second and first.first and first.last and second.first and second.last):
            return True
        return max(first.first, second.first) - min(first.last, second.last) <= YEAR


@dataclass
class _Seen:
    """The claims of one likeness so far.

    Attributes:
        neighbours: other likenesses that are like this one in one article, or in two.
        claims: of each source the first claim of each promise.
    """

    likeness: _Likeness
    neighbours: list[tuple["_Seen", bool, bool]] = field(default_factory=list)
    claims: dict[str | None, dict[str, Entry]] = field(default_factory=lambda: defaultdict(dict))


class _Claims:
    """The claims that may be the same, in the order of the corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.entries = list(corpus.of(*ALIKE))
        self.order = {entry.record.id: number for number, entry in enumerate(self.entries)}
        self.lying: dict[str, list[str]] = {}
        # The versions of one promise may well have one figure.
        revisions = ((entry.record.id, old) for entry in corpus.of("pledge") for old in entry.record.revises)
        self.promise = {version: group[0] for group in linked(revisions) for version in group}

    def repeated(self) -> Iterator[tuple[Entry, Entry]]:
        """Yield each claim that is like an earlier one, with the first of those."""
        boxes: dict[Any, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for key in _keys(entry, self._around):
                boxes[key].append(entry)
        found: dict[str, Entry] = {}
        for box in boxes.values():
            for later, first in self._pairs(box) if len(box) > 1 else ():
                found[later.record.id] = min(first, found.get(later.record.id, first), key=self._order)
        for entry in self.entries:
            if entry.record.id in found:
                yield entry, found[entry.record.id]

    def _pairs(self, box: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
        """Yield the claims of a box that are like an earlier one, with the first of those."""
        likenesses = [self._likeness(entry) for entry in box]
        seen = {likeness: _Seen(likeness) for likeness in likenesses}
        _compare(sorted(seen.values(), key=lambda one: one.likeness.order))
        for entry, likeness in zip(box, likenesses, strict=True):
            own = seen[likeness]
            earlier = list(self._earlier(entry, own))
            if earlier:
                yield entry, min(earlier, key=self._order)
            own.claims[entry.source].setdefault(self._promise(entry), entry)

    def _order(self, entry: Entry) -> int:
        return self.order[entry.record.id]

    def _earlier(self, entry: Entry, own: _Seen) -> Iterator[Entry]:
        """Yield the claims so far that are like one: of each likeness the first that has no link with it."""
        for seen, in_one, in_two in [(own, True, True), *own.neighbours]:
            own_source = ((entry.source, seen.claims.get(entry.source, {})),)
            for source, claims in seen.claims.items() if in_two else own_source:
                alike = in_one if source == entry.source else in_two
                first = next((one for one in claims.values() if alike and not self._linked(one, entry)), None)
                if first:
                    yield first
                    break

    def _promise(self, entry: Entry) -> str:
        slug: str = entry.record.id
        return self.promise.get(slug, slug)

    def _linked(self, one: Entry, other: Entry) -> bool:
        directly = one.record.id in _links(other.record) or other.record.id in _links(one.record)
        return directly or self._promise(one) == self._promise(other)

    # --- what a claim is like ---

    def _likeness(self, entry: Entry) -> _Likeness:
        record = entry.record
        spans = tuple(span(entry, name) for name in DATES)
        source = None if entry.kind in LASTING or any(spans) else self.corpus.find(["source"], entry.source or "")
        parties, places = _parties(record), _places(record)
        values = (record.value(name) for name in GIST)
        return _Likeness(
            entry.kind,
            (parties, *(tuple(value) if isinstance(value, list) else value for value in values)),
            parties,
            spans,
            span(source, "published") if source else None,
            frozenset(places),
            frozenset(slug for where in places for slug in self._around(where)),
            (fold(record.value("name") or ""), fold(record.value("address") or "")),
        )

    def _around(self, where: str) -> list[str]:
        if where not in self.lying:
            self.lying[where] = around(self.corpus, where)
        return self.lying[where]


def boxes(corpus: Corpus, entry: Entry) -> Iterator[Any]:
    """Yield the boxes of a claim: what claims must share to be compared."""
    if entry.kind in ALIKE:
        yield from _keys(entry, lambda where: around(corpus, where))


def _keys(entry: Entry, lying: Callable[[str], list[str]]) -> Iterator[Any]:
    """Yield what claims must share to be compared: kind, number, country, and who takes part, of an event one."""
    record = entry.record
    measure = record.value("measure")
    kind, basis = record.value("kind"), record.value("basis")
    what = (entry.kind, kind, "jobs" if measure in JOBS else measure, basis, _number(record))
    parties = _parties(record)
    who = {slug for _role, slug in parties} if entry.kind == "event" else {parties} - {()}
    for country in {lying(where)[-1] for where in _places(record)} or {""}:
        yield from ((*what, country, one) for one in who)


def _compare(ordered: list[_Seen]) -> None:
    """Note at each likeness which of its neighbours are like it."""
    for one, other in neighbours(ordered):
        in_one, in_two = (one.likeness.alike(other.likeness, one_source=same) for same in (True, False))
        if in_one or in_two:
            one.neighbours.append((other, in_one, in_two))
            other.neighbours.append((one, in_one, in_two))


def _links(record: Any) -> Iterator[str]:
    for name in LINKS:
        others = record.value(name) or []
        yield from [others] if isinstance(others, str) else others


def _parties(record: Any) -> tuple[tuple[str, str], ...]:
    """Return who takes part in a claim, by role, in the order of the alphabet."""
    named = [("operator", slug) for slug in record.value("operators") or ()]
    named += [(role, record.value(role)) for role in ("operator", "predecessor", "successor")]
    named += [(role, slug) for role, slugs in record.parties.items() for slug in slugs]
    return tuple(sorted((role, slug) for role, slug in named if slug))


def _places(record: Any) -> list[str]:
    places = record.value("at") or []
    return places if isinstance(places, list) else [places]


def _number(record: Any) -> Any:
    figure = record.value("figure") or record.value("amount")
    return (figure.low or figure.high, figure.high if figure.bound == "range" else None) if figure else None
