"""A Data Package (https://datapackage.org): CSV files and a description of every field, with keys and foreign keys."""

import json
from pathlib import Path
from typing import Any

from ocdb import release
from ocdb.answers.editions import edition
from ocdb.export.content import Content
from ocdb.export.csv import write_tables
from ocdb.export.everything import digest
from ocdb.export.fields import description, fields
from ocdb.export.formats import README
from ocdb.export.read_first import LICENCE_ADDRESS, joined, markdown, titles
from ocdb.export.tables import TABLES, Table
from ocdb.words.language import N_

NOTE = N_(
    "A Data Package: datapackage.json describes every field of the CSV files, with keys and foreign keys. Where a text"
    " begins like a formula, an apostrophe stands before it, so that no spreadsheet calculates it; control characters"
    " are written out."
)
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def write(content: Content, folder: Path) -> None:
    """Write an export as a Data Package."""
    folder.mkdir()
    write_tables(content, folder)
    described = json.dumps(_package(content, folder), ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(described + "\n", "utf-8")
    (folder / README).write_text(markdown(content, (NOTE,)), "utf-8")


def _package(content: Content, folder: Path) -> dict[str, Any]:
    held = edition(content.reader)
    return {
        "$schema": PROFILE,
        "name": "ocdb",
        "title": titles()["en"],
        "title_fr": titles()["fr"],
        "description": markdown(content, (NOTE,)),
        "version": held.version,
        **({"created": f"{held.date}T00:00:00Z"} if held.date else {}),
        "licenses": [{"name": release.LICENCE, "path": LICENCE_ADDRESS}],
        "contributors": [{"title": release.AUTHOR, "roles": ["creator"]}],
        "read_first": joined(content, (NOTE,)),
        "resources": [_resource(table, folder) for table in TABLES],
    }


def _resource(table: Table, folder: Path) -> dict[str, Any]:
    file = folder / f"{table.name}.csv"
    return {
        "name": table.name,
        "type": "table",
        "path": file.name,
        "description": description(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.stat().st_size,
        "hash": f"sha256:{digest(file)}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    return {
        "fields": [
            {"name": field.name, "type": field.type, "description": field.description} for field in fields(table)
        ],
        "missingValues": [""],
        "primaryKey": ["id"],
        "foreignKeys": [
            # A reference to the table itself has no name in the first edition of the standard, and any in the second.
            {"fields": [column], "reference": {"resource": _other(table, other), "fields": ["id"]}}
            for column, other in table.references.items()
        ],
    }


def _other(table: Table, other: str) -> str:
    return "" if other == table.name else other
