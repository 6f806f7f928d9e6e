"""Which edition of the data a database holds."""

from ocdb import release
from ocdb.answers.works import Edition
from ocdb.store.reader.rows import Reader


def edition(reader: Reader | None) -> Edition:
    """Return which data a database holds, by its stamp; the date is known for the version that is installed."""
    stamp = dict(reader.rows("SELECT id, value FROM v_stamp").rows) if reader else {}
    version = stamp.get("version", release.VERSION)
    date = release.DATE if version == release.VERSION else None
    return Edition(version, date, released=stamp.get("origin") == "package")
