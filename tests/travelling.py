"""What travels with ocdb in the tests: the record of tests/record, so that what is curated later changes no test."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

ROOT = Path(__file__).parents[1]
RECORD = Path(__file__).with_name("record")
# The five articles that the project began from.
FIVE = (
    "tg/ciomag-2020-01-30-vipp-interstis.yaml",
    "ma/liberation-2009-01-21-regionales-tanger.yaml",
    "ma/aujourdhui-2011-webhelp-agadir.yaml",
    "ma/orientalmarocain-2020-07-siccam-oujda.yaml",
    "fr/silicon-2009-centres-rapatries.yaml",
)
FIVE_ARTICLES = tuple(ROOT / "fixtures" / name for name in FIVE)
# Of these no test awaits that nothing is added.
LIVE = ("codes.yaml", "countries.yaml", "currencies.yaml")
# The countries outside Africa that are asked of: all 249 are most of what a small database holds.
OUTSIDE = {
    "BE", "BR", "CA", "CN", "CO", "DE", "ES", "FR", "GB", "IN", "JM", "JP", "KP", "KR", "LU", "MX", "NL", "NO", "PH",
    "PT", "RO", "TO", "TR", "US",
}  # fmt: skip
COUNTRY = re.compile(r'^- id: "(\w\w)"\n(?:  .*\n)+', re.MULTILINE)
MEMBER = re.compile(r"('?[A-Z]{2}'?),(?: |$)", re.MULTILINE)  # of an area
_WORK = TemporaryDirectory(prefix="ocdb-tests-", ignore_cleanup_errors=True)


def articles() -> tuple[str, ...]:
    """Return the files of the articles of the record, below fixtures."""
    return tuple((RECORD / "articles.txt").read_text("utf-8").split())


@contextmanager
def only_record_travels() -> Iterator[None]:
    """Let the record of tests/record be all that travels with ocdb; conftest.py does so for every test."""
    with _travelling(_package(articles())):
        yield


@contextmanager
def only_five_travel() -> Iterator[None]:
    """Let the five articles be all the fixtures that travel with ocdb: they load in a third of the time."""
    with _travelling(_package(FIVE)):
        yield


@contextmanager
def everything_travels() -> Iterator[None]:
    """Let all that is curated travel with ocdb, as for a user: for what is to be held of all of it."""
    with _travelling(ROOT / "ocdb"):
        yield


@contextmanager
def _travelling(package: Path) -> Iterator[None]:
    with patch("ocdb.settings._PACKAGE", package):
        yield


def _asked_of(country: re.Match[str]) -> str:
    return country[0] if "in_africa: true" in country[0] or country[1] in OUTSIDE else ""


def _fewer(countries: str) -> str:
    """Return the countries and areas without the countries that nobody asks of."""
    fewer = COUNTRY.sub(_asked_of, countries)
    left_out = {*COUNTRY.findall(countries)} - {*COUNTRY.findall(fewer)}
    before, areas, after = fewer.partition("areas:")
    return before + areas + MEMBER.sub(lambda member: "" if member[1].strip("'") in left_out else member[0], after)


@cache
def _package(names: tuple[str, ...]) -> Path:
    """Return a directory as the package has it in a wheel, with some articles; files keep their time of change."""
    package = Path(_WORK.name, f"package-of-{len(names)}")
    (package / "seeds").mkdir(parents=True)
    for name, target in (("migrations", ROOT / "migrations"), ("sql", ROOT / "ocdb" / "sql")):
        (package / name).symlink_to(target)
    for file in (*RECORD.glob("*.yaml"), *(ROOT / "seeds" / name for name in LIVE)):
        shutil.copy2(file, package / "seeds")
    countries = package / "seeds" / "countries.yaml"
    countries.write_text(_fewer(countries.read_text("utf-8")), "utf-8")
    shutil.copystat(ROOT / "seeds" / "countries.yaml", countries)
    for name in names:
        copy = package / "fixtures" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / "fixtures" / name, copy)
    shutil.copy2(ROOT / "fixtures" / "ocdb.schema.json", package / "fixtures")
    return package
