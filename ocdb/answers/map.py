"""Where sites and events are, by place and state, and where somebody looked: what a map shows, before it is drawn."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ocdb.answers.answer import Answer, Column, Section
from ocdb.answers.captions import day_told
from ocdb.answers.columns import count, country, label, place
from ocdb.answers.coverage import NOT_SEARCHED, Looked, looked
from ocdb.answers.editions import edition
from ocdb.answers.filters import Filters, resolved
from ocdb.answers.listings import LISTINGS
from ocdb.answers.lists import Listed, list_records, read_of, title
from ocdb.answers.names import areas_among, countries_of, covered
from ocdb.answers.sites import LISTING
from ocdb.answers.wording import Wording
from ocdb.answers.works import Edition
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows
from ocdb.text import several
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext
from ocdb.words.places import called

# What can be drawn, with the code list of its states, in the order in which a key has them.
STATUSES = {"sites": ("open", "planned", "unknown", "closed"), "events": ("happened", "planned", "cancelled")}
LISTS = {"sites": "site_status", "events": "event_status"}
COVERAGE = ("read", "unread", "nothing", "not_searched")
COLUMNS = ("country", "country_name", "place", "place_name", "latitude", "longitude", "status", "count")


@dataclass(frozen=True)
class Spot:
    """A place with what is there: how many of each state.

    Attributes:
        key: the slug of a city; districts and parks are counted for theirs.
        name: what it is called.
        country: ISO 3166-1 alpha-2.
        latitude: degrees north.
        longitude: degrees east.
        counts: how many there are, by state.
    """

    key: str
    name: str
    country: str
    latitude: float
    longitude: float
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """Return how many there are of all states."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Map:
    """A map, before anybody draws it.

    Attributes:
        title: how many there are, of what, and in which scope.
        notes: what isn't drawn and why, day and articles, a line each.
        kind: ``sites`` or ``events``.
        spots: the places in Africa whose coordinates are known, the fullest first.
        looked: for each country of Africa whether somebody looked.
        rows: the numbers behind it, a line a place and state, with what can't be drawn; under COLUMNS.
        focus: the countries in Africa that were asked for.
        wording: what codes and countries are called.
        edition: which data they are.
    """

    title: str
    notes: tuple[str, ...]
    kind: str
    spots: tuple[Spot, ...]
    looked: Mapping[str, Looked]
    rows: Rows
    focus: tuple[str, ...] = ()
    wording: Wording = field(default_factory=Wording)
    edition: Edition = field(default_factory=lambda: edition(None))

    def status(self, code: str) -> str:
        """Return what a state is called."""
        return self.wording.label(code, LISTS[self.kind])

    def answer(self) -> Answer:
        """Return the numbers behind the map as an answer, for data formats and for the table beside it."""
        places = Section("place", "", self.rows, self._columns())
        data = {"places": self.rows.records(), "coverage": self._coverage().records()}
        return Answer(self.title, (places,), self.wording, self.notes, data)

    def _columns(self) -> tuple[Column, ...]:
        return country(), place(), label(_("Status"), "status", LISTS[self.kind]), count(_("Number"), "count")

    def _coverage(self) -> Rows:
        rows = [(key, one.state, one.read, one.known) for key, one in sorted(self.looked.items())]
        return Rows(("country", "state", "read", "known"), rows)


def map_of(reader: Reader, kind: str, filters: Filters, on: str | None = None) -> Map:
    """Return where the sites or events are that fit some filters.

    Args:
        reader: the database.
        kind: a key of STATUSES.
        filters: those that `ocdb.answers.lists` takes for it.
        on: a date: sites as they were on its last day, and events up to then; else as of the latest source.

    Raises:
        NotFoundError: a filter names nothing that is there.
        UsageError: a filter doesn't fit, or a date is no date.
    """
    listing, narrowed = _narrowed(kind, filters, on)
    listed = list_records(reader, listing, narrowed)
    wording = Wording(reader)
    rows = _rows(reader, listed, kind)
    africa = {key for (key,) in reader.rows("SELECT id FROM v_countries WHERE in_africa = 1").rows}
    known = looked(reader)
    notes = [
        *_undrawn(wording, rows, africa),
        *_undated(listed),
        *listed.told,
        *read_of(reader, wording, listing, narrowed),
        day_told(reader),
    ]
    return Map(
        title(reader, wording, listed, narrowed),
        tuple(notes),
        kind,
        tuple(_spots(rows, africa)),
        {key: known.get(key, NOT_SEARCHED) for key in sorted(africa)},
        rows,
        tuple(key for key in _asked(reader, listing, narrowed) if key in africa),
        wording,
        edition(reader),
    )


