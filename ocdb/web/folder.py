"""The directory that a site is written to: what is in it is known by its manifest, and nothing else is touched."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import unquote

from ocdb.errors import UsageError
from ocdb.words.language import _
from ocdb.words.system import because

# What a build leaves beside the files: which it wrote, which it was about to write, and the lock of a running one.
MANIFEST, BEGUN, LOCK = ".ocdb-site.json", ".ocdb-site.begun", ".ocdb-site.lock"
FORMAT = 1
# What no file system takes as a name is longer than this, in bytes; a temporary file needs some of it.
LONGEST_NAME = 240
# The fingerprint of what a page shows, and the day on which that last changed; empty where it never did.
Mark = tuple[str, str]


@dataclass
class Folder:
    """A directory that this process builds in.

    Attributes:
        path: of the directory, without links.
        files: those of the last build, by name with their hashes.
        marks: of the last build, by the name of the data of a page.
        begun: the files that a build which was interrupted may have written.
        made_of: a fingerprint of what the last build was made of; empty where it isn't known.
    """

    path: Path
    files: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    begun: frozenset[str] = frozenset()
    made_of: str = ""
    _journal: IO[str] | None = None

    def begin(self, names: Iterable[str]) -> None:
        """Note files that are about to be written, so that the next build knows them if this one is interrupted."""
        if self._journal is None:
            self._journal = open(self.path / BEGUN, "a", encoding="utf-8", opener=_itself)  # noqa: SIM115
        self._journal.writelines(f"{name}\n" for name in names)
        self._journal.flush()

    def stands(self) -> bool:
        """Return whether all files are there as the last build left them, and no other build was interrupted."""
        return not self.begun and all(_is(self.path / name, value) for name, value in self.files.items())

    def finish(self, files: Mapping[str, str], marks: Mapping[str, Mark], made_of: str = "") -> int:
        """Remove the files that are no longer wanted, note the others, and return how many were removed."""
        vanished = (self.files.keys() | self.begun) - files.keys()
        removed = sum(self._remove(name) for name in sorted(vanished))
        noted = {"files": dict(sorted(files.items())), "marks": dict(sorted(marks.items()))}
        content = {"format": FORMAT, "made_of": made_of, **noted}
        Writer(self.path).put(MANIFEST, json.dumps(content, ensure_ascii=False, indent=0).encode())
        self.close()
        (self.path / BEGUN).unlink(missing_ok=True)
        return removed

    def close(self) -> None:
        """Let go of the journal."""
        if self._journal:
            self._journal.close()
            self._journal = None

    def _remove(self, name: str) -> bool:
        path = self.path / name
        if not path.parent.is_dir() or not _inside(self.path, path.parent):
            return False
        there = os.path.lexists(path) and (path.is_symlink() or not path.is_dir())
        if there:
            path.unlink()
        path.with_name(_temporary(path.name)).unlink(missing_ok=True)
        with suppress(OSError):  # others are in it
            for parent in path.relative_to(self.path).parents[:-1]:
                (self.path / parent).rmdir()
        return there


@contextmanager
def opened(path: Path) -> Iterator[Folder]:
    """Open a directory to build in: a new one, an empty one, or one that ocdb has built in.

    Raises:
        UsageError: it is another's, it can't be written, or another ocdb is building in it.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  only when there is something to build

    hint = _("Name a new or an empty directory. Nothing was changed.")
    if path.exists() and not path.is_dir():
        raise UsageError(_("{directory} isn't a directory").format(directory=path), hint)
    try:
        path.mkdir(parents=True, exist_ok=True)
        there = {one.name for one in path.iterdir()} - {LOCK}
        if there and not there & {MANIFEST, BEGUN}:
            raise UsageError(_("{directory} isn't empty, and ocdb hasn't built it").format(directory=path), hint)
        with FileLock(path / LOCK, timeout=0):
            folder = _read(path.resolve())
            try:
                yield folder
            finally:
                folder.close()
    except Timeout as error:
        message = _("another ocdb is building in {directory}").format(directory=path)
        raise UsageError(message, _("Wait until it is done.")) from error
    except OSError as error:
        message = _("{file} can't be written: {reason}").format(file=error.filename or path, reason=because(error))
        raise UsageError(message, _("Run it again: what is written already stays.")) from error


