"""The read-only way to a database, whichever engine holds it."""

from datetime import date
from pathlib import Path

from ocdb.store.address import Address, located
from ocdb.store.reader.rows import Reader
from ocdb.store.reader.sqlite import SqliteReader


def open_reader(address: Address, day: date | None = None) -> Reader:
    """Return a reader of a database.

    Args:
        address: of the database.
        day: what the rules take for today; by default what `ocdb.settings.today` says.
    """
    place = located(address)
    if isinstance(place, Path):
        return SqliteReader(place, day)
    from ocdb.store.reader.server import ServerReader  # noqa: PLC0415  SQLAlchemy, for servers only

    return ServerReader(place, day)
