"""What writing to a shared server takes: our turn, as one load or upgrade works at a time, and the owner's role."""

from sqlalchemy import Connection

from ocdb.errors import DatabaseError
from ocdb.settings import lock_seconds
from ocdb.words.language import _

# The number of the advisory lock: "ocdb" in ASCII. Such a lock is of one database, not of the whole server.
LOCK = 0x6F636462
_OWNER = """
    SELECT pg_catalog.pg_get_userbyid(relowner) AS owner, current_user AS me,
        pg_catalog.pg_has_role(current_user, relowner, 'MEMBER') AS may_be_owner,
        pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(relowner)) AS quoted
    FROM pg_catalog.pg_class
    WHERE oid = to_regclass('alembic_version')
"""


def take_turn(connection: Connection) -> None:
    """Wait until no other load or upgrade is at work; ours is until the end of the transaction that is open.

    On SQLite there is nothing to do: BEGIN IMMEDIATE has waited already. The wait for any other lock is bounded too,
    so that an upgrade doesn't stand in the way of all readers for long while it waits for one of them.
    """
    if connection.dialect.name == "postgresql":
        # Each statement is to see what was committed while we waited, whatever the server's habit is.
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(lock_seconds() * 1000)}")
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")  # a role's own may be shorter than our patience
        connection.exec_driver_sql(f"SELECT pg_catalog.pg_advisory_xact_lock({LOCK})")


def act_as_owner(connection: Connection) -> None:
    """Take the role that owns the tables until the end of the transaction: what is made then belongs to it too.

    Raises:
        DatabaseError: the role that is connected isn't a member of it.
    """
    if connection.dialect.name != "postgresql":
        return
    found = connection.exec_driver_sql(_OWNER).one_or_none()
    if found is None or found.owner == found.me:
        return
    if not found.may_be_owner:
        message = _("the tables and views have to change, but they belong to {owner}: {me} may not change them")
        hint = _("Nothing was changed. Run as {owner}: ocdb db upgrade").format(owner=found.owner)
        raise DatabaseError(message.format(owner=found.owner, me=found.me), hint)
    connection.exec_driver_sql(f"SET LOCAL ROLE {found.quoted}")
