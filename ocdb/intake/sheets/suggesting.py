"""A mapping to begin with: the columns of a sheet with samples, and guesses that are marked as guesses."""

from collections.abc import Iterator
from pathlib import Path

from ocdb.curation.corpus import Corpus
from ocdb.curation.fields import OneOf
from ocdb.intake.sheets.cells import code
from ocdb.intake.sheets.fields import Field, fields
from ocdb.intake.sheets.guessing import Column, date_forms, find_columns, find_sheet, thousands
from ocdb.intake.sheets.mapping import ENCODINGS
from ocdb.intake.sheets.sheets import Layout, Sheet, Value, letter, shown
from ocdb.intake.sheets.unfit import UnfitError
from ocdb.intake.writing import scalar
from ocdb.text import visible
from ocdb.words.language import N_, _

_GUESS = N_("guess")
_SOURCE = ("publisher", "title", "url", "published", "language")
# What a kind of record calls the operator and the date, and what it needs besides.
_OPERATOR = {"pledge": "operators", "site": "operator", "event": "parties.subject", "investment": "parties.subject"}
_DATE = {"pledge": "announced", "site": "opened", "event": "date", "investment": "date"}
_SLUG = {
    "pledge": "{operator}-{at}-{year}-{figure}",
    "site": "{operator}-{at}",
    "event": "{at}-{year}-{kind}",
    "investment": "{at}-{year}-{amount}",
}
# The kind of record that a column speaks for; the first one that is there wins.
_KINDS = {"figure": "pledge", "amount": "investment", "status": "site"}


def suggest(path: Path, corpus: Corpus) -> str:
    """Return a commented mapping for a spreadsheet, to be corrected.

    Raises:
        SheetError: the sheet can't be read.
    """
    sheet, layout, others = find_sheet(path)
    columns = find_columns(sheet)
    lines = [*_head(sheet, columns), *_reading(sheet, layout, others, columns), "", *_source(columns), ""]
    return "\n".join([*lines, *_record(columns, corpus)]) + "\n"


def _head(sheet: Sheet, columns: list[Column]) -> Iterator[str]:
    title = _("A mapping for {file}, to be corrected: guesses are marked.").format(file=visible(Path(sheet.file).name))
    columns_title = _("Format: docs/import.md. The columns, with some of their values:")
    yield from (f"# {title}", f"# {columns_title}")
    for column in columns:
        name = column.name or _("(no name: it can't be read)")
        yield f"#   {letter(column.index)}  {visible(name)}: {column.samples() or _('(empty)')}"


def _guess(text: str = "") -> str:
    """Return the comment that marks a guess."""
    return f"  # {_(_GUESS)}{text and ': '}{text}"


def _reading(sheet: Sheet, layout: Layout, others: list[str], columns: list[Column]) -> Iterator[str]:
    """Yield how the sheet is to be read."""
    if layout.sheet:
        text = _("the first; there are also {sheets}").format(sheets=", ".join(map(visible, others)))
        yield f"sheet: {scalar(layout.sheet)}{_guess(text)}"
    yield f"header: {layout.header}{_guess() if layout.header > 1 else ''}"
    if layout.encoding:
        yield f"encoding: {ENCODINGS.get(layout.encoding, layout.encoding)}{_guess(_('it is not UTF-8'))}"
    if sheet.notes and sheet.delimiter != ",":
        yield f"delimiter: {scalar('tab' if sheet.delimiter == chr(9) else sheet.delimiter)}"
    forms, unclear = date_forms(_values(columns, "announced", "due", "published"))
    if unclear:
        yield f"# dates: {unclear[0]}  # {_doubt(unclear[1])}"
    elif forms:
        yield f"dates: [{', '.join(forms)}]{_guess()}"
    sure, unsure = thousands(_values(columns, "figure", "amount"))
    if sure:
        yield f"numbers: {{thousands: {scalar(sure[0], top=False)}}}{_guess()}"
    if unsure:
        sign = scalar(unsure[0], top=False)
        yield f"# numbers: {{thousands: {sign}}}  # {_doubt(f'{{decimal: {sign}}}')}"


