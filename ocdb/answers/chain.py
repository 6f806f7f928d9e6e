"""The whole chain of a promise: versions, tranches and the figures that contradict it, in the order of time."""

from ocdb.answers.ledger import on_day
from ocdb.answers.lists import Listed
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows

_BACK = "SELECT claim FROM v_links WHERE kind IN ('part_of', 'revises') AND other IN ({keys})"
_LINKED = "SELECT other FROM v_links WHERE claim IN ({keys})"


def chain(reader: Reader, pledge: str) -> Listed:
    """Return the promises that a promise hangs together with, itself included: rows of v_ledger with today's verdicts.

    The earliest announcement comes first. A promise that stands alone is a chain of one.
    """
    seen, new = {pledge}, {pledge}
    while new:
        new = {key for sql in (_BACK, _LINKED) for (key,) in among(reader, sql, new).rows} - seen
        seen |= new
    found = among(reader, "SELECT * FROM v_ledger WHERE id IN ({keys})", seen)
    lines = [on_day(line, reader.today.isoformat()) for line in found.records()]
    lines.sort(key=lambda line: (line["announced_from"] or line["announced_to"] or "", line["id"]))
    return Listed("ledger", Rows(found.columns, [tuple(line[name] for name in found.columns) for line in lines]))
