"""A small tree of ocdb with data of its own: the real seeds, a real fixture file, and the files that it refers to.

In it lie ``seeds/`` and ``fixtures/`` beside a link to the package, so that the real commands take them for the data
that travel with ocdb. All files together would make each of 20,000 trials ten times as long.
"""

import random
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from ocdb.curation.corpus import Corpus, gather
from ocdb.curation.entry import Entry
from ocdb.curation.fields import Ref
from ocdb.curation.mentions import references
from ocdb.curation.reading import files, read
from ocdb.intake.writing import dump
from scripts.fuzzing.damage import damage_bytes, damage_text
from scripts.fuzzing.places import BLOCK, ROOT
from scripts.fuzzing.reshape import Pool, pool, reshape, written

# So many fixture files stand beside a register.
USERS = 4
# Any record may mention any code.
CODES = "seeds/codes.yaml"
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Case:
    """One mutated file; seed and number alone decide about it, as long as the real files stay as they are."""

    number: int
    file: str
    content: bytes
    mutation: str


@dataclass
class Worlds:
    """The real files, and the tree in which one of them at a time is put with what it needs."""

    home: Path
    seed: int
    root: Path = ROOT
    current: str = ""
    _known: Pool = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the real files, and find out which need which."""
        self.files = [path for name in ("seeds", "fixtures") for path in files(self.root / name)]
        self.documents = {self._name(path): read(path) for path in self.files}
        corpus = gather([self.root / "seeds", self.root / "fixtures"])
        self.needs = _needs(corpus, self._name)
        self._known = pool([document.data for document in self.documents.values() if document.data])
        self.bases = sorted(name for name, document in self.documents.items() if document.data)
        random.Random(self.seed).shuffle(self.bases)  # noqa: S311  no secret

    def _name(self, path: Path | str) -> str:
        return Path(path).relative_to(self.root).as_posix()

    def base(self, number: int) -> str:
        """Return the file that a trial mutates."""
        return self.bases[number // BLOCK % len(self.bases)]

    def enter(self, base: str) -> None:
        """Put a file with all that it refers to into the tree as they are, and of the registers what they mention."""
        whole = {name: (self.root / name).read_text("utf-8") for name in {base, *self._around(base), CODES}}
        for name in ("seeds", "fixtures"):
            shutil.rmtree(self.home / name, ignore_errors=True)
        for name, text in (whole | dict(self._registers(whole))).items():
            target = self.home / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        self.current = base

    def _registers(self, whole: dict[str, str]) -> Iterator[tuple[str, str]]:
        """Yield the other registers, cut to the records whose slugs stand in some texts or in a record that is kept."""
        words = set(_WORD.findall(" ".join(whole.values())))
        waiting = {
            (name, key, record["id"]): record
            for name, document in self.documents.items()
            if name.startswith("seeds/") and name not in whole
            for key, records in document.data.items()
            for record in records
        }
        kept: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        while found := {place for place in waiting if place[2] in words}:
            for name, key, slug in sorted(found):
                record = waiting.pop((name, key, slug))
                kept[name][key].append(record)
                words |= set(_WORD.findall(repr(record)))
        yield from ((name, dump(keys)) for name, keys in kept.items())

    def _around(self, base: str) -> set[str]:
        """Return the fixture files that a file, or what it needs, refers to; for a register some that refer to it."""
        fixtures = sorted(name for name in self.bases if name.startswith("fixtures/"))
        chosen = random.Random(base).sample(fixtures, USERS) if base not in fixtures else []  # noqa: S311  no secret
        found = {base, *chosen}
        waiting = sorted(found)
        while waiting:
            new = self.needs[waiting.pop()] - found
            found |= new
            waiting += sorted(new)
        return found

    def case(self, number: int) -> Case:
        """Return a trial: which file, what it is made into, and how."""
        luck = random.Random(f"{self.seed} {number}")  # noqa: S311  no secret
        base = self.base(number)
        content = (self.root / base).read_bytes()
        rounds = luck.choice((1, 1, 1, 1, 1, 2, 4))
        level = luck.choices(("values", "text", "bytes", "values and text"), (58, 24, 11, 7))[0]
        if level.startswith("values"):
            data = self.documents[base].data
            for _ in range(rounds):
                data = reshape(data, self._known, luck)
            content = written(data, luck)
        if level.endswith("text"):
            text = content.decode("utf-8", "surrogatepass")
            for _ in range(rounds):
                text = damage_text(text, luck)
            content = text.encode("utf-8", "surrogatepass")
        for _ in range(rounds if level == "bytes" else 0):
            content = damage_bytes(content, luck)
        return Case(number, base, content, level)


def _needs(corpus: Corpus, name: Any) -> dict[str, set[str]]:
    """Return for each file the fixture files whose records it mentions."""
    homes: dict[str, set[str]] = defaultdict(set)
    for entry in _all(corpus):
        if hasattr(entry.record, "id"):
            homes[entry.record.id].add(name(entry.document.file))
    found: dict[str, set[str]] = defaultdict(set)
    for entry in _all(corpus):
        here = name(entry.document.file)
        for _, mark, word in references(entry.record):
            if isinstance(mark, Ref):
                found[here] |= {file for file in homes[word] if file.startswith("fixtures/")}
    return found


def _all(corpus: Corpus) -> list[Entry]:
    return [*chain(*(entries.values() for entries in corpus.entries.values())), *corpus.citations]
