"""Which fields a record has, and what kind of value each takes; read from the shapes of the records."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from ocdb.curation import records, registers
from ocdb.curation.fields import Date, Figure, OneOf, Record, Ref, Words
from ocdb.curation.mentions import marks
from ocdb.curation.ordering import order
from ocdb.words.language import LANGUAGES

Kind = Literal["name", "code", "date", "figure", "whole", "text", "word"]

# What a sheet can be made of: claims, and whom and what they name.
_KEYS = (*records.CLAIMS, "operators", "institutions", "officials", "places")
SHAPES: dict[str, type[Record]] = {kind: shape for kind, shape in records.SHAPES.items() if records.KEYS[kind] in _KEYS}
# The date that a slug's {year} is taken from: the first of these that the record has.
DATES = ("date", "announced", "as_of", "opened", "held", "published", "due", "closed", "founded")
# What isn't a value of a cell: lists of records, and the marks of a draft.
_LEFT_OUT = ("names", "identifiers", "parties")


@dataclass(frozen=True)
class Field:
    """A field of a record.

    Attributes:
        name: as fixtures write it; ``parties.subject`` for a party in a role.
        kind: what it takes: a name of the registers, a code, a date, a figure, a whole number, a text, or a word of
            a fixed list.
        many: whether it takes several.
        required: whether a record can't be without it.
        mark: what a name or a code may be.
        words: the fixed list.
        languages: the languages that it may be written in; empty for what has none.
    """

    name: str
    kind: Kind
    many: bool = False
    required: bool = False
    mark: Ref | OneOf | None = None
    words: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@cache
def fields(kind: str) -> dict[str, Field]:
    """Return the fields of a kind of record that a cell can fill, by name, in the order of fixtures."""
    shape = SHAPES.get(kind, registers.Source)
    hints = get_type_hints(shape, include_extras=True)
    found = {
        (info.alias or name): _field(shape, name, info.alias or name, hints[name], required=info.is_required())
        for name, info in shape.model_fields.items()
        if name not in _LEFT_OUT
    }
    return {name: found[name] for name in order(kind) if name in found}


@cache
def roles(kind: str) -> bool:
    """Return whether a kind of record has parties in roles."""
    return kind in SHAPES and "parties" in SHAPES[kind].model_fields


def party(role: str) -> Field:
    """Return the field of the parties in a role."""
    return Field(f"parties.{role}", "name", many=True, mark=Ref("party"))


def text(field: Field, language: str) -> Field:
    """Return the field of a text in one of its languages: ``summary.fr``."""
    return Field(f"{field.name}.{language}", "text")


def _field(shape: type[Record], name: str, written: str, hint: Any, *, required: bool) -> Field:
    mark = next(iter(marks(shape, name)), None)
    plain = _bare(hint)
    if mark:
        kind: Kind = "code" if isinstance(mark, OneOf) else "name"
        return Field(written, kind, many=_is_list(plain), required=required, mark=mark)
    if _has(hint, Date):
        return Field(written, "date", required=required)
    if plain is Figure:
        return Field(written, "figure", required=required)
    if get_origin(plain) is Literal:
        return Field(written, "word", required=required, words=get_args(plain))
    if plain is bool:
        return Field(written, "word", required=required, words=("true", "false"))
    inner = _bare(get_args(plain)[0]) if _is_list(plain) else plain
    languages = LANGUAGES if isinstance(inner, type) and issubclass(inner, Words) else ()
    kind = "whole" if inner is int else "text"
    return Field(written, kind, many=_is_list(plain), required=required, languages=languages)


def _is_list(plain: Any) -> bool:
    return get_origin(plain) is list


def _has(hint: Any, wanted: Any) -> bool:
    return hint == wanted or any(option == wanted for option in get_args(hint))


def _bare(hint: Any) -> Any:
    """Return a type without what is annotated to it and without None."""
    if get_origin(hint) is Annotated:
        return _bare(get_args(hint)[0])
    options = [option for option in get_args(hint) if option is not type(None)]
    return _bare(options[0]) if type(None) in get_args(hint) and len(options) == 1 else hint
