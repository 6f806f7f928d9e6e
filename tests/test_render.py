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
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from fcntl import ioctl
from functools import partial
from pathlib import Path

import pytest

from ocdb.answers.answer import Answer, Cell, Column, Section, of_rows
from ocdb.answers.columns import count, key, label, source, text
from ocdb.answers.wording import Wording
from ocdb.render.answers import FORMATS, drawn
from ocdb.render.terminal import Screen, wrapped
from ocdb.store.reader.rows import Rows, distinct
from ocdb.words.language import speaking
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


TEXTS = [form for form in FORMATS if form != "xlsx"]
RULE = "\N{BOX DRAWINGS LIGHT HORIZONTAL}"


def render(rows: Rows, form: str, columns: Sequence[Column] = (), width: int | None = None) -> str:
    """Return rows in a format, in a terminal of some columns."""
    return "".join(drawn(of_rows(rows, columns=columns), form, Screen(width)))


def lines(rows: Rows, columns: Sequence[Column] = (), width: int | None = None) -> list[str]:
    """Return the lines of a table without its rule."""
    return [line for line in render(rows, "table", columns, width).splitlines() if set(line) != {RULE}]


def names(form: str) -> str:
    """Return the odd names in a format."""
    arguments = [argument for key in ODD_NAMES for argument in ("--operator", key)]
    return ocdb("list", "operators", *arguments, "--columns", "id,name", "-f", form, database=odd()).out


# --- odd names ----------------------------------------------------------------------------------------------------


def test_no_format_lets_a_control_character_through() -> None:
    for form in TEXTS:
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
    assert "[red]Rouge[/red] [link=x]" in answer.lines
    assert "[red]Rouge[/red]" in ocdb("show", "markup", columns=30, database=odd()).out


def test_titles_and_errors_print_control_characters_as_text() -> None:
    answer = ocdb("show", "\x1b[31m", database=odd())
    assert answer.err.splitlines()[0] == r"ocdb: there is nothing called \x1b[31m"
    assert ocdb("list", "sites", "--operator", "\u202e").err.splitlines()[0] == r"ocdb: there is no operator \u202e"


def test_a_name_of_a_column_is_printed_as_text_too() -> None:
    for form in ("tsv", "csv", "table", "md"):
        assert "\x1b" not in ocdb("sql", 'SELECT 1 AS "\x1b[31m[red]"', "-f", form).out, form


def test_wide_letters_keep_a_table_in_line_and_are_not_cut() -> None:
    for name, width in (
        ("電話センター株式会社", 20),
        ("1\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}", 2),
        ("สวัสดี", 4),
        ("தமிழ்", 3),
    ):
        rows = Rows(("name", "id"), [(name, "wide")])
        assert lines(rows)[1] == f"{name}{' ' * max(len('name') - width, 0)}  wide"
    narrow = render(Rows(("name", "id"), [("電話センター株式会社", "an-identifier-of-it")]), "table", width=30)
    assert narrow == "name  電話センター株式会社\nid    an-identifier-of-it\n"


def test_a_screen_too_narrow_to_read_gets_longer_lines() -> None:
    rows = Rows(("name", "id"), [("telecommunications and more", "identifier")])
    assert render(rows, "table", width=1) == render(rows, "table", width=30)


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
    assert lines(MIXED) == ["id   n    x  text", "a    1    2", "b       0.5  é", "c   30"]


def test_columns_for_people_group_numbers_name_codes_and_leave_out_what_is_empty() -> None:
    rows = Rows(("id", "n", "state", "none"), [("a", 12_345, "standing", None)])
    columns = (count("Number", "n"), label("State", "state"), text("None", "none"), key())
    assert lines(rows, columns) == ["Number  State     Key", "12,345  in force  a"]
    assert render(rows, "md", columns).splitlines()[2] == "| 12,345 | in force | a |"
    with speaking("fr"):
        assert lines(rows, columns)[1].startswith("12\N{NARROW NO-BREAK SPACE}345")
    assert render(rows, "tsv", columns) == "id\tn\tstate\tnone\na\t12345\tstanding\t\n"


def test_colours_never_stand_without_their_word_and_links_lead_to_addresses_only() -> None:
    rows = Rows(
        ("id", "verdict", "title", "url"),
        [("a", "missed", "Title", "https://example.org/a"), ("b", "open", "X", "javascript:x")],
    )
    answer = of_rows(rows, columns=(label("Verdict", "verdict", "outcome"), source(), key()))
    shown = "".join(drawn(answer, "table", Screen(80, colour=True)))
    assert "\x1b[31mmissed" in shown
    # That a conflict is open isn't good news; that a site is, is.
    assert "\x1b[33mopen" in shown
    assert label("Status", "verdict", "site_status").cell({"verdict": "open"}, Wording()).tone == "good"
    assert "https://example.org/a" in shown
    assert "javascript" not in shown
    assert "missed" in "".join(drawn(answer, "table", Screen(80)))
    assert "[Title](<https://example.org/a>)" in "".join(drawn(answer, "md"))


