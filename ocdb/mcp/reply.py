"""What a tool gives back: an answer with its passages, its warnings, and no more of it than a model can read."""

import json
from collections.abc import Mapping
from math import isfinite
from typing import Any

from ocdb.api.answer import Answer
from ocdb.api.database import Database
from ocdb.errors import UsageError
from ocdb.render.values import plain
from ocdb.text import json_escaped
from ocdb.words.figures import number
from ocdb.words.language import _

# So many records of each list, and so many characters in all: some 20,000 tokens.
FEW, MANY = 20, 200
LONGEST = 60_000
# A claim has some passages: of these so many times more.
PASSAGES = 3
# What a citation of an article needs, of the columns of v_citations.
CITED = ("claim", "stance", "publisher", "published", "title", "paragraph", "url", "source", "note")
# The shape of every reply, for clients that check it.
SCHEMA = {
    "type": "object",
    "required": ["title", "notes", "data", "citations", "cut"],
    "properties": {
        "title": {"type": "string", "description": "The answer in a sentence."},
        "notes": {
            "type": "array",
            "items": {"type": "string"},
            "description": "What must be known beside it, as how many of the known articles were read.",
        },
        "data": {"type": ["object", "array"], "description": "The records; a field that is unknown is left out."},
        "citations": {
            "type": "array",
            "items": {"type": "object"},
            "description": "The passages behind the answer, by claim: article, paragraph and address.",
        },
        "cut": {"type": "array", "items": {"type": "string"}, "description": "What was left out, and how to get it."},
    },
}


def reply(database: Database, answer: Answer, limit: int = FEW) -> dict[str, Any]:
    """Return an answer as an object of SCHEMA.

    The data are those of the answer, as its command prints them as JSON; its passages stand in the citations alone.
    The last note says how much was read in all.

    Args:
        database: the answer's own.
        answer: what was asked.
        limit: the most records of each list.

    Raises:
        UsageError: not even one record of each list fits.
    """
    passages = database.citations(answer) if answer.claims else ()
    citations = [{name: passage[name] for name in CITED} for passage in passages]
    data = answer.data
    if isinstance(data, dict):
        data = {name: part for name, part in data.items() if name != "citations"}
    return fitting(answer.title, [*answer.notes, database.articles_read()], data, citations, limit)


def fitting(
    title: str, notes: list[str], data: Any, citations: list[dict[str, Any]] | None = None, limit: int = MANY
) -> dict[str, Any]:
    """Return an object of SCHEMA with lists no longer than a limit, and shorter ones where it is too large.

    Raises:
        UsageError: it is too large with one record of each list.
    """
    whole = {"title": title, "notes": list(dict.fromkeys(notes))}
    known = {"data": _known(data), "citations": _known(citations or [])}
    while limit:
        cut: dict[str, str] = {}
        found = {**whole, **{name: _cut(value, limit, name, cut) for name, value in known.items()}}
        found["cut"] = [*cut.values()]
        if len(written(found)) <= LONGEST:
            return found
        limit //= 2
    raise UsageError(_("the answer is too large"), _("Narrow the question, or ask for fewer columns."))


def written(found: dict[str, Any]) -> str:
    """Return an object as JSON."""
    return json_escaped(json.dumps(found, ensure_ascii=False))


def _known(value: Any) -> Any:
    """Return a value as JSON has it, without what is unknown in it."""
    if isinstance(value, Mapping):
        return {name: _known(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [_known(inner) for inner in value]
    return plain(value) if isinstance(value, bytes) or (isinstance(value, float) and not isfinite(value)) else value


def _cut(value: Any, limit: int, name: str, cut: dict[str, str]) -> Any:
    """Return a value with each list in it cut to a limit; what was cut is noted, by the name of the list."""
    if isinstance(value, dict):
        return {inner: _cut(part, limit, inner, cut) for inner, part in value.items()}
    if not isinstance(value, list):
        return value
    most = limit * PASSAGES if name == "citations" else limit
    if len(value) > most:
        text = _("{part}: {shown} of {count}; narrow the question, or ask again with a higher limit (at most {most})")
        counts = {"shown": number(most), "count": number(len(value)), "most": number(MANY)}
        cut.setdefault(name, text.format(part=name, **counts))
    return [_cut(part, limit, name, cut) for part in value[:most]]
