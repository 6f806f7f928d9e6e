"""`ocdb compare`: countries, operators or places side by side."""

from typing import Annotated, Any

import typer

from ocdb.cli import candidates
from ocdb.cli.options import AS_OF, OUTPUT, options
from ocdb.cli.printing import put
from ocdb.cli.session import reading
from ocdb.words.options import TEXTS


@options(AS_OF, OUTPUT)
def compare(
    ctx: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME NAME...",
            help=TEXTS["compare.names"],
            autocompletion=candidates.anybody("country", "operator", "place"),
        ),
    ],
    **given: Any,
) -> None:
    """Put countries, operators or places side by side.

    Sites by state, jobs promised, what became of the promises, jobs lost, events, and how many articles were read.

    \b
    Examples:
      ocdb compare Morocco Tunisia
      ocdb compare MA,SN,TG -o countries.xlsx
      ocdb compare Webhelp Intelcia
      ocdb compare Oujda Fès
    """
    from ocdb.answers.compare import compare as ask

    with reading(ctx, given["as_of"]) as reader:
        put(ask(reader, names), given)
