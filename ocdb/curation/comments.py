"""The comments of a YAML text, each with the value that it stands before or beside."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from ocdb.curation.problems import Path_
from ocdb.curation.yaml_text import marks_of

_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(#.*)")


@dataclass
class Comments:
    """The comments of a text, with their signs and without their indentation.

    Attributes:
        head: what stands before the first key, blank lines included.
        before: the lines above a value, or above the key that it has, by its path.
        beside: the comment behind a value on its line, or behind its key.
        below: the lines at the end of what they stand in, by the path of the value before them.
        tail: what comes after the last value.
    """

    head: list[str] = field(default_factory=list)
    before: dict[Path_, list[str]] = field(default_factory=dict)
    beside: dict[Path_, str] = field(default_factory=dict)
    below: dict[Path_, list[str]] = field(default_factory=dict)
    tail: list[str] = field(default_factory=list)

    def every(self) -> list[str]:
        """Return all comments, sorted: two texts have the same ones if these are the same."""
        lines = [line for lines in (*self.before.values(), *self.below.values()) for line in lines]
        return sorted(filter(None, [*self.head, *lines, *self.beside.values(), *self.tail]))

    def within(self, path: Path_) -> bool:
        """Return whether one stands at a value, or in it."""
        depth = len(path)
        return any(one[:depth] == path for one in (*self.before, *self.beside, *self.below))


def comments_of(text: str) -> Comments:
    """Return the comments of a text that is YAML."""
    found = Comments()
    marks = {path: place for path, place in marks_of(text).items() if path}
    places: dict[int, list[Path_]] = {}
    for path, (line, _column) in marks.items():
        places.setdefault(line, []).append(path)
    lines, written = sorted(places), text.split("\n")
    for line, comment, alone in _comments(text):
        following = next((one for one in lines if one > line), 0)
        if not alone:
            found.beside[_beside(places.get(line, []))] = comment
            continue
        deep, next_deep = _indent(written[line - 1]), _indent(written[following - 1]) if following else -1
        if above := _ended(marks, line, deep, next_deep):
            found.below.setdefault(above, []).append(comment)
        elif not following:
            found.tail.append(comment)
        elif following != lines[0]:
            found.before.setdefault(min(places[following], key=len), []).append(comment)
    found.head = [line.strip() for line in (written[: lines[0] - 1] if lines else [])]
    while found.head and not found.head[-1]:
        found.head.pop()
    return found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _ended(marks: Mapping[Path_, tuple[int, int]], line: int, indent: int, following: int) -> Path_:
    """Return the last key before a comment that stands at the end of a record, at the depth of its keys; else none."""
    if not indent or indent <= following:
        return ()
    keys = [(place[0], path) for path, place in marks.items() if place[0] < line and place[1] == indent + 1]
    return max(((place, path) for place, path in keys if isinstance(path[-1], str)), default=(0, ()))[1]


def _beside(paths: list[Path_]) -> Path_:
    """Return to which of the values that begin on a line its comment belongs: the first that has a key."""
    keyed = [path for path in paths if isinstance(path[-1], str)]
    return min(keyed or paths or [()], key=len)


def _comments(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield line, from 1, and text of each comment, and whether it has the line for itself.

    A comment stands where no token does: in a text or a block a # is a sign like others.
    """
    lines = text.split("\n")
    end = 0, 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        start = token.start_mark.line, token.start_mark.column
        yield from _between(lines, end, start)
        header = _HEADER.match(lines[start[0]], start[1]) if start[0] < len(lines) else None
        if getattr(token, "style", None) in ("|", ">") and header:
            yield start[0] + 1, header[1].rstrip(), False
        end = max(end, (token.end_mark.line, token.end_mark.column))
    yield from _between(lines, end, (len(lines) - 1, len(lines[-1])))


def _between(lines: list[str], begin: tuple[int, int], end: tuple[int, int]) -> Iterator[tuple[int, str, bool]]:
    for number in range(begin[0], min(end[0], len(lines) - 1) + 1):
        line = lines[number]
        first = begin[1] if number == begin[0] else 0
        gap = line[first : end[1] if number == end[0] else None]
        if gap.lstrip().startswith("#"):
            yield number + 1, gap.strip(), not line[:first].strip()
