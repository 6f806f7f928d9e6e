"""What the fields of records mean: the text below each of them in the code.

Pydantic can take it over when a class is made. That reads the source of each class at every start, a quarter of what it
takes to import them, and only a template, the JSON Schema and the reference ask for it.
"""

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from textwrap import dedent

from ocdb.curation.fields import Record


@cache
def meanings(shape: type[Record]) -> Mapping[str, str]:
    """Return what each field of a kind of record means, by its name, in the order of fields; some have no text."""
    found: dict[str, str] = {}
    for one in reversed(shape.__mro__):
        if issubclass(one, Record):
            own = _below(one)
            found |= {name: own.get(name, "") for name in vars(one).get("__annotations__", ())}
    return {name: found[name] for name in shape.model_fields if found.get(name)}


def shapes() -> Iterator[type[Record]]:
    """Yield every kind of record, and of what stands in one."""
    waiting = [Record]
    while waiting:
        some = [one for one in waiting.pop().__subclasses__() if one.__module__.startswith("ocdb.curation.")]
        yield from some
        waiting += some


def _below(shape: type[Record]) -> dict[str, str]:
    """Return the texts below the fields of a class."""
    (made,) = ast.parse(dedent(inspect.getsource(shape))).body
    assert isinstance(made, ast.ClassDef)  # noqa: S101  the source of a class is one
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in zip(made.body, made.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