def test_a_terminal_without_line_drawing_gets_ascii() -> None:
    shown = "".join(drawn(of_rows(MIXED), "table", Screen(80, ascii=True)))
    assert shown.splitlines()[1].strip("-") == ""
    assert ocdb("list", "sites", "--country", "FR", columns=80, encoding="ascii").out.isascii()


@each(
    "form, expected",
    [("table", ""), ("tsv", "id\n"), ("csv", "id\n"), ("json", "[]\n"), ("jsonl", ""), ("md", "")],
)
def test_no_rows_give_a_header_or_nothing(form: str, expected: str) -> None:
    assert render(Rows(("id",), []), form) == expected


def test_columns_with_the_same_name_are_numbered() -> None:
    assert distinct(["id", "name", "name", "name", "name_2"]) == ("id", "name", "name_2", "name_3", "name_2_2")


@pytest.mark.slow
def test_a_large_answer_stands_in_memory_once() -> None:
    rows = Rows(("id", "text"), [(number, "words " * 500) for number in range(300)])
    for form in TEXTS:
        render(Rows(("id",), [(1,)]), form)  # imports what it needs
        tracemalloc.start()
        length = sum(map(len, drawn(of_rows(rows), form)))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert length > 900_000, form
        # Rich holds a part of a table at a time, not the whole of it: there are fewer rows here than in a part.
        assert form in ("table", "md") or most < length // 3, form


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
    for letter, form, written in (
        ("|", "md", r"\|"),
        ("<", "md", r"\<"),
        ("](", "md", r"\]("),
        (r"\|", "md", r"\\\|"),
        (";=", "csv", ";'="),
        ("\x01", "tsv", r"\x01"),
        ("\x9b", "jsonl", r"\u009b"),
    ):
        rows = Rows(("a",), [(letter * 10_000,)])
        assert written * 10_000 in render(rows, form), letter
        assert calls(partial(render, rows, form)) < 1_000, letter


# --- fitting a width ----------------------------------------------------------------------------------------------


def test_a_long_value_wraps_at_spaces_and_after_hyphens() -> None:
    rows = Rows(("id", "text"), [("A-long-Name-of-five", "words and words and more words")])
    assert lines(rows, width=30) == [
        "id             text", "A-long-Name-   words and words", "of-five        and more words",
    ]  # fmt: skip


def test_a_date_is_broken_at_its_slash_only() -> None:
    rows = Rows(("date", "text"), [("2009-01?/2009-05?", "a text that is long enough to need the room")])
    assert [line[:10] for line in lines(rows, width=30)[1:3]] == ["2009-01?/ ", "2009-05?  "]


def test_a_header_wraps_after_underscores() -> None:
    rows = Rows(("operator_name", "text"), [("A", "word " * 12)])
    assert [line.split("  ")[0] for line in lines(rows, width=40)[:2]] == ["operator_", "name"]


def test_a_word_longer_than_the_room_is_broken_and_not_cut() -> None:
    rows = Rows(("id", "hash"), [("a", "0123456789abcdef" * 4)])
    shown = lines(rows, width=40)
    assert max(map(len, shown)) <= 40
    assert "0123456789abcdef" * 4 in "".join(line.split()[-1] for line in shown[1:])


def test_a_key_stands_last_where_there_is_room_and_else_below_its_row() -> None:
    rows = Rows(("id", "what"), [("a-key-that-is-rather-long", "some words that say it"), ("b", "more words")])
    columns = (text("What", "what"), key())
    assert lines(rows, columns, 60)[:2] == [
        "What                    Key",
        "some words that say it  a-key-that-is-rather-long",
    ]
    assert lines(rows, columns, 30) == [
        "What",
        "some words that say it",
        "  a-key-that-is-rather-long",
        "more words",
        "  b",
    ]


def test_a_sentence_moves_below_its_row_before_each_record_becomes_a_block() -> None:
    sentence = Column("why", "Why", lambda record, _w: Cell(record["why"]), below=True)
    rows = Rows(("id", "what", "why"), [("a", "telecommunications", "two sources say so, and none denies it")])
    columns = (text("What", "what"), sentence, key())
    assert lines(rows, columns, 80)[1] == "telecommunications  two sources say so, and none denies it  a"
    assert lines(rows, columns, 30) == [
        "What",
        "telecommunications",
        "  Why: two sources say so, and",
        "  none denies it",
        "  a",
    ]


def test_dates_stay_whole_and_headings_on_one_line_where_there_is_room() -> None:
    rows = Rows(("by", "event", "date"), [("Dell", "The first centre of the country opens", "20 December 2016")])
    columns = (text("Promised by", "by"), text("Event", "event"), text("Date", "date"))
    for width, heading, row in (
        (70, "Promised by  Event", "Dell         The first centre of the country opens  20 December 2016"),
        (50, "Promised", "Dell      The first centre of     20 December 2016"),
        (40, "Promised", "Dell      The first     20 December 2016"),
        (34, "Promised", "Dell      The first  20 December"),
    ):
        drawn = lines(rows, columns, width)
        assert drawn[0].startswith(heading), width
        assert row in drawn, width


