"""Figures as the rules take them: two ends, between which the truth lies for certain, and how the source puts it."""

from dataclasses import dataclass
from math import ceil, floor

# "About" is worth ten per cent to either side, "nearly" as much below: our convention, since the press has none.
SLACK = 0.1


@dataclass(frozen=True)
class Figure:
    """A number or two as printed, in units of the measure, and the bound that the source puts to them."""

    low: int | None
    high: int | None
    bound: str

    @property
    def least(self) -> int | None:
        """Return how many there are for certain, at least; None for ``at_most``."""
        if self.low is not None and self.bound in ("about", "nearly"):
            return ceil(self.low * (1 - SLACK))
        return self.low

    @property
    def most(self) -> int | None:
        """Return how many there are for certain, at most; None for an open end. "Nearly 400" is fewer than 400."""
        if self.high is not None and self.bound == "about":
            return floor(self.high * (1 + SLACK))
        return self.high - 1 if self.high and self.bound == "nearly" else self.high
