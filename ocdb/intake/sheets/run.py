"""One import: rows to records, records to fixtures that pass the check, and an account of every row."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from ocdb.curation.checks import check
from ocdb.curation.corpus import gather
from ocdb.curation.fields import Ref
from ocdb.curation.problems import Problem, severity_name
from ocdb.curation.reading import MAX_BYTES
from ocdb.errors import FixtureError
from ocdb.intake.sheets import fitting
from ocdb.intake.sheets.fixtures import Fixture, fixtures
from ocdb.intake.sheets.makes import Refusal
from ocdb.intake.sheets.mapping import BrokenMappingError, Mapping, read_mapping
from ocdb.intake.sheets.names import Names
from ocdb.intake.sheets.opening import open_sheet
from ocdb.intake.sheets.rows import Maker
from ocdb.intake.sheets.sheets import MAX_ROWS, Row, Sheet, letter
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext
from ocdb.words.suggestions import either

# Directories of seeds, and of the fixtures that the result will stand beside.
Beside = tuple[Sequence[Path], Sequence[Path]]


@dataclass
class Imported:
    """What came of a sheet.

    Attributes:
        sheet: the sheet, for the names of its columns.
        read: how many rows were read; empty and skipped ones are not among them.
        empty: how many were empty.
        skipped: how many the mapping skips.
        fixtures: the files to write, one a source.
        refused: the rows that made nothing, each with its reasons.
        notes: what a curator should know besides.
    """

    sheet: Sheet
    read: int = 0
    empty: int = 0
    skipped: int = 0
    fixtures: list[Fixture] = field(default_factory=list)
    refused: list[tuple[Row, list[Refusal]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def summary(self) -> str:
        """Return the counts in a line."""
        made = sum(one.records for one in self.fixtures)
        parts = [ngettext("{count} row read", "{count} rows read", self.read).format(count=number(self.read))]
        if self.empty:
            parts.append(_("{count} empty").format(count=number(self.empty)))
        if self.skipped:
            parts.append(_("{count} skipped").format(count=number(self.skipped)))
        parts.append(ngettext("{count} record made", "{count} records made", made).format(count=number(made)))
        if len(self.fixtures) > 1:
            parts[-1] += " " + _("in {count} files").format(count=number(len(self.fixtures)))
        refused = len(self.refused)
        parts.append(ngettext("{count} row refused", "{count} rows refused", refused).format(count=number(refused)))
        return ", ".join(parts)


def run(
    path: Path,
    mapping_path: Path,
    registers: Sequence[Path],
    around: Sequence[Path] = (),
    *,
    output: Path | None = None,
    max_rows: int = MAX_ROWS,
) -> Imported:
    """Return the fixtures that a spreadsheet makes, and the rows that don't fit.

    Args:
        path: a CSV or XLSX file.
        mapping_path: what it means.
        registers: directories of seeds.
        around: directories of fixtures that the result will stand beside; a source of the same slug is replaced.
        output: where the result will be written, so that an earlier one doesn't stand in its way.
        max_rows: the most rows that are read.

    Raises:
        BrokenMappingError: the mapping is wrong, or doesn't fit the sheet.
        SheetError: the sheet can't be read.
        FixtureError: a fixture would be too large, or its source isn't valid.
    """
    mapping, document = read_mapping(mapping_path)
    sheet = open_sheet(path, mapping.layout(max_rows))
    corpus = gather(registers, around)
    replaced = output if output and output.is_file() else None
    names = Names(corpus, _constant_source(mapping), replaced)
    found = fitting.problems(mapping, document, sheet, names)
    if found:
        raise BrokenMappingError(found)
    names = Names(corpus, _sources(mapping, sheet, names), replaced)
    imported = Imported(sheet)
    rows = list(_rows(mapping, sheet, imported))
    maker = _settle(imported, lambda: Maker(mapping, sheet, names), rows, (registers, around))
    imported.refused.sort(key=lambda refused: refused[0].number)
    imported.notes = [*sheet.notes, *_unused(mapping, sheet), *_new_operators(maker, imported), *imported.notes]
    return imported


def _constant_source(mapping: Mapping) -> set[str]:
    return {mapping.source["id"]} if mapping.source else set()


def _sources(mapping: Mapping, sheet: Sheet, names: Names) -> set[str]:
    """Return the sources that the sheet names: an earlier import of them is replaced."""
    if not mapping.sources:
        return _constant_source(mapping)
    maker = Maker(mapping, sheet, names)
    return {slug for row in _rows(mapping, sheet, Imported(sheet)) if (slug := maker.source(row))}


def _rows(mapping: Mapping, sheet: Sheet, imported: Imported) -> Iterator[Row]:
    """Yield the rows that hold something and aren't skipped, and count them all."""
    skipped = mapping.skipped()
    for row in sheet.below():
        if row.number in skipped:
            imported.skipped += 1
        elif row.empty():
            imported.empty += 1
        else:
            imported.read += 1
            yield row


