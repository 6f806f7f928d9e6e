"""`ocdb load` and `ocdb db`: from fixtures to a database, and what state it is in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ocdb.cli import candidates
from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.help import SETTINGS, Command, Group
from ocdb.cli.options import OUTPUT, options
from ocdb.cli.printing import put
from ocdb.cli.progress import progress
from ocdb.cli.session import hint, report, session
from ocdb.words.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocdb.load.loaded import Loaded
    from ocdb.recall.listing import Listing
    from ocdb.store.address import Address

db = typer.Typer(cls=Group, **SETTINGS, help="The database itself: where it is, its state, upgrading, rebuilding.")


def load(
    ctx: typer.Context,
    directories: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[DIR]...",
            parser=as_path,
            autocompletion=complete_path,
            help="Fixtures; by default those that come with ocdb.",
        ),
    ] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Remove records that are not in the files.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Count the changes of each table.")] = False,
) -> None:
    """Check fixtures and update the database to match them, all or nothing.

    Everything is checked first; a file with a problem changes nothing. Prints what was added, changed and removed.
    Loading twice changes nothing. Without --prune nothing vanishes.

    \b
    Examples:
      ocdb load
      ocdb --db mine.sqlite load fixtures my-fixtures
      ocdb --db postgresql://loader@host/ocdb load --prune
    """
    from ocdb.load.standing import seen, standing
    from ocdb.words.figures import number
    from ocdb.words.nouns import counted

    _make_room(ctx)
    address, named = session(ctx).address(), directories or ()
    files = seen(named)
    loaded = standing(address, named, files) or _changed(address, named, files, prune=prune)
    if loaded.warnings:
        text = ngettext(
            "{count} warning, which doesn't stop a load; see: ocdb check",
            "{count} warnings, which don't stop a load; see: ocdb check",
            loaded.warnings,
        )
        hint(text.format(count=number(loaded.warnings)))
    if loaded.unconfirmed:
        text = ngettext(
            "{count} claim left out: nobody has confirmed it, or what it is about; see: ocdb check",
            "{count} claims left out: nobody has confirmed them, or what they are about; see: ocdb check",
            loaded.unconfirmed,
        )
        hint(text.format(count=number(loaded.unconfirmed)))
    read = _("{claims} from {sources}")
    read = read.format(claims=counted("claims", loaded.claims), sources=counted("sources", loaded.sources))
    report(read, *_changes(loaded.changes.counts(), verbose=verbose))


def _changed(address: "Address", directories: "Sequence[Path]", files: "Listing | None", *, prune: bool) -> "Loaded":
    """Return what a load found and changed."""
    from ocdb.load.run import load as run
    from ocdb.store import replacing

    with progress() as told:
        return replacing.change(address, lambda one: run(one, directories, prune=prune, progress=told, files=files))


def _changes(counts: "Sequence[tuple[str, int, int, int]]", *, verbose: bool) -> "Iterator[str]":
    """Yield how many rows were added, changed and removed: in all, and table by table where that is asked for."""
    from ocdb.words.figures import number

    if not counts:
        yield _("nothing changed")
        return
    added, changed, removed = (sum(numbers) for numbers in zip(*(row[1:] for row in counts), strict=True))
    text = ngettext(
        "{added} row added, {changed} changed, {removed} removed",
        "{added} rows added, {changed} changed, {removed} removed",
        added,
    )
    yield text.format(added=number(added), changed=number(changed), removed=number(removed))
    text = _("{table}: {added} added, {changed} changed, {removed} removed")
    for table, *each in counts if verbose else ():
        numbers = dict(zip(("added", "changed", "removed"), map(number, each), strict=True))
        yield text.format(table=table, **numbers)


def _make_room(ctx: typer.Context) -> None:
    """See to it that an SQLite file can be made where it isn't there yet."""
    from ocdb.errors import DatabaseError

    path = session(ctx).path()
    if not path:
        return
    if not session(ctx).embedded and not path.parent.is_dir():
        message = _("the directory {directory} doesn't exist").format(directory=path.parent)
        raise DatabaseError(message, _("Create it first, or name another file."))
    path.parent.mkdir(parents=True, exist_ok=True)


