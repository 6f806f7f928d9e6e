"""Hostile text: what users type into options, and what fixtures hold, is data on both engines and in every format.

OCDB_HOSTILE_EXAMPLES=2000 tries more than the default run.
"""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ocdb.answers.answer import Answer as Answered
from ocdb.answers.answer import Section
from ocdb.answers.wording import Wording
from ocdb.render import terminal
from ocdb.render.answers import drawn
from ocdb.store.reader.rows import Rows
from ocdb.text import inert, storable, unguarded
from tests.cases import each
from tests.commands import Answer, loaded_text, ocdb
from tests.own import ODD, odd
from tests.questions import NO_QUESTIONS, is_argument, questions
from tests.test_render import TEXTS, render

DEFAULT = 25
EXAMPLES = int(os.environ.get("OCDB_HOSTILE_EXAMPLES", DEFAULT))
CODES = {0, 2, 4}
HOSTILE = [
    "'",
    '"',
    "';--",
    "' OR '1'='1",
    "x'; DROP TABLE claim; --",
    '") UNION SELECT 1 --',
    "%",
    "%s",
    "%(x)s",
    "%%",
    ":x",
    "\\",
    "\\:x",
    "{}",
    "{0.__class__}",
    "$1",
    "?",
    "_",
    "!",
    "*",
    "[a-z]",
    "\0",
    "a\0b",
    "\ud800",
    "a\udcffb",
    "\x1b[31m",
    "\x1b]0;owned\x07",
    "\x9b31m",
    "\r\n",
    "\t",
    " ",
    "",
    "\u202eabc",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\U000e0041",
    "[red]x[/red]",
    "[link=x]",
    "\U0001f4a3" * 50,
    "e" + "\u0301" * 500,
    "a" * 100_000,
    "a " * 20_000,
    "%" * 3_000,
    ",".join("a" * 500),
    "-" * 100,
    "-1",
    "--db",
    "0",
    "9" * 30,
    "9" * 5_000,
    "-" + "9" * 30,
    "1e999",
    "nan",
    "inf",
    "0x10",
    "٣",
    "²",
    "0000",
    "9999",
    "10000-01-01",
    "2020-13",
    "2020-02-30",
    "2020/2019",
    "2009-06/..",
    "../..",
    "2020-XX",
    "~2020?",
    "y-17e7",
    "null",
    "NULL",
    "true",
    "../../etc/passwd",
    "=1+1",
    "TG",
    "odd-operator",
    "odd-old-slug",
    "odd-gone",
    "namesake-1",
    "Namesake",
]
TELLTALE = re.compile(
    r"Traceback|unexpected|fault of ocdb|sqlalchemy|psycopg|sqlite3|syntax error|SELECT |no such (table|column)"
    r"|near \"|refuses|unrecognized token|parameter",
    re.IGNORECASE,
)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff\ud800-\udfff]")


