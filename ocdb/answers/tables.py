"""The columns in which people read each kind of record; data formats have every field of its view."""

from collections.abc import Callable
from dataclasses import replace

from ocdb.answers.answer import Cell, Column, Record, Tone
from ocdb.answers.columns import (
    address,
    count,
    counted,
    country,
    date,
    key,
    label,
    marked,
    names,
    operator,
    planned,
    reason,
    single,
    source,
    spoken,
    standing,
    summary,
    text,
    time,
    where,
    whose,
)
from ocdb.answers.wording import Wording
from ocdb.words.figures import amount, figure
from ocdb.words.language import N_, _, pgettext
from ocdb.words.states import state

Columns = tuple[Column, ...]
# What a statistic counts, after its figure; of those that aren't here the code list says it.
_UNITS = {
    "completion": N_("{figure}%"),
    "share": N_("{figure}%"),
    "duration": N_("{figure} years"),
}
# How versions of one thing that contradict each other are marked: the state, and its tone.
_RIVALS: dict[str, tuple[str, Tone]] = {
    "preferred": ("preferred", ""),
    "set_aside": ("set_aside", "bad"),
    "open": ("disputed", "doubtful"),
}
_PERIODS = {"year": N_("{figure} a year"), "month": N_("{figure} a month"), "week": N_("{figure} a week")}


def columns(kind: str, without: tuple[str, ...] = ()) -> Columns:
    """Return the columns of a kind of record, in the language that is spoken, but for those that are said already."""
    return tuple(column for column in _TABLES[kind]() if column.name not in without)


def _operators() -> Columns:
    return (
        text(_("Name"), "name"), country(_("Home country"), "home_country"), date(_("Founded"), "founded"),
        count(_("Sites"), "sites"), count(_("Promises"), "pledges"), count(_("Articles"), "sources"), key(),
    )  # fmt: skip


def _institutions() -> Columns:
    return (
        text(_("Name"), "name"), label(_("Kind"), "kind", "institution_kind"), where(), count(_("Articles"), "sources"),
        key(),
    )  # fmt: skip


def _officials() -> Columns:
    return text(_("Name"), "name"), Column("positions", _("Positions"), _held), count(_("Articles"), "sources"), key()


def _held(record: Record, _wording: Wording) -> Cell:
    # A post that somebody held under two mandates, or that two articles date, is named once.
    return Cell(_("; ").join(dict.fromkeys(spoken(record, "positions").split("; "))))


def _places() -> Columns:
    return (
        text(_("Name"), "name"), label(_("Kind"), "kind", "place_kind"), text(_("Within"), "parent_name"), country(),
        count(_("Sites"), "sites"), count(_("Articles"), "sources"), key(),
    )  # fmt: skip


def _sites() -> Columns:
    return (
        operator(_("Operator")), where(), planned("site_status", "opened"), date(_("Opening"), "opened"), key(),
    )  # fmt: skip


def _sites_on_a_day() -> Columns:
    return (
        operator(_("Operator")), where(), label(_("Status"), "status", "site_status"), date(_("Since"), "since"),
        date(_("Last news"), "last_news"), reason(pgettext("verdict", "Evidence")), key(),
    )  # fmt: skip


def _events() -> Columns:
    return (
        date(_("Date"), "date"), summary(_("Event")), label(_("Kind"), "kind", "event_kind"),
        planned("event_status"), key(),
    )  # fmt: skip


def _pledges() -> Columns:
    return (
        whose(_("Promised by")), counted(_("Promise")), where(), date(_("Promised on"), "announced"),
        date(_("Due"), "due"), standing(), key(),
    )  # fmt: skip


def _ledger() -> Columns:
    return (
        whose(_("Promised by")), Column("figure", _("Promise"), _promise), where(), date(_("Promised on"), "announced"),
        date(_("Due"), "due"), label(_("Verdict"), "verdict", "outcome"), reason(pgettext("verdict", "Evidence")),
        names(_("Said by"), "said_by_name", wide=True), key(),
    )  # fmt: skip


def _promise(record: Record, wording: Wording) -> Cell:
    """Return what was promised; how it stands where a newer version took its place or a conflict is open."""
    promise = amount(record["low"], record["high"], record["bound"], record["measure"])
    if record["status"] in ("standing", "cancelled") or wording.is_set_aside(record["id"]):
        return marked(record, wording, promise, single(record["low"], record["high"], record["bound"]))
    return Cell(_("{figure} ({status})").format(figure=promise, status=state(record["status"])), "silent")


def _losses() -> Columns:
    return (
        whose(_("Operator")), counted(_("Loss")), where(), label(_("Cause"), "cause", "loss_cause"),
        planned("event_status"), date(_("Date"), "date"), date(_("Announced"), "announced"), key(),
    )  # fmt: skip


def _reports() -> Columns:
    return (
        _operator(), counted(_("Figure")), label(_("Kind"), "kind", "report_kind"), where(), date(_("As of"), "as_of"),
        key(),
    )  # fmt: skip


def _statistics() -> Columns:
    return (
        label(_("Measure"), "measure", "statistic_measure"), Column("figure", _("Figure"), _statistic),
        _operator(), where(), date(_("As of"), "as_of"), key(),
    )  # fmt: skip


def _statistic(record: Record, wording: Wording) -> Cell:
    words = figure(record["low"], record["high"], record["bound"])
    if record["currency"]:
        words = f"{words} {record['currency']}"
    elif record["measure"] in _UNITS:
        unit = _UNITS[record["measure"]]
        words = _(unit).format(figure=words)
    if record["period"] in _PERIODS:
        period = _PERIODS[record["period"]]
        words = _(period).format(figure=words)
    return marked(record, wording, words, single(record["low"], record["high"], record["bound"]))


