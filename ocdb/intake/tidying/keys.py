"""Makes the keys that claims lack: readable, by operator, place, year and figure, and borne by no other record."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ocdb.curation import inheriting, records
from ocdb.intake.sheets.slugs import Taken, free
from ocdb.text import slug

LONGEST = 110
_DATES = ("announced", "as_of", "date", "opened", "held", "closed", "due")
_YEAR = re.compile(r"\d{4}")


def fill(data: Mapping[str, Any], taken: Taken, names: Mapping[str, str]) -> Iterator[str]:
    """Give a key to each claim of a file that has none, and yield the new ones.

    Args:
        data: the file; its claims change.
        taken: whether a record bears a key already.
        names: words for codes of countries and areas in keys: morocco for MA.
    """
    defaults, source = data.get(inheriting.KEY) or {}, data.get("source") or {}
    for key in records.CLAIMS:
        for record in data.get(key) or ():
            if isinstance(record, dict) and record.get("id") is None:
                whole = inheriting.with_defaults(key, record, defaults)
                kind = records.kind_of(records.CLAIMS[key])
                parts = _parts(key, {"operator": defaults.get("operator"), **whole}, source, names)
                record["id"] = _free(parts, _one(record.get("measure")).replace("_", "-"), kind, taken)
                yield record["id"]


def _free(parts: Sequence[str], more: str, kind: str, taken: Taken) -> str:
    """Return a key of some parts that nobody bears: where it is taken with what is counted, the kind, or a number."""
    plain = "-".join(part for part in parts if part)[:LONGEST].strip("-") or kind
    words = (f"{plain}-{one}" for one in (more, kind) if one)
    return next((key for key in (plain, *words) if not taken(key)), None) or free(plain, taken)


def _parts(key: str, record: Mapping[str, Any], source: Mapping[str, Any], names: Mapping[str, str]) -> list[str]:
    """Return what a key is made of."""
    year = _year(record, source)
    match key:
        case "positions":
            return [_one(record.get("official")), _one(record.get("organisation")), year]
        case "verdicts":
            return [_one(record.get("pledge")), _one(record.get("outcome")).replace("_", "-")]
        case "developments":
            return [_one(record.get("concerns")), _one(record.get("status")), year]
        case "successions":
            return [_one(record.get("predecessor")), _one(record.get("successor")), year]
        case "ownerships":
            return [_one(record.get("owned")), _one(record.get("owner"))]
    what = {
        "sites": _one(record.get("name")) and slug(_one(record.get("name"))),
        "events": _one(record.get("kind")).replace("_", "-"),
        "statements": _one(record.get("topic")).replace("_", "-"),
        "statistics": _one(record.get("measure")).replace("_", "-"),
        "losses": _one(record.get("cause")).replace("_", "-"),
    }.get(key, "")
    figure = _figure(record.get("figure", record.get("amount")))
    return [_who(record), _where(record, names), what, "" if key == "sites" else year, figure]


def _one(value: Any) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, str) else ""


def _who(record: Mapping[str, Any]) -> str:
    """Return the operator, or else the first party that takes part or is quoted."""
    parties = record.get("parties")
    others = list(parties.values()) if isinstance(parties, dict) else []
    found = (_one(value) for value in (record.get("operator"), record.get("operators"), *others, record.get("said_by")))
    return next(filter(None, found), "")


def _where(record: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Return the place without its country, or the name of the country."""
    place = _one(record.get("at")) or _one(record.get("to")) or _one(record.get("from"))
    return names.get(place) or re.sub(r"^[a-z]{2}-", "", place)


def _year(record: Mapping[str, Any], source: Mapping[str, Any]) -> str:
    dates = (str(value) for value in (*(record.get(name) for name in _DATES), source.get("published")) if value)
    return next((found[0] for date in dates if (found := _YEAR.search(date))), "")


def _figure(value: Any) -> str:
    """Return the number of a figure, of a range the smaller one."""
    inner = next(iter(value.values()), "") if isinstance(value, dict) and value else value
    first = inner[0] if isinstance(inner, list) and inner else inner
    return slug(str(first)) if isinstance(first, int | str) and not isinstance(first, bool) else ""
