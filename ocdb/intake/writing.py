"""Writes fixtures in the style of the house: block style, a blank line between records, dates without quotes.

What is written reads back as the same values, with our reader and with any other reader of YAML 1.1, save that others
make dates of dates.
"""

import io
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from yaml.emitter import Emitter
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from ocdb.curation.comments import Comments
from ocdb.curation.problems import Path_
from ocdb.words.language import LANGUAGES, Language, _, speaking
from ocdb.words.typography import typed

WIDTH = 116  # as the fixtures have been written by hand
_STEP = "  "
_NESTED = ("codes",)  # a list of records in a mapping
_BOUNDS = {"about", "nearly", "at_least", "at_most", "range"}
# Texts that need no closer look: most of them, at a hundredth of the cost.
_SIMPLE = re.compile(r"[^\W\d_](?:[\w .'/()+-]*[\w.)])?")
_NOT_SIMPLE = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"}
_resolver = Resolver()


def in_both(message: str, **details: str) -> dict[Language, str]:
    """Return a message in both languages, as a curator types the texts of a fixture."""
    texts: dict[Language, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            texts[language] = typed(_(message).format_map(details))
    return texts


class Written(str):
    """A text that stands as it is, as a decimal that other readers may take for a number."""

    __slots__ = ()


_NONE = Comments()
_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")


def decimal(value: Any) -> Any:
    """Return a value; a text that is a decimal as one that needs no quotes, since our reader reads it as it stands."""
    return Written(value) if isinstance(value, str) and _DECIMAL.fullmatch(value) else value


def dump(data: Mapping[str, Any], comment: str = "", comments: Comments = _NONE) -> str:
    """Return the YAML of a file.

    Args:
        data: keys and what stands under them: a record, or a list of records.
        comment: what the file is, for its first lines.
        comments: those of its values; a list or a mapping with one in it takes a line for each value.

    Raises:
        TypeError: a value is none of text, whole number, true, false, null, list and mapping.
    """
    head = [f"# {line}\n" for line in textwrap.wrap(comment, WIDTH - 2)]
    head += [f"{line}\n" for line in comments.head]
    writer = _Writer(comments)
    parts = ["\n".join(writer.entry(key, value, "", (key,))) for key, value in data.items()]
    tail = [f"{line}\n" for line in comments.tail]
    return "".join(head) + "\n\n".join(parts) + "\n" + "".join(tail)


class _Writer:
    """Writes values with their comments."""

    def __init__(self, comments: Comments) -> None:
        self.comments = comments

    def entry(self, key: str, value: Any, indent: str, path: Path_) -> Iterator[str]:
        """Yield the lines of a key with its value."""
        for comment in self.comments.before.get(path, ()):
            yield f"{indent}{comment}"
        first, *rest = self._entry(key, value, indent, path)
        beside = self.comments.beside.get(path)
        yield f"{first}  {beside}" if beside else first
        yield from rest
        yield from (f"{indent}{comment}" for comment in self.comments.below.get(path, ()))

    def _entry(self, key: str, value: Any, indent: str, path: Path_) -> Iterator[str]:
        start = f"{indent}{_key(key)}:"
        block = isinstance(value, Mapping | list) and any(self._inside(path, inner) for inner in _keys(value))
        if isinstance(value, Mapping) and value and (block or not (_is_brief(value) and _fits(start, value))):
            yield start
            for name, inner in value.items():
                yield from self.entry(name, inner, indent + _STEP, (*path, name))
        elif isinstance(value, list) and value and (block or _holds_records(value) or not _fits(start, value)):
            yield start
            yield from self._list(value, indent, path)
        elif isinstance(value, str) and not _fits(start, value) and _folds(value):
            yield f"{start} >-"
            inside = indent + _STEP
            wrapped = textwrap.wrap(value, WIDTH - len(inside), break_long_words=False, break_on_hyphens=False)
            yield from (f"{inside}{line}" for line in wrapped)
        else:
            yield f"{start} {_line(value, top=True)}"

    def _inside(self, path: Path_, inner: str | int) -> bool:
        return self.comments is not _NONE and self.comments.within((*path, inner))

    def _list(self, values: list[Any], indent: str, path: Path_) -> Iterator[str]:
        """Yield the items of a list; a blank line parts the records of a file."""
        for number, value in enumerate(values):
            own = (*path, number)
            records = isinstance(value, Mapping) and bool(value) and (not indent or path[:-1] == _NESTED)
            if number and records:
                yield ""
            for comment in self.comments.before.get(own, ()):
                yield f"{indent}{comment}"
            if not isinstance(value, Mapping) or not value or (not records and self._short(value, indent, own)):
                beside = self.comments.beside.get(own)
                yield f"{indent}- {_line(value, top=True)}" + (f"  {beside}" if beside else "")
                continue
            inside = indent + _STEP
            lines = [line for name, inner in value.items() for line in self.entry(name, inner, inside, (*own, name))]
            above = next(place for place, line in enumerate(lines) if not line.lstrip().startswith("#"))
            yield from (f"{indent}{line.strip()}" for line in lines[:above])
            yield f"{indent}- {lines[above].removeprefix(inside)}"
            yield from lines[above + 1 :]

    def _short(self, value: Mapping[str, Any], indent: str, path: Path_) -> bool:
        inside = any(self._inside(path, name) for name in value)
        return bool(indent) and not inside and _fits(f"{indent}-", value)


def _is_brief(value: Mapping[str, Any]) -> bool:
    """Return whether a mapping stands on one line where it fits: a figure with its bound, and numbers by year."""
    return set(value) <= _BOUNDS or all(isinstance(key, str) and key.isdecimal() for key in value)


def _key(key: str) -> str:
    """Return a key; a year and the field ``on`` need no quotes, whatever other readers take them for."""
    return key if key.isdecimal() or key == "on" else scalar(key)


def _keys(value: Mapping[str, Any] | list[Any]) -> Iterable[str | int]:
    return value if isinstance(value, Mapping) else range(len(value))


def _holds_records(values: list[Any]) -> bool:
    return any(isinstance(one, Mapping) for one in values)


def _fits(start: str, value: Any) -> bool:
    return len(start) + 1 + len(_line(value, top=True)) <= WIDTH


def _line(value: Any, *, top: bool = False) -> str:
    """Return a value on one line; `top` where it stands in no bracket."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_line(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_line, value)) + "]"
    return scalar(value, top=top)


def scalar(value: Any, *, top: bool = True) -> str:
    """Return a text, number, truth value or null as YAML writes it; not `top` inside of brackets."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Written):
        return str(value)
    if not isinstance(value, str):
        raise TypeError(f"{value!r} can't be written")
    return _text(value, top=top)


@lru_cache(maxsize=10_000)
def _text(text: str, *, top: bool) -> str:
    """Return a text as it is where that is safe, else in quotes."""
    if _SIMPLE.fullmatch(text) and text.casefold() not in _NOT_SIMPLE:
        return text
    about = Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(text)
    allowed = about.allow_block_plain if top else about.allow_flow_plain
    tag = _resolver.resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    same = tag in _PLAIN_TAGS and text.casefold() not in ("y", "n")
    if allowed and same and not about.multiline and text.isprintable():
        return text
    readable = "'" in text and '"' not in text and "\\" not in text
    if not about.allow_single_quoted or about.multiline or readable or not text.isprintable():
        return '"' + "".join(map(_escaped, text)) + '"'
    return "'" + text.replace("'", "''") + "'"


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter.isprintable():
        return letter
    number = ord(letter)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"  # noqa: PLR2004


def _folds(text: str) -> bool:
    """Return whether a text may be broken at its spaces."""
    return " " in text and text.isprintable() and text == text.strip() and "  " not in text
