"""Promises: how pledges hang together as versions, tranches and shares, and which still stand (docs/totals.md)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import merge

from ocdb.rules import lines
from ocdb.rules.figures import Figure
from ocdb.rules.reasons import Reason


@dataclass(frozen=True)
class Pledge:
    """What the rule of totals needs to know of a pledge, or of a loss.

    Attributes:
        baseline: how many were there when it was made; lines.NOBODY where the site or the employer is new.
        operators: slugs of the employers; empty for a target that names none.
        unnamed_operators: how many further employers the source doesn't name.
        sector: what it counts where it names no employer; empty where no source says.
        places: the pledge's place with every place around it, and nothing where only the country is known.
        at: the place, or the country where only that is known.
        wide: whether it is for an area larger than a country; no record says which countries that takes in.
        site: the site, where the source ties it to one.
        made: first and last day of the time when it was made; None where that is open.
        since: first day of the time when its baseline was counted; None where that is open.
        baseline_report: slug of the report that gives the baseline; empty where none does.
        renews: older promises that had come to their end when it was made; each is judged by itself.
        cancelled: whether it was given up, by what became of it (ocdb.rules.ledger).
        denied: whether a source denies it; it counts, and is named.
    """

    id: str
    measure: str
    basis: str
    figure: Figure
    country: str
    reading: str = "additional"
    firmness: str = "announcement"
    baseline: Figure | None = None
    operators: tuple[str, ...] = ()
    unnamed_operators: int = 0
    sector: str = ""
    places: frozenset[str] = frozenset()
    at: str = ""
    wide: bool = False
    site: str = ""
    made: tuple[date | None, date | None] = (None, None)
    since: date | None = None
    baseline_report: str = ""
    due_to: date | None = None
    sources: frozenset[str] = frozenset()
    part_of: tuple[str, ...] = ()
    revises: tuple[str, ...] = ()
    renews: tuple[str, ...] = ()
    conflicts_with: tuple[str, ...] = ()
    preferred: bool = False
    cancelled: bool = False
    denied: bool = False

    @cached_property
    def line(self) -> str:
        """Return the line of a total on which it stands."""
        return lines.line(self.measure, self.reading, self.baseline)

    @cached_property
    def adds(self) -> Figure:
        """Return how much it adds to its line, with ends that are certain."""
        figure = lines.adds(self.figure, self.measure, self.reading, self.baseline)
        return Figure(figure.least, figure.most, figure.bound) if figure is self.figure else figure

    @property
    def level(self) -> bool:
        """Return whether it says, or may say, how many there are to be in all, as any figure for a new site does."""
        flow = self.reading == "additional" or self.measure in lines.FLOWS
        return not flow or self.baseline == lines.NOBODY

    @property
    def area(self) -> frozenset[str]:
        """Return its place and every area around it, the country included."""
        return self.places | {self.country}

    @property
    def where(self) -> str:
        """Return its place, or the country where only that is known."""
        return self.at or self.country


class Promises:
    """How pledges hang together: versions of one promise, and what each promise contains.

    Revisions and contradictions tell of one promise in other words; a tranche of an old version is a tranche of the
    promise. So ``part_of`` is followed between promises, not between pledges. A promise that newer ones share out
    among employers or places (none of the newer ones takes in another) is split: each of them is a promise of its own.

    Attributes:
        contested: the pledges in a conflict with another pledge, whichever side declares it.
    """

    def __init__(self, pledges: Iterable[Pledge]) -> None:
        self._known = {pledge.id: pledge for pledge in sorted(pledges, key=lambda pledge: pledge.id)}
        self._same = {key: key for key in self._known}
        self.contested: set[str] = set()
        self._revises = {key: self._last_versions(pledge) for key, pledge in self._known.items()}
        self._newer: dict[str, list[Pledge]] = {}
        for pledge in self._known.values():
            for old in self._revises[pledge.id]:
                self._newer.setdefault(old, []).append(pledge)
        self._split = {old for old, newer in self._newer.items() if _shared_out(newer)}
        self._merge()
        self._contain()

    def _last_versions(self, pledge: Pledge) -> tuple[str, ...]:
        """Return the pledges that one revises, but for those whose place another one of them has taken.

        Who names all older versions says no more than who names the last one.
        """
        named = [old for old in dict.fromkeys(pledge.revises) if old in self._known and old != pledge.id]
        before = {old: past for old in named if pledge.id not in (past := self.older(old))}

        def follows(new: str, old: str) -> bool:
            past = self.older(old)
            if old in before[new] or new in past:
                return new not in past
            return bool(before[new] & past) and _comes_after(self._known[new], self._known[old])

        return tuple(old for old in named if not any(follows(new, old) for new in before if new != old))

    def _merge(self) -> None:
        """Bring the versions of each promise under the slug of one of them."""
        for pledge in self._known.values():
            others = [other for other in pledge.conflicts_with if other in self._known and other != pledge.id]
            self.contested.update(others, [pledge.id] if others else [])
            for other in (*(old for old in self._revises[pledge.id] if old not in self._split), *others):
                self._same[self.promise(other)] = self.promise(pledge.id)
        self._versions: dict[str, list[Pledge]] = {}
        for key, pledge in self._known.items():
            self._versions.setdefault(self.promise(key), []).append(pledge)

    def _contain(self) -> None:
        """Note what contains what: wholes by promise, and the other way round."""
        self._wholes: dict[str, set[str]] = {}
        for pledge in self._known.values():
            above = (*pledge.part_of, *(old for old in self._revises[pledge.id] if old in self._split))
            wholes = {self.promise(whole) for whole in above if whole in self._known}
            self._wholes.setdefault(self.promise(pledge.id), set()).update(wholes)
        self._around = {key: _reach([key], lambda one: self._wholes.get(one, set())) for key in self._wholes}
        self._parts: dict[str, set[str]] = {}
        for key, wholes in self._around.items():
            for whole in wholes:
                self._parts.setdefault(whole, set()).add(key)

    @property
    def pledges(self) -> list[Pledge]:
        """Return all pledges, in the order of their slugs."""
        return list(self._known.values())

    def promise(self, key: str) -> str:
        """Return the promise that a pledge is a version of, under the slug of one of its versions."""
        while self._same[key] != key:
            self._same[key] = key = self._same[self._same[key]]
        return key

    def around(self, key: str) -> set[str]:
        """Return the promises that contain a pledge, at any depth, its own included."""
        return self._around[self.promise(key)]

    def within(self, key: str) -> set[str]:
        """Return the promises that a pledge contains, at any depth, its own included."""
        return self._parts[self.promise(key)]

    # --- what stands ---

    def ended(self, pledge: Pledge, sources: frozenset[str] = frozenset()) -> Reason | None:
        """Return why a pledge doesn't stand any more, or None.

        Args:
            pledge: the pledge.
            sources: the only sources that the question knows, where it names some: a newer version or another side of
                a conflict that stands in none of them ends nothing.
        """
        if pledge.cancelled:
            return Reason("cancelled")
        newer = self._newest(pledge, sources)
        if newer:
            return Reason.of("revised_by", pledge=newer.id)
        lost = None if pledge.preferred else self._contest(pledge, sources)
        return lost or self._of_what_ended(pledge, sources)

    def revised(self, key: str) -> bool:
        """Return whether a newer version took a pledge's place, whatever the question knows."""
        return self._replaced_by(self._known[key], frozenset()) is not None

    def _newest(self, pledge: Pledge, sources: frozenset[str]) -> Pledge | None:
        """Return the last of the versions that took a pledge's place one after the other, or None."""
        newest, seen = self._replaced_by(pledge, sources), {pledge.id}
        while newest and newest.id not in seen and (newer := self._replaced_by(newest, sources)):
            seen.add(newest.id)
            newest = newer
        return newest

    def _replaced_by(self, pledge: Pledge, sources: frozenset[str]) -> Pledge | None:
        """Return the newest pledge that took a pledge's place at once."""
        known = [one for one in self._rivals(pledge) if not sources or one.sources & sources]
        return max(known, key=_age, default=None)

    def _rivals(self, pledge: Pledge) -> Iterator[Pledge]:
        """Yield the pledges that revise one, and other versions of the same promise that came later."""
        if not self._revises[pledge.id] and pledge.id not in self._newer:
            return
        older = {*self.older(pledge.id), pledge.id}
        yield from (one for one in self._newer.get(pledge.id, ()) if one.id not in older)
        first = _reach([pledge.id], lambda one: (old for old in self._revises[one] if old not in self._split))
        versions = _reach(first, lambda one: (new.id for new in self._newer.get(one, ()) if one not in self._split))
        later = (self._known[one] for one in versions - older)
        yield from (one for one in later if _comes_after(one, pledge))

    def _of_what_ended(self, pledge: Pledge, sources: frozenset[str]) -> Reason | None:
        """Return why a part has no whole any more: all versions of that were cancelled, or it was shared out anew."""
        own = self.promise(pledge.id)
        for whole in sorted(self.around(pledge.id)):
            # What is part of each other, by mistake, is taken as one.
            circle = {one for one in self._around[whole] if whole in self._around[one]}
            if own in circle:
                continue
            versions = [one for key in sorted(circle) for one in self._versions[key]]
            last = [one for one in versions if not self._replaced_by(one, sources)]
            # Figures in conflict are one promise in two wordings: the one that is preferred decides, else any.
            last = [one for one in last if one.preferred and one.id in self.contested] or last
            cancelled = next((one for one in last if one.cancelled), None)
            if cancelled:
                return Reason.of("part_of_cancelled", pledge=cancelled.id)
            shared = [one for one in versions if one.id in self._split and self._replaced_by(one, sources)]
            heirs = {self.promise(new.id) for one in shared for new in self._newer[one.id]}
            if heirs and not heirs & self.around(pledge.id):
                return Reason.of("part_of_revised", pledge=shared[0].id)
        return None

    def outdated(self, standing: Iterable[Pledge]) -> dict[str, Reason]:
        """Return why parts of an older version don't count beside parts of a newer one, by slug.

        Who shares out a promise anew, or sets its steps anew, takes back the old shares and steps.

        Args:
            standing: the pledges that may count; of several parts of a newer version the first is named.
        """
        parts = [pledge for pledge in standing if pledge.part_of] if self._newer else []
        beside: dict[str, list[tuple[int, Pledge]]] = defaultdict(list)
        for number, pledge in enumerate(parts):
            for whole in self._above(pledge):
                beside[whole].append((number, pledge))
        return {pledge.id: reason for pledge in parts if (reason := self._taken_back(pledge, beside))}

    def _taken_back(self, pledge: Pledge, beside: Mapping[str, list[tuple[int, Pledge]]]) -> Reason | None:
        """Return why a part doesn't count beside others, given by what they are part of, or None."""
        newer = {whole: self._newer_than(whole) for whole in self._above(pledge)}
        rivals = (beside[one] for one in set().union(*newer.values()) if one in beside)
        for _, other in merge(*rivals, key=lambda numbered: numbered[0]):
            above = self._above(other)
            outdated = [whole for whole, versions in newer.items() if versions & above and whole not in above]
            if outdated and other.line == pledge.line:
                return Reason.of("part_of_revised", pledge=min(outdated))
        return None

    def _newer_than(self, key: str) -> set[str]:
        """Return the pledges that took a pledge's place, one after the other; none where it was shared out."""

        def step(one: str) -> Iterator[str]:
            return (rival.id for rival in self._rivals(self._known[one]) if one not in self._split)

        return _reach(step(key), step) - {key}

    def _above(self, pledge: Pledge) -> set[str]:
        """Return the pledges that a pledge is part of, at any depth."""
        above = (whole for whole in pledge.part_of if whole in self._known)
        return _reach(above, lambda one: (whole for whole in self._known[one].part_of if whole in self._known))

    def _contest(self, pledge: Pledge, sources: frozenset[str]) -> Reason | None:
        """Return how a pledge stands in a conflict that it doesn't win; None where the question knows of none."""
        if pledge.id not in self.contested:
            return None
        sides = [one for one in self._versions[self.promise(pledge.id)] if one.id in self.contested and one != pledge]
        known = [one for one in sides if not sources or one.sources & sources]
        winner = next((one for one in known if one.preferred), None)
        if winner or not known:
            return Reason.of("conflict_lost", pledge=winner.id) if winner else None
        return Reason("conflict_open")

    def older(self, key: str) -> set[str]:
        """Return the pledges that a pledge revises, at any depth; one that revises itself in a circle is not older."""
        revises = self._known[key].revises
        return _reach(revises, lambda one: self._known[one].revises if one in self._known else ()) - {key}