@pytest.fixture(scope="module")
def both(new_database_of: Callable[[Sequence[Path]], str], tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Give a small world of odd names on each engine."""
    file = tmp_path_factory.mktemp("odd") / "own.yaml"
    file.write_text(ODD, "utf-8")
    return f"sqlite:///{odd()}", new_database_of([file])


def fillable(command: Any) -> list[Any]:
    """Return what of a command takes a text: no flags, and no files, which would be written."""
    return [
        one for one in command.params if not getattr(one, "is_flag", False) and one.type.name not in ("file", "path")
    ]


PLACES = [(name, one, place) for name, one in questions() for place in fillable(one)]


def line(name: str, command: Any, place: Any, value: str) -> list[str]:
    """Return a command line with a value at one place, and what the command can't do without."""
    options = [] if is_argument(place) else [f"{place.opts[-1]}={value}"]
    arguments = [
        value if one is place else next(iter(getattr(one.type, "choices", ["odd-operator"])))
        for one in command.params
        if is_argument(one) and (one.required or one is place)
    ]
    if name == "sql" and not (is_argument(place)):
        arguments = ["SELECT 1 AS one"]
    return [*name.split(), *options, "--", *map(str, arguments)]


DATABASE = re.compile(r" The database is \S+$", re.MULTILINE)


def assert_harmless(arguments: list[str], answer: Answer, *, own_sql: bool) -> None:
    told = (arguments[:3], [argument[:80] for argument in arguments], answer.code, answer.err[:500])
    assert answer.code in CODES | ({6} if own_sql else set()), told
    assert not CONTROL.search(answer.out + answer.err), told
    if not own_sql:
        echoed = answer.err
        for argument in arguments:
            echoed = echoed.replace(argument, "")
        assert not TELLTALE.search(re.sub(r"DROP TABLE claim|UNION SELECT 1", "", echoed)), told


def ask_both(arguments: list[str], both: tuple[str, str]) -> None:
    ours, theirs = (ocdb(*arguments, database=url) for url in both)
    # Where nothing like a name is found, the database is named.
    ours, theirs = (replace(answer, err=DATABASE.sub("", answer.err)) for answer in (ours, theirs))
    own_sql = arguments[0] == "sql"
    assert_harmless(arguments, ours, own_sql=own_sql)
    assert_harmless(arguments, theirs, own_sql=own_sql)
    if not own_sql and arguments[:2] != ["db", "status"]:
        assert theirs == ours


# --- options ------------------------------------------------------------------------------------------------------


def test_every_question_is_tried() -> None:
    names = {name for name, _, _ in PLACES}
    assert {"list", "jobs", "show", "timeline", "search", "sql", "coverage", "cite", "db views"} <= names
    assert len(PLACES) > 100


@pytest.mark.slow
def test_each_option_takes_hostile_text_and_answers_the_same_on_both_engines(both: tuple[str, str]) -> None:
    for number, (name, command, place) in enumerate(PLACES):
        ask_both(line(name, command, place, HOSTILE[number % len(HOSTILE)]), both)


LETTERS = st.text(st.characters(codec=None) | st.sampled_from("'\"%\\:;-=\0\x1b\u202e"), max_size=30)


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), database=None)
@given(place=st.sampled_from(PLACES), value=st.sampled_from(HOSTILE) | LETTERS | st.integers().map(str))
def test_any_text_in_any_option_is_data(place: tuple[str, Any, Any], value: str, both: tuple[str, str]) -> None:
    ask_both(line(*place, value), both)


def test_hostile_questions_change_nothing(both: tuple[str, str]) -> None:
    before = [ocdb("sql", "SELECT * FROM v_names ORDER BY 1, 2, 3, 4", "-f", "json", database=url).out for url in both]
    path = Path(both[0].removeprefix("sqlite:///"))
    content = path.read_bytes()
    for value in HOSTILE if EXAMPLES > DEFAULT else HOSTILE[::9]:
        ask_both(["search", "--", value], both)
        ask_both(["show", "--", value], both)
    assert path.read_bytes() == content
    assert before == [
        ocdb("sql", "SELECT * FROM v_names ORDER BY 1, 2, 3, 4", "-f", "json", database=url).out for url in both
    ]
    assert json.loads(before[0])


def test_an_error_repeats_no_whole_file() -> None:
    assert len(ocdb("show", "a" * 100_000, database=odd()).err) < 2_500


# What reads or writes files: {} is where hostile text stands.
WITH_FILES = (
    ("diff", "{}", "empty"),
    ("diff", "empty", "{}"),
    ("diff", "empty", "empty", "--kind={}"),
    ("draft", "{}"),
    *(("draft", "article.txt", f"--{option}={{}}") for option in ("published", "publisher", "title", "url", "text")),
    ("new", "source", "--", "{}"),
    ("check", "--", "{}"),
    ("tidy", "--check", "--", "{}"),
    ("load", "--", "{}"),
    ("verify", "--texts={}"),
    ("verify", "--texts=empty", "--", "{}"),
    ("import", "--", "{}"),
    ("import", "sheet.csv", "--map={}"),
    ("import", "sheet.csv", "--beside={}"),
    ("import", "sheet.csv", "--suggest", "--max-rows={}"),
    ("sql", "--file={}"),
    ("export", "{}", "-f", "csv"),
    ("export", "out.jsonld", "--force", "--operator={}"),
    ("list", "sites", "--output={}"),
    ("--db={}", "list", "sites"),
)
# No file has such a name.
NO_NAMES = ("\0", "a\0b", "\ud800", "a" * 100_000)


