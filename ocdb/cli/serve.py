"""`ocdb serve`: the site, the tables and the JSON interface, from the database that the other commands ask."""

from typing import TYPE_CHECKING, Annotated

import typer

from ocdb.cli.publishing import Address, Contact, Downloads, Since
from ocdb.cli.session import hint, session
from ocdb.words.language import _

if TYPE_CHECKING:
    from types import ModuleType


def serve(
    ctx: typer.Context,
    host: Annotated[
        str, typer.Option("--host", metavar="HOST", help="Address of this machine; others reach all but 127.0.0.1.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65_535, metavar="PORT", help="Port; 0 for any that is free.")
    ] = 8001,
    address: Address = "",
    contact: Contact = "",
    downloads: Downloads = None,
    since: Since = None,
    tables: Annotated[bool, typer.Option("--tables/--no-tables", help="With the table browser.")] = True,
) -> None:
    """Show the database as a site: pages in English and French, tables with SQL, and JSON.

    A load is seen by the next request. The site never writes. For the web put it behind a server with TLS:
    docs/serve.md tells how. Ctrl-C ends it.

    \b
    Examples:
      ocdb serve
      ocdb serve --port 8080
      ocdb --db postgresql://reader@host/ocdb serve --address https://data.example.org/ --contact info@example.org
    """
    serving = _installed()
    from dataclasses import replace

    from ocdb.opening.reader import open_reader
    from ocdb.opening.session import reader_of
    from ocdb.web.publishing import site_at
    from ocdb.web.readers import Readers

    asked = session(ctx)
    site = replace(site_at(address, contact, live=True, tables=tables, files=downloads), older=since)
    if since:
        open_reader(since).close()  # what is wrong with it is said before anybody asks
    serving.run(Readers(lambda: reader_of(asked, hint)), site, host, port, hint)


def _installed() -> "ModuleType":
    """Return the module that serves.

    Raises:
        UsageError: what it needs isn't installed.
    """
    try:
        from ocdb.web import serving
    except ImportError as error:
        from ocdb.errors import UsageError
        from ocdb.release import install

        message = _("the site needs {library}, which isn't installed").format(library=error.name)
        raise UsageError(message, _("Install it with: {command}").format(command=install("web"))) from error
    return serving
