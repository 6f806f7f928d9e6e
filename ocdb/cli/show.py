"""`ocdb show` and `ocdb search`: one record with all that is said of it, and finding it."""

from typing import Annotated, Any

import typer

from ocdb.cli import candidates
from ocdb.cli.options import AS_OF, KINSHIP, OUTPUT, options
from ocdb.cli.printing import put
from ocdb.cli.session import reading
from ocdb.words.options import TEXTS


@options(KINSHIP, AS_OF, OUTPUT)
def show(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=TEXTS["name"], autocompletion=candidates.anything)],
    every: Annotated[bool, typer.Option("--all", help="Show every row of every list, however long.")] = False,
    sources: Annotated[bool, typer.Option("--sources", help="Show all articles, with their addresses.")] = False,
    **given: Any,
) -> None:
    """Show everything known about an operator, institution, official, place, country, source or claim.

    Its record, its names, the claims about it, and the passages behind them. For an event, also the positions that
    the officials involved held at the time. For an operator, claims under any of its names, and with
    --with-successors those about its successors too.

    Of a long list, a table shows the latest few rows, and the command that prints the others; data formats have all.

    \b
    Examples:
      ocdb show Webhelp
      ocdb show "Cina Lawson"
      ocdb show vipp-interstis-lome-2020-500
      ocdb show Oujda -f json
      ocdb show Webhelp --as-of 2012
      ocdb show Webhelp --with-successors
      ocdb show Intelcia --sources
    """
    from ocdb.answers.dossier_answer import show as ask

    with reading(ctx, given["as_of"]) as reader:
        asked = {"whole": every, "articles": sources, "with_successors": bool(given["with_successors"])}
        put(ask(reader, name, **asked), given)


@options(AS_OF, OUTPUT)
def search(
    ctx: typer.Context,
    phrase: Annotated[list[str], typer.Argument(metavar="WORDS...", help=TEXTS["phrase"])],
    limit: Annotated[int, typer.Option("--limit", min=0, metavar="N", help=TEXTS["limit"])] = 20,
    **given: Any,
) -> None:
    """Find names, titles, summaries and notes that contain all the words, best matches first.

    Case and accents don't matter.

    \b
    Examples:
      ocdb search oujda
      ocdb search first centre africa
      ocdb search webhelp agadir -f json
    """
    from ocdb.answers.search import answer

    with reading(ctx, given["as_of"]) as reader:
        put(answer(reader, phrase, limit), given)
