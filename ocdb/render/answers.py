"""An answer in a format: what people read, or data."""

from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from ocdb.answers.answer import Answer, Section
from ocdb.render.delimited import csv, tsv
from ocdb.store.reader.rows import Rows

Format = Literal["table", "tsv", "csv", "json", "jsonl", "md", "xlsx"]
FORMATS: tuple[str, ...] = get_args(Format)


def data(answer: Answer, form: str) -> Iterator[str]:
    """Yield the text of an answer in a data format: tsv, csv, json or jsonl.

    JSON has the whole as one object, or the rows of the only section as a list. The others have what is printed as one
    table: with a first column ``section`` where there are several parts, and where those have little in common a line a
    value: section, id, field, value.
    """
    if form in ("json", "jsonl"):
        from ocdb.render import objects  # noqa: PLC0415  only for these formats

        if form == "json" and answer.data is not None:
            return objects.whole(answer.data)
        return (objects.listed if form == "json" else objects.lines)(table(answer))
    return (tsv if form == "tsv" else csv)(table(answer))


def table(answer: Answer) -> Rows:
    """Return what is printed of an answer as one table."""
    sections = answer.shown
    if answer.rows is not None:
        return answer.rows
    if answer.facts:
        return _facts(sections)
    return sections[0].rows if len(sections) == 1 else _flat(sections)


def _facts(sections: Sequence[Section]) -> Rows:
    """Return one row a known value."""
    rows = []
    for section in sections:
        for number, record in enumerate(section.rows.records(), 1):
            key = record.get("id", str(number))
            rows += [(section.name, key, name, value) for name, value in record.items() if value is not None]
    return Rows(("section", "id", "field", "value"), rows)


def _flat(sections: Sequence[Section]) -> Rows:
    names = tuple(dict.fromkeys(name for section in sections for name in section.rows.columns))
    rows = [
        (section.name, *(record.get(name) for name in names))
        for section in sections
        for record in section.rows.records()
    ]
    return Rows(("section", *names), rows)
