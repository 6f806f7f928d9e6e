"""Lets companies give up jobs, and the press say so: planned, happened, in part, with another figure, or dropped."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from scripts.worlds.article import Developed, Repeated
from scripts.worlds.lost import Loss
from scripts.worlds.months import MONTHS, first_day, last_day
from scripts.worlds.printed import Printed, exact, month, print_day, print_figure, year
from scripts.worlds.promised import LAST_DAY, Piece
from scripts.worlds.reporting import Reporting
from scripts.worlds.truth import Scope, World

CAUSES = ("dismissal", "closure", "relocation", "cut", "departure", "contract_end", "unclear")


class Losing:
    """Adds losses to the press of a world."""

    def __init__(self, chance: Random, world: World, reporting: Reporting) -> None:
        self.chance = chance
        self.world = world
        self.reporting = reporting

    def cut(self) -> None:
        """Make some cuts, with all that the press says of them."""
        for number in range(1, self.chance.choice((1, 1, 2, 3, 4))):
            when = self.chance.randint(12, MONTHS - 30)
            alive = [one.key for one in self.world.companies.values() if one.since <= when < one.until]
            if alive:
                companies = self.chance.sample(alive, min(len(alive), self.chance.choice((1, 1, 1, 2))))
                self._cut(f"l{number}", companies, when)

    def _cut(self, key: str, companies: list[str], when: int) -> None:
        amount = self.chance.choice((12, 40, 90, 120, 150, 300, 433))
        plan = Loss(
            key,
            key,
            Scope(frozenset(companies), self.chance.choice(list(self.world.places))),
            self.chance.choice(("jobs", "headcount", "seats")),
            amount,
            (Piece(key, 0, amount),),
            "planned",
            basis=self.chance.choice(("operator", "operator", "operator", "federation")),
            cause=self.chance.choice(CAUSES),
        )
        day = first_day(when).replace(day=self.chance.randint(2, 27))
        self.chance.choice((self._only, self._only, self._in_part, self._in_part, self._otherwise))(plan, day)

    # --- what the press says of a cut ---

    def _only(self, plan: Loss, day: date) -> None:
        """Print a loss that happened, or a plan that may happen or be dropped."""
        plan.status = self.chance.choice(("planned", "planned", "happened"))
        self._print(plan, day)
        self._shares(plan, day)
        if plan.status == "planned" and self.chance.random() < 0.6:
            self._become(plan, self.chance.choice(("happened", "happened", "cancelled")), day)

    def _in_part(self, plan: Loss, day: date) -> None:
        """Print a plan, parts of it that happened, and perhaps that the rest was dropped or happened too."""
        self._print(plan, day)
        start = 0
        for number in range(1, self.chance.choice((2, 2, 3))):
            amount = plan.number * self.chance.randint(10, 45) // 100
            if amount:
                pieces = (Piece(plan.cut, start, start + amount),)
                part = replace(plan, key=f"{plan.key}p{number}", number=amount, pieces=pieces, whole=plan.key)
                part = replace(part, status="happened", became="", date=None)
                part.basis = self.chance.choice((plan.basis, plan.basis, "federation"))
                self._print(part, day + timedelta(days=self.chance.randint(40, 500)))
            start += amount
        if self.chance.random() < 0.3:
            self._become(plan, self.chance.choice(("happened", "cancelled")), day + timedelta(days=500))

    def _otherwise(self, plan: Loss, day: date) -> None:
        """Print a plan, and that it happened with another figure."""
        self._print(plan, day)
        amount = max(1, plan.number * self.chance.choice((50, 80, 110, 140)) // 100)
        newer = replace(plan, key=f"{plan.key}v2", number=amount, pieces=(Piece(plan.cut, 0, amount),), older=plan.key)
        newer.status, newer.date = self.chance.choice(("happened", "happened", "planned")), None
        self._print(newer, day + timedelta(days=self.chance.randint(60, 600)))

    def _shares(self, plan: Loss, day: date) -> None:
        """Print how many of the jobs of several companies are those of each."""
        companies, start = sorted(plan.scope.companies or ()), 0
        for company in companies if len(companies) > 1 else []:
            amount = plan.number // (len(companies) + 1)
            scope = replace(plan.scope, companies=frozenset([company]))
            pieces = (Piece(plan.cut, start, start + amount),)
            share = replace(plan, key=f"{plan.key}-{company}", scope=scope, number=amount, pieces=pieces)
            self._print(replace(share, whole=plan.key, date=None), day)
            start += amount

    def _become(self, plan: Loss, status: str, day: date) -> None:
        """Print that a plan happened, or was dropped."""
        plan.became = status
        published = min(LAST_DAY, day + timedelta(days=self.chance.randint(30, 400)))
        as_of = print_day(self.chance, published - timedelta(days=10), published)
        self.reporting.article(published).items.append(Developed(f"{plan.key}-became", plan.key, status, as_of))

    def _print(self, loss: Loss, day: date) -> None:
        """Print a loss; now and then again, or with a wrong figure."""
        loss.figure = print_figure(self.chance, loss.number)
        loss.date = self._date(loss, day)
        self.reporting.article(min(day, LAST_DAY)).items.append(loss)
        later = min(LAST_DAY, day + timedelta(days=self.chance.randint(2, 60)))
        if later <= day:
            return
        if self.chance.random() < 0.1:
            self.reporting.article(later).items.append(Repeated(loss.key))
        elif self.chance.random() < 0.12 and not loss.whole:
            number = max(1, loss.number * self.chance.choice((60, 130, 200)) // 100)
            wrong = replace(loss, key=f"{loss.key}w", number=number, pieces=(), wrong_of=loss.key, older="", became="")
            wrong.figure = print_figure(self.chance, number)
            self.reporting.article(later).items.append(wrong)

    def _date(self, loss: Loss, day: date) -> Printed | None:
        """Return when the jobs went or are to go, as printed."""
        if self.chance.random() < 0.15:
            return None
        if loss.status == "happened":
            return print_day(self.chance, day, day)
        end = last_day(min(MONTHS - 1, (day.year - 2008) * 12 + day.month + self.chance.randint(0, 20)))
        return self.chance.choice((exact(end), month(end), year(end.year)))
