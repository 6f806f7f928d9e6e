"""The whole that a server answers: pages, and beside them tables and the JSON interface."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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
    with ExitStack() as stack:
        stack.callback(readers.close)
        routes = []
        if site.tables:
            from ocdb.web.browsing import browsing  # noqa: PLC0415  Datasette takes a second to import

            routes += stack.enter_context(browsing(readers, site))
        yield application(readers, site, routes)
