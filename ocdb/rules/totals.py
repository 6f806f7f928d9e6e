"""The rule of totals: which promises count in a scope, so that no job counts twice (docs/totals.md).

Pure functions: the questions, the stored totals and any other reader call the same one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ocdb.rules.figures import Figure
from ocdb.rules.lines import FIRM, FIRMNESS, LINES
from ocdb.rules.promises import Pledge, Promises
from ocdb.rules.reasons import Reason


@dataclass(frozen=True)
class Scope:
    """What a total is about; an empty part sets no limit.

    Attributes:
        around: the places and countries that contain the places: a pledge for one of them is listed as left out.
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


@dataclass(frozen=True)
class RollUp:
    """The totals of a scope, the pledges that count, and those left out, each with its reason.

    Attributes:
        uncertain: slugs of pledges left out that may include jobs that don't count yet: they raise the high end.
    """

    totals: list[Total]
    counted: list[Pledge]
    left_out: list[tuple[Pledge, Reason]]
    uncertain: frozenset[str] = frozenset()

    @property
    def denied(self) -> list[Pledge]:
        """Return the pledges that count although a source denies them."""
        return [pledge for pledge in self.counted if pledge.denied]


def roll_up(pledges: Iterable[Pledge], scope: Scope, promises: Promises | None = None) -> RollUp:
    """Return the totals of a scope.

    Left out are the pledges that concern the scope and don't count: those of a joint promise with others, not yet due
    or without a due date, of another basis, of a firmness that promises nothing, cancelled, revised, contradicted, or
    about jobs that another pledge counts. Totals come in the order of LINES; pledges in the order of their slugs.

    Not all pledges are needed: those that concern the scope (of its countries, of one of its operators, in its places
    or for all of what is `around` them, told by one of its sources), and what is linked with these, directly or through
    others, by ``part_of``, ``revises`` and ``conflicts_with``, whichever side declares the link. Also what lies outside
    the scope is followed further: an older version abroad may have a newer one at home. Links to what isn't a pledge
    lead nowhere. Levels of one employer tell of the same people without a link, but only where both concern the scope.

    Args:
        pledges: all pledges, or those that the scope needs; with `promises`, at least those that concern the scope.
        scope: what the total is about.
        promises: how all pledges hang together, where many scopes are asked of the same pledges.
    """
    ordered = sorted(pledges, key=lambda pledge: pledge.id)
    promises = promises or Promises(ordered)
    concerned = [pledge for pledge in ordered if _concerns(pledge, scope)]
    reasons = {pledge.id: reason for pledge in concerned if (reason := _outside(pledge, scope))}
    for pledge in concerned:
        ended = None if pledge.id in reasons else promises.ended(pledge, scope.sources)
        if ended:
            reasons[pledge.id] = ended
    standing = [pledge for pledge in concerned if pledge.id not in reasons]
    reasons |= {pledge.id: reason for pledge in standing if (reason := promises.outdated(pledge, standing))}
    choice = _disjoint([pledge for pledge in standing if pledge.id not in reasons], promises)
    reasons |= choice.reasons
    left_out = [(pledge, reasons[pledge.id]) for pledge in concerned if pledge.id in reasons]
    return RollUp(_totals(choice), choice.counted, left_out, frozenset(pledge.id for pledge, _ in choice.uncertain))


# --- in the scope, of its basis, and firm enough ----------------------------------------------------------------


def _concerns(pledge: Pledge, scope: Scope) -> bool:
    """Return whether a pledge touches the scope, so that leaving it out needs a reason."""
    return (
        (not scope.countries or pledge.country in scope.countries)
        and (not scope.places or bool(pledge.places & scope.places) or pledge.at in scope.around)
        and (not scope.operators or bool(set(pledge.operators) & scope.operators))
        and (not scope.sources or bool(pledge.sources & scope.sources))
    )


def _outside(pledge: Pledge, scope: Scope) -> Reason | None:
    """Return why a pledge doesn't lie wholly in the scope, or None."""
    others = [slug for slug in pledge.operators if slug not in scope.operators]
    if scope.places and not pledge.places & scope.places:
        return Reason.of("for_the_whole_of", place=pledge.where)
    if pledge.basis != scope.basis:
        return Reason.of("other_basis", basis=pledge.basis, asked=scope.basis)
    if pledge.basis == "operator" and pledge.firmness not in FIRM:
        return Reason.of("not_firm", firmness=pledge.firmness)
    if scope.operators and (others or pledge.unnamed_operators):
        return Reason.of("joint", operators=tuple(others) or None, unnamed=pledge.unnamed_operators or None)
    return _not_yet(pledge, scope.due_by)


