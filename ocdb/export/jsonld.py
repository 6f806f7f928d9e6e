"""JSON-LD in the words of schema.org: the data set, who and where, what happened, what was claimed, in which article.

Records have no address of their own on the web yet: their names are ``urn:ocdb:`` with kind and slug. What schema.org
has no word for (states, dates in EDTF, paragraphs) has one that begins with ``ocdb:``.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ocdb.answers.editions import edition
from ocdb.export import graph_claims, graph_things
from ocdb.export.content import Content
from ocdb.export.nodes import Node, data_set, texts
from ocdb.export.read_first import joined, titles
from ocdb.text import json_escaped
from ocdb.words.language import N_

NOTE = N_(
    "JSON-LD: the words are those of schema.org; ocdb: begins what it has no word for. A claim of figures is a Claim,"
    " never a ClaimReview: a promise is no statement that is true or false, and no_evidence no rating."
)
CONTEXT = {"@vocab": "https://schema.org/", "ocdb": "urn:ocdb:"}


def write(content: Content, file: Path) -> None:
    """Write an export as a JSON-LD file.

    Raises:
        OSError: it can't be written.
    """
    with file.open("w", encoding="utf-8") as stream:
        stream.write(f'{{"@context": {_dumped(CONTEXT)}, "@graph": [\n{_dumped(_data_set(content))}')
        stream.writelines(f",\n{_dumped(node)}" for node in _nodes(content))
        stream.write("\n]}\n")


def _dumped(value: Any) -> str:
    return json_escaped(json.dumps(value, ensure_ascii=False))


def _nodes(content: Content) -> Iterator[Node]:
    yield from graph_things.nodes(content)
    yield from graph_claims.nodes(content)


def _data_set(content: Content) -> Node:
    about = joined(content, (NOTE,))
    description = texts({wanted: _paragraphs(lines.items()) for wanted, lines in about.items()})
    return {"@id": "ocdb:dataset", **data_set(edition(content.reader), texts(titles()), description)}


def _paragraphs(lines: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{heading}: {text}" for heading, text in lines)
