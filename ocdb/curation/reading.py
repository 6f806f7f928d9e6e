"""Reads YAML into plain data that knows its lines.

Only strings, integers, true, false and null come out: a date stays as written, NO stays Norway, 12:30 stays 12:30.
A key given twice, an alias and a tag are problems.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError

from ocdb.curation.problems import Problem, shortened
from ocdb.words.figures import number
from ocdb.words.language import Language, _, language
from ocdb.words.system import because

Path_ = tuple[str | int, ...]

MAX_BYTES = 5_000_000
MAX_DEPTH = 30
# Measured: this many take 4 s.
MAX_VALUES = 200_000
_SUFFIXES = (".yaml", ".yml")
# What looks like a slug, in a file that isn't YAML.
_SLUG = re.compile(r"""\bid:[ ]*["']?([\w-]{1,120})""")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map")
}
_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Document:
    """A file as read: its data, and the line and column of each value and key.

    Attributes:
        slugs: those that a file seems to give whose data can't be read; what refers to them isn't wrong for that.
        entries: the records whose shape was right, by their paths: one run gathers the seeds several times.
    """

    file: str
    data: Any = None
    marks: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    slugs: set[str] = field(default_factory=set)
    entries: dict[Path_, Any] = field(default_factory=dict, repr=False, compare=False)

    def problem(self, path: Path_, message: str, remedy: str, code: str = "wrong-value") -> Problem:
        """Return a problem at the place of a value, or of the nearest value around it."""
        known = next((path[:n] for n in range(len(path), 0, -1) if path[:n] in self.marks), ())
        line, column = self.marks.get(known, (1, 1))
        return Problem(self.file, line, column, shortened(dotted(path)), shortened(message), remedy, code)


def dotted(path: Path_) -> str:
    """Return a path as people write it: ``pledges[2].due``, counting from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


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
    """Return the YAML files below a directory, sorted, hidden ones left out."""
    return find(directory)[0]


def find(path: Path) -> tuple[list[Path], list[Problem]]:
    """Return the YAML files below a directory, sorted, hidden ones left out, and what stood in the way.

    A path that is no directory is itself what is found. A symbolic link that stays in the directory is followed to a
    file, not to a directory: what is in there is found without it.
    """
    if not os.path.isdir(path):  # noqa: PTH112  Path.is_dir raises where a directory above may not be searched
        return [path], []
    found: list[Path] = []
    problems: list[Problem] = []

    def locked(error: OSError) -> None:
        problems.append(_unreadable(str(error.filename), error))

    root = os.path.realpath(path)
    for above, folders, names in os.walk(path, onerror=locked):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for one in (Path(above) / name for name in [*folders, *names]):
            link, wanted = one.is_symlink(), one.name in names and _is_yaml(one)
            if link and (wanted or one.name in folders) and not _lies_in(one, root):
                message = _("a symbolic link leads out of the directory, and isn't followed")
                remedy = _("Put the file itself here, or name its directory, too.")
                problems.append(Problem(str(one), 1, 1, "", message, remedy, "link-outside"))
            elif wanted:
                found.append(one)
    return sorted(found), problems


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in _SUFFIXES and not path.name.startswith(".")


def _lies_in(link: Path, root: str) -> bool:
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
    with open(path, "rb", buffering=0, opener=_without_waiting) as stream:
        while len(whole) <= most:
            part = stream.read(most + 1 - len(whole))
            if not part:
                return None if part is None else whole
            whole += part
    return whole


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def decoded(raw: bytes) -> str:
    """Return the text of a file, its lines ending as Python's do.

    Raises:
        UnicodeDecodeError: it is not written in UTF-8.
    """
    return raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def read(path: Path, shown: str | None = None) -> Document:
    """Return a file's data with line numbers; what can't be read stands in its problems.

    Args:
        path: the file.
        shown: the name that messages use; by default the path.
    """
    document = Document(shown or str(path))
    try:
        raw = content(path, MAX_BYTES)
        if raw is None:
            message = _("it isn't an ordinary file")
            return _failed(document, 1, 1, message, _("Name a file, or a directory of files."))
        if len(raw) > MAX_BYTES:
            message = _("it is larger than {limit} bytes").format(limit=number(MAX_BYTES))
            return _failed(document, 1, 1, message, _("Split it: one file for each source."))
        text = decoded(raw)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = _("it isn't in UTF-8 (byte {byte})").format(byte=error.start)
        return _failed(document, line, 1, message, _("Save it as UTF-8."))
    except OSError as error:
        document.problems.append(_unreadable(document.file, error))
        return document
    return _parsed(document.file, text, language())


@lru_cache(maxsize=1024)
def _parsed(file: str, text: str, _spoken: Language) -> Document:
    """Return a file's data; one run reads the seeds several times, for what is checked and for what stands around."""
    return parse(text, Document(file))


