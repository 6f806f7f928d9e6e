"""Whether a mapping fits: its fields the records, its columns the sheet, its constants the registers."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Mapped
from difflib import get_close_matches
from typing import Any

from ocdb.curation import registers
from ocdb.curation.corpus import CLAIMS, Corpus
from ocdb.curation.document import Document
from ocdb.curation.fields import OneOf, Ref
from ocdb.curation.ordering import order
from ocdb.curation.problems import Path_, Problem, nearest
from ocdb.curation.wrong import message, remedy_for
from ocdb.intake.sheets.cells import SLUG
from ocdb.intake.sheets.fields import SHAPES, Field, fields, party, roles, text
from ocdb.intake.sheets.mapping import BRACES, FieldMap, Mapping
from ocdb.intake.sheets.names import Names
from ocdb.intake.sheets.sheets import Sheet
from ocdb.intake.sheets.slugs import meant, names
from ocdb.intake.sheets.unfit import UnfitError
from ocdb.text import fold
from ocdb.words.language import _
from ocdb.words.missing import there_is_no
from ocdb.words.suggestions import did_you_mean, either


def problems(mapping: Mapping, document: Document, sheet: Sheet, registers: Names) -> list[Problem]:
    """Return what is wrong with a mapping for this sheet, by line."""
    fitting = _Fitting(document, sheet, registers)
    found = [problem for index, one in enumerate(mapping.records) for problem in fitting.record(index, one)]
    if mapping.sources:
        found += fitting.fields(("sources",), "source", mapping.sources.fields, mapping.sources.id)
    return sorted(found)


def field_of(kind: str, name: str, corpus: Corpus) -> Field | None:
    """Return the field of a kind of record by its name in a mapping: also parties in a role, a text in a language."""
    head, dot, end = name.partition(".")
    if head == "parties" and dot and roles(kind) and end in corpus.codes.get("role", {}):
        return party(end)
    known = fields(kind).get(head)
    if known and end in known.languages:
        return text(known, end)
    return None if name == "id" else fields(kind).get(name)


def has_slug(field: Field) -> bool:
    """Return whether a field takes the slug of a claim."""
    return isinstance(field.mark, Ref) and set(field.mark.kinds) <= {"claim", *CLAIMS}


class _Fitting:
    """Holds a mapping against a sheet and the registers."""

    def __init__(self, document: Document, sheet: Sheet, registers: Names) -> None:
        self.document, self.sheet, self.names, self.corpus = document, sheet, registers, registers.corpus

    def record(self, index: int, one: Any) -> Iterator[Problem]:
        """Yield what is wrong with a record of the mapping."""
        path: Path_ = ("records", index)
        if one.when:
            yield from self._column((*path, "when"), one.when)
        yield from self.fields(path, one.record, one.fields, one.id)

    def fields(self, path: Path_, kind: str, given: Mapped[str, FieldMap], pattern: str) -> Iterator[Problem]:
        """Yield what is wrong with the fields of a record and the pattern of its slug."""
        for name, rule in given.items():
            field = field_of(kind, name, self.corpus)
            where = (*path, "fields", name)
            if field is None:
                yield self._unknown(where, kind, name)
            else:
                yield from self._columns(where, field, rule)
                yield from self._words(where, field, rule, kind)
        heads = {name.partition(".")[0] for name in given}
        for name, field in fields(kind).items():
            if field.required and name not in (*heads, "id", "cite"):
                message = _("{kind} needs {field}").format(kind=kind, field=name)
                yield self._problem((*path, "fields"), message, _("Give its column or a constant."))
        yield from self._pattern((*path, "id"), pattern, dict.fromkeys([*given, "row", "year"]))

    def _problem(self, path: Path_, message: str, remedy: str) -> Problem:
        return self.document.problem(path, message, remedy, "wrong-mapping")

    def _unknown(self, path: Path_, kind: str, name: str) -> Problem:
        if name == "id":
            message = _("the slug isn't a field here")
            return self._problem(path, message, _("Write its pattern as id: beside fields:."))
        if name.startswith("parties"):
            codes = self.corpus.codes.get("role", {})
            role = name.partition(".")[2]
            remedy = nearest(role, codes) or _("Write parties. and a role: {values}.").format(values=", ".join(codes))
            message = _("{kind} has no {field}").format(kind=kind, field=name)
            return self._problem(path, message, remedy if roles(kind) else _("Remove it."))
        known = [one for one in order(kind) if one in fields(kind) and one != "id"]
        remedy = nearest(name, known) or _("The fields are {values}.").format(values=", ".join(known))
        return self._problem(path, _("{kind} has no such field").format(kind=kind), remedy)

    def _columns(self, path: Path_, field: Field, rule: FieldMap) -> Iterator[Problem]:
        """Yield the columns that the sheet lacks."""
        if rule.column:
            yield from self._column((*path, "column"), rule.column)
        if rule.within:
            yield from self._column((*path, "within"), rule.within)
        if rule.pattern and field.kind == "text":
            for name in BRACES.findall(rule.pattern):
                yield from self._column((*path, "pattern"), name)
        if rule.pattern and field.kind != "text" and not has_slug(field):
            message = _("only a text or the slug of a claim can have a pattern")
            yield self._problem((*path, "pattern"), message, _("Say column:."))
        if rule.within and not (isinstance(field.mark, Ref) and "place" in field.mark.kinds):
            yield self._problem((*path, "within"), _("only a place lies within a country"), _("Remove it."))

    def _column(self, path: Path_, name: str) -> Iterator[Problem]:
        if self.sheet.index(name) is None:
            known = {fold(column): column for column in self.sheet.columns if column}
            close = [known[one] for one in get_close_matches(fold(name), known, n=3, cutoff=0.6)]
            listed = ", ".join(column for column in self.sheet.columns if column)
            columns = _("Row {row} has {columns}.").format(row=self.sheet.header, columns=listed)
            message = _("the sheet has no column {name}").format(name=name)
            yield self._problem(path, message, did_you_mean(close) or columns)

    def _words(self, path: Path_, field: Field, rule: FieldMap, kind: str) -> Iterator[Problem]:
        """Yield the constants, and what cells are said to stand for, that the field doesn't take."""
        if "constant" in rule.model_fields_set:
            yield from self._word((*path, "constant"), field, rule.constant, kind)
        for key, value in rule.values.items():
            if value is not None:
                yield from self._word((*path, "values", key), field, value, kind)

    def _word(self, path: Path_, field: Field, value: Any, kind: str) -> Iterator[Problem]:
        shape = SHAPES.get(kind, registers.Source)
        name = field.name.partition(".")[0]
        try:
            for one in value if isinstance(value, list) else [value]:
                self._refers(field.mark, one)
        except UnfitError as error:
            yield self._problem(path, error.reason, error.remedy)
            return
        yield from self._shape(path, shape, name, value if name != "parties" else {field.name.partition(".")[2]: value})

    def _refers(self, mark: Ref | OneOf | None, value: Any) -> None:
        """Raise an error where a word of the mapping is no code or slug of the registers."""
        if isinstance(mark, OneOf):
            codes = mark.codes(self.corpus.codes)
            if value not in codes:
                remedy = nearest(str(value), codes) or _("The codes are {values}.").format(values=", ".join(codes))
                raise UnfitError(_("{value} isn't in the code list {list}").format(value=value, list=mark), remedy)
        elif mark and set(mark.kinds) <= {"claim", *CLAIMS}:
            if not re.fullmatch(SLUG, str(value)):
                reason = _('"{slug}" isn\'t a slug').format(slug=value)
                raise UnfitError(reason, _("Use lower-case letters, digits and hyphens."))
        elif mark and value not in self.names.find(mark, str(value)):
            slugs = sorted(self.names.find(mark, str(value)))
            if slugs:
                reason = _("{value} is a name, not a slug").format(value=value)
                raise UnfitError(reason, _("Write {slugs}.").format(slugs=either(slugs)))
            near = did_you_mean(self.names.nearest(mark, str(value)))
            remedy = f"{near} {_('Write its slug.')}" if near else _("Write a slug of the registers.")
            raise UnfitError(there_is_no(str(mark), str(value)), remedy)

    def _shape(self, path: Path_, shape: Any, name: str, value: Any) -> Iterator[Problem]:
        """Yield what the shape of the record says of one value."""
        from pydantic import ValidationError  # noqa: PLC0415  beside its only use

        try:
            shape.model_validate({name: value})
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                if detail["loc"][:1] == (name,) and detail["type"] != "missing":
                    yield self._problem(path, message(detail), remedy_for(detail))

    def _pattern(self, path: Path_, pattern: str, known: Mapped[str, Any]) -> Iterator[Problem]:
        if pattern.count("{") != len(names(pattern)) or pattern.count("}") != len(names(pattern)):
            remedy = _("Write fields in braces, as in {example}.").format(example="{operator}-{year}")
            yield self._problem(path, _("a brace is missing or empty"), remedy)
        for name in names(pattern):
            if meant(name, known) is None:
                remedy = nearest(name, known) or _("The fields here are {values}.").format(values=", ".join(known))
                yield self._problem(path, _("there is no field {name} to make the slug of").format(name=name), remedy)
