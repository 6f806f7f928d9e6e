"""`ocdb list` and `ocdb timeline`: lists with filters."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ocdb.cli.options import AS_OF, CATEGORY, FILTERS, OUTPUT, SHAPE, options, words
from ocdb.cli.session import hint, put_rows, reading

if TYPE_CHECKING:
    from ocdb.answers.lists import Listed

ListedKind = Literal[
    "operators", "institutions", "officials", "places", "sites", "events", "pledges", "losses", "reports",
    "statistics", "investments", "positions", "successions", "ownerships", "developments", "verdicts", "statements",
    "claims", "sources", "citations",
]  # fmt: skip


@options(FILTERS, CATEGORY, AS_OF, SHAPE, OUTPUT)
def list_(
    ctx: typer.Context,
    kind_of_record: Annotated[ListedKind, typer.Argument(metavar="KIND", help="What to list, as in sites.")],
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="Sites as they were on that day: state, operator, evidence."),
    ] = None,
    **given: Any,
) -> None:
    """List the records of a kind that fit all filters.

    KIND is operators, institutions, officials, places, sites, events, pledges, losses, reports, statistics,
    investments, positions, successions, ownerships, developments, verdicts, statements, claims, sources or citations. A
    filter may be given several times: its values are alternatives.

    \b
    Examples:
      ocdb list sites --country TG
      ocdb list events --place Oujda --since 2020 --status planned
      ocdb list events --country MA --category loss --category move
      ocdb list pledges --operator Webhelp -f json
      ocdb list operators --columns id,name,founded --sort=-founded
      ocdb list citations --country Togo -o togo.csv
      ocdb list pledges --as-of 2012
      ocdb list sites --on 2012-01-01 --country MA --status open
    """
    if on is None:
        _print(ctx, kind_of_record, given)
    else:
        _print_on(ctx, kind_of_record, on, given)


@options(FILTERS, CATEGORY, AS_OF, SHAPE, OUTPUT)
def timeline(ctx: typer.Context, **given: Any) -> None:
    """Tell in order of time what was planned, promised and reported, and what happened.

    The status of a line tells plans and facts apart: planned, promised and due against happened and reported.

    \b
    Examples:
      ocdb timeline --country TG
      ocdb timeline --operator Webhelp --since 2011
      ocdb timeline --place Oujda --status happened
      ocdb timeline --country MA --category labour
      ocdb timeline --site vipp-interstis-lome
    """
    _print(ctx, "timeline", given)


def _print(ctx: typer.Context, kind: str, given: dict[str, Any]) -> None:
    from ocdb.answers.lists import Filters, list_records

    filters = Filters(**{name: given[name] for name in (*FILTERS, *CATEGORY) if given[name]})
    with reading(ctx, given["as_of"]) as reader:
        listed = list_records(
            reader, kind, filters, sort=words(given["sort"]), limit=given["limit"], columns=words(given["columns"])
        )
    _put(listed, given)
    if not listed.rows.rows:
        hint("nothing matches" if kind == "timeline" else f"no {kind} match")
    tell(listed)


def _print_on(ctx: typer.Context, kind: str, day: str, given: dict[str, Any]) -> None:
    from ocdb.answers.lists import Filters
    from ocdb.answers.sites import sites_on
    from ocdb.errors import UsageError

    if kind != "sites":
        raise UsageError(f"--on doesn't fit {kind}", "Only sites have a state on a day: ocdb list sites --on DATE.")
    filters = Filters(**{name: given[name] for name in (*FILTERS, *CATEGORY) if given[name]}, on=[day])
    with reading(ctx, given["as_of"]) as reader:
        found = sites_on(
            reader, filters, sort=words(given["sort"]), limit=given["limit"], columns=words(given["columns"])
        )
    _put(found.listed, given)
    if found.uncertain:
        hint(f"{day} is told as its last day, {found.day}")
    if not found.listed.rows.rows:
        hint(f"no sites match on {found.day}")
    if found.unsure:
        it = "it" if found.unsure == 1 else "them"
        hint(f"{found.unsure} of these: who ran {it} on {found.day} isn't known, only who did before or after")
    if found.absent:
        hint(f"{found.absent} more that no source shows by then; leave out --on to see them")
    tell(found.listed)


def _put(listed: "Listed", given: dict[str, Any]) -> None:
    put_rows(listed.rows, () if given["columns"] else listed.shown, given["form"], given["output"])


def tell(listed: "Listed") -> None:
    """Say beside a list whom it takes in, what else is to know of it, and how many have no date and so aren't in it."""
    for line in listed.told:
        hint(line)
    if listed.undated:
        hint(f"{listed.undated} more without a date, not shown; leave out --since and --until to see them")