def _doubt(other: str) -> str:
    return _("or {other}? The values fit both: find out.").format(other=other)


def _values(columns: list[Column], *guesses: str) -> list[Value]:
    return [value for column in columns if column.guess in guesses for value in column.values]


def _source(columns: list[Column]) -> Iterator[str]:
    """Yield the source: of the whole sheet, or by columns where there are some."""
    found = {column.guess: column.name for column in columns if column.guess in _SOURCE}
    if "publisher" in found or "url" in found:
        yield f"sources:{_guess(_('each row names its own'))}"
        parts = [f"{{{part}}}" for part in ("publisher", "published", "title:4") if part.split(":")[0] in found]
        yield f'  id: "{"-".join(parts)}"'
        yield "  fields:"
        for name in _SOURCE:
            yield f"    {name}: {scalar(found[name])}{_guess()}" if name in found else f"    # {name}:"
        return
    yield f"source:  # {_('of all rows; to be filled in')}"
    yield from ("  # id: a-slug", "  # publisher:", "  # title:", "  # language: fr", "  # published: 2022-06-30")


def _record(columns: list[Column], corpus: Corpus) -> Iterator[str]:
    """Yield the record that a row may make: the fields that were guessed, those that it needs, and what is left."""
    guessed = {column.guess: column for column in columns if column.guess}
    kind = next((kind for name, kind in _KINDS.items() if name in guessed), "event")
    names = {"operator": _OPERATOR[kind], "announced": _DATE[kind]}
    known = fields(kind)
    given = {names.get(guess, guess): column for guess, column in guessed.items()}
    given = {name: column for name, column in given.items() if name in known or name.startswith("parties.")}
    yield f"# new_operators: true  # {_('let unknown names become operators, written into the fixture')}"
    yield from ("", "records:", f"- record: {kind}{_guess()}", f'  id: "{_SLUG[kind]}"', "  fields:")
    for name, column in given.items():
        yield from _field(name, column, guessed, kind, corpus)
    for name, field in known.items():
        if field.required and name not in (*given, "id", "cite"):
            yield f"    # {name}: {{constant: }}{_choice(field, corpus)}"
    read = [*given.values(), *(guessed[name] for name in (*_SOURCE, "country") if name in guessed)]
    yield from (f"    # ?: {scalar(column.name)}" for column in columns if column.name and column not in read)


def _choice(field: Field, corpus: Corpus) -> str:
    codes = field.mark.codes(corpus.codes) if isinstance(field.mark, OneOf) else {}
    return f"  # {_('one of {codes}').format(codes=', '.join(codes))}" if codes else ""


def _field(name: str, column: Column, guessed: dict[str, Column], kind: str, corpus: Corpus) -> Iterator[str]:
    """Yield a field with its column, and the values that mean no code yet."""
    field = fields(kind).get(name)
    country = f", within: {scalar(guessed['country'].name, top=False)}" if name == "at" and "country" in guessed else ""
    plain = f"{{column: {scalar(column.name, top=False)}{country}}}" if country else scalar(column.name)
    yield f"    {name}: {plain}{_guess()}"
    if field and isinstance(field.mark, OneOf):
        unknown = [value for value in map(shown, column.values[:20]) if not _is_code(corpus, field.mark, value)]
        if unknown:
            pairs = ", ".join(f"{scalar(visible(value), top=False)}: " for value in unknown)
            yield f"    # {name}: {{column: {scalar(column.name, top=False)}, values: {{{pairs}}}}}"
            text = _("with the codes {codes}").format(codes=", ".join(field.mark.codes(corpus.codes)))
            yield f"    #   {text}"


def _is_code(corpus: Corpus, mark: OneOf, value: str) -> bool:
    try:
        code(corpus, mark, value)
    except UnfitError:
        return False
    return True
