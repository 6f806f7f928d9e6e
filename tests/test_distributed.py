"""Past one machine: tables, views and loads use nothing that CockroachDB, YugabyteDB or Citus lack."""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, Connection, ForeignKeyConstraint, Table, UniqueConstraint, event
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from ocdb.load.run import load
from ocdb.schema import metadata
from ocdb.store import database, views
from tests.commands import FIVE_ARTICLES, ocdb

PAGE = (Path(__file__).parent.parent / "docs" / "distributed.md").read_text("utf-8")
TABLES = metadata.sorted_tables
PLAIN = {"VARCHAR", "TEXT", "INTEGER", "BIGINT", "DOUBLE PRECISION", "DATE", "BOOLEAN"}
FUNCTIONS = {
    "avg", "cast", "coalesce", "count", "first_value", "lag", "last_value", "lead", "length", "lower", "max", "min",
    "nullif", "rank", "replace", "round", "row_number", "string_agg", "substr", "sum", "trim", "upper",
}  # fmt: skip
# Words before a bracket that call nothing.
GRAMMAR = {"and", "as", "by", "case", "else", "exists", "from", "in", "join", "not", "on", "or", "over", "recursive",
           "select", "then", "union", "all", "using", "values", "when", "where", "distinct"}  # fmt: skip
# What one of the three lacks or restricts, and what only PostgreSQL says so.
REFUSED = {
    "SERIAL": "a sequence",
    "SEQUENCE": "a sequence",
    "NEXTVAL": "a sequence",
    "IDENTITY": "a sequence",
    "GENERATED": "a computed column",
    "DEFAULT": "a default",
    "TRIGGER": "a trigger",
    "DEFERRABLE": "CockroachDB checks at once",
    "CASCADE": "a load removes rows itself",
    "EXCLUDE": "an exclusion constraint",
    "USING GIN": "a special index",
    "MATERIALIZED": "a copy that nobody refreshes",
    "TEMPORARY": "CockroachDB has them on trial",
    "UNLOGGED": "no distributed engine has them",
    "TABLESAMPLE": "Citus restricts it",
    "GROUPING SETS": "Citus restricts it",
    "FOR UPDATE": "Citus restricts it",
    "LATERAL": "SQLite lacks it",
    "DISTINCT ON": "SQLite lacks it",
    "ILIKE": "SQLite lacks it",
    "::": "SQLite lacks it",
    "JSONB": "a type of one engine",
    "ARRAY": "a type of one engine",
    "TSVECTOR": "a type of one engine",
    "MONEY": "a type of one engine",
    "CTID": "a column of one engine",
    "OID": "a column of one engine",
    "CURRENT_TIMESTAMP": "a view tells of days",
    "NOW()": "a view tells of days",
    "RANDOM()": "another answer each time",
}


def refused(sql: str) -> list[str]:
    """Return the constructs in a statement that are refused; texts and comments don't count."""
    code = re.sub(r"'(?:[^']|'')*'", "''", re.sub(r"--.*", "", sql)).upper()
    return [
        word
        for word in REFUSED
        if re.search(rf"(?<![\w$]){re.escape(word)}" if word[0].isalpha() else re.escape(word), code)
        and re.search(rf"{re.escape(word)}(?!\w)", code)
    ]


@pytest.mark.parametrize("word", REFUSED)
def test_what_is_refused_is_found(word: str) -> None:
    assert word in refused(f"SELECT 1 {word.lower()} -- a remark")
    assert refused(f"SELECT '{word}' -- {word}") == []


# --- tables -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_needs_nothing_but_plain_types_and_constraints(table: Table) -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    types = {str(column.type.compile(dialect=dialect)).partition("(")[0] for column in table.columns}
    assert types <= PLAIN
    statements: list[ExecutableDDLElement] = [CreateTable(table), *map(CreateIndex, table.indexes)]
    assert [refused(str(one.compile(dialect=dialect))) for one in statements] == [[]] * len(statements)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_column_is_filled_by_the_load_and_by_nothing_else(table: Table) -> None:
    filled = [
        column.name
        for column in table.columns
        if column.server_default is not None or column.computed is not None or column.identity is not None
    ]
    assert filled == []
    assert list(table.primary_key)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_constraints_and_indexes_are_of_the_plain_kind(table: Table) -> None:
    for constraint in table.constraints:
        assert not constraint.deferrable, constraint.name
        if isinstance(constraint, ForeignKeyConstraint):
            assert (constraint.ondelete, constraint.onupdate) == (None, None), constraint.name
            assert list(constraint.elements[0].column.table.primary_key) == [key.column for key in constraint.elements]
        else:
            assert constraint is table.primary_key or isinstance(constraint, CheckConstraint | UniqueConstraint)
    for index in table.indexes:
        options = index.dialect_options["postgresql"]
        assert not any(options[name] for name in ("where", "using", "include", "ops")), index.name
        assert len(index.columns) == len(index.expressions), index.name


# --- views --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server(loaded_postgresql: str) -> Iterator[Connection]:
    """Give a connection to a loaded database, only to look."""
    engine = database.engine(loaded_postgresql)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.mark.parametrize("name", views.names())
def test_a_view_uses_nothing_that_an_engine_lacks(name: str, server: Connection) -> None:
    sql = views.statement(name, server)
    assert refused(sql.replace("CREATE OR REPLACE VIEW", "")) == []
    code = re.sub(r"'(?:[^']|'')*'", "''", re.sub(r"--.*", "", sql)).lower()
    called = set(re.findall(r"\b([a-z_]+)\s*\(", code))
    named = set(re.findall(r"\b(?:with(?:\s+recursive)?|,)\s*([a-z_]+)\s*\(", code))
    assert called - named <= FUNCTIONS | GRAMMAR


