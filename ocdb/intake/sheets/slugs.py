"""Slugs from patterns: {operator}-{at}-{year}-{figure} over the fields of a record."""

import re
from collections.abc import Callable, Mapping
from itertools import chain, count
from typing import Any

from ocdb.curation.corpus import Corpus
from ocdb.dates import parse
from ocdb.intake.sheets.fields import DATES
from ocdb.intake.sheets.unfit import UnfitError
from ocdb.text import slug
from ocdb.words.language import _

Taken = Callable[[str], bool]
PLACEHOLDER = re.compile(r"\{([^{}:]+)(?::(\d+))?\}")
LONGEST = 120
_FIGURES = ("figure", "amount")


def free(key: str, taken: Taken) -> str:
    """Return a key that nobody bears: with a number where it is taken.

    Args:
        key: without a number.
        taken: whether somebody bears a key.
    """
    numbered = (f"{key}-{number}" for number in count(2))
    return next(one for one in chain([key], numbered) if not taken(one))


def fill(pattern: str, record: Mapping[str, Any], row: int, corpus: Corpus) -> str:
    """Return the slug that a pattern makes of a record; a part that the record lacks is left out.

    Args:
        pattern: fields in braces; operator stands for operators, {year} for the year of the record's date, {row} for
            the number of the row, {title:3} for the first three words.
        record: the fields that are known.
        row: number of the row.
        corpus: for what places and countries are called.

    Raises:
        UnfitError: nothing is left, or it is too long.
    """
    parts = []
    for piece in re.split(r"(\{[^{}]*\})", pattern):
        match = PLACEHOLDER.fullmatch(piece)
        text = _part(match[1], record, row, corpus) if match else slug(piece) if re.search(r"\w", piece) else ""
        parts.append("-".join(text.split("-")[: int(match[2])]) if match and match[2] else text)
    made = "-".join(part for part in parts if part)
    if not made:
        reason = _("no slug can be made from {pattern}").format(pattern=pattern)
        raise UnfitError(reason, _("Fill the cells that it is made of, or add {part} to it.").format(part="{row}"))
    if len(made) > LONGEST:
        reason = _("its slug has more than {limit} characters").format(limit=LONGEST)
        raise UnfitError(reason, _("Shorten it in the mapping, as in {example}.").format(example="{title:3}"))
    return made


def names(pattern: str) -> list[str]:
    """Return the placeholders of a pattern."""
    return [match[1] for match in PLACEHOLDER.finditer(pattern)]


def meant(name: str, fields: Mapping[str, Any]) -> str | None:
    """Return the field that a placeholder means: operator is operators where there is only that; None if none is."""
    return next((one for one in (name, f"{name}s") if one in fields), None)


def _part(name: str, record: Mapping[str, Any], row: int, corpus: Corpus) -> str:
    if name == "row":
        return str(row)
    if name == "year":
        return _year(record)
    value = record.get(meant(name, record) or name)
    if isinstance(value, dict):
        value = next(iter(value.values()))
    return "-".join(_word(name, one, corpus) for one in (value if isinstance(value, list) else [value]))


def _word(name: str, value: Any, corpus: Corpus) -> str:
    """Return a value as a part of a slug: a place without its country, a country by its name."""
    if value is None:
        return ""
    if name in ("at", "from", "to") and isinstance(value, str):
        place, country = corpus.find(["place"], value), corpus.find(["country"], value)
        if place:
            return value.removeprefix(f"{place.record.country.lower()}-")
        if country:
            return slug(country.record.name_en)
    return slug(str(value))


def _year(record: Mapping[str, Any]) -> str:
    date = next((str(record[name]) for name in DATES if record.get(name)), "")
    span = parse(date) if date else None
    day = (span.first or span.last) if span else None
    return str(day.year) if day else ""
