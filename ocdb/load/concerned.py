"""Which claims a question can need that is narrowed by names: those that it is about, and all that bears on them.

What a load derives of a claim follows from those that it refers to and that refer to it, in any direction and at any
depth; of a promise also from the reports on its employers and on who ran its site, and from their other promises, which
may be about the same people: in its country, under all names.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ocdb.load.grounds import Ask, between_claims
from ocdb.rules.groups import linked
from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader

# The claims that a filter finds, among all that are on record; what is for the whole of a place around one is about it
# too, and so are the countries that it lies in.
_WITHIN = "SELECT place_id FROM place_within WHERE within_id IN ({keys})"
_AROUND = "SELECT within_id FROM place_within WHERE place_id IN ({keys})"
_COUNTRY = "SELECT country_id FROM place WHERE id IN ({keys})"
_INVOLVED = "SELECT claim_id FROM involved WHERE party_id IN ({keys})"
_ABOUT = {
    "country": ("SELECT claim_id FROM located WHERE country_id IN ({keys})",),
    "place": (
        f"SELECT claim_id FROM located WHERE place_id IN ({_WITHIN})",
        f"SELECT claim_id FROM located WHERE place_id IN ({_AROUND})",
        f"SELECT claim_id FROM located WHERE place_id IS NULL AND country_id IN ({_COUNTRY})",
    ),
    "operator": (_INVOLVED,),
    "institution": (_INVOLVED,),
    "official": (_INVOLVED,),
}  # fmt: skip
FILTERS = frozenset(_ABOUT)
Keys = Mapping[str, Sequence[str]]


def concerned(reader: Reader, ask: Ask, filters: Keys) -> set[str]:
    """Return the claims that a question can need.

    Those between operators that followed each other are always among them: they say who is meant by whom.

    Args:
        reader: the whole database.
        ask: reads its columns.
        filters: keys by filter, some of FILTERS; all have to hold.
    """
    reach = Reach(ask)
    asked = {name: _families(reach, keys) if name == "operator" else set(keys) for name, keys in filters.items()}
    found = [
        {claim for sql in _ABOUT[name] for (claim,) in among(reader, sql, keys).rows} for name, keys in asked.items()
    ]
    return reach.closed({*min(found, key=len), *reach.successions})


def _families(reach: "Reach", operators: Iterable[str]) -> set[str]:
    wanted = {reach.company(key) for key in operators}
    return {*operators} | {key for key, company in reach.companies.items() if company in wanted}


class Reach:
    """What bears on what, of all claims.

    Attributes:
        successions: the claims that one operator followed another.
        companies: one slug for all operators between which there were successions.
    """

    def __init__(self, ask: Ask) -> None:
        self._near: dict[str, list[str]] = defaultdict(list)
        for one, other in between_claims(ask):
            self._near[one].append(other)
            self._near[other].append(one)
        steps = list(ask("succession", ("id", "predecessor_id", "successor_id")))
        self.successions = [key for key, *_ends in steps]
        groups = linked((before, after) for _key, before, after in steps)
        self.companies = {key: group[0] for group in groups for key in group}
        self._pledges: dict[str, str] = dict(ask("job_pledge", ("id", "country_id")))
        self._whose = self._employers(ask)
        # By country and company; under no company the reports of all, and the promises that name no employer.
        self._figures: dict[tuple[str, str | None], list[str]] = defaultdict(list)
        self._reports: dict[str, str] = dict(ask("job_report", ("id", "country_id")))
        for report, country in self._reports.items():
            for company in (None, *self._whose.get(report, ())):
                self._figures[country, company].append(report)
        for pledge, country in self._pledges.items():
            for company in self._whose.get(pledge) or (None,):
                self._figures[country, company].append(pledge)

    def _employers(self, ask: Ask) -> dict[str, set[str]]:
        """Return whom each claim names as employers; of a promise for a site also who ran that."""
        running: dict[str, set[str]] = defaultdict(set)
        for table, of in (("site", "id"), ("development", "concerns_id")):
            for about, operator in ask(table, (of, "operator_id")):
                if operator:
                    running[about].add(self.company(operator))
        found: dict[str, set[str]] = defaultdict(set)
        for claim, party, role in ask("claim_party", ("claim_id", "party_id", "role")):
            if role == "employer":
                found[claim].add(self.company(party))
        for pledge, site in ask("job_pledge", ("id", "site_id")):
            if pledge in found:
                found[pledge] |= running.get(site, set())
        return found

    def company(self, operator: str) -> str:
        """Return one slug for all operators between which there were successions, completed or not."""
        return self.companies.get(operator, operator)

    def closed(self, claims: Iterable[str]) -> set[str]:
        """Return claims with all that bears on them."""
        return _grown(claims, lambda claim: (*self._near.get(claim, ()), *self._bearing(claim)))

    def linked(self, claims: Iterable[str]) -> set[str]:
        """Return claims with all that they are linked with, directly or through others."""
        return _grown(claims, lambda claim: self._near.get(claim, ()))

    def hanging_together(self, claims: Iterable[str]) -> set[str]:
        """Return claims with all on which they bear and that bears on them, directly or through others."""
        return _grown(claims, lambda claim: (*self._near.get(claim, ()), *self._bearing(claim), *self._borne_on(claim)))

    def _borne_on(self, claim: str) -> Iterable[str]:
        """Yield the promises on which a report may bear; other claims bear on those that bear on them."""
        if country := self._reports.get(claim):
            for company in (None, *self._whose.get(claim, ())):
                yield from (one for one in self._figures.get((country, company), ()) if one in self._pledges)

    def _bearing(self, claim: str) -> Iterable[str]:
        """Yield the reports and promises that may bear on a promise; of one that names no employer, on its country."""
        if country := self._pledges.get(claim):
            for company in self._whose.get(claim) or (None,):
                yield from self._figures.get((country, company), ())


def _grown(claims: Iterable[str], near: Callable[[str], Iterable[str]]) -> set[str]:
    """Return claims with all that is reached from them."""
    found = {*claims}
    waiting = list(found)
    while waiting:
        new = {*near(waiting.pop())} - found
        found |= new
        waiting += new
    return found