# --- the check of what was made -----------------------------------------------------------------------------------


def _settle(imported: Imported, new: Callable[[], Maker], rows: list[Row], beside: Beside) -> Maker:
    """Fill in the fixtures and the refused rows; return the maker that made what is left.

    A row whose records don't pass the check is refused, and all is made anew without it: what another row relied on
    may have been its work.
    """
    while True:
        maker = new()
        makes = [maker.make(row) for row in rows]
        refused = {one.row.number: one.refusals for one in makes if one.refusals}
        imported.fixtures = fixtures(imported.sheet.file, maker, [one for one in makes if not one.refusals])
        _refuse_too_large(imported.fixtures)
        found = _checked(imported.fixtures, beside)
        errors = [(fixture, problem) for fixture, problem in found if problem.severity == "error"]
        imported.refused += [(row, refused[row.number]) for row in rows if row.number in refused]
        if not errors:
            imported.notes += [_warning(imported.sheet, fixture, problem) for fixture, problem in found]
            return maker
        wrong = _refusals(maker, errors)
        imported.refused += [(row, wrong[row.number]) for row in rows if row.number in wrong]
        rows = [row for row in rows if row.number not in refused.keys() | wrong.keys()]


def _checked(made: list[Fixture], beside: Beside) -> list[tuple[Fixture, Problem]]:
    """Return what the check says of fixtures, written into a directory that is thrown away."""
    registers, around = beside
    with TemporaryDirectory(prefix="ocdb-import-") as directory:
        files = {str(Path(directory) / f"{number}.yaml"): one for number, one in enumerate(made)}
        for file, one in files.items():
            Path(file).write_text(one.text, encoding="utf-8")
        corpus = gather([*registers, *map(Path, files)], around)
        return [(files[problem.file], problem) for problem in check(corpus) if problem.file in files]


def _refusals(maker: Maker, errors: list[tuple[Fixture, Problem]]) -> dict[int, list[Refusal]]:
    """Return the refusals that problems of fixtures mean, by row."""
    found: dict[int, list[Refusal]] = {}
    for fixture, problem in errors:
        origin = fixture.origin(problem.field)
        if origin is None:
            raise FixtureError(f"{problem.field}: {problem.message}", problem.remedy)
        row, made, name = origin
        found.setdefault(row.number, []).append(maker.refusal(row, made, name, problem.message, problem.remedy))
    return found


def _warning(sheet: Sheet, fixture: Fixture, problem: Problem) -> str:
    origin = fixture.origin(problem.field)
    where = f"{sheet.file}:{origin[0].number}" if origin else sheet.file
    return f"{where}: {severity_name(problem.severity)} {problem.code}: {problem.message}. {problem.remedy}"


def _refuse_too_large(made: list[Fixture]) -> None:
    for one in made:
        size = len(one.text.encode())
        if size > MAX_BYTES:
            message = _("the fixture {name} would have {size} bytes, but {limit} is the maximum")
            message = message.format(name=one.name, size=number(size), limit=number(MAX_BYTES))
            raise FixtureError(message, _("Split the sheet, or name a source in each row with sources:."))


# --- what else there is to say ------------------------------------------------------------------------------------


def _unused(mapping: Mapping, sheet: Sheet) -> list[str]:
    """Return a note on the columns that the mapping doesn't read."""
    used = {sheet.index(name) for name in mapping.columns()}
    unnamed = _("column {letter}, without a name")
    names = {index: name or unnamed.format(letter=letter(index)) for index, name in enumerate(sheet.columns)}
    left = [name for index, name in names.items() if index not in used]
    return [_("{file}: not read: {columns}").format(file=sheet.file, columns=", ".join(left))] if left else []


def _new_operators(maker: Maker, imported: Imported) -> list[str]:
    """Return a note on each new operator, with the known ones of a similar name."""
    notes = []
    for one in imported.fixtures:
        for operator in one.operators:
            near = maker.names.nearest(Ref("operator"), operator["name"])
            note = _("new operator {slug}: {name}")
            if near:
                note = _("new operator {slug}: {name}; or is it {known}?")
            notes.append(note.format(slug=operator["id"], name=operator["name"], known=either(near)))
    return notes
