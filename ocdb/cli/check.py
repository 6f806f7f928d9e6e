"""`ocdb check`: all problems of all files at once, before anything is loaded."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.printing import write
from ocdb.cli.progress import progress
from ocdb.cli.session import hint
from ocdb.words.language import _, language, speaking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ocdb.curation.corpus import Corpus
    from ocdb.curation.problems import Problem

Form = Literal["text", "json", "github"]


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            parser=as_path,
            autocompletion=complete_path,
            help="Files or directories; by default those that come with ocdb.",
        ),
    ] = None,
    form: Annotated[Form, typer.Option("-f", "--format", help="Readable lines, JSON, or GitHub annotations.")] = "text",
) -> None:
    """Check fixtures: every problem with its file, line, column and field, what is wrong and what to do.

    The files are checked together with the registers and fixtures that come with ocdb, as if they were added to them;
    a source with the same slug is replaced. Errors stop a load, warnings don't. Each check is described under its
    code in docs/reference/checks.md. Where the files have bounds on how much is on record, as those that come with ocdb
    do, these are held too.

    \b
    Examples:
      ocdb check
      ocdb check my-fixtures
      ocdb check press-2021-05-oujda.yaml -f json
      ocdb check fixtures -f github
    """
    from ocdb.curation.problems import counted
    from ocdb.curation.reading import unreachable
    from ocdb.errors import FixtureError, UsageError
    from ocdb.recall.checking import problems as find
    from ocdb.settings import resource

    for wrong in unreachable(paths or ()):
        raise UsageError(wrong, _("Name files or directories that exist."))
    travelling = [_shown(resource(name)) for name in ("seeds", "fixtures")]
    spoken = speaking("en" if form == "json" else language())  # data don't change with the language
    with spoken, progress() as told:
        problems = find(paths or travelling, travelling, told, _broken_bounds)
    write(_rendered(problems, form), None, exact=form != "text")
    count = counted(problems)
    if any(problem.severity == "error" for problem in problems):
        raise FixtureError(count, _("Errors stop a load, warnings don't."))
    hint(count)


def _broken_bounds(corpus: "Corpus") -> "Iterable[Problem]":
    """Return the bounds on how much is on record that don't hold, of those in the files that were named."""
    if not any(corpus.asked(entry) for entry in corpus.of("expectation")):
        return ()
    from ocdb.load.expected import broken

    return broken(corpus)


def _shown(directory: Path) -> Path:
    """Return a directory as messages show it: from the working directory, where it lies in there."""
    here = Path.cwd()
    return directory.relative_to(here) if directory.is_relative_to(here) else directory


def _rendered(problems: "list[Problem]", form: Form) -> str:
    import json
    from dataclasses import asdict

    from ocdb.text import json_escaped, visible

    if form == "json":
        records = [asdict(problem) for problem in problems]
        return json_escaped(json.dumps(records, ensure_ascii=False, indent=2)) + "\n"
    lines = (_annotation(problem) if form == "github" else visible(str(problem)) for problem in problems)
    return "".join(f"{line}\n" for line in lines)


def _annotation(problem: "Problem") -> str:
    """Return a line that GitHub turns into a remark at the place in the file."""
    place = f"file={_property(problem.file)},line={problem.line},col={problem.column},title={_property(problem.code)}"
    field = f"{problem.field}: " if problem.field else ""
    return f"::{problem.severity} {place}::{_data(f'{field}{problem.message}. {problem.remedy}')}"


def _data(text: str) -> str:
    from ocdb.text import visible

    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
