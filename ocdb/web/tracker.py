"""The promise tracker: what became of all promises, and the addresses that narrow it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ocdb.answers.answer import Record
from ocdb.answers.filters import Filters, codes
from ocdb.answers.ledger import answer as ledger
from ocdb.answers.ledger import ledger as ledger_rows
from ocdb.answers.listings import LISTINGS
from ocdb.answers.wording import Wording
from ocdb.errors import NotFoundError
from ocdb.store.reader.rows import Reader
from ocdb.web.facets import Choice, Facet, narrowed, on_record, where
from ocdb.web.figures import by_year, yearly
from ocdb.web.page import Page
from ocdb.web.paging import in_place, list_page, narrowing, paged, titled
from ocdb.words.language import _, pgettext

OVERDUE = "overdue"


def tracker(reader: Reader, rest: Sequence[str], _query: object) -> Page:
    """Return the promise tracker: what became of all promises, of those in a place, with a verdict or of a sector."""
    keys, at = paged(rest)
    country, other = narrowing(keys)
    there = in_place(reader, country)
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
    found = list_page(reader, "pledges", keys, at, whole, title, facets, intro=whole.title)
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
