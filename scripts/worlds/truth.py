"""What is true in a world: places, companies, sites, who runs them and how many work there, month by month."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from scripts.worlds.months import MONTHS

# What is counted where, by measure: the name of a site's row of months.
LEVELS = {"jobs": "staff", "headcount": "staff", "seats": "seats"}
FLOWS = {"hires": "hired", "trainees": "trained"}
# The rows of people, and of the jobs created, by whose jobs a figure counts; an employer's own where nothing is said.
PEOPLE = {"direct": "staff", "unstated": "staff", "indirect": "indirect", "both": "all"}
CREATED = {"staff": "created", "indirect": "indirect_created", "all": "all_created"}


def row_of(measure: str, directness: str) -> str:
    """Return the row of a measure that is a level."""
    row = LEVELS[measure]
    return PEOPLE[directness] if row == "staff" else row


@dataclass(frozen=True)
class Place:
    """A country, a place in one, or an area around several; a country is a place whose key is its code."""

    key: str
    kind: str
    country: str
    parent: str | None

    @property
    def large(self) -> bool:
        """Return whether it is a country or an area: totals take both for countries."""
        return self.kind in ("country", "area")


@dataclass
class Company:
    """A company under its names.

    Attributes:
        names: since which month it bears which slug.
        since: the month in which it came into being.
        until: the month in which it went into another one; the end of the world where it didn't.
    """

    key: str
    names: list[tuple[int, str]]
    since: int = 0
    until: int = MONTHS

    def name(self, month: int) -> str:
        """Return its slug in a month."""
        return [slug for since, slug in self.names if since <= month][-1]

    @property
    def slugs(self) -> list[str]:
        """Return all its slugs."""
        return [slug for _, slug in self.names]


@dataclass(frozen=True)
class Hold:
    """That a company runs a site from a month on; how is ``start``, ``takeover`` or ``sale``."""

    month: int
    company: str
    how: str


@dataclass
class Site:
    """A centre: who runs it, and how many are there in each month.

    Attributes:
        opened: the month in which it opened; None where it never does.
        sectors: which figures of a sector count it; one site may be in several.
        printed_opened: when it opened, or is to open, as the first article has it that mentions it.
        staff: people who work there.
        hired: people who were taken on at the beginning of the month, whether or not others left.
        created: by how many jobs it grew at the beginning of the month, moved people left out.
        seats: workstations.
        trained: people who began a training there at the beginning of the month.
        training: people in training.
        indirect: people who have work elsewhere by it; ``all`` has both, and the rest how many jobs were created.
    """

    key: str
    place: str
    holds: list[Hold]
    opened: int | None
    closed: int = MONTHS
    printed_opened: str = ""
    sectors: frozenset[str] = frozenset()
    staff: list[int] = field(default_factory=list)
    hired: list[int] = field(default_factory=list)
    created: list[int] = field(default_factory=list)
    seats: list[int] = field(default_factory=list)
    trained: list[int] = field(default_factory=list)
    training: list[int] = field(default_factory=list)
    indirect: list[int] = field(default_factory=list)
    all: list[int] = field(default_factory=list)
    indirect_created: list[int] = field(default_factory=list)
    all_created: list[int] = field(default_factory=list)

    @cached_property
    def holders(self) -> list[str]:
        """Return who runs it, by month."""
        return [[hold.company for hold in self.holds if hold.month <= month][-1] for month in range(MONTHS)]

    @cached_property
    def lineages(self) -> list[frozenset[str]]:
        """Return by month who runs it, with those whom that company followed there; a buyer follows nobody."""
        return [self._lineage(month) for month in range(MONTHS)]

    def _lineage(self, month: int) -> frozenset[str]:
        line: frozenset[str] = frozenset()
        for hold in self.holds:
            if hold.month <= month:
                line = line | {hold.company} if hold.how == "takeover" else frozenset([hold.company])
        return line


@dataclass(frozen=True)
class Scope:
    """Whom and where a figure is about.

    Attributes:
        companies: the employers; None for all that there are.
        place: the key of a place or country.
        site: the key of a site, where the figure is about that one.
        sector: which of all companies count; None for all that there are, and beside those that are named.
    """

    companies: frozenset[str] | None
    place: str
    site: str | None = None
    sector: str | None = None


@dataclass(frozen=True)
class Succession:
    """That a company bears another name, or goes into another company, from a month on; ``after`` are slugs too."""

    key: str
    kind: str
    month: int
    before: str
    after: str


@dataclass
class World:
    """All that is true; ``places``, ``companies`` and ``sites`` by key."""

    places: dict[str, Place] = field(default_factory=dict)
    companies: dict[str, Company] = field(default_factory=dict)
    sites: dict[str, Site] = field(default_factory=dict)
    successions: list[Succession] = field(default_factory=list)

    def around(self, place: str) -> Iterator[str]:
        """Yield a place and all around it, its country and the area around that last."""
        here: str | None = place
        while here:
            yield here
            here = self.places[here].parent

    def within(self, place: str, outer: str) -> bool:
        """Return whether a place is another one or lies in it."""
        return outer in self.around(place)

    def nested(self, one: Scope, other: Scope) -> bool:
        """Return whether one of two scopes contains the other, whoever they are about."""
        return self._inside(one, other) or self._inside(other, one)

    def _inside(self, inner: Scope, outer: Scope) -> bool:
        if outer.site:
            return inner.site == outer.site
        return self.within(inner.place, outer.place)

    def sites_in(self, scope: Scope) -> Iterator[Site]:
        """Yield the sites of a scope, whoever runs them."""
        for site in self.sites.values():
            here = site.key == scope.site or (not scope.site and self.within(site.place, scope.place))
            if here and (not scope.sector or scope.sector in site.sectors):
                yield site

    def held(self, scope: Scope, row: str, month: int) -> int:
        """Return how many there are in a month at the sites that the companies run then."""
        return sum(
            getattr(site, row)[month]
            for site in self.sites_in(scope)
            if scope.companies is None or site.holders[month] in scope.companies
        )

    def kept(self, scope: Scope, row: str, months: Iterable[int]) -> list[int]:
        """Return by month how many there are at the sites that the companies, or who followed them there, run then."""
        sites = list(self.sites_in(scope))
        return [
            sum(
                getattr(site, row)[month]
                for site in sites
                if scope.companies is None or scope.companies & site.lineages[month]
            )
            for month in months
        ]
