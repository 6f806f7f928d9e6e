"""Answers as TSV and CSV: data as they are, one line a row, safe against formulas of spreadsheets.

TSV is for pipes: tabs and line breaks inside a value are written out.
"""

import io
from collections.abc import Iterator
from typing import Any

from ocdb.render.people import is_number, plain
from ocdb.store.reader.rows import Rows
from ocdb.text import inert, visible


def tsv(rows: Rows) -> Iterator[str]:
    """Yield the lines of TSV, a header first."""
    for row in (rows.columns, *rows.rows):
        yield "\t".join(map(_safe, row)) + "\n"


def csv(rows: Rows) -> Iterator[str]:
    """Yield the lines of CSV, a header first."""
    import csv as library  # noqa: PLC0415  only for this format

    text = io.StringIO()
    writer = library.writer(text, lineterminator="\n")
    for row in (rows.columns, *rows.rows):
        writer.writerow(map(_safe, row))
        yield text.getvalue()
        text.seek(0)
        text.truncate()


def _safe(value: Any) -> str:
    """Return a value as text that no spreadsheet takes for a formula: an apostrophe stands before one."""
    text = visible(plain(value))
    return inert(text) if isinstance(value, str) and not is_number(value) else text
