"""Try what must never lose anything: kills, a full disk, locks, cut connections, damaged files, readers beside loads.

Prints a row a scenario and engine, as in docs/reliability.md; ends with 1 where a promise didn't hold.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from scripts.reliability import kills, readers, servers, trouble
from scripts.reliability.results import HEADER, Result
from scripts.reliability.world import ENGINES, Place, stop

BOTH, SQLITE, SERVER = ENGINES, ENGINES[:1], ENGINES[1:]
# Name, engines, and what runs it.
SCENARIOS: dict[str, tuple[tuple[str, ...], Callable[[Place, argparse.Namespace], Result]]] = {
    "kill-load": (BOTH, lambda place, given: kills.load_killed(place, given.count, given.seed, given.commands)),
    "kill-migration": (
        BOTH,
        lambda place, given: kills.migration_killed(place, given.count, given.seed, given.commands),
    ),
    "kill-first": (BOTH, lambda place, given: kills.first_load_killed(place, given.count, given.seed, given.commands)),
    "kill-build": (SQLITE, lambda place, given: kills.build_killed(place, given.count, given.seed, given.commands)),
    "kill-server": (SERVER, lambda place, given: servers.killed(place, min(given.count, 40), given.seed)),
    "full-server": (SERVER, lambda place, given: servers.full_disk(place, min(given.count, 16))),
    "full-disk": (SQLITE, lambda place, given: trouble.full_disk(place, min(given.count, 20))),
    "read-only": (SQLITE, lambda place, given: trouble.read_only(place, given.count)),
    "locked": (BOTH, lambda place, given: trouble.locked(place, given.count)),
    "cut": (SERVER, lambda place, given: trouble.cut(place, min(given.count, 60))),
    "damaged": (SQLITE, lambda place, given: trouble.damaged(place, min(given.count, 100))),
    "foreign": (SQLITE, lambda place, given: trouble.foreign(place, given.count)),
    "readers": (BOTH, lambda place, given: readers.beside_loads(place, given.seconds)),
    "two-loads": (BOTH, lambda place, given: readers.two_loads(place, min(given.count, 40))),
}


def main() -> int:
    """Run what the command line asks for; return 1 where there was a fault."""
    parser = argparse.ArgumentParser(prog="make reliability", description=__doc__)
    parser.add_argument("--only", default=",".join(SCENARIOS), help="scenarios, with commas: " + ", ".join(SCENARIOS))
    parser.add_argument("--count", type=int, default=300, help="kills a scenario and engine, damaged files (300)")
    parser.add_argument("--commands", type=int, default=20, help="kills of the real command beside (20)")
    parser.add_argument("--seconds", type=float, default=60.0, help="that readers ask while loads run (60)")
    parser.add_argument("--seed", type=int, default=1, help="decides the moments (1)")
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--sqlite", action="store_true", help="leave PostgreSQL out")
    one.add_argument("--postgresql", action="store_true", help="leave SQLite out")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that the server is stopped too
    os.environ.pop("OCDB_DATABASE_URL", None)
    faults = 0
    print(HEADER, flush=True)
    with tempfile.TemporaryDirectory(prefix="ocdb-reliability-", ignore_cleanup_errors=True) as work:
        try:
            for name in given.only.split(","):
                engines, run = SCENARIOS[name]
                left_out = SERVER if given.sqlite else SQLITE if given.postgresql else ()
                for engine in [engine for engine in engines if engine not in left_out]:
                    begin = time.monotonic()
                    result = run(Place(engine, Path(work)), given)
                    print(result.row(), flush=True)
                    print(
                        f"{name} on {engine}: {time.monotonic() - begin:.0f} s",
                        *result.faults,
                        sep="\n  ",
                        file=sys.stderr,
                    )
                    faults += len(result.faults)
        finally:
            stop()
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
