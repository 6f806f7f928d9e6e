"""JSON lines: each line is what a YAML file is, is checked like one, and a problem names its line."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocdb.curation import json_lines
from ocdb.curation.corpus import gather
from ocdb.curation.document import Document
from ocdb.curation.json_lines import MAX_LINE, parse
from ocdb.curation.reading import files, read, read_lines
from ocdb.settings import resource
from tests.cases import each
from tests.commands import ocdb

SOURCE = {"id": "herald-2019", "publisher": "The Invented Herald", "language": "en", "published": "2019-03-04"}
PLEDGE = {"id": "exemplia-lome", "cite": 1, "at": "tg-lome", "figure": 500, "measure": "jobs", "basis": "operator"}
FILE: dict[str, Any] = {"source": SOURCE, "pledges": [PLEDGE]}


def told(tmp_path: Path, content: bytes) -> list[str]:
    """Return the problems of reading and shape of a file, without its directory."""
    path = tmp_path / "f.jsonl"
    path.write_bytes(content)
    found = sorted(gather([path], around=[resource("seeds")]).problems)
    return [str(problem).removeprefix(f"{tmp_path}/") for problem in found]


def line(**more: Any) -> bytes:
    return json.dumps(FILE | more).encode() + b"\n"


def test_each_line_is_a_file_and_empty_lines_are_none(tmp_path: Path) -> None:
    other = line(source=SOURCE | {"id": "other"}, pledges=[PLEDGE | {"id": "other-lome"}])
    for content in (line() + other, line() + b"\n  \n" + other, b"\xef\xbb\xbf" + line() + other.strip()):
        path = tmp_path / "f.jsonl"
        path.write_bytes(content.replace(b"\n", b"\r\n"))
        corpus = gather([path], around=[resource("seeds")])
        assert corpus.problems == []
        assert [entry.record.id for entry in corpus.of("pledge")] == ["exemplia-lome", "other-lome"]


EMPTY = "error empty-file: it is empty. Fill it in, or remove it."
DEEP = "error broken-json: it is nested too deeply. Flatten it."
INVALID = "there is an invalid character. Remove it."


def no_json(reason: str) -> str:
    return f"error broken-json: this isn't JSON: {reason}. Check commas, colons and quotes."


@each(
    ("content", "place", "problem"),
    [
        (b"", "1:1", EMPTY),
        (b"\n\n", "1:1", EMPTY),
        (b"null\n", "1:1", EMPTY),
        (b'{"a": \n', "1:7", no_json("Expecting value")),
        (b"{'a': 1}", "1:2", no_json("Expecting property name enclosed in double quotes")),
        (b'{"a": 1} {"b": 2}', "1:10", no_json("Extra data")),
        (b'{"a": NaN}', "1:1", no_json("NaN")),
        (b'{"a": -Infinity}', "1:1", no_json("-Infinity")),
        (b'{"a": "\x07"}', "1:8", no_json("Invalid control character at")),
        (b'{"a": 1}\n\xef\xbb\xbf{"b": 2}', "2:1", no_json("Expecting value")),
        (b'\n{"source": "\xe9"}\n{', "2:1", "error unreadable-file: it isn't in UTF-8 (byte 13). Save it as UTF-8."),
        (b"[" * 31 + b"]" * 31, "1:1", DEEP),
        (b"[" * 1_000_000, "1:1", DEEP),
        (b'{"a":' * 1_000_000, "1:1", DEEP),
        (b'{"source": {"id": "a\\u0000"}}', "1:1", f"error broken-json: source.id: {INVALID}"),
        (b'{"source": {"title": "\\ud800"}}', "1:1", f"error broken-json: source.title: {INVALID}"),
    ],
)
def test_a_broken_line_is_a_clear_error(content: bytes, place: str, problem: str, tmp_path: Path) -> None:
    assert f"f.jsonl:{place}: {problem}" in told(tmp_path, content)


def test_lists_and_objects_may_be_as_deep_as_in_yaml(tmp_path: Path) -> None:
    assert "deeply" not in str(told(tmp_path, b"[" * 30 + b"]" * 30))


def test_a_key_given_twice_is_a_problem_and_the_first_one_counts(tmp_path: Path) -> None:
    twice = b'{"source": {"id": "a", "publisher": "B", "language": "en", "publisher": "C"}}\n'
    assert told(tmp_path, line() + twice) == [
        "f.jsonl:2:1: error duplicate-key: source.publisher: this key appears twice. Keep one of them."
    ]
    (_first, source) = gather([tmp_path / "f.jsonl"]).of("source")
    assert source.record.publisher == "B"


def test_a_problem_of_shape_names_line_column_and_field(tmp_path: Path) -> None:
    wrong = line(source=SOURCE | {"id": "b"}, pledges=[PLEDGE | {"id": "b-lome", "figure": -1}])
    column = wrong.decode().index('"figure"') + 1
    (problem,) = told(tmp_path, line() + b"\n" + wrong)
    assert problem.startswith(f'f.jsonl:3:{column}: error wrong-value: pledges[1].figure: "-1" isn\'t a number')


def test_a_slug_of_a_broken_line_isnt_missed_by_others(tmp_path: Path) -> None:
    content = line(pledges=[PLEDGE | {"operators": ["exemplia"]}]) + b'{"operators": [{"id": "exemplia", "name": }]}\n'
    (tmp_path / "f.jsonl").write_bytes(content)
    assert "unknown-slug" not in ocdb("check", tmp_path / "f.jsonl").out


def test_a_huge_line_is_a_problem_and_the_lines_after_it_are_read(tmp_path: Path) -> None:
    huge = b'{"source": "' + b"x" * MAX_LINE * 2 + b'"}\n'
    wrong = line(pledges=[PLEDGE | {"id": "B"}])
    problems = told(tmp_path, line() + huge + wrong)
    assert problems[0] == (
        "f.jsonl:2:1: error unreadable-file: it is larger than 5,000,000 bytes. Split it: one line for each source."
    )
    assert problems[1].startswith("f.jsonl:3:")


def test_a_number_stays_as_it_is_written() -> None:
    data = parse(
        '{"a": 1.0, "b": 4.280, "c": 1e5, "d": -7, "e": 1234567890123456, "f": true, "g": null}', "f.jsonl"
    ).data
    assert data == {"a": "1.0", "b": "4.280", "c": "1e5", "d": -7, "e": "1234567890123456", "f": True, "g": None}


def test_a_device_is_no_file_of_lines(tmp_path: Path) -> None:
    (tmp_path / "f.jsonl").symlink_to("/dev/zero")
    (document,) = read_lines(tmp_path / "f.jsonl")
    assert [problem.message for problem in document.problems] == ["it isn't an ordinary file"]


def test_a_directory_is_searched_for_both(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.jsonl", "c.JSONL", ".d.jsonl", "e.json", "f.ndjson"):
        (tmp_path / name).touch()
    assert [path.name for path in files(tmp_path)] == ["a.yaml", "b.jsonl", "c.JSONL"]


@given(st.text(max_size=60))
def test_any_text_is_data_or_a_problem(text: str) -> None:
    document = parse(text, "f.jsonl")
    assert document.data is not None or document.problems or text.strip() == "null"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**13), 10**13) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
)


@given(JSON)
def test_what_json_says_is_what_is_read(data: object) -> None:
    document = parse(json.dumps(data), "f.jsonl")
    if not document.problems:
        assert repr(document.data) == repr(data)


def dumped(path: Path) -> list[str]:
    """Return a database as SQL, without what tells from which files it was made."""
    with sqlite3.connect(path) as connection:
        lines = [line for line in connection.iterdump() if 'INSERT INTO "stamp"' not in line]
    return sorted(lines)


@pytest.mark.slow
@pytest.mark.usefixtures("five_travel")
def test_fixtures_as_json_lines_give_the_database_of_the_yaml(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for file in files(resource("fixtures")):
            stream.write(json.dumps(read(file).data) + "\n")
    for name, source in (("yaml", resource("fixtures")), ("json", path)):
        answer = ocdb("--db", tmp_path / f"{name}.sqlite", "load", source)
        assert answer.code == 0, answer.err
    assert dumped(tmp_path / "json.sqlite") == dumped(tmp_path / "yaml.sqlite")


def test_a_document_that_changed_since_it_was_read_keeps_its_line(tmp_path: Path) -> None:
    path = tmp_path / "f.jsonl"
    path.write_bytes(line() + line())
    _first, second = read_lines(path)
    path.unlink()
    assert second.place(("pledges", 0)) == (2, 1)


def test_the_reader_needs_no_more_than_a_line_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "f.jsonl"
    path.write_bytes(line() * 3)
    with path.open("rb") as content:
        documents = json_lines.read(path, content, "f.jsonl")
        assert isinstance(next(documents), Document)
        assert content.tell() == len(line())
