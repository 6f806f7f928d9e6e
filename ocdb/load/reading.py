"""Reads what is to be loaded, and checks it: only records without errors go on."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from ocdb.curation.checks import check
from ocdb.curation.corpus import Corpus, gather
from ocdb.curation.problems import Problem
from ocdb.curation.progress import Progress, unseen
from ocdb.curation.reading import unreachable
from ocdb.errors import FixtureError
from ocdb.settings import resource
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext


class BrokenFixturesError(FixtureError):
    """Files with problems; nothing was loaded.

    Attributes:
        problems: all of them, sorted by file and line.
    """

    def __init__(self, problems: list[Problem], hint: str = "") -> None:
        text = ngettext("{count} problem; nothing was loaded", "{count} problems; nothing was loaded", len(problems))
        super().__init__("\n".join([*map(str, problems), text.format(count=number(len(problems)))]), hint)
        self.problems = problems


def read_corpus(directories: Sequence[Path] = (), progress: Progress = unseen) -> Corpus:
    """Return the records of the seeds and of some directories, checked; its problems are warnings.

    What is named replaces what the seeds say, as for `ocdb check`: what that accepts can be loaded.

    Args:
        directories: directories or files; by default what travels with ocdb.
        progress: is told how many files were read and how many checks are done.

    Raises:
        BrokenFixturesError: the files have problems.
    """
    for wrong in unreachable(directories):
        raise FixtureError(wrong, _("Name directories or files that exist."))
    if not directories:
        return checked(gather([resource("seeds"), resource("fixtures")], progress=progress), progress)
    try:
        return checked(gather(directories, [resource("seeds")], silent=False, progress=progress), progress)
    except BrokenFixturesError as error:
        if not _lack_what_travels(directories):
            raise
        files = " ".join(quote(str(path)) for path in (resource("fixtures"), *directories))
        hint = _("These files refer to fixtures that come with ocdb. Name those too: ocdb load {files}")
        raise BrokenFixturesError(error.problems, hint.format(files=files)) from None


def _lack_what_travels(directories: Sequence[Path]) -> bool:
    """Return whether files are right beside the fixtures that travel with ocdb."""
    found = check(gather(directories, around=[resource("seeds"), resource("fixtures")]))
    return all(problem.severity != "error" for problem in found)


def checked(corpus: Corpus, progress: Progress = unseen) -> Corpus:
    """Return a corpus whose only problems are warnings.

    Raises:
        BrokenFixturesError: it has errors.
    """
    found = check(corpus, progress)
    errors = [problem for problem in found if problem.severity == "error"]
    if errors:
        raise BrokenFixturesError(errors)
    corpus.problems = found
    return corpus
