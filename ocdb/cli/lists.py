"""`ocdb list` and `ocdb timeline`: lists with filters."""

from typing import Annotated, Any

import typer

from ocdb.cli import candidates
from ocdb.cli.options import AS_OF, CATEGORY, FILTERS, NAMES, OUTPUT, SECTOR, SHAPE, asked, confine, options
from ocdb.cli.printing import put, put_stream, streams
from ocdb.cli.session import reading
from ocdb.words.options import TEXTS


def kind_of_record(word: str) -> str:
    """Return a kind of record that a word means."""
    from ocdb.words.choices import record_kind

    return record_kind(word)


def _complete_kind(incomplete: str) -> candidates.Candidates:
    from ocdb.words.choices import RECORDS, listed

    return candidates.worded(incomplete, listed(RECORDS))


@options(NAMES, FILTERS, CATEGORY, SECTOR, AS_OF, SHAPE, OUTPUT)
def list_(
    ctx: typer.Context,
    kind_of_record: Annotated[
        str,
        typer.Argument(
            metavar="KIND", help=TEXTS["kind_of_record"], parser=kind_of_record, autocompletion=_complete_kind
        ),
    ],
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help=TEXTS["on"]),
    ] = None,
    **given: Any,
) -> None:
    """List the records of a kind that fit all filters.

    KIND is operators, institutions, officials, places, sites, events, pledges, losses, reports, statistics,
    investments, positions, successions, ownerships, developments, verdicts, statements, claims, sources or citations.
    A filter may be repeated: records that match any of its values are listed.

    \b
    Examples:
      ocdb list sites --country TG
      ocdb list events --place Oujda --since 2020 --status planned
      ocdb list events --country MA --category loss --category move
      ocdb list pledges --operator Webhelp -f json
      ocdb list reports --country Africa --sector bpo
      ocdb list operators --columns id,name,founded --sort=-founded
      ocdb list citations --country Togo -o togo.csv
      ocdb list pledges --as-of 2012
      ocdb list sites --on 2012-01-01 --country MA --status open
    """
    _print(ctx, kind_of_record, given, on)


@options(NAMES, FILTERS, CATEGORY, SECTOR, AS_OF, SHAPE, OUTPUT)
def timeline(ctx: typer.Context, **given: Any) -> None:
    """Show in chronological order what was planned, promised and reported, and what happened.

    The status of a line distinguishes plans (planned, promised, due) from facts (happened, reported).

    \b
    Examples:
      ocdb timeline --country TG
      ocdb timeline --operator Webhelp --since 2011
      ocdb timeline --place Oujda --status happened
      ocdb timeline --country MA --category labour
      ocdb timeline --site vipp-interstis-lome
    """
    _print(ctx, "timeline", given)


def _print(ctx: typer.Context, kind: str, given: dict[str, Any], on: str | None = None) -> None:
    from ocdb.answers.listings import ORDERED
    from ocdb.answers.questions.records import filters_of_list, list_of

    asked_ = asked(given, FILTERS, CATEGORY, SECTOR, SHAPE)
    with reading(ctx, given["as_of"]) as reader:
        # The others count what is on record of parties and places.
        if on or kind in (*ORDERED, "citations", "timeline"):
            confine(reader, given, kind if kind == "timeline" else f"list {kind}")
        filters = filters_of_list(reader, kind, given["names"] or (), asked_, on)
        sorted_ = filters.since or filters.until or "sort" in asked_
        if kind in ORDERED and on is None and not sorted_ and streams(given):
            from ocdb.answers.lists import streamed
            from ocdb.answers.questions.asked import shape

            how = shape(asked_)
            rows, nothing, notes = streamed(reader, kind, filters, limit=how["limit"], columns=how["columns"])
            put_stream(rows, given, nothing, notes)
        else:
            put(list_of(reader, kind, filters, asked_), given)
