"""An answer as Python has it: plain values, which stay when the database is closed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ocdb.answers import answer as values
from ocdb.answers.citations import claims_behind
from ocdb.errors import OcdbError, UsageError
from ocdb.render.answers import beside, table
from ocdb.store.reader.rows import Rows
from ocdb.words.language import _
from ocdb.words.options import as_keywords

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


@dataclass(frozen=True, repr=False)
class Answer:
    """The answer to a question: plain values, which stay when the database is closed.

    Attributes:
        title: the answer in a sentence, or what it lists.
        notes: what should be known beside it, a sentence each: how much was read, what is left out, who is taken in.
        data: the whole, as `-f json` prints it: a dictionary, or of a list of records a list of dictionaries.
        claims: the slugs of the claims that it rests on, sorted; `Database.citations` has their passages.
    """

    title: str
    notes: tuple[str, ...]
    data: Any
    claims: tuple[str, ...] = ()
    _table: Rows = field(default=Rows((), []), compare=False)
    _text: str = field(default="", compare=False)
    _html: str = field(default="", compare=False)

    @property
    def rows(self) -> "list[dict[str, Any]]":
        """Return the answer as one table, as `-f csv` prints it: codes, numbers and EDTF; None for what is unknown."""
        return self._table.records()

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns of `rows`."""
        return self._table.columns

    @property
    def parts(self) -> tuple[str, ...]:
        """Return what of `data` is a table of its own, as ``counted`` is; `to_pandas` and the like take its name."""
        return tuple(name for name, part in self._parts())

    def to_pandas(self, part: str | None = None) -> "pd.DataFrame":
        """Return `rows`, or a part of `data`, as a frame of pandas: string, Int64, Float64, datetime64[s].

        Args:
            part: one of `parts`.

        Raises:
            UsageError: there is no such part, or pandas isn't installed.
        """
        from ocdb.render.frames import to_pandas  # noqa: PLC0415  for frames only

        return to_pandas(self._rows_of(part))

    def to_polars(self, part: str | None = None) -> "pl.DataFrame":
        """Return `rows`, or a part of `data`, as a frame of polars: String, Int64, Float64, Date.

        Args:
            part: one of `parts`.

        Raises:
            UsageError: there is no such part, or polars isn't installed.
        """
        from ocdb.render.frames import to_polars  # noqa: PLC0415

        return to_polars(self._rows_of(part))

    def to_arrow(self, part: str | None = None) -> "pa.Table":
        """Return `rows`, or a part of `data`, as a table of Arrow: string, int64, float64, date32.

        Args:
            part: one of `parts`.

        Raises:
            UsageError: there is no such part, or pyarrow isn't installed.
        """
        from ocdb.render.frames import to_arrow  # noqa: PLC0415

        return to_arrow(self._rows_of(part))

    def _parts(self) -> "Iterator[tuple[str, list[dict[str, Any]]]]":
        for name, part in self.data.items() if isinstance(self.data, dict) else ():
            if isinstance(part, list):
                yield name, [record if isinstance(record, dict) else {name: record} for record in part]

    def _rows_of(self, part: str | None) -> Rows:
        if part is None:
            return self._table
        found = dict(self._parts())
        if part not in found:
            hint = _("Its parts are {parts}.").format(parts=", ".join(found) or _("none"))
            raise explained(UsageError(_("the answer has no part {part}").format(part=part), hint))
        names = tuple(dict.fromkeys(name for record in found[part] for name in record))
        return Rows(names, [tuple(record.get(name) for name in names) for record in found[part]])

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._table.rows)

    def __iter__(self) -> "Iterator[dict[str, Any]]":
        """Yield the rows as dictionaries."""
        return iter(self.rows)

    def __bool__(self) -> bool:
        """Return True: that nothing is on record is an answer too; `len` counts the rows."""
        return True

    def __repr__(self) -> str:
        return f"<Answer {self.title!r}: {len(self)} rows>" if self.title else f"<Answer: {len(self)} rows>"

    def __str__(self) -> str:
        return self._text

    def _repr_html_(self) -> str:
        return self._html


def plain(found: values.Answer, notes: Sequence[str] = ()) -> Answer:
    """Return an answer as plain values, all read while its database is open."""
    from ocdb.render.notebook import html, text  # noqa: PLC0415

    rows = table(found)
    rows = Rows(rows.columns, rows.rows)
    data = {**found.data} if found.data is not None else rows.records()
    told = [as_keywords(note) for note in (*notes, *beside(found, "json"))]
    shown = as_keywords(text(found)), as_keywords(html(found))
    return Answer(as_keywords(found.title), tuple(told), data, claims_behind(found), rows, *shown)


def explained(error: OcdbError) -> OcdbError:
    """Return an error that names keywords instead of options, and whose traceback shows what to do next."""
    if not getattr(error, "__notes__", None):
        error.args = (as_keywords(str(error)), *error.args[1:])
        error.hint = as_keywords(error.hint)
        if error.hint:
            error.add_note(error.hint)
    return error
