"""What becomes of a statement that a server didn't stop in its time, and how that is said.

Some functions of PostgreSQL, such as translate and btrim, never look whether they should stop. Neither a time limit
nor a cancellation nor the end of the connection ends them, and nobody but the server's owner can.
"""

import time
from contextlib import suppress

from sqlalchemy import Connection, text

from ocdb.errors import DatabaseError, SqlError
from ocdb.store import database
from ocdb.store.statements.limits import too_slow
from ocdb.words import figures
from ocdb.words.language import _

# A process that listens ends within milliseconds.
_PATIENCE = 2.0
_PAUSE = 0.1
_OURS = """
    SELECT pid FROM pg_catalog.pg_stat_activity
    WHERE pid = :number AND CAST(extract(epoch FROM backend_start) AS text) = :since
"""


def stopped(url: str, number: int, since: str, seconds: float) -> SqlError:
    """End the process of a server that worked on a statement, and return what became of it.

    Args:
        url: of the server.
        number: of the process.
        since: its start, as numbers are given again.
        seconds: what the statement might take.
    """
    with suppress(DatabaseError):
        if database.connect(url, lambda connection: _terminated(connection, number, since)):
            return too_slow(seconds)
    message = _("the query took longer than {seconds} s and couldn't be stopped: server process {number} still runs")
    hint = _("Tell the administrator of the server. For settings that help see docs/security.md.")
    return SqlError(message.format(seconds=figures.number(seconds), number=number), hint)


def _terminated(connection: Connection, number: int, since: str) -> bool:
    """Return whether a process is gone, after it was told to end, as each role may tell its own."""
    named = {"number": number, "since": since}
    connection.execute(text(f"SELECT pg_catalog.pg_terminate_backend(pid) FROM ({_OURS}) AS ours"), named)
    deadline = time.monotonic() + _PATIENCE
    while connection.execute(text(_OURS), named).first():
        connection.rollback()  # within a transaction the server shows the same state again and again
        if time.monotonic() > deadline:
            return False
        time.sleep(_PAUSE)
    return True
