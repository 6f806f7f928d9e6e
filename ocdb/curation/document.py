"""A file of records as it was read, and where its values stand in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ocdb.curation.problems import Path_, Problem, dotted, shortened

Places = Callable[[], Mapping[Path_, tuple[int, int]]]


def _nowhere() -> dict[Path_, tuple[int, int]]:
    return {}


@dataclass(slots=True)
class Document:
    """A file as read, or a line of JSON lines: its data, and what is wrong in it.

    Attributes:
        file: what messages call it.
        data: what it holds; None where that can't be read.
        problems: what is wrong so far.
        slugs: those that a file seems to give whose data can't be read; what refers to them isn't wrong for that.
        source: the slug of its source; None where it has none, and empty where that has no slug.
        line: where it begins, as one of JSON lines does.
        places: makes line and column of each value and key. Few are asked for, and all would take more than the data.
    """

    file: str
    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    slugs: frozenset[str] = frozenset()
    source: str | None = None
    line: int = 1
    places: Places = field(default=_nowhere, repr=False, compare=False)

    def place(self, path: Path_) -> tuple[int, int]:
        """Return line and column of a value, or of the nearest value around it."""
        marks = self.places()
        known = next((path[:n] for n in range(len(path), 0, -1) if path[:n] in marks), ())
        return marks.get(known, (self.line, 1))

    def problem(self, path: Path_, message: str, remedy: str, code: str = "wrong-value") -> Problem:
        """Return a problem at the place of a value, or of the nearest value around it."""
        line, column = self.place(path)
        return Problem(self.file, line, column, shortened(dotted(path)), shortened(message), remedy, code)
