"""Which SQL shell to hand over to, and how to make it read-only."""

import shutil
from collections.abc import Callable
from pathlib import Path

from ocdb.errors import DatabaseError
from ocdb.settings import read_only_uri

# A server refuses writes of a session that begins so, for psql and pgcli alike.
READ_ONLY = {"PGOPTIONS": "-c default_transaction_read_only=on"}


def command(url: str, find: Callable[[str], str | None] = shutil.which) -> tuple[list[str], dict[str, str]]:
    """Return the command of the best shell that is installed, and what to add to its environment.

    Raises:
        DatabaseError: there is no shell for this database.
    """
    if url.startswith("sqlite:///"):
        path = url.removeprefix("sqlite:///")
        # litecli opens its argument by sqlite3.connect(uri=True) when it is a file: URI.
        for name, arguments in (("litecli", [read_only_uri(Path(path))]), ("sqlite3", ["-readonly", path])):
            if found := find(name):
                return [found, *arguments], {}
        raise DatabaseError("no SQL shell is installed", "Install one: pip install litecli (or sqlite3)")
    server = url.replace("postgresql+psycopg://", "postgresql://")
    for name in ("pgcli", "psql"):
        if found := find(name):
            return [found, server], READ_ONLY
    raise DatabaseError("no SQL shell is installed", "Install one: pip install pgcli (or psql)")
