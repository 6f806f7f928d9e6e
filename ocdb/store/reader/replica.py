"""Tells when a replica, to which OCDB_READ_URL leads, hasn't got what was loaded last."""

from ocdb.errors import DatabaseError
from ocdb.settings import replica_seconds
from ocdb.store.reader.rows import Reader
from ocdb.words.figures import number
from ocdb.words.language import _

# A replica of PostgreSQL knows what it received and what of that it has taken over. It doesn't know what it didn't
# receive; but it knows whether it is connected. While nothing is loaded the age of the last change tells nothing.
_STATE = """
    SELECT extract(epoch FROM now() - pg_last_xact_replay_timestamp()) AS seconds,
        EXISTS (SELECT 1 FROM pg_stat_wal_receiver) AS connected,
        pg_last_wal_receive_lsn() IS DISTINCT FROM pg_last_wal_replay_lsn() AS behind
    WHERE pg_is_in_recovery()
"""


def lag(reader: Reader) -> str:
    """Return how far a replica is behind, in words; empty where it isn't, is no replica, or can't tell."""
    try:
        found = reader.rows(_STATE).rows
    except DatabaseError:  # a server that speaks PostgreSQL's language and isn't one, or SQLite
        return ""
    if not found:
        return ""
    seconds, connected, behind = found[0]
    return _behind(seconds) if connected and behind else "" if connected else _apart(seconds)


def _apart(seconds: float | None) -> str:
    if seconds is None:
        return _("the replica has no connection to its primary")
    text = _("the replica has no connection to its primary; its last change is {seconds} s old")
    return text.format(seconds=number(round(seconds)))


def _behind(seconds: float | None) -> str:
    if seconds is None:  # nothing was taken over since it was started
        return _("the replica is behind: what was loaded since isn't in this answer")
    if seconds < replica_seconds():
        return ""
    text = _("the replica is {seconds} s behind: what was loaded since isn't in this answer")
    return text.format(seconds=number(round(seconds)))
