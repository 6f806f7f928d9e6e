"""Reckons from the rows of claims what a load adds to them, a table a module."""

from ocdb.load.derived.search import search_entries
from ocdb.load.derived.totals import totals
from ocdb.load.rows import Rows


def derived(rows: Rows) -> Rows:
    """Return the rows of the derived tables (ocdb.schema.derived, but for the stamp)."""
    return {"total": list(totals(rows)), "search_entry": list(search_entries(rows))}
