"""Evidence held against the texts: does the cited passage contain the figure and the names of the claim?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import Any, Literal

from ocdb.curation.corpus import CLAIMS, Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.fields import Figure, Ref
from ocdb.curation.mentions import references
from ocdb.curation.naming import KINDS, Names, words_in
from ocdb.curation.numerals import find_numbers
from ocdb.curation.registers import Source
from ocdb.words.language import _

Status = Literal["verified", "not_verified", "not_checkable"]
BEGINNING = "beginning"  # code of the code list extent
MOST = 3  # other paragraphs that a reason names
_ONE = {"un", "une", "one", "seul", "seule", "single"}


@dataclass(frozen=True)
class Checked:
    """A claim held against one source.

    Attributes:
        claim: its slug.
        file: that cites the source for it.
        line: of the claim there, or of the further citation, from 1.
        cite: the paragraphs.
        missing: why it isn't verified, one reason each; empty otherwise.
        found: how many figures and names of the claim stand in the passage.
        implied: the slugs that the curator identified, though the passage doesn't name them.
    """

    claim: str
    file: str
    line: int
    cite: tuple[int, ...]
    implied: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    found: int = 0

    @property
    def status(self) -> Status:
        """Return whether it is verified; a claim without figure or name can't be."""
        return "not_verified" if self.missing else "verified" if self.found else "not_checkable"


@dataclass(frozen=True)
class Result:
    """What the text of a source says of the claims that cite it, in the order of the files.

    Attributes:
        source: its slug.
        held: whether a text with its hash is at hand; without one nothing was checked.
        claims: the claims that cite it.
        extent: how much of the article the text is: whole or beginning; None where the source doesn't say.
    """

    source: str
    held: bool
    claims: tuple[Checked, ...]
    extent: str | None = None

    def count(self, status: Status) -> int:
        """Return how many of its claims have a status; none without a text."""
        return sum(claim.status == status for claim in self.claims) if self.held else 0


@dataclass(frozen=True)
class Mark:
    """What a passage must contain for a claim: a number, or a name of a slug."""

    value: Decimal | None = None
    slug: str = ""
    summary: bool = False
    """Whether it stands in the claim's summary, not in a field: then a number may be a year, a day or an ordinal."""


def verify(corpus: Corpus, texts: Mapping[str, Sequence[str]]) -> list[Result]:
    """Hold the claims of a corpus against the texts at hand.

    Args:
        corpus: registers and fixtures; what was read only for what refers to it is not checked.
        texts: paragraphs by hash, as `ocdb.curation.evidence.texts` finds them.

    Returns:
        One result a source, sorted by slug.
    """
    evidence = Evidence(corpus)
    cited: dict[str, list[Entry]] = {}
    for entry in chain(corpus.of(*CLAIMS), corpus.citations):
        cited.setdefault(entry.source or "", []).append(entry)
    sources = [entry for entry in corpus.of("source") if corpus.asked(entry)]
    return [
        evidence.hold(source.record, cited.get(source.record.id, []), texts.get(source.record.sha256 or ""))
        for source in sorted(sources, key=lambda source: str(source.record.id))
    ]


