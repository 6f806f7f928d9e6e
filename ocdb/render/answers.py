"""An answer in a format: what people read, or data."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from ocdb.answers.answer import Answer, Section, joined
from ocdb.render.rows import written
from ocdb.store.reader.rows import Rows

if TYPE_CHECKING:
    from ocdb.render.terminal import Screen

Format = Literal["table", "tsv", "csv", "json", "jsonl", "md", "xlsx"]
FORMATS: tuple[str, ...] = get_args(Format)


def drawn(answer: Answer, form: str, screen: "Screen | None" = None, *, notes: bool = True) -> Iterator[str]:
    """Yield the parts of an answer in any format of text.

    Args:
        answer: what to print.
        form: one of FORMATS but xlsx.
        screen: where a table is printed; without it nothing is cut, and there are no colours.
        notes: whether a table is followed by what is to be known beside it.
    """
    if form == "table":
        from ocdb.render import terminal  # noqa: PLC0415  Rich, for a table only

        return terminal.draw(answer, screen or terminal.Screen(), notes=notes)
    if form == "md":
        from ocdb.render import markdown  # noqa: PLC0415

        return markdown.draw(answer)
    return data(answer, form)


def data(answer: Answer, form: str) -> Iterator[str]:
    """Yield the text of an answer in a data format: tsv, csv, json or jsonl.

    JSON has the whole as one object, or the rows of the only section as a list. The others have what is printed as one
    table: with a first column ``section`` where there are several parts, and where those have little in common a line a
    value: section, id, field, value. An answer that adds up has its totals, or the parts that were asked for.
    """
    if form == "json" and answer.data is not None:
        from ocdb.render import objects  # noqa: PLC0415  only for this format

        return objects.whole(answer.data)
    return written(table(answer), form)


def table(answer: Answer) -> Rows:
    """Return what is printed of an answer as one table; of an answer of facts all that it has."""
    if answer.rows is not None:
        return answer.rows
    if answer.facts:
        return _facts(answer.sections)
    return joined(answer.shown)


def _facts(sections: Sequence[Section]) -> Rows:
    """Return one row a known value."""
    rows = []
    for section in sections:
        for number, record in enumerate(section.rows.records(), 1):
            key = record.get("id", str(number))
            rows += [(section.name, key, name, value) for name, value in record.items() if value is not None]
    return Rows(("section", "id", "field", "value"), rows)


def beside(answer: Answer, form: str) -> tuple[str, ...]:
    """Return what people should know beside an answer in a format, a line each: its notes, and what isn't in it."""
    return (*(() if _has_all(answer, form) else answer.more), *answer.notes)


def _has_all(answer: Answer, form: str) -> bool:
    """Return whether a format has what others only point to."""
    if form in ("table", "md"):
        return False
    if answer.data is not None:
        return form in ("json", "xlsx") or answer.facts
    return form == "xlsx" or answer.rows is not None
