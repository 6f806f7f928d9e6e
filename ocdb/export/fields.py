"""The columns of a table: their types, and what the views themselves say of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ocdb.export.tables import TABLES, Table
from ocdb.store import views

Type = Literal["string", "integer", "number", "date"]

# A column of such a name has this type in each view, but for those below; all others are text. A test compares them
# with what PostgreSQL says.
_WHOLE = {
    "adds_high", "adds_low", "ambition", "amount_high", "amount_low", "announcement", "baseline_high",
    "baseline_low", "cancelled", "capacity", "claims", "commitment", "contradicted", "counts", "denied",
    "denying_voices", "forecast", "found", "geonames_id", "high", "in_africa", "in_time", "kept", "kept_high",
    "known", "late", "losses", "low", "missed", "no_figure", "paragraph", "paragraphs", "pledges", "position",
    "promised", "promised_high", "promised_known", "reached", "reported", "searches", "settled", "shown",
    "shown_high", "sites", "sources", "unnamed_operators", "voices", "year",
}  # fmt: skip
_FRACTIONAL = {"coverage", "latitude", "longitude", "rate_high", "rate_low", "share_high", "share_low"}
_DAYS = {"due_by", "first_day", "last_day", "last_evidence", "since"}
_TEXT = {"credited_to", "syndicated_from"}
_OTHERS: dict[tuple[str, str], Type] = {
    ("statistics", "low"): "number", ("statistics", "high"): "number", ("ledger", "promised"): "string",
    ("currencies", "until"): "integer", ("ledger_evidence", "until"): "date",
    ("searches", "hits"): "integer", ("searches", "used"): "integer", ("searched_for", "hits"): "integer",
    ("searched_for", "used"): "integer", ("searched_for", "sources"): "string",
}  # fmt: skip


@dataclass(frozen=True)
class Field:
    """A column of a table.

    Attributes:
        name: as in the view.
        type: what its values are; a date is a day, dates in EDTF are text.
        description: what they tell, in English.
        references: the table whose key it holds; empty: none.
    """

    name: str
    type: Type
    description: str
    references: str = ""


@cache
def fields(table: Table) -> tuple[Field, ...]:
    """Return the columns of a table in their order."""
    return tuple(
        Field(column.name, _type(table.name, column.name), column.description, table.references.get(column.name, ""))
        for column in _views()[table.view].columns
    )


def every_field() -> Iterator[tuple[str, ...]]:
    """Yield a line a column of all tables: table, column, type, description, references; the names of these first."""
    yield "table", "column", "type", "description", "references"
    for table in TABLES:
        for field in fields(table):
            yield table.name, field.name, field.type, field.description, field.references


def description(table: Table) -> str:
    """Return what a table holds, and what one row of it is, in English."""
    return _views()[table.view].description


@cache
def _views() -> dict[str, views.View]:
    return {view.name: view for view in views.documented()}


def _type(table: str, name: str) -> Type:
    if other := _OTHERS.get((table, name)):
        return other
    if name in _WHOLE:
        return "integer"
    if name in _FRACTIONAL:
        return "number"
    if name in _DAYS or (name.endswith(("_from", "_to")) and name not in _TEXT):
        return "date"
    return "string"
