"""What a check finds: a value with its place in a file, never an exception."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in one place of one file; they sort by file and line.

    Attributes:
        file: the file as the user named it.
        line: from 1.
        column: from 1.
        field: the path of the field in the file, as in ``pledges[2].due``; empty for the whole file.
        message: what is wrong.
        remedy: what to do.
    """

    file: str
    line: int
    column: int
    field: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """Return the problem in a line: place, field, what is wrong, what to do."""
        field = f"{self.field}: " if self.field else ""
        return f"{self.file}:{self.line}:{self.column}: {field}{self.message}. {self.remedy}"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a remedy that names the known words nearest to a mistyped one."""
    close = get_close_matches(word, list(known), n=3, cutoff=0.6)
    return f"Did you mean {' or '.join(close)}?" if close else ""
