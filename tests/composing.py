"""Reads YAML by composing nodes, slowly and in three passes: what the reader in one pass is held against."""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError

from ocdb.curation.problems import Path_, Problem, dotted, shortened
from ocdb.curation.yaml_text import MAX_DEPTH, MAX_VALUES
from ocdb.words.figures import number
from ocdb.words.language import _

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map")
}
_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Composed:
    """What a text holds, where its values stand, and what is wrong in it."""

    file: str
    data: Any = None
    marks: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, path: Path_, message: str, remedy: str, code: str) -> Problem:
        line, column = self.marks[path]
        return Problem(self.file, line, column, shortened(dotted(path)), shortened(message), remedy, code)


def composed(text: str, file: str) -> Composed:
    """Return what a text holds."""
    document = Composed(file)
    _fill(document, text)
    return document


def _fill(document: Composed, text: str) -> None:
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
    document: Composed, line: int, column: int, message: str, remedy: str, code: str = "unreadable-file"
) -> Composed:
    document.problems.append(Problem(document.file, line, column, "", message, remedy, code))
    return document


def _plain(node: Node, path: Path_, document: Composed) -> Any:
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


def _mapping(node: MappingNode, path: Path_, document: Composed) -> dict[str, Any]:
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


def _scalar(node: Any, path: Path_, document: Composed) -> str | int | bool | None:
    text: str = node.value
    if "\0" in text:
        message = _("there is a NUL character")
        document.problems.append(document.problem(path, message, _("Remove it."), "broken-yaml"))
    if node.style:  # quoted or a block: a string
        return text
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INTEGER.fullmatch(text) and len(text) < 16 else text
