"""In which formats pages can be taken away, beside JSON and CSV: which have them, and under which addresses."""

from collections.abc import Mapping, Sequence

from ocdb.web.addresses import Address, data_path
from ocdb.words.language import Language, _

FILES: Mapping[str, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "svg": "image/svg+xml",
    "png": "image/png",
    "geojson": "application/geo+json",
}
# What pages have, by their name: those whose lists people take away, charts and maps.
_LISTS = (
    "operator", "country", "area", "place", "pledges", "losses", "operators", "institutions", "places", "sites",
    "events", "reports", "sources",
)  # fmt: skip
_OFFERED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_LISTS, ("xlsx",)),
    "chart": ("svg", "png"),
    "map": ("xlsx", "geojson", "svg", "png"),
}
# Of a site of files those that are made in a moment, of the pages that most people come to: others take longer than
# all pages together.
_BUILT: Mapping[Address, tuple[str, ...]] = {
    ("pledges",): ("xlsx",),
    ("map",): ("xlsx", "geojson", "svg"),
    ("map", "events"): ("geojson", "svg"),
    ("chart", "year"): ("svg",),
    ("chart", "losses", "year"): ("svg",),
}


def offered(address: Address, *, live: bool) -> Sequence[str]:
    """Return the formats in which what a page shows can be taken away, beside JSON and CSV.

    Args:
        address: of the page.
        live: whether a server makes them when somebody asks, and not a build all of them.
    """
    return _OFFERED.get(address[0] if address else "", ()) if live else _BUILT.get(address, ())


def file_name(form: str) -> str:
    """Return what a format is called where it can be taken."""
    return {"xlsx": _("Workbook"), "geojson": "GeoJSON"}.get(form, form.upper())


def file_path(address: Address, form: str, spoken: Language) -> str:
    """Return the path of a file of a page: ``data/fr/chart/year.svg``, since people read it in their language."""
    return data_path((spoken, *address), f".{form}")
