"""The columns of a dossier: of one record, line by line, and of what stands beside it."""

from collections.abc import Callable

from ocdb.answers import searched
from ocdb.answers.answer import Cell, Column, Record
from ocdb.answers.columns import (
    address,
    count,
    date,
    key,
    label,
    names,
    operator,
    planned,
    reason,
    source,
    summary,
    text,
    time,
)
from ocdb.answers.tables import Columns
from ocdb.answers.tables import columns as of_list
from ocdb.answers.wording import Wording
from ocdb.words.dates import in_words, lasting
from ocdb.words.language import _, pgettext
from ocdb.words.nouns import kind_name
from ocdb.words.surface import at_a_prompt

# What may be planned: its states, and the date of the plan.
_PLANS = {
    "sites": ("site_status", "opened"),
    "events": ("event_status", "date"),
    "losses": ("event_status", "date"),
    "investments": ("event_status", "date"),
}


def columns(kind: str, without: tuple[str, ...] = ()) -> Columns:
    """Return the columns of a list of a dossier, but for those that are said already."""
    if kind not in _TABLES:
        return of_list(_LISTS.get(kind, kind), without)
    return tuple(column for column in _TABLES[kind]() if column.name not in without)


def names_of(kind: str = "operator") -> Columns:
    """Return the columns of the names of a kind of thing: only a company has a registered one."""
    official = {"official": _("full name"), "institution": _("official name")}.get(kind)

    def cell(record: Record, wording: Wording) -> Cell:
        return Cell(official if official and record["kind"] == "legal" else wording.label(record["kind"], "name_kind"))

    return (
        text(_("Name"), "name"), Column("kind", _("Kind"), cell), time(_("Used"), "used"),
        summary(_("Note"), "note", below=True), key("slug"),
    )  # fmt: skip


def of_record(kind: str, record: Record) -> Columns:
    """Return the lines in which people read one record: the columns of its kind, and what a list has no room for."""
    own = _RECORDS[kind]() if kind in _RECORDS else of_list(kind)
    if kind in _PLANS:
        state = planned(*_PLANS[kind], alone=True)
        own = tuple(state if column.name == state.name else column for column in own)
    told = {column.name for column in own}
    return (*own, *(column for column in _further() if column.name in record and column.name not in told))


def _further() -> Columns:
    """Return what only the record of one thing shows: how a figure is meant, links, whom the source quotes, remarks."""
    dated = {
        "announced": _("On the announcement"), "due": _("On the due date"),
        **dict.fromkeys(("date", "as_of", "held", "opened", "closed", "published"), _("On the date")),
    }  # fmt: skip
    return (
        names(_("Operator"), "operator_name"), names(_("Institution"), "institution_name"),
        names(_("Person"), "official_name"),
        text(_("From"), "from_place_name"), text(_("To"), "to_place_name"), date(_("Announced on"), "announced"),
        date(_("Closed"), "closed"), text(_("Street"), "address"),
        label(_("Reading"), "reading", "reading"), Column("baseline", _("Baseline"), _baseline),
        label(_("Firmness"), "firmness", "firmness"), label(_("Counted by"), "basis", "basis"),
        Column("directness", _("Directness"), _directness), label(_("Sector"), "sector", "sector"),
        text(_("Part of"), "part_of"), text(_("Replaces"), "revises"), text(_("Belongs to"), "event"),
        text(_("In conflict with"), "conflicts_with"), names(_("Said by"), "said_by_name"),
        summary(_("Preferred because"), "preferred_because"),
        *(summary(heading, f"{name}_note") for name, heading in dated.items()), summary(_("Note"), "note"),
        label(_("Written by"), "made_by", "maker"), text(_("Confirmed by"), "confirmed_by"),
    )  # fmt: skip


def _baseline(record: Record, wording: Wording) -> Cell:
    """Return how many were there before, and when: the report that says so, which a prompt names by its key."""
    key = record["baseline"]
    if key in (None, "none"):
        return Cell(wording.label(key))
    report = wording.name("claim", key)
    if at_a_prompt() or not wording.reader:
        return Cell(report)
    ((held,),) = wording.reader.rows("SELECT as_of FROM v_reports WHERE id = :key", {"key": key}).rows
    return Cell(_("{figure}, {date}").format(figure=report, date=in_words(held)) if held else report)


