"""Checks of what later sources add: developments, and copies of one text."""

from collections.abc import Iterator

from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import CLAIMS, Corpus
from ocdb.curation.problems import Problem
from ocdb.kinds import STATES
from ocdb.words.language import _
from ocdb.words.nouns import kind_name


@check("state-of-another-kind")
def states_fit_what_they_concern(corpus: Corpus) -> Iterator[Problem]:
    """A development has a state of what it concerns, and only a site passes to another operator."""
    for entry in corpus.of("development"):
        subject = corpus.find(CLAIMS, entry.record.concerns)
        if not subject or subject.kind not in STATES:
            continue
        fitting = corpus.codes.get(STATES[subject.kind], {})
        if entry.record.status not in fitting:
            message = _("{status} isn't a state of this kind of record: {kind}")
            message = message.format(status=entry.record.status, kind=kind_name(subject.kind))
            remedy = _("The codes are {codes}.").format(codes=", ".join(fitting))
            yield entry.problem(("status",), message, remedy)
        if entry.record.operator and subject.kind != "site":
            message = _("only a site passes to another operator, but {slug} is another kind of record: {kind}")
            message = message.format(slug=entry.record.concerns, kind=kind_name(subject.kind))
            yield entry.problem(("operator",), message, _("Remove it."))


@check("copy-of-a-copy")
def copies_name_the_first_text(corpus: Corpus) -> Iterator[Problem]:
    """A source is a copy of a first text, never of a copy or of itself: the copies of one text are one voice."""
    for entry in corpus.of("source"):
        first = entry.record.syndicated_from
        other = corpus.find(["source"], first or "")
        if first == entry.record.id:
            remedy = _("Name the first text, or remove it.")
            yield entry.problem(("syndicated_from",), _("this is a copy of itself"), remedy)
        elif other and other.record.syndicated_from:
            message = _("{source} is itself a copy").format(source=first)
            remedy = _("Name the first text: {source}.").format(source=other.record.syndicated_from)
            yield entry.problem(("syndicated_from",), message, remedy)
