"""Tells when a replica, to which OCDB_READ_URL leads, hasn't got what was loaded last."""

from ocdb.errors import DatabaseError
from ocdb.settings import replica_seconds
from ocdb.store.reader.rows import Reader

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
    if not connected:
        since = "" if seconds is None else f"; its last change is {seconds:.0f} s old"
        return f"the replica has no connection to its primary{since}"
    if behind and (seconds is None or seconds >= replica_seconds()):
        far = "" if seconds is None else f"{seconds:.0f} s "  # nothing was taken over since it was started
        return f"the replica is {far}behind: what was loaded since isn't in this answer"
    return ""
