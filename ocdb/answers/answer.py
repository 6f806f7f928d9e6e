"""The answer to a question, as a value: made in one place, drawn as a table, a page, JSON or a spreadsheet by others.

Data stay data: rows hold codes, numbers and EDTF, and every data format writes them as they are. What people read are
the sentences of an answer, in the language that was spoken when it was made, and the cells that its columns make of a
row.
"""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Rows

Record = Mapping[str, Any]
_ADDRESS = r"https?://[^\s<>\"\x00-\x20\x7f-\x9f]+"
# What a cell means, for whoever has colours; its text says the same without them.
Tone = Literal["", "good", "doubtful", "bad", "silent", "key"]


@dataclass(frozen=True)
class Cell:
    """What people read of a value: its text, what it means, where it leads, and the number where it is just one."""

    text: str
    tone: Tone = ""
    link: str = ""
    value: float | None = None

    @property
    def address(self) -> str:
        """Return where it leads, if a browser may go there: javascript: and the like lead nowhere."""
        return self.link if self.link and re.fullmatch(_ADDRESS, self.link) else ""


@dataclass(frozen=True)
class Column:
    """A column for people.

    Attributes:
        name: the field that it is about, so that an answer can leave out what it says already.
        heading: its title, in the language that is spoken.
        cell: makes a cell of a record.
        right: whether it is set to the right, as numbers are.
        key: whether it holds the keys of the records: it comes last, and dim.
        wide: whether it is left out where there is little room.
        below: whether it is a sentence, which moves below its row where there is little room.
    """

    name: str
    heading: str
    cell: Callable[[Record, Wording], Cell]
    right: bool = False
    key: bool = False
    wide: bool = False
    below: bool = False


@dataclass(frozen=True)
class Section:
    """A part of an answer.

    Attributes:
        name: what data formats call it.
        title: what people call it.
        rows: all that is known, for data formats.
        columns: what people see of it; without any all columns as they are.
        shown: whether it is printed where nobody asked for it. JSON has it in any case, as data of facts have.
        record: whether it is about one thing, a line a field.
        notes: what stands below its rows, a line each.
        brief: the rows that people see where nobody asked for all of them; data formats have them all.
        further: what people read below those: how many more there are, and what prints them.
        capped: whether people see no more than those, also where the section is asked for.
        retold: the sections that may have all its rows already, by their ids: then a workbook has them once.
    """

    name: str
    title: str
    rows: Rows
    columns: tuple[Column, ...] = ()
    shown: bool = True
    record: bool = False
    notes: tuple[str, ...] = ()
    brief: Rows | None = None
    further: str = ""
    capped: bool = False
    retold: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The answer to a question.

    Attributes:
        title: the answer in a sentence, or what the sections are.
        sections: its parts, in the order in which they are printed.
        wording: what codes are called.
        notes: what people should know beside it, a line each.
        more: what isn't printed, and what shows it, a line each: for all formats that don't have it.
        data: the whole as JSON; without it the rows of the only section.
        rows: for TSV and the like the whole as one table, or what of `data` fits one; without it what is printed.
        facts: whether its parts have so little in common that data formats take a line a value.
        rests_on: the kind of record and the keys that its articles are those of, where it has no section of them.
    """

    title: str
    sections: tuple[Section, ...]
    wording: Wording
    notes: tuple[str, ...] = ()
    data: Mapping[str, Any] | None = None
    rows: Rows | None = None
    facts: bool = False
    more: tuple[str, ...] = ()
    rests_on: tuple[str, Sequence[str]] = ("claim", ())

    @property
    def shown(self) -> tuple[Section, ...]:
        """Return the sections that are printed."""
        return tuple(section for section in self.sections if section.shown)

    def showing(self, names: Container[str]) -> "Answer":
        """Return the answer with some sections printed as well, however long they are."""
        return replace(
            self,
            sections=tuple(
                replace(one, shown=True, brief=one.brief if one.capped else None) if one.name in names else one
                for one in self.sections
            ),
        )


def joined(sections: Sequence[Section]) -> Rows:
    """Return the rows of a section, or those of several under a first column ``section``, without empty columns."""
    if len(sections) == 1:
        return sections[0].rows
    records = [(section.name, record) for section in sections for record in section.rows.records()]
    filled = {name for _section, record in records for name, value in record.items() if value is not None}
    every = dict.fromkeys(name for section in sections for name in section.rows.columns)
    names = [name for name in every if name in filled or not records]
    rows = [(section, *(record.get(name) for name in names)) for section, record in records]
    return Rows(("section", *names), rows)


def of_rows(rows: Rows, title: str = "", notes: Sequence[str] = (), columns: Sequence[Column] = ()) -> Answer:
    """Return rows as an answer, as they are or with columns for people."""
    return Answer(title, (Section("row", "", rows, tuple(columns)),), Wording(), tuple(notes))
