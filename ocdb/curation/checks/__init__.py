"""What must hold beyond the shape of a record: one module a subject, each check under its code."""

from collections.abc import Iterator
from dataclasses import replace

from ocdb.curation.checks import (
    dates,
    evidence,
    figures,
    geography,
    judgements,
    languages,
    later,
    likeness,
    links,
    names,
    references,
    registers,
)
from ocdb.curation.checks.registry import CHECKS, Check
from ocdb.curation.corpus import Corpus, gather
from ocdb.curation.problems import Problem

MODULES = (
    references,
    registers,
    evidence,
    dates,
    figures,
    links,
    later,
    judgements,
    languages,
    geography,
    likeness,
    names,
)

__all__ = ["CHECKS", "MODULES", "Check", "check"]


def check(corpus: Corpus) -> list[Problem]:
    """Return all problems of a corpus, those of reading and shape included, sorted by file and line.

    Of the files around, about which nobody asked, it has the errors that aren't there without the named files.
    """
    found = set(_find(corpus))
    told = {problem for problem in found if corpus.tells(problem.file)}
    beyond = {problem for problem in found - told if problem.severity == "error"}
    if beyond:
        told |= beyond - set(_find(gather(corpus.beside)))
    return sorted({*corpus.problems, *told})


def _find(corpus: Corpus) -> Iterator[Problem]:
    for one in CHECKS.values():
        for problem in one.find(corpus):
            yield replace(problem, code=one.code, severity=one.severity)
