"""`ocdb import`: from a spreadsheet to fixtures that are reviewed like any other."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.files import refuse_twice
from ocdb.cli.options import unharmed, written
from ocdb.cli.printing import write
from ocdb.cli.session import hint
from ocdb.words.language import _

if TYPE_CHECKING:
    from ocdb.intake.sheets.fixtures import Fixture
    from ocdb.intake.sheets.run import Imported

# Refusals that are printed; --refused holds them all.
SHOWN = 50

Sheet = Annotated[
    Path,
    typer.Argument(metavar="FILE", parser=as_path, autocompletion=complete_path, help="A spreadsheet: CSV or XLSX."),
]


def import_(
    file: Sheet,
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--map",
            metavar="MAPPING",
            parser=as_path,
            autocompletion=complete_path,
            help="What the columns mean: a YAML file.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE-OR-DIR",
            parser=as_path,
            autocompletion=complete_path,
            callback=unharmed,
            help="Where to write; a directory for several sources.",
        ),
    ] = None,
    refused: Annotated[
        Path | None,
        typer.Option(
            "--refused",
            metavar="FILE",
            parser=as_path,
            autocompletion=complete_path,
            callback=written,
            help="Write the refused rows, with reasons, as CSV.",
        ),
    ] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Instead of importing, write a guessed mapping for you to correct.")
    ] = False,
    beside: Annotated[
        list[Path] | None,
        typer.Option(
            "--beside",
            metavar="DIR",
            parser=as_path,
            autocompletion=complete_path,
            help="Fixtures that the result is added to; by default those that come with ocdb.",
        ),
    ] = None,
    max_rows: Annotated[
        int, typer.Option("--max-rows", min=1, metavar="N", help="Reject a sheet with more rows than this.")
    ] = 50_000,
    force: Annotated[bool, typer.Option("--force", help="Overwrite existing files that differ.")] = False,
) -> None:
    """Turn a spreadsheet into fixtures; nothing is loaded.

    The mapping says which records each row produces, which column fills which field, and how dates and numbers are
    written; start with --suggest. Names are looked up in the registers. A row that doesn't fit is rejected as a
    whole, with its line and the reason; the others are still written, and the exit code is 5. A fixture holds one
    source: if the sheet names several, give a directory.

    \b
    Examples:
      ocdb import announcements.csv --suggest -o mapping.yaml
      ocdb import announcements.csv --map mapping.yaml -o fixtures/announcements.yaml
      ocdb import press.xlsx --map mapping.yaml -o fixtures/press --refused refused.csv
    """
    from ocdb.errors import UsageError
    from ocdb.intake.sheets.opening import readable

    if suggest and (mapping or refused):
        raise UsageError(_("--suggest only writes a mapping, without importing"), _("Leave out --map and --refused."))
    refuse_twice([file, mapping], [output, refused])
    with readable(file):
        pass  # without a sheet no mapping would help
    if suggest:
        _suggest(file, output, force=force)
    elif mapping is None:
        raise UsageError(
            _("there is no mapping"),
            _("Start with this: {command}").format(
                command=f"ocdb import {shlex.quote(str(file))} --suggest -o mapping.yaml"
            ),
        )
    else:
        imported = _run(file, mapping, beside, output, max_rows)
        _tell(imported, refused)
        _write(imported.fixtures, output, force=force)
        if refused:
            _write_refused(imported, refused, force=force)
        if imported.refused:
            raise typer.Exit(5)


def _suggest(file: Path, output: Path | None, *, force: bool) -> None:
    from ocdb.curation.corpus import gather
    from ocdb.intake.sheets.suggesting import suggest
    from ocdb.settings import resource

    _put(suggest(file, gather([resource("seeds")])), output, force=force)


def _run(file: Path, mapping: Path, beside: list[Path] | None, output: Path | None, max_rows: int) -> "Imported":
    from ocdb.errors import UsageError
    from ocdb.intake.sheets.run import run
    from ocdb.settings import resource

    missing = [path for path in beside or () if not path.is_dir()]
    if missing:
        message = _("the directory {directory} doesn't exist").format(directory=missing[0])
        raise UsageError(message, _("Name a directory of fixtures."))
    around = beside or [resource("fixtures")]
    return run(file, mapping, [resource("seeds")], around, output=output, max_rows=max_rows)


def _tell(imported: "Imported", refused: Path | None) -> None:
    """Print what doesn't fit, what else there is to say, and the counts, on standard error."""
    lines = [line for _number, refusals in imported.refused for line in refusals]
    for line in lines[:SHOWN]:
        hint(str(line))
    if len(lines) > SHOWN:
        text = _("and {count} more; to see them all, write them to a file with --refused")
        if refused:
            text = _("and {count} more; {file} has them all")
        hint(text.format(count=len(lines) - SHOWN, file=refused))
    for note in imported.notes:
        hint(note)
    hint(imported.summary())


def _write(fixtures: "list[Fixture]", output: Path | None, *, force: bool) -> None:
    """Write one fixture to a file or standard output, several into a directory."""
    from ocdb.errors import UsageError

    if not fixtures:
        hint(_("nothing was written"))
        return
    if len(fixtures) == 1 and not (output and output.is_dir()):
        _put(fixtures[0].text, output, force=force)
        return
    if output is None or output.is_file():
        message = _("the sheet names {count} sources, but a fixture holds only one").format(count=len(fixtures))
        raise UsageError(message, _("Name a directory with -o."))
    targets = [(output / f"{one.name or 'registers'}.yaml", one.text) for one in fixtures]
    for path, text in targets:  # before any is written
        _refuse_to_overwrite(path, text, force=force)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        from ocdb.words.system import because

        message = _("{directory} can't be created: {reason}").format(directory=output, reason=because(error))
        raise UsageError(message, _("Name another directory.")) from error
    for path, text in targets:
        write(text, path)


def _put(text: str, output: Path | None, *, force: bool) -> None:
    if output:
        _refuse_to_overwrite(output, text, force=force)
    write(text, output)


def _refuse_to_overwrite(path: Path, text: str, *, force: bool) -> None:
    from ocdb.errors import UsageError

    if path.is_file() and not force and path.read_bytes() != text.encode():
        message = _("{file} already exists, and differs").format(file=path)
        raise UsageError(message, _("Name another file, or add --force to overwrite it."))


def _write_refused(imported: "Imported", path: Path, *, force: bool) -> None:
    from ocdb.intake.sheets.refused import refused_csv

    _put(refused_csv(imported), path, force=force)
