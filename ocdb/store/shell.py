"""Which SQL shell to hand over to, and how to make it read-only."""

import shutil
from collections.abc import Callable
from pathlib import Path

from ocdb.errors import DatabaseError
from ocdb.settings import read_only_uri
from ocdb.store.address import Address, located
from ocdb.words.language import _

# A server refuses writes of a session that begins so, for psql and pgcli alike.
READ_ONLY = {"PGOPTIONS": "-c default_transaction_read_only=on"}


def command(address: Address, find: Callable[[str], str | None] = shutil.which) -> tuple[list[str], dict[str, str]]:
    """Return the command of the best shell that is installed, and what to add to its environment.

    Raises:
        DatabaseError: there is no shell for this database.
    """
    place = located(address)
    if isinstance(place, Path):
        # litecli opens its argument by sqlite3.connect(uri=True) when it is a file: URI.
        for name, arguments in (("litecli", [read_only_uri(place)]), ("sqlite3", ["-readonly", str(place)])):
            if found := find(name):
                return [found, *arguments], {}
        raise DatabaseError(_("no SQL shell is installed"), _("Install one: pip install litecli (or sqlite3)"))
    server, password = _apart(place)
    for name in ("pgcli", "psql"):
        if found := find(name):
            return [found, server], READ_ONLY | password
    raise DatabaseError(_("no SQL shell is installed"), _("Install one: pip install pgcli (or psql)"))


def _apart(url: str) -> tuple[str, dict[str, str]]:
    """Return a URL without its password, and the variable that hands it on: all users see the arguments of programs."""
    from ocdb.store.database import parsed  # noqa: PLC0415  SQLAlchemy, for servers only

    whole = parsed(url)
    password = whole.password or whole.query.get("password")
    bare = whole.difference_update_query(["password"])._replace(drivername="postgresql", password=None)
    return bare.render_as_string(hide_password=False), {"PGPASSWORD": str(password)} if password else {}
