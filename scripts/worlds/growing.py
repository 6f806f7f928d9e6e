"""Makes a world: places, companies with their names and take-overs, sites; and lets the sites grow and shrink."""

from collections import defaultdict
from dataclasses import dataclass, field
from random import Random

from scripts.worlds.months import MONTHS
from scripts.worlds.truth import Company, Hold, Place, Site, Succession, World

COUNTRIES = ("MA", "TN", "SN")
AREA = "africa"  # all of them lie in it
NAMES = ("atlas", "baobab", "cedar", "dune", "ebony", "fennec")
FIRST_MOVE, LAST_MOVE = 24, 150


@dataclass(frozen=True)
class Ramp:
    """That a row of a site grows, or shrinks, by an amount from one month to another."""

    row: str
    start: int
    stop: int
    amount: int

    def step(self, month: int) -> int:
        """Return the change at the beginning of a month."""
        return self._by(month) - self._by(month - 1)

    def _by(self, month: int) -> int:
        length = self.stop - self.start + 1
        return self.amount * min(max(month - self.start + 1, 0), length) // length


@dataclass
class Plan:
    """What is to happen at the sites: ramps by site, and people who move from one site to another."""

    ramps: dict[str, list[Ramp]] = field(default_factory=lambda: defaultdict(list))
    moves: list[tuple[int, str, str, int]] = field(default_factory=list)


