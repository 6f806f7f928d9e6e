"""The dates of a record, as days."""

from ocdb.curation.entry import Entry
from ocdb.dates import Span, parse


def span(entry: Entry, name: str) -> Span | None:
    """Return a date of a record, None where it has none."""
    text = entry.record.value(name)
    return parse(text) if text else None


def overlap(one: Span, other: Span) -> bool:
    """Return whether two dates could mean the same day."""
    starts_in_time = not (one.first and other.last) or one.first <= other.last
    ends_in_time = not (one.last and other.first) or one.last >= other.first
    return starts_in_time and ends_in_time
