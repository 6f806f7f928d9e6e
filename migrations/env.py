"""Runs revisions under the guards that keep data safe (docs/adr/0004).

1. On SQLite foreign keys are off while tables are rebuilt: with them on, a batch migration of a parent table
   deletes every child row that cascades. They can be switched only outside of a transaction, so before BEGIN.
2. All revisions of one run are one transaction: a failed one leaves nothing of itself (store.database emits BEGIN).
   On a server that may be the caller's, so that a first load makes tables and rows in one.
3. The views are dropped first: a view on a rebuilt table aborts the rename. They are made again at the newest revision.
   On PostgreSQL those that others built on stay, and are replaced in their place (store.installed_views). On SQLite a
   rename leaves the views of others as they are: it would refuse those that read one of ours.
   So is the index of the search (store.searching): SQLite would rebuild its table without it.
4. No dangling reference is committed: SQLite is asked for them before COMMIT.

A load makes the tables of a new database from the models instead (store.migrating.create), under the same guards.

On PostgreSQL one upgrade waits for another, and for a load (ocdb.store.turns).
"""

import os

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from ocdb.errors import DatabaseError
from ocdb.schema import metadata
from ocdb.store import database, installed_views, searching
from ocdb.store.turns import act_as_owner, take_turn


def run(connection: Connection) -> None:
    """Run the revisions that were asked for, in a transaction of their own or in the caller's that was handed in."""
    if context.config.attributes.get("within"):
        _migrate(connection)
        return
    if connection.in_transaction():
        raise DatabaseError("a migration needs a connection outside of a transaction", "Commit or roll back first.")
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        _rebuilding(connection, on=True)
    try:
        with connection.begin():
            _migrate(connection)
            if sqlite:
                _refuse_dangling_references(connection)
    finally:
        if sqlite:
            _rebuilding(connection, on=False)


def _migrate(connection: Connection) -> None:
    take_turn(connection)
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        include_name=lambda name, _kind, _parents: not searching.is_part(str(name)),
        # One transaction around all revisions, and it is ours: Alembic must not commit in between.
        transactional_ddl=True,
        transaction_per_migration=False,
    )
    context.config.attributes["before"] = next(iter(context.get_context().get_current_heads()), None)
    # A command that only compares has no destination.
    if _at_head() and context.get_context().opts.get("destination_rev", "head") == "head":
        context.run_migrations()
        installed_views.replace(connection)
        searching.install(connection)
        return
    act_as_owner(connection)
    searching.drop(connection)
    aside = installed_views.drop(connection)
    try:
        if context.config.attributes.get("new") and not context.config.attributes["before"]:
            metadata.create_all(connection, checkfirst=False)
            context.get_context().stamp(context.script, "head")
        else:
            context.run_migrations()
    except DBAPIError as error:
        raise aside.explained(error) from error
    if _at_head():
        installed_views.restore(connection, aside)
        searching.install(connection)


def _at_head() -> bool:
    return set(context.get_context().get_current_heads()) == set(context.script.get_heads())


def _rebuilding(connection: Connection, *, on: bool) -> None:
    """Switch foreign keys off while tables are rebuilt, and with them what a rename does to others' views.

    Through the driver: SQLAlchemy would begin a transaction, inside which foreign keys can't be switched.
    """
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101  the connection is open
    driver.execute(f"PRAGMA foreign_keys = {'OFF' if on else 'ON'}")
    driver.execute(f"PRAGMA legacy_alter_table = {'ON' if on else 'OFF'}")


def _refuse_dangling_references(connection: Connection) -> None:
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if dangling:
        tables = ", ".join(sorted({row[0] for row in dangling}))
        message = f"the migration would leave {len(dangling)} references without their row, in {tables}"
        raise DatabaseError(message, "Nothing was changed; report this with the revision's name.")


handed_in = context.config.attributes.get("connection")
if handed_in is not None:
    run(handed_in)
else:
    url = os.environ.get("OCDB_DATABASE_URL") or context.config.get_main_option("sqlalchemy.url")
    database.connect(str(url), run)
