"""`ocdb chart`: promised and reported figures as bars, in the terminal or as a picture."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ocdb.cli.files import save
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
from ocdb.cli.pledges import BASIS
from ocdb.cli.printing import chosen, put, width, write
from ocdb.cli.session import hint, reading
from ocdb.words.language import _

if TYPE_CHECKING:
    from ocdb.answers.chart import Chart

BY = choice("--by", "GROUPS", ("year", "country", "operator"), "A pair of bars for each; year: when promises were due.")
LINES = ("new_jobs", "levels", "hires", "seats", "trainees")
LINE = choice("--line", "LINES", LINES, "Line of the totals; lines are never drawn together.")
PICTURES = (".svg", ".png")
# What people expect of a picture, and ocdb doesn't paint: a table in such a file would be no answer.
UNPAINTED = (".pdf", ".jpg", ".jpeg", ".gif", ".webp", ".eps", ".ps", ".tif", ".tiff", ".bmp")


@options(NAMES_OF_SCOPE, OPERATOR, COUNTRY, PLACE, SOURCE, AS_OF, OUTPUT)
def chart(
    ctx: typer.Context,
    by: Annotated[str, BY] = "year",
    line: Annotated[str, LINE] = "new_jobs",
    basis: Annotated[str, BASIS] = "operator",
    **given: Any,
) -> None:
    """Draw what was promised and what was reported, as bars.

    Drawn on a terminal, or as a picture with -o FILE.svg or FILE.png, which needs matplotlib:
    pip install 'ocdb-africa[chart]'. In a pipe, prints the numbers instead. Covers only promises that were due; a
    promise that no source reports on counts as no evidence, not as 0.

    \b
    Examples:
      ocdb chart
      ocdb chart --by operator --country MA
      ocdb chart --by country --line seats
      ocdb chart --by year --as-of 2020 -o promises.svg
      ocdb chart --by country -f csv
    """
    from ocdb.answers.chart import chart as ask
    from ocdb.answers.totals import Asked

    _check_ending(given["form"], given["output"])
    with reading(ctx, given["as_of"]) as reader:
        chosen_ = narrowed(reader, given, "chart")
        confine(reader, chosen_, by)
        asked = Asked(
            operator=chosen_["operator"] or (),
            country=chosen_["country"] or (),
            place=chosen_["place"] or (),
            source=chosen_["source"] or (),
            basis=basis,
            with_successors=chosen_["with_successors"],
        )
        found = ask(reader, asked, by, line)
        _put(found, given)
    if not found.bars and found.others:
        hint(_("Try: --line {line}").format(line=found.others[0]))
    for text in found.told:
        hint(text)


def _check_ending(form: str | None, output: Path | None) -> None:
    from ocdb.errors import UsageError

    if not form and output and output.suffix.lower() in UNPAINTED:
        message = _("a picture can't be written as {suffix}").format(suffix=output.suffix)
        raise UsageError(message, _("Name a file that ends in .svg or .png."))


def _put(found: "Chart", given: dict[str, Any]) -> None:
    form, output = given["form"], given["output"]
    ending = output.suffix.lower() if output and not form else ""
    if output and ending in PICTURES:
        from ocdb.render.chart.picture import draw as paint

        save(paint(found, ending.removeprefix(".")), output)
    elif chosen(form, output) == "table":
        from ocdb.render.chart.terminal import draw

        write(draw(found, width(output), blocks=output is not None or _shows_blocks()), output, exact=False)
    else:
        _put_numbers(found, given)
        return
    if output and not found.bars:  # who doesn't see the chart is told
        hint(found.title)


def _put_numbers(found: "Chart", given: dict[str, Any]) -> None:
    from ocdb.answers.answer import Answer, Section

    whole = {
        "scope": found.scope,
        "groups": found.rows.records(),
        "left_out": found.left_out,
        "denied": found.denied,
    }
    put(
        Answer(found.title, (Section("group", "", found.rows, found.columns),), found.wording, found.caption, whole),
        given,
    )


def _shows_blocks() -> bool:
    """Return whether standard output can show the characters that bars are made of."""
    from ocdb.render.chart.terminal import BLOCKS

    try:
        BLOCKS.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
