"""The table browser beside the pages: over the file that is asked, or over a copy of what a server holds."""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl, urlencode

from anyio.to_thread import run_sync
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import BaseRoute, Mount, Route

from ocdb.store.copied import copy
from ocdb.store.reader.rows import Reader
from ocdb.store.reader.sqlite import SqliteReader
from ocdb.web.browser import DATABASE, PREFIX, Tables
from ocdb.web.page import Site
from ocdb.web.publishing import shared
from ocdb.web.readers import Readers
from ocdb.web.replies import NOT_ALLOWED

# Of its addresses beside those of data: its own scripts. The others tell of the machine, or change something.
FILES = "/-/static/"
_STUMBLING = ("_facet_array", "_facet_date", "_through")
# No address of a view or of a file has these.
_UNKNOWN = re.compile(r"[^\w./-]|\.\.|//", re.ASCII)


@dataclass
class _Shown:
    """The tables of one state of the database.

    Attributes:
        state: which.
        tables: Datasette over them.
        app: the same, as an ASGI application.
        users: how many requests are at it.
        folder: where the copy stands, if there is one.
    """

    state: Any
    tables: Tables
    app: Any
    users: int = 0
    folder: TemporaryDirectory[str] | None = None

    def close(self) -> None:
        """Let go of it."""
        self.tables.close()
        if self.folder:
            self.folder.cleanup()


class Browser:
    """An ASGI application of the tables, of the database as it is: after a load it is made anew.

    It stands under PREFIX; Datasette gets addresses without it, and puts it before its links itself.
    """

    def __init__(self, readers: Readers, site: Site) -> None:
        self.readers = readers
        self.site = site
        self._lock = Lock()
        self._making = Lock()
        self._shown: _Shown | None = None
        self._former: list[_Shown] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a request."""
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(NOT_ALLOWED)
        raw: bytes = (scope.get("raw_path") or scope["path"].encode()).partition(b"?")[0]
        path = raw.decode("latin-1").removeprefix(PREFIX)
        if path.rstrip("/") == f"/{DATABASE}" and not dict(parse_qsl(scope["query_string"].decode("latin-1"))).get(
            "sql"
        ):
            await RedirectResponse("../" if path.endswith("/") else "./")(scope, receive, send)
            return
        if path.endswith("/") and path != "/":  # as Datasette itself would lead on, to an address outside of ours
            await RedirectResponse(f"../{path.rstrip('/').rpartition('/')[2]}")(scope, receive, send)
            return
        if _UNKNOWN.search(path) or (path.startswith("/-") and not path.startswith(FILES)):
            raise HTTPException(404)
        bare = {"path": path, "raw_path": path.encode("latin-1"), "root_path": ""}
        # Nobody is known by a cookie here: whoever sends one gets the same answer.
        headers = [(name, value) for name, value in scope["headers"] if name not in (b"cookie", b"authorization")]
        shown = await run_sync(self._taken)
        try:
            if path == "/":
                await HTMLResponse(await shown.tables.overview())(scope, receive, send)
                return
            query = _understood(scope["query_string"], shown.tables.columns(path))
            await shown.app({**scope, **bare, "headers": headers, "query_string": query}, receive, send)
        finally:
            await run_sync(self._left, shown)

    def _taken(self) -> _Shown:
        """Return the tables as they are now, for one request."""
        with self.readers.one() as reader:
            state = (*sorted(reader.rows("SELECT id, value FROM v_stamp").rows), reader.today)
            if isinstance(reader, SqliteReader):
                state = (*state, reader.state)
            with self._making:  # the others wait for it, rather than make a copy each
                if self._shown is None or self._shown.state != state:
                    self._replace(self._made(reader, state))
        with self._lock:
            assert self._shown  # noqa: S101
            self._shown.users += 1
            return self._shown

    def _left(self, shown: _Shown) -> None:
        with self._lock:
            shown.users -= 1
        self._tidy()

    def _made(self, reader: Reader, state: Any) -> _Shown:
        folder, file = None, Path()
        if isinstance(reader, SqliteReader):
            file = reader.path
        else:
            folder = TemporaryDirectory(prefix="ocdb-tables-")
            file = Path(folder.name, "ocdb.sqlite")
            copy(reader, file)
        site = shared(self.site, reader)
        tables = Tables(file, site)
        return _Shown(state, tables, tables.app(), folder=folder)

    def _replace(self, made: _Shown) -> None:
        with self._lock:
            self._former += [self._shown] if self._shown else []
            self._shown = made
        self._tidy()

    def _tidy(self) -> None:
        """Close what was replaced and nobody looks at any more."""
        with self._lock:
            over = [one for one in self._former if not one.users]
            self._former = [one for one in self._former if one.users]
        for one in over:
            one.close()

    def close(self) -> None:
        """Let go of all."""
        for one in [*self._former, *([self._shown] if self._shown else [])]:
            one.close()
        self._former, self._shown = [], None


@contextmanager
def browsing(readers: Readers, site: Site) -> Iterator[list[BaseRoute]]:
    """Give the routes of the table browser."""
    browser = Browser(readers, site)
    try:
        yield [Route(PREFIX, _first), Mount(PREFIX, browser)]
    finally:
        browser.close()


def _first(_request: Any) -> RedirectResponse:
    return RedirectResponse(f"{PREFIX.strip('/')}/")


def _understood(query: bytes, columns: Collection[str]) -> bytes:
    """Return a query without what Datasette stumbles over in a view: counts by what is no column, or by parts of it."""
    asked = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    kept = [(name, value) for name, value in asked if name not in _STUMBLING and (name != "_facet" or value in columns)]
    return query if len(kept) == len(asked) else urlencode(kept).encode()
