"""What claims show of the state of a site: the input of the rule of periods."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Evidence:
    """What a claim tells of the state of a site.

    Attributes:
        id: slug of the claim.
        says: ``is``: it was in that state when the source appeared; ``became``: it came into that state; ``plans``:
            it is to come into that state; ``drops``: it won't.
        status: open or closed; with ``is`` also unknown.
        told: last day of the time in which the first source for it appeared; None where that isn't known.
        news: the same of the last source for it.
        date: when it came or is to come into that state, as written (EDTF).
        first: first day of that date; None where it is open, or where there is no date.
        last: last day of that date.
        operator: who runs it from then on; None where nothing changes.
    """

    id: str
    says: Literal["is", "became", "plans", "drops"]
    status: Literal["open", "closed", "unknown"]
    told: dt.date | None = None
    news: dt.date | None = None
    date: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    operator: str | None = None
