"""Checks of evidence: each claim is cited, and by paragraphs that exist."""

from collections.abc import Iterator
from itertools import chain

from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import CLAIMS, Corpus
from ocdb.curation.entry import Entry
from ocdb.curation.problems import Problem
from ocdb.words.language import _


@check("uncited-claim")
def claims_are_cited(corpus: Corpus) -> Iterator[Problem]:
    """A claim names the paragraphs that state it, where the text was held."""
    for entry, source in _cited(corpus):
        if not entry.record.cite and source.record.sha256:
            remedy = _("Give the number of the non-empty line, from 1.")
            yield entry.problem(("cite",), _("no paragraph is cited"), remedy)


@check("no-such-paragraph")
def cited_paragraphs_exist(corpus: Corpus) -> Iterator[Problem]:
    """A cited paragraph isn't beyond the end of the text."""
    for entry, source in _cited(corpus):
        beyond = [number for number in entry.record.cite if number > (source.record.paragraphs or number)]
        if beyond:
            message = _("paragraph {paragraph} is cited, but the text has only {count}")
            message = message.format(paragraph=beyond[0], count=source.record.paragraphs)
            yield entry.problem(("cite",), message, _("Count the non-empty lines, from 1."))


@check("cited-twice")
def claims_are_cited_once(corpus: Corpus) -> Iterator[Problem]:
    """A source cites a claim in one place: with the claim, or in one entry under citations."""
    seen = {(entry.source, entry.record.id) for entry in corpus.of(*CLAIMS)}
    for entry in corpus.citations:
        key = (entry.source, entry.record.claim)
        if key in seen:
            message = _("this source cites {claim} already").format(claim=entry.record.claim)
            yield entry.problem(("claim",), message, _("List all paragraphs in one place."))
        seen.add(key)


@check("hash-without-length")
def hashed_texts_have_a_length(corpus: Corpus) -> Iterator[Problem]:
    """A source whose text was held says how many paragraphs it has."""
    for entry in corpus.of("source"):
        if entry.record.sha256 and not entry.record.paragraphs:
            message = _("the number of paragraphs is missing")
            yield entry.problem(("sha256",), message, _("Add paragraphs: with that number."))


@check("hash-without-extent")
def hashed_texts_have_an_extent(corpus: Corpus) -> Iterator[Problem]:
    """A source whose text was held says whether that was the whole article or its beginning."""
    for entry in corpus.of("source"):
        if entry.record.sha256 and not entry.record.extent:
            message = _("whether that is the whole article or its beginning is missing")
            yield entry.problem(("sha256",), message, _("Add extent: whole, or extent: beginning."))


@check("text-read-twice", reach="likes")
def texts_are_read_once(corpus: Corpus) -> Iterator[Problem]:
    """No two sources have the same text."""
    seen: dict[str, str] = {}
    for entry in corpus.of("source"):
        digest = entry.record.sha256
        if digest and seen.setdefault(digest, entry.record.id) != entry.record.id:
            message = _("this is the text of {source}").format(source=seen[digest])
            yield entry.problem(("sha256",), message, _("Keep one of the two sources, or hash the right text."))


@check("unconfirmed-draft", "warning")
def drafts_are_confirmed(corpus: Corpus) -> Iterator[Problem]:
    """What an assistant or ocdb draft wrote is confirmed by somebody; until then it isn't loaded."""
    remedy = _("Compare it with the article; then ocdb verify --confirm NAME, or confirmed_by: NAME.")
    for entry in chain(corpus.of(*CLAIMS), corpus.citations):
        if entry.unconfirmed:
            yield entry.problem(("made_by",), _("nobody has confirmed this draft, so it isn't loaded"), remedy)


def _cited(corpus: Corpus) -> Iterator[tuple[Entry, Entry]]:
    """Yield each claim and each further citation with its source."""
    for entry in chain(corpus.of(*CLAIMS), corpus.citations):
        source = corpus.find(["source"], entry.source or "")
        if source:
            yield entry, source