@pytest.mark.parametrize("name", views.names())
def test_a_view_names_a_collation_only_as_a_way_to_compare(name: str, server: Connection) -> None:
    assert set(re.findall(r"COLLATE (\S+?)[\s,;)]", views.statement(name, server))) <= {'"C"'}


# --- what is there after migrations and a load --------------------------------------------------------------------

OURS = "relnamespace = 'public'::regnamespace"
INDEXED = "SELECT indexrelid::regclass FROM pg_index JOIN pg_class ON indrelid = pg_class.oid"


@pytest.mark.parametrize(
    "sql",
    [
        f"SELECT relname, relkind FROM pg_class WHERE {OURS} AND relkind NOT IN ('r', 'v', 'i')",
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
        "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
        "SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype NOT IN ('b', 'c')",
        "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql'",
        f"SELECT relname FROM pg_class WHERE {OURS} AND relpersistence <> 'p'",
        "SELECT rulename FROM pg_rules WHERE schemaname = 'public'",
        "SELECT polname FROM pg_policy",
        "SELECT conname FROM pg_constraint WHERE condeferrable OR contype NOT IN ('c', 'f', 'n', 'p', 'u')",
        f"{INDEXED} WHERE {OURS} AND (indpred IS NOT NULL OR indexprs IS NOT NULL)",
        "SELECT adrelid::regclass FROM pg_attrdef",
    ],
    ids=lambda sql: re.findall(r"FROM (\w+)", sql)[0],
)
def test_a_database_holds_tables_views_and_plain_indexes(sql: str, server: Connection) -> None:
    assert server.exec_driver_sql(sql).all() == []


# --- what is sent -------------------------------------------------------------------------------------------------

ROWS = {"SELECT", "INSERT", "UPDATE", "DELETE"}
TURN = {"SET TRANSACTION", "SET LOCAL"}


def sent(url: str, work: Callable[[Connection], Any]) -> list[str]:
    """Return the statements that some work sends."""
    found: list[str] = []
    engine = database.engine(url)
    event.listen(engine, "before_cursor_execute", lambda *given: found.append(given[2]))
    with engine.connect() as connection:
        found.clear()  # what SQLAlchemy asks of each server
        work(connection)
    engine.dispose()
    return found


def test_a_load_sends_rows_and_takes_its_turn_and_nothing_else(new_loaded_database: Callable[[], str]) -> None:
    url = new_loaded_database()
    statements = sent(url, lambda connection: load(connection, FIVE_ARTICLES[1:3], prune=True))
    statements += sent(url, lambda connection: load(connection, FIVE_ARTICLES))
    beginnings = {" ".join(one.split()[:2]).upper() for one in statements}
    assert beginnings >= TURN
    assert {one.split()[0] for one in beginnings - TURN} <= ROWS
    assert {one.split()[0] for one in beginnings - TURN} >= ROWS - {"UPDATE"}
    assert [one for one in statements if "pg_advisory_xact_lock" in one]


def test_a_statement_of_a_load_returns_no_rows_that_it_writes(new_loaded_database: Callable[[], str]) -> None:
    statements = sent(new_loaded_database(), lambda connection: load(connection, FIVE_ARTICLES[1:3], prune=True))
    assert [one for one in statements if "RETURNING" in one or "ON CONFLICT" in one] == []


def test_a_server_that_is_not_postgresql_is_refused_in_one_line(new_database: Callable[[], str]) -> None:
    url = new_database()

    def disguise(connection: Connection) -> None:
        connection.exec_driver_sql(
            "CREATE OR REPLACE FUNCTION pg_catalog.version() RETURNS text LANGUAGE sql STABLE"
            " AS $$ SELECT 'CockroachDB CCL v26.2.0 (x86_64-pc-linux-gnu)' $$"
        )
        connection.commit()

    database.connect(url, disguise)
    for command in (["list", "sites"], ["load", *FIVE_ARTICLES], ["db", "upgrade"]):
        answer = ocdb(*command, database=url)
        assert (answer.code, answer.out) == (3, "")
        assert answer.err == (
            "ocdb: this server speaks PostgreSQL's language and isn't PostgreSQL\n"
            "  What else works, and what it would take: docs/distributed.md\n"
        )


# --- Citus --------------------------------------------------------------------------------------------------------


def test_the_command_for_citus_names_every_table_after_those_that_it_refers_to() -> None:
    line = next(line for line in PAGE.splitlines() if line.startswith("python -c"))
    _, option, program, pipe, *_ = shlex.split(line)
    assert (option, pipe) == ("-c", "|")
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    named = re.findall(r"""^SELECT create_reference_table\('"(\w+)"'\);$""", out, re.MULTILINE)
    assert sorted(named) == sorted(metadata.tables)
    assert len(named) == len(out.splitlines())
    before: set[str] = set()
    for name in named:
        needed = {key.column.table.name for key in metadata.tables[name].foreign_keys} - {name}
        assert needed <= before, name
        before.add(name)


def test_claims_refer_to_claims_by_keys_that_a_spread_table_could_not_have() -> None:
    assert [column.name for column in metadata.tables["citation"].primary_key] == ["id"]
    keys = {(key.parent.table.name, key.parent.name) for table in TABLES for key in table.foreign_keys}
    assert {("event", "site_id"), ("job_pledge", "event_id"), ("claim_link", "other_id")} <= keys
