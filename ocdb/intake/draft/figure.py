"""A figure that a text states, and the words around its number."""

from dataclasses import dataclass
from decimal import Decimal

from ocdb.curation.numerals import Number

JOBS = ("jobs", "headcount", "hires", "seats", "trainees")


@dataclass(frozen=True)
class Figure:
    """A number with what it counts.

    Attributes:
        paragraph: from 1.
        start, end: where the number stands.
        sentence: where its sentence stands.
        low, high, bound: as in a fixture.
        kind: pledge, loss, report, statistic or investment; None where the words don't tell.
        measure: a code of the lists, or money; None where no list has it.
        about: what the words count, where no code fits.
    """

    paragraph: int
    start: int
    end: int
    sentence: tuple[int, int]
    low: Decimal | None
    high: Decimal | None
    bound: str
    kind: str | None = None
    measure: str | None = None
    currency: str | None = None
    about: str = ""
    report: str = "held"
    cause: str = "unclear"
    reading: str = "unclear"
    period: str | None = None
    investment: str | None = None
    planned: bool = False
    firmness: str | None = None
    directness: str = "unstated"

    @property
    def value(self) -> tuple[Decimal | None, Decimal | None]:
        """Return the number as it is compared: a bound doesn't matter, a range does."""
        if self.bound == "range":
            return self.low, self.high
        number = self.low if self.low is not None else self.high
        return number, number


@dataclass(frozen=True)
class Context:
    """A number's surroundings: its paragraph and sentence in small letters without accents."""

    number: Number
    letters: str
    start: int
    end: int
    next: int
    english: bool
    looks_ahead: bool
    looks_back: bool = False

    @property
    def before(self) -> str:
        """Return the sentence up to the number."""
        return self.letters[self.start : self.number.start]

    @property
    def after(self) -> str:
        """Return the sentence from the end of the number."""
        return self.letters[self.number.end : self.end]

    @property
    def sentence(self) -> str:
        """Return the sentence."""
        return self.letters[self.start : self.end]
