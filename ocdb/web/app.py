"""The site as a server: each address is asked of the database when somebody asks for it."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from ocdb.errors import NotFoundError, OcdbError
from ocdb.store.reader.rows import Reader
from ocdb.text import shortened
from ocdb.web.addresses import HOME, parsed, path
from ocdb.web.data import FORMATS, as_data
from ocdb.web.feeds import KIND, named
from ocdb.web.feeds import feed as feed_of
from ocdb.web.page import POLICY, STATIC, Page, Site, html
from ocdb.web.routes import page as page_of
from ocdb.words.language import Language, _, speaking

Open = Callable[[], Reader]
# What a browser is told of every answer; a page in a frame of another site has its own.
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
# An address that is longer is none of ours.
LONGEST_ADDRESS = 2000


class Served:
    """What answers requests: pages and data, each from one reader, so that a load is never half seen."""

    def __init__(self, open_: Open, site: Site) -> None:
        self.open = open_
        self.site = site

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Open the database for one answer."""
        with closing(self.open()) as reader:
            yield reader

    def root(self, request: Request) -> Response:
        """Lead to the first page in the language that the browser asks for."""
        wanted = request.headers.get("accept-language", "")
        french = wanted.lower().lstrip().startswith("fr")
        return RedirectResponse(f"{path(HOME, 'fr' if french else 'en')}", 302, {"Vary": "Accept-Language"})

    def page(self, request: Request) -> Response:
        """Return the page of an address."""
        asked = request.url.path.lstrip("/")
        found = parsed(asked) if len(asked) <= LONGEST_ADDRESS else None
        if not found:
            return self.failed(NotFoundError(_("there is no such page")), "en", asked)
        language, address = found
        with speaking(language):
            try:
                query = {name: request.query_params.getlist(name) for name in request.query_params}
                with self.reading() as reader:
                    page = page_of(reader, address, query, self.site.changes)
                    right = page.path
                    if right != asked:
                        return RedirectResponse("/" + right, 301 if right.rstrip("/") == asked else 302)
                    text = html(page, self.site)
            except OcdbError as error:
                return self.failed(error, language, asked)
        return _answered(request, text, "text/html; charset=utf-8")

    def data(self, request: Request) -> Response:
        """Return the data behind a page, as JSON or CSV; the same in both languages."""
        rest: str = request.path_params["rest"]
        stem, _dot, suffix = rest.rpartition(".")
        if suffix not in FORMATS or len(rest) > LONGEST_ADDRESS:
            return self.failed(NotFoundError(_("there is no such page")), "en", f"data/{rest}")
        try:
            with self.reading() as reader:
                text = as_data(reader, tuple(stem.split("/")), suffix)
        except OcdbError as error:
            return self.failed(error, "en", f"data/{rest}")
        return _answered(request, text, FORMATS[suffix])

    def feed(self, request: Request) -> Response:
        """Return a feed, in the language that its address names."""
        asked: str = request.path_params["rest"]
        found = named(asked) if len(asked) <= LONGEST_ADDRESS else None
        language, name = found or ("en", "")
        with speaking(language):
            try:
                with self.reading() as reader:
                    text = feed_of(reader, name, self.site)
            except OcdbError as error:
                return self.failed(error, language, f"feeds/{asked}")
        return _answered(request, text, KIND)

    def failed(self, error: OcdbError, language: Language, asked: str) -> Response:
        """Return the page of an error: 404 for what isn't there, 400 for what can't be asked, 503 for no database."""
        codes = {"NotFoundError": 404, "UsageError": 400, "DatabaseError": 503}
        with speaking(language):
            title = shortened(str(error), 300)
            title = title[:1].upper() + title[1:]
            page = Page(HOME, title, "error.html", {"hint": shortened(error.hint, 300)}, listed=False)
            text = html(page, self.site, asked)
        return Response(text, codes.get(type(error).__name__, 500), {**HEADERS}, "text/html; charset=utf-8")


def application(open_: Open, site: Site, tables: Any = None) -> Starlette:
    """Return the site as an ASGI application.

    Args:
        open_: opens the database for one answer.
        site: what all pages share.
        tables: the table browser, an ASGI application; none by default.
    """
    served = Served(open_, site)
    routes = [
        Route("/", served.root),
        Route("/data/{rest:path}", served.data),
        Route("/feeds/{rest:path}", served.feed),
        Mount("/static", _Static(directory=STATIC)),
        *([Mount("/tables", tables)] if tables else []),
        Route("/{rest:path}", served.page),
    ]
    return Starlette(routes=routes)


class _Static(StaticFiles):
    """Our own files, with the headers of every answer."""

    async def get_response(self, path: str, scope: Any) -> Response:
        response = await super().get_response(path, scope)
        response.headers.update(HEADERS | {"Cache-Control": "max-age=3600"})
        return response


def _answered(request: Request, text: str, kind: str) -> Response:
    """Return an answer, or that the browser has it already."""
    content = text.encode("utf-8", "replace")
    tag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
    headers = {**HEADERS, "ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, 200, headers, kind)
