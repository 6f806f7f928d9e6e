"""PostgreSQL gives the same answers as SQLite, and lets `ocdb sql` do nothing but read."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from psycopg.errors import QueryCanceled
from sqlalchemy import Connection, make_url

from ocdb.errors import DatabaseError, SqlError
from ocdb.load.run import load
from ocdb.opening.reader import open_reader
from ocdb.store import database
from ocdb.store.reader.rows import Reader
from ocdb.store.reader.server import ServerReader
from scripts.postgresql import administer
from tests.cases import each
from tests.commands import asked, ocdb


@pytest.fixture(scope="module")
def postgresql(loaded_postgresql: str) -> Iterator[Reader]:
    """Give a reader of the packaged fixtures on PostgreSQL."""
    reader = open_reader(loaded_postgresql)
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def sqlite(loaded: Path) -> Iterator[Reader]:
    """Give a reader of the packaged fixtures on SQLite."""
    reader = open_reader(f"sqlite:///{loaded}")
    yield reader
    reader.close()


# --- the same answers ---------------------------------------------------------------------------------------------


def test_a_date_a_decimal_and_a_truth_are_what_sqlite_gives(sqlite: Reader, postgresql: Reader) -> None:
    sql = """
        SELECT date_from, (SELECT sum(low) FROM v_totals) AS total, (SELECT in_africa FROM v_countries WHERE id = 'TG')
        FROM v_events WHERE date_from IS NOT NULL ORDER BY id LIMIT 1
    """
    (ours,), (theirs,) = sqlite.rows(sql).rows, postgresql.rows(sql).rows
    assert theirs == ours
    assert [type(value) for value in theirs] == [type(value) for value in ours] == [str, int, int]


def test_an_unknown_name_is_told_in_the_same_words(loaded: Path, loaded_postgresql: str) -> None:
    ours, theirs = (ocdb("show", "Webhlep", database=one) for one in (loaded, loaded_postgresql))
    assert theirs == ours
    assert "Did you mean Webhelp" in ours.err


# --- loading ------------------------------------------------------------------------------------------------------


@pytest.fixture
def own(new_loaded_database: Callable[[], str]) -> str:
    """Give the URL of a loaded database that the test may change."""
    return new_loaded_database()


@pytest.mark.usefixtures("five_travel")
def test_loading_twice_changes_nothing(own: str) -> None:
    assert not database.connect(own, load).changes


def test_a_load_that_fails_in_the_middle_leaves_the_database_as_it_was(own: str, tmp_path: Path) -> None:
    def refuse(connection: Connection) -> None:
        connection.exec_driver_sql(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$"
        )
        connection.exec_driver_sql("CREATE TRIGGER t BEFORE INSERT ON source FOR EACH ROW EXECUTE FUNCTION refuse()")
        connection.commit()

    def state(connection: Connection) -> tuple[Any, ...]:
        names = connection.exec_driver_sql("SELECT viewname FROM pg_views WHERE schemaname = 'public'").scalars()
        counts = [connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() for name in ("claim", "party")]
        return sorted(names), counts

    database.connect(own, refuse)
    before = database.connect(own, state)
    (tmp_path / "new.yaml").write_text("source: {id: new, publisher: New, language: en}\n")
    with pytest.raises(DatabaseError, match="the disk is full"):
        database.connect(own, lambda connection: load(connection, [tmp_path], prune=True))
    assert database.connect(own, state) == before


# --- read-only ----------------------------------------------------------------------------------------------------

INSERT = "INSERT INTO stamp (id, value) VALUES ('intruder', 'x')"


WRITES = "the statement would write: "
SEVERAL = "there is more than one statement"


def refusal(reader: Reader, sql: str) -> SqlError:
    with pytest.raises(SqlError) as refused:
        asked(reader, sql)
    return refused.value


@each(
    ("sql", "told"),
    [
        (INSERT, 'syntax error at or near "INSERT"'),
        ("UPDATE stamp SET value = 'x'", 'syntax error at or near "UPDATE"'),
        ("DROP TABLE claim CASCADE", 'syntax error at or near "DROP"'),
        (f"WITH made AS ({INSERT} RETURNING id) SELECT * FROM made", WRITES),
        ("SELECT * FROM stamp FOR UPDATE", WRITES),
        ("SELECT lo_create(0)", "lo_create is a function that might do more than read"),
        ("SELECT set_config('transaction_read_only', 'off', false)", "set_config is a function that might do more"),
        (f"SELECT 1; {INSERT}", SEVERAL),
        ("SELECT 1; SELECT 2", SEVERAL),
        (f"COMMIT; {INSERT}", 'syntax error at or near "COMMIT"'),
        (f"ROLLBACK; {INSERT}; SELECT 1", 'syntax error at or near "ROLLBACK"'),
        ("SET TRANSACTION READ WRITE", 'syntax error at or near "SET"'),
        (f"SET TRANSACTION READ WRITE; {INSERT}; COMMIT", 'syntax error at or near "SET"'),
        (f"DO $$ BEGIN {INSERT}; END $$", 'syntax error at or near "DO"'),
        ("COPY stamp TO STDOUT", 'syntax error at or near "COPY"'),
        ("COPY (SELECT 1) TO PROGRAM 'cat'", 'syntax error at or near "COPY"'),
        ("", "syntax error at end of input"),
    ],
)
def test_a_statement_that_would_do_more_than_read_is_refused_and_leaves_no_trace(
    sql: str, told: str, postgresql: Reader
) -> None:
    before = postgresql.rows("SELECT * FROM v_stamp").rows
    assert str(refusal(postgresql, sql)).startswith(told)
    assert postgresql.rows("SELECT * FROM v_stamp").rows == before


@pytest.mark.parametrize("sql", [INSERT, "COMMIT", "SELECT * FROM stamp FOR UPDATE"])
def test_whoever_would_write_is_told_to_write_select(sql: str, postgresql: Reader) -> None:
    assert refusal(postgresql, sql).hint == "ocdb sql only reads: write SELECT."


def test_what_one_statement_sets_is_gone_with_the_next(postgresql: Reader) -> None:
    refusal(postgresql, "SET TRANSACTION READ WRITE")
    assert asked(postgresql, "SELECT current_setting('transaction_read_only')") == [("on",)]


@each(
    ("sql", "rows"),
    [
        ("SELECT 1;", [(1,)]),
        ("SELECT 1 -- a remark", [(1,)]),
        ("-- a remark\nSELECT 1", [(1,)]),
        ("VALUES (1), (2)", [(1,), (2,)]),
        ("WITH one AS (SELECT 1) TABLE one", [(1,)]),
        ("SELECT 'a;b', ':x', '10%', 5 % 2, 7::text", [("a;b", ":x", "10%", 1, "7")]),
        ("SELECT DATE '2020-01-30', 4.28, 500.0", [("2020-01-30", 4.28, 500)]),
        ("SELECT 1 WHERE false", []),
    ],
)
def test_one_query_of_any_kind_is_answered(sql: str, rows: list[tuple[Any, ...]], postgresql: Reader) -> None:
    assert asked(postgresql, sql) == rows


EXACT = {
    "(repeat('[', 1000) || repeat(']', 1000))::json": "[" * 1000 + "]" * 1000,
    "('1' || repeat('0', 4300))::json": "1" + "0" * 4300,
    "('1' || repeat('0', 4300))::jsonb": "1" + "0" * 4300,
    "1e309::numeric": "1" + "0" * 309,
    "9223372036854775808::numeric": "9223372036854775808",
    "(-9223372036854775808)::numeric": "-9223372036854775808",
    "12345678901234567890.5": "12345678901234567890.5",
    "1e-400::numeric": "0." + "0" * 399 + "1",
    '\'{"b": true, "a": null}\'::jsonb': '{"a": null, "b": true}',
    "E'{\"a\":\\n1e5}'::json": '{"a": 1e5}',
    "'-1e5'::json": "-1e5",
    "'\"a\\u2028\"'::json": '"a\\u2028"',
    "NULL::jsonb": "null",
    "0.1": "0.1",
    "2.00": "2",
}
AS_TEXT = {
    "interval '178000000 years'": "178000000 years",
    "interval '1 day 02:00'": "1 day 02:00:00",
    "'infinity'::date": "infinity",
    "'0044-03-15 BC'::date": "0044-03-15 BC",
    "timestamp '2020-01-30 10:00'": "2020-01-30 10:00:00",
    "ARRAY[DATE '2020-01-30']": "{2020-01-30}",
    "ARRAY['{\"a\": 1}'::jsonb]": '{"{\\"a\\": 1}"}',
    "ROW(1, 'x', NULL)": "(1,x,)",
    "int4range(1, 5)": "[1,5)",
    "'10.0.0.1'::inet": "10.0.0.1",
    "'\\x00ff'::bytea": "00ff",
    "'NaN'::numeric": "nan",
    "'Infinity'::float8": "inf",
}


@pytest.mark.slow
def test_no_value_is_changed_and_json_is_json(loaded_postgresql: str) -> None:
    exact = ", ".join(f"{sql} AS c{number}" for number, sql in enumerate(EXACT))
    line = ocdb("sql", f"SELECT {exact}", "-f", "jsonl", database=loaded_postgresql).out
    assert line == "{" + ", ".join(f'"c{number}": {told}' for number, told in enumerate(EXACT.values())) + "}\n"
    cells = ocdb("sql", f"SELECT {exact}", database=loaded_postgresql).rows[0]
    assert cells == ["" if told == "null" else told for told in EXACT.values()]
    text = ", ".join(f"{sql} AS c{number}" for number, sql in enumerate(AS_TEXT))
    record = json.loads(ocdb("sql", f"SELECT {text}", "-f", "jsonl", database=loaded_postgresql).out)
    assert list(record.values()) == list(AS_TEXT.values())


def test_a_query_takes_named_parameters(postgresql: Reader) -> None:
    sql = "SELECT id FROM v_countries WHERE id = :code"
    assert asked(postgresql, sql, {"code": "TG"}) == [("TG",)]


def test_a_parameter_without_a_value_is_told_as_on_sqlite(loaded: Path, loaded_postgresql: str) -> None:
    sql = "SELECT ':no', name::text FROM v_countries WHERE id = :code"
    answer = ocdb("sql", sql, database=loaded_postgresql)
    assert (answer.code, answer.err) == (6, "ocdb: the parameter :code has no value\n  Give it: -p code=VALUE\n")
    assert answer.err == ocdb("sql", sql.replace("::text", ""), database=loaded).err


def test_a_query_that_takes_too_long_is_stopped_and_the_next_one_is_answered(postgresql: Reader) -> None:
    told = "the query took longer than 0.05 s and was stopped"
    with pytest.raises(SqlError, match=told):
        asked(postgresql, "SELECT count(*) FROM v_claims a, v_claims b, v_claims c, v_claims d", seconds=0.05)
    assert asked(postgresql, "SELECT 1") == [(1,)]


def test_an_error_of_the_end_hides_none_of_the_statement(loaded_postgresql: str) -> None:
    """A statement's time may be over while its transaction is ended."""
    reader = open_reader(loaded_postgresql)
    assert isinstance(reader, ServerReader)
    reader.rows("SELECT 1")
    late = QueryCanceled("canceling statement due to statement timeout")
    with patch.object(reader.engine.dialect, "do_rollback", side_effect=late) as ended:
        reader.close()
    assert ended.called


