"""The map: where sites and events are, by place and state; where nobody looked; shapes in which points fall."""

import gzip
import json
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ocdb.answers.coverage import NOT_SEARCHED, Looked
from ocdb.answers.map import Map, Spot, years
from ocdb.opening.reader import open_reader
from ocdb.render.map.projection import project
from ocdb.render.map.shapes import FILE, africa, frame
from ocdb.render.map.spots import circles
from ocdb.render.map.svg import svg
from ocdb.store.reader.rows import Rows
from ocdb.words.language import speaking
from tests.cases import each
from tests.commands import Answer, loaded_text, ocdb, recorded

SVG = "{http://www.w3.org/2000/svg}"
TODAY = {"OCDB_TODAY": "2016-01-01"}
WORLD = """
source: {id: herald-2010, publisher: Herald, language: en, published: 2010-03-01}
operators:
- {id: one, name: One & <Only>}
coverage:
- {id: togo, country: TG, outlet: News, method: sample, searched: 2016-06, found: {2010: 3}}
- {id: kenya, country: KE, outlet: News, method: sample, searched: 2016-06, found: {2010: 2}}
- {id: chad, country: TD, outlet: News, method: systematic, searched: 2016-06, found: {2010: 0}}
sites:
- {id: dakhla, cite: 1, operator: one, at: ma-agadir-dakhla, status: open, opened: 2009}
- {id: agadir, cite: 1, operator: one, at: ma-agadir, status: planned}
- {id: lome, cite: 1, operator: one, at: tg-lome, status: closed, opened: 2005, closed: 2008}
- {id: somewhere, cite: 1, operator: one, at: TG, status: open}
- {id: lyon, cite: 1, operator: one, at: fr-lyon, status: open}
events:
- {id: move, cite: 1, kind: relocation, status: happened, summary: One moves., from: ma-agadir, to: tg-lome,
   date: 2010-02, parties: {subject: one}}
- {id: show, cite: 1, kind: trade_show, status: planned, summary: A show., at: tg-lome, parties: {subject: one}}
"""


@cache
def world() -> Path:
    """Return a database of that world."""
    return loaded_text(WORLD)


@pytest.fixture
def ask() -> Callable[..., Answer]:
    """Give the command line on that world."""
    return lambda *arguments, **more: ocdb("map", *arguments, database=world(), env=TODAY, **more)


# --- what is where ------------------------------------------------------------------------------------------------


def counted(answer: Answer) -> list[tuple[str, str, str, int]]:
    assert answer.code == 0, answer.err
    rows = json.loads(answer.out)["places"]
    return [(row["country"], row["place"] or "", row["status"], row["count"]) for row in rows]


def test_a_site_in_a_district_is_counted_for_its_city_and_one_without_a_city_has_a_line_without_a_place(
    ask: Callable[..., Answer],
) -> None:
    answer = ask("-f", "json")
    assert counted(answer) == [
        ("FR", "fr-lyon", "open", 1),
        ("MA", "ma-agadir", "open", 1),
        ("MA", "ma-agadir", "planned", 1),
        ("TG", "tg-lome", "closed", 1),
        ("TG", "", "open", 1),
    ]
    assert answer.err.splitlines() == [
        "Not drawn, no city known: 1 (Togo\xa01)",
        "Not drawn, outside Africa: 1 (France\xa01)",
        "Day: 1 January 2016, from 1 article.",
    ]


def test_an_event_is_counted_in_each_of_its_places_and_one_without_a_date_is_said_to_be_left_out(
    ask: Callable[..., Answer],
) -> None:
    everything = ask("--of", "events", "-f", "json")
    assert ("TG", "tg-lome", "planned", 1) in counted(everything)
    then = ask("--of", "events", "--on", "2010", "-f", "json")
    assert ("TG", "tg-lome", "happened", 1) in counted(then)
    assert ("TG", "tg-lome", "planned", 1) not in counted(then)
    assert "1 more without a date" in then.err
    assert counted(ask("--of", "events", "--on", "2009", "-f", "json")) == []


