"""What can be listed: the view behind each kind of record, its order, and the filters that fit it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ocdb.kinds import CLAIMS, STATES

# How a filter narrows a list of claims; {key} is the column that holds the claim, {} the wanted values.
CLAIM_FILTERS = {
    "country": "{key} IN (SELECT claim FROM v_claim_places WHERE country IN ({values}))",
    "place": "{key} IN (SELECT claim FROM v_claim_places"
    " WHERE place IN (SELECT place FROM v_place_within WHERE within IN ({values})))",
    "operator": "{key} IN (SELECT claim FROM v_claim_parties WHERE party IN ({values}))",
    "institution": "{key} IN (SELECT claim FROM v_claim_parties WHERE party IN ({values}))",
    "official": "{key} IN (SELECT claim FROM v_claim_parties WHERE party IN ({values}))",
    "source": "{key} IN (SELECT claim FROM v_citations WHERE source IN ({values}))",
    "publisher": "{key} IN (SELECT claim FROM v_citations WHERE publisher IN ({values}))",
    "site": "{key} IN (SELECT claim FROM v_claim_sites WHERE site IN ({values}))",
}
# The same for lists of those who occur in claims.
PARTY_FILTERS = {
    name: "id IN (SELECT party FROM v_claim_parties WHERE " + CLAIM_FILTERS[name].replace("{key}", "claim") + ")"
    for name in CLAIM_FILTERS
}
# The same for articles.
SOURCE_FILTERS = {
    name: "id IN (SELECT source FROM v_citations WHERE " + CLAIM_FILTERS[name].replace("{key}", "claim") + ")"
    for name in CLAIM_FILTERS
    if name not in ("source", "publisher")
} | {"source": "id IN ({values})", "publisher": "publisher IN ({values})"}

# What is due in a year is due by its end.
DUE = "pledge_due"
ORDERS = {kind.name: kind.order for kind in CLAIMS}
NAMED = ("country", "place", "operator", "institution", "official")


@dataclass(frozen=True)
class Listing:
    """How one kind of record is listed.

    Attributes:
        view: the view that is asked.
        order: the columns that the rows are sorted by.
        filters: the SQL condition of each filter that fits.
        dated: the date that --since and --until look at, or None.
        codes: the words of --kind, --category, --status and --sector; the name of a code list stands for its codes.
    """

    view: str
    order: tuple[str, ...]
    filters: Mapping[str, str]
    dated: str | None = None
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def _claims(*more: str, key: str = "id", **columns: str) -> dict[str, str]:
    """Return the filters of a list of claims, and those that compare a column."""
    found = {name: condition.replace("{key}", key) for name, condition in CLAIM_FILTERS.items()}
    return (
        found
        | {name: f"{name} IN ({{values}})" for name in more}
        | {name: f"{column} IN ({{values}})" for name, column in columns.items()}
    )


def _there(view: str, column: str) -> str:
    """Return the filter of parties by the country that they are of, or that a claim in which they occur is about."""
    # A union, not OR: for OR an engine goes through all parties.
    return PARTY_FILTERS["country"].removesuffix(")") + f" UNION SELECT id FROM {view} WHERE {column} IN ({{values}}))"


_PLACES = {
    "country": "country IN ({values})",
    "place": "id IN (SELECT place FROM v_place_within WHERE within IN ({values}))",
    "kind": "kind IN ({values})",
} | {
    name: "id IN (SELECT within FROM v_place_within WHERE place IN (SELECT place FROM v_claim_places WHERE "
    + CLAIM_FILTERS[name].replace("{key}", "claim")
    + "))"
    for name in ("operator", "institution", "official", "source", "publisher")
}


def _of_site(*columns: str) -> str:
    """Return columns of the site of a period, each asked for by itself: a server would read a joined view whole."""
    return ", ".join(f"(SELECT s.{name} FROM v_sites AS s WHERE s.id = p.site) AS {name}" for name in columns)


# What a promise or a report counts, of a row of the timeline: looked up for each, as there is no index of sectors.
_SECTOR = "COALESCE({})".format(
    ", ".join(f"(SELECT s.sector FROM {view} AS s WHERE s.id = claim)" for view in ("v_pledges", "v_reports"))
)

LISTINGS: dict[str, Listing] = {
    "operators": Listing(
        "v_operators",
        ("name",),
        PARTY_FILTERS
        | {
            "country": _there("v_operators", "home_country"),
            "operator": "id IN ({values})",
        },
        dated="founded",
    ),
    "institutions": Listing(
        "v_institutions",
        ("name",),
        PARTY_FILTERS
        | {
            "country": _there("v_institutions", "country"),
            "institution": "id IN ({values})",
            "kind": "kind IN ({values})",
        },
        codes={"kind": ("institution_kind",)},
    ),
    "officials": Listing(
        "v_officials",
        ("name",),
        PARTY_FILTERS | {"official": "id IN ({values})"},
    ),
    "places": Listing(
        "v_places",
        ("country_name", "name"),
        _PLACES,
        codes={"kind": ("place_kind",)},
    ),
    "sites": Listing(
        "v_sites",
        (*ORDERS["site"], "id"),
        _claims("status"),
        dated="opened",
        codes={"status": ("site_status",)},
    ),
    # Each site as it was on the day of `on`.
    "sites on a day": Listing(
        f"""(
            SELECT
                p.site AS id, p.name, p.status, p.operator, p.operator_name, p.operator_before,
                p.operator_after, p.country, p.country_name, p.place, p.place_name, p.first_day AS since,
                p.last_day AS until, p.last_evidence AS last_news, p.evidence, p.reason, p.reason_details,
                {_of_site("opened", "opened_from", "opened_to", "note", "note_fr")}
            FROM v_site_periods AS p
        ) AS periods""",
        ("country_name", "place_name", "operator_name", "id"),
        _claims("status")
        | {
            # A site between two operators is a site of either, as far as anybody knows.
            "operator": "(operator IN ({values}) OR operator_before IN ({values}) OR operator_after IN ({values}))",
            "on": "(since IS NULL OR since <= {values}) AND (until IS NULL OR until >= {values})",
        },
        dated="opened",
        codes={"status": ("site_status",)},
    ),
    "events": Listing(
        "v_events",
        (*ORDERS["event"], "id"),
        _claims("kind", "category", "status"),
        dated="date",
        codes={"kind": ("event_kind",), "category": ("event_category",), "status": ("event_status",)},
    ),
    "pledges": Listing(
        "v_pledges",
        (*ORDERS["pledge"], "id"),
        _claims("status", "sector", kind="measure"),
        dated="announced",
        codes={
            "kind": ("measure",),
            "status": ("standing", "superseded", "disputed", "cancelled"),
            "sector": ("sector",),
        },
    ),
    "losses": Listing(
        "v_losses",
        (*ORDERS["loss"], "id"),
        _claims("status", kind="cause"),
        dated="date",
        codes={"kind": ("loss_cause",), "status": ("event_status",)},
    ),
    "reports": Listing(
        "v_reports",
        (*ORDERS["report"], "id"),
        _claims("kind", "sector"),
        dated="as_of",
        codes={"kind": ("report_kind",), "sector": ("sector",)},
    ),
    "statistics": Listing(
        "v_statistics",
        (*ORDERS["statistic"], "id"),
        _claims(kind="measure"),
        dated="as_of",
        codes={"kind": ("statistic_measure",)},
    ),
    "investments": Listing(
        "v_investments",
        (*ORDERS["investment"], "id"),
        _claims("kind", "status"),
        dated="date",
        codes={"kind": ("investment_kind",), "status": ("event_status",)},
    ),
    "positions": Listing(
        "v_positions",
        (*ORDERS["position"], "id"),
        _claims(),
        dated="held",
    ),
    "successions": Listing(
        "v_successions",
        (*ORDERS["succession"], "id"),
        _claims("kind", "status"),
        dated="date",
        codes={"kind": ("succession_kind",), "status": ("succession_status",)},
    ),
    "ownerships": Listing(
        "v_ownerships",
        (*ORDERS["ownership"], "id"),
        _claims("status"),
        dated="held",
        codes={"status": ("succession_status",)},
    ),
    "developments": Listing(
        "v_developments",
        (*ORDERS["development"], "id"),
        _claims("status", kind="concerns_kind"),
        dated="date",
        codes={
            "kind": tuple(STATES),
            "status": tuple(dict.fromkeys(STATES.values())),
        },
    ),
    "verdicts": Listing(
        "v_verdicts",
        (*ORDERS["verdict"], "id"),
        _claims(status="outcome"),
        dated="as_of",
        codes={"status": ("outcome",)},
    ),
    "statements": Listing(
        "v_statements",
        (*ORDERS["statement"], "id"),
        _claims(kind="topic"),
        codes={"kind": ("topic",)},
    ),
    "claims": Listing(
        "v_claims",
        ("kind", "id"),
        _claims("kind"),
        codes={"kind": ("claim_kind",)},
    ),
    "sources": Listing(
        "v_sources",
        ("published_from", "id"),
        SOURCE_FILTERS,
        dated="published",
    ),
    "citations": Listing(
        "v_citations",
        ("source", "paragraph", "claim"),
        _claims(key="claim", kind="claim_kind")
        | {"source": "source IN ({values})", "publisher": "publisher IN ({values})"},
        dated="published",
        codes={"kind": ("claim_kind",)},
    ),
    "ledger": Listing(
        "v_ledger",
        ("due_from", "announced_from", "id"),
        _claims("basis", "sector", kind="measure"),
        dated="due",
        codes={"kind": ("measure",), "status": ("outcome",), "basis": ("basis",), "sector": ("sector",)},
    ),
    "conflicts": Listing(
        "v_conflicts",
        # The open ones first, and in a settled one what is preferred.
        ("settled", "conflict", "status", "published_from", "id"),
        _claims("kind"),
        codes={"kind": ("claim_kind",)},
    ),
    "timeline": Listing(
        "v_timeline",
        ("date_from", "date_to", "id"),
        _claims("kind", "category", "status", key="claim") | {"sector": f"{_SECTOR} IN ({{values}})"},
        dated="date",
        codes={
            "category": ("event_category",),
            "sector": ("sector",),
            "kind": (
                "event_kind",
                "pledge",
                "pledge_due",
                "loss",
                "loss_announced",
                "report",
                "investment",
                "succession",
                "site_opening",
                "site_closing",
                "development",
                "verdict",
            ),
            "status": ("event_status", "abandoned", "announced", "promised", "due", "reported"),
        },
    ),
}
# The dates that tell how long something lasted: of these an open end is no doubt.
LASTING = ("held",)
# What `ocdb list` takes; the others have commands of their own, or come with an option.
KINDS = tuple(kind for kind in LISTINGS if kind not in ("timeline", "ledger", "conflicts", "sites on a day"))
# The lists that the engine sorts; the others are sorted in Python.
ORDERED = (*(kind.plural for kind in CLAIMS), "claims")


def in_order(kind: str, where: str, limit: int | None, columns: Sequence[str] = ()) -> str:
    """Return the query of a list of ORDERED, by what a load prepared.

    Args:
        kind: of ORDERED.
        where: the condition of its rows; empty for all.
        limit: the most rows.
        columns: those that are wanted; all by default.
    """
    name = next((one.name for one in CLAIMS if one.plural == kind), "")
    wanted = ", ".join(f"found.{column}" for column in columns) or "found.*"
    found = f"(SELECT * FROM {LISTINGS[kind].view}{' WHERE ' if where else ''}{where}) AS found"
    if kind == "claims":
        order = " ORDER BY found.kind COLLATE BINARY, found.id COLLATE BINARY"
    elif where:  # what fits is found first, and then sorted
        order = " ORDER BY (SELECT v_order.sort_key FROM v_order WHERE v_order.id = found.id)"
    else:  # all are there: they are read in their order
        order = f" JOIN v_order ON v_order.id = found.id AND v_order.kind = '{name}' ORDER BY v_order.sort_key"
    return f"SELECT {wanted} FROM {found}{order}{'' if limit is None else f' LIMIT {int(limit)}'}"


# What tells the newest of a list from the others, where that isn't its date alone; of the timeline it is its order.
_NEWEST = {
    "timeline": f"CASE WHEN kind = '{DUE}' THEN date_to ELSE COALESCE(date_from, date_to) END DESC NULLS LAST, "
    "date_to DESC NULLS FIRST, id COLLATE BINARY DESC",
    "ledger": "COALESCE(announced_from, announced_to) DESC NULLS LAST, id COLLATE BINARY",
    "sites": "sources DESC, id COLLATE BINARY",
    "statements": "sources DESC, id COLLATE BINARY",
}


def newest_keys(kind: str, where: str, most: int) -> str:
    """Return the query of the keys of the newest rows of a list; of sites and statements those with the most articles.

    Args:
        kind: of LISTINGS.
        where: the condition of its rows; empty for all.
        most: how many are wanted.
    """
    dated = LISTINGS[kind].dated
    usual = f"COALESCE({dated}_from, {dated}_to) DESC NULLS LAST, id COLLATE BINARY" if dated else "id COLLATE BINARY"
    order = _NEWEST.get(kind, usual)
    return f"SELECT id FROM {LISTINGS[kind].view} WHERE {where or '1 = 1'} ORDER BY {order} LIMIT {int(most)}"
