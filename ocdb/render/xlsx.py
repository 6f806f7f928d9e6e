"""Answers as an Excel workbook: what people see, the data behind it with all fields, and what was asked."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ocdb import release
from ocdb.answers.adding import sources_of
from ocdb.answers.answer import Answer, Cell, Section
from ocdb.answers.editions import edition
from ocdb.render.citation.text import edition_in_words
from ocdb.render.people import grids
from ocdb.render.values import plain
from ocdb.settings import today
from ocdb.store.reader.rows import Rows
from ocdb.text import visible
from ocdb.words import figures
from ocdb.words.language import _
from ocdb.words.nouns import part_name

if TYPE_CHECKING:
    from xlsxwriter.format import Format

# What a sheet of Excel can hold.
MOST_ROWS, LONGEST_TEXT, LONGEST_NAME = 1_048_575, 32_767, 31
# Columns are as wide as their values, within these bounds.
NARROWEST, WIDEST = 6, 60
# So many rows show how wide the values of a column are.
SAMPLE = 500
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# No value becomes a formula, a number or a link by its look: each is written as what it is.
OPTIONS = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def workbook(answer: Answer, question: str) -> bytes:
    """Return an answer as the bytes of an .xlsx file.

    Each section has a sheet as people see it, and one with all its fields: numbers and days typed, other dates in EDTF.
    A list has a sheet of its articles as well. The last sheet says what was asked, when, of which version, and under
    which licence the data may be used.
    """
    file = io.BytesIO()
    sections = (*_once(answer.sections), *_articles(answer))
    with xlsxwriter.Workbook(file, OPTIONS | {"in_memory": True}) as book:
        book.set_properties({"created": dt.datetime.combine(today(), dt.time())})  # the same day gives the same bytes
        writer = Sheets(book)
        for section in sections:
            if section.rows.rows and section.columns:
                writer.people(replace(section, brief=None), answer)
        for section in sections:
            if section.rows.rows or not sections[1:]:
                writer.data(section, _("{sheet} data") if section.columns else "{sheet}")
        writer.about(answer, question)
    return file.getvalue()


class Sheets:
    """Writes the sheets of a workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.names: set[str] = set()
        self.head: Format = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.top: Format = book.add_format({"valign": "top"})
        self.wrapped: Format = book.add_format({"valign": "top", "text_wrap": True})
        self.numbers: dict[str, Format] = {}
        self.day: Format = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
        self.link: Format = book.add_format({"valign": "top", "font_color": "blue", "underline": 1})

    def people(self, section: Section, answer: Answer) -> None:
        """Write a section as people see it."""
        for grid in grids(section, answer.wording):
            rows = [tuple(map(_of_cell, row)) for row in grid.rows]
            sheet = self.sheet(_named(section), [column.heading for column in grid.columns], rows)
            for number, row in enumerate(grid.rows[:MOST_ROWS], 1):
                for place, cell in enumerate(row):
                    self._cell(sheet, number, place, cell)

    def data(self, section: Section, pattern: str) -> None:
        """Write a section with all its fields."""
        rows = section.rows.rows[:MOST_ROWS]
        sheet = self.sheet(_named(section), section.rows.columns, rows, pattern)
        for number, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                self.value(sheet, number, place, value)

    def about(self, answer: Answer, question: str) -> None:
        """Write what was asked, when, and what the data are."""
        lines = [
            (_("Question"), question),
            (_("Answer"), answer.title),
            (_("Asked on"), today().isoformat()),
            (_("Data"), _(release.TITLE)),
            (_("Edition"), edition_in_words(edition(answer.wording.reader))),
            (_("Licence"), release.LICENCE),
            *((_("Note"), note) for note in (*answer.notes, *_cut(answer))),
        ]
        self.texts(_("About"), [_("What"), ""], lines)

    def texts(self, name: str, headings: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
        """Write a sheet of texts, which are wrapped."""
        sheet = self.sheet(name, headings, lines)
        for number, line in enumerate(lines, 1):
            for place, text in enumerate(line):
                sheet.write_string(number, place, visible(text)[:LONGEST_TEXT], self.wrapped)

    def sheet(
        self, name: str, headings: Sequence[str], rows: Sequence[Sequence[Any]], pattern: str = "{sheet}"
    ) -> Worksheet:
        """Return a new sheet with a header that stays, a filter, and columns as wide as their values."""
        sheet = self.book.add_worksheet(self._name(name, pattern))
        sheet.freeze_panes(1, 0)
        for place, heading in enumerate(headings):
            sheet.write_string(0, place, visible(heading), self.head)
            longest = max(map(len, _lengths(heading, rows, place)))
            sheet.set_column(place, place, min(max(longest + 2, NARROWEST), WIDEST))
        if rows:
            sheet.autofilter(0, 0, min(len(rows), MOST_ROWS), max(len(headings) - 1, 0))
        return sheet

    def _name(self, wanted: str, pattern: str) -> str:
        """Return a name that Excel takes and no other sheet has."""
        base = " ".join(_FORBIDDEN.sub(" ", visible(wanted)).split()) or "ocdb"
        name, number = "", 1
        while not name or name.lower() in self.names:
            suffix = f" {number}" if name else ""
            number += 1
            name = pattern.format(sheet=_fitting(base, LONGEST_NAME - len(pattern.format(sheet=suffix))) + suffix)
        self.names.add(name.lower())
        return name

    def _cell(self, sheet: Worksheet, row: int, place: int, cell: Cell) -> None:
        text = visible(cell.text)[:LONGEST_TEXT]
        if cell.address:
            # Excel refuses a longer address, and more links than so many on a sheet: then the text stands alone.
            if sheet.write_url(row, place, cell.address, self.link, text) == 0:
                return
            sheet.write_string(row, place, text, self.wrapped)
        elif cell.value is not None:
            sheet.write_number(row, place, cell.value, self._number(cell.value, cell.text))
        else:
            sheet.write_string(row, place, text, self.wrapped)

    def _number(self, value: float, text: str) -> "Format":
        """Return the format of a number: with its thousands apart, and with what its text has after it, as in seats."""
        _number, _digits, unit = text.rpartition(figures.number(value)[-1])
        shown = ("#,##0" if value == int(value) else "#,##0.###") + (f'"{unit}"' if unit and '"' not in unit else "")
        if shown not in self.numbers:
            self.numbers[shown] = self.book.add_format({"valign": "top", "num_format": shown})
        return self.numbers[shown]

    def value(self, sheet: Worksheet, row: int, place: int, value: Any) -> None:
        """Write a value as what it is: a number, a day, or a text that is never a formula."""
        if value is None:
            return
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15:  # noqa: PLR2004
            sheet.write_number(row, place, value, self.top)
        elif isinstance(value, str) and _DAY.fullmatch(value) and value >= "1900-03-01":
            sheet.write_datetime(row, place, dt.datetime.fromisoformat(value), self.day)
        else:
            sheet.write_string(row, place, visible(plain(value))[:LONGEST_TEXT], self.top)


def _once(sections: Sequence[Section]) -> list[Section]:
    """Return the sections without those whose rows others have; these get the fields that they lack."""
    kept = list(sections)
    for section in sections:
        rows = {record["id"]: record for record in section.rows.records()} if section.retold else {}
        others = [other for other in sections if other.name in section.retold]
        if rows and rows.keys() <= {record["id"] for other in others for record in other.rows.records()}:
            kept = [
                replace(one, rows=_widened(one.rows, rows)) if one.name in section.retold else one
                for one in kept
                if one is not section
            ]
    return kept


def _widened(rows: Rows, more: dict[Any, dict[str, Any]]) -> Rows:
    """Return rows with the fields that only other rows of the same id have."""
    fields = dict.fromkeys(name for record in more.values() for name in record if name not in rows.columns)
    ids = [record["id"] for record in rows.records()]
    wider = [(*row, *(more.get(key, {}).get(name) for name in fields)) for key, row in zip(ids, rows.rows, strict=True)]
    return Rows((*rows.columns, *fields), wider)


def _articles(answer: Answer) -> Iterator[Section]:
    """Yield the articles of a list that has none."""
    kind, keys = answer.rests_on
    if answer.wording.reader and keys and all(section.name != "source" for section in answer.sections):
        yield sources_of(answer.wording.reader, keys, kind)


def _named(section: Section) -> str:
    """Return what the sheet of a section is called."""
    return part_name(section.name) or section.title or section.name


def _fitting(name: str, most: int) -> str:
    """Return a name, of one that is too long as many whole words as fit."""
    if len(name) <= most:
        return name
    return (name[: most + 1].rpartition(" ")[0] or name[:most]).strip()


def _cut(answer: Answer) -> Iterator[str]:
    """Yield what Excel has no room for, if anything."""
    most = max((len(section.rows.rows) for section in answer.sections), default=0)
    if most > MOST_ROWS:
        text = _("Only the first {count} of {all} rows fit a sheet: use -f csv for all of them")
        yield text.format(count=figures.number(MOST_ROWS), all=figures.number(most))
    values = (value for section in answer.sections for row in section.rows.rows for value in row)
    if any(isinstance(value, str) and len(value) > LONGEST_TEXT for value in values):
        yield _("Texts of more than {count} characters are cut: use -f csv for all of them").format(
            count=figures.number(LONGEST_TEXT)
        )


def _of_cell(cell: Cell) -> str:
    return cell.text


def _lengths(heading: str, rows: Sequence[Sequence[Any]], place: int) -> Iterator[str]:
    yield heading
    yield from (plain(row[place])[:WIDEST] for row in rows[:SAMPLE])
