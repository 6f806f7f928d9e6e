"""`ocdb map`: sites or events by place and state, as a table or as a map."""

from functools import partial
from typing import Annotated, Any

import typer

from ocdb.cli.options import AS_OF, CATEGORY, FILTERS, NAMES, OUTPUT, choice, narrowed, options
from ocdb.cli.pictures import PICTURE, paint, wanted
from ocdb.cli.printing import put
from ocdb.cli.session import reading

OF = choice("--of", "RECORDS", ("sites", "events"), "What is on the map.")


@options(NAMES, FILTERS, CATEGORY, AS_OF, PICTURE, OUTPUT)
def map_(
    ctx: typer.Context,
    of: Annotated[str, OF] = "sites",
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="Sites as they were on that day; events up to that day."),
    ] = None,
    **given: Any,
) -> None:
    """Show where sites or events are, by place and status.

    Prints a table, or draws a map of Africa with -o FILE.svg or FILE.png; PNG needs vl-convert:
    pip install 'ocdb-africa[chart]'. With --country, the map shows those countries. Countries for which nobody searched
    for articles are hatched: an empty area there means nothing.

    \b
    Examples:
      ocdb map -o sites.svg
      ocdb map --country MA --on 2012 -o morocco-2012.png
      ocdb map --of events --kind closure --width column -o closures.svg
      ocdb map Togo
    """
    from ocdb.answers.filters import Filters
    from ocdb.answers.map import map_of

    picture = wanted(given)
    with reading(ctx, given["as_of"]) as reader:
        asked = narrowed(reader, given, "map")
        filters = Filters(**{name: asked[name] for name in (*FILTERS, *CATEGORY) if asked[name]})
        found = map_of(reader, of, filters, on)
        if not picture:
            put(found.answer(), given)
            return
        from ocdb.render.map.svg import png, svg

        paint(given, partial(svg, found), partial(png, found))
