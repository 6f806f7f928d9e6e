"""The JSON Schema of a fixture file: editors complete and check with it while one types."""

from typing import Any, Union

from pydantic import ConfigDict, create_model

from ocdb.curation import inheriting, records, registers
from ocdb.curation.corpus import FAMILIES, Corpus
from ocdb.curation.fields import OneOf, Record
from ocdb.curation.meanings import meanings, shapes
from ocdb.words.language import N_, _

FILE_NAME = "ocdb.schema.json"


def json_schema(corpus: Corpus) -> dict[str, Any]:
    """Return the schema of a file of fixtures or seeds.

    Codes are checked; slugs are only offered for completion, since a new record may be in the making.
    """
    member: Any = Union[*records.CODES.values(), registers.Code]
    fields: dict[str, Any] = {
        "source": (registers.Source | None, None),
        inheriting.KEY: (dict[str, Any], {}),
        "codes": (dict[str, list[member]], {}),
    }
    for key, shape in ({"citations": registers.Citation} | records.CLAIMS | records.REGISTERS).items():
        fields[key] = (list[shape], [])  # type: ignore[valid-type]
    file = create_model("File", __config__=ConfigDict(extra="forbid"), **fields)
    schema = file.model_json_schema(by_alias=True)
    schema |= {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "ocdb fixture",
        "description": N_("What a curator read in one article, or a register."),
    }
    for shape in shapes():
        _explain(shape, schema["$defs"].get(shape.__name__, {}).get("properties", {}))
    words: dict[str, Any] = {}
    for shape in records.CLAIMS.values():
        _shorten(schema["$defs"][shape.__name__])
    filled: dict[str, Any] = _filled(schema, corpus, words)
    filled["$defs"] |= words
    return filled


def _explain(shape: type[Record], properties: dict[str, Any]) -> None:
    """Let the fields of a kind of record say what they mean."""
    for name, text in meanings(shape).items():
        key = shape.model_fields[name].alias or name
        if key in properties:
            properties[key] = dict(sorted((properties[key] | {"description": text}).items()))


def _shorten(claim: dict[str, Any]) -> None:
    """Let a claim be written as `ocdb tidy` completes it: without a key, what it inherits, and speakers by name."""
    claim["required"] = [name for name in claim["required"] if name not in ("id", *inheriting.allowed())]
    speaker = {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "title": claim["properties"]["note"]["anyOf"][0],
            "of": {"type": "string"},
        },
        "required": ["name"],
        "additionalProperties": False,
    }
    quoted = claim["properties"]["said_by"]
    claim["properties"]["said_by"] = {
        **quoted,
        "anyOf": [*quoted["anyOf"], speaker, {"type": "array", "items": speaker}],
    }


def _filled(node: Any, corpus: Corpus, words: dict[str, Any]) -> Any:
    """Return a schema in which the marks of code lists and registers lead to their words, which are collected."""
    if isinstance(node, list):
        return [_filled(item, corpus, words) for item in node]
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("description"), str):  # for people who edit, unlike the rest
        node = node | {"description": _(" ".join(node["description"].split()))}
    found = {key: _filled(value, corpus, words) for key, value in node.items() if not key.startswith("x-")}
    if "x-codes" in node:
        mark = OneOf(*node["x-codes"], without=tuple(node["x-codes-without"]))
        name = str(mark).replace(" ", "_")
        words[name] = {"enum": list(mark.codes(corpus.codes))}
        return found | {"$ref": f"#/$defs/{name}"}
    if "x-ref" in node:
        name = "_or_".join(node["x-ref"])
        words[name] = {"anyOf": [{"enum": _known(node["x-ref"], corpus)}, {"type": "string"}]}
        return found | {"$ref": f"#/$defs/{name}"}
    return found


def _known(kinds: list[str], corpus: Corpus) -> list[str]:
    """Return the slugs of some kinds of record, sorted."""
    single = [one for kind in kinds for one in FAMILIES.get(kind, (kind,))]
    return sorted({key for kind in single for key in corpus.entries.get(kind, {})})
