"""The mapping file: what a curator says about a spreadsheet, its shape declared once."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, ValidationError, model_validator

from ocdb.curation import records, registers
from ocdb.curation.document import Document
from ocdb.curation.entry import Entry
from ocdb.curation.fields import Name, OrOne, Record
from ocdb.curation.problems import Path_, Problem, nearest
from ocdb.curation.reading import read
from ocdb.curation.wrong import shape_problem
from ocdb.errors import FixtureError
from ocdb.intake.sheets.dates import FORMS
from ocdb.intake.sheets.fields import SHAPES
from ocdb.intake.sheets.sheets import MAX_ROWS, Layout
from ocdb.words.language import _, ngettext

Encoding = Literal["utf-8", "utf-16", "cp1252", "iso-8859-1", "iso-8859-15", "mac-roman"]
BRACES = re.compile(r"\{([^{}]+)\}")
ENCODINGS = {"utf-8": "utf-8-sig"}


class BrokenMappingError(FixtureError):
    """A mapping with problems; no sheet was read.

    Attributes:
        problems: all of them, sorted by line.
    """

    def __init__(self, problems: list[Problem]) -> None:
        count = len(problems)
        text = ngettext(
            "{count} problem in the mapping; nothing was imported",
            "{count} problems in the mapping; nothing was imported",
            count,
        )
        super().__init__("\n".join([*map(str, sorted(problems)), text.format(count=count)]))
        self.problems = problems


def _form(value: Any) -> Any:
    if value not in FORMS:
        message = _("{value} isn't a form of a date; the forms are {forms}")
        raise ValueError(message.format(value=value, forms=", ".join(FORMS)))
    return value


def _as_column(value: Any) -> Any:
    """Let the name of a column stand for a field that takes it as it is."""
    return {"column": str(value)} if isinstance(value, str | int) and not isinstance(value, bool) else value


class Numbers(Record):
    """How the sheet writes numbers."""

    decimal: Literal[",", "."] | None = None
    """The sign before decimals."""
    thousands: Literal[",", ".", " ", "'"] | None = None
    """The sign between thousands."""

    @model_validator(mode="after")
    def _differ(self) -> "Numbers":
        if self.decimal and self.decimal == self.thousands:
            raise ValueError(_("the signs before decimals and between thousands must differ"))
        return self


class FieldMap(Record):
    """Where a field comes from: a column, a constant, or a pattern over the row."""

    column: Name | None = None
    """Name of the column."""
    constant: Any = None
    """A value for all rows, written as in a fixture."""
    pattern: Name | None = None
    """A text with columns in braces: {Ville}."""
    values: dict[str, Any] = Field(default_factory=dict)
    """What a cell stands for, by what is written in it; null for nothing."""
    dates: Annotated[list[Annotated[str, BeforeValidator(_form)]], OrOne()] | None = None
    """How this column writes dates."""
    numbers: Numbers | None = None
    """How this column writes numbers."""
    split: Annotated[str, StringConstraints(min_length=1, max_length=5)] | None = None
    """The sign between several values in a cell."""
    unit: Name | None = None
    """A text that may follow the number: %, emplois, MDH."""
    times: Annotated[int, Field(ge=1, le=10**9)] = 1
    """What the numbers are counted in: 1000000 for millions."""
    within: Name | None = None
    """The column of the country that a place lies in."""

    @model_validator(mode="after")
    def _one_origin(self) -> "FieldMap":
        given = [name for name in ("column", "constant", "pattern") if name in self.model_fields_set]
        if len(given) != 1:
            raise ValueError(_("exactly one of column, constant and pattern is needed"))
        return self


Fields = dict[str, Annotated[FieldMap, BeforeValidator(_as_column)]]


class RecordMap(Record):
    """A record that each row makes."""

    record: Name
    """Its kind: site, event, pledge, report, ..."""
    id: Name
    """Pattern of its slug, with fields in braces: {operator}-{at}-{year}-{figure}."""
    when: Name | None = None
    """A column: where it is empty, the row makes no such record."""
    once: bool = False
    """Whether several rows may make the same record, as several announcements do with one site."""
    fields: Fields
    """Its fields, each with where it comes from."""


class SourceMap(Record):
    """The sources of a sheet that names one in each row."""

    id: Name
    """Pattern of the slug of a source, with its fields in braces: {publisher}-{published}-{title:3}."""
    fields: Fields
    """Its fields, each with where it comes from."""


class Mapping(Record):
    """What a spreadsheet says, column by column."""

    sheet: Name | None = None
    """The sheet of a workbook; needn't be said where there is only one."""
    header: Annotated[int, Field(ge=1)] = 1
    """Number of the row that names the columns."""
    skip: Annotated[list[Any], OrOne()] = Field(default_factory=list)
    """Rows to leave out: 4 or 120-130."""
    encoding: Encoding | None = None
    """Of a CSV file that isn't in UTF-8."""
    delimiter: Literal[",", ";", "tab", "\t", "|"] | None = None
    """Of a CSV file."""
    empty: Annotated[list[Any], OrOne()] = Field(default_factory=list)
    """Texts that stand for an empty cell: n.c., -"""
    dates: Annotated[list[Annotated[str, BeforeValidator(_form)]], OrOne()] = Field(default_factory=list)
    """How the sheet writes dates: DD/MM/YYYY."""
    numbers: Numbers = Numbers()
    """How the sheet writes numbers."""
    source: Any = None
    """The source of all rows, as in a fixture."""
    sources: SourceMap | None = None
    """Where the source of each row stands."""
    records: list[RecordMap] = Field(min_length=1)
    """The records that each row makes."""
    new_operators: bool = False
    """Whether names that no operator bears become operators, written into the fixture."""

    def layout(self, max_rows: int = MAX_ROWS) -> Layout:
        """Return how to read the sheet."""
        delimiter = "\t" if self.delimiter == "tab" else self.delimiter
        encoding = ENCODINGS.get(self.encoding, self.encoding) if self.encoding else None
        return Layout(self.sheet, self.header, encoding, delimiter, max_rows)

    def columns(self) -> set[str]:
        """Return the names of the columns that are read."""
        rules = [rule for one in self.records for rule in one.fields.values()]
        rules += self.sources.fields.values() if self.sources else []
        found = {name for rule in rules for name in (rule.column, rule.within) if name}
        found |= {name for rule in rules if rule.pattern for name in BRACES.findall(rule.pattern)}
        return found | {one.when for one in self.records if one.when}

    def skipped(self) -> set[int]:
        """Return the numbers of the rows to leave out."""
        found: set[int] = set()
        for part in self.skip:
            first, last = _span(part)
            found.update(range(first, last + 1))
        return found


