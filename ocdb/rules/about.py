"""Whom and where figures are about, and how those that name no employer relate to each other (docs/ledger.md)."""

from dataclasses import dataclass

from ocdb.rules.reasons import Reason


@dataclass(frozen=True)
class About:
    """Whom and where a pledge or a report is about.

    Attributes:
        operators: the employers, each under one slug for all its names; empty where none is named.
        unnamed: how many further employers the source counts.
        sector: what it counts where it names no employer, a code of the list sector; None where no source says.
        country: its code.
        place: the closest place known, or None where only the country is.
        places: that place with every place around it.
        site: the site, where the source ties it to one.
        park: whether that place is a park: what names no employer there counts all of its firms.
    """

    operators: frozenset[str]
    country: str
    place: str | None = None
    places: frozenset[str] = frozenset()
    site: str | None = None
    unnamed: int = 0
    sector: str | None = None
    park: bool = False

    def holds(self, other: "About") -> bool:
        """Return whether all of another's place lies in this one's."""
        if self.site:
            return other.site == self.site
        return self.place in other.places if self.place else self.country == other.country


def contains(other: About, promise: About) -> bool:
    """Return whether all of a promise's place lies in another one, apart from sites."""
    return other.place in promise.places if other.place else other.country == promise.country


def unnamed_relation(promise: About, other: About) -> str | None:
    """Return how a figure relates to a target that names no employer: ``same``, ``part``, ``more``, or None.

    Sectors are compared only with themselves: what belongs to one is contested, so none is known to hold another. Of a
    park a figure of no sector counts all firms, of which each sector and each employer is a part; of a city, a region
    or a country nobody knows what such a figure counts. Nor does anybody know to which sectors a single employer
    belongs.
    """
    if other.operators:
        return "part" if promise.park and not promise.sector and promise.holds(other) else None
    compared = _compared(promise, other)
    if not compared:
        return None
    if other.place == promise.place and other.country == promise.country and not other.site:
        return compared
    if compared != "more" and promise.holds(other):
        return "part"
    return "more" if compared != "part" and not other.site and contains(other, promise) else None


def _compared(promise: About, other: About) -> str | None:
    """Return how what one figure without employers counts relates to what another does, were they of one place."""
    if promise.sector == other.sector:
        return "same" if promise.sector or (promise.park and other.park) else None
    if not promise.sector:
        return "part" if promise.park else None
    return "more" if other.park and not other.sector else None


def why_unlike(promise: About, other: About) -> Reason:
    """Return why two figures can't be compared: they count different sectors, or are about something else."""
    if promise.operators or other.operators or (promise.sector and promise.sector == other.sector):
        return Reason("about_something_else")
    return Reason.of("other_sector", counted=other.sector, promised=promise.sector)


def one_of_all(promise: About, other: About) -> bool:
    """Return whether a part of a target is one sector of all firms of the same place."""
    return other.sector != promise.sector and other.place == promise.place and not other.site


def apart(one: About, other: About) -> bool:
    """Return whether two reports certainly count different people: of other employers, or at other places."""
    if one.operators and other.operators and one.operators.isdisjoint(other.operators):
        return True
    if one.site and other.site:
        return one.site != other.site
    return not (one.holds(other) or other.holds(one))
