"""All that was found in an article, before any claim is made of it."""

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ocdb.curation.fields import YEARS
from ocdb.dates import Span, parse, weekday
from ocdb.intake.draft import candidates, figures, horizons, newcomers
from ocdb.intake.draft.article import Article
from ocdb.intake.draft.candidates import Candidate
from ocdb.intake.draft.figure import Figure
from ocdb.intake.draft.horizons import Horizon
from ocdb.intake.draft.language import flat, language
from ocdb.intake.draft.mentions import Mention, Names
from ocdb.intake.draft.newcomers import Newcomer
from ocdb.intake.draft.speakers import Speakers

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
        mentions: of the registers' records and of newcomers.
        newcomers: by slug, the names that no register has, and that the text makes a party or a place.
    """

    article: Article
    names: Names
    language: str | None
    published: Span | None
    published_from: str
    weekday: str | None
    mentions: list[Mention]
    newcomers: dict[str, Newcomer]
    horizons: list[Horizon]
    figures: list[Figure]

    @cached_property
    def paragraphs(self) -> list[str]:
        """Return the paragraphs, as they are read."""
        return self.article.readable

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Return the names that no register has."""
        taken = {(one.paragraph, place) for one in self.mentions for place in range(one.start, one.end)}
        return candidates.find(self.paragraphs, taken)

    @cached_property
    def letters(self) -> list[str]:
        """Return the paragraphs in small letters without accents."""
        return [flat(text) for text in self.paragraphs]

    @cached_property
    def speakers(self) -> Speakers:
        """Return who speaks where."""
        return Speakers(self.paragraphs, self.mentions, self._kind_of_body, self.name)

    def _kind_of_body(self, key: str) -> str:
        newcomer = self.newcomers.get(key)
        return str(newcomer.record["kind"] if newcomer else self.names.record("institution", key).kind)

    def of(self, *kinds: str) -> list[Mention]:
        """Return the mentions of some kinds."""
        return [one for one in self.mentions if one.kind in kinds]

    def most_frequent(self, *kinds: str) -> str | None:
        """Return the record that the article mentions most; the first one of two."""
        counts = Counter(one.key for one in self.of(*kinds))
        return counts.most_common(1)[0][0] if counts else None

    @cached_property
    def main_operator(self) -> str | None:
        """Return the operator that the article is about: the only one, or the one named most often, and twice."""
        counts = Counter(one.key for one in self.of("operator"))
        often = [(key, times) for key, times in counts.most_common() if times > 1 or len(counts) == 1]
        return often[0][0] if often else None

    @cached_property
    def main_country(self) -> str | None:
        """Return the country that the article is about, one of Africa before others: which it and its places name."""
        counts = Counter(self.country_of(one.key) for one in self.of("place", "country"))
        african = {entry.record.id for entry in self.names.corpus.of("country") if entry.record.in_africa}
        listed = counts.most_common()
        inside = [key for key, _ in listed if key in african]
        return next(iter(inside or [key for key, _ in listed]), None)

    @cached_property
    def main_place(self) -> str | None:
        """Return the place that the article is about: a town that is named half as often as its country, or that."""
        towns = Counter(one.key for one in self.of("place") if self.country_of(one.key) == self.main_country)
        whole = sum(one.key == self.main_country for one in self.of("country"))
        key, times = towns.most_common(1)[0] if towns else ("", 0)
        return key if times and 2 * times >= whole else self.main_country

    def name(self, kind: str, key: str) -> str:
        """Return what to call an operator or another party."""
        newcomer = self.newcomers.get(key)
        return str(newcomer.record["name"] if newcomer else self.names.record(kind, key).name)

    def kind_of_place(self, key: str) -> str:
        """Return the kind of a place: city, region, district, park, country or area."""
        if key in self.newcomers:
            return str(self.newcomers[key].record["kind"])
        place = self.names.corpus.find(["place"], key)
        return str(place.record.kind) if place else "area" if self.names.corpus.find(["area"], key) else "country"

    def country_of(self, key: str | None) -> str | None:
        """Return the country of a place; a country is its own."""
        if key in self.newcomers:
            return str(self.newcomers[key].record["country"])
        place = self.names.corpus.find(["place"], key or "")
        return place.record.country if place else key


def find(article: Article, names: Names, published: str | None = None) -> Findings:
    """Return what is found in an article.

    Args:
        article: the text.
        names: the registers.
        published: the date of publication, EDTF, where the curator knows it.
    """
    paragraphs = article.readable
    date, origin, day = _published(article, paragraphs, published)
    spoken = language(article.text) or article.imprint.language
    english = spoken == "en"
    dates = {number: horizons.find(number, text, date, english=english) for number, text in enumerate(paragraphs, 1)}
    counted = [
        figure
        for number, text in enumerate(paragraphs, 1)
        for figure in figures.find(number, text, dates[number], english=english, published=date)
    ]
    listed = [one for number in dates for one in dates[number]]
    known = names.find(paragraphs)
    african = {entry.record.id for entry in names.corpus.of("country") if entry.record.in_africa}
    fresh = newcomers.find(paragraphs, known, african)
    mentions = sorted(
        [*known, *(mention for one in fresh for mention in one.mentions)], key=lambda one: (one.paragraph, one.start)
    )
    by_key = {one.key: one for one in fresh}
    return Findings(article, names, spoken, date, origin, day, mentions, by_key, listed, counted)


def _published(article: Article, paragraphs: list[str], given: str | None) -> tuple[Span | None, str, str | None]:
    """Return when an article appeared, what says so, and the weekday beside it."""
    line = _date_line(paragraphs)
    day = line.weekday if line else None
    if given:
        span, origin = parse(given), "given"
    elif article.imprint.published and _is_likely(parse(article.imprint.published)):
        span, origin = parse(article.imprint.published), "page"
    elif line and line.edtf:
        span, origin = parse(line.edtf), "text"
    else:
        return None, "", None
    fits = bool(line and line.edtf == span.edtf and span.first and day == weekday(span.first))
    return span, origin, day if fits else None


def _is_likely(span: Span) -> bool:
    """Return whether a date may be one of an article: a placeholder such as the year 1 isn't."""
    return all(day is None or day.year in YEARS for day in (span.first, span.last))


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
