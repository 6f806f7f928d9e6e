"""All records of some directories together, each with the file and line that it came from."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from ocdb.curation import records
from ocdb.curation.entry import Entry
from ocdb.curation.problems import Problem
from ocdb.curation.progress import Progress, unseen
from ocdb.curation.reading import find
from ocdb.curation.reading_all import Reading
from ocdb.curation.shaping import Shaped
from ocdb.memory import paused
from ocdb.text import fold
from ocdb.words.language import _

PARTIES = ("operator", "institution", "official")
CLAIMS = tuple(records.kind_of(shape) for shape in records.CLAIMS.values())
# What is added up so that no job counts twice: whole and parts, versions and conflicts are linked.
COUNTED = ("pledge", "loss")
# What a reference may mean by one word: any kind of party, any kind of claim.
FAMILIES = {"party": PARTIES, "claim": CLAIMS}


_FAMILY = {kind: family for family in FAMILIES.values() for kind in family}
_NONE: dict[str, Entry] = {}


@dataclass
class Corpus:
    """The records of all files by kind and key, code lists by name, and what is wrong so far.

    Attributes:
        broken: the slugs of records whose shape is wrong; what refers to them isn't wrong for that.
        beside: the directories that give way: what was named replaces what they say.
        around: their files.
        silent: whether nobody asked what is wrong in these.
        replaced: each record that gave way, with the one that took its place.
        left_out: the slugs of the sources whose files gave way as a whole.
    """

    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    citations: list[Entry] = field(default_factory=list)
    codes: dict[str, dict[str, Entry]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    beside: Sequence[Path] = ()
    around: set[str] = field(default_factory=set)
    silent: bool = True
    replaced: list[tuple[Entry, Entry]] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)

    def of(self, *kinds: str) -> Iterator[Entry]:
        """Yield the entries of some kinds, in the order of files and lines."""
        for kind in kinds:
            yield from self.entries.get(kind, {}).values()

    def find(self, kinds: Iterable[str], key: str) -> Entry | None:
        """Return the entry of one of the kinds with a key, or None."""
        for kind in kinds:
            found = self.entries.get(kind, _NONE).get(key)
            if found:
                return found
        return None

    def holding(self, entries: dict[str, dict[str, Entry]]) -> "Corpus":
        """Return the same with other entries."""
        return replace(self, entries=entries)

    def everything(self) -> Iterator[Entry]:
        """Yield all entries, the further citations last."""
        return chain(*(entries.values() for entries in self.entries.values()), self.citations)

    def bearing(self, kinds: Sequence[str]) -> Mapping[str, Any]:
        """Return the slugs that records of some kinds bear."""
        found = [self.entries.get(kind, _NONE) for kind in kinds]
        return found[0] if len(found) == 1 else {key: None for one in found for key in one}

    def whole(self, _group: object) -> bool:
        """Return whether all claims of a group are here, as they are where all files were read."""
        return True

    # --- what other files say of a record ---

    @cached_property
    def living(self) -> AbstractSet[str]:
        """The slugs that are in use, those of retired ones left out."""
        return {key for kind, entries in self.entries.items() if kind != "retired" for key in entries}

    @cached_property
    def citing(self) -> Mapping[str, list[Entry]]:
        """The further citations of claims, by the slug of the claim."""
        found: dict[str, list[Entry]] = {}
        for entry in self.citations:
            found.setdefault(entry.record.claim, []).append(entry)
        return found

    @cached_property
    def positions(self) -> Mapping[str, list[Entry]]:
        """The positions of officials, by the slug of the official."""
        found: dict[str, list[Entry]] = {}
        for entry in self.of("position"):
            found.setdefault(entry.record.official, []).append(entry)
        return found

    @cached_property
    def publishers(self) -> Mapping[str, Entry]:
        """The publishers of the register by their spellings, folded."""
        spelled = ((name, one) for one in self.of("publisher") for name in (one.record.name, *one.record.names))
        return {fold(name): one for name, one in spelled}

    @cached_property
    def contested(self) -> AbstractSet[str]:
        """The slugs that claims say they are in conflict with, and those of claims that a source contradicts."""
        found = {key for entry in self.of(*CLAIMS) for key in entry.record.conflicts_with}
        return found | {entry.record.claim for entry in self.citations if entry.record.stance == "contradicts"}

    @cached_property
    def revised(self) -> AbstractSet[str]:
        """The slugs of the pledges of which there is a newer version."""
        return {key for entry in self.of("pledge") for key in entry.record.revises}

    def add(self, file: Shaped) -> None:
        """Add the records of a file, under their keys."""
        self.problems += file.problems
        self.broken |= file.broken
        for entry in file.entries:
            if entry.kind == "citation":
                self.citations.append(entry)
            else:
                self._add(entry)

    def _add(self, entry: Entry) -> None:
        key: str = entry.record.id
        twin = self.find(_FAMILY.get(entry.kind, (entry.kind,)), key)
        if twin and not self._gives_way(twin, entry):
            message = _("{slug} exists already, in {file}")
            message = message.format(slug=key, file=f"{twin.document.file}:{twin.line}")
            remedy = _("Choose another slug, or remove one of them.")
            self.problems.append(entry.problem(("id",), message, remedy, "duplicate-slug"))
            return
        if twin:
            self.replaced.append((twin, entry))
            del self.entries[twin.kind][key]  # what is named comes last: of two alike the later is told
        if entry.kind.startswith("code:"):
            self.codes.setdefault(entry.kind.removeprefix("code:"), {})[key] = entry
        self.entries.setdefault(entry.kind, {})[key] = entry

    def _gives_way(self, twin: Entry, entry: Entry) -> bool:
        """Return whether a record makes room: a register that is named replaces what stands around it."""
        files = twin.document.file, entry.document.file
        return files[0] in self.around and files[1] not in self.around and entry.document.source is None

    def join_parts(self) -> None:
        """Let pledges and losses be part of those that say so: a younger whole may contain an older file's."""
        for kind in COUNTED:
            counted = self.entries.get(kind, {})
            for whole in list(counted.values()):
                for key in whole.record.contains:
                    part = counted.get(key)
                    if part and whole.record.id not in part.record.part_of:
                        joined = part.record.model_copy(update={"part_of": [*part.record.part_of, whole.record.id]})
                        counted[key] = replace(part, record=joined)

    def asked(self, entry: Entry) -> bool:
        """Return whether somebody asked what is wrong in the file of an entry."""
        return self.tells(entry.document.file)

    def tells(self, file: str) -> bool:
        """Return whether somebody asked what is wrong in a file."""
        return not (self.silent and file in self.around)


