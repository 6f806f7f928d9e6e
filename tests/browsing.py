"""The site in a real browser: Chromium, driven by Playwright, on a server of this process."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from ocdb.opening.reader import open_reader
from ocdb.web.app import application
from ocdb.web.page import Site
from ocdb.web.readers import Readers

# As Debian, Ubuntu and others call it.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# An address of each kind of page, the same in both languages but for its words.
KINDS = {
    "home": (),
    "operator": ("operator", "webhelp"),
    "country": ("country", "TG"),
    "place": ("place", "ma-fes"),
    "site": ("site", "webhelp-agadir-dakhla"),
    "promise": ("pledge", "vipp-interstis-lome-2020-500"),
    "event": ("event", "webhelp-agadir-opening"),
    "loss": ("loss", "dell-dismissals-2015-68"),
    "report": ("report", "webhelp-fes-2015-2500"),
    "takeover": ("succession", "webhelp-concentrix"),
    "statement": ("statement", "webhelp-major-french"),
    "person": ("official", "cina-lawson"),
    "institution": ("institution", "anapec"),
    "article": ("source", "silicon-2009-centres-rapatries"),
    "promises": ("pledges",),
    "losses": ("losses",),
    "timeline": ("timeline", "TG"),
    "operators": ("operators",),
    "institutions": ("institutions",),
    "people": ("officials",),
    "places": ("places",),
    "sites": ("sites", "MA"),
    "events": ("events", "TG"),
    "reports": ("reports", "TG"),
    "articles": ("sources", "TG"),
    "countries": ("country",),
    "compare": ("compare", "MA", "TG"),
    "search": ("search",),
    "coverage": ("coverage",),
    "conflicts": ("conflicts", "TG"),
    "evidence": ("evidence", "TG"),
    "chart": ("chart", "year"),
    "embed": ("embed", "year"),
    "lost": ("chart", "losses", "country"),
    "map": ("map",),
    "method": ("method",),
    "downloads": ("downloads",),
    "corrections": ("corrections",),
}


def chromium() -> str | None:
    """Return the path of an installed Chromium; None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def serving(database: Path) -> Iterator[str]:
    """Serve the site of a database from a thread, and give its address."""
    site = Site("", "2026-11-30", live=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(
            application(Readers(lambda: open_reader(database)), site), port=port, log_level="error", ws="none"
        )
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join()


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield started
        started.close()


@contextmanager
def watched(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """Open a page, and hold at the end that nothing was refused and that nothing was asked of another host."""
    context = browser.new_context(base_url=address, **options)  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(address) else complaints.append(request.url))
    yield page
    context.close()
    assert complaints == []
