"""Brings the parts, records and fields of a file into their order, each with its comments."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ocdb.curation import records
from ocdb.curation.comments import Comments
from ocdb.curation.ordering import PARTS, order
from ocdb.curation.problems import Path_
from ocdb.intake.writing import decimal

_KINDS = {key: kind for kind, key in records.KEYS.items()} | {"source": "source", "citations": "citation"}
_LANGUAGES = ("en", "fr")


def sorted_(data: Mapping[str, Any], comments: Comments) -> tuple[dict[str, Any], Comments]:
    """Return the data of a file in the order of the house, and its comments at their new places.

    The records of a part that all cite paragraphs come in the order of the article; others stay in theirs.
    """
    moved = Comments(head=comments.head, tail=comments.tail)
    return _Sorter(comments, moved).mapping(data, (), (), PARTS), moved


class _Sorter:
    def __init__(self, comments: Comments, moved: Comments) -> None:
        self.comments, self.moved = comments, moved

    def mapping(self, value: Mapping[str, Any], old: Path_, new: Path_, names: Sequence[str]) -> dict[str, Any]:
        """Return a mapping with its keys in the order of some names, those without one last."""
        places = {name: place for place, name in enumerate(names)}
        keys = sorted(value, key=lambda key: places.get(key, len(places)))
        return {key: self._value(value[key], (*old, key), (*new, key)) for key in keys}

    def _value(self, value: Any, old: Path_, new: Path_) -> Any:
        self._move(old, new)
        if isinstance(value, Mapping):
            return self.mapping(value, old, new, self._names(old, value))
        if isinstance(value, list):
            places = _by_paragraph(value) if len(old) == 1 else range(len(value))
            return [self._value(value[place], (*old, place), (*new, now)) for now, place in enumerate(places)]
        return decimal(value)

    def _names(self, path: Path_, value: Mapping[str, Any]) -> Sequence[str]:
        if value.keys() <= {*_LANGUAGES}:
            return _LANGUAGES
        part = str(path[0])
        is_record = len(path) == (1 if part == "source" else 2)
        return order(_KINDS[part]) if is_record and part in _KINDS else ()

    def _move(self, old: Path_, new: Path_) -> None:
        if old in self.comments.beside:
            self.moved.beside[new] = self.comments.beside[old]
        for here, there in ((self.comments.before, self.moved.before), (self.comments.below, self.moved.below)):
            if old in here:
                there[new] = here[old]


def _by_paragraph(values: list[Any]) -> Iterable[int]:
    """Return the places of records in the order of the paragraphs that they cite first."""
    first = [_first(value) for value in values]
    if None in first:
        return range(len(values))
    return sorted(range(len(values)), key=lambda place: (first[place], place))


def _first(value: Any) -> int | None:
    cited = value.get("cite") if isinstance(value, Mapping) else None
    numbers = cited if isinstance(cited, list) else [cited]
    whole = [number for number in numbers if isinstance(number, int)]
    return min(whole) if whole else None
