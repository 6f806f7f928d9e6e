"""A small world in two states, and the places where it is tried: files of SQLite, databases of a PostgreSQL server."""

import os
import tempfile
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from ocdb import settings
from ocdb.settings import resource
from scripts import postgresql

ROOT = Path(__file__).resolve().parent.parent.parent
ENGINES = ("SQLite", "PostgreSQL")
# Of a site, and of the pledge that goes with it: a total must always be so many times the sites.
JOBS = 10
SITES = (16, 24)

HEAD = """\
source: {{id: world, publisher: World, title: "State {state}", language: en, published: 2020-05}}
operators:
- {{id: world-operator, name: World Operator, note: "{state}"}}
"""
SITE = (
    "- {{id: world-site-{n}, cite: 1, operator: world-operator, at: TG, status: open, address: Street {n} {state}}}\n"
)
PLEDGE = (
    "- {{id: world-2020-{n}, cite: 1, operators: world-operator, at: TG, site: world-site-{n}, figure: {jobs},"
    " measure: jobs, reading: additional, basis: operator, announced: 2020-05, due: 2021}}\n"
)


def fixtures(directory: Path, state: int) -> Path:
    """Write the fixtures of a state, 0 or 1, into a directory; return it."""
    directory.mkdir(parents=True, exist_ok=True)
    numbers = range(1, SITES[state] + 1)
    text = HEAD.format(state=state)
    text += "sites:\n" + "".join(SITE.format(n=n, state=state) for n in numbers)
    text += "pledges:\n" + "".join(PLEDGE.format(n=n, jobs=JOBS) for n in numbers)
    (directory / "world.yaml").write_text(text, "utf-8")
    return directory


def checkout(directory: Path, state: int) -> Path:
    """Make a checkout of ocdb that has only the fixtures of a state; return it. Its code is ours, by links."""
    directory.mkdir(parents=True)
    for name in ("ocdb", "migrations", "seeds"):
        (directory / name).symlink_to(resource(name) if name != "ocdb" else ROOT / "ocdb")
    fixtures(directory / "fixtures", state)
    return directory


def live_in(there: Path) -> None:
    """Let this process take a checkout for its own."""
    settings._PACKAGE = there / "ocdb"  # noqa: SLF001  what an installed ocdb would find out by itself


_NUMBERS = count(1)


class Place:
    """Where databases are made for a scenario, on one engine."""

    def __init__(self, engine: str, work: Path, database: Callable[[], str] | None = None) -> None:
        """Make databases by a function, or by default by files, and on a server of our own."""
        self.engine = engine
        self.work = work
        self.database = database

    def new(self) -> str:
        """Return the URL of a new database; on SQLite of a file that isn't there yet."""
        if self.database:
            return self.database()
        if self.engine == "SQLite":
            home = Path(tempfile.mkdtemp(dir=self.work))
            return f"sqlite:///{home / 'world.sqlite'}"
        name = f"world_{os.getpid()}_{next(_NUMBERS)}"
        administer(f"CREATE DATABASE {name} TEMPLATE template0")
        return str(server()(name))


@cache
def server() -> Callable[[str], str]:
    """Return a function from the name of a database to its URL, on OCDB_TEST_URL or on a server that this starts."""
    if postgresql.given():
        return lambda name: str(postgresql.given(name))
    own = _started()
    return lambda name: str(own.get_uri(database=name, driver="psycopg"))


def _started() -> Any:
    home = tempfile.TemporaryDirectory(prefix="ocdb-reliability-", ignore_cleanup_errors=True)
    _KEPT.append(home)
    own = postgresql.own_server(Path(home.name) / "data")
    _STOPS.append(own.stop)
    return own


_KEPT: list[Any] = []
_STOPS: list[Callable[[], None]] = []


def stop() -> None:
    """Stop the server, if one was started here."""
    while _STOPS:
        _STOPS.pop()()
    while _KEPT:
        _KEPT.pop().cleanup()
    server.cache_clear()


def administer(sql: str, url: str = "") -> list[tuple[Any, ...]]:
    """Return the rows of a statement that is run as the server's owner, by default outside of any database of ours."""
    return postgresql.administer(url or server()("postgres"), sql)


def path_of(url: str) -> Path:
    """Return the file of an SQLite URL."""
    return Path(url.removeprefix("sqlite:///"))
