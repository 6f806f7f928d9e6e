"""Checks files as `ocdb.curation.checks` does, with what is remembered of them from the last time."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ocdb.curation.json_lines import SUFFIX
from ocdb.curation.problems import Problem
from ocdb.curation.progress import Progress, unseen
from ocdb.recall.listing import Listing, fingerprint, listing, names_below
from ocdb.recall.memory import MANY, Memory, remembering

if TYPE_CHECKING:
    from ocdb.curation.corpus import Corpus

More = Callable[["Corpus"], Iterable[Problem]]


def nothing(_corpus: "Corpus") -> Iterable[Problem]:
    """Return that nothing else is found."""
    return ()


def problems(
    directories: Sequence[Path], around: Sequence[Path], progress: Progress = unseen, more: More = nothing
) -> list[Problem]:
    """Return all problems of some files beside others, as `check` finds them in what `gather` reads.

    Args:
        directories: directories or files.
        around: directories whose records stand beside them; nobody asks what is wrong in there.
        progress: is told how many files were read and how many checks are done.
        more: what else is found in records without errors. It says something of all of them together, so all are read
            wherever one of the files has a bound.
    """
    purpose = ["check", *map(str, directories), "", *map(str, around)]
    names = names_below(directories) or ()
    found: list[Problem] | None = None
    if len(names) >= MANY and not any(name.endswith(SUFFIX) for name in names):
        with suppress(sqlite3.DatabaseError), remembering(purpose) as memory:
            if memory:
                found = _recalled(memory, names, directories, around, progress, more)
    return _all(directories, around, progress, more)[1] if found is None else found


def _recalled(
    memory: Memory,
    names: Sequence[str],
    directories: Sequence[Path],
    around: Sequence[Path],
    progress: Progress,
    more: More,
) -> list[Problem] | None:
    """Return the problems of files as far as they are remembered, and remember them; None where nothing is."""
    before = memory.seen()
    files = listing(names, before)
    if files is None:
        return None
    stamp = fingerprint(files, ())
    found = memory.told(stamp)
    if found is None:
        found = _changed(memory, files)
        if found is None:
            corpus, found = _all(directories, around, progress, more)
            _note(memory, corpus, files, found)
        memory.tell(stamp, found)
    memory.see(files, before)
    return found


def _changed(memory: Memory, files: Listing) -> list[Problem] | None:
    """Return the problems of files of which few changed; None where all have to be checked."""
    from ocdb.recall.changes import checked  # noqa: PLC0415  pydantic, only where something changed

    return checked(memory, files)


def _all(
    directories: Sequence[Path], around: Sequence[Path], progress: Progress, more: More
) -> "tuple[Corpus, list[Problem]]":
    """Return the records of all files and their problems."""
    from ocdb.curation.checks import check  # noqa: PLC0415  as above
    from ocdb.curation.corpus import gather  # noqa: PLC0415

    corpus = gather(directories, around=around, progress=progress)
    found = check(corpus, progress)
    if not any(problem.severity == "error" for problem in found):
        found = sorted([*found, *more(corpus)])
    return corpus, found


def _note(memory: Memory, corpus: "Corpus", files: Listing, found: list[Problem]) -> None:
    """Note what is in files that have no errors; of others what was noted before stays."""
    from ocdb.recall.changes import note  # noqa: PLC0415  as above

    if not any(problem.severity == "error" for problem in found):
        note(memory, corpus, files, found)
