"""EDTF dates as people write them, never more precise than they are."""

import calendar
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ocdb.words.language import N_, Language, _, language, pgettext

_END = r"(\d{4})(?:-(0[1-9]|1[0-2]|2[1-4])(?:-(\d\d))?)?([~?%]?)"
# Months from 1, and the seasons that EDTF numbers 21 to 24.
_MONTHS = N_("January February March April May June July August September October November December")
_SEASONS = N_("spring summer autumn winter")
_FIRST_SEASON = 21
# The thirds of a month, as they are curated: where "early October" is said, no day is known.
_THIRDS = {1: N_("early {month}"), 11: N_("mid-{month}"), 21: N_("late {month}")}
_DOUBTS = {"relative": N_("calculated"), "inferred": N_("inferred")}


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
    found = re.fullmatch(_END, text, re.ASCII)
    if not found:
        return None
    year, month, day, mark = found.groups()
    month, day = (int(part) if part else None for part in (month, day))
    return End(int(year), month, day, circa=mark in ("~", "%"), uncertain=mark in ("?", "%"))


def in_words(edtf: str | None) -> str:
    """Return a date as people write it: ``June 2009``, ``by 4 May 2009``, ``about 2012``, ``early October 2011?``.

    A question mark stands where the date is uncertain. Rarer EDTF is returned as it is, and an empty text for no date.
    """
    return _in_words(edtf, language()) if edtf else ""


@lru_cache(maxsize=2**12)
def _in_words(edtf: str, _language: Language) -> str:
    when = read(edtf)
    if not when:
        return edtf
    return _("{date}?").format(date=phrase(when)) if when.uncertain else phrase(when)


def lasting(edtf: str | None) -> str:
    """Return a time that lasted: ``2007 – 2010``, ``since March 2007``; as `in_words` where it has one end only."""
    when = read(edtf) if edtf else None
    if not when or when.first == when.last or not when.first:
        return in_words(edtf)
    if not when.last:
        text = _("since about {date}") if when.first.circa else _("since {date}")
        date = text.format(date=_one(replace(when.first, circa=False), before_day=True))
    else:
        date = f"{_one(when.first)} \N{EN DASH} {_one(when.last)}"
    return _("{date}?").format(date=date) if when.uncertain else date


def span(since: str | None, until: str | None) -> str:
    """Return a time that was asked for: ``since 2009``, ``by 2012``, ``2009 – 2012``; empty where it has no end."""
    return lasting(f"{since or '..'}/{until or '..'}") if since or until else ""


def deadline(edtf: str | None) -> str:
    """Return a date by which something is due: ``by June 2009``, ``by about 2012``."""
    when = read(edtf) if edtf else None
    if not when or when.first != when.last or not when.first:
        return in_words(edtf)
    if when.first.circa:
        return pgettext("due", "by about {date}").format(date=_one(replace(when.first, circa=False), before_day=True))
    date = pgettext("due", "by {date}").format(date=_one(when.first, before_day=True))
    return _("{date}?").format(date=date) if when.uncertain else date


def lapsed(edtf: str) -> str:
    """Return how a plan stands whose day has passed: ``planned for June 2015; no outcome on record``."""
    when = read(edtf)
    if not when or not when.exact or not when.first:
        return _("planned ({date}); no outcome on record").format(date=in_words(edtf))
    return _("planned for {date}; no outcome on record").format(date=_one(when.first, before_day=True))


def phrase(when: When) -> str:
    """Return a date in words, without its doubts: ``about June 2011``, ``between 11 and 31 July 2020``.

    Where one end is about right, so is the whole: ``roughly between November and December 2016``.
    """
    if when.first and when.first == when.last:
        return _one(when.first)
    if not (when.first and when.last):
        return _open(when)
    if third := _third(when.first, when.last):
        return third
    shared = len(when.shared) if len(when.first.parts) == len(when.last.parts) else 0
    left_out = 0 if when.first.season or when.last.season else shared
    first = _one(replace(when.first, circa=False), before_day=True, left_out=left_out)
    last = _one(replace(when.last, circa=False), before_day=True)
    circa = when.first.circa or when.last.circa
    text = _("roughly between {first} and {last}") if circa else _("between {first} and {last}")
    return text.format(first=first, last=last)


def _open(when: When) -> str:
    if when.first:
        return _("{date} or later").format(date=_one(when.first))
    assert when.last is not None  # noqa: S101  a date has an end
    if when.last.circa:
        return _("by about {date}").format(date=_one(replace(when.last, circa=False), before_day=True))
    return _("by {date}").format(date=_one(when.last, at=True))


def _third(first: End, last: End) -> str:
    """Return ``early October 2011`` for its first ten days, and so on; empty for what is no third of a month."""
    length = calendar.monthrange(first.year, first.month)[1] if first.month and first.month < _FIRST_SEASON else 0
    days = {1: 10, 11: 20, 21: length}
    third = _THIRDS.get(first.day or 0)
    if not third or first.parts[:2] != last.parts[:2] or last.day != days[first.day or 0] or first.circa or last.circa:
        return ""
    return _(third).format(month=_one(replace(first, day=None)))


def _one(end: End, *, at: bool = False, before_day: bool = False, left_out: int = 0) -> str:
    """Return an end in words.

    Args:
        end: what to say.
        at: whether it follows a preposition, for which French has "le 4 mai" and "en mai".
        before_day: whether a day takes an article, as French has it after "entre".
        left_out: how many parts the other end says already: the year, or year and month.
    """
    names = [*_(_MONTHS).split(), *[""] * 8, *_(_SEASONS).split()]
    day = "" if not end.day else pgettext("day of a month", "1") if end.day == 1 else str(end.day)
    words = [day, names[end.month - 1] if end.month else "", str(end.year)]
    date = " ".join(filter(None, words[: len(words) - left_out]))
    if end.day and (at or before_day or end.circa):
        date = pgettext("a day after a preposition", "{date}").format(date=date)
    elif at and not end.circa:
        date = pgettext("a month or year after a preposition", "{date}").format(date=date)
    return _("about {date}").format(date=date) if end.circa else date


def doubts(edtf: str, basis: str | None) -> str:
    """Return what is doubtful about a date, as in ``date uncertain, inferred``; nothing where nothing is."""
    when = read(edtf)
    doubtful = [_("uncertain")] if when and when.uncertain else []
    doubtful += [_(_DOUBTS[basis])] if basis in _DOUBTS else []
    return _("date {doubts}").format(doubts=", ".join(doubtful)) if doubtful else ""


def with_doubts(edtf: str, basis: str | None) -> str:
    """Return a date in words with its doubts: ``between January and May 2009 (date uncertain, inferred)``."""
    when, doubtful = read(edtf), doubts(edtf, basis)
    date = phrase(when) if when else edtf
    return f"{date} ({doubtful})" if doubtful else date
