"""The commented template of a fixture: teaches the format where it is used, and follows the shapes of the records."""

import textwrap
from collections.abc import Iterator, Sequence

from ocdb.curation import records, registers
from ocdb.curation.corpus import Corpus
from ocdb.curation.fields import OneOf, Record
from ocdb.curation.json_schema import FILE_NAME
from ocdb.curation.meanings import meanings, shapes
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


# What one article needs; all other fields stand in the long template and in docs/reference/fixtures.md.
_SHORT: dict[str, tuple[str, ...]] = {
    "source": (
        "id", "publisher", "language", "title", "url", "published", "published_basis", "sha256", "paragraphs", "extent",
    ),
    "sites": ("cite", "operator", "at", "status", "opened"),
    "events": ("cite", "kind", "status", "summary", "at", "date", "parties"),
    "pledges": (
        "cite", "operators", "at", "figure", "measure", "reading", "firmness", "basis", "said_by", "announced", "due",
    ),
    "losses": ("cite", "operators", "at", "cause", "status", "figure", "measure", "basis", "date"),
    "reports": ("cite", "operators", "at", "kind", "figure", "measure", "basis", "as_of"),
    "statistics": ("cite", "figure", "measure", "at", "as_of"),
    "statements": ("cite", "topic", "summary", "at"),
    "citations": ("claim", "cite"),
}  # fmt: skip
_SHORTER = N_(
    "Claims need no id: ocdb tidy makes it. What all of them share stands once, under defaults, and a speaker may be "
    "written where he speaks: said_by: {name: ..., title: {en: ..., fr: ...}, of: slug}."
)
_DEFAULTS = ("operator:", "at:", "basis:", "announced:", "announced_basis:")


def short(slug: str, corpus: Corpus) -> str:
    """Return what one article needs, to fill in: the source, what its claims share, the commonest kinds of claim."""
    lines = [f"# yaml-language-server: $schema={FILE_NAME}"]
    lines += [f"# {line}" for text in (INTRODUCTION, _SHORTER) for line in textwrap.wrap(_(text), WIDTH)]
    lines += ["", "source:", *_fields(registers.Source, corpus, {"id": slug}, _SHORT["source"])]
    lines += ["", "# defaults:", *(f"#   {name}" for name in _DEFAULTS)]
    for key, names in _SHORT.items():
        if key != "source":
            shape = records.CLAIMS.get(key, registers.Citation)
            lines += ["", f"# {key}:"]
            fields = list(_fields(shape, corpus, {}, names))
            lines += [f"# - {fields[0].strip()}", *(f"# {field}" for field in fields[1:])]
    return "\n".join(lines) + "\n"


def template(slug: str, corpus: Corpus) -> str:
    """Return a fixture with every field: the source, and one record of each kind of claim commented out."""
    lines = [f"# yaml-language-server: $schema={FILE_NAME}"]
    lines += [f"# {line}" for line in textwrap.wrap(_(INTRODUCTION), WIDTH)]
    lines += ["", "source:", *_fields(registers.Source, corpus, {"id": slug})]
    stated: dict[str, type[Record]] = {**records.CLAIMS, "citations": registers.Citation}
    for key, shape in stated.items():
        lines += ["", f"# {_(described(shape))}", f"# {key}:"]
        fields = list(_fields(shape, corpus, {}))
        lines += [f"# - {fields[0].strip()}", *(f"# {field}" for field in fields[1:])]
    return "\n".join(lines) + "\n"


def _fields(shape: type[Record], corpus: Corpus, given: dict[str, str], names: Sequence[str] = ()) -> Iterator[str]:
    """Yield the fields of a record, or some, those that may be missing commented out, each with what it means."""
    some = [(name, shape.model_fields[name]) for name in names] or [*shape.model_fields.items()]
    needed_first = sorted(some, key=lambda item: not item[1].is_required()) if not names else some
    for name, field in needed_first:
        key = field.alias or name
        shown = field.is_required() or key in given or (names and shape is not registers.Source)
        start = f"{key}: {given.get(key, '')}" if shown else f"# {key}:"
        yield f"  {start.strip():24}  # {meaning(shape, name, corpus)}"


def meaning(shape: type[Record], name: str, corpus: Corpus) -> str:
    """Return what a field of a record means, with the codes that it may take."""
    meaning = _(" ".join(meanings(shape).get(name, "").split())).rstrip(".")
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
    for shape in shapes():
        yield described(shape)
        yield from (" ".join(text.split()) for text in meanings(shape).values())
