"""The shapes of records as curators write them, declared once; checks, loading and documents follow them.

A file of fixtures holds one source and what it states. Files of seeds hold registers: operators, institutions,
officials, places, and the reference data.
"""

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

from ocdb import kinds
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

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, use_attribute_docstrings=True)


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


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Name = Annotated[
    str,
    StringConstraints(min_length=1, max_length=LONGEST_NAME, strip_whitespace=True),
    AfterValidator(_foldable),
]


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
        message = _("{text} isn't a number; write it without spaces or commas, as in 3500 or 4.28")
        raise ValueError(message.format(text=text[:LONGEST]))
    if _THOUSANDS.fullmatch(text):
        message = _("{text} may be thousands or a fraction; write {thousands} or {fraction}")
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


class Source(Record):
    """An article: bibliographic data, and the hash of its text where the text was held."""

    id: Slug
    """Slug: publisher, date and subject."""
    publisher: Name
    """The outlet that published it."""
    title: Text | None = None
    """Title, exactly as printed."""
    authors: list[Name] = []
    """Authors as printed, in their order."""
    url: Text | None = None
    """Address."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    """Language of the text, ISO 639-1: fr."""
    published: Date | None = None
    """Date of publication."""
    published_weekday: Weekday | None = None
    """Weekday that the article prints; it must fit the date."""
    published_basis: HowKnown | None = None
    """How published is known."""
    published_note: Prose | None = None
    """How published was reckoned or inferred."""
    credited_to: Name | None = None
    """The outlet that the article itself names as its origin."""
    syndicated_from: Slug | None = None
    """The text that this one is a copy of: slug of another source, or one of your own for an agency's text not held."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    """SHA-256 of the normalised text, where you held it."""
    paragraphs: Annotated[int, Field(ge=1, le=MOST_COUNTED)] | None = None
    """Number of its non-empty lines."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""
    unconfirmed: bool = False
    """True in what ocdb draft wrote, until a curator has checked the record and removes this line."""


class Claim(Record):
    """What all claims share: a slug, the paragraphs that state it, who is quoted, and links to other claims."""

    id: Slug
    """Slug of the claim, as in vipp-interstis-lome-2020-500; never changed later."""
    cite: Annotated[list[Annotated[int, Field(ge=1, le=MOST_COUNTED)]], OrOne()]
    """Number of the paragraph that states it, or a list; paragraphs are the non-empty lines, from 1."""
    summary: Prose | None = None
    """The claim in a line of your own words: {en: ..., fr: ...}; made from other fields where it may be left out."""
    said_by: Annotated[list[Annotated[str, Ref("party")]], OrOne()] = []
    """Slug of the party that the article quotes for it, or a list."""
    parties: Parties = {}
    """Who takes part, by role: {organiser: [siccam]}."""
    implied: Annotated[list[Annotated[str, Ref("party", "place", "country", "area")]], OrOne()] = []
    """Slugs that you identified although the cited paragraphs don't name them; ocdb verify doesn't look for them."""
    conflicts_with: Annotated[list[Annotated[str, Ref("claim")]], OrOne()] = []
    """Slugs of claims that can't be true beside this one."""
    preferred_because: Prose | None = None
    """Of the claims in conflict this one counts, for this reason: {en: ..., fr: ...}."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""
    unconfirmed: bool = False
    """True in what ocdb draft wrote, until a curator has checked the record and removes this line."""


class Site(Claim):
    """A centre that an operator runs or plans at a place."""

    name: Name | None = None
    """Name of the site, where it bears one."""
    operator: Annotated[str, Ref("operator")] | None = None
    """Slug of the operator that runs it; leave out where the source doesn't say."""
    at: Where
    """Place slug, country code, or an area such as africa: the closest that the source states."""
    address: Name | None = None
    """Building or street, where the source gives it."""
    status: Annotated[str, OneOf("site_status")]
    """State at the time of the article."""
    opened: Date | None = None
    """When it opened or is to open (EDTF)."""
    opened_basis: HowKnown | None = None
    """How opened is known."""
    opened_note: Prose | None = None
    """How opened was reckoned or inferred."""
    closed: Date | None = None
    """When it closed or is to close (EDTF)."""
    closed_basis: HowKnown | None = None
    """How closed is known."""
    closed_note: Prose | None = None
    """How closed was reckoned or inferred."""


