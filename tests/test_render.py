"""Rows to formats: what is printed for odd values, and how a table fits a width."""

import csv
import io
import json
import os
import pty
import struct
import subprocess
import sys
import termios
import tracemalloc
from collections.abc import Callable
from fcntl import ioctl
from functools import partial
from pathlib import Path

from ocdb.render import FORMATS, Section, render, render_sections, rendered
from ocdb.store.reader.rows import Rows, distinct
from tests.cases import each
from tests.commands import ocdb
from tests.own import odd

ODD_NAMES = {
    "markup": "[red]Rouge[/red] [link=x]",
    "escape": r"Esc\x1b[31mape\x1b]0;owned\x07",
    "eight-bit": r"CSI \x9b31m",
    "bidi": r"abc\u202edef\u2066ghi",
    "lines": r"Tab\tand\nline",
    "pipe": "A | B",
    "comma": 'A, "B"',
    "wide": "電話センター株式会社",
    "percent": "100% Call_Center",
}
MIXED = Rows(("id", "n", "x", "text"), [("a", 1, 2.0, None), ("b", None, 0.5, "é"), ("c", 30, None, "")])


def names(form: str) -> str:
    """Return the odd names in a format."""
    arguments = [argument for key in ODD_NAMES for argument in ("--operator", key)]
    return ocdb("list", "operators", *arguments, "--columns", "id,name", "-f", form, database=odd()).out


# --- odd names ----------------------------------------------------------------------------------------------------


def test_no_format_lets_a_control_character_through() -> None:
    for form in FORMATS:
        assert not {letter for letter in names(form) if letter < " " and letter not in "\t\n"}, form
        assert not set(names(form)) & set("\x7f\x9b\u202e\u2066"), form


def test_tsv_keeps_one_line_a_row_and_writes_tabs_and_line_breaks_out() -> None:
    lines = [line.split("\t") for line in names("tsv").splitlines()]
    assert lines[0] == ["id", "name"]
    assert dict(lines[1:]) == ODD_NAMES


def test_csv_can_be_read_back() -> None:
    rows = list(csv.reader(io.StringIO(names("csv"))))
    assert dict(rows[1:]) == ODD_NAMES


def test_json_keeps_the_exact_text() -> None:
    found = {record["id"]: record["name"] for record in json.loads(names("json"))}
    assert found["escape"] == "Esc\x1b[31mape\x1b]0;owned\x07"
    assert found["eight-bit"] == "CSI \x9b31m"
    assert found["bidi"] == "abc\u202edef\u2066ghi"
    assert found["lines"] == "Tab\tand\nline"
    assert found["markup"] == "[red]Rouge[/red] [link=x]"
    assert found["wide"] == "電話センター株式会社"


def test_json_lines_keep_the_exact_text_on_one_line_a_row() -> None:
    records = [json.loads(line) for line in names("jsonl").splitlines()]
    assert {record["id"]: record["name"] for record in records}["lines"] == "Tab\tand\nline"
    assert len(records) == len(ODD_NAMES)


def test_markdown_keeps_bars_out_of_its_columns() -> None:
    assert r"| pipe | A \| B |" in names("md").splitlines()


def test_a_table_prints_markup_as_text() -> None:
    answer = ocdb("list", "operators", "--operator", "markup", "--columns", "name", columns=80, database=odd())
    assert answer.out == "name\n[red]Rouge[/red] [link=x]\n"


def test_a_block_prints_markup_as_text() -> None:
    answer = ocdb("show", "markup", columns=30, database=odd())
    assert "[red]Rouge[/red]" in answer.out
    assert "\x1b" not in answer.out


def test_titles_and_errors_print_control_characters_as_text() -> None:
    answer = ocdb("show", "\x1b[31m", database=odd())
    assert answer.err.splitlines()[0] == r"ocdb: there is nothing called \x1b[31m"
    assert ocdb("list", "sites", "--operator", "\u202e").err.splitlines()[0] == r"ocdb: there is no operator \u202e"


def test_a_name_of_a_column_is_printed_as_text_too() -> None:
    for form in ("tsv", "csv", "table", "md"):
        assert "\x1b" not in ocdb("sql", 'SELECT 1 AS "\x1b[31m[red]"', "-f", form).out, form


def test_wide_letters_keep_a_table_in_line_and_are_not_cut() -> None:
    answer = ocdb("list", "operators", "--operator", "wide", "--columns", "name,id", columns=80, database=odd())
    assert answer.out == "name                  id\n電話センター株式会社  wide\n"
    narrow = ocdb("list", "operators", "--operator", "wide", "--columns", "name,id", columns=24, database=odd())
    assert narrow.out == "name  電話センター株式会\n      社\nid    wide\n"


