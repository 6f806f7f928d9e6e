"""Reads YAML into plain data that knows its lines.

Only strings, integers, true, false and null come out: a date stays as written, NO stays Norway, 12:30 stays 12:30.
A key given twice, an alias and a tag are problems.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError

from ocdb.curation.problems import Problem

Path_ = tuple[str | int, ...]

MAX_BYTES = 5_000_000
MAX_DEPTH = 30
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map")
}
_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Document:
    """A file as read: its data, and the line and column of each value and key."""

    file: str
    data: Any = None
    marks: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, path: Path_, message: str, remedy: str) -> Problem:
        """Return a problem at the place of a value, or of the nearest value around it."""
        known = next((path[:n] for n in range(len(path), 0, -1) if path[:n] in self.marks), ())
        line, column = self.marks.get(known, (1, 1))
        return Problem(self.file, line, column, dotted(path), message, remedy)


def dotted(path: Path_) -> str:
    """Return a path as people write it: ``pledges[2].due``, counting from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def files(directory: Path) -> Iterator[Path]:
    """Yield the YAML files below a directory, sorted, hidden ones left out."""
    for path in sorted(directory.rglob("*.y*ml")):
        if path.suffix in (".yaml", ".yml") and not any(
            part.startswith(".") for part in path.relative_to(directory).parts
        ):
            yield path


def read(path: Path, shown: str | None = None) -> Document:
    """Return a file's data with line numbers; what can't be read stands in its problems.

    Args:
        path: the file.
        shown: the name that messages use; by default the path.
    """
    document = Document(shown or str(path))
    try:
        size = path.stat().st_size
        text = path.read_text(encoding="utf-8") if size <= MAX_BYTES else None
    except UnicodeDecodeError as error:
        return _failed(document, 1, 1, f"it is not written in UTF-8 (byte {error.start})", "Save it as UTF-8.")
    except OSError as error:
        return _failed(document, 1, 1, f"it can't be read: {error.strerror}", "Check the path and its rights.")
    if text is None:
        return _failed(document, 1, 1, f"it has {size} bytes, {MAX_BYTES} are the most", "Split it: one file a source.")
    return parse(text, document)


def parse(text: str, document: Document) -> Document:
    """Fill a document from YAML text and return it."""
    try:
        refused = _refused(text)
        if refused:
            return _failed(document, *refused)
        node = yaml.compose(text, Loader=_LOADER)
        document.data = _plain(node, (), document) if node else None
    except yaml.MarkedYAMLError as error:
        line, column = _place(error.problem_mark or error.context_mark)
        wrong = " ".join(part for part in (error.context, error.problem) if part)
        return _failed(
            document, line, column, f"this is no YAML: {wrong}", "Check indentation, colons and quotes here."
        )
    except ReaderError as error:  # a character that YAML forbids
        before = text.encode()[: error.position].decode(errors="ignore")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return _failed(document, line, column, f"this is no YAML: {error.reason}", "Remove that character.")
    return document


def _refused(text: str) -> tuple[int, int, str, str] | None:
    """Return line, column, problem and remedy of what must not be composed: aliases blow up, and so does deep nesting.

    The parser of libyaml reports one event after the other; its composer calls itself, and crashes when it is deep.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return *_place(event.start_mark), "it is nested too deeply", "Flatten it."
        if getattr(event, "anchor", None):
            return *_place(event.start_mark), "there is an anchor or an alias", "Write it out."
    return None


def _place(mark: Any) -> tuple[int, int]:
    """Return line and column, from 1, of what PyYAML calls a mark."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _failed(document: Document, line: int, column: int, message: str, remedy: str) -> Document:
    document.problems.append(Problem(document.file, line, column, "", message, remedy))
    return document


def _plain(node: Node, path: Path_, document: Document) -> Any:
    """Return a node's value in plain data, noting where it and its children stand."""
    document.marks[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if node.tag not in _PLAIN_TAGS:
        document.problems.append(document.problem(path, f"the tag {node.tag} isn't used here", "Remove it."))
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
            document.problems.append(
                Problem(document.file, *where, dotted(path), "a key must be a word", "Write a word.")
            )
            continue
        key = key_node.value
        if key in found:
            field_ = dotted((*path, key))
            document.problems.append(
                Problem(document.file, *where, field_, "this key is there twice", "Keep one of them.")
            )
            continue
        found[key] = _plain(value_node, (*path, key), document)
        document.marks[(*path, key)] = where  # the key's place: a missing value has none of its own
    return found


def _scalar(node: Any, path: Path_, document: Document) -> str | int | bool | None:
    text: str = node.value
    if "\0" in text:
        document.problems.append(document.problem(path, "there is a NUL character", "Remove it."))
    if node.style:  # quoted or a block: a string
        return text
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INTEGER.fullmatch(text) and len(text) < 16 else text  # noqa: PLR2004
