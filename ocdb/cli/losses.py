"""`ocdb losses`: jobs lost in a scope, none counted twice, with what was left out and why."""

from typing import Annotated, Any

import typer

from ocdb.cli.jobs import BY
from ocdb.cli.options import (
    AS_OF,
    BASES,
    BEHIND,
    NAMES_OF_SCOPE,
    OUTPUT,
    SCOPE,
    asked,
    choice,
    options,
)
from ocdb.cli.printing import put
from ocdb.cli.session import reading
from ocdb.words.options import TEXTS

BASIS = choice("--basis", "BASES", BASES, TEXTS["losses.basis"])


@options(NAMES_OF_SCOPE, SCOPE, BEHIND, AS_OF, OUTPUT)
def losses(
    ctx: typer.Context,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help=TEXTS["losses.since"])] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help=TEXTS["losses.until"])] = None,
    basis: Annotated[str, BASIS] = "operator",
    by: Annotated[str | None, BY] = None,
    **given: Any,
) -> None:
    """Add up lost jobs without counting any twice.

    A loss counts by the rule of promises: it lies wholly in the scope and is neither part of another one that counts,
    nor revised, contradicted or cancelled. What happened and what is still planned are two lines that are never added
    to each other; a plan counts less what has happened of it. Seats and trainees have lines of their own. A loss is
    never taken off a promise. All that is left out is listed with its reason.

    TSV and CSV have a row for each line of the totals; --counted and the other parts print their records instead.

    \b
    Examples:
      ocdb losses --country MA
      ocdb losses --operator Dell
      ocdb losses --country CM --basis federation
      ocdb losses --since 2023 --until 2024
      ocdb losses --by year
      ocdb losses --by country -f json
    """
    from ocdb.answers.questions.sums import losses as ask

    with reading(ctx, given["as_of"]) as reader:
        scope = asked(given, SCOPE, BEHIND) | {"since": since, "until": until, "basis": basis, "by": by}
        put(ask(reader, *given["names"] or (), **scope), given)
