"""Migrations: up, down and up again with data in them, and each guard of migrations/env.py."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError, IntegrityError

from ocdb.errors import DatabaseError
from ocdb.load.run import load
from ocdb.schema import metadata
from ocdb.store import database, installed_views, migrating, searching, views
from scripts.check_models import ALEMBIC_INI, find_differences

Rows = list[tuple[Any, ...]]


class Future:
    """Revisions of our own on top of the real ones, run by the real env.py."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.newest = migrating.head()

    def add(self, up: str, down: str = "pass") -> str:
        """Add a revision on top of the newest; return its name."""
        name = f"9{len(list(self.folder.glob('*.py'))):03}"
        lines = ["import sqlalchemy as sa", "from alembic import op"]
        lines += [f"revision = {name!r}", f"down_revision = {self.newest!r}", "branch_labels = depends_on = None"]
        lines += [
            f"def {step}():\n{indent(dedent(code), '    ')}" for step, code in (("upgrade", up), ("downgrade", down))
        ]
        (self.folder / f"{name}.py").write_text("\n".join(lines) + "\n")
        self.newest = name
        return name

    def config(self, connection: Connection) -> Config:
        config = migrating.config(connection)
        real = f"{config.get_main_option('script_location')}/versions"
        config.set_main_option("path_separator", "newline")
        config.set_main_option("version_locations", f"{real}\n{self.folder}".replace("%", "%%"))
        return config

    def upgrade(self, url: str, revision: str = "head") -> None:
        database.connect(url, lambda connection: command.upgrade(self.config(connection), revision))

    def downgrade(self, url: str, revision: str = "-1") -> None:
        database.connect(url, lambda connection: command.downgrade(self.config(connection), revision))


@pytest.fixture
def future(tmp_path: Path) -> Future:
    (tmp_path / "future").mkdir()
    return Future(tmp_path / "future")


def ask(url: str, sql: str) -> Rows:
    return database.connect(url, lambda connection: [tuple(row) for row in connection.exec_driver_sql(sql)])


def tables(url: str) -> set[str]:
    return database.connect(url, lambda connection: set(inspect(connection).get_table_names()))


def beside(url: str) -> Sequence[str]:
    """Return the tables that an engine keeps for the index of the search."""
    return searching.TABLES if url.startswith("sqlite") else ()


def view_names(url: str) -> set[str]:
    return database.connect(url, lambda connection: set(inspect(connection).get_view_names()))


def content(url: str) -> dict[str, list[str]]:
    """Return the rows of all tables that the models know, sorted."""

    def read(connection: Connection) -> dict[str, list[str]]:
        return {
            table.name: sorted(map(repr, connection.execute(sa.select(table))))
            for table in metadata.sorted_tables
            if table.name != "stamp"
        }

    return database.connect(url, read)


def cursor(connection: Connection) -> Any:
    """Return what talks to the driver without a transaction of SQLAlchemy's."""
    return connection.connection.cursor()


def new(url: str) -> str:
    """Bring a new database to the newest revision; return its URL."""
    database.connect(url, migrating.upgrade)
    return url


# --- up, down, up -------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.usefixtures("five_travel")
def test_down_to_nothing_and_up_again_with_data_in_the_tables(loaded_url: str) -> None:
    before = content(loaded_url)
    assert before["claim"]
    database.connect(loaded_url, lambda connection: migrating.downgrade(connection, "base"))
    assert tables(loaded_url) == {"alembic_version"}
    assert view_names(loaded_url) == set()
    new(loaded_url)
    assert not any(content(loaded_url).values())
    database.connect(loaded_url, load)
    assert content(loaded_url) == before