class Event(Claim):
    """Something that happened or is planned at a time."""

    kind: Annotated[str, OneOf("event_kind")]
    """Kind of event."""
    status: Annotated[str, OneOf("event_status")]
    """Planned, happened or cancelled: an announced opening is planned."""
    summary: Prose
    """What happened or is planned, in a line of your own words: {en: ..., fr: ...}."""
    name: Name | None = None
    """Name of the event, where it bears one."""
    site: Annotated[str, Ref("site")] | None = None
    """Slug of the site concerned."""
    part_of: Annotated[str, Ref("event")] | None = None
    """Slug of the larger event during which it took place."""
    at: Annotated[list[Where], OrOne()] = []
    """Where it takes place."""
    from_: Annotated[list[Where], OrOne(), Field(alias="from")] = []
    """What place it leads from."""
    to: Annotated[list[Where], OrOne()] = []
    """What place it leads to."""
    date: Date | None = None
    """When (EDTF): 2011, 2011-10, 2020-07-10/2020-07-11, 2012~, ../2011-08?."""
    date_weekday: Weekday | None = None
    """Weekday that the article prints; it must fit the date."""
    date_basis: HowKnown | None = None
    """How date is known."""
    date_note: Prose | None = None
    """How date was reckoned or inferred."""


class Pledge(Claim):
    """A figure about the future that somebody committed to, targeted or projected."""

    operators: Annotated[list[Annotated[str, Ref("operator")]], OrOne()] = []
    """Slugs of the employers."""
    unnamed_operators: Annotated[int, Field(ge=0, le=MOST_COUNTED)] = 0
    """How many employers the source counts without naming them."""
    at: Where
    """Place slug, country code, or an area such as africa: the closest that the source states."""
    site: Annotated[str, Ref("site")] | None = None
    """Slug of the site concerned."""
    event: Annotated[str, Ref("event")] | None = None
    """Slug of the event at which it was made."""
    figure: SomeFigure
    """How many: 500, {about: 400}, {nearly: 400}, {at_least: 3000}, {at_most: 9} or {range: [300, 400]}."""
    measure: Annotated[str, OneOf("measure")]
    """What is counted."""
    reading: Annotated[str, OneOf("reading")] = "unclear"
    """On top of what is there, or in all."""
    baseline: Baseline | None = None
    """How many were there when it was made: the slug of a report, or none for a site or an employer that is new."""
    firmness: Annotated[str, OneOf("firmness")] = "announcement"
    """How firm it is: commitment, announcement, ambition, forecast or capacity."""
    basis: Annotated[str, OneOf("basis")]
    """Whose figure it is."""
    directness: Annotated[str, OneOf("directness")] = "unstated"
    """Direct or indirect jobs."""
    announced: Date | None = None
    """When it was made (EDTF)."""
    announced_basis: HowKnown | None = None
    """How announced is known."""
    announced_note: Prose | None = None
    """How announced was reckoned or inferred."""
    due: Date | None = None
    """By when it is to be kept (EDTF)."""
    due_basis: HowKnown | None = None
    """How due is known."""
    due_note: Prose | None = None
    """How due was reckoned or inferred."""
    part_of: Annotated[list[Annotated[str, Ref("pledge")]], OrOne()] = []
    """Slug of the pledge of which this is a tranche or one party's share."""
    contains: Annotated[list[Annotated[str, Ref("pledge")]], OrOne()] = []
    """Slugs of older pledges that this one takes in, where they can't say so themselves: the other side of part_of."""
    revises: Annotated[list[Annotated[str, Ref("pledge")]], OrOne()] = []
    """Slug of the older version of the same promise."""


