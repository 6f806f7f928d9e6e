"""The fields of curated records: texts, dates, figures, and references to other records."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ocdb.dates import WEEKDAYS, parse
from ocdb.text import fold
from ocdb.words import typography
from ocdb.words.language import _

LONGEST = 60  # characters of a date or a number
LONGEST_NAME = 300  # characters of a name, and of what look-ups compare it by
YEARS = range(1500, 2200)  # what else a date says is a slip of the pen, or a placeholder for "some day"
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")  # 1.000 is a thousand in the press of the Maghreb


class Record(BaseModel):
    """A record: unknown keys are errors, values don't change."""

    # Of the many kinds of records a command reads some: each is made ready when the first one is read.
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)

    def value(self, name: str) -> Any:
        """Return a field of the record, None where its kind has no such field.

        `getattr` with a default asks pydantic for what isn't there, which takes twenty times as long.
        """
        return self.__dict__.get(name)


# What is left out: one list and one mapping for all records, which never change. To copy them took a third of the time
# that it takes to check a shape.
_NO_LIST: list[Any] = []
_NO_MAPPING: dict[str, Any] = {}
NONE_LISTED: Any = Field(default_factory=lambda: _NO_LIST, json_schema_extra={"default": []})
NONE_MAPPED: Any = Field(default_factory=lambda: _NO_MAPPING, json_schema_extra={"default": {}})


