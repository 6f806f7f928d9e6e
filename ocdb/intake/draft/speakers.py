"""Who states what a text states: the speaker of a sentence, or of the quotation that it lies in."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ocdb.intake.draft import lexicon, words_of_speech
from ocdb.intake.draft.language import flat
from ocdb.intake.draft.mentions import Mention
from ocdb.intake.draft.people import held
from ocdb.intake.draft.roles import Title, titles
from ocdb.intake.draft.sentences import sentences

_SUBJECT = 130  # letters at most between a speaker and the verb behind it
_INVERTED = 70  # and between a verb and the speaker behind it
_APPOSED = 15  # the same where only a comma stands before the verb, which may end an apposition
_NATION = 25  # and between a country and its verb
_SURNAME = 4  # letters of a surname at least by which a person is known again
_BORNE = 20  # letters between a person and a title that is his
_BODY = 90  # letters behind a title within which its body stands
_CLOSED = re.compile(r"[,»”\"]\s*(?:a\s|ont\s|has\s|have\s)?$")
# Whose figures a body of each kind gives; a fund and a developer of parks are public as often as not.
_BODIES = {"association": "federation", "union": "federation", "trade_show": "federation"}
_OF_ROLES = {"Union delegate": "federation", "Consultant": "analyst", "Lecturer": "analyst", "Lawyer": "analyst"}


@dataclass(frozen=True)
class Speaker:
    """Who speaks: whose figures these are (a code of basis), the person or body where named, the operator behind."""

    basis: str
    key: str | None = None
    body: str | None = None


@dataclass(frozen=True)
class Said:
    """A passage that says who speaks: paragraph (from 1), its sentence, where its words for it stand, the speaker."""

    paragraph: int
    sentence: tuple[int, int]
    place: int
    speaker: Speaker


@dataclass(frozen=True)
class _Voice:
    """A word or a name that may be a speaker; without one it stands for the one before. It governs verbs in reach."""

    start: int
    end: int
    speaker: Speaker | None
    reach: int = _SUBJECT


class Speakers:
    """The speakers of an article, by paragraph and sentence."""

    def __init__(
        self,
        paragraphs: Sequence[str],
        mentions: Sequence[Mention],
        kind: Callable[[str], str],
        name: Callable[[str, str], str],
    ) -> None:
        """Find out who speaks where.

        Args:
            paragraphs: the text.
            mentions: the names in them.
            kind: returns the kind of an institution by its slug.
            name: returns the name of a party by its kind and its slug.
        """
        self._letters, self._kind = [flat(text) for text in paragraphs], kind
        self._spans = [sentences(text) for text in paragraphs]
        self._mentions: dict[int, list[Mention]] = {number: [] for number in range(1, len(paragraphs) + 1)}
        for one in mentions:
            self._mentions[one.paragraph].append(one)
        self._titles = {number: titles(text) for number, text in enumerate(self._letters, 1)}
        self._people = dict(self._held())
        surnames = {flat(name("official", key)).split()[-1]: speaker for key, speaker in self._people.items()}
        self._surnames = {
            re.compile(rf"\b{re.escape(surname)}\b"): speaker
            for surname, speaker in surnames.items()
            if len(surname) >= _SURNAME
        }
        self.said = list(self._said())
        self.heard = [basis for basis, _ in Counter(one.speaker.basis for one in self.said).most_common()]

    def of(self, paragraph: int, sentence: tuple[int, int], place: int) -> Speaker | None:
        """Return who states what stands at a place: its sentence's speaker, else that of the quotation around it."""
        inside = [one for one in self.said if (one.paragraph, one.sentence) == (paragraph, sentence)]
        if inside:
            behind = [one for one in inside if one.place > place]
            return (behind[0] if behind else inside[-1]).speaker
        if not self._is_quoted(paragraph, place):
            return None
        before = next((one for one in reversed(self.said) if (one.paragraph, one.place) < (paragraph, place)), None)
        behind = [one for one in self.said if one.paragraph == paragraph and one.place > place]
        if behind and not (before and before.paragraph == paragraph):
            return behind[0].speaker
        return before.speaker if before and paragraph - before.paragraph <= 1 else None

    def _is_quoted(self, paragraph: int, place: int) -> bool:
        """Return whether a place lies in a quotation: what opens one is closed behind it, or never."""
        opened = False
        for mark in words_of_speech.QUOTES.finditer(self._letters[paragraph - 1], 0, place):
            opened = not opened if mark[0] == '"' else mark[0] in "«“"
        return opened

    def _held(self) -> Iterator[tuple[str, Speaker]]:
        """Yield the people and what their first title makes them."""
        seen: set[str] = set()
        for number, mentions in self._mentions.items():
            bodies = [one for one in mentions if one.kind in ("operator", "institution")]
            for person in (one for one in mentions if one.kind == "official" and one.key not in seen):
                position = held(person, self._letters[number - 1], self._titles[number], bodies)
                if position:
                    seen.add(person.key)
                    body = next((one for one in bodies if one.key == position.body), None)
                    own = _OF_ROLES.get(position.role.en) or ("government" if position.role.public else "operator")
                    basis = self._of_body(body) if body and position.role.en not in _OF_ROLES else own
                    operator = body.key if body and body.kind == "operator" else None
                    yield person.key, Speaker(basis, person.key, operator)

    def _of_body(self, body: Mention) -> str:
        return "operator" if body.kind == "operator" else _BODIES.get(self._kind(body.key), "government")

    def _said(self) -> Iterator[Said]:
        last: Said | None = None
        for number, letters in enumerate(self._letters, 1):
            for span in self._spans[number - 1]:
                for place, voice in self._spoken(number, letters, *span):
                    near = last.speaker if last and number - last.paragraph <= 1 else None
                    speaker = voice.speaker or near or self._named_before(number, span[0])
                    if speaker:
                        last = Said(number, span, place, speaker)
                        yield last

    def _named_before(self, number: int, place: int) -> Speaker | None:
        """Return the last person with a title whom a paragraph names before a place."""
        named = [one.key for one in self._mentions[number] if one.start < place and one.key in self._people]
        return self._people[named[-1]] if named else None

    def _spoken(self, number: int, letters: str, start: int, end: int) -> Iterator[tuple[int, _Voice]]:
        """Yield who speaks in a sentence: behind "according to", else as subject of a verb of saying, or of a goal."""
        voices = list(self._voices(number, letters, start, end))
        told = False
        for cue in words_of_speech.ACCORDING.finditer(letters, start, end):
            behind = [one for one in voices if cue.start() <= one.start <= cue.end() + _SUBJECT]
            bodies = [one for one in behind if one.speaker and one.speaker.basis != "analyst"]
            if behind:
                first = behind[0]
                told = True
                yield cue.start(), bodies[0] if first.speaker and first.speaker.basis == "analyst" and bodies else first
        for verbs in (words_of_speech.SAYS, words_of_speech.MEANS):
            if told:
                return
            for cue in verbs.finditer(letters, start, end):
                voice = self._subject(voices, cue, letters[start : cue.start()])
                if voice:
                    told = True
                    yield cue.start(), voice
                    break

    def _subject(self, voices: Sequence[_Voice], verb: re.Match[str], before: str) -> _Voice | None:
        """Return the subject of a verb: before it, or behind it where it closes a quotation."""
        closed = _CLOSED.search(before)
        reach = 0 if not closed else _APPOSED if closed[0][0] == "," else _INVERTED
        if lexicon.ARABIC.match(verb[0]):  # the verb comes first
            reach = _INVERTED
        behind = [one for one in voices if 0 <= one.start - verb.end() <= min(reach, one.reach)]
        if behind and reach:
            return behind[0]
        lead = [one for one in voices if one.end <= verb.start() and verb.start() - one.end <= one.reach]
        return lead[-1] if lead else None

    def _voices(self, number: int, letters: str, start: int, end: int) -> list[_Voice]:
        """Return the names and words of a sentence that may be speakers, in its order; none overlaps another."""
        found: list[_Voice] = []
        for one in self._mentions[number]:
            if start <= one.start < end and one.kind in ("operator", "institution", "official"):
                speaker = self._people.get(one.key, Speaker("operator", one.key))
                if one.kind != "official":
                    speaker = Speaker(self._of_body(one), one.key, one.key if one.kind == "operator" else None)
                found.append(_Voice(one.start, one.end, speaker))
        found += [self._titled(one, found) for one in self._titles[number] if start <= one.start < end]
        countries = [one for one in self._mentions[number] if one.kind == "country" and start <= one.start < end]
        found += [_Voice(one.start, one.end, Speaker("government"), _NATION) for one in countries]
        for form, known in self._surnames.items():
            found += [_Voice(*match.span(), known) for match in form.finditer(letters, start, end)]
        for basis, form in words_of_speech.CLAIMANTS:
            found += [_Voice(*match.span(), Speaker(basis)) for match in form.finditer(letters, start, end)]
        found += [_Voice(*match.span(), None) for match in words_of_speech.PRONOUN.finditer(letters, start, end)]
        apart: list[_Voice] = []
        for voice in sorted(found, key=lambda voice: (voice.start, -voice.end)):
            if not apart or voice.start >= apart[-1].end:
                apart.append(voice)
        return apart

    def _titled(self, title: Title, named: Sequence[_Voice]) -> _Voice:
        """Return a title as a speaker: the person beside it, or the body behind it (the managing director of X)."""
        for one in named:
            beside = max(one.start - title.end, title.start - one.end) <= _BORNE
            if beside and one.speaker in self._people.values():
                return _Voice(title.start, title.end, one.speaker)
        bodies = [one for one in named if 0 <= one.start - title.end <= _BODY and one.speaker]
        basis = _OF_ROLES.get(title.role.en) or ("government" if title.role.public else "operator")
        if bodies and bodies[0].speaker and title.role.en not in ("Minister", "Prime minister", *_OF_ROLES):
            return _Voice(title.start, title.end, replace(bodies[0].speaker, key=None))
        return _Voice(title.start, title.end, Speaker(basis))
