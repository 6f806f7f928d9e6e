"""Names that no register has, and what their surroundings make them: operators, institutions, people, towns."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from ocdb.intake.draft import candidates, gazetteer, words_of_events, words_of_parties
from ocdb.intake.draft.candidates import Run
from ocdb.intake.draft.language import flat
from ocdb.intake.draft.mentions import Mention
from ocdb.intake.draft.people import title_of
from ocdb.intake.draft.roles import titles
from ocdb.text import fold, slug

_PERSON = range(2, 6)  # words of a name with a forename
_LONGEST = 8  # words of a body's name
_HONORED = re.compile(
    r"(?:\b(?:m|mr|mme|mrs|ms|mlle|dr|pr|prof|hon|monsieur|madame|mlle)\b\.?|\b(?:engr?|ing)\b\.?)\s*$"
)
_SPEAKS = re.compile(
    r"\s*,?\s*(?:a\s)?(?:declare|explique|affirme|indique|precise|souligne|confie|said|says|told|explained|added|noted|stated)\b"
)
# What makes a name a company's: the noun before it, the verb or the noun behind it.
_CALLED = re.compile(rf"(?:{words_of_parties.FIRMS})\s+(?:[a-z'-]+\s+){{0,2}}?[«\"“(]?$")
_ACTS = re.compile(
    r"(?:'s\b|\u2019s\b)?\s*,?\s*(?:(?:which|qui|that|will|va|has|a|is|est|to|compte|devrait|already|deja|also|currently"
    r"|actuellement|y|en|plans|vient|d'|de|wants|vise|prevoit)\s+){0,4}"
    r"(?:emplo(?:i|y)|recrut|hir(?:e|ing)|embauch|ouvr|open|invest|exploit|operat"
    r"|s'(?:install|implant|est (?:install|implant))"
    r"|creera|cree\b|creer|create|acqui|rachet|ferm|clos(?:e|ing)|licenci|retrench|implant|expand|delocalis|relocat|outsourc"
    r"|set up|specialis)"
)
_PLACED = re.compile(r"\b(?:in|at|a|en|au|near|from|vers|and|et)\s+(?:the\s|la\s|le\s|l')?$")
_IS_A = re.compile(rf"\s*[,(]\s*(?:[a-z'-]+\s+){{0,6}}?(?:{words_of_parties.FIRMS})\b")


@dataclass(frozen=True)
class Newcomer:
    """A record that no register has: its kind, its fields as a register writes them, and where it is named."""

    kind: str
    record: dict[str, Any]
    mentions: tuple[Mention, ...] = ()

    @property
    def key(self) -> str:
        """Return its slug."""
        return str(self.record["id"])


@dataclass
class _Named:
    """All runs of one name."""

    name: str
    runs: list[Run] = field(default_factory=list)


def find(paragraphs: Sequence[str], known: Sequence[Mention], african: Collection[str]) -> list[Newcomer]:
    """Return the names that the words around them make a party or a place, in the order of the text.

    Args:
        paragraphs: the text.
        known: what the registers know of it.
        african: the countries of Africa, in which a town is looked for, beside those that the text names.
    """
    letters = [flat(text) for text in paragraphs]
    taken = {(one.paragraph, place) for one in known for place in range(one.start, one.end)}
    for number, text in enumerate(letters, 1):
        taken |= {(number, place) for title in titles(text) for place in range(title.start, title.end)}
    named: dict[str, _Named] = {}
    for run in candidates.runs(paragraphs, taken):
        named.setdefault(fold(run.name), _Named(run.name)).runs.append(run)
    around = {*african, *(one.key for one in known if one.kind == "country")}
    found = [
        made
        for one in named.values()
        if not all(run.weak for run in one.runs) and (made := _made(one, letters, around)) is not None
    ]
    slugs = {one.key for one in known}
    fresh = [one for one in found if one.key not in slugs]
    return sorted(fresh, key=lambda one: (one.mentions[0].paragraph, one.mentions[0].start))


def _made(one: _Named, letters: Sequence[str], countries: set[str]) -> Newcomer | None:
    """Return what a name is by its own words, else by those around it; None where nothing tells."""
    name, count = flat(one.name), len(one.name.split())
    if all(words_of_events.GENERIC.fullmatch(word) for word in re.findall(r"[a-z0-9]+", name)):
        return None
    body = next((kind for kind, words in words_of_parties.BODIES if words.search(name)), None)
    if body and count <= _LONGEST:
        return _newcomer("institution", one, {"kind": body})
    company = bool(words_of_parties.COMPANY.search(name))
    if not company and count in _PERSON and _any(one, letters, _is_person):
        return _newcomer("official", one, {})
    if town := gazetteer.town(one.name, countries):
        record = {"kind": "city", "country": town.country, "latitude": town.latitude, "longitude": town.longitude}
        return _newcomer("place", one, {**record, "geonames_id": town.geonames_id}, prefix=f"{town.country}-")
    firm = not words_of_parties.NO_COMPANY.fullmatch(name.split()[-1])
    if firm and count <= _LONGEST and (company or _any(one, letters, _is_company)):
        return _newcomer("operator", one, {})
    return None


def _any(one: _Named, letters: Sequence[str], cue: Callable[[str, Run], bool]) -> bool:
    return any(cue(letters[run.paragraph - 1], run) for run in one.runs)


def _is_person(letters: str, run: Run) -> bool:
    return bool(
        _HONORED.search(letters[: run.start])
        or title_of(letters, run.start, run.end, titles(letters))
        or _SPEAKS.match(letters, run.end)
    )


def _is_company(letters: str, run: Run) -> bool:
    """Return whether the words around a name make it a company's: a noun, a verb, or an officer of it."""
    if _PLACED.search(letters[: run.start]) or re.search(r"\d", run.name):
        return False
    if _CALLED.search(letters[: run.start]) or _ACTS.match(letters, run.end) or _IS_A.match(letters, run.end):
        return True
    return any(
        not title.role.public
        and (
            re.fullmatch(r"(?:'s)?\s", letters[run.end : title.start])
            or re.fullmatch(r"\s(?:de|du|d'|de la|of|at|for|chez)\s?", letters[title.end : run.start])
        )
        for title in titles(letters)
    )


def _newcomer(kind: str, one: _Named, fields: dict[str, Any], prefix: str = "") -> Newcomer:
    key = slug(prefix + one.name)
    mentions = tuple(Mention(kind, key, run.paragraph, run.start, run.end) for run in one.runs)
    return Newcomer(kind, {"id": key, "name": one.name, **fields}, mentions)