class Verdict(Claim):
    """What a source shows to have become of a pledge."""

    pledge: Annotated[str, Ref("pledge")]
    """Slug of the pledge."""
    outcome: Annotated[str, OneOf("outcome")]
    """What became of it."""
    as_of: Date | None = None
    """On which date, or during which time, it held (EDTF)."""
    as_of_basis: HowKnown | None = None
    """How as_of is known."""
    as_of_note: Prose | None = None
    """How as_of was reckoned or inferred."""


class Loss(Claim):
    """Jobs that end or are to end: dismissals, closures, cuts. Who is only at risk, on strike or in court is none."""

    operators: Annotated[list[Annotated[str, Ref("operator")]], OrOne()] = []
    """Slugs of the employers."""
    unnamed_operators: Annotated[int, Field(ge=0, le=MOST_COUNTED)] = 0
    """How many employers the source counts without naming them."""
    at: Where
    """Place slug, country code, or an area such as africa, where the jobs are lost: the closest that is stated."""
    site: Annotated[str, Ref("site")] | None = None
    """Slug of the site concerned."""
    event: Annotated[str, Ref("event")] | None = None
    """Slug of the event that it belongs to, as a closure."""
    cause: Annotated[str, OneOf("loss_cause")] = "unclear"
    """How the jobs end."""
    status: Annotated[str, OneOf("event_status")]
    """Planned, happened or cancelled at the time of the article."""
    figure: WholeFigure
    """How many: 500, {about: 400}, {nearly: 400}, {at_least: 3000}, {at_most: 9} or {range: [300, 400]}."""
    measure: Annotated[str, OneOf("measure", without=("hires",))]
    """What is counted."""
    basis: Annotated[str, OneOf("basis")]
    """Whose figure it is."""
    directness: Annotated[str, OneOf("directness")] = "unstated"
    """Direct or indirect jobs."""
    date: Date | None = None
    """When the jobs ended or are to end (EDTF)."""
    date_basis: HowKnown | None = None
    """How date is known."""
    date_note: Prose | None = None
    """How date was reckoned or inferred."""
    announced: Date | None = None
    """When it was made known (EDTF)."""
    announced_basis: HowKnown | None = None
    """How announced is known."""
    announced_note: Prose | None = None
    """How announced was reckoned or inferred."""
    part_of: Annotated[list[Annotated[str, Ref("loss")]], OrOne()] = []
    """Slug of the loss of which this is a part."""
    contains: Annotated[list[Annotated[str, Ref("loss")]], OrOne()] = []
    """Slugs of older losses that this one takes in, where they can't say so themselves: the other side of part_of."""
    revises: Annotated[list[Annotated[str, Ref("loss")]], OrOne()] = []
    """Slug of the older version of the same loss, as the plan that came about with another figure."""


class Report(Claim):
    """A job figure about the present or the past."""

    operators: Annotated[list[Annotated[str, Ref("operator")]], OrOne()] = []
    """Slugs of the employers."""
    at: Where
    """Place slug, country code, or an area such as africa: the closest that the source states."""
    site: Annotated[str, Ref("site")] | None = None
    """Slug of the site concerned."""
    kind: Annotated[str, OneOf("report_kind")]
    """Held or created; jobs that were lost are a loss."""
    figure: WholeFigure
    """How many: 500, {about: 400}, {nearly: 400}, {at_least: 3000}, {at_most: 9} or {range: [300, 400]}."""
    measure: Annotated[str, OneOf("measure")]
    """What is counted."""
    reading: Annotated[str, OneOf("reading")] = "unclear"
    """On top of what is there, or in all."""
    baseline: Baseline | None = None
    """What the source compares it with: the slug of an earlier report, or none where it began from nothing."""
    basis: Annotated[str, OneOf("basis")]
    """Whose figure it is."""
    directness: Annotated[str, OneOf("directness")] = "unstated"
    """Direct or indirect jobs."""
    as_of: Date | None = None
    """On which date, or during which time, it held (EDTF)."""
    as_of_basis: HowKnown | None = None
    """How as_of is known."""
    as_of_note: Prose | None = None
    """How as_of was reckoned or inferred."""


