"""What one row makes: records and their source, or the reasons why it makes none."""

from dataclasses import dataclass, field
from typing import Any

from ocdb.curation.corpus import CLAIMS, PARTIES
from ocdb.intake.sheets.sheets import Row


@dataclass(frozen=True)
class Refusal:
    """Why a row makes no record: one thing that is wrong in one of its cells, or with the whole row.

    Attributes:
        file: the spreadsheet as the user named it.
        row: number of the row.
        column: name of the column, and its letter; empty for the whole row.
        value: what stands there.
        reason: what is wrong.
        remedy: what to do.
    """

    file: str
    row: int
    column: str
    value: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        """Return the refusal in a line."""
        where = f"{self.column}: " if self.column else ""
        value = f'"{self.value}": ' if self.value else ""
        return f"{self.file}:{self.row}: {where}{value}{self.reason}. {self.remedy}"


@dataclass(frozen=True)
class Made:
    """A record that a row made.

    Attributes:
        kind: as in pledge.
        record: its fields, as a fixture writes them.
        rule: which record of the mapping, from 0.
    """

    kind: str
    record: dict[str, Any]
    rule: int

    @property
    def slug(self) -> tuple[str, str]:
        """Return the kinds, with blanks, among which the slug is unique, and the slug."""
        family = next((family for family in (PARTIES, CLAIMS) if self.kind in family), (self.kind,))
        return " ".join(family), self.record.get("id", "")


@dataclass
class Makes:
    """What one row makes.

    Attributes:
        row: the row.
        source: the source that states it, as a fixture writes it; None for registers.
        made: the records.
        refusals: why there are none.
        repeated: whether it makes a record that a row above has made.
        failures: how often something didn't fit; two records may trip over one cell, which is told once.
    """

    row: Row
    source: dict[str, Any] | None = None
    made: list[Made] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    repeated: bool = False
    failures: int = 0
