"""A directory of CSV files: one a table, one that describes all columns, and what to read first."""

from collections.abc import Iterable
from pathlib import Path

from ocdb.export.content import Content
from ocdb.export.fields import every_field
from ocdb.export.formats import README
from ocdb.export.read_first import markdown
from ocdb.export.tables import TABLES
from ocdb.render.delimited import csv
from ocdb.store.reader.rows import Rows
from ocdb.words.language import N_

NOTE = N_(
    "UTF-8 with commas, a header first. Where a text begins like a formula, an apostrophe stands before it, so that no"
    " spreadsheet calculates it; control characters are written out. The file columns.csv describes every column."
)


def write(content: Content, folder: Path) -> None:
    """Write an export as a directory of CSV files."""
    folder.mkdir()
    write_tables(content, folder)
    head, *described = every_field()
    _save(csv(Rows(head, list(described))), folder / "columns.csv")
    (folder / README).write_text(markdown(content, (NOTE,)), "utf-8")


def write_tables(content: Content, folder: Path) -> None:
    """Write the file of each table."""
    for table in TABLES:
        _save(csv(content.rows(table)), folder / f"{table.name}.csv")


def _save(parts: Iterable[str], file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(parts)
