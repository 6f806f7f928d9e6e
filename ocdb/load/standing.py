"""Whether a database already holds what some files say, so that a load has nothing to do."""

import json
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, select

from ocdb.errors import DatabaseError
from ocdb.load.apply import Changes
from ocdb.load.loaded import Loaded
from ocdb.recall.listing import fingerprint as state
from ocdb.recall.listing import listing
from ocdb.schema.derived import Stamp
from ocdb.settings import code_fingerprint, data_fingerprint, today
from ocdb.store import database, installed_views
from ocdb.store.address import Address, located
from ocdb.store.revisions import refuse_other

FILES, FOUND = "files", "found"


def standing(address: Address, directories: Sequence[Path]) -> Loaded | None:
    """Return what a load of some files found before, where it would find the same and change nothing.

    None where a file differs from when it was loaded, or this ocdb from the one that loaded it; on another day too,
    since checks take the day into account. What can't be read isn't told here: the load tells it.

    Args:
        address: of the database; none is made.
        directories: of fixtures; by default those that travel with ocdb.
    """
    place = located(address)
    if isinstance(place, Path) and not place.is_file():
        return None
    files = fingerprint(directories)
    try:
        return database.connect(place, lambda connection: _found(connection, files)) if files else None
    except DatabaseError:
        return None


def fingerprint(directories: Sequence[Path]) -> str:
    """Return a text that changes with the files, with this ocdb and with the day; none where a file can't be read."""
    files = listing(directories, {})
    more = [data_fingerprint(), code_fingerprint(), today().isoformat(), *map(str, directories)]
    return state(files, more) if files is not None else ""


def stamped(files: str, loaded: Loaded) -> dict[str, str]:
    """Return what a stamp has to know of a load, for `standing` to find it.

    Args:
        files: their fingerprint before they were read.
        loaded: what was found in them.
    """
    counts = ("sources", "claims", "warnings", "unconfirmed")
    found = {name: getattr(loaded, name) for name in counts}
    return {FILES: files, FOUND: json.dumps(found)}


def _found(connection: Connection, files: str) -> Loaded | None:
    with connection.begin():
        revision = database.revision(connection)
        if revision is None or installed_views.stale(connection):
            return None
        refuse_other(revision)
        stamp = {row.id: row.value for row in connection.execute(select(Stamp.id, Stamp.value))}
    return Loaded(**json.loads(stamp[FOUND]), changes=Changes()) if stamp.get(FILES) == files else None
