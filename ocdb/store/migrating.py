"""Brings the tables of a database to a revision, and back, by Alembic.

It takes as long to import as a question takes: only what changes tables, or asks for all revisions, does so.
"""

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from ocdb.settings import resource


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration, for a connection that is open already or for the one that env.py opens."""
    found = Config()
    found.set_main_option("script_location", str(resource("migrations")).replace("%", "%%"))
    found.attributes["connection"] = connection
    return found


def upgrade(connection: Connection, revision: str = "head", *, within: bool = False) -> str | None:
    """Bring a database to a revision, and make the views again; return the one that it had when it was our turn.

    Args:
        connection: outside of a transaction.
        revision: that is wanted.
        within: the connection is inside of a transaction, and the caller commits; on a server only.
    """
    configured = config(connection)
    configured.attributes["within"] = within
    command.upgrade(configured, revision)
    return configured.attributes.get("before")


def create(connection: Connection, *, within: bool = False) -> None:
    """Make the tables and views in a new database, from the models: what all revisions lead to, in a sixth of the time.

    Args:
        connection: as for `upgrade`.
        within: as for `upgrade`.
    """
    configured = config(connection)
    configured.attributes |= {"within": within, "new": True}
    command.upgrade(configured, "head")


def downgrade(connection: Connection, revision: str) -> None:
    """Take a database back to a revision; ``base`` removes every table."""
    command.downgrade(config(connection), revision)


def head() -> str:
    """Return the newest revision that this ocdb knows."""
    found = ScriptDirectory.from_config(config()).get_current_head()
    assert found is not None  # noqa: S101  there is always one
    return found


def revisions() -> list[str]:
    """Return all revisions that this ocdb knows, newest first."""
    return [script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()]
