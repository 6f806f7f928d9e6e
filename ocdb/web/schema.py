"""What a record, or the whole, is in the words of schema.org, as exports have it, where one of its types truly fits."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ocdb import release
from ocdb.answers.answer import Cell
from ocdb.answers.works import Edition
from ocdb.export.everything import File
from ocdb.export.formats import FORMATS
from ocdb.export.graph_things import article, person, type_of
from ocdb.export.nodes import Node, known
from ocdb.export.nodes import data_set as whole
from ocdb.export.read_first import ABOUT
from ocdb.text import json_escaped
from ocdb.web.addresses import FILES
from ocdb.words.figures import memory
from ocdb.words.language import _


def described(kind: str, data: Mapping[str, Any]) -> str:
    """Return a record as JSON-LD; an empty text for a claim, whose types there would say more than it does."""
    found = _node(kind, data["record"], [name["name"] for name in data["names"]])
    # What is named within an export alone has no address here.
    told = {name: value for name, value in found.items() if name == "@type" or name.isalpha()}
    if not told:
        return ""
    told |= {"@context": "https://schema.org", "identifier": data["record"]["id"]}
    return _embedded(told)


def data_set(held: Edition, address: str, files: Iterable[File]) -> str:
    """Return the whole as JSON-LD, in the language that is spoken.

    Args:
        held: which edition it is.
        address: of the site, with a slash at its end; empty where it isn't known, and files have none either.
        files: that can be loaded.
    """
    node = whole(held, _(release.TITLE), _(ABOUT)) | {"@context": "https://schema.org"}
    if address:
        loaded = [
            {
                "@type": "DataDownload",
                "name": _(FORMATS[file.form].title),
                "contentUrl": f"{address}{FILES}{file.name}",
                "contentSize": memory(file.size),
                "sha256": file.sha256,
            }
            for file in files
            if file.form
        ]
        node |= known({"url": address, "distribution": loaded})
    return _embedded(node)


def _embedded(node: Mapping[str, Any]) -> str:
    """Return a node for a script element, in which only what begins a tag could end it."""
    return json_escaped(json.dumps(node, ensure_ascii=False, sort_keys=True)).replace("<", "\\u003c")


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
