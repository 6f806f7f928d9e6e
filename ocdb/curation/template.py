"""The commented template of a fixture: teaches the format where it is used, and follows the shapes of the records."""

import textwrap
from collections.abc import Iterator

from ocdb.curation import records, registers
from ocdb.curation.corpus import Corpus
from ocdb.curation.fields import OneOf, Record
from ocdb.curation.json_schema import FILE_NAME
from ocdb.curation.mentions import marks
from ocdb.words.language import N_, _

WIDTH = 110
# A longer code list isn't written out; the editor completes it.
SHORT_LIST = 12
INTRODUCTION = N_(
    "One file, one article. Fill in what the article states, in your own words, and remove what it doesn't state: an "
    "absent key means unknown. Each claim cites its paragraph: the number of the non-empty line, from 1. A plan is "
    "planned until a later article says that it happened; a seat isn't a job; a ministry's target isn't an operator's "
    "promise. Remove the # from the records that you need, then run: ocdb check"
)


def template(slug: str, corpus: Corpus) -> str:
    """Return a fixture to fill in: the source, and one record of each kind of claim commented out."""
    lines = [f"# yaml-language-server: $schema={FILE_NAME}"]
    lines += [f"# {line}" for line in textwrap.wrap(_(INTRODUCTION), WIDTH)]
    lines += ["", "source:", *_fields(registers.Source, corpus, {"id": slug})]
    stated: dict[str, type[Record]] = {**records.CLAIMS, "citations": registers.Citation}
    for key, shape in stated.items():
        lines += ["", f"# {_(described(shape))}", f"# {key}:"]
        fields = list(_fields(shape, corpus, {}))
        lines += [f"# - {fields[0].strip()}", *(f"# {field}" for field in fields[1:])]
    return "\n".join(lines) + "\n"


def _fields(shape: type[Record], corpus: Corpus, given: dict[str, str]) -> Iterator[str]:
    """Yield the fields of a record, those that may be missing commented out, each with what it means."""
    needed_first = sorted(shape.model_fields.items(), key=lambda item: not item[1].is_required())
    for name, field in needed_first:
        key = field.alias or name
        start = f"{key}: {given.get(key, '')}" if field.is_required() or key in given else f"# {key}:"
        yield f"  {start.strip():24}  # {_meaning(shape, name, corpus)}"


def _meaning(shape: type[Record], name: str, corpus: Corpus) -> str:
    """Return what a field means, with the codes that it may take."""
    meaning = _(" ".join((shape.model_fields[name].description or "").split())).rstrip(".")
    lists = [mark for mark in marks(shape, name) if isinstance(mark, OneOf)]
    codes = [code for mark in lists for code in mark.codes(corpus.codes)]
    if not codes:
        return meaning
    if len(codes) <= SHORT_LIST:
        return _("{what}: {values}").format(what=meaning, values=", ".join(codes))
    return _("{what} (code list {list})").format(what=meaning, list=lists[0])


def described(shape: type[Record]) -> str:
    """Return what a kind of record is, in a sentence."""
    return " ".join((shape.__doc__ or "").split())


def texts() -> Iterator[str]:
    """Yield what the records and their fields mean: what there is to translate in a template and in the JSON Schema."""
    waiting = [Record]
    while waiting:
        shape = waiting.pop()
        waiting += [one for one in shape.__subclasses__() if one.__module__.startswith("ocdb.curation.")]
        if shape is not Record:
            yield described(shape)
            own = (field.description for field in shape.model_fields.values())
            yield from (" ".join(text.split()) for text in own if text)
