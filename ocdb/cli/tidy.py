"""`ocdb tidy`: fixtures in the style of the house, with the keys and speakers that their authors left open."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.files import save
from ocdb.cli.printing import write
from ocdb.cli.session import hint
from ocdb.words.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocdb.intake.tidying.run import Tidied, Tidying


def tidy(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            parser=as_path,
            autocompletion=complete_path,
            help="Files or directories of fixtures.",
        ),
    ],
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit with 5 where a file isn't tidy.")
    ] = False,
) -> None:
    """Bring fixtures into the style of the house, and write out what was left to be filled in.

    Parts, fields and texts get their order and form; comments stay. A claim without a key gets one, readable and
    borne by nobody else, and a speaker who is written where he speaks becomes an official with a dated position. No
    claim changes its meaning: a file that would is refused. Tidied once more, a file stays as it is.

    \b
    Examples:
      ocdb tidy press-2021-05-oujda.yaml
      ocdb tidy fixtures
      ocdb tidy --check fixtures
    """
    from ocdb.curation.reading import unreachable
    from ocdb.errors import UsageError
    from ocdb.intake.tidying.run import Tidying
    from ocdb.settings import resource

    for wrong in unreachable(paths):
        raise UsageError(wrong, _("Name files or directories that exist."))
    tidying = Tidying(paths, [resource("seeds"), resource("fixtures")])
    changed = []
    for one in tidying.tidied():
        if one.changed:
            changed.append(one)
            if not check:
                save(one.after, one.path)
            write([_line(one)])
    _tell(tidying, changed, check=check)


def _line(one: "Tidied") -> str:
    made = f": {', '.join(one.made)}" if one.made else ""
    return f"{one.path}{made}\n"


def _tell(tidying: "Tidying", changed: "Sequence[Tidied]", *, check: bool) -> None:
    """Tell on standard error how many files changed, and raise an error where one stays as it shouldn't be."""
    from ocdb.errors import FixtureError
    from ocdb.words.figures import number

    for problem in tidying.unread:
        hint(str(problem))
    if tidying.unread:
        count = len(tidying.unread)
        message = ngettext("{count} problem in the files", "{count} problems in the files", count)
        raise FixtureError(message.format(count=number(count)), _("Run ocdb check, and correct them first."))
    if changed and check:
        message = ngettext("{count} file isn't tidy", "{count} files aren't tidy", len(changed))
        raise FixtureError(message.format(count=number(len(changed))), _("Run ocdb tidy, and look at what it changes."))
    message = ngettext("{count} file tidied", "{count} files tidied", len(changed))
    hint(message.format(count=number(len(changed))))
