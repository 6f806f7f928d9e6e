"""What the machine around a database may do: no room, no right to write, locks of others, a cut connection, damage.

Each is tried with the real command. It must end with its exit code and a line that says what to do, never with a
traceback; the database stays as it was, and once the trouble is over the next run succeeds.
"""

import ctypes
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sqlalchemy import make_url

from ocdb.load.run import load
from ocdb.store import replacing
from scripts.reliability.results import Broken, Result
from scripts.reliability.state import NOTHING, digest, settled
from scripts.reliability.world import Place, administer, checkout, fixtures, path_of

# prctl's request, and the capability by which root writes wherever it wants.
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1
# A question that takes seconds.
LONG = ", ".join(f"v_claims AS claims_{letter}" for letter in "abcde")
PROGRAM = "from ocdb.cli.main import main; main()"


@dataclass(frozen=True)
class Told:
    """What a command came to."""

    code: int
    out: str
    err: str


def ocdb(*arguments: str, environment: dict[str, str] | None = None, before: Callable[[], None] | None = None) -> Told:
    """Run the real command; `before` is called in its process."""
    found = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        env=os.environ | (environment or {}),
        capture_output=True,
        text=True,
        check=False,
        errors="backslashreplace",
        preexec_fn=before,
        cwd="/",  # where there is no ocdb: the one of PYTHONPATH is run, else the installed one
        timeout=300,
    )
    return Told(found.returncode, found.stdout, found.stderr)


def told(answer: Told, code: int, *, step: str = "") -> str:
    """Return the first line of an error that is told as errors should be.

    Raises:
        Broken: it is another, a traceback, or there is no next step.
    """
    lines = [line for line in answer.err.splitlines() if not line.startswith("making the database")]
    clear = "Traceback" not in answer.err and len(lines) > 1 and lines[0].startswith("ocdb: ")
    if answer.code != code or not clear or step not in lines[-1]:
        raise Broken(f"code {answer.code} for {code}: {answer.err.strip()[-400:]}")
    return lines[0].removeprefix("ocdb: ")


def general(line: str) -> str:
    """Return an error's line without what differs from run to run."""
    return re.sub(r"(?<!\w)(/[\w.~-]+)+|base/\d+/\d+", "FILE", line)


class Trying:
    """Counts what comes out of attempts; one that fails is a fault, and the next is made."""

    def __init__(self, result: Result) -> None:
        self.result = result

    @contextmanager
    def attempt(self, name: str) -> Iterator[None]:
        """Try something; it tells its outcome by `came`."""
        try:
            yield
        except Exception as error:  # noqa: BLE001  counted, and told at the end
            self.result.fault(name, error)
            self.came("FAULT")

    def came(self, outcome: str) -> None:
        """Count an outcome."""
        self.result.outcomes[outcome] += 1


@dataclass
class World:
    """A database in the first state, and what leads it to the second."""

    url: str
    directories: list[Path]
    old: str

    def load(self, state: int = 1) -> list[str]:
        """Return the arguments of a load of a state."""
        return ["--db", self.url, "load", str(self.directories[state]), "--prune"]

    def is_old(self) -> None:
        """Raise an error where anything changed."""
        if digest(self.url) != self.old:
            raise Broken("the database isn't as it was")

    def recovers(self) -> None:
        """Raise an error where the next load fails; leave the first state."""
        for state in (1, 0):
            answer = ocdb(*self.load(state))
            if answer.code:
                raise Broken(f"the next run failed: {answer.err}")
        self.is_old()


def world(place: Place) -> World:
    """Make a database in the first state."""
    url = place.new()
    directories = [fixtures(place.work / f"trouble-{place.engine}-{state}", state) for state in (0, 1)]
    replacing.change(url, lambda one: load(one, [directories[0]]))
    return World(url, directories, digest(url))


# --- no room --------------------------------------------------------------------------------------------------------


def full_disk(place: Place, count: int) -> Result:
    """Load and build where files may only grow to some size, and on a disk that is full."""
    result = Result("a load and a first-use build without room", place.engine, "--only full-disk")
    trying, there = Trying(result), world(place)
    path = path_of(there.url)
    size = path.stat().st_size
    for share in [number / count for number in range(count)]:
        limit = int(size * share)

        def cramp(limit: int = limit) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        with trying.attempt(f"load, files of up to {limit} bytes"):
            line = told(ocdb(*there.load(), before=cramp), 3)
            there.is_old()
            trying.came(f"load, file-size limit: {general(line)}")
    with trying.attempt("load again with room"):
        there.recovers()
    _on_a_small_disk(place, trying, size)
    return result


