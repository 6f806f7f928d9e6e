"""Lets the press report how many are there, were taken on or left: of a promise, of a part of it, of more than it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from scripts.worlds.article import Article, Press, Repeated, Report
from scripts.worlds.months import MONTHS, beginning_between, first_day, last_day, month_of
from scripts.worlds.printed import Printed, between, exact, month, print_day, print_figure, year
from scripts.worlds.promised import LAST_DAY, Promise
from scripts.worlds.truth import CREATED, FLOWS, PEOPLE, Scope, World, row_of


class Reporting:
    """Adds reports to the press of a world."""

    def __init__(self, chance: Random, world: World, press: Press, count: int = 0) -> None:
        """Go on after so many reports."""
        self.chance = chance
        self.world = world
        self.press = press
        self.count = count

    def article(self, day: date) -> Article:
        """Return the article of a day."""
        style = self.chance.random()
        published = None if style < 0.03 else month(day) if style < 0.1 else exact(day)
        return self.press.articles.setdefault(min(day, LAST_DAY), Article(min(day, LAST_DAY), published))

    # --- reports around a promise ---

    def follow(self, promise: Promise) -> None:
        """Add reports about a promise: none, or some, mostly around the day when it is due."""
        for _ in range(self.chance.choice((0, 1, 1, 2, 3, 4, 5))):
            day = self._day_for(promise)
            scopes = self.scopes(promise, month_of(day))
            published = self._later(day)
            for scope in scopes:
                self._about(promise, scope, day, published)

    def _day_for(self, promise: Promise) -> date:
        start = promise.announced
        due = promise.due or start + timedelta(days=700)
        low, high = self.chance.choice(
            (
                (start, due),
                (due - timedelta(days=90), due + timedelta(days=30)),
                (due, due + timedelta(days=365)),
                (due, due + timedelta(days=365)),
                (start - timedelta(days=300), start + timedelta(days=30)),
                (due, due + timedelta(days=1500)),
                *((edge, edge) for edge in self._edges(start, due)),
            )
        )
        day = low + timedelta(days=self.chance.randint(0, max(0, (high - low).days)))
        return min(max(day, first_day(1)), LAST_DAY)

    def _edges(self, start: date, due: date) -> list[date]:
        """Return two of the days at which a rule may be one day off."""
        after = [due + timedelta(days=days) for days in (-1, 0, 1, 365, 366, 367)]
        return self.chance.sample([start, start + timedelta(days=1), *after], 2)

    def _later(self, day: date) -> date:
        """Return when a day is printed: mostly soon."""
        after = self.chance.choice((0, 0, 0, 3, 20, 60, 400))
        return min(LAST_DAY, day + timedelta(days=after))

    def scopes(self, promise: Promise, month: int) -> list[Scope]:
        """Return whom and where reports are about: the promise itself, parts of it, or more than it."""
        own = promise.employers
        companies = None if own.companies is None else self._present(own.companies, month)
        if self.chance.random() < 0.12:
            return [own]  # under the name that it bore, also where another company runs it by now
        same = replace(own, companies=companies)
        sites = [site for site in self.world.sites_in(own) if site.opened is not None and site.opened <= month]
        of_sites = [Scope(frozenset([site.holders[month]]), site.place, site.key) for site in sites]
        choice = self.chance.random()
        if choice < 0.45:
            return [same]
        if choice < 0.6 and of_sites:
            return [self.chance.choice(of_sites)]
        if choice < 0.72 and of_sites:
            return self.chance.sample(of_sites, self.chance.randint(1, len(of_sites)))
        if choice < 0.84:
            return [self._part(same)]
        return [self._more(same)]

    def _present(self, companies: frozenset[str], month: int) -> frozenset[str]:
        """Return who runs in a month what some companies had, or those themselves where they are still there."""
        there = {key for key in companies if self.world.companies[key].until > month}
        followed = {
            site.holders[month]
            for site in self.world.sites.values()
            if companies & site.lineages[month] and site.holders[month] not in companies
        }
        return frozenset(there | followed) or companies

    def _part(self, scope: Scope) -> Scope:
        """Return one of several companies, or a smaller place."""
        if scope.companies and len(scope.companies) > 1 and self.chance.random() < 0.5:
            return replace(scope, companies=frozenset([self.chance.choice(sorted(scope.companies))]))
        smaller = [key for key in self.world.places if self.world.within(key, scope.place)]
        if scope.companies is None:
            return Scope(frozenset([self.chance.choice(sorted(self.world.companies))]), self.chance.choice(smaller))
        return scope if scope.site else replace(scope, place=self.chance.choice(smaller))

    def _more(self, scope: Scope) -> Scope:
        """Return the same with other companies, or in a larger place."""
        larger = self.chance.choice(list(self.world.around(scope.place)))
        if scope.site and self.chance.random() < 0.5:
            return replace(scope, site=None)
        if self.chance.random() < 0.3:
            return Scope(None, larger)
        others = sorted(set(self.world.companies) - (scope.companies or set()))
        added = frozenset(self.chance.sample(others, min(len(others), self.chance.choice((0, 1)))))
        return Scope(None if scope.companies is None else scope.companies | added, larger)

    # --- one report ---

    def _about(self, promise: Promise, scope: Scope, day: date, published: date) -> None:
        """Add what an article prints about a scope: mostly in the measure of the promise, as a level or as a growth."""
        measure = promise.measure if self.chance.random() < 0.7 else "headcount"
        flow = promise.additional and promise.measure in ("jobs", *FLOWS) and self.chance.random() < 0.35
        directness = promise.directness if self.chance.random() < 0.6 else self.chance.choice(sorted(PEOPLE))
        directness = directness if measure == "jobs" else "unstated"
        if measure == "hires" or flow:
            self._flow(promise, scope, day, published)
        else:
            self.level(scope, measure, day, published, directness)

    def level(
        self,
        scope: Scope,
        measure: str,
        day: date,
        published: date,
        directness: str = "unstated",
        *,
        plain: bool = False,
    ) -> Report | None:
        """Add a report of how many are there on a day; return it, or None where nobody is and nobody says so.

        A plain one is certain about whom it is and when, and nobody contradicts it.
        """
        row = "training" if measure == "trainees" else row_of(measure, directness)
        number = self._number(scope, row, month_of(day))
        if self._stranger(scope, month_of(day)) or (not number and self.chance.random() < 0.7):
            return None
        as_of = None if day == published and self.chance.random() < 0.5 else print_day(self.chance, day, published)
        as_of = (None if day == published else exact(day)) if plain else as_of
        report = self._report(scope, "held", measure, number, day, None, as_of, plain=plain)
        report.directness = directness
        self._print(report, published, plain=plain)
        return report

    def _flow(self, promise: Promise, scope: Scope, day: date, published: date) -> None:
        """Add a report of how many were created, hired or trained in a time."""
        measure = promise.measure if promise.measure in FLOWS else "jobs"
        since, until, as_of = self._time(promise, day, published)
        begin = since or first_day(0)
        months = beginning_between(begin, until)
        directness = promise.directness if measure == "jobs" else "unstated"
        row = FLOWS.get(measure) or CREATED[PEOPLE[directness]]
        number = sum(self._number(scope, row, month) for month in months)
        if number and not self._stranger(scope, month_of(until)):
            report = self._report(scope, "created", measure, number, until, since, as_of)
            report.directness = directness
            self._print(report, max(published, until))

    def _number(self, scope: Scope, row: str, month: int) -> int:
        """Return how many there are; of a company that went into another one, those at what were its sites."""
        gone = any(self.world.companies[key].until <= month for key in scope.companies or ())
        return self.world.kept(scope, row, [month])[0] if gone else self.world.held(scope, row, month)

    def _stranger(self, scope: Scope, month: int) -> bool:
        """Return whether a company doesn't run a site, or what became of it: nobody reports of it there."""
        site = self.world.sites.get(scope.site or "")
        return bool(site and scope.companies and not scope.companies & site.lineages[month])

    def _time(self, promise: Promise, day: date, published: date) -> tuple[date | None, date, Printed | None]:
        """Return first day, last day and print of a time: since the promise, a calendar year, or since ever."""
        style = self.chance.random()
        if style < 0.35 and day > promise.announced:
            since = promise.announced + timedelta(days=self.chance.choice((0, 1, 1)))
            return since, day, between(since, day)
        if style < 0.7 and day.year > 2008:
            return date(day.year - 1, 1, 1), date(day.year - 1, 12, 31), year(day.year - 1)
        if style < 0.85:
            return None, day, between(None, day)
        return None, day, None if day == published else exact(day)  # "so far", as curators have written it

    def _report(
        self,
        scope: Scope,
        kind: str,
        measure: str,
        number: int,
        day: date,
        since: date | None,
        as_of: Printed | None,
        *,
        plain: bool = False,
    ) -> Report:
        self.count += 1
        names = self._names(scope, month_of(day), plain=plain)
        figure = print_figure(self.chance, number)
        return Report(f"r{self.count}", scope, names, kind, measure, number, figure, day, since, as_of)

    def _names(self, scope: Scope, month: int, *, plain: bool) -> tuple[str, ...]:
        """Return the slugs that an article prints: none for all companies, and sometimes none for a site."""
        silent = bool(scope.site) and not plain and self.chance.random() < 0.2
        if scope.companies is None or silent:  # of one company that nobody names a curator makes an unnamed site
            return ()
        return tuple(sorted(self.world.companies[key].name(month) for key in scope.companies))

    def _print(self, report: Report, published: date, *, plain: bool = False) -> None:
        """Print a report; now and then twice, or in another article with a wrong figure."""
        self.article(published).items.append(report)
        later = min(LAST_DAY, published + timedelta(days=self.chance.randint(1, 90)))
        if later == published or plain:
            return
        luck = self.chance.random()
        if luck < 0.1:
            self.article(later).items.append(Repeated(report.key))
        elif luck < 0.2:
            self._contradict(report, published, later)

    def _contradict(self, right: Report, published: date, later: date) -> None:
        """Print a wrong figure for a report, or a report that another article denies."""
        number = max(1, right.number * self.chance.choice((30, 60, 140, 200)) // 100)
        wrong = replace(right, key=f"{right.key}w", number=number, figure=print_figure(self.chance, number), wrong=True)
        wrong.as_of = wrong.as_of or exact(right.day)
        if self.chance.random() < 0.3:
            self.article(published).items.append(wrong)
            self.article(later).items.append(Repeated(wrong.key, "contradicts"))
            return
        wrong.rival, right.preferred = right.key, self.chance.random() < 0.7
        self.article(later).items.append(wrong)

    # --- what nobody promised ---

    def chatter(self) -> None:
        """Add reports that have nothing to do with a promise: about any company, anywhere, at any time."""
        for _ in range(self.chance.choice((0, 1, 2, 3))):
            day = last_day(self.chance.randint(2, MONTHS - 1)).replace(day=self.chance.randint(1, 28))
            companies = self._any(sorted(self.world.companies), month_of(day))
            if not companies:
                continue
            place = self.chance.choice(sorted(self.world.places))
            measure = self.chance.choice(("headcount", "headcount", "jobs", "seats"))
            self.level(Scope(frozenset(companies), place), measure, day, self._later(day))

    def _any(self, keys: Sequence[str], month: int) -> list[str]:
        alive = [key for key in keys if self.world.companies[key].since <= month < self.world.companies[key].until]
        return self.chance.sample(alive, min(len(alive), self.chance.choice((1, 1, 2))))
