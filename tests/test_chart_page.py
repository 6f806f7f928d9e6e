"""A chart and a map in a page: interactive in a real browser under a strict policy, and still there without scripts."""

import functools
import hashlib
import http.server
import json
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ocdb
from ocdb.answers.chart import Bar, Chart
from ocdb.answers.coverage import NOT_SEARCHED
from ocdb.answers.map import Map, Spot
from ocdb.render.chart.picture import svg, vega
from ocdb.render.map.shapes import africa
from ocdb.render.map.svg import svg as map_svg
from ocdb.store.reader.rows import Rows

if TYPE_CHECKING:
    from playwright.sync_api import Page

STATIC = Path(ocdb.__file__).with_name("web") / "static"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
CHART = Chart(
    "New jobs", ("Scope.",), (), "new_jobs",
    (Bar("Togo", 660, "at least 660", 450, 2, 1), Bar("Benin", 100, "100", None, 1, 0, high=100)),
    Rows((), []), {}, {},
)  # fmt: skip

MAP = Map(
    "3 sites", (), "sites", (Spot("tg-lome", "Lomé", "TG", 6.13, 1.22, {"open": 2, "closed": 1}),),
    dict.fromkeys(africa()["countries"], NOT_SEARCHED), Rows((), []),
)  # fmt: skip


class Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """Serve a page with a chart under the policy, and return its address."""
    shutil.copytree(STATIC, tmp_path / "static")
    specification = json.dumps(vega(CHART))
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="/static/figures.css"><script type="module" src="/static/chart.js"></script>'
        f'<figure data-chart-label="Explore">{svg(CHART, "page")}'
        f'<script type="application/json">{specification}</script></figure>'
        f"<figure>{map_svg(MAP, 'page', address=lambda circle: f'#{circle.spots[0].key}')}</figure></html>",
        "utf-8",
    )
    handler = functools.partial(Handler, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def page() -> Iterator["Page"]:
    """Open a page in a browser."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright isn't installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
def test_a_chart_is_interactive_on_demand_and_a_map_has_links_under_a_strict_policy(site: str, page: "Page") -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(site)
    fill = "document.querySelector('figure svg rect').getAttribute('fill')"
    assert page.evaluate(fill) == "var(--figure-paper)"
    page.get_by_role("button", name="Explore").click()

    bars = page.locator(".spoken_marks path[role=img]")
    bars.nth(2).hover()
    tip = page.locator(".figure-tip")
    tip.filter(has_text="Benin, promised: 100").wait_for()
    page.mouse.move(0, 0)
    tip.wait_for(state="hidden")
    bars.nth(0).focus()
    tip.filter(has_text="Togo, promised: at least 660").wait_for()
    page.keyboard.press("ArrowDown")
    tip.filter(has_text="Togo, reported: 450 (1 of 2 known)").wait_for()

    assert page.locator("figure").first.locator("svg").count() == 1
    assert "rect mark" not in page.content()
    lome = page.get_by_role("link", name="Lomé: open 2, closed 1")
    assert page.evaluate("getComputedStyle(document.querySelector('a .map-there')).fill") == "rgb(11, 60, 102)"
    lome.press("Enter")
    assert page.url.endswith("#tg-lome")
    assert said == []


def test_what_others_made_is_what_its_list_says_with_its_licence() -> None:
    folder = STATIC / "vendor"
    table = (folder / "README.md").read_text("utf-8")
    listed = dict(re.findall(r"^\| `([^`]+)` .* `([0-9a-f]{64})` \|$", table, re.MULTILINE))
    assert {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in listed} == listed
    assert {path.name for path in folder.iterdir()} == {*listed, "README.md", "vega-util.js"}
    assert {"vega.LICENSE", "vega-interpreter.LICENSE", "d3.LICENSE"} <= listed.keys()
    for name in ("chart.js", "vendor/vega-interpreter.js"):
        assert not re.search(r"\beval\(|new Function|setAttribute\(.style", (STATIC / name).read_text("utf-8"))
