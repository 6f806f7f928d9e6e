"""What must hold beyond the shape of a record: one module a subject, each check under its code."""

from dataclasses import replace

from ocdb.curation.checks import dates, evidence, figures, geography, judgements, later, likeness, links, references
from ocdb.curation.checks.registry import CHECKS, Check
from ocdb.curation.corpus import Corpus
from ocdb.curation.problems import Problem

MODULES = (references, evidence, dates, figures, links, later, judgements, geography, likeness)

__all__ = ["CHECKS", "MODULES", "Check", "check"]


def check(corpus: Corpus) -> list[Problem]:
    """Return all problems of a corpus, those of reading and shape included, sorted by file and line."""
    found = (
        replace(problem, code=one.code, severity=one.severity)
        for one in CHECKS.values()
        for problem in one.find(corpus)
    )
    return sorted({*corpus.problems, *(problem for problem in found if problem.file not in corpus.around)})
