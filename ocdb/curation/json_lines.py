"""Reads JSON lines: each line is what a YAML file is, as a JSON object; a problem names its line."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from ocdb.curation.document import Document
from ocdb.curation.problems import Path_, Problem, dotted, shortened
from ocdb.curation.yaml_text import LONGEST_INTEGER, MAX_DEPTH, Marks, marks_of
from ocdb.words.figures import number
from ocdb.words.language import _

SUFFIX = ".jsonl"
MAX_LINE = 5_000_000
_BOM = b"\xef\xbb\xbf"
# What looks like a slug, in a line that isn't JSON.
_SLUG = re.compile(r'"id"\s*:\s*"([\w-]{1,120})"')
# An escape may stand for what no database stores: a NUL, or half a letter.
_ESCAPE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class _Twice(dict[str, Any]):
    """An object in which keys appear twice: the first of each, as in YAML."""

    keys_twice: tuple[str, ...] = ()


class _NoJsonError(ValueError):
    """What Python takes for JSON, and isn't."""


def read(path: Path, content: BinaryIO, file: str) -> Iterator[Document]:
    """Yield what each line of a file holds, empty lines left out; of a broken line the problem.

    Args:
        path: the file.
        content: what is in it.
        file: what messages call it.

    Raises:
        OSError: it can't be read.
    """
    offset = 0
    for line, raw in enumerate(iter(partial(content.readline, MAX_LINE + 1), b""), 1):
        text = raw.removeprefix(_BOM) if line == 1 else raw
        start = offset + len(raw) - len(text)
        offset += len(raw)
        if len(raw) > MAX_LINE:
            offset += _skipped(content, raw)
            message = _("it is larger than {limit} bytes").format(limit=number(MAX_LINE))
            yield _failed(file, line, 1, message, _("Split it: one line for each source."), "unreadable-file")
        elif text.strip():
            try:
                written = text.decode("utf-8").rstrip("\r\n")
            except UnicodeDecodeError as error:
                message = _("it isn't in UTF-8 (byte {byte})").format(byte=start + error.start)
                yield _failed(file, line, 1, message, _("Save it as UTF-8."), "unreadable-file")
                return  # neither are the lines that follow
            document = parse(written, file, line)
            document.places = partial(_places, path, start, len(text), line)
            yield document


def parse(text: str, file: str, line: int = 1) -> Document:
    """Return what a line holds, and what is wrong with it."""
    twice: list[_Twice] = []
    try:
        data = _decoder(twice).decode(text)
        deep = text.count("{") + text.count("[") > MAX_DEPTH and _deep([data], MAX_DEPTH)
    except (json.JSONDecodeError, _NoJsonError) as error:
        message = _("this isn't JSON: {reason}").format(reason=getattr(error, "msg", error))
        document = _failed(
            file, line, getattr(error, "colno", 1), message, _("Check commas, colons and quotes."), "broken-json"
        )
        document.slugs = frozenset(_SLUG.findall(text))
        return document
    except RecursionError:
        deep = True
    if deep:
        document = _failed(file, line, 1, _("it is nested too deeply"), _("Flatten it."), "broken-json")
        document.slugs = frozenset(_SLUG.findall(text))
        return document
    document = Document(file, data, line=line)
    if twice:
        document.problems += _twice(data, (), file, line)
    if _ESCAPE.search(text):
        document.problems += _unstorable(data, (), file, line)
    return document


def _skipped(content: BinaryIO, raw: bytes) -> int:
    """Go to the end of a line that is too long, and return how many bytes were left of it."""
    skipped = 0
    while raw and not raw.endswith(b"\n"):
        raw = content.readline(MAX_LINE)
        skipped += len(raw)
    return skipped


def _failed(file: str, line: int, column: int, message: str, remedy: str, code: str) -> Document:
    return Document(file, None, [Problem(file, line, column, "", shortened(message), remedy, code)], line=line)


def _places(path: Path, start: int, length: int, line: int) -> Marks:
    """Return where the values of a line stand; it is read again, as YAML, which flows as JSON does."""
    try:
        with path.open("rb") as content:
            content.seek(start)
            marks = marks_of(content.read(length).decode("utf-8"))
    except (OSError, UnicodeDecodeError):  # it has changed since
        return {}
    return {where: (line, column) for where, (_line, column) in marks.items()}


# --- what JSON is to us ---


def _decoder(twice: list[_Twice]) -> json.JSONDecoder:
    """Return a reader that gathers the objects in which a key appears twice.

    A number with a point stays as it is written, as in YAML: no digit of it is lost, and none is added.
    """
    return json.JSONDecoder(
        object_pairs_hook=partial(_object, twice), parse_float=str, parse_int=_integer, parse_constant=_no_number
    )


def _object(twice: list[_Twice], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    first = _Twice()
    for key, value in pairs:
        if key in first:
            first.keys_twice += (key,)
        else:
            first[key] = value
    twice.append(first)
    return first


def _integer(text: str) -> int | str:
    """Return a whole number; one of many digits as it is written, as YAML has it."""
    return int(text) if len(text) <= LONGEST_INTEGER else text


def _no_number(text: str) -> NoReturn:
    raise _NoJsonError(text)


def _children(data: Any) -> Iterable[tuple[str | int, Any]]:
    return data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()


def _deep(level: list[Any], most: int) -> bool:
    """Return whether lists and objects are nested more deeply than so."""
    for _depth in range(most):
        level = [value for one in level for _key, value in _children(one) if isinstance(value, dict | list)]
        if not level:
            return False
    return True


def _twice(data: Any, path: Path_, file: str, line: int) -> Iterator[Problem]:
    """Yield a problem for each key that appears twice."""
    if isinstance(data, _Twice):
        for key in data.keys_twice:
            where = shortened(dotted((*path, key)))
            message, remedy = _("this key appears twice"), _("Keep one of them.")
            yield Problem(file, line, 1, where, message, remedy, "duplicate-key")
    for part, value in _children(data):
        yield from _twice(value, (*path, part), file, line)


def _unstorable(data: Any, path: Path_, file: str, line: int) -> Iterator[Problem]:
    """Yield a problem for each text and key with a NUL or half a letter, which no database stores."""
    texts: Iterable[Any] = data if isinstance(data, dict) else [data]
    for text in texts:
        if isinstance(text, str) and _UNSTORABLE.search(text):
            field, message = shortened(dotted(path)), _("there is an invalid character")
            yield Problem(file, line, 1, field, message, _("Remove it."), "broken-json")
    for part, value in _children(data):
        yield from _unstorable(value, (*path, part), file, line)
