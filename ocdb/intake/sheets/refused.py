"""The refused rows as CSV: as they were, with their number and the reasons."""

import csv
import io

from ocdb.intake.sheets.run import Imported
from ocdb.intake.sheets.sheets import letter, shown
from ocdb.text import inert, visible


def refused_csv(imported: Imported) -> str:
    """Return the refused rows in their order, with the delimiter of the sheet.

    Each cell is on one line, as the import takes it. What a spreadsheet would run as a formula gets an apostrophe
    before it, and control characters are written out, as in every CSV of ocdb.
    """
    text = io.StringIO()
    sheet = imported.sheet
    writer = csv.writer(text, delimiter=sheet.delimiter, lineterminator="\n")
    width = max([len(sheet.columns), *(len(row.values) for row, _ in imported.refused)])
    columns = [*sheet.columns, *[""] * (width - len(sheet.columns))]
    writer.writerow([*(_harmless(name) or letter(index) for index, name in enumerate(columns)), "row", "reason"])
    for row, refusals in imported.refused:
        cells = [*map(shown, row.values), *[""] * (width - len(row.values))]
        reasons = " | ".join(f"{one.column}: {one.reason}" if one.column else one.reason for one in refusals)
        writer.writerow([*map(_harmless, cells), row.number, _harmless(reasons)])
    return "\ufeff" + text.getvalue()  # Excel takes a file for UTF-8 only by this mark


def _harmless(cell: str) -> str:
    return inert(visible(" ".join(cell.split())))