def test_on_a_day_sites_are_as_they_were_then(ask: Callable[..., Answer]) -> None:
    assert ("TG", "tg-lome", "open", 1) in counted(ask("--on", "2007", "-f", "json"))
    assert counted(ask("--on", "2007", "--country", "MA", "-f", "json")) == []


def test_the_years_of_a_map_go_from_the_first_that_is_dated_to_that_of_the_day() -> None:
    with closing(open_reader(f"sqlite:///{world()}", date(2016, 1, 1))) as reader:
        assert years(reader, "sites") == range(2005, 2017)
        assert years(reader, "events") == range(2010, 2017)


def test_coverage_tells_what_was_read_from_what_was_found_and_what_nobody_looked_for(
    ask: Callable[..., Answer],
) -> None:
    found = {row["country"]: row["state"] for row in json.loads(ask("-f", "json").out)["coverage"]}
    assert {key: found[key] for key in ("TG", "MA", "KE", "TD", "LY")} == {
        "TG": "read", "MA": "read", "KE": "unread", "TD": "nothing", "LY": "not_searched",
    }  # fmt: skip
    assert "FR" not in found


def test_people_see_a_table_and_what_does_not_fit_is_refused(ask: Callable[..., Answer]) -> None:
    assert ask("Togo", columns=80).lines[:5] == [
        "2 sites: Togo",
        "Country  Where  Status  Number",
        "──────────────────────────────",
        "Togo     Lomé   closed       1",
        "Togo     Togo   open         1",
    ]
    assert ask("--category", "loss").code == 2
    assert ask("-o", "map.pdf").code == 2


# --- shapes -------------------------------------------------------------------------------------------------------


def holds(path: str, x: float, y: float) -> bool:
    """Return whether a point is inside an SVG path of relative lines, by the rule of even and odd crossings."""
    inside = False
    for part in re.findall(r"M[^M]+", path):
        numbers = [float(number) for number in re.findall(r"-?\d+", part)]
        x0, y0 = numbers[:2]
        points = [(x0, y0)]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x0, y0 = x0 + dx, y0 + dy
            points.append((x0, y0))
        for (ax, ay), (bx, by) in zip(points, [*points[1:], points[0]], strict=True):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
    return inside


@each(
    "name, longitude, latitude, country",
    [
        ("Casablanca", -7.59, 33.55, "MA"),
        ("Lomé", 1.22, 6.15, "TG"),
        ("Port Louis", 57.52, -20.17, "MU"),
        ("Johannesburg", 28.05, -26.2, "ZA"),
        ("Tan-Tan, north of the parallel", -11.1, 28.44, "MA"),
        ("El Aaiún, south of it", -13.19, 27.15, "EH"),
        ("What the source draws into Morocco", -15.0, 23.0, "EH"),
        ("Hargeisa, which the source parts from Somalia", 44.06, 9.56, "SO"),
        ("Saint-Denis, a part of France there", 55.45, -20.92, "RE"),
        ("Maseru, in an enclave", 27.6, -29.4, "LS"),
    ],
)
def test_a_place_lies_in_the_shape_of_its_country_and_in_no_other(
    name: str, longitude: float, latitude: float, country: str
) -> None:
    x, y = project(longitude, latitude)
    assert [key for key, path in africa()["countries"].items() if holds(path, x, y)] == [country], name


def test_every_country_of_africa_has_a_shape_and_all_of_them_are_small_enough_to_travel() -> None:
    rows = ocdb("sql", "SELECT id FROM v_countries WHERE in_africa = 1", "-f", "tsv", database=recorded()).lines[1:]
    assert africa()["countries"].keys() == {*rows}
    assert len(gzip.compress(FILE.read_bytes())) < 50_000
    assert africa()["disputed"].startswith("M")


# --- as a picture -------------------------------------------------------------------------------------------------

SPOTS = (
    Spot("ma-rabat", "Rabat", "MA", 34.01, -6.83, {"open": 2, "closed": 1}),
    Spot("ma-sale", "Salé", "MA", 34.05, -6.8, {"planned": 1}),
    Spot("tg-lome", "Lomé <&>", "TG", 6.13, 1.22, {"unknown": 1}),
)
LOOKED = dict.fromkeys(africa()["countries"], NOT_SEARCHED) | {
    "MA": Looked("read", 6, 9), "TG": Looked("unread", 0, 3), "TD": Looked("nothing", 0, 0),
}  # fmt: skip
MAP = Map("5 sites", ("A note",), "sites", SPOTS, LOOKED, Rows((), []))


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314  our own


