"""A list of each noun, and that of countries."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from ocdb.answers.listings import ORDERED
from ocdb.answers.lists import answered, list_records
from ocdb.answers.names import meant
from ocdb.answers.presence import in_many_countries
from ocdb.answers.wording import Wording
from ocdb.errors import NotFoundError
from ocdb.store.reader.rows import Reader, Rows
from ocdb.text import fold
from ocdb.web.facets import on_record, where
from ocdb.web.linking import Links
from ocdb.web.page import Page, page_name
from ocdb.web.paging import SIZE, in_place, list_page, paged, titled
from ocdb.web.tables import Table, table
from ocdb.words.language import _


def plain(kind: str) -> Callable[[Reader, Sequence[str], object], Page]:
    """Return what makes the page of a list: of all records of a kind, or of those of a country."""

    def made(reader: Reader, rest: Sequence[str], _query: object) -> Page:
        keys, at = paged(rest)
        if len(keys) > 1:
            raise NotFoundError(_("there is no such page"))
        country = keys[0] if keys else None
        filters = in_place(reader, country)
        listed = list_records(reader, kind, filters, limit=at * SIZE if kind in ORDERED else None)
        whole = answered(reader, replace(listed, told=()), filters)
        facets = where(reader, kind, country, on_record(reader, "sources"))
        title = titled(reader, kind, country)
        found = list_page(reader, kind, keys, at, whole, title, facets, intro=whole.title, total=listed.total)
        return found.showing(above=_widest(reader)) if kind == "operators" and not keys and at == 1 else found

    return made


def _widest(reader: Reader) -> Table | None:
    """Return the operators with sites in the most countries as a table of its own."""
    section = in_many_countries(reader)
    links = Links()
    links.learn(reader, [section])
    return table(section, Wording(reader), links, name="countries")


def countries(reader: Reader) -> Page:
    """Return the list of the countries that something is on record of, and of the areas larger than one."""
    rows = reader.rows("SELECT * FROM v_countries WHERE kind = 'country' AND (sources > 0 OR in_africa = 1)")
    wording = Wording(reader)
    areas = [key for (key,) in reader.rows("SELECT id FROM v_countries WHERE kind = 'area'").rows]
    ordered = sorted(rows.records(), key=lambda one: (not one["in_africa"], fold(wording.country(one["id"]))))
    listed = Rows(rows.columns, [tuple(one.values()) for one in ordered])
    return Page(
        ("country",), page_name("country"), "countries.html",
        {
            "countries": [(one["id"], wording.country(one["id"]), one) for one in listed.records()],
            "areas": sorted(((key, meant(wording, "country", key)) for key in areas), key=lambda pair: fold(pair[1])),
        },
    )  # fmt: skip