def test_each_command_is_tried_with_files_or_without() -> None:
    tried = {
        "db upgrade",
        "db rebuild",
        "db path",
        "shell",
        "schema",
        "mcp",
        "site",
        "serve",
    }  # or have tests of their own
    with_files = {" ".join(line[:2]) if line[0] == "new" else line[0] for line in WITH_FILES}
    assert with_files | tried >= NO_QUESTIONS


@pytest.mark.slow
# What a diff compares has all that travels with ocdb in it.
@pytest.mark.usefixtures("five_travel")
@pytest.mark.parametrize("line", WITH_FILES, ids=" ".join)
def test_what_reads_or_writes_files_takes_hostile_text(
    line: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "some" / "where"
    (there / "empty").mkdir(parents=True)
    (there / "article.txt").write_text("Webhelp ouvre 400 positions à Agadir en 2012.\n", "utf-8")
    (there / "sheet.csv").write_text("operator,country\nWebhelp,MA\n", "utf-8")
    monkeypatch.chdir(there)
    first = WITH_FILES.index(line) if EXAMPLES == DEFAULT else 0
    for value in {*HOSTILE[first :: 8 if EXAMPLES == DEFAULT else 1], *NO_NAMES}:
        arguments = [word.replace("{}", value) for word in line]
        answer = ocdb(*arguments, database="" if line[0].startswith("--db") else "new.sqlite")
        told = (arguments[:3], answer.code, answer.err[:500])
        assert answer.code in {0, 2, 3, 4, 5, 6}, told
        assert not CONTROL.search(answer.out + answer.err), told
        assert not re.search("Traceback|unexpected|fault of ocdb", answer.err), told


def test_a_title_that_turns_the_line_is_kept_exactly_and_harmless_in_a_draft(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Webhelp ouvre 400 positions à Agadir en 2012.\n", "utf-8")
    title = "abc\u202edef\u200b"
    draft = ocdb("draft", tmp_path / "article.txt", f"--title={title}").out
    assert not CONTROL.search(draft)
    assert yaml.safe_load(draft)["source"]["title"] == title


def test_an_answer_on_a_full_disk_is_told() -> None:
    program = [sys.executable, "-c", "from ocdb.cli.main import main; main()", "db", "views"]
    with Path("/dev/full").open("w") as full:
        answer = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (answer.returncode, answer.stderr) == (
        1,
        "ocdb: the answer can't be written: No space left on device\n  Make room, or write it elsewhere.\n",
    )


@each("arguments", ["list sites", "sql 'SELECT 1'", "db path", "--help"])
def test_a_closed_standard_output_is_told(arguments: str, loaded: Path) -> None:
    program = f"{sys.executable} -c 'from ocdb.cli.main import main; main()' --db {loaded} {arguments} >&-"
    answer = subprocess.run(["sh", "-c", program], stderr=subprocess.PIPE, text=True, check=False)
    told = "ocdb: the answer can't be written: Bad file descriptor\n  Standard output is closed.\n"
    assert (answer.returncode, answer.stderr) == (1, told)


# --- formats ------------------------------------------------------------------------------------------------------


@each(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1+1", "'+1+1"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1+1", "'  =1+1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"),
        ("a;=1+1", "a;'=1+1"),
        ("a; =1+1", "a;' =1+1"),
        ("\t=1", r"\t=1"),
        ("\r=1", r"\r=1"),
        ("-5", "-5"),
        ("+33", "+33"),
        ("-4,5", "-4,5"),
        ("-4.5%", "-4.5%"),
        ("a=b", "a=b"),
        ("2020-03", "2020-03"),
        ("../2009-05?", "../2009-05?"),
        ("a-b@c", "a-b@c"),
        ("A; B", "A; B"),
        ("", ""),
    ],
)
def test_a_formula_is_text_in_a_spreadsheet_and_stays_as_it_is_in_json(value: str, cell: str) -> None:
    rows = Rows(("x", "y"), [(value, 1)])
    assert list(csv.reader(io.StringIO(render(rows, "csv"))))[1] == [cell, "1"]
    assert render(rows, "tsv").splitlines()[1] == f"{cell}\t1"
    assert json.loads(render(rows, "json")) == [{"x": value, "y": 1}]


def test_a_negative_number_is_no_formula() -> None:
    assert render(Rows(("n",), [(-5,), (-0.5,)]), "csv") == "n\n-5\n-0.5\n"


def test_a_header_is_no_formula_either() -> None:
    assert ocdb("sql", 'SELECT 1 AS "=1+1"', "-f", "csv", database=odd()).out == "'=1+1\n1\n"


@each(
    ("value", "cell"),
    [
        ("a|b", r"a\|b"),
        ("a\\|b", r"a\\\|b"),
        ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
        ("[x](javascript:alert(1))", r"[x\](javascript:alert(1))"),
        ("![x](http://x/y.png)", r"![x\](http://x/y.png)"),
        ("[red]x[/red]", "[red]x[/red]"),
    ],
)
def test_markdown_takes_a_value_for_no_markup(value: str, cell: str) -> None:
    assert render(Rows(("x",), [(value,)]), "md").splitlines()[2] == f"| {cell} |"


def test_a_title_is_no_markup_either() -> None:
    hostile = "<b>x</b>\x1b[31m"
    parts = [Section(name, hostile, Rows(("id",), [("a",)])) for name in ("one", "two")]
    lines = "".join(drawn(Answered(hostile, tuple(parts), Wording()), "md")).splitlines()
    assert [line for line in lines if "b>" in line] == [
        r"## \<b>x\</b>\x1b[31m", r"### \<b>x\</b>\x1b[31m", r"### \<b>x\</b>\x1b[31m",
    ]  # fmt: skip


@pytest.mark.slow
@settings(max_examples=200)
@example("\0\ud800\u202e\x1b]0;x\x07\x9b=|\\|[red]")
@given(st.text(st.characters(codec=None), max_size=40))
def test_no_text_gets_through_a_format_unseen_and_json_keeps_it(value: str) -> None:
    rows = Rows(("id", "x"), [("a", value), ("b", "c")])
    for form in TEXTS:
        for width in (None, 30):
            assert not CONTROL.search(render(rows, form, width=width)), form
    assert json.loads(render(rows, "json"))[0]["x"] == value
    assert json.loads(render(rows, "jsonl").splitlines()[0])["x"] == value
    read = list(csv.reader(io.StringIO(render(rows, "csv"))))
    assert [row[0] for row in read] == ["id", "a", "b"]
    assert all(len(line.split("\t")) == 2 for line in render(rows, "tsv").split("\n")[:-1])
    assert len(render(rows, "md").split("\n")) == 5


@given(st.text(st.characters(codec=None)))
def test_a_cell_begins_no_formula(value: str) -> None:
    begun = {part.strip()[:1] for part in inert(value).split(";")}
    assert not begun & set("=@\uff1d\uff20")
    assert not begun & set("+-\uff0b\uff0d") or re.fullmatch(r"[+-]\d+([.,]\d+)?%?", value)


@given(st.text(st.characters(codec=None, exclude_characters="'")))
def test_what_guards_a_cell_can_be_taken_off(value: str) -> None:
    assert unguarded(inert(value)) == value


@given(st.text(st.characters(codec=None)))
def test_what_is_bound_can_be_stored(value: str) -> None:
    assert "\0" not in storable(value)
    storable(value).encode("utf-8")


@pytest.mark.parametrize("words", [12_000, pytest.param(1_200_000, marks=pytest.mark.slow)])
@each("form", TEXTS)
def test_a_name_of_up_to_ten_megabytes_is_printed_whole(form: str, words: int) -> None:
    name = "abcdefgh " * words
    assert render(Rows(("id", "name"), [("a", name)]), form).count("abcdefgh") == words


# Of a shorter beginning less has to be drawn.
@pytest.mark.parametrize(
    ("length", "longest"), [(30_000, 1_000), pytest.param(2_000_000, terminal.LONGEST_CELL, marks=pytest.mark.slow)]
)
@each("letters", ["abcdefgh ", "a", "e\u0301", "電", "<|", "\x1b"])
def test_a_terminal_shows_the_beginning_of_it_and_how_long_it_is(
    letters: str, length: int, longest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "LONGEST_CELL", longest)
    name = letters * (length // len(letters))
    printed = render(Rows(("id", "name"), [("a", name)]), "table", width=80)
    assert len(printed) < 6 * longest
    assert "characters)" in printed


# --- fixtures -----------------------------------------------------------------------------------------------------

SOURCE = "source: {id: press-2020, publisher: Press, language: fr, published: 2020-05}\n"


NAMES = (
    (r'"=HYPERLINK(\"x\")"', '\'=HYPERLINK("x")'),
    (r'"@SUM(1)"', "'@SUM(1)"),
    (r'"\e[31mred\e[0m"', r"\x1b[31mred\x1b[0m"),
    (r'"\e]8;;http://x\e\\link"', r"\x1b]8;;http://x\x1b\link"),
    (r'"[bold red]x[/]"', "[bold red]x[/]"),
    (r'"a\u202Eb\u2069"', r"a\u202eb\u2069"),
    (r'"a\rb"', r"a\rb"),
)


@cache
def of_odd_names() -> Path:
    """Return a database of operators op-1, op-2 ... with these names."""
    operators = "".join(f"- {{id: op-{number}, name: {written}}}\n" for number, (written, _) in enumerate(NAMES, 1))
    return loaded_text(f"{SOURCE}operators:\n{operators}")


@pytest.mark.slow
@each("number, shown", [(number, shown) for number, (_, shown) in enumerate(NAMES, 1)])
def test_a_name_from_a_fixture_is_data_in_every_question(number: int, shown: str) -> None:
    path, slug = of_odd_names(), f"op-{number}"
    answer = ocdb("list", "operators", "--operator", slug, "--columns", "name", "-f", "csv", database=path)
    assert list(csv.reader(io.StringIO(answer.out))) == [["name"], [shown]]
    questions = (["show", slug], ["timeline", "--operator", slug], ["search", slug], ["cite", "press-2020"])
    for place, question in enumerate(questions):  # in turn in a pipe and on a terminal
        answer = ocdb(*question, columns=None if (number + place) % 2 else 40, database=path)
        assert answer.code == 0, answer.err
        assert not CONTROL.search(answer.out + answer.err), question
    told = json.loads(ocdb("list", "operators", "--operator", slug, "-f", "json", database=path).out)
    assert told[0]["name"] not in ("", shown) or shown.startswith("[")


@pytest.mark.usefixtures("five_travel")
@each("letter", [r"\0", r"\uD800", r"\uDFFF"])
def test_a_letter_that_no_database_stores_is_refused_with_its_line(letter: str, tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(f'{SOURCE}operators:\n- {{id: one, name: "a{letter}b"}}\n', "utf-8")
    for command in ("check", "load"):
        answer = ocdb(command, file, database=tmp_path / "own.sqlite")
        assert answer.code == 5, answer
        assert f"{file}:3:" in answer.err + answer.out
        assert not CONTROL.search(answer.out + answer.err)