def titles(text: str) -> dict[str, ET.Element]:
    """Return what is drawn, by what it says when it is pointed at."""
    return {
        element[0].text or "": element for element in parsed(text).iter() if len(element) and "title" in element[0].tag
    }


def test_where_nobody_looked_is_hatched_and_what_was_found_is_told_from_it() -> None:
    drawn = titles(svg(MAP))
    fills = {
        name: drawn[title][1].get("fill", drawn[title][1].get("class", "")).rpartition("-")[2].rstrip(")")
        for name, title in {
            "MA": "MA: 6 of 9 known articles read", "TG": "TG: articles found, none read yet",
            "TD": "TD: searched, nothing found", "BJ": "BJ: nobody searched yet",
        }.items()
    }  # fmt: skip
    assert fills == {"MA": "read", "TG": "unread", "TD": "land", "BJ": "not_searched"}


def test_places_that_would_overlap_are_one_circle_and_part_when_the_map_is_nearer() -> None:
    def names(*countries: str) -> list[list[str]]:
        some = circles(SPOTS, frame(countries, 700), 12, lambda circle: circle.spots[0].name)
        return [[spot.name for spot in circle.spots] for circle in some]

    assert names() == [["Rabat", "Salé"], ["Lomé <&>"]]
    assert names("MA") == [["Rabat", "Salé"]]
    assert names("TG") == [["Lomé <&>"]]
    assert "Rabat: open 2, closed 1; Salé: planned 1" in titles(svg(MAP))


def test_a_map_without_links_is_one_image_and_with_links_a_group_that_the_keyboard_reaches() -> None:
    alone, linked = svg(MAP), svg(MAP, "page", address=lambda circle: f"/en/places/{circle.spots[0].key}?a=1&b=2")
    assert parsed(alone).get("role") == "img"
    assert list(parsed(alone).iter(f"{SVG}a")) == []
    links = [(link.get("href"), link.get("aria-label")) for link in parsed(linked).iter(f"{SVG}a")]
    assert parsed(linked).get("role") == "group"
    assert links == [
        ("/en/places/ma-rabat?a=1&b=2", "Rabat: open 2, closed 1; Salé: planned 1"),
        ("/en/places/tg-lome?a=1&b=2", "Lomé <&>: unknown 1"),
    ]


def test_a_map_of_a_page_has_no_style_of_its_own_and_one_that_stands_alone_has_the_colours_of_its_theme() -> None:
    page, light, dark = (svg(MAP, theme) for theme in ("page", "light", "dark"))
    assert "<style" not in page
    assert " style=" not in page + light + dark
    assert "var(" not in light + dark
    assert re.sub("<style>.*</style>\n", "", light) == re.sub("<style>.*</style>\n", "", dark) == page
    assert light != dark


def test_a_map_says_in_words_what_it_shows_in_the_language_that_is_spoken() -> None:
    with speaking("fr"):
        text = svg(MAP)
    root = parsed(text)
    assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"
    words = " ".join(" ".join(root.itertext()).split())
    for expected in (
        "Carte de l’Afrique. 1 pays : articles lus.",
        "55 pays : aucune recherche pour l’instant.",
        "ne valent pas prise de position ; en tirets, une frontière contestée.",
        "Licence : CC BY 4.0.",
    ):
        assert expected in words
    assert svg(MAP) == svg(MAP)


def test_a_map_of_nothing_is_drawn_too(tmp_path: Path) -> None:
    assert "nobody searched yet" in svg(replace(MAP, spots=(), title="No sites are on record"))
    file = tmp_path / "map.svg"
    answer = ocdb("map", "--country", "TG", "--theme", "dark", "-o", file, database=world(), env=TODAY)
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert parsed(file.read_text("utf-8")).get("width") == "720"
    assert ocdb("map", "--width", "column", "-o", tmp_path / "map.png", database=world(), env=TODAY).code == 0
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
