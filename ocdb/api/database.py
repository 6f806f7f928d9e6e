"""A database that is open for questions: each is the command of that name."""

import datetime as dt
import inspect
import logging
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self

from ocdb.answers import answer as values
from ocdb.answers import citations as passages
from ocdb.answers.questions import records, sums
from ocdb.answers.questions.asked import Date, Names, date, whole, words
from ocdb.answers.questions.parameters import refuse_unknown, signature
from ocdb.api.answer import Answer, explained, plain
from ocdb.errors import DatabaseError, OcdbError, UsageError
from ocdb.opening.session import for_statement, opened, reading
from ocdb.settings import LONGEST_SECONDS, today
from ocdb.store.reader.rows import Reader
from ocdb.store.reader.sqlite import SqliteReader
from ocdb.words.language import LANGUAGES, _, preferred, speaking
from ocdb.words.options import as_keywords

P = ParamSpec("P")
_log = logging.getLogger("ocdb")


def _method(
    question: Callable[Concatenate[Reader, P], values.Answer],
) -> "Callable[Concatenate[Database, P], Answer]":
    """Return the method of a database that puts a question to it: its keywords are those of the question."""
    name = question.__name__.rstrip("_")

    @wraps(question)
    def ask(self: "Database", /, *given: P.args, **keywords: P.kwargs) -> Answer:
        with self._speaking():
            refuse_unknown(question, name, keywords)
            return self._asked(lambda reader: question(reader, *given, **keywords))

    own = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)
    shared = signature(question)
    parameters = [own, *shared.parameters.values()]
    ask.__module__, ask.__name__, ask.__qualname__ = __name__, name, f"Database.{name}"
    ask.__signature__ = shared.replace(parameters=parameters, return_annotation=Answer)  # type: ignore[attr-defined]
    return ask


class Database:
    """A database of ocdb, opened for questions by `ocdb.open`.

    Each method is the command of that name, and its keywords are the options of the command, with underscores: a name
    or a list of names where several may be given, dates as text, years or `datetime.date`. Names without a keyword are
    countries, places, operators, institutions or people.

    Each question sees one state of the database: what was loaded when it was asked. It may be asked from several
    threads at once; each question has a connection of its own. Only `close` must come last.

    Every method raises `ocdb.NotFoundError` for what isn't there, `ocdb.UsageError` for what doesn't fit,
    `ocdb.DatabaseError` for a database that can't be read, all of them an `ocdb.OcdbError` with the next step as its
    `hint`, and `TypeError` for a keyword that the question doesn't have.
    """

    def __init__(
        self, database: str | Path | None = None, *, as_of: Date | None = None, lang: str | None = None
    ) -> None:
        """Open a database; `open` says what may be given."""
        self._lang = preferred(lang)
        self._stack = ExitStack()
        self._then: tuple[Path, dt.date] | None = None
        self._closed = False
        self._notes: list[str] = []
        with self._speaking():
            if lang is not None and lang not in LANGUAGES:
                message = _("{option} has no value {value}").format(option="lang", value=lang)
                raise UsageError(message, _("The values are {values}.").format(values=", ".join(LANGUAGES)))
            named = str(database.absolute()) if isinstance(database, Path) else database
            self._session = opened(named or os.environ.get("OCDB_DATABASE_URL"), debug=False)
            if named is not None:
                words("database", named)
            self._prepare(date("as-of", as_of))

    def _prepare(self, as_of: str | None) -> None:
        """See to it that the database can be asked; of a day in the past make the one of what was known then."""
        if as_of is None:
            with reading(self._session, _log.info):
                return
        with reading(self._session, self._notes.append, as_of) as reader:
            if reader.today < today() and isinstance(reader, SqliteReader):
                from ocdb.store.temporary import directory  # noqa: PLC0415  SQLAlchemy, for a day in the past only

                kept = self._stack.enter_context(directory()) / "as-of.sqlite"
                shutil.copyfile(reader.file("pragma_table_list"), kept)
                self._then = kept, reader.today

    jobs = _method(sums.jobs)
    losses = _method(sums.losses)
    delivery = _method(sums.delivery)
    ledger = _method(records.ledger)
    timeline = _method(records.timeline)
    show = _method(records.show)
    search = _method(records.search)
    compare = _method(records.compare)
    conflicts = _method(records.conflicts)
    coverage = _method(records.coverage)
    evidence = _method(records.evidence)
    review = _method(records.review)

    def sql(
        self,
        statement: str,
        parameters: Mapping[str, Any] | None = None,
        /,
        *,
        timeout: float = 30.0,
        memory: int = 256,
        **named: Any,
    ) -> Answer:
        """Run one SELECT of your own, in a process of its own that can do nothing but read.

        Args:
            statement: the SELECT; `views` says what may be asked.
            parameters: the values of its ``:name`` parameters, which may be given as keywords too.
            timeout: seconds until it is stopped.
            memory: megabytes that its answer may take.
            named: further parameters.

        Raises:
            SqlError: the statement is wrong, would do more than read, or took too much.
        """
        from ocdb.store.statements.isolated import Limits, query  # noqa: PLC0415  for statements only

        with self._speaking():
            (text,) = words("statement", statement)
            limits = Limits(_seconds(timeout), whole("memory", memory, 1, 1_000_000) or memory)
            bound = {name: _bindable(name, value) for name, value in {**(parameters or {}), **named}.items()}
            with self._stating() as address:
                rows = query(address, text, bound, limits)
            texts = [tuple(str(one) if isinstance(one, str) else one for one in row) for row in rows.rows]
            return plain(values.of_rows(replace(rows, rows=texts), "" if texts else _("no rows")), self._notes)

    def views(self, view: str | None = None) -> Answer:
        """List the views that SQL may ask, or the columns of one, with what they mean."""
        from ocdb.answers.views import answer  # noqa: PLC0415

        with self._speaking():
            return plain(answer(view))

    def citations(self, answer: "Answer | Names") -> Answer:
        """Give the passages that support or contradict the claims behind an answer, by article and paragraph.

        Args:
            answer: an answer, or slugs of claims and articles.
        """
        with self._speaking():
            return self._asked(lambda reader: passages.citations(reader, _keys(reader, answer)))

    def articles_read(self) -> str:
        """Return in a sentence how many articles all answers rest on."""
        from ocdb.answers.coverage import read_in_all  # noqa: PLC0415

        with self._speaking(), self._reading(_log.info) as reader:
            return as_keywords(read_in_all(reader))

    def cite(self, *names: str, style: str = "text") -> str:
        """Return how to cite claims and articles, or without names the database itself.

        Args:
            names: slugs of claims and articles.
            style: text, bibtex, csl-json or ris.
        """
        from ocdb.answers.citing import cite  # noqa: PLC0415  for citations only
        from ocdb.answers.editions import edition  # noqa: PLC0415
        from ocdb.render.citation import FORMATS, write  # noqa: PLC0415

        with self._speaking():
            if style not in FORMATS:
                message = _("{option} has no value {value}").format(option="style", value=style)
                raise UsageError(message, _("The values are {values}.").format(values=", ".join(FORMATS)))
            with self._reading(_log.info) as reader:
                works = [cite(reader, name) for name in words("name", names)] if names else [edition(reader)]
            return write(works, style, self._lang)

    def close(self) -> None:
        """Close the database; answers stay. It may be closed twice."""
        self._closed = True
        self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def __repr__(self) -> str:
        from ocdb.store.passwords import hidden  # noqa: PLC0415  a URL may have one

        return f"<Database {hidden(self._session.db or 'embedded')}{', closed' if self._closed else ''}>"

    # --- asking -------------------------------------------------------------------------------------------------

    @contextmanager
    def _speaking(self) -> Iterator[None]:
        """Speak the language of this database, and let errors show what to do next in Python's words."""
        try:
            with speaking(self._lang):
                yield
        except OcdbError as error:
            raise explained(error)  # noqa: B904  it is the same error

    @contextmanager
    def _reading(self, say: Callable[[str], None]) -> Iterator[Reader]:
        self._refuse_closed()
        if self._then:
            with closing(SqliteReader(*self._then)) as then:
                yield then
        else:
            with reading(self._session, say) as reader:
                yield reader

    @contextmanager
    def _stating(self) -> Iterator[SqliteReader | str]:
        self._refuse_closed()
        if self._then:
            with closing(SqliteReader(*self._then)) as then:
                yield then
        else:
            with for_statement(self._session, _log.info) as address:
                yield address

    def _refuse_closed(self) -> None:
        if self._closed:
            raise DatabaseError(_("the database is closed"), _("Ask within its block, or open it again."))

    def _asked(self, question: Callable[[Reader], values.Answer]) -> Answer:
        told = [*self._notes]
        with self._reading(told.append) as reader:
            return plain(question(reader), told)

    # Last: below it, `list` would be this method.
    list = _method(records.list_)


