"""What the tests of `ocdb import` share: a mapping, how to run it on a sheet, and how to look at what came of it."""

import re
from pathlib import Path
from typing import Any

import openpyxl

from ocdb.curation.document import Document
from ocdb.curation.reading import parse
from tests.commands import Answer, ocdb

SOURCE = """
source: {id: sheet-2022, publisher: Observatoire inventé, language: fr, published: 2022-06-30}
"""
PLEDGE = """
records:
- record: pledge
  id: "{operator}-{at}-{year}-{figure}"
  fields:
    operators: Qui
    at: Où
    figure: Combien
    measure: {constant: jobs}
    basis: {constant: operator}
    announced: Quand
"""
HEADER = "Qui,Où,Combien,Quand\n"
GOOD = "Webhelp,Agadir,400,2013-08\n"
COLUMNS = ["Qui", "Où", "Combien", "Quand"]


def run(sheet: str | bytes | openpyxl.Workbook, mapping: str = SOURCE + PLEDGE, *options: str) -> Answer:
    """Import a sheet with a mapping, each given as its text."""
    name = "sheet.csv"
    if isinstance(sheet, openpyxl.Workbook):
        name = "sheet.xlsx"
        sheet.save(name)
    else:
        Path(name).write_bytes(sheet if isinstance(sheet, bytes) else sheet.encode())
    Path("map.yaml").write_text(mapping, "utf-8")
    return ocdb("import", name, "--map", "map.yaml", *options, database="")


def refusals(answer: Answer) -> list[str]:
    """Return what an import tells of rows; nothing else may go wrong."""
    assert answer.code == 5, answer.err
    assert not answer.err.startswith("ocdb: "), answer.err
    return [line for line in answer.err.splitlines() if re.match(r"sheet\.\w+:\d+: (?!warning)", line)]


def only(answer: Answer) -> str:
    found = refusals(answer)
    assert len(found) == 1, found
    return found[0].partition(": ")[2]


def made(answer: Answer, key: str = "pledges") -> list[dict[str, Any]]:
    assert answer.code == 0, answer.err
    records: list[dict[str, Any]] = parse(answer.out, Document("out")).data[key]
    return records


def book(*rows: list[Any]) -> openpyxl.Workbook:
    """Return a workbook with rows in its one sheet."""
    found = openpyxl.Workbook()
    for row in rows:
        active(found).append(row)
    return found


def active(of: openpyxl.Workbook) -> Any:
    return of.active
