"""The check of names: parties whose names are near each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from ocdb.curation.checks.alike import groups
from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.problems import Problem
from ocdb.text import fold
from ocdb.words.language import _

NAMED = ("operator", "official")
NEAR = 0.88
TINY = 1e-9  # sums of fractions may be less than they are
# Bits of a mask with the letters of a name.
MASK = 61
# Of so many near names the rest is told with them: each of these is near others in turn.
ENOUGH = 5
# Words of a name that tell no two companies apart.
COMMON = {"groupe", "group", "company", "societe", "sa", "sarl", "sas", "ltd", "limited", "inc", "plc"}


@check("near-names", "warning", reach="likes")
def parties_have_names_of_their_own(corpus: Corpus) -> Iterator[Problem]:
    """No two operators and no two officials bear nearly the same name, apart from spaces, case and accents."""
    known = _Known(corpus)
    for kind in NAMED:  # the names of agencies differ in the region only
        for told, first, others in groups(corpus, _near_pairs(list(corpus.of(kind)), known)):
            message = _("its name is similar to that of {party} ({name})")
            message = message.format(party=first.record.id, name=first.record.name) + others
            remedy = _("If they are one, say so (judgements:), or retire one of the slugs; otherwise leave it.")
            yield told.problem(("name",), message, remedy)


class _Known:
    """The parties of which somebody has said already whether they are one."""

    def __init__(self, corpus: Corpus) -> None:
        self._said: dict[str, set[str]] = defaultdict(set)
        for entry in corpus.of("succession"):
            for slug in (entry.record.predecessor, entry.record.successor):
                self._said[slug].add(entry.record.id)
        # A judgement that was taken back tells that they are two.
        for entry in corpus.of("judgement"):
            for slug in entry.record.same:
                self._said[slug].add(f"judgement {entry.record.id}")

    def both(self, one: Entry, other: Entry) -> bool:
        """Return whether a succession or a judgement is about both of two parties."""
        return not self._said[one.record.id].isdisjoint(self._said[other.record.id])


def spellings(record: Any) -> set[str]:
    """Return the names of a party, acronyms left out, folded, without spaces and the words that tell nothing."""
    others = (other.name for other in record.names if other.kind != "acronym")
    written = [fold(name).split() for name in (record.name, *others)]
    return {"".join(word for word in words if word not in COMMON) or "".join(words) for words in written} - {""}


def _near_pairs(entries: list[Entry], known: _Known) -> Iterator[tuple[Entry, Entry]]:
    """Yield the parties whose name is near that of an earlier one, with that, in the order of the entries."""
    for later, first in sorted({(max(pair), min(pair)) for pair in _near_places(entries, known)}):
        yield entries[later], entries[first]


def _near_places(entries: list[Entry], known: _Known) -> Iterator[tuple[int, int]]:
    """Yield the places in the list of two parties with near names, of a name no more than ENOUGH."""
    named = sorted((len(name), name, place) for place, entry in enumerate(entries) for name in spellings(entry.record))
    index = _Index()
    for _length, name, place in named:

        def near(candidates: Iterable[tuple[str, int]], name: str = name, place: int = place) -> Iterator[int]:
            for other, where in candidates:
                apart = where != place and not known.both(entries[where], entries[place])
                if apart and _near(other, name):
                    yield where

        found = list(islice(near(index.candidates(name)), ENOUGH + 1))
        # Which of many are told must not hang on the way in which they are found.
        few = found if len(found) <= ENOUGH else islice(near(index.in_order(name)), ENOUGH)
        yield from ((where, place) for where in few)
        index.add(name, place)


def _near(one: str, other: str) -> bool:
    """Return whether two names are near; the places of the letters of the other show at once that most are not."""
    if _common(one, _letters(other), len(other)) < NEAR * (len(one) + len(other)) / 2 - TINY:
        return False
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEAR


def alike(one: str, other: str) -> bool:
    """Return whether two spellings of names are near, whichever comes first."""
    shorter, longer = sorted((one, other), key=lambda name: (len(name), name))
    return len(shorter) >= NEAR * len(longer) - 1 and _near(shorter, longer)


@lru_cache(maxsize=2**6)
def _letters(name: str) -> dict[str, int]:
    """Return for each letter of a name a number whose bits are its places."""
    found: dict[str, int] = {}
    for place, letter in enumerate(name):
        found[letter] = found.get(letter, 0) | 1 << place
    return found


def _common(name: str, letters: dict[str, int], length: int) -> int:
    """Return how many letters two names have in common, in their order (H. Hyyrö, Bit-parallel LCS, 2004).

    The ratio counts no more: it takes the longest piece first. It is fifteen times as slow.
    """
    row = every = (1 << length) - 1
    for letter in name:
        met = row & letters.get(letter, 0)
        row = (row + met | row - met) & every
    return length - row.bit_count()


class _Pieces:
    """Names by their pieces, of which there are as many for each length as somebody says."""

    def __init__(self) -> None:
        self._named: dict[tuple[int, int, int, str], list[tuple[str, int, int]]] = defaultdict(list)

    def add(self, name: str, place: int, count: int) -> None:
        """Add a name by so many of its pieces."""
        mask = _mask(name)
        for number, (begin, end) in enumerate(_pieces(len(name), count)):
            self._named[len(name), count, number, name[begin:end]].append((name, place, mask))

    def like(self, name: str, length: int, count: int) -> Iterator[tuple[str, int]]:
        """Yield the names of a length that have a piece in common with one and few strange letters, the last first."""
        mask, seen = _mask(name), set()
        strangers = (1 - NEAR) * (length + len(name)) + TINY
        for number, piece in _places(length, count, name):
            for other, place, letters in reversed(self._named.get((length, count, number, piece), ())):
                # Each letter that only one of the two has is a letter that doesn't match.
                if (mask ^ letters).bit_count() <= strangers and (other, place) not in seen:
                    seen.add((other, place))
                    yield other, place


class _Index:
    """Names by their pieces: of two that are near, one piece of the shorter stands in the longer, and at its place.

    Where no more than n letters don't match, n + 1 pieces can't all be broken (G. Li, D. Deng, J. Wang, J. Feng:
    Pass-Join, 2011). To hold all pairs against each other took 4 s for 4000 names. The fewer the pieces, the longer
    they are, and the fewer names share one: so a name is cut anew for each number of letters that needn't match.
    """

    def __init__(self) -> None:
        self._lengths: dict[int, list[tuple[str, int]]] = {}
        self._pieces, self._ordered = _Pieces(), _Pieces()
        self._cut: dict[tuple[int, int], int] = defaultdict(int)
        self._known: list[tuple[str, int]] = []
        self._in_order = 0

    def add(self, name: str, place: int) -> None:
        """Add a name, no shorter than those before."""
        self._lengths.setdefault(len(name), []).append((name, place))
        self._known.append((name, place))

    def candidates(self, name: str) -> Iterator[tuple[str, int]]:
        """Yield the names so far that may be near one, each with its place, in any order."""
        for length in self._near_lengths(name):
            count = _broken(length, len(name)) + 1
            named = self._lengths[length]
            for other, place in named[self._cut[length, count] :]:
                self._pieces.add(other, place, count)
            self._cut[length, count] = len(named)
            yield from self._pieces.like(name, length, count)

    def in_order(self, name: str) -> Iterator[tuple[str, int]]:
        """Yield the same in an order that hangs on the names alone: it takes longer where they are many."""
        for other, place in self._known[self._in_order :]:
            self._ordered.add(other, place, _most_broken(len(other)) + 1)
        self._in_order = len(self._known)
        for length in self._near_lengths(name):
            yield from self._ordered.like(name, length, _most_broken(length) + 1)

    def _near_lengths(self, name: str) -> list[int]:
        return [length for length in self._lengths if length >= NEAR * len(name)]


def _broken(shorter: int, longer: int) -> int:
    """Return how many letters of two names of such lengths don't match at most, where they are near."""
    most = int((1 - NEAR) * (shorter + longer) + TINY)
    return most - (most + shorter + longer) % 2  # a letter more that matches is one of each


def _most_broken(length: int) -> int:
    """Return the same of a name and any longer one."""
    return int((1 - NEAR) * length * (1 + 1 / NEAR) + TINY)


@cache
def _pieces(length: int, count: int) -> list[tuple[int, int]]:
    """Return where the pieces of a name begin and end."""
    return [(length * number // count, length * (number + 1) // count) for number in range(count)]


def _places(length: int, count: int, name: str) -> Iterator[tuple[int, str]]:
    """Yield the pieces that a shorter name may share with one: a piece moves by the letters before it."""
    longer = len(name) - length
    for number, (begin, end) in enumerate(_pieces(length, count)):
        after = count - 1 - number
        for start in range(begin + max(-number, longer - after), begin + min(number, longer + after) + 1):
            if 0 <= start <= len(name) - (end - begin):
                yield number, name[start : start + end - begin]


@lru_cache(maxsize=2**6)
def _mask(name: str) -> int:
    return sum(1 << ord(letter) % MASK for letter in set(name))
