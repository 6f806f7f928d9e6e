"""The databases that are asked: worlds of some sizes, made once and kept."""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.grown import grow
from bench.programs import OCDB
from bench.world import write

LOADED = 100_000  # claims; larger worlds are grown out of one of this size, which gives the same answers


def world(work: Path, size: int, form: str) -> Path:
    """Return a world of at least so many claims: one file for `jsonl`, a directory for `yaml`."""
    target = work / (f"world-{size}.jsonl" if form == "jsonl" else f"world-{size}")
    if not target.exists():
        partial = target.with_name(f"partial-{target.name}")
        write(partial, size, 1, form)
        partial.rename(target)
    return target


def database(work: Path, size: int, form: str) -> Path:
    """Return an SQLite database with a world of so many claims; 0 stands for the real fixtures alone."""
    target = work / f"ocdb{size}.sqlite"
    if target.exists():
        return target
    with tempfile.TemporaryDirectory(dir=work) as folder:
        partial = Path(folder, target.name)
        if size > LOADED:
            grow(database(work, LOADED, form), size // LOADED, partial, database(work, 0, form))
        else:
            load(str(partial), *([world(work, size, form)] if size else []))
        partial.rename(target)
    return target


def load(address: str, *paths: Path) -> None:
    """Load some fixtures, by default the real ones, into the database of a path or a URL."""
    subprocess.run([OCDB, "--db", address, "load", *map(str, paths)], check=True, stdout=sys.stderr)
