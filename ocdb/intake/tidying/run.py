"""Tidies files: what their authors left to be filled in is written out, and all is set in the style of the house."""

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from ocdb.curation import records
from ocdb.curation.comments import comments_of
from ocdb.curation.corpus import Corpus, gather
from ocdb.curation.document import Document
from ocdb.curation.problems import Problem
from ocdb.curation.reading import find, is_lines, parse, read_text
from ocdb.curation.shaping import shape
from ocdb.intake.tidying import keys
from ocdb.intake.tidying.sorting import sorted_
from ocdb.intake.tidying.speakers import Speakers
from ocdb.intake.tidying.untidy import UntidyError
from ocdb.intake.writing import dump
from ocdb.text import slug
from ocdb.words.language import _


@dataclass(frozen=True)
class Tidied:
    """A file, tidied.

    Attributes:
        path: the file.
        before: its text.
        after: what it should be.
        made: the keys of claims, officials and positions that were made.
    """

    path: Path
    before: str
    after: str
    made: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Return whether the two differ."""
        return self.before != self.after


@dataclass
class Tidying:
    """The tidying of some files.

    Attributes:
        paths: files and directories; of JSON lines nothing is tidied.
        around: directories whose records stand beside them.
        unread: what stood in the way of a file, which stays as it is.
    """

    paths: Sequence[Path]
    around: Sequence[Path]
    unread: list[Problem] = field(default_factory=list)

    def files(self) -> Iterator[Path]:
        """Yield the files of YAML, and note those that can't be found."""
        for path in self.paths:
            found, problems = find(path)
            self.unread += problems
            yield from (one for one in found if not is_lines(one))

    def tidied(self) -> Iterator[Tidied]:
        """Yield each file, tidied; what can't be read or written anew without a change of meaning is noted."""
        for path in self.files():
            document = Document(str(path))
            text = read_text(path, document)
            if text is not None:
                parse(text, document)
            if text is None or document.problems or not isinstance(document.data, dict):
                self.unread += document.problems or shape(document).problems
                continue
            shapes = shape(replace(document, data=deepcopy(document.data))).problems
            if bent := [one for one in shapes if one.code == "wrong-shape"]:
                self.unread += bent
                continue
            try:
                made = self._tidy(path, text, document.data)
            except UntidyError as error:
                self.unread.append(document.problem(error.path, error.message, error.remedy))
            else:
                yield made

    def _tidy(self, path: Path, text: str, data: dict[str, Any]) -> Tidied:
        filled = deepcopy(data)
        made = tuple(self._fill(filled))
        return Tidied(path, text, rewritten(path, text, filled), made)

    # --- what is filled in ---

    def _fill(self, data: dict[str, Any]) -> Iterator[str]:
        """Write out the speakers and keys that a file leaves to be filled in; yield what was made."""
        if _has_speakers(data):
            for key in Speakers(self._corpus, data, self._taken.__contains__).write_out():
                self._taken.add(key)
                yield key
        if any(_lacks_key(one) for key in records.CLAIMS for one in _list(data, key)):
            for key in keys.fill(data, self._taken.__contains__, self._names):
                self._taken.add(key)
                yield key

    @cached_property
    def _corpus(self) -> Corpus:
        return gather(self.paths, around=self.around)

    @cached_property
    def _taken(self) -> set[str]:
        corpus = self._corpus
        return {*corpus.living, *corpus.broken, *(one.record.id for one in corpus.of("retired"))}

    @cached_property
    def _names(self) -> dict[str, str]:
        return {one.record.id: slug(one.record.name_en) for one in self._corpus.of("country", "area")}


def rewritten(path: Path, text: str, data: dict[str, Any]) -> str:
    """Return the text of a file with other data: in the style of the house, each comment beside what it stood beside.

    Args:
        path: the file.
        text: what it holds.
        data: what it should hold.

    Raises:
        UntidyError: it would mean something else than the data, or a comment would be lost.
    """
    comments = comments_of(text)
    ordered, moved = sorted_(data, comments)
    after = dump(ordered, comments=moved)
    again = parse(after, Document(str(path))).data
    if again != _plain(ordered) or meaning(again) != meaning(data):
        raise UntidyError(_("tidied, the file would mean something else"), _("Report it with the file."))
    if comments_of(after).every() != comments.every():
        message = _("a comment would be lost")
        raise UntidyError(message, _("Put each comment on a line above a field or a record."))
    return after


def _plain(data: Any) -> Any:
    """Return data as plain values: a text that was written as it stands is a text."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    return str(data) if isinstance(data, str) else data


def meaning(data: Any) -> Counter[tuple[str, ...]]:
    """Return the records of a file, in any order, and what is wrong with it."""
    shaped = shape(Document("", data=deepcopy(data)))
    found = [(one.kind, repr(one.record), str(one.source)) for one in shaped.entries]
    return Counter([*found, *((one.code, one.message) for one in shaped.problems)])


def _list(data: dict[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return value if isinstance(value, list) else []


def _lacks_key(record: Any) -> bool:
    return isinstance(record, dict) and record.get("id") is None


def _has_speakers(data: dict[str, Any]) -> bool:
    holders = [data.get("defaults"), *(one for key in records.CLAIMS for one in _list(data, key))]
    quoted = (one.get("said_by") for one in holders if isinstance(one, dict))
    return any(isinstance(one, dict) for value in quoted for one in (value if isinstance(value, list) else [value]))
