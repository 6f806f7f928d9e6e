"""Brings an older database to the revision of this ocdb, and makes one on a server anew."""

from sqlalchemy import Connection

from ocdb import database
from ocdb.errors import DatabaseError
from ocdb.load.run import load


def upgrade(connection: Connection) -> tuple[str | None, str]:
    """Bring the tables to the newest revision; return the revisions before and after.

    Raises:
        DatabaseError: the database is from a newer ocdb.
    """
    before = database.revision(connection)
    connection.rollback()
    if before is not None and before not in database.revisions():
        raise DatabaseError(
            f"the database is at revision {before}, which this ocdb doesn't know", "Install a newer ocdb."
        )
    database.upgrade(connection)
    return before, database.head()


def rebuild(connection: Connection, *, yes: bool) -> None:
    """Remove all tables of ocdb and load the data that travel with it.

    Raises:
        DatabaseError: nobody confirmed it.
    """
    if not yes:
        raise DatabaseError("others may use this server", "To remove all its rows and load them anew, add --yes.")
    upgrade(connection)
    database.downgrade(connection, "base")
    load(connection)
