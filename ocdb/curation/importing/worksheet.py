"""The rows of one worksheet: each cell with its value, or with the reason why it has none to trust."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from ocdb.curation.importing import formats
from ocdb.curation.importing.parts import Texts, local, parse
from ocdb.curation.importing.sheets import Day, Row, Unusable, Value, letter

Covered = dict[int, dict[int, str]]

MAX_COLUMNS = 16_384  # of Excel
MAX_COVERED = 1_000_000
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")


@dataclass(frozen=True)
class Book:
    """What the sheets of a workbook share: strings, what each style shows, and where its days begin."""

    strings: list[str]
    shows: list[str]
    since_1904: bool


def covered(archive: zipfile.ZipFile, part: str) -> Covered:
    """Return the cells that lie under a merged one, by row and column, with the name of the range."""
    areas: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.endswith("mergeCell"):
            areas.append(attributes.get("ref", ""))

    for _ in parse(archive, part, StartElementHandler=start):
        pass
    found: Covered = {}
    for row, column, area in islice(chain.from_iterable(map(_below, areas)), MAX_COVERED):
        found.setdefault(row, {})[column] = area
    return found


def _below(area: str) -> Iterator[tuple[int, int, str]]:
    """Yield the cells of a merged area, without the one that shows its value."""
    (top, left), (bottom, right) = (place(corner) for corner in f"{area}:{area}".split(":")[:2])
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            if (row, column) != (top, left):
                yield row, column, area


def place(reference: str) -> tuple[int, int]:
    """Return the row, from 1, and the column, from 0, of a cell by its reference, as in B7.

    Raises:
        zipfile.BadZipFile: it is none.
    """
    match = _REFERENCE.fullmatch(reference)
    if not match:
        raise zipfile.BadZipFile(f"{reference!r} is no reference of a cell")
    column = 0
    for character in match[1]:
        column = column * 26 + ord(character) - ord("A") + 1
    return int(match[2]), column - 1


def rows(archive: zipfile.ZipFile, part: str, book: Book, merged: Covered, hidden: list[int]) -> Iterator[Row]:
    """Yield the rows of a sheet that are written in it; the numbers of hidden ones are added to a list."""
    collector = _Collector(book, merged, hidden)
    handlers = {
        "StartElementHandler": collector.start,
        "EndElementHandler": collector.end,
        "CharacterDataHandler": collector.data,
    }
    for _ in parse(archive, part, **handlers):
        yield from collector.rows
        collector.rows.clear()


class _Collector:
    """Takes what expat meets in a worksheet, and makes rows of it."""

    def __init__(self, book: Book, merged: Covered, hidden: list[int]) -> None:
        self.book, self.merged, self.hidden = book, merged, hidden
        self.rows: list[Row] = []
        self.row, self.column = 0, -1
        self.values: list[Value] = []
        self.cell: dict[str, str] = {}
        self.text = Texts()
        self.stored: list[str] | None = None
        self.formula = False
        self.in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "c":
                self.cell, self.stored, self.formula = attributes, None, False
                self.column = place(attributes["r"])[1] if "r" in attributes else self.column + 1
            case "v":
                self.stored, self.in_value = [], True
            case "f":
                self.formula = True
            case "row":
                self.row = int(attributes.get("r", self.row + 1))
                self.values, self.column = [], -1
                if attributes.get("hidden") in ("1", "true"):
                    self.hidden.append(self.row)
            case other:
                self.text.start(other)

    def data(self, characters: str) -> None:
        if self.in_value and self.stored is not None:
            self.stored.append(characters)
        elif self.text.open:
            self.text.parts.append(characters)

    def end(self, name: str) -> None:
        match local(name):
            case "c":
                self._put(self.column, self._value())
            case "v":
                self.in_value = False
            case "row":
                self._cover()
                self.rows.append(Row(self.row, self.values))
            case other:
                self.text.end(other)

    def _put(self, column: int, value: Value) -> None:
        if column >= MAX_COLUMNS:
            raise zipfile.BadZipFile(f"row {self.row} has more than {MAX_COLUMNS} columns")
        self.values += [None] * (column + 1 - len(self.values))
        self.values[column] = value

    def _cover(self) -> None:
        for column, area in self.merged.get(self.row, {}).items():
            reason = f"{letter(column)}{self.row} is part of the merged cells {area}"
            self._put(column, Unusable("", reason, "Unmerge them, and write the value into each row."))

    def _value(self) -> Value:
        """Return the value of the cell that ends."""
        kind, stored = self.cell.get("t", "n"), "".join(self.stored or ())
        if kind == "inlineStr":
            return self.text.take().strip() or None
        if self.stored is None or (not stored and kind != "str"):
            remedy = "Open the file in a spreadsheet and save it."
            return Unusable("", "its formula has no stored result", remedy) if self.formula else None
        return self._of_kind(kind, stored)

    def _of_kind(self, kind: str, stored: str) -> Value:
        match kind:
            case "s":
                index = int(stored) if stored.isdecimal() else -1
                if not 0 <= index < len(self.book.strings):
                    raise zipfile.BadZipFile(f"row {self.row} refers to a text that isn't there")
                return self.book.strings[index].strip() or None
            case "e":
                return Unusable(stored, f"it holds the error {stored}", "Correct the formula, or write the value.")
            case "b":
                return "true" if stored == "1" else "false"
            case "str":
                return stored.strip() or None
            case "d":
                day = _ISO_DAY.fullmatch(stored)
                return Day(day[1]) if day else stored
        style = self.cell.get("s", "0")
        index = int(style) if style.isdecimal() else 0
        shows = self.book.shows[index] if index < len(self.book.shows) else ""
        return formats.read(stored, shows, since_1904=self.book.since_1904)