# --- values -------------------------------------------------------------------------------------------------------


def test_unknown_values_are_empty_and_whole_numbers_have_no_fraction() -> None:
    assert render(MIXED, "tsv") == "id\tn\tx\ttext\na\t1\t2\t\nb\t\t0.5\té\nc\t30\t\t\n"
    assert render(MIXED, "csv") == "id,n,x,text\na,1,2,\nb,,0.5,é\nc,30,,\n"


def test_json_tells_unknown_from_empty_and_keeps_numbers() -> None:
    assert json.loads(render(MIXED, "json")) == [
        {"id": "a", "n": 1, "x": 2.0, "text": None},
        {"id": "b", "n": None, "x": 0.5, "text": "é"},
        {"id": "c", "n": 30, "x": None, "text": ""},
    ]


def test_numbers_stand_to_the_right_in_a_table() -> None:
    assert render(MIXED, "table") == "id   n    x  text\na    1    2\nb       0.5  é\nc   30\n"


def test_a_table_leaves_out_empty_columns_of_its_own_choice_only() -> None:
    rows = Rows(("id", "none"), [("a", None)])
    assert render(rows, "table", shown=("id", "none")) == "id\na\n"
    assert render(rows, "table") == "id  none\na\n"
    assert render(rows, "md", shown=("id", "none")) == "| id |\n| --- |\n| a |\n"


def test_data_formats_give_all_columns_whatever_a_table_shows() -> None:
    rows = Rows(("id", "none"), [("a", None)])
    assert render(rows, "tsv", shown=("id",)) == "id\tnone\na\t\n"
    assert render(rows, "jsonl", shown=("id",)) == '{"id": "a", "none": null}\n'


@each(
    ("form", "expected"),
    [("table", ""), ("tsv", "id\n"), ("csv", "id\n"), ("json", "[]\n"), ("jsonl", ""), ("md", "| id |\n| --- |\n")],
)
def test_no_rows_give_a_header_or_nothing(form: str, expected: str) -> None:
    assert render(Rows(("id",), []), form).replace("--:", "---") == expected


def test_columns_with_the_same_name_are_numbered() -> None:
    assert distinct(["id", "name", "name", "name", "name_2"]) == ("id", "name", "name_2", "name_3", "name_2_2")


def test_a_large_answer_stands_in_memory_once() -> None:
    rows = Rows(("id", "text"), [(number, "words " * 500) for number in range(300)])
    for form in FORMATS:
        render(Rows(("id",), []), form)  # imports what it needs
        tracemalloc.start()
        length = sum(map(len, rendered(rows, form)))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert length > 900_000, form
        assert most < length // 3, form


