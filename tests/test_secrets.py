"""A password in a database URL is never printed: not in answers, errors or hints, not with --debug, on no engine."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import make_url

from ocdb.store.passwords import hidden, passwords
from ocdb.store.shell import READ_ONLY, command
from tests.cases import each
from tests.commands import Answer, ocdb

SECRET = "hunter2-Zebra"  # noqa: S105  nobody's
# Nobody listens there, and the answer comes at once.
NOWHERE = "127.0.0.1:1"
COMMANDS = (
    ("list", "sites"),
    ("jobs",),
    ("db", "status"),
    ("db", "upgrade"),
    ("db", "rebuild", "--yes"),
    ("load",),
    ("sql", "SELECT 1"),
    ("shell",),
    ("cite", "x"),
    ("search", "x"),
)
# URLs as people write them: right, of other databases, and mistyped.
URLS = (
    f"postgresql://me:{SECRET}@{NOWHERE}/ocdb",
    f"postgresql+psycopg://me:{SECRET}@{NOWHERE}/ocdb",
    f"postgres://:{SECRET}@{NOWHERE}/ocdb",
    f"postgresql://{NOWHERE}/ocdb?user=me&password={SECRET}",
    f"postgresql://me@{NOWHERE}/ocdb?sslpassword={SECRET}",
    f"postgresql://me@{NOWHERE}/ocdb?pasword={SECRET}",
    f"postgresql://me:{SECRET}@nowhere.invalid/ocdb",
    f"postgresql://me:{SECRET}@{NOWHERE}x/ocdb",
    f"postgresql://me:{SECRET}@host:port/ocdb",
    f"postgresql://me:{SECRET}",
    f"postgresql://me:{SECRET}/ocdb",
    f"postgresql://me:{SECRET}@/ocdb?host=/nowhere",
    f"postgresql://me:a@{SECRET}@{NOWHERE}/ocdb",
    f"postgresql://me:a/{SECRET}@{NOWHERE}/ocdb",
    f"postgresql://me:a@b/{SECRET}@{NOWHERE}/ocdb",
    f"postgresql://me:a#{SECRET}@{NOWHERE}/ocdb",
    f"postgresql://me:a?{SECRET}@{NOWHERE}/ocdb",
    f"postgresql://me:{SECRET}%00@{NOWHERE}/ocdb",
    f"postgresql://me:{SECRET}%zz@{NOWHERE}/ocdb",
    f"postgresql://me:{SECRET}@[::1/ocdb",
    f"postgresql://me:{SECRET}@{NOWHERE}/ocdb?nothing=1",
    f"postgresql://me:{SECRET}@{NOWHERE}/ocdb?options=-c%20x",
    f"postgresql:/me:{SECRET}@{NOWHERE}/ocdb",
    f"postgresql:me:{SECRET}@{NOWHERE}/ocdb",
    f"postgresql:///me:{SECRET}@{NOWHERE}/ocdb",
    f"postgresql//me:{SECRET}@{NOWHERE}/ocdb",
    f"me:{SECRET}@{NOWHERE}/ocdb",
    f"host={NOWHERE} user=me password={SECRET} port=1",
    f"host={NOWHERE} user=me password = '{SECRET}'",
    f"mysql://me:{SECRET}@{NOWHERE}/ocdb",
    f"nothing://me:{SECRET}@{NOWHERE}/ocdb",
    f"postgresql+nothing://me:{SECRET}@{NOWHERE}/ocdb",
    f"sqlite://me:{SECRET}@{NOWHERE}/ocdb",
)


def whole(answer: Answer) -> str:
    return answer.out + answer.err


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Don't wait for a server that isn't there."""
    monkeypatch.setenv("PGCONNECT_TIMEOUT", "2")


@each("url", URLS)
def test_no_error_about_a_url_shows_its_password(url: str) -> None:
    for arguments in (("list", "sites"), ("db", "status"), ("load",), ("db", "path"), ("shell",)):
        answer = ocdb(*arguments, database=url)
        assert SECRET not in whole(answer)
        assert "unexpected" not in answer.err


