"""Makes promises: projects of companies at sites, in places and together, with tranches, shares and newer versions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from scripts.worlds.growing import Ground, Ramp
from scripts.worlds.months import MONTHS, first_day, last_day, month_of
from scripts.worlds.promised import Piece, Promise
from scripts.worlds.truth import Company, Scope, Site

MEASURES = {"jobs": 44, "headcount": 16, "hires": 14, "seats": 14, "trainees": 8}
FIRMNESS = {"commitment": 20, "announcement": 48, "ambition": 14, "forecast": 12, "capacity": 6}
DIRECTNESS = {"unstated": 78, "direct": 9, "both": 8, "indirect": 5}
ROWS = {"jobs": "staff", "headcount": "staff", "hires": "staff", "seats": "seats", "trainees": "trained"}
# How much of a promise comes, in per cent, and how many months after it is due at the latest.
FATES = {
    "kept": (100, 115, 0),
    "beaten": (116, 170, 0),
    "late": (100, 120, 30),
    "short": (25, 96, 12),
    "nothing": (0, 0, 0),
    "faded": (100, 120, 0),
}


def pick(chance: Random, weights: dict[str, int]) -> str:
    """Return one of some words, by their weights."""
    return chance.choices(list(weights), list(weights.values()))[0]


@dataclass(frozen=True)
class Project:
    """Where a promise is to be kept, and from when to when."""

    key: str
    scope: Scope
    unnamed: frozenset[str]
    sites: tuple[Site, ...]
    measure: str
    amount: int
    announced: date
    due: date | None


class Promising:
    """Adds promises to a world under construction."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.chance = ground.chance
        self.promises: list[Promise] = []
        self.busy: dict[str, int] = {}

    def promise(self) -> None:
        """Make some projects with all that is promised of them."""
        for number in range(1, self.chance.choice((2, 2, 3, 4, 5))):
            project = self._project(f"p{number}")
            if project:
                self._deliver(project)
                self._tell(project)

    def target(self, key: str, scope: Scope, measure: str, amount: int, announced: date, due: date | None) -> None:
        """Make a promise of what comes about without it, with its parts, newer versions and wrong figures."""
        self._tell(Project(key, scope, frozenset(), (), measure, amount, announced, due))

    # --- projects ---

    def _project(self, key: str) -> Project | None:
        month = self.chance.randint(14, 110)
        announced = first_day(month).replace(day=self.chance.randint(2, 27))
        kind = pick(self.chance, {"site": 42, "place": 30, "joint": 16, "nobody": 12})
        alive = [one for one in self.ground.world.companies.values() if one.since <= month < one.until]
        if not alive:
            return None
        count = min(len(alive), self.chance.choice((2, 2, 3))) if kind in ("joint", "nobody") else 1
        employers = self.chance.sample(alive, count)
        measure = pick(self.chance, MEASURES)
        amount = self.chance.choice((20, 50, 80, 100, 150, 200, 300, 300, 500, 800)) + self.chance.choice((0, 0, 7, 33))
        due = self.due(month) if self.chance.random() < 0.78 else None
        scope, unnamed, sites = self._where(kind, employers, month)
        return Project(key, scope, unnamed, tuple(sites), measure, amount, announced, due)

    def due(self, announced: int) -> date:
        """Return the last day of a month, often of a year."""
        month = announced + self.chance.randint(4, 60)
        return last_day(month // 12 * 12 + 11 if self.chance.random() < 0.5 else month)

    def _where(self, kind: str, employers: list[Company], month: int) -> tuple[Scope, frozenset[str], list[Site]]:
        if kind == "site":
            (company,) = employers
            place = self.chance.choice(self.ground.places("city", "park", "district"))
            site = self._site(company, place, month, anywhere=True)
            return Scope(frozenset([company.key]), site.place, site.key), frozenset(), [site]
        wide = ("park", "region", "city") if kind == "nobody" else ("city", "park", "region", "country", "area")
        place = self.chance.choice(self.ground.places(*wide))
        sites = [self._site(company, self._in(place), month) for company in employers]
        if kind == "place" and self.chance.random() < 0.4:
            sites.append(self._site(employers[0], self._in(place), month))
        keys = [company.key for company in employers]
        named = {"nobody": 0, "joint": self.chance.choice((len(keys), len(keys) - 1))}.get(kind, len(keys))
        scope = Scope(frozenset(keys[:named]) if named else None, place)
        return (
            scope,
            frozenset(keys[named:]) if named else frozenset(),
            list({site.key: site for site in sites}.values()),
        )

    def _in(self, place: str) -> str:
        """Return a place in another one at which a site may be."""
        world = self.ground.world
        fitting = [key for key in self.ground.places("city", "park", "district") if world.within(key, place)]
        return self.chance.choice(fitting or [place])

    def _site(self, company: Company, place: str, month: int, *, anywhere: bool = False) -> Site:
        """Return a site of a company: one that it has there, or one that it will open."""
        world = self.ground.world
        own = [site for site in world.sites.values() if self._has(company, site, month)]
        there = own if anywhere else [site for site in own if world.within(site.place, place)]
        if there and self.chance.random() < 0.5:
            return self.chance.choice(there)
        if self.chance.random() < 0.5:
            opened = max(company.since, month - self.chance.randint(6, 60), 0)
            if opened < month:
                return self.ground.open_site(company.key, place, opened, self.chance.randint(20, 900))
        return self.ground.open_site(company.key, place, None, 0)

    def _has(self, company: Company, site: Site, month: int) -> bool:
        opened = site.opened is not None and site.opened < month
        return site.holds[0].company == company.key and opened

    # --- what comes of them ---

    def _deliver(self, project: Project) -> None:
        """Plan how much of a project comes."""
        least, most, after = FATES[fate := self.chance.choice(list(FATES))]
        start = month_of(project.announced) + self.chance.randint(1, 12)
        due = month_of(project.due) if project.due else start + self.chance.randint(6, 40)
        stop = min(MONTHS - 1, max(start, due - self.chance.randint(0, 8) + (after and self.chance.randint(4, after))))
        amount = project.amount * self.chance.randint(least, most) // 100
        for site, part in zip(project.sites, self._split(amount, len(project.sites)), strict=True):
            self._grow(site, project, part, start, stop)
            if fate == "faded" and part:
                self._fade(site, project, part, stop)

    def _grow(self, site: Site, project: Project, amount: int, start: int, stop: int) -> None:
        if site.opened is None and amount and start < MONTHS:
            site.opened = start
        row = ROWS[project.measure]
        if site.opened is not None:
            self.ground.plan.ramps[site.key].append(Ramp(row, max(start, site.opened), max(stop, site.opened), amount))
            if row != "staff":
                share = amount * self.chance.randint(0, 120) // 100
                self.ground.plan.ramps[site.key].append(Ramp("staff", start, stop, share))
        self.busy[site.key] = max(self.busy.get(site.key, 0), month_of(project.announced))

    def _fade(self, site: Site, project: Project, amount: int, stop: int) -> None:
        begin = min(MONTHS - 1, stop + self.chance.randint(1, 14))
        ramp = Ramp(ROWS[project.measure], begin, min(MONTHS - 1, begin + self.chance.randint(0, 4)), -amount)
        self.ground.plan.ramps[site.key].append(ramp)

    def _split(self, amount: int, count: int) -> list[int]:
        parts = [amount * self.chance.randint(20, 80) // 100 // count for _ in range(count - 1)]
        return [*parts, amount - sum(parts)]

    # --- what is promised of them ---

    def _tell(self, project: Project) -> None:
        """Add the promise of a project, its parts, newer versions, and what outlets get wrong."""
        root = Promise(
            project.key,
            project.key,
            project.scope,
            project.measure,
            additional=project.measure in ("hires", "trainees") or self.chance.random() < 0.55,
            increase=project.amount,
            announced=project.announced,
            due=project.due,
            unnamed=project.unnamed,
            basis=self._basis(project.scope),
            firmness=pick(self.chance, FIRMNESS),
            directness=pick(self.chance, DIRECTNESS) if project.measure == "jobs" else "unstated",
            pieces=(Piece(project.key, 0, project.amount),),
        )
        family = [root, *self._parts(root)]
        newest = root
        while self.chance.random() < 0.28 and (newer := self._newer(newest)):
            family += [newer, *(self._parts(newer) if self.chance.random() < 0.3 else [])]
            newest = newer
        if self.chance.random() < 0.15 and len(newest.scope.companies or ()) > 1 and (newer := self._newer(newest)):
            family += self._shared_out(newer)
            newest = family[-1]
        if self.chance.random() < 0.14 and not newest.shared:
            self._cancel(newest, family)
        if self.chance.random() < 0.16:
            family.append(self._wrong(self.chance.choice(family)))
        self.promises += family

    def _basis(self, scope: Scope) -> str:
        if scope.sector:
            return pick(self.chance, {"government": 6, "federation": 3, "analyst": 1})
        if scope.companies is None:
            return pick(self.chance, {"government": 6, "federation": 2, "operator": 2})
        return pick(self.chance, {"operator": 86, "government": 8, "analyst": 6})

    def _parts(self, whole: Promise) -> list[Promise]:
        if whole.scope.companies and len(whole.scope.companies | whole.unnamed) > 1:
            return self._shares(whole)
        if not whole.due or self.chance.random() < 0.6:
            return []
        return self._levels(whole) if self.chance.random() < 0.6 else self._slices(whole)

    def _dues(self, whole: Promise, count: int) -> list[date]:
        """Return days between the announcement and the day on which all is due, in order."""
        first, last = month_of(whole.announced), month_of(whole.due or whole.announced)
        return sorted(last_day(self.chance.randint(first, last)) for _ in range(count))

    def _levels(self, whole: Promise) -> list[Promise]:
        """Return tranches each of which contains the one before."""
        dues = self._dues(whole, self.chance.choice((1, 2)))
        amounts = sorted(max(1, whole.increase * self.chance.randint(4, 80) // 100) for _ in dues)
        parts: list[Promise] = []
        for number, (due, amount) in enumerate(zip(dues, amounts, strict=True), 1):
            pieces = (Piece(whole.project, 0, amount),)
            parts.append(replace(whole, key=f"{whole.key}t{number}", increase=amount, due=due, pieces=pieces, older=""))
        for part, outer in zip(parts, [*parts[1:], whole], strict=True):
            part.whole = outer.key
        return parts

    def _slices(self, whole: Promise) -> list[Promise]:
        """Return tranches beside each other: each comes on top of the one before."""
        if not whole.additional:
            return []
        dues = self._dues(whole, self.chance.choice((2, 2, 3)))
        amounts = self._split(whole.increase, len(dues) + 1)[: len(dues)]
        parts, start = [], 0
        for number, (due, amount) in enumerate(zip(dues, amounts, strict=True), 1):
            pieces = (Piece(whole.project, start, start + amount),)
            key = f"{whole.key}s{number}"
            if amount:
                parts.append(
                    replace(whole, key=key, increase=amount, due=due, pieces=pieces, whole=whole.key, older="")
                )
            start += amount
        return parts

    def _shares(self, whole: Promise) -> list[Promise]:
        """Return what some of the companies of a joint promise promise of it."""
        companies = sorted(whole.scope.companies or ())
        amounts = self._split(whole.increase, len(companies) + len(whole.unnamed))
        parts, start = [], 0
        for company, amount in zip(companies, amounts, strict=False):
            if amount and self.chance.random() < 0.55:
                scope = replace(whole.scope, companies=frozenset([company]))
                pieces = (Piece(whole.project, start, start + amount),)
                share = replace(whole, key=f"{whole.key}-{company}", scope=scope, unnamed=frozenset(), pieces=pieces)
                parts.append(replace(share, increase=amount, whole=whole.key, older=""))
            start += amount
        return parts

    def _newer(self, old: Promise) -> Promise | None:
        """Return a newer version: more, less, later, or in another country."""
        month = month_of(old.announced) + self.chance.randint(2, 40)
        if month > MONTHS - 30:
            return None
        change = self.chance.choice(("more", "less", "later", "later", "elsewhere"))
        factor = {"more": self.chance.randint(110, 200), "less": self.chance.randint(20, 90)}.get(change, 100)
        amount = max(1, old.increase * factor // 100)
        due = last_day(min(MONTHS - 1, max(month, month_of(old.due)) + self.chance.randint(3, 30))) if old.due else None
        version = old.version + 1
        newer = replace(
            old,
            key=f"{old.project}v{version}",
            version=version,
            older=old.key,
            scope=self._scope_later(old.scope, month),
            unnamed=self._later(old.unnamed, month),
            increase=amount,
            announced=first_day(month).replace(day=self.chance.randint(2, 27)),
            due=due if change == "later" or not old.due or old.due < first_day(month) else old.due,
            pieces=(Piece(old.project, 0, amount),),
        )
        return self._elsewhere(newer, month) if change == "elsewhere" else self._stay(newer, month)

    def _shared_out(self, newer: Promise) -> list[Promise]:
        """Return the newer version of a joint promise as promises of its companies, each for itself."""
        companies = sorted(newer.scope.companies or ())
        amounts = [max(1, amount) for amount in self._split(newer.increase, len(companies))]
        parts, start = [], 0
        for company, amount in zip(companies, amounts, strict=True):
            scope = replace(newer.scope, companies=frozenset([company]))
            pieces = (Piece(newer.project, start, start + amount),)
            part = replace(newer, key=f"{newer.key}-{company}", scope=scope, unnamed=frozenset(), pieces=pieces)
            parts.append(replace(part, increase=amount, shared=True))
            start += amount
        return parts

    def _stay(self, newer: Promise, month: int) -> Promise:
        if newer.scope.site:
            self.busy[newer.scope.site] = max(self.busy.get(newer.scope.site, 0), month)
        return newer

    def _elsewhere(self, newer: Promise, month: int) -> Promise | None:
        """Move a promise of one company to another country."""
        here = self.ground.world.places[newer.scope.place].country
        cities = [key for key in self.ground.places("city") if self.ground.world.places[key].country != here]
        if not cities or not newer.scope.companies or len(newer.scope.companies) > 1 or newer.unnamed:
            return None
        (key,) = newer.scope.companies
        place = self.chance.choice(cities)
        site = self._site(self.ground.world.companies[key], place, month)
        project = Project(
            newer.project,
            newer.scope,
            newer.unnamed,
            (site,),
            newer.measure,
            newer.increase,
            newer.announced,
            newer.due,
        )
        self._deliver(project)
        return replace(newer, scope=Scope(newer.scope.companies, site.place, site.key))

    def _scope_later(self, scope: Scope, month: int) -> Scope:
        return scope if scope.companies is None else replace(scope, companies=self._later(scope.companies, month))

    def _later(self, companies: frozenset[str], month: int) -> frozenset[str]:
        """Return who has followed some companies by a month."""
        return frozenset(self._follower(key, month) for key in companies)

    def _follower(self, company: str, month: int) -> str:
        world = self.ground.world
        while world.companies[company].until <= month:
            gone = next(one for one in world.successions if one.kind != "rename" and self._ends(one.before, company))
            company = self.ground.company_of(gone.after)
        return company

    def _ends(self, slug: str, company: str) -> bool:
        return slug in self.ground.world.companies[company].slugs

    def _cancel(self, newest: Promise, family: Sequence[Promise]) -> None:
        """Give a promise up, with all that is a part of it."""
        month = min(MONTHS - 1, month_of(newest.announced) + self.chance.randint(1, 40))
        day = first_day(month).replace(day=28)
        newest.cancelled = day
        wholes = {newest.key}
        for part in reversed(family):  # tranches come in the order of time, the widest last
            if part.whole in wholes:
                wholes.add(part.key)
                part.cancelled = day

    def _wrong(self, right: Promise) -> Promise:
        """Return a wrong figure for a promise: another number, or an increase for a level."""
        wrong = replace(right, key=f"{right.key}w", wrong_of=right.key, whole="", older="", pieces=())
        if right.measure in ("jobs", "headcount", "seats") and self.chance.random() < 0.4:
            wrong.additional = not right.additional
        else:
            wrong.increase = max(1, right.increase * self.chance.choice((40, 60, 80, 125, 150, 250)) // 100)
        return wrong
