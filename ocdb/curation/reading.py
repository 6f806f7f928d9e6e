"""Finds the files of records, and reads them: YAML, and JSON lines of which each line is such a file."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from ocdb.curation import json_lines, yaml_text
from ocdb.curation.document import Document
from ocdb.curation.problems import Problem
from ocdb.curation.yaml_text import Marks, marks_of
from ocdb.words.figures import number
from ocdb.words.language import _
from ocdb.words.system import because

MAX_BYTES = 5_000_000
_SUFFIXES = (".yaml", ".yml", json_lines.SUFFIX)
# What looks like a slug, in a file that isn't YAML.
_SLUG = re.compile(r"""\bid:[ ]*["']?([\w-]{1,120})""")


def unreachable(paths: Iterable[Path]) -> Iterator[str]:
    """Yield, for each path that isn't there or can't be reached, a line that says so."""
    for path in paths:
        try:
            path.stat()
        except FileNotFoundError:
            yield _("{file} doesn't exist").format(file=path)
        except OSError as error:
            yield _("{file} can't be read: {reason}").format(file=path, reason=because(error))
        except ValueError:
            yield _("{file} contains an invalid character").format(file=path)


def files(directory: Path) -> list[Path]:
    """Return the files of records below a directory, sorted, hidden ones left out."""
    return find(directory)[0]


def find(path: Path) -> tuple[list[Path], list[Problem]]:
    """Return the files of YAML and JSON lines below a directory, sorted without hidden ones, and what stood in the way.

    A path that is no directory is itself what is found. A symbolic link that stays in the directory is followed to a
    file, not to a directory: what is in there is found without it.
    """
    found, problems = find_names(path)
    return list(map(Path, found)), problems


def find_names(path: Path) -> tuple[list[str], list[Problem]]:
    """Return the same, the files by their names: ten thousand paths would take a fifth of a second."""
    if not os.path.isdir(path):  # noqa: PTH112  Path.is_dir raises where a directory above may not be searched
        return [str(path)], []
    found: list[str] = []
    problems: list[Problem] = []
    root, waiting = os.path.realpath(path), [str(path)]
    while waiting:
        try:
            # Not os.walk: it doesn't tell what is a link, and asking of each file takes as long again.
            entries = [entry for entry in os.scandir(waiting.pop()) if not entry.name.startswith(".")]
        except OSError as error:
            problems.append(_unreadable(str(error.filename), error))
            continue
        for entry in entries:
            folder = _is_folder(entry)
            if not (folder or entry.name.lower().endswith(_SUFFIXES)):
                continue
            if entry.is_symlink() and not _lies_in(entry.path, root):
                message = _("a symbolic link leads out of the directory, and isn't followed")
                remedy = _("Put the file itself here, or name its directory, too.")
                problems.append(Problem(str(Path(entry.path)), 1, 1, "", message, remedy, "link-outside"))
            elif not folder:
                found.append(entry.path.removeprefix(f".{os.sep}"))
            elif not entry.is_symlink():
                waiting.append(entry.path)
    return sorted(found, key=_parts), problems


def _parts(name: str) -> list[str]:
    """Return the parts of a name, by which paths sort."""
    return name.split(os.sep)  # noqa: PTH206  there is no path


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    with suppress(OSError):  # a link that leads to itself
        return entry.is_dir()
    return False


def _lies_in(link: str, root: str) -> bool:
    return Path(os.path.realpath(link)).is_relative_to(root)


def _unreadable(file: str, error: OSError) -> Problem:
    message = _("it can't be read: {reason}").format(reason=because(error))
    return Problem(file, 1, 1, "", message, _("Check the path and your rights."), "unreadable-file")


def content(path: Path, most: int) -> bytes | None:
    """Return what is in an ordinary file, of a larger one a byte more than the most; None where it is none.

    Reading never waits: Linux takes /proc/kmsg and its like for ordinary files, and their end never comes.

    Raises:
        OSError: it can't be read.
    """
    if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe may wait, and what a device does nobody knows
        return None
    whole = b""
    with open(path, "rb", buffering=0, opener=without_waiting) as stream:
        while len(whole) <= most:
            part = stream.read(most + 1 - len(whole))
            if not part:
                return None if part is None else whole
            whole += part
    return whole


def without_waiting(path: str, flags: int) -> int:
    """Open a file so that reading never waits for what isn't there."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def decoded(raw: bytes) -> str:
    """Return the text of a file, its lines ending as Python's do.

    Raises:
        UnicodeDecodeError: it is not written in UTF-8.
    """
    return raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def read(path: Path, shown: str | None = None) -> Document:
    """Return a file's data; what can't be read stands in its problems.

    Args:
        path: the file.
        shown: the name that messages use; by default the path.
    """
    document = Document(shown or str(path))
    text = read_text(path, document)
    if text is not None:
        placed(parse(text, document), path)
    return document


def placed(document: Document, path: Path) -> Document:
    """Let a document find its places in its file, which is read again: most files have no problem to place."""
    document.places = partial(_places_in, path)
    return document


def read_text(path: Path, document: Document) -> str | None:
    """Return the text of a file; where it has none, note why and return None."""
    try:
        raw = content(path, MAX_BYTES)
        if raw is None:
            message = _("it isn't an ordinary file")
            _unread(document, 1, message, _("Name a file, or a directory of files."))
            return None
        if len(raw) > MAX_BYTES:
            message = _("it is larger than {limit} bytes").format(limit=number(MAX_BYTES))
            _unread(document, 1, message, _("Split it: one file for each source."))
            return None
        return decoded(raw)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = _("it isn't in UTF-8 (byte {byte})").format(byte=error.start)
        _unread(document, line, message, _("Save it as UTF-8."))
    except OSError as error:
        document.problems.append(_unreadable(document.file, error))
    return None


def _unread(document: Document, line: int, message: str, remedy: str) -> None:
    document.problems.append(Problem(document.file, line, 1, "", message, remedy, "unreadable-file"))


def is_lines(path: Path) -> bool:
    """Return whether a file is one of JSON lines, by its name."""
    return path.suffix.lower() == json_lines.SUFFIX


def read_lines(path: Path, shown: str | None = None) -> Iterator[Document]:
    """Yield what each line of a file of JSON lines holds; what can't be read stands in their problems.

    Args:
        path: the file.
        shown: the name that messages use; by default the path.
    """
    file = shown or str(path)
    document = Document(file)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            message = _("it isn't an ordinary file")
            _unread(document, 1, message, _("Name a file, or a directory of files."))
            yield document
            return
        empty = True
        with open(path, "rb", opener=without_waiting) as content:
            for one in json_lines.read(path, content, file):
                empty = False
                yield one
        if empty:
            yield document  # which says that it is empty
    except OSError as error:
        document.problems.append(_unreadable(document.file, error))
        yield document


def parse(text: str, document: Document) -> Document:
    """Fill a document from YAML text and return it."""
    document.data, problems = yaml_text.read(text, document.file)
    document.problems += problems
    document.places = partial(marks_of, text)
    if problems and document.data is None:
        document.slugs = frozenset(_SLUG.findall(text))
    return document


def _places_in(path: Path) -> Marks:
    """Return where the values of a file stand now."""
    try:
        raw = content(path, MAX_BYTES)
        return marks_of(decoded(raw)) if raw is not None else {}
    except (OSError, UnicodeDecodeError):  # it has changed since
        return {}
