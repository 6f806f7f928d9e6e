"""Closures, dismissals and suspensions by year and country: events on record, and how many figures of losses."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from ocdb.answers.answer import Cell, Column, Record, Section
from ocdb.answers.columns import count, country
from ocdb.answers.names import covered
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader, Rows
from ocdb.text import fold
from ocdb.words.language import _

# The events that end or stop work, and figures of jobs lost that stand and are no parts of others.
KINDS, LOSSES = ("closure", "dismissal", "suspension"), "losses"
_HAPPENED = """
    SELECT DISTINCT e.id, e.kind AS kind, e.date_from AS first, e.date_to AS last, p.country AS country
    FROM v_events AS e
    JOIN v_claim_places AS p ON p.claim = e.id
    WHERE e.category = 'loss' AND e.status = 'happened'
    UNION ALL
    SELECT id, 'losses', date_from, date_to, country FROM v_losses
    WHERE status = 'happened' AND standing = 'standing' AND part_of IS NULL
"""


def by_year_and_country(reader: Reader, countries: Sequence[str] = ()) -> Section:
    """Return how many there were of each in a year and country, the latest first; what has no one year comes last.

    Args:
        reader: the database.
        countries: only these, and all that lies in those that are areas.
    """
    inside, wording = {*covered(reader, countries)}, Wording(reader)
    found: dict[tuple[str, str], Counter[str]] = {}
    for record in reader.rows(_HAPPENED).records():
        if (not inside or record["country"] in inside) and not wording.is_set_aside(record["id"]):
            found.setdefault((_year(record), record["country"] or ""), Counter())[record["kind"]] += 1
    order = sorted(found, key=lambda key: fold(wording.country(key[1])))
    order.sort(key=lambda key: key[0], reverse=True)
    rows = [_row(year, key, found[year, key]) for year, key in order]
    title = _("Closures, dismissals and suspensions by year and country")
    note = _(
        "How many there were, not how many jobs. A figure of jobs lost may be of an event that is counted beside it."
        " Plans aren’t counted, nor is what nobody read."
    )
    return Section("closures", title, Rows(("year", "country", *KINDS, LOSSES), rows), (*_columns(),), notes=(note,))


def _row(year: str, key: str, counts: Counter[str]) -> tuple[Any, ...]:
    return (year or None, key or None, *(counts[kind] for kind in (*KINDS, LOSSES)))


def _year(record: Record) -> str:
    """Return the year that a date lies in; nothing where it isn't known, or may be in one of several."""
    first, last = (record[name] or "" for name in ("first", "last"))
    return first[:4] if first[:4] == last[:4] else ""


def _columns() -> Iterable[Column]:
    def year(record: Record, _wording: Wording) -> Cell:
        return Cell(record["year"]) if record["year"] else Cell(_("year not known"), "silent")

    return (
        Column("year", _("Year"), year), country(), count(_("Closures"), "closure", zero=False),
        count(_("Dismissals"), "dismissal", zero=False), count(_("Suspensions"), "suspension", zero=False),
        count(_("Figures of jobs lost"), LOSSES, zero=False),
    )  # fmt: skip
