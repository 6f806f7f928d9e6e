"""`ocdb jobs`: promised jobs in a scope, none counted twice, with what was left out and why."""

from typing import Annotated, Any

import typer

from ocdb.cli.options import (
    AS_OF,
    BASES,
    COUNTRY,
    NAMES_OF_SCOPE,
    OPERATOR,
    OUTPUT,
    PARTS_SHOWN,
    PLACE,
    SOURCE,
    choice,
    confine,
    narrowed,
    options,
)
from ocdb.cli.printing import put
from ocdb.cli.session import reading

BASIS = choice("--basis", "BASES", BASES, "Whose promises to count: those of operators, or the targets of others.")
BY = choice("--by", "GROUPS", ("operator", "country", "place", "year"), "Also show a total for each of these.")


@options(NAMES_OF_SCOPE, OPERATOR, COUNTRY, PLACE, SOURCE, PARTS_SHOWN, AS_OF, OUTPUT)
def jobs(
    ctx: typer.Context,
    due_by: Annotated[
        str | None, typer.Option("--due-by", metavar="DATE", help="Only what is promised by the end of this date.")
    ] = None,
    basis: Annotated[str, BASIS] = "operator",
    by: Annotated[str | None, BY] = None,
    **given: Any,
) -> None:
    """Add up promised jobs without counting any twice.

    A promise counts when it lies wholly in the scope and is neither part of another one that counts, nor revised,
    contradicted or cancelled; a forecast promises nothing. New jobs, levels (people already there may be included),
    hires (some replace people who leave), seats and trainees are lines that are never added to each other. All that
    is left out is listed with its reason, and what was reported stands beside.

    TSV and CSV have a row for each line of the totals; --counted and the other parts print their records instead.

    \b
    Examples:
      ocdb jobs --country TG
      ocdb jobs --country TG --due-by 2021-12-31
      ocdb jobs --country TG --basis government
      ocdb jobs --operator Webhelp -f json
      ocdb jobs --by country
      ocdb jobs --country MA --as-of 2012-12-31
    """
    from ocdb.answers.jobs import PARTS
    from ocdb.answers.jobs import jobs as ask
    from ocdb.answers.totals import Asked

    with reading(ctx, given["as_of"]) as reader:
        chosen = narrowed(reader, given, "jobs")
        confine(reader, chosen, by)
        asked = Asked(
            operator=chosen["operator"] or (),
            country=chosen["country"] or (),
            place=chosen["place"] or (),
            source=chosen["source"] or (),
            due_by=due_by,
            basis=basis,
            with_successors=chosen["with_successors"],
        )
        put(ask(reader, asked, by, [part for part in PARTS if given[part]]), given)
