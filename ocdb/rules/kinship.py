"""The rule of kinship: whom a question about an operator takes in (docs/identity.md).

Pure reckoning, without a database: the questions, the loaded totals and any other reader call the same function.
A rename is the same company under a new name; a merger or an acquisition leads from one company to another. Only what
was completed counts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

RENAME = "rename"
COMPLETED = "completed"


@dataclass(frozen=True)
class Succession:
    """What the rule needs to know of a succession; its status is the one that the latest source gives."""

    id: str
    kind: str
    status: str
    predecessor: str
    successor: str

    @property
    def completed(self) -> bool:
        """Return whether it is in effect."""
        return self.status == COMPLETED

    @property
    def renames(self) -> bool:
        """Return whether it makes its two operators one company."""
        return self.kind == RENAME and self.completed


@dataclass(frozen=True)
class Relative:
    """An operator that a question about another one takes in, and the slugs of the successions that lead to it.

    Attributes:
        relation: same, under any of its names; successor, where a merger or an acquisition lies on the way.
    """

    operator: str
    relation: str
    successions: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A succession before or after an operator: 1 is its own, 2 one of those that these lead to."""

    number: int
    succession: Succession


class Kinship:
    """How operators hang together by successions; circles are no harm.

    Attributes:
        successions: those between two operators, in the order of their slugs.
    """

    def __init__(self, successions: Iterable[Succession]) -> None:
        ordered = sorted(successions, key=lambda one: one.id)
        # What was judged to be one company has no successions within itself.
        self.successions = [one for one in ordered if one.predecessor != one.successor]
        self._after = _by(self.successions, lambda one: one.predecessor)
        self._before = _by(self.successions, lambda one: one.successor)

    def relatives(self, operator: str) -> list[Relative]:
        """Return all that an operator is or became, itself included, in the order of slugs."""
        ways: dict[str, tuple[str, ...]] = {operator: ()}
        _follow(ways, self._names_of)
        same = frozenset(ways)
        _follow(ways, lambda one: [*self._names_of(one), *self._went_into(one)])
        return [Relative(key, "same" if key in same else "successor", way) for key, way in sorted(ways.items())]

    def same(self, operator: str) -> frozenset[str]:
        """Return the slugs under which an operator stands: its own, and those that completed renames link to it."""
        return frozenset(one.operator for one in self.relatives(operator) if one.relation == "same")

    def newest(self, operator: str) -> str:
        """Return the slug of an operator's present name; of several the first, as where renames go in a circle."""
        names = self.same(operator)
        return min([one for one in names if not any(link.renames for link in self._after[one])] or names)

    def following(self, operator: str) -> list[Step]:
        """Return the successions after an operator, of any status, the nearest first, then by slug.

        From an announced or abandoned one nothing is followed further.
        """
        return self._steps(operator, self._after, lambda one: one.successor)

    def preceding(self, operator: str) -> list[Step]:
        """Return the successions before an operator, in the same way."""
        return self._steps(operator, self._before, lambda one: one.predecessor)

    def _names_of(self, operator: str) -> list[tuple[str, str]]:
        """Return the operators next to one by a completed rename, each with the slug of the rename."""
        onwards = [(one.successor, one.id) for one in self._after[operator] if one.renames]
        return onwards + [(one.predecessor, one.id) for one in self._before[operator] if one.renames]

    def _went_into(self, operator: str) -> list[tuple[str, str]]:
        found = self._after[operator]
        return [(one.successor, one.id) for one in found if one.completed and not one.renames]

    def _steps(
        self, operator: str, links: dict[str, list[Succession]], other: Callable[[Succession], str]
    ) -> list[Step]:
        found: dict[str, Step] = {}
        numbers = {operator: 0}
        waiting = [operator]
        for one in waiting:  # it grows
            names = self.same(one)
            own = [link for link in links[one] if link.renames]
            for link in own + [link for name in sorted(names) for link in links[name] if not link.renames]:
                found.setdefault(link.id, Step(numbers[one] + 1, link))
                if link.completed and other(link) not in numbers:
                    numbers[other(link)] = numbers[one] + 1
                    waiting.append(other(link))
        return sorted(found.values(), key=lambda step: (step.number, step.succession.id))


def _by(successions: list[Succession], key: Callable[[Succession], str]) -> dict[str, list[Succession]]:
    found = defaultdict(list)
    for one in successions:
        found[key(one)].append(one)
    return found


def _follow(ways: dict[str, tuple[str, ...]], next_to: Callable[[str], Iterable[tuple[str, str]]]) -> None:
    """Add to the ways all that is reached from them, the nearest first, each with the links on its way."""
    waiting = list(ways)
    for one in waiting:  # it grows
        for other, link in next_to(one):
            if other not in ways:
                ways[other] = (*ways[one], link)
                waiting.append(other)
