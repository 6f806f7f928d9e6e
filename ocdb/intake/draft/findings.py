"""All that was found in an article, before any claim is made of it."""

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ocdb.dates import Span, parse, weekday
from ocdb.intake.draft import candidates, figures, horizons
from ocdb.intake.draft.article import Article
from ocdb.intake.draft.candidates import Candidate
from ocdb.intake.draft.figure import Figure
from ocdb.intake.draft.horizons import Horizon
from ocdb.intake.draft.language import flat, language
from ocdb.intake.draft.mentions import Mention, Names

# What may stand beside the date in a line that only says when the article appeared.
_DATE_LINE = re.compile(r"^[\W_]*(?:publie|mis en ligne|posted|published|par|by|le|on|the|date|,|:|\||\s)*[\W_]*$")
_LINE = 60  # letters


@dataclass(frozen=True)
class Findings:
    """An article with its mentions, dates, figures and unknown names, each in the order of the text.

    Attributes:
        published: when it appeared; None where nobody says so.
        published_from: what says so: given, page or text.
        weekday: the weekday that the text prints beside that date.
    """

    article: Article
    names: Names
    language: str | None
    published: Span | None
    published_from: str
    weekday: str | None
    mentions: list[Mention]
    horizons: list[Horizon]
    figures: list[Figure]

    @cached_property
    def paragraphs(self) -> list[str]:
        """Return the paragraphs."""
        return self.article.paragraphs

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Return the names that no register has."""
        taken = {(one.paragraph, place) for one in self.mentions for place in range(one.start, one.end)}
        return candidates.find(self.paragraphs, taken)

    def of(self, *kinds: str) -> list[Mention]:
        """Return the mentions of some kinds."""
        return [one for one in self.mentions if one.kind in kinds]

    def most_frequent(self, *kinds: str) -> str | None:
        """Return the record that the article mentions most; the first one of two."""
        counts = Counter(one.key for one in self.of(*kinds))
        return counts.most_common(1)[0][0] if counts else None


def find(article: Article, names: Names, published: str | None = None) -> Findings:
    """Return what is found in an article.

    Args:
        article: the text.
        names: the registers.
        published: the date of publication, EDTF, where the curator knows it.
    """
    paragraphs = article.paragraphs
    date, origin, day = _published(article, paragraphs, published)
    spoken = language(article.text) or article.imprint.language
    dates = {number: horizons.find(number, text, date) for number, text in enumerate(paragraphs, 1)}
    counted = [
        figure
        for number, text in enumerate(paragraphs, 1)
        for figure in figures.find(number, text, dates[number], english=spoken == "en")
    ]
    listed = [one for number in dates for one in dates[number]]
    return Findings(article, names, spoken, date, origin, day, names.find(paragraphs), listed, counted)


def _published(article: Article, paragraphs: list[str], given: str | None) -> tuple[Span | None, str, str | None]:
    """Return when an article appeared, what says so, and the weekday beside it."""
    line = _date_line(paragraphs)
    day = line.weekday if line else None
    if given:
        span, origin = parse(given), "given"
    elif article.imprint.published:
        span, origin = parse(article.imprint.published), "page"
    elif line and line.edtf:
        span, origin = parse(line.edtf), "text"
    else:
        return None, "", None
    fits = bool(line and line.edtf == span.edtf and span.first and day == weekday(span.first))
    return span, origin, day if fits else None


def _date_line(paragraphs: list[str]) -> Horizon | None:
    """Return the date of a short paragraph that is hardly more than a full date."""
    for number, text in enumerate(paragraphs, 1):
        if len(text) <= _LINE:
            for one in horizons.find(number, text, None):
                rest = flat(text[: one.start] + text[one.end :])
                if one.edtf and _is_day(one.edtf) and _DATE_LINE.match(re.sub(r"[\d:h]+", "", rest)):
                    return one
    return None


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