def _read(path: Path) -> Folder:
    begun = path / BEGUN
    names = begun.read_text("utf-8", "replace").splitlines() if begun.exists() else []
    manifest = path / MANIFEST
    if not manifest.exists():
        return Folder(path, begun=frozenset(filter(is_name, names)))
    try:
        found = json.loads(manifest.read_bytes())
        if found["format"] == FORMAT:
            files = {str(name): str(value) for name, value in found["files"].items() if is_name(name)}
            marks = {str(name): (str(one), str(day)) for name, (one, day) in found["marks"].items()}
            return Folder(path, files, marks, frozenset(filter(is_name, names)), str(found.get("made_of", "")))
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    message = _("{file} can't be read: it is damaged, or of another version of ocdb").format(file=manifest)
    raise UsageError(message, _("Build into a new directory, or empty this one first."))


def file_of(path: str) -> str:
    """Return the name of the file of a path of the site: that of a page is its index.html.

    Raises:
        UsageError: no file can bear that name.
    """
    name = "/".join(map(unquote, path.split("/"))) + ("index.html" if path.endswith("/") else "")
    if path.count("/") != name.count("/") or not is_name(name):
        raise UsageError(_("{name} can't be the name of a file").format(name=name))
    return name


def is_name(name: str) -> bool:
    """Return whether a text is the name of a file below a directory, and of no other."""
    parts = name.split("/")
    odd = any(not part or part[0] == "." or len(part.encode("utf-8", "replace")) > LONGEST_NAME for part in parts)
    return not odd and not any(letter in name for letter in "\\\0\n\r:")


class Writer:
    """Writes files below a directory, each in one step."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self._made = {self.root}

    def put(self, name: str, content: bytes) -> bool:
        """Write a file, and return whether that was needed.

        Args:
            name: of the file, as `file_of` returns it.
            content: of the file.

        Raises:
            UsageError: a link leads out of the directory.
        """
        folder, _slash, last = f"{self.root}/{name}".rpartition("/")
        with suppress(OSError), open(f"{folder}/{last}", "rb") as stream:  # noqa: PTH123  a path costs more than a file
            if stream.read() == content:
                return False
        if folder not in self._made:
            self._make(folder)
        new = f"{folder}/{_temporary(last)}"
        with open(new, "wb", opener=_itself) as stream:
            stream.write(content)
        os.replace(new, f"{folder}/{last}")  # noqa: PTH105
        return True

    def _make(self, folder: str) -> None:
        above = folder.rpartition("/")[0]
        if above not in self._made:
            self._make(above)
        try:
            os.mkdir(folder)  # noqa: PTH102
        except FileExistsError as error:
            if os.path.islink(folder):  # noqa: PTH114
                message = _("{directory} leads out of {root}").format(directory=folder, root=self.root)
                raise UsageError(message, _("Remove that link, or build into a new directory.")) from error
        self._made.add(folder)


def hashed(content: bytes) -> str:
    """Return the hash of what is in a file, as the manifest has it."""
    return hashlib.sha256(content).hexdigest()[:32]


def _is(file: Path, value: str) -> bool:
    """Return whether a file is there, and has the content of which this is the hash."""
    try:
        return hashed(file.read_bytes()) == value
    except OSError:
        return False


def _temporary(name: str) -> str:
    return f".{name}.new"


def _itself(path: str, flags: int) -> int:
    """Open a file, but nothing that a link leads to."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o666)


def _inside(root: Path, folder: Path) -> bool:
    """Return whether no link on the way leads elsewhere."""
    return os.path.realpath(folder) == str(folder) and folder.is_relative_to(root)
