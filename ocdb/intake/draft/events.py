"""Events that an article tells of: by a table of words, planned or happened by tense, each kind once a party."""

from collections.abc import Iterator
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

_SIGNED = {"agreement": "signatory"}  # else the party is the subject
_SUMMARY = {
    "planned": N_("{kind} of {name} {where}, planned."),
    "happened": N_("{kind} of {name} {where}."),
}


def events(found: Findings) -> Iterator[Proposal]:
    """Yield the events of an article, each as first told; who and where must stand near the words."""
    seen: set[tuple[str, str | None]] = set()
    for number, letters in enumerate(found.letters, 1):
        for span in sentences(found.paragraphs[number - 1]):
            for kind, words in (("opening", words_of_events.OPENS), *words_of_events.EVENTS):
                word = words.search(letters, *span)
                if not word or (kind == "opening" and not words_of_events.SITE.search(letters, *span)):
                    continue
                where = Where(number, word.start(), span)
                operator, place = operator_near(where, found), place_near(where, found)
                if place and (kind, operator) not in seen:
                    seen.add((kind, operator))
                    yield _event(kind, where, operator, place, found, word.end())


def _event(kind: str, where: Where, operator: str | None, place: str, found: Findings, end: int) -> Proposal:
    date = horizon_in(where, found)
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
        record["parties"] = {_SIGNED.get(kind, "subject"): operator}
    if date and date.weekday and _falls_on(date) == date.weekday:
        record["date_weekday"] = date.weekday
    comment = cited(where.paragraph, hint(found.paragraphs[where.paragraph - 1], where.start, end))
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
