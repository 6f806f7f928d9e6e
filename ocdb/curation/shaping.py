"""The records of one file, each checked by the shape of its kind, and what is wrong with the others."""

from dataclasses import dataclass, field, replace
from sys import intern
from typing import Any

from pydantic import ValidationError

from ocdb.curation import inheriting, records, registers
from ocdb.curation.document import Document
from ocdb.curation.entry import Entry
from ocdb.curation.fields import Figure, Record, Title, Words
from ocdb.curation.mentions import code_lists
from ocdb.curation.problems import Path_, Problem, nearest
from ocdb.curation.wrong import shape_problem
from ocdb.curation.yaml_text import SHORT
from ocdb.words.language import _

# What stands in records, and is one itself.
_WITHIN = {Words, Title, Figure}
_GIVEN: set[str] = set()
KEYS = ("source", inheriting.KEY, "codes", "citations", *records.CLAIMS, *records.REGISTERS)


@dataclass(slots=True)
class Shaped:
    """A file whose records have their shape.

    Attributes:
        document: the file, without its data.
        entries: the records whose shape is right, in their order, the source first.
        problems: what is wrong so far.
        broken: the slugs of records whose shape is wrong; what refers to them isn't wrong for that.
        sources: the slug of the source of the file, or what may be it where the file can't be read.
    """

    document: Document
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)


def shape(document: Document) -> Shaped:
    """Return the records of a file."""
    slim = replace(document, data=None, problems=[], slugs=frozenset())
    shaped = Shaped(slim, problems=list(document.problems), broken=set(document.slugs), sources=set(document.slugs))
    data = document.data
    if isinstance(data, dict):
        _Shaper(shaped).file(data)
    elif data is not None:
        message = _("a file is a mapping with the keys {keys}").format(keys=", ".join(KEYS))
        remedy = _("Begin with source: or with a register.")
        shaped.problems.append(document.problem((), message, remedy, "wrong-shape"))
    elif not document.problems:
        problem = document.problem((), _("it is empty"), _("Fill it in, or remove it."), "empty-file")
        shaped.problems.append(problem)
    return shaped


class _Shaper:
    """Adds the records of a file to what it is shaped into."""

    def __init__(self, shaped: Shaped) -> None:
        self.shaped, self.document = shaped, shaped.document
        self.defaults: dict[str, Any] = {}

    def file(self, data: dict[str, Any]) -> None:
        """Add all records of a file."""
        self._source(data)
        self._defaults(data)
        for key, value in data.items():
            if key not in KEYS:
                self._note((key,), _("there is no such key"), nearest(key, KEYS) or _("Remove it."), "unknown-key")
            elif key == "codes":
                self._codes(value)
            elif key not in ("source", inheriting.KEY):
                self._list(key, value)

    def _source(self, data: dict[str, Any]) -> None:
        if "source" not in data:
            return
        raw = data["source"]
        key = raw.get("id") if isinstance(raw, dict) else None
        if isinstance(key, str):
            self.shaped.sources = {key}
        self.document.source = key if isinstance(key, str) else ""
        self._add("source", ("source",), registers.Source, raw)

    def _defaults(self, data: dict[str, Any]) -> None:
        raw = data.get(inheriting.KEY) or {}
        if not isinstance(raw, dict):
            message, remedy = _("this must be a mapping of fields"), _("Write one field a line, as in at: tg-lome")
            self._note((inheriting.KEY,), message, remedy, "wrong-shape")
            return
        known = inheriting.allowed()
        for name, value in raw.items():
            if name in known:
                self.defaults[name] = value
            else:
                remedy = nearest(name, known) or _("The fields are {values}.").format(values=", ".join(known))
                self._note((inheriting.KEY, name), _("claims don't inherit this field"), remedy, "unknown-key")

    def _codes(self, raw: Any) -> None:
        if not isinstance(raw, dict):
            self._note(("codes",), _("this must be a mapping of code lists"), _("See the seeds."), "wrong-shape")
            return
        for name, members in raw.items():
            if name not in code_lists():
                lists = _("The code lists are {names}.").format(names=", ".join(sorted(code_lists())))
                remedy = nearest(name, code_lists()) or lists
                self._note(("codes", name), _("there is no such code list"), remedy, "unknown-key")
                continue
            model = records.CODES.get(name, registers.Code)
            for index, member in enumerate(self._items(("codes", name), members)):
                self._add(f"code:{name}", ("codes", name, index), model, member)

    def _list(self, key: str, raw: Any) -> None:
        model = records.CLAIMS.get(key) or records.REGISTERS.get(key) or registers.Citation
        stated = key in records.CLAIMS or key == "citations"
        source = self.document.source if stated else None
        if stated and source is None:
            self._note((key,), _("no source states this"), _("Add source: to the file."), "no-source")
        kind = records.kind_of(model)
        for index, item in enumerate(self._items((key,), raw)):
            self._add(kind, (key, index), model, inheriting.with_defaults(key, item, self.defaults), source)

    def _items(self, path: Path_, raw: Any) -> list[Any]:
        if raw is None or isinstance(raw, list):
            return raw or []
        self._note(path, _("this must be a list"), _("Begin each record with a dash."), "wrong-shape")
        return []

    def _add(self, kind: str, path: Path_, model: type[Record], raw: Any, source: str | None = None) -> None:
        """Check one record's shape, and add it."""
        try:
            record = model.model_validate(raw)
        except ValidationError as error:
            entry = Entry(kind, None, self.document, path, source)
            self.shaped.problems += [shape_problem(entry, model, one) for one in error.errors(include_url=False)]
            if isinstance(raw, dict) and isinstance(raw.get("id"), str):
                self.shaped.broken.add(raw["id"])
        else:
            _lighten(record)
            self.shaped.entries.append(Entry(kind, record, self.document, path, source))

    def _note(self, path: Path_, message: str, remedy: str, code: str) -> None:
        self.shaped.problems.append(self.document.problem(path, message, remedy, code))


def _lighten(record: Record) -> None:
    """Drop what nobody asks of a record, which is a third of it: which fields were given, and words once more.

    All share one set of the fields that were given, which `model_copy` doesn't change but copies.
    """
    object.__setattr__(record, "__pydantic_fields_set__", _GIVEN)
    fields = record.__dict__
    for name, value in fields.items():
        kind = type(value)
        if kind is str and len(value) <= SHORT:
            fields[name] = intern(value)
        elif kind in _WITHIN:
            _lighten(value)