def _directness(record: Record, wording: Wording) -> Cell:
    return Cell(wording.label(record["directness"], "directness") if record["directness"] != "unstated" else "")


def _country_record() -> Columns:
    return (
        Column("name", _("Name"), lambda record, wording: Cell(wording.country(record["id"]))),
        summary(_("Definition"), "definition"),
        count(_("Sites"), "sites"), count(_("Promises"), "pledges"), count(_("Articles"), "sources"), key(),
    )  # fmt: skip


def _source_record() -> Columns:
    return (
        source(only_titled=True), text(_("Publisher"), "publisher"), names(_("Authors"), "authors"),
        date(_("Published"), "published"),
        text(_("Language"), "language"), address(), text(_("Credited to"), "credited_to"),
        count(_("Paragraphs"), "paragraphs"), label(_("Read"), "extent", "extent"), count(_("Claims"), "claims"), key(),
    )  # fmt: skip


def _official_record() -> Columns:
    return text(_("Name"), "name"), count(_("Articles"), "sources"), key()


def _judgements() -> Columns:
    return (
        names(_("Same as"), "same"), date(_("Judged"), "judged"), text(_("Because"), "reason"),
        date(_("Withdrawn"), "withdrawn"), text(_("Because"), "withdrawn_reason"), key("judgement"),
    )  # fmt: skip


def _verdict_of_one() -> Columns:
    return (
        label(_("Verdict"), "verdict", "outcome"), Column("verdict_basis", _("Basis"), _how_known),
        names(_("Decided by"), "decided_by"), reason(_("Why")),
    )  # fmt: skip


def _how_known(record: Record, _wording: Wording) -> Cell:
    sourced = record["verdict_basis"] == "sourced"
    return Cell(pgettext("verdict", "reported") if sourced else pgettext("verdict", "calculated"))


def _evidence() -> Columns:
    return (
        summary(_("Evidence")), label(_("Role"), "bearing"), date(_("As of"), "as_of"), reason(_("Why")),
        names(_("Articles"), "source", wide=True), key("claim"),
    )  # fmt: skip


def _periods() -> Columns:
    return (
        Column("days", _("When"), _days), label(_("Status"), "status", "site_status"),
        operator(_("Operator")), date(_("Last news"), "last_evidence"), reason(_("Why")),
    )  # fmt: skip


def _days(record: Record, _wording: Wording) -> Cell:
    first, last = record["first_day"], record["last_day"]
    if first and last:
        return Cell(f"{in_words(first)} – {in_words(last)}")
    return Cell(in_words(f"../{last}") if last else lasting(f"{first}/.."))


def _parties() -> Columns:
    return (
        text(_("Name"), "party_name"),
        Column("party_kind", _("Kind"), lambda record, _wording: Cell(kind_name(record["party_kind"]))),
        label(_("Role"), "role", "role"),
        key("party"),
    )


def _positions_then() -> Columns:
    return (
        text(_("Name"), "official_name"), label(_("Role"), "role", "role"), summary(_("Title"), "title"),
        text(_("Organisation"), "organisation_name"), time(_("Held"), "held"), label(_("Then"), "then"),
    )  # fmt: skip


def passages(*, several: bool) -> Columns:
    """Return the columns of the passages behind a claim: the key is the article's. Of several claims each is named."""
    told = () if several else ("summary",)
    return (*(column for column in columns("citations", told) if not column.key), key("source"))


# Lists that are of a kind of their own name elsewhere.
_LISTS = {"predecessors": "successions", "successors": "successions", "parents": "ownerships", "owns": "ownerships"}
_RECORDS: dict[str, Callable[[], Columns]] = {
    "countries": _country_record,
    "officials": _official_record,
    "sources": _source_record,
}
_TABLES: dict[str, Callable[[], Columns]] = {
    "names": names_of,
    "judgements": _judgements,
    "verdict": _verdict_of_one,
    "evidence": _evidence,
    "periods": _periods,
    "searches": searched.columns,
    "parties": _parties,
    "positions then": _positions_then,
}
