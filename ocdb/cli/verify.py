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

    from ocdb.curation.corpus import Corpus
    from ocdb.curation.evidence import Texts
    from ocdb.curation.problems import Problem
    from ocdb.curation.verify import Result
    from ocdb.intake.confirming import Confirming


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
    confirm: Annotated[
        str | None,
        typer.Option(
            "--confirm",
            metavar="NAME",
            help="Write into the files that NAME, who compared them with the article, confirms what verifies.",
        ),
    ] = None,
    **given: Any,
) -> None:
    """Check each claim against the passage that it cites: are the figure and the names there?

    Each text is identified by its hash, whatever its file is called. A figure is recognized however it is written
    (1.000, 1 000, mille), a name in any form in the registers. Whatever isn't there is listed with the reason;
    sources without a text are listed too. Exits with 5 when a claim can't be verified.

    What ocdb draft or an assistant wrote isn't loaded until somebody confirms it. With --confirm each claim that
    verifies gets the name of who read it; all others stay as they are.

    \b
    Examples:
      ocdb verify --texts articles
      ocdb verify --texts articles my-fixtures
      ocdb verify --texts articles press-2021-05-oujda.yaml -f json
      ocdb verify --texts articles lome.yaml --confirm "Awa Ndiaye"
    """
    from ocdb.answers.verified import verified
    from ocdb.curation.evidence import texts as read
    from ocdb.curation.verify import verify as run
    from ocdb.errors import UsageError
    from ocdb.intake.confirming import Confirming

    refuse_twice(paths or (), [given["output"]])
    if confirm is not None and not paths:
        raise UsageError(_("--confirm writes into files"), _("Name the files to be confirmed."))
    confirming = Confirming(confirm) if confirm is not None else None
    _refuse_missing(paths or ())
    held = read(texts)
    corpus = _gathered(paths, held)
    if confirming:
        _refuse_errors(corpus)
    people = chosen(given["form"], given["output"]) in ("table", "md", "xlsx")
    with speaking(language() if people else "en"):  # data don't change with the language
        results = run(corpus, held.found)
    put(verified(results), given)
    if confirming:
        _confirm(confirming, results, corpus)
    _tell(results, held)


def _refuse_missing(paths: "Sequence[Path]") -> None:
    from ocdb.errors import UsageError

    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        message = _("{file} doesn't exist").format(file=missing[0])
        raise UsageError(message, _("Name files or directories that exist."))


def _gathered(paths: "Sequence[Path] | None", held: "Texts") -> "Corpus":
    """Return the records of some files, by default of those that come with ocdb; tell which texts can't be read.

    Raises:
        FixtureError: the files have problems.
    """
    from ocdb.curation.corpus import gather
    from ocdb.settings import resource

    corpus = gather([*(paths or [resource("fixtures")])], around=[resource("seeds"), resource("fixtures")])
    for problem in held.unread:
        hint(str(problem))
    _refuse(corpus.problems)
    return corpus


def _refuse_errors(corpus: "Corpus") -> None:
    """Tell the errors that a check finds: what is still to be corrected isn't to be confirmed.

    Raises:
        FixtureError: there are.
    """
    from ocdb.curation.checks import check

    _refuse([problem for problem in check(corpus) if problem.severity == "error"])


def _refuse(problems: "Sequence[Problem]") -> None:
    """Tell the problems of files, if there are any.

    Raises:
        FixtureError: there are.
    """
    from ocdb.errors import FixtureError
    from ocdb.words.figures import number

    for problem in problems:
        hint(str(problem))
    if problems:
        count = len(problems)
        message = ngettext("{count} problem in the files", "{count} problems in the files", count)
        raise FixtureError(message.format(count=number(count)), _("Run ocdb check, and correct them first."))


def _confirm(confirming: "Confirming", results: "Sequence[Result]", corpus: "Corpus") -> None:
    """Write the name of who confirms into the files, and tell how many claims bear it and how many nobody confirmed.

    Raises:
        FixtureError: a file stays as it is.
    """
    from ocdb.cli.files import save
    from ocdb.curation.corpus import CLAIMS
    from ocdb.words.figures import number

    signed: set[tuple[str, str]] = set()
    for one in confirming.confirmed(results):
        save(one.after, one.path)
        signed |= {(str(one.path), claim) for claim in one.claims}
    message = ngettext("{count} claim confirmed by {name}", "{count} claims confirmed by {name}", len(signed))
    hint(message.format(count=number(len(signed)), name=confirming.name))
    drafts = [(one, one.record.id) for one in corpus.of(*CLAIMS) if corpus.asked(one) and one.unconfirmed]
    drafts += [(one, one.record.claim) for one in corpus.citations if corpus.asked(one) and one.unconfirmed]
    left = sum((one.document.file, claim) not in signed for one, claim in drafts)
    if left:
        message = ngettext(
            "{count} draft stays unconfirmed and isn't loaded: correct it, or write confirmed_by into it yourself",
            "{count} drafts stay unconfirmed and aren't loaded: correct them, or write confirmed_by into them yourself",
            left,
        )
        hint(message.format(count=number(left)))
    _refuse(confirming.unread)


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