@pytest.mark.slow
@pytest.mark.slow
def test_a_column_comes_goes_and_comes_again_and_the_data_stay(loaded_url: str, future: Future) -> None:
    before = content(loaded_url)
    future.add(
        """
        with op.batch_alter_table("site") as batch:
            batch.add_column(sa.Column("floors", sa.Integer, nullable=False, server_default="3", comment="floors"))
        """,
        """
        with op.batch_alter_table("site") as batch:
            batch.drop_column("floors")
        """,
    )
    future.upgrade(loaded_url)
    assert set(ask(loaded_url, "SELECT floors FROM site")) == {(3,)}
    assert content(loaded_url) == before
    future.downgrade(loaded_url)
    assert content(loaded_url) == before
    future.upgrade(loaded_url)
    assert content(loaded_url) == before


def test_a_database_of_the_first_release_gets_what_later_ones_have_and_keeps_its_data(loaded_url: str) -> None:
    before = content(loaded_url)
    database.connect(loaded_url, lambda connection: migrating.downgrade(connection, "0100"))
    assert {"sector", "country_within"} & {*tables(loaded_url)} == set()
    new(loaded_url)
    after = content(loaded_url)
    # What the next load fills; until then a country is found as before.
    assert after["sector"] == []
    ids = [key for (key,) in ask(loaded_url, "SELECT id FROM country")]
    assert after["country_within"] == sorted(repr((key, key)) for key in ids)
    assert ask(loaded_url, "SELECT COUNT(*) FROM country WHERE definition_en IS NOT NULL") == [(0,)]
    wider = {"country", "job_pledge", "job_report"}
    for table in after.keys() - {"sector", "country_within"}:
        rows = (after[table], before[table])
        assert [*map(len, rows)] == [len(before[table])] * 2 if table in wider else rows[0] == rows[1], table
    assert ask(loaded_url, "SELECT COUNT(*) FROM v_pledges WHERE sector IS NOT NULL") == [(0,)]


def test_upgrading_what_is_new_enough_changes_nothing(loaded_url: str) -> None:
    before = content(loaded_url)
    new(loaded_url)
    assert content(loaded_url) == before
    assert view_names(loaded_url) == set(views.names())


