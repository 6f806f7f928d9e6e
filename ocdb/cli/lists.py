"""`ocdb list` and `ocdb timeline`: lists with filters."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ocdb.cli import candidates
from ocdb.cli.options import AS_OF, CATEGORY, FILTERS, NAMES, OUTPUT, SHAPE, confine, narrowed, options, shape
from ocdb.cli.printing import put, put_stream, streams
from ocdb.cli.session import reading

if TYPE_CHECKING:
    from ocdb.answers.filters import Filters


def kind_of_record(word: str) -> str:
    """Return a kind of record that a word means: in English or French, in the singular or in the plural."""
    from ocdb.words.choices import RECORDS, code_of, listed, near
    from ocdb.words.language import _

    kinds = listed(RECORDS)
    kind = code_of(word, kinds)
    if kind is None:
        from ocdb.errors import UsageError

        raise UsageError(_("there are no {word}").format(word=word), near(word, kinds))
    return kind


def _complete_kind(incomplete: str) -> candidates.Candidates:
    from ocdb.words.choices import RECORDS, listed

    return candidates.worded(incomplete, listed(RECORDS))


@options(NAMES, FILTERS, CATEGORY, AS_OF, SHAPE, OUTPUT)
def list_(
    ctx: typer.Context,
    kind_of_record: Annotated[
        str,
        typer.Argument(
            metavar="KIND", help="What to list, as in sites.", parser=kind_of_record, autocompletion=_complete_kind
        ),
    ],
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="Sites as they were on that day: state, operator, evidence."),
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
      ocdb list operators --columns id,name,founded --sort=-founded
      ocdb list citations --country Togo -o togo.csv
      ocdb list pledges --as-of 2012
      ocdb list sites --on 2012-01-01 --country MA --status open
    """
    if on is None:
        _print(ctx, kind_of_record, given)
    else:
        _print_on(ctx, kind_of_record, on, given)


@options(NAMES, FILTERS, CATEGORY, AS_OF, SHAPE, OUTPUT)
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


def _print(ctx: typer.Context, kind: str, given: dict[str, Any]) -> None:
    from ocdb.answers.listings import ORDERED
    from ocdb.answers.lists import listing, streamed

    with reading(ctx, given["as_of"]) as reader:
        command = kind if kind == "timeline" else f"list {kind}"
        chosen = narrowed(reader, given, command)
        if kind in (*ORDERED, "citations", "timeline"):  # the others count what is on record of parties and places
            confine(reader, chosen)
        filters, how = _filters(chosen), shape(given)
        sort = how.pop("sort")
        if kind in ORDERED and not (filters.since or filters.until or sort) and streams(given):
            rows, nothing, notes = streamed(reader, kind, filters, **how)
            put_stream(rows, given, nothing, notes)
        else:
            put(listing(reader, kind, filters, sort=sort, **how), given)


def _print_on(ctx: typer.Context, kind: str, day: str, given: dict[str, Any]) -> None:
    from ocdb.answers.sites import sites_on
    from ocdb.errors import UsageError
    from ocdb.words.language import _

    if kind != "sites":
        raise UsageError(
            _("--on doesn't fit {kind}").format(kind=kind),
            _("Only sites have a state on a day: ocdb list sites --on DATE."),
        )
    with reading(ctx, given["as_of"]) as reader:
        chosen = narrowed(reader, given, f"list {kind}")
        confine(reader, chosen)
        put(sites_on(reader, _filters(chosen, on=[day]), **shape(given)), given)


def _filters(given: dict[str, Any], **more: Any) -> "Filters":
    from ocdb.answers.filters import Filters

    return Filters(**{name: given[name] for name in (*FILTERS, *CATEGORY) if given[name]}, **more)
