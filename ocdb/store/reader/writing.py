"""Reads through the connection of whoever writes, within its transaction."""

from collections.abc import Mapping
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
        result = self.connection.execute(text(sql), bound(parameters or {}))
        columns = tuple(result.keys())
        if self.connection.dialect.name == "sqlite":
            return Rows(columns, [tuple(row) for row in result])
        from ocdb.store.reader.server import plain_rows  # noqa: PLC0415  the driver of a server

        return Rows(columns, plain_rows(result.all()))
