"""The texts of articles, as whoever holds them keeps them: normalised, cut into paragraphs, known by their hash.

Articles belong to their publishers: no text is kept by ocdb. The rules stand in docs/verify.md.
"""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ocdb.curation.problems import Problem
from ocdb.curation.reading import content, decoded
from ocdb.errors import UsageError
from ocdb.words.figures import number
from ocdb.words.language import _
from ocdb.words.system import because

SUFFIXES = (".txt", ".md")
MAX_BYTES = 20_000_000
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass
class Texts:
    """The texts of a directory.

    Attributes:
        found: the paragraphs of each text, by the hash of the text.
        files: the file that holds each text, by the same hash.
        unread: the files that couldn't be read, and why.
    """

    found: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    unread: list[Problem] = field(default_factory=list)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: its non-empty lines, in NFC, stripped, each run of white space one space."""
    lines = _LINE_END.split(unicodedata.normalize("NFC", text.removeprefix("\ufeff")))
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def normalise(text: str) -> str:
    """Return a text as it is hashed: its paragraphs, joined by line feeds."""
    return "\n".join(paragraphs(text))


def digest(text: str) -> str:
    """Return the SHA-256 of a text, normalised, in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(normalise(text).encode("utf-8", "surrogatepass")).hexdigest()


def texts(directory: Path) -> Texts:
    """Return the texts below a directory: its files that end in .txt or .md, in UTF-8.

    Hidden files are left out, and so is what a symbolic link leads to outside of the directory.

    Raises:
        UsageError: there is no such directory, or it can't be listed.
    """
    held = Texts()
    for path in _files(directory, held):
        text = _read(path, held)
        if text is not None:
            key = digest(text)
            held.found[key] = paragraphs(text)
            held.files[key] = str(path)
    return held


def _read(path: Path, held: Texts) -> str | None:
    """Return the text of a file, or note why it can't be read and return None."""
    try:
        raw = content(path, MAX_BYTES)
        if raw is None:
            why = _("it isn't an ordinary file"), _("Copy the text here.")
        elif len(raw) > MAX_BYTES:
            message = _("it is larger than {limit} bytes").format(limit=number(MAX_BYTES))
            why = message, _("Give each article a file of its own.")
        else:
            return decoded(raw)
    except UnicodeDecodeError as error:
        why = _("it isn't in UTF-8 (byte {byte})").format(byte=error.start), _("Save it as UTF-8.")
    except OSError as error:
        why = _("it can't be read: {reason}").format(reason=because(error)), _("Check the file and your rights.")
    held.unread.append(_unread(path, *why))
    return None


def _files(directory: Path, held: Texts) -> Iterator[Path]:
    """Yield the files of text below a directory, sorted; folders without rights are noted."""
    if not directory.is_dir():
        message = _("the directory {directory} doesn't exist").format(directory=directory)
        raise UsageError(message, _("Name the directory that contains the texts of the articles."))
    root = directory.resolve()

    def refused(error: OSError) -> None:
        reason, remedy = because(error), _("Check your rights.")
        if Path(error.filename) == directory:
            message = _("{directory} can't be listed: {reason}").format(directory=directory, reason=reason)
            raise UsageError(message, remedy) from error
        message = _("it can't be listed: {reason}").format(reason=reason)
        held.unread.append(_unread(Path(error.filename), message, remedy))

    for folder, folders, names in os.walk(directory, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(folder, name) for name in sorted(names)):
            if path.suffix.lower() not in SUFFIXES or path.name.startswith("."):
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                message = _("it is a link that leads out of the directory")
                held.unread.append(_unread(path, message, _("Copy the file here.")))
            else:
                yield path


def _unread(path: Path, message: str, remedy: str) -> Problem:
    return Problem(str(path), 1, 1, "", message, remedy, "unreadable-text")
