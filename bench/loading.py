"""What loads and checks cost, and what merely reading or merely writing the same costs."""

import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.asking import Costs, told
from bench.databases import world
from bench.grown import tables
from bench.measure import Command, FailedError, run
from bench.programs import OCDB
from ocdb.store.searching import is_part

if TYPE_CHECKING:
    from bench.server import Server

# Python is told what to do in a line: its own start and imports count, as they do for ocdb.
READ_YAML = (
    "import sys, yaml, pathlib;"
    "[yaml.load(path.open(), yaml.CSafeLoader) for path in pathlib.Path(sys.argv[1]).rglob('*.yaml')]"
)
READ_JSON = "import sys, json; [json.loads(line) for line in open(sys.argv[1])]"


def once(name: str, *arguments: str, seconds: float, cache: Path | None = None) -> Costs:
    """Return what one run of a command costs, or what went wrong.

    Args:
        name: of the program.
        arguments: the command.
        seconds: what it may take.
        cache: the user's cache directory, in which checks and loads remember files; by default that of the user.
    """
    variables = {"XDG_CACHE_HOME": str(cache.resolve())} if cache else {}
    try:
        return told({name: run(Command(name, arguments, variables), seconds)[0]})
    except FailedError as error:
        return {name: str(error)}


def files(work: Path, seconds: float, claims: int) -> Iterator[tuple[str, Costs]]:
    """Yield what it costs to load YAML files: first, again, with one changed; to check them so; to read them only.

    The names say how many files they are.
    """
    fixtures, target, cache = world(work, claims, "yaml"), work / "files.sqlite", work / "cache"
    target.unlink(missing_ok=True)
    shutil.rmtree(cache, ignore_errors=True)
    number = f"{sum(1 for _file in fixtures.rglob('*.yaml')):,} YAML files"
    only_read = once("CSafeLoader", sys.executable, "-c", READ_YAML, str(fixtures), seconds=seconds)
    for name, command in (
        ("load", (OCDB, "--db", str(target), "load", str(fixtures))),
        ("check", (OCDB, "check", str(fixtures))),
    ):
        costs = once("ocdb", *command, seconds=seconds, cache=cache)
        yield f"{name}, {number}", costs | (only_read if name == "load" else {})
        yield f"re{name}, nothing changed, {number}", once("ocdb", *command, seconds=seconds, cache=cache)
        with one_changed(fixtures):
            yield f"re{name}, one file changed, {number}", once("ocdb", *command, seconds=seconds, cache=cache)


@contextmanager
def one_changed(fixtures: Path) -> Iterator[None]:
    """Let one file of some fixtures name another language meanwhile, which changes a row.

    Raises:
        LookupError: none is in French.
    """
    for file in sorted(fixtures.rglob("*.yaml")):
        before = file.read_text(encoding="utf-8")
        if (after := before.replace("language: fr", "language: en", 1)) != before:
            file.write_text(after, encoding="utf-8")
            try:
                yield
            finally:
                file.write_text(before, encoding="utf-8")
            return
    raise LookupError(fixtures)


def lines(work: Path, size: int, seconds: float) -> Iterator[tuple[str, Costs]]:
    """Yield what it costs to load and check a world of JSON lines, and to write the same rows with executemany."""
    source, target = world(work, size, "jsonl"), work / f"lines-{size}.sqlite"
    target.unlink(missing_ok=True)
    costs = once("ocdb", OCDB, "--db", str(target), "load", str(source), seconds=seconds)
    if target.exists():
        costs |= {"executemany": rewritten(target, work / "rewritten.sqlite")}
    costs |= once("json.loads", sys.executable, "-c", READ_JSON, str(source), seconds=seconds)
    yield f"load, {size} claims as JSON lines", costs
    yield f"check, {size} claims as JSON lines", once("ocdb", OCDB, "check", str(source), seconds=seconds)


def rewritten(source: Path, target: Path) -> dict[str, float]:
    """Return what it costs to write all rows of a database into a new one with the same tables and indexes."""
    target.unlink(missing_ok=True)
    processor = elapsed = 0.0
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        made = "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
        for name, sql in old.execute(made):
            if not is_part(name):
                new.execute(sql)
        for table in tables(old):
            found = old.execute(f'SELECT * FROM "{table}"')
            places = ", ".join("?" * len(found.description))
            while rows := found.fetchmany(50_000):
                start, clock = time.process_time(), time.perf_counter()
                new.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)
                processor, elapsed = processor + time.process_time() - start, elapsed + time.perf_counter() - clock
        start, clock = time.process_time(), time.perf_counter()
        new.commit()
        processor, elapsed = processor + time.process_time() - start, elapsed + time.perf_counter() - clock
    target.unlink()
    return {"processor": processor, "elapsed": elapsed, "memory": 0.0}


def on_server(server: "Server", source: Path, seconds: float, filled: Path) -> Costs:
    """Return what it costs to load JSON lines into a new database of a server, and to COPY the same rows there.

    Args:
        server: the server.
        source: the JSON lines.
        seconds: what the load may take.
        filled: an SQLite database that was loaded from them; where it isn't there nothing is copied.
    """
    from bench.server import copy  # noqa: PLC0415  its driver, for this alone

    server.drop("loaded")
    costs: dict[str, Any] = once("ocdb", OCDB, "--db", server.url("loaded"), "load", str(source), seconds=seconds)
    server.drop("loaded")
    if not filled.exists():
        return costs
    url = server.url("loaded")
    subprocess.run([OCDB, "--db", url, "db", "upgrade"], check=True, stdout=sys.stderr)
    taken = copy(filled, url)
    server.drop("loaded")
    return costs | {"COPY": {"processor": 0.0, "elapsed": taken, "memory": 0.0}}
