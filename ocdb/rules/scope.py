"""What totals are asked for: of whom, where, due by when, and whose promises; and what they are."""

from dataclasses import dataclass
from datetime import date

from ocdb.rules.lines import FIRMNESS

BASES = ("operator", "government", "federation", "analyst")


@dataclass(frozen=True)
class Scope:
    """What a total is about; an empty part sets no limit.

    Attributes:
        around: the places and countries that contain the places: a pledge for one of them is listed as left out.
        named: the areas and countries that were asked for, where an area is among them: the countries are then all that
            lies in them.
    """

    operators: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    due_by: date | None = None
    basis: str = "operator"
    named: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Total:
    """A line of a total.

    Attributes:
        line: a member of LINES.
        low: how many are promised for certain, at least.
        high: at most; None where a part is open.
        bound: ``exact``, ``about``, ``nearly``, ``at_least``, ``at_most`` or ``range``.
        pledges: how many pledges count.
        firmness: how much of the low end is of each firmness, in the order of FIRMNESS.
    """

    line: str
    low: int
    high: int | None
    bound: str
    pledges: int
    firmness: tuple[int, ...] = (0,) * len(FIRMNESS)
