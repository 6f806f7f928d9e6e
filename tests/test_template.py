"""What a curator begins with: the template, the JSON Schema and the coverage register follow the record shapes."""

import json
import re
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from ocdb.curation import fields, records, registers
from ocdb.curation.corpus import Corpus, gather
from ocdb.curation.document import Document
from ocdb.curation.json_schema import json_schema
from ocdb.curation.meanings import meanings
from ocdb.curation.reading import parse, read
from ocdb.curation.template import template
from ocdb.settings import resource
from tests.cases import each
from tests.commands import ocdb
from tests.travelling import FIVE_ARTICLES, ROOT


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return gather([resource("seeds")])


@pytest.fixture(scope="module")
def validator(seeds: Corpus) -> jsonschema.Draft202012Validator:
    schema = json_schema(seeds)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


# --- the template -------------------------------------------------------------------------------------------------


def test_the_template_is_yaml_with_the_slug_and_two_fields_to_fill_in(seeds: Corpus) -> None:
    document = parse(template("press-2021-lome", seeds), Document("press.yaml"))
    assert document.problems == []
    assert document.data == {"source": {"id": "press-2021-lome", "publisher": None, "language": None}}


def test_uncommented_the_template_holds_every_field_of_every_kind_of_claim(seeds: Corpus) -> None:
    text = template("press-2021-lome", seeds)
    uncommented = re.sub(r"^# (?=  |- |[a-z]+:$)", "", text, flags=re.MULTILINE)
    document = parse(re.sub(r"^(  (?:- )?)# ", r"\1", uncommented, flags=re.MULTILINE), Document("press.yaml"))
    assert document.problems == []
    shapes: dict[str, type[fields.Record]] = {**records.CLAIMS, "citations": registers.Citation}
    for key, shape in shapes.items():
        assert set(document.data[key][0]) == {field.alias or name for name, field in shape.model_fields.items()}


def test_each_field_of_the_template_says_what_it_means_and_short_code_lists_stand_there(seeds: Corpus) -> None:
    lines = template("press-2021-lome", seeds).splitlines()
    fields = [line for line in lines if re.match(r"(# )?  (- )?(# )?[a-z_]+:", line)]
    assert all(re.search(r"  # \w", line) for line in fields)
    assert "#   status:                   # State at the time of the article: planned, open, closed, unknown" in lines


def test_every_field_of_every_record_has_a_description() -> None:
    stated: list[type[fields.Record]] = [registers.Source, registers.Citation, *records.CLAIMS.values()]
    shapes = [*stated, *records.REGISTERS.values()]
    assert [(one.__name__, name) for one in shapes for name in one.model_fields if name not in meanings(one)] == []


def test_ocdb_new_source_writes_a_file_and_never_over_another(tmp_path: Path) -> None:
    target = tmp_path / "press.yaml"
    assert ocdb("new", "source", "press-2021-lome", "-o", target).code == 0
    assert target.read_text("utf-8").startswith("# yaml-language-server: $schema=ocdb.schema.json\n")
    again = ocdb("new", "source", "press-2021-lome", "-o", target)
    assert (again.code, again.err) == (2, f"ocdb: {target} already exists\n  Name another file.\n")


def test_a_slug_with_capitals_is_refused() -> None:
    assert ocdb("new", "source", "Press 2021").err == (
        'ocdb: "Press 2021" isn\'t a slug\n  Use lower-case letters, digits and hyphens.\n'
    )


# --- the JSON Schema ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "files",
    [FIVE_ARTICLES, pytest.param([*ROOT.glob("fixtures/*/*.yaml")], marks=pytest.mark.slow)],
    ids=["five", "all"],
)
def test_the_fixtures_fit_the_schema(files: Sequence[Path], validator: jsonschema.Draft202012Validator) -> None:
    wrong = {path.name: [*validator.iter_errors(read(path).data)] for path in files}
    assert wrong
    assert not any(wrong.values()), wrong


