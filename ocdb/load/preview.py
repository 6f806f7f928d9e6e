"""Builds a database of files for one question: the tables as the models have them, no migrations, nothing judged."""

from pathlib import Path

from sqlalchemy import Connection

from ocdb.curation.corpus import Corpus, gather
from ocdb.load.apply import apply
from ocdb.load.derived import prepared
from ocdb.load.reading import checked, read_corpus
from ocdb.load.rows import rows
from ocdb.store import temporary, views


def build(path: Path, files: Path) -> None:
    """Make an SQLite database of a directory of fixtures, of a file, or of a tree with seeds/ and fixtures/ in it.

    Raises:
        BrokenFixturesError: the files have problems.
    """
    corpus = _corpus(files)

    def fill(connection: Connection) -> None:
        wanted = rows(corpus)
        apply(connection, wanted | prepared(wanted), prune=False)
        views.create(connection)

    temporary.make(path, fill)


def _corpus(files: Path) -> Corpus:
    """Return the records of the files together with their own seeds, or with those that travel with ocdb."""
    seeds, fixtures = files / "seeds", files / "fixtures"
    read = fixtures if fixtures.is_dir() else files
    if seeds.is_dir():
        return checked(gather([seeds, *([fixtures] if fixtures.is_dir() else [])]))
    return read_corpus([read])
