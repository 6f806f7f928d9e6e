"""The site as readers meet it: in a browser, by keyboard, without scripts, on paper, in the dark."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from ocdb.web.addresses import path
from ocdb.words.language import LANGUAGES
from scripts.screenshots import LARGEST, SHOWN, take
from tests.browsing import KINDS, browser, chromium, serving, watched
from tests.commands import recorded

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not chromium(), reason="no Chromium is installed")]
PHONE, DESK = {"width": 390, "height": 800}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(recorded()) as found:
        yield found


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with browser() as started:
        yield started


def test_nothing_keeps_anybody_out_of_a_page(chrome: Browser, address: str) -> None:
    faults = []
    for theme, size, language in (("light", DESK, "en"), ("dark", PHONE, "fr")):
        for name, key in KINDS.items():
            with watched(chrome, address, color_scheme=theme, viewport=size) as page:
                page.goto(path(key, language))
                found = Axe().run(page)
                faults += [
                    (name, theme, one["id"], one["nodes"][0]["html"][:200]) for one in found.response["violations"]
                ]
    assert faults == []


def test_no_page_is_wider_than_the_screen(chrome: Browser, address: str) -> None:
    faults = []
    for width in (360, 768, 1440):
        with watched(chrome, address, viewport={"width": width, "height": 800}) as page:
            for name, key in KINDS.items():
                for language in LANGUAGES:
                    page.goto(path(key, language))
                    taken = page.evaluate("document.documentElement.scrollWidth")
                    faults += [(name, language, width, taken)] if taken > width else []
    assert faults == []


def test_a_search_leads_to_a_record_and_the_language_changes_on_it(chrome: Browser, address: str) -> None:
    with watched(chrome, address, viewport=DESK) as page:
        page.goto("en/")
        page.get_by_role("searchbox", name="Search").fill("webhelp")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Webhelp", exact=True).first.click()
        expect(page).to_have_url(f"{address}en/operator/webhelp/")
        page.get_by_role("link", name="Français").click()
        expect(page).to_have_url(f"{address}fr/operateur/webhelp/")
        expect(page.get_by_role("heading", name="Webhelp", level=1)).to_be_visible()


def test_facets_and_numbers_of_articles_work_without_scripts(chrome: Browser, address: str) -> None:
    with watched(chrome, address, java_script_enabled=False, viewport=DESK) as page:
        page.goto("en/promises/")
        page.get_by_label("Narrow this page").get_by_role("link", name="Togo").click()
        page.get_by_label("Narrow this page").get_by_role("link", name="no evidence").click()
        expect(page).to_have_url(f"{address}en/promises/TG/no_evidence/")
        page.get_by_label("Narrow this page").get_by_role("link", name=re.compile("^Africa")).click()
        expect(page).to_have_url(f"{address}en/promises/africa/no_evidence/")
        page.locator(".refs a").first.click()
        expect(page.locator("#r1")).to_be_in_viewport()
        page.goto("en/operator/webhelp/")
        expect(page.get_by_text("Report an error")).to_be_visible()
        expect(page.locator("button.copy").first).to_be_hidden()


def test_what_narrows_a_page_is_folded_on_a_telephone_and_open_where_there_is_room(
    chrome: Browser, address: str
) -> None:
    for size, language, folded in ((PHONE, "fr", True), (DESK, "en", False)):
        with watched(chrome, address, java_script_enabled=False, viewport=size) as page:
            for name in ("promises", "losses", "timeline", "map", "chart"):
                page.goto(path(KINDS[name], language))
                facets = page.locator(".facets")
                expect(facets.locator("a").first).to_be_visible(visible=not folded)
                expect(facets.locator("summary")).to_be_visible(visible=folded)
                if folded:
                    box = facets.bounding_box()
                    assert box
                    assert box["height"] < 60
                    facets.locator("summary").click()
                    expect(facets.locator("a").first).to_be_visible()


def test_the_keyboard_leads_past_the_menu(chrome: Browser, address: str) -> None:
    with watched(chrome, address, viewport=DESK) as page:
        page.goto("fr/operateur/webhelp/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{address}fr/operateur/webhelp/#main")


def test_a_citation_can_be_copied(chrome: Browser, address: str) -> None:
    with watched(chrome, address, permissions=["clipboard-read", "clipboard-write"], viewport=DESK) as page:
        page.goto("en/promise/vipp-interstis-lome-2020-500/")
        page.get_by_role("button", name="Copy").first.click()
        assert "Cio Mag" in page.evaluate("navigator.clipboard.readText()")


def test_a_page_prints_as_a_dossier(chrome: Browser, address: str) -> None:
    with watched(chrome, address, viewport=DESK) as page:
        page.goto("fr/operateur/webhelp/")
        page.emulate_media(media="print")
        expect(page.get_by_label("Pages", exact=True)).to_be_hidden()
        expect(page.get_by_role("heading", name="Webhelp", level=1)).to_be_visible()
        assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_picture_for_the_documents_is_as_wide_as_its_window_and_no_larger_than_allowed(
    chrome: Browser, address: str
) -> None:
    picture = take(chrome, address, "promises", "fr", "dark", PHONE["width"], 900, LARGEST)
    assert picture.startswith(b"\xff\xd8")  # JPEG
    assert len(picture) <= LARGEST
    with pytest.raises(ValueError, match="cut it lower than 900 pixels"):
        take(chrome, address, "promises", "fr", "dark", PHONE["width"], 900, 1000)


def test_the_documents_show_the_pictures_that_are_taken() -> None:
    shown = set(re.findall(r"images/(site-[\w-]+\.jpg)", Path("docs/site.md").read_text("utf-8")))
    assert shown == {f"site-{kind}-{language}.jpg" for kind, language, *_rest in SHOWN}
    assert all(Path("docs/images", name).stat().st_size <= LARGEST for name in shown)
