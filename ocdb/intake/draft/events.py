"""Events that an article tells of: by a table of words, planned or happened by tense, each kind once a party."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ocdb.dates import parse, weekday
from ocdb.intake.draft import words_of_events
from ocdb.intake.draft.around import Where, horizon_in, is_to_come, operator_near, place_near
from ocdb.intake.draft.findings import Findings
from ocdb.intake.draft.horizons import Horizon
from ocdb.intake.draft.proposals import Proposal, cited, dated, hint
from ocdb.intake.draft.sentences import sentences
from ocdb.intake.draft.tense import looks_ahead
from ocdb.text import slug
from ocdb.words.language import LANGUAGES, N_, Language, _, speaking
from ocdb.words.places import in_country, in_place

# What the operator of an event is in it, and what the people are whom its sentence names; else subject and participant.
_PARTY = {"agreement": "signatory", "press_conference": "organiser", "project": "organiser"}
_PEOPLE = {"inauguration": "speaker", "press_conference": "speaker"}
_SUMMARY = {
    "planned": N_("{kind} of {name} {where}, planned."),
    "happened": N_("{kind} of {name} {where}."),
}


@dataclass(frozen=True)
class _Told:
    """A sentence that tells of an event: the kind, where its word stands, the operator, the place, and the date."""

    kind: str
    where: Where
    end: int
    operator: str | None
    place: str
    date: Horizon | None


def events(found: Findings) -> Iterator[Proposal]:
    """Yield the events of an article, each kind once a party, as first told; where it is must stand near the words."""
    seen: set[tuple[str, str | None]] = set()
    for told in _told(found):
        if (told.kind, told.operator) not in seen:
            seen.add((told.kind, told.operator))
            yield _event(told, found)


def _told(found: Findings) -> Iterator[_Told]:
    """Yield the sentences that tell of an event, each kind of event apart, in the order of the text."""
    for number, letters in enumerate(found.letters, 1):
        for span in sentences(found.paragraphs[number - 1]):
            for telling in words_of_events.EVENTS:
                if word := telling.find(letters, *span):
                    where = Where(number, word.start(), span)
                    if place := place_near(where, found):
                        operator, date = operator_near(where, found), horizon_in(where, found)
                        yield _Told(telling.kind, where, word.end(), operator, place, date)


def _event(told: _Told, found: Findings) -> Proposal:
    kind, operator, place, date, where = told.kind, told.operator, told.place, told.date, told.where
    sentence = found.letters[where.paragraph - 1][slice(*where.sentence)]
    ahead = looks_ahead(sentence, where.start - where.sentence[0]) or is_to_come(date, found)
    status = "planned" if ahead else "happened"
    record: dict[str, Any] = {"id": "-".join(filter(None, (operator, slug(place), slug(kind))))}
    record |= {"cite": where.paragraph, "kind": kind, "status": status}
    record |= {
        "summary": {language: _summary(kind, status, operator, place, found, language) for language in LANGUAGES}
    }
    record |= {"at": place, **dict(dated(date, found, "date"))}
    if parties := _parties(told, found):
        record["parties"] = parties
    if date and date.weekday and _falls_on(date) == date.weekday:
        record["date_weekday"] = date.weekday
    comment = cited(where.paragraph, hint(found.paragraphs[where.paragraph - 1], where.start, told.end))
    return Proposal("events", record, [comment, _("decide: did this happen, or is it planned? who takes part? when?")])


def _parties(told: _Told, found: Findings) -> dict[str, Any]:
    """Return who takes part: the operator, of an agreement all bodies of the sentence, and the people that it names.

    The people of an event with a date of its own are left out: the article shows their positions on its own day only.
    """
    named = [one for one in found.mentions if told.where.holds(one)]
    bodies = [told.operator] if told.operator else []
    if told.kind == "agreement" or not bodies:
        bodies = [one.key for one in named if one.kind in ("operator", "institution")] or bodies
    roles = {
        _PARTY.get(told.kind, "subject"): bodies,
        _PEOPLE.get(told.kind, "participant"): [one.key for one in named if one.kind == "official" and not told.date],
    }
    return {role: _one_or_all(list(dict.fromkeys(keys))) for role, keys in roles.items() if keys}


def _one_or_all(keys: list[str]) -> str | list[str]:
    return keys[0] if len(keys) == 1 else keys


def _falls_on(date: Horizon) -> str | None:
    first = parse(date.edtf).first if date.edtf else None
    return weekday(first) if first else None


def _summary(kind: str, status: str, operator: str | None, place: str, found: Findings, language: Language) -> str:
    code = found.names.corpus.codes["event_kind"][kind].record
    with speaking(language):
        name = found.name("operator", operator) if operator else _("an operator")
        label = str(getattr(code, f"label_{language}"))
        return _(_SUMMARY[status]).format(
            kind=label[:1].upper() + label[1:], name=name, where=_where(place, found, language)
        )


def _where(key: str, found: Findings, language: Language) -> str:
    country = found.names.corpus.find(["country", "area"], key)
    if country:
        return in_country(key, getattr(country.record, f"name_{language}"))
    return in_place(found.kind_of_place(key), found.name("place", key))