def meet(one: Pledge, other: Pledge) -> bool:
    """Return whether two pledges share an employer, or name none at all."""
    if one.operators and other.operators:
        return not set(one.operators).isdisjoint(other.operators)
    return not (one.operators or other.operators or one.unnamed_operators or other.unnamed_operators)


def nested(one: Pledge, other: Pledge) -> bool:
    """Return whether one pledge's place contains the other's, or is the same; two sites at one place are apart.

    An area larger than a country may contain any place.
    """
    if one.site and other.site and one.site != other.site:
        return False
    if one.wide or other.wide:
        return True
    return one.country == other.country and (one.where in other.area or other.where in one.area)


def _shared_out(newer: list[Pledge]) -> bool:
    """Return whether the pledges that revise one share it out: no two of them concern an employer at one place."""
    apart = (
        not nested(one, other) or (one.operators and other.operators and not meet(one, other))
        for index, one in enumerate(newer)
        for other in newer[:index]
    )
    return len(newer) > 1 and all(apart)


def _age(pledge: Pledge) -> tuple[date, int, str]:
    """Return what sorts versions by age, the newest last; of the same day the smaller figure is taken for the newer."""
    return pledge.made[1] or date.min, -(pledge.figure.least or 0), pledge.id


def _comes_after(one: Pledge, other: Pledge) -> bool:
    return _age(one) > _age(other)


def _reach(start: Iterable[str], step: Callable[[str], Iterable[str]]) -> set[str]:
    """Return all that is reached from a start by repeating a step, the start included."""
    reached = set(start)
    waiting = list(reached)
    while waiting:
        new = set(step(waiting.pop())) - reached
        reached |= new
        waiting += new
    return reached
