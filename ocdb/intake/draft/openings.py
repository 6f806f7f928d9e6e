"""Sites, their openings and the roles of officials, where a sentence ties the names by a word."""

import re
from collections.abc import Iterator
from typing import Any

from ocdb.dates import parse, weekday
from ocdb.intake.draft import lexicon
from ocdb.intake.draft.around import is_to_come, rank
from ocdb.intake.draft.findings import Findings
from ocdb.intake.draft.language import flat
from ocdb.intake.draft.proposals import Proposal, cited, dated, said_when_published, slug
from ocdb.intake.draft.sentences import sentences
from ocdb.words.language import LANGUAGES, N_, Language, _, speaking
from ocdb.words.places import in_country, in_place

_OPENS = lexicon.words(
    "ouvrir,ouvrira,ouvre,ouvert,ouverture,ouvertures,inaugur*,implant*,s'implanter,s'installer,s'installe,installation,"
    "demarrer,demarrera,lancer,open,opens,opened,opening,launch,launches,launched,launching,set up,sets up,setting up,"
    "establish*"
)
# In English, in French, and as articles write it.
_ROLES = (
    ("Chairman and chief executive", "Président-directeur général", r"pdg|p-dg|president[- ]directeur general"),
    ("Chief executive", "Directeur général", r"ceo|chief executive(?: officer)?"),
    ("Managing director", "Directeur général", r"directeur general|directrice generale|managing director|dg"),
    ("Minister", "Ministre", r"ministre|minister"),
    ("Premier", "Premier ministre", r"premier"),
    ("Mayor", "Maire", r"maire|mayor"),
    ("Director", "Directeur", r"directeur|directrice|director"),
    ("President", "Président", r"presidente?|president|chairman"),
)


def openings(found: Findings) -> Iterator[Proposal]:
    """Yield a site and its opening for each operator and place that a sentence ties by a word of opening."""
    seen: list[tuple[str, str]] = []
    sites, events = [], []
    for number, paragraph in enumerate(found.paragraphs, 1):
        letters = flat(paragraph)
        for span in sentences(paragraph):
            word = _OPENS.search(letters, *span)
            if not word:
                continue
            pair = _tied(number, span, word.start(), found)
            if pair and not any(_is_same_site(pair, other, found) for other in seen):
                seen.append(pair)
                site, event = _opening(pair, number, span, letters, found)
                sites.append(site)
                if "date" in event.record or event.record["status"] == "planned":
                    events.append(event)
    yield from (*sites, *events)


def _is_same_site(pair: tuple[str, str], other: tuple[str, str], found: Findings) -> bool:
    """Return whether two operators are one, and one of their places lies in the other."""
    return pair[0] == other[0] and (pair[1] in _chain(other[1], found) or other[1] in _chain(pair[1], found))


def _chain(where: str, found: Findings) -> list[str]:
    """Return a place and the places that it lies in, its country left out."""
    chain = [where]
    while (entry := found.names.corpus.find(["place"], chain[-1])) and entry.record.parent:
        chain.append(entry.record.parent)
    return chain


def _tied(number: int, span: tuple[int, int], at: int, found: Findings) -> tuple[str, str] | None:
    inside = [one for one in found.mentions if one.paragraph == number and span[0] <= one.start < span[1]]
    operators = [one for one in inside if one.kind == "operator"]
    places = [one for one in inside if one.kind in ("place", "country")]
    if not operators or not places:
        return None
    operator = min(operators, key=lambda one: abs(one.start - at))
    place = min(places, key=lambda one: (rank(one, found), abs(one.start - at)))
    return operator.key, place.key


def _opening(
    pair: tuple[str, str], number: int, span: tuple[int, int], letters: str, found: Findings
) -> tuple[Proposal, Proposal]:
    operator, place = pair
    sentence = letters[slice(*span)]
    dates = [one for one in found.horizons if one.paragraph == number and span[0] <= one.start < span[1] and one.edtf]
    date = dates[0] if dates else None
    planned = bool(lexicon.FUTURE.search(sentence) or lexicon.FUTURE_FORM.search(sentence)) or is_to_come(date, found)
    key = f"{operator}-{slug(place)}"
    site = {"id": key, "cite": number, "operator": operator, "at": place}
    site |= {"status": "planned" if planned else "unknown", **dict(dated(date, found, "opened"))}
    name = found.names.record("operator", operator).name
    summary = {language: _opens(name, place, found, language, planned=planned) for language in LANGUAGES}
    event = {"id": f"{key}-opening", "cite": number, "kind": "opening"}
    event |= {"status": "planned" if planned else "happened", "summary": summary}
    event |= {"site": key, "at": place, **dict(dated(date, found, "date")), "parties": {"subject": operator}}
    if date and date.weekday and date.edtf and _falls_on(date.edtf) == date.weekday:
        event["date_weekday"] = date.weekday
    comments = [
        cited(number, _("a word of opening near both names")),
        _("decide: plan or fact? this place? this date?"),
    ]
    decide = _("decide: keep it only if the article dates it or reports it")
    return Proposal("sites", site, comments), Proposal("events", event, [decide])


def _falls_on(edtf: str) -> str | None:
    first = parse(edtf).first
    return weekday(first) if first else None


def _opens(name: str, place: str, found: Findings, language: Language, *, planned: bool) -> str:
    with speaking(language):
        message = _("{name} is to open a site {where}.") if planned else _("{name} opens a site {where}.")
        return message.format(name=name, where=_where(place, found, language))


def _where(key: str, found: Findings, language: Language) -> str:
    entry = found.names.corpus.find(["place", "country"], key)
    if entry and entry.kind == "country":
        return in_country(key, getattr(entry.record, f"name_{language}"))
    return in_place(entry.record.kind, entry.record.name) if entry else f"({key})"


def positions(found: Findings) -> Iterator[Proposal]:
    """Yield a position for each official beside whom a title stands."""
    seen: set[str] = set()
    for one in found.of("official"):
        text = found.paragraphs[one.paragraph - 1]
        span = next((span for span in sentences(text) if span[0] <= one.start < span[1]), (0, len(text)))
        near = flat(text)[max(span[0], one.start - 40) : min(span[1], one.end + 60)]
        role = next((role for role in _ROLES if re.search(rf"(?<!\w)(?:{role[2]})(?!\w)", near)), None)
        if not role or one.key in seen:
            continue
        seen.add(one.key)
        bodies = [
            other
            for other in found.of("operator", "institution")
            if other.paragraph == one.paragraph and span[0] <= other.start < span[1]
        ]
        body = min(bodies, key=lambda other: abs(other.start - one.start)).key if bodies else None
        record: dict[str, Any] = {"id": f"{one.key}-{slug(role[0])}", "cite": one.paragraph}
        title = {"en": role[0], "fr": role[1]}
        record |= {"official": one.key, **({"organisation": body} if body else {}), "title": title}
        note = N_("The date of the article, which shows the person in that role.")
        record |= dict(said_when_published(found, "held", note))
        yield Proposal("positions", record, [_("decide: this organisation? the exact title?")])
