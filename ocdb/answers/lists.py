"""Lists of one kind of record each, with the filters that fit it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ocdb.answers.kin import Kin, kin
from ocdb.answers.names import ambiguous, resolve
from ocdb.dates import day_span, recorded
from ocdb.errors import NotFoundError, UsageError
from ocdb.kinds import STATES
from ocdb.store.reader.rows import Reader, Rows
from ocdb.text import fold
from ocdb.words.suggestions import suggest

# How a filter narrows a list of claims; {key} is the column that holds the claim, {} the wanted values.
CLAIM_FILTERS = {
    "country": "{key} IN (SELECT claim FROM v_claim_places WHERE country IN ({values}))",
    "place": "{key} IN (SELECT claim FROM v_claim_places AS l JOIN v_place_within AS w ON w.place = l.place"
    " WHERE w.within IN ({values}))",
    "operator": "{key} IN (SELECT claim FROM v_claim_parties WHERE party IN ({values}))",
    "institution": "{key} IN (SELECT claim FROM v_claim_parties WHERE party IN ({values}))",
    "official": "{key} IN (SELECT claim FROM v_claim_parties WHERE party IN ({values}))",
    "source": "{key} IN (SELECT claim FROM v_citations WHERE source IN ({values}))",
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
    if name != "source"
} | {"source": "id IN ({values})"}

NAMED = ("country", "place", "operator", "institution", "official")


@dataclass(frozen=True)
class Listing:
    """How one kind of record is listed.

    Attributes:
        view: the view that is asked.
        shown: the columns of a table on a terminal; the other formats give all.
        order: the columns that the rows are sorted by.
        filters: the SQL condition of each filter that fits.
        dated: the date that --since and --until look at, or None.
        codes: the words of --kind, --category and --status; the name of a code list stands for its codes.
    """

    view: str
    shown: tuple[str, ...]
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


_PLACES = {
    "country": "country IN ({values})",
    "place": "id IN (SELECT place FROM v_place_within WHERE within IN ({values}))",
    "kind": "kind IN ({values})",
} | {
    name: "id IN (SELECT w.within FROM v_claim_places AS l JOIN v_place_within AS w ON w.place = l.place WHERE "
    + CLAIM_FILTERS[name].replace("{key}", "l.claim")
    + ")"
    for name in ("operator", "institution", "official", "source")
}

LISTINGS: dict[str, Listing] = {
    "operators": Listing(
        "v_operators",
        ("id", "name", "home_country", "founded", "sites", "pledges", "sources"),
        ("name",),
        PARTY_FILTERS
        | {
            "country": f"(home_country IN ({{values}}) OR {PARTY_FILTERS['country']})",
            "operator": "id IN ({values})",
        },
        dated="founded",
    ),
    "institutions": Listing(
        "v_institutions",
        ("id", "name", "kind", "country", "place_name", "sources"),
        ("name",),
        PARTY_FILTERS
        | {
            "country": f"(country IN ({{values}}) OR {PARTY_FILTERS['country']})",
            "institution": "id IN ({values})",
            "kind": "kind IN ({values})",
        },
        codes={"kind": ("institution_kind",)},
    ),
    "officials": Listing(
        "v_officials",
        ("id", "name", "positions", "sources"),
        ("name",),
        PARTY_FILTERS | {"official": "id IN ({values})"},
    ),
    "places": Listing(
        "v_places",
        ("id", "name", "kind", "country", "parent_name", "sites", "sources"),
        ("country_name", "name"),
        _PLACES,
        codes={"kind": ("place_kind",)},
    ),
    "sites": Listing(
        "v_sites",
        ("id", "operator_name", "country", "place_name", "status", "opened"),
        ("country_name", "place_name", "operator_name", "id"),
        _claims("status"),
        dated="opened",
        codes={"status": ("site_status",)},
    ),
    # Each site as it was on the day of `on`.
    "sites on a day": Listing(
        """(
            SELECT
                p.site AS id, p.name, p.status, p.operator, p.operator_name, p.operator_before,
                p.operator_after, p.country, p.country_name, p.place, p.place_name, p.first_day AS since,
                p.last_day AS until, p.last_evidence AS last_news, p.evidence, p.reason, p.reason_details, s.opened,
                s.opened_from, s.opened_to
            FROM v_site_periods AS p JOIN v_sites AS s ON s.id = p.site
        ) AS periods""",
        ("id", "operator_name", "country", "place_name", "status", "since", "last_news", "evidence"),
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
        ("id", "date", "kind", "status", "summary"),
        ("date_from", "id"),
        _claims("kind", "category", "status"),
        dated="date",
        codes={"kind": ("event_kind",), "category": ("event_category",), "status": ("event_status",)},
    ),
    "pledges": Listing(
        "v_pledges",
        ("id", "figure", "measure", "operator_name", "country", "due", "status"),
        ("announced_from", "id"),
        _claims("status", kind="measure"),
        dated="announced",
        codes={"kind": ("measure",), "status": ("standing", "superseded", "disputed", "cancelled")},
    ),
    "losses": Listing(
        "v_losses",
        ("id", "figure", "measure", "cause", "status", "operator_name", "country", "date"),
        ("date_from", "announced_from", "id"),
        _claims("status", kind="cause"),
        dated="date",
        codes={"kind": ("loss_cause",), "status": ("event_status",)},
    ),
    "reports": Listing(
        "v_reports",
        ("id", "figure", "measure", "kind", "operator_name", "country", "as_of"),
        ("as_of_from", "id"),
        _claims("kind"),
        dated="as_of",
        codes={"kind": ("report_kind",)},
    ),
    "statistics": Listing(
        "v_statistics",
        ("id", "figure", "currency", "measure", "period", "operator_name", "country", "as_of"),
        ("as_of_from", "id"),
        _claims(kind="measure"),
        dated="as_of",
        codes={"kind": ("statistic_measure",)},
    ),
    "investments": Listing(
        "v_investments",
        ("id", "figure", "currency", "kind", "status", "country", "date"),
        ("date_from", "id"),
        _claims("kind", "status"),
        dated="date",
        codes={"kind": ("investment_kind",), "status": ("event_status",)},
    ),
    "positions": Listing(
        "v_positions",
        ("id", "official_name", "title", "organisation_name", "held"),
        ("official_name", "id"),
        _claims(),
        dated="held",
    ),
    "successions": Listing(
        "v_successions",
        ("id", "kind", "status", "predecessor_name", "successor_name", "date", "sources", "voices"),
        ("date_from", "id"),
        _claims("kind", "status"),
        dated="date",
        codes={"kind": ("succession_kind",), "status": ("succession_status",)},
    ),
    "ownerships": Listing(
        "v_ownerships",
        ("id", "status", "owned_name", "owner_name", "share_low", "held", "sources", "voices"),
        ("held_from", "id"),
        _claims("status"),
        dated="held",
        codes={"status": ("succession_status",)},
    ),
    "developments": Listing(
        "v_developments",
        ("id", "concerns", "status", "date", "operator_name", "sources", "voices"),
        ("date_from", "id"),
        _claims("status", kind="concerns_kind"),
        dated="date",
        codes={
            "kind": tuple(STATES),
            "status": tuple(dict.fromkeys(STATES.values())),
        },
    ),
    "verdicts": Listing(
        "v_verdicts",
        ("id", "pledge", "outcome", "as_of", "sources", "voices"),
        ("as_of_from", "id"),
        _claims(status="outcome"),
        dated="as_of",
        codes={"status": ("outcome",)},
    ),
    "statements": Listing(
        "v_statements",
        ("id", "topic", "summary", "country"),
        ("topic", "id"),
        _claims(kind="topic"),
        codes={"kind": ("topic",)},
    ),
    "claims": Listing(
        "v_claims",
        ("id", "kind", "summary", "said_by_name", "sources", "voices"),
        ("kind", "id"),
        _claims("kind"),
        codes={"kind": ("claim_kind",)},
    ),
    "sources": Listing(
        "v_sources",
        ("id", "publisher", "title", "published", "language", "claims"),
        ("published_from", "id"),
        SOURCE_FILTERS,
        dated="published",
    ),
    "citations": Listing(
        "v_citations",
        ("claim", "summary", "source", "paragraph", "stance"),
        ("source", "paragraph", "claim"),
        _claims(key="claim", kind="claim_kind") | {"source": "source IN ({values})"},
        dated="published",
        codes={"kind": ("claim_kind",)},
    ),
    "ledger": Listing(
        "v_ledger",
        (
            "id",
            "operator_name",
            "said_by_name",
            "promised",
            "due",
            "status",
            "verdict",
            "verdict_basis",
            "decided_by",
            "reason",
        ),
        ("due_from", "announced_from", "id"),
        _claims("basis", kind="measure"),
        dated="due",
        codes={"kind": ("measure",), "status": ("outcome",), "basis": ("basis",)},
    ),
    "conflicts": Listing(
        "v_conflicts",
        ("conflict", "id", "status", "figure", "date", "summary", "published", "sources", "voices", "contradicted_by"),
        # The open ones first, and in a settled one what is preferred.
        ("settled", "conflict", "status", "published_from", "id"),
        _claims("kind"),
        codes={"kind": ("claim_kind",)},
    ),
    "timeline": Listing(
        "v_timeline",
        ("date", "status", "kind", "what", "outcome", "country"),
        ("date_from", "date_to", "id"),
        _claims("kind", "category", "status", key="claim"),
        dated="date",
        codes={
            "category": ("event_category",),
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


@dataclass(frozen=True)
class Filters:
    """What narrows a list; several values of one filter are alternatives, several filters all hold.

    Attributes:
        on: the day on which sites are looked at; of a date with several days the last.
        operator: names; or whom they take in, where that is known (`with_kin`).
        possible: whether --since and --until take what could be in that time, and not only what names a day in it.
        with_successors: whether an operator takes in those who followed it, and not only all its names.
    """

    country: Sequence[str] = ()
    place: Sequence[str] = ()
    operator: Sequence[str] | Kin = ()
    institution: Sequence[str] = ()
    official: Sequence[str] = ()
    kind: Sequence[str] = ()
    category: Sequence[str] = ()
    status: Sequence[str] = ()
    source: Sequence[str] = ()
    site: Sequence[str] = ()
    basis: Sequence[str] = ()
    on: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    possible: bool = False
    with_successors: bool = False


@dataclass(frozen=True)
class Listed:
    """A list, and what the user should know beside it.

    Attributes:
        rows: all columns of the view.
        shown: the columns of a table on a terminal.
        undated: rows that fit but for having no date, and so are not in the list.
        told: what to say beside the list, a line each: whom an operator that was asked for takes in, and why.
    """

    rows: Rows
    shown: tuple[str, ...]
    undated: int = 0
    told: tuple[str, ...] = ()


def list_records(
    reader: Reader,
    kind: str,
    filters: Filters | None = None,
    *,
    sort: Sequence[str] = (),
    limit: int | None = None,
    columns: Sequence[str] = (),
) -> Listed:
    """Return the records of a kind that fit the filters.

    Args:
        reader: the database.
        kind: a key of LISTINGS.
        filters: names are resolved here, with suggestions for unknown ones.
        sort: columns to sort by; a leading ``-`` turns the order. Empty values come last.
        limit: the most rows to return.
        columns: the columns to return, in this order; all by default.

    Raises:
        NotFoundError: a filter names nothing that is there.
        UsageError: a filter or a column doesn't fit the kind, or a date is no date.
    """
    listing = LISTINGS[kind]
    filters = filters or Filters()
    operators = _kin(reader, filters)
    filters = replace(filters, operator=operators.keys)
    conditions, parameters = _conditions(reader, kind, listing, filters)
    dated, days = _dates(listing, kind, filters)
    where = " AND ".join([*conditions, *dated]) or "1 = 1"
    found = reader.rows(f"SELECT * FROM {listing.view} WHERE {where}", parameters | days)
    if dated and not filters.possible and listing.dated not in LASTING:
        found = Rows(found.columns, list(_recorded(found, str(listing.dated), days)))
    undated = 0
    if dated:
        unknown = " AND ".join([*conditions, f"{listing.dated} IS NULL"])
        undated = reader.rows(f"SELECT count(*) FROM {listing.view} WHERE {unknown}", parameters).rows[0][0]
    # In the end by slug: what is alike in all that was asked for would stand as the engine pleases.
    rows = _sorted(found, [*sort, *listing.order, "id"], kind)[:limit]
    wanted = columns or found.columns
    shown = tuple(columns) or listing.shown
    return Listed(select(found.columns, rows, wanted, kind), shown, undated, operators.told)


def with_kin(reader: Reader, filters: Filters) -> Filters:
    """Return the filters with whom their operators take in, so that several lists look for them once.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a name that several bear.
    """
    return replace(filters, operator=_kin(reader, filters))


def _kin(reader: Reader, filters: Filters) -> Kin:
    if isinstance(filters.operator, Kin):
        return filters.operator
    return kin(reader, filters.operator, with_successors=filters.with_successors)


def _conditions(reader: Reader, kind: str, listing: Listing, filters: Filters) -> tuple[list[str], dict[str, Any]]:
    conditions: list[str] = []
    parameters: dict[str, Any] = {}
    for name in (*NAMED, "kind", "category", "status", "source", "site", "basis", "on"):
        words = getattr(filters, name)
        if not words:
            continue
        if name not in listing.filters:
            fitting = [*listing.filters, *(("since", "until") if listing.dated else ())]
            hint = f"Those that do: {', '.join(f'--{fit}' for fit in fitting)}."
            raise UsageError(f"--{name} doesn't fit {kind}", hint)
        values = [_value(reader, listing, name, word) for word in words]
        marks = ", ".join(f":{name}{number}" for number in range(len(values)))
        conditions.append(listing.filters[name].replace("{values}", marks))
        parameters |= {f"{name}{number}": value for number, value in enumerate(values)}
    return conditions, parameters


def _value(reader: Reader, listing: Listing, name: str, word: str) -> str:
    """Return the key or code that a filter's word stands for."""
    if name == "operator":  # a slug already, of one that is taken in
        return word
    if name in NAMED:
        return resolve(reader, [name], word)
    if name == "source":
        return source_key(reader, word)
    if name == "site":
        return site_key(reader, word)
    if name == "on":
        return str(day_span(word, "on")[1])
    known = {fold(text): texts[0] for texts in codes(reader, listing, name) for text in texts}
    if fold(word) not in known:
        choices = ", ".join(dict.fromkeys(known.values()))
        raise NotFoundError(f"there is no {name} {word}", suggest(word, known) or f"There are {choices}.")
    return known[fold(word)]


