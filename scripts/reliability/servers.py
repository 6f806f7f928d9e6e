"""What may happen to a PostgreSQL server itself: its disk fills up, it is killed. Each has a server of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from ocdb.errors import DatabaseError
from scripts.postgresql import own_server
from scripts.reliability.results import Broken, Result
from scripts.reliability.state import NOTHING, digest
from scripts.reliability.trouble import PROGRAM, Told, Trying, World, fill, general, ocdb, told, world
from scripts.reliability.world import Place, administer

MEGABYTE = 2**20
# A new server takes about 60 MB, the rest is for its log of changes and for what is loaded.
DISK = 160 * MEGABYTE
ROOM = (0, 64 * 1024, MEGABYTE // 4, MEGABYTE // 2, MEGABYTE, 2 * MEGABYTE, 4 * MEGABYTE, 8 * MEGABYTE)
# What a load does on the server takes about half a second.
LONGEST = 0.6
# Until a server that was killed answers again.
PATIENCE = 60.0


@contextmanager
def _serving(place: Place, data: Path) -> Iterator[tuple[Any, Place]]:
    """Give a server of our own and a place on it, for as long as the block lasts."""
    own, numbers = own_server(data), iter(range(10**6))

    def database() -> str:
        name = f"world_{next(numbers)}"
        administer(f"CREATE DATABASE {name} TEMPLATE template0", own.get_uri(driver="psycopg"))
        return str(own.get_uri(database=name, driver="psycopg"))

    try:
        yield own, Place(place.engine, place.work, database)
    finally:
        own.stop()


def full_disk(place: Place, count: int) -> Result:
    """Load into an empty database and into one with data while the server's disk has only so much room left."""
    result = Result("a load while the server's disk is full", place.engine, "--only full-server")
    trying, disk = Trying(result), place.work / "server-disk"
    disk.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "none", str(disk)]
    if subprocess.run(mounted, capture_output=True, check=False).returncode:
        result.notes.append("a small disk couldn't be mounted here")
        return result
    try:
        with _serving(place, disk / "data") as (own, there):
            full = world(there)
            for left in (ROOM * (1 + count // len(ROOM)))[:count]:
                empty = World(there.new(), full.directories, NOTHING)
                _try_full(trying, empty, disk, left, own, "the first load")
                _try_full(trying, full, disk, left, own, "a further load")
                administer(f"DROP DATABASE {make_url(empty.url).database}", own.get_uri(driver="psycopg"))
    finally:
        subprocess.run(["umount", str(disk)], check=False)
    return result


def _try_full(trying: Trying, there: World, disk: Path, left: int, own: Any, what: str) -> None:
    with trying.attempt(f"{what}, {left} bytes left"):
        fill(disk, left)
        try:
            answer = ocdb(*there.load(1))
            outcome = general(told(answer, 3)) if answer.code else "there was room enough"
        finally:
            (disk / "filler").unlink()
        _up_again(own)
        if (digest(there.url) == there.old) != bool(answer.code):
            raise Broken(f"code {answer.code}, and the database is not as that says")
        trying.came(f"{what}: {outcome}")
    with trying.attempt(f"{what} with room again"):
        for state in (1, 0):
            if (again := ocdb(*there.load(state))).code:
                raise Broken(f"the next run failed: {again.err}")


def killed(place: Place, count: int, seed: int) -> Result:
    """Kill a server with all its processes at random moments of a load, and start it again."""
    result = Result("a server, killed in the middle of a load", place.engine, f"--only kill-server --count {count}")
    trying, random = Trying(result), Random(seed)  # noqa: S311  moments, not secrets
    data = place.work / "killed-server"
    with _serving(place, data) as (own, here):
        there = world(here)
        states = {there.old: "old state", _after(there): "new state"}
        while result.times < count:
            with trying.attempt("killed"):
                came = _kill_in_a_load(there, own, random.uniform(0, LONGEST))
                found = states.get(digest(there.url))
                if not found:
                    raise Broken("neither the old state nor the new one")
                trying.came(f"{found}: {came}")
            with trying.attempt("the next run"):
                there.recovers()
    return result


def _after(there: World) -> str:
    ocdb(*there.load(1))
    new = digest(there.url)
    there.recovers()
    return new


def _kill_in_a_load(there: World, own: Any, seconds: float) -> str:
    """Begin a load, kill the server some time after it has a connection, start it again; return what the load told."""
    command = [sys.executable, "-c", PROGRAM, *there.load(1)]
    load = subprocess.Popen(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    connected = f"SELECT 1 FROM pg_stat_activity WHERE datname = '{make_url(there.url).database}'"
    while load.poll() is None and not administer(connected, own.get_uri(driver="psycopg")):
        time.sleep(0.01)
    time.sleep(seconds)
    server = own.get_postmaster_info().process
    for process in (server, *server.children(recursive=True)):
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)
    _, err = load.communicate(timeout=300)
    _up_again(own)
    if not load.returncode:
        return "the load had ended"
    return general(told(Told(load.returncode, "", err), DatabaseError.exit_code))


def _up_again(own: Any) -> None:
    """Wait until a server answers; start it again if it went down."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            administer("SELECT 1", own.get_uri(driver="psycopg"))
        except DBAPIError:  # down, or it reads its log of changes
            if time.monotonic() > until:
                raise
            _start_again(own)
            time.sleep(0.1)
        else:
            return


def _start_again(own: Any) -> None:
    """Start a server that went down. What it left tells the number of a process that nobody has waited for yet."""
    info = own.get_postmaster_info()
    if info.process.is_running() and info.process.status() != "zombie":
        return
    for left in (own.pgdata / "postmaster.pid", *Path(info.socket_dir).glob(".s.PGSQL.*.lock")):
        left.unlink(missing_ok=True)
    with suppress(subprocess.SubprocessError):
        own.ensure_postgres_running()
