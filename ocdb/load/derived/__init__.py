"""What a load adds to the rows of claims, derived from them, a table a module."""

from ocdb.load.derived.conflicts import conflict_members
from ocdb.load.derived.delivery import deliveries
from ocdb.load.derived.kin import operator_kin
from ocdb.load.derived.ledger import judge, ledger_rows
from ocdb.load.derived.losses import loss_totals
from ocdb.load.derived.periods import site_periods
from ocdb.load.derived.promises import Reading
from ocdb.load.derived.search import search_entries
from ocdb.load.derived.totals import totals
from ocdb.load.row import Rows


def derived(rows: Rows) -> Rows:
    """Return the rows of the derived tables (ocdb.schema.derived, but for the stamp)."""
    periods = site_periods(rows)
    rows = rows | {"operator_kin": list(operator_kin(rows))} | periods
    reading = Reading(rows)
    judged = judge(reading)
    return {
        "operator_kin": rows["operator_kin"],
        "total": list(totals(judged, reading.kinship)),
        "delivery": list(deliveries(judged, reading.kinship, set(reading.reports))),
        "loss_total": list(loss_totals(rows)),
        **ledger_rows(reading, judged),
        **periods,
        "conflict_member": list(conflict_members(rows)),
        "search_entry": list(search_entries(rows)),
    }
