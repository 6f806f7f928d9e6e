"""Reads and shapes files in their order, on all cores where there are many."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from ocdb.curation.document import Document
from ocdb.curation.progress import Progress
from ocdb.curation.reading import is_lines, parse, placed, read_lines, read_text
from ocdb.curation.shaping import Shaped, shape
from ocdb.curation.workers import MANY, cores, read_all
from ocdb.words.language import Language, language


class Reading:
    """The reading of some files.

    Args:
        count: how many they are.
        progress: is told how many were read.
        processes: how many read; by default as many as there are cores, where there are many files.
    """

    def __init__(self, count: int, progress: Progress, processes: int | None) -> None:
        self.count, self.progress, self.done = count, progress, 0
        self.processes = processes or (cores() if count >= MANY else 1)

    def shaped(self, paths: Iterable[Path]) -> Iterator[Shaped]:
        """Yield files in their order, shaped; of JSON lines each line.

        Raises:
            FixtureError: a process that reads ended before its work was done.
        """
        for lines, group in groupby(paths, is_lines):
            files = list(group)
            if lines:
                for path in files:
                    yield from map(shape, read_lines(path))
                    self._read()
            elif self.processes > 1:
                for document in read_all([(path, str(path)) for path in files], self.processes):
                    yield shape(document)
                    self._read()
            else:
                for path in files:
                    yield read_once(path)
                    self._read()

    def _read(self) -> None:
        self.done += 1
        self.progress("files", self.done, self.count)


def read_once(path: Path) -> Shaped:
    """Return a file, shaped; one run reads the seeds several times, for what is checked and for what stands around."""
    document = Document(str(path))
    text = read_text(path, document)
    return shape(document) if text is None else _shaped(path, text, language())


@lru_cache(maxsize=1024)
def _shaped(path: Path, text: str, _spoken: Language) -> Shaped:
    return shape(placed(parse(text, Document(str(path))), path))
