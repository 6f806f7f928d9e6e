"""`ocdb pledges` and `ocdb delivery`: what became of promises, and how much of them was kept."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ocdb.cli.lists import tell
from ocdb.cli.options import AS_OF, COUNTRY, FILTERS, OPERATOR, OUTPUT, PLACE, SHAPE, SOURCE, options, words
from ocdb.cli.session import chosen, hint, put_rows, put_sections, reading

if TYPE_CHECKING:
    from ocdb.answers.delivery import Delivery

Group = Literal["operator", "country", "year", "basis"]
Basis = Literal["operator", "government", "federation", "analyst"]
SCOPE = {**OPERATOR, **COUNTRY, **PLACE, **SOURCE}
# Those of a list but for kind and status, which are verdicts here; the dates are those when promises are due.
NARROWING = {name: option for name, option in FILTERS.items() if name not in ("kind", "status")}


@options(NARROWING, AS_OF, SHAPE, OUTPUT)
def pledges(
    ctx: typer.Context,
    verdict: Annotated[
        list[str] | None, typer.Option("--verdict", metavar="VERDICT", help="As in missed, delivered, no_evidence.")
    ] = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help="Only what is past its due date and not known to be kept or given up.")
    ] = False,
    basis: Annotated[Basis | None, typer.Option("--basis", help="Whose promises: operators', or targets.")] = None,
    **given: Any,
) -> None:
    """Tell what became of each promise: the ledger.

    What was promised, by whom, said by whom, due when, the verdict, the reports that decided it, and why. A verdict is
    sourced where a source gives it, else computed by rules. Silence is no_evidence, never missed. The status tells the
    losing side of a conflict (disputed) and an older version (superseded), which count in no total. `ocdb show PLEDGE`
    has all the evidence.

    \b
    Examples:
      ocdb pledges --country TG
      ocdb pledges --overdue
      ocdb pledges --operator Webhelp --verdict delivered --verdict exceeded
      ocdb pledges --country MA --as-of 2015 -f json
    """
    from ocdb.answers.ledger import ledger
    from ocdb.answers.lists import Filters

    filters = Filters(**{name: given[name] for name in NARROWING if given[name]}, basis=[basis] if basis else [])
    with reading(ctx, given["as_of"]) as reader:
        found = ledger(
            reader,
            filters,
            verdicts=verdict or (),
            overdue=overdue,
            sort=words(given["sort"]),
            limit=given["limit"],
            columns=words(given["columns"]),
        )
    put_rows(found.rows, () if given["columns"] else found.shown, given["form"], given["output"])
    if not found.rows.rows:
        hint("no pledges match")
    tell(found)


@options(SCOPE, AS_OF, OUTPUT)
def delivery(
    ctx: typer.Context,
    by: Annotated[Group, typer.Option("--by", help="A line for each of these.")] = "country",
    basis: Annotated[
        Basis | None,
        typer.Option("--basis", help="Whose promises: operators' by default, or targets; with --by basis each."),
    ] = None,
    **given: Any,
) -> None:
    """Compare what was promised with what reports show, for the promises that are due.

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
    from ocdb.answers.delivery import delivery as ask
    from ocdb.answers.totals import Asked

    asked = Asked(**{name: given[name] for name in SCOPE if given[name]}, basis=basis)
    with reading(ctx, given["as_of"]) as reader:
        found = ask(reader, asked, by)
        told = asked.kin(reader).told
        day = reader.today.isoformat()
    _put(found, given, day)
    for line in told:
        hint(line)


def _put(found: "Delivery", given: dict[str, Any], day: str) -> None:
    from ocdb.render.tables import Section

    whole = {
        "scope": found.scope,
        "title": found.title,
        "caption": list(found.caption),
        "groups": found.rows.records(),
        "not_due": found.not_due.total(),
        "undated": found.undated.total(),
        "denied": sorted(set().union(*found.denied.values())),
    }
    by = found.scope["by"]
    # Known beside pledges is the coverage, in less room than eighty columns leave.
    beside = ("cancelled", "no_figure", "promised_high", "bound", "promised_known", "reported", "kept_high", "coverage")
    shown = (f"{by}_name", *(name for name in found.rows.columns[2:] if name not in beside))
    put_sections([Section("group", found.title, found.rows, shown)], whole, given["form"], given["output"])
    form = chosen(given["form"], given["output"])
    if not found.rows.rows:
        hint(f"no promise was due before {day}")
    if form != "json":
        scope, *rest = found.caption
        for line in rest if form in ("table", "md") else (scope, *rest):  # there the title has the scope
            hint(line)
