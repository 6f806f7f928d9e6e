"""A user's own statement runs in a child process: it may crash, hang or have no end, and whoever asked lives on."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url

from ocdb.errors import DatabaseError, OcdbError, SqlError
from ocdb.store.statements import isolated
from ocdb.store.statements.isolated import Limits, answered, query
from ocdb.store.statements.limits import MEGABYTES, NO_MEMORY
from ocdb.store.statements.overrun import stopped
from tests.commands import ocdb

ENDLESS = "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c"
# A path so deep that SQLite before 3.54 runs out of stack.
DEEP = "SELECT json_set('{}', '$' || replace(hex(zeroblob(50000)), '0', '.a'), 1)"
# Two texts of this length keep PostgreSQL busy for some ten seconds, and it doesn't look up meanwhile.
BUSY = "SELECT length(translate(repeat('a', 6000), repeat('b', 500000), ''))"


def refusal(address: Path | str, sql: str, limits: Limits = isolated.DEFAULT) -> OcdbError:
    with pytest.raises(OcdbError) as refused:
        query(address, sql, {}, limits)
    return refused.value


# --- the answer ---------------------------------------------------------------------------------------------------


def test_rows_come_with_their_types(loaded: Path) -> None:
    sql = "SELECT 1 AS a, 2.5 AS b, 'é' AS c, x'00ff' AS d, NULL AS e, 9e999 AS f, -9223372036854775808 AS a"
    rows = query(loaded, sql, {})
    assert rows.columns == ("a", "b", "c", "d", "e", "f", "a_2")
    assert rows.rows == [(1, 2.5, "é", b"\x00\xff", None, float("inf"), -(2**63))]


def test_rows_come_in_their_order_however_many(loaded: Path) -> None:
    rows = query(loaded, f"{ENDLESS} LIMIT 20000", {}).rows
    assert rows == [(number,) for number in range(1, 20001)]


def test_rows_are_fetched_as_they_are_taken_and_the_rest_is_left(loaded: Path) -> None:
    with answered(loaded, ENDLESS, {}) as answer:
        assert [row for row, _ in zip(answer, range(3), strict=False)] == [(1,), (2,), (3,)]


@pytest.mark.slow
def test_an_answer_that_ends_too_late_or_too_large_is_an_error_after_its_rows(loaded: Path) -> None:
    for limits, told in ((Limits(megabytes=1), "needs more than 1 MB"), (Limits(seconds=0.2), "took longer than 0.2")):
        taken: list[tuple[Any, ...]] = []
        with answered(loaded, ENDLESS, {}, limits) as answer, pytest.raises(SqlError, match=told):
            taken.extend(answer)
        assert taken, told


def test_several_threads_ask_at_once(loaded: Path) -> None:
    answers: list[list[tuple[Any, ...]]] = []
    asked = [
        threading.Thread(target=lambda: answers.append(query(loaded, "SELECT count(*) FROM v_sources", {}).rows))
        for _ in range(4)
    ]
    for thread in asked:
        thread.start()
    for thread in asked:
        thread.join()
    assert answers == [[(5,)]] * 4


def test_the_child_imports_next_to_nothing() -> None:
    command = (
        "import sys; sys.path[:] = eval(sys.argv[1]); import ocdb.store.statements.sqlite, ocdb.store.statements.child"
    )
    asked = [sys.executable, "-I", "-S", "-c", f"{command}; print(*sys.modules)", repr(sys.path)]
    modules = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    assert {"typing", "re", "dataclasses", "pathlib", "enum", "json", "contextlib", "ocdb.text"} & {*modules} == set()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_where_memory_has_run_out_the_refusal_still_finds_its_words() -> None:
    """To tell it in French takes some megabytes more than the statement left."""
    command = f"""
import sys; sys.path[:] = eval(sys.argv[1])
from ocdb.store.statements import child, limits
def full(*_):
    yield ("a",), ()
    limits.bound(30, -limits.BESIDE)
    raise error
from ocdb.store.statements import sqlite
sqlite.answer = full
for error in (ValueError("odd"), MemoryError()):
    *_, last = child.frames(
        file="x", url=None, sql="", parameters={{}}, seconds=1, megabytes={MEGABYTES}, whole=True, french=True
    )
    print(*last)