@each("url", URLS)
def test_with_debug_no_traceback_shows_it(url: str) -> None:
    answer = ocdb("--debug", "list", "sites", database=url)
    assert answer.code == 1
    assert answer.err.startswith("Traceback (most recent call last):\n")
    assert SECRET not in whole(answer)


@pytest.mark.slow
@each("arguments", COMMANDS)
def test_no_command_shows_the_password_of_a_server_that_does_not_answer(arguments: tuple[str, ...]) -> None:
    for given_ in ({"database": URLS[0]}, {"database": "", "env": {"OCDB_DATABASE_URL": URLS[0]}}):
        answer = ocdb(*arguments, **given_)
        assert answer.code == 3
        assert SECRET not in whole(answer)
        assert "me:" not in whole(answer)


@each(
    "arguments",
    [
        ("diff", URLS[0], "fixtures"),
        ("load", URLS[0]),
        ("check", URLS[0]),
        ("list", URLS[0]),
        (URLS[0],),
        ("show", URLS[0]),
        ("list", "sites", "--operator", URLS[0]),
        ("list", "sites", "-o", URLS[0]),
        ("--db",),
        (f"--database={URLS[0]}", "list", "sites"),
    ],
)
def test_a_url_where_none_belongs_is_told_without_its_password(arguments: tuple[str, ...]) -> None:
    answer = ocdb(*arguments)
    assert answer.code
    assert SECRET not in whole(answer)


@pytest.mark.slow
def test_a_real_process_shows_none_either() -> None:
    for more in ((), ("--debug",)):
        finished = subprocess.run(
            [sys.executable, "-c", "from ocdb.cli.main import main; main()", *more, "--db", URLS[7], "list", "sites"],
            env=os.environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert finished.returncode == (1 if more else 3)
        assert SECRET not in finished.stdout + finished.stderr


def test_a_wrong_password_is_refused_without_repeating_it(new_database: Callable[[], str]) -> None:
    url = make_url(new_database()).set(username="nobody-of-this-name", password=SECRET)
    answer = ocdb("list", "sites", database=url.render_as_string(hide_password=False))
    assert answer.code == 3
    assert "nobody-of-this-name" in answer.err
    assert SECRET not in whole(answer)


@pytest.mark.usefixtures("five_travel")
@pytest.mark.parametrize("arguments", [("db", "path"), ("db", "status"), ("db", "upgrade"), ("db", "rebuild", "--yes")])
def test_an_answer_of_a_server_shows_no_password(
    arguments: tuple[str, ...], new_empty_database: Callable[[], str]
) -> None:
    url = make_url(new_empty_database()).set(password=SECRET)
    answer = ocdb(*arguments, database=url.render_as_string(hide_password=False))
    assert answer.code == 0
    assert SECRET not in whole(answer)


def test_a_refused_load_on_sqlite_shows_no_url_of_the_environment(tmp_path: Path) -> None:
    answer = ocdb("load", tmp_path, database=tmp_path / "own.sqlite", env={"OCDB_DATABASE_URL": URLS[0]})
    assert answer.code == 5
    assert SECRET not in whole(answer)


# --- what is printed instead ------------------------------------------------------------------------------------------


@each(
    ("url", "shown"),
    [
        (f"postgresql://me:{SECRET}@host/ocdb", "postgresql+psycopg://me:***@host/ocdb"),
        ("postgresql://me@host:5433/ocdb", "postgresql+psycopg://me@host:5433/ocdb"),
        (f"postgresql://host/ocdb?password={SECRET}&user=me", "postgresql+psycopg://host/ocdb?password=***&user=me"),
        (
            "postgresql://me@host/ocdb?pasword=oops&sslmode=require",
            "postgresql+psycopg://me@host/ocdb?pasword=***&sslmode=require",
        ),
        ("postgresql://me@/ocdb?host=/run", "postgresql+psycopg://me@/ocdb?host=%2Frun"),
    ],
)
def test_the_path_of_a_server_is_its_url_with_stars_for_the_password(url: str, shown: str) -> None:
    assert ocdb("db", "path", database=url).out == f"{shown}\n"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        (
            "postgresql://me:p@ss@host/ocdb",
            "ocdb: this URL has more than one @\n  In a password write %40 for @, %2F for / and %3A for :.\n",
        ),
        (
            "postgresql:/me:pass@host/ocdb",
            (
                "ocdb: this is no database URL: two slashes follow the colon\n"
                "  Write a path, or postgresql://user@host/name.\n"
            ),
        ),
        (
            "postgresql://me:pass",
            (
                "ocdb: this is no database URL\n"
                "  ocdb works on SQLite and PostgreSQL: write a path, or postgresql://user@host/name.\n"
            ),
        ),
    ],
)
def test_a_mistyped_url_is_told_with_what_to_write(url: str, told: str) -> None:
    answer = ocdb("list", "sites", database=url)
    assert (answer.code, answer.err) == (3, told)


