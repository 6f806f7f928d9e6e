"""Lets the press follow up: verdicts that are right, take-overs and new names, sites that open, pass on or close."""

from datetime import date, timedelta
from random import Random

from scripts.worlds.article import Developed, Followed, Opened, Repeated, Said
from scripts.worlds.months import MONTHS, first_day
from scripts.worlds.printed import print_day, year
from scripts.worlds.promised import LAST_DAY, Outcome, Promise
from scripts.worlds.reporting import Reporting
from scripts.worlds.truth import Site, World


class Following:
    """Adds what became of promises, companies and sites to the press of a world."""

    def __init__(self, chance: Random, world: World, reporting: Reporting) -> None:
        self.chance = chance
        self.world = world
        self.reporting = reporting

    # --- promises ---

    def judge(self, promise: Promise, promises: list[Promise]) -> None:
        """Print what became of a promise: always that it was given up, and now and then something else."""
        parts_of_it = any(other.key == promise.whole for other in promises)
        if promise.cancelled and not parts_of_it and not promise.wrong_of:
            self._say(promise, "cancelled", promise.cancelled)
            return
        newest = not any(other.version > promise.version and other.project == promise.project for other in promises)
        possible = newest and not promise.cancelled and not promise.wrong_of and promise.figure.bound != "at_most"
        if possible and self.chance.random() < 0.12:
            day = promise.announced + timedelta(days=self.chance.randint(60, 2200))
            outcome = Outcome(self.world, promise).verdict(min(day, LAST_DAY))
            if outcome != "no_evidence":
                self._say(promise, outcome, min(day, LAST_DAY))
        if self.chance.random() < 0.04:
            self._lie(promise)

    def _say(self, promise: Promise, outcome: str, day: date) -> None:
        published = min(LAST_DAY, day + timedelta(days=self.chance.choice((0, 2, 30))))
        as_of = None if published == day else print_day(self.chance, day, published)
        self.reporting.article(published).items.append(Said(f"{promise.key}-said", promise.key, outcome, as_of))

    def _lie(self, promise: Promise) -> None:
        """Print a verdict that another article denies."""
        outcome = self.chance.choice(("delivered", "exceeded", "missed", "cancelled", "partly_delivered", "late"))
        day = min(LAST_DAY - timedelta(days=30), promise.announced + timedelta(days=self.chance.randint(60, 1500)))
        said = Said(f"{promise.key}-lie", promise.key, outcome, None, wrong=True)
        self.reporting.article(day).items.append(said)
        denied = day + timedelta(days=self.chance.randint(1, 29))
        self.reporting.article(denied).items.append(Repeated(said.key, "contradicts"))

    # --- companies ---

    def tell_successions(self) -> None:
        """Print all successions: as completed, or announced first; and one that never comes about."""
        for succession in self.world.successions:
            day = first_day(succession.month)
            published = min(LAST_DAY, day + timedelta(days=self.chance.choice((0, 5, 40))))
            before = day - timedelta(days=self.chance.randint(20, 300))
            names = (succession.before, succession.after)
            if self.chance.random() < 0.4:
                self._put(before, Followed(succession.key, succession.kind, "announced", *names, None))
                as_of = print_day(self.chance, day, published)
                self._put(published, Developed(f"{succession.key}-done", succession.key, "completed", as_of))
            else:
                as_of = print_day(self.chance, day, published)
                self._put(published, Followed(succession.key, succession.kind, "completed", *names, as_of))
        if self.chance.random() < 0.1:
            self._fail()

    def _fail(self) -> None:
        """Announce a take-over between two companies that go on apart, and mostly say later that it was given up."""
        month = self.chance.randint(20, MONTHS - 30)
        alive = [one for one in self.world.companies.values() if one.since <= month and one.until == MONTHS]
        if len(alive) < 2:
            return
        before, after = self.chance.sample(alive, 2)
        key = f"{before.key}-never-{after.key}"
        self._put(
            first_day(month), Followed(key, "acquisition", "announced", before.name(month), after.name(month), None)
        )
        if self.chance.random() < 0.7:
            self._put(first_day(month + 9), Developed(f"{key}-dropped", key, "abandoned", None))

    # --- sites ---

    def tell_sites(self, mentioned: set[str]) -> None:
        """Print what becomes of the sites that articles mention."""
        for site in self.world.sites.values():
            if site.key in mentioned:
                self._opens(site)
                self._passes(site)
                if site.closed < MONTHS and self.chance.random() < 0.5:
                    self._develop(site, site.closed, "closed", f"{site.key}-closed")

    def _opens(self, site: Site) -> None:
        if site.opened and self.chance.random() < 0.7:
            if self.chance.random() < 0.4:
                self._celebrate(site, site.opened)
            else:
                self._develop(site, site.opened, "open", f"{site.key}-opened")
        elif self.chance.random() < 0.15:
            day = first_day(self.chance.randint(14, MONTHS - 1))
            planned = year(day.year + 1) if self.chance.random() < 0.5 else None
            if site.opened is None or day < first_day(site.opened):
                self._put(day, Opened(f"{site.key}-to-open", site.key, "planned", planned))

    def _celebrate(self, site: Site, month: int) -> None:
        day = first_day(month)
        published = min(LAST_DAY, day + timedelta(days=self.chance.choice((0, 3, 90))))
        as_of = print_day(self.chance, day, published) if self.chance.random() < 0.8 else None
        self._put(published, Opened(f"{site.key}-event", site.key, "happened", as_of))

    def date_openings(self) -> None:
        """Print with a site when it opened, or is to open, in the first article that mentions it."""
        for key, day in first_mentions(self.reporting).items():
            site = self.world.sites[key]
            if self.chance.random() < 0.4:
                opened = site.opened is not None and first_day(site.opened) <= day
                if opened and site.opened:
                    site.printed_opened = print_day(self.chance, first_day(site.opened), day).text
                elif not opened:
                    site.printed_opened = str(day.year + 1)

    def _passes(self, site: Site) -> None:
        """Print who runs a site from now on: always where it was sold, often where its company was taken over."""
        for number, hold in enumerate(site.holds[1:], 1):
            working = site.opened is not None and site.opened < hold.month < site.closed
            if working and (hold.how == "sale" or self.chance.random() < 0.4):
                operator = self.world.companies[hold.company].name(hold.month)
                self._develop(site, hold.month, "open", f"{site.key}-passed-{number}", operator)

    def _develop(self, site: Site, month: int, status: str, key: str, operator: str = "") -> None:
        day = first_day(month)
        published = min(LAST_DAY, day + timedelta(days=self.chance.choice((0, 8, 60))))
        as_of = print_day(self.chance, day, published) if self.chance.random() < 0.8 else None
        self._put(published, Developed(key, site.key, status, as_of, operator))

    def _put(self, day: date, item: Followed | Developed | Opened | Repeated) -> None:
        self.reporting.article(max(day, first_day(0))).items.append(item)


def first_mentions(reporting: Reporting) -> dict[str, date]:
    """Return the sites that promises, reports and events are tied to, each with the day of the first article."""
    days: dict[str, date] = {}
    for day, article in sorted(reporting.press.articles.items()):
        for item in article.items:
            site = getattr(getattr(item, "scope", item), "site", None)
            if site:
                days.setdefault(site, day)
    return days
