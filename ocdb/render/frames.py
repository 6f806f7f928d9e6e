"""Rows as frames of pandas, polars and pyarrow, each where it is installed: numbers stay whole, days become dates.

A date is EDTF, which no library has a type for, and stays text; beside it stand its first and its last day, as dates.
What is unknown is null: no whole number becomes a fraction because others are missing.
"""

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from ocdb import release
from ocdb.errors import UsageError
from ocdb.render.values import plain
from ocdb.store.reader.rows import Rows, Verbatim
from ocdb.words.language import _

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Kind = Literal["text", "whole", "number", "day", "bytes"]
# The columns that hold days and nothing else, by their names in the views.
_DAYS = re.compile(r"(.+_(from|to|day|evidence|news)|due_by|since|until)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# What all three libraries hold as a whole number.
_MOST = 2**63


@dataclass(frozen=True)
class Typed:
    """A column whose values are all of one kind, or None."""

    name: str
    kind: Kind
    values: list[Any]


def typed(rows: Rows) -> list[Typed]:
    """Return the columns of rows, each of one kind; what is of several kinds is text."""
    columns = zip(*rows.rows, strict=True) if rows.rows else [()] * len(rows.columns)
    return [_typed(name, values) for name, values in zip(rows.columns, columns, strict=True)]


def _typed(name: str, values: Sequence[Any]) -> Typed:
    kinds = {type(value) for value in values} - {type(None)}
    if kinds == {int} and all(value is None or -_MOST <= value < _MOST for value in values):
        return Typed(name, "whole", list(values))
    if kinds and kinds <= {int, float}:
        return Typed(name, "number", [None if value is None else float(value) for value in values])
    if kinds == {bytes}:
        return Typed(name, "bytes", list(values))
    if _DAYS.fullmatch(name) and kinds <= {str} and (days := _days(values)) is not None:
        return Typed(name, "day", days)
    return Typed(name, "text", [_text(value) for value in values])


def _days(values: Sequence[str | None]) -> list[dt.date | None] | None:
    """Return texts as days; None where one is another text."""
    if not all(value is None or _DAY.fullmatch(value) for value in values):
        return None
    try:
        return [None if value is None else dt.date.fromisoformat(value) for value in values]
    except ValueError:
        return None


def _text(value: Any) -> str | None:
    if value is None or (isinstance(value, str) and not isinstance(value, Verbatim)):
        return value
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list | tuple) else plain(value)


def to_pandas(rows: Rows) -> "pd.DataFrame":
    """Return rows as a frame of pandas: string, Int64, Float64, datetime64[s]; bytes as objects.

    Raises:
        UsageError: pandas isn't installed.
    """
    pandas = _library("pandas")
    kinds = {"text": "string", "whole": "Int64", "number": "Float64", "day": "datetime64[s]", "bytes": "object"}
    columns = typed(rows)
    made = {column.name: pandas.Series(column.values, dtype=kinds[column.kind]) for column in columns}
    frame: pd.DataFrame = pandas.DataFrame(made, columns=[column.name for column in columns])
    return frame


def to_polars(rows: Rows) -> "pl.DataFrame":
    """Return rows as a frame of polars: String, Int64, Float64, Date, Binary.

    Raises:
        UsageError: polars isn't installed.
    """
    polars = _library("polars")
    kinds = {
        "text": polars.String,
        "whole": polars.Int64,
        "number": polars.Float64,
        "day": polars.Date,
        "bytes": polars.Binary,
    }
    made = [polars.Series(column.name, column.values, dtype=kinds[column.kind]) for column in typed(rows)]
    frame: pl.DataFrame = polars.DataFrame(made)
    return frame


def to_arrow(rows: Rows) -> "pa.Table":
    """Return rows as a table of Arrow: string, int64, float64, date32, binary.

    Raises:
        UsageError: pyarrow isn't installed.
    """
    pa = _library("pyarrow")
    kinds = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64(), "day": pa.date32(), "bytes": pa.binary()}
    columns = typed(rows)
    arrays = [pa.array(column.values, type=kinds[column.kind]) for column in columns]
    return pa.Table.from_arrays(arrays, names=[column.name for column in columns])


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        install = release.install("parquet") if name == "pyarrow" else f"pip install {name}"
        hint = _("Install it: {command}").format(command=install)
        raise UsageError(_("{package} isn't installed").format(package=name), hint) from error
