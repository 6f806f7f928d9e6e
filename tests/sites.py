"""A site to ask in the tests: whole, in this process, without a socket."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from ocdb.opening.reader import open_reader
from ocdb.web.page import Site
from ocdb.web.readers import Readers
from ocdb.web.whole import whole


@contextmanager
def asking(database: Path | str, *, tables: bool = False, address: str = "") -> Iterator[TestClient]:
    """Give a client of a site over a database; an exception of the site is an answer with 500."""
    site = Site("", "", address=address, live=True, tables=tables)
    with (
        whole(Readers(lambda: open_reader(database)), site) as app,
        TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client,
    ):
        yield client
