"""Turns the text of a YAML file into plain data, in one pass over the events of the parser.

Only strings, integers, true, false and null come out: a date stays as written, NO stays Norway, 12:30 stays 12:30.
A key given twice, an alias and a tag are problems. Composing nodes first, as `yaml.load` does, takes four times as
long, calls itself, and crashes on what is nested very deeply.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from sys import intern
from typing import Any, NoReturn

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)
from yaml.reader import ReaderError

from ocdb.curation.problems import Path_, Problem, dotted, shortened
from ocdb.words.figures import number
from ocdb.words.language import _

MAX_DEPTH = 30
MAX_VALUES = 200_000
# A text has fewer events than this for each of its characters: {a,b} has a key and a value for each letter.
_MOST_EVENTS = 4
# Words of this length may be slugs and codes, which appear again: each is kept once.
SHORT = 60
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
# No integer begins otherwise, and a longer one fits into no column.
_DIGITS = frozenset("-0123456789")
LONGEST_INTEGER = 15
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map")
} | {"!"}
_PARSER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Marks = dict[Path_, tuple[int, int]]
_Event = Any


class _RefusedError(Exception):
    """What the file holds is not read: it has one problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


def read(text: str, file: str, marks: Marks | None = None) -> tuple[Any, list[Problem]]:
    """Return the data of a text, and what is wrong in it; where it can't be read at all, None and one problem.

    Args:
        text: the text.
        file: what problems call it.
        marks: takes line and column of each value, by its path; of the value of a key, those of the key.
    """
    try:
        reader = _Reader(text, file, marks)
        return reader.document(), reader.problems
    except _RefusedError as refused:
        return None, [refused.problem]
    except yaml.MarkedYAMLError as error:
        wrong = " ".join(part for part in (error.context, error.problem) if part)
        remedy = _("Check indentation, colons and quotes here.")
        place = _place(error.problem_mark or error.context_mark)
        return None, [_problem(file, place, _("this isn't YAML: {reason}").format(reason=wrong), remedy, "broken-yaml")]
    except ReaderError as error:  # a character that YAML forbids
        before = text.encode()[: error.position].decode(errors="ignore")
        place = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = _("this isn't YAML: {reason}").format(reason=error.reason)
        return None, [_problem(file, place, message, _("Remove that character."), "broken-yaml")]


@lru_cache(maxsize=8)
def marks_of(text: str) -> Marks:
    """Return line and column, from 1, of each value of a text, by its path; of what isn't YAML, of what comes before.

    Nobody asks for those of a file without problems, so they are not kept.
    """
    marks: Marks = {}
    read(text, "", marks)
    return marks


