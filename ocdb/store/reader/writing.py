"""Reads through the connection of whoever writes, within its transaction."""

from collections.abc import Mapping
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, text

from ocdb.store.reader.rows import Rows, bound


class WritingReader:
    """Reads what a transaction finds, on either engine.

    Args:
        connection: in a transaction; it stays open.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Return all rows of a query, with the values that SQLite would give."""
        values = bound(parameters or {})
        if self.connection.dialect.name == "sqlite":
            # There are many rows: through SQLAlchemy they take half as long again.
            driver: Any = self.connection.connection.driver_connection
            with closing(driver.execute(sql, values)) as cursor:
                return Rows(tuple(column[0] for column in cursor.description), cursor.fetchall())
        from ocdb.store.reader.server import plain_rows  # noqa: PLC0415  the driver of a server

        result = self.connection.execute(text(sql), values)
        return Rows(tuple(result.keys()), plain_rows(result.all()))
