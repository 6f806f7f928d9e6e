"""What curators may have looked at: a fixture, and whether an article says what it states. Nothing is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ocdb.answers.verified import verified
from ocdb.curation.checks import check
from ocdb.curation.corpus import Corpus, gather
from ocdb.curation.evidence import digest, paragraphs
from ocdb.curation.problems import Problem, counted
from ocdb.curation.verify import verify
from ocdb.errors import FixtureError, UsageError
from ocdb.settings import resource
from ocdb.words.language import _

# What the text that is handed over is called in messages.
NAME = "fixture.yaml"


def check_fixture(fixture: str) -> dict[str, Any]:
    """Check a fixture as `ocdb check` does: every problem with its line, field, what is wrong and what to do.

    It is checked together with the registers and fixtures that come with ocdb. Nothing is written or loaded.
    """
    with _gathered(fixture) as (corpus, place):
        problems = [_named(problem, place) for problem in check(corpus)]
    return {"title": counted(problems), "notes": [], "data": [asdict(problem) for problem in problems]}


def verify_text(fixture: str, text: str) -> dict[str, Any]:
    """Hold a fixture against the text of its article: do the cited paragraphs have the figures and names of the claims?

    A paragraph is a line of the text that isn't empty, counted from 1. Not verified is what the cited paragraphs don't
    say. Neither text is kept.
    """
    with _gathered(fixture) as (corpus, place):
        if corpus.problems:
            first = _named(corpus.problems[0], place)
            raise FixtureError(str(first), _("Correct the fixture first: check_fixture has all problems."))
        sources = [entry.record for entry in corpus.of("source") if corpus.asked(entry)]
        if not sources:
            raise UsageError(_("the fixture has no source"), _("Name the article with source: before its claims."))
        key = sources[0].sha256 or ""
        answer = verified(verify(corpus, {key: paragraphs(text)}))
    found = digest(text)
    other = _("The hash of the text is {hash}, and that of the source another: it may be another version.")
    notes = [] if key == found else [other.format(hash=found)]
    data = {name: _in_file(value, place) for name, value in (answer.data or {}).items()}
    return {"title": answer.sections[0].title, "notes": notes, "data": data}


@contextmanager
def _gathered(fixture: str) -> Iterator[tuple[Corpus, str]]:
    """Give the records of a text among those that come with ocdb, and the directory that it lies in meanwhile."""
    with TemporaryDirectory(prefix="ocdb-") as place:
        file = Path(place) / NAME
        file.write_text(fixture, encoding="utf-8", errors="surrogatepass")
        yield gather([file], around=[resource("seeds"), resource("fixtures")]), place


def _named(problem: Problem, place: str) -> Problem:
    """Return a problem that names files as those know them who handed the text over."""
    file, message, remedy = (_shown(text, place) for text in (problem.file, problem.message, problem.remedy))
    return replace(problem, file=file, message=message, remedy=remedy)


def _in_file(value: Any, place: str) -> Any:
    """Return data in which the file is called as it is known."""
    if isinstance(value, list):
        return [_in_file(one, place) for one in value]
    if isinstance(value, dict):
        return {name: _in_file(one, place) for name, one in value.items()}
    return _shown(value, place) if isinstance(value, str) else value


def _shown(text: str, place: str) -> str:
    for directory in (place, str(resource("seeds").parent)):
        text = text.replace(f"{directory}/", "").replace(f"{directory}\\", "")
    return text
