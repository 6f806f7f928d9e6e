"""Names of the registers that a text mentions, in any form that they ever bore."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ocdb.curation.corpus import Corpus
from ocdb.intake.draft import words_of_arabic, words_of_events
from ocdb.text import fold

KINDS = ("operator", "institution", "official", "place", "country", "area")
_WORD = re.compile(r"[^\W_]+")
_SHORT = 4  # letters: a name as short as that stands in the register as the text must write it
_TITLES = {"m", "mme", "mr", "mrs", "ms", "dr", "monsieur", "madame", "mlle", "pr"}
# World and Monde are words of many names: the area is meant by these.
_WORLDWIDE = ("worldwide", "dans le monde", "à travers le monde", "around the world", "across the world")
_SHORT_FORMS = {"ZA": ("SA",)}  # that only a text of its own country uses
# What Arabic writes in one with a name: in Morocco, and Tunis.
_ATTACHED = re.compile(r"^[وف]?(?:[بكل](?=ال)|لل|[بكلو])(?=[\u0620-\u064a]{3})")


@dataclass(frozen=True)
class Mention:
    """A name in the text: the record that bears it, its kind, and where it stands (paragraph from 1)."""

    kind: str
    key: str
    paragraph: int
    start: int
    end: int


class Names:
    """All names of a corpus, by their first word."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._names: dict[str, dict[tuple[str, ...], set[tuple[str, str, str]]]] = defaultdict(lambda: defaultdict(set))
        for kind in KINDS:
            for entry in corpus.of(kind):
                for name in _names(entry.record):
                    words = tuple(_words(name))
                    if words:
                        self._names[words[0]][words].add((kind, entry.record.id, name))

    def find(self, paragraphs: Iterable[str]) -> list[Mention]:
        """Return the names that a text mentions, in its order; the longest name wins where two begin alike."""
        listed = list(paragraphs)
        found = [mention for number, text in enumerate(listed, 1) for mention in self._paragraph(number, text)]
        settled = [mention for group in _grouped(found).values() if (mention := self._settle(group, found))]
        surnames = {_words(self._record(one).name)[-1]: one for one in settled if one.kind == "official"}
        settled += _by_surname(listed, surnames, settled)
        return sorted(settled, key=lambda one: (one.paragraph, one.start))

    def record(self, kind: str, key: str) -> Any:
        """Return the record of a register."""
        return self.corpus.entries[kind][key].record

    def _record(self, mention: Mention) -> Any:
        return self.record(mention.kind, mention.key)

    def _paragraph(self, number: int, text: str) -> Iterator[Mention]:
        words = [(match.start(), match.end(), self._bare(fold(match[0]))) for match in _WORD.finditer(text)]
        index = 0
        while index < len(words):
            name, bearers = self._longest(words, index, text)
            for kind, key in bearers:
                yield Mention(kind, key, number, words[index][0], words[index + len(name) - 1][1])
            index += max(len(name), 1)

    def _bare(self, word: str) -> str:
        """Return a word as a name may begin with it: without the particle that Arabic writes in one with it."""
        if word in self._names or not (attached := _ATTACHED.match(word)):
            return word
        rest = word[attached.end() :]
        return next((form for form in (f"ال{rest}", rest) if form in self._names), word)

    def _longest(
        self, words: list[tuple[int, int, str]], index: int, text: str
    ) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
        """Return the longest name that begins at a word, and who bears it."""
        begun = self._names.get(words[index][2], {})
        for name in sorted(begun, key=len, reverse=True):
            ahead = words[index : index + len(name)]
            if tuple(word for _, _, word in ahead) == name:
                written = text[ahead[0][0] : ahead[-1][1]]
                bearers = sorted({(kind, key) for kind, key, form in begun[name] if _fits(written, form)})
                bearers = [one for one in bearers if one[0] != "country" or not _inside_a_name(text, ahead)]
                if bearers and not _apart(text, ahead) and not _is_of_the_trade(name, words, index):
                    return name, bearers
        return (), []

    def _settle(self, group: list[Mention], found: list[Mention]) -> Mention | None:
        """Return whom a name means that several bear: the one whose surroundings the text mentions most."""
        if len({(one.kind, one.key) for one in group}) == 1:
            return group[0]
        mentioned = [one.key for one in found if one not in group]
        return max(group, key=lambda one: (sum(mentioned.count(key) for key in self._around(one)), -len(one.key)))

    def _around(self, mention: Mention) -> set[str]:
        """Return the places and countries that a record lies in."""
        record, around = self._record(mention), set()
        where = getattr(record, "parent", None) or getattr(record, "at", None) or getattr(record, "country", None)
        while where:
            around.add(where)
            place = self.corpus.find(["place"], where)
            where = (place.record.parent or place.record.country) if place else None
        return around


