"""The rule of totals: which pledges count in a scope, so that no job counts twice (docs/totals.md).

Pure reckoning, without a database: the questions, the loaded totals and any other reader call the same function.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

# Told together as jobs; seats and trainees each stand on a line of their own (design, section 5).
GROUPS = {"jobs": "jobs", "headcount": "jobs", "hires": "jobs", "seats": "seats", "trainees": "trainees"}


@dataclass(frozen=True)
class Pledge:
    """What the rule needs to know of a pledge.

    Attributes:
        operators: slugs of the employers; empty for a target that names none.
        unnamed_operators: how many further employers the source doesn't name.
        places: the pledge's place with every place around it, and nothing where only the country is known.
        at: the place, or the country where only that is known.
        denied: whether a source denies it; it counts, and is told.
    """

    id: str
    measure: str
    basis: str
    low: int | None
    high: int | None
    bound: str
    country: str
    operators: tuple[str, ...] = ()
    unnamed_operators: int = 0
    places: frozenset[str] = frozenset()
    at: str = ""
    due_to: date | None = None
    sources: frozenset[str] = frozenset()
    part_of: tuple[str, ...] = ()
    revises: tuple[str, ...] = ()
    conflicts_with: tuple[str, ...] = ()
    preferred: bool = False
    cancelled: bool = False
    denied: bool = False


@dataclass(frozen=True)
class Scope:
    """What a total is about; an empty part sets no limit.

    Attributes:
        around: the places and countries that contain the places: a pledge for one of them is told as left out.
    """

    operators: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    due_by: date | None = None
    basis: str = "operator"


@dataclass(frozen=True)
class Total:
    """A total of one measure: jobs, seats or trainees. ``high`` is None where a part is open."""

    measure: str
    low: int
    high: int | None
    bound: str
    pledges: int


@dataclass(frozen=True)
class RollUp:
    """The totals of a scope, the pledges that count, and those left out, each with its reason."""

    totals: list[Total]
    counted: list[Pledge]
    left_out: list[tuple[Pledge, str]]

    @property
    def denied(self) -> list[Pledge]:
        """Return the pledges that count although a source denies them."""
        return [pledge for pledge in self.counted if pledge.denied]


def roll_up(pledges: Iterable[Pledge], scope: Scope, promises: "Promises | None" = None) -> RollUp:
    """Return the totals of a scope.

    Left out are the pledges that concern the scope and don't count: those of a joint promise with others, not yet due
    or without a due date, of another basis, cancelled, revised, contradicted, or part of a pledge that counts.
    Totals come as jobs, seats, trainees; pledges in the order of their slugs.

    Args:
        pledges: all pledges; with `promises`, at least those that concern the scope.
        scope: what the total is about.
        promises: how all pledges hang together, where many scopes are asked of the same pledges.
    """
    ordered = sorted(pledges, key=lambda pledge: pledge.id)
    promises = promises or Promises(ordered)
    concerned = [pledge for pledge in ordered if _concerns(pledge, scope)]
    reasons = {pledge.id: reason for pledge in concerned if (reason := _outside(pledge, scope))}
    inside = [pledge for pledge in concerned if pledge.id not in reasons]
    reasons |= _dropped(inside, promises)
    counted = _disjoint([pledge for pledge in inside if pledge.id not in reasons], promises, reasons)
    left_out = [(pledge, reasons[pledge.id]) for pledge in concerned if pledge.id in reasons]
    return RollUp(_totals(counted), counted, left_out)


# --- rule 1 and 4: in the scope, and of its basis ---------------------------------------------------------------


def _concerns(pledge: Pledge, scope: Scope) -> bool:
    """Return whether a pledge touches the scope, so that leaving it out needs a reason."""
    return (
        (not scope.countries or pledge.country in scope.countries)
        and (not scope.places or bool(pledge.places & scope.places) or pledge.at in scope.around)
        and (not scope.operators or bool(set(pledge.operators) & scope.operators))
        and (not scope.sources or bool(pledge.sources & scope.sources))
    )


def _outside(pledge: Pledge, scope: Scope) -> str:
    """Return why a pledge doesn't lie wholly in the scope, or an empty text."""
    others = [slug for slug in pledge.operators if slug not in scope.operators]
    others += [f"{pledge.unnamed_operators} unnamed"] if pledge.unnamed_operators else []
    if scope.places and not pledge.places & scope.places:
        return f"for the whole of {pledge.at}"
    if pledge.basis != scope.basis:
        return f"basis is {pledge.basis}, not {scope.basis}"
    if scope.operators and others:
        return f"joint with {', '.join(others)}"
    if scope.due_by and not pledge.due_to:
        return "no due date"
    if scope.due_by and pledge.due_to and pledge.due_to > scope.due_by:
        return f"due later, by {pledge.due_to.isoformat()}"
    return ""


# --- rule 3: cancelled, revised, contradicted -------------------------------------------------------------------


def _dropped(inside: list[Pledge], promises: "Promises") -> dict[str, str]:
    """Return why pledges in the scope don't stand any more."""
    revised = {old: pledge.id for pledge in inside for old in promises.older(pledge.id)}
    reasons = {}
    for pledge in inside:
        if pledge.cancelled:
            reasons[pledge.id] = "cancelled"
        elif pledge.id in revised:
            reasons[pledge.id] = f"revised by {revised[pledge.id]}"
        elif pledge.id in promises.contested and not pledge.preferred:
            reasons[pledge.id] = promises.contest(pledge.id)
    return reasons


