"""The bounds that the record is held to: how many claims and articles there are, and how many jobs are promised."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from ocdb.curation.corpus import Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.problems import Problem
from ocdb.curation.registers import Expectation
from ocdb.kinds import CLAIMS
from ocdb.load.derived import Derivation
from ocdb.load.derived.on_record import on_record
from ocdb.load.derived.places import upwards
from ocdb.load.derived.scopes import scope_of
from ocdb.load.rows import rows
from ocdb.memory import paused
from ocdb.rules.totals import roll_up
from ocdb.words.figures import number
from ocdb.words.language import _
from ocdb.words.lines import line_name, promised_by
from ocdb.words.nouns import plural

# The code of what is found here, and what must hold.
CODE = "expected-bound"
HOLDS = "There is as much on record as fixtures/expected.yaml expects."
EVERYWHERE = ("all", "all")
Spot = tuple[str, str]


def broken(corpus: Corpus) -> list[Problem]:
    """Return the bounds of a corpus without errors that don't hold, of those that somebody asked about.

    What nobody has confirmed isn't counted, as it isn't loaded.
    """
    entries = [entry for entry in corpus.of("expectation") if corpus.asked(entry)]
    if not entries:
        return []
    with paused():
        held = _OnRecord(corpus)
        return [problem for entry in entries for problem in _broken(entry, held.much(entry.record))]


def _broken(entry: Entry, found: int) -> Iterator[Problem]:
    record = entry.record
    bounds = (
        ("at_least", record.at_least is not None and found < record.at_least, _("{what}: {count}, fewer than {bound}")),
        ("at_most", record.at_most is not None and found > record.at_most, _("{what}: {count}, more than {bound}")),
    )
    remedies = {
        "at_least": _("Find what is missing; if it was corrected on purpose, write {count} here in the same change."),
        "at_most": _("Find what counts twice; if the record has grown, raise the bound in the same change."),
    }
    for name, is_broken, text in bounds:
        if is_broken:
            message = text.format(what=_what(record), count=number(found), bound=number(record.value(name)))
            yield entry.problem((name,), message, remedies[name].format(count=found), CODE)


def _what(record: Expectation) -> str:
    """Return what is counted, in words: ``new jobs promised by operators (MA)``."""
    if record.total:
        what = _("{line}, {whose}").format(line=line_name(record.total), whose=promised_by(record.basis))
    else:
        what = plural(str(record.count))
    kind, key = _spot(record)
    return what if kind == "all" else _("{what} ({scope})").format(what=what, scope=key)


def _spot(record: Expectation) -> Spot:
    """Return what a bound is about: a kind of scope, and its key."""
    named = ((kind, record.value(kind)) for kind in ("country", "place", "operator"))
    return next(((kind, key) for kind, key in named if key), EVERYWHERE)


class _OnRecord:
    """How much is on record, in the scopes that lists and totals have.

    Args:
        corpus: all records.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.made = Derivation(rows(corpus))

    def much(self, record: Expectation) -> int:
        """Return the count on which a bound is set, or the low end of the total."""
        kind, key = _spot(record)
        if record.total:
            return self._total(kind, key, record.basis, record.total)
        if record.count == "sources":
            return self._sources.get((kind, key), 0)
        claims = {claim for one in CLAIMS if record.count in ("claims", one.plural) for claim in self._kinds[one.name]}
        return len(claims if kind == "all" else claims & self._about[kind, key])

    def _total(self, kind: str, key: str, basis: str, line: str) -> int:
        judged = self.made.judged
        newest = self.made.reading.kinship.newest(key) if kind == "operator" else key
        found = roll_up(judged.pledges, scope_of(kind, newest, basis, {}), judged.promises)
        return next((total.low for total in found.totals if total.line == line), 0)

    @cached_property
    def _kinds(self) -> dict[str, set[str]]:
        """Return the claims by their kinds."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.made.wrote.get("claim", ()):
            found[row["kind"]].add(row["id"])
        return found

    @cached_property
    def _sources(self) -> dict[Spot, int]:
        """Return how many articles there are, by what they are about."""
        counted = on_record(self.made.wrote, self.made.involved, self.made.located)
        return {(row["kind"], row["key"]): row["sources"] for row in counted}

    @cached_property
    def _about(self) -> dict[Spot, set[str]]:
        """Return the claims by the countries and places that they are about, with the places around these."""
        found: dict[Spot, set[str]] = defaultdict(set)
        parents = {row["id"]: row["parent_id"] for row in self.made.wrote.get("place", ())}
        for row in self.made.located:
            found["country", row["country_id"]].add(row["claim_id"])
            for place in upwards(row["place_id"], parents):
                found["place", place].add(row["claim_id"])
        return found
