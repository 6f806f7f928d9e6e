"""A directory of Parquet files, one a table, typed and described, with what to read first in each of them."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ocdb import release
from ocdb.errors import UsageError
from ocdb.export.content import Content
from ocdb.export.fields import Field, description, fields
from ocdb.export.formats import README
from ocdb.export.read_first import LICENCE_ADDRESS, markdown, titles
from ocdb.export.tables import TABLES, Table
from ocdb.words.language import N_, _

if TYPE_CHECKING:
    import pyarrow as pa

NOTE = N_(
    "Parquet: a file a table, typed; days are dates. The descriptions of columns are in the metadata of each file."
)
# So many rows are compressed together, or fewer of so many bytes: enough for a reader, and few enough to be held.
GROUP, GROUP_BYTES = 20_000, 2**26


def write(content: Content, folder: Path) -> None:
    """Write an export as a directory of Parquet files.

    Raises:
        UsageError: pyarrow isn't installed.
    """
    try:
        import pyarrow  # noqa: F401, ICN001, PLC0415  an extra of its own
    except ImportError as error:
        hint = _("Install it with: {command} - or choose another format with -f.")
        raise UsageError(
            _("Parquet needs pyarrow, which isn't installed"), hint.format(command=release.install("parquet"))
        ) from error
    folder.mkdir()
    about = markdown(content, (NOTE,))
    for table in TABLES:
        _write(content, table, about, folder / f"{table.name}.parquet")
    (folder / README).write_text(about, "utf-8")


def _write(content: Content, table: Table, about: str, file: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415

    schema = _schema(table, about)
    # Our own stream: its errors are Python's, with their numbers.
    with file.open("wb") as stream, ParquetWriter(stream, schema, compression="zstd") as writer:
        waiting: list[pa.Table] = []
        for batch in content.rows(table).batches():
            waiting.append(_table(pa, schema, table, batch))
            if sum(map(len, waiting)) >= GROUP or sum(part.nbytes for part in waiting) >= GROUP_BYTES:
                writer.write_table(pa.concat_tables(waiting).combine_chunks())
                waiting = []
        if waiting:
            writer.write_table(pa.concat_tables(waiting).combine_chunks())


def _schema(table: Table, about: str) -> "pa.Schema":
    import pyarrow as pa  # noqa: PLC0415

    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
    columns = [
        pa.field(
            field.name, types[field.type], nullable=field.name != "id", metadata={"description": field.description}
        )
        for field in fields(table)
    ]
    metadata = {
        "title": json.dumps(titles(), ensure_ascii=False),
        "description": description(table),
        "license": f"{release.LICENCE} {LICENCE_ADDRESS}",
        "read_first": about,
        "primary_key": "id",
        "foreign_keys": json.dumps(dict(table.references)),
    }
    return pa.schema(columns, metadata={f"ocdb.{name}": text for name, text in metadata.items()})


def _table(pa: Any, schema: "pa.Schema", table: Table, rows: Sequence[tuple[Any, ...]]) -> "pa.Table":
    columns = [
        pa.array(_values(field, column), type=schema.field(field.name).type)
        for field, column in zip(fields(table), zip(*rows, strict=True), strict=True)
    ]
    return pa.table(columns, schema=schema)


def _values(field: Field, column: Sequence[Any]) -> Sequence[Any]:
    if field.type == "date":
        return [value and date.fromisoformat(value) for value in column]
    return column