def _on_a_small_disk(place: Place, trying: Trying, size: int) -> None:
    """Fill a file system in memory, so far as it may be mounted here."""
    disk = place.work / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size * 3}", "none", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        trying.result.notes.append("a small disk couldn't be mounted here")
        return
    there = checkout(place.work / "disk-checkout", 1)
    asked = {"XDG_DATA_HOME": str(disk), "PYTHONPATH": str(there)}
    try:
        for left in (0, size // 4, size // 2, size * 3 // 4):
            with trying.attempt(f"first use with {left} bytes left"):
                fill(disk, left)
                line = told(ocdb("list", "sites", environment=asked), 3)
                trying.came(f"first use, full disk: {general(line)}")
                (disk / "filler").unlink()
        with trying.attempt("first use with room again"):
            if ocdb("list", "sites", environment=asked).code:
                raise Broken("the first use failed with room")
        with trying.attempt("former data on a full disk"):
            (there / "fixtures" / "world.yaml").touch()
            fill(disk, size // 4)
            answer = ocdb("list", "sites", environment=asked)
            if answer.code or "former data" not in answer.err:
                raise Broken(f"no former data: {answer}")
            trying.came("newer data, full disk: answered from the former data, with a warning")
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def fill(disk: Path, left: int) -> None:
    """Fill a disk but for so many bytes."""
    room = os.statvfs(disk)
    with suppress(OSError), (disk / "filler").open("wb") as file:
        file.write(b"\0" * max(0, room.f_bavail * room.f_frsize - left))


# --- no right to write ----------------------------------------------------------------------------------------------


def read_only(place: Place, _count: int) -> Result:
    """Load, build and ask where nothing may be written: on a file system that is read-only, and as another user."""
    result = Result("a read-only directory", place.engine, "--only read-only")
    trying, there = Trying(result), world(place)
    folder = path_of(there.url).parent
    checked_out = checkout(place.work / "read-only-checkout", 1)
    with _mounted_read_only(folder) as refused:
        if refused:
            result.notes.append(f"no read-only mount here: {refused}")
        else:
            _try_read_only(trying, there, checked_out, None, "read-only file system")
    folder.chmod(0o555)
    _try_read_only(trying, there, checked_out, _bind_by_permissions, "directory without the right to write")
    folder.chmod(0o755)
    with trying.attempt("writable again"):
        there.recovers()
    return result


def _try_read_only(
    trying: Trying, there: World, checked_out: Path, before: Callable[[], None] | None, where: str
) -> None:
    with trying.attempt(f"question, {where}"):
        if ocdb("--db", there.url, "list", "sites", before=before).code:
            raise Broken("a question needs no right to write")
        trying.came(f"question, {where}: answered")
    for name, arguments in (("load", there.load()), ("upgrade", ["--db", there.url, "db", "upgrade"])):
        with trying.attempt(f"{name}, {where}"):
            line = told(ocdb(*arguments, before=before), 3)
            there.is_old()
            trying.came(f"{name}, {where}: {general(line)}")
    with trying.attempt(f"first use, {where}"):
        home = {"XDG_DATA_HOME": str(path_of(there.url).parent), "PYTHONPATH": str(checked_out)}
        line = told(ocdb("list", "sites", environment=home, before=before), 3)
        trying.came(f"first use, {where}: {general(line)}")


@contextmanager
def _mounted_read_only(folder: Path) -> Iterator[str]:
    """Mount a directory onto itself, read-only; yield why that can't be done, or nothing."""
    bound = subprocess.run(["mount", "--bind", folder, folder], capture_output=True, text=True, check=False)
    if bound.returncode:
        yield bound.stderr.strip()
        return
    try:
        again = ["mount", "-o", "remount,ro,bind", str(folder)]
        yield subprocess.run(again, capture_output=True, text=True, check=False).stderr.strip()
    finally:
        subprocess.run(["umount", folder], check=False)


def _bind_by_permissions() -> None:
    """Let permissions bind this process, and what it starts, also where it is root's."""
    if os.getuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


# --- locks of others ------------------------------------------------------------------------------------------------


def locked(place: Place, _count: int) -> Result:
    """Load and ask while another program holds the database, for longer and for shorter than ocdb waits."""
    result = Result("a database locked by another program", place.engine, "--only locked")
    trying, there = Trying(result), world(place)
    kinds = ("IMMEDIATE", "EXCLUSIVE") if place.engine == "SQLite" else ("ACCESS SHARE", "ACCESS EXCLUSIVE")
    for kind in kinds:
        for patience, held, wanted in ((1.0, 30.0, 3), (30.0, 3.0, 0)):
            with trying.attempt(f"load, {kind} held for {held:g} s"), _held(there, kind, held) as _:
                patient = {"OCDB_LOCK_TIMEOUT": str(patience)}
                answer = ocdb(*there.load(), environment=patient)
                if wanted and kind != "ACCESS SHARE":
                    trying.came(f"load, held for longer than its patience: {general(told(answer, wanted))}")
                elif answer.code:
                    raise Broken(f"code {answer.code}: {answer.err}")
                else:
                    trying.came("load, held for shorter: done" if held < patience else "load beside a reader: done")
            with trying.attempt("set right"):
                ocdb(*there.load(0))
                there.is_old()
    for kind in kinds:
        with trying.attempt(f"question beside {kind}"), _held(there, kind, 3.0):
            answer = ocdb("--db", there.url, "list", "sites")
            if answer.code:
                raise Broken(f"code {answer.code}: {answer.err}")
            trying.came("question, held for shorter than its patience: answered")
    with trying.attempt("question beside a lock for long"), _held(there, kinds[1], 60.0):
        line = told(ocdb("--db", there.url, "list", "sites", environment={"OCDB_STATEMENT_TIMEOUT": "5"}), 3)
        trying.came(f"question, held for longer: {general(line)}")
    return result


@contextmanager
def _held(there: World, kind: str, seconds: float) -> Iterator[None]:
    """Hold a lock in another process for some time, or until the block ends."""
    number = os.fork()
    if not number:
        _hold(there.url, kind, seconds)
        os._exit(0)
    time.sleep(0.5)
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)


def _hold(url: str, kind: str, seconds: float) -> None:
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(path_of(url), isolation_level=None)) as connection:
            connection.execute(f"BEGIN {kind}")
            time.sleep(seconds)
        return
    import psycopg  # noqa: PLC0415  for servers only

    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        connection.execute(f"LOCK TABLE claim, stamp IN {kind} MODE")
        time.sleep(seconds)


