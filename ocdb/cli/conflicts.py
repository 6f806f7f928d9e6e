"""`ocdb conflicts`: claims that disagree, side by side."""

from typing import Annotated, Any

import typer

from ocdb.cli.options import (
    AS_OF,
    CLAIM_KIND,
    COUNTRY,
    NAMES_OF_SCOPE,
    OPERATOR,
    OUTPUT,
    PLACE,
    SOURCE,
    asked,
    options,
)
from ocdb.cli.printing import put
from ocdb.cli.session import reading
from ocdb.words.options import TEXTS

FILTERS = {**COUNTRY, **PLACE, **OPERATOR, **SOURCE, **CLAIM_KIND}


@options(NAMES_OF_SCOPE, FILTERS, AS_OF, OUTPUT)
def conflicts(
    ctx: typer.Context,
    only_open: Annotated[bool, typer.Option("--open", help=TEXTS["open"])] = False,
    **given: Any,
) -> None:
    """Show claims that disagree side by side, with their sources, and which one is preferred and why.

    A claim that a source denies is a conflict too. A conflict is open as long as none of its claims is preferred. It
    is shown whole when one of its claims fits all filters. Copies of one text are one voice: voices counts the
    independent texts among the sources.

    \b
    Examples:
      ocdb conflicts
      ocdb conflicts --country MA --open
      ocdb conflicts --kind pledge -f csv
      ocdb conflicts --operator "VIPP Interstis" -f json
    """
    from ocdb.answers.questions.records import conflicts as ask

    with reading(ctx, given["as_of"]) as reader:
        put(ask(reader, *given["names"] or (), open=only_open, **asked(given, FILTERS)), given)
