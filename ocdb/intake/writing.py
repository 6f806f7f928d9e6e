"""Writes fixtures in the style of the house: block style, a blank line between records, dates without quotes.

What is written reads back as the same values, with our reader and with any other reader of YAML 1.1, save that others
make dates of dates.
"""

import io
import re
import textwrap
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from yaml.emitter import Emitter
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from ocdb.words.language import LANGUAGES, Language, _, speaking
from ocdb.words.typography import typed

WIDTH = 116  # as the fixtures have been written by hand
_STEP = "  "
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


def dump(data: Mapping[str, Any], comment: str = "") -> str:
    """Return the YAML of a file.

    Args:
        data: keys and what stands under them: a record, or a list of records.
        comment: what the file is, for its first lines.

    Raises:
        TypeError: a value is none of text, whole number, true, false, null, list and mapping.
    """
    head = [f"# {line}\n" for line in textwrap.wrap(comment, WIDTH - 2)]
    parts = ["\n".join(_entry(key, value, "")) for key, value in data.items()]
    return "".join(head) + "\n\n".join(parts) + "\n"


def _entry(key: str, value: Any, indent: str) -> Iterator[str]:
    """Yield the lines of a key with its value."""
    start = f"{indent}{scalar(key)}:"
    if isinstance(value, Mapping) and value and not (set(value) <= _BOUNDS and _fits(start, value)):
        yield start
        for name, inner in value.items():
            yield from _entry(name, inner, indent + _STEP)
    elif isinstance(value, list) and value and (_holds_records(value) or not _fits(start, value)):
        yield start
        yield from _list(value, indent)
    elif isinstance(value, str) and not _fits(start, value) and _folds(value):
        yield f"{start} >-"
        inside = indent + _STEP
        wrapped = textwrap.wrap(value, WIDTH - len(inside), break_long_words=False, break_on_hyphens=False)
        yield from (f"{inside}{line}" for line in wrapped)
    else:
        yield f"{start} {_line(value, top=True)}"


def _list(values: list[Any], indent: str) -> Iterator[str]:
    """Yield the items of a list; a blank line parts the records of a file."""
    for number, value in enumerate(values):
        if not isinstance(value, Mapping) or not value or (indent and _fits(f"{indent}-", value)):
            yield f"{indent}- {_line(value, top=True)}"
            continue
        if number and not indent:
            yield ""
        inside = indent + _STEP
        lines = [line for name, inner in value.items() for line in _entry(name, inner, inside)]
        yield f"{indent}- {lines[0].removeprefix(inside)}"
        yield from lines[1:]


def _holds_records(values: list[Any]) -> bool:
    return any(isinstance(one, Mapping) for one in values)


def _fits(start: str, value: Any) -> bool:
    return len(start) + 1 + len(_line(value, top=True)) <= WIDTH


def _line(value: Any, *, top: bool = False) -> str:
    """Return a value on one line; `top` where it stands in no bracket."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_line(key)}: {_line(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_line, value)) + "]"
    return scalar(value, top=top)


def scalar(value: Any, *, top: bool = True) -> str:
    """Return a text, number, truth value or null as YAML writes it; not `top` inside of brackets."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
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
