"""What a record is in the words of schema.org, as exports have it, where one of its types truly fits."""

import json
from collections.abc import Mapping
from typing import Any

from ocdb.answers.answer import Cell
from ocdb.export.graph_things import article, person, type_of
from ocdb.export.nodes import Node, known
from ocdb.text import json_escaped


def described(kind: str, data: Mapping[str, Any]) -> str:
    """Return a record as JSON-LD; an empty text for a claim, whose types there would say more than it does."""
    found = _node(kind, data["record"], [name["name"] for name in data["names"]])
    # What is named within an export alone has no address here.
    told = {name: value for name, value in found.items() if name == "@type" or name.isalpha()}
    if not told:
        return ""
    told |= {"@context": "https://schema.org", "identifier": data["record"]["id"]}
    # Inside a script element only what begins a tag could end it.
    return json_escaped(json.dumps(told, ensure_ascii=False, sort_keys=True)).replace("<", "\\u003c")


def _node(kind: str, record: Mapping[str, Any], names: list[str]) -> Node:
    others = [name for name in names if name != record.get("name")]
    if kind == "source":
        return article(dict(record) | {"url": Cell("", link=record["url"] or "").address})
    if kind == "official":
        return person(dict(record), others)
    types = {
        "operator": type_of(dict(record)),
        "institution": type_of(dict(record)),
        "country": "Country",
        "place": "Place",
    }
    return known({"@type": types[kind], "name": record["name"], "alternateName": others}) if kind in types else {}
