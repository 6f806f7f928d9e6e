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
from ocdb.curation.progress import Progress, unseen
from ocdb.memory import paused

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


def check(corpus: Corpus, progress: Progress = unseen) -> list[Problem]:
    """Return all problems of a corpus, those of reading and shape included, sorted by file and line.

    Of the files around, about which nobody asked, it has the errors that aren't there without the named files.

    Args:
        corpus: the records.
        progress: is told how many checks are done.
    """
    with paused():
        found = set(_find(corpus, progress))
        told = {problem for problem in found if corpus.tells(problem.file)}
        beyond = {problem for problem in found - told if problem.severity == "error"}
        if beyond:
            told |= beyond - set(_find(gather(corpus.beside)))
        return sorted({*corpus.problems, *told})


def _find(corpus: Corpus, progress: Progress = unseen) -> Iterator[Problem]:
    for done, one in enumerate(CHECKS.values(), 1):
        for problem in one.find(corpus):
            yield replace(problem, code=one.code, severity=one.severity)
        progress("checks", done, len(CHECKS))
