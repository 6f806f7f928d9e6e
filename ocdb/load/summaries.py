"""The summaries of claims in one language: as a curator wrote them, else made from the other fields."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ocdb.curation.corpus import CLAIMS, PARTIES, Corpus
from ocdb.curation.entry import Entry
from ocdb.words.language import Language, speaking
from ocdb.words.places import in_country, in_place
from ocdb.words.summaries import Glossary, summary


class Called(Mapping[str, str]):
    """What things are called, by slug, found when it is asked for.

    Args:
        find: returns what something is called; None where there is no such thing.
    """

    def __init__(self, find: Callable[[str], str | None]) -> None:
        self.find = find
        self.found: dict[str, str | None] = {}

    def __getitem__(self, slug: str) -> str:
        word: str | None = self.get(slug)
        if word is None:
            raise KeyError(slug)
        return word

    def get(self, slug: str, default: Any = None) -> Any:
        """Return what something is called, or a default."""
        if slug not in self.found:
            self.found[slug] = self.find(slug)
        word = self.found[slug]
        return default if word is None else word

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


class Summaries:
    """Tells claims in a line, in one language.

    Args:
        corpus: the records that they mention.
        names: what to call places, by slug.
        language: the language.
    """

    def __init__(self, corpus: Corpus, names: Mapping[str, str], language: Language) -> None:
        self.corpus, self.language = corpus, language

        def party(slug: str) -> str | None:
            found = corpus.find(PARTIES, slug)
            return found.record.name if found else names.get(slug)

        def where(slug: str) -> str | None:
            place, country = corpus.find(["place"], slug), corpus.find(["country", "area"], slug)
            if country:
                return in_country(slug, getattr(country.record, f"name_{language}"))
            return in_place(place.record.kind, names[slug]) if place else None

        with speaking(language):
            self.glossary = Glossary(Called(party), Called(where), dict(_labels(corpus, language)), _Told(self))

    def of(self, entry: Entry) -> str:
        """Return the summary of a claim; those of claims about others come after theirs.

        One that was written in the other language only is taken as it is: what could be made may say less.
        """
        written = entry.record.summary
        if written:
            text = str(written.french if self.language == "fr" else written.english)
        else:
            with speaking(self.language):
                text = summary(entry.kind, entry.record, self.glossary)
        self.glossary.told[entry.record.id] = (entry.kind, text)
        return text


class _Told(dict[str, tuple[str, str]]):
    """The kinds and summaries of claims so far; of one about which another one is, it is made when it is asked for."""

    def __init__(self, summaries: Summaries) -> None:
        super().__init__()
        self.summaries = summaries

    def get(self, slug: str, default: Any = None) -> Any:
        """Return kind and summary of a claim, or a default."""
        if slug not in self:
            entry = self.summaries.corpus.find(CLAIMS, slug)
            if entry:
                self.summaries.of(entry)
        return super().get(slug, default)


def _labels(corpus: Corpus, language: Language) -> Iterator[tuple[tuple[str, str], str]]:
    for code_list, members in corpus.codes.items():
        for code, entry in members.items():
            yield (code_list, code), getattr(entry.record, f"label_{language}")
