"""From a row to records: all that it makes, or the reasons why it makes none."""

from typing import Any

from pydantic import ValidationError

from ocdb.curation.corpus import CLAIMS, PARTIES
from ocdb.curation.document import Document
from ocdb.curation.entry import Entry
from ocdb.curation.ordering import order
from ocdb.curation.problems import Problem
from ocdb.curation.wrong import shape_problem
from ocdb.intake.sheets.cells import Reader
from ocdb.intake.sheets.fields import SHAPES, Field
from ocdb.intake.sheets.fitting import field_of, has_slug
from ocdb.intake.sheets.makes import Made, Makes, Refusal
from ocdb.intake.sheets.mapping import BRACES, FieldMap, Mapping, RecordMap
from ocdb.intake.sheets.names import Names
from ocdb.intake.sheets.sheets import Row, Sheet, Value, letter, shown
from ocdb.intake.sheets.slugs import fill
from ocdb.intake.sheets.unfit import UnfitError
from ocdb.text import fold, slug, visible
from ocdb.words.language import _


class Maker:
    """Makes records of the rows of a sheet; it remembers the slugs, sources and operators of the rows before."""

    def __init__(self, mapping: Mapping, sheet: Sheet, registers: Names) -> None:
        self.mapping, self.sheet, self.names = mapping, sheet, registers
        self.corpus = registers.corpus
        self.reader = Reader(mapping, registers, self._operator if mapping.new_operators else None)
        self.made: dict[tuple[str, str], tuple[int, Made, str | None]] = {}
        self.cited: set[tuple[str | None, str | None]] = set()
        self.sources: dict[str, dict[str, Any]] = {}
        self.operators: dict[str, str] = {}

    def make(self, row: Row) -> Makes:
        """Return the records of a row, or what doesn't fit; a row is taken as a whole or not at all."""
        makes = Makes(row)
        beyond = [value for value in row.values[len(self.sheet.columns) :] if value is not None]
        if beyond:
            reason = _("it has {count} cells, the header has {columns}")
            reason = reason.format(count=len(row.values), columns=len(self.sheet.columns))
            self._refuse(makes, None, reason, _("Quote a cell that contains the delimiter."))
            return makes
        self._source(makes)
        for index, rule in enumerate(self.mapping.records):
            if not (rule.when and self.reader.empty(self.cell(row, rule.when))):
                self._record(makes, index, rule)
        if not makes.made and not makes.refusals and not makes.repeated:
            wanted = ", ".join(dict.fromkeys(rule.when for rule in self.mapping.records if rule.when))
            reason = _("it makes no record, because this is empty: {columns}").format(columns=wanted)
            self._refuse(makes, None, reason, _("Fill it, or skip: the row."))
        if not makes.refusals:
            self._keep(makes)
        return makes

    def cell(self, row: Row, column: str) -> Value:
        """Return the cell of a row in a column."""
        index = self.sheet.index(column)
        return row.values[index] if index is not None and index < len(row.values) else None

    def source(self, row: Row) -> str | None:
        """Return the slug of the source that a row names, where it names one."""
        makes = Makes(row)
        self._source(makes)
        return makes.source["id"] if makes.source else None

    def refusal(self, row: Row, made: Made, name: str, reason: str, remedy: str) -> Refusal:
        """Return a refusal for a field of a record that a row made; without a name, for the record."""
        rule = self.mapping.records[made.rule].fields.get(name)
        return self._refusal(row, rule.column if rule else None, f"{name}: {reason}" if name else reason, remedy)

    # --- one row ---

    def _source(self, makes: Makes) -> None:
        if self.mapping.source is not None:
            makes.source = self.mapping.source
        elif self.mapping.sources:
            source = self._fields(makes, "source", self.mapping.sources.fields)
            if not makes.refusals:
                makes.source = self._with_slug(makes, "source", self.mapping.sources.id, source)
                self._same(makes)

    def _same(self, makes: Makes) -> None:
        """Refuse a row whose source differs from that of the same slug in a row before."""
        if makes.source is None:
            return
        known = self.sources.get(makes.source["id"], makes.source)
        for name, value in makes.source.items():
            if name in known and known[name] != value:
                rule = self.mapping.sources.fields.get(name) if self.mapping.sources else None
                reason = _("{slug} has another {field} in a row above: {value}")
                reason = reason.format(slug=makes.source["id"], field=name, value=known[name])
                remedy = _("Correct one of them, or let id: tell them apart.")
                self._refuse(makes, rule.column if rule else None, reason, remedy)

    def _record(self, makes: Makes, index: int, rule: RecordMap) -> None:
        before = makes.failures
        record = self._fields(makes, rule.record, rule.fields)
        if makes.failures > before:
            return
        if rule.record in CLAIMS:
            record.setdefault("cite", [])
        made = self._with_slug(makes, rule.record, rule.id, record)
        if made:
            self._add(makes, rule, Made(rule.record, made, index))

    def _fields(self, makes: Makes, kind: str, rules: dict[str, FieldMap]) -> dict[str, Any]:
        """Return the fields of a record that the row fills; what doesn't fit is added to the refusals."""
        found: dict[str, Any] = {}
        slugs = []
        for name, rule in rules.items():
            field_ = field_of(kind, name, self.corpus)
            assert field_ is not None  # noqa: S101  the mapping was held against the records
            if rule.pattern and has_slug(field_):
                slugs.append((name, rule.pattern))
            else:
                self._field(makes, found, field_, rule)
        for name, pattern in slugs:
            found[name] = self._try(makes, None, fill, pattern, found, makes.row.number, self.corpus)
        return {name: value for name, value in found.items() if value is not None}

    def _field(self, makes: Makes, found: dict[str, Any], field_: Field, rule: FieldMap) -> None:
        head, _, role = field_.name.partition(".")
        if rule.pattern:
            value = self._try(makes, None, self._text, makes.row, rule.pattern)
        elif rule.column:
            value = self._read(makes, field_, rule)
        else:
            value = rule.constant
        before = found.get(head)
        if role and value is not None:
            found[head] = ({"en": before} if isinstance(before, str) else before or {}) | {role: value}
        elif not role and not (isinstance(before, dict) and value is None):
            found[head] = {"en": value} | before if isinstance(before, dict) else value

    def _read(self, makes: Makes, field_: Field, rule: FieldMap) -> Any:
        """Return the value of a cell; a place without a name is its country."""
        country = None
        if rule.within:
            before = makes.failures
            country = self._try(makes, rule.within, self.reader.country, self.cell(makes.row, rule.within))
            if makes.failures > before:
                return None
        cell = self.cell(makes.row, rule.column or "")
        value = self._try(makes, rule.column, self.reader.read, field_, rule, cell, country)
        return country if value is None else value

    def _text(self, row: Row, pattern: str) -> str | None:
        """Return a text with the cells of the row in place of the names of columns; None where all are empty."""
        plain = Field("text", "text")
        names = BRACES.findall(pattern)
        given = {name: self.reader.read(plain, FieldMap(column=name), self.cell(row, name)) for name in names}
        if given and not any(given.values()):
            return None
        return " ".join(BRACES.sub(lambda match: given[match[1]] or "", pattern).split())

    def _with_slug(self, makes: Makes, kind: str, pattern: str, record: dict[str, Any]) -> dict[str, Any] | None:
        """Return a record in the order of fixtures, with its slug first."""
        made = self._try(makes, None, fill, pattern, record, makes.row.number, self.corpus)
        whole = record | {"id": made}
        return {name: whole[name] for name in order(kind) if name in whole} if made else None

    def _try(self, makes: Makes, column: str | None, read: Any, *arguments: Any) -> Any:
        """Return what a function reads; where it doesn't fit, None, with a refusal."""
        try:
            return read(*arguments)
        except UnfitError as error:
            self._refuse(makes, column, error.reason, error.remedy)
            return None

    # --- what rows share ---

    def _add(self, makes: Makes, rule: RecordMap, made: Made) -> None:
        """Add a record to what a row makes, unless it doesn't fit or something bears its slug already."""
        key = made.record["id"]
        here = next((one for one in makes.made if one.slug == made.slug), None)
        row, other, source = self.made.get(made.slug, (makes.row.number, here, None))
        known = self.names.bearer(made.slug[0].split(), key)
        if known:
            remedy = _("Name that one in a column, or let id: tell them apart.")
            reason = _("{slug} exists already, in {file}").format(slug=key, file=known.document.file)
            self._refuse(makes, None, reason, remedy)
        elif other is None:
            self._check(makes, rule, made)
        elif not rule.once:
            remedy = _("Remove a row that says the same; otherwise let id: tell them apart or say once: true.")
            self._refuse(makes, None, _("{slug} exists already, in row {row}").format(slug=key, row=row), remedy)
        else:
            self._repeat(makes, rule, made, other, row, source)

    def _repeat(self, makes: Makes, rule: RecordMap, made: Made, other: Made, row: int, source: str | None) -> None:
        """Take a record for the one that another row made; another source becomes a citation of it."""
        own = makes.source["id"] if makes.source else None
        names = {name for name in made.record | other.record if name != "cite"}
        differing = sorted(name for name in names if made.record.get(name) != other.record.get(name))
        for name in differing:
            reason = _("{slug} has another {field} in row {row}: {value}")
            value = other.record.get(name, _("none"))
            reason = reason.format(slug=made.record["id"], field=name, row=row, value=value)
            column = rule.fields[name].column if name in rule.fields else None
            self._refuse(makes, column, reason, _("Correct one of them, or let id: tell them apart."))
        if not differing and source != own and made.kind in CLAIMS and row != makes.row.number:
            cited = {"claim": made.record["id"], "cite": made.record["cite"]}
            makes.made.append(Made("citation", cited, made.rule))
        elif not differing:
            makes.repeated = True

    def _check(self, makes: Makes, rule: RecordMap, made: Made) -> None:
        """Add a record if its shape is right."""
        shape = SHAPES[rule.record]
        try:
            shape.model_validate(made.record)
        except ValidationError as error:
            entry = Entry(rule.record, None, Document(self.sheet.file), ())
            for detail in error.errors(include_url=False):
                self._refuse_shape(makes, rule, shape_problem(entry, shape, detail), detail)
            return
        makes.made.append(made)

    def _refuse_shape(self, makes: Makes, rule: RecordMap, problem: Problem, detail: Any) -> None:
        name, missing = str(detail["loc"][0]), detail["type"] == "missing"
        reason = f"{name}: {problem.message}"
        if missing:
            reason = _("{kind} needs {field}").format(kind=rule.record, field=name)
        column = rule.fields[name].column if name in rule.fields else None
        self._refuse(makes, column, reason, _("Fill the cell.") if missing else problem.remedy)

    def _keep(self, makes: Makes) -> None:
        """Remember what a row made for the rows below."""
        own = makes.source["id"] if makes.source else None
        makes.made = [one for one in makes.made if (own, one.record.get("claim")) not in self.cited]
        for one in makes.made:
            if one.kind == "citation":
                self.cited.add((own, one.record["claim"]))
            else:
                self.made[one.slug] = (makes.row.number, one, own)
        if makes.source is not None:
            whole = self.sources.get(makes.source["id"], {}) | makes.source
            self.sources[makes.source["id"]] = {name: whole[name] for name in order("source") if name in whole}

    def _operator(self, name: str) -> str:
        """Return the slug of an operator that isn't in the registers."""
        key = slug(name)
        if not key:
            raise UnfitError(_("no slug can be made of this name"), _("Add the operator to the registers by hand."))
        taken = self.names.bearer((*PARTIES, "retired"), key)
        if taken or fold(self.operators.setdefault(key, name)) != fold(name):
            other = taken.record.id if taken else self.operators[key]
            reason = _("its slug would be that of {other}").format(other=other)
            raise UnfitError(reason, _("Add the operator to the registers by hand."))
        return key

    def _refuse(self, makes: Makes, column: str | None, reason: str, remedy: str) -> None:
        refusal = self._refusal(makes.row, column, reason, remedy)
        makes.failures += 1
        if refusal not in makes.refusals:
            makes.refusals.append(refusal)

    def _refusal(self, row: Row, column: str | None, reason: str, remedy: str) -> Refusal:
        index = self.sheet.index(column) if column else None
        where = f"{self.sheet.columns[index]} ({letter(index)})" if index is not None else ""
        value = visible(shown(self.cell(row, column))) if column else ""
        return Refusal(self.sheet.file, row.number, where, value, reason, remedy)
