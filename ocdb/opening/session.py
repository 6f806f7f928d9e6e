"""Which database a question is put to, and a reader of it: as of a day, or as it is."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ocdb.errors import DatabaseError, NotFoundError
from ocdb.opening.embedded import ensured
from ocdb.opening.reader import open_reader
from ocdb.settings import clock, embedded_path
from ocdb.store.address import Address, located
from ocdb.store.passwords import hidden
from ocdb.store.reader.rows import Reader
from ocdb.store.reader.sqlite import SqliteReader
from ocdb.store.revisions import OldRevisionError
from ocdb.words.language import _, ngettext

Say = Callable[[str], None]


@dataclass(frozen=True)
class Session:
    """The global options."""

    db: str | None = None
    debug: bool = False
    read: str | None = None

    def for_questions(self) -> "Session":
        """Return the session of a question: that of the replica, where OCDB_READ_URL names one."""
        return replace(self, db=self.read) if self.read else self

    @property
    def replica(self) -> bool:
        """Return whether this is the session of a replica."""
        return bool(self.read) and self.db == self.read

    @property
    def embedded(self) -> bool:
        """Return whether nobody named a database."""
        return not self.db

    def address(self) -> Address:
        """Return where the database is: --db, OCDB_DATABASE_URL, or the embedded one.

        Raises:
            DatabaseError: it isn't clear what is meant.
        """
        return located(self.db or embedded_path())

    def path(self) -> Path | None:
        """Return the file of an SQLite database, None for a server."""
        address = self.address()
        return address if isinstance(address, Path) else None


def opened(db: str | None, *, debug: bool) -> Session:
    """Return the session of a database; OCDB_READ_URL goes with OCDB_DATABASE_URL, not with another one in --db."""
    usual = (db or None) == (os.environ.get("OCDB_DATABASE_URL") or None)
    return Session(db, debug, (os.environ.get("OCDB_READ_URL") or None) if usual else None)


@contextmanager
def reading(asked: Session, say: Say, as_of: str | None = None) -> Iterator[Reader]:
    """Open the database of a question for reading; the embedded one is made or refreshed first.

    Args:
        asked: the database, and perhaps its replica.
        say: is called with a line when there is something to say beside the answer.
        as_of: a date; the reader then shows what could be known on that day, and takes it for today.

    Raises:
        UsageError: `as_of` is no date.
    """
    with closing(reader_of(asked, say)) as reader, _naming(asked.for_questions()):
        if as_of is None:
            yield reader
            return
        with _reading_as_of(reader, as_of, say) as then:
            yield then


def reader_of(asked: Session, say: Say) -> Reader:
    """Return a reader of the database of a question; the embedded one is made or refreshed first.

    Raises:
        DatabaseError: it can't be read, or is of another revision.
    """
    current = asked.for_questions()
    path = current.path()
    return ensured(path, say) if current.embedded and path else open_for_questions(current, say)


@contextmanager
def for_statement(asked: Session, say: Say, as_of: str | None = None) -> Iterator[SqliteReader | str]:
    """Give the reader of the file, or the URL of the server, that a user's own statement is put to, as of a day.

    Args:
        asked: the database, and perhaps its replica.
        say: as of `reading`.
        as_of: a date.
    """
    current = asked.for_questions()
    if not (as_of or current.path() or current.replica):
        yield str(current.address())  # without a connection of our own: its driver would be imported twice
        return
    with reading(asked, say, as_of) as reader:
        yield reader if isinstance(reader, SqliteReader) else str(current.address())


@contextmanager
def _naming(asked: Session) -> Iterator[None]:
    """Name the database in which nothing like a name is found, where it isn't the embedded one."""
    try:
        yield
    except NotFoundError as error:
        if asked.embedded or not error.strange:
            raise
        name = _("The database is {database}.").format(database=hidden(str(asked.db)))
        raise NotFoundError(str(error), f"{error.hint} {name}".strip()) from error


def open_for_questions(current: Session, say: Say) -> Reader:
    """Return a reader of the database of a session; of a replica that is behind, `say` is called with a line.

    Raises:
        DatabaseError: it can't be read, or is of another revision.
    """
    if not current.replica:
        return open_reader(current.address())
    try:
        reader = open_reader(current.address())
    except DatabaseError as error:
        later = _("It may be catching up: ask again in a moment, or without OCDB_READ_URL.")
        hint = later if isinstance(error, OldRevisionError) else error.hint
        raise DatabaseError(f"OCDB_READ_URL: {error}", hint) from error
    from ocdb.store.reader.replica import lag  # noqa: PLC0415  for replicas only

    if behind := lag(reader):
        say(behind)
    return reader


@contextmanager
def _reading_as_of(reader: Reader, as_of: str, say: Say) -> Iterator[Reader]:
    """Open a database of what could be known on a day; of today or later it is the whole one."""
    from ocdb.dates import day_span  # noqa: PLC0415  for --as-of only

    day = clock(min(date.fromisoformat(day_span(as_of, "as-of")[1]), reader.today), "--as-of")
    say(_known(reader, day))
    if day == reader.today:
        yield reader
        return
    from ocdb.load.as_of import AsOfReader  # noqa: PLC0415  SQLAlchemy, for a day in the past only
    from ocdb.store.temporary import directory  # noqa: PLC0415

    with directory() as folder, reader.moment(), closing(AsOfReader(folder / "as-of.sqlite", reader, day)) as then:
        try:
            yield then
        except NotFoundError as error:
            later = _("It may be known only later: leave out --as-of.")
            raise NotFoundError(str(error), f"{error.hint} {later}".strip()) from error


def _known(reader: Reader, day: date) -> str:
    """Return how many sources the answer rests on: ``as of 2012-12-31: 3 of 5 sources; 1 without a date left out``."""
    from ocdb.words.dates import in_words  # noqa: PLC0415  for --as-of only
    from ocdb.words.figures import number  # noqa: PLC0415

    counted = (
        "SELECT count(*), count(*) - count(published_to), count(CASE WHEN published_to <= :day THEN 1 END)"
        " FROM v_sources"
    )
    every, undated, known = reader.rows(counted, {"day": day.isoformat()}).rows[0]
    whole = day == reader.today
    text = ngettext("as of {day}: {sources} of {count} source", "as of {day}: {sources} of {count} sources", every)
    text = text.format(day=in_words(day.isoformat()), sources=number(every if whole else known), count=number(every))
    if not undated or whole:
        return text
    left_out = ngettext("{count} without a date is left out", "{count} without a date are left out", undated)
    return _("; ").join((text, left_out.format(count=number(undated))))
