"""What the claims of a file inherit from its `defaults:` unless they say otherwise."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ocdb.curation import records
from ocdb.curation.fields import Record
from ocdb.curation.registers import Citation

KEY = "defaults"
# A date is inherited with how it is known, or not at all.
DATES = ("announced", "date", "as_of", "held", "opened")
_HOW = ("_basis", "_note")
# How records were made and who confirmed them, which citations of other claims inherit too.
MAKING = ("made_by", "confirmed_by")
_SHAPES: dict[str, type[Record]] = {**records.CLAIMS, "citations": Citation}
# Of a development the operator is who runs the site from then on, which is no default.
_APART = {("developments", "operator"), ("developments", "operators")}


def allowed() -> tuple[str, ...]:
    """Return the keys that may stand under defaults."""
    return (
        "operator",
        "operators",
        "at",
        "said_by",
        "basis",
        *MAKING,
        *(f"{name}{how}" for name in DATES for how in ("", *_HOW)),
    )


def with_defaults(key: str, record: Any, defaults: Mapping[str, Any]) -> Any:
    """Return the data of a record of a list with what it inherits; what has no fields stays as it is.

    A field that is there, be it empty (`said_by: []`, `at: null`), says otherwise.
    """
    if not isinstance(record, dict) or key not in _SHAPES or not defaults:
        return record
    more = dict(_inherited(key, record, defaults))
    return {**record, **more} if more else record


def _inherited(key: str, record: Mapping[str, Any], defaults: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    fields = _fields(key)
    for name, value in defaults.items():
        kept = _as_field(name, fields)
        if not kept or (key, kept) in _APART or kept in record:
            continue
        date = next((one for one in DATES if name in (one, *(one + how for how in _HOW))), "")
        if not date or not any(one in record for one in (date, *(date + how for how in _HOW))):
            yield kept, value


def _as_field(name: str, fields: frozenset[str]) -> str:
    """Return the field that a default fills: one operator is the only one of those who promise."""
    twin = {"operator": "operators", "operators": "operator"}.get(name, name)
    return name if name in fields else twin if twin in fields else ""


@cache
def _fields(key: str) -> frozenset[str]:
    return frozenset(info.alias or name for name, info in _SHAPES[key].model_fields.items())
