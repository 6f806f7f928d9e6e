"""The shapes of records as curators write them, declared once; checks, loading and documents follow them.

A file of fixtures holds one source and what it states. Files of seeds hold registers: operators, institutions,
officials, places, and the reference data.
"""

from ocdb import kinds
from ocdb.curation.claims import Claim
from ocdb.curation.fields import Record
from ocdb.curation.registers import (
    Area,
    Code,
    Country,
    Coverage,
    Currency,
    EventKind,
    Expectation,
    Institution,
    Judgement,
    Official,
    Operator,
    Place,
    Publisher,
    Retired,
    Search,
    StatisticMeasure,
)


def kind_of(shape: type[Record]) -> str:
    """Return the kind of record that a shape describes: its name in small letters."""
    return shape.__name__.lower()


_SHAPES = {kind_of(shape): shape for shape in Claim.__subclasses__()}
# The keys of a file whose lists hold claims, and the shape of each; a claim's kind is its shape's name.
CLAIMS: dict[str, type[Claim]] = {kind.plural: _SHAPES[kind.name] for kind in kinds.CLAIMS}
# The keys of a file whose lists hold registers and reference data.
REGISTERS: dict[str, type[Record]] = {
    "operators": Operator,
    "institutions": Institution,
    "officials": Official,
    "places": Place,
    "publishers": Publisher,
    "countries": Country,
    "areas": Area,
    "currencies": Currency,
    "retired": Retired,
    "judgements": Judgement,
    "coverage": Coverage,
    "searches": Search,
    "expected": Expectation,
}


# The shape of each kind of record that a list of a file holds, and the key of that list.
SHAPES: dict[str, type[Record]] = {kind_of(shape): shape for shape in (CLAIMS | REGISTERS).values()}
KEYS: dict[str, str] = {kind_of(shape): key for key, shape in (CLAIMS | REGISTERS).items()}


# The code lists whose members say more than those of others.
CODES: dict[str, type[Code]] = {"event_kind": EventKind, "statistic_measure": StatisticMeasure}
