"""What decides which rows could be known on a day, as keys alone: little to read, however much is on record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ocdb.load.references import belonging, family, key_of_whole, references

# Returns the values of some columns, a tuple a row, of all rows of a table; days may be text.
Ask = Callable[[str, Sequence[str]], Iterable[tuple[Any, ...]]]
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Grounds:
    """What claims, parties and searches for articles rest on.

    Attributes:
        published: each source with the last day on which it may have been published; None where nobody knows.
        searched: each search for articles with its last day.
        cited: claim, source and stance of each citation.
        claims: the slugs of all claims.
        parties: the slugs of all parties.
        needs: claims, each with one without which it means nothing, as a verdict with its pledge.
        mentions: claims, each with a party that it mentions.
    """

    published: dict[str, date | str | None]
    searched: dict[str, date | str | None]
    cited: list[tuple[str, str, str]]
    claims: set[str]
    parties: set[str]
    needs: Pairs
    mentions: Pairs


def grounds(ask: Ask) -> Grounds:
    """Return the grounds of a database, or of rows."""
    return Grounds(
        dict(ask("source", ("id", "published_to"))),
        {**dict(ask("coverage", ("id", "searched_to"))), **dict(ask("search", ("id", "searched_to")))},
        list(ask("citation", ("claim_id", "source_id", "stance"))),
        _keys(ask, "claim"),
        _keys(ask, "party"),
        between_claims(ask, needed=True),
        [pair for table, column in _columns("party") for pair in _pairs(ask, table, column)],
    )


def between_claims(ask: Ask, *, needed: bool = False) -> Pairs:
    """Return claims, each with another one that it refers to.

    Args:
        ask: reads columns.
        needed: whether only those are wanted that it can't be without.
    """
    own = family("claim")
    columns = _columns("claim")
    if needed:
        needs = {(table, one.column) for table in own for one in references(table) if one.needed}
        columns = [one for one in columns if one in needs]
    return [pair for table, column in columns for pair in _pairs(ask, table, column)]


def _columns(what: str) -> list[tuple[str, str]]:
    """Return the columns of claims and of what belongs to them that refer to a claim, or to a party."""
    return [
        (table, one.column)
        for table in belonging("claim")
        for one in references(table)
        if one.table in family(what) and one.column != key_of_whole(table, "claim")
    ]


def _pairs(ask: Ask, table: str, column: str) -> Pairs:
    return [(key, other) for key, other in ask(table, (key_of_whole(table, "claim"), column)) if other]


def _keys(ask: Ask, table: str) -> set[str]:
    return {key for (key,) in ask(table, ("id",))}