def _names(record: Any) -> Iterator[str]:
    if record.id == "world":  # World and Monde are words of many names
        yield from _WORLDWIDE
    elif hasattr(record, "name_en"):
        short = (*_SHORT_FORMS.get(record.id, ()), *words_of_arabic.PLACES.get(record.id, ()))
        yield from (record.name_en, record.name_fr, *record.names, *short)
    else:
        yield record.name
        yield from (other.name for other in record.names)
        yield from words_of_arabic.PLACES.get(record.id, ())


def _words(name: str) -> list[str]:
    return [fold(match[0]) for match in _WORD.finditer(name)]


def _fits(written: str, form: str) -> bool:
    """Return whether a text writes a name as a name: with a capital, and a short one in its own capitals."""
    if len(form) <= _SHORT and form.isupper():
        return written.isupper()
    proper = next((letter for letter in written if letter.isalpha()), "")
    return not form[:1].isupper() or proper.isupper() or any(word[:1].isupper() for word in written.split()[1:])


_NAMED_BY = re.compile(r"(?:\b(?:in|en|au|aux|a|of|du|de|d'|from|to|la|le|the|l')\s*)$", re.IGNORECASE)


def _inside_a_name(text: str, words: list[tuple[int, int, str]]) -> bool:
    """Return whether a country's name is part of a longer one: New Mexico, Outsourcia SA, Chad Brown."""
    start, end, _ = words[0][0], words[-1][1], words[0]
    before, behind = text[:start], text[end:]
    if re.search(r"\bNew\s$", before) or (text[start:end] == "SA" and re.search(r"[A-Z]\w*,?\s$", before)):
        return True
    person = len(words) == 1 and re.match(r"\s[A-ZÀ-Þ][a-zà-ÿ]+", behind) and not _NAMED_BY.search(before)
    return bool(person) and not text[start:end].isupper()


def _apart(text: str, words: list[tuple[int, int, str]]) -> bool:
    """Return whether something parts the words that no name has inside: the end of a sentence, a comma, a bracket."""
    gaps = (text[one[1] : other[0]] for one, other in pairwise(words))
    return any(mark in gap for gap in gaps for mark in ".;:,()!?«»") and "." not in text[words[0][0] : words[0][1] + 1]


def _is_of_the_trade(name: tuple[str, ...], words: list[tuple[int, int, str]], index: int) -> bool:
    """Return whether a name is a word of the trade here, as Contact in: contact centre."""
    behind = words[index + len(name) : index + len(name) + 1]
    return bool(
        len(name) == 1
        and behind
        and behind[0][0] == words[index][1] + 1
        and words_of_events.GENERIC.fullmatch(name[0])
        and words_of_events.GENERIC.fullmatch(behind[0][2])
    )


def _grouped(found: list[Mention]) -> dict[tuple[int, int], list[Mention]]:
    groups: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    for one in found:
        groups[one.paragraph, one.start].append(one)
    return groups


def _by_surname(texts: list[str], surnames: dict[str, Mention], known: list[Mention]) -> Iterator[Mention]:
    """Yield the officials that are mentioned again by title and surname: M. Berc, Ms Lawson."""
    taken = {(one.paragraph, position) for one in known for position in range(one.start, one.end)}
    for number, text in enumerate(texts, 1):
        before = ""
        for match in _WORD.finditer(text):
            official, word = surnames.get(fold(match[0])), before
            before = fold(match[0])
            if official and match[0][0].isupper() and word in _TITLES and (number, match.start()) not in taken:
                yield Mention("official", official.key, number, match.start(), match.end())
