"""The claims of all kinds that fit some filters: those that lists of each kind would have."""

from collections.abc import Iterator
from dataclasses import replace

from ocdb.answers.filters import Filters, conditions_of, date_conditions, dated_within, with_kin
from ocdb.answers.listings import LASTING, LISTINGS
from ocdb.answers.lists import count_records
from ocdb.kinds import CLAIMS
from ocdb.store.reader.rows import Reader


def slugs_that_fit(reader: Reader, filters: Filters) -> Iterator[str]:
    """Yield the slugs of the claims that fit the filters, as they come; of a time those that are dated in it.

    Raises:
        NotFoundError: a filter names nothing that is there.
        UsageError: a filter doesn't fit claims, or a date is no date.
    """
    filters = with_kin(reader, filters)
    if not (filters.since or filters.until):
        conditions, parameters = conditions_of(reader, "claims", LISTINGS["claims"], filters)
        rows = reader.stream(f"SELECT id FROM v_claims WHERE {' AND '.join(conditions) or '1 = 1'}", parameters)
        yield from (slug for batch in rows.batches() for (slug,) in batch)
        return
    for kind in CLAIMS:
        if LISTINGS[kind.plural].dated:
            yield from _dated(reader, kind.plural, filters)


def _dated(reader: Reader, kind: str, filters: Filters) -> Iterator[str]:
    """Yield the slugs of the claims of a kind that fit, by the date that its list has."""
    listing = LISTINGS[kind]
    conditions, parameters = conditions_of(reader, kind, listing, filters)
    dated, days = date_conditions(listing, kind, filters)
    sql = f"SELECT id, {listing.dated} FROM {listing.view} WHERE {' AND '.join([*conditions, *dated])}"
    rows = reader.stream(sql, parameters | days)
    if filters.possible or listing.dated in LASTING:
        yield from (row[0] for batch in rows.batches() for row in batch)
    else:
        yield from (row[0] for row in dated_within(rows, str(listing.dated), days))


def undated(reader: Reader, filters: Filters) -> int:
    """Return how many claims fit all filters but those of time, and have no date that these could look at."""
    whenever = replace(filters, since=None, until=None, possible=False)
    count = 0
    for kind in CLAIMS:
        listing = LISTINGS[kind.plural]
        if not listing.dated:
            count += count_records(reader, kind.plural, whenever)
            continue
        conditions, parameters = conditions_of(reader, kind.plural, listing, whenever)
        where = " AND ".join([*conditions, f"{listing.dated} IS NULL"])
        count += reader.rows(f"SELECT count(*) FROM {listing.view} WHERE {where}", parameters).rows[0][0]
    return count
