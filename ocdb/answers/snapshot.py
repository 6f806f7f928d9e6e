"""What of a database is compared with another: which views, which of their rows and columns, and who owns a row.

What follows from other rows isn't compared: counts, names of things that a slug names, first and last days, statuses.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from ocdb.errors import DatabaseError
from ocdb.store.reader.rows import Reader

Record = dict[str, Any]

# Beside the name that a slug stands for, and the days of a date: both follow from the column of the same beginning.
FOLLOWING = ("_name", "_from", "_to")


@dataclass(frozen=True)
class Compared:
    """How the rows of a kind are compared.

    Attributes:
        left_out: columns that follow from other rows, or from other columns of the row.
        families: what a record of this kind is an owner as; without them it is no record but a part of one.
        owners: the owners of a part, as family and key; without them the rows stand for themselves.
        where: which rows of the view are compared.
    """

    left_out: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    owners: Callable[[Record], list[str]] | None = None
    where: str = "1 = 1"


def _of_claim(*columns: str) -> Callable[[Record], list[str]]:
    return lambda row: [f"claim:{row[column]}" for column in columns]


def _claim(*left_out: str) -> Compared:
    return Compared(("sources", "voices", *left_out), ("claim",))


_FIGURE = ("low", "high", "bound")  # the figure tells them
_INVOLVED = ("operator", "institution", "official")  # rows of claim_parties
_LINKED = ("part_of", "revises", "conflicts_with")  # rows of links
# what a pledge adds to a total, from its figure, its baseline and the other pledges
_WORKED_OUT = (
    "line",
    "adds_low",
    "adds_high",
    "counts",
    "baseline_low",
    "baseline_high",
    "baseline_bound",
    "made_from",
    "made_to",
)
_OWN_ROLES = (
    "'said_by', 'official', 'organisation', 'predecessor', 'successor', 'owned', 'owner'"  # columns of the claim
)

KINDS: dict[str, Compared] = {
    "operators": Compared(("other_names", "sites", "pledges", "sources"), ("operator", "party")),
    "institutions": Compared(("other_names", "sources"), ("institution", "party")),
    "officials": Compared(
        ("other_names", "positions", "positions_fr", "organisation", "organisation_name", "sources"),
        ("official", "party"),
    ),
    "places": Compared(("other_names", "sites", "sources"), ("place",)),
    "sources": Compared(("voice", "claims"), ("source",)),
    "sites": _claim("first_status", "first_operator", "first_opened", "first_closed"),
    "events": _claim(
        "category", "first_status", "first_date", *_INVOLVED, "country", "place", "from_place", "to_place", *_LINKED
    ),
    "pledges": _claim(*_FIGURE, *_WORKED_OUT, "status", "outcome", "denied", *_INVOLVED, *_LINKED),
    "losses": _claim(*_FIGURE, "standing", "denied", "first_status", "first_date", *_INVOLVED, *_LINKED),
    "reports": _claim(*_FIGURE, *_INVOLVED, *_LINKED),
    "statistics": _claim(*_FIGURE, *_INVOLVED, *_LINKED),
    "investments": _claim("amount_low", "amount_high", "bound", "first_status", "first_date", *_INVOLVED, *_LINKED),
    "positions": _claim(),
    "successions": _claim("first_status", "first_date"),
    "statements": _claim(*_INVOLVED, *_LINKED),
    "verdicts": _claim(),
    "ownerships": _claim(),
    "developments": _claim("concerns_kind"),
    "names": Compared(("folded",), owners=lambda row: [f"{row['kind']}:{row['entity']}"]),
    "identifiers": Compared(("party_kind",), owners=lambda row: [f"party:{row['party']}"]),
    "claim_parties": Compared(
        ("claim_kind", "party_kind"),
        owners=_of_claim("claim"),
        where=f"role NOT IN ({_OWN_ROLES}) AND NOT (claim_kind IN ('site', 'development') AND role = 'operator')",
    ),
    "claim_places": Compared(("claim_kind",), owners=_of_claim("claim"), where="claim_kind = 'event'"),
    "citations": Compared(
        ("claim_kind", "summary", "summary_fr", "publisher", "title", "published"), owners=_of_claim("claim")
    ),
    # A conflict stands there in both directions.
    "links": Compared(owners=_of_claim("claim", "other"), where="kind <> 'conflicts_with' OR claim < other"),
    "judgements": Compared(),
    "coverage": Compared(),
    "searches": Compared(("used", "pledges")),
    "searched_for": Compared(("searched", "searched_from", "searched_to", "words", "outlet", "hits", "used")),
    "publishers": Compared(("sources",)),
    "countries": Compared(("sites", "pledges", "sources"), ("country",)),
    "currencies": Compared(),
    "codes": Compared(),
    "retired": Compared(owners=lambda row: [f"retired:{row['id']}"]),
}
RECORDS = tuple(kind for kind, how in KINDS.items() if how.families)


@dataclass(frozen=True)
class Snapshot:
    """The compared rows of a database: by kind the columns, and by kind and id the rows."""

    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: dict[str, dict[str, Record]] = field(default_factory=dict)


def snapshot(reader: Reader) -> Snapshot:
    """Return what is compared of a database; kinds that an older ocdb didn't know are left out.

    Raises:
        DatabaseError: it holds no tables of ocdb.
    """
    reader.rows("SELECT id FROM v_stamp")
    found = Snapshot()
    for kind, how in KINDS.items():
        try:
            every = reader.rows(f"SELECT * FROM v_{kind} WHERE 1 = 0").columns
        except DatabaseError:
            continue
        columns = [column for column in every if column not in how.left_out and not _follows(column, every)]
        selected = ", ".join(f'"{column}"' for column in columns)
        rows = reader.rows(f"SELECT {selected} FROM v_{kind} WHERE {how.where}").records()
        found.columns[kind] = tuple(columns)
        found.rows[kind] = {row["id"]: {name: _plain(value) for name, value in row.items()} for row in rows}
    return found


def _follows(column: str, columns: Iterable[str]) -> bool:
    return any(column.endswith(end) and column.removesuffix(end) in columns for end in FOLLOWING)


def _plain(value: Any) -> Any:
    """Return a truth value as the number that SQLite has for it."""
    return int(value) if isinstance(value, bool) else value
