"""Which page stands under which address: the same on a server and as files."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from ocdb.errors import NotFoundError
from ocdb.store.reader.rows import Reader
from ocdb.web import (
    corrections,
    coverage,
    figures,
    home,
    interface_page,
    lists,
    questions,
    records,
    texts,
    timeline,
    tracker,
)
from ocdb.web.addresses import RECORDS, Address
from ocdb.web.page import Changes, Page
from ocdb.web.paging import PLAIN
from ocdb.words.language import _
from ocdb.words.surface import on_a_page

Query = Mapping[str, list[str]]
Maker = Callable[..., Page]
# Pages that take the rest of their address as it comes.
PAGES: Mapping[str, Maker] = {
    "pledges": tracker.tracker,
    "chart": figures.chart,
    "embed": figures.embed,
    "map": figures.map_page,
    "losses": questions.losses,
    "timeline": timeline.timeline,
    "compare": questions.compare,
    "search": questions.search,
    "coverage": coverage.coverage,
    "conflicts": questions.conflicts,
    "evidence": questions.evidence,
    "method": texts.method,
    "downloads": texts.downloads,
    "api": interface_page.about,
} | {name: lists.plain(name) for name in PLAIN}


def page(reader: Reader, address: Address, query: Query, changes: Changes = MappingProxyType({})) -> Page:
    """Return the page of an address.

    Args:
        reader: the database.
        address: as `addresses.parsed` returns it.
        query: what follows the question mark, by name.
        changes: what was corrected since an older edition, where there is one to compare with.

    Raises:
        NotFoundError: there is no such page, or no such record.
        UsageError: what is asked for isn't possible.
    """
    with on_a_page():
        return _made(reader, address, query, changes)


def _made(reader: Reader, address: Address, query: Query, changes: Changes) -> Page:
    name, *rest = address or ("",)
    if not name:
        return home.home(reader)
    if name == "claim" and len(rest) == 1:
        found = records.address_of(reader, rest[0])
        if found:
            return records.record(reader, found[1])
    elif name in RECORDS:
        if len(rest) == 1:
            return records.record(reader, rest[0])
        if not rest and name == "country":
            return lists.countries(reader)
    elif name == "corrections":
        return corrections.corrections(reader, tuple(rest), changes)
    elif name in PAGES:
        made: Any = PAGES[name](reader, tuple(rest), query)
        return made  # type: ignore[no-any-return]
    raise NotFoundError(_("there is no such page"), _("Search for it, or begin at the first page."))
