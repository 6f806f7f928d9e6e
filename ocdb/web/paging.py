"""A list as a page: cut to the rows that stand on it, each page of it an address of its own."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ocdb.answers.answer import Answer
from ocdb.answers.filters import Filters
from ocdb.answers.names import meant
from ocdb.answers.wording import Wording
from ocdb.errors import NotFoundError
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows
from ocdb.web.facets import Facet
from ocdb.web.linking import Links
from ocdb.web.page import Page, page_name
from ocdb.web.tables import CITED, References, keys_of, table
from ocdb.words.language import _

# The lists that have a page each, in the order of the footer.
PLAIN = ("operators", "institutions", "officials", "places", "sites", "events", "reports", "sources")
# So many rows stand on a page; the page after it is an address of its own.
SIZE = 200
PAGE = "page"


def list_page(
    reader: Reader, name: str, keys: Sequence[str], at: int, answer: Answer, title: str,
    facets: Sequence[Facet], *, intro: str, total: int | None = None,
) -> Page:  # fmt: skip
    """Return a page of a list, cut to the rows that stand on it."""
    whole = answer.sections[0]
    last = max(((len(whole.rows.rows) if total is None else total) - 1) // SIZE + 1, 1)
    if at > last:
        raise NotFoundError(_("there is no such page"))
    part = replace(whole, rows=Rows(whole.rows.columns, whole.rows.rows[(at - 1) * SIZE : at * SIZE]))
    links = Links()
    links.learn(reader, [part])
    of_claims = name not in PLAIN or name in ("sites", "events", "reports")
    references = References.of(among(reader, CITED, keys_of([part]))) if of_claims else None
    found = table(part, answer.wording, links, references, title=title)
    address = (name, *keys)
    values: dict[str, Any] = {
        "table": found,
        "intro": intro,
        "figure": "",
        "browse": "",
        "above": None,
        "facets": facets,
        "notes": answer.notes,
        "sources": [*references.articles.values()] if references else [],
        "before": (*address, PAGE, str(at - 1)) if at - 1 > 1 else address if at > 1 else None,
        "after": (*address, PAGE, str(at + 1)) if at < last else None,
        "at": at,
        "last": last,
    }
    full = (*address, PAGE, str(at)) if at > 1 else address
    return Page(full, title, "list.html", values, intro, listed=not keys[1:] and at == 1, data=at == 1)


def paged(rest: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """Return what narrows a list, and which page of it is asked for."""
    if len(rest) >= 2 and rest[-2] == PAGE:  # noqa: PLR2004  a word and a number
        if not (rest[-1].isascii() and rest[-1].isdigit()) or not 1 < int(rest[-1][:6]) < 10**5:
            raise NotFoundError(_("there is no such page"))
        return tuple(rest[:-2]), int(rest[-1])
    return tuple(rest), 1


def in_place(reader: Reader, country: str | None) -> Filters:
    """Return filters that narrow a list to the country or the area that an address names, if it names one.

    Raises:
        NotFoundError: there is none of that key.
    """
    if country is None:
        return Filters()
    if not reader.rows("SELECT 1 FROM v_countries WHERE id = :key", {"key": country}).rows:
        raise NotFoundError(_("there is no such page"))
    return Filters(country=[country])


def titled(reader: Reader, name: str, country: str | None) -> str:
    """Return what a page is called, with the country that it is limited to, or the area and how many lie in that."""
    return f"{page_name(name)} – {meant(Wording(reader), 'country', country)}" if country else page_name(name)