def test_alembic_at_the_command_line_runs_on_the_database_that_the_environment_names(
    new_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OCDB_DATABASE_URL", new_url)
    command.upgrade(Config(ALEMBIC_INI), "head")
    assert tables(new_url) == {*metadata.tables, "alembic_version", *beside(new_url)}


@pytest.mark.slow  # `make models` has them, too
def test_models_and_migrations_agree(new_url: str) -> None:
    assert database.connect(new_url, find_differences) == []


STRUCTURE = {
    "sqlite": [
        "SELECT tbl_name, name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL",
    ],
    "postgresql": [
        """
        SELECT relname, attname, row_number() OVER (PARTITION BY attrelid ORDER BY attnum),
            format_type(atttypid, atttypmod), attnotnull, attcollation, pg_get_expr(adbin, adrelid),
            col_description(attrelid, attnum), obj_description(attrelid)
        FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
        """,
        """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
        """,
        "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    ],
}


def structure(url: str) -> list[tuple[Any, ...]]:
    """Return all columns, in their order, and all constraints, indexes and comments, as the engine tells them."""

    def in_order(sql: Any) -> Any:
        # A table that was changed has its name in quotation marks, its constraints in another order, columns in a line.
        columns, *constraints = sql.replace('"', "").split("CONSTRAINT")
        return columns.split(), sorted(" ".join(one.strip("\n\t ,)").split()) for one in constraints)

    engine = "sqlite" if url.startswith("sqlite") else "postgresql"
    told = [row for sql in STRUCTURE[engine] for row in ask(url, sql)]
    if engine == "sqlite":
        told = [(*names, in_order(sql)) for *names, sql in told]
    return sorted(told, key=repr)


@pytest.mark.slow  # the one test that runs all revisions twice, on each engine
def test_a_new_database_is_what_the_revisions_lead_to(new_url: str) -> None:
    database.connect(new_url, migrating.create)
    made = structure(new_url)
    assert database.connect(new_url, database.revision) == migrating.head()
    assert view_names(new_url) == set(views.names())
    database.connect(new_url, lambda connection: migrating.downgrade(connection, "base"))
    assert len(structure(new_url)) < 10
    new(new_url)
    assert made == structure(new_url)
    assert len(made) > 200


# --- guard 1: foreign keys are off while tables are rebuilt -------------------------------------------------------

PARENT_AND_CHILDREN = """
op.create_table("parent", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(9)))
op.create_table(
    "child",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("parent_id", sa.Integer, sa.ForeignKey("parent.id", ondelete="CASCADE", name="fk_child_parent_id")),
)
op.execute("INSERT INTO parent VALUES (1, 'one')")
op.execute("INSERT INTO child VALUES (1, 1), (2, 1), (3, 1)")
"""
REBUILD = """
with op.batch_alter_table("parent", recreate="always") as batch:
    batch.alter_column("name", type_=sa.String(99))
"""


def test_a_batch_migration_of_a_parent_keeps_every_child_that_would_cascade(new_sqlite: str, future: Future) -> None:
    future.add(PARENT_AND_CHILDREN)
    future.upgrade(new_sqlite)
    future.add(REBUILD)
    future.upgrade(new_sqlite)
    assert ask(new_sqlite, "SELECT * FROM child") == [(1, 1), (2, 1), (3, 1)]


def test_with_foreign_keys_on_the_same_migration_would_lose_them(new_sqlite: str, future: Future) -> None:
    future.add(PARENT_AND_CHILDREN)
    future.upgrade(new_sqlite)

    def rebuild(connection: Connection) -> None:
        installed_views.drop(connection)
        operations = Operations(MigrationContext.configure(connection))
        exec(REBUILD, {"op": operations, "sa": sa})  # noqa: S102  the very same lines
        connection.commit()

    database.connect(new_sqlite, rebuild)
    assert ask(new_sqlite, "SELECT * FROM parent") == [(1, "one")]
    assert ask(new_sqlite, "SELECT * FROM child") == []


def test_foreign_keys_are_on_again_after_a_migration_and_after_one_that_failed(new_sqlite: str, future: Future) -> None:
    def switched_on(connection: Connection) -> bool:
        return connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1

    def migrate(connection: Connection) -> list[bool]:
        command.upgrade(future.config(connection), "head")
        after = [switched_on(connection)]
        connection.rollback()
        future.add("raise RuntimeError('half-way')")
        with pytest.raises(RuntimeError, match="half-way"):
            command.upgrade(future.config(connection), "head")
        return [*after, switched_on(connection)]

    assert database.connect(new_sqlite, migrate) == [True, True]


# --- guard 2: all revisions of a run are one transaction ----------------------------------------------------------


def test_a_failing_revision_leaves_nothing_of_itself(loaded_url: str, future: Future) -> None:
    before = tables(loaded_url)
    future.add("op.create_table('half', sa.Column('id', sa.Integer))\nraise RuntimeError('half-way')")
    with pytest.raises(RuntimeError, match="half-way"):
        future.upgrade(loaded_url)
    assert tables(loaded_url) == before
    assert view_names(loaded_url) == set(views.names())
    assert database.connect(loaded_url, database.revision) == migrating.head()


def test_a_failing_revision_takes_the_one_before_it_in_the_same_run_with_it(loaded_url: str, future: Future) -> None:
    before = tables(loaded_url)
    future.add("op.create_table('whole', sa.Column('id', sa.Integer))")
    future.add("op.create_table('half', sa.Column('id', sa.Integer))\nop.execute('SELECT * FROM nowhere')")
    with pytest.raises(DatabaseError, match="nowhere"):
        future.upgrade(loaded_url)
    assert tables(loaded_url) == before
    assert database.connect(loaded_url, database.revision) == migrating.head()


def test_a_first_upgrade_that_fails_leaves_no_table_at_all(new_url: str, future: Future) -> None:
    future.add("raise RuntimeError('half-way')")
    with pytest.raises(RuntimeError, match="half-way"):
        future.upgrade(new_url)
    assert tables(new_url) == set()


# --- guard 3: the views are dropped first, and made again ---------------------------------------------------------

WIDER = """
with op.batch_alter_table("site") as batch:
    batch.alter_column("address", type_=sa.String(900))
"""


def test_a_table_under_a_view_can_be_changed_and_the_views_answer_as_before(loaded_url: str, future: Future) -> None:
    before = sorted(map(repr, ask(loaded_url, "SELECT * FROM v_sites")))
    assert before
    future.add(WIDER)
    future.upgrade(loaded_url)
    assert view_names(loaded_url) == set(views.names())
    assert sorted(map(repr, ask(loaded_url, "SELECT * FROM v_sites"))) == before


def test_with_the_views_in_place_the_same_migration_would_fail(loaded_url: str) -> None:
    def widen(connection: Connection) -> None:
        if connection.dialect.name == "sqlite":
            cursor(connection).execute("PRAGMA foreign_keys = OFF")
        exec(WIDER, {"op": Operations(MigrationContext.configure(connection)), "sa": sa})  # noqa: S102  the same lines

    with pytest.raises(DatabaseError, match="view"):
        database.connect(loaded_url, widen)


def test_views_of_others_in_a_file_survive_when_a_table_under_them_is_rebuilt(copied: Path, future: Future) -> None:
    url = f"sqlite:///{copied}"

    def build_on(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE VIEW mine AS SELECT id FROM v_sites")
        connection.exec_driver_sql("CREATE VIEW yours AS SELECT id FROM site")
        connection.commit()

    database.connect(url, build_on)
    before = ask(url, "SELECT * FROM mine, yours")
    future.add(WIDER)
    future.upgrade(url)
    assert ask(url, "SELECT * FROM mine, yours") == before != []


def test_views_are_made_at_the_newest_revision_only_as_they_may_need_its_columns(new_url: str, future: Future) -> None:
    older = future.newest
    future.add("pass")
    future.upgrade(new_url, older)
    assert view_names(new_url) == set()
    future.upgrade(new_url)
    assert view_names(new_url) == set(views.names())


# --- guard 4: no dangling reference is committed ------------------------------------------------------------------


def test_a_migration_that_leaves_dangling_references_is_refused(copied: Path, future: Future) -> None:
    url = f"sqlite:///{copied}"
    before = content(url)
    future.add("op.execute('DELETE FROM source_author')\nop.execute('DELETE FROM source')")
    with pytest.raises(
        DatabaseError, match=r"^the migration would leave \d+ references without their row, in citation$"
    ):
        future.upgrade(url)
    assert content(url) == before


def test_postgresql_refuses_dangling_references_at_once(new_loaded_database: Callable[[], str], future: Future) -> None:
    url = new_loaded_database()
    before = content(url)
    future.add("op.execute('DELETE FROM source_author')\nop.execute('DELETE FROM source')")
    with pytest.raises(DatabaseError, match="violates foreign key constraint"):
        future.upgrade(url)
    assert content(url) == before


def test_a_connection_inside_a_transaction_is_refused(new_url: str) -> None:
    def migrate(connection: Connection) -> None:
        connection.exec_driver_sql("SELECT 1")
        migrating.upgrade(connection)

    with pytest.raises(DatabaseError, match="a migration needs a connection outside of a transaction"):
        database.connect(new_url, migrate)
    assert tables(new_url) == set()


# --- what the tables are like -------------------------------------------------------------------------------------


@pytest.fixture
def new_sqlite(tmp_path: Path) -> str:
    """Give the URL of a new, empty SQLite database."""
    return f"sqlite:///{tmp_path / 'new.sqlite'}"


def test_every_constraint_and_index_is_named_by_the_convention(loaded_url: str) -> None:
    def misnamed(connection: Connection) -> list[tuple[str, object]]:
        inspector = inspect(connection)
        found: list[tuple[str, object, str]] = []
        for table in metadata.tables:
            found.append((table, inspector.get_pk_constraint(table)["name"], f"pk_{table}"))
            for kind, items, columns in (
                ("fk", inspector.get_foreign_keys(table), "constrained_columns"),
                ("uq", inspector.get_unique_constraints(table), "column_names"),
                ("ix", inspector.get_indexes(table), "column_names"),
            ):
                for item in items:
                    if not item.get("duplicates_constraint"):  # PostgreSQL keeps a unique constraint by an index
                        name = f"{kind}_{table}_{'_'.join(item[columns])}"  # type: ignore[literal-required]
                        found.append((table, item["name"], re.escape(name)))
            checks = inspector.get_check_constraints(table)
            found += [(table, check["name"], rf"ck_{table}_[a-z_]+") for check in checks]
        assert len(found) > 150
        return [(table, name) for table, name, wanted in found if not re.fullmatch(wanted, str(name))]

    assert database.connect(loaded_url, misnamed) == []


def test_every_table_and_every_column_has_a_comment() -> None:
    subjects = {table.name: table.comment for table in metadata.sorted_tables}
    subjects |= {str(column): column.comment for table in metadata.sorted_tables for column in table.columns}
    assert [name for name, comment in subjects.items() if not (comment and comment.strip())] == []


def test_postgresql_shows_the_comments(loaded_postgresql: str) -> None:
    def comments(connection: Connection) -> dict[str, str | None]:
        inspector = inspect(connection)
        found = {table: inspector.get_table_comment(table)["text"] for table in metadata.tables}
        for table in metadata.tables:
            found |= {f"{table}.{column['name']}": column["comment"] for column in inspector.get_columns(table)}
        return found

    shown = database.connect(loaded_postgresql, comments)
    assert shown["site.address"] == "building or street, where the source gives it"
    assert [name for name, comment in shown.items() if not comment] == []


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("claim", {"id": "x", "kind": "nonsense", "summary": "Of a kind that isn't there.", "summary_fr": "x"}),
        ("claim_speaker", {"claim_id": "webhelp-fes", "party_id": "nobody", "position": 1}),
    ],
)
def test_foreign_keys_are_enforced(loaded_url: str, table: str, row: dict[str, Any]) -> None:
    engine = database.engine(loaded_url)
    with engine.connect() as connection, pytest.raises(IntegrityError, match=r"(?i)foreign key constraint"):
        connection.execute(metadata.tables[table].insert(), row)
    engine.dispose()


def test_a_figure_that_does_not_fit_its_bound_is_refused(loaded_url: str) -> None:
    others: dict[str, Any] = {
        "measure": "jobs",
        "reading": "total",
        "basis": "operator",
        "directness": "both",
        "country_id": "TG",
    }
    others |= {"firmness": "announcement", "baseline_none": False}
    engine = database.engine(loaded_url)
    for low, high, bound in (
        (500, 400, "range"),
        (500, None, "range"),
        (5, 6, "exact"),
        (None, 6, "exact"),
        (None, None, "about"),
        (5, 6, "nearly"),
        (5, 5, "at_least"),
        (5, 5, "at_most"),
    ):
        row = {"id": "x", "unnamed_operators": 0, "low": low, "high": high, "bound": bound, **others}
        with engine.connect() as connection, pytest.raises(DBAPIError, match="ck_job_pledge_bound_fits"):
            connection.execute(metadata.tables["job_pledge"].insert(), row)
    engine.dispose()


def test_a_date_is_stored_as_a_day_on_both_engines(loaded_url: str) -> None:
    events = metadata.tables["event"]
    query = sa.select(events.c.date_from).where(events.c.date_from.is_not(None))
    days = database.connect(loaded_url, lambda connection: connection.execute(query).scalars().all())
    assert days
    assert {type(day) for day in days} == {dt.date}
