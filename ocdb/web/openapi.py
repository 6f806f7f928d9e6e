"""The description of the JSON interface in OpenAPI: made of the same table as its routes."""

from collections.abc import Mapping
from typing import Any

from ocdb import release
from ocdb.store.views import documented
from ocdb.web.interface import PREFIX, VERSION, Parameter, Question, routes

_ERROR = {"$ref": "#/components/responses/Error"}
_REFUSALS = {"400": _ERROR, "404": _ERROR, "503": _ERROR}


def description(address: str = "") -> dict[str, Any]:
    """Return the description, as OpenAPI 3.1 in English.

    Args:
        address: of the site; empty where it isn't known.
    """
    views = {view.name: view for view in documented()}
    used = sorted({question.view for question in routes()} & views.keys())
    rows = {
        name: {
            "type": "object",
            "description": views[name].description,
            "properties": {column.name: {"description": column.description} for column in views[name].columns},
        }
        for name in used
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": release.TITLE,
            "version": VERSION.removeprefix("v"),
            "description": "Each answer has a title, notes that should be read beside it, and its data: codes, numbers "
            "and dates in EDTF, as `ocdb -f json` prints them. Within a version nothing is taken away.",
            "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": f"{address or '/'}{PREFIX.rstrip('/')}"}],
        "paths": {f"/{question.path}": {"get": _operation(question, rows)} for question in routes()},
        "components": {"schemas": rows, "responses": {"Error": _error()}},
    }


def _operation(question: Question, rows: Mapping[str, Any]) -> dict[str, Any]:
    kind = question.path.removeprefix("list/").removesuffix("/{name}")
    content = {"application/json": {"schema": _answer(question, rows)}}
    return {
        "operationId": question.path.replace("/", "_").replace("{", "by_").replace("}", ""),
        "summary": question.title.format(kind=kind),
        "description": question.told,
        "parameters": [_parameter(parameter) for parameter in question.parameters],
        "responses": {"200": {"description": "The answer.", "content": content}, **_REFUSALS},
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": "path" if parameter.in_path else "query",
        "required": parameter.needed,
        "description": parameter.meaning,
        "schema": dict(parameter.schema),
    }


def _answer(question: Question, rows: Mapping[str, Any]) -> dict[str, Any]:
    of_rows = bool(question.view) or question.path == "search"
    found: dict[str, Any] = {"type": ["object", "array"]}
    if of_rows:
        found = {"type": "array", "items": {"type": "object"}}
        if question.view in rows:
            found["items"] = {"$ref": f"#/components/schemas/{question.view}"}
    properties = {"title": {"type": "string"}, "notes": {"type": "array", "items": {"type": "string"}}, "data": found}
    needed = [*properties]
    if of_rows:
        properties["next"] = {"type": ["string", "null"], "description": "Where the rows that follow stand."}
    return {"type": "object", "properties": properties, "required": needed}


def _error() -> dict[str, Any]:
    texts = {"error": {"type": "string"}, "hint": {"type": "string"}}
    schema = {"type": "object", "properties": texts, "required": ["error", "hint"]}
    return {
        "description": "What is wrong, and what to do next.",
        "content": {"application/json": {"schema": schema}},
    }