# --- a connection that is cut ---------------------------------------------------------------------------------------


def cut(place: Place, count: int) -> Result:
    """Let the server end the connection in the middle of loads and of questions, at random moments."""
    result = Result("a connection that the server cuts", place.engine, f"--only cut --count {count}")
    trying, there, random = Trying(result), world(place), Random(1)  # noqa: S311  moments, not secrets
    directories = there.directories
    new = _digest_after(there)
    question = ["--db", there.url, "sql", f"SELECT count(*) FROM {LONG}", "--timeout", "60"]
    for number in range(count):
        name, arguments = ("load", there.load()) if number % 2 else ("question", question)
        with trying.attempt(name), _cutting(there.url, random.uniform(0.0, 0.8)) as cuts:
            answer = ocdb(*arguments)
            if not cuts:
                trying.came(f"{name}: ended before")
            elif answer.code:
                trying.came(f"{name}: {general(told(answer, 3))}")
            else:
                trying.came(f"{name}: cut, and done all the same")
        with trying.attempt(f"after {name}"):
            if settled(there.url) not in {there.old, new}:
                raise Broken("neither the old state nor the new one")
            replacing.change(there.url, lambda one: load(one, [directories[0]], prune=True))
            there.is_old()
    return result


def _digest_after(there: World) -> str:
    replacing.change(there.url, lambda one: load(one, [there.directories[1]], prune=True))
    new = digest(there.url)
    replacing.change(there.url, lambda one: load(one, [there.directories[0]], prune=True))
    return new


@contextmanager
def _cutting(url: str, seconds: float) -> Iterator[list[int]]:
    """End the connections to a database, once, some time after there is one; yield what tells how many."""
    name, over = make_url(url).database, threading.Event()
    cuts: list[int] = []
    busy = f"FROM pg_stat_activity WHERE datname = '{name}'"

    def work() -> None:
        while not over.is_set() and not administer(f"SELECT 1 {busy}"):
            time.sleep(0.01)
        time.sleep(seconds)
        if not over.is_set():
            cuts.extend(row[0] for row in administer(f"SELECT count(pg_terminate_backend(pid)) {busy}") if row[0])

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield cuts
    finally:
        over.set()
        thread.join()


