"""Whether a database already holds what some files say, so that a load has nothing to do."""

import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from ocdb.errors import DatabaseError
from ocdb.load.loaded import Changes, Loaded
from ocdb.recall.files import listed
from ocdb.recall.listing import Listing, names_below
from ocdb.recall.listing import fingerprint as state
from ocdb.settings import code_fingerprint, data_fingerprint, today
from ocdb.store import views
from ocdb.store.address import Address, located
from ocdb.store.reader.rows import Reader
from ocdb.store.reader.sqlite import SqliteReader

FILES, FOUND = "files", "found"


def standing(address: Address, directories: Sequence[Path], files: Listing | None) -> Loaded | None:
    """Return what a load of some files found before, where it would find the same and change nothing.

    None where a file differs from when it was loaded, or this ocdb from the one that loaded it; on another day too,
    since checks take the day into account. What can't be read isn't told here: the load tells it.

    Args:
        address: of the database; none is made.
        directories: of fixtures; by default those that travel with ocdb.
        files: what is in them (`seen`); None where one of them can't be read.
    """
    place = located(address)
    if files is None or (isinstance(place, Path) and not place.is_file()):
        return None
    try:
        with closing(_reader(place)) as reader:
            engine = "sqlite" if isinstance(place, Path) else "postgresql"
            return _found(reader, engine, fingerprint_of(directories, files))
    except DatabaseError:
        return None


def _reader(place: Address) -> Reader:
    if isinstance(place, Path):
        return SqliteReader(place)
    from ocdb.store.reader.server import ServerReader  # noqa: PLC0415  SQLAlchemy, for servers only

    return ServerReader(place)


def seen(directories: Sequence[Path]) -> Listing | None:
    """Return the files below some directories as they are now; None where one of them can't be read."""
    names = names_below(directories)
    return listed(names, ["load", *map(str, directories)]) if names is not None else None


def fingerprint_of(directories: Sequence[Path], files: Listing | None) -> str:
    """Return a text that changes with the files, with this ocdb and with the day; none where a file can't be read."""
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


def _found(reader: Reader, engine: str, files: str) -> Loaded | None:
    """Return what the load of some files found that a database holds; None where it doesn't, or where views differ."""
    stamp = dict(reader.rows("SELECT id, value FROM stamp").rows)
    if stamp.get(FILES) != files or views.stale(engine, reader.rows(views.STANDING[engine]).rows):
        return None
    return Loaded(**json.loads(stamp[FOUND]), changes=Changes())
