"""What a load adds to the rows of claims, derived from them, a table a module."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from ocdb.load.derived.behind import Rowed
from ocdb.load.derived.conflicts import conflict_members
from ocdb.load.derived.delivery import deliveries
from ocdb.load.derived.facts import facts
from ocdb.load.derived.kin import operator_kin
from ocdb.load.derived.ledger import Judged, judge, ledger_evidence, ledger_lines
from ocdb.load.derived.losses import loss_totals, losses
from ocdb.load.derived.on_record import COUNTED, country_read, on_record
from ocdb.load.derived.periods import site_periods
from ocdb.load.derived.promises import Reading
from ocdb.load.derived.search import search_entries
from ocdb.load.derived.states import State, state_rows, states
from ocdb.load.derived.timeline import timeline
from ocdb.load.derived.totals import totals
from ocdb.load.derived.whereabouts import areas_of, at_site, involved, located, place_within
from ocdb.load.row import Row, Rows


class Derivation:
    """The derived tables of some rows, each made when it is asked for, and kept by whoever asks.

    Args:
        rows: the tables of what curators wrote.
    """

    def __init__(self, rows: Rows) -> None:
        self.wrote = rows

    def table(self, name: str) -> Iterable[Row]:
        """Return the rows of a derived table; the stamp isn't one of them."""
        return _MAKERS[name](self)

    @cached_property
    def rows(self) -> Rows:
        """Return the rows that all others are derived from: with kinship and periods of sites."""
        periods = site_periods(self.wrote)
        return self.wrote | {"operator_kin": list(operator_kin(self.wrote))} | periods

    @cached_property
    def reading(self) -> Reading:
        """Return the rows as the rules of promises take them."""
        return Reading(self.rows)

    @cached_property
    def judged(self) -> Judged:
        """Return what became of each pledge."""
        return judge(self.reading)

    @cached_property
    def promised(self) -> Rows:
        """Return the totals of promises and their rates, with what stands behind them."""
        judged, kinship, areas = self.judged, self.reading.kinship, areas_of(self.wrote)
        return _by_table(totals(judged, kinship, areas), deliveries(judged, kinship, self.reading, areas))

    @cached_property
    def lost(self) -> Rows:
        """Return the totals of losses, with what stands behind them."""
        return _by_table(loss_totals(self.wrote))

    @cached_property
    def counted(self) -> Rows:
        """Return how much is on record, and how much was read."""
        found = on_record(self.wrote, self.involved, self.located)
        return {"on_record": list(found), "country_read": list(country_read(self.wrote, self.located))}

    def into_promised(self) -> object:
        """Return what goes into `promised`: where that is the same, so is this."""
        sources = {key: {*sources} for key, sources in self.reading.sources.items()}
        return self.judged.lines, {one.id: one for one in self.judged.pledges}, sources

    def into_lost(self) -> object:
        """Return what goes into `lost`, in the same way."""
        return {one.id: one for one in losses(self.wrote, self.reading.kinship)}

    def into_counted(self) -> object:
        """Return what goes into `counted`, in the same way."""
        tables = self.wrote | {"involved": self.involved, "located": self.located}
        return {
            name: {tuple(row[column] for column in columns) for row in tables.get(name, ())}
            for name, columns in COUNTED.items()
        }

    @cached_property
    def latest(self) -> dict[str, State]:
        """Return the latest states of claims."""
        return states(self.wrote)

    @cached_property
    def located(self) -> list[Row]:
        """Return where each claim is about."""
        return list(located(self.wrote))

    @cached_property
    def involved(self) -> list[Row]:
        """Return whom each claim is about."""
        return list(involved(self.wrote))


