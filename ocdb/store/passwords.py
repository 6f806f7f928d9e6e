"""Keeps passwords out of what is printed: those in the URLs of databases, whole or mistyped."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TextIO, cast

STARS = "***"
# Texts, as in other modules that each question imports: `re` compiles them when one is needed, and keeps them.
# A drive of Windows has one letter; an article's address is no database.
_SCHEME = r"(?!https?:)[A-Za-z][\w+.-]+:/*"
_IN_URL = rf"(?<![\w+.-])({_SCHEME}[^\s:/@]*:)\S+"
_URL = rf"{_SCHEME}(\S.*)"
# The keys under which a URL or a connection string may give one too.
# Whole words, and none of them twice: an error may repeat a word of a hundred thousand letters.
_KEY = r"(?<!\w)(\w++)\s*+=\s*+"
_VALUE = r"[^&\s'\"]++"
_TELLTALE = "passw|pwd|secret|token"
_MARKS = r"[@/:?#&]"
# A part of a password that is shorter is a word of any message.
SHORTEST = 4


def hidden(text: str, words: Iterable[str] = ()) -> str:
    """Return a text with stars in place of the passwords of URLs, and of some words."""
    text = re.sub(r"\S+", _without_password, text)
    kept, parts = 0, []
    for begin, end in _in_query(text):
        parts += [text[kept:begin], STARS]
        kept = end
    text = "".join([*parts, text[kept:]])
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, STARS)
    return text


def _without_password(word: re.Match[str]) -> str:
    """Return a word without what stands in a URL between the user and the last @."""
    known, at, server = word[0].rpartition("@")
    return re.sub(_IN_URL, rf"\1{STARS}", known) + at + server


def _in_query(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the values of telltale keys begin and end."""
    begun, keys, values = 0, re.compile(_KEY), re.compile(_VALUE)
    while key := keys.search(text, begun):
        begun = key.end()
        if re.search(_TELLTALE, key[1], re.IGNORECASE) and (value := values.match(text, begun)):
            yield value.span()
            begun = value.end()


def passwords(arguments: Iterable[str], environment: Mapping[str, str]) -> set[str]:
    """Return the passwords, and parts of them that an error may repeat, in what a command was given."""
    given = [one.removeprefix("--db=") for one in arguments]
    given += [value for name, value in environment.items() if name.startswith("OCDB_") and name.endswith("_URL")]
    words = {
        word for one in given if ":" in one and (url := re.fullmatch(_URL, one, re.DOTALL)) for word in _words(url[1])
    }
    return {word for word in words if len(word) >= SHORTEST}


def _words(rest: str) -> Iterator[str]:
    """Yield what may be the password, or a part of it, in a URL without its scheme."""
    known, at, server = rest.rpartition("@")
    user, _, password = (known if at else server.partition("/")[0]).partition(":")
    found = [rest[begin:end] for begin, end in _in_query(rest)]
    if password != user and (at or not password.isdigit()):  # without an @ it may be the port
        found.append(password)
    from urllib.parse import unquote  # noqa: PLC0415  for a URL only

    for word in found:
        yield from (word, unquote(word), *re.split(_MARKS, word), *re.split(_MARKS, unquote(word)))


class _Discreet:
    """A stream that writes no passwords; in all else it is the stream behind it."""

    def __init__(self, stream: TextIO, words: Iterable[str]) -> None:
        self._stream = stream
        self._words = frozenset(words)

    def write(self, text: str) -> int:
        """Write a text, passwords hidden."""
        return self._stream.write(hidden(text, self._words))

    def __getattr__(self, name: str) -> Any:
        """Return what the stream has."""
        return getattr(self._stream, name)


@contextmanager
def discreet_errors(arguments: Iterable[str], environment: Mapping[str, str]) -> Iterator[None]:
    """Let nothing that is written to standard error show a password: errors, hints, usage, tracebacks."""
    stream = sys.stderr
    sys.stderr = cast("TextIO", _Discreet(stream, passwords(arguments, environment)))
    try:
        yield
    finally:
        sys.stderr = stream
