"""What a record refers to: other records, and codes of code lists."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ocdb.curation import records, registers
from ocdb.curation.fields import OneOf, Record, Ref
from ocdb.curation.problems import Path_

Mention = tuple[Path_, Ref | OneOf, str]
Walk = Callable[[Any, Path_], Iterable[Mention]]
# The code lists that no field names: their codes follow from where a thing stands.
UNNAMED_LISTS = {"bound", "claim_kind", "link_kind", "place_role"}


def references(record: Record, wanted: type[Ref] | type[OneOf] | None = None) -> Iterator[Mention]:
    """Yield each mention of another record or of a code: its path, what it may be, and the word itself.

    Args:
        record: the record.
        wanted: the kind of mention, where only one is asked for.
    """
    for field in _fields(type(record)):
        if wanted is None or wanted in field.kinds:
            value = getattr(record, field.name)
            if value is not None:
                found = field.mentions(value, (field.key,))
                yield from found if wanted is None else (one for one in found if isinstance(one[1], wanted))


@dataclass(frozen=True, slots=True)
class _Field:
    """A field that can mention something; most records have few.

    Attributes:
        name: its name.
        key: its key in a file.
        kinds: what kinds of mention it can hold.
        mentions: yields them, of a value and its path.
    """

    name: str
    key: str
    kinds: frozenset[type]
    mentions: Walk


@cache
def _fields(shape: type[Record]) -> list[_Field]:
    hints = {name: (alias, annotation, _walk(annotation)) for name, (alias, annotation) in _hints(shape).items()}
    return [
        _Field(name, alias, frozenset(_kinds(annotation)), walk)
        for name, (alias, annotation, walk) in hints.items()
        if walk
    ]


def _kinds(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        for field in _fields(annotation):
            yield from field.kinds
    elif isinstance(annotation, Ref | OneOf):
        yield type(annotation)
    for part in get_args(annotation):
        yield from _kinds(part)


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


def _walk(annotation: Any) -> Walk | None:
    """Return what yields the mentions of a value, made once for each field; None where there can't be any.

    To look at the annotation of each value anew took ten times as long.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner = [_mention(mark) for mark in arguments[1:] if isinstance(mark, Ref | OneOf)]
        return _all([*inner, _walk(arguments[0])])
    if origin in (Union, UnionType):
        return _all([_walk(argument) for argument in arguments if argument is not NoneType])
    if origin is list:
        return _items(_walk(arguments[0]))
    if origin is dict:
        return _pairs(_walk(arguments[0]), _walk(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, Record) and _fields(annotation):
        return lambda value, path: ((path + found, mark, word) for found, mark, word in references(value))
    return None


def _mention(mark: Ref | OneOf) -> Walk:
    otherwise = mark.otherwise if isinstance(mark, Ref) else None
    return lambda value, path: () if value is None or value == otherwise else ((path, mark, value),)


def _all(walks: Sequence[Walk | None]) -> Walk | None:
    found = [walk for walk in walks if walk]
    if len(found) < 2:  # noqa: PLR2004
        return found[0] if found else None
    return lambda value, path: chain.from_iterable(walk(value, path) for walk in found)


def _items(walk: Walk | None) -> Walk | None:
    if not walk:
        return None
    return lambda value, path: chain.from_iterable(walk(item, (*path, index)) for index, item in enumerate(value))


def _pairs(keys: Walk | None, values: Walk | None) -> Walk | None:
    walk = _all(
        [keys and (lambda pair, path: keys(pair[0], path)), values and (lambda pair, path: values(pair[1], path))]
    )
    return walk and (lambda value, path: chain.from_iterable(walk(pair, (*path, pair[0])) for pair in value.items()))