def codes(reader: Reader, listing: Listing, name: str) -> list[tuple[str, ...]]:
    """Return what --kind, --category or --status may be: each code with its labels, in the order of the lists."""
    rows = reader.rows("SELECT list, code, label_en, label_fr FROM v_codes ORDER BY position").rows
    members = [(word, [tuple(row[1:]) for row in rows if row[0] == word]) for word in listing.codes[name]]
    return [texts for word, listed in members for texts in listed or [(word,)]]


def source_key(reader: Reader, word: str) -> str:
    """Return the slug of a source.

    Raises:
        NotFoundError: there is no such source; the message names the nearest.
    """
    keys = [row[0] for row in reader.rows("SELECT id FROM v_sources").rows]
    if word not in keys:
        hint = suggest(word, {fold(key): key for key in keys}) or "List them: ocdb list sources"
        raise NotFoundError(f"there is no source {word}", hint)
    return word


def site_key(reader: Reader, word: str) -> str:
    """Return the slug of a site, of its slug, a retired one or its name.

    Raises:
        NotFoundError: there is no such site; the message names the nearest.
        UsageError: several bear that name; the message names their slugs.
    """
    names = dict(reader.rows("SELECT id, name FROM v_sites").rows)
    successors = dict(reader.rows("SELECT id, successor FROM v_retired").rows)
    slug = successors.get(word) or word
    found = [slug] if slug in names else sorted(key for key, name in names.items() if fold(name) == fold(word))
    if not found:
        known = {fold(key): key for key in names} | {fold(name): key for key, name in names.items()}
        raise NotFoundError(f"there is no site {word}", suggest(word, known) or "List them: ocdb list sites")
    if len(found) > 1:
        raise ambiguous(word, found)
    return found[0]


