"""Rows in a data format: in memory already, or as they come."""

from collections.abc import Iterator

from ocdb.store.reader.rows import Table

# The formats of data: of each the beginning can be written before the end is known.
FORMATS = ("tsv", "csv", "json", "jsonl")


def written(rows: Table, form: str) -> Iterator[str]:
    """Yield the text of rows in one of FORMATS, some rows at a time.

    Raises:
        OcdbError: what the engine says of rows that come, before the first text or later.
    """
    if form in ("json", "jsonl"):
        from ocdb.render import objects  # noqa: PLC0415  only for these formats

        return (objects.listed if form == "json" else objects.lines)(rows)
    from ocdb.render import delimited  # noqa: PLC0415

    return (delimited.tsv if form == "tsv" else delimited.csv)(rows)