_MAKERS: dict[str, Callable[[Derivation], Iterable[Row]]] = {
    "operator_kin": lambda of: of.rows["operator_kin"],
    "site_period": lambda of: of.rows["site_period"],
    "site_period_reason": lambda of: of.rows["site_period_reason"],
    "total": lambda of: of.promised["total"],
    "delivery": lambda of: of.promised["delivery"],
    "ledger": lambda of: ledger_lines(of.reading, of.judged),
    "ledger_evidence": lambda of: ledger_evidence(of.judged),
    "loss_total": lambda of: of.lost["loss_total"],
    "rests_on": lambda of: of.promised["rests_on"] + of.lost["rests_on"],
    "left_out": lambda of: of.promised["left_out"] + of.lost["left_out"],
    "denied": lambda of: of.promised["denied"] + of.lost["denied"],
    "conflict_member": lambda of: conflict_members(of.wrote),
    "search_entry": lambda of: search_entries(of.wrote),
    "fact": lambda of: facts(of.wrote, of.latest),
    "state": lambda of: state_rows(of.wrote, of.latest),
    "timeline_entry": lambda of: timeline(of.wrote, of.latest),
    "involved": lambda of: of.involved,
    "located": lambda of: of.located,
    "at_site": lambda of: at_site(of.wrote),
    "place_within": lambda of: place_within(of.wrote),
    "on_record": lambda of: of.counted["on_record"],
    "country_read": lambda of: of.counted["country_read"],
}
# Those that lists and filters ask (ocdb.schema.facts).
PREPARED = (
    "fact", "state", "timeline_entry", "involved", "located", "at_site", "place_within", "on_record", "country_read",
)  # fmt: skip
# Those that have kinship, periods and judgements in common, and all others.
FROM_PROMISES = (
    "operator_kin", "site_period", "site_period_reason", "total", "delivery", "loss_total", "rests_on", "left_out",
    "denied", "ledger", "ledger_evidence",
)  # fmt: skip
OTHERS = tuple(name for name in _MAKERS if name not in FROM_PROMISES)
# Those whose rows are each of one claim, by the column that has its slug. A row follows from what hangs together with
# the claim (ocdb.load.concerned).
OF_CLAIMS = {
    "fact": "claim_id", "state": "claim_id", "timeline_entry": "claim_id", "involved": "claim_id",
    "located": "claim_id", "at_site": "claim_id", "conflict_member": "claim_id", "ledger": "pledge_id",
    "ledger_evidence": "pledge_id", "site_period": "site_id", "site_period_reason": "site_id",
}  # fmt: skip


@dataclass(frozen=True)
class Sum:
    """Tables that add up all claims.

    Attributes:
        tables: the tables.
        kinds: what of BEHIND goes with them.
        into: returns what goes into them.
        made: returns their rows, and those of BEHIND.
    """

    tables: tuple[str, ...]
    kinds: tuple[str, ...]
    into: Callable[[Derivation], object]
    made: Callable[[Derivation], Rows]


SUMS = (
    Sum(("total", "delivery"), ("pledge", "delivery"), Derivation.into_promised, lambda of: of.promised),
    Sum(("loss_total",), ("loss",), Derivation.into_lost, lambda of: of.lost),
    Sum(("on_record", "country_read"), (), Derivation.into_counted, lambda of: of.counted),
)


def derived(rows: Rows) -> Rows:
    """Return the rows of the derived tables (ocdb.schema.derived, but for the stamp, and ocdb.schema.facts)."""
    made = Derivation(rows)
    return {name: list(made.table(name)) for name in _MAKERS}


# The tables of totals, and of what stands behind them.
BEHIND = ("rests_on", "left_out", "denied")
TOTALS = ("total", "delivery", "loss_total", *BEHIND)


def _by_table(*some: Iterable[Rowed]) -> Rows:
    """Return rows by the table that each comes with."""
    found: Rows = {name: [] for name in TOTALS}
    for name, row in chain(*some):
        found[name].append(row)
    return found


def prepared(rows: Rows) -> Rows:
    """Return the rows that lists and filters ask (ocdb.schema.facts)."""
    made = Derivation(rows)
    return {name: list(made.table(name)) for name in PREPARED}
