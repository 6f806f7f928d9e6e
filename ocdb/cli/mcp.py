"""`ocdb mcp`: the questions as tools for language models."""

import sys

import typer

from ocdb.cli.session import hint, session
from ocdb.words.language import _, language


def mcp(ctx: typer.Context) -> None:
    """Let a language model ask: serve the questions as tools, read-only.

    A client that knows the Model Context Protocol starts this command, and talks to it over standard input and output;
    docs/mcp.md says how to set one up. Each answer comes with its citations and with how much was read. Nothing is
    written, and nothing leaves this machine but the answers to the client. Needs the package mcp:
    pip install 'ocdb-africa[mcp]'.

    \b
    Examples:
      ocdb mcp < /dev/null
      ocdb --db postgresql://reader@host/ocdb mcp
    """
    from importlib.util import find_spec

    from ocdb import release
    from ocdb.api.database import Database
    from ocdb.errors import UsageError

    if find_spec("mcp") is None:
        command = release.install("mcp")
        raise UsageError(
            _("{package} isn't installed").format(package="mcp"), _("Install it: {command}").format(command=command)
        )
    current = session(ctx)
    Database(current.db, lang=language()).close()  # what is wrong with it is told before a client waits
    if sys.stdin.isatty():
        hint(_("Waiting for a client on standard input; docs/mcp.md says how to set one up. Ctrl-C ends this."))
    from ocdb.mcp.server import serve

    serve(lambda as_of: Database(current.db, as_of=as_of, lang=language()), language())
