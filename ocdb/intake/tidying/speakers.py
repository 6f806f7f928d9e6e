"""Makes an official and a dated position of a speaker who is written where he speaks."""

import datetime as dt
import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ocdb.curation import inheriting, records
from ocdb.curation.corpus import Corpus
from ocdb.curation.problems import Path_
from ocdb.dates import parse
from ocdb.intake.sheets.slugs import Taken, free
from ocdb.intake.tidying.untidy import UntidyError
from ocdb.intake.writing import in_both
from ocdb.text import fold, slug
from ocdb.words.language import N_, _

FIELDS = ("name", "title", "of")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\??")


@dataclass
class Speakers:
    """The officials of a corpus and of a file, by their names.

    Attributes:
        corpus: the records of all files.
        data: the file that is written out; it changes.
        taken: whether a record bears a key already.
    """

    corpus: Corpus
    data: dict[str, Any]
    taken: Taken

    def __post_init__(self) -> None:
        """Find the officials."""
        self.known = {
            fold(name): entry.record.id
            for entry in self.corpus.of("official")
            for name in (entry.record.name, *(other.name for other in entry.record.names))
        }
        self.known |= {fold(str(one.get("name"))): one["id"] for one in self._own("officials") if one.get("id")}

    def write_out(self) -> Iterator[str]:
        """Put the slug of each speaker in his place, and yield the keys of the officials and positions that are new.

        Raises:
            UntidyError: a speaker has no name, or a field that no speaker has.
        """
        for path, record in self._holders():
            quoted = record.get("said_by")
            if isinstance(quoted, dict):
                record["said_by"] = yield from self._slug(quoted, record, (*path, "said_by"))
            elif isinstance(quoted, list):
                for place, one in enumerate(quoted):
                    if isinstance(one, dict):
                        quoted[place] = yield from self._slug(one, record, (*path, "said_by", place))

    def _holders(self) -> Iterator[tuple[Path_, dict[str, Any]]]:
        """Yield what may quote a speaker, with its path."""
        yield (inheriting.KEY,), self.data.get(inheriting.KEY) or {}
        for key in records.CLAIMS:
            yield from (((key, place), record) for place, record in enumerate(self._own(key)))

    def _own(self, key: str) -> list[dict[str, Any]]:
        records_: list[dict[str, Any]] = self.data.get(key) or []
        return records_

    def _slug(self, speaker: Mapping[str, Any], record: Mapping[str, Any], path: Path_) -> Generator[str, None, str]:
        """Return the slug of a speaker; yield the keys that had to be made."""
        name = speaker.get("name")
        wrong = [field for field in speaker if field not in FIELDS]
        if not isinstance(name, str) or wrong:
            message = _("a speaker has a name, a title and whom he speaks for: {fields}").format(
                fields=", ".join(FIELDS)
            )
            raise UntidyError(message, _("Write said_by: {name: ..., title: {en: ..., fr: ...}, of: slug}."), path)
        official = self.known.get(fold(name))
        if not official:
            official = free(slug(name) or "official", self.taken)
            self.known[fold(name)] = official
            self.data["officials"] = [*self._own("officials"), {"id": official, "name": name}]
            yield official
        if speaker.get("title") and not self._has_position(official, speaker.get("of")):
            position = self._position(official, speaker, record)
            self.data["positions"] = [*self._own("positions"), position]
            yield position["id"]
        return official

    def _has_position(self, official: str, organisation: Any) -> bool:
        """Return whether it is on record that a person held a position there at the time of the article."""
        published = self._published()
        day = parse(published).last if published else None
        found = [entry.record for entry in self.corpus.positions.get(official, [])]
        held = [(one.organisation, one.held) for one in found]
        own = (one for one in self._own("positions") if one.get("official") == official)
        held += [(one.get("organisation"), one.get("held")) for one in own]
        return any(where == organisation and _holds(when, day) for where, when in held)

    def _first_cite(self) -> Any:
        """Return the paragraphs of the first claim, for a speaker whom all claims inherit."""
        return next((one["cite"] for key in records.CLAIMS for one in self._own(key) if one.get("cite")), [])

    def _published(self) -> str:
        source = self.data.get("source")
        return str(source.get("published") or "") if isinstance(source, dict) else ""

    def _position(self, official: str, speaker: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, Any]:
        """Return a position that is held at the date of the article, as far as that shows."""
        published, organisation = self._published(), speaker.get("of")
        year = published[:4] if published[:4].isdecimal() else ""
        key = "-".join(part for part in (official, organisation, year) if isinstance(part, str) and part)
        position: dict[str, Any] = {
            "id": free(key, self.taken),
            "cite": record.get("cite", self._first_cite()),
            "official": official,
        }
        position |= {"organisation": organisation} if organisation else {}
        position["title"] = speaker["title"]
        if published:
            note = N_("The day of the article.") if _DAY.fullmatch(published) else N_("The date of the article.")
            position |= {"held": published, "held_basis": "inferred", "held_note": dict(in_both(note))}
        return position


def _holds(when: Any, day: dt.date | None) -> bool:
    """Return whether what is dated so may have held on a day; without a date, or a day, it may."""
    span = parse(str(when)) if when else None
    if not span or not day:
        return True
    return not (span.last and span.last < day) and not (span.first and span.first > day)
