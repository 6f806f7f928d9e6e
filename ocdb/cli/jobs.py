"""`ocdb jobs`: promised jobs in a scope, none counted twice, with what was left out and why."""

from typing import Annotated, Any

import typer

from ocdb.cli.options import (
    AS_OF,
    BASES,
    NAMES_OF_SCOPE,
    OUTPUT,
    PARTS_SHOWN,
    SCOPE,
    asked,
    choice,
    options,
)
from ocdb.cli.printing import put
from ocdb.cli.session import reading
from ocdb.words.options import TEXTS

BASIS = choice("--basis", "BASES", BASES, TEXTS["jobs.basis"])
BY = choice("--by", "GROUPS", ("operator", "country", "place", "year"), TEXTS["jobs.by"])


@options(NAMES_OF_SCOPE, SCOPE, PARTS_SHOWN, AS_OF, OUTPUT)
def jobs(
    ctx: typer.Context,
    due_by: Annotated[str | None, typer.Option("--due-by", metavar="DATE", help=TEXTS["due_by"])] = None,
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
    from ocdb.answers.questions.sums import jobs as ask

    with reading(ctx, given["as_of"]) as reader:
        scope = asked(given, SCOPE, PARTS_SHOWN) | {"due_by": due_by, "basis": basis, "by": by}
        put(ask(reader, *given["names"] or (), **scope), given)
