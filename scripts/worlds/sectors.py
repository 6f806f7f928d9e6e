"""Sorts the sites of a world into sectors, sets targets for these, and lets the press report of them.

Sectors overlap as they do in the trade: a site may be in several, or in none. Targets are for countries, for areas
and for places in them, and come about by what companies do without them.
"""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from scripts.worlds.article import Press
from scripts.worlds.following import Following
from scripts.worlds.growing import Ground
from scripts.worlds.months import MONTHS, first_day, last_day, month_of
from scripts.worlds.pledging import Pledging
from scripts.worlds.promised import Outcome, Promise
from scripts.worlds.promising import Promising, pick
from scripts.worlds.reporting import Reporting
from scripts.worlds.truth import Scope, World

SECTORS = ("call_centres", "offshoring", "it_services")
MEASURES = {"jobs": 60, "headcount": 20, "hires": 10, "seats": 10}
# How much of what truly comes is promised, in per cent.
SHARES = (40, 70, 90, 100, 100, 103, 120, 160, 300)
WHERE = {"country": 60, "area": 8, "region": 8, "city": 12, "park": 12}


class Sectors:
    """Adds targets for sectors, and figures of these, to the press of a world."""

    def __init__(self, chance: Random, world: World, press: Press, count: int) -> None:
        """Go on after so many reports."""
        self.chance = chance
        self.world = world
        self.press = press
        self.ground = Ground(chance)
        self.ground.world = world
        self.reporting = _Reporting(chance, world, press, count)

    def tell(self, others: list[Promise]) -> list[Promise]:
        """Print targets for sectors with what comes of them, and sectors beside others' targets; return the targets."""
        self._sort()
        promising = Promising(self.ground)
        for number in range(1, self.chance.choice((2, 2, 3, 4))):
            self._target(promising, f"n{number}")
        promises = promising.promises
        self.press.project |= {promise.key: promise for promise in promises}
        pledging = Pledging(self.chance, self.world, promises, self.reporting)
        following = Following(self.chance, self.world, self.reporting)
        pledging.count()
        pledging.print()
        for promise in promises:
            self.reporting.follow(promise)
            following.judge(promise, promises)
        for promise in others:
            if promise.scope.companies is None and self.chance.random() < 0.5:
                self.reporting.follow(promise)
        self._chatter()
        return promises

    def _sort(self) -> None:
        """Put each site into the sectors of its first company, and some into others."""
        own = {key: self._some() for key in self.world.companies}
        for site in self.world.sites.values():
            site.sectors = self._some() if self.chance.random() < 0.2 else own[site.holds[0].company]

    def _some(self) -> frozenset[str]:
        return frozenset(self.chance.sample(SECTORS, self.chance.choice((0, 1, 1, 2, 2, 3))))

    def _target(self, promising: Promising, key: str) -> None:
        """Make a target of about as much as truly comes by its day, or of more or less than that."""
        places = self.ground.places(pick(self.chance, WHERE)) or self.ground.places("country")
        scope = Scope(None, self.chance.choice(places), sector=self.chance.choice(SECTORS))
        month = self.chance.randint(14, 120)
        announced = first_day(month).replace(day=self.chance.randint(2, 27))
        due = promising.due(month) if self.chance.random() < 0.85 else None
        measure = pick(self.chance, MEASURES)
        promising.target(key, scope, measure, self._amount(scope, measure, announced, due), announced, due)

    def _amount(self, scope: Scope, measure: str, announced: date, due: date | None) -> int:
        draft = Promise("draft", "draft", scope, measure, additional=False, increase=0, announced=announced, due=due)
        outcome = Outcome(self.world, draft)
        came = outcome.levels[month_of(due) if due else MONTHS - 1] - outcome.baseline
        if came <= 0:
            return self.chance.choice((20, 100, 300))
        return max(1, came * self.chance.choice(SHARES) // 100)

    def _chatter(self) -> None:
        """Add figures of sectors, and of nobody knows what, anywhere and at any time."""
        for _ in range(self.chance.choice((0, 1, 2, 3))):
            day = last_day(self.chance.randint(2, MONTHS - 1)).replace(day=self.chance.randint(1, 28))
            scope = Scope(None, self.chance.choice(self.ground.places("country", "city", "park")))
            scope = replace(scope, sector=self.chance.choice((*SECTORS, None)))
            measure = self.chance.choice(("headcount", "jobs", "seats"))
            self.reporting.level(scope, measure, day, day + timedelta(days=self.chance.choice((0, 0, 9))))


class _Reporting(Reporting):
    """Reports of the sector that a target is for, of parts of it, of more than it, and of other sectors."""

    def scopes(self, promise: Promise, month: int) -> list[Scope]:
        """Return whom and where reports are about."""
        own = promise.scope
        if not own.sector:
            return [replace(own, sector=self.chance.choice(SECTORS))]
        kind = pick(self.chance, {"same": 50, "parts": 18, "more": 8, "other": 14, "company": 10})
        inside = [key for key in self.world.places if key != own.place and self.world.within(key, own.place)]
        if kind == "parts" and inside:
            some = self.chance.sample(inside, self.chance.randint(1, len(inside)))
            return [replace(own, place=place) for place in some]
        if kind == "more":
            return [replace(own, place=self.chance.choice(list(self.world.around(own.place))))]
        if kind == "other":
            sector = self.chance.choice([None, *(one for one in SECTORS if one != own.sector)])
            place = self.chance.choice([own.place, *self.world.around(own.place)])
            return [replace(own, sector=sector, place=place)]
        if kind == "company":
            there = self._any(sorted(self.world.companies), month)
            return [Scope(frozenset(there), self.chance.choice([own.place, *inside]))] if there else []
        return [own]
