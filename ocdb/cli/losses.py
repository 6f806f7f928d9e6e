"""`ocdb losses`: jobs lost in a scope, none counted twice, with what was left out and why."""

from typing import Annotated, Any

import typer

from ocdb.cli.jobs import BY
from ocdb.cli.options import (
    AS_OF,
    BASES,
    BEHIND,
    COUNTRY,
    NAMES_OF_SCOPE,
    OPERATOR,
    OUTPUT,
    PLACE,
    SOURCE,
    choice,
    confine,
    narrowed,
    options,
)
from ocdb.cli.printing import put
from ocdb.cli.session import reading

BASIS = choice("--basis", "BASES", BASES, "Whose figures: the operators' own, or those of others.")


@options(NAMES_OF_SCOPE, OPERATOR, COUNTRY, PLACE, SOURCE, BEHIND, AS_OF, OUTPUT)
def losses(
    ctx: typer.Context,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what lies wholly on or after this date.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only what lies wholly up to the end of this date.")
    ] = None,
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
    from ocdb.answers.losses import PARTS
    from ocdb.answers.losses import losses as ask
    from ocdb.answers.totals import Asked

    with reading(ctx, given["as_of"]) as reader:
        chosen = narrowed(reader, given, "losses")
        confine(reader, chosen, by)
        asked = Asked(
            operator=chosen["operator"] or (),
            country=chosen["country"] or (),
            place=chosen["place"] or (),
            source=chosen["source"] or (),
            basis=basis,
            with_successors=chosen["with_successors"],
        )
        put(ask(reader, asked, since, until, by, [part for part in PARTS if given[part]]), given)
