"""The rule of losses: which of them count in a scope, so that no job counts twice (docs/losses.md).

What happened and what is still planned are two lines, each added up by the rule of totals. Of a plan that came about in
part only the rest is still planned.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from ocdb.rules.figures import Figure
from ocdb.rules.promises import Pledge, Promises
from ocdb.rules.reasons import Reason
from ocdb.rules.scope import Scope
from ocdb.rules.totals import roll_up

# The lines in their order, by what the rule of totals calls a total and by the state; they are never added together.
# Jobs that were lost, not only seats or a plan.
HAPPENED = "happened"
LINES = {
    ("new_jobs", "happened"): HAPPENED,
    ("new_jobs", "planned"): "planned",
    ("seats", "happened"): "seats_happened",
    ("seats", "planned"): "seats_planned",
    ("trainees", "happened"): "trainees_happened",
    ("trainees", "planned"): "trainees_planned",
}

# Of two versions the newer one stands, and what happened is newer than every plan: dates begin with the year 1500.
_BEFORE_ALL = timedelta(days=365 * 1400)


@dataclass(frozen=True)
class Loss:
    """What the rule needs to know of a loss.

    Attributes:
        status: planned, happened or cancelled.
        operators: slugs of the employers; empty for a figure that names none.
        unnamed_operators: how many further employers the source doesn't name.
        places: the place with every place around it, and nothing where only the country is known.
        at: the place, or the country where only that is known.
        first, last: the days between which it lies; None where that end is open or unknown.
        announced: the last day of the time when it was made known; None where that is open or unknown.
        denied: whether a source denies it; it counts, and the answer says so.
    """

    id: str
    status: str
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
    first: date | None = None
    last: date | None = None
    announced: date | None = None
    sources: frozenset[str] = frozenset()
    part_of: tuple[str, ...] = ()
    revises: tuple[str, ...] = ()
    conflicts_with: tuple[str, ...] = ()
    preferred: bool = False
    denied: bool = False


@dataclass(frozen=True)
class Period:
    """The time that a total is about; an end that is None sets no limit."""

    since: date | None = None
    until: date | None = None


ALWAYS = Period()


def in_year(year: int) -> Period:
    """Return a year as a period."""
    return Period(date(year, 1, 1), date(year, 12, 31))


@dataclass(frozen=True)
class Line:
    """A total of losses; ``high`` is None where a part is open."""

    line: str
    low: int
    high: int | None
    bound: str
    losses: int


@dataclass(frozen=True)
class Rest:
    """What of a plan hasn't happened yet, in units of its measure; or why nothing is left to count of it."""

    low: int | None
    high: int | None
    bound: str
    gone: Reason | None = None


@dataclass(frozen=True)
class LossTotals:
    """The lines of a scope, the losses that count, and those left out, each with its reason.

    Attributes:
        rests: of the planned losses that count and have happened in part: what is still planned, by slug.
    """

    lines: list[Line]
    counted: list[Loss]
    left_out: list[tuple[Loss, Reason]]
    rests: dict[str, Rest] = field(default_factory=dict)

    @property
    def denied(self) -> list[Loss]:
        """Return the losses that count although a source denies them."""
        return [loss for loss in self.counted if loss.denied]


def add_up(losses: Iterable[Loss], scope: Scope, period: Period = ALWAYS, links: "Links | None" = None) -> LossTotals:
    """Return the totals of a scope, the lines in the order of LINES and the losses in that of their slugs.

    Left out are the losses that concern the scope and don't count: those that the rule of totals leaves out, those that
    don't lie wholly in the period, those that ended, and plans that have happened.

    Args:
        losses: all losses; with `links`, at least those that concern the scope.
        scope: what the totals are about.
        period: the time in which the losses must lie.
        links: how all losses hang together, where many scopes are asked of the same losses.
    """
    known = {loss.id: loss for loss in sorted(losses, key=lambda loss: loss.id)}
    links = links or Links(known.values())
    reasons = {key: links.ended(loss, scope.sources) or _untimely(loss, period) for key, loss in known.items()}
    rests = {
        key: rest
        for key, loss in known.items()
        if loss.status == "planned" and not reasons[key] and (rest := links.rest(loss, scope.sources))
    }
    reasons |= {key: rest.gone for key, rest in rests.items() if rest.gone}
    found: dict[str, Reason | None] = {}
    lines: dict[str, Line] = {}
    for status in ("happened", "planned"):
        standing = [loss for key, loss in known.items() if loss.status == status and not reasons[key]]
        result = roll_up([_as_pledge(loss, rests.get(loss.id)) for loss in standing], scope, links.promises(status))
        found |= {one.id: None for one in result.counted} | {one.id: reason for one, reason in result.left_out}
        for total in result.totals:
            name = LINES[total.line, status]
            lines[name] = Line(name, total.low, total.high, total.bound, total.pledges)
    for key, reason in reasons.items():
        if reason:
            found |= _left_out(known[key], reason, scope, links)
    counted = [loss for key, loss in known.items() if key in found and not found[key]]
    return LossTotals(
        [lines[name] for name in LINES.values() if name in lines],
        counted,
        [(loss, reason) for key, loss in known.items() if (reason := found.get(key))],
        {loss.id: rests[loss.id] for loss in counted if loss.id in rests},
    )


