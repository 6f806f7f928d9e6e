"""Sites as they were on a day, and those that no source shows by then."""

from collections.abc import Sequence
from dataclasses import replace

from ocdb.answers.answer import Answer
from ocdb.answers.filters import Filters, with_kin
from ocdb.answers.lists import answered, list_records
from ocdb.dates import day_span
from ocdb.store.reader.rows import Reader
from ocdb.words.dates import in_words
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext

LISTING = "sites on a day"


def sites_on(
    reader: Reader,
    filters: Filters,
    *,
    sort: Sequence[str] = (),
    limit: int | None = None,
    columns: Sequence[str] = (),
) -> Answer:
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
    notes = _notes(
        filters.on[0],
        last,
        uncertain=first != last,
        unsure=unsure.count((None,)) if filters.operator else 0,
        absent=len({*fitting} - {*there}),
    )
    answer = answered(reader, listed, asked, as_asked=bool(columns))
    return replace(answer, notes=(*notes, *answer.notes))


def _notes(asked: str, day: str, *, uncertain: bool, unsure: int, absent: int) -> list[str]:
    """Return what is to be known of sites on a day.

    Args:
        asked: the date as it was given.
        day: the day, in ISO 8601; of a date with several days the last.
        uncertain: whether the date has several days.
        unsure: how many of the sites have no operator on that day, but one that was asked for before or after it.
        absent: how many sites fit the other filters and are shown by no source on that day.
    """
    notes = [_("{date}: shown as of its last day, {day}").format(date=asked, day=in_words(day))] if uncertain else []
    if unsure:
        text = ngettext(
            "{count} of these: the operator on {day} isn't known, only the one before or after",
            "{count} of these: the operator on {day} isn't known, only the one before or after",
            unsure,
        )
        notes.append(text.format(count=number(unsure), day=in_words(day)))
    if absent:
        text = ngettext(
            "{count} more that no source shows by that day; drop --on to see it",
            "{count} more that no source shows by that day; drop --on to see them",
            absent,
        )
        notes.append(text.format(count=number(absent)))
    return notes