@each(
    "wrong",
    [
        {"source": {"id": "a", "publisher": "P", "language": "fr", "publishd": "2011"}},
        {"source": {"id": "A B", "publisher": "P", "language": "fr"}},
        {"sites": [{"id": "a", "cite": 1, "at": "TG", "status": "opne"}]},
        {"sites": [{"id": "a", "at": "TG", "status": "open"}]},
        {"pledges": [{"id": "a", "cite": 1, "at": "TG", "figure": 5, "measure": "job", "basis": "operator"}]},
        {"pledges": [{"id": "a", "cite": 1, "at": "TG", "figure": [5], "measure": "jobs", "basis": "operator"}]},
        {"claims": []},
    ],
)
def test_what_is_wrong_does_not_fit_the_schema(wrong: Any, validator: jsonschema.Draft202012Validator) -> None:
    assert list(validator.iter_errors(wrong))


def test_a_new_slug_fits_the_schema_and_known_ones_are_offered(validator: jsonschema.Draft202012Validator) -> None:
    site = {"id": "a", "cite": 1, "at": "tg-lome", "status": "open", "operator": "a-new-operator"}
    assert list(validator.iter_errors({"sites": [site]})) == []
    offered = validator.schema["$defs"]["operator"]["anyOf"][0]["enum"]
    assert "webhelp" in offered


# --- coverage -----------------------------------------------------------------------------------------------------


def test_coverage_tells_articles_read_and_known_by_country_and_for_named_ones_by_year() -> None:
    rows = [line.split() for line in ocdb("coverage", "Togo", "-f", "table").lines]
    assert ["Togo", "1", "22", "sample", "2001", "–", "2025"] in rows
    assert [row[1:4] for row in rows[rows.index(["By", "year"]) + 3 :]] == [
        ["2001", "0", "1"], ["2019", "0", "5"], ["2020", "1", "9"], ["2021", "0", "1"], ["2025", "0", "6"],
    ]  # fmt: skip
    every = ocdb("coverage", "-f", "table").lines
    assert [line.split()[0] for line in every if line.startswith(("Togo ", "Madagascar "))] == ["Togo", "Madagascar"]
    assert ocdb("coverage", "Webhelp").code == 2


def test_a_year_that_nobody_searched_is_told_apart_from_one_without_articles() -> None:
    rows = json.loads(ocdb("coverage", "--country", "France", "-f", "json").out)["years"]
    assert [(row["year"], row["searches"], row["found"], row["sources"]) for row in rows] == [
        (2009, 0, None, 1),
        (2011, 0, None, 1),
    ]


def test_data_of_coverage_have_the_rows_and_words_that_people_see(tmp_path: Path) -> None:
    assert ocdb("coverage", "-f", "csv").lines[0] == "country,country_name,read,known,method,years"
    assert "TG,Togo,1,22,sample,2001/2025" in ocdb("coverage", "-f", "csv").lines
    fields = ["id", "country", "country_name", "year", "searches", "method", "found", "sources", "read", "known"]
    named = ocdb("coverage", "Togo", "-f", "tsv")
    assert (named.lines[0].split("\t"), named.rows[2]) == (
        fields,
        ["TG:2020", "TG", "Togo", "2020", "1", "sample", "9", "1", "1", "9"],
    )
    found = json.loads(ocdb("coverage", "Togo", "-f", "json").out)
    assert [row["known"] for row in found["countries"]] == [22]
    assert [[*row] for row in found["years"]][:1] == [fields]
    assert ocdb("coverage", "-o", tmp_path / "a.xlsx").code == 0
    with closing(openpyxl.load_workbook(tmp_path / "a.xlsx")) as book:
        heads = [[cell.value for cell in sheet[1]] for sheet in book.worksheets]
    assert fields in heads
    assert ["country", "country_name", "read", "known", "method", "years"] in heads


def test_a_country_without_coverage_says_so() -> None:
    answer = ocdb("coverage", "--country", "Norway")
    assert (answer.code, answer.err) == (0, "No searches were made there\n")
