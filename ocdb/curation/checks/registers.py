"""Checks of registers and code lists: what a named file may say anew."""

from collections.abc import Iterator

from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import Corpus
from ocdb.curation.problems import Problem
from ocdb.rules.codes import CLOSED
from ocdb.words.language import _


@check("closed-code-list", reach="registers")
def closed_lists_have_the_codes_that_the_rules_know(corpus: Corpus) -> Iterator[Problem]:
    """A code list to which rules are attached has no members but those that the rules know."""
    for name, known in CLOSED.items():
        for code, entry in corpus.codes.get(name, {}).items():
            if code not in known:
                message = _("rules depend on the codes of {list}: a new one needs a change of ocdb")
                remedy = _("The codes are {codes}.").format(codes=", ".join(known))
                yield entry.problem(("id",), message.format(list=name), remedy)


@check("replaced-record", "warning", reach="registers")
def registers_repeat_what_travels_with_ocdb(corpus: Corpus) -> Iterator[Problem]:
    """A record of a register that replaces one that travels with ocdb says the same."""
    for twin, entry in corpus.replaced:
        if (twin.kind, twin.record) != (entry.kind, entry.record):
            message = _("this replaces {slug} in {place}, which says something else")
            message = message.format(slug=twin.record.id, place=f"{twin.document.file}:{twin.line}")
            remedy = _("If you mean another one, choose another slug; otherwise leave it.")
            yield entry.problem(("id",), message, remedy)
