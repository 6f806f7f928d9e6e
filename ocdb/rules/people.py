"""What may tell of the same people: two promises on one line, without a link that says so (docs/totals.md)."""

from collections import defaultdict
from collections.abc import Iterator
from heapq import merge

from ocdb.rules.promises import Pledge, meet, nested

# Stands for the place of a promise for an area larger than a country, which may contain any place.
_ANYWHERE = "*"


def same_people(one: Pledge, other: Pledge) -> bool:
    """Return whether two pledges on one line may tell of the same people, without a link that says so.

    Two levels of one employer do, where the place of one contains that of the other, unless one begins where the
    other ended: from nobody to 1,000, and later from 1,200 to 1,800, are different people at one place. So do a
    level above a known baseline, and what the employer promised on top since that baseline was counted.
    """
    if one.line != other.line or not meet(one, other) or not nested(one, other):
        return False
    if one.id in other.renews or other.id in one.renews:
        return False
    if one.level and other.level:
        return not (_follows(one, other) or _follows(other, one))
    if not (one.level or other.level):
        return False
    level, addition = (one, other) if one.level else (other, one)
    return not (level.since and addition.made[1] and addition.made[1] < level.since)


def beyond(smaller: Pledge, larger: Pledge) -> int | None:
    """Return how many of one promise, at most, are not among the people of another; None for an open end.

    A level lies within another one of the same employers, or of more, and of the same sector. What two levels of the
    same people add above their baselines reaches from the lower of these to the higher level.
    """
    within = lies_within(smaller, larger) or _of_the_same(smaller, larger)
    if not within or smaller.figure.most is None:
        return smaller.adds.high
    above = max(0, smaller.figure.most - larger.figure.most) if larger.figure.most is not None else 0
    return above + (max(0, _before(larger) - _before(smaller)) if smaller.line == "new_jobs" else 0)


def lies_within(smaller: Pledge, larger: Pledge) -> bool:
    """Return whether a level certainly lies within another: of the same employers, or some of them, or one sector."""
    both = smaller.reading == larger.reading == "total" and smaller.line == "levels"
    both &= smaller.where == larger.where or not (smaller.wide or larger.wide)
    both &= smaller.sector == larger.sector
    return both and set(smaller.operators) <= set(larger.operators) and not smaller.unnamed_operators


def _of_the_same(one: Pledge, other: Pledge) -> bool:
    """Return whether two levels count the same people: of the same employers at one place, or from one report on."""
    if not one.reading == other.reading == "total" or one.unnamed_operators or one.sector != other.sector:
        return False
    if set(one.operators) != set(other.operators) or other.unnamed_operators or not (one.baseline and other.baseline):
        return False
    return one.where == other.where or bool(one.baseline_report and one.baseline_report == other.baseline_report)


def _before(pledge: Pledge) -> int:
    """Return how many were there before, at least."""
    return (pledge.baseline.least if pledge.baseline else None) or 0


def _follows(one: Pledge, other: Pledge) -> bool:
    """Return whether one level begins where the other ended, as far as both are certain, at one place.

    What a level adds for certain reaches from the upper end of its baseline to its own lower end.
    """
    same = set(one.operators) == set(other.operators) and one.where == other.where and one.sector == other.sector
    plain = one.reading == other.reading == "total" and not (one.unnamed_operators or other.unnamed_operators)
    if not (same and plain) or one.baseline is None or one.baseline.most is None:
        return False
    return other.figure.least is not None and one.baseline.most >= other.figure.least


# --- without holding each against each --------------------------------------------------------------------------


def whose(pledge: Pledge) -> Iterator[str]:
    """Yield the lines of each employer on which a pledge stands; two that tell of the same people share one.

    A target that names nobody shares a line with such targets; one of employers that are only counted has none.
    """
    if pledge.operators or not pledge.unnamed_operators:
        yield from (f"{pledge.line} {operator}" for operator in pledge.operators or ("",))


def spot(pledge: Pledge) -> str:
    """Return where a pledge is: of two that are nested the spot of one is in the region of the other."""
    return _ANYWHERE if pledge.wide else pledge.where


def region(pledge: Pledge) -> Iterator[str]:
    """Yield the spots that contain a pledge's, its own included."""
    yield from dict.fromkeys((spot(pledge), *sorted(pledge.area), _ANYWHERE))


class Holders:
    """Pledges that count, by whose they are and where, so that each further one is held against few of them."""

    def __init__(self) -> None:
        self._at: dict[tuple[str, str, bool], list[tuple[int, Pledge]]] = defaultdict(list)
        self._in: dict[tuple[str, str, bool], list[tuple[int, Pledge]]] = defaultdict(list)
        self._number = 0

    def add(self, pledge: Pledge) -> None:
        """Add a pledge after all others."""
        self._number += 1
        for line in whose(pledge):
            self._at[line, spot(pledge), pledge.level].append((self._number, pledge))
            for around in region(pledge):
                self._in[line, around, pledge.level].append((self._number, pledge))

    def first(self, pledge: Pledge) -> Pledge | None:
        """Return the first that was added of those that may tell of the same people as a pledge, or None."""
        # Two that both come on top of what there is are different people.
        levels = (True, False) if pledge.level else (True,)
        found = [self._in.get((line, spot(pledge), level), ()) for line in whose(pledge) for level in levels]
        found += [
            self._at.get((line, around, level), ())
            for line in whose(pledge)
            for around in region(pledge)
            for level in levels
        ]
        ordered = merge(*filter(None, found), key=lambda numbered: numbered[0])
        return next((one for _, one in ordered if same_people(pledge, one)), None)
