"""Statements that nobody should be able to ask: each is refused or bounded, and nothing changes.

They stand in hostile_sql.yaml. On PostgreSQL a superuser asks them, and a role that only reads.
"""

import hashlib
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Any

import pytest
import yaml
from sqlalchemy import Connection

from ocdb.errors import SqlError
from ocdb.opening.reader import open_reader
from ocdb.store import database
from ocdb.store.reader.rows import Reader, Rows
from ocdb.store.statements.isolated import Limits, query
from ocdb.store.statements.limits import BESIDE
from tests.cases import each
from tests.commands import asked as answered
from tests.commands import ocdb
from tests.conftest import ENGINES
from tests.test_render import TEXTS, render

GROUPS = yaml.safe_load(Path(__file__).with_name("hostile_sql.yaml").read_text("utf-8"))
# Long enough for an honest question; OCDB_HOSTILE_SECONDS gives the hostile ones more.
SECONDS = float(os.environ.get("OCDB_HOSTILE_SECONDS", "0.15"))
MEGABYTES = 16
# What a process takes that does nothing yet.
BARE = 100
# How long an engine may take to see that its time is over; a second, on a machine that does nothing else.
GRACE = 30.0
READER = "ocdb_hostile_reader"
# What a careless owner might have left in the database.
LEFT = f"""
    CREATE FUNCTION volatile_intruder() RETURNS int LANGUAGE plpgsql AS
        $$ BEGIN PERFORM set_config('role', 'none', true); DELETE FROM claim; RETURN 1; END $$;
    CREATE SEQUENCE intruder_seq;
    CREATE TABLE intruder_secret (secret text);
    INSERT INTO intruder_secret VALUES ('s3cret');
    DO $$ BEGIN CREATE ROLE {READER} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
    GRANT SELECT ON ALL TABLES IN SCHEMA public TO {READER};
    REVOKE SELECT ON intruder_secret FROM {READER}
"""


@dataclass(frozen=True)
class Asked:
    """A database that is asked hostile questions."""

    reader: Reader
    address: Path | str
    state: Callable[[], Any]

    @property
    def engine(self) -> str:
        return "sqlite" if isinstance(self.address, Path) else "postgresql"


def statements(asked: Asked, expected: str, there: Path) -> Iterator[str]:
    for group in GROUPS:
        if group["expect"] == expected and group["engine"] in ("both", asked.engine):
            yield from (written(statement, there) for statement in group["statements"])


def written(statement: str, there: Path) -> str:
    """Return a statement with all that it abbreviates."""
    whole = re.sub(r"\{(\d+)\*([^{}]*)\}", lambda found: found[2] * int(found[1]), statement)
    return whole.replace("{there}", str(there))


@pytest.fixture(scope="module")
def hostile_postgresql(new_loaded_database: Callable[[], str]) -> str:
    url = new_loaded_database()
    database.connect(url, _leave)
    return url


def _leave(connection: Connection) -> None:
    for part in LEFT.split(";\n"):
        connection.exec_driver_sql(part)
    connection.commit()


@pytest.fixture(params=[*ENGINES, pytest.param("postgresql as a reader", marks=pytest.mark.slow)], scope="module")
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """Give a database on each engine, on PostgreSQL as a superuser and as a role that only reads."""
    if request.param == "sqlite":
        path = Path(shutil.copy(request.getfixturevalue("loaded"), tmp_path_factory.mktemp("hostile") / "ocdb.sqlite"))
        with closing(open_reader(f"sqlite:///{path}")) as reader:
            yield Asked(reader, path, path.read_bytes)
        return
    url = request.getfixturevalue("hostile_postgresql")
    theirs = url.replace("//postgres:", f"//{READER}:") if "reader" in request.param else url
    with closing(open_reader(theirs)) as reader:
        yield Asked(reader, theirs, lambda: database.connect(url, _digest))


def _digest(connection: Connection) -> tuple[Any, ...]:
    """Return what must not change: the rows of all tables, what there is, and what the server is set to.

    Roles belong to the whole server: tests/test_teams.py makes some at the same time.
    """
    tables = connection.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    rows = hashlib.sha256()
    for table in tables.scalars().all():
        for row in connection.exec_driver_sql(f"SELECT t::text FROM {table} AS t ORDER BY 1").scalars():
            rows.update(row.encode())
    things = """
        SELECT 'relation', relname FROM pg_class UNION ALL SELECT 'function', proname FROM pg_proc
        UNION ALL SELECT 'extension', extname FROM pg_extension
        UNION ALL SELECT 'object', oid::text FROM pg_largeobject_metadata
        UNION ALL SELECT 'role', rolname FROM pg_roles WHERE rolname NOT LIKE '%%_team_%%'
        UNION ALL SELECT 'slot', slot_name FROM pg_replication_slots
        UNION ALL SELECT 'set', setconfig::text FROM pg_db_role_setting LEFT JOIN pg_roles ON pg_roles.oid = setrole
            WHERE COALESCE(rolname, '') NOT LIKE '%%_team_%%'
                AND setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
        UNION ALL SELECT 'sequence', last_value::text FROM intruder_seq
    """
    return rows.hexdigest(), sorted(map(tuple, connection.exec_driver_sql(things)))


