"""`ocdb cite`: how to name a claim, an article or the whole in a footnote or a reference manager."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.options import written
from ocdb.cli.printing import write
from ocdb.cli.session import hint, reading, session
from ocdb.words.language import _

if TYPE_CHECKING:
    from ocdb.answers.works import Edition, Work

Style = Literal["text", "bibtex", "csl-json", "ris"]
SUFFIXES = {".bib": "bibtex", ".json": "csl-json", ".ris": "ris"}
WHOLE = "release"


def _citable(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Complete the slugs of claims and sources; no database is made for it."""
    from contextlib import closing

    from ocdb.errors import OcdbError
    from ocdb.opening.reader import open_reader
    from ocdb.text import visible

    sql = "SELECT id, summary FROM v_claims UNION ALL SELECT id, coalesce(title, publisher) FROM v_sources ORDER BY 1"
    try:
        with closing(open_reader(session(ctx).for_questions().address())) as reader:
            found = [*reader.rows(sql).rows, (WHOLE, _("the whole data release"))]
    except OcdbError:
        return []
    # Typer takes the help text for Rich markup.
    return [(key, visible(text).replace("[", "\\[")) for key, text in found if key.startswith(incomplete)]


def cite(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]...",
            help="Slugs of claims and sources, or release; by default the release.",
            autocompletion=_citable,
        ),
    ] = None,
    form: Annotated[
        Style | None, typer.Option("-f", "--format", help="Default: text, or the format of the file's extension.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            parser=as_path,
            autocompletion=complete_path,
            callback=written,
            help="Write to a file: .txt, .bib, .json or .ris.",
        ),
    ] = None,
) -> None:
    """Print how to cite claims, articles or the whole data release.

    A claim is cited with the edition of the database and each article that supports or contradicts it, down to the
    paragraph where that is known. Dates are only as precise as is known, and doubts about them are stated.

    \b
    Examples:
      ocdb cite
      ocdb cite vipp-interstis-lome-2020-500
      ocdb cite silicon-2009-centres-rapatries -f bibtex
      ocdb cite vipp-interstis-lome-2020-500 --lang fr
      ocdb cite ciomag-2020-01-30-vipp-interstis release -o sources.ris
    """
    from ocdb.render.citation import write as cited
    from ocdb.words.language import language

    chosen = form or SUFFIXES.get(output.suffix.lower() if output else "", "text")
    works = [_edition(ctx)] if (names or [WHOLE]) == [WHOLE] else _works(ctx, names or [])
    write(cited(works, chosen, language()), output, exact=chosen != "text")


def _edition(ctx: typer.Context) -> "Edition":
    """Return what the database holds; the release that is installed where none was made yet."""
    from ocdb import release
    from ocdb.answers.editions import edition
    from ocdb.answers.works import Edition

    asked = session(ctx).for_questions()
    path = asked.path()
    if asked.embedded and path and not path.exists():
        return Edition(release.VERSION, release.DATE)
    with reading(ctx) as reader:
        return edition(reader)


def _works(ctx: typer.Context, names: list[str]) -> "list[Work]":
    """Return what the names stand for, and tell where that is another slug."""
    from ocdb.answers.citing import cite as find
    from ocdb.answers.editions import edition

    works: list[Work] = []
    with reading(ctx) as reader:
        for name in names:
            works.append(edition(reader) if name == WHOLE else find(reader, name))
            if name not in (WHOLE, works[-1].id):
                hint(_("{name} is cited as {id}").format(name=name, id=works[-1].id))
    return works