def _left_out(loss: Loss, reason: Reason, scope: Scope, links: "Links") -> dict[str, Reason]:
    """Return why a loss is left out that doesn't stand: first of all that it lies outside; nothing where it is far."""
    alone = roll_up([_as_pledge(loss)], scope, links.promises(loss.status))
    return {one.id: why for one, why in alone.left_out} | {one.id: reason for one in alone.counted}


def _untimely(loss: Loss, period: Period) -> Reason | None:
    """Return why a loss doesn't lie wholly in a period, or None; what has an open start lies where it ends."""
    if period == ALWAYS:
        return None
    first, last = loss.first or loss.last, loss.last
    if not first:
        return Reason("no_date")
    if period.since and last and last < period.since:
        return Reason.of("earlier", day=last.isoformat())
    if period.until and first > period.until:
        return Reason.of("later", day=first.isoformat())
    begins = not period.since or first >= period.since
    ends = not period.until or (last is not None and last <= period.until)
    return None if begins and ends else Reason("only_partly_in_time")


def _as_pledge(loss: Loss, rest: Rest | None = None) -> Pledge:
    """Return a loss as the rule of totals takes it."""
    figure = rest or loss
    return Pledge(
        id=loss.id,
        measure="jobs" if loss.measure == "hires" else loss.measure,
        basis=loss.basis,
        figure=Figure(figure.low, figure.high, figure.bound),
        country=loss.country,
        operators=loss.operators,
        unnamed_operators=loss.unnamed_operators,
        places=loss.places,
        at=loss.at,
        made=(None, _age(loss)),
        sources=loss.sources,
        part_of=loss.part_of,
        revises=loss.revises,
        conflicts_with=loss.conflicts_with,
        preferred=loss.preferred,
        cancelled=loss.status == "cancelled",
        denied=loss.denied,
    )


def _age(loss: Loss) -> date | None:
    """Return what tells older versions of one loss from newer ones: the newest has the last day."""
    if loss.status == "happened":
        return loss.last or loss.announced or date.max
    return loss.announced and loss.announced - _BEFORE_ALL


class Links:
    """How losses hang together: which end others, and what of a plan has happened."""

    def __init__(self, losses: Iterable[Loss]) -> None:
        self._known = {loss.id: loss for loss in sorted(losses, key=lambda loss: loss.id)}
        pledges = [_as_pledge(loss) for loss in self._known.values()]
        self._plans = Promises(pledges)
        self._facts = Promises(replace(pledge, cancelled=False) for pledge in pledges)
        self._happened: dict[frozenset[str], dict[str, list[Loss]]] = {}

    def promises(self, status: str) -> Promises:
        """Return versions and parts as the rule of totals takes them: a plan that was dropped ends its parts.

        It ends none that have happened by then.
        """
        return self._facts if status == "happened" else self._plans

    def ended(self, loss: Loss, sources: frozenset[str] = frozenset()) -> Reason | None:
        """Return why a loss stands no more: cancelled, revised or contradicted, or part of a plan that was; else None.

        Args:
            loss: one of the losses.
            sources: where only these are asked, what others say of it isn't known.
        """
        return self.promises(loss.status).ended(_as_pledge(loss), sources)

    def rest(self, plan: Loss, sources: frozenset[str] = frozenset()) -> Rest | None:
        """Return what of a plan hasn't happened, as far as some sources tell; None where nothing of it has."""
        parts = []
        own, within = self._facts.promise(plan.id), self._facts.within(plan.id)
        happened = self._done(sources)
        shared = {done.id: done for part in within for done in happened.get(part, ())}
        for _, done in sorted(shared.items()):
            promise = self._facts.promise(done.id)
            if _as_pledge(done).line != _as_pledge(plan).line:
                continue
            if promise == own:
                return Rest(None, None, "", Reason.of("another_version_of", pledge=done.id))
            if promise not in within:
                code = "part_of_happened" if own in self._facts.within(done.id) else "shares_a_part_with"
                return Rest(None, None, "", Reason.of(code, pledge=done.id))
            parts.append(done)
        return self._less(plan, parts) if parts else None

    def _done(self, sources: frozenset[str]) -> dict[str, list[Loss]]:
        """Return the losses that happened and stand, whoever counts them, by each promise that they contain."""
        if sources not in self._happened:
            self._happened[sources] = defaultdict(list)
            for loss in self._known.values():
                known = loss.status == "happened" and (not sources or loss.sources & sources)
                if known and not self.ended(loss, sources):
                    for part in self._facts.within(loss.id):
                        self._happened[sources][part].append(loss)
        return self._happened[sources]

    def _less(self, plan: Loss, parts: Sequence[Loss]) -> Rest:
        """Return a plan less its parts that happened, none of them taken off twice."""
        values = [replace(_as_pledge(part), basis=plan.basis) for part in parts]
        gone = roll_up(values, Scope(basis=plan.basis), self._facts).counted
        figure = Figure(plan.low, plan.high, plan.bound)
        most = [part.adds.high for part in gone]
        least = figure.least
        low = None if least is None else 0 if None in most else max(0, least - sum(end or 0 for end in most))
        high = None if figure.most is None else max(0, figure.most - sum(part.adds.low or 0 for part in gone))
        if high == 0:
            return Rest(0, 0, "exact", Reason.of("happened", losses=tuple(part.id for part in gone)))
        return Rest(low, high, _bound(low, high))


def _bound(low: int | None, high: int | None) -> str:
    if high is None:
        return "at_least"
    if low is None:
        return "at_most"
    return "range" if low != high else "exact"
