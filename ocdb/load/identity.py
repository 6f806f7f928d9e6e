"""Judgements that several slugs mean one party, as a load takes them: the first slug stays, the others lead to it.

The files keep all records apart, so that a judgement can be taken back: the next load finds them as they were.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ocdb.curation.corpus import CLAIMS, PARTIES, Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.fields import Record, Ref, Words, joined
from ocdb.curation.mentions import references
from ocdb.curation.registers import Judgement, OtherName, Party, Retired
from ocdb.words.language import _, speaking

# What kind of name the one is that lists show, by kind of party, where the curator doesn't say.
MAIN_NAMES = {"operator": "brand", "institution": "brand", "official": "legal"}
_MENTIONS = {"party", *PARTIES}


def judged(corpus: Corpus) -> Corpus:
    """Return the records as the judgements that stand have them.

    Claims name the first slug instead of the others. The names of the others are names of the first, and what its
    record doesn't tell is filled in from theirs. The other slugs are retired in its favour.
    """
    standing = list(_standing(corpus))
    if not standing:
        return corpus
    first = _first(corpus)
    entries = corpus.entries | {"retired": _retired(corpus, standing, first)}
    for kind in CLAIMS:
        entries[kind] = {key: _with(one, _renamed(one.record, first)) for key, one in entries.get(kind, {}).items()}
    for kind in PARTIES:
        entries[kind] = _one_each(entries.get(kind, {}), standing, MAIN_NAMES[kind])
    return corpus.holding(entries)


def identifiers(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """Yield slug, scheme and value of each identifier of a party, once; a register may have two of what is judged one.

    Args:
        corpus: the records as the files have them.
    """
    first = _first(corpus)
    found = (
        (first.get(entry.record.id, entry.record.id), scheme, value)
        for entry in corpus.of(*PARTIES)
        for scheme, value in entry.record.identifiers.items()
    )
    yield from dict.fromkeys(found)


def _standing(corpus: Corpus) -> Iterator[Entry]:
    return (entry for entry in corpus.of("judgement") if not entry.record.withdrawn)


def _first(corpus: Corpus) -> dict[str, str]:
    """Return for each slug that a judgement gives up the one that stays."""
    return {slug: entry.record.same[0] for entry in _standing(corpus) for slug in entry.record.same[1:]}


def _with(entry: Entry, record: Record) -> Entry:
    return entry if record is entry.record else replace(entry, record=record)


def _renamed(record: Record, first: dict[str, str]) -> Record:
    """Return a claim that names those who stay."""
    found = references(record)
    fields = {str(path[0]) for path, mark, word in found if isinstance(mark, Ref) and _gone(mark, word, first)}
    if not fields:
        return record
    return record.model_copy(update={name: _put(getattr(record, name), first) for name in fields})


def _gone(mark: Ref, word: str, first: dict[str, str]) -> bool:
    return word in first and not _MENTIONS.isdisjoint(mark.kinds)


def _put(value: Any, first: dict[str, str]) -> Any:
    """Return a slug, a list of slugs or lists of them by role with those who stay, each once."""
    if isinstance(value, dict):
        return {role: _put(slugs, first) for role, slugs in value.items()}
    if isinstance(value, list):
        return list(dict.fromkeys(first.get(slug, slug) for slug in value))
    return first.get(value, value)


def _one_each(parties: dict[str, Entry], standing: list[Entry], main: str) -> dict[str, Entry]:
    """Return the parties of a kind, of those that are judged to be one only the first."""
    kept = dict(parties)
    for slugs in (judgement.record.same for judgement in standing if judgement.record.same[0] in parties):
        goes = [kept.pop(slug).record for slug in slugs[1:]]
        kept[slugs[0]] = _with(kept[slugs[0]], _united(kept[slugs[0]].record, goes, main))
    return kept


def _united(stays: Party, goes: list[Party], main: str) -> Party:
    """Return a party with the names of others, and with what only they tell."""
    known = {stays.name, *(other.name for other in stays.names)}
    names = list(stays.names)
    for party in goes:
        own = {other.name: other for other in (OtherName(name=party.name, kind=main), *party.names)}
        names += [other for name, other in own.items() if name not in known]
        known |= own.keys()
    blank = [name for name in type(stays).model_fields if getattr(stays, name) is None]
    filled = {name: next((v for party in goes if (v := getattr(party, name)) is not None), None) for name in blank}
    note = joined(party.note for party in (stays, *goes))
    return stays.model_copy(update=filled | {"names": names, "note": note})


def _retired(corpus: Corpus, standing: list[Entry], first: dict[str, str]) -> dict[str, Entry]:
    """Return the retired slugs, with those that the judgements give up."""
    found = dict(corpus.entries.get("retired", {}))
    for key, entry in found.items():
        after = first.get(entry.record.successor, entry.record.successor)
        found[key] = _with(entry, entry.record.model_copy(update={"successor": after}))
    for entry in standing:
        found |= {
            slug: replace(entry, kind="retired", record=_grave(slug, entry.record)) for slug in entry.record.same[1:]
        }
    return found


def _grave(slug: str, judgement: Judgement) -> Retired:
    reason = Words(en=_why(judgement, judgement.reason.english))
    with speaking("fr"):
        reason = reason.model_copy(update={"fr": _why(judgement, judgement.reason.french)})
    return Retired(id=slug, successor=judgement.same[0], reason=reason)


def _why(judgement: Judgement, reason: str) -> str:
    message = _("Judged to be the same as {party} ({judgement}): {reason}")
    return message.format(party=judgement.same[0], judgement=judgement.id, reason=reason)
