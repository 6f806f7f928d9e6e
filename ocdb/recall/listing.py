"""Which files there are and what is in them: a file that nobody touched isn't read again."""

import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ocdb.curation import json_lines
from ocdb.curation.reading import MAX_BYTES, find_names, without_waiting

AT_ONCE = 2**20  # bytes
# Clocks of file systems stand still for a while: what changed just before it was read may change again unseen.
SETTLED = 2_000_000_000  # nanoseconds


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was read.

    Attributes:
        state: its size, times and number; empty where they don't tell whether it changed since.
        digest: the hash of what was in it.
    """

    state: str
    digest: str


Listing = dict[str, Seen]


def names_below(directories: Iterable[Path]) -> list[str] | None:
    """Return the names of the files below some directories, in their order; None where one of them can't be read.

    Args:
        directories: directories or files.
    """
    found: list[str] = []
    for directory in directories:
        names, problems = find_names(directory)
        if problems:
            return None
        found += names
    return found


def listing(names: Iterable[str], known: Mapping[str, Seen]) -> Listing | None:
    """Return files by their names, in their order; None where one of them can't be read.

    Args:
        names: of the files.
        known: files as they were read before.
    """
    found: Listing = {}
    for name in names:
        seen = _seen(name, known.get(name))
        if not seen:
            return None
        found[name] = seen
    return found


def fingerprint(files: Mapping[str, Seen], more: Sequence[str]) -> str:
    """Return a text that changes with the files, with their order and with what else matters."""
    told = sha256("\0".join(more).encode(errors="surrogateescape"))
    for part in _parts(files):
        told.update(part.encode(errors="surrogateescape"))
    return told.hexdigest()


def _parts(files: Mapping[str, Seen]) -> Iterator[str]:
    for name, seen in files.items():
        yield f"\0{name}\0{seen.digest}"


def _seen(name: str, before: Seen | None) -> Seen | None:
    """Return a file as it is now, read only where it may differ; None where it is none, or can't be read."""
    try:
        status = os.stat(name)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    state = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino} {status.st_dev}"
    if before and before.state == state:
        return before
    now = time.time_ns()
    digest = _digest(Path(name))
    settled = max(status.st_mtime_ns, status.st_ctime_ns) < now - SETTLED
    return Seen(state if settled else "", digest) if digest else None


def _digest(file: Path) -> str:
    """Return the hash of an ordinary file; nothing where it is none, or can't be read to its end."""
    found = sha256()
    try:
        # A file of YAML that is too large isn't loaded; JSON lines may be as long as they are.
        if not file.is_file() or (file.suffix != json_lines.SUFFIX and file.stat().st_size > MAX_BYTES):
            return ""
        with open(file, "rb", buffering=0, opener=without_waiting) as stream:
            for part in iter(lambda: stream.read(AT_ONCE), b""):
                if part is None:  # there may be more later
                    return ""
                found.update(part)
    except (OSError, ValueError):
        return ""
    return found.hexdigest()
