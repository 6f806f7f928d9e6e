"""Notes of each file what others may ask of it: slugs, mentions, links, and what its claims share with others."""

from collections.abc import Iterable, Iterator
from json import dumps
from typing import Any

from ocdb.curation.checks import figures, likeness
from ocdb.curation.checks.names import NAMED, spellings
from ocdb.curation.corpus import CLAIMS, COUNTED, Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.fields import Ref
from ocdb.curation.mentions import references
from ocdb.recall.listing import Listing
from ocdb.recall.memory import Memory, number_of

LINKS = ("part_of", "revises", "conflicts_with", "contains")
# What stands for a source whose file gave way to another one with the same source.
LEFT_OUT = "left out"


def note_all(memory: Memory, corpus: Corpus, files: Listing) -> None:
    """Note all files of a corpus.

    Args:
        memory: where to.
        corpus: the records of the files and of those around them; nothing is wrong with their shapes.
        files: the files about which somebody asked, as they were before they were read.
    """
    memory.clear()
    numbers: dict[str, int] = {}
    for name in [*files, *sorted(corpus.around)]:
        numbers.setdefault(name, len(numbers) + 1)
    digests = {name: seen.digest for name, seen in files.items()}
    named = [(number, name, digests.get(name), name in corpus.around) for name, number in numbers.items()]
    memory.add("file", named)
    Noting(memory, corpus, numbers).note(corpus.everything())
    given_way = [(numbers[twin.document.file], twin.kind, twin.record.id) for twin, _entry in corpus.replaced]
    given_way += [(0, LEFT_OUT, slug) for slug in corpus.left_out]
    memory.add("record", [(None, file, None, kind, slug, 0, True) for file, kind, slug in given_way])


class Noting:
    """Notes records.

    Args:
        memory: where to.
        corpus: what they refer to.
        numbers: the numbers of their files.
    """

    def __init__(self, memory: Memory, corpus: Corpus, numbers: dict[str, int]) -> None:
        self.memory, self.corpus, self.numbers = memory, corpus, numbers

    def note(self, entries: Iterable[Entry]) -> None:
        """Note some records."""
        ((first,),) = self.memory.rows("SELECT coalesce(max(id), 0) + 1 FROM record")
        found: dict[str, list[tuple[Any, ...]]] = {"record": [], "tie": [], "link": [], "spelling": []}
        mentions: dict[tuple[str, int, bool], None] = {}
        for number, entry in enumerate(entries, first):
            file, slug = self.numbers[entry.document.file], entry.record.value("id")
            digest = 0 if entry.kind in CLAIMS else number_of(entry.record)
            found["record"].append((number, file, dumps(entry.path), entry.kind, slug, digest, False))
            found["tie"] += [(key, sort, number, file) for sort, key in ties(self.corpus, entry)]
            found["link"] += [(slug, other, file) for other in links(entry)]
            if entry.kind in NAMED:
                found["spelling"] += [(name, entry.kind, slug, file) for name in spellings(entry.record)]
            cites = entry.kind == "citation"
            mentions |= dict.fromkeys((word, file, cites) for word in mentioned(entry))
        for table, rows in found.items():
            self.memory.add(table, rows)
        self.memory.add("mention", mentions)


def mentioned(entry: Entry) -> Iterator[str]:
    """Yield the slugs that a record names."""
    yield from (word for _path, _mark, word in references(entry.record, Ref))
    for name in ("syndicated_from", "successor"):
        if slug := entry.record.value(name):
            yield slug


def links(entry: Entry) -> Iterator[str]:
    """Yield the claims that a claim is linked with, as far as it says so itself."""
    for name in LINKS if entry.kind in CLAIMS else ():
        others = entry.record.value(name) or ()
        yield from [others] if isinstance(others, str) else others


def ties(corpus: Corpus, entry: Entry) -> set[tuple[str, int]]:
    """Return what a record has in common with others that it must be looked at with: the sort of tie, and a number."""
    found = {("like", number_of(("like", box))) for box in likeness.boxes(corpus, entry)}
    found |= {("near", number_of(("near", place))) for place in figures.neighbourhoods(corpus, entry)}
    return found | {(key[0], number_of(key)) for key in _ties(entry)}


def _ties(entry: Entry) -> Iterator[tuple[str, str]]:
    record = entry.record
    if entry.kind in CLAIMS:
        yield from (("contests", slug) for slug in record.conflicts_with)
    if entry.kind in COUNTED:
        yield from (("contains", slug) for slug in record.contains)
    if entry.kind == "pledge":
        yield from (("revises", slug) for slug in record.revises)
    elif entry.kind == "position":
        yield "held by", record.official
    elif entry.kind == "citation":
        yield "cites", record.claim
        if record.stance == "contradicts":
            yield "contests", record.claim
    elif entry.kind == "source" and record.sha256:
        yield "text", record.sha256