def _not_yet(pledge: Pledge, day: date | None) -> Reason | None:
    """Return why a pledge isn't due by a day, or None."""
    if not day or (pledge.due_to and pledge.due_to <= day):
        return None
    return Reason.of("due_later", day=pledge.due_to.isoformat()) if pledge.due_to else Reason("no_due_date")


# --- no job twice -----------------------------------------------------------------------------------------------


@dataclass
class _Choice:
    """Which pledges of a scope count, which don't and why."""

    counted: list[Pledge] = field(default_factory=list)
    reasons: dict[str, Reason] = field(default_factory=dict)
    # Each with how many at most count nowhere else; None for an open end.
    uncertain: list[tuple[Pledge, int | None]] = field(default_factory=list)


def _disjoint(candidates: list[Pledge], promises: Promises) -> _Choice:
    """Return the candidates that count: wholes before their parts, and of two that may tell of the same the larger."""
    own_promises = {promises.promise(pledge.id) for pledge in candidates}
    around = {pledge.id: promises.around(pledge.id) & own_promises for pledge in candidates}
    taken: dict[str, Pledge] = {}
    choice = _Choice()
    # A part has more candidates around it than its whole, so the wholes come first.
    for pledge in sorted(candidates, key=lambda one: (len(around[one.id]), -_size(one), one.id)):
        own = promises.within(pledge.id)
        holder = next((taken[part] for part in sorted(own) if part in taken), None)
        if holder is None:
            holder = next((one for one in choice.counted if promises.same_people(pledge, one)), None)
            if holder is None:
                taken |= dict.fromkeys(own, pledge)
                choice.counted.append(pledge)
                continue
            beyond = promises.beyond(pledge, holder)
            code = "same_people" if beyond == 0 or promises.lies_within(pledge, holder) else "may_be_the_same"
        elif promises.promise(holder.id) == promises.promise(pledge.id):
            code = "another_version_of"
        else:
            beyond = pledge.adds.high
            code = "part_of" if promises.promise(holder.id) in around[pledge.id] else "shares_a_part_with"
        choice.reasons[pledge.id] = Reason.of(code, pledge=holder.id)
        if code in ("same_people", "may_be_the_same", "shares_a_part_with") and beyond != 0:
            choice.uncertain.append((pledge, beyond))
    choice.counted.sort(key=lambda pledge: pledge.id)
    return choice


def _size(pledge: Pledge) -> int:
    """Return how large a pledge is where two tell of the same people: a level by itself, not by what it adds."""
    return pledge.figure.least or pledge.figure.most or 0


# --- adding up --------------------------------------------------------------------------------------------------


def _totals(choice: _Choice) -> list[Total]:
    groups: dict[str, list[Pledge]] = {}
    for pledge in choice.counted:
        groups.setdefault(pledge.line, []).append(pledge)
    return [
        _total(name, groups[name], [beyond for pledge, beyond in choice.uncertain if pledge.line == name])
        for name in LINES
        if name in groups
    ]


def _total(name: str, counted: list[Pledge], uncertain: list[int | None]) -> Total:
    parts = [pledge.adds for pledge in counted]
    ends = [part.high for part in parts] + uncertain
    low = sum(part.low or 0 for part in parts)
    high = None if None in ends else sum(end or 0 for end in ends)
    shares = tuple(sum(one.adds.low or 0 for one in counted if one.firmness == firmness) for firmness in FIRMNESS)
    return Total(name, low, high, _bound(parts, low, high, certain=not uncertain), len(counted), shares)


def _bound(parts: list[Figure], low: int, high: int | None, *, certain: bool) -> str:
    """Return how exact a sum is."""
    bounds = {part.bound for part in parts}
    if high is None:
        return "at_least"
    if low == high:
        return "exact"
    if bounds == {"at_most"}:
        return "at_most"
    if bounds <= {"exact", "about"} and certain:
        return "about"
    return "nearly" if bounds == {"nearly"} and len(parts) == 1 and certain else "range"
