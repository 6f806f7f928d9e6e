"""`ocdb sql`: a user's own SELECT, and nothing but that."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from ocdb.errors import SqlError
from ocdb.opening.reader import open_reader
from tests.cases import each
from tests.commands import asked, five_articles, ocdb

COUNT = "SELECT count(*) AS n FROM v_sources"

# --- where the statement comes from -------------------------------------------------------------------------------


def test_a_statement_is_an_argument() -> None:
    answer = ocdb("sql", COUNT)
    assert (answer.code, answer.out, answer.err) == (0, "n\n5\n", "")


def test_a_statement_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "question.sql"
    file.write_text(f"-- how many?\n{COUNT};\n", "utf-8")
    assert ocdb("sql", "--file", file).out == "n\n5\n"


def test_a_statement_is_read_from_standard_input() -> None:
    assert ocdb("sql", given=COUNT).out == "n\n5\n"
    assert ocdb("sql", "-", given=COUNT).out == "n\n5\n"


def test_without_a_statement_at_a_terminal_there_is_a_hint() -> None:
    answer = ocdb("sql")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == 'ocdb: there is no statement\n  Write one: ocdb sql "SELECT * FROM v_sites"\n'


def test_an_argument_and_a_file_are_one_too_many(tmp_path: Path) -> None:
    (tmp_path / "question.sql").write_text(COUNT, "utf-8")
    answer = ocdb("sql", COUNT, "--file", tmp_path / "question.sql")
    assert (answer.code, answer.err) == (2, "ocdb: there are both a statement and a file\n  Give one of them.\n")


def test_a_file_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    answer = ocdb("sql", "--file", tmp_path / "nothing.sql")
    assert answer.code == 2
    assert answer.err.startswith(f"ocdb: {tmp_path}/nothing.sql can't be read: ")


def test_a_file_that_is_no_text_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "question.sql").write_bytes(b"SELECT '\xff\xfe'")
    answer = ocdb("sql", "--file", tmp_path / "question.sql")
    assert answer.code == 2
    assert "can't be read: it isn't UTF-8" in answer.err


@pytest.mark.slow
def test_of_an_input_without_end_no_more_is_read_than_shows_that_it_is_too_long(loaded: Path) -> None:
    program = f"{sys.executable} -c 'from ocdb.cli.main import main; main()' --db {loaded}"
    for command, told in (
        (f"yes | {program} sql", "the statement is longer than 100,000 characters"),
        (f"{program} sql --file /dev/zero", "the statement is longer than 100,000 characters"),
        (f"yes | {program} draft - --published 2020", "standard input is larger than"),
        (f"{program} draft /dev/zero --published 2020", "/dev/zero is larger than"),
    ):
        bounded = f"ulimit -v 700000; {command}"
        answer = subprocess.run(["sh", "-c", bounded], capture_output=True, text=True, check=False, timeout=120)
        assert (answer.returncode, answer.stdout) in {(6, ""), (5, "")}, command
        assert answer.stderr.startswith(f"ocdb: {told}"), command


# --- parameters ---------------------------------------------------------------------------------------------------


def test_parameters_are_given_by_name() -> None:
    sql = "SELECT id FROM v_sites WHERE country = :c AND status = :s"
    assert ocdb("sql", sql, "-p", "c=TG", "--param", "s=planned").rows == [["vipp-interstis-lome"]]


def test_a_value_keeps_its_equals_signs_quotes_and_spaces() -> None:
    assert ocdb("sql", "SELECT :x AS x", "-p", "x=a = 'b' OR 1=1").out == "x\na = 'b' OR 1=1\n"


@each(
    ("value", "kind"),
    [
        ("7", "integer"),
        ("-7", "integer"),
        ("007", "integer"),
        ("7.5", "text"),
        ("--7", "text"),
        ("-", "text"),
        ("", "text"),
        ("²", "text"),
        ("12345678901234567890", "text"),
    ],
)
def test_a_whole_number_is_a_number_and_all_else_is_text(value: str, kind: str) -> None:
    answer = ocdb("sql", "SELECT typeof(:x) AS kind", "-p", f"x={value}")
    assert (answer.code, answer.out) == (0, f"kind\n{kind}\n")


def test_a_parameter_without_a_value_is_named() -> None:
    answer = ocdb("sql", "SELECT id FROM v_sites WHERE country = :land", "-p", "c=TG")
    assert (answer.code, answer.out) == (6, "")
    assert answer.err == "ocdb: the parameter :land has no value\n  Give it: -p land=VALUE\n"


@each("pair", ["TG", "=TG", "a b=TG", "1=TG"])
def test_what_is_no_pair_is_a_usage_error(pair: str) -> None:
    answer = ocdb("sql", COUNT, "-p", pair)
    assert (answer.code, answer.err) == (2, f"ocdb: -p {pair} isn't a parameter\n  Write it as NAME=VALUE.\n")


# --- formats ------------------------------------------------------------------------------------------------------


def test_the_formats_are_those_of_the_lists(tmp_path: Path) -> None:
    sql = "SELECT id, low FROM v_pledges WHERE country = 'FR'"
    assert ocdb("sql", sql, "-f", "csv").out == "id,low\nphone-marketing-dreux-2009-400,400\n"
    assert json.loads(ocdb("sql", sql, "-f", "json").out) == [{"id": "phone-marketing-dreux-2009-400", "low": 400}]
    assert ocdb("sql", sql, columns=80).table == [
        "id                              low",
        "phone-marketing-dreux-2009-400  400",
    ]
    ocdb("sql", sql, "-o", tmp_path / "answer.md")
    assert (tmp_path / "answer.md").read_text("utf-8").startswith("| id | low |\n| --- | --: |\n")


def test_no_rows_are_said_on_standard_error() -> None:
    answer = ocdb("sql", "SELECT id FROM v_sites WHERE country = 'XX'")
    assert (answer.code, answer.out, answer.err) == (0, "id\n", "no rows\n")


def test_columns_of_the_same_name_are_told_apart() -> None:
    sql = "SELECT o.name, f.name FROM v_operators AS o, v_officials AS f WHERE o.id = 'keyyo' AND f.id = 'cina-lawson'"
    assert ocdb("sql", sql).out == "name\tname_2\nKeyyo\tCina Lawson\n"
    assert ocdb("sql", sql, columns=80).table == ["name   name_2", "Keyyo  Cina Lawson"]
    assert json.loads(ocdb("sql", sql, "-f", "json").out) == [{"name": "Keyyo", "name_2": "Cina Lawson"}]


def test_a_column_of_nothing_is_still_a_column() -> None:
    assert ocdb("sql", "SELECT NULL AS none", columns=80).table == ["none", ""]


def test_all_columns_of_a_wide_view_are_blocks_on_a_terminal() -> None:
    lines = ocdb("sql", "SELECT * FROM v_sites WHERE country = 'TG'", columns=80).lines
    assert lines[0] == "id              vipp-interstis-lome"
    assert max(map(len, lines)) <= 80


# --- mistakes -----------------------------------------------------------------------------------------------------


@each(
    ("sql", "message", "hint"),
    [
        ("SELECT * FROM v_sits", "there is no table v_sits", "Did you mean v_sites or"),
        ("SELECT * FROM sites", "there is no table sites", "Did you mean site or v_sites"),
        ("SELECT * FROM zzzzzz", "there is no table zzzzzz", "The views are listed by: ocdb db views"),
        ("SELECT statuss FROM v_sites", "there is no column statuss", "Did you mean status or"),
        ("SELECT s.statuss FROM v_sites AS s", "there is no column s.statuss", "Did you mean status or"),
        ("SELECT zzzzzz FROM v_links", "there is no column zzzzzz", "The columns are id, claim, kind, other."),
        ("SELECT zz, currency FROM v_currencies", "there is no column zz", "The columns are id, name, name_fr, until."),
        ("SELECT id FROM v_sites WHERE", "incomplete input", ""),
        ("SELEC 1", 'near "SELEC": syntax error', ""),
        ("SELECT 'a", 'unrecognized token: "\'a"', ""),
        ("SELECT nofunction(1)", "no such function: nofunction", ""),
        ("SELECT ?", "", ""),
    ],
)
def test_a_mistake_is_told_in_a_line_with_the_nearest_name(sql: str, message: str, hint: str) -> None:
    answer = ocdb("sql", sql)
    assert (answer.code, answer.out) == (6, "")
    assert answer.err.startswith(f"ocdb: {message}")
    assert hint in answer.err
    assert "Traceback" not in answer.err


def test_what_is_wrong_with_the_statement_is_not_said_of_the_file() -> None:
    for sql, told in (
        ("SELECT * FROM v_claims LIMIT 'abc'", "datatype mismatch"),
        ("SELECT zeroblob(1000000000)", "string or blob too big"),
        ("SELECT abs(-9223372036854775808)", "integer overflow"),
        ("SELECT json('{')", "malformed JSON"),
    ):
        answer = ocdb("sql", sql)
        assert (answer.code, answer.err) == (6, f"ocdb: {told}\n"), sql


def test_json_tables_are_answered_and_others_are_not_let_through() -> None:
    assert ocdb("sql", "SELECT value FROM json_each('[1, \"a\"]')").out == "value\n1\na\n"
    assert ocdb("sql", "SELECT fullkey FROM json_tree('{\"a\": [1]}')").rows == [["$"], ["$.a"], ["$.a[0]"]]
    answer = ocdb("sql", "SELECT * FROM dbstat")
    assert answer.code == 6
    assert answer.err.startswith(("ocdb: the table dbstat isn't allowed\n", "ocdb: there is no table dbstat\n"))


def test_two_statements_are_one_too_many() -> None:
    answer = ocdb("sql", "SELECT 1; SELECT 2")
    assert (answer.code, answer.err) == (6, "ocdb: there is more than one statement\n  Run them one by one.\n")


@each("sql", ["", ";", "   ", "-- nothing", "/* nothing */"])
def test_an_empty_statement_gives_no_rows(sql: str) -> None:
    answer = ocdb("sql", given=sql)
    assert answer.code == 6
    assert answer.err == "ocdb: this statement returns no rows\n  ocdb sql only reads: write SELECT.\n"


# --- the time limit -----------------------------------------------------------------------------------------------


def test_an_endless_query_is_stopped() -> None:
    endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"
    answer = ocdb("sql", endless, "--timeout", "0.1")
    assert (answer.code, answer.out) == (6, "")
    assert answer.err == (
        "ocdb: the query took longer than 0.1 s and was stopped\n"
        "  Narrow the query, or allow more with --timeout SECONDS.\n"
    )


@each("seconds", ["0", "-1", "long", "nan", "inf", "-inf", "1e9"])
def test_a_time_limit_is_a_number_of_seconds(seconds: str) -> None:
    assert ocdb("sql", COUNT, "--timeout", seconds).code == 2


# --- nothing but reading ------------------------------------------------------------------------------------------

WRITES = [
    "INSERT INTO country VALUES ('XX', 'XXX', 'x', 'x', 0)",
    "UPDATE country SET name_en = 'x'",
    "DELETE FROM claim",
    "DROP TABLE claim",
    "DROP VIEW v_sites",
    "CREATE TABLE mine (a)",
    "CREATE TEMP TABLE mine (a)",
    "CREATE VIEW mine AS SELECT 1",
    "CREATE INDEX mine ON claim (kind)",
    "CREATE TRIGGER mine AFTER INSERT ON claim BEGIN SELECT 1; END",
    "CREATE VIRTUAL TABLE mine USING fts5(a)",
    "ALTER TABLE claim RENAME TO mine",
    "REPLACE INTO country (id) VALUES ('XX')",
    "ATTACH 'other.sqlite' AS other",
    "DETACH main",
    "PRAGMA query_only = OFF",
    "PRAGMA writable_schema = ON",
    "PRAGMA user_version = 7",
    "PRAGMA journal_mode = DELETE",
    "VACUUM",
    "VACUUM INTO 'copy.sqlite'",
    "REINDEX",
    "ANALYZE",
    "BEGIN",
    "COMMIT",
    "SAVEPOINT mine",
    "SELECT load_extension('mine')",
    "WITH c AS (SELECT 1) INSERT INTO stamp SELECT 'x', 'y' FROM c",
    "INSERT INTO stamp VALUES ('x', 'y') RETURNING *",
    "DELETE FROM claim RETURNING id",
    "EXPLAIN DELETE FROM claim",
    "SELECT 1; DROP TABLE claim",
]


def test_what_would_write_is_refused_and_nothing_changes_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Path(shutil.copy(five_articles(), tmp_path / "ocdb.sqlite"))
    before = database.read_bytes()
    monkeypatch.chdir(tmp_path)
    for number, sql in enumerate(WRITES):
        with closing(open_reader(f"sqlite:///{database}")) as reader, pytest.raises(SqlError):
            pytest.fail(f"let through: {sql}: {asked(reader, sql)}")
        if number % 8 == 0:  # what all of them go through: a process of its own
            answer = ocdb("sql", sql, database=database)
            assert (answer.code, answer.out) == (6, ""), sql
            assert "Traceback" not in answer.err
        assert [path.name for path in tmp_path.iterdir()] == ["ocdb.sqlite"], sql
        assert database.read_bytes() == before, sql


def test_what_is_refused_says_what_to_write() -> None:
    assert ocdb("sql", "DELETE FROM claim").err == (
        "ocdb: the statement would do more than read (not authorized)\n  ocdb sql only reads: write SELECT.\n"
    )


@each(
    "sql",
    [
        "DELETE FROM v_sites", "DROP TABLE x", "DROP VIEW x", "drop index x", "UPDATE v_sites SET id = 1",
        "ALTER TABLE x ADD b", "WITH a AS (SELECT 1) DELETE FROM v_sites", "/* all */ DELETE -- of\nFROM v_sites",
    ],
)  # fmt: skip
def test_what_would_write_is_told_that_only_reading_is_let_through(sql: str) -> None:
    answer = ocdb("sql", sql)
    assert answer.err.startswith("ocdb: the statement would do more than read (")
    assert answer.err.endswith("  ocdb sql only reads: write SELECT.\n")


def test_a_slip_in_a_question_is_no_attempt_to_write() -> None:
    for sql in ("SELECT * FROM x", "WITH a AS (SELECT 1) SELECT replace(b, 'c', 'd') FROM a"):
        assert "only reads" not in ocdb("sql", sql).err, sql


def test_the_connection_itself_is_read_only(tmp_path: Path) -> None:
    from ocdb.store.reader.sqlite import open_sqlite  # noqa: PLC0415

    database = Path(shutil.copy(five_articles(), tmp_path / "ocdb.sqlite"))
    with closing(open_sqlite(database)) as connection:
        connection.execute("PRAGMA query_only = OFF")
        with pytest.raises(sqlite3.OperationalError, match="attempt to write a readonly database"):
            connection.execute("DELETE FROM claim")


def test_reading_of_every_kind_is_let_through() -> None:
    for sql in (
        "SELECT 1 UNION SELECT 2",
        "WITH c AS (SELECT 1 AS a) SELECT a FROM c",
        "VALUES (1, 2)",
        "EXPLAIN QUERY PLAN SELECT * FROM v_sites",
        "SELECT group_concat(id) OVER () FROM v_operators",
        "SELECT name FROM sqlite_master WHERE type = 'view'",
        "SELECT json_group_array(id) FROM v_sources",
    ):
        assert ocdb("sql", sql).code == 0, sql


def test_comments_of_every_column_come_from_the_command_line() -> None:
    described = {row[0] for row in ocdb("db", "views", "v_pledges").rows}
    assert described == set(ocdb("sql", "SELECT * FROM v_pledges").lines[0].split("\t"))


def test_a_question_of_the_readme_kind_is_answered() -> None:
    sql = "SELECT country, count(*) AS sites FROM v_sites WHERE status = 'planned' GROUP BY country ORDER BY 2 DESC, 1"
    assert ocdb("sql", sql).rows == [["MA", "7"], ["FR", "1"], ["TG", "1"]]