def test_the_name_of_an_option_is_never_broken() -> None:
    assert wrapped("Left out: 13; --left-out shows them", 18) == "Left out: 13;\n--left-out shows\nthem"


def test_a_key_is_not_broken_where_it_fits_a_line() -> None:
    assert wrapped("is about the same people as majorel-lome-2019-700", 40) == (
        "is about the same people as\nmajorel-lome-2019-700"
    )
    assert wrapped("see (call-el-agadir), a-b-c; dell-fes.", 15) == "see (call-el-\nagadir), a-b-c;\ndell-fes."
    assert wrapped("majorel-lome-2019-700", 10) == "majorel-\nlome-2019-\n700"


def test_a_sentence_moves_below_its_row_where_its_column_would_break_a_key() -> None:
    operator, slug = "Telecommunications", "vipp-interstis-lome-2020-500"
    rows = Rows(("name", "why", "id"), [(operator, f"part of {slug}", "an-id-that-is-long-enough")])
    columns = (text("Name", "name"), replace(text("Why", "why"), below=True), key())
    assert lines(rows, columns, 45)[1:] == [operator, f"  Why: part of {slug}", "  an-id-that-is-long-enough"]


def test_where_words_would_break_each_record_is_a_block() -> None:
    rows = Rows(("identifier", "description", "unknown"), [("first", "telecommunications", None), ("second", "b", 3)])
    assert render(rows, "table", width=35) == (
        "identifier   first\ndescription  telecommunications\n\nidentifier   second\ndescription  b\nunknown      3\n"
    )


@each("width", [1, 5, 10, 20, 40, 79, 80, 200])
def test_nothing_is_lost_at_any_width(width: int) -> None:
    value = f"telecommunications, 電話 and é in a-slug-of-six {'0123456789abcdef' * 4} v_pledges ../2009-05?"
    printed = render(Rows(("text",), [(value,)]), "table", width=width).replace(RULE, "")
    # Name and value stand side by side, and their lines in turn.
    assert Counter("".join(printed.split())) == Counter("text" + "".join(value.split()))


# --- answers of several parts -------------------------------------------------------------------------------------

PARTS = (
    Section("one", "The first", Rows(("id", "n"), [("a", 1)])),
    Section("two", "The second: nothing", Rows(("id",), [])),
    Section("three", "The third", Rows(("id", "m"), [("b", 2)])),
    Section("four", "The fourth", Rows(("id", "m"), [("c", 2)]), shown=False),
)


def parted(form: str, *, facts: bool = False, width: int | None = None) -> str:
    answer = Answer("All of it", PARTS, Wording(), ("A note",), {"all": 1}, facts=facts)
    return "".join(drawn(answer, form, Screen(width)))


def test_a_table_of_sections_has_sentence_titles_and_notes() -> None:
    shown = [line for line in parted("table").splitlines() if set(line) != {RULE}]
    assert shown == [
        "All of it", "", "The first", "id  n", "a   1", "", "The second: nothing", "", "The third", "id  m", "b   2",
        "",
        "A note",
    ]  # fmt: skip


def test_tsv_of_sections_is_one_flat_list() -> None:
    assert parted("tsv") == "section\tid\tn\tm\none\ta\t1\t\nthree\tb\t\t2\n"


def test_json_of_sections_is_the_whole_as_one_object() -> None:
    assert parted("json") == '{\n  "all": 1\n}\n'


def test_sections_with_little_in_common_are_one_fact_a_line_whether_people_see_them_or_not() -> None:
    assert parted("tsv", facts=True) == (
        "section\tid\tfield\tvalue\none\ta\tid\ta\none\ta\tn\t1\nthree\tb\tid\tb\nthree\tb\tm\t2\n"
        "four\tc\tid\tc\nfour\tc\tm\t2\n"
    )


def test_a_long_title_wraps_on_a_terminal() -> None:
    answer = of_rows(Rows(("id",), []), "A title that is longer than the terminal is wide")
    assert "".join(drawn(answer, "table", Screen(30))) == "A title that is longer than\nthe terminal is wide\n"


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


def test_headers_are_bold_and_states_have_colours(loaded: Path) -> None:
    shown = terminal("--db", str(loaded), "list", "sites", "--country", "TG", colours=True)
    assert "\x1b[1mStatus" in shown
    assert "\x1b[33mplanned" in shown


def test_a_record_without_a_bound_takes_no_more_room_than_its_values() -> None:
    section = Section("site", "", Rows(("name",), [("Lomé",)]), (text("Name", "name"),), record=True)
    assert "".join(drawn(Answer("A site", (section,), Wording()), "table", Screen())) == "A site\nName  Lomé\n"
