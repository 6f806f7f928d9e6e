"""Things that are alike, without comparing all pairs, and told once a group.

A thousand alike claims make half a million pairs; told pair by pair, as many findings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from ocdb.curation.corpus import Corpus
from ocdb.curation.entry import Entry
from ocdb.rules.groups import linked
from ocdb.words.figures import number
from ocdb.words.language import _

NAMED = 5
# Each is compared with so many neighbours: that is all of them, but where an operator has more in one country.
WINDOW = 100

Thing = TypeVar("Thing")


def neighbours(ordered: Sequence[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Yield the pairs of things that stand near each other, in an order in which what may be alike is near."""
    for place, one in enumerate(ordered):
        for other in ordered[max(0, place - WINDOW) : place]:
            yield other, one


def groups(corpus: Corpus, pairs: Iterable[tuple[Entry, Entry]]) -> Iterator[tuple[Entry, Entry, str]]:
    """Yield each group: one of it that was asked about, an earlier one that it is like, and in words all others.

    Args:
        corpus: where they stand.
        pairs: things that are like an earlier one, with that, in the order of the corpus.
    """
    found = list(pairs)
    heads = {key: group[0] for group in linked((one.record.id, two.record.id) for one, two in found) for key in group}
    gathered: dict[str, list[tuple[Entry, Entry]]] = defaultdict(list)
    for pair in found:
        gathered[heads[pair[0].record.id]].append(pair)
    for group in gathered.values():
        told, first = next((pair for pair in group if corpus.asked(pair[0])), group[0])
        slugs = dict.fromkeys(entry.record.id for pair in group for entry in pair)
        yield told, first, _others([slug for slug in slugs if slug not in (told.record.id, first.record.id)])


def _others(slugs: list[str]) -> str:
    """Return what a message adds for further ones that are alike: ``; also a, b, and 12 more``."""
    if not slugs:
        return ""
    more = [_("and {count} more").format(count=number(len(slugs) - NAMED))] if len(slugs) > NAMED else []
    return _("; also {slugs}").format(slugs=", ".join([*slugs[:NAMED], *more]))