class Evidence:
    """Holds claims against passages, with the names of the registers."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.names = Names(corpus)

    def hold(self, source: Source, entries: Sequence[Entry], text: Sequence[str] | None) -> Result:
        """Hold the claims that cite a source against its text; without one they are only listed."""
        part = source.extent == BEGINNING
        claims = tuple(self._listed(entry) if text is None else self.check(entry, text, part=part) for entry in entries)
        return Result(source.id, text is not None, claims, source.extent)

    def check(self, entry: Entry, text: Sequence[str], *, part: bool = False) -> Checked:
        """Hold one claim, or one further citation, against the paragraphs of a text, or of its beginning (`part`)."""
        checked, claim = self._listed(entry), self._claim(entry)
        if not claim or not checked.cite:
            return checked
        passage = {at: text[at - 1] for at in checked.cite if at <= len(text)}
        marks = list(dict.fromkeys(self._marks(entry, claim)))
        named = {mark.slug for mark in marks}
        wanted = [mark for mark in marks if mark.slug not in checked.implied]
        found = {at: {mark for mark in wanted if self._holds(paragraph, mark)} for at, paragraph in passage.items()}
        everything: set[Mark] = set().union(*found.values())
        idle = _("paragraph {paragraph} contains none of its figures and names")
        foreign = _("{slug} is implied, but doesn't belong to the claim")
        explicit = _("{slug} is implied, but the text names it")
        missing = (
            *_wrong_numbers(checked.cite, len(text), part=part),
            *(self._why(mark, text, part=part) for mark in wanted if mark not in everything),
            *(idle.format(paragraph=at) for at in _idle(found) if wanted),
            *(foreign.format(slug=slug) for slug in checked.implied if slug not in named),
            *(explicit.format(slug=slug) for slug in checked.implied if self._named(slug, passage)),
        )
        return replace(checked, missing=missing, found=len(everything))

    def _listed(self, entry: Entry) -> Checked:
        claim, record = self._claim(entry), entry.record
        slug = claim.record.id if claim else record.claim
        return Checked(slug, entry.document.file, entry.line, tuple(record.cite), tuple(record.implied))

    def _claim(self, entry: Entry) -> Entry | None:
        """Return the claim that an entry is, or that it cites."""
        return self.corpus.find(CLAIMS, entry.record.claim) if entry.kind == "citation" else entry

    def _marks(self, entry: Entry, claim: Entry) -> Iterator[Mark]:
        """Yield what the passage must contain.

        A passage that contradicts a claim has another figure or none; another source has words of its own, which the
        summary needn't follow.
        """
        record = claim.record
        if getattr(entry.record, "stance", "supports") == "supports":
            yield from (Mark(value=value) for value in figures(record))
        yield from (Mark(slug=slug) for slug in named(record))
        if entry is claim and record.summary:
            yield from dict.fromkeys(self._summarised(record))

    def _summarised(self, record: Any) -> Iterator[Mark]:
        """Yield what only the summary tells, in either language."""
        values, fields = set(figures(record)), set(named(record))
        for text in filter(None, (record.summary.en, record.summary.fr)):
            numbers = (number.value for number in find_numbers(text))
            yield from (Mark(value=value, summary=True) for value in numbers if value not in values)
            slugs = self.names.mentioned(text)
            yield from (Mark(slug=slug, summary=True) for slug in slugs if slug not in fields)

    def _holds(self, paragraph: str, mark: Mark) -> bool:
        if mark.value is None:
            return self.names.used(mark.slug, paragraph)
        counted, others = numbers_in(paragraph)
        return mark.value in counted or (mark.summary and mark.value in others)

    def _named(self, slug: str, passage: Mapping[int, str]) -> bool:
        return any(self.names.used(slug, paragraph) for paragraph in passage.values())

    def _why(self, mark: Mark, text: Sequence[str], *, part: bool) -> str:
        """Return that a mark is missing, and the first paragraphs of the text in which it would be found."""
        what = self.names.name(mark.slug) if mark.value is None else f"{mark.value:f}"
        if mark.summary:
            what = _("{what} (in the summary)").format(what=what)
        others = [str(at) for at, paragraph in enumerate(text, 1) if self._holds(paragraph, mark)][:MOST]
        nowhere = _("{what} isn't there, nor elsewhere in the beginning that was read")
        message = _("{what} isn't there, but in paragraph {paragraphs}")
        message = message if others else nowhere if part else _("{what} isn't there")
        return message.format(what=what, paragraphs=", ".join(others))


def figures(record: Any) -> list[Decimal]:
    """Return the numbers of a claim's figure or amount: one, or both ends of a range."""
    figure = getattr(record, "figure", None) or getattr(record, "amount", None)
    if not isinstance(figure, Figure):
        return []
    return [value for value in dict.fromkeys((figure.low, figure.high)) if value is not None]


def named(record: Any) -> list[str]:
    """Return the slugs of the parties and places that a claim's fields name, in their order."""
    found = (
        slug
        for path, mark, slug in references(record)
        if isinstance(mark, Ref) and path[0] != "implied" and {"party", *KINDS}.intersection(mark.kinds)
    )
    return list(dict.fromkeys(found))


def _idle(found: Mapping[int, set[Mark]]) -> Iterator[int]:
    """Yield the paragraphs of each passage that holds nothing; paragraphs in a row are one passage."""
    passage: list[int] = []
    for at in sorted(found):
        if passage and at != passage[-1] + 1:
            yield from passage if not any(found[one] for one in passage) else ()
            passage = []
        passage.append(at)
    yield from passage if not any(found[one] for one in passage) else ()


def _wrong_numbers(cite: Sequence[int], length: int, *, part: bool) -> Iterator[str]:
    whole, beginning, twice = (
        _("there is no paragraph {paragraph}, the text has {count}"),
        _("there is no paragraph {paragraph}, the beginning that was read has {count}"),
        _("paragraph {paragraph} is cited twice"),
    )
    beyond = beginning if part else whole
    yield from (beyond.format(paragraph=at, count=length) for at in cite if at > length)
    yield from (twice.format(paragraph=at) for at in dict.fromkeys(cite) if cite.count(at) > 1)


@lru_cache(maxsize=10_000)
def numbers_in(text: str) -> tuple[frozenset[Decimal], frozenset[Decimal]]:
    """Return the numbers that count something in a text, where an article may stand for one, and all others."""
    found = find_numbers(text)
    counted = {number.value for number in found if number.kind in ("number", "percent")}
    if not _ONE.isdisjoint(words_in(text).split()):
        counted.add(Decimal(1))
    return frozenset(counted), frozenset(number.value for number in found) - counted