def _dates(listing: Listing, kind: str, filters: Filters) -> tuple[list[str], dict[str, Any]]:
    """Return the conditions of --since and --until that SQL can check: the date could overlap with that time."""
    conditions: list[str] = []
    parameters: dict[str, Any] = {}
    if (filters.since or filters.until) and not listing.dated:
        raise UsageError(f"{kind} have no date for --since and --until", "Leave them out.")
    for name, text in (("since", filters.since), ("until", filters.until)):
        if not text:
            continue
        span = day_span(text, name)
        column = f"{listing.dated}_to" if name == "since" else f"{listing.dated}_from"
        sign = ">=" if name == "since" else "<="
        day = span[0] if name == "since" else span[1]
        conditions.append(f"{listing.dated} IS NOT NULL AND ({column} IS NULL OR {column} {sign} :{name})")
        parameters[name] = day
    return conditions, parameters


def _recorded(found: Rows, dated: str, days: dict[str, str]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows whose date names a time that overlaps with the time asked for."""
    index = found.columns.index(dated)
    since, until = days.get("since", ""), days.get("until", "9999-12-31")
    for row in found.rows:
        first, last = recorded(row[index])
        if last.isoformat() >= since and first.isoformat() <= until:
            yield row


def _sorted(found: Rows, order: Sequence[str], kind: str) -> list[tuple[Any, ...]]:
    """Return the rows sorted in Python: engines differ in how they sort accents, and these answers must not."""
    rows = found.rows
    for word in reversed(order):
        name = word.removeprefix("-")
        index = _column(found.columns, name, kind)
        # A date whose begin is open stands where it ends.
        other = found.columns.index(f"{name[:-4]}to") if name.endswith("_from") else index
        known = [row for row in rows if row[index] is not None or row[other] is not None]
        unknown = [row for row in rows if row[index] is None and row[other] is None]
        known.sort(
            key=lambda row, index=index, other=other: _rank(row[other] if row[index] is None else row[index]),  # type: ignore[misc]
            reverse=word.startswith("-"),
        )
        rows = known + unknown
    return rows


def _rank(value: Any) -> tuple[int, float, str, str]:
    number = isinstance(value, int | float)
    return (0, value, "", "") if number else (1, 0, fold(str(value)), str(value))


def select(names: tuple[str, ...], rows: list[tuple[Any, ...]], wanted: Sequence[str], kind: str) -> Rows:
    """Return rows with the wanted columns.

    Raises:
        UsageError: there is no such column; the message names the nearest.
    """
    indexes = [_column(names, word, kind) for word in wanted]
    return Rows(tuple(names[index] for index in indexes), [tuple(row[index] for index in indexes) for row in rows])


def _column(names: tuple[str, ...], word: str, kind: str) -> int:
    if word not in names:
        hint = suggest(word, {fold(name): name for name in names}) or f"They are {', '.join(names)}."
        raise UsageError(f"{kind} have no column {word}", hint)
    return names.index(word)
