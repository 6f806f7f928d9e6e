"""`ocdb diff`: what was added, changed and removed between two databases or directories of fixtures."""

import os
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ocdb.cli.files import refuse_twice
from ocdb.cli.options import OUTPUT, options
from ocdb.cli.printing import chosen, put
from ocdb.words.language import N_, _, language, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ocdb.answers.snapshot import Snapshot
    from ocdb.store.address import Address
    from ocdb.store.reader.rows import Reader

NAME_ONE = N_("Name a database, its URL, or a directory of fixtures.")


def _kinds(incomplete: str) -> list[str]:
    from ocdb.answers.snapshot import KINDS

    return [kind for kind in KINDS if kind.startswith(incomplete)]


@options(OUTPUT)
def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="The older side: a database or fixtures.")],
    after: Annotated[str, typer.Argument(metavar="B", help="The newer side: a database or fixtures.")],
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help="Only of this kind, as in pledges.", autocompletion=_kinds),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 when there are differences, as git does.")
    ] = False,
    **given: Any,
) -> None:
    """Show what was added, changed (field by field) and removed between A and B.

    Each side is an SQLite file, a database URL, a directory of fixtures or a single fixture, complete and without
    errors. A directory that contains seeds/ and fixtures/ brings its own registers. A removed slug is shown with its
    successor and the reason if it was retired, and otherwise as vanished. KIND is the name of a view without its v_.

    \b
    Examples:
      ocdb diff last-year.sqlite ocdb.sqlite
      ocdb diff "$(ocdb db path)" fixtures
      ocdb diff last-year.sqlite fixtures --kind pledges --kind reports
      ocdb diff last-year.sqlite fixtures -f json -o changes.json
    """
    from ocdb.answers.answer import of_rows
    from ocdb.answers.diff import as_rows, columns, compare, counts, incomparable, summary

    refuse_twice([Path(before), Path(after)], [given["output"]])
    for word in kind or ():
        _must_be_known(word)
    sides = _snapshot(before), _snapshot(after)
    people = chosen(given["form"], given["output"]) in ("table", "md", "xlsx")
    with speaking(language() if people else "en"):  # data don't change with the language
        changes = compare(*sides, kinds=kind or ())
        found = counts(changes)
    notes = []
    if odd := incomparable(*sides):
        text = _("only one side has {views}: not compared; ocdb db upgrade brings an older database up to date")
        notes.append(text.format(views=", ".join(odd)))
    put(of_rows(as_rows(changes), "", [*notes, summary(found)], columns()), given)
    if exit_code and changes:
        raise typer.Exit(1)


def _must_be_known(kind: str) -> None:
    from ocdb.answers.snapshot import KINDS
    from ocdb.errors import NotFoundError
    from ocdb.text import fold
    from ocdb.words.suggestions import suggest

    if kind not in KINDS:
        hint = suggest(kind, {fold(name): name for name in KINDS})
        hint = hint or _("The values are {values}.").format(values=", ".join(KINDS))
        raise NotFoundError(_("{option} has no value {value}").format(option="--kind", value=kind), hint)


def _snapshot(side: str) -> "Snapshot":
    from ocdb.answers.snapshot import snapshot

    with _reading(side) as reader:
        return snapshot(reader)


@contextmanager
def _reading(side: str) -> "Iterator[Reader]":
    """Open a side for reading; files are loaded into a database that is gone afterwards."""
    from contextlib import closing

    from ocdb.opening.reader import open_reader

    address, files = _address(side), Path(os.path.expanduser(side))  # noqa: PTH111  as ocdb.store.address does
    with ExitStack() as stack:
        if _holds_fixtures(side, files):
            from ocdb.load.preview import build
            from ocdb.store.temporary import directory

            address = stack.enter_context(directory()) / "side.sqlite"
            build(address, files)
        yield stack.enter_context(closing(open_reader(address)))


def _address(side: str) -> "Address":
    """Return where a side is: a path or the URL of a server."""
    from ocdb.errors import UsageError

    if not side:
        raise UsageError(_("one of the two sides has no name"), _(NAME_ONE))
    from ocdb.opening.session import Session

    address = Session(side).address()
    if isinstance(address, Path) and not address.exists():
        raise UsageError(_("{file} doesn't exist").format(file=side), _(NAME_ONE))
    return address


def _holds_fixtures(side: str, path: Path) -> bool:
    """Return whether a side is a directory or a file of fixtures, and not a database."""
    return "://" not in side and (path.is_dir() or path.suffix in (".yaml", ".yml"))
