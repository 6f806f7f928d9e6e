"""Things that are alike, told once a group: a thousand of them make one finding, not half a million."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ocdb.curation.corpus import Corpus, Entry

NAMED = 5


def groups(corpus: Corpus, pairs: Iterable[tuple[Entry, Entry]]) -> Iterator[tuple[Entry, Entry, str]]:
    """Yield each group: one of it that was asked about, the earlier one that it is like, and in words all others.

    Args:
        corpus: where they stand.
        pairs: each thing that is like an earlier one, with that, once and in the order of the corpus.
    """
    heads: dict[str, str] = {}
    found: dict[str, list[tuple[Entry, Entry]]] = defaultdict(list)
    for later, first in pairs:
        head = heads.get(first.record.id, first.record.id)
        heads[later.record.id] = head
        found[head].append((later, first))
    for group in found.values():
        told, first = next((pair for pair in group if corpus.asked(pair[0])), group[0])
        yield told, first, _others([one.record.id for one, _ in group if one not in (told, first)])


def _others(slugs: list[str]) -> str:
    """Return what a message adds for further ones that are alike: ``; so do a, b and 12 more``."""
    if not slugs:
        return ""
    more = f" and {len(slugs) - NAMED} more" if len(slugs) > NAMED else ""
    return f"; so do{'es' if len(slugs) == 1 else ''} {', '.join(slugs[:NAMED])}{more}"
