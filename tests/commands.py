"""Runs the real entry point of ocdb in this process, and loads databases to ask."""

import io
import os
import re
import shlex
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from filelock import FileLock

from ocdb.cli.main import main
from ocdb.load.run import load
from ocdb.opening.reader import open_reader
from ocdb.settings import read_only_uri
from ocdb.store import database as databases
from ocdb.store import migrating
from ocdb.store.reader.rows import Reader
from ocdb.store.reader.server import ServerReader
from ocdb.store.reader.sqlite import SqliteReader, open_sqlite
from ocdb.store.statements import server as on_server
from ocdb.store.statements import sqlite
from ocdb.store.statements.limits import refuse_unfit
from ocdb.words.language import speaking
from tests.travelling import only_five_travel

# Narrows a question to them: the parties and places of the seeds, which are always loaded, grow with each article.
SAID_BY_FIVE = (
    "--source", "ciomag-2020-01-30-vipp-interstis",
    "--source", "liberation-2009-01-21-regionales-tanger",
    "--source", "aujourdhui-2011-webhelp-agadir",
    "--source", "orientalmarocain-2020-07-siccam-oujda",
    "--source", "silicon-2009-centres-rapatries",
)  # fmt: skip
UNSET = (
    "OCDB_DATABASE_URL", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "PGOPTIONS", "PAGER", "OCDB_LANG",
    "LC_ALL", "LC_MESSAGES", "LANG",
)  # fmt: skip
# Names the directory that the workers of a run share; conftest.py sets it.
SHARED = "OCDB_TESTS_SHARED"
RULE = "\N{BOX DRAWINGS LIGHT HORIZONTAL}"
# Lines that a question always has beside its answer: whom an operator takes in, how much of a country was read; with
# --limit how much is shown.
BESIDE = re.compile(
    r"Showing [\d,]+ of [\d,]+; see --limit|"
    r"[^:]+: (alone;|with |without |nobody has searched|no search for |only what is said |.*\barticles? .*\bbeen read)"
)
# A directory that is removed with the process.
_WORK = tempfile.TemporaryDirectory(prefix="ocdb-tests-", ignore_cleanup_errors=True)


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def table(self) -> list[str]:
        """The lines of a table as people see it, without the rules below headers."""
        return [line for line in self.lines if not line or line.strip(RULE)]

    @property
    def rows(self) -> list[list[str]]:
        """The rows of TSV, without the header."""
        return [line.split("\t") for line in self.lines[1:]]

    @property
    def complaints(self) -> str:
        """Standard error without the lines that say whom an operator takes in, and how much of a country was read."""
        return "".join(line for line in self.err.splitlines(keepends=True) if not BESIDE.match(line))


class Stream(io.TextIOWrapper):
    """Standard output or input, on a terminal or not."""

    def __init__(self, given: str = "", *, terminal: bool = False, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(given.encode()), encoding=encoding, newline="")
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def text(self) -> str:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode(self.encoding)


@cache
def recorded() -> Path:
    """Return a database of the record that tests ask, which is what travels with ocdb for them; they only read it."""
    return _shared("recorded")


@cache
def five_articles() -> Path:
    """Return a database of the five articles, made as if no others travelled with ocdb; tests only read it."""
    with only_five_travel():
        return _shared("five")


def _shared(name: str) -> Path:
    """Return a database of what travels with ocdb; the first of the workers of a run makes it."""
    home = os.environ.get(SHARED)
    if not home:
        return loaded(name=name)
    path = Path(home) / f"{name}.sqlite"
    with FileLock(path.with_suffix(".lock")):
        if not path.exists():
            shutil.copy(loaded(name=name), path)
    return path


@cache
def empty() -> Path:
    """Return a database with tables and views and no rows, to be copied: making them is half of a small load."""
    path = Path(tempfile.mkdtemp(dir=_WORK.name)) / "empty.sqlite"
    databases.connect(f"sqlite:///{path}", migrating.create)
    return path


def fresh(folder: Path) -> Path:
    """Return a new database in a folder, with tables and views and no rows."""
    return Path(shutil.copy(empty(), folder / "ocdb.sqlite"))


def loaded(*files: Path, name: str = "recorded") -> Path:
    """Return a new database of some fixtures; without any, of those that travel with ocdb."""
    path = Path(shutil.copy(empty(), Path(tempfile.mkdtemp(dir=_WORK.name)) / f"{name}.sqlite"))
    databases.connect(f"sqlite:///{path}", lambda connection: load(connection, files))
    return path


def loaded_text(*texts: str) -> Path:
    """Return a new database of fixtures given as YAML, each text a file."""
    directory = Path(tempfile.mkdtemp(dir=_WORK.name))
    for number, text in enumerate(texts, 1):
        (directory / f"own-{number}.yaml").write_text(text, "utf-8")
    return loaded(directory, name="own")


def ocdb(
    *arguments: str | Path,
    database: Path | str | None = None,
    given: str | None = None,
    columns: int | None = None,
    env: Mapping[str, str] | None = None,
    encoding: str = "utf-8",
) -> Answer:
    """Run a command on a database: by default that of the five articles, with "" the one that the environment names.

    Args:
        arguments: of the command line, without the program.
        database: the value of --db.
        given: standard input; without it a terminal at which nobody types.
        columns: of a terminal; by default a pipe.
        env: variables beside those of the tests.
        encoding: of standard output and standard error.
    """
    chosen = five_articles() if database is None else database
    return _answered(arguments, chosen, given, columns, env, encoding)


