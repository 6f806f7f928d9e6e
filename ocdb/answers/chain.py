"""The whole chain of a promise: versions, tranches and the figures that contradict it, in the order of time."""

from ocdb.answers.ledger import on_day
from ocdb.answers.linked import together
from ocdb.answers.lists import Listed
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader, Rows


def chain(reader: Reader, pledge: str) -> Listed:
    """Return the promises that a promise hangs together with, itself included: rows of v_ledger with today's verdicts.

    The earliest announcement comes first. A promise that stands alone is a chain of one.
    """
    found = among(reader, "SELECT * FROM v_ledger WHERE id IN ({keys})", together(reader, "v_pledges", pledge))
    lines = [on_day(line, reader.today.isoformat()) for line in found.records()]
    lines.sort(key=lambda line: (line["announced_from"] or line["announced_to"] or "", line["id"]))
    return Listed("ledger", Rows(found.columns, [tuple(line[name] for name in found.columns) for line in lines]))
