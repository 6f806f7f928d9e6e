"""The words with which a curator searches on, in French and in English: names, places, and what fits the matter."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ocdb.store.reader.batches import among
from ocdb.store.reader.rows import Reader
from ocdb.text import fold

# What the press writes, by list and code; every other code is searched for by its own labels.
PRESS = {
    ("measure", "jobs"): ("emplois créés", "jobs created"),
    ("measure", "headcount"): ("effectif salariés", "staff employees"),
    ("measure", "hires"): ("recrutement", "recruitment"),
    ("measure", "trainees"): ("formation stagiaires", "training trainees"),
    ("site_status", "planned"): ("ouverture centre d'appels", "call centre opening"),
    ("site_status", "open"): ("centre d'appels (effectif OR fermeture)", "call centre (staff OR closure)"),
    ("site_status", "closed"): ("fermeture centre d'appels", "call centre closure"),
    ("site_status", "unknown"): ("centre d'appels", "call centre"),
    ("loss_cause", "dismissal"): ("licenciements", "(layoffs OR dismissals)"),
    ("loss_cause", "closure"): ("fermeture licenciements", "closure layoffs"),
    ("loss_cause", "relocation"): ("délocalisation emplois supprimés", "relocation jobs lost"),
    ("loss_cause", "departure"): ("plan de départs volontaires", "voluntary departures"),
    ("loss_cause", "contract_end"): ("contrats non renouvelés", "contracts not renewed"),
    ("loss_cause", "unclear"): ("emplois supprimés", "jobs lost"),
    ("investment_kind", "construction"): ("investissement construction", "investment construction"),
    ("investment_kind", "site"): ("investissement centre d'appels", "investment call centre"),
    ("succession_kind", "rename"): ("nouveau nom", "new name"),
    ("succession_kind", "acquisition"): ("rachat", "acquisition"),
    ("claim_kind", "investment"): ("investissement", "investment"),
    ("claim_kind", "position"): ("nomination", "appointed"),
    ("claim_kind", "succession"): ("fusion rachat", "merger acquisition"),
    ("claim_kind", "ownership"): ("actionnaire filiale", "shareholder subsidiary"),
    ("claim_kind", "loss"): ("emplois supprimés", "jobs lost"),
    ("claim_kind", "verdict"): ("emplois créés", "jobs created"),
    ("claim_kind", "development"): ("centre d'appels", "call centre"),
    ("claim_kind", "statement"): ("centre d'appels", "call centre"),
}
# What stands where no operator is named, and the other words don't tell the trade.
TRADE = ("centre d'appels", "call centre")
# What nobody else would print.
NEVER = ("misspelling",)


@dataclass(frozen=True)
class Topic:
    """What is searched for.

    Attributes:
        claim: slug of the claim that it is about.
        word: list and code of the matter, as in measure and jobs.
        since: the day (ISO 8601) from which on names count; None for all.
        together: whether all its operators must be named, as in a merger; otherwise any of them.
    """

    claim: str
    word: tuple[str, str]
    since: str | None = None
    together: bool = False


@dataclass(frozen=True)
class _Name:
    name: str
    first: str | None
    last: str | None


class Searches:
    """Makes searches about some claims, from the names and places of a database."""

    def __init__(self, reader: Reader, claims: Iterable[str]) -> None:
        """Read what the searches need, and no more."""
        self.reader = reader
        some = [*claims]
        parties = "SELECT DISTINCT claim, party FROM v_claim_parties WHERE party_kind = 'operator'"
        self._parties: dict[str, list[str]] = defaultdict(list)
        for claim, party in self._among(f"{parties} AND claim IN ({{keys}})", some):
            self._parties[claim].append(party)
        places = "SELECT DISTINCT claim, country, place FROM v_claim_places WHERE claim IN ({keys})"
        self._places: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
        for claim, country, place in self._among(places, some):
            self._places[claim].append((country, place))
        spots = {place for known in self._places.values() for _country, place in known if place}
        self._countries = {key: names for key, *names in reader.rows("SELECT id, name_fr, name FROM v_countries").rows}
        self._place_names = dict(self._among("SELECT id, name FROM v_places WHERE id IN ({keys})", spots))
        self._variants: dict[str, list[str]] = defaultdict(list)
        # Asked for places alone, a server would go through all parties for those that are none.
        variants = "SELECT kind, entity, name FROM v_names WHERE name_kind = 'variant' AND entity IN ({keys})"
        for kind, key, name in self._among(variants, spots):
            if kind == "place":
                self._variants[key].append(name)
        self._labels = {
            (row[0], row[1]): (row[2], row[3])
            for row in reader.rows("SELECT list, code, label_fr, label_en FROM v_codes").rows
        }
        self._names = self._read_names({party for known in self._parties.values() for party in known})

    def _among(self, sql: str, keys: Iterable[str]) -> list[tuple[Any, ...]]:
        return among(self.reader, sql, keys).rows

    def _read_names(self, operators: Iterable[str]) -> dict[str, list[_Name]]:
        """Return the names of operators, under whichever of their slugs, the one in lists first, with their times."""
        kin = "SELECT operator, other FROM v_operator_kin WHERE relation = 'same' AND operator IN ({keys})"
        pairs = sorted(self._among(kin, operators), key=lambda row: (row[0], row[1] != row[0], row[1]))
        every = {other for _key, other in pairs}
        renames = "SELECT predecessor, successor, date_from, date_to FROM v_successions"
        renames += " WHERE kind = 'rename' AND status = 'completed'"
        last = {old: day for old, _new, _, day in self._among(f"{renames} AND predecessor IN ({{keys}})", every)}
        first = {new: day for _old, new, day, _ in self._among(f"{renames} AND successor IN ({{keys}})", every)}
        listed = dict(self._among("SELECT id, name FROM v_operators WHERE id IN ({keys})", every))
        own: dict[str, list[_Name]] = defaultdict(list)
        names = "SELECT entity, name, name_kind, used_from, used_to FROM v_names WHERE kind = 'operator'"
        for key, name, kind, used_from, used_to in sorted(
            self._among(f"{names} AND entity IN ({{keys}})", every), key=lambda row: (row[1] != listed[row[0]], row[1])
        ):
            if kind not in NEVER:
                own[key].append(_Name(name, used_from or first.get(key), used_to or last.get(key)))
        found: dict[str, list[_Name]] = defaultdict(list)
        for key, other in pairs:
            found[key] += own[other]
        return found

    def operators(self, claim: str) -> list[str]:
        """Return the slugs of the operators in a claim, sorted."""
        return sorted(self._parties[claim])

    def countries(self, claim: str) -> list[str]:
        """Return the codes of the countries that a claim is about, sorted."""
        return sorted({country for country, _ in self._places[claim]})

    def places(self, claim: str) -> list[str]:
        """Return the slugs of the places that a claim is about, sorted."""
        return sorted({place for _, place in self._places[claim] if place})

    def about(self, topic: Topic) -> tuple[str, str]:
        """Return what to type into a search engine for a topic, in French and in English."""
        french, english = (self._search(topic, language) for language in (0, 1))
        return french, english

    def _search(self, topic: Topic, language: int) -> str:
        word = self._word(topic.word)[language]
        trade = "" if TRADE[language] in word else TRADE[language]
        parts = (self._operators(topic) or trade, self._where(topic.claim, language), word)
        return " ".join(part for part in parts if part)

    def _operators(self, topic: Topic) -> str:
        groups = [self._in_use(key, topic.since) for key in self.operators(topic.claim)]
        if topic.together:
            return " ".join(map(either, groups))
        return either([name for group in groups for name in group])

    def _in_use(self, operator: str, since: str | None) -> list[str]:
        """Return the names under which an operator may be told of from a day until the reader's day."""
        today = self.reader.today.isoformat()
        return [
            one.name
            for one in self._names[operator]
            if not (since and one.last and one.last < since) and not (one.first and one.first > today)
        ]

    def _where(self, claim: str, language: int) -> str:
        """Return the places of a claim with their countries.

        Nothing tells of which language another name of a place is, so all of them are taken for both.
        """
        names = []
        for key in self.places(claim):
            names += [self._place_names[key], *sorted(self._variants[key])]
        return f"{either(names)} {either([self._countries[key][language] for key in self.countries(claim)])}".strip()

    def _word(self, word: tuple[str, str]) -> tuple[str, str]:
        return PRESS.get(word) or self._labels.get(word) or TRADE


def either(names: Iterable[str]) -> str:
    """Return names as alternatives, each once however it is written, as search engines take them."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), quoted(name))
    return f"({' OR '.join(found.values())})" if len(found) > 1 else "".join(found.values())


def quoted(name: str) -> str:
    """Return a name in quotation marks, unless it is one word: search engines take signs and spaces apart."""
    plain = name.replace('"', "").strip()
    return plain if plain.isalnum() or not plain else f'"{plain}"'


def article(publisher: str, title: str | None, url: str | None) -> str:
    """Return what to type to find an article: its title, in whichever language, and its outlet."""
    return " ".join([quoted(title or url or ""), quoted(publisher)]).strip()


def joined(slugs: Sequence[str]) -> str | None:
    """Return slugs as views join them."""
    return "; ".join(slugs) or None