# --- rule 2: no job twice ---------------------------------------------------------------------------------------


class Promises:
    """How pledges hang together: versions of one promise, and what each promise contains.

    Revisions and contradictions tell of one promise in other words; a tranche of an old version is a tranche of the
    promise. So ``part_of`` is followed between promises, not between pledges.

    Attributes:
        contested: the pledges in a conflict with another pledge, whichever side declares it.
    """

    def __init__(self, pledges: Iterable[Pledge]) -> None:
        self._known = {pledge.id: pledge for pledge in pledges}
        self._same = {key: key for key in self._known}
        self.contested: set[str] = set()
        for pledge in self._known.values():
            others = [other for other in pledge.conflicts_with if other in self._known]
            self.contested.update(others, [pledge.id] if others else [])
            for other in (*pledge.revises, *pledge.conflicts_with):
                if other in self._known:
                    self._same[self.promise(other)] = self.promise(pledge.id)
        self._wholes: dict[str, set[str]] = {}
        for pledge in self._known.values():
            wholes = {self.promise(whole) for whole in pledge.part_of if whole in self._known}
            self._wholes.setdefault(self.promise(pledge.id), set()).update(wholes)
        self._parts: dict[str, set[str]] = {}
        for key in self._wholes:
            for whole in self.around(key):
                self._parts.setdefault(whole, set()).add(key)

    def promise(self, key: str) -> str:
        """Return the promise that a pledge is a version of, under the slug of one of its versions."""
        while self._same[key] != key:
            key = self._same[key]
        return key

    def around(self, key: str) -> set[str]:
        """Return the promises that contain a pledge, at any depth, its own included."""
        return _reach([self.promise(key)], lambda promise: self._wholes.get(promise, set()))

    def within(self, key: str) -> set[str]:
        """Return the promises that a pledge contains, at any depth, its own included."""
        return self._parts[self.promise(key)]

    def contest(self, key: str) -> str:
        """Return how a pledge stands in a conflict that it doesn't win, as a reason."""
        versions = (one for one in self._known.values() if self.promise(one.id) == self.promise(key))
        settled = any(one.preferred for one in versions if one.id in self.contested)
        return "in conflict with a figure that is preferred" if settled else "in a conflict that is open"

    def older(self, key: str) -> set[str]:
        """Return the pledges that a pledge revises, at any depth; one that revises itself in a circle is not older."""
        revises = self._known[key].revises
        return _reach(revises, lambda one: self._known[one].revises if one in self._known else ()) - {key}


def _reach(start: Iterable[str], step: Callable[[str], Iterable[str]]) -> set[str]:
    """Return all that is reached from a start by repeating a step, the start included."""
    found = set(start)
    waiting = list(found)
    while waiting:
        new = set(step(waiting.pop())) - found
        found |= new
        waiting += new
    return found


def _disjoint(candidates: list[Pledge], promises: Promises, reasons: dict[str, str]) -> list[Pledge]:
    """Return the candidates that count: wholes before their parts, and of two that share a part the larger.

    Why the others don't is added to the reasons.
    """
    own_promises = {promises.promise(pledge.id) for pledge in candidates}
    around = {pledge.id: promises.around(pledge.id) & own_promises for pledge in candidates}
    taken: dict[str, str] = {}
    counted = []
    # A part has more candidates around it than its whole, so the wholes come first.
    for pledge in sorted(candidates, key=lambda one: (len(around[one.id]), -(one.low or one.high or 0), one.id)):
        own = promises.within(pledge.id)
        holder = next((taken[part] for part in sorted(own) if part in taken), None)
        if holder is None:
            taken |= dict.fromkeys(own, pledge.id)
            counted.append(pledge)
        elif promises.promise(holder) == promises.promise(pledge.id):
            reasons[pledge.id] = f"another version of {holder}"
        elif promises.promise(holder) in around[pledge.id]:
            reasons[pledge.id] = f"part of {holder}"
        else:
            reasons[pledge.id] = f"shares a part with {holder}"
    return sorted(counted, key=lambda pledge: pledge.id)


# --- adding up --------------------------------------------------------------------------------------------------


def _totals(counted: list[Pledge]) -> list[Total]:
    groups: dict[str, list[Pledge]] = {}
    for pledge in counted:
        groups.setdefault(GROUPS[pledge.measure], []).append(pledge)
    return [_total(measure, groups[measure]) for measure in ("jobs", "seats", "trainees") if measure in groups]


def _total(measure: str, parts: list[Pledge]) -> Total:
    low = sum(part.low or 0 for part in parts)
    high = None if any(part.high is None for part in parts) else sum(part.high or 0 for part in parts)
    bounds = {part.bound for part in parts}
    if high is None:
        bound = "at_least"
    elif bounds == {"at_most"}:
        bound = "at_most"
    elif low != high:
        bound = "range"
    else:
        bound = "about" if "about" in bounds else "exact"
    return Total(measure, low, high, bound, len(parts))
