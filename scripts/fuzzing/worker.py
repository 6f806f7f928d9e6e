"""A process that tries mutated files, one a line of its input, and answers with a line of JSON each.

It runs in a tree of its own (scripts.fuzzing.world), named by PYTHONPATH, and may be killed at any moment.
"""

import json
import os
import resource
import shutil
import sys
from pathlib import Path

from sqlalchemy import create_engine

from ocdb import settings
from scripts.fuzzing.trial import Outcome, Trial, database_url
from scripts.fuzzing.world import Case, Worlds

# Of address space: more than any file may need, less than hurts.
MEGABYTES = 3000
# One trial in so many goes to PostgreSQL, where there is one.
SHARE = 4


class Worker:
    """Tries numbered cases of a seed, in the tree where the package was found."""

    def __init__(self, seed: int, loads: int, server: str) -> None:
        self.home = settings.resource("seeds").parent
        self.worlds = Worlds(self.home, seed)
        self.trials = [Trial(self.home, f"sqlite:///{self.home / 'trial.sqlite'}")]
        if server:
            self.trials.append(Trial(self.home, _new_database(server)))
        self.refused = ""
        self.loads = loads

    def run(self, number: int) -> Outcome:
        """Return what came out of a case; a real file that is refused as it is can't be tried."""
        case = self.worlds.case(number)
        self._enter(case.file)
        trial = self.trials[-1 if number % SHARE == 0 else 0]
        if self.refused:
            return Outcome(number, "", faults=[f"skipped: {case.file} is refused as it is: {self.refused}"])
        outcome = trial.run(number, self.home / case.file, case.content, load=number % self.loads == 0)
        if outcome.faults:
            self.save(case, outcome.engine, outcome.faults)
        return outcome

    def _enter(self, base: str) -> None:
        if base != self.worlds.current:
            self.worlds.enter(base)
            self.refused = self.trials[0].begin()
            for other in self.trials[1:]:
                other.clean = False

    def save(self, case: Case, engine: str, faults: list[str]) -> None:
        """Keep a case with its tree, so that it can be tried again when the real files are others."""
        target = Path("build") / "fuzz" / f"{self.worlds.seed}-{case.number}"
        shutil.rmtree(target, ignore_errors=True)
        for name in ("seeds", "fixtures"):
            shutil.copytree(self.home / name, target / name)
        (target / "mutated.yaml").write_bytes(case.content)
        told = {"file": case.file, "engine": engine, "mutation": case.mutation, "faults": faults}
        (target / "case.json").write_text(json.dumps(told, indent=2) + "\n", "utf-8")

    def lost(self, number: int) -> Outcome:
        """Keep a case at which a process hung or died."""
        case = self.worlds.case(number)
        self.worlds.enter(case.file)
        self.worlds.current = ""  # nothing of it is loaded
        self.save(case, "", ["it hung, or died"])
        return Outcome(number, "")

    def again(self, kept: Path) -> Outcome:
        """Return what comes out of a case that was kept."""
        told = json.loads((kept / "case.json").read_text("utf-8"))
        for name in ("seeds", "fixtures"):
            shutil.copytree(kept / name, self.home / name, dirs_exist_ok=True)
        trial = self.trials[-1 if told["engine"] == "PostgreSQL" else 0]
        refused = trial.begin()
        if refused:
            return Outcome(0, "", faults=[f"skipped: the kept tree is refused as it is: {refused}"])
        return trial.run(0, self.home / told["file"], (kept / "mutated.yaml").read_bytes())


def _new_database(server: str) -> str:
    """Make an empty database on a server; return its URL."""
    name = f"ocdb_fuzz_{os.getpid()}"
    engine = create_engine(database_url(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    engine.dispose()
    return engine.url.set(database=name).render_as_string(hide_password=False)


def main() -> None:
    """Answer until the input ends: ``run 17``, ``lost 17`` or ``again build/fuzz/1-17``."""
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # nothing else may come into the answers
    seed, loads, server = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    worker = Worker(seed, loads, server)
    verbs = {"run": lambda word: worker.run(int(word)), "lost": lambda word: worker.lost(int(word))}
    verbs["again"] = lambda word: worker.again(Path(word))
    for line in sys.stdin:
        verb, _, word = line.strip().partition(" ")
        answers.write(verbs[verb](word).line() + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
