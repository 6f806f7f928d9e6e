"""`ocdb review`: the curator's work list."""

from typing import Annotated, Any

import typer

from ocdb.cli import candidates
from ocdb.cli.options import (
    AS_OF,
    COUNTRY,
    NAMES_OF_SCOPE,
    OPERATOR,
    OUTPUT,
    PLACE,
    SHAPE,
    SOURCE,
    asked,
    options,
)
from ocdb.cli.printing import put
from ocdb.cli.session import reading
from ocdb.words.options import TEXTS

SCOPE = {**COUNTRY, **OPERATOR, **PLACE, **SOURCE}
# The order is part of the list: by kind, and what waits longest first.
CUT = {name: option for name, option in SHAPE.items() if name != "sort"}


def _kinds(incomplete: str) -> candidates.Candidates:
    from ocdb.answers.review import choices

    return candidates.worded(incomplete, choices())


@options(NAMES_OF_SCOPE, SCOPE, AS_OF, CUT, OUTPUT)
def review(
    ctx: typer.Context,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help=TEXTS["review.kind"], autocompletion=_kinds),
    ] = None,
    months: Annotated[
        int,
        typer.Option(
            "--months",
            min=1,
            max=1200,
            metavar="N",
            help=TEXTS["months"],
        ),
    ] = 24,
    **given: Any,
) -> None:
    """List what needs a curator's attention: what is overdue, passed, without news, unsettled or missing.

    By kind of work, those that have waited longest first: promises past their date that no source has reported on
    (overdue_pledge), plans that other claims show to have happened (missing_development), plans whose date has passed
    (passed_plan), plans without a date (silent_plan) and sites (silent_site) without news for N months, conflicts that
    nobody has settled (open_conflict), sources without a date (undated_source) or without a hash of their text
    (unhashed_source). Each comes with the words to search for next, in French and in English.

    \b
    Examples:
      ocdb review
      ocdb review --kind overdue_pledge --country MA
      ocdb review --operator Webhelp --months 36
      ocdb review --as-of 2015 --limit 20
      ocdb review --columns kind,id,since,search_fr -f csv
    """
    from ocdb.answers.questions.records import review as ask

    with reading(ctx, given["as_of"]) as reader:
        put(ask(reader, *given["names"] or (), kind=kind or None, months=months, **asked(given, SCOPE, CUT)), given)
