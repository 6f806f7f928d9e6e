"""What a check is: a code, how serious its findings are, and the function that finds them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from ocdb.curation.corpus import Corpus
from ocdb.curation.problems import Problem

Severity = Literal["error", "warning"]
# What the findings about a record follow from: the record itself, what it names and what names it; the claims that it
# is linked with, directly or through others; all that is like it; the registers and code lists.
Reach = Literal["record", "links", "likes", "registers"]
Find = Callable[[Corpus], Iterator[Problem]]


@dataclass(frozen=True)
class Check:
    """A check of the whole corpus.

    Attributes:
        code: its name, stable, as in ``unknown-slug``; docs/reference/checks.md describes it under this name.
        severity: an error stops a load, a warning doesn't.
        reach: what else than the record bears on its findings: what has to be looked at again when a file changes.
        find: yields the problems; its docstring says in a line what must hold.
    """

    code: str
    severity: Severity
    reach: Reach
    find: Find


CHECKS: dict[str, Check] = {}


def check(code: str, severity: Severity = "error", *, reach: Reach = "record") -> Callable[[Find], Find]:
    """Register a function as a check."""

    def register(find: Find) -> Find:
        CHECKS[code] = Check(code, severity, reach, find)
        return find

    return register
