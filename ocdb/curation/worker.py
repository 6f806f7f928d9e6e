"""The process that reads files for another one: paths come in, and plain data go out, until the other one ends."""

import marshal
import sys
from pathlib import Path
from typing import IO, Any

from ocdb.curation.document import Document
from ocdb.curation.problems import Problem
from ocdb.curation.reading import placed, read
from ocdb.words.language import speak

# Of a file its data, its problems, and the slugs that it seems to give. Marshalled, data take a fifth of what pickled
# records take to send and to receive, and less than to check them takes.
Sent = tuple[Any, list[tuple[Any, ...]], list[str]]


def main() -> None:
    """Answer the requests on standard input: a language and some paths, each with the name that messages use."""
    while (request := receive(sys.stdin.buffer)) is not None:
        spoken, paths = request
        speak(spoken)
        send(sys.stdout.buffer, [_sent(read(Path(path), shown)) for path, shown in paths])


def send(stream: IO[bytes], value: Any) -> None:
    """Write plain data."""
    content = marshal.dumps(value)
    stream.write(len(content).to_bytes(8, "big") + content)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Return the plain data that come next, None where there are none.

    Raises:
        EOFError: the other process ended in the midst of them.
    """
    head = stream.read(8)
    if not head:
        return None
    content = stream.read(int.from_bytes(head, "big"))
    if len(head) + len(content) < 8 + int.from_bytes(head, "big"):
        raise EOFError
    return marshal.loads(content)  # noqa: S302  written by our own process


def _sent(document: Document) -> Sent:
    problems = [
        (one.file, one.line, one.column, one.field, one.message, one.remedy, one.code, one.severity)
        for one in document.problems
    ]
    return document.data, problems, list(document.slugs)


def received(path: Path, shown: str, sent: Sent) -> Document:
    """Return a file that another process has read."""
    data, problems, slugs = sent
    document = Document(shown, data, [Problem(*one) for one in problems], frozenset(slugs))
    return placed(document, path)
