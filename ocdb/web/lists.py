"""Pages that list: the promise tracker and the timeline with their facets, and a list of each noun.

A facet is an address of its own, by country or area and then by what became of a promise, by what it or an entry is
about, so that it works without scripts, as a link to share, and as a file.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ocdb.answers.answer import Answer, Record, Section
from ocdb.answers.filters import Filters, codes, conditions_of
from ocdb.answers.ledger import answer as ledger
from ocdb.answers.ledger import ledger as ledger_rows
from ocdb.answers.listings import LISTINGS, ORDERED
from ocdb.answers.lists import Listed, answered, list_records
from ocdb.answers.names import meant
from ocdb.answers.tables import columns
from ocdb.answers.wording import Wording
from ocdb.errors import NotFoundError
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows
from ocdb.text import fold
from ocdb.web.facets import EVERY, Choice, Facet, narrowed, on_record, where
from ocdb.web.figures import by_year, yearly
from ocdb.web.linking import Links
from ocdb.web.page import Page, page_name
from ocdb.web.tables import CITED, References, Table, keys_of, table
from ocdb.words.language import _, pgettext

# The lists that have a page each, in the order of the footer.
PLAIN = ("operators", "institutions", "officials", "places", "sites", "events", "reports", "sources")
# So many rows stand on a page; the page after it is an address of its own.
SIZE = 200
OVERDUE, PAGE = "overdue", "page"


def tracker(reader: Reader, rest: Sequence[str], _query: object) -> Page:
    """Return the promise tracker: what became of all promises, of those in a place, with a verdict or of a sector."""
    keys, at = _paged(rest)
    country, other = _two(keys)
    there = _in_country(reader, country)
    filters, judged = in_ledger(reader, there, other)
    whole = ledger(reader, filters, **judged)
    every = (ledger_rows(reader, there) if other else whole.sections[0]).rows.records()
    facets = [
        *_places(reader, country, other, filters),
        (_("Verdict"), _verdicts(reader, country, other, every)),
        (_("Sector (no employer named)"), _sectors(reader, country, other, every)),
    ]
    which = _("overdue") if other == OVERDUE else whole.wording.label(other, "outcome", "sector")
    title = ", ".join(filter(None, [titled(reader, "pledges", country), which]))
    found = _page(reader, "pledges", keys, at, whole, title, facets, intro=whole.title)
    if other or at > 1:  # the chart is of all promises
        return found
    return found.showing(figure=by_year(reader, country), chart=yearly(country))


def _places(reader: Reader, country: str | None, other: str | None, filters: Filters) -> list[Facet]:
    """Return the facets of place: with a sector those of which it has promises, with a verdict those that have any."""
    if not filters.sector:
        return where(reader, "pledges", country, on_record(reader, "pledges"), other, numbered=not other)
    everywhere = ledger_rows(reader, replace(filters, country=())).rows.records()
    return where(reader, "pledges", country, Counter(line["country"] for line in everywhere), other, numbered=True)


def _verdicts(reader: Reader, country: str | None, chosen: str | None, every: Sequence[Record]) -> list[Choice]:
    """Return the verdicts that some promises have, all, and what is overdue."""
    counts = Counter(line["verdict"] for line in every)
    overdue = Choice(_("overdue"), narrowed("pledges", country, OVERDUE), None, chosen == OVERDUE)
    return [*_codes(reader, country, chosen, counts, len(every), "status", "outcome"), overdue]


def _sectors(reader: Reader, country: str | None, chosen: str | None, every: Sequence[Record]) -> list[Choice]:
    """Return the sectors that some promises name, and all promises."""
    counts = Counter(line["sector"] for line in every if line["sector"])
    return _codes(reader, country, chosen, counts, None, "sector", "sector")


def _codes(
    reader: Reader, country: str | None, chosen: str | None, counts: Mapping[str, int], total: int | None,
    name: str, listed: str,
) -> list[Choice]:  # fmt: skip
    """Return the codes of a filter of the ledger that some promises have, in the order of their list, and all."""
    wording = Wording(reader)
    known = [texts[0] for texts in codes(reader, LISTINGS["ledger"], name)]
    return [
        Choice(pgettext("choice", "all"), narrowed("pledges", country), total, not chosen),
        *(
            Choice(wording.label(one, listed), narrowed("pledges", country, one), counts.get(one, 0), one == chosen)
            for one in known
            if one in counts or one == chosen
        ),
    ]


def in_ledger(reader: Reader, filters: Filters, other: str | None = None) -> tuple[Filters, dict[str, Any]]:
    """Return filters that narrow the ledger to a sector, and what narrows it to a verdict, whichever an address names.

    Raises:
        NotFoundError: it names neither.
    """
    if not other:
        return filters, {}
    if other == OVERDUE:
        return filters, {"overdue": True}
    verdicts, sectors = (
        {texts[0] for texts in codes(reader, LISTINGS["ledger"], name)} for name in ("status", "sector")
    )
    if other in verdicts:
        return filters, {"verdicts": [other]}
    if other in sectors:
        return replace(filters, sector=[other]), {}
    raise NotFoundError(_("there is no such page"))


def timeline(reader: Reader, rest: Sequence[str], _query: object) -> Page:
    """Return the timeline, the newest first: of everywhere or of a country, of everything, a category or a year."""
    keys, at = _paged(rest)
    country, other = _two(keys)
    known = codes(reader, LISTINGS["timeline"], "category")
    when = years_of(reader, country)
    year = other if other in when else None
    category = other if other and not year else None
    if category and category not in {texts[0] for texts in known}:
        raise NotFoundError(_("there is no such page"))
    filters = in_timeline(_in_country(reader, country), other)
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
    return _page(
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


def titled(reader: Reader, name: str, country: str | None) -> str:
    """Return what a page is called, with the country that it is limited to, or the area and how many lie in that."""
    return f"{page_name(name)} – {meant(Wording(reader), 'country', country)}" if country else page_name(name)


def _newest_first(rows: Rows) -> Rows:
    """Return the rows of the timeline from the latest to the earliest, and then those of which no date is known."""
    index = rows.columns.index("date")
    latest = rows.rows[::-1]
    return Rows(rows.columns, [row for known in (True, False) for row in latest if (row[index] is not None) is known])


def plain(kind: str) -> Callable[[Reader, Sequence[str], object], Page]:
    """Return what makes the page of a list: of all records of a kind, or of those of a country."""

    def made(reader: Reader, rest: Sequence[str], _query: object) -> Page:
        keys, at = _paged(rest)
        if len(keys) > 1:
            raise NotFoundError(_("there is no such page"))
        country = keys[0] if keys else None
        filters = _in_country(reader, country)
        listed = list_records(reader, kind, filters, limit=at * SIZE if kind in ORDERED else None)
        whole = answered(reader, replace(listed, told=()), filters)
        facets = where(reader, kind, country, on_record(reader, "sources"))
        title = titled(reader, kind, country)
        return _page(reader, kind, keys, at, whole, title, facets, intro=whole.title, total=listed.total)

    return made


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


def _page(
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


def _paged(rest: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """Return what narrows a list, and which page of it is asked for."""
    if len(rest) >= 2 and rest[-2] == PAGE:  # noqa: PLR2004  a word and a number
        if not (rest[-1].isascii() and rest[-1].isdigit()) or not 1 < int(rest[-1][:6]) < 10**5:
            raise NotFoundError(_("there is no such page"))
        return tuple(rest[:-2]), int(rest[-1])
    return tuple(rest), 1


def _two(keys: Sequence[str]) -> tuple[str | None, str | None]:
    """Return the country and the other facet that an address has."""
    if len(keys) > 2:  # noqa: PLR2004  a country and another
        raise NotFoundError(_("there is no such page"))
    first, second = (*keys, None, None)[:2]
    return (None if first == EVERY else first), second


def _in_country(reader: Reader, country: str | None) -> Filters:
    if country is None:
        return Filters()
    if not reader.rows("SELECT 1 FROM v_countries WHERE id = :key", {"key": country}).rows:
        raise NotFoundError(_("there is no such page"))
    return Filters(country=[country])


def latest(
    reader: Reader, kind: str, filters: Filters, most: int, *, newest: Callable[[Record], Any],
    without: tuple[str, ...] = (),
) -> Table | None:  # fmt: skip
    """Return the newest rows of a list as a table."""
    listed = list_records(reader, kind, filters)
    rows = sorted(listed.rows.records(), key=newest, reverse=True)[:most]
    part = Listed(kind, Rows(listed.rows.columns, [tuple(row.values()) for row in rows]))
    return shown(reader, part, without)


def shown(reader: Reader, listed: Listed, without: tuple[str, ...] = ()) -> Table | None:
    """Return a list as a narrow table without numbers of articles, or what is on every line of it."""
    section = Section(listed.kind, "", listed.rows, columns(listed.kind, without))
    links = Links()
    links.learn(reader, [section])
    return table(section, Wording(reader), links, narrow=True)
