"""`ocdb chart`: promised and reported figures as bars, in the terminal or as a picture."""

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ocdb.cli.options import (
    AS_OF,
    COUNTRY,
    NAMES_OF_SCOPE,
    OPERATOR,
    OUTPUT,
    PLACE,
    SOURCE,
    choice,
    confine,
    narrowed,
    options,
)
from ocdb.cli.pictures import PICTURE, paint, wanted
from ocdb.cli.pledges import BASIS
from ocdb.cli.printing import chosen, put, width, write
from ocdb.cli.session import hint, reading
from ocdb.words.language import _

if TYPE_CHECKING:
    from ocdb.answers.chart import Chart

BY = choice("--by", "GROUPS", ("year", "country", "operator"), "A pair of bars for each; year: when promises were due.")
LINES = ("new_jobs", "levels", "hires", "seats", "trainees")
LINE = choice("--line", "LINES", LINES, "Line of the totals; lines are never drawn together.")


@options(NAMES_OF_SCOPE, OPERATOR, COUNTRY, PLACE, SOURCE, AS_OF, PICTURE, OUTPUT)
def chart(
    ctx: typer.Context,
    by: Annotated[str, BY] = "year",
    line: Annotated[str, LINE] = "new_jobs",
    basis: Annotated[str, BASIS] = "operator",
    losses: Annotated[bool, typer.Option("--losses", help="Draw job losses instead of promises.")] = False,
    **given: Any,
) -> None:
    """Draw what was promised and what was reported, or the jobs that were lost, as bars.

    Drawn on a terminal, or as a picture with -o FILE.svg or FILE.png, which needs vl-convert:
    pip install 'ocdb-africa[chart]'. In a pipe, prints the numbers instead. Covers only promises that were due; a
    promise that no source reports on counts as no evidence, not as 0.

    \b
    Examples:
      ocdb chart
      ocdb chart --by operator --country MA
      ocdb chart --losses
      ocdb chart --by country --line seats
      ocdb chart --by year --as-of 2020 -o promises.svg
      ocdb chart --by country --width column --theme dark -o promises.png
      ocdb chart --by country -f csv
    """
    from ocdb.answers.chart import chart as ask
    from ocdb.answers.chart_of_losses import chart_of_losses
    from ocdb.answers.scopes import Asked

    picture = wanted(given)
    with reading(ctx, given["as_of"]) as reader:
        chosen_ = narrowed(reader, given, "chart")
        confine(reader, given, "chart", by)
        asked = Asked(
            operator=chosen_["operator"] or (),
            country=chosen_["country"] or (),
            place=chosen_["place"] or (),
            source=chosen_["source"] or (),
            basis=basis,
            with_successors=chosen_["with_successors"],
        )
        found = chart_of_losses(reader, asked, by, _unit(line)) if losses else ask(reader, asked, by, line)
        _put(found, given, picture=picture)
    if not found.bars and found.others:
        hint(_("Try: --line {line}").format(line=found.others[0]))
    for text in found.told:
        hint(text)


def _unit(line: str) -> str:
    """Return what job losses are counted in, where a line of the promises is named.

    Raises:
        UsageError: no loss is on that line.
    """
    from ocdb.answers.chart_of_losses import UNITS
    from ocdb.errors import UsageError

    unit = "jobs" if line == "new_jobs" else line
    if unit not in UNITS:
        message = _("--line: job losses aren't counted in {line}").format(line=line)
        raise UsageError(message, _("Choose one of these: {values}.").format(values="new_jobs, seats, trainees"))
    return unit


def _put(found: "Chart", given: dict[str, Any], *, picture: bool) -> None:
    form, output = given["form"], given["output"]
    if picture:
        from ocdb.render.chart.picture import png, svg

        paint(given, partial(svg, found), partial(png, found))
    elif chosen(form, output) == "table":
        from ocdb.render.chart.terminal import draw

        write(draw(found, width(output), blocks=output is not None or _shows_blocks()), output, exact=False)
    else:
        put(found.answer(), given)
        return
    if output and not found.bars:  # who doesn't see the chart is told
        hint(found.title)


def _shows_blocks() -> bool:
    """Return whether standard output can show the characters that bars are made of."""
    from ocdb.render.chart.terminal import BLOCKS

    try:
        BLOCKS.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