def read_mapping(path: Path) -> tuple[Mapping, Document]:
    """Return a mapping, and the document that knows its lines.

    Raises:
        BrokenMappingError: it can't be read, or its shape is wrong.
    """
    document = read(path)
    if document.problems:
        raise BrokenMappingError(document.problems)
    try:
        mapping = Mapping.model_validate(document.data or {})
    except ValidationError as error:
        problems = [_problem(document, detail) for detail in error.errors(include_url=False)]
        raise BrokenMappingError(problems) from error
    problems = [*_sources(mapping, document), *_spans(mapping, document), *_kinds(mapping, document)]
    if problems:
        raise BrokenMappingError(problems)
    return mapping, document


def _problem(document: Document, detail: Any) -> Problem:
    shape, depth = _shape(detail["loc"])
    entry = Entry("mapping", None, document, tuple(detail["loc"][:depth]))
    return shape_problem(entry, shape, detail | {"loc": detail["loc"][depth:]})


def _shape(path: Path_) -> tuple[type[Record], int]:
    """Return the shape in which a field stands, and the length of the path to it."""
    found: tuple[type[Record], int] = (Mapping, 0)
    for end in range(1, len(path)):
        inner = _inner(path[:end])
        found = (inner, end) if inner else found
    return found


def _inner(path: Path_) -> type[Record] | None:
    """Return the shape of what stands at a path."""
    match path:
        case ("records", int()):
            return RecordMap
        case ("sources",):
            return SourceMap
        case ("records", int(), "fields", str()) | ("sources", "fields", str()):
            return FieldMap
        case (*_, "numbers"):
            return Numbers
    return None


def _sources(mapping: Mapping, document: Document) -> list[Problem]:
    claims = any(one.record not in records_without_source() for one in mapping.records)
    if claims and (mapping.source is None) == (mapping.sources is None):
        message = _("the source is missing") if mapping.source is None else _("there are both source: and sources:")
        remedy = _("Write source: where all rows have the same, sources: where rows differ.")
        return [document.problem(("sources",), message, remedy)]
    if mapping.source is None:
        return []
    try:
        registers.Source.model_validate(mapping.source)
    except ValidationError as error:
        entry = Entry("source", None, document, ("source",))
        return [shape_problem(entry, registers.Source, detail) for detail in error.errors(include_url=False)]
    return []


def records_without_source() -> set[str]:
    """Return the kinds of record that stand in registers, and need no source."""
    return {kind for kind in SHAPES if records.KEYS[kind] not in records.CLAIMS}


def _spans(mapping: Mapping, document: Document) -> list[Problem]:
    found = []
    for index, part in enumerate(mapping.skip):
        try:
            _span(part)
        except ValueError:
            message = _("{value} isn't a row").format(value=part)
            found.append(document.problem(("skip", index), message, _("Write 4, or 120-130 for several.")))
    return found


def _span(part: Any) -> tuple[int, int]:
    first, _, last = str(part).replace(" ", "").partition("-")
    if int(last or first) < int(first) or int(last or first) > 10**7:
        raise ValueError(part)
    return int(first), int(last or first)


def _kinds(mapping: Mapping, document: Document) -> list[Problem]:
    return [
        document.problem(
            ("records", index, "record"),
            _("there is no kind of record {name}").format(name=one.record),
            nearest(one.record, SHAPES) or _("The values are {values}.").format(values=", ".join(SHAPES)),
        )
        for index, one in enumerate(mapping.records)
        if one.record not in SHAPES
    ]