def open(  # noqa: A001  as others call it
    database: str | Path | None = None, *, as_of: Date | None = None, lang: str | None = None
) -> Database:
    """Open a database for questions.

    Args:
        database: a file, or the URL of a PostgreSQL server; by default that of OCDB_DATABASE_URL, else the embedded
            one, which is made on first use.
        as_of: what could be known on that day, from the sources published by then: a date as text, a year or a day.
        lang: the language of titles, notes and errors, ``en`` or ``fr``; by default that of the system. Data are the
            same in both.

    Raises:
        DatabaseError: it can't be reached or read.
        UsageError: a date or a language that is none.
    """
    return Database(database, as_of=as_of, lang=lang)


def _keys(reader: Reader, asked: Answer | Names) -> Sequence[str]:
    """Return the slugs of the claims behind an answer, or those of the claims and articles that were named."""
    if isinstance(asked, Answer):
        return asked.claims
    from ocdb.answers.citing import cite  # noqa: PLC0415  for names only

    return [cite(reader, name).id for name in words("claims", asked)]


def _seconds(value: float) -> float:
    """Return a number of seconds that a statement may take."""
    if isinstance(value, int | float) and 0 < value <= LONGEST_SECONDS:
        return value
    message = _("{name}: {value} isn't a number of seconds").format(name="timeout", value=repr(value)[:100])
    raise UsageError(message, _("Write it as in 30 or 0.5, or unset it."))


def _bindable(name: str, value: Any) -> Any:
    """Return the value of a parameter as databases take it: days as text, what other libraries call numbers as such."""
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, dt.date):
        return date(name, value)
    if value is None or isinstance(value, bool | int | float | str | bytes):
        return value
    kind = type(value).__name__
    message = _("the parameter :{name} can't be a {kind}").format(name=name, kind=kind)
    raise UsageError(message, _("Give a text, a number or a date; for several values write several parameters."))
