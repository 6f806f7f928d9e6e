"""Checks of registers and code lists: what a named file may say anew."""

import os
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ocdb.curation.checks.names import NEAR
from ocdb.curation.checks.registry import check
from ocdb.curation.corpus import Corpus
from ocdb.curation.problems import Problem, shortened
from ocdb.rules.codes import CLOSED
from ocdb.text import fold
from ocdb.words.language import _
from ocdb.words.suggestions import did_you_mean, suggest

if TYPE_CHECKING:
    from ocdb.curation.entry import Entry


@check("closed-code-list", reach="registers")
def closed_lists_have_the_codes_that_the_rules_know(corpus: Corpus) -> Iterator[Problem]:
    """A code list to which rules are attached has no members but those that the rules know."""
    for name, known in CLOSED.items():
        for code, entry in corpus.codes.get(name, {}).items():
            if code not in known:
                message = _("rules depend on the codes of {list}: a new one needs a change of ocdb")
                remedy = _("The codes are {codes}.").format(codes=", ".join(known))
                yield entry.problem(("id",), message.format(list=name), remedy)


@check("publisher-twice", reach="registers")
def spellings_lead_to_one_publisher(corpus: Corpus) -> Iterator[Problem]:
    """A spelling leads to one publisher of the register."""
    seen: dict[str, Entry] = {}
    for entry in corpus.of("publisher"):
        for spelling in dict.fromkeys(map(fold, (entry.record.name, *entry.record.names))):
            twin = seen.setdefault(spelling, entry)
            if twin is not entry:
                message = _("{publisher} is spelled so too").format(publisher=twin.record.id)
                yield entry.problem(("name",), message, _("Keep one of them, or tell them apart by place or country."))


@check("unknown-publisher", "warning")
def publishers_are_in_the_register(corpus: Corpus) -> Iterator[Problem]:
    """A publisher is in the register that stands beside the file, and none elsewhere has nearly the same name."""
    known = {spelling: one.record.name for spelling, one in corpus.publishers.items()}
    registers = {one.document.file for one in corpus.publishers.values()}
    governed = tuple(chain.from_iterable(map(_directories, registers)))
    remedies: dict[str, str] = {}
    for entry in corpus.of("source"):
        name = entry.record.publisher
        if not known or fold(name) in known:
            continue
        if os.path.realpath(entry.document.file).startswith(governed):
            remedy = remedies.setdefault(name, suggest(name, known) or _("Add it to publishers:, with a slug."))
        else:  # of other files a register can't know all publishers
            near = get_close_matches(fold(name), known, n=1, cutoff=NEAR)
            remedy = did_you_mean([known[spelling] for spelling in near])
        if remedy:
            message = _("the register of publishers doesn't have {name}").format(name=shortened(name))
            yield entry.problem(("publisher",), message, remedy)


def _directories(file: str) -> Iterator[str]:
    """Yield the directories for which a register is: its own, and that of the fixtures beside it."""
    own = Path(os.path.realpath(file)).parent
    yield from (os.path.join(one, "") for one in (own, own.parent / "fixtures"))  # noqa: PTH118  what ends in a slash


@check("replaced-record", "warning", reach="registers")
def registers_repeat_what_travels_with_ocdb(corpus: Corpus) -> Iterator[Problem]:
    """A record of a register that replaces one that travels with ocdb says the same."""
    for twin, entry in corpus.replaced:
        if (twin.kind, twin.record) != (entry.kind, entry.record):
            message = _("this replaces {slug} in {place}, which says something else")
            message = message.format(slug=twin.record.id, place=f"{twin.document.file}:{twin.line}")
            remedy = _("If you mean another one, choose another slug; otherwise leave it.")
            yield entry.problem(("id",), message, remedy)
