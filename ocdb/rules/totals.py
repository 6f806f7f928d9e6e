"""The rule of totals: which promises count in a scope, so that no job counts twice (docs/totals.md).

Pure functions: the questions, the stored totals and any other reader call the same one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ocdb.rules.choosing import Choice, choose
from ocdb.rules.codes import CLOSED
from ocdb.rules.lines import FIRM, FIRMNESS, LINES
from ocdb.rules.promises import Pledge, Promises
from ocdb.rules.reasons import Reason
from ocdb.rules.scope import Scope, Total

# What counts on a line, summed up under names, so that parts of a total can be added to each other and taken off.
Tally = Counter[str]


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
    reasons = {pledge.id: reason for pledge in concerned if (reason := outside(pledge, scope))}
    for pledge in concerned:
        ended = None if pledge.id in reasons else promises.ended(pledge, scope.sources)
        if ended:
            reasons[pledge.id] = ended
    standing = [pledge for pledge in concerned if pledge.id not in reasons]
    choice = choose(standing, promises)
    reasons |= choice.reasons
    left_out = [(pledge, reasons[pledge.id]) for pledge in concerned if pledge.id in reasons]
    uncertain = frozenset(pledge.id for pledge, _ in choice.uncertain)
    return RollUp(added_up(tallied(choice)), choice.counted, left_out, uncertain)


# --- in the scope, of its basis, and firm enough ----------------------------------------------------------------


def _concerns(pledge: Pledge, scope: Scope) -> bool:
    """Return whether a pledge touches the scope, so that leaving it out needs a reason."""
    return (
        (not scope.countries or pledge.country in scope.countries)
        and (not scope.places or bool(pledge.places & scope.places) or pledge.at in scope.around)
        and (not scope.operators or bool(set(pledge.operators) & scope.operators))
        and (not scope.sources or bool(pledge.sources & scope.sources))
    )


def outside(pledge: Pledge, scope: Scope) -> Reason | None:
    """Return why a pledge that concerns a scope doesn't lie wholly in it, or None."""
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


# --- adding up --------------------------------------------------------------------------------------------------


def tallied(choice: Choice) -> dict[str, Tally]:
    """Return what there is to add up of each line; the tallies of several components may be added up."""
    found: dict[str, Tally] = defaultdict(Counter)
    for pledge in choice.counted:
        tally, adds = found[pledge.line], pledge.adds
        tally["pledges"] += 1
        tally["low"] += adds.low or 0
        tally["high"] += adds.high or 0
        tally["open"] += adds.high is None
        tally[f"bound {adds.bound}"] += 1
        tally[f"firmness {pledge.firmness}"] += adds.low or 0
    for pledge, most in choice.uncertain:
        tally = found[pledge.line]
        tally["high"] += most or 0
        tally["open"] += most is None
        tally["uncertain"] += 1
    return found


def added_up(lines: Mapping[str, Tally]) -> list[Total]:
    """Return the totals that tallies come to, in the order of LINES; none for a line on which nothing counts."""
    return [_total(name, lines[name]) for name in LINES if name in lines and lines[name]["pledges"]]


def _total(name: str, tally: Tally) -> Total:
    low, high = tally["low"], None if tally["open"] else tally["high"]
    shares = tuple(tally[f"firmness {firmness}"] for firmness in FIRMNESS)
    return Total(name, low, high, _bound(tally, low, high), tally["pledges"], shares)


def _bound(tally: Tally, low: int, high: int | None) -> str:
    """Return how exact a sum is."""
    bounds = {bound for bound in CLOSED["bound"] if tally[f"bound {bound}"]}
    certain = not tally["uncertain"]
    if high is None:
        return "at_least"
    if low == high:
        return "exact"
    if bounds == {"at_most"}:
        return "at_most"
    if bounds <= {"exact", "about"} and certain:
        return "about"
    return "nearly" if bounds == {"nearly"} and tally["pledges"] == 1 and certain else "range"
