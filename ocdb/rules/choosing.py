"""Which pledges count of those that lie in a scope and stand, so that no job counts twice (docs/totals.md)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ocdb.rules.people import Holders, beyond, lies_within
from ocdb.rules.promises import Pledge, Promises
from ocdb.rules.reasons import Reason


@dataclass
class Choice:
    """Which pledges of a scope count, which don't and why.

    Attributes:
        counted: in the order of their slugs.
        reasons: why each of the others doesn't, by slug.
        uncertain: those of the others that may include jobs that don't count yet, each with how many at most count
            nowhere else; None for an open end.
    """

    counted: list[Pledge] = field(default_factory=list)
    reasons: dict[str, Reason] = field(default_factory=dict)
    uncertain: list[tuple[Pledge, int | None]] = field(default_factory=list)


def choose(standing: Sequence[Pledge], promises: Promises) -> Choice:
    """Return which pledges count.

    Wholes count before their parts. Of two that may tell of the same the one counts that adds more for certain, and of
    equals the larger.

    Pledges of different components (ocdb.rules.components) have no say in each other's choice.

    Args:
        standing: pledges in the order of their slugs.
        promises: how they hang together with all others.
    """
    outdated = promises.outdated(standing)
    choice = _disjoint([pledge for pledge in standing if pledge.id not in outdated], promises)
    choice.reasons |= outdated
    return choice


def _disjoint(candidates: list[Pledge], promises: Promises) -> Choice:
    if len(candidates) < 2:  # as most components are  # noqa: PLR2004
        return Choice(candidates)
    own_promises = {promises.promise(pledge.id) for pledge in candidates}
    around = {pledge.id: promises.around(pledge.id) & own_promises for pledge in candidates}
    taken: dict[str, Pledge] = {}
    choice, holders = Choice(), Holders()
    # A part has more candidates around it than its whole, so the wholes come first.
    for pledge in sorted(candidates, key=lambda one: (len(around[one.id]), *_size(one), one.id)):
        own = promises.within(pledge.id)
        holder = next((taken[part] for part in sorted(own) if part in taken), None)
        if holder is None:
            holder = holders.first(pledge)
            if holder is None:
                taken |= dict.fromkeys(own, pledge)
                choice.counted.append(pledge)
                holders.add(pledge)
                continue
            more = beyond(pledge, holder)
            code = "same_people" if more == 0 or lies_within(pledge, holder) else "may_be_the_same"
        elif promises.promise(holder.id) == promises.promise(pledge.id):
            code, more = "another_version_of", 0
        else:
            more = pledge.adds.high
            code = "part_of" if promises.promise(holder.id) in around[pledge.id] else "shares_a_part_with"
        choice.reasons[pledge.id] = Reason.of(code, pledge=holder.id)
        if code in ("same_people", "may_be_the_same", "shares_a_part_with") and more != 0:
            choice.uncertain.append((pledge, more))
    choice.counted.sort(key=lambda pledge: pledge.id)
    return choice


def _size(pledge: Pledge) -> tuple[int, int]:
    """Return how large a pledge is where two tell of the same people, the largest first.

    What it adds for certain decides: a level of 20,000 in the world that may add nobody hides no 1,000 in Senegal.
    """
    return -(pledge.adds.low or 0), -(pledge.figure.least or pledge.figure.most or 0)
