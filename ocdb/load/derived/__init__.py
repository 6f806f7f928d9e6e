"""What a load adds to the rows of claims, derived from them, a table a module."""

from collections.abc import Iterable
from itertools import chain

from ocdb.load.derived.behind import Rowed
from ocdb.load.derived.conflicts import conflict_members
from ocdb.load.derived.delivery import deliveries
from ocdb.load.derived.facts import facts
from ocdb.load.derived.kin import operator_kin
from ocdb.load.derived.ledger import judge, ledger_rows
from ocdb.load.derived.losses import loss_totals
from ocdb.load.derived.on_record import country_read, on_record
from ocdb.load.derived.periods import site_periods
from ocdb.load.derived.promises import Reading
from ocdb.load.derived.search import search_entries
from ocdb.load.derived.states import state_rows, states
from ocdb.load.derived.timeline import timeline
from ocdb.load.derived.totals import totals
from ocdb.load.derived.whereabouts import at_site, involved, located, place_within
from ocdb.load.row import Rows


def derived(rows: Rows) -> Rows:
    """Return the rows of the derived tables (ocdb.schema.derived, but for the stamp, and ocdb.schema.facts)."""
    periods = site_periods(rows)
    rows = rows | {"operator_kin": list(operator_kin(rows))} | periods
    reading = Reading(rows)
    judged = judge(reading)
    return {
        "operator_kin": rows["operator_kin"],
        **_by_table(
            TOTALS,
            totals(judged, reading.kinship),
            deliveries(judged, reading.kinship, reading),
            loss_totals(rows),
        ),
        **ledger_rows(reading, judged),
        **periods,
        "conflict_member": list(conflict_members(rows)),
        "search_entry": list(search_entries(rows)),
        **prepared(rows),
    }


# The tables of totals, and of what stands behind them.
TOTALS = ("total", "delivery", "loss_total", "rests_on", "left_out", "denied")


def _by_table(tables: Iterable[str], *some: Iterable[Rowed]) -> Rows:
    """Return rows by the table that each comes with."""
    found: Rows = {name: [] for name in tables}
    for name, row in chain(*some):
        found[name].append(row)
    return found


def prepared(rows: Rows) -> Rows:
    """Return the rows that lists and filters ask (ocdb.schema.facts)."""
    latest = states(rows)
    who, where = list(involved(rows)), list(located(rows))
    return {
        "fact": list(facts(rows, latest)),
        "state": list(state_rows(rows, latest)),
        "timeline_entry": list(timeline(rows, latest)),
        "involved": who,
        "located": where,
        "at_site": list(at_site(rows)),
        "place_within": list(place_within(rows)),
        "on_record": list(on_record(rows, who, where)),
        "country_read": list(country_read(rows, where)),
    }