def parse(text: str, document: Document) -> Document:
    """Fill a document from YAML text and return it."""
    _fill(document, text)
    if document.problems and document.data is None:
        document.slugs.update(_SLUG.findall(text))
    return document


def _fill(document: Document, text: str) -> None:
    try:
        refused = _refused(text)
        if refused:
            _failed(document, *refused)
            return
        node = yaml.compose(text, Loader=_LOADER)
        document.data = _plain(node, (), document) if node else None
    except yaml.MarkedYAMLError as error:
        line, column = _place(error.problem_mark or error.context_mark)
        wrong = " ".join(part for part in (error.context, error.problem) if part)
        remedy = _("Check indentation, colons and quotes here.")
        _failed(document, line, column, _("this isn't YAML: {reason}").format(reason=wrong), remedy, "broken-yaml")
    except ReaderError as error:  # a character that YAML forbids
        before = text.encode()[: error.position].decode(errors="ignore")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = _("this isn't YAML: {reason}").format(reason=error.reason)
        _failed(document, line, column, message, _("Remove that character."), "broken-yaml")


def _refused(text: str) -> tuple[int, int, str, str, str] | None:
    """Return line, column, problem, remedy and code of what must not be composed.

    Aliases blow up, so does deep nesting, and very many values take a minute. The parser of libyaml reports one event
    after the other; its composer calls itself, and crashes when it is deep.
    """
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return *_place(event.start_mark), _("it is nested too deeply"), _("Flatten it."), "yaml-feature"
        if count > MAX_VALUES:
            message = _("there are more than {limit} values up to here").format(limit=number(MAX_VALUES))
            return *_place(event.start_mark), message, _("Split it: one file for each source."), "unreadable-file"
        if getattr(event, "anchor", None):
            return *_place(event.start_mark), _("there is an anchor or an alias"), _("Write it out."), "yaml-feature"
    return None


def _place(mark: Any) -> tuple[int, int]:
    """Return line and column, from 1, of what PyYAML calls a mark."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _failed(
    document: Document, line: int, column: int, message: str, remedy: str, code: str = "unreadable-file"
) -> Document:
    document.problems.append(Problem(document.file, line, column, "", message, remedy, code))
    return document


def _plain(node: Node, path: Path_, document: Document) -> Any:
    """Return a node's value in plain data, noting where it and its children stand."""
    document.marks[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if node.tag not in _PLAIN_TAGS:
        message = _("the tag {tag} isn't used here").format(tag=node.tag)
        document.problems.append(document.problem(path, message, _("Remove it."), "yaml-feature"))
    if isinstance(node, MappingNode):
        return _mapping(node, path, document)
    if isinstance(node, SequenceNode):
        return [_plain(child, (*path, index), document) for index, child in enumerate(node.value)]
    return _scalar(node, path, document)


def _mapping(node: MappingNode, path: Path_, document: Document) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        where = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if not isinstance(key_node, ScalarNode):
            message = _("a key must be a word")
            document.problems.append(
                Problem(document.file, *where, dotted(path), message, _("Write a word."), "broken-yaml")
            )
            continue
        key = key_node.value
        if key in found:
            field_ = dotted((*path, key))
            message = _("this key appears twice")
            document.problems.append(
                Problem(document.file, *where, field_, message, _("Keep one of them."), "duplicate-key")
            )
            continue
        found[key] = _plain(value_node, (*path, key), document)
        document.marks[(*path, key)] = where  # the key's place: a missing value has none of its own
    return found


def _scalar(node: Any, path: Path_, document: Document) -> str | int | bool | None:
    text: str = node.value
    if "\0" in text:
        message = _("there is a NUL character")
        document.problems.append(document.problem(path, message, _("Remove it."), "broken-yaml"))
    if node.style:  # quoted or a block: a string
        return text
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INTEGER.fullmatch(text) and len(text) < 16 else text  # noqa: PLR2004
