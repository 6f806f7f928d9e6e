"""Answers requests until somebody stops it: the socket, the limits of the server, and what is said at the start."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from ipaddress import ip_address
from typing import Any

import uvicorn
from anyio.to_thread import current_default_thread_limiter

from ocdb.errors import UsageError
from ocdb.web.page import Site
from ocdb.web.readers import Readers
from ocdb.web.whole import whole
from ocdb.words.language import _
from ocdb.words.system import because

# Requests at once; beyond that the server says that it is busy. So many bytes of a request line and headers.
MOST_AT_ONCE, LONGEST_HEAD = 200, 16_384
# Pages that are made at once: more threads would only take time from each other.
THREADS = 8
# Connections that wait to be taken.
WAITING = 512
# Seconds that a connection may be silent, and that answers may take when the server is stopped.
SILENT, LAST = 5, 5


def run(readers: Readers, site: Site, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serve a site until somebody stops it.

    Args:
        readers: of the database.
        site: what its pages share.
        host: a name or an address of this machine.
        port: of 0 the system chooses one.
        say: is called with a line when there is something to say, first with the address.

    Raises:
        DatabaseError: the database can't be read.
        UsageError: the port is taken, or this machine doesn't have that address.
    """
    with readers.one():  # what is wrong with the database is said before anybody asks
        pass
    with listening(host, port) as opened, whole(readers, site) as app:
        if is_public(opened):
            say(_("Other machines can reach it, without TLS: put it behind a server that has it (docs/serve.md)."))
        serve(app, opened, lambda: say(_("{address} - Ctrl-C ends it").format(address=address_of(opened))))


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Open the socket that requests come to.

    Args:
        host: a name or an address of this machine.
        port: of 0 the system chooses one.

    Raises:
        UsageError: the port is taken, or this machine doesn't have that address.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        family, _kind, _protocol, _name, address = found
        opened = socket.create_server(address, family=family, backlog=WAITING)
    except (OSError, UnicodeError) as error:
        message = _("{host}, port {port}: {reason}").format(host=host, port=port, reason=_reason(error))
        hint = _("Choose another port with --port, or another address of this machine with --host.")
        raise UsageError(message, hint) from error
    with closing(opened):
        yield opened


def _reason(error: Exception) -> str:
    """Return why a socket can't be opened, without the address, which Python adds."""
    if isinstance(error, OSError) and not isinstance(error, socket.gaierror) and error.errno:
        return because(OSError(error.errno, os.strerror(error.errno)))
    return because(error) if isinstance(error, OSError) else _("it is no name of a machine")


def address_of(opened: socket.socket) -> str:
    """Return the address that a browser finds an open socket under."""
    host, port = opened.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def is_public(opened: socket.socket) -> bool:
    """Return whether other machines can reach a socket."""
    return not ip_address(opened.getsockname()[0]).is_loopback


def serve(app: Any, opened: socket.socket, ready: Callable[[], None]) -> None:
    """Answer requests until the process is interrupted or told to end; then let those at work finish.

    Args:
        app: an ASGI application.
        opened: the socket.
        ready: is called when the first request may come.
    """
    settings = uvicorn.Config(
        app,
        http="h11",  # its limit of headers is ours to set
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        proxy_headers=False,  # who connects could say anything in them
        server_header=False,
        limit_concurrency=MOST_AT_ONCE,
        backlog=WAITING,
        h11_max_incomplete_event_size=LONGEST_HEAD,
        timeout_keep_alive=SILENT,
        timeout_graceful_shutdown=LAST,
    )
    with suppress(KeyboardInterrupt):  # the usual way to end it
        _Server(settings, ready).run(sockets=[opened])


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, settings: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(settings)
        self.ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        current_default_thread_limiter().total_tokens = THREADS
        await super().startup(sockets)
        self.ready()