@pytest.fixture
def there() -> Iterator[Path]:
    """Give a directory that everybody may write to, the server too; it must stay empty."""
    path = Path(tempfile.mkdtemp(prefix="ocdb-hostile-"))
    path.chmod(0o777)
    yield path
    assert list(path.iterdir()) == []
    path.rmdir()


def test_the_corpus_is_large() -> None:
    count = {
        one: sum(len(group["statements"]) for group in GROUPS if group["engine"] == one) for one in ("both", "sqlite")
    }
    assert sum(len(group["statements"]) for group in GROUPS) >= 350
    assert count["both"] >= 100
    assert count["sqlite"] >= 80


def test_what_would_do_more_than_read_is_refused_and_changes_nothing(asked: Asked, there: Path) -> None:
    before, let_through = asked.state(), []
    for sql in statements(asked, "refused", there):
        try:
            let_through.append((sql[:100], answered(asked.reader, sql, seconds=5, megabytes=MEGABYTES)[:1]))
        except SqlError as error:
            _assert_clear(error, sql)
    assert let_through == []
    assert asked.state() == before
    assert asked.reader.rows("SELECT count(*) FROM v_sources").rows[0][0] > 0


def test_one_that_takes_too_much_is_bounded_and_changes_nothing(asked: Asked, there: Path) -> None:
    assert_bounded(asked, islice(statements(asked, "bounded", there), 1))


@pytest.mark.slow
def test_what_takes_too_much_is_bounded_and_changes_nothing(asked: Asked, there: Path) -> None:
    assert_bounded(asked, statements(asked, "bounded", there))


def assert_bounded(asked: Asked, some: Iterable[str]) -> None:
    before = asked.state()
    for sql in some:
        started, most = time.monotonic(), max(_largest_child(), _largest_self(), MEGABYTES + BESIDE + BARE)
        try:
            query(asked.address, sql, {}, Limits(SECONDS, MEGABYTES))
        except SqlError as error:
            _assert_clear(error, sql)
        assert time.monotonic() - started < SECONDS + GRACE, sql[:100]
        assert _largest_child() <= most, sql[:100]
    assert asked.state() == before


