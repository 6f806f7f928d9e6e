"""What narrows a question, as people and programs write it: one word or several, dates as text, years or days."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict

from ocdb.answers.filters import CODED, Filters
from ocdb.answers.listings import NAMED
from ocdb.errors import UsageError
from ocdb.store.reader.rows import Reader
from ocdb.words.language import N_, _

if TYPE_CHECKING:
    from ocdb.answers.scopes import Asked

# A name, several with commas, or several of them.
Names = str | Iterable[str]
# A date as it is typed, a year, or a day.
Date = str | int | dt.date

EMPTY = N_("Give it a value or leave it out.")


class Scope(TypedDict, total=False):
    """What a question that adds up is narrowed by."""

    country: Names | None
    place: Names | None
    operator: Names | None
    source: Names | None
    with_successors: bool | None


class Narrowing(Scope, total=False):
    """What a list is narrowed by, but for codes."""

    institution: Names | None
    official: Names | None
    publisher: Names | None
    site: Names | None
    since: Date | None
    until: Date | None
    possible: bool | None


class Shape(TypedDict, total=False):
    """How much of a list is wanted, and in which order."""

    sort: Names | None
    limit: int | None
    columns: Names | None


class Shaped(Narrowing, Shape, total=False):
    """A list that has verdicts in the place of kinds and statuses."""

    sector: Names | None


class Listed(Shaped, total=False):
    """A list."""

    kind: Names | None
    category: Names | None
    status: Names | None


def words(option: str, value: Names | None) -> list[str]:
    """Return the words of an option; none where it isn't given.

    Raises:
        UsageError: it is given and empty, which would ask for everything, or it isn't text.
    """
    if value is None:
        return []
    given = [value] if isinstance(value, str) or not isinstance(value, Iterable) else list(value)
    if wrong := [word for word in given if not isinstance(word, str)]:
        message = _("{option}: {value} isn't text").format(option=f"--{option}", value=repr(wrong[0])[:100])
        raise UsageError(message, _("Write a name, or a list of names."))
    if not given or not all(word.strip(" ,") for word in given):
        raise UsageError(_("{option} is empty").format(option=f"--{option}"), _(EMPTY))
    return given


def listed(option: str, value: Names | None) -> list[str]:
    """Return the words of an option that are separated by commas, which none of them has itself."""
    return [word.strip() for text in words(option, value) for word in text.split(",") if word.strip()]


def date(option: str, value: Date | None) -> str | None:
    """Return a date as people type it; None where none is given."""
    if isinstance(value, dt.date):  # of a moment the day
        return value.strftime("%Y-%m-%d")
    return words(option, str(value) if isinstance(value, int) else value)[0] if value is not None else None


def whole(option: str, value: int | None, least: int, most: int = 10**9) -> int | None:
    """Return a whole number within bounds; None where none is given.

    Raises:
        UsageError: it is none, or out of bounds.
    """
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and least <= value <= most):
        return value
    message = _("{option}: {value} isn't a whole number").format(option=f"--{option}", value=repr(value)[:100])
    raise UsageError(message, _("Write a number from {least} to {most}.").format(least=least, most=most))


def named(
    reader: Reader, command: str, names: Sequence[str], given: Mapping[str, Any], takes: Sequence[str] = NAMED
) -> dict[str, list[str]]:
    """Return what a question is narrowed by, with the names that were given without an option where they belong.

    Args:
        reader: the database.
        command: the question, as it is typed.
        names: those without an option.
        given: the options.
        takes: the options that take such names.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a name that several bear, or one that the question can't be narrowed by.
    """
    from ocdb.answers.bare_names import named as found

    bare = words("name", names) if names else []
    more = found(reader, bare, command, takes) if bare else {}
    return {kind: [*words(kind, given.get(kind)), *more.get(kind, ())] for kind in takes}


# Those of a scope that take names without an option.
PLACED = ("country", "place", "operator")


def scope(
    reader: Reader,
    command: str,
    names: Sequence[str],
    given: Mapping[str, Any],
    *,
    basis: str | None = None,
    due_by: Date | None = None,
) -> "Asked":
    """Return the scope of a question that adds up; `named` says what may be wrong."""
    from ocdb.answers.scopes import Asked

    known = named(reader, command, names, given, PLACED)
    return Asked(
        operator=known["operator"],
        country=known["country"],
        place=known["place"],
        source=words("source", given.get("source")),
        due_by=date("due-by", due_by),
        basis=basis,
        with_successors=bool(given.get("with_successors")),
    )


def filters(
    reader: Reader,
    command: str,
    names: Sequence[str],
    given: Mapping[str, Any],
    takes: Sequence[str] = NAMED,
    **more: list[str],
) -> Filters:
    """Return what narrows a list; `named` says what may be wrong.

    Args:
        reader: the database.
        command: the question, as it is typed.
        names: those without an option.
        given: the options.
        takes: the options that take such names.
        more: further filters.
    """
    return Filters(
        **named(reader, command, names, given, takes),
        **{name: words(name, given.get(name)) for name in (*CODED, "source", "publisher", "site")},
        since=date("since", given.get("since")),
        until=date("until", given.get("until")),
        possible=bool(given.get("possible")),
        with_successors=bool(given.get("with_successors")),
        as_a_whole=False,
        **more,
    )


def shape(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return how much of a list is wanted, as the answers take it: columns to sort by, the most rows, the columns."""
    return {
        "sort": listed("sort", given.get("sort")),
        "limit": whole("limit", given.get("limit"), 0),
        "columns": listed("columns", given.get("columns")),
    }
