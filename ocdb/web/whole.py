"""The whole that a server answers: pages, and beside them tables and the JSON interface."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ocdb.web.app import application
from ocdb.web.page import Site
from ocdb.web.readers import Readers


@contextmanager
def whole(readers: Readers, site: Site) -> Iterator[Any]:
    """Give the site with all that stands beside its pages, as an ASGI application.

    Args:
        readers: of the database; they are closed at the end.
        site: what all pages share.
    """
    try:
        yield application(readers, site)
    finally:
        readers.close()
