"""Reading YAML: what comes out is what stands there, and each problem knows its line and column."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocdb.curation import reading
from ocdb.curation.document import Document
from ocdb.curation.problems import Problem
from ocdb.curation.reading import files, parse, read
from tests.cases import each


def data(text: str) -> Any:
    """Return what a text without problems holds."""
    document = parse(text, Document("f.yaml"))
    assert document.problems == []
    return document.data


def told(problem: Problem) -> str:
    """Return a problem in a line: place, field, what is wrong, what to do."""
    field = f"{problem.field}: " if problem.field else ""
    return f"{problem.file}:{problem.line}:{problem.column}: {field}{problem.message}. {problem.remedy}"


def problems(text: str) -> list[str]:
    return [told(problem) for problem in parse(text, Document("f.yaml")).problems]


# --- what comes out -----------------------------------------------------------------------------------------------


@each(
    "text",
    [
        "NO", "no", "yes", "on", "Off", "y", "TRUE", "False", "NULL", "Null",
        "12:30", "2020-01-30", "2020-01-30 12:30:00", "2011-13", "2011-10", "2012~", "2009-06/..",
        "1_000", "1,000", "017", "0o17", "0x1F", "+5", "1e3", "4.28", ".5", ".inf", ".nan", "=", "<<",
        "1234567890123456",
    ],
)  # fmt: skip
def test_a_word_that_yaml_would_turn_into_something_else_stays_as_written(text: str) -> None:
    assert data(f"value: {text}") == {"value": text}


@each(
    ("text", "value"),
    [("500", 500), ("-3", -3), ("0", 0), ("true", True), ("false", False), ("null", None), ("~", None), ("", None)],
)
def test_integers_true_false_and_null_are_what_they_are(text: str, value: object) -> None:
    found = data(f"value: {text}")["value"]
    assert (found, type(found)) == (value, type(value))


@each("text", ['"500"', "'true'", '"~"', '""', "''", "|\n  500", ">-\n  null"])
def test_what_is_quoted_or_a_block_is_a_text(text: str) -> None:
    assert isinstance(data(f"value: {text}")["value"], str)


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S")), min_size=1, max_size=12))
def test_no_plain_word_changes_its_letters(word: str) -> None:
    document = parse(f"- {word}", Document("f.yaml"))
    if not document.problems and isinstance(document.data, list) and isinstance(document.data[0], str):
        assert document.data[0] == word.partition(" #")[0] or word[0] in "'\"|>!"


def test_a_key_is_always_a_word() -> None:
    assert data("2011: a\ntrue: b\n~: c\nNO: d") == {"2011": "a", "true": "b", "~": "c", "NO": "d"}


def test_lists_and_mappings_nest() -> None:
    assert data("pledges:\n- id: a\n  figure: {range: [300, 400]}\n") == {
        "pledges": [{"id": "a", "figure": {"range": [300, 400]}}]
    }


@each("text", ["", "\n\n", "# Nothing yet.\n", "---\n"])
def test_an_empty_file_holds_nothing(text: str) -> None:
    assert data(text) is None


def test_a_list_at_the_top_is_read_as_it_stands() -> None:
    assert data("- a\n- b\n") == ["a", "b"]


def test_accents_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes("\ufeffname: Lomé\r\nnote: œuvre\r\n".encode())
    assert read(tmp_path / "f.yaml").data == {"name": "Lomé", "note": "œuvre"}


# --- what is refused ----------------------------------------------------------------------------------------------


def test_a_key_given_twice_is_a_problem_at_the_second_one() -> None:
    text = "source:\n  id: a\n  title: One\n  title: Two\n"
    assert problems(text) == ["f.yaml:4:3: source.title: this key appears twice. Keep one of them."]


@pytest.mark.parametrize(
    ("text", "place"), [("a: &x 1\nb: *x\n", "1:4"), ("a: 1\nb: *x\n", "2:4"), ("a: 1\nb: &x {c: 1}\n", "2:4")]
)
def test_an_anchor_or_an_alias_is_a_problem(text: str, place: str) -> None:
    assert problems(text) == [f"f.yaml:{place}: there is an anchor or an alias. Write it out."]


def test_a_bomb_of_aliases_is_refused_before_it_is_opened() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    assert problems(bomb) == ["f.yaml:1:5: there is an anchor or an alias. Write it out."]


@each(
    ("text", "place", "tag"),
    [
        ("a: !!python/object/apply:os.getcwd []", "1:4", "tag:yaml.org,2002:python/object/apply:os.getcwd"),
        ("a: 1\nb: !!binary aGVsbG8=", "2:4", "tag:yaml.org,2002:binary"),
        ("a: !mine {b: 1}", "1:4", "!mine"),
        ("a: !!set {b}", "1:4", "tag:yaml.org,2002:set"),
    ],
)
def test_a_tag_is_a_problem_and_runs_nothing(text: str, place: str, tag: str) -> None:
    field = "b" if place.startswith("2") else "a"
    assert problems(text) == [f"f.yaml:{place}: {field}: the tag {tag} isn't used here. Remove it."]


def test_a_merge_key_merges_nothing() -> None:
    assert data("<<: {a: 1}\nb: 2") == {"<<": {"a": 1}, "b": 2}


def test_a_key_that_is_no_word_is_a_problem() -> None:
    assert problems("? [a, b]\n: c\n") == ["f.yaml:1:3: a key must be a word. Write a word."]


@each("open_", ["[", "- ", "{a: "])
@pytest.mark.parametrize("depth", [31, 200_000])  # the composer of libyaml calls itself, and crashes at the latter
def test_nesting_that_goes_too_deep_is_a_problem(open_: str, depth: int) -> None:
    column = 30 * len(open_) + 1
    assert problems(open_ * depth) == [f"f.yaml:1:{column}: it is nested too deeply. Flatten it."]


def test_nesting_as_deep_as_any_fixture_goes_is_read() -> None:
    assert data("[" * 30 + "]" * 30)


def test_two_documents_in_one_file_are_a_problem() -> None:
    assert problems("a: 1\n---\nb: 2\n") == [
        (
            "f.yaml:2:1: this isn't YAML: expected a single document in the stream but found another document."
            " Check indentation, colons and quotes here."
        )
    ]


@each(
    ("text", "place", "wrong"),
    [
        ("a: 1\nb: c: d\n", "2:5", "mapping values are not allowed in this context"),
        ("a:\n\t- b\n", "2:1", "while scanning for the next token found character that cannot start any token"),
        ("é: [ü, 1\nb: 2\n", "2:2", "while parsing a flow sequence did not find expected ',' or ']'"),
        ('a: "b\n', "2:1", "while scanning a quoted scalar found unexpected end of stream"),
    ],
)
def test_what_is_no_yaml_is_a_problem_where_it_goes_wrong(text: str, place: str, wrong: str) -> None:
    assert problems(text) == [f"f.yaml:{place}: this isn't YAML: {wrong}. Check indentation, colons and quotes here."]


@pytest.mark.parametrize(
    ("text", "place"), [("a: \x00", "1:4"), ("a: b\né: ü\x1b[31m", "2:5"), ("a: 1\nb: 2\nc: '\x07'", "3:5")]
)
def test_a_control_character_is_a_problem_with_its_place(text: str, place: str) -> None:
    assert problems(text) == [
        f"f.yaml:{place}: this isn't YAML: control characters are not allowed. Remove that character."
    ]


def test_a_nul_that_is_written_as_an_escape_is_a_problem_since_postgresql_has_no_place_for_it() -> None:
    assert problems('a: "x\\0y"') == ["f.yaml:1:4: a: there is a NUL character. Remove it."]


def test_a_file_in_another_encoding_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes("name: Lomé\n".encode("latin-1"))
    document = read(tmp_path / "f.yaml", "f.yaml")
    assert [told(problem) for problem in document.problems] == [
        "f.yaml:1:1: it isn't in UTF-8 (byte 9). Save it as UTF-8."
    ]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes(b"#" * (reading.MAX_BYTES + 1))
    (problem,) = read(tmp_path / "f.yaml", "f.yaml").problems
    assert told(problem) == ("f.yaml:1:1: it is larger than 5,000,000 bytes. Split it: one file for each source.")


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read(tmp_path / "f.yaml", "f.yaml").problems
    assert told(problem) == "f.yaml:1:1: it can't be read: No such file or directory. Check the path and your rights."


# --- where things stand -------------------------------------------------------------------------------------------

TEXT = """\
# A comment.
source:
  id: a