def _investments() -> Columns:
    return (
        Column("operator_name", _("Investor"), _investor), Column("figure", _("Amount"), _money, right=True),
        label(_("For"), "kind", "investment_kind"), where(), planned("event_status"), date(_("Date"), "date"), key(),
    )  # fmt: skip


def _investor(record: Record, _wording: Wording) -> Cell:
    both = filter(None, (record["operator_name"], record["institution_name"]))
    return Cell("; ".join(both).replace("; ", ", "))


def _money(record: Record, wording: Wording) -> Cell:
    sum_ = figure(record["amount_low"], record["amount_high"], record["bound"])
    value = single(record["amount_low"], record["amount_high"], record["bound"])
    return marked(record, wording, f"{sum_} {record['currency'] or ''}".strip(), value)


def _positions() -> Columns:
    return (
        text(_("Name"), "official_name"), summary(_("Title"), "title"), text(_("Organisation"), "organisation_name"),
        time(_("Held"), "held"), key(),
    )  # fmt: skip


def _successions() -> Columns:
    return (
        text(_("From"), "predecessor_name"), text(_("To"), "successor_name"),
        label(_("How"), "kind", "succession_kind"), label(_("Status"), "status", "succession_status"),
        date(_("Date"), "date"), key(),
    )  # fmt: skip


def _ownerships() -> Columns:
    return (
        text(_("Company"), "owned_name"), text(_("Owner"), "owner_name"),
        Column("share", _("Share"), _share, right=True),
        label(_("Status"), "status", "succession_status"), time(_("Held"), "held"), key(),
    )  # fmt: skip


def _share(record: Record, _wording: Wording) -> Cell:
    if not record["share_bound"]:
        return Cell("")
    share = record["share_low"], record["share_high"], record["share_bound"]
    return Cell(_("{figure}%").format(figure=figure(*share)), value=single(*share))


def _developments() -> Columns:
    return (
        date(_("Date"), "date"), text(_("Of"), "concerns"),
        label(_("Status"), "status", "site_status", "event_status", "succession_status"), _operator(), key(),
    )  # fmt: skip


def _verdicts() -> Columns:
    return (
        text(_("Promise"), "pledge"), label(_("Outcome"), "outcome", "outcome"), date(_("As of"), "as_of"),
        text(_("Said by"), "said_by_name"), key(),
    )  # fmt: skip


def _statements() -> Columns:
    return summary(_("Statement")), label(_("Topic"), "topic", "topic"), where(), key()


def _claims() -> Columns:
    return (
        summary(_("Claim")), label(_("Kind"), "kind", "claim_kind"), names(_("Said by"), "said_by_name"),
        count(_("Articles"), "sources"), key(),
    )  # fmt: skip


def _sources() -> Columns:
    return (
        date(_("Published"), "published"), text(_("Publisher"), "publisher"), source(),
        text(_("Authors"), "authors", wide=True), address(), key(),
    )  # fmt: skip


def _articles() -> Columns:
    """Return the columns of articles with their addresses, however little room there is."""
    return tuple(replace(one, wide=False, below=True) if one.name == "url" else one for one in _sources())


def _citations() -> Columns:
    return (
        summary(_("Claim")), text(_("Publisher"), "publisher"), date(_("Published"), "published"), source(),
        count(_("Paragraph"), "paragraph"), label(_("Stance"), "stance", "stance"),
        summary(_("Note"), "note", below=True), address(), key("claim"),
    )  # fmt: skip


def _conflicts() -> Columns:
    return (
        standing(), summary(_("Claim")),
        date(_("Date"), "date"), names(_("Publisher"), "publisher"),
        date(_("Published"), "published", wide=True), count(_("Independent texts"), "voices"),
        names(_("Said by"), "said_by_name", wide=True),
        summary(_("Preferred because"), "preferred_because", below=True), key(),
    )  # fmt: skip


def _timeline() -> Columns:
    return (
        date(_("Date"), "date"), label(_("Kind"), "kind", "event_kind"), summary(_("What"), "what"),
        Column("status", _("Status"), _state_of), label(_("Verdict"), "outcome", "outcome"), where(wide=True),
        key("claim"),
    )  # fmt: skip


def _state_of(record: Record, wording: Wording) -> Cell:
    """Return the state of a line of the timeline, but for what its kind says, and how it stands among rivals."""
    told = record["status"] in ("promised", "due", "announced", "reported")
    state_ = Cell("") if told else planned("event_status").cell(record, wording)
    conflict = wording.in_conflict(record["claim"])
    if conflict not in _RIVALS:
        return state_
    rival, tone = _RIVALS[conflict]
    # That it happened is what each of them says.
    first = "" if record["status"] == "happened" else state_.text
    return Cell(_("; ").join(filter(None, [first, state(rival)])), tone)


def _operator() -> Column:
    return names(_("Operator"), "operator_name")


_TABLES: dict[str, Callable[[], Columns]] = {
    "operators": _operators,
    "institutions": _institutions,
    "officials": _officials,
    "places": _places,
    "sites": _sites,
    "sites on a day": _sites_on_a_day,
    "events": _events,
    "pledges": _pledges,
    "ledger": _ledger,
    "losses": _losses,
    "reports": _reports,
    "statistics": _statistics,
    "investments": _investments,
    "positions": _positions,
    "successions": _successions,
    "ownerships": _ownerships,
    "developments": _developments,
    "verdicts": _verdicts,
    "statements": _statements,
    "claims": _claims,
    "sources": _sources,
    "articles": _articles,
    "citations": _citations,
    "conflicts": _conflicts,
    "conflict": _conflicts,
    "timeline": _timeline,
}
