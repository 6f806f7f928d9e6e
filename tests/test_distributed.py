"""Past one machine: tables, views and loads use nothing that CockroachDB, YugabyteDB or Citus are known to lack."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import CheckConstraint, Connection, ForeignKeyConstraint, UniqueConstraint, event

from ocdb.load.run import load
from ocdb.schema import metadata
from ocdb.store import database
from tests.commands import ocdb
from tests.travelling import FIVE_ARTICLES


def test_tables_have_plain_keys_and_constraints_and_nothing_that_the_server_fills_in() -> None:
    for table in metadata.sorted_tables:
        for column in table.columns:
            assert (column.server_default, column.computed, column.identity) == (None, None, None), column
        assert list(table.primary_key), table.name
        for constraint in table.constraints:
            assert not constraint.deferrable, constraint.name
            if isinstance(constraint, ForeignKeyConstraint):
                assert (constraint.ondelete, constraint.onupdate) == (None, None), constraint.name
            else:
                assert constraint is table.primary_key or isinstance(constraint, CheckConstraint | UniqueConstraint)
        for index in table.indexes:
            assert not any(index.dialect_options["postgresql"][name] for name in ("where", "using", "include", "ops"))
            assert len(index.columns) == len(index.expressions), index.name


def test_a_database_holds_tables_views_and_plain_indexes_and_nothing_else(loaded_postgresql: str) -> None:
    ours = "relnamespace = 'public'::regnamespace"
    beside = {
        "relations": f"SELECT relname FROM pg_class WHERE {ours} AND (relkind NOT IN ('r', 'v', 'i')"
        " OR relpersistence <> 'p')",
        "triggers": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
        "functions": "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
        "types": "SELECT typname FROM pg_type"
        " WHERE typnamespace = 'public'::regnamespace AND typtype NOT IN ('b', 'c')",
        "extensions": "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql'",
        "rules": "SELECT rulename FROM pg_rules WHERE schemaname = 'public'",
        "policies": "SELECT polname FROM pg_policy",
        "constraints": "SELECT conname FROM pg_constraint"
        " WHERE condeferrable OR contype NOT IN ('c', 'f', 'n', 'p', 'u')",
        "indexes": "SELECT indexrelid::regclass FROM pg_index JOIN pg_class ON indrelid = pg_class.oid"
        f" WHERE {ours} AND (indpred IS NOT NULL OR indexprs IS NOT NULL)",
        "defaults": "SELECT adrelid::regclass FROM pg_attrdef",
    }

    def there(connection: Connection) -> dict[str, list[Any]]:
        return {name: rows for name, sql in beside.items() if (rows := list(connection.exec_driver_sql(sql)))}

    assert database.connect(loaded_postgresql, there) == {}


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
    turn = {"SET TRANSACTION", "SET LOCAL"}
    assert beginnings >= turn
    assert {"SELECT", "INSERT", "DELETE"} <= {one.split()[0] for one in beginnings - turn} <= {
        "SELECT", "INSERT", "UPDATE", "DELETE",
    }  # fmt: skip
    assert [one for one in statements if "pg_advisory_xact_lock" in one]
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
            "ocdb: this server speaks PostgreSQL's protocol, but isn't PostgreSQL\n"
            "  Which servers work, and what others would need: docs/distributed.md\n"
        )
