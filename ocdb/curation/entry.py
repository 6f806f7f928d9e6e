"""A record among others, and where it stands."""

from dataclasses import dataclass
from typing import Any

from ocdb.curation.document import Document
from ocdb.curation.problems import Path_, Problem
from ocdb.rules.codes import DRAFTING


@dataclass(slots=True, eq=False)
class Entry:
    """A record, and where it stands.

    Attributes:
        kind: the kind of record, as in ``pledge``; of a member of a code list ``code:`` and its name.
        record: the record.
        document: its file.
        path: its place in there.
        source: the slug of the source that states it; None in registers.
    """

    kind: str
    record: Any
    document: Document
    path: Path_
    source: str | None = None

    def problem(self, path: Path_, message: str, remedy: str, code: str = "wrong-value") -> Problem:
        """Return a problem at a field of the record."""
        return self.document.problem((*self.path, *path), message, remedy, code)

    @property
    def unconfirmed(self) -> bool:
        """Whether it is a draft that nobody has confirmed; what doesn't say how it was made isn't one."""
        return self.record.value("made_by") in DRAFTING and not self.record.value("confirmed_by")

    @property
    def line(self) -> int:
        """The line where the record begins."""
        return self.document.place(self.path)[0]