class Investment(Claim):
    """An amount of money spent or to be spent, in whole units of its currency."""

    kind: Annotated[str, OneOf("investment_kind")]
    """What the money is for."""
    status: Annotated[str, OneOf("event_status")]
    """Planned, happened or cancelled."""
    amount: SomeFigure
    """How much, in whole units of the currency, written like a figure."""
    currency: Annotated[str, Ref("currency")]
    """ISO 4217 code: MAD."""
    at: Where
    """Place slug, country code, or an area such as africa: the closest that the source states."""
    site: Annotated[str, Ref("site")] | None = None
    """Slug of the site concerned."""
    event: Annotated[str, Ref("event")] | None = None
    """Slug of the event that it belongs to."""
    date: Date | None = None
    """When (EDTF): 2011, 2011-10, 2020-07-10/2020-07-11, 2012~, ../2011-08?."""
    date_basis: HowKnown | None = None
    """How date is known."""
    date_note: Prose | None = None
    """How date was reckoned or inferred."""


class Statistic(Claim):
    """A market figure."""

    figure: AnyFigure
    """How many: 500, {about: 400}, {nearly: 400}, {at_least: 3000}, {at_most: 9} or {range: [300, 400]}."""
    measure: Annotated[str, OneOf("statistic_measure")]
    """What is counted, in which unit."""
    currency: Annotated[str, Ref("currency")] | None = None
    """ISO 4217 code, as in MAD, where the measure is money; the figure is in whole units of it."""
    period: Annotated[str, OneOf("period")] | None = None
    """For a rate: the time it refers to."""
    at: Where | None = None
    """Place slug, country code, or an area such as africa: the closest that the source states."""
    site: Annotated[str, Ref("site")] | None = None
    """Slug of the site concerned."""
    event: Annotated[str, Ref("event")] | None = None
    """Slug of the event that it belongs to."""
    as_of: Date | None = None
    """On which date, or during which time, it held (EDTF)."""
    as_of_basis: HowKnown | None = None
    """How as_of is known."""
    as_of_note: Prose | None = None
    """How as_of was reckoned or inferred."""


class Position(Claim):
    """A role that an official held at an organisation."""

    official: Annotated[str, Ref("official")]
    """Slug of the person."""
    organisation: Annotated[str, Ref("operator", "institution")] | None = None
    """Slug of the operator or institution."""
    title: Role
    """The role: {en: ..., fr: ...}."""
    held: Date | None = None
    """When it was held, as far as the source shows (EDTF)."""
    held_basis: HowKnown | None = None
    """How held is known."""
    held_note: Prose | None = None
    """How held was reckoned or inferred."""


class Succession(Claim):
    """A rename, merger or acquisition between operators."""

    kind: Annotated[str, OneOf("succession_kind")]
    """Rename, merger or acquisition."""
    status: Annotated[str, OneOf("succession_status")]
    """Announced, completed or abandoned."""
    predecessor: Annotated[str, Ref("operator")]
    """Slug of the operator before."""
    successor: Annotated[str, Ref("operator")]
    """Slug of the operator after."""
    date: Date | None = None
    """When (EDTF): 2011, 2011-10, 2020-07-10/2020-07-11, 2012~, ../2011-08?."""
    date_basis: HowKnown | None = None
    """How date is known."""
    date_note: Prose | None = None
    """How date was reckoned or inferred."""


class Development(Claim):
    """What a later source says of a site, event, loss, investment or succession that is on record: its new state."""

    concerns: Annotated[str, Ref(*kinds.STATES)]
    """Slug of the site, event, loss, investment or succession."""
    status: Annotated[str, OneOf(*dict.fromkeys(kinds.STATES.values()))]
    """Its state at the time of this article, from the code list that fits what it concerns."""
    operator: Annotated[str, Ref("operator")] | None = None
    """For a site: slug of the operator that runs it from then on; leave out where it stays the same."""
    date: Date | None = None
    """When it came into that state (EDTF): when it opened, happened, closed."""
    date_basis: HowKnown | None = None
    """How date is known."""
    date_note: Prose | None = None
    """How date was reckoned or inferred."""


