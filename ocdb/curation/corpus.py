"""All records of some directories together, each with the file and line that it came from."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ocdb.curation import records, registers
from ocdb.curation.fields import OneOf, Record, Ref
from ocdb.curation.mentions import code_lists, references
from ocdb.curation.problems import Problem, nearest
from ocdb.curation.reading import Document, Path_, find, read
from ocdb.dates import NoDateError
from ocdb.words.language import N_, _

PARTIES = ("operator", "institution", "official")
CLAIMS = tuple(records.kind_of(shape) for shape in records.CLAIMS.values())
# What is added up so that no job counts twice: whole and parts, versions and conflicts are linked.
COUNTED = ("pledge", "loss")
# What a reference may mean by one word: any kind of party, any kind of claim.
FAMILIES = {"party": PARTIES, "claim": CLAIMS}
# What pydantic says of a value, by the type of its error.
_WRONG = {
    "bool_parsing": N_("this must be true or false"),
    "bool_type": N_("this must be true or false"),
    "dict_type": N_("this must be a mapping"),
    "float_parsing": N_("this must be a number"),
    "float_type": N_("this must be a number"),
    "greater_than_equal": N_("this must be at least {ge}"),
    "int_from_float": N_("this must be a whole number"),
    "int_parsing": N_("this must be a whole number"),
    "int_parsing_size": N_("this number is too large"),
    "int_type": N_("this must be a whole number"),
    "less_than_equal": N_("this must be at most {le}"),
    "list_type": N_("this must be a list"),
    "literal_error": N_("this must be one of these: {expected}"),
    "string_pattern_mismatch": N_("this doesn't match the pattern {pattern}"),
    "string_too_long": N_("this text is longer than {max_length} characters"),
    "string_too_short": N_("this text is empty"),
    "too_long": N_("this list has more than {max_length} items"),
    "too_short": N_("this list has fewer than {min_length} items"),
}
KEYS = ("source", "codes", "citations", *records.CLAIMS, *records.REGISTERS)


@dataclass(frozen=True)
class Entry:
    """A record, and where it stands."""

    kind: str
    record: Any
    document: Document
    path: Path_
    source: str | None = None

    def problem(self, path: Path_, message: str, remedy: str, code: str = "wrong-value") -> Problem:
        """Return a problem at a field of the record."""
        return self.document.problem((*self.path, *path), message, remedy, code)

    @cached_property
    def references(self) -> "list[tuple[Path_, Ref | OneOf, str]]":
        """Each mention of another record or of a code, as `references` yields it; several checks ask for it."""
        return list(references(self.record))


@dataclass
class Corpus:
    """The records of all files by kind and key, code lists by name, and what is wrong so far.

    Attributes:
        broken: the slugs of records whose shape is wrong; what refers to them isn't wrong for that.
        beside: the directories that give way: what was named replaces what they say.
        around: their files.
        silent: whether nobody asked what is wrong in these.
        replaced: each record that gave way, with the one that took its place.
    """

    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    citations: list[Entry] = field(default_factory=list)
    codes: dict[str, dict[str, Entry]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    beside: Sequence[Path] = ()
    around: set[str] = field(default_factory=set)
    silent: bool = True
    replaced: list[tuple[Entry, Entry]] = field(default_factory=list)

    def of(self, *kinds: str) -> Iterator[Entry]:
        """Yield the entries of some kinds, in the order of files and lines."""
        for kind in kinds:
            yield from self.entries.get(kind, {}).values()

    def find(self, kinds: Iterable[str], key: str) -> Entry | None:
        """Return the entry of one of the kinds with a key, or None."""
        return next((found for kind in kinds if (found := self.entries.get(kind, {}).get(key))), None)

    @cached_property
    def citing(self) -> dict[str, list[Entry]]:
        """The further citations of claims, by the slug of the claim."""
        found: dict[str, list[Entry]] = {}
        for entry in self.citations:
            found.setdefault(entry.record.claim, []).append(entry)
        return found

    def asked(self, entry: Entry) -> bool:
        """Return whether somebody asked what is wrong in the file of an entry."""
        return self.tells(entry.document.file)

    def tells(self, file: str) -> bool:
        """Return whether somebody asked what is wrong in a file."""
        return not (self.silent and file in self.around)


def gather(directories: Iterable[Path], around: Sequence[Path] = (), *, silent: bool = True) -> Corpus:
    """Return all records of the YAML files below some directories; problems of reading and shape are in it.

    Args:
        directories: directories or files.
        around: directories whose records stand beside them and give way to them: a source of theirs that is named too
            is left out with its file, and so is a record of a register.
        silent: whether the problems of what is around are left out.
    """
    corpus = Corpus(beside=around, silent=silent)
    named = dict(_named(corpus, directories))
    sources = set().union(*map(_sources, named.values()))
    for directory in around:
        paths, problems = find(directory)
        corpus.problems += problems
        corpus.around |= {problem.file for problem in problems}
        for document in (read(path) for path in paths if os.path.realpath(path) not in named):
            if sources.isdisjoint(_sources(document)):
                corpus.around.add(document.file)
                _add_file(corpus, document)
    for document in named.values():
        _add_file(corpus, document)
    _join_parts(corpus)
    corpus.problems = [problem for problem in corpus.problems if corpus.tells(problem.file)]
    return corpus


def _named(corpus: Corpus, directories: Iterable[Path]) -> Iterator[tuple[str, Document]]:
    """Yield the files below some directories under their real paths, and note where there are none."""
    seen = set()
    for directory in directories:
        paths, problems = find(directory)
        corpus.problems += problems
        if not paths and not problems:
            message, remedy = _("there are no YAML files here"), _("Name a directory of fixtures.")
            corpus.problems.append(Problem(str(directory), 1, 1, "", message, remedy, "no-files"))
        for path in paths:
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield real, read(path)


def _sources(document: Document) -> set[str]:
    """Return the slug of the source of a file, or what may be it where the file can't be read."""
    source = document.data.get("source") if isinstance(document.data, dict) else None
    key = source.get("id") if isinstance(source, dict) else None
    return {key} if isinstance(key, str) else document.slugs


