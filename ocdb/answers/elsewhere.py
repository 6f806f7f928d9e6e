"""A place and a country that exclude each other: nothing can be in both, so that an empty answer would mislead."""

from collections.abc import Sequence

from ocdb.answers.names import apart, countries_of, covered, resolve
from ocdb.answers.wording import Wording
from ocdb.errors import UsageError
from ocdb.store.reader.rows import Reader
from ocdb.words.language import _

# Records that are in one place: an event may lead from one country to another, and an operator be in several.
IN_ONE_PLACE = (
    "places", "sites", "sites on a day", "pledges", "ledger", "losses", "reports", "statistics", "investments",
    "statements", "verdicts",
)  # fmt: skip


def elsewhere(reader: Reader, countries: Sequence[str], places: Sequence[str]) -> str:
    """Return which of some places is in none of some countries, in words; nothing where each is in one.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a name that several bear.
    """
    keys = {resolve(reader, ["country"], word) for word in apart(reader, ["country"], countries)}
    found = [resolve(reader, ["place"], word) for word in apart(reader, ["place"], places)]
    if not keys or not found:
        return ""
    there = {*covered(reader, keys)}
    around = countries_of(reader, found)
    wording = Wording(reader)
    for place in found:
        if around[place] not in there:
            return _("{place} ({country}) isn't in {others}").format(
                place=wording.name("place", place),
                country=wording.country(around[place]),
                others=", ".join(sorted(map(wording.country, keys))),
            )
    return ""


def refuse_elsewhere(reader: Reader, countries: Sequence[str], places: Sequence[str]) -> None:
    """Check that each of some places is in one of some countries.

    Raises:
        UsageError: one is in none of them.
    """
    if message := elsewhere(reader, countries, places):
        raise UsageError(message, _("Leave out the country or the place."))
