"""Checks of what later sources add: developments, and copies of one text."""

from collections.abc import Iterator

from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import CLAIMS, Corpus
from ocdb.curation.problems import Problem
from ocdb.kinds import STATES


@check("state-of-another-kind")
def states_fit_what_they_concern(corpus: Corpus) -> Iterator[Problem]:
    """A development has a state of what it concerns, and only a site passes to another operator."""
    for entry in corpus.of("development"):
        subject = corpus.find(CLAIMS, entry.record.concerns)
        if not subject or subject.kind not in STATES:
            continue
        fitting = corpus.codes.get(STATES[subject.kind], {})
        if entry.record.status not in fitting:
            message = f"{entry.record.status} is no state of a {subject.kind}"
            yield entry.problem(("status",), message, f"The codes are {', '.join(fitting)}.")
        if entry.record.operator and subject.kind != "site":
            message = f"{entry.record.concerns} is a {subject.kind}, and only a site passes to another operator"
            yield entry.problem(("operator",), message, "Remove it.")


@check("copy-of-a-copy")
def copies_name_the_first_text(corpus: Corpus) -> Iterator[Problem]:
    """A source is a copy of a first text, never of a copy or of itself: the copies of one text are one voice."""
    for entry in corpus.of("source"):
        first = entry.record.syndicated_from
        other = corpus.find(["source"], first or "")
        if first == entry.record.id:
            yield entry.problem(("syndicated_from",), "this is a copy of itself", "Name the first text, or remove it.")
        elif other and other.record.syndicated_from:
            message = f"{first} is itself a copy"
            yield entry.problem(("syndicated_from",), message, f"Name the first text: {other.record.syndicated_from}.")