class Ref:
    """Marks a field that names another record, by its kinds.

    Attributes:
        otherwise: a word that may stand there and names no record; empty where there is none.
    """

    def __init__(self, *kinds: str, otherwise: str = "") -> None:
        self.kinds = kinds
        self.otherwise = otherwise

    def __str__(self) -> str:
        """Name the kinds: place, country or area."""
        *first, last = self.kinds
        return f"{', '.join(first)} or {last}" if first else last

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Note the kinds, for the completion of editors."""
        return handler(schema) | {"x-ref": list(self.kinds)}


class OneOf:
    """Marks a field that names a code of a code list, or of one of several, but for some of their codes."""

    def __init__(self, *code_lists: str, without: tuple[str, ...] = ()) -> None:
        self.code_lists = code_lists
        self.without = without

    def codes(self, known: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
        """Return the codes that fit, of all code lists by name, each with what stands there for it."""
        found = {code: value for name in self.code_lists for code, value in known.get(name, {}).items()}
        return {code: value for code, value in found.items() if code not in self.without}

    def __str__(self) -> str:
        """Name the code lists, and the codes that don't fit."""
        return " or ".join(self.code_lists) + "".join(f" without {code}" for code in self.without)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Note the code lists, for the completion of editors."""
        return handler(schema) | {"x-codes": list(self.code_lists), "x-codes-without": list(self.without)}


class OrOne:
    """Marks a list in whose place a single value may stand."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a single value as a list of one."""
        return core_schema.no_info_before_validator_function(_listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Allow both."""
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


def _as_text(value: Any) -> Any:
    """Let a year written without quotes be a date."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _as_date(value: Any) -> Any:
    text = _as_text(value)
    if isinstance(text, str) and len(text) <= LONGEST:
        span = parse(text)
        if any(day and day.year not in YEARS for day in (span.first, span.last)):
            message = _("{date} is outside of the years {first} to {last}")
            raise ValueError(message.format(date=text, first=YEARS[0], last=YEARS[-1]))
    return text


def _listed(value: Any) -> Any:
    """Let a single value stand for a list of one."""
    return value if isinstance(value, list | tuple) or value is None else [value]


def _foldable(name: str) -> str:
    """Refuse a name that grows too long without case and accents: one letter of Arabic script becomes eighteen."""
    length = len(fold(name))
    if length > LONGEST_NAME:
        message = _("without case and accents this name has {count} characters, but {limit} is the maximum")
        raise ValueError(message.format(count=length, limit=LONGEST_NAME))
    return name


def _as_words(value: Any) -> Any:
    """Read a plain text as English."""
    if isinstance(value, str):
        return {"en": value}
    if isinstance(value, Words):
        return value
    if not isinstance(value, dict):
        raise PydanticCustomError("string_type", "Input should be a valid string")
    if not value or not value.keys() <= {"en", "fr"}:
        raise ValueError(_("a text is written alone, in English, or as {en: ..., fr: ...}"))
    return value


def _signature(name: str) -> str:
    """Refuse what separates names where they are joined."""
    if ";" in name:
        raise ValueError(_("a name has no semicolon; several names are a list"))
    return name


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Name = Annotated[
    str,
    StringConstraints(min_length=1, max_length=LONGEST_NAME, strip_whitespace=True),
    AfterValidator(_foldable),
]
Signature = Annotated[Name, AfterValidator(_signature)]
FrenchName = Annotated[Name, AfterValidator(typography.french)]


class Words(Record):
    """A curator's text in English, in French or in both."""

    en: Text = ""
    """In English."""
    fr: Text = ""
    """In French."""

    @property
    def english(self) -> str:
        """Return the text in English, in French where it has no English."""
        return self.en or self.fr

    @property
    def french(self) -> str:
        """Return the text in French, set as a printer sets it; in English where it has no French."""
        return typography.french(self.fr) if self.fr else self.en

    @property
    def lacks(self) -> str:
        """Return the language that is missing, or an empty text."""
        return "" if self.en and self.fr else "French" if self.en else "English"


class Title(Words):
    """A name in English, in French or in both."""

    en: Name = ""
    """In English."""
    fr: Name = ""
    """In French."""


def joined(texts: Iterable[Words | None]) -> Words | None:
    """Return several texts as one, each once; None where there are none."""
    found = list(dict.fromkeys(text for text in texts if text))
    if not found:
        return None
    return Words(en=" ".join(text.english for text in found), fr=" ".join(text.french for text in found))


Prose = Annotated[Words, BeforeValidator(_as_words, json_schema_input_type=str | Words)]
Role = Annotated[Title, BeforeValidator(_as_words, json_schema_input_type=str | Title)]
Date = Annotated[
    str, BeforeValidator(_as_date, json_schema_input_type=str | int), StringConstraints(max_length=LONGEST)
]
MOST = 10**15  # fits into every engine's large integer and, exactly, into a float
ALL = 100  # per cent
MOST_COUNTED = 2**31 - 1  # of paragraphs and the like: PostgreSQL's integer, where SQLite's would take more
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
assert Weekday.__args__ == WEEKDAYS  # type: ignore[attr-defined]  # noqa: S101  one list, seen by the type checker too

Where = Annotated[str, BeforeValidator(_as_text), Ref("place", "country", "area")]
HowKnown = Annotated[str, OneOf("date_basis")]
MadeBy = Annotated[str, OneOf("maker")]
NO_BASELINE = "none"  # nobody worked there before
Baseline = Annotated[str, Ref("report", otherwise=NO_BASELINE)]
Parties = dict[Annotated[str, OneOf("role")], Annotated[list[Annotated[str, Ref("party")]], OrOne()]]


class Figure(Record):
    """A number or two, and how exact they are."""

    low: Decimal | None
    high: Decimal | None
    bound: Literal["exact", "about", "nearly", "at_least", "at_most", "range"]


def _as_figure(value: Any) -> Any:
    """Read ``500``, or ``{about: 400}`` and its like, or ``{range: [300, 400]}``."""
    if isinstance(value, Figure):
        return value
    if isinstance(value, int | str) and not isinstance(value, bool):
        number = _number(value)
        return Figure(low=number, high=number, bound="exact")
    if not isinstance(value, dict) or len(value) != 1:
        raise ValueError(_("a figure is a number, or one of about, nearly, at_least, at_most, range with its number"))
    ((bound, number),) = value.items()
    if bound == "range":
        if not isinstance(number, list) or len(number) != 2 or _number(number[0]) >= _number(number[1]):  # noqa: PLR2004
            raise ValueError(_("a range is two numbers, the smaller one first, as in {range: [300, 400]}"))
        if not _number(number[0]):
            message = _("a range from 0 is an upper bound; write {bound}")
            raise ValueError(message.format(bound=f"{{at_most: {number[1]}}}"))
        return Figure(low=_number(number[0]), high=_number(number[1]), bound="range")
    if bound not in ("about", "nearly", "at_least", "at_most"):
        message = _("{bound} isn't a bound; use about, nearly, at_least, at_most or range")
        raise ValueError(message.format(bound=bound))
    amount = _number(number)
    if not amount:
        message = _("{bound} 0 says nothing; write 0 where there is none at all, or leave it out")
        raise ValueError(message.format(bound=bound))
    return Figure(low=None if bound == "at_most" else amount, high=None if bound == "at_least" else amount, bound=bound)


def _number(value: Any) -> Decimal:
    text = str(value)
    if isinstance(value, bool) or len(text) > LONGEST or not _NUMBER.fullmatch(text):
        from ocdb.curation.bounds import bounded  # noqa: PLC0415  40 ms, only for what is no number

        if isinstance(value, str) and (written := bounded(text[:LONGEST])):
            raise ValueError(_('"{text}" isn\'t a number; write {figure}').format(text=text[:LONGEST], figure=written))
        message = _('"{text}" isn\'t a number; write it without spaces or commas, as in 3500 or 4.28')
        raise ValueError(message.format(text=text[:LONGEST]))
    if _THOUSANDS.fullmatch(text):
        message = _('"{text}" may be thousands or a fraction; write {thousands} or {fraction}')
        raise ValueError(message.format(text=text, thousands=text.replace(".", ""), fraction=f"{text}0"))
    if Decimal(text) > MOST:
        raise ValueError(_("{text} is more than {limit}, the maximum that can be stored").format(text=text, limit=MOST))
    return Decimal(text)


def _whole(figure: Figure) -> Figure:
    if any(number is not None and number != int(number) for number in (figure.low, figure.high)):
        raise ValueError(_("a count of jobs or an amount of money is a whole number"))
    return figure


def _something(figure: Figure) -> Figure:
    """Refuse none at all where that is no fact: a promise of no job promises nothing, a report of none is one."""
    if figure.high == 0:
        raise ValueError(_("nothing is promised, spent or owned by 0; leave the record out, or make it a statement"))
    return figure


def _share(figure: Figure) -> Figure:
    if any(number is not None and number > ALL for number in (figure.low, figure.high)):
        raise ValueError(_("more than {share} per cent can't be owned").format(share=ALL))
    return _something(figure)


FigureInput = int | str | dict[Literal["about", "nearly", "at_least", "at_most", "range"], Any]
AnyFigure = Annotated[Figure, BeforeValidator(_as_figure, json_schema_input_type=FigureInput)]
WholeFigure = Annotated[
    Figure, BeforeValidator(lambda value: _whole(_as_figure(value)), json_schema_input_type=FigureInput)
]
SomeFigure = Annotated[WholeFigure, AfterValidator(_something)]
Share = Annotated[AnyFigure, AfterValidator(_share)]


# --- what a source states ---------------------------------------------------------------------------------------
