"""The readers of a server: each request has one to itself, and so sees one state of the database."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ocdb.errors import DatabaseError
from ocdb.store.reader.rows import Reader

# So many are kept open between requests.
MOST = 8


class Readers:
    """Readers of one database that requests take in turn: to open one costs as much as a small page.

    A reader is used by one request at a time. Before each it is renewed: of a file that was replaced it reads the new
    one, on a server it begins a new transaction.
    """

    def __init__(self, open_: Callable[[], Reader]) -> None:
        self._open = open_
        self._idle: deque[Reader] = deque()

    @contextmanager
    def one(self) -> Iterator[Reader]:
        """Give a reader for one answer.

        Raises:
            DatabaseError: the database can't be read.
        """
        reader = self._taken()
        try:
            yield reader
        except DatabaseError:  # a connection that broke is no reader any more
            reader.close()
            raise
        except BaseException:
            self._put_back(reader)
            raise
        self._put_back(reader)

    def close(self) -> None:
        """Close the readers that nobody uses."""
        while self._idle:
            self._idle.pop().close()

    def _taken(self) -> Reader:
        try:
            reader = self._idle.pop()
        except IndexError:
            return self._open()
        try:
            reader.renew()
        except DatabaseError:  # it may have been closed for being idle
            reader.close()
            return self._open()
        return reader

    def _put_back(self, reader: Reader) -> None:
        if len(self._idle) < MOST:
            self._idle.append(reader)
        else:
            reader.close()
