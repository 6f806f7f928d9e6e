"""What a record is in the words of schema.org, where one of its types truly fits."""

import json
from collections.abc import Mapping
from typing import Any

from ocdb.answers.answer import Cell
from ocdb.text import json_escaped

_TYPES = {
    "operator": "Organization", "institution": "Organization", "official": "Person", "country": "Country",
    "place": "Place", "source": "Article",
}  # fmt: skip


def described(kind: str, data: Mapping[str, Any]) -> str:
    """Return a record as JSON-LD; an empty text for a claim, whose types there would say more than it does."""
    if kind not in _TYPES:
        return ""
    record = data["record"]
    found: dict[str, Any] = {"@context": "https://schema.org", "@type": _TYPES[kind], "identifier": record["id"]}
    if kind == "source":
        found |= {"headline": record["title"], "publisher": {"@type": "Organization", "name": record["publisher"]}}
        found |= {"url": Cell("", link=record["url"] or "").address or None, "inLanguage": record["language"]}
        found |= {"datePublished": record["published"] if record["published_basis"] == "stated" else None}
    else:
        others = [name["name"] for name in data["names"] if name["name"] != record["name"]]
        found |= {"name": record["name"], "alternateName": others or None}
    # Inside a script element only what begins a tag could end it.
    told = {name: value for name, value in found.items() if value is not None}
    return json_escaped(json.dumps(told, ensure_ascii=False, sort_keys=True)).replace("<", "\\u003c")
