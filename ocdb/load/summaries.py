"""The summaries of claims in one language: as a curator wrote them, else made from the other fields."""

from collections.abc import Iterator, Mapping

from ocdb.curation.corpus import Corpus
from ocdb.curation.entry import Entry
from ocdb.words.language import Language, speaking
from ocdb.words.places import in_country, in_place
from ocdb.words.summaries import Glossary, summary


class Summaries:
    """Tells claims in a line, in one language.

    Args:
        corpus: the records that they mention.
        names: what to call parties and places, by slug.
        language: the language.
    """

    def __init__(self, corpus: Corpus, names: Mapping[str, str], language: Language) -> None:
        self.language = language
        with speaking(language):
            self.glossary = Glossary(names, dict(_where(corpus, names, language)), dict(_labels(corpus, language)))

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


def _where(corpus: Corpus, names: Mapping[str, str], language: Language) -> Iterator[tuple[str, str]]:
    for entry in corpus.of("place"):
        yield entry.record.id, in_place(entry.record.kind, names[entry.record.id])
    for entry in corpus.of("country", "area"):
        yield entry.record.id, in_country(entry.record.id, getattr(entry.record, f"name_{language}"))


def _labels(corpus: Corpus, language: Language) -> Iterator[tuple[tuple[str, str], str]]:
    for code_list, members in corpus.codes.items():
        for code, entry in members.items():
            yield (code_list, code), getattr(entry.record, f"label_{language}")
