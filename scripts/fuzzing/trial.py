"""One mutated file through `ocdb check` and `ocdb load`, and what must not come out of them."""

import hashlib
import json
import resource
import shutil
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from ocdb.errors import FixtureError, OcdbError
from ocdb.opening.reader import open_reader
from ocdb.schema import metadata
from ocdb.store import database, views
from ocdb.text import visible
from tests.commands import Answer, ocdb

# Of processor time for one command: the machine may do other things meanwhile.
SECONDS = 20.0
# Of the trials that load, one in so many is read whole, and loaded a second time, which changes nothing.
TWICE = 4


@dataclass
class Outcome:
    """What came out of a trial.

    Attributes:
        kinds: how many problems the check found, by their code.
        faults: what must not happen; empty when all is well.
        seconds: processor time of the slowest command.
        megabytes: the most memory that this process ever took.
    """

    number: int
    engine: str
    accepted: bool = False
    loaded: bool = False
    kinds: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0
    megabytes: int = 0

    def line(self) -> str:
        """Return it as a line of JSON."""
        return json.dumps(asdict(self))


class Trial:
    """Runs mutated files of one tree against one database."""

    def __init__(self, home: Path, url: str) -> None:
        self.home = home
        self.url = url
        self.file = Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite") else None
        self.pristine = home / "pristine.sqlite"
        self.clean = False

    @property
    def engine(self) -> str:
        """Return the name of the engine."""
        return "SQLite" if self.file else "PostgreSQL"

    def begin(self) -> str:
        """Load the tree as it is; return what stood in the way, or nothing."""
        answer = ocdb("load", "--prune", database=self.url)
        self.clean = answer.code == 0
        if self.file and self.clean:
            shutil.copy(self.file, self.pristine)
        return "" if self.clean else answer.err

    def run(self, number: int, path: Path, content: bytes, *, load: bool = True) -> Outcome:
        """Return what came out of a file with this content; the file and the database are then as they were."""
        outcome = Outcome(number, self.engine)
        original = path.read_bytes()
        if not self.clean:
            self.begin()
        before = self._state()
        path.write_bytes(content)
        try:
            self._check(outcome)
            if load:
                self._load(outcome, before)
        finally:
            path.write_bytes(original)
        outcome.megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        return outcome

    def _check(self, outcome: Outcome) -> None:
        answer = self._command(outcome, "check", "-f", "json", database="")
        outcome.accepted = answer.code == 0
        try:
            outcome.kinds = dict(Counter(one["code"] for one in json.loads(answer.out)))
        except ValueError:
            outcome.faults.append(f"check prints no JSON: {answer.out[:200]!r}")
        errors = sum(one["severity"] == "error" for one in json.loads(answer.out or "[]"))
        if bool(errors) == outcome.accepted:
            outcome.faults.append(f"check finds {errors} errors and ends with {answer.code}")

    def _load(self, outcome: Outcome, before: str) -> None:
        answer = self._command(outcome, "load", "--prune", database=self.url)
        outcome.loaded = answer.code == 0
        if outcome.loaded != outcome.accepted:
            told = "accepts" if outcome.accepted else "refuses"
            outcome.faults.append(f"check {told} it, load ends with {answer.code}: {answer.err[:500]}")
        if not outcome.loaded and self._state() != before:
            outcome.faults.append("load refused it, and changed the database")
        if outcome.loaded:
            self.clean = answer.out.endswith("nothing changed\n")
            if outcome.number % TWICE == 0:
                self._read(outcome)
                self._load_again(outcome)
            self._restore()

    def _read(self, outcome: Outcome) -> None:
        """Read every view: what is loaded can be asked for."""
        reader = open_reader(database_url(self.url))
        try:
            for name in views.names():
                reader.rows(f"SELECT * FROM {name}")
        except OcdbError as error:
            outcome.faults.append(f"{name} can't be read: {error}")
        finally:
            reader.close()

    def _load_again(self, outcome: Outcome) -> None:
        again = self._command(outcome, "load", database=self.url)
        if again.code or not again.out.endswith("nothing changed\n"):
            outcome.faults.append(f"a second load doesn't leave it as it is: {(again.err or again.out)[:500]}")

    def _restore(self) -> None:
        if self.file:
            shutil.copy(self.pristine, self.file)
            self.clean = True

    def _command(self, outcome: Outcome, *arguments: str, database: str) -> Answer:
        begin = time.process_time()
        answer = ocdb(*arguments, database=database)
        seconds = time.process_time() - begin
        outcome.seconds = max(outcome.seconds, round(seconds, 3))
        outcome.faults += [f"{arguments[0]}: {fault}" for fault in _faults(answer, seconds)]
        return answer

    def _state(self) -> str:
        """Return a text that changes with any value in the database."""
        if self.file:
            return hashlib.sha256(self.file.read_bytes()).hexdigest()
        return database.connect(database_url(self.url), _digest)


def database_url(url: str) -> str:
    """Return a URL with the driver that ocdb takes."""
    return url.replace("postgresql://", "postgresql+psycopg://")


def _digest(connection: Connection) -> str:
    tables = [table.name for table in metadata.sorted_tables]
    parts = [f"(SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {name} t)" for name in tables]
    row: Any = connection.exec_driver_sql(f"SELECT {', '.join(parts)}").one()
    return repr(tuple(row))


def _faults(answer: Answer, seconds: float) -> list[str]:
    """Return what no command may do, whatever it is given."""
    found = []
    if answer.code not in (0, FixtureError.exit_code):
        found.append(f"exit code {answer.code}: {answer.err[:500]}")
    if "Traceback" in answer.err or answer.err.startswith("ocdb: unexpected "):
        found.append(f"an exception: {answer.err[:500]}")
    if answer.out + answer.err != "\n".join(map(visible, (answer.out + answer.err).split("\n"))):
        found.append("control characters in what it prints")
    if seconds > SECONDS:
        found.append(f"it took {seconds:.0f} s of the processor")
    return found