# --- damage ---------------------------------------------------------------------------------------------------------


def damaged(place: Place, count: int) -> Result:
    """Ask, load into and rebuild files of which bytes were flipped, or the end was cut off."""
    result = Result("a damaged file", place.engine, f"--only damaged --count {count}")
    trying, random = Trying(result), Random(1)  # noqa: S311  damage, not secrets
    there = checkout(place.work / "damaged-checkout", 1)
    home = place.work / "damaged"
    asked = {"XDG_DATA_HOME": str(home), "PYTHONPATH": str(there)}
    path = home / "ocdb" / "ocdb.sqlite"
    if ocdb("list", "sites", environment=asked).code:
        raise Broken("the embedded database can't be made")
    whole, sound = path.read_bytes(), digest(f"sqlite:///{path}")
    for _ in range(count):
        with trying.attempt("damaged"):
            path.write_bytes(_harmed(whole, random))
            kind = _question_to(trying, asked, random)
            answer = ocdb("db", "rebuild", environment=asked)
            if answer.code or digest(f"sqlite:///{path}") != sound:
                raise Broken(f"rebuild after {kind}: {answer}")
    return result


QUESTIONS: Sequence[Sequence[str]] = (
    ["list", "sites"],
    ["show", "World Operator"],
    ["jobs"],
    ["timeline"],
    ["search", "world"],
    ["sql", "SELECT * FROM v_claims"],
    ["db", "status"],
)


def _question_to(trying: Trying, asked: dict[str, str], random: Random) -> str:
    answer = ocdb(*random.choice(QUESTIONS), environment=asked)
    if "making the database" in answer.err and not answer.code:
        kind = "made anew by the question, and answered"
    elif not answer.code:
        kind = "answered: the damage lay elsewhere"
    else:
        line = general(told(answer, 3))
        kind = "told: " + re.sub(r"(no SQLite database|read): .*", r"\1", line)
    trying.came(kind)
    return kind


def _harmed(whole: bytes, random: Random) -> bytes:
    """Return a file with bytes flipped, a stretch overwritten, or its end cut off."""
    harmed = bytearray(whole)
    how = random.randrange(4)
    if how == 0:
        return bytes(harmed[: random.randrange(len(harmed))])
    begin = random.randrange(len(harmed))
    length = random.choice((1, 16, 512, 4096, 65536))
    if how == 1:
        begin, length = random.randrange(100), random.choice((1, 4, 16))  # the header of the file
    for place in range(begin, min(begin + length, len(harmed))):
        harmed[place] = random.randrange(256)
    return bytes(harmed)


def foreign(place: Place, _count: int) -> Result:
    """Ask, load and upgrade files that are somebody else's, empty or no database, by every kind of command."""
    result = Result("a file of others, an empty one, none", place.engine, "--only foreign")
    trying = Trying(result)
    folder = place.work / "foreign"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "theirs.sqlite")) as connection:
        connection.executescript("CREATE TABLE mine (id); CREATE TABLE alembic_version (version_num)")
        connection.execute("INSERT INTO alembic_version VALUES ('ffff')")
        connection.commit()
    (folder / "empty.sqlite").touch()
    (folder / "letter.txt").write_text("Dear Sir or Madam, " * 500)
    shutil.copy(folder / "theirs.sqlite", folder / "kept")
    for name in ("theirs.sqlite", "empty.sqlite", "letter.txt", "missing.sqlite"):
        for question in (*QUESTIONS, ["sql", "SELECT count(*) FROM v_sites"]):
            with trying.attempt(f"{question[0]} on {name}"):
                told(ocdb("--db", str(folder / name), *question), 3)
                trying.came("question: refused in a line with its next step")
    for arguments in (["load"], ["db", "upgrade"], ["db", "rebuild", "--yes"]):
        for name in ("theirs.sqlite", "letter.txt"):
            with trying.attempt(f"{arguments} on {name}"):
                before = (folder / name).read_bytes()
                told(ocdb("--db", str(folder / name), *arguments), 3)
                if (folder / name).read_bytes() != before:
                    raise Broken("the file changed")
                trying.came("load, upgrade, rebuild: refused, not a byte changed")
    assert digest(f"sqlite:///{folder / 'empty.sqlite'}") == NOTHING  # noqa: S101
    return result
