"""What hangs together: the groups of things that are linked with each other, directly or through others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping


def linked(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the groups, in the order of their first members, each sorted; the direction of a link doesn't matter.

    A thing that is linked with itself alone is a group of its own.
    """
    neighbours: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        neighbours[one].add(other)
        neighbours[other].add(one)
    found: dict[str, list[str]] = {}
    for key in sorted(neighbours):
        if key not in found:
            group = _reached(key, neighbours)
            found |= dict.fromkeys(group, group)
    return [group for key, group in found.items() if key == group[0]]


def _reached(start: str, neighbours: Mapping[str, set[str]]) -> list[str]:
    """Return all that is reached from a start, itself included, sorted."""
    found, waiting = {start}, [start]
    while waiting:
        new = neighbours[waiting.pop()] - found
        found |= new
        waiting += new
    return sorted(found)