@db.command("path", cls=Command)
def path_(ctx: typer.Context) -> None:
    """Print where the database is: a path, or a URL without its password.

    \b
    Examples:
      ocdb db path
      sqlite3 -readonly "$(ocdb db path)" .tables
    """
    print(_shown(session(ctx).address()))


def _shown(address: "Address") -> str:
    """Return where a database is, without a password."""
    if isinstance(address, Path):
        return str(address)
    from ocdb.store.database import shown

    return shown(address)


@db.command(cls=Command)
@options(OUTPUT)
def status(ctx: typer.Context, **given: Any) -> None:
    """Show the state of the database: location, revision, what was loaded, number of rows.

    \b
    Examples:
      ocdb db status
      ocdb --db mine.sqlite db status -f json
    """
    from ocdb.answers.status import answer
    from ocdb.answers.status import status as ask

    asked = session(ctx).for_questions()
    facts = ask(asked.address(), embedded=asked.embedded, replica=asked.replica)
    put(answer(facts), given)


@db.command(cls=Command)
def upgrade(ctx: typer.Context) -> None:
    """Upgrade the tables to the revision that this version of ocdb needs, keep their data, and recreate the views.

    \b
    Examples:
      ocdb db upgrade
      ocdb --db postgresql://owner@host/ocdb db upgrade
    """
    from ocdb.load.upgrade import upgrade as run
    from ocdb.store import replacing

    _make_room(ctx)
    before, after = replacing.change(session(ctx).address(), run)
    text = _("upgraded from revision {before} to {after}") if before else _("created at revision {after}")
    if before == after:
        text = _("already at revision {after}")
    report(text.format(before=before, after=after))


@db.command(cls=Command)
def rebuild(
    ctx: typer.Context,
    yes: Annotated[
        bool, typer.Option("--yes", help="Don't ask for confirmation, even if other fixtures were loaded.")
    ] = False,
) -> None:
    """Delete the database and rebuild it from the fixtures that come with ocdb.

    \b
    Examples:
      ocdb db rebuild
      ocdb --db mine.sqlite db rebuild --yes
    """
    from ocdb.load.upgrade import rebuild as run
    from ocdb.opening.embedded import build
    from ocdb.store import database

    current = session(ctx)
    path = current.path()
    _refuse_foreign(path, yes=yes)
    if path:
        build(path, hint)
    else:
        database.connect(current.address(), lambda one: run(one, yes=yes))
    report(_("rebuilt {database}").format(database=_shown(current.address())))


def _refuse_foreign(path: Path | None, *, yes: bool) -> None:
    """Refuse to throw away what can't be made again from the package, unless that is asked for."""
    from ocdb.errors import DatabaseError
    from ocdb.opening.embedded import holds_only_ocdb, origin
    from ocdb.settings import embedded_path

    if not path or not path.exists():
        return
    if path != embedded_path() and not holds_only_ocdb(path):  # our own may be damaged
        message = _("{file} isn't a database of ocdb").format(file=path)
        raise DatabaseError(message, _("Name another file; nothing was changed."))
    if origin(path) not in ("package", "") and not yes:
        message = _("{file} was loaded from {files}").format(file=path, files=", ".join(origin(path).splitlines()))
        raise DatabaseError(message, _("To replace it with the data that come with ocdb, add --yes."))


def _complete_view(incomplete: str) -> "candidates.Candidates":
    from ocdb.store.views import documented

    return candidates.fitting(incomplete, [(one.name, one.description) for one in documented()])


@db.command("views", cls=Command)
@options(OUTPUT)
def views_(
    view: Annotated[
        str | None,
        typer.Argument(metavar="[VIEW]", help="Show the columns of this view.", autocompletion=_complete_view),
    ] = None,
    **given: Any,
) -> None:
    """List the views, or the columns of one, with what they mean.

    \b
    Examples:
      ocdb db views
      ocdb db views v_pledges
    """
    from ocdb.answers.views import answer

    put(answer(view), given)
