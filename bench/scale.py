"""Measure ocdb on worlds of some sizes, against the programs of the field, and write bench/RESULTS.md.

  python -m bench.scale                        all sizes: hours, and some 150 GB below --work
  python -m bench.scale 10000 100000           a part of them
  python -m bench.scale --only questions       a part of the measurements; the others stay as they were below --work
  python -m bench.scale --report               only write the report anew, from the numbers below --work

Everything is made by a seed, and kept below --work: a second run makes no data. Of a part the report goes there too;
bench/ has it of all parts, or with --report. Nothing here fails on a time.
"""

import argparse
import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import asking, loading
from bench.databases import code, database, world
from bench.measure import Command, interleaved, run
from bench.programs import BENCH, HERE, OCDB, OURS, SHELL, SQLITE_UTILS, ours, questions
from bench.report import write
from ocdb.settings import today

if TYPE_CHECKING:
    from bench.server import Server

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
LOADED = 1_000_000  # a load holds everything in memory: of a million 10 GB
STREAMED = 1_000_000
AS_OF = 100_000


class Run:
    """A run of the measurements, and the numbers so far."""

    def __init__(self, given: argparse.Namespace) -> None:
        self.given = given
        self.work: Path = given.work
        self.sizes: list[int] = given.sizes
        self.kept = self.work / "results.json"
        self.numbers: dict[str, Any] = json.loads(self.kept.read_text()) if self.kept.exists() else {}

    def note(self, part: str, name: str, value: Any) -> None:
        """Keep a number at once: a run that is stopped has its numbers up to there."""
        print(part, name, value, sep="\t", file=sys.stderr, flush=True)
        self.numbers.setdefault(part, {})[name] = value
        busy = self.numbers.setdefault("busy", {})
        if is_busy():
            busy[part] = True
        shared = ", while other programs were at work" if part in busy else ""
        often = f", runs: {self.given.runs}" if part.startswith(("questions", "server")) else ""
        self.numbers.setdefault("made", {})[part] = f"{today()}, ocdb {code()}{often}{shared}"
        self.kept.write_text(json.dumps(self.numbers, indent=1))

    def startup(self) -> None:
        """Measure the start."""
        given = self.given
        costs = asking.startup(self.work, given.form, given.runs, given.seconds)
        self.note("startup", "list sites", asking.told({OURS: costs})[OURS])
        command = [sys.executable, str(HERE / "startup"), "--runs", str(max(given.runs, 11))]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        self.note("startup", "table", [line for line in printed.splitlines() if line.startswith("|")])

    def questions(self) -> None:
        """Measure each question at each size."""
        for size in self.sizes:
            for name, costs in asking.ask(self.work, size, self.given.form, self.given.runs, self.given.seconds):
                self.note(f"questions {size}", name, costs)

    def loads(self) -> None:
        """Measure loads of YAML files and of JSON lines."""
        for name, costs in loading.files(self.work, self.given.seconds * 10, self.given.files):
            self.note("loads", name, costs)
        for size in [size for size in self.sizes if size <= LOADED] if self.given.form == "jsonl" else ():
            for name, costs in loading.lines(self.work, size, self.given.seconds * 100):
                self.note("loads", name, costs)

    def streams(self) -> None:
        """Measure the printing of a whole world."""
        size = min(STREAMED, max(self.sizes))
        path = str(database(self.work, size, self.given.form))
        sql = next(question.sql for question in questions() if question.streamed)
        for form, flag in (("csv", "--csv"), ("jsonl", "--nl")):
            commands = [
                Command(OURS, [OCDB, "--db", path, "list", "claims", "-f", form], {}),
                Command("sqlite-utils", [SQLITE_UTILS, "query", path, sql, flag], {}),
                Command(SHELL, [SHELL, "-readonly", f"-{form.removesuffix('l')}", path, sql], {}),
            ]
            self.note(f"streams {size}", form, asking.told(interleaved(commands, 1, self.given.seconds * 10)))

    def as_of(self) -> None:
        """Measure questions about what was known on a day."""
        size = min(AS_OF, max(self.sizes))
        path = str(database(self.work, size, self.given.form))
        for asked in ("list sites --country TG", "jobs --operator Webhelp", "timeline --country TG"):
            command = Command(OURS, [OCDB, "--db", path, *asked.split(), "--as-of", "2020"], {})
            self.note(f"as-of {size}", asked, asking.told(interleaved([command], 1, self.given.seconds * 10)))

    def parquet(self) -> None:
        """Hold jobs by country against the same numbers, added up by DuckDB out of Parquet files."""
        size = max(self.sizes)
        path = str(database(self.work, size, self.given.form))
        python, folder = str(BENCH / "python"), str(self.work / f"parquet-{size}-{code()}")
        command = Command("duckdb", [python, "-m", "bench.parquet", path, folder], {"PYTHONPATH": str(HERE.parent)})
        run(command, self.given.seconds * 100)  # exports
        cost, printed = run(command, self.given.seconds * 100)
        own = Command(OURS, [OCDB, "--lang", "en", "--db", path, "jobs", "--by", "country", "-f", "csv"], {})
        own_cost, own_printed = run(own, self.given.seconds * 10)
        theirs = {(row["country_id"], row["line"]): row for row in _rows(printed)}
        mine = {(row["country"], row["line"]): row for row in _rows(own_printed) if row["country"]}
        same = [key for key in mine if key in theirs and _same(mine[key], theirs[key])]
        self.note(f"parquet {size}", "costs", asking.told({"duckdb": cost, OURS: own_cost}))
        self.note(f"parquet {size}", "totals", {"ocdb": len(mine), "duckdb": len(theirs), "same": len(same)})

    def server(self) -> None:
        """Measure the same on a PostgreSQL server, against psql."""
        from bench.server import Server  # noqa: PLC0415  its driver, for this part alone

        server = Server(self.work / "postgresql")
        try:
            self._ask_server(server)
        finally:
            server.stop()

    def _ask_server(self, server: "Server") -> None:
        given = self.given
        url = server.holding(f"ocdb0_{code()}", database(self.work, 0, given.form))
        cost = interleaved([ours(questions()[0], url)], given.runs, given.seconds)
        self.note("startup", "on a server", asking.told(cost)[OURS])
        for size in self.sizes:
            path = database(self.work, size, self.given.form)
            url = server.holding(f"ocdb{size}_{code()}", path)
            for name, costs in asking.ask_server(url, server.psql, self.given.runs, self.given.seconds):
                self.note(f"server {size}", name, costs)
        size = min(STREAMED, max(self.sizes))
        if self.given.form == "jsonl":
            source, filled = world(self.work, size, "jsonl"), self.work / f"lines-{size}.sqlite"
            costs = loading.on_server(server, source, self.given.seconds * 100, filled)
            self.note("loads", f"load, {size} claims into PostgreSQL", costs)


