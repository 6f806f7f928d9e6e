"""Which jobs promises are of, so that two promises of the same jobs are known to be: the truth behind totals.

A project has so many jobs, numbered from 0, and a promise of it some of them. The increase that a level implies
contains what the same companies still have to keep of older levels in its place, and what they promise there on top
from then on until it is due. Read strictly, it also contains what they still have to keep of older promises on top.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scripts.worlds.months import month_of
from scripts.worlds.promised import Outcome, Piece, Promise
from scripts.worlds.truth import PEOPLE, World


def size(pieces: Iterable[Piece]) -> int:
    """Return how many jobs there are in some pieces, each counted once."""
    total, reached, project = 0, 0, ""
    for piece in sorted(pieces, key=lambda one: (one.project, one.start, one.stop)):
        if piece.project != project:
            project, reached = piece.project, 0
        total += max(0, piece.stop - max(piece.start, reached))
        reached = max(reached, piece.stop)
    return total


def slice_of(pieces: Iterable[Piece], start: int, stop: int) -> Iterator[Piece]:
    """Yield the jobs from one number to another, counted along some pieces."""
    at = 0
    for piece in pieces:
        length = piece.stop - piece.start
        low, high = max(start - at, 0), min(stop - at, length)
        if low < high:
            yield Piece(piece.project, piece.start + low, piece.start + high)
        at += length


@dataclass
class Distinct:
    """The jobs of all promises of a world."""

    world: World
    promises: list[Promise]
    strict: bool = False

    def __post_init__(self) -> None:
        """Go through the projects in the order of time."""
        self._jobs: dict[str, list[Piece]] = {}
        self._taken: dict[str, int] = {}
        roots = [one for one in self.promises if not one.whole and not one.wrong_of]
        for promise in sorted(roots, key=lambda one: (one.announced, one.key)):
            # Of the other projects as they stand by then: what moved away shares nothing with who promises there later.
            before = sorted((one for one in roots if one.announced < promise.announced), key=lambda one: one.version)
            self._extend(promise, list({one.project: one for one in before}.values()))

    def jobs(self, promise: Promise) -> list[Piece]:
        """Return the jobs that a promise is of; a wrong figure is of none.

        A version that moved away from the promise whose jobs an older version had is of others, at another place.
        """
        line = self._jobs.get(promise.project, [])
        pieces = [piece for own in promise.pieces for piece in slice_of(line, own.start, own.stop)]
        return [piece if self._still_of(promise, piece.project) else self._moved(promise, piece) for piece in pieces]

    def _still_of(self, promise: Promise, project: str) -> bool:
        """Return whether a promise is of a project, or lies where that does."""
        others = [one for one in self.promises if one.project == project]
        return project == promise.project or any(self.world.nested(one.scope, promise.scope) for one in others)

    def _moved(self, promise: Promise, piece: Piece) -> Piece:
        return replace(piece, project=f"{promise.project}, first of {piece.project}")

    def _extend(self, promise: Promise, older: list[Promise]) -> None:
        """Add the jobs that a version of a project has beyond those that are known."""
        line = self._jobs.setdefault(promise.project, [])
        missing = max(piece.stop for piece in promise.pieces) - sum(piece.stop - piece.start for piece in line)
        if promise.people and not line:
            for other in older:
                if missing > 0 and other.project != promise.project:
                    shared = self._shared(promise, other, missing)
                    line += shared
                    missing -= size(shared)
        if missing > 0:
            start = sum(piece.stop - piece.start for piece in line if piece.project == promise.project)
            line.append(Piece(promise.project, start, start + missing))

    def _shared(self, promise: Promise, other: Promise, most: int) -> list[Piece]:
        """Return which jobs of an older promise are some of a newer one."""
        alike = (other.scope.companies, PEOPLE[other.directness]) == (
            promise.scope.companies,
            PEOPLE[promise.directness],
        )
        if not (alike and other.people and promise.scope.companies) or (other.due and other.due < promise.announced):
            return []
        if not promise.additional and self.world.nested(other.scope, promise.scope):
            if other.additional and not self.strict:
                return []
            pending = min(most, self._pending(other, promise))
            return self._own(other, other.increase - pending, other.increase)
        if promise.additional and not other.additional and self._around(promise, other):
            start = self._taken.get(other.project, 0)
            self._taken[other.project] = min(start + most, other.increase)
            return self._own(other, start, self._taken[other.project])
        return []

    def _own(self, other: Promise, start: int, stop: int) -> list[Piece]:
        """Return jobs of a promise that are of no older project: those of that one are looked at by themselves."""
        pieces = slice_of(self._jobs[other.project], start, stop)
        return [piece for piece in pieces if piece.project == other.project]

    def _around(self, promise: Promise, other: Promise) -> bool:
        """Return whether a promise is made for a place, or a site, in that of another one."""
        if other.scope.site:
            return promise.scope.site == other.scope.site
        return self.world.within(promise.scope.place, other.scope.place)

    def _pending(self, other: Promise, promise: Promise) -> int:
        """Return how much of an older promise hadn't come when a newer one was made."""
        outcome = Outcome(self.world, other)
        there = outcome.levels[month_of(promise.announced)]
        return min(max(outcome.needed(other.number) - there, 0), other.increase)
