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

# What the party of an event is; else its subject.
_PARTY = {
    "agreement": "signatory",
    "press_conference": "organiser",
    "negotiation": "negotiator",
    "meeting": "participant",
}
_LEAD = 3  # paragraphs in which an article says what it is about
_ENOUGH = 2  # of what a sentence may say of an event, for a proposal
_DAY = 10  # letters of a date with its day
_SUMMARY = {
    "planned": N_("{kind} of {name} {where}, planned."),
    "happened": N_("{kind} of {name} {where}."),
}


@dataclass(frozen=True)
class _Told:
    """A sentence that tells of an event: its kind, where its words stand, who and where, and the date."""

    kind: str
    where: Where
    end: int
    operator: str | None
    place: str
    date: Horizon | None
    weight: int


def events(found: Findings) -> Iterator[Proposal]:
    """Yield the events of an article in the order of the text, each kind once, as its most telling sentence has it."""
    best: dict[str, _Told] = {}
    for one in _told(found):
        if one.weight >= _ENOUGH and (one.kind not in best or one.weight > best[one.kind].weight):
            best[one.kind] = one
    for one in sorted(best.values(), key=lambda one: (one.where.paragraph, one.where.start)):
        yield _event(one, found)


def _told(found: Findings) -> Iterator[_Told]:
    for number, letters in enumerate(found.letters, 1):
        for span in sentences(found.paragraphs[number - 1]):
            for kind, words in (("opening", words_of_events.OPENS), *words_of_events.EVENTS):
                word = words.search(letters, *span)
                if not word or (kind == "opening" and not words_of_events.SITE.search(letters, *span)):
                    continue
                where = Where(number, word.start(), span)
                place = place_near(where, found)
                if place:
                    date = horizon_in(where, found)
                    operator = operator_near(where, found)
                    weight = _weight(kind, where, date, found)
                    yield _Told(kind, where, word.end(), operator, place, date, weight)


def _weight(kind: str, where: Where, date: Horizon | None, found: Findings) -> int:
    """Return how much a sentence says of an event: who and when, and whether the article begins with it."""
    parties = any(where.holds(one) for one in found.of("operator", "institution"))
    day = bool(date and date.edtf and len(date.edtf) >= _DAY)
    leads = where.paragraph <= _LEAD
    if kind in words_of_events.OF_A_DAY:
        return (day and parties) * _ENOUGH + leads
    if kind in words_of_events.MENTIONED:
        return (parties * (1 + (where.paragraph == 1)) + bool(date) + day) * leads
    return parties + leads + day + 1


def _event(told: _Told, found: Findings) -> Proposal:
    kind, where, operator, place, date = told.kind, told.where, told.operator, told.place, told.date
    sentence = found.letters[where.paragraph - 1][slice(*where.sentence)]
    ahead = looks_ahead(sentence, where.start - where.sentence[0]) or is_to_come(date, found)
    status = "planned" if ahead else "happened"
    record: dict[str, Any] = {"id": "-".join(filter(None, (operator, slug(place), slug(kind))))}
    record |= {"cite": where.paragraph, "kind": kind, "status": status}
    record |= {
        "summary": {language: _summary(kind, status, operator, place, found, language) for language in LANGUAGES}
    }
    record |= {"at": place, **dict(dated(date, found, "date"))}
    if operator:
        record["parties"] = {_PARTY.get(kind, "subject"): operator}
    if date and date.weekday and _falls_on(date) == date.weekday:
        record["date_weekday"] = date.weekday
    comment = cited(where.paragraph, hint(found.paragraphs[where.paragraph - 1], where.start, told.end))
    return Proposal("events", record, [comment, _("decide: did this happen, or is it planned? who takes part? when?")])


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
