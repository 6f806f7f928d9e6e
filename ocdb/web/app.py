"""The site as a server: each address is asked of the database when somebody asks for it."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from ocdb.errors import NotFoundError, OcdbError, UsageError
from ocdb.store.reader.rows import Reader
from ocdb.text import shortened
from ocdb.web.addresses import FILES, HOME, Address, parsed, path, relative
from ocdb.web.data import FORMATS, as_data
from ocdb.web.feeds import KIND, named
from ocdb.web.feeds import feed as feed_of
from ocdb.web.files import file_content
from ocdb.web.formats import FILES as FILES_OF_PAGES
from ocdb.web.formats import offered
from ocdb.web.interface import PREFIX as API
from ocdb.web.interface import answered
from ocdb.web.openapi import description
from ocdb.web.page import STATIC, Page, Site, html
from ocdb.web.publishing import shared
from ocdb.web.readers import Readers
from ocdb.web.replies import CODES, FRAMED, LONGEST_ADDRESS, NOT_ALLOWED, OPEN_TO_ALL, Guarded, Kept, Reply, asked_path
from ocdb.web.routes import page as page_of
from ocdb.words.language import LANGUAGES, Language, _, speaking
from ocdb.words.options import as_keywords


class Moved(Exception):  # noqa: N818  no error: it says where the answer is
    """What was asked for stands under another address."""


class Served:
    """What answers requests: pages and data, each from one reader, so that a load is never half seen."""

    def __init__(self, readers: Readers, site: Site) -> None:
        self.readers = readers
        self.site = site
        self.kept = Kept()

    def reply(self, key: str, made: Callable[[Reader, Site], Reply]) -> Reply:
        """Return what is made of one state of the data, or was made of it before.

        Args:
            key: of what is asked for.
            made: makes it.

        Raises:
            OcdbError: what was asked for can't be answered.
        """
        with self.readers.one() as reader:
            state = (reader.today, *sorted(reader.rows("SELECT id, value FROM v_stamp").rows))
            known = self.kept.found(state, key)
            if known is None:
                known = made(reader, shared(self.site, reader))
                self.kept.keep(state, key, known)
            return known

    def root(self, request: Request) -> Response:
        """Lead to the first page in the language that the browser asks for."""
        return _led(request, HOME)

    def about_interface(self, request: Request) -> Response:
        """Lead to the page about the JSON interface."""
        return _led(request, ("api",))

    def page(self, request: Request) -> Response:
        """Return the page of an address."""
        asked = asked_path(request)
        found = parsed(asked) if len(asked) <= LONGEST_ADDRESS and "//" not in asked else None
        if not found:
            return self.missing(request, _language_of(asked))
        language, address = found
        if len(request.url.query) > LONGEST_ADDRESS:
            return self.too_long(request, language)
        query = {name: request.query_params.getlist(name) for name in request.query_params}

        def made(reader: Reader, site: Site) -> Reply:
            page = page_of(reader, address, query, site.changes)
            if page.path != asked:
                raise Moved(page.path)
            page = replace(page, files=offered(page.address, live=site.live))
            return Reply.of(html(page, site), "text/html; charset=utf-8", FRAMED if page.framed else None)

        with speaking(language):
            try:
                return self.reply(f"{asked}?{request.url.query}", made).response(request)
            except Moved as moved:
                right = str(moved)
                same = right.rstrip("/") == asked.rstrip("/")
                more = f"?{request.url.query}" if same and query else ""
                return RedirectResponse(relative(asked, right) + more, 301 if same else 302)
            except OcdbError as error:
                return self.failed(request, error, language)

    def data(self, request: Request) -> Response:
        """Return the data behind a page, as JSON or CSV, the same in both languages, or a file of it in one."""
        rest: str = request.path_params["rest"]
        stem, _dot, suffix = rest.rpartition(".")
        language = _language_of(rest)
        name, *keys = stem.removeprefix(f"{language}/").split("/")
        spoken = rest.startswith(f"{language}/")
        if suffix not in (FILES_OF_PAGES if spoken else FORMATS) or len(rest) > LONGEST_ADDRESS:
            return self.missing(request, language)

        def made(reader: Reader, site: Site) -> Reply:
            address = (name, *keys)
            if not spoken:
                return Reply.of(as_data(reader, address, suffix), FORMATS[suffix], OPEN_TO_ALL)
            content = file_content(reader, address, suffix, site.address)
            return Reply.of(content, FILES_OF_PAGES[suffix], OPEN_TO_ALL)

        with speaking(language):
            try:
                return self.reply(f"data/{rest}", made).response(request)
            except OcdbError as error:
                return self.failed(request, error, language)

    def interface(self, request: Request) -> Response:
        """Return the answer to a question of the JSON interface."""
        asked = asked_path(request)
        if len(asked) > LONGEST_ADDRESS or len(request.url.query) > LONGEST_ADDRESS:
            return self.too_long(request, "en")
        path_ = asked.removeprefix(API)

        def made(reader: Reader, site: Site) -> Reply:
            if path_ == "openapi.json":
                text = json.dumps(description(site.address), ensure_ascii=False, indent=1)
            else:
                text = answered(reader, path_, request.query_params.multi_items(), site.address or "/")
            return Reply.of(text, "application/json", OPEN_TO_ALL)

        try:
            return self.reply(f"{asked}?{request.url.query}", made).response(request)
        except OcdbError as error:
            return self.failed(request, error, "en")

    def feed(self, request: Request) -> Response:
        """Return a feed, in the language that its address names."""
        rest: str = request.path_params["rest"]
        language, name = (named(rest) if len(rest) <= LONGEST_ADDRESS else None) or ("en", "")
        with speaking(language):
            try:
                made = self.reply(f"feeds/{rest}", lambda reader, site: Reply.of(feed_of(reader, name, site), KIND))
                return made.response(request)
            except OcdbError as error:
                return self.failed(request, error, language)

    def file(self, request: Request) -> Response:
        """Return a file with all of the data, of those that the page of downloads names."""
        with self.readers.one() as reader:
            offered = shared(self.site, reader).downloads
        name: str = request.path_params["name"]
        if not offered or name not in {file.name for file in offered.files}:
            return self.missing(request, "en")
        return FileResponse(offered.folder / name, filename=name, headers=OPEN_TO_ALL)

    def missing(self, request: Request, language: Language) -> Response:
        """Return the page of an address that nothing stands under."""
        with speaking(language):
            return self.failed(request, NotFoundError(_("there is no such page")), language)

    def too_long(self, request: Request, language: Language) -> Response:
        """Return the page of a question that is longer than anybody asks."""
        with speaking(language):
            return self.failed(request, UsageError(_("the question is too long")), language)

    def failed(self, request: Request, error: OcdbError, language: Language) -> Response:
        """Return the page of an error: 404 for what isn't there, 400 for what can't be asked, 503 for no database."""
        return self._error(request, error, CODES.get(type(error).__name__, 500), language)

    def refused(self, request: Request, error: Exception) -> Response:
        """Return the page of what no page answers: a method that changes things, a missing file, a fault of ours."""
        language = _language_of(asked_path(request))
        if isinstance(error, OcdbError):
            return self.failed(request, error, language)
        with speaking(language):
            if not isinstance(error, HTTPException):
                hint = _("It was written down; please try another page.")
                return self._error(request, OcdbError(_("a fault of ocdb"), hint), 500, language)
            if error.status_code == NOT_ALLOWED:
                return self._error(request, UsageError(_("this site only answers GET")), NOT_ALLOWED, language)
        return self.missing(request, language)

    def _error(self, request: Request, error: OcdbError, code: int, language: Language) -> Response:
        title, hint = shortened(str(error), 300), shortened(error.hint, 300)
        headers = {"Cache-Control": "no-store"} | ({"Allow": "GET, HEAD"} if code == NOT_ALLOWED else {})
        if asked_path(request).startswith(API):
            return JSONResponse(
                {"error": as_keywords(title), "hint": as_keywords(hint)}, code, {**headers, **OPEN_TO_ALL}
            )
        values = {"hint": hint}
        with speaking(language):
            page = Page(HOME, title[:1].upper() + title[1:], "error.html", values, listed=False)
            text = html(page, self.site, asked_path(request))
        return Response(text, code, headers, "text/html; charset=utf-8")


def application(readers: Readers, site: Site, more: Iterable[BaseRoute] = ()) -> Guarded:
    """Return the site as an ASGI application.

    Args:
        readers: of the database.
        site: what all pages share; which data and which day it shows follows from the database.
        more: what stands beside the pages.
    """
    served = Served(readers, site)
    routes = [
        Route("/", served.root),
        Route("/data/{rest:path}", served.data),
        Route("/feeds/{rest:path}", served.feed),
        Route(f"/{API}{{rest:path}}", served.interface),
        Route("/api", served.about_interface),
        Route("/api/", served.about_interface),
        Mount("/static", _Static(directory=STATIC)),
        Route(f"/{FILES}{{name}}", served.file),
        *more,
        Route("/{rest:path}", served.page),
    ]
    return Guarded(
        Starlette(routes=routes, exception_handlers={HTTPException: served.refused, Exception: served.refused})
    )


class _Static(StaticFiles):
    """Our own files, which a browser may keep for a while."""

    async def get_response(self, path: str, scope: Any) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "max-age=3600"
        return response


def _led(request: Request, address: Address) -> Response:
    """Lead to a page in the language that the browser asks for."""
    french = request.headers.get("accept-language", "").lower().lstrip().startswith("fr")
    to = relative(asked_path(request), path(address, "fr" if french else "en"))
    return RedirectResponse(to, 302, {"Vary": "Accept-Language"})


def _language_of(asked: str) -> Language:
    """Return the language of what an address begins with, where it is one."""
    return next((one for one in LANGUAGES if asked.split("/", 1)[0] == one), "en")
