"""`ocdb pledges` and `ocdb delivery`: what became of promises, and how much of them was kept."""

from typing import Annotated, Any

import typer

from ocdb.cli import candidates
from ocdb.cli.options import (
    AS_OF,
    BASES,
    FILTERS,
    NAMES,
    NAMES_OF_SCOPE,
    OUTPUT,
    SCOPE,
    SECTOR,
    SHAPE,
    SOURCES_SHOWN,
    asked,
    choice,
    confine,
    options,
)
from ocdb.cli.printing import put
from ocdb.cli.session import reading
from ocdb.words.options import TEXTS

BASIS = choice("--basis", "BASES", BASES, TEXTS["ledger.basis"])
BY = choice("--by", "GROUPS", ("operator", "country", "year", "basis"), TEXTS["by"])
BASIS_OF_RATES = choice("--basis", "BASES", BASES, TEXTS["delivery.basis"])

# Those of a list but for kind and status, which are verdicts here; the dates are those when promises are due.
NARROWING = {name: option for name, option in FILTERS.items() if name not in ("kind", "status")} | SECTOR


@options(NAMES, NARROWING, SOURCES_SHOWN, AS_OF, SHAPE, OUTPUT)
def pledges(
    ctx: typer.Context,
    verdict: Annotated[
        list[str] | None,
        typer.Option(
            "--verdict",
            metavar="VERDICT",
            help=TEXTS["verdict"],
            autocompletion=candidates.code("status"),
        ),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help=TEXTS["overdue"])] = False,
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
      ocdb pledges --country Africa --sector bpo
      ocdb pledges --operator Webhelp --verdict delivered --verdict exceeded
      ocdb pledges --country MA --as-of 2015 -f json
    """
    from ocdb.answers.questions.records import ledger

    with reading(ctx, given["as_of"]) as reader:
        confine(reader, given, "pledges")
        narrowed = asked(given, NARROWING, SOURCES_SHOWN, SHAPE)
        put(
            ledger(reader, *given["names"] or (), verdict=verdict or None, overdue=overdue, basis=basis, **narrowed),
            given,
        )


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
    from ocdb.answers.questions.sums import delivery as ask

    with reading(ctx, given["as_of"]) as reader:
        confine(reader, given, "delivery", by)
        scope = asked(given, SCOPE, SOURCES_SHOWN) | {"by": by, "basis": basis}
        put(ask(reader, *given["names"] or (), **scope), given)
