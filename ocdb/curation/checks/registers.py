"""Checks of registers and code lists: what a named file may say anew."""

from collections.abc import Iterator

from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import Corpus
from ocdb.curation.problems import Problem
from ocdb.rules.codes import CLOSED


@check("closed-code-list")
def closed_lists_have_the_codes_that_the_rules_know(corpus: Corpus) -> Iterator[Problem]:
    """A code list to which rules are attached has no members but those that the rules know."""
    for name, known in CLOSED.items():
        for code, entry in corpus.codes.get(name, {}).items():
            if code not in known:
                message = f"{name} has rules attached: a new one needs a change of ocdb"
                yield entry.problem(("id",), message, f"Use one of {', '.join(known)}.")


@check("replaced-record", "warning")
def registers_repeat_what_travels_with_ocdb(corpus: Corpus) -> Iterator[Problem]:
    """A record of a register that replaces one that travels with ocdb says the same."""
    for twin, entry in corpus.replaced:
        if (twin.kind, twin.record) != (entry.kind, entry.record):
            line = twin.document.marks.get(twin.path, (1, 1))[0]
            message = f"this replaces {twin.record.id} of {twin.document.file}:{line}, which says something else"
            yield entry.problem(("id",), message, "If you mean another one, choose another slug; else leave it.")
