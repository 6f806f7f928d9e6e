"""`ocdb list` and `ocdb timeline`: lists with filters."""

from typing import Annotated, Any, Literal

import typer

from ocdb.cli.options import FILTERS, OUTPUT, SHAPE, options, words
from ocdb.cli.session import hint, put_rows, reading

ListedKind = Literal[
    "operators", "institutions", "officials", "places", "sites", "events", "pledges", "reports", "statistics",
    "investments", "positions", "successions", "ownerships", "developments", "verdicts", "statements", "claims",
    "sources", "citations",
]  # fmt: skip


@options(FILTERS, SHAPE, OUTPUT)
def list_(
    ctx: typer.Context,
    kind_of_record: Annotated[ListedKind, typer.Argument(metavar="KIND", help="What to list, as in sites.")],
    **given: Any,
) -> None:
    """List the records of a kind that fit all filters.

    KIND is operators, institutions, officials, places, sites, events, pledges, reports, statistics, investments,
    positions, successions, ownerships, developments, verdicts, statements, claims, sources or citations. A filter may
    be given several times: its values are alternatives.

    \b
    Examples:
      ocdb list sites --country TG
      ocdb list events --place Oujda --since 2020 --status planned
      ocdb list pledges --operator Webhelp -f json
      ocdb list operators --columns id,name,founded --sort=-founded
      ocdb list citations --country Togo -o togo.csv
    """
    _print(ctx, kind_of_record, given)


@options(FILTERS, SHAPE, OUTPUT)
def timeline(ctx: typer.Context, **given: Any) -> None:
    """Tell in order of time what was planned, promised and reported, and what happened.

    The status of a line tells plans and facts apart: planned, promised and due against happened and reported.

    \b
    Examples:
      ocdb timeline --country TG
      ocdb timeline --operator Webhelp --since 2011
      ocdb timeline --place Oujda --status happened
    """
    _print(ctx, "timeline", given)


def _print(ctx: typer.Context, kind: str, given: dict[str, Any]) -> None:
    from ocdb.read.lists import Filters, list_records

    filters = Filters(**{name: given[name] for name in FILTERS if given[name]})
    with reading(ctx) as reader:
        listed = list_records(
            reader, kind, filters, sort=words(given["sort"]), limit=given["limit"], columns=words(given["columns"])
        )
    put_rows(listed.rows, () if given["columns"] else listed.shown, given["form"], given["output"])
    if not listed.rows.rows:
        hint("nothing matches" if kind == "timeline" else f"no {kind} match")
    if listed.undated:
        hint(f"{listed.undated} more without a date, not shown; leave out --since and --until to see them")
