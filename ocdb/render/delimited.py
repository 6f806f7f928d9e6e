"""Answers as TSV and CSV: data as they are, one line a row, safe against formulas of spreadsheets.

TSV is for pipes: tabs and line breaks inside a value are written out. Many rows are written at once, a column at a
time: whether a column has anything to write out, to guard or to quote is seen of all its values together.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ocdb.render.values import is_number, plain
from ocdb.store.reader.rows import Table
from ocdb.text import harmless, inert, visible

_NOTHING, _WHOLE, _KNOWN = {type(None)}, {int, type(None)}, {str, int, float, type(None)}


def tsv(rows: Table) -> Iterator[str]:
    """Yield the lines of TSV, a header first."""
    for batch in _with_header(rows):
        columns = [_cells(column)[0] for column in zip(*batch, strict=True)]
        yield "\n".join(map("\t".join, zip(*columns, strict=True))) + "\n"


def csv(rows: Table) -> Iterator[str]:
    """Yield the lines of CSV, a header first."""
    for batch in _with_header(rows):
        columns = [_quoted(*_cells(column)) for column in zip(*batch, strict=True)]
        lines: Iterable[str] = map(",".join, zip(*columns, strict=True))
        if len(columns) == 1:  # a line without anything in it would be none to a reader of CSV
            lines = [line or '""' for line in lines]
        yield "\n".join(lines) + "\n"


def _with_header(rows: Table) -> Iterator[Sequence[Sequence[Any]]]:
    """Yield the names of the columns and the rows; nothing where already the first rows can't be had."""
    batches = rows.batches()
    first = next(batches, ())
    yield (rows.columns,)
    if first:
        yield first
    yield from batches


def _cells(column: Sequence[Any]) -> tuple[Sequence[str], str]:
    """Return the values of a column as texts that no spreadsheet takes for a formula, and these below each other."""
    kinds = set(map(type, column))
    if kinds == _NOTHING:
        return [""] * len(column), ""
    if kinds <= _KNOWN and str in kinds:
        texts: Sequence[str] = column if len(kinds) == 1 else [plain(value) for value in column]
        below = "\n" + "\n".join(texts)
        if harmless(below, len(texts)):
            return texts, below
    if kinds <= _WHOLE:
        return ["" if value is None else str(value) for value in column], ""
    texts = [_safe(value) for value in column]
    return texts, "".join(texts)


def _quoted(texts: Sequence[str], whole: str) -> Sequence[str]:
    """Return texts, which are `whole` together, as CSV has them: within quotes where one has a comma or a quote."""
    if '"' in whole:
        doubled = [text.replace('"', '""') for text in texts]
        return [f'"{text}"' if '"' in text or "," in text else text for text in doubled]
    return [f'"{text}"' if "," in text else text for text in texts] if "," in whole else texts


def _safe(value: Any) -> str:
    """Return a value as text that no spreadsheet takes for a formula: an apostrophe stands before one."""
    text = visible(plain(value))
    return inert(text) if isinstance(value, str) and not is_number(value) else text
