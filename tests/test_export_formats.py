"""What `ocdb export` writes, opened with the tool of each format's user."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import duckdb
import openpyxl
import pytest
from frictionless import Package
from pyarrow.parquet import read_schema

from ocdb.export.fields import fields
from ocdb.export.tables import TABLES
from ocdb.render import xlsx
from tests.commands import loaded_text, recorded
from tests.followthemoney import faults
from tests.test_export import exported


@cache
def written(target: str, *arguments: str) -> Path:
    """Return an export of all that travels with ocdb; tests only read it."""
    path = Path(mkdtemp()) / target
    exported(path, *arguments, database=recorded())
    return path


# --- Data Package -------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_data_package_is_valid_with_every_key_and_every_foreign_key(tmp_path: Path) -> None:
    exported(tmp_path / "package", "-f", "datapackage", "--country", "TG")
    described = tmp_path / "package" / "datapackage.json"
    assert Package(described).validate().valid
    resources = json.loads(described.read_text("utf-8"))["resources"]
    assert all(field["description"] for resource in resources for field in resource["schema"]["fields"])
    assert sum(len(resource["schema"]["foreignKeys"]) for resource in resources) > 50
    # That it is the keys that are looked at, and not only the cells.
    file = tmp_path / "package" / "sources.csv"
    head, _first, *others = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join([head, *others]), "utf-8")
    report = Package(described).validate()
    kinds = {error.type for task in report.tasks for error in task.errors}
    assert "foreign-key" in kinds
    assert "hash-count" in kinds or "byte-count" in kinds


# --- Parquet ------------------------------------------------------------------------------------------------------


def test_parquet_is_typed_and_read_by_duckdb() -> None:
    folder = written("out.parquet")
    promised = duckdb.sql(
        f"SELECT p.id, p.low, p.due_to, count(*) FROM '{folder}/pledges.parquet' AS p"
        f" JOIN '{folder}/citations.parquet' AS c ON c.claim = p.id"
        " WHERE p.id = 'vipp-interstis-lome-2020-500' GROUP BY ALL"
    )
    assert promised is not None
    ((key, low, due, citations),) = promised.fetchall()
    assert (key, low, due.year, citations >= 1) == ("vipp-interstis-lome-2020-500", 500, 2023, True)
    for table in TABLES:
        schema = read_schema(folder / f"{table.name}.parquet")
        assert [field.name for field in schema] == [field.name for field in fields(table)]
        assert schema.field("id").metadata[b"description"]
        assert "licence" in schema.metadata[b"ocdb.read_first"].decode().lower()


# --- SQLite -------------------------------------------------------------------------------------------------------


def test_the_sqlite_file_has_keys_and_what_to_read_first_and_metadata_for_datasette() -> None:
    path = written("out.sqlite")
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert tables == {table.name for table in TABLES} | {"read_first"}
        languages = Counter(wanted for (wanted,) in database.execute("SELECT language FROM read_first"))
        assert languages["en"] == languages["fr"] > 10
    metadata = json.loads(path.with_name("out.metadata.json").read_text("utf-8"))
    assert metadata["license"] == "CC-BY-4.0"
    described = metadata["databases"]["out"]["tables"]
    assert described["sites"]["columns"]["operator"] == "slug of the operator that runs it; empty where no source says"
    assert described["sites"]["label_column"] == "summary"


# --- Excel --------------------------------------------------------------------------------------------------------


def test_the_workbook_has_a_sheet_a_table_and_no_clock(tmp_path: Path) -> None:
    exported(tmp_path / "out.xlsx", "--country", "TG", database=recorded())
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    names = [table.name for table in TABLES]
    assert book.sheetnames == ["Read first", "À lire en premier", *names, "columns"]
    assert book["À lire en premier"]["A2"].value == "Ce que c’est"
    assert book.properties.created.isoformat() == "2026-12-01T00:00:00"
    sites = book["sites"]
    assert [cell.value for cell in sites[1]][:2] == ["id", "name"]
    assert sites.freeze_panes == "A2"
    assert str(sites.auto_filter.ref).startswith("A1:")
    assert sites.auto_filter.ref.endswith(str(sites.max_row))
    book.close()


@pytest.mark.slow
def test_a_table_that_is_longer_than_a_sheet_goes_on_in_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ocdb.export.xlsx.MOST_ROWS", 30)
    monkeypatch.setattr(xlsx, "MOST_ROWS", 30)
    exported(tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx", read_only=True)
    assert [name for name in book.sheetnames if name.startswith("countries")] == [
        "countries",
        "countries 2",
        "countries 3",
    ]
    rows = [list(book[name].iter_rows(values_only=True)) for name in ("countries", "countries 2", "countries 3")]
    assert [len(one) for one in rows] == [31, 31, len(rows[2])]
    assert len({row[0] for one in rows for row in one[1:]}) == sum(len(one) - 1 for one in rows)
    book.close()


# --- GeoJSON ------------------------------------------------------------------------------------------------------


def test_points_say_in_both_languages_how_precise_they_are_and_who_said_it() -> None:
    collection = json.loads(written("out.geojson").read_text("utf-8"))
    features = {feature["id"]: feature for feature in collection["features"]}
    site = features["vipp-interstis-lome"]
    assert site["geometry"]["type"] == "Point"
    longitude, latitude = site["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (1, 6)
    told = site["properties"]
    assert (told["status"], told["status_en"], told["status_fr"]) == ("open", "open", "ouvert")
    assert told["precision_en"] == "centre of Lomé (city), not an address"
    assert told["precision_fr"] == "centre de Lomé (ville), pas une adresse"
    assert {passage["stance"] for passage in told["evidence"]} == {"supports"}
    assert {feature["properties"]["type"] for feature in features.values()} == {"site", "event"}
    assert collection["read_first"]["fr"]["Filtres"] == "aucun\xa0: tout ce que contient la base"
    assert collection["without_coordinates"]["sites"] > 0
    parks = [one for one in features.values() if one["properties"].get("place") == "ma-casanearshore"]
    assert {one["properties"]["precision"] for one in parks} <= {"city"}


# --- JSON-LD ------------------------------------------------------------------------------------------------------


def references(value: Any) -> Iterator[str]:
    """Yield the names of the nodes that a value refers to."""
    if isinstance(value, dict):
        if value.keys() == {"@id"}:
            yield value["@id"]
        for one in value.values():
            yield from references(one)
    elif isinstance(value, list):
        for one in value:
            yield from references(one)


def test_every_node_is_there_once_and_none_leads_nowhere() -> None:
    for arguments in ((), ("--country", "TG")):
        graph = json.loads(written("out.jsonld", *arguments).read_text("utf-8"))["@graph"]
        names = Counter(node["@id"] for node in graph)
        assert set(names.values()) == {1}
        assert {name for name in references(graph) if name.startswith("ocdb:")} <= names.keys()
        assert graph[0]["@type"] == "Dataset"
        assert graph[0]["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert not any(node["@type"] == "ClaimReview" for node in graph)


# --- FollowTheMoney -----------------------------------------------------------------------------------------------


def entities(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_entities_fit_the_schema_of_followthemoney() -> None:
    for arguments in ((), ("--country", "TG"), ("--since", "2011", "--until", "2012")):
        found = entities(written("out.ftm.json", *arguments))
        assert list(faults(found)) == []
    assert {"Company", "PublicBody", "Person", "Occupancy", "Event", "Documentation"} <= {
        entity["schema"] for entity in entities(written("out.ftm.json"))
    }
    assert (written("out.ftm.json").with_name("out.README.md")).exists()


PLANS = """
source: {id: s-2020, publisher: P, title: T, url: "https://example.org/a", language: fr, published: 2020-05}
operators: [{id: one, name: One}, {id: two, name: Two}]
officials: [{id: somebody, name: Some Body}]
institutions: [{id: body, name: Body, kind: ministry, at: TG}]
sites:
- {id: planned, cite: 2, operator: one, at: tg-lome, status: planned}
- {id: running, cite: 1, operator: one, at: tg-lome, status: open}
events:
- {id: show, cite: 1, kind: trade_show, status: cancelled, at: tg-lome, date: 2020-07, summary: A show.}
positions:
- {id: held, cite: 1, official: somebody, organisation: body, title: Minister, held: 2020-01-29/2020-01-30}
successions:
- {id: bid, cite: 1, kind: acquisition, status: announced, predecessor: one, successor: two}
"""


def test_a_plan_is_no_fact_for_readers_that_look_at_no_state(tmp_path: Path) -> None:
    database = loaded_text(PLANS)
    exported(tmp_path / "out.ftm.json", database=database)
    found = {entity["id"]: entity for entity in entities(tmp_path / "out.ftm.json")}
    assert list(faults([*found.values()])) == []
    assert found["ocdb-party-one"]["properties"]["addressEntity"] == ["ocdb-claim-running"]
    assert found["ocdb-run-planned"]["properties"]["role"] == ["planned site"]
    assert found["ocdb-claim-show"]["properties"]["name"] == ["A show (cancelled)", "A show (annulé)"]
    assert found["ocdb-claim-bid"]["schema"] == "UnknownLink"
    # What two articles show of January isn't how long it lasted.
    assert found["ocdb-claim-held"]["properties"]["date"] == ["2020-01"]
    assert "endDate" not in found["ocdb-claim-held"]["properties"]
    passage = found["ocdb-evidence-planned.s-2020.supports"]["properties"]
    assert passage["summary"] == ["paragraph 2"]
    assert passage["sourceUrl"] == ["https://example.org/a"]