def gather(
    directories: Iterable[Path],
    around: Sequence[Path] = (),
    *,
    silent: bool = True,
    progress: Progress = unseen,
    processes: int | None = None,
) -> Corpus:
    """Return all records of the files below some directories; problems of reading and shape are in it.

    Args:
        directories: directories or files, of YAML or of JSON lines.
        around: directories whose records stand beside them and give way to them: a source of theirs that is named too
            is left out with its file, and so is a record of a register.
        silent: whether the problems of what is around are left out.
        progress: is told how many files were read.
        processes: how many read; by default as many as there are cores, where there are many files.

    Raises:
        FixtureError: a process that reads ended before its work was done.
    """
    corpus = Corpus(beside=around, silent=silent)
    named = dict(_named(corpus, directories))
    beside: list[Path] = []
    for directory in around:
        paths, problems = find(directory)
        corpus.problems += problems
        corpus.around |= {problem.file for problem in problems}
        beside += [path for path in paths if os.path.realpath(path) not in named]
    with paused():
        reading = Reading(len(named) + len(beside), progress, processes)
        files = list(reading.shaped(named.values()))
        sources = set().union(*(file.sources for file in files))
        for file in reading.shaped(beside):
            if sources.isdisjoint(file.sources):
                corpus.around.add(file.document.file)
                corpus.add(file)
            else:
                corpus.left_out |= file.sources
        for file in files:
            corpus.add(file)
    corpus.join_parts()
    corpus.problems = [problem for problem in corpus.problems if corpus.tells(problem.file)]
    return corpus


def _named(corpus: Corpus, directories: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the files below some directories under their real paths, and note where there are none."""
    seen = set()
    for directory in directories:
        paths, problems = find(directory)
        corpus.problems += problems
        if not paths and not problems:
            message, remedy = _("there are no YAML files here"), _("Name a directory of fixtures.")
            corpus.problems.append(Problem(str(directory), 1, 1, "", message, remedy, "no-files"))
        for path in paths:
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield real, path
