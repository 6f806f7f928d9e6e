"""How much came of several promises together: no job twice, whichever of them a report bears on (docs/ledger.md).

Pure reckoning, without a database.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """What is known of one promise.

    Attributes:
        reported: what was there of it, at least; None where nobody gives a figure, which isn't zero.
        kept: how much of the promise that is.
        reports: the reports that bear on it.
    """

    pledge: str
    reported: int | None
    kept: int
    reports: frozenset[str] = frozenset()


@dataclass
class _Counted:
    """A figure that counts, and how much of it no promise has yet."""

    reports: frozenset[str]
    left: int


def together(outcomes: Iterable[Outcome]) -> tuple[int | None, int]:
    """Return what was reported of promises that are disjoint, and how much of them was kept.

    One report may bear on many promises, and what it tells of was there once. So of those that a report bears on the
    one with the largest figure counts; each other is kept as far as that figure has jobs left. That may be too little,
    as where a country's report holds two cities', but no job is in it twice.
    """
    counted: list[_Counted] = []
    reported: int | None = None
    kept = 0
    figures = [(one.reported, one) for one in outcomes if one.reported is not None]
    # Of the same figure the one on which fewer reports bear: it shares less.
    for figure, one in sorted(figures, key=lambda pair: (-pair[0], len(pair[1].reports), pair[1].pledge)):
        shared = next((other for other in counted if other.reports & one.reports), None)
        part = one.kept if shared is None else min(one.kept, shared.left)
        if shared is None:
            reported = (reported or 0) + figure
            counted.append(_Counted(one.reports, max(0, figure - part)))
        else:
            shared.left -= part
        kept += part
    return reported, kept