class Ownership(Claim):
    """That a company belongs to another one, wholly or in part, and goes on under its own name."""

    owned: Annotated[str, Ref("operator")]
    """Slug of the operator that belongs to another."""
    owner: Annotated[str, Ref("operator", "institution")]
    """Slug of the company or fund that owns it."""
    status: Annotated[str, OneOf("succession_status")]
    """Announced, completed or abandoned."""
    share: Share | None = None
    """Per cent of the capital, written like a figure: 65, {at_least: 50}."""
    held: Date | None = None
    """Since when, or from when to when (EDTF): 2016-05/.."""
    held_basis: HowKnown | None = None
    """How held is known."""
    held_note: Prose | None = None
    """How held was reckoned or inferred."""


class Statement(Claim):
    """A fact that no other kind holds; its summary is the fact, in our own words."""

    topic: Annotated[str, OneOf("topic")]
    """What it is about."""
    summary: Prose
    """The fact, in a line of your own words: {en: ..., fr: ...}."""
    at: Where | None = None
    """Place slug, country code, or an area such as africa: the closest that the source states."""


class Citation(Record):
    """A passage of this source about a claim that another file declares."""

    claim: Annotated[str, Ref("claim")]
    """Slug of the claim, which another file declares."""
    cite: Annotated[list[Annotated[int, Field(ge=1, le=MOST_COUNTED)]], OrOne()]
    """Number of the paragraph that states it, or a list; paragraphs are the non-empty lines, from 1."""
    stance: Annotated[str, OneOf("stance")] = "supports"
    """Supports or contradicts."""
    implied: Annotated[list[Annotated[str, Ref("party", "place", "country", "area")]], OrOne()] = []
    """Slugs that you identified although the cited paragraphs don't name them; ocdb verify doesn't look for them."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""


# --- registers and reference data -------------------------------------------------------------------------------


class OtherName(Record):
    """A further name."""

    name: Name
    """The name as written."""
    kind: Annotated[str, OneOf("name_kind")]
    """Kind of name."""
    used: Date | None = None
    """When it was in use (EDTF)."""
    note: Prose | None = None
    """Where it was seen."""


class Party(Record):
    """What operators, institutions and officials share."""

    id: Slug
    """Slug: small letters, digits and hyphens; never changed later."""
    name: Name
    """The name that lists show."""
    names: list[OtherName] = []
    """Further names."""
    identifiers: dict[Annotated[str, OneOf("identifier_scheme")], Name] = {}
    """Identifiers in outside registers, by scheme."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""


class Operator(Party):
    """A company that runs call centres or other outsourced services."""

    home_country: Annotated[str, Ref("country")] | None = None
    """Country of its head office, as a source states it."""
    founded: Date | None = None
    """When it was founded (EDTF)."""


class Institution(Party):
    """Any other body that takes part."""

    kind: Annotated[str, OneOf("institution_kind")]
    """Kind of institution."""
    at: Where | None = None
    """Place, country or larger area for which it is competent."""


class Official(Party):
    """A named person in a public or company role."""