class Ground:
    """A world under construction."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.world = World()
        self.plan = Plan()

    # --- places ---

    def settle(self) -> None:
        """Make countries with regions, cities, parks and districts."""
        around = self._place(AREA, "area", AREA, None) if self.chance.random() < 0.3 else None
        for country in COUNTRIES[: self.chance.choice((1, 1, 2, 2, 3))]:
            self._place(country, "country", country, around)
            region = country if self.chance.random() < 0.6 else self._named("region", country, country)
            for number in range(self.chance.choice((1, 2, 2, 3))):
                city = self._named("city", country, country if number else region)
                for kind in self.chance.choice(((), (), ("park",), ("district", "park"))):
                    self._named(kind, country, city)

    def _named(self, kind: str, country: str, parent: str) -> str:
        number = sum(place.kind == kind for place in self.world.places.values()) + 1
        return self._place(f"{country.lower()}-{kind}-{number}", kind, country, parent)

    def _place(self, key: str, kind: str, country: str, parent: str | None) -> str:
        """Make a place; return its key."""
        self.world.places[key] = Place(key, kind, country, parent)
        return key

    def places(self, *kinds: str) -> list[str]:
        """Return the places of some kinds."""
        return [place.key for place in self.world.places.values() if place.kind in kinds]

    # --- companies ---

    def found(self) -> None:
        """Make companies, some of which get another name, go into another company or merge into a new one."""
        for name in NAMES[: self.chance.choice((2, 3, 3, 4))]:
            self.world.companies[name] = Company(name, [(0, name)])
        companies = list(self.world.companies.values())
        for company in companies:
            if self.chance.random() < 0.12:
                self._rename(company)
        for company in companies:
            if self.chance.random() < 0.22:
                self._take_over(company)
        if self.chance.random() < 0.06:
            self._merge(*self.chance.sample(companies, 2))

    def _rename(self, company: Company) -> None:
        month = self.chance.randint(FIRST_MOVE, LAST_MOVE)
        company.names.append((month, f"{company.key}-new"))
        self._succession("rename", month, company.key, f"{company.key}-new")

    def _take_over(self, company: Company) -> None:
        others = [one for one in self.world.companies.values() if one is not company]
        self._absorb(company, self.chance.choice(others), self.chance.randint(FIRST_MOVE, LAST_MOVE), "acquisition")

    def _merge(self, one: Company, other: Company) -> None:
        month = self.chance.randint(FIRST_MOVE, LAST_MOVE)
        united = Company("union", [(0, "union")], since=month)
        self.world.companies[united.key] = united
        for company in (one, other):
            self._absorb(company, united, month, "merger")

    def _absorb(self, company: Company, buyer: Company, month: int, kind: str) -> None:
        """Let a company go into another one, unless one of the two is gone by then or takes over others later."""
        later = any(one.after in company.slugs and one.month >= month for one in self.world.successions)
        renamed = len(company.names) > 1 and company.names[-1][0] >= month
        if buyer.until == MONTHS and company.until == MONTHS and not later and not renamed:
            company.until = month
            self._succession(kind, month, company.name(month), buyer.name(month))

    def _succession(self, kind: str, month: int, before: str, after: str) -> None:
        self.world.successions.append(Succession(f"{before}-becomes-{after}", kind, month, before, after))

    # --- sites ---

    def open_site(self, company: str, place: str, opened: int | None, staff: int) -> Site:
        """Make a site that a company opens in a month; from the beginning of the world on it may have been there."""
        key = f"{company}-site-{len(self.world.sites) + 1}"
        site = Site(key, place, [Hold(0, company, "start")], opened)
        self.world.sites[key] = site
        if opened is not None and staff:
            self.plan.ramps[key].append(Ramp("staff", opened, opened, staff))
            self.plan.ramps[key].append(Ramp("seats", opened, opened, staff * self.chance.randint(60, 130) // 100))
        return site

    def hand_over(self, busy: dict[str, int]) -> None:
        """Let the sites pass to who takes their company over, and now and then one be sold to another company.

        Args:
            busy: by site the month up to which its company has plans with it.
        """
        for succession in sorted(self.world.successions, key=lambda one: one.month):
            if succession.kind != "rename":
                before, after = self.company_of(succession.before), self.company_of(succession.after)
                for site in self.world.sites.values():
                    self._pass(site, before, after, succession.month, "takeover")
        if self.world.sites and self.chance.random() < 0.05:
            self._sell(self.chance.choice(list(self.world.sites.values())), busy)

    def _pass(self, site: Site, before: str, after: str, month: int, how: str) -> None:
        if site.holds[-1].company == before:
            site.holds.append(Hold(month, after, how))

    def _sell(self, site: Site, busy: dict[str, int]) -> None:
        month = self.chance.randint(max(FIRST_MOVE, busy.get(site.key, 0) + 1), LAST_MOVE)
        last = site.holds[-1]
        others = [one.key for one in self.world.companies.values() if one.until == MONTHS and one.key != last.company]
        if site.opened is not None and max(last.month, site.opened) < month and others:
            site.holds.append(Hold(month, self.chance.choice(others), "sale"))

    def company_of(self, slug: str) -> str:
        """Return the company that bears a slug."""
        return next(company.key for company in self.world.companies.values() if slug in company.slugs)

    # --- life ---

    def shake(self, busy: dict[str, int]) -> None:
        """Plan what nobody promised: growth, cuts, closures, and people who move to another site of their company."""
        for site in self.world.sites.values():
            if site.opened is None:
                continue
            for _ in range(self.chance.choice((0, 0, 1, 1, 2))):
                self._swing(site)
            if self.chance.random() < 0.07:
                earliest = max(site.opened + 12, busy.get(site.key, 0) + 1)
                site.closed = min(MONTHS, earliest + self.chance.randint(0, 60))
        keys = [site.key for site in self.world.sites.values() if site.opened is not None]
        for _ in range(self.chance.choice((0, 1, 2, 3)) if len(keys) > 1 else 0):
            source, target = self.chance.sample(keys, 2)
            self.plan.moves.append((self.chance.randint(12, MONTHS - 1), source, target, self.chance.randint(20, 300)))

    def _swing(self, site: Site) -> None:
        start = self.chance.randint((site.opened or 0) + 1, MONTHS - 1)
        stop = min(MONTHS - 1, start + self.chance.choice((0, 0, 5, 11, 23)))
        amount = self.chance.choice((-1, -1, 1)) * self.chance.randint(10, 350)
        self.plan.ramps[site.key].append(Ramp(self.chance.choice(("staff", "staff", "seats")), start, stop, amount))

    def live(self) -> None:
        """Let the months pass: fill the rows of all sites."""
        churning = {key: self.chance.choice((0, 0, 10, 25)) for key in self.world.sites}
        moves = defaultdict(list)
        for move in self.plan.moves:
            moves[move[0]].append(move[1:])
        for month in range(MONTHS):
            for site in self.world.sites.values():
                self._month(site, month, churning[site.key])
            for source, target, people in moves[month]:
                self._move(self.world.sites[source], self.world.sites[target], month, people)
        for site in self.world.sites.values():
            self._live_on(site, self.chance.randint(10, 150))

    def _live_on(self, site: Site, share: int) -> None:
        """Fill the rows of the people who live on a site without working there, so many for a hundred who do."""
        site.indirect = [people * share // 100 for people in site.staff]
        site.all = [direct + indirect for direct, indirect in zip(site.staff, site.indirect, strict=True)]
        before = [0, *site.indirect]
        site.indirect_created = [max(0, now - then) for now, then in zip(site.indirect, before, strict=False)]
        site.all_created = [one + other for one, other in zip(site.created, site.indirect_created, strict=True)]

    def _month(self, site: Site, month: int, churn: int) -> None:
        """Add a month to the rows of a site; churn is how many in a thousand leave and are replaced."""
        working = site.opened is not None and site.opened <= month < site.closed
        steps = {row: sum(ramp.step(month) for ramp in self.plan.ramps[site.key] if ramp.row == row) for row in ROWS}
        before = site.staff[-1] if site.staff else 0
        staff = max(0, before + steps["staff"]) if working else 0
        replaced = min(before, staff) * churn // 1000
        site.staff.append(staff)
        site.created.append(max(0, staff - before))
        site.hired.append(max(0, staff - before) + replaced)
        site.seats.append(max(0, (site.seats[-1] if site.seats else 0) + steps["seats"]) if working else 0)
        site.trained.append(max(0, steps["trained"]) if working else 0)
        site.training.append(sum(site.trained[-3:]))

    def _move(self, source: Site, target: Site, month: int, people: int) -> None:
        """Move people between two sites of one company that both work."""
        if source.holders[month] != target.holders[month]:
            return
        if target.opened is None or not target.opened <= month < target.closed:
            return
        moving = min(people, source.staff[month])
        source.staff[month] -= moving
        target.staff[month] += moving


ROWS = ("staff", "seats", "trained")
