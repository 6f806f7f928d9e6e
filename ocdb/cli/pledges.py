"""`ocdb pledges` and `ocdb delivery`: what became of promises, and how much of them was kept."""

from typing import Annotated, Any

import typer

from ocdb.cli import candidates
from ocdb.cli.options import (
    AS_OF,
    BASES,
    COUNTRY,
    FILTERS,
    NAMES,
    NAMES_OF_SCOPE,
    OPERATOR,
    OUTPUT,
    PLACE,
    SHAPE,
    SOURCE,
    SOURCES_SHOWN,
    choice,
    confine,
    narrowed,
    options,
    shape,
)
from ocdb.cli.printing import put
from ocdb.cli.session import reading

BASIS = choice("--basis", "BASES", BASES, "Whose promises: operators', or targets.")
BY = choice("--by", "GROUPS", ("operator", "country", "year", "basis"), "A line for each of these.")
BASIS_OF_RATES = choice(
    "--basis", "BASES", BASES, "Whose promises: operators' by default, or targets; with --by basis each."
)
SCOPE = {**OPERATOR, **COUNTRY, **PLACE, **SOURCE}
# Those of a list but for kind and status, which are verdicts here; the dates are those when promises are due.
NARROWING = {name: option for name, option in FILTERS.items() if name not in ("kind", "status")}


@options(NAMES, NARROWING, SOURCES_SHOWN, AS_OF, SHAPE, OUTPUT)
def pledges(
    ctx: typer.Context,
    verdict: Annotated[
        list[str] | None,
        typer.Option(
            "--verdict",
            metavar="VERDICT",
            help="As in missed, delivered, no_evidence.",
            autocompletion=candidates.code("status"),
        ),
    ] = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help="Only what is past its due date and not known to be kept or given up.")
    ] = False,
    basis: Annotated[str | None, BASIS] = None,
    **given: Any,
) -> None:
    """Show what became of each promise: the ledger.

    What was promised, by whom, said by whom, due when, the verdict, the reports that decided it, and why. A verdict is
    sourced where a source gives it, else computed by rules. Silence is no_evidence, never missed. The status tells the
    losing side of a conflict (disputed) and an older version (superseded), which count in no total. `ocdb show PLEDGE`
    has all the evidence.

    \b
    Examples:
      ocdb pledges --country TG
      ocdb pledges --overdue
      ocdb pledges --country TG --sources
      ocdb pledges --operator Webhelp --verdict delivered --verdict exceeded
      ocdb pledges --country MA --as-of 2015 -f json
    """
    from ocdb.answers.filters import Filters
    from ocdb.answers.ledger import answer

    with reading(ctx, given["as_of"]) as reader:
        chosen = narrowed(reader, given, "pledges")
        confine(reader, chosen)
        filters = Filters(**{name: chosen[name] for name in NARROWING if chosen[name]}, basis=[basis] if basis else [])
        shown = {"overdue": overdue, "sources": given["sources"]}
        put(answer(reader, filters, verdicts=verdict or (), **shown, **shape(given)), given)


@options(NAMES_OF_SCOPE, SCOPE, SOURCES_SHOWN, AS_OF, OUTPUT)
def delivery(
    ctx: typer.Context,
    by: Annotated[str, BY] = "country",
    basis: Annotated[str | None, BASIS_OF_RATES] = None,
    **given: Any,
) -> None:
    """Compare what was promised with what was reported, for promises that are due.

    A rate is a range, from rate_low, if nothing came of the promises of which nothing is known, to rate_high, what may
    have come of those of which something is known; beside it stands what it rests on: how many promises there are, and
    of how many something is known. No job counts twice, promised or reported; a promise that was beaten makes up for no
    other. v_delivery has the common scopes.

    \b
    Examples:
      ocdb delivery
      ocdb delivery --by operator --country MA
      ocdb delivery --by year --as-of 2020
      ocdb delivery --by basis -f json
    """
    from ocdb.answers.delivery import answer
    from ocdb.answers.totals import Asked

    with reading(ctx, given["as_of"]) as reader:
        chosen = narrowed(reader, given, "delivery")
        confine(reader, chosen, by)
        asked = Asked(**{name: chosen[name] for name in SCOPE if chosen[name]}, basis=basis)
        put(answer(reader, asked, by, sources=given["sources"]), given)
