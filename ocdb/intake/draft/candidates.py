"""Names in capitals that no register knows: candidates for operators, institutions, officials and places."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ocdb.intake.draft.language import flat
from ocdb.intake.draft.reckoning import DAY, MONTH
from ocdb.intake.draft.sentences import sentences
from ocdb.text import fold

_WORD = re.compile(r"[^\W_]+(?:['\u2019&-][^\W_]+)*")
_LINKS = {
    "de",
    "du",
    "des",
    "la",
    "le",
    "les",
    "d",
    "l",
    "of",
    "the",
    "el",
    "al",
    "for",
    "pour",
    "van",
    "von",
    "&",
}
# Words that bear a capital for other reasons than being a name.
_CAPITALS = """
    le la les un une des ce cette ces il elle ils elles on nous vous je en au aux a du de dans pour par sur avec
    sans selon apres avant depuis lors ainsi aussi mais ou et donc car si comme pourtant cependant par toutefois
    enfin notre nos votre vos leur leurs son sa ses mon ma mes qui que quoi dont tout tous toute toutes plus moins
    deux trois quatre cinq the a an this that these those he she it they we you i in on at by for from with
    without according after before since but or and so if as however his her its their our your my who which what
    when where all more less there here one two three four five also while although because about over under
    between m mme mr mrs ms dr monsieur madame pdg ceo dg drh directeur directrice president presidente minister
    ministre secretary chief executive officer director manager head managing marketing general etat state
    offshoring outsourcing bpo it tic ict ntic rh pme tpe sme covid internet web call center centre centers
    centres customer service services business process crm cfa fcfa euros dirhams dh mdh lire photo source
    copyright tags partager lu commentaires accueil contact republique republic
"""
_USUAL = {*_CAPITALS.split(), *MONTH, *DAY}
_ELIDED = re.compile(r"^(?:[dlnsmtcj]|qu)['\u2019]", re.IGNORECASE)

_POSSESSIVE = re.compile(r"['\u2019]s$")


@dataclass(frozen=True)
class Run:
    """Capitalised words that follow each other, perhaps a name: the paragraph (from 1), and where they stand.

    Attributes:
        weak: it is a single word that begins its sentence, and no acronym: most of these are no names.
    """

    name: str
    paragraph: int
    start: int
    end: int
    weak: bool


@dataclass(frozen=True)
class Candidate:
    """A name that no register has: as written most often, in which paragraphs, and how many times."""

    name: str
    paragraphs: tuple[int, ...]
    times: int


def find(paragraphs: Iterable[str], taken: set[tuple[int, int]]) -> list[Candidate]:
    """Return the unknown names, the most frequent ones first.

    A single capitalised word that begins a sentence counts only if it stands elsewhere as well, or is an acronym.

    Args:
        paragraphs: the text.
        taken: paragraph (from 1) and position of what is known already.
    """
    by_name: dict[str, list[Run]] = {}
    for run in runs(paragraphs, taken):
        by_name.setdefault(fold(run.name), []).append(run)
    found = [
        Candidate(
            Counter(run.name for run in listed).most_common(1)[0][0],
            tuple(sorted({run.paragraph for run in listed})),
            len(listed),
        )
        for listed in by_name.values()
        if not all(run.weak for run in listed)
    ]
    return sorted(found, key=lambda one: (-one.times, one.paragraphs, one.name))


def runs(paragraphs: Iterable[str], taken: set[tuple[int, int]]) -> Iterable[Run]:
    """Yield each run of capitalised words in the order of the text; headings in capitals tell nothing.

    Args:
        paragraphs: the text.
        taken: paragraph (from 1) and position of what is known already; a run ends there.
    """
    for number, text in enumerate(paragraphs, 1):
        for start, end in sentences(text):
            if not text[start:end].isupper():
                yield from _of_sentence(number, text, start, end, taken)


def _of_sentence(number: int, text: str, start: int, end: int, taken: set[tuple[int, int]]) -> Iterable[Run]:
    run: list[re.Match[str]] = []
    for word in [*_WORD.finditer(text, start, end), None]:
        fresh = word is not None and bool(run) and text[run[-1].end() : word.start()].strip(" \u00a0") != ""
        known = word is not None and any((number, place) in taken for place in range(*word.span()))
        if word is None or fresh or known or not _goes_on(word[0], run):
            yield from _closed(number, text, run, start)
            run = []
        if word is not None and not known and _goes_on(word[0], run):
            run.append(word)


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) > 1


def _is_name(word: str) -> bool:
    bare = _ELIDED.sub("", word)
    return bare[:1].isupper() and fold(bare) not in _USUAL and len(bare) > 1


def _goes_on(word: str, run: list[re.Match[str]]) -> bool:
    return _is_name(word) or (bool(run) and (flat(word) in _LINKS or word[:1].isupper()))


def _closed(number: int, text: str, run: list[re.Match[str]], start: int) -> Iterable[Run]:
    """Yield the name of a run without the small words at its end; nothing for a run without a name."""
    while run and not _is_name(run[-1][0]):
        run = run[:-1]
    if not run:
        return
    first = run[0].start()
    elided = _ELIDED.match(run[0][0])
    begins = first + (elided.end() if elided else 0)
    name = _POSSESSIVE.sub("", text[begins : run[-1].end()])
    lead = re.match(r"\W*", text[start:])
    at_start = first == start + (lead.end() if lead else 0)
    yield Run(name, number, begins, begins + len(name), at_start and " " not in name and not _is_acronym(name))
