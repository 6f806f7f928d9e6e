"""The databases that are asked: worlds of some sizes, made once and kept."""

import subprocess
import sys
import tempfile
from functools import cache
from hashlib import sha256
from pathlib import Path

from bench.grown import grow
from bench.programs import HERE, OCDB
from bench.world import write

# What a database depends on, beside the world that is in it.
SOURCES = ("ocdb", "migrations", "seeds", "fixtures")
MAKERS = ("world.py", "template.py", "grown.py")
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
    target = work / f"ocdb{size}-{code()}.sqlite"
    if target.exists():
        return target
    with tempfile.TemporaryDirectory(dir=work) as folder:
        partial = Path(folder, target.name)
        if size > LOADED:
            grow(database(work, LOADED, form), size // LOADED, partial, database(work, 0, form))
        else:
            paths = [str(world(work, size, form))] if size else []
            subprocess.run([OCDB, "--db", str(partial), "load", *paths], check=True, stdout=sys.stderr)
        partial.rename(target)
    return target


@cache
def code() -> str:
    """Return a few letters that change with the code and the data of ocdb: what another one loaded isn't measured."""
    told = sha256()
    files = [file for folder in SOURCES for file in sorted((HERE.parent / folder).rglob("*"))]
    for file in (*files, *(HERE / name for name in MAKERS)):
        if file.suffix in (".py", ".sql", ".yaml"):
            told.update(file.read_bytes())
    return told.hexdigest()[:8]
