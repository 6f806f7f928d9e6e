"""The scopes whose totals are stored: all, each country, each area with all in it, each place and operator."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from ocdb.rules.codes import CLOSED
from ocdb.rules.kinship import Kinship
from ocdb.rules.scope import Scope


class Placed(Protocol):
    """What is in scopes: a pledge or a loss."""

    @property
    def country(self) -> str: ...  # noqa: D102
    @property
    def places(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def operators(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def basis(self) -> str: ...  # noqa: D102


T = TypeVar("T", bound=Placed)
# What lies in each area: itself, countries and smaller areas.
Areas = Mapping[str, frozenset[str]]
# Between an area and a year, in a scope that is both: africa:2012.
IN_YEAR = ":"
# A kind, the key, the slugs under which it is asked for, and what concerns it.
Concerned = tuple[str, str | None, list[str | None], Sequence[T]]


def scopes(placed: Sequence[T], kinship: Kinship, areas: Areas) -> Iterator[Concerned[T]]:
    """Yield each common scope, the slugs under which it is asked for, and what concerns it.

    What is said of an area as a whole is a scope like a country; the area with all that lies in it is another one.
    """
    yield "all", None, [None], placed
    for area, there in sorted(areas.items()):
        if some := [one for one in placed if one.country in there]:
            yield "area", area, [area], some
    concerned: dict[tuple[str, str], list[T]] = defaultdict(list)
    for one in placed:
        concerned["country", one.country].append(one)
        for place in one.places:
            concerned["place", place].append(one)
        for operator in one.operators:
            concerned["operator", operator].append(one)
    for (kind, key), some in sorted(concerned.items(), key=lambda scope: scope[0]):
        names = sorted(kinship.same(key)) if kind == "operator" else [key]
        yield kind, key, [*names], some


def by_basis(placed: Iterable[T]) -> list[tuple[str, list[T]]]:
    """Return each basis with what is of it, sorted; figures of different bases are never added."""
    found: dict[str, list[T]] = defaultdict(list)
    for one in placed:
        found[one.basis].append(one)
    return sorted(found.items(), key=lambda basis: basis[0])


def bases_of(kind: str, placed: Iterable[T]) -> list[str]:
    """Return of which bases it is stored what stands behind the totals of a scope, sorted.

    Of the whole database that is each, so that nothing has to be gone through to say that there is nothing; of a place
    none: what is for the whole of an area around it is left out there too, and that no row of the place can know.
    """
    if kind == "place":
        return []
    return sorted(CLOSED["basis"] if kind == "all" else {one.basis for one in placed})


def scope_of(kind: str, key: str | None, basis: str, areas: Areas) -> Scope:
    """Return a common scope as the rule takes it; which year it is of, what concerns it says."""
    only = frozenset([key] if key else [])
    area = str(key).partition(IN_YEAR)[0] if kind in ("area", "area_year") else ""
    return Scope(
        operators=only if kind == "operator" else frozenset(),
        countries=areas[area] if area else only if kind == "country" else frozenset(),
        places=only if kind == "place" else frozenset(),
        basis=basis,
    )
