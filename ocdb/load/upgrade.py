"""Brings an older database to the revision of this ocdb, and makes one on a server anew."""

from sqlalchemy import Connection

from ocdb.errors import DatabaseError
from ocdb.load.run import load
from ocdb.store import database, migrating
from ocdb.store.revisions import refuse_unknown
from ocdb.words.language import _


def upgrade(connection: Connection) -> tuple[str | None, str]:
    """Bring the tables to the newest revision; return the revisions before and after.

    Raises:
        DatabaseError: the database is from a newer ocdb, or from a preview before the first release.
    """
    with connection.begin():
        found = database.revision(connection)
    if found is not None:
        refuse_unknown(found)
    # Another upgrade may have been at work since: which revision was there before ours is known in its transaction.
    return migrating.upgrade(connection), migrating.head()


def rebuild(connection: Connection, *, yes: bool) -> None:
    """Bring a database on a server to the data that travel with ocdb, whatever was in it.

    Its rows change in one transaction, and nobody finds it empty meanwhile.

    Raises:
        DatabaseError: nobody confirmed it.
    """
    if not yes:
        message = _("this is a server that others may be using")
        raise DatabaseError(message, _("To remove all its rows and load them again, add --yes."))
    upgrade(connection)
    load(connection, prune=True)