def _answered(
    arguments: Sequence[str | Path],
    chosen: Path | str,
    given: str | None,
    columns: int | None,
    env: Mapping[str, str] | None,
    encoding: str,
) -> Answer:
    argv = ["ocdb", *(["--db", str(chosen)] if chosen else []), *map(str, arguments)]
    variables = {"XDG_DATA_HOME": str(Path(_WORK.name) / "nobody"), "TERM": "xterm", "PAGER": "cat"}
    variables |= {"COLUMNS": str(columns), "NO_COLOR": "1"} if columns else {}
    out, err = Stream(terminal=bool(columns), encoding=encoding), Stream(encoding=encoding)
    with ExitStack() as stack:
        stack.enter_context(patch.dict(os.environ, variables | dict(env or {})))
        for variable in set(UNSET) - set(variables) - set(env or {}):
            os.environ.pop(variable, None)
        stack.enter_context(patch.object(sys, "argv", argv))
        stack.enter_context(patch.object(sys, "stdin", Stream(given or "", terminal=given is None)))
        stack.enter_context(redirect_stdout(out))
        stack.enter_context(redirect_stderr(err))
        stack.enter_context(patch("ocdb.store.reader.sqlite.open_sqlite", _open))
        stack.enter_context(speaking("en"))  # what the command speaks isn't what the next test speaks
        code = _exit_code()
    return Answer(code, out.text(), err.text())


class _Kept(sqlite3.Connection):
    """A connection that the next question uses again: to read all views costs a third of a question."""

    def close(self) -> None:
        """Leave it open."""
        self.rollback()


@lru_cache(maxsize=4)
def _kept(path: Path, _inode: int, _changed: int) -> _Kept:
    return sqlite3.connect(read_only_uri(path), uri=True, isolation_level=None, factory=_Kept)


def _open(path: Path) -> sqlite3.Connection:
    """Open an SQLite file as ocdb does, or one that tests only read once for all questions."""
    if not any(map(path.is_relative_to, filter(None, (_WORK.name, os.environ.get(SHARED))))) or not path.is_file():
        return open_sqlite(path)
    seen = path.stat()
    return _kept(path, seen.st_ino, seen.st_mtime_ns)


def forked(
    *arguments: str | Path,
    database: Path | str,
    stdout: int | None = None,
    first: Callable[[], None] = lambda: None,
) -> Answer:
    """Run a command in a copy of this process: with the system's own files, but without the start of a process.

    No SQLite file that it uses may be open here: a copy of a connection takes our locks for those of another.

    Args:
        arguments: of the command line, without the program.
        database: the value of --db.
        stdout: a file of the system; by default what is printed is in the answer.
        first: is called in the copy before the command.
    """
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = os.fork()
        if not process:
            code = 99  # of an exception that nobody awaits
            try:
                os.dup2(out.fileno() if stdout is None else stdout, 1)
                os.dup2(err.fileno(), 2)
                sys.argv = ["ocdb", "--db", str(database), *map(str, arguments)]
                sys.stdout, sys.stderr = open(1, "w"), open(2, "w", buffering=1)  # noqa: SIM115
                first()
                code = _exit_code()
                sys.stdout.flush()
            finally:
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        for file in (out, err):
            file.seek(0)
        return Answer(code, out.read(), err.read())


def _exit_code() -> int:
    try:
        main()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return 0


def same_on_both(
    ours: Path,
    theirs: str,
    *questions: str,
    views: Sequence[str] = (),
    env: Mapping[str, str] | None = None,
) -> None:
    """Ask questions, each a command line, of two databases: the answers must be the same to the byte, and the views."""
    for question in questions:
        one, other = (ocdb(*shlex.split(question), database=database, env=env) for database in (ours, theirs))
        assert other == one, question
        assert one.code == 0, (question, one.err)
    with closing(open_reader(f"sqlite:///{ours}")) as reader, closing(open_reader(theirs)) as server:
        for view in views:
            sql = f"SELECT * FROM {view}"
            assert sorted(map(repr, server.rows(sql).rows)) == sorted(map(repr, reader.rows(sql).rows)), view


def asked(
    reader: Reader, sql: str, parameters: Mapping[str, Any] | None = None, seconds: float = 10, megabytes: int = 256
) -> list[tuple[Any, ...]]:
    """Return the rows of a user's own statement, which is asked in this process: with the guards, without the child."""
    refuse_unfit(sql, parameters or {})
    if isinstance(reader, SqliteReader):
        answer = sqlite.answer(read_only_uri(reader.path), sql, parameters or {}, seconds, megabytes)
    else:
        assert isinstance(reader, ServerReader)
        answer = on_server.answer(reader.connection, sql, parameters or {}, seconds, megabytes)
    return list(answer)[1:]


def listed(*arguments: str, database: Path | str | None = None) -> list[str]:
    """Return the slugs that `ocdb list` or `ocdb timeline` prints; it must succeed in silence."""
    answer = ocdb(*arguments, "--columns", "id", database=database)
    assert (answer.code, answer.complaints) == (0, "")
    return answer.lines[1:]


def flat(rows: Sequence[Mapping[str, Any]], *names: str) -> Iterator[tuple[Any, ...]]:
    """Return some fields of each record."""
    return (tuple(row[name] for name in names) for row in rows)