def _join_parts(corpus: Corpus) -> None:
    """Let pledges and losses be part of those that say so: a younger whole may contain what an older file declares."""
    for kind in COUNTED:
        counted = corpus.entries.get(kind, {})
        for whole in list(counted.values()):
            for key in whole.record.contains:
                part = counted.get(key)
                if part and whole.record.id not in part.record.part_of:
                    joined = part.record.model_copy(update={"part_of": [*part.record.part_of, whole.record.id]})
                    counted[key] = replace(part, record=joined)


def _add_file(corpus: Corpus, document: Document) -> None:
    corpus.problems += document.problems
    corpus.broken |= document.slugs
    if document.data is None:
        if not document.problems:
            problem = document.problem((), _("it is empty"), _("Fill it in, or remove it."), "empty-file")
            corpus.problems.append(problem)
        return
    if not isinstance(document.data, dict):
        message = _("a file is a mapping with the keys {keys}").format(keys=", ".join(KEYS))
        remedy = _("Begin with source: or with a register.")
        corpus.problems.append(document.problem((), message, remedy, "wrong-shape"))
        return
    source = _add_source(corpus, document)
    for key, value in document.data.items():
        if key not in KEYS:
            remedy = nearest(key, KEYS) or _("Remove it.")
            corpus.problems.append(document.problem((key,), _("there is no such key"), remedy, "unknown-key"))
        elif key == "codes":
            _add_codes(corpus, document, value)
        elif key != "source":
            _add_list(corpus, document, key, value, source)


def _add_source(corpus: Corpus, document: Document) -> str | None:
    if "source" not in document.data:
        return None
    raw = document.data["source"]
    _add(corpus, Entry("source", None, document, ("source",)), registers.Source, raw)
    key = raw.get("id") if isinstance(raw, dict) else None
    return key if isinstance(key, str) else ""


def _add_codes(corpus: Corpus, document: Document, raw: Any) -> None:
    if not isinstance(raw, dict):
        corpus.problems.append(
            document.problem(("codes",), _("this must be a mapping of code lists"), _("See the seeds."), "wrong-shape")
        )
        return
    for name, members in raw.items():
        if name not in code_lists():
            lists = _("The code lists are {names}.").format(names=", ".join(sorted(code_lists())))
            remedy = nearest(name, code_lists()) or lists
            corpus.problems.append(
                document.problem(("codes", name), _("there is no such code list"), remedy, "unknown-key")
            )
            continue
        shape = records.CODES.get(name, registers.Code)
        for index, member in enumerate(_items(corpus, document, ("codes", name), members)):
            _add(corpus, Entry(f"code:{name}", None, document, ("codes", name, index)), shape, member)


def _add_list(corpus: Corpus, document: Document, key: str, raw: Any, source: str | None) -> None:
    shape = records.CLAIMS.get(key) or records.REGISTERS.get(key) or registers.Citation
    stated = key in records.CLAIMS or key == "citations"
    if stated and source is None:
        corpus.problems.append(
            document.problem((key,), _("no source states this"), _("Add source: to the file."), "no-source")
        )
    for index, item in enumerate(_items(corpus, document, (key,), raw)):
        entry = Entry(records.kind_of(shape), None, document, (key, index), source if stated else None)
        _add(corpus, entry, shape, item)