pledges:
- id: b
  figure: {about: 400}
- id: c
  cite: [1, 2]
"""


@each(
    ("path", "place"),
    [
        (("source",), (2, 1)),
        (("source", "id"), (3, 3)),
        (("pledges", 0), (5, 3)),
        (("pledges", 0, "figure", "about"), (6, 12)),
        (("pledges", 1, "cite", 1), (8, 13)),
        (("pledges", 1, "due"), (7, 3)),  # not there: the place of what it is missing from
        (("nowhere",), (2, 1)),
    ],
)
def test_a_problem_stands_at_its_field_or_at_what_lies_around_it(
    path: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    problem = parse(TEXT, Document("f.yaml")).problem(path, "wrong", "Mend it.")
    assert (problem.line, problem.column) == place


def test_a_field_is_named_as_people_count() -> None:
    problem = parse(TEXT, Document("f.yaml")).problem(("pledges", 1, "cite", 0), "wrong", "Mend it.")
    assert told(problem) == "f.yaml:8:10: pledges[2].cite[1]: wrong. Mend it."


def test_the_files_below_a_directory_are_those_of_yaml_sorted_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/c.yml", ".hidden.yaml", ".git/d.yaml", "notes.md", "e.yaml.orig", "f.yxml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [str(path.relative_to(tmp_path)) for path in files(tmp_path)] == ["a/c.yml", "b.yaml"]