def is_busy() -> bool:
    """Return whether more programs want to work than there are processors, beside those of a measurement."""
    return hasattr(os, "getloadavg") and os.getloadavg()[0] > (os.cpu_count() or 1) + 1


def _has_duckdb() -> bool:
    python = BENCH / "python"
    return python.exists() and not subprocess.run([python, "-c", "import duckdb"], check=False).returncode


def _rows(printed: bytes) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(printed.decode()))


def _same(mine: dict[str, str], theirs: dict[str, str]) -> bool:
    return (int(mine["low"]), int(mine["pledges"])) == (int(theirs["low"]), int(theirs["pledges"]))


def main() -> None:
    """Measure what the command line asks for, and write the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, help="of worlds, in claims")
    parser.add_argument("--work", type=Path, default=Path("build/bench"), help="where data and numbers are kept")
    parser.add_argument("--runs", type=int, default=5, help="runs that are timed, after one that warms up")
    parser.add_argument("--seconds", type=float, default=60, help="how long an answer may take; a load has more")
    parser.add_argument("--files", type=int, default=39_000, help="claims in YAML files: of so many 10,000 (default)")
    parser.add_argument("--form", choices=("jsonl", "yaml"), default="jsonl", help="of what databases are loaded from")
    parser.add_argument("--only", choices=PARTS, help="measure only this")
    parser.add_argument("--report", action="store_true", help="measure nothing")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    measured = Run(given)
    parts = {name: part for name, part in PARTS.items() if not given.report and given.only in (None, name)}
    refuse_missing(parts)
    try:
        for part in parts.values():
            part(measured)
    finally:  # hours of others shouldn't be lost with one
        write(measured.numbers, given.work if given.only else HERE)


def refuse_missing(parts: Collection[str]) -> None:
    """End where a program isn't there that some parts measure, before hours are spent on the others."""
    needed = {"questions": (SHELL, SQLITE_UTILS, str(BENCH / "datasette")), "streams": (SHELL, SQLITE_UTILS)}
    missing = {one for part, programs in needed.items() if part in parts for one in programs if not shutil.which(one)}
    if {"questions", "parquet"} & set(parts) and not _has_duckdb():
        missing.add("duckdb")
    if missing:
        names = ", ".join(sorted(Path(one).name for one in missing))
        sys.exit(
            f"These programs are needed: {names}. sqlite3 is a package of the system; make bench installs the others."
        )


PARTS: dict[str, Callable[[Run], None]] = {
    "startup": Run.startup,
    "questions": Run.questions,
    "loads": Run.loads,
    "streams": Run.streams,
    "as_of": Run.as_of,
    "parquet": Run.parquet,
    "server": Run.server,
}

if __name__ == "__main__":
    main()
