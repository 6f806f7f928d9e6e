"""The records of a kind that fit some filters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ocdb.answers.answer import Answer, Column, Section
from ocdb.answers.columns import place, spoken
from ocdb.answers.coverage import THIN, unread
from ocdb.answers.elsewhere import IN_ONE_PLACE, elsewhere, refuse_elsewhere
from ocdb.answers.filters import (
    Filters,
    as_options,
    beside_a_sector,
    conditions_of,
    date_conditions,
    dated_within,
    in_a_line,
    resolved,
    whom_told,
    with_kin,
)
from ocdb.answers.later import LaterRows, many
from ocdb.answers.listings import DUE, LASTING, LISTINGS, NAMED, ORDERED, in_order, newest_keys
from ocdb.answers.names import apart, is_country, resolve
from ocdb.answers.tables import columns as columns_of
from ocdb.answers.wording import Wording
from ocdb.errors import UsageError
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows, Stream
from ocdb.text import fold
from ocdb.words.choices import GROUPS, code_of
from ocdb.words.choices import listed as listed_
from ocdb.words.figures import number
from ocdb.words.language import LANGUAGES, NN_, _, ngettext, speaking
from ocdb.words.nouns import counted, cut, nothing
from ocdb.words.suggestions import suggest
from ocdb.words.surface import at_a_prompt


@dataclass(frozen=True)
class Listed:
    """A list, and what the user should know beside it.

    Attributes:
        kind: what it lists, a key of LISTINGS.
        rows: all columns of the view, or those that were asked for.
        undated: rows that fit but for having no date, and so are not in the list.
        told: what to say beside the list, a line each: whom an operator that was asked for takes in, and why.
        total: how many rows there are without the limit.
    """

    kind: str
    rows: Rows
    undated: int = 0
    told: tuple[str, ...] = ()
    total: int = 0


def list_records(
    reader: Reader,
    kind: str,
    filters: Filters | None = None,
    *,
    sort: Sequence[str] = (),
    limit: int | None = None,
    columns: Sequence[str] = (),
    newest: int | None = None,
) -> Listed:
    """Return the records of a kind that fit the filters.

    Args:
        reader: the database.
        kind: a key of LISTINGS.
        filters: names are resolved here, with suggestions for unknown ones.
        sort: columns to sort by; a leading ``-`` turns the order. Empty values come last.
        limit: the most rows to return.
        columns: the columns to return, in this order; all by default.
        newest: the most rows, of those with the latest dates (of sites and statements those with the most articles),
            in the order of the list. It goes with no dates, order and limit.

    Raises:
        NotFoundError: a filter names nothing that is there.
        UsageError: a filter or a column doesn't fit the kind, or a date is no date.
    """
    listing = LISTINGS[kind]
    filters = filters or Filters()
    filters = with_kin(reader, filters)
    conditions, parameters = conditions_of(reader, kind, listing, filters)
    dated, days = date_conditions(listing, kind, filters)
    where = " AND ".join([*conditions, *dated])
    if newest is not None:
        total = count_of(reader, kind, where, parameters)
        if not total or total > newest:
            most = min(newest, total)
            return Listed(kind, _newest(reader, kind, where, parameters, most), told=whom_told(filters), total=total)
    if not dated and not sort and kind in ORDERED:
        return _in_order(reader, kind, where, parameters, limit, columns, whom_told(filters))
    found = reader.rows(f"SELECT * FROM {listing.view} WHERE {where or '1 = 1'}", parameters | days)
    if dated and not filters.possible and listing.dated not in LASTING:
        found = Rows(found.columns, list(dated_within(found, str(listing.dated), days)))
    undated = 0
    if dated:
        unknown = " AND ".join([*conditions, f"{listing.dated} IS NULL"])
        undated = reader.rows(f"SELECT count(*) FROM {listing.view} WHERE {unknown}", parameters).rows[0][0]
    # In the end by slug: what is alike in all that was asked for would stand as the engine pleases.
    rows = in_list_order(found, kind, sort).rows[:limit]
    wanted = columns or found.columns
    return Listed(kind, select(found.columns, rows, wanted, kind), undated, whom_told(filters), len(found.rows))


def _newest(reader: Reader, kind: str, where: str, parameters: dict[str, Any], most: int) -> Rows:
    """Return the newest rows: their keys are found first, as a view has much that no order asks for."""
    keys = [key for (key,) in reader.rows(newest_keys(kind, where, most), parameters).rows] if most else []
    return in_list_order(among(reader, f"SELECT * FROM {LISTINGS[kind].view} WHERE id IN ({{keys}})", keys), kind)


# The columns of a citation that are its article's.
OF_ARTICLE = ("publisher", "published", "title", "url")


def _in_order(
    reader: Reader,
    kind: str,
    where: str,
    parameters: dict[str, Any],
    limit: int | None,
    columns: Sequence[str],
    told: tuple[str, ...],
) -> Listed:
    """Return a list that the engine sorts and cuts."""
    found = reader.rows(in_order(kind, where, limit), parameters)
    total = len(found.rows)
    if limit is not None and total >= limit:
        total = count_of(reader, kind, where, parameters)
    return Listed(kind, select(found.columns, found.rows, columns or found.columns, kind), told=told, total=total)


def count_records(reader: Reader, kind: str, filters: Filters) -> int:
    """Return how many records of a kind fit filters without dates."""
    conditions, parameters = conditions_of(reader, kind, LISTINGS[kind], filters)
    return count_of(reader, kind, " AND ".join(conditions), parameters)


def count_of(reader: Reader, kind: str, where: str, parameters: dict[str, Any]) -> int:
    """Return how many records of a kind fit a condition."""
    sql = f"SELECT count(*) FROM {LISTINGS[kind].view} WHERE {where or '1 = 1'}"
    count: int = reader.rows(sql, parameters).rows[0][0]
    return count


def streamed(
    reader: Reader, kind: str, filters: Filters, *, limit: int | None = None, columns: Sequence[str] = ()
) -> tuple[Stream, str, Iterator[str]]:
    """Return a list of ORDERED as its rows come, what to say where there are none, and what to say when all were read.

    Args:
        reader: the database.
        kind: of ORDERED.
        filters: without dates.
        limit: the most rows.
        columns: the columns to return, in this order; all by default.
    """
    filters = with_kin(reader, filters)
    conditions, parameters = conditions_of(reader, kind, LISTINGS[kind], filters)
    where = " AND ".join(conditions)
    every = reader.rows(f"SELECT * FROM {LISTINGS[kind].view} WHERE 1 = 0")
    wanted = select(every.columns, [], columns or every.columns, kind).columns
    if kind in IN_ONE_PLACE:
        refuse_elsewhere(reader, filters.country, filters.place)
    wording = Wording(reader)
    rows = reader.stream(in_order(kind, where, limit, wanted), parameters)

    def notes() -> Iterator[str]:
        cut_off = limit is not None and rows.count >= limit
        total = count_of(reader, kind, where, parameters) if cut_off else rows.count
        shown = LaterRows(rows.count, lambda: every)  # they are written, and gone
        yield from _notes(reader, wording, Listed(kind, shown, told=whom_told(filters), total=total), filters)

    return rows, title(reader, wording, Listed(kind, every), filters), notes()


def listing(
    reader: Reader,
    kind: str,
    filters: Filters,
    *,
    sort: Sequence[str] = (),
    limit: int | None = None,
    columns: Sequence[str] = (),
) -> Answer:
    """Return the records of a kind that fit the filters, as an answer: `list_records` says what may be given."""
    filters = with_kin(reader, filters)
    listed = list_records(reader, kind, filters, sort=sort, limit=limit, columns=columns)
    return answered(reader, listed, filters, as_asked=bool(columns))


def answered(
    reader: Reader, listed: Listed, filters: Filters, *, as_asked: bool = False, more: Sequence[str] = ()
) -> Answer:
    """Return a list as an answer; with the columns of its rows where those were asked for.

    Args:
        reader: the database.
        listed: the list.
        filters: what was asked for.
        as_asked: whether its columns were, too.
        more: what else it is narrowed to, in words.

    Raises:
        UsageError: its records are in one place each, and a place that was asked for is in no country that was.
    """
    if listed.kind in IN_ONE_PLACE:
        refuse_elsewhere(reader, filters.country, filters.place)
    wording = Wording(reader)
    notes = () if as_asked else tuple(_standing_for_several(listed, wording))
    columns = () if as_asked else _columns(reader, listed.kind, filters)
    section = Section(listed.kind, "", listed.rows, columns, notes=notes)
    return Answer(
        title(reader, wording, listed, filters, more),
        (section,),
        wording,
        _notes(reader, wording, listed, filters),
        rests_on=_rests_on(listed),
    )


def _standing_for_several(listed: Listed, wording: Wording) -> Iterator[str]:
    """Yield the notes on sites without a place: they say what such a site stands for, as for all of a country."""
    for site in listed.rows.records() if listed.kind in ("sites", "sites on a day") else ():
        if not site["place"] and (note := spoken(site, "note")):
            where = ", ".join(filter(None, (site["operator_name"], wording.country(site["country"]))))
            yield _("{place}: {note}").format(place=where, note=note)


def _rests_on(listed: Listed) -> tuple[str, tuple[str, ...]]:
    """Return what the articles of a list are asked by: what becomes of a promise, by what decided it too."""
    keys = {
        key
        for record in listed.rows.records()
        for name in (("claim" if "claim" in record else "id"), "decided_by")
        for key in (record.get(name) or "").split("; ")
    }
    kind = {"operators": "party", "institutions": "party", "officials": "party", "places": "place"}
    return kind.get(listed.kind, "record"), tuple(sorted(keys - {""} if listed.kind != "sources" else ()))


def _columns(reader: Reader, kind: str, filters: Filters) -> tuple[Column, ...]:
    """Return the columns of a list, without what its title says: the only article, of places the only country."""
    columns = columns_of(kind, OF_ARTICLE if kind == "citations" and len(filters.source) == 1 else ())
    if not is_country([resolve(reader, ["country"], word) for word in apart(reader, ["country"], filters.country)]):
        return columns
    return tuple(place() if column.name == "place" else column for column in columns)


def title(reader: Reader, wording: Wording, listed: Listed, filters: Filters, more: Sequence[str] = ()) -> str:
    """Return how many records there are, and of what: ``3 sites: Togo, open``."""
    scope = ", ".join(filter(None, [in_a_line(reader, wording, listed.kind, filters), *more]))
    if not listed.total:
        return nothing(listed.kind, scope)
    what = counted(listed.kind, listed.total)
    return _("{what}: {scope}").format(what=what, scope=scope) if scope else what


def _notes(reader: Reader, wording: Wording, listed: Listed, filters: Filters) -> tuple[str, ...]:
    notes = [*cut(many(listed.rows), listed.total), *listed.told]
    if not listed.total:
        notes += filter(None, [elsewhere(reader, filters.country, filters.place), beside_a_sector(filters)])
    if listed.undated:
        more = ngettext("{count} more without a date", "{count} more without a date", listed.undated)
        shown = (
            _("{more}, not shown; drop --since and --until to see them") if at_a_prompt() else _("{more}, not shown")
        )
        notes.append(shown.format(more=more.format(count=number(listed.undated))))
    if listed.kind == "events":
        notes += _states_without_events(reader, filters)
    if listed.kind == "investments" and listed.total < THIN:
        notes += _investors_without_sums(reader, filters)
    return (*notes, *read_of(reader, wording, listed.kind, filters))


def read_of(reader: Reader, wording: Wording, kind: str, filters: Filters) -> list[str]:
    """Return what coverage knows of the countries that were asked for."""
    there = Filters(country=filters.country, place=filters.place)
    asked = dict(resolved(reader, kind, LISTINGS[kind], there))
    return unread(reader, wording, asked.get("country", []), asked.get("place", []))


# Events of a kind that a site may have had without anybody saying when: by the state that shows it.
_SHOWN_BY = {
    "closure": ("closed", NN_("{count} site is closed without a closure on record: {command}",
                              "{count} sites are closed without a closure on record: {command}")),
    "opening": ("open", NN_("{count} site is open without an opening on record: {command}",
                            "{count} sites are open without an opening on record: {command}")),
}  # fmt: skip


def _states_without_events(reader: Reader, filters: Filters) -> Iterator[str]:
    """Yield how many sites are in a state that an event of the kind asked for would have brought, but that none did."""
    kinds = dict(resolved(reader, "events", LISTINGS["events"], filters)).get("kind", ())
    known = {site for (site,) in list_records(reader, "events", filters, columns=["site"]).rows.rows}
    for kind, (state, texts) in _SHOWN_BY.items():
        if kind in kinds:
            scope = replace(filters, kind=(), category=(), status=[state], since=None, until=None)
            sites = {site for (site,) in list_records(reader, "sites", scope, columns=["id"]).rows.rows} - known
            if sites:
                command = f"ocdb list sites {as_options(reader, 'sites', scope)}"
                yield ngettext(*texts, len(sites)).format(count=number(len(sites)), command=command)


def _investors_without_sums(reader: Reader, filters: Filters) -> Iterator[str]:
    """Yield how many events tell of an investor or of whom it invested in, but not of how much."""
    asked = {name for name, _keys in resolved(reader, "investments", LISTINGS["investments"], filters)}
    if not asked & {"operator", "institution"}:
        return
    narrowed = {name: getattr(filters, name) for name in (*NAMED, "source", "publisher")}
    scope = Filters(**narrowed, with_successors=filters.with_successors)
    events = dict(list_records(reader, "events", scope, columns=["id", "kind"]).rows.rows)
    told = "SELECT claim FROM v_claim_parties WHERE claim IN ({keys}) AND role IN ('investor', 'investee')"
    sums = "SELECT event FROM v_investments WHERE event IN ({keys})"
    with_sums = {key for (key,) in among(reader, sums, events).rows}
    without = {key for (key,) in among(reader, told, events).rows} - with_sums
    kinds = [kind for key, kind in events.items() if key in without]
    if kinds:
        text = ngettext(
            "{count} event has an investor but no amount: {command}",
            "{count} events have an investor but no amount: {command}",
            len(kinds),
        )
        command = f"ocdb list events {as_options(reader, 'events', replace(scope, kind=sorted({*kinds})))}"
        yield text.format(count=number(len(kinds)), command=command)


def in_list_order(found: Rows, kind: str, sort: Sequence[str] = ()) -> Rows:
    """Return the rows of a list in its order, by other columns first where those are given."""
    return Rows(found.columns, _sorted(found, [*sort, *LISTINGS[kind].order, "id"], kind))


def _sorted(found: Rows, order: Sequence[str], kind: str) -> list[tuple[Any, ...]]:
    """Return the rows sorted in Python: engines differ in how they sort accents, and these answers must not."""
    rows = found.rows
    for word in reversed(order):
        name = word.removeprefix("-")
        index = _column(found.columns, name, kind)
        other = found.columns.index(f"{name[:-4]}to") if name.endswith("_from") else index
        values = {id(row): _value(row, index, other, due=kind == "timeline" and DUE in row) for row in rows}
        known = [row for row in rows if values[id(row)] is not None]
        unknown = [row for row in rows if values[id(row)] is None]
        known.sort(key=lambda row, values=values: _rank(values[id(row)]), reverse=word.startswith("-"))  # type: ignore[misc]
        rows = known + unknown
    return rows


def _value(row: tuple[Any, ...], index: int, other: int, *, due: bool) -> Any:
    """Return what a row is sorted by: of a date its begin, or its end where the begin is open or it is a due date."""
    return row[other] if row[index] is None or due else row[index]


def _rank(value: Any) -> tuple[int, float, str, str]:
    number = isinstance(value, int | float)
    return (0, value, "", "") if number else (1, 0, fold(str(value)), str(value))


def select(names: tuple[str, ...], rows: list[tuple[Any, ...]], wanted: Sequence[str], kind: str) -> Rows:
    """Return rows with the wanted columns.

    Raises:
        UsageError: there is no such column; the message names the nearest.
    """
    if wanted is names:
        return Rows(names, rows)
    indexes = [_column(names, word, kind) for word in wanted]
    return Rows(tuple(names[index] for index in indexes), [tuple(row[index] for index in indexes) for row in rows])


def _column(names: tuple[str, ...], word: str, kind: str) -> int:
    if word not in names:
        for name, headings in _headings(kind):
            if name in names and fold(word) in headings:
                return names.index(name)
        code = code_of(word, listed_(GROUPS))
        if code in names:
            return names.index(f"{code}_name" if f"{code}_name" in names else code)
        hint = suggest(word, {fold(name): name for name in names})
        hint = hint or _("The columns are {names}.").format(names=", ".join(names))
        raise UsageError(_("{kind} have no column {name}").format(kind=kind, name=word), hint)
    return names.index(word)


def _headings(kind: str) -> Iterator[tuple[str, set[str]]]:
    """Yield the columns of a list with what people see above them, in each language."""
    kind = "ledger" if kind == "pledges" else kind
    spoken = []
    for wanted in LANGUAGES if kind in LISTINGS else ():
        with speaking(wanted):
            spoken.append(columns_of(kind))
    for each in zip(*spoken, strict=True):
        yield each[0].name, {fold(column.heading) for column in each}