def years(reader: Reader, kind: str) -> range:
    """Return the years for which a map of sites or events can be drawn, up to that of the reader's day.

    It reads all that is on record: ask it once, not for each map.
    """
    first = {
        "sites": "SELECT MIN(first_day) FROM v_site_periods",
        "events": "SELECT MIN(date_from) FROM v_events",
    }
    day = reader.rows(first[kind]).rows[0][0]
    return range(int(day[:4]), reader.today.year + 1) if day else range(0)


def _narrowed(kind: str, filters: Filters, on: str | None) -> tuple[str, Filters]:
    """Return the list that is asked, and its filters."""
    if not on:
        return kind, filters
    if kind == "sites":
        return LISTING, replace(filters, on=[on])
    return kind, replace(filters, until=filters.until or on)


@dataclass(frozen=True)
class _Place:
    """A place as a map has it: itself, or for one smaller than a city its city."""

    key: str
    name: str
    country: str
    latitude: float | None
    longitude: float | None


def _rows(reader: Reader, listed: Listed, kind: str) -> Rows:
    """Return how many there are by country, place and state; one in several places is counted in each of them."""
    records = listed.rows.records()
    places = _places(reader, {key for record in records for key in several(record["place"])})
    counts: Counter[tuple[str, str, str]] = Counter()
    known = {one.key: one for one in places.values()}
    for record in records:
        there = {places[key] for key in several(record["place"])}
        elsewhere = {*several(record["country"])} - {one.country for one in there}
        spots = {(one.country, one.key) for one in there} | {(key, "") for key in elsewhere}
        counts.update((*spot, record["status"]) for spot in spots)
    names = dict(reader.rows("SELECT id, name FROM v_countries").rows)
    order = {status: number for number, status in enumerate(STATUSES[kind])}
    rows = []
    for (key, spot, status), number_ in counts.items():
        at = known.get(spot)
        where = (at.key, at.name, at.latitude, at.longitude) if at else (None, None, None, None)
        rows.append((key, names[key], *where, status, number_))
    rows.sort(key=lambda row: (row[1], row[3] is None, row[3] or "", order[row[6]]))
    return Rows(COLUMNS, rows)


def _places(reader: Reader, keys: Iterable[str]) -> dict[str, _Place]:
    """Return for each place the nearest one around it whose coordinates are known; itself where there is none."""
    sql = """
        SELECT id, label, country, latitude, longitude, parent FROM v_places
        WHERE id IN (SELECT within FROM v_place_within WHERE place IN ({keys}))
    """
    rows = {row[0]: row for row in among(reader, sql, keys).rows}
    found = {}
    for key in keys:
        row = rows[key]
        while row[3] is None and row[5]:
            row = rows[row[5]]
        found[key] = _Place(*(row if row[3] is not None else rows[key])[:5])
    return found


def _spots(rows: Rows, africa: Iterable[str]) -> list[Spot]:
    """Return the places that can be drawn, the fullest first."""
    there: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for record in rows.records():
        if record["latitude"] is not None and record["country"] in africa:
            there[record["place"]].append(record)
    spots = []
    for key, records in there.items():
        first = records[0]
        counts = {record["status"]: record["count"] for record in records}
        name, where = called(first["place_name"]), (first["latitude"], first["longitude"])
        spots.append(Spot(key, name, first["country"], *where, counts))
    return sorted(spots, key=lambda spot: (-spot.total, spot.key))


def _undrawn(wording: Wording, rows: Rows, africa: Iterable[str]) -> Iterator[str]:
    """Yield how many aren't drawn, since no city is known, or since it is outside Africa."""
    vague: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for record in rows.records():
        if record["country"] not in africa and not areas_among([record["country"]]):
            outside[record["country"]] += record["count"]
        elif record["latitude"] is None:
            vague[record["country"]] += record["count"]
    texts = (
        (vague, _("Not drawn, no city known: {count} ({where})")),
        (outside, _("Not drawn, outside Africa: {count} ({where})")),
    )
    for counts, text in texts:
        if counts:
            where = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            named = ", ".join(f"{wording.country(key)}\N{NO-BREAK SPACE}{number(many)}" for key, many in where)
            yield text.format(count=number(counts.total()), where=named)


def _undated(listed: Listed) -> Iterator[str]:
    if listed.undated:
        text = ngettext("{count} more without a date", "{count} more without a date", listed.undated)
        yield text.format(count=number(listed.undated))


def _asked(reader: Reader, listing: str, filters: Filters) -> list[str]:
    """Return the countries that were asked for, those of areas and of places included."""
    asked = dict(resolved(reader, listing, LISTINGS[listing], filters))
    around = countries_of(reader, asked.get("place", []))
    return sorted({*covered(reader, asked.get("country", [])), *around.values()})
