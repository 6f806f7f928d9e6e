"""The database of what could be known on a day, for one question: made of the rows of another, a table at a time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from ocdb.load.concerned import FILTERS, concerned
from ocdb.load.derived import Derivation
from ocdb.load.derived.on_record import country_read
from ocdb.load.grounds import Grounds, grounds
from ocdb.load.known import cut_off, unknown
from ocdb.load.references import DERIVED, Keys, key_of_whole
from ocdb.load.row import Row, Rows
from ocdb.load.stored import OF_CLAIMS, OF_SOURCES, REGISTERS, day_of, read_tables
from ocdb.load.titles import NAMED, changed, retitled
from ocdb.load.writing import insert
from ocdb.memory import paused
from ocdb.schema import metadata
from ocdb.store import views
from ocdb.store.reader.rows import Reader, Stream
from ocdb.store.reader.rows import Rows as Found
from ocdb.store.reader.sqlite import SqliteReader
from ocdb.store.temporary import OnDemand

# Of more claims than one in so many all rows are read, and not those of each by its key.
MANY = 4


class AsOfReader(SqliteReader):
    """Reads what could be known on a day.

    A table is made when a query first reads it. A question that says first whom and where it is about (`confine`) has
    no claims but those that it can need.

    Args:
        path: of a file that isn't there yet.
        whole: the whole database, SQLite or a server, which stays as it is at one moment.
        day: the last day of publication that counts.
    """

    def __init__(self, path: Path, whole: Reader, day: date) -> None:
        self.path = path
        self.today = day
        self.known = Known(whole, day)
        self.tables = OnDemand(path)
        try:
            self.tables.write(lambda connection: views.create(connection, today=day))
        except BaseException:
            self.tables.close()
            raise
        self.connection = self.tables.connection

    def confine(self, filters: Callable[[], Mapping[str, Sequence[str]]]) -> None:
        """Take for granted that only what concerns some keys is asked for from now on."""
        self.known.filters = {name: keys for name, keys in filters().items() if keys and name in FILTERS}

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Found:
        """Return all rows of a query of the views."""
        self._make(views.tables(views.named(sql)))
        return super().rows(sql, parameters)

    def stream(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Stream:
        """Return the rows of a query of the views as they come."""
        self._make(views.tables(views.named(sql)))
        return super().stream(sql, parameters)

    def file(self, sql: str) -> Path:
        """Return the file, with all that a user's statement can read: it may name tables, and ask which there are."""
        words = views.words(sql)
        every = any(word.startswith(("sqlite_", "pragma_")) for word in words)
        names = metadata.tables if every else words
        self._make({*views.tables(names), *(name for name in names if name in metadata.tables)})
        return self.path

    def close(self) -> None:
        """Let go of the database, of which nothing is kept."""
        self.tables.close()

    def _make(self, names: Iterable[str]) -> None:
        for name in sorted(set(names) - self.tables.made):
            with paused():
                rows = self.known.table(name)
            self.tables.make(metadata.tables[name], rows, insert)


class Known:
    """The rows that could be known on a day, and what follows from them.

    Attributes:
        filters: the keys that a question is narrowed to, by filter.
    """

    def __init__(self, whole: Reader, day: date) -> None:
        self._whole = whole
        self._day = day
        self.filters: dict[str, Sequence[str]] = {}

    def table(self, name: str) -> list[Row]:
        """Return the rows of a table."""
        if name == "stamp":
            stamp = self._whole.rows("SELECT id, value FROM v_stamp").records()
            return [*stamp, {"id": "as_of", "value": self._day.isoformat()}]
        if name == "country_read" and self.filters:
            return list(self._read_of_each_country())
        if name in DERIVED:
            return list(self._derivation.table(name))
        return (self._claims if name in OF_CLAIMS else self._sources if name in OF_SOURCES else self._registers)[name]

    @cached_property
    def _derivation(self) -> Derivation:
        return Derivation(self._registers | self._sources | self._claims)

    @cached_property
    def _registers(self) -> Rows:
        return self._cut(read_tables(self._whole, REGISTERS))

    @cached_property
    def _claims(self) -> Rows:
        rows, known = self._every_claim
        claims = retitled(known | self._sources, changed(rows), lambda: read_tables(self._whole, NAMED))
        return known | {"claim": claims}

    @cached_property
    def _every_claim(self) -> tuple[Rows, Rows]:
        """Return the claims as they stand, and what of them could be known; titles are still those of today."""
        every = self._grounds.claims
        some = concerned(self._whole, self._ask, self.filters) if self.filters else every
        if MANY * len(some) < len(every):
            rows = read_tables(self._whole, OF_CLAIMS, "claim", some)
            return rows, self._cut(rows)
        rows = read_tables(self._whole, OF_CLAIMS)
        if self.filters:
            keys = {name: key_of_whole(name, "claim") for name in rows}
            rows = {name: [row for row in found if row[keys[name]] in some] for name, found in rows.items()}
        return rows, self._cut(rows)

    @cached_property
    def _sources(self) -> Rows:
        cited = {row["source_id"] for row in self._every_claim[1]["citation"]} if self.filters else None
        return self._cut(read_tables(self._whole, OF_SOURCES, "source", cited))

    def _cut(self, rows: Rows) -> Rows:
        return cut_off(rows, self._gone, self._day)

    @cached_property
    def _gone(self) -> Keys:
        return unknown(self._grounds, self._day)

    @cached_property
    def _grounds(self) -> Grounds:
        return grounds(self._ask)

    def _ask(self, table: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        return self._whole.rows(f"SELECT {', '.join(columns)} FROM {table}").rows

    def _read_of_each_country(self) -> Iterable[Row]:
        """Yield how many articles about each country were read: all that were, whatever is asked for."""
        claims, later = self._gone["claim"], self._gone["source"]
        cited = (pair for pair in self._grounds.cited if pair[1] not in later)
        sources = ((key, last) for key, last in self._grounds.published.items() if key not in later)
        where = (pair for pair in self._ask("located", ("claim_id", "country_id")) if pair[0] not in claims)
        rows: Rows = {
            "citation": [{"claim_id": claim, "source_id": source} for claim, source, _stance in cited],
            "source": [{"id": key, "published_to": day_of(str(last))} for key, last in sources],
        }
        return country_read(rows, ({"claim_id": claim, "country_id": country} for claim, country in where))
