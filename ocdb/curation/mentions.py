"""What a record refers to: other records, and codes of code lists."""

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ocdb.curation import records, registers
from ocdb.curation.fields import OneOf, Record, Ref
from ocdb.curation.reading import Path_

# The code lists that no field names: their codes follow from where a thing stands.
UNNAMED_LISTS = {"bound", "claim_kind", "link_kind", "place_role"}


def references(record: Record) -> Iterator[tuple[Path_, Ref | OneOf, str]]:
    """Yield each mention of another record or of a code: its path, what it may be, and the word itself."""
    for name, alias, annotation in _referring(type(record)):
        yield from _walk(annotation, getattr(record, name), (alias,))


@cache
def _referring(shape: type[Record]) -> list[tuple[str, str, Any]]:
    """Return name, key and annotation of the fields that can mention something; most records have few."""
    return [(name, alias, annotation) for name, (alias, annotation) in _hints(shape).items() if _refers(annotation)]


def _refers(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return bool(_referring(annotation))
    return isinstance(annotation, Ref | OneOf) or any(_refers(part) for part in get_args(annotation))


@cache
def _hints(shape: type[Record]) -> dict[str, tuple[str, Any]]:
    hints = get_type_hints(shape, include_extras=True)
    return {name: (info.alias or name, hints[name]) for name, info in shape.model_fields.items()}


def marks(shape: type[Record], name: str) -> list[Ref | OneOf]:
    """Return what a field of a record may refer to."""
    return list(_marks(_hints(shape)[name][1]))


@cache
def code_lists() -> frozenset[str]:
    """Return the names of all code lists."""
    shapes: list[type[Record]] = [registers.Source, registers.Citation, registers.OtherName]
    shapes += [*records.CLAIMS.values(), *records.REGISTERS.values(), *records.CODES.values()]
    found = (mark for shape in shapes for name in shape.model_fields for mark in marks(shape, name))
    return frozenset({name for mark in found if isinstance(mark, OneOf) for name in mark.code_lists} | UNNAMED_LISTS)


def _marks(annotation: Any) -> Iterator[Ref | OneOf]:
    for argument in get_args(annotation):
        if isinstance(argument, Ref | OneOf):
            yield argument
        else:
            yield from _marks(argument)


def _walk(  # noqa: C901  one branch a kind of annotation
    annotation: Any, value: Any, path: Path_
) -> Iterator[tuple[Path_, Ref | OneOf, str]]:
    if value is None:
        return
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marked = (mark for mark in arguments[1:] if isinstance(mark, Ref | OneOf))
        yield from ((path, mark, value) for mark in marked if not (isinstance(mark, Ref) and value == mark.otherwise))
        yield from _walk(arguments[0], value, path)
    elif origin in (Union, UnionType):
        for argument in arguments:
            if argument is not NoneType:
                yield from _walk(argument, value, path)
    elif origin is list:
        for index, item in enumerate(value):
            yield from _walk(arguments[0], item, (*path, index))
    elif origin is dict:
        for key, item in value.items():
            yield from _walk(arguments[0], key, (*path, key))
            yield from _walk(arguments[1], item, (*path, key))
    elif isinstance(value, Record):
        yield from ((path + found, mark, word) for found, mark, word in references(value))
