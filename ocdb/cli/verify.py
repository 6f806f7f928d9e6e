"""`ocdb verify`: the citations of fixtures, held against the texts of whoever has them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.files import refuse_twice
from ocdb.cli.options import OUTPUT, options
from ocdb.cli.printing import chosen, put
from ocdb.cli.session import hint
from ocdb.words.language import _, language, ngettext, speaking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocdb.curation.evidence import Texts
    from ocdb.curation.verify import Result


@options(OUTPUT)
def verify(
    texts: Annotated[
        Path,
        typer.Option(
            "--texts",
            metavar="DIR",
            parser=as_path,
            autocompletion=complete_path,
            help="Directory of the texts, .txt or .md.",
        ),
    ],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            parser=as_path,
            autocompletion=complete_path,
            help="Fixtures; by default those that come with ocdb.",
        ),
    ] = None,
    **given: Any,
) -> None:
    """Check each claim against the passage that it cites: are the figure and the names there?

    Each text is identified by its hash, whatever its file is called. A figure is recognized however it is written
    (1.000, 1 000, mille), a name in any form in the registers. Whatever isn't there is listed with the reason;
    sources without a text are listed too. Exits with 5 when a claim can't be verified.

    \b
    Examples:
      ocdb verify --texts articles
      ocdb verify --texts articles my-fixtures
      ocdb verify --texts articles press-2021-05-oujda.yaml -f json
    """
    from ocdb.answers.verified import verified
    from ocdb.curation.corpus import gather
    from ocdb.curation.evidence import texts as read
    from ocdb.curation.verify import verify as run
    from ocdb.errors import FixtureError, UsageError
    from ocdb.settings import resource
    from ocdb.words.figures import number

    refuse_twice(paths or (), [given["output"]])
    missing = [str(path) for path in paths or () if not path.exists()]
    if missing:
        message = _("{file} doesn't exist").format(file=missing[0])
        raise UsageError(message, _("Name files or directories that exist."))
    held = read(texts)
    corpus = gather([*(paths or [resource("fixtures")])], around=[resource("seeds"), resource("fixtures")])
    for problem in (*corpus.problems, *held.unread):
        hint(str(problem))
    if corpus.problems:
        count = len(corpus.problems)
        message = ngettext("{count} problem in the files", "{count} problems in the files", count)
        raise FixtureError(message.format(count=number(count)), _("Run ocdb check, and correct them first."))
    people = chosen(given["form"], given["output"]) in ("table", "md", "xlsx")
    with speaking(language() if people else "en"):  # data don't change with the language
        results = run(corpus, held.found)
    put(verified(results), given)
    _tell(results, held)


def _tell(results: "Sequence[Result]", held: "Texts") -> None:
    """Tell on standard error what the rows don't, and raise an error where a claim doesn't verify."""
    from ocdb.errors import FixtureError

    if not held.found:
        hint(_("There is no text in this directory: files end in .txt or .md."))
    elif not any(result.held for result in results):
        hint(_("No text in this directory has the hash of a source."))
    failed = sum(result.count("not_verified") for result in results)
    if failed:
        from ocdb.words.figures import number

        message = ngettext("{count} claim not verified", "{count} claims not verified", failed)
        hint_ = _("Correct the paragraph, the figure or the names: docs/verify.md.")
        raise FixtureError(message.format(count=number(failed)), hint_)