"""
    asked = [sys.executable, "-I", "-S", "-c", command, repr(sys.path)]
    fault, refused = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    assert fault == "fault ValueError: odd"
    assert refused.startswith(f"refused SqlError la requête demande plus de {MEGABYTES} Mo de mémoire")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    error = refusal(tmp_path / "none.sqlite", "SELECT 1")
    assert isinstance(error, DatabaseError)
    assert str(error).startswith("the database ")


# --- what ends the child ------------------------------------------------------------------------------------------


def test_a_statement_that_crashes_sqlite_is_one_line(loaded: Path) -> None:
    answer = ocdb("sql", DEEP, database=loaded)
    assert (answer.code, answer.out) == (6, "")
    assert "the query crashed the database library (SIGSEGV)" in answer.err or "too deep" in answer.err


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", "the query crashed the database library (SIGSEGV)"),
        ("os.abort()", "the query crashed the database library (SIGABRT)"),
        (
            "os.kill(os.getpid(), signal.SIGKILL)",
            "the operating system ended the query, probably because memory ran out",
        ),
        ("sys.exit(4)", "the process of the query ended early: exit code 4"),
        (f"sys.exit({NO_MEMORY})", f"the query needs more than {MEGABYTES} MB of memory and was stopped"),
        (
            "os.write(1, b'gibberish'); time.sleep(600)",
            "the operating system ended the query, probably because memory ran out",
        ),
    ],
)
def test_whatever_ends_the_child_is_told(code: str, told: str, loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ends = "import resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0))"
    monkeypatch.setattr(isolated, "_COMMAND", (sys.executable, "-c", f"import os, signal, sys, time; {ends}; {code}"))
    with pytest.raises((SqlError, RuntimeError)) as refused:
        query(loaded, "SELECT 1", {})
    assert str(refused.value) == told


@pytest.mark.slow
def test_a_step_of_an_engine_that_never_ends_is_ended_by_the_system(loaded: Path) -> None:
    sql = "SELECT instr(printf('%.*c', 30000000, 'a'), printf('%.*c', 15000000, 'a') || 'b')"
    assert str(refusal(loaded, sql, Limits(seconds=0.1))) == "the query took longer than 0.1 s and was stopped"


def test_no_child_is_left_behind(loaded: Path) -> None:
    with answered(loaded, ENDLESS, {}) as answer:
        next(iter(answer))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


# --- a server -----------------------------------------------------------------------------------------------------


def _busy(url: str, sql: str) -> tuple[threading.Thread, int, str]:
    """Let a server work on a statement; return who waits for it, and the process there."""
    connection = psycopg.connect(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False))
    since = "CAST(extract(epoch FROM backend_start) AS text)"
    number, start = connection.execute(
        f"SELECT pid, {since} FROM pg_stat_activity WHERE pid = pg_backend_pid()"
    ).fetchone() or (0, "")

    def wait() -> None:
        with pytest.raises(psycopg.Error), connection:
            connection.execute(sql)

    waiting = threading.Thread(target=wait)
    waiting.start()
    return waiting, number, start


def test_what_a_server_did_not_stop_is_ended_there(loaded_postgresql: str) -> None:
    waiting, number, start = _busy(loaded_postgresql, "SELECT pg_sleep(600)")
    assert str(stopped(loaded_postgresql, number, start, 1)) == "the query took longer than 1 s and was stopped"
    waiting.join(10)
    assert not waiting.is_alive()


def test_a_process_of_another_start_is_left_alone(loaded_postgresql: str) -> None:
    waiting, number, start = _busy(loaded_postgresql, "SELECT pg_sleep(600)")
    stopped(loaded_postgresql, number, "1.5", 1)
    time.sleep(0.1)
    assert waiting.is_alive()
    stopped(loaded_postgresql, number, start, 1)
    waiting.join(10)


@pytest.mark.slow
def test_what_a_server_can_not_stop_is_said_to_go_on(new_loaded_database: Callable[[], str]) -> None:
    answer = ocdb("sql", BUSY, "--timeout", "0.5", database=new_loaded_database())
    assert (answer.code, answer.out) == (6, "")
    first, second = answer.err.splitlines()
    assert first.startswith("ocdb: the query took longer than 0.5 s and couldn't be stopped: server process ")
    assert first.endswith(" still runs")
    assert second == "  Tell the administrator of the server. For settings that help see docs/security.md."