def test_the_shell_gets_the_password_where_other_users_do_not_see_it() -> None:
    def find(name: str) -> str:
        return f"/bin/{name}"

    for url in (f"postgresql+psycopg://me:{SECRET}@h/ocdb", f"postgresql+psycopg://me@h/ocdb?password={SECRET}"):
        assert command(url, find) == (
            ["/bin/pgcli", "postgresql://me@h/ocdb"],
            READ_ONLY | {"PGPASSWORD": SECRET},
        )


# --- hiding -----------------------------------------------------------------------------------------------------------


@each(
    ("text", "shown"),
    [
        ("no secret at 12:30, in f.yaml:2:11: error", "no secret at 12:30, in f.yaml:2:11: error"),
        ("postgresql://me:pass@host/a", "postgresql://me:***@host/a"),
        ("(postgresql://me:pa/ss@wo:rd@host/a)", "(postgresql://me:***@host/a)"),
        ("postgresql:/me:pass@host", "postgresql:/me:***@host"),
        ("postgresql://me@host:5432/a", "postgresql://me@host:5432/a"),
        ("host=h password=pass user=me", "host=h password=*** user=me"),
        ("?sslmode=require&sslpassword=pass&x=1", "?sslmode=require&sslpassword=***&x=1"),
        ("https://example.org:80/@somebody", "https://example.org:80/@somebody"),
        (r"C:\data\me:x@y", r"C:\data\me:x@y"),
    ],
)
def test_passwords_are_hidden_and_nothing_else(text: str, shown: str) -> None:
    assert hidden(text) == shown


def test_a_port_a_short_word_and_a_user_name_are_no_secrets() -> None:
    given_ = ["postgresql://host:54321/ocdb", "postgresql://me:abc@h/d", "postgresql://postgres:postgres@h/d", "sites"]
    assert passwords(given_, {}) == set()


def test_the_environment_may_hold_one_too() -> None:
    found = passwords([], {"OCDB_DATABASE_URL": "postgresql://me:s%40cret@h/d", "HOME": "x://me:other@h"})
    assert found == {"s%40cret", "s@cret", "cret", "40cret"} - {"40cret"}


@pytest.mark.slow
@settings(max_examples=20)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=6, max_size=20))
def test_whatever_the_password_is_no_message_of_its_url_shows_it(password: str) -> None:
    """Unescaped and escaped, on a server that doesn't answer."""
    for written in (password, quote(password, safe="")):
        url = f"postgresql://me:{written}@{NOWHERE}/ocdb"
        for arguments in (("db", "path"), ("db", "status"), ("--debug", "db", "status")):
            answer = ocdb(*arguments, database=url)
            assert password not in whole(answer)
            assert written not in whole(answer)
