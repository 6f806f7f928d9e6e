"""The order in which a file is written: its parts, and the fields of each kind of record."""

from functools import cache

from ocdb.curation import records, registers
from ocdb.curation.fields import Record

_LAST = ("retired", "judgements", "coverage", "searches", "expected")
_REGISTERS = tuple(name for name in records.REGISTERS if name not in _LAST)
# The parts of a file: the article, who and where, what it states, and what is said of records.
PARTS: tuple[str, ...] = ("source", "defaults", "codes", *_REGISTERS, "citations", *records.CLAIMS, *_LAST)
_SHAPES: dict[str, type[Record]] = {
    "source": registers.Source,
    "citation": registers.Citation,
    **records.SHAPES,
}
_CLAIMS = {records.kind_of(shape) for shape in records.CLAIMS.values()}
# What comes last in a claim: who takes part, and what is said about the record.
_ENDING = ("parties", "implied", "conflicts_with", "preferred_because", "note", "made_by", "confirmed_by")


@cache
def order(kind: str) -> tuple[str, ...]:
    """Return the names of all fields of a kind of record, in the order in which fixtures write them."""
    shape = _SHAPES.get(kind, registers.Source)
    names = [info.alias or name for name, info in shape.model_fields.items()]
    if kind not in _CLAIMS:
        return tuple(names)
    own = [name for name in names if name not in ("id", "cite", "said_by", "summary", *_ENDING)]
    before = next((index + 1 for index, name in enumerate(own) if name in ("status", "topic")), 0)
    # A summary opens the record, or follows what an event or a statement is.
    own.insert(before if kind in ("event", "statement") else 0, "summary")
    quoted = next((name for name in ("basis", "summary") if name in own[1:]), "")
    own.insert(own.index(quoted) + 1 if quoted else 0, "said_by")
    return ("id", "cite", *own, *_ENDING)
