"""One load: check the files, then replace what changed in one transaction."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect

from ocdb import __version__
from ocdb.curation.corpus import CLAIMS, Corpus
from ocdb.curation.json_lines import SUFFIX
from ocdb.curation.progress import Progress, unseen
from ocdb.errors import DatabaseError
from ocdb.load.apply import apply, write
from ocdb.load.derived import derived
from ocdb.load.filling import fill, is_empty
from ocdb.load.loaded import Loaded
from ocdb.load.reading import read_corpus
from ocdb.load.reload import AllError, plans
from ocdb.load.rows import rows
from ocdb.load.standing import FILES, FOUND, fingerprint_of, seen, stamped
from ocdb.memory import paused
from ocdb.recall import changes
from ocdb.recall.listing import Listing
from ocdb.recall.memory import MANY, Memory, remembering
from ocdb.recall.part import StaleError
from ocdb.schema import metadata
from ocdb.schema.derived import Stamp
from ocdb.settings import data_fingerprint, today
from ocdb.store import database, installed_views, searching
from ocdb.store.reader.writing import WritingReader
from ocdb.store.revisions import refuse_other
from ocdb.store.turns import take_turn
from ocdb.words.language import _

SHOWN = 5


def load(
    connection: Connection,
    directories: Sequence[Path] = (),
    *,
    prune: bool = False,
    progress: Progress = unseen,
    files: Listing | None = None,
) -> Loaded:
    """Load fixtures into a database, its tables made first where there are none.

    Of many files it is noted what is in them: where few have changed since, the next load looks at these and at what
    hangs together with them, and comes to the same (ADR 25).

    On a server tables and rows come in one transaction: nobody finds tables without rows. On SQLite they come in two,
    because a migration there begins outside of one; an SQLite file is filled aside, where nobody looks (replacing).

    Args:
        connection: a connection outside of a transaction.
        directories: of fixtures; by default those that travel with ocdb. The seeds always come with them.
        prune: whether records that are not in the files are removed.
        progress: is told how many files were read and how many checks are done.
        files: what was in the files a moment ago, where somebody has looked.

    Raises:
        BrokenFixturesError: the files have problems.
        PruneError: records would vanish, and `prune` is false.
        DatabaseError: the tables are of another revision, or those of others.
    """
    asked = _Asked(directories, prune, progress, data_fingerprint(), files or seen(directories))
    loaded: Loaded | None = None
    with suppress(sqlite3.DatabaseError), _noted(asked) as memory:
        if memory:
            loaded = _load_changed(connection, asked, memory) or _load_all(connection, asked, memory)
    return loaded or _load_all(connection, asked, None)


@dataclass(frozen=True)
class _Asked:
    """What is to be loaded, and how.

    Attributes:
        travelling: the fingerprint of what travels with ocdb, before it was read, should it change meanwhile.
        files: what was in the files before they were read; None where one of them can't be read.
    """

    directories: Sequence[Path]
    prune: bool
    progress: Progress
    travelling: str
    files: Listing | None

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the files; none where one of them can't be read."""
        return fingerprint_of(self.directories, self.files)


def _noted(asked: _Asked) -> AbstractContextManager[Memory | None]:
    """Give what was noted of some files when they were loaded last; None where nothing is, as of few."""
    if not asked.files or len(asked.files) < MANY or any(name.endswith(SUFFIX) for name in asked.files):
        return nullcontext()
    return remembering(["records", *map(str, asked.directories)], today().isoformat())


def _load_changed(connection: Connection, asked: _Asked, memory: Memory) -> Loaded | None:
    """Return what a load did that looked at what changed only; None where everything has to be loaded."""
    with connection.begin(), paused():
        take_turn(connection)
        if _revision(connection) is None:
            return None
        stamp = dict(WritingReader(connection).rows("SELECT id, value FROM stamp").rows)
        if not stamp.get(FILES) or memory.told(stamp[FILES]) is None or json.loads(stamp[FOUND])["unconfirmed"]:
            return None
        changed = changes.changed(memory, asked.files or {})
        if not changed or any(problem.severity == "error" for problem in changed.problems):
            return None
        try:
            planned = plans(connection, changed)
        except (AllError, StaleError):
            return None
        searching.install(connection)
        written = write(connection, planned, prune=asked.prune)
        loaded = Loaded(*_counts(connection), len(changed.problems), 0, written)
        _finish(connection, asked, loaded)
        memory.tell(asked.fingerprint, ())
    return loaded


def _load_all(connection: Connection, asked: _Asked, memory: Memory | None) -> Loaded:
    """Return what a load of all files did; note what is in them where somebody remembers that."""
    with paused():
        corpus = read_corpus(asked.directories, asked.progress)
        if memory:
            _note(memory, corpus, asked)
        written = sum(1 for _entry in corpus.of(*CLAIMS))
        wanted = rows(corpus, spent=True)
        warnings = len(corpus.problems)
        del corpus  # the larger part of what is held
        followed = None if _without_rows(connection) else derived(wanted)
    if connection.dialect.name == "sqlite" and _without_tables(connection):
        _make_tables(connection)
    with connection.begin(), paused():
        take_turn(connection)
        if _revision(connection) is None:
            _make_tables(connection, within=True)
        if followed is None and is_empty(connection):
            searching.drop(connection)
            done = fill(connection, wanted)
        else:  # somebody may have filled it meanwhile
            searching.install(connection)
            done = apply(connection, wanted | (followed or derived(wanted)), prune=asked.prune)
        claims = len(wanted.get("claim", []))
        loaded = Loaded(len(wanted.get("source", [])), claims, warnings, written - claims, done)
        _finish(connection, asked, loaded)
    return loaded


def _note(memory: Memory, corpus: Corpus, asked: _Asked) -> None:
    """Note what is in the files of a corpus.

    Nothing is noted where something is wrong with those around them, or where a file came after somebody looked.
    """
    files = asked.files or {}
    known = corpus.around | files.keys()
    noted = all(problem.file not in corpus.around for problem in corpus.problems)
    noted &= all(entry.document.file in known for entry in corpus.everything())
    memory.tell(asked.fingerprint if noted else "", ())
    if noted:
        changes.note(memory, corpus, files, corpus.problems)


def _counts(connection: Connection) -> tuple[int, int]:
    """Return how many articles and claims there are."""
    found = connection.exec_driver_sql("SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM claim)").one()
    return found[0], found[1]


def _make_tables(connection: Connection, *, within: bool = False) -> None:
    from ocdb.store.migrating import create  # noqa: PLC0415  Alembic, which no other load needs

    create(connection, within=within)


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


def _finish(connection: Connection, asked: _Asked, loaded: Loaded) -> None:
    """Note what was loaded, and see to the views.

    Only data that travel with ocdb are kept fresh without being asked.
    """
    origin = "package" if not asked.directories else "\n".join(str(path.resolve()) for path in asked.directories)
    values = {"version": __version__, "origin": origin, "fingerprint": "" if asked.directories else asked.travelling}
    values |= stamped(asked.fingerprint, loaded)
    table = Stamp.__table__
    connection.execute(table.delete())  # type: ignore[attr-defined]
    connection.execute(table.insert(), [{"id": key, "value": value} for key, value in values.items()])  # type: ignore[attr-defined]
    installed_views.replace(connection)
    searching.install(connection)
