"""EDTF dates as a bibliography prints them, never more precise than they are."""

import re
from dataclasses import dataclass, replace

from ocdb.words.language import Language

_END = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]|2[1-4])(?:-(\d\d))?)?([~?%]?)", re.ASCII)
# Months from 1, and the seasons that EDTF numbers 21 to 24.
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_SEASONS = {"en": "spring summer autumn winter", "fr": "printemps été automne hiver"}
_FIRST_SEASON = 21
_PATTERNS = {
    "en": {"circa": "circa {}", "between": "between {} and {}", "from": "not before {}", "to": "not after {}"},
    "fr": {"circa": "vers {}", "between": "entre {} et {}", "from": "pas avant {}", "to": "pas après {}"},
}
_DOUBTS = {
    "en": {"title": "date", "uncertain": "uncertain", "relative": "reckoned", "inferred": "inferred"},
    "fr": {"title": "date", "uncertain": "incertaine", "relative": "calculée", "inferred": "déduite"},
}


@dataclass(frozen=True)
class End:
    """One end of a date: as many parts as are known."""

    year: int
    month: int | None
    day: int | None
    circa: bool = False
    uncertain: bool = False

    @property
    def parts(self) -> tuple[int, ...]:
        """Return year, month and day, as far as they are known; a season is no month."""
        month = self.month if self.month and self.month < _FIRST_SEASON else None
        return tuple(part for part in (self.year, month, self.day) if part)

    @property
    def season(self) -> int | None:
        """Return 1 for spring to 4 for winter, or None."""
        return self.month - _FIRST_SEASON + 1 if self.month and self.month >= _FIRST_SEASON else None


@dataclass(frozen=True)
class When:
    """A date: both ends are the same unless it is an interval; None is an open or unknown end."""

    first: End | None
    last: End | None

    @property
    def ends(self) -> tuple[End, ...]:
        """Return the known ends."""
        return tuple(end for end in (self.first, self.last) if end)

    @property
    def uncertain(self) -> bool:
        """Return whether an end is marked as uncertain."""
        return any(end.uncertain for end in self.ends)

    @property
    def exact(self) -> bool:
        """Return whether it is a day, a month or a year without doubts."""
        return self.first == self.last and not any(end.circa or end.uncertain or end.season for end in self.ends)

    @property
    def shared(self) -> tuple[int, ...]:
        """Return year, month and day as far as both ends agree on them."""
        if not (self.first and self.last):
            return ()
        found = []
        for one, other in zip(self.first.parts, self.last.parts, strict=False):
            if one != other:
                break
            found.append(one)
        return tuple(found)

    def years(self) -> "When":
        """Return the same without months and days."""
        return When(*(end and replace(end, month=None, day=None) for end in (self.first, self.last)))


def read(edtf: str) -> When | None:
    """Return the ends of a date; None for rarer EDTF, such as sets and unspecified digits."""
    head, slash, tail = edtf.partition("/")
    first = _end(head)
    last = _end(tail) if slash else first
    known = all(end or (slash and text in ("", "..")) for end, text in ((first, head), (last, tail)))
    return When(first, last) if known and (first or last) else None


def _end(text: str) -> End | None:
    found = _END.fullmatch(text)
    if not found:
        return None
    year, month, day, mark = found.groups()
    month, day = (int(part) if part else None for part in (month, day))
    return End(int(year), month, day, circa=mark in ("~", "%"), uncertain=mark in ("?", "%"))


def phrase(when: When, language: Language) -> str:
    """Return a date in words, without its doubts: ``circa June 2011``, ``between 11 and 31 July 2020``."""
    patterns = _PATTERNS[language]
    if when.first and when.first == when.last:
        return _one(when.first, language)
    if not (when.first and when.last):
        end = when.first or when.last
        assert end is not None  # noqa: S101  a date has an end
        return patterns["from" if when.first else "to"].format(_one(end, language, after="le "))
    shared = len(when.shared) if len(when.first.parts) == len(when.last.parts) else 0
    left_out = 0 if when.first.circa or when.last.circa or when.first.season or when.last.season else shared
    return patterns["between"].format(
        _one(when.first, language, after="le ", left_out=left_out), _one(when.last, language, after="le ")
    )


def _one(end: End, language: Language, *, after: str = "", left_out: int = 0) -> str:
    """Return an end in words.

    Args:
        end: what to tell.
        language: of the words.
        after: what French puts before a day after a preposition.
        left_out: how many parts the other end tells already: the year, or year and month.
    """
    names = [*_MONTHS[language].split(), *[""] * 8, *_SEASONS[language].split()]
    first = "er" if language == "fr" and end.day == 1 else ""
    words = [f"{end.day}{first}" if end.day else "", names[end.month - 1] if end.month else "", str(end.year)]
    told = " ".join(filter(None, words[: len(words) - left_out]))
    if language == "fr" and end.day and (after or end.circa):
        told = f"le {told}"
    return _PATTERNS[language]["circa"].format(told) if end.circa else told


def doubts(edtf: str, basis: str | None, language: Language) -> str:
    """Return what is doubtful about a date, as in ``date uncertain, inferred``; nothing where nothing is."""
    words, when = _DOUBTS[language], read(edtf)
    found = [words["uncertain"]] if when and when.uncertain else []
    found += [words[basis]] if basis in words else []
    return f"{words['title']} {', '.join(found)}" if found else ""


def words(edtf: str, basis: str | None, language: Language) -> str:
    """Return a date in words with its doubts: ``between January and May 2009 (date uncertain, inferred)``."""
    when, doubtful = read(edtf), doubts(edtf, basis, language)
    told = phrase(when, language) if when else edtf
    return f"{told} ({doubtful})" if doubtful else told
