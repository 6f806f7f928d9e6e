"""What is exported: the views that are of use outside, with their keys and what they refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ocdb.kinds import CLAIMS

# Which table has the rest of a row of one that holds several kinds, by the kind.
KINDS: Mapping[str, Mapping[str, str]] = {
    "claims": {kind.name: kind.plural for kind in CLAIMS},
    "parties": {"operator": "operators", "institution": "institutions", "official": "officials"},
}


@dataclass(frozen=True, eq=False)
class Table:
    """A table of an export; its key is ``id``.

    Attributes:
        name: what files, sheets and tables are called.
        references: for each column that is a foreign key, the table that it refers to.
        by: the column by which a filtered export chooses its rows.
        of: the tables whose kept keys that column is looked up in; by default its own.
        follows: columns with a claim; where that claim is kept, the row is kept as well.
        whole: whether a filtered export has all its rows: the lists and registers that say what others mean.
        scoped: whether its rows are about a scope: a filtered export has those of the scopes that the filters name.
    """

    name: str
    references: Mapping[str, str] = field(default_factory=dict)
    by: str = "id"
    of: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    whole: bool = False
    scoped: bool = False

    @property
    def view(self) -> str:
        """Return the view that its rows are read from."""
        return f"v_{self.name}"

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Return the tables whose kept keys choose its rows."""
        return self.of or (self.name,)

    @property
    def order(self) -> str:
        """Return the ORDER BY that gives the same order on any engine."""
        return ", ".join(f"{column} COLLATE BINARY" for column in dict.fromkeys((self.by, "id")))


def _claims(name: str, follows: tuple[str, ...] = (), /, **references: str) -> Table:
    return Table(name, {"id": "claims", **references}, follows=follows)


_WHERE = {"country": "countries", "place": "places"}
_AT_SITE = {**_WHERE, "site": "sites"}

# In the order of a workbook's sheets: the claims of each kind, the evidence, what is derived, the registers, the lists.
TABLES = (
    _claims("sites", operator="operators", first_operator="operators", **_WHERE),
    _claims("events", site="sites", part_of="events"),
    _claims("pledges", event="events", **_AT_SITE),
    _claims("reports", **_AT_SITE),
    _claims("losses", event="events", **_AT_SITE),
    _claims("investments", event="events", currency="currencies", **_AT_SITE),
    _claims("statistics", event="events", currency="currencies", **_AT_SITE),
    _claims("positions", official="officials", organisation="parties"),
    _claims("successions", predecessor="operators", successor="operators"),
    _claims("ownerships", owned="operators", owner="parties"),
    _claims("developments", ("concerns",), concerns="claims", operator="operators"),
    _claims("verdicts", ("pledge",), pledge="pledges"),
    _claims("statements", **_WHERE),
    Table("claims"),
    Table("citations", {"claim": "claims", "source": "sources"}, by="claim", of=("claims",)),
    Table("sources"),
    Table("links", {"claim": "claims", "other": "claims"}, by="claim", of=("claims",)),
    Table("claim_parties", {"claim": "claims", "party": "parties"}, by="claim", of=("claims",)),
    Table("claim_places", {"claim": "claims", **_WHERE}, by="claim", of=("claims",)),
    Table("claim_sites", {"claim": "claims", "site": "sites"}, by="claim", of=("claims",)),
    Table("conflicts", {"id": "claims", "conflict": "claims"}, of=("claims",)),
    Table("ledger", {"id": "pledges", **_AT_SITE}, of=("pledges",)),
    Table("ledger_evidence", {"pledge": "pledges", "claim": "claims"}, by="pledge", of=("pledges",)),
    Table(
        "site_periods",
        {"site": "sites", **dict.fromkeys(("operator", "operator_before", "operator_after"), "operators"), **_WHERE},
        by="site",
        of=("sites",),
    ),
    Table("timeline", {"claim": "claims"}, by="claim", of=("claims",)),
    Table("totals", scoped=True),
    Table("loss_totals", scoped=True),
    Table("delivery", scoped=True),
    Table("operators", {"id": "parties", "home_country": "countries"}),
    Table("institutions", {"id": "parties", **_WHERE}),
    Table("officials", {"id": "parties", "organisation": "parties"}),
    Table("parties"),
    Table("names", by="entity", of=("parties", "places", "countries")),
    Table("identifiers", {"party": "parties"}, by="party", of=("parties",)),
    Table("places", {"country": "countries", "parent": "places"}),
    Table("publishers", {"country": "countries"}, whole=True),
    Table("searches", whole=True),
    Table("searched_for", {"pledge": "pledges", "search": "searches"}, by="pledge", of=("pledges",)),
    Table("coverage", {"country": "countries"}, whole=True),
    Table("coverage_years", {"country": "countries"}, whole=True),
    Table("judgements", whole=True),
    Table("retired", whole=True),
    Table("countries", whole=True),
    Table("country_within", {"country": "countries", "within": "countries"}, whole=True),
    Table("currencies", whole=True),
    Table("codes", whole=True),
)
NAMED = {table.name: table for table in TABLES}
# Views that aren't exported: they hold nothing that the tables don't, and make questions quick.
LEFT_OUT = (
    "v_delivery_over_time", "v_denied", "v_left_out", "v_on_record", "v_operator_kin", "v_order", "v_place_within",
    "v_rests_on", "v_said_by", "v_search", "v_site_period_reasons", "v_stamp", "v_states", "v_support",
)  # fmt: skip
