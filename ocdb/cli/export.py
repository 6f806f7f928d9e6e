"""`ocdb export`: the whole database, or what fits some filters, for other tools."""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.files import refuse_to_overwrite, save_whole
from ocdb.cli.options import AS_OF, FILTERS, kept, options
from ocdb.cli.session import reading, report
from ocdb.words.language import _

Form = Literal["sqlite", "csv", "xlsx", "parquet", "datapackage", "geojson", "jsonld", "ftm", "all"]
# A whole has all kinds of record, which have kinds and states of their own.
CHOICE = {name: option for name, option in FILTERS.items() if name not in ("kind", "status")}


@options(CHOICE, AS_OF)
def export(
    ctx: typer.Context,
    target: Annotated[
        Path,
        typer.Argument(
            metavar="FILE-OR-DIR",
            parser=as_path,
            autocompletion=complete_path,
            callback=kept,
            help="What to write; its extension sets the format: .sqlite, .xlsx, .parquet ...",
        ),
    ],
    form: Annotated[
        Form | None, typer.Option("-f", "--format", help="Default: the format of the extension.", show_default=False)
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing export.")] = False,
    **given: Any,
) -> None:
    """Write the data for other tools: SQLite, CSV, Excel, Parquet, a data package, GeoJSON, JSON-LD, FollowTheMoney.

    CSV, Parquet and data packages are directories with a file a table; all is a directory with a file of each format,
    for a page of downloads. Each export has the articles and paragraphs
    behind every claim, the licence, the version, and what to read first in English and French. With filters it has
    the claims that fit, and all that they refer to. The same data give the same bytes.

    \b
    Examples:
      ocdb export data.sqlite
      ocdb export data.xlsx --country Togo
      ocdb export ocdb-csv -f csv
      ocdb export webhelp.parquet --operator Webhelp --with-successors
      ocdb export package -f datapackage --since 2010 --until 2015
      ocdb export sites.geojson --country MA --force
      ocdb export downloads -f all
    """
    from ocdb.answers.filters import Filters
    from ocdb.export.content import content
    from ocdb.export.formats import beside, chosen, is_directory, is_own, write
    from ocdb.words.nouns import counted

    chosen_ = chosen(form, target)
    others = beside(chosen_, target)
    _refuse_another_kind(target, directory=is_directory(chosen_))
    refuse_to_overwrite([target, *others], force=force, own=lambda name: is_own(chosen_, name))
    with reading(ctx, given["as_of"]) as reader:
        filters = Filters(**{name: given[name] for name in CHOICE if given[name]})
        with content(reader, filters, given["as_of"]) as whole:
            save_whole(lambda path: write(whole, chosen_, path), target, others)
            counts = ", ".join(counted(kind, whole.count(kind)) for kind in ("claims", "sources"))
    report(_("{file}: {counts}").format(file=target, counts=counts))


def _refuse_another_kind(target: Path, *, directory: bool) -> None:
    """Refuse to put a file in the place of a directory, or the other way round.

    Raises:
        UsageError: something else is there.
    """
    from ocdb.errors import UsageError

    if not target.exists() or (target.is_dir() if directory else target.is_file()):
        return
    message = _("{file} isn't a directory") if directory else _("{file} isn't a file")
    raise UsageError(message.format(file=target), _("Name another file or directory."))
