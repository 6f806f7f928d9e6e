"""Sites as they were on a day, and those that no source shows by then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ocdb.answers.lists import Filters, Listed, list_records, with_kin
from ocdb.dates import day_span
from ocdb.store.reader.rows import Reader

LISTING = "sites on a day"


@dataclass(frozen=True)
class OnDay:
    """The sites on a day.

    Attributes:
        day: the day, in ISO 8601; of a date with several days the last.
        uncertain: whether it was asked for by such a date.
        listed: the sites with their state on that day.
        unsure: how many of the listed have no operator on that day, but one that was asked for before or after it.
        absent: how many sites fit the other filters and are shown by no source on that day.
    """

    day: str
    uncertain: bool
    listed: Listed
    unsure: int
    absent: int


def sites_on(
    reader: Reader,
    filters: Filters,
    *,
    sort: Sequence[str] = (),
    limit: int | None = None,
    columns: Sequence[str] = (),
) -> OnDay:
    """Return the sites that are there on the day ``filters.on``, each with state, operator and evidence on that day.

    The filters of operator and status are about that day, the others about the site. Where no source tells who ran a
    site on that day, it is there for the operator before and for the one after it.

    Raises:
        NotFoundError: a filter names nothing that is there.
        UsageError: a filter or a column doesn't fit, or a date is no date.
    """
    first, last = day_span(filters.on[0], "on")
    asked = with_kin(reader, filters)
    listed = list_records(reader, LISTING, asked, sort=sort, limit=limit, columns=columns)
    unsure = list_records(reader, LISTING, asked, sort=sort, limit=limit, columns=["operator"]).rows.rows
    there = list_records(reader, LISTING, replace(filters, operator=(), status=()), columns=["id"]).rows.rows
    fitting = list_records(reader, "sites", replace(asked, on=(), status=()), columns=["id"]).rows.rows
    return OnDay(
        last,
        first != last,
        listed,
        unsure.count((None,)) if filters.operator else 0,
        len({*fitting} - {*there}),
    )
