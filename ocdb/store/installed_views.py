"""The views that stand in a database: brought to what they should be, without what others built on them being lost.

A team's own views on ours are its work. So no view is ever dropped with what depends on it, only those that differ are
touched, and what others stand on is replaced in its place, or the whole is refused (ADR 16).
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from ocdb.errors import DatabaseError
from ocdb.store import views
from ocdb.store.database import sqlstate
from ocdb.store.turns import act_as_owner
from ocdb.words.language import _

# Views of ocdb that later releases no longer have: whatever changes views takes them away, unless others built on them.
RETIRED: tuple[str, ...] = ()
_RIGHTS = """
    SELECT given.privilege_type, given.grantee::regrole AS grantee, given.grantee = 0 AS to_all, given.is_grantable
    FROM pg_catalog.pg_class, pg_catalog.aclexplode(relacl) AS given
    WHERE relname = %(name)s AND relnamespace = current_schema()::regnamespace AND given.grantee <> relowner
"""
DEPENDED_ON = "2BP01"  # dependent_objects_still_exist
# Also feature_not_supported: that is what PostgreSQL says where a view reads a column whose type is to change.
_IN_THE_WAY = {DEPENDED_ON, "0A000", "42P16"}  # 42P16: invalid_table_definition


@dataclass
class SetAside:
    """What has to be known to make views again that were dropped.

    Attributes:
        names: of the views, those that were to be dropped.
        rights: for each that was dropped the statements that give others their rights to it again.
        held: the views that stayed, because something that isn't ours depends on them, and what that is.
    """

    names: tuple[str, ...]
    rights: dict[str, list[str]] = field(default_factory=dict)
    held: dict[str, str] = field(default_factory=dict)

    def explained(self, error: DBAPIError) -> Exception:
        """Return what an error means where views were held; else the error itself."""
        if not self.held or sqlstate(error) not in _IN_THE_WAY:
            return error
        depends = "; ".join(dict.fromkeys(self.held.values()))
        message = _("views that have to change are used by others: {depends}").format(depends=depends)
        hint = _("Nothing was changed. Save the SQL of the others, drop them, run this again, and create them again.")
        hint += " " + _("See docs/teams.md.")
        return DatabaseError(message, hint)


def replace(connection: Connection) -> list[str]:
    """Bring the views to what this ocdb has, inside the transaction of the caller; return those that differed.

    Raises:
        DatabaseError: a view on which others built can't change in its place, or the role may change no views.
    """
    differing = stale(connection)
    if differing:
        act_as_owner(connection)
        restore(connection, drop(connection, [*views.with_readers(differing), *RETIRED]))
    return differing


def stale(connection: Connection) -> list[str]:
    """Return the views that aren't there as this ocdb has them."""
    return views.stale(connection.dialect.name, _standing(connection).items())


def drop(connection: Connection, names: Collection[str] | None = None) -> SetAside:
    """Drop views of ocdb, by default all, but none on which something else depends; inside the caller's transaction."""
    order = [*views.names(), *RETIRED]
    chosen = tuple(name for name in order if names is None or name in names)
    aside = SetAside(chosen)
    standing = _standing(connection)
    for name in reversed(chosen):
        if name in standing:
            _drop(connection, name, aside)
    return aside


def _drop(connection: Connection, name: str, aside: SetAside) -> None:
    if connection.dialect.name != "postgresql":
        connection.exec_driver_sql(f"DROP VIEW {name}")
        return
    rights = _rights(connection, name)
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(f"DROP VIEW {name}")
    except DBAPIError as error:
        if sqlstate(error) != DEPENDED_ON:
            raise
        aside.held[name] = _dependants(error)
    else:
        aside.rights[name] = rights


def _rights(connection: Connection, name: str) -> list[str]:
    """Return the statements that give others what they may do with a view now: a dropped one forgets it."""
    return [
        f"GRANT {right.privilege_type} ON {name} TO {'PUBLIC' if right.to_all else right.grantee}"
        f"{' WITH GRANT OPTION' if right.is_grantable else ''}"
        for right in connection.exec_driver_sql(_RIGHTS, {"name": name})
    ]


def _dependants(error: DBAPIError) -> str:
    """Return what the server says depends on a view, as in ``view team.cities depends on view v_sites``."""
    told = getattr(error.orig, "diag", None)  # of psycopg
    return "; ".join(str(getattr(told, "message_detail", error)).splitlines())


def restore(connection: Connection, aside: SetAside) -> None:
    """Make views again that were set aside, as this ocdb has them, with the rights that others had to them.

    Raises:
        DatabaseError: one that others built on can't change in its place.
    """
    made = [name for name in aside.names if name not in RETIRED]
    try:
        views.create(connection, only=made)
    except DBAPIError as error:
        raise aside.explained(error) from error
    for name in made:
        for statement in aside.rights.get(name, ()):
            connection.exec_driver_sql(statement)


def _standing(connection: Connection) -> dict[str, str | None]:
    """Return the views that there are, each with its text or its comment, by which `views.stale` knows it."""
    found = connection.exec_driver_sql(views.STANDING[connection.dialect.name])
    return {row[0]: row[1] for row in found}
