"""Components: what pledges hang together, so that no rule of totals reaches from one group into another."""

from collections.abc import Iterable, Iterator, Sequence

from ocdb.rules.groups import linked
from ocdb.rules.people import region, spot, whose
from ocdb.rules.promises import Pledge


def components(pledges: Sequence[Pledge], ties: Iterable[tuple[str, str]] = ()) -> list[list[str]]:
    """Return the slugs of the pledges that hang together, each group sorted, in the order of their first members.

    Pledges hang together that are linked, in either direction, and those that may tell of the same people. Whatever
    the scope, what counts of a component follows from its own pledges, and a total is the sum of its components. A
    component may be larger than it needs to be: of two levels at different sites neither has a say in the other.

    Args:
        pledges: all pledges; a link to what isn't among them leads nowhere.
        ties: what else ties pledges to each other: pairs of a slug and any text with a space, which no slug has.
    """
    known = {pledge.id for pledge in pledges}
    groups = linked([*_links(pledges, known), *_shared_people(pledges), *ties])
    return sorted(group for some in groups if (group := [key for key in some if key in known]))


def _links(pledges: Iterable[Pledge], known: set[str]) -> Iterator[tuple[str, str]]:
    for pledge in pledges:
        yield pledge.id, pledge.id
        for other in (*pledge.part_of, *pledge.revises, *pledge.renews, *pledge.conflicts_with):
            if other in known:
                yield pledge.id, other


def _shared_people(pledges: Sequence[Pledge]) -> Iterator[tuple[str, str]]:
    """Yield each pledge with the spots of others with which it may share people: one of the two is a level.

    So the spot of one lies in the region of the other (ocdb.rules.people.same_people), and a pledge is tied to a spot
    where a level stands, or, as a level, to one where anything does.
    """
    levels = [pledge for pledge in pledges if pledge.level]
    any_at = {(line, spot(pledge)) for pledge in pledges for line in whose(pledge)}
    level_at = {(line, spot(pledge)) for pledge in levels for line in whose(pledge)}
    level_around = {(line, place) for pledge in levels for line in whose(pledge) for place in region(pledge)}
    for pledge in pledges:
        for line in whose(pledge):
            for place in region(pledge):
                if (line, place) in level_at:
                    yield pledge.id, f"{line} {place} level"
                if pledge.level and (line, place) in any_at:
                    yield pledge.id, f"{line} {place} any"
            if (line, spot(pledge)) in level_around:
                yield pledge.id, f"{line} {spot(pledge)} any"
