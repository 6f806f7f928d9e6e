"""What a user asks totals of, and which records that is about."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ocdb.answers.elsewhere import refuse_elsewhere
from ocdb.answers.filters import source_keys
from ocdb.answers.kin import Kin, kin
from ocdb.answers.linked import read_within
from ocdb.answers.names import apart, areas_among, countries_of, covered, outside, resolve
from ocdb.dates import day_span
from ocdb.errors import UsageError
from ocdb.rules.scope import BASES, Scope
from ocdb.store.reader.rows import Reader
from ocdb.words.language import _


@dataclass(frozen=True)
class Asked:
    """What a user asked, in the user's words.

    Attributes:
        basis: whose promises; operators' where the user doesn't say.
        with_successors: whether an operator takes in those who followed it, and not only all its names.
        country: countries, and areas larger than one: each with all that lies in it.
        outside: an area of which nothing is asked for: only what doesn't lie in it, worldwide figures included.
    """

    operator: Sequence[str] = ()
    country: Sequence[str] = ()
    place: Sequence[str] = ()
    source: Sequence[str] = ()
    due_by: str | None = None
    basis: str | None = None
    with_successors: bool | None = None
    outside: str = ""


def scope_of(reader: Reader, asked: Asked) -> tuple[Scope, Kin]:
    """Return what a user asked under the keys that the words resolve to, and whom the operators take in.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a basis or a date that is none, or a place that is in no country that was asked for.
    """
    refuse_elsewhere(reader, asked.country, asked.place)
    basis = asked.basis or "operator"
    if basis not in BASES:
        message = _("{option} has no value {value}").format(option="--basis", value=asked.basis)
        raise UsageError(message, _("The values are {values}.").format(values=", ".join(BASES)))
    due_by = day_span(asked.due_by, "due-by")[1] if asked.due_by else None
    places = frozenset(resolve(reader, ["place"], word) for word in apart(reader, ["place"], asked.place))
    kin_ = kin(reader, asked.operator, with_successors=bool(asked.with_successors))
    named = frozenset(resolve(reader, ["country"], word) for word in apart(reader, ["country"], asked.country))
    scope = Scope(
        operators=frozenset(kin_.keys),
        countries=frozenset(outside(reader, asked.outside) if asked.outside else covered(reader, named)),
        places=places,
        around=_around(reader, places),
        sources=frozenset(source_keys(reader, asked.source)),
        due_by=dt.date.fromisoformat(due_by) if due_by else None,
        basis=basis,
        named=named if areas_among(named) else frozenset(),
    )
    return scope, kin_


def _around(reader: Reader, places: frozenset[str]) -> frozenset[str]:
    """Return the places and countries that contain some places, and are none of them."""
    within = read_within(reader, places)
    countries = countries_of(reader, places)
    return frozenset(one for place in places for one in {*within[place], countries[place]}) - places


def described(scope: Scope) -> dict[str, Any]:
    """Return a scope as data: sorted keys, days in ISO 8601."""
    return keys_of(scope) | {"due_by": scope.due_by.isoformat() if scope.due_by else None, "basis": scope.basis}


def keys_of(scope: Scope) -> dict[str, Any]:
    """Return the keys that a scope is limited to, sorted, and what the areas among them cover."""
    parts = {
        "operator": scope.operators,
        "country": scope.named or scope.countries,
        "place": scope.places,
        "source": scope.sources,
    }
    covers = {"covers": sorted(scope.countries)} if scope.named else {}
    return {name: sorted(keys) for name, keys in parts.items()} | covers