def test_a_mistyped_view_is_told(postgresql: Reader) -> None:
    told = refusal(postgresql, "SELECT * FROM v_sitez")
    assert (str(told), told.hint) == ('relation "v_sitez" does not exist', "The views are listed by: ocdb db views")


def test_a_server_that_does_not_answer_is_one_line_with_its_next_step(tmp_path: Path) -> None:
    answer = ocdb("list", "sites", database=f"postgresql:///ocdb?host={tmp_path}")
    assert answer.code == 3
    assert answer.err.startswith("ocdb: the server doesn't answer: ")
    assert answer.err.endswith("  Check --db, the server and your rights.\n")


def test_a_database_without_tables_is_told(new_database: Callable[[], str]) -> None:
    answer = ocdb("list", "sites", database=new_database())
    assert answer.code == 3
    assert answer.err == (
        'ocdb: the server refuses: relation "v_sites" does not exist\n'
        "  Make the tables and load them: ocdb --db URL load\n"
    )


@pytest.mark.slow
def test_a_database_of_another_encoding_is_refused_by_every_command(new_database: Callable[[], str]) -> None:
    server = new_database()
    for encoding in ("LATIN1", "SQL_ASCII"):
        name = f"{make_url(server).database}_{encoding.lower()}"
        # ICU, by which a server may sort, has no SQL_ASCII.
        collation = "LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc"
        administer(server, f"CREATE DATABASE {name} ENCODING '{encoding}' {collation} TEMPLATE template0")
        url = make_url(server).set(database=name).render_as_string(hide_password=False)
        for arguments in (("load",), ("jobs",), ("sql", "SELECT 1"), ("db", "status"), ("db", "upgrade")):
            answer = ocdb(*arguments, database=url)
            assert (answer.code, answer.out) == (3, ""), arguments
            assert answer.err == (
                f"ocdb: this database stores text in {encoding}, but ocdb needs UTF8\n"
                "  Make another: createdb --encoding=UTF8 --template=template0 NAME\n"
            )
        administer(server, f"DROP DATABASE {name}")


def test_the_encoding_of_a_client_does_not_matter(loaded_postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGCLIENTENCODING", "LATIN1")
    question = "SELECT 'Lomé 中' AS name"
    assert ocdb("sql", question, database=loaded_postgresql).out == "name\nLomé 中\n"


def test_a_server_gives_the_rows_of_a_query_as_they_come(loaded_postgresql: str) -> None:
    sql = "SELECT id, published_to FROM v_sources WHERE id <> :id ORDER BY id"
    with closing(open_reader(loaded_postgresql)) as reader:
        whole = reader.rows(sql, {"id": "x"})
        assert (reader.stream(sql, {"id": "x"}).columns, list(reader.stream(sql, {"id": "x"}))) == (
            whole.columns,
            whole.rows,
        )
        endless = iter(reader.stream("SELECT CAST(x AS numeric) FROM generate_series(1, 100000000) AS x"))
        assert [next(endless), reader.rows("SELECT 7").rows[0], next(endless)] == [(1,), (7,), (2,)]
        with pytest.raises(DatabaseError, match="division by zero"):
            list(reader.stream("SELECT 1 / (x - 900) FROM generate_series(1, 1000) AS x"))
        assert reader.rows("SELECT 7").rows == [(7,)]
