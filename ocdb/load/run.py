"""One load: check everything, then replace what changed in one transaction."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from sqlalchemy import Connection, inspect

from ocdb import __version__
from ocdb.curation.checks import check
from ocdb.curation.corpus import CLAIMS, Corpus, gather
from ocdb.curation.problems import Problem
from ocdb.curation.progress import Progress, unseen
from ocdb.curation.reading import unreachable
from ocdb.errors import DatabaseError, FixtureError
from ocdb.load.apply import apply
from ocdb.load.derived import derived
from ocdb.load.filling import fill, is_empty
from ocdb.load.loaded import Loaded
from ocdb.load.rows import rows
from ocdb.load.standing import fingerprint, stamped
from ocdb.memory import paused
from ocdb.schema import metadata
from ocdb.schema.derived import Stamp
from ocdb.settings import data_fingerprint, resource
from ocdb.store import database, installed_views
from ocdb.store.revisions import refuse_other
from ocdb.store.turns import take_turn
from ocdb.words.figures import number
from ocdb.words.language import _, ngettext

SHOWN = 5


class BrokenFixturesError(FixtureError):
    """Files with problems; nothing was loaded.

    Attributes:
        problems: all of them, sorted by file and line.
    """

    def __init__(self, problems: list[Problem], hint: str = "") -> None:
        text = ngettext("{count} problem; nothing was loaded", "{count} problems; nothing was loaded", len(problems))
        super().__init__("\n".join([*map(str, problems), text.format(count=number(len(problems)))]), hint)
        self.problems = problems


def load(
    connection: Connection, directories: Sequence[Path] = (), *, prune: bool = False, progress: Progress = unseen
) -> Loaded:
    """Load fixtures into a database, its tables made first where there are none.

    On a server tables and rows come in one transaction: nobody finds tables without rows. On SQLite they come in two,
    because a migration there begins outside of one; an SQLite file is filled aside, where nobody looks (replacing).

    Args:
        connection: a connection outside of a transaction.
        directories: of fixtures; by default those that travel with ocdb. The seeds always come with them.
        prune: whether records that are not in the files are removed.
        progress: is told how many files were read and how many checks are done.

    Raises:
        BrokenFixturesError: the files have problems.
        PruneError: records would vanish, and `prune` is false.
        DatabaseError: the tables are of another revision, or those of others.
    """
    # As they were before they were read, should they change meanwhile.
    travelling, files = data_fingerprint(), fingerprint(directories)
    with paused():
        corpus = read_corpus(directories, progress)
        written = sum(1 for _entry in corpus.of(*CLAIMS))
        wanted = rows(corpus, spent=True)
        warnings = len(corpus.problems)
        del corpus  # the larger part of what is held
        followed = None if _without_rows(connection) else derived(wanted)
    if connection.dialect.name == "sqlite" and _without_tables(connection):
        database.upgrade(connection)
    with connection.begin(), paused():
        take_turn(connection)
        if _revision(connection) is None:
            database.upgrade(connection, within=True)
        if followed is None and is_empty(connection):
            changes = fill(connection, wanted)
        else:  # somebody may have filled it meanwhile
            changes = apply(connection, wanted | (followed or derived(wanted)), prune=prune)
        claims = len(wanted.get("claim", []))
        loaded = Loaded(len(wanted.get("source", [])), claims, warnings, written - claims, changes)
        _stamp(connection, directories, travelling, stamped(files, loaded))
        installed_views.replace(connection)
    return loaded


def read_corpus(directories: Sequence[Path] = (), progress: Progress = unseen) -> Corpus:
    """Return the records of the seeds and of some directories, checked; its problems are warnings.

    What is named replaces what the seeds say, as for `ocdb check`: what that accepts can be loaded.

    Args:
        directories: directories or files; by default what travels with ocdb.
        progress: is told how many files were read and how many checks are done.

    Raises:
        BrokenFixturesError: the files have problems.
    """
    for wrong in unreachable(directories):
        raise FixtureError(wrong, _("Name directories or files that exist."))
    if not directories:
        return checked(gather([resource("seeds"), resource("fixtures")], progress=progress), progress)
    try:
        return checked(gather(directories, [resource("seeds")], silent=False, progress=progress), progress)
    except BrokenFixturesError as error:
        if not _lack_what_travels(directories):
            raise
        files = " ".join(quote(str(path)) for path in (resource("fixtures"), *directories))
        hint = _("These files refer to fixtures that come with ocdb. Name those too: ocdb load {files}")
        raise BrokenFixturesError(error.problems, hint.format(files=files)) from None


def _lack_what_travels(directories: Sequence[Path]) -> bool:
    """Return whether files are right beside the fixtures that travel with ocdb."""
    found = check(gather(directories, around=[resource("seeds"), resource("fixtures")]))
    return all(problem.severity != "error" for problem in found)


def checked(corpus: Corpus, progress: Progress = unseen) -> Corpus:
    """Return a corpus whose only problems are warnings.

    Raises:
        BrokenFixturesError: it has errors.
    """
    found = check(corpus, progress)
    errors = [problem for problem in found if problem.severity == "error"]
    if errors:
        raise BrokenFixturesError(errors)
    corpus.problems = found
    return corpus


def _without_tables(connection: Connection) -> bool:
    with connection.begin():
        return _revision(connection) is None


def _without_rows(connection: Connection) -> bool:
    with connection.begin():
        return _revision(connection) is None or is_empty(connection)


def _revision(connection: Connection) -> str | None:
    """Return the revision of the tables, which is ours, or None where there are none yet.

    Raises:
        DatabaseError: the tables are of another revision, or those of others.
    """
    found = database.revision(connection)
    if found is not None:
        refuse_other(found)
    elif foreign := _foreign_tables(connection):
        hint = _("Name another file or database; nothing was changed.")
        message = _("this database contains tables of other programs: {tables}")
        raise DatabaseError(message.format(tables=", ".join(foreign[:SHOWN])), hint)
    return found


def _foreign_tables(connection: Connection) -> list[str]:
    """Return the tables that aren't ours: in a file any, on a server those that bear the name of one of ours."""
    there = set(inspect(connection).get_table_names()) - {"alembic_version"}
    return sorted(there if connection.dialect.name == "sqlite" else there & set(metadata.tables))


def _stamp(connection: Connection, directories: Sequence[Path], travelling: str, more: dict[str, str]) -> None:
    """Note what was loaded; only data that travel with ocdb are kept fresh without being asked."""
    origin = "package" if not directories else "\n".join(str(path.resolve()) for path in directories)
    values = {"version": __version__, "origin": origin, "fingerprint": "" if directories else travelling, **more}
    table = Stamp.__table__
    connection.execute(table.delete())  # type: ignore[attr-defined]
    connection.execute(table.insert(), [{"id": key, "value": value} for key, value in values.items()])  # type: ignore[attr-defined]
