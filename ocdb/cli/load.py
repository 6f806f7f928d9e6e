"""`ocdb load` and `ocdb db`: from fixtures to a database, and what state it is in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ocdb.cli.completion import complete_path
from ocdb.cli.files import path as as_path
from ocdb.cli.options import OUTPUT, options
from ocdb.cli.printing import put
from ocdb.cli.session import hint, report, session

if TYPE_CHECKING:
    from ocdb.store.address import Address

db = typer.Typer(no_args_is_help=True, help="The database itself: where it is, its state, upgrading, rebuilding.")


def load(
    ctx: typer.Context,
    directories: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[DIR]...",
            parser=as_path,
            autocompletion=complete_path,
            help="Fixtures; by default those that travel with ocdb.",
        ),
    ] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Remove records that are not in the files.")] = False,
) -> None:
    """Check fixtures and bring the database to them, all or nothing.

    Everything is checked first; a file with a problem changes nothing. Prints what was added, changed and removed.
    Loading twice changes nothing. Without --prune nothing vanishes.

    \b
    Examples:
      ocdb load
      ocdb --db mine.sqlite load fixtures my-fixtures
      ocdb --db postgresql://loader@host/ocdb load --prune
    """
    from ocdb.load.run import load as run
    from ocdb.store import replacing

    _make_room(ctx)
    loaded = replacing.change(session(ctx).address(), lambda one: run(one, directories or (), prune=prune))
    if loaded.warnings:
        hint(f"{_counted(loaded.warnings, 'warning')}, which don't stop a load; see: ocdb check")
    changes = [
        f"{table}: {added} added, {changed} changed, {removed} removed"
        for table, added, changed, removed in loaded.changes.counts()
    ]
    read = f"{_counted(loaded.claims, 'claim')} from {_counted(loaded.sources, 'source')}"
    report(read, *(changes or ["nothing changed"]))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _make_room(ctx: typer.Context) -> None:
    """See to it that an SQLite file can be made where it isn't there yet."""
    from ocdb.errors import DatabaseError

    path = session(ctx).path()
    if not path:
        return
    if not session(ctx).embedded and not path.parent.is_dir():
        raise DatabaseError(f"there is no directory {path.parent}", "Make it first, or name another file.")
    path.parent.mkdir(parents=True, exist_ok=True)


@db.command("path")
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


@db.command()
@options(OUTPUT)
def status(ctx: typer.Context, **given: Any) -> None:
    """Tell what state the database is in: place, revision, what was loaded, how many rows.

    \b
    Examples:
      ocdb db status
      ocdb --db mine.sqlite db status -f json
    """
    from ocdb.answers.answer import of_rows
    from ocdb.answers.status import status as ask
    from ocdb.store.reader.rows import Rows

    asked = session(ctx).for_questions()
    facts = ask(asked.address(), embedded=asked.embedded, replica=asked.replica)
    put(of_rows(Rows(("fact", "value"), list(facts.items()))), given)


@db.command()
def upgrade(ctx: typer.Context) -> None:
    """Bring the tables to the revision that this ocdb needs, with the data in them, and make the views again.

    \b
    Examples:
      ocdb db upgrade
      ocdb --db postgresql://owner@host/ocdb db upgrade
    """
    from ocdb.load.upgrade import upgrade as run
    from ocdb.store import replacing

    _make_room(ctx)
    before, after = replacing.change(session(ctx).address(), run)
    report(f"at revision {after}" if before == after else f"upgraded from {before or 'nothing'} to {after}")


@db.command()
def rebuild(
    ctx: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask, also where other fixtures were loaded.")] = False,
) -> None:
    """Throw the database away and make it anew from the fixtures that travel with ocdb.

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
    report(f"rebuilt {_shown(current.address())}")


def _refuse_foreign(path: Path | None, *, yes: bool) -> None:
    """Refuse to throw away what can't be made again from the package, unless that is asked for."""
    from ocdb.errors import DatabaseError
    from ocdb.opening.embedded import holds_only_ocdb, origin
    from ocdb.settings import embedded_path

    if not path or not path.exists():
        return
    if path != embedded_path() and not holds_only_ocdb(path):  # our own may be damaged
        raise DatabaseError(f"{path} is no database of ocdb", "Name another file; nothing was changed.")
    if origin(path) not in ("package", "") and not yes:
        message = f"{path} was loaded from {', '.join(origin(path).splitlines())}"
        raise DatabaseError(message, "To replace it by the data that travel with ocdb, add --yes.")


@db.command("views")
@options(OUTPUT)
def views_(
    view: Annotated[str | None, typer.Argument(metavar="[VIEW]", help="Show the columns of this view.")] = None,
    **given: Any,
) -> None:
    """List the views, or the columns of one, with what they mean.

    \b
    Examples:
      ocdb db views
      ocdb db views v_pledges
    """
    from ocdb.answers.answer import of_rows
    from ocdb.errors import NotFoundError
    from ocdb.store.reader.rows import Rows
    from ocdb.store.views import documented
    from ocdb.text import fold
    from ocdb.words.suggestions import suggest

    found = {one.name: one for one in documented()}
    if view is None:
        rows = Rows(("view", "description"), [(one.name, one.description) for one in found.values()])
    elif view in found:
        rows = Rows(("column", "description"), [(one.name, one.description) for one in found[view].columns])
    else:
        raise NotFoundError(f"there is no view {view}", suggest(view, {fold(name): name for name in found}))
    put(of_rows(rows), given)
