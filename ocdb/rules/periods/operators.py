"""Who runs a site when: stretches are cut where it passes to another operator."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ocdb.rules.periods.evidence import Evidence
from ocdb.rules.periods.marks import Mark, iso
from ocdb.rules.periods.stretches import Stretch
from ocdb.rules.reasons import Reason


@dataclass(frozen=True)
class Run:
    """That an operator runs the site from a day on; operator None: from then on it isn't sure who."""

    first: int
    operator: str | None
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()


def runs_of(marks: list[Mark], operator: str | None) -> list[Run]:
    """Return who runs the site, in the order of time; before anybody is named it is the first one."""
    # News of the site itself that names nobody tells that nothing changed; events don't tell who runs it.
    named = [mark for mark in marks if mark.operator or mark.evidence[0].says == "is"]
    current = operator or next((mark.operator for mark in named if mark.operator), None)
    runs, seen = [Run(0, current)], 0
    for mark in named:
        if mark.operator in (None, current):
            seen = max(seen, mark.known or mark.sure)
            continue
        if current and mark.known and seen == mark.sure:
            both = Reason.of("two_operators", day=iso(seen), operators=(current, mark.operator))
            runs.append(Run(seen, None, mark.evidence, (both,)))
            current = None
            continue
        between = min(max(mark.maybe or 0, seen + 1), mark.sure)
        if current and between > 1:
            passes = Reason.of("passes_to", before=current, after=mark.operator)
            runs.append(Run(between, None, mark.evidence, (passes,)))
        runs.append(Run(mark.sure, mark.operator, mark.evidence, (Reason.of("run_by", operator=mark.operator),)))
        current, seen = mark.operator, mark.known or mark.sure
    return runs


def run(stretches: Iterable[Stretch], runs: list[Run]) -> Iterator[Stretch]:
    """Yield the stretches with who runs the site, cut where it passes to another operator."""
    for one in stretches:
        for own, following in zip(runs, [*runs[1:], None], strict=True):
            first = max(one.first, own.first)
            ends = [day for day in (one.last, following.first - 1 if following else None) if day is not None]
            last = min(ends, default=None)
            if last is None or last >= first:
                evidence = tuple(dict.fromkeys([*one.evidence, *own.evidence]))
                reasons = (*one.reasons, *own.reasons)
                yield replace(one, first=first, last=last, evidence=evidence, reasons=reasons, operator=own.operator)