class Place(Record):
    """A region, city, district or park."""

    id: Slug
    """Slug: country code and name, as in ma-agadir."""
    kind: Annotated[str, OneOf("place_kind")]
    """Kind of place."""
    name: Name
    """Name in use there, in Latin letters."""
    country: Annotated[str, Ref("country")]
    """Country code."""
    parent: Annotated[str, Ref("place")] | None = None
    """Slug of the next larger place that it lies in."""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    """Degrees north, WGS 84."""
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    """Degrees east, WGS 84."""
    geonames_id: Annotated[int, Field(ge=1, le=MOST_COUNTED)] | None = None
    """Identifier at geonames.org."""
    names: list[OtherName] = []
    """Further names."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""


class Country(Record):
    """A country of ISO 3166-1."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    """ISO 3166-1 alpha-2 code."""
    alpha3: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    """ISO 3166-1 alpha-3 code."""
    name_en: Name
    """Name in English."""
    name_fr: Name
    """Name in French."""
    in_africa: bool
    """Whether it lies in Africa."""
    box: Annotated[list[int], Field(min_length=4, max_length=4)] | None = None
    """Around its towns, with some room: south, west, north, east in whole degrees, WGS 84."""
    names: list[Name] = []
    """Further names by which it is found."""


class Area(Record):
    """An area larger than a country, for what is given only at that level; no country lies in it."""

    id: Slug
    """Slug: africa."""
    name_en: Name
    """Name in English."""
    name_fr: Name
    """Name in French."""
    names: list[Name] = []
    """Further names by which it is found."""


class Currency(Record):
    """A currency of ISO 4217, in use or former."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    """ISO 4217 code."""
    label_en: Name
    """Name in English."""
    label_fr: Name
    """Name in French."""
    until: Annotated[int, Field(ge=1900, le=2100)] | None = None
    """Of a former currency: the year in which it ceased to be money."""


class Code(Record):
    """A member of a code list."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=40)]
    """The code: small letters, digits and underscores."""
    label_en: Name
    """Name in English."""
    label_fr: Name
    """Name in French."""
    definition: Text
    """When to choose this code, and when its neighbour."""
    also: list[Name] = []
    """Other words for it, in either language, by which records with this code are found."""


class EventKind(Code):
    """A member of the code list event_kind."""

    category: Annotated[str, OneOf("event_category")]
    """Category to which events of this kind belong."""


class StatisticMeasure(Code):
    """A member of the code list statistic_measure."""

    money: bool = False
    """Whether it is an amount of money, which needs a currency."""


class Retired(Record):
    """A slug that is no longer in use."""

    id: Slug
    """The slug that is no longer used."""
    successor: Slug | None = None
    """The slug to use instead."""
    reason: Prose
    """Why it was retired."""


class Judgement(Record):
    """That several slugs mean one party: an opinion of a curator, which can be taken back."""

    id: Slug
    """Slug of the judgement."""
    same: Annotated[list[Annotated[str, Ref("party")]], Field(min_length=2)]
    """Slugs that mean the same operator, institution or official; the first stays, the others lead to it."""
    judged: Date
    """When it was judged (EDTF)."""
    reason: Prose
    """Why they are one, with the sources that show it."""
    withdrawn: Date | None = None
    """When it was taken back (EDTF); from then on they are apart again."""
    withdrawn_reason: Prose | None = None
    """Why it was taken back."""


class Coverage(Record):
    """A search for articles about a country."""

    id: Slug
    """Slug of the search."""
    country: Annotated[str, Ref("country")]
    """Country code."""
    outlet: Name
    """The outlet or archive that was searched."""
    method: Annotated[str, OneOf("coverage_method")]
    """How thoroughly."""
    searched: Date
    """When the search was made (EDTF)."""
    words: Text | None = None
    """The words that were searched for."""
    found: dict[Annotated[int, Field(ge=1900, le=2100)], Annotated[int, Field(ge=0, le=MOST_COUNTED)]]
    """Articles found, by year of publication; 0 where there were none, no key for a year that wasn't searched."""
    note: Prose | None = None
    """Remarks, doubts and reasoning, in your own words."""


def kind_of(shape: type[Record]) -> str:
    """Return the kind of record that a shape describes: its name in small letters."""
    return shape.__name__.lower()


_SHAPES = {kind_of(shape): shape for shape in Claim.__subclasses__()}
# The keys of a file whose lists hold claims, and the shape of each; a claim's kind is its shape's name.
CLAIMS: dict[str, type[Claim]] = {kind.plural: _SHAPES[kind.name] for kind in kinds.CLAIMS}
# The keys of a file whose lists hold registers and reference data.
REGISTERS: dict[str, type[Record]] = {
    "operators": Operator,
    "institutions": Institution,
    "officials": Official,
    "places": Place,
    "countries": Country,
    "areas": Area,
    "currencies": Currency,
    "retired": Retired,
    "judgements": Judgement,
    "coverage": Coverage,
}


# The code lists whose members say more than those of others.
CODES: dict[str, type[Code]] = {"event_kind": EventKind, "statistic_measure": StatisticMeasure}
