"""The timeline, the newest first, and the addresses that narrow it."""

from collections.abc import Sequence
from dataclasses import replace

from ocdb.answers.filters import Filters, codes, conditions_of
from ocdb.answers.listings import LISTINGS
from ocdb.answers.lists import answered, list_records
from ocdb.errors import NotFoundError
from ocdb.store.reader.rows import Reader, Rows
from ocdb.web.facets import EVERY, Choice, narrowed, on_record, where
from ocdb.web.page import Page
from ocdb.web.paging import SIZE, in_place, list_page, paged, titled
from ocdb.words.language import _, pgettext


def timeline(reader: Reader, rest: Sequence[str], _query: object) -> Page:
    """Return the timeline, the newest first: of everywhere or of a country, of everything, a category or a year."""
    keys, at = paged(rest)
    country, other = _two(keys)
    known = codes(reader, LISTINGS["timeline"], "category")
    when = years_of(reader, country)
    year = other if other in when else None
    category = other if other and not year else None
    if category and category not in {texts[0] for texts in known}:
        raise NotFoundError(_("there is no such page"))
    filters = in_timeline(in_place(reader, country), other)
    listed = list_records(reader, "timeline", filters, newest=None if year else at * SIZE)
    whole = answered(reader, replace(listed, rows=_newest_first(listed.rows)), filters)
    wording = whole.wording
    categories = [
        Choice(pgettext("choice", "all"), narrowed("timeline", country), None, not category),
        *(
            Choice(
                wording.label(one[0], "event_category"), narrowed("timeline", country, one[0]), None, one[0] == category
            )
            for one in known
        ),
    ]
    facets = [
        *where(reader, "timeline", country, on_record(reader, "sources"), category),
        (_("Topic"), categories),
        (_("Year"), _times(country, when, year)),
    ]
    return list_page(
        reader,
        "timeline",
        keys,
        at,
        whole,
        ", ".join(filter(None, [titled(reader, "timeline", country), year])),
        facets,
        intro=whole.title,
        total=listed.total,
    )


def _times(country: str | None, when: Sequence[str], year: str | None) -> list[Choice]:
    """Return the years of a timeline, and that of all."""
    every = Choice(pgettext("choice of years", "all"), narrowed("timeline", country), None, not year)
    return [every, *(Choice(one, narrowed("timeline", country, one), None, one == year) for one in when)]


def in_timeline(filters: Filters, other: str | None = None) -> Filters:
    """Return filters that narrow the timeline to a category or a year, whichever an address names, too."""
    if other and other.isdigit():
        return replace(filters, since=other, until=other)
    return replace(filters, category=[other] if other else [])


def years_of(reader: Reader, country: str | None) -> list[str]:
    """Return the years of which the timeline has something, everywhere or in a country, the latest first."""
    listing = LISTINGS["timeline"]
    conditions, parameters = conditions_of(reader, "timeline", listing, Filters(country=[country] if country else []))
    dated = " AND ".join(["date_from IS NOT NULL", "date_to IS NOT NULL", *conditions])
    rows = reader.rows(f"SELECT DISTINCT date_from, date_to FROM {listing.view} WHERE {dated}", parameters).rows
    return sorted({first[:4] for first, last in rows if first[:4] == last[:4]}, reverse=True)


def _newest_first(rows: Rows) -> Rows:
    """Return the rows of the timeline from the latest to the earliest, and then those of which no date is known."""
    index = rows.columns.index("date")
    latest = rows.rows[::-1]
    return Rows(rows.columns, [row for known in (True, False) for row in latest if (row[index] is not None) is known])


def _two(keys: Sequence[str]) -> tuple[str | None, str | None]:
    """Return the country and the other facet that an address has."""
    if len(keys) > 2:  # noqa: PLR2004  a country and another
        raise NotFoundError(_("there is no such page"))
    first, second = (*keys, None, None)[:2]
    return (None if first == EVERY else first), second