class _Reader:
    """Builds data from the events of the parser, and notes what is wrong on the way."""

    def __init__(self, text: str, file: str, marks: Marks | None) -> None:
        self.file, self.marks = file, marks
        self.problems: list[Problem] = []
        self.next: Callable[[], _Event] = _PARSER(text).get_event
        if len(text) * _MOST_EVENTS > MAX_VALUES:
            self.next = self._counting(self.next)

    def document(self) -> Any:
        """Return the data of the one document."""
        self.next()  # the stream begins
        start = self.next()
        if type(start) is StreamEndEvent:
            return None
        found = self._value(self.next(), ())
        self.next()  # the document ends
        other = self.next()
        if type(other) is not StreamEndEvent:
            self._rest()
            wrong = "expected a single document in the stream", "but found another document"
            raise yaml.MarkedYAMLError(wrong[0], start.start_mark, wrong[1], other.start_mark)
        return found

    # --- values ---

    def _value(self, event: _Event, path: Path_) -> Any:
        """Return the value that begins with an event."""
        kind = type(event)
        if kind is not ScalarEvent:
            self._refuse(event, len(path))
        elif event.anchor is not None:
            self._refuse_anchor(event)
        if self.marks is not None:
            self.marks[path] = _place(event.start_mark)
        if event.tag is not None and event.tag not in _PLAIN_TAGS:
            message = _("the tag {tag} isn't used here").format(tag=event.tag)
            self._note(event, path, message, _("Remove it."), "yaml-feature")
        if kind is ScalarEvent:
            return self._scalar(event, path)
        return self._mapping(path) if kind is MappingStartEvent else self._sequence(path)

    def _sequence(self, path: Path_) -> list[Any]:
        found: list[Any] = []
        event = self.next()
        while type(event) is not SequenceEndEvent:
            found.append(self._value(event, (*path, len(found))))
            event = self.next()
        return found

    def _mapping(self, path: Path_) -> dict[str, Any]:
        found: dict[str, Any] = {}
        marks, following = self.marks, self.next
        event = following()
        while type(event) is not MappingEndEvent:
            if type(event) is not ScalarEvent or event.anchor is not None or event.value in found:
                self._wrong_key(event, path)
            else:
                key, value = event.value, following()
                if type(value) is ScalarEvent and value.tag is None and value.anchor is None:  # as most are
                    found[key] = self._scalar(value, path, key)
                else:
                    found[key] = self._value(value, (*path, key))
                if marks is not None:
                    marks[(*path, key)] = _place(event.start_mark)  # a missing value has no place of its own
            event = following()
        return found

    def _wrong_key(self, event: _Event, path: Path_) -> None:
        """Note what is wrong with a key, and leave it out with its value."""
        if type(event) is ScalarEvent and event.anchor is None:
            self._note(
                event, (*path, event.value), _("this key appears twice"), _("Keep one of them."), "duplicate-key"
            )
        else:
            self._skip(event, len(path) + 1)
            self._note(event, path, _("a key must be a word"), _("Write a word."), "broken-yaml")
        self._skip(self.next(), len(path) + 1)

    def _scalar(self, event: _Event, path: Path_, *key: str) -> str | int | bool | None:
        text: str = event.value
        if "\0" in text:
            self._note(event, (*path, *key), _("there is a NUL character"), _("Remove it."), "broken-yaml")
        if len(text) <= SHORT:
            text = intern(text)
            if not event.style:  # else it is quoted or a block: a string
                if text in _WORDS:
                    return _WORDS[text]
                if text[0] in _DIGITS and len(text) <= LONGEST_INTEGER and _INTEGER.fullmatch(text):
                    return int(text)
        return text

    # --- what is wrong ---

    def _note(self, event: _Event, path: Path_, message: str, remedy: str, code: str) -> None:
        self.problems.append(_problem(self.file, _place(event.start_mark), message, remedy, code, path))

    def _refuse(self, event: _Event, depth: int) -> None:
        """Refuse what is nested too deeply, and what has an anchor or is an alias.

        Aliases blow up, so does deep nesting, and very many values take a minute.
        """
        if depth >= MAX_DEPTH and isinstance(event, yaml.CollectionStartEvent):
            message, remedy = _("it is nested too deeply"), _("Flatten it.")
            raise _RefusedError(_problem(self.file, _place(event.start_mark), message, remedy, "yaml-feature"))
        if getattr(event, "anchor", None) is not None:
            self._refuse_anchor(event)

    def _refuse_anchor(self, event: _Event) -> NoReturn:
        message, remedy = _("there is an anchor or an alias"), _("Write it out.")
        raise _RefusedError(_problem(self.file, _place(event.start_mark), message, remedy, "yaml-feature"))

    def _counting(self, following: Callable[[], _Event]) -> Callable[[], _Event]:
        """Return what gives the next event, and refuses a text with very many."""
        count = -1

        def counted() -> _Event:
            nonlocal count
            event = following()
            count += 1
            if count > MAX_VALUES:
                message = _("there are more than {limit} values up to here").format(limit=number(MAX_VALUES))
                remedy = _("Split it: one file for each source.")
                raise _RefusedError(_problem(self.file, _place(event.start_mark), message, remedy))
            return event

        return counted

    def _skip(self, event: _Event, depth: int) -> None:
        """Leave out the value that begins with an event."""
        within = depth
        while True:
            self._refuse(event, within)
            within += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if within == depth:
                return
            event = self.next()

    def _rest(self) -> None:
        """Go through what comes after the first document: an error in there comes first."""
        within, event = 0, None
        while type(event) is not StreamEndEvent:
            event = self.next()
            self._refuse(event, within)
            within += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _place(mark: Any) -> tuple[int, int]:
    """Return line and column, from 1, of what PyYAML calls a mark."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _problem(
    file: str, place: tuple[int, int], message: str, remedy: str, code: str = "unreadable-file", path: Path_ = ()
) -> Problem:
    return Problem(file, *place, shortened(dotted(path)), shortened(message), remedy, code)