def calls(work: Callable[[], object]) -> int:
    """Return how many functions of Python a piece of work calls."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_letters_that_are_written_otherwise_cost_no_call_each() -> None:
    for text, form, told in (
        ("|", "md", r"\|"),
        ("<", "md", r"\<"),
        ("](", "md", r"\]("),
        (r"\|", "md", r"\\\|"),
        (";=", "csv", ";'="),
        ("\x01", "tsv", r"\x01"),
        ("\x9b", "jsonl", r"\u009b"),
    ):
        rows = Rows(("a",), [(text * 10_000,)])
        assert told * 10_000 in render(rows, form), text
        assert calls(partial(render, rows, form)) < 1_000, text


# --- fitting a width ----------------------------------------------------------------------------------------------


def test_a_long_value_wraps_at_spaces_and_after_hyphens() -> None:
    rows = Rows(("id", "text"), [("a-long-slug-of-five", "words and words and more words")])
    assert render(rows, "table", width=30) == (
        "id             text\n"
        "a-long-slug-   words and words\n"
        "of-five        and more words\n"
    )  # fmt: skip


def test_a_date_is_broken_at_its_slash_only() -> None:
    rows = Rows(("date", "text"), [("2009-01?/2009-05?", "a text that is long enough to need the room")])
    assert render(rows, "table", width=30).splitlines()[1:3] == [
        "2009-01?/  a text that is long",
        "2009-05?   enough to need the",
    ]


def test_an_open_date_is_not_broken_at_all() -> None:
    rows = Rows(("date", "text"), [("../2009-05?", "a text that is long enough to need the room")])
    assert "../2009-05?" in render(rows, "table", width=26)


def test_a_short_first_column_stays_in_one_piece() -> None:
    rows = Rows(("field", "value"), [("organisation_name", "a long name " * 8)])
    assert render(rows, "table", width=80).splitlines()[1].startswith("organisation_name  a long name")


def test_a_figure_takes_two_lines_at_most() -> None:
    rows = Rows(("id", "figure", "text"), [("a", "at least 3000", "a text that needs all the room there is " * 3)])
    assert "at least" in render(rows, "table", width=40)


def test_a_header_wraps_after_underscores() -> None:
    rows = Rows(("operator_name", "text"), [("A", "word " * 12)])
    assert render(rows, "table", width=40).splitlines()[:2] == ["operator_", "name       text"]


def test_a_name_in_a_sentence_is_not_broken_at_its_underscore() -> None:
    rows = Rows(("text",), [("to read all of it see v_pledges and more",)])
    assert "v_pledges" in render(rows, "table", width=22).split()


def test_a_word_longer_than_the_room_is_broken_and_not_cut() -> None:
    rows = Rows(("id", "hash"), [("a", "0123456789abcdef" * 4)])
    text = render(rows, "table", width=40)
    assert max(map(len, text.splitlines())) <= 40
    assert "0123456789abcdef" * 4 in "".join(line.split()[-1] for line in text.splitlines()[1:])


def test_the_widest_width_that_is_needed_is_used_and_no_more() -> None:
    rows = Rows(("id", "text"), [("a", "short")])
    assert render(rows, "table", width=200) == render(rows, "table") == "id  text\na   short\n"


def test_where_words_would_break_each_record_is_a_block() -> None:
    rows = Rows(("identifier", "description", "unknown"), [("first", "telecommunications", None), ("second", "b", 3)])
    assert render(rows, "table", width=35) == (
        "identifier   first\ndescription  telecommunications\n\nidentifier   second\ndescription  b\nunknown      3\n"
    )


@each("width", [1, 5, 10, 20, 40, 79, 80, 200])
def test_nothing_is_lost_at_any_width(width: int) -> None:
    value = f"telecommunications, 電話 and é in a-slug-of-six {'0123456789abcdef' * 4} v_pledges ../2009-05?"
    printed = render(Rows(("text",), [(value,)]), "table", width=width)
    assert "".join(printed.split()) == "text" + "".join(value.split())


# --- answers of several parts -------------------------------------------------------------------------------------

PARTS = [
    Section("one", "The first", Rows(("id", "n"), [("a", 1)])),
    Section("two", "The second: nothing", Rows(("id",), [])),
    Section("three", "The third", Rows(("id", "m"), [("b", 2)])),
]


def test_a_table_of_sections_has_their_titles() -> None:
    assert render_sections(PARTS, {}, "table") == (
        "The first\nid  n\na   1\n\nThe second: nothing\n\nThe third\nid  m\nb   2\n"
    )


def test_tsv_of_sections_is_one_flat_list() -> None:
    assert render_sections(PARTS, {}, "tsv") == "section\tid\tn\tm\none\ta\t1\t\nthree\tb\t\t2\n"


def test_json_of_sections_is_the_whole_as_one_object() -> None:
    assert render_sections(PARTS, {"all": 1}, "json") == '{\n  "all": 1\n}\n'


def test_sections_with_little_in_common_are_one_fact_a_line() -> None:
    assert render_sections(PARTS, {}, "tsv", facts=True) == (
        "section\tid\tfield\tvalue\n"
        "one\ta\tid\ta\n"
        "one\ta\tn\t1\n"
        "three\tb\tid\tb\n"
        "three\tb\tm\t2\n"
    )  # fmt: skip


def test_a_long_title_wraps_on_a_terminal() -> None:
    parts = [Section("one", "A title that is longer than the terminal is wide", Rows(("id",), []))]
    assert render_sections(parts, {}, "table", width=30) == "A title that is longer than\nthe terminal is wide\n"


# --- a real terminal ----------------------------------------------------------------------------------------------


def terminal(*arguments: str, columns: int = 80, colours: bool = False) -> str:
    """Return what a real process prints on a real terminal."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, "-c", "from ocdb.cli.main import main; main()", *arguments]
    env = {**os.environ, "TERM": "xterm"} | ({} if colours else {"NO_COLOR": "1"})
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.PIPE, env=env) as process:
        os.close(theirs)
        text = b""
        while block := _read(ours):
            text += block
        os.close(ours)
        assert process.stderr
        assert process.stderr.read() == b""
    return text.decode().replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # on Linux the end of a terminal is an error
        return b""


def test_on_a_real_terminal_of_80_columns_the_answer_is_the_same(loaded: Path) -> None:
    arguments = ("list", "events", "--country", "MA")
    assert terminal("--db", str(loaded), *arguments) == ocdb(*arguments, columns=80, database=loaded).out


def test_headers_are_bold_and_nothing_else_is_coloured(loaded: Path) -> None:
    text = terminal("--db", str(loaded), "list", "sites", "--country", "TG", "--columns", "id,status", colours=True)
    assert text == "\x1b[1mid                   status\x1b[0m\nvipp-interstis-lome  planned\n"