def _items(corpus: Corpus, document: Document, path: Path_, raw: Any) -> list[Any]:
    if raw is None or isinstance(raw, list):
        return raw or []
    corpus.problems.append(
        document.problem(path, _("this must be a list"), _("Begin each record with a dash."), "wrong-shape")
    )
    return []


def _add(corpus: Corpus, entry: Entry, shape: type[Record], raw: Any) -> None:
    """Check one record's shape, unless it was checked before, and add it under its key."""
    entries = entry.document.entries
    if entry.path not in entries:
        try:
            entries[entry.path] = replace(entry, record=shape.model_validate(raw))
        except ValidationError as error:
            corpus.problems += [shape_problem(entry, shape, detail) for detail in error.errors(include_url=False)]
            if isinstance(raw, dict) and isinstance(raw.get("id"), str):
                corpus.broken.add(raw["id"])
            return
    entry = entries[entry.path]
    if isinstance(entry.record, registers.Citation):
        corpus.citations.append(entry)
    else:
        _add_keyed(corpus, entry)


def _add_keyed(corpus: Corpus, entry: Entry) -> None:
    family = next((family for family in (PARTIES, CLAIMS) if entry.kind in family), (entry.kind,))
    twin = corpus.find(family, entry.record.id)
    if twin and not _gives_way(corpus, twin, entry):
        line = twin.document.marks.get(twin.path, (1, 1))[0]
        message = _("{slug} exists already, in {file}")
        message = message.format(slug=entry.record.id, file=f"{twin.document.file}:{line}")
        remedy = _("Choose another slug, or remove one of them.")
        corpus.problems.append(entry.problem(("id",), message, remedy, "duplicate-slug"))
        return
    if twin:
        corpus.replaced.append((twin, entry))
        del corpus.entries[twin.kind][twin.record.id]  # what is named comes last: of two alike the later is told
    if entry.kind.startswith("code:"):
        corpus.codes.setdefault(entry.kind.removeprefix("code:"), {})[entry.record.id] = entry
    corpus.entries.setdefault(entry.kind, {})[entry.record.id] = entry


def _gives_way(corpus: Corpus, twin: Entry, entry: Entry) -> bool:
    """Return whether a record makes room: a register that is named replaces what stands around it."""
    files = twin.document.file, entry.document.file
    return files[0] in corpus.around and files[1] not in corpus.around and "source" not in entry.document.data


def shape_problem(entry: Entry, shape: type[Record], detail: Any) -> Problem:
    """Turn what pydantic says into what a curator understands."""
    path = tuple(part for part in detail["loc"] if part != "[key]")
    if path[-1:] == ("en",) and (*entry.path, *path) not in entry.document.marks:
        path = path[:-1]  # a text that stands alone
    known = [field.alias or name for name, field in shape.model_fields.items()]
    match detail["type"]:
        case "missing":
            return entry.problem(path, _("this field is missing"), _("Add it."), "missing-field")
        case "extra_forbidden":
            remedy = nearest(str(path[-1]), known) or _("The fields are {values}.").format(values=", ".join(known))
            return entry.problem(path, _("{kind} has no such field").format(kind=entry.kind), remedy, "unknown-field")
        case "string_pattern_mismatch" if path[-1:] == ("id",):
            wrong = _('"{slug}" isn\'t a slug').format(slug=detail["input"])
            return entry.problem(path, wrong, _("Use lower-case letters, digits and hyphens."), "bad-slug")
        case "string_type":
            remedy = _("Write a word or a sentence, in quotes where in doubt.")
            return entry.problem(path, _("this must be a text"), remedy)
        case "model_type" | "model_attributes_type":
            remedy = _("Write one field a line, as in id: ...")
            return entry.problem(path, _("this must be a record with fields"), remedy, "wrong-shape")
    return entry.problem(path, message(detail), remedy_for(detail))


def message(detail: Any) -> str:
    """Return what is wrong with a value, as a check of ours says it or pydantic means it."""
    if error := _error(detail):
        return str(error)
    wrong = _WRONG.get(detail["type"])
    if not wrong:
        return str(detail["msg"])
    details = {name: str(value).replace(" or ", ", ") for name, value in detail.get("ctx", {}).items()}
    return _(wrong).format_map(details)


def _error(detail: Any) -> Exception | None:
    """Return the error that a check of ours raised; None where pydantic found the fault."""
    error: Exception | None = detail.get("ctx", {}).get("error")
    return error


def remedy_for(detail: Any) -> str:
    """Return what to do about a value that doesn't fit."""
    if detail["input"] is None:
        return _("Give a value, or leave the key out: an absent key means unknown.")
    if isinstance(_error(detail), NoDateError):
        return _("Write it as 2011, 2011-10, 2011-10-05, 2011-10?, 2011-10-05/2011-10-07 or ../2011-10.")
    return _("Correct it.")
