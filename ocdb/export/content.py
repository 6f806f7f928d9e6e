"""What an export has: the rows of each table, as they come, and what is to be known of the whole."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ocdb.answers.chosen import slugs_that_fit
from ocdb.answers.filters import Filters, resolved, with_kin
from ocdb.answers.listings import LISTINGS
from ocdb.answers.names import areas_among, covered
from ocdb.answers.wording import Wording
from ocdb.export.kept import Kept
from ocdb.export.tables import NAMED, Table
from ocdb.store.reader.batches import among, marks, named
from ocdb.store.reader.rows import Reader, Stream
from ocdb.words.language import LANGUAGES, speaking

Record = dict[str, Any]


@dataclass(frozen=True)
class Content:
    """What an export has.

    Attributes:
        reader: the database.
        filters: what was asked for.
        as_of: the day of what could be known, in EDTF; None: everything.
        kept: which rows there are; None: all.
        scopes: by kind of scope the keys whose totals there are, where not all are.
    """

    reader: Reader
    filters: Filters
    as_of: str | None
    kept: Kept | None
    scopes: dict[str, list[str]]

    @cached_property
    def wording(self) -> Wording:
        """Return what codes and countries are called."""
        return Wording(self.reader)

    def labels(self, code: str | None, *lists: str) -> dict[str, str]:
        """Return what a code of some lists is called in each language: ``{"en": "open", "fr": "ouvert"}``."""
        return self.spoken(lambda: self.wording.label(code, *lists))

    def spoken(self, say: Callable[[], str]) -> dict[str, str]:
        """Return a text in each language; nothing where it is empty."""
        found = {}
        for wanted in LANGUAGES:
            with speaking(wanted):
                found[wanted] = say()
        return {wanted: text for wanted, text in found.items() if text}

    def rows(self, table: Table, columns: Sequence[str] = ()) -> Stream:
        """Return the rows of a table as they come, always in the same order: by its key, text by code point.

        Args:
            table: one of TABLES.
            columns: those that are wanted; all by default.
        """
        select = f"SELECT {', '.join(columns) or '*'} FROM {table.view}"
        if not self.kept or table.whole:
            return self.reader.stream(f"{select} ORDER BY {table.order}")
        if table.scoped:
            return self._scoped(table, select)
        sql = f"{select} WHERE {table.by} IN ({{keys}}) ORDER BY {table.order}"
        names = self.reader.rows(f"{select} WHERE 1 = 0").columns
        return Stream(names, self._batches(table, self.kept, sql))

    def _batches(self, table: Table, kept: Kept, sql: str) -> Iterator[list[tuple[Any, ...]]]:
        for keys in kept.batches(table):
            if rows := self.reader.rows(sql.replace("{keys}", marks(keys)), named(keys)).rows:
                yield rows

    def _scoped(self, table: Table, select: str) -> Stream:
        conditions, parameters = ["1 = 0"], dict[str, Any]()
        for kind, keys in self.scopes.items():
            conditions.append(f"scope_kind = '{kind}' AND scope IN ({marks(keys, kind)})")
            parameters |= named(keys, kind)
        where = " OR ".join(f"({condition})" for condition in conditions)
        return self.reader.stream(f"{select} WHERE {where} ORDER BY {table.order}", parameters)

    def records(self, name: str, columns: Sequence[str] = ()) -> Iterator[list[Record]]:
        """Yield the rows of a table as dictionaries, some at once."""
        rows = self.rows(NAMED[name], columns)
        for batch in rows.batches():
            yield [dict(zip(rows.columns, row, strict=True)) for row in batch]

    def beside(self, view: str, column: str, keys: Iterable[str | None]) -> dict[str, list[Record]]:
        """Return the rows of a view that belong to some keys, by key, in the order of their own.

        Args:
            view: its name.
            column: the column that holds the key.
            keys: as many as a batch of rows has; None is passed over.
        """
        some = {key for key in keys if key is not None}
        found: dict[str, list[Record]] = defaultdict(list)
        rows = among(self.reader, f"SELECT * FROM {view} WHERE {column} IN ({{keys}})", some)
        for record in rows.ordered("id").records():
            found[record[column]].append(record)
        return found

    def among(self, name: str, keys: Iterable[str]) -> list[str]:
        """Return those of some keys of a table whose rows there are."""
        return [key for key in keys if not self.kept or self.kept.has(name, key)]

    def count(self, name: str) -> int:
        """Return how many rows of a table there are."""
        if self.kept:
            return self.kept.count(name)
        count: int = self.reader.rows(f"SELECT count(*) FROM {NAMED[name].view}").rows[0][0]
        return count


@contextmanager
def content(reader: Reader, filters: Filters, as_of: str | None = None) -> Iterator[Content]:
    """Give what an export of a database has: all, or the claims that fit some filters with all that they refer to.

    Raises:
        NotFoundError: a filter names nothing that is there.
        UsageError: a filter doesn't fit, or a date is no date.
    """
    if filters == Filters():
        yield Content(reader, filters, as_of, None, {})
        return
    whom = with_kin(reader, filters)
    asked = dict(resolved(reader, "claims", LISTINGS["claims"], whom))
    scopes = {name: keys for name, keys in asked.items() if name in ("country", "place", "operator")}
    if areas := areas_among(scopes.get("country", ())):
        scopes |= {"area": areas, "country": covered(reader, scopes["country"])}
    with closing(Kept(reader, slugs_that_fit(reader, whom))) as kept:
        yield Content(reader, filters, as_of, kept, scopes)