def _largest_self() -> float:
    """Return the megabytes that this process took at most: a child counts those at its start as its own."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


def _largest_child() -> float:
    """Return the megabytes of the largest child process that has ended."""
    return getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024


def _assert_clear(error: SqlError, sql: str) -> None:
    told = f"{error} {error.hint}"
    assert len(str(error)) > 5, sql[:100]
    assert not re.search("traceback|sqlalchemy|psycopg|sqlite3|\\n", told, re.IGNORECASE), (sql[:100], told)


# --- a superuser --------------------------------------------------------------------------------------------------


def test_a_superuser_asks_with_the_rights_of_a_reader(hostile_postgresql: str) -> None:
    with closing(open_reader(hostile_postgresql)) as reader:
        sql = "SELECT current_user, current_setting('is_superuser'), current_setting('transaction_read_only')"
        assert answered(reader, sql) == [("pg_read_all_data", "off", "on")]
        assert reader.rows("SELECT current_user").rows == [("postgres",)]


def test_a_reader_keeps_its_own_rights(hostile_postgresql: str) -> None:
    with closing(open_reader(hostile_postgresql.replace("//postgres:", f"//{READER}:"))) as reader:
        assert answered(reader, "SELECT current_user") == [(READER,)]
        with pytest.raises(SqlError, match="permission denied for table intruder_secret"):
            answered(reader, "SELECT * FROM intruder_secret")


def test_no_column_of_ours_is_called_like_a_function_that_is_refused(hostile_postgresql: str) -> None:
    with closing(open_reader(hostile_postgresql)) as reader:
        columns = "SELECT DISTINCT column_name FROM information_schema.columns WHERE table_schema = 'public'"
        names = [name for (name,) in reader.rows(columns).rows]
        assert len(names) > 100
        assert answered(reader, f"SELECT {', '.join(f'1 AS {name}' for name in names)}") == [(1,) * len(names)]


def test_what_only_differs_from_call_to_call_is_answered(hostile_postgresql: str) -> None:
    with closing(open_reader(hostile_postgresql)) as reader:
        assert len(answered(reader, "SELECT random(), gen_random_uuid(), clock_timestamp()")[0]) == 3


# --- what stands behind a name ------------------------------------------------------------------------------------

# Each runs lab.vol, which an owner left VOLATILE, or a function of the server's own that does more than read.
BEHIND = """
    CREATE SCHEMA lab;
    CREATE FUNCTION lab.vol(int) RETURNS int LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_advisory_lock(7); RETURN $1; END $$;
    CREATE FUNCTION lab.plus(int, int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN lab.vol($1) + $2; END $$;
    CREATE AGGREGATE lab.total(int) (sfunc = lab.plus, stype = int, initcond = '0');
    CREATE DOMAIN lab.checked AS int CHECK (lab.vol(VALUE) > 0);
    CREATE DOMAIN lab.slept AS int CHECK (pg_try_advisory_lock(7));
    CREATE TYPE lab.pair AS (a lab.checked);
    CREATE VIEW lab.through AS SELECT lab.vol(1) AS x;
    CREATE VIEW lab.twice AS SELECT * FROM lab.through;
    CREATE VIEW lab.own AS SELECT pg_try_advisory_lock(7) AS x;
    CREATE OPERATOR public.||| (leftarg = int, rightarg = int, function = lab.plus);
    CREATE TYPE lab.mood AS ENUM ('good', 'bad');
    CREATE FUNCTION lab.word(lab.mood) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'x'; END $$;
    CREATE CAST (lab.mood AS text) WITH FUNCTION lab.word AS IMPLICIT;
    CREATE TABLE lab.moods (mood lab.mood);
    CREATE TABLE lab.guarded (a int);
    ALTER TABLE lab.guarded ENABLE ROW LEVEL SECURITY;
    CREATE POLICY mine ON lab.guarded USING (lab.vol(a) > 0);
    CREATE FUNCTION lab.given(int DEFAULT lab.vol(1)) RETURNS int STABLE LANGUAGE sql AS 'SELECT $1';
    CREATE FUNCTION lab.calm(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1';
    CREATE DOMAIN lab.fine AS int CHECK (lab.calm(VALUE) > 0);
    CREATE AGGREGATE lab.most(int) (sfunc = int4larger, stype = int);
    CREATE VIEW lab.harmless AS SELECT random() AS x, lab.calm(1) AS y, lab.most(n) FROM generate_series(1, 3) AS n
"""


def test_no_function_that_does_more_than_read_stands_behind_a_name(new_loaded_database: Callable[[], str]) -> None:
    url = new_loaded_database()

    def leave(connection: Connection) -> None:
        for part in BEHIND.split(";\n"):
            connection.exec_driver_sql(part.replace("%", "%%"))
        connection.commit()

    database.connect(url, leave)
    with closing(open_reader(url)) as reader:
        for sql in (
            "SELECT lab.total(1)",
            'SELECT "lab"."TOTAL"(n) FROM (VALUES (1)) AS v (n)',
            "SELECT 5::lab.checked",
            "SELECT CAST(5 AS lab.slept)",
            "SELECT ARRAY[5]::lab.checked[]",
            "SELECT '(5)'::lab.pair",
            "SELECT a FROM json_populate_record(NULL::lab.pair, '{\"a\": 5}')",
            "SELECT x FROM lab.through",
            "SELECT x FROM lab.twice",
            "SELECT x FROM lab.own",
            "SELECT 1|||2",
            "SELECT mood || 'x' FROM lab.moods",
            "SELECT a FROM lab.guarded",
            "SELECT lab.given()",
            "SELECT pg_input_is_valid('5', 'lab.ch' || 'ecked')",
        ):
            with pytest.raises(SqlError, match="a function that might do more than read") as refused:
                answered(reader, sql)
            assert refused.value.hint, sql
        for sql in ("SELECT 5::lab.fine", "SELECT lab.most(1)", "SELECT y FROM lab.harmless", "SELECT 1 + 2, 2 - -1"):
            assert len(answered(reader, sql)) == 1, sql
        # The locks of this database: other tests load into theirs on the same server.
        ours = "database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        assert reader.rows(f"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND {ours}").rows == [(0,)]


# --- what bounds an answer ----------------------------------------------------------------------------------------


@pytest.fixture(params=ENGINES)
def url(request: pytest.FixtureRequest) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('loaded')}"
    return str(request.getfixturevalue("loaded_postgresql"))


def test_an_answer_that_is_too_large_is_refused_and_says_how_to_get_it(url: str) -> None:
    sql = "SELECT a.id FROM v_claims AS a, v_claims AS b, v_claims AS c"
    answer = ocdb("sql", sql, "--memory", "8", "-f", "md", database=url)
    assert (answer.code, answer.out) == (6, "")
    assert answer.err == (
        "ocdb: the query needs more than 8 MB of memory and was stopped\n"
        "  Narrow the query, for example with LIMIT or fewer columns, or allow more with --memory MEGABYTES.\n"
    )


def test_with_more_memory_it_is_answered(url: str) -> None:
    sql = "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 30000) SELECT x FROM c"
    assert ocdb("sql", sql, "--memory", "1", "-f", "md", database=url).code == 6
    assert len(ocdb("sql", sql, "--memory", "16", database=url).lines) == 30001


def test_a_statement_that_is_too_long_is_told(url: str) -> None:
    answer = ocdb("sql", given=f"SELECT '{'x' * 10_000_000}'", database=url)
    assert (answer.code, answer.out) == (6, "")
    assert answer.err.startswith("ocdb: the statement is longer than 100,000 characters\n")


@each("value", ["\0", "\ud800", "a\0b"])
def test_a_parameter_that_is_no_text_is_told(value: str, url: str) -> None:
    answer = ocdb("sql", "SELECT :x AS x", "-p", f"x={value}", database=url)
    assert (answer.code, answer.out) == (6, "")
    assert answer.err == "ocdb: the parameter :x contains an invalid character\n  Leave it out.\n"


@each("value", ["'", '"', "%", "%s", ":x", "\\", "x'; DROP TABLE claim; --", "\u202e", "\x1b[31m", "$$"])
def test_a_parameter_is_a_value_and_nothing_else(value: str, url: str) -> None:
    with closing(open_reader(url)) as reader:
        sql = "SELECT CAST(:x AS text) AS x, ':x' AS \":x\", '%s %(x)s a\\:x' AS y -- :x"
        assert answered(reader, sql, {"x": value}) == [(value, ":x", "%s %(x)s a\\:x")]


def test_a_parameter_that_a_statement_does_not_ask_for_is_left_alone(url: str) -> None:
    with closing(open_reader(url)) as reader:
        assert answered(reader, "SELECT 1 AS x", {"a": 1}) == [(1,)]
        assert answered(reader, "SELECT ':a' AS x", {"a": 1}) == [(":a",)]
        assert answered(reader, "SELECT :self AS x, :key AS y", {"self": 1, "key": "b", "value": 2}) == [(1, "b")]


def test_a_number_is_compared_with_a_text_as_on_sqlite(url: str) -> None:
    with closing(open_reader(url)) as reader:
        year = "SELECT 1 AS found WHERE CAST('2021' AS text) = :d"
        assert answered(reader, year, {"d": 2021}) == [(1,)]
        assert answered(reader, f"{year} AND 11 > :n", {"d": 2021, "n": 10}) == [(1,)]
        assert answered(reader, "SELECT count(*) FROM v_pledges WHERE low > :n", {"n": 999})[0][0] > 1
        assert answered(reader, "SELECT :n AS n", {"n": 1}) == [(1,)]


def test_a_colon_in_an_escaped_text_begins_no_parameter(hostile_postgresql: str) -> None:
    with closing(open_reader(hostile_postgresql)) as reader:
        assert answered(reader, r"SELECT E'it\'s :a' AS x, :a AS y", {"a": 1}) == [("it's :a", 1)]


def test_values_that_are_neither_text_nor_number_are_told_in_every_format(url: str) -> None:
    sqlite = "SELECT x'00ff' AS a, 9e999 AS b, -9e999 AS c, 1.5 AS d"
    server = (
        "SELECT '\\x00ff'::bytea AS a, 'Infinity'::numeric AS b, 'NaN'::float8 AS c, 10::numeric ^ 5000 AS d,"
        " now() AS e, gen_random_uuid() AS f, '{\"a\": 1}'::jsonb AS g, '{1,2}'::int[] AS h, interval '1 day' AS i"
    )
    sql = sqlite if url.startswith("sqlite") else server
    answer = ocdb("sql", sql, "-f", "json", database=url)
    assert (answer.code, answer.err) == (0, "")
    assert "00ff" in answer.out
    with closing(open_reader(url)) as reader:
        rows = answered(reader, sql)
    columns = tuple("abcdefghi"[: len(rows[0])])
    for form in TEXTS:
        assert "00ff" in render(Rows(columns, rows), form), form
