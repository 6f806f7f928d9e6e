"""What can be taken away of a page: workbooks, pictures of charts and maps, the map as a layer; in each language."""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import closing
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from lxml import html
from openpyxl import load_workbook
from starlette.testclient import TestClient

from ocdb.answers.filters import Filters
from ocdb.answers.map import map_of
from ocdb.opening.reader import open_reader
from ocdb.render.chart import picture
from ocdb.store.reader.remembering import Remembering
from ocdb.web import files
from ocdb.web.addresses import Address, data_path, path
from ocdb.web.folder import Writer
from ocdb.web.formats import FILES, file_path, offered
from ocdb.web.making import Maker, Order
from ocdb.web.page import Site
from ocdb.words.language import LANGUAGES, Language
from tests.commands import recorded
from tests.sites import asking

PAGES: tuple[Address, ...] = (
    ("operator", "webhelp"), ("country", "TG"), ("place", "ma-fes"), ("pledges",), ("pledges", "MA", "no_evidence"),
    ("losses",), ("operators",), ("map",), ("map", "events", "2012"), ("chart", "year"), ("chart", "losses", "year"),
    ("downloads",),
)  # fmt: skip


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with asking(recorded()) as opened:
        yield opened


def taken(text: bytes, here: str) -> set[str]:
    """Return the paths of the files that a page offers to take away."""
    found = html.fromstring(text).xpath("//a[@download]/@href")
    return {urljoin(f"/{here}", href) for href in found}


@pytest.mark.parametrize("language", ["en", pytest.param("fr", marks=pytest.mark.slow)])
def test_a_page_offers_what_can_be_taken_away_of_it_and_each_is_there(client: TestClient, language: Language) -> None:
    for address in PAGES:
        here = path(address, language)
        links = taken(client.get(f"/{here}").content, here)
        own = {"/" + file_path(address, form, language) for form in offered(address, live=True)}
        assert own <= links, address
        assert links, address
        for link in links:
            found = client.get(link)
            assert found.status_code == HTTPStatus.OK, link
            assert found.headers["content-type"].startswith(FILES[link.rpartition(".")[2]]), link


def test_a_workbook_has_the_rows_of_the_page_in_its_language(client: TestClient) -> None:
    words: dict[Language, tuple[str, str]] = {
        "en": ("Outcomes of promises", "Verdict"),
        "fr": ("Bilan des promesses", "Bilan"),
    }
    for language, (first, kept) in words.items():
        found = client.get("/" + file_path(("pledges", "MA", "no_evidence"), "xlsx", language)).content
        book = load_workbook(io.BytesIO(found))
        sheet = book[book.sheetnames[0]]
        assert sheet.title == first
        assert kept in [cell.value for cell in sheet[1]]
        rows = client.get("/" + data_path(("pledges", "MA", "no_evidence"), ".json")).json()
        assert sheet.max_row == len(rows) + 1
        assert found == client.get("/" + file_path(("pledges", "MA", "no_evidence"), "xlsx", language)).content


def test_pictures_have_their_title_and_source_in_the_language(client: TestClient) -> None:
    for address, title in (
        (("chart", "year", "TG"), "Nouveaux emplois"),
        (("chart", "losses", "year"), "Pertes d’emplois"),
        (("map",), "sites"),
    ):
        drawn = client.get("/" + file_path(address, "svg", "fr")).content
        text = "".join(ET.fromstring(drawn).itertext())  # noqa: S314  drawn by ourselves
        assert title in text, address
        assert "Licence" in text, address
        assert client.get("/" + file_path(address, "png", "en")).content.startswith(b"\x89PNG")


def test_the_layer_of_a_map_has_its_places_where_they_are_with_how_many_there_are(client: TestClient) -> None:
    layer = client.get("/" + file_path(("map",), "geojson", "en")).json()
    with closing(open_reader(recorded())) as reader:
        spots = {spot.key: spot for spot in map_of(reader, "sites", Filters()).spots}
    assert layer["type"] == "FeatureCollection"
    assert "CC BY 4.0" in layer["source"].replace("\u00a0", " ")
    assert {feature["id"] for feature in layer["features"]} == spots.keys()
    for feature in layer["features"]:
        spot, told = spots[feature["id"]], feature["properties"]
        assert feature["geometry"] == {"type": "Point", "coordinates": [spot.longitude, spot.latitude]}
        assert told["total"] == spot.total == sum(told[name] for name in ("open", "planned", "unknown", "closed"))


def test_what_is_not_there_or_too_large_says_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in (
        "/data/fr/operator/nobody.xlsx", "/data/en/operator/webhelp.svg", "/data/en/operator/webhelp.json",
        "/data/en/map/sites.geojson", "/data/en/map/sites/1066.png", "/data/de/map.svg", "/data/en/chart.png",
        "/data/en/.xlsx", "/data/en/event/webhelp-agadir-opening.xlsx", "/data/operator/webhelp.xlsx",
    ):  # fmt: skip
        found = client.get(wrong)
        assert found.status_code == HTTPStatus.NOT_FOUND, wrong
        assert b"<h1>" in found.content
    monkeypatch.setattr(files, "MOST_ROWS", 3)
    found = client.get("/data/fr/country/MA.xlsx")
    assert found.status_code == HTTPStatus.BAD_REQUEST
    assert "trop grand" in found.text


def test_a_site_of_files_has_those_that_it_offers(tmp_path: Path) -> None:
    addresses: list[Address] = [("pledges",), ("map",), ("chart", "year"), ("chart", "year", "TG"), ("country", "TG")]
    with closing(Remembering(open_reader(recorded()))) as reader:
        made = Maker(reader, Site("", "2026-11-30"), Writer(tmp_path)).make([Order(one) for one in addresses])
    for one in made:
        assert {*one.files} <= {*Order(one.address).names}
        for language in LANGUAGES:
            here = path(one.address, language)
            links = taken((tmp_path / here / "index.html").read_bytes(), here)
            assert {"/" + file_path(one.address, form, language) for form in offered(one.address, live=False)} <= links
            for link in links - {
                "/" + file_path(("chart", "year"), "svg", language)
            }:  # the chart has a page of its own
                assert (tmp_path / link[1:]).is_file(), link
    layer = json.loads((tmp_path / file_path(("map",), "geojson", "fr")).read_text("utf-8"))
    assert layer["features"]


def test_a_build_without_what_draws_offers_no_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture.drawing.cache_clear()
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with closing(Remembering(open_reader(recorded()))) as reader:
        (made,) = Maker(reader, Site("", "2026-11-30"), Writer(tmp_path)).make([Order(("chart", "year"))])
    assert not any(name.endswith(".svg") for name in made.files)
    assert b" download>" not in (tmp_path / path(("chart", "year"), "en") / "index.html").read_bytes()
